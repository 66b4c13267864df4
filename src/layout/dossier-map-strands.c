/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-scene-private.h"
#include "layout/dossier-ribbon-router.h"

#include <math.h>

#define LEAST_WIDTH    1.3
#define GREATEST_WIDTH 6.0

/* Room between the strands of a bundle, in its middle; an opened one has room for labels, but for the two sides
 * of a dispute, which are one tie split along its length. */
#define STRAND_ROOM        4.5
#define OPENED_STRAND_ROOM 21.0
#define DISPUTED_ROOM      2.0

/* How far the ground of a bundle reaches beyond it. */
#define BAND_PAD 3.5

/* How far beside an opened bundle its moments stand, and how far their ticks reach to both sides. */
#define STRIP_GAP   15.0
#define STRIP_REACH 4.5

/* A bundle is at most this wide by its length. */
#define GREATEST_SPREAD 0.7

/* Cross strokes of ties that divide. */
#define TICK_DISTANCE 26.0
#define TICK_REACH    2.8

/* The strokes through the middle of what is denied. */
#define STROKE_REACH 6.5

static double
choose_width (double weight)
{
  return MIN (LEAST_WIDTH + 1.15 * (sqrt (MAX (weight, 0.25)) - 0.5), GREATEST_WIDTH);
}

/* A strand as it is gathered from its ties, before it has a shape. */
typedef struct
{
  DossierMapSceneStrand strand;
  double weight;
  double room;       /* to the one that follows */
  gboolean forward;  /* whether a tie leads from the ribbon's a to its b */
  gboolean backward; /* or the other way */
} Bundle;

/* What is known of a tie, the surest first: a dispute is a matter of its own. */
static int
rank_status (DossierStatus status)
{
  switch (status)
    {
    case DOSSIER_STATUS_ALLEGED:
      return 1;
    case DOSSIER_STATUS_EXPECTED:
      return 2;
    case DOSSIER_STATUS_SPECULATED:
      return 3;
    case DOSSIER_STATUS_DENIED:
      return 4;
    case DOSSIER_STATUS_NONE:
    case DOSSIER_STATUS_REPORTED:
    default:
      return 0;
    }
}

static gboolean
belongs_to (const Bundle *bundle, const DossierMapTie *tie)
{
  return bundle->strand.sign == tie->sign &&
         (bundle->strand.status == DOSSIER_STATUS_DENIED) == (tie->status == DOSSIER_STATUS_DENIED);
}

static void
gather_tie (GArray *bundles, const DossierMap *map, int ribbon_index, int tie_index, gboolean opened)
{
  const DossierMapRibbon *ribbon = &map->ribbons[ribbon_index];
  const DossierMapTie *tie = &map->ties[tie_index];
  Bundle *bundle = bundles->len > 0 ? &g_array_index (bundles, Bundle, bundles->len - 1) : NULL;

  /* Ties are sorted by sign and status, so those of a strand follow one another. */
  if (bundle == NULL || opened || !belongs_to (bundle, tie))
    {
      Bundle added = {
        .strand = {
            .ribbon = ribbon_index,
            .sign = tie->sign,
            .status = tie->status,
            .tie = tie_index,
            .label = tie->label,
            .presence = tie->presence,
            .disputed = tie->disputed,
            .inferred = TRUE,
            .selected = ribbon->selected,
            .dimmed = TRUE,
        },
      };

      g_array_append_val (bundles, added);
      bundle = &g_array_index (bundles, Bundle, bundles->len - 1);
    }

  /* The words are those of the weightiest tie that has any. */
  if (bundle->strand.label[0] == '\0' && tie->label[0] != '\0')
    {
      bundle->strand.tie = tie_index;
      bundle->strand.label = tie->label;
    }
  bundle->strand.n_ties++;
  bundle->strand.dimmed &= tie->dimmed;
  bundle->strand.disputed |= tie->disputed;
  bundle->strand.inferred &= tie->inferred;
  bundle->strand.presence = MAX (bundle->strand.presence, tie->presence);
  if (rank_status (tie->status) < rank_status (bundle->strand.status))
    bundle->strand.status = tie->status;
  bundle->weight += tie->weight * tie->presence;
  bundle->forward |= tie->directed && tie->from == ribbon->a;
  bundle->backward |= tie->directed && tie->from == ribbon->b;
}

static void
count_further_ties (DossierMapScene *scene, DossierMapSceneStrand *strand)
{
  if (strand->n_ties > 1 && strand->label[0] != '\0')
    {
      g_autofree char *label = g_strdup_printf ("%s +%d", strand->label, strand->n_ties - 1);

      strand->label = g_string_chunk_insert_const (scene->strings, label);
    }
}

static void
make_arrow (DossierMapSceneStrand *strand, int which, double tip, double base)
{
  DossierPoint at = dossier_curve_get_point (&strand->way, tip);
  DossierPoint back = dossier_curve_get_point (&strand->way, base);
  double half = 1.7 + 0.9 * strand->width;
  double x = at.x - back.x;
  double y = at.y - back.y;
  double length = sqrt (x * x + y * y);

  strand->has_arrow[which] = length > 0.5;
  if (!strand->has_arrow[which])
    return;

  x *= half / length;
  y *= half / length;
  strand->arrows[which][0] = at;
  strand->arrows[which][1] = (DossierPoint){ back.x - y, back.y + x };
  strand->arrows[which][2] = (DossierPoint){ back.x + y, back.y - x };
}

static void
add_ticks (DossierMapScene *scene, DossierMapSceneStrand *strand)
{
  double length = dossier_curve_get_length (&strand->line);
  int n_ticks = (int) CLAMP (length / TICK_DISTANCE, 1, 200);
  double reach = strand->width / 2 + TICK_REACH;

  for (int i = 0; i < n_ticks; i++)
    {
      double at = dossier_curve_walk (&strand->line, 0, length * (i + 0.5) / n_ticks);
      DossierPoint middle = dossier_curve_get_point (&strand->line, at);
      DossierPoint direction = dossier_curve_get_direction (&strand->line, at);
      DossierMapSceneTick tick = {
        { middle.x - direction.y * reach, middle.y + direction.x * reach },
        { middle.x + direction.y * reach, middle.y - direction.x * reach },
      };

      g_array_append_val (scene->tick_array, tick);
    }
}

static void
strike_out (DossierMapSceneStrand *strand)
{
  DossierPoint middle = dossier_curve_get_point (&strand->way, 0.5);
  DossierPoint along = dossier_curve_get_direction (&strand->way, 0.5);

  strand->is_struck = TRUE;
  for (int i = 0; i < 2; i++)
    {
      double side = i == 0 ? 1 : -1;
      double x = (along.x - side * along.y) * STROKE_REACH * 0.71;
      double y = (along.y + side * along.x) * STROKE_REACH * 0.71;

      strand->strokes[i][0] = (DossierPoint){ middle.x - x, middle.y - y };
      strand->strokes[i][1] = (DossierPoint){ middle.x + x, middle.y + y };
    }
}

/* Gives a strand its shape between two marks. @aside is how far its middle keeps from that of the bundle. */
static gboolean
shape (DossierMapScene *scene, Bundle *bundle, const DossierOutline *from, const DossierOutline *to, double bend, double aside)
{
  DossierMapSceneStrand *strand = &bundle->strand;
  DossierRectangle sight = dossier_map_scene_get_sight (&scene->camera);
  DossierOutline from_border = *from;
  DossierOutline to_border = *to;
  DossierCurve whole;
  double dx = to->middle.x - from->middle.x;
  double dy = to->middle.y - from->middle.y;
  double length = sqrt (dx * dx + dy * dy);
  double head = 4.4 + 1.6 * strand->width;
  double shift;
  double begin = 0;
  double end = 1;
  double first;
  double last;

  if (!(length > 1))
    return FALSE;

  /* Strands leave the mark side by side, too. */
  shift = CLAMP (aside * 0.4, -0.55 * MIN (from->half, to->half), 0.55 * MIN (from->half, to->half));
  whole = dossier_ribbon_router_trace ((DossierPoint){ from->middle.x - dy / length * shift, from->middle.y + dx / length * shift },
                                       (DossierPoint){ to->middle.x - dy / length * shift, to->middle.y + dx / length * shift },
                                       bend,
                                       aside - shift);

  from_border.half += DOSSIER_MAP_SCENE_GAP;
  from_border.corner += DOSSIER_MAP_SCENE_GAP;
  to_border.half += DOSSIER_MAP_SCENE_GAP;
  to_border.corner += DOSSIER_MAP_SCENE_GAP;
  begin = dossier_curve_leave (&whole, &from_border);
  end = dossier_curve_enter (&whole, &to_border);
  if (end - begin < 1e-3)
    return FALSE;

  strand->way = dossier_curve_cut (&whole, begin, end);
  length = dossier_curve_get_length (&strand->way);
  if (length < 2)
    return FALSE;

  /* An arrow head is part of the line's length: the line ends a little inside it, so that the tip is sharp. */
  begin = 0;
  end = 1;
  head = MIN (head, length * (bundle->forward && bundle->backward ? 0.42 : 0.7));
  if (bundle->backward)
    {
      double base = dossier_curve_walk (&strand->way, 0, head);

      make_arrow (strand, 0, 0, base);
      begin = dossier_curve_walk (&strand->way, 0, head * 0.8);
    }
  if (bundle->forward)
    {
      double base = dossier_curve_walk (&strand->way, 1, -head);

      make_arrow (strand, 1, 1, base);
      end = dossier_curve_walk (&strand->way, 1, -head * 0.8);
    }

  strand->line = dossier_curve_cut (&strand->way, begin, end);
  strand->has_line = dossier_curve_clip (&strand->line, &sight, &first, &last);
  if (strand->has_line && (first > 0 || last < 1))
    strand->line = dossier_curve_cut (&strand->line, first, last);
  for (int i = 0; i < 2; i++)
    strand->has_arrow[i] = strand->has_arrow[i] && dossier_rectangle_contains (&sight, strand->arrows[i][0]);

  if (!strand->has_line && !strand->has_arrow[0] && !strand->has_arrow[1])
    return FALSE;

  strand->first_tick = (int) scene->tick_array->len;
  if (strand->has_line && strand->sign == DOSSIER_SIGN_CONFLICTUAL)
    add_ticks (scene, strand);
  strand->n_ticks = (int) scene->tick_array->len - strand->first_tick;

  strand->bead = dossier_curve_get_point (&strand->way, 0.5);
  strand->has_bead = strand->has_line && strand->sign == DOSSIER_SIGN_NEUTRAL && length > 24 &&
                     dossier_rectangle_contains (&sight, strand->bead);
  if (strand->has_line && strand->status == DOSSIER_STATUS_DENIED && dossier_rectangle_contains (&sight, strand->bead))
    strike_out (strand);

  return TRUE;
}

static int
compare_strands (gconstpointer a, gconstpointer b)
{
  const DossierMapSceneStrand *left = a;
  const DossierMapSceneStrand *right = b;

  if (left->selected != right->selected)
    return left->selected ? 1 : -1;
  if (left->dimmed != right->dimmed)
    return left->dimmed ? -1 : 1;
  if (left->width != right->width)
    return left->width > right->width ? -1 : 1;
  if (left->ribbon != right->ribbon)
    return left->ribbon - right->ribbon;

  return left->tie - right->tie;
}

static int
compare_bundles (gconstpointer a, gconstpointer b)
{
  const Bundle *left = a;
  const Bundle *right = b;

  if (left->weight != right->weight)
    return left->weight > right->weight ? -1 : 1;

  return left->strand.tie - right->strand.tie;
}

/* The words of a statement of an opened ribbon: all of it if there is room, see place_tie_labels(). */
static void
tell_detail (DossierMapScene *scene, DossierMapSceneStrand *strand)
{
  const DossierMapTie *tie = &scene->map->ties[strand->tie];
  g_autofree char *label = NULL;

  if (tie->detail[0] == '\0')
    return;

  label = tie->label[0] == '\0' ? g_strdup (tie->detail) : g_strconcat (tie->label, " · ", tie->detail, NULL);
  strand->label = g_string_chunk_insert_const (scene->strings, label);
}

/* Puts the two sides of each dispute beside each other. A closed ribbon has one strand for all kinds. */
static void
join_disputes (GArray *bundles, const DossierMap *map, gboolean opened)
{
  for (guint i = 0; i < bundles->len; i++)
    {
      const Bundle *bundle = &g_array_index (bundles, Bundle, i);
      int kind = map->ties[bundle->strand.tie].kind;

      if (!bundle->strand.disputed || bundle->strand.status == DOSSIER_STATUS_DENIED)
        continue;

      for (guint j = 0; j < bundles->len; j++)
        {
          Bundle other = g_array_index (bundles, Bundle, j);

          if (other.strand.status != DOSSIER_STATUS_DENIED || other.strand.sign != bundle->strand.sign)
            continue;
          if (opened && map->ties[other.strand.tie].kind != kind)
            continue;

          g_array_remove_index (bundles, j);
          if (j < i)
            i--;
          g_array_insert_val (bundles, i + 1, other);
          g_array_index (bundles, Bundle, i).room = DISPUTED_ROOM;
          break;
        }
    }
}

static gboolean
is_curve_within (const DossierRectangle *view, const DossierCurve *curve)
{
  return dossier_rectangle_contains (view, curve->start) && dossier_rectangle_contains (view, curve->control) &&
         dossier_rectangle_contains (view, curve->end);
}

static void
add_band (DossierMapScene *scene, int ribbon_index, const DossierOutline *from, const DossierOutline *to, double width, gboolean opened, gboolean dimmed)
{
  const DossierMapRibbon *ribbon = &scene->map->ribbons[ribbon_index];
  DossierRectangle sight = dossier_map_scene_get_sight (&scene->camera);
  DossierMapSceneBand band = { .ribbon = ribbon_index, .width = width, .opened = opened, .dimmed = dimmed };
  double begin;
  double end;

  band.line = dossier_ribbon_router_trace (from->middle, to->middle, ribbon->bend, 0);
  begin = dossier_curve_leave (&band.line, from);
  end = dossier_curve_enter (&band.line, to);
  if (end - begin < 1e-3)
    return;
  for (int i = 0; i < 2; i++)
    {
      double aside = i == 0 ? -width / 2 : width / 2;
      double shift = CLAMP (aside * 0.4, -0.55 * MIN (from->half, to->half), 0.55 * MIN (from->half, to->half));
      double length = hypot (to->middle.x - from->middle.x, to->middle.y - from->middle.y);
      double x = -(to->middle.y - from->middle.y) / length * shift;
      double y = (to->middle.x - from->middle.x) / length * shift;

      band.sides[i] = dossier_ribbon_router_trace ((DossierPoint){ from->middle.x + x, from->middle.y + y },
                                                   (DossierPoint){ to->middle.x + x, to->middle.y + y },
                                                   ribbon->bend,
                                                   aside - shift);
    }
  if (opened && (!is_curve_within (&sight, &band.sides[0]) || !is_curve_within (&sight, &band.sides[1])))
    return;
  band.line = dossier_curve_cut (&band.line, begin, end);
  if (!dossier_curve_clip (&band.line, &sight, &begin, &end))
    return;
  band.line = dossier_curve_cut (&band.line, begin, end);
  g_array_append_val (scene->band_array, band);
}

/* The moments of the opened ribbon, from left to right in time, below its strands. */
static void
add_strip (DossierMapScene *scene, int ribbon_index, const DossierOutline *from, const DossierOutline *to, double bundle_width)
{
  const DossierMap *map = scene->map;
  const DossierMapRibbon *ribbon = &map->ribbons[ribbon_index];
  DossierRectangle sight = dossier_map_scene_get_sight (&scene->camera);
  gboolean is_leftward = to->middle.x < from->middle.x;
  const DossierOutline *left = is_leftward ? to : from;
  const DossierOutline *right = is_leftward ? from : to;
  double aside = bundle_width / 2 + STRIP_GAP;
  DossierCurve line = dossier_ribbon_router_trace (left->middle, right->middle, is_leftward ? -ribbon->bend : ribbon->bend, aside);
  double length;
  gint64 first;
  gint64 last;

  if (map->n_moments == 0)
    return;

  line = dossier_curve_cut (&line, dossier_curve_leave (&line, left), dossier_curve_enter (&line, right));
  length = dossier_curve_get_length (&line);
  if (length < 60)
    return;
  line = dossier_curve_cut (&line, dossier_curve_walk (&line, 0, length * 0.12), dossier_curve_walk (&line, 0, length * 0.88));
  length *= 0.76;
  if (!is_curve_within (&sight, &line))
    return;

  first = map->moments[0];
  last = map->moments[map->n_moments - 1];
  scene->strip = (DossierMapSceneStrip){ TRUE, line, (int) scene->tick_array->len, map->n_moments, { "", "" }, { { 0 } } };
  for (int i = 0; i < map->n_moments; i++)
    {
      double share = last > first ? (double) (map->moments[i] - first) / (double) (last - first) : 0.5;
      double at = dossier_curve_walk (&line, 0, length * share);
      DossierPoint middle = dossier_curve_get_point (&line, at);
      DossierPoint along = dossier_curve_get_direction (&line, at);
      DossierMapSceneTick tick = {
        { middle.x - along.y * STRIP_REACH, middle.y + along.x * STRIP_REACH },
        { middle.x + along.y * STRIP_REACH, middle.y - along.x * STRIP_REACH },
      };

      g_array_append_val (scene->tick_array, tick);
    }
}

/* Puts the weightiest strand into the middle of the bundle, and the others by turns to both sides of it. */
static void
order_bundles (GArray *bundles)
{
  g_autoptr (GArray) sorted = g_array_copy (bundles);
  guint middle = (bundles->len - 1) / 2;

  g_array_sort (sorted, compare_bundles);
  for (guint i = 0; i < sorted->len; i++)
    g_array_index (bundles, Bundle, i % 2 == 0 ? middle - i / 2 : middle + (i + 1) / 2) = g_array_index (sorted, Bundle, i);
}

/* Adds the lines of all ribbons, from the back to the front: thin ones lie on thick ones. */
void
dossier_map_scene_add_strands (DossierMapScene *scene, int opened_ribbon)
{
  const DossierMap *map = scene->map;
  double line_scale = MIN (dossier_map_camera_get_line_scale (scene->camera.scale), 1.25);
  g_autoptr (GArray) bundles = g_array_new (FALSE, FALSE, sizeof (Bundle));

  for (int i = 0; i < map->n_ribbons; i++)
    {
      const DossierMapRibbon *ribbon = &map->ribbons[i];
      gboolean opened = i == opened_ribbon;
      double room = opened ? OPENED_STRAND_ROOM : STRAND_ROOM * line_scale;
      DossierOutline from;
      DossierOutline to;
      double total = 0;
      double distance;
      double squeeze;
      double aside;
      gboolean dimmed = TRUE;

      if (!map->nodes[ribbon->a].visible || !map->nodes[ribbon->b].visible || !dossier_map_scene_has_in_sight (scene, i))
        continue;

      g_array_set_size (bundles, 0);
      for (int j = 0; j < ribbon->n_ties; j++)
        if (map->ties[ribbon->first_tie + j].visible)
          gather_tie (bundles, map, i, ribbon->first_tie + j, opened);

      /* An opened ribbon is read statement by statement: there, likes stay together. */
      if (bundles->len > 2 && !opened)
        order_bundles (bundles);

      for (guint j = 0; j < bundles->len; j++)
        g_array_index (bundles, Bundle, j).room = room;
      join_disputes (bundles, map, opened);
      for (guint j = 0; j < bundles->len; j++)
        {
          Bundle *bundle = &g_array_index (bundles, Bundle, j);

          bundle->strand.width = choose_width (bundle->weight) * line_scale;
          dimmed &= bundle->strand.dimmed;
          total += bundle->strand.width;
          if (j + 1 < bundles->len)
            total += bundle->room;
        }

      from = dossier_map_scene_get_outline (map, &scene->camera, ribbon->a);
      to = dossier_map_scene_get_outline (map, &scene->camera, ribbon->b);
      distance = hypot (to.middle.x - from.middle.x, to.middle.y - from.middle.y);

      /* However many strands there are, the bundle stays slimmer than long. */
      squeeze = total > GREATEST_SPREAD * distance ? GREATEST_SPREAD * distance / total : 1;
      aside = -total / 2 * squeeze;
      if (bundles->len > 1)
        add_band (scene, i, &from, &to, total * squeeze + 2 * BAND_PAD, opened, dimmed);
      if (opened && bundles->len > 0)
        add_strip (scene, i, &from, &to, total * squeeze);
      for (guint j = 0; j < bundles->len; j++)
        {
          Bundle *bundle = &g_array_index (bundles, Bundle, j);
          double width = bundle->strand.width;

          bundle->strand.bundle_width = total * squeeze;
          if (shape (scene, bundle, &from, &to, ribbon->bend, aside + width / 2 * squeeze))
            {
              if (opened)
                tell_detail (scene, &bundle->strand);
              else
                count_further_ties (scene, &bundle->strand);
              g_array_append_val (scene->strand_array, bundle->strand);
            }
          aside += (width + bundle->room) * squeeze;
        }
    }

  g_array_sort (scene->strand_array, compare_strands);
}
