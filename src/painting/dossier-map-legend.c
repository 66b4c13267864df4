/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-map-legend.h"

#include "painting/dossier-legend-private.h"
#include "painting/dossier-tie-painter.h"

#include <glib/gi18n-lib.h>

#define SAMPLE DOSSIER_LEGEND_SAMPLE

/* What an entry is about, beside sign and status. */
typedef enum
{
  KIND_LINE,
  KIND_DISPUTED,
  KIND_INFERRED,
  KIND_WEIGHT,
  KIND_ORGANISATION,
  KIND_GROUP,
  KIND_SIZE,
  KIND_HULL,
  KIND_FAINT,
  KIND_PINNED,
} Kind;

/* Lines differ in width only if the widest is so many times as wide as the thinnest. */
#define NOTED_DIFFERENCE 1.5

static void
add_entry (GArray *entries, Kind kind, DossierSign sign, DossierStatus status, const char *label)
{
  DossierLegendEntry entry = { .sign = (int) sign, .status = (int) status, .kind = (int) kind, .label = label };

  g_array_append_val (entries, entry);
}

static const char *
name_size (DossierMapSize size)
{
  switch (size)
    {
    case DOSSIER_MAP_SIZE_DEGREE:
      return _ ("more neighbours");
    case DOSSIER_MAP_SIZE_BETWEENNESS:
      return _ ("more between others");
    case DOSSIER_MAP_SIZE_WEIGHT:
    default:
      return _ ("more and stronger ties");
    }
}

/* Signs and statuses. Where everything is reported as fact, that needs no entry. A plot tells no statuses. */
static void
list_lines (GArray *entries, const DossierMapPainter *painter, const DossierMap *map, const DossierMapScene *scene)
{
  gboolean has_sign[DOSSIER_SIGN_NEUTRAL + 1] = { FALSE };
  gboolean has_status[DOSSIER_STATUS_DENIED + 1] = { FALSE };
  gboolean has_disputed = FALSE;
  gboolean has_inferred = FALSE;
  double thinnest = G_MAXDOUBLE;
  double widest = 0;
  int n_statuses = 0;

  for (int i = 0; scene == NULL && i < map->n_ties; i++)
    if (map->ties[i].visible)
      has_sign[map->ties[i].sign] = TRUE;
  for (int i = 0; scene != NULL && i < scene->n_strands; i++)
    {
      const DossierMapSceneStrand *strand = &scene->strands[i];

      has_sign[strand->sign] = TRUE;
      n_statuses += !has_status[strand->status];
      has_status[strand->status] = TRUE;
      has_disputed |= strand->disputed;
      has_inferred |= strand->inferred;
      thinnest = MIN (thinnest, strand->width);
      widest = MAX (widest, strand->width);
    }

  for (DossierSign sign = DOSSIER_SIGN_COOPERATIVE; sign <= DOSSIER_SIGN_NEUTRAL; sign++)
    if (has_sign[sign])
      add_entry (entries, KIND_LINE, sign, DOSSIER_STATUS_REPORTED, dossier_vocabulary_get_label (DOSSIER_VOCABULARY_SIGN, (int) sign));
  for (DossierStatus status = DOSSIER_STATUS_REPORTED; status <= DOSSIER_STATUS_DENIED && n_statuses > 1; status++)
    if (has_status[status])
      add_entry (entries, KIND_LINE, DOSSIER_SIGN_NONE, status, dossier_vocabulary_get_label (DOSSIER_VOCABULARY_STATUS, (int) status));
  if (has_disputed)
    add_entry (entries, KIND_DISPUTED, DOSSIER_SIGN_NONE, DOSSIER_STATUS_REPORTED, _ ("disputed"));
  if (has_inferred)
    add_entry (entries, KIND_INFERRED, DOSSIER_SIGN_NONE, DOSSIER_STATUS_REPORTED, _ ("inferred: no quote"));
  if (widest > NOTED_DIFFERENCE * thinnest && !painter->is_brief)
    add_entry (entries, KIND_WEIGHT, DOSSIER_SIGN_NONE, DOSSIER_STATUS_REPORTED, _ ("stronger"));
}

/* What marks and grounds mean. */
static void
list_marks (GArray *entries, const DossierMapPainter *painter, const DossierMap *map, const DossierMapScene *scene)
{
  gboolean has[KIND_PINNED + 1] = { FALSE };
  double least = G_MAXDOUBLE;
  double greatest = 0;

  for (int i = 0; i < scene->n_nodes; i++)
    {
      const DossierMapNode *node = &map->nodes[scene->nodes[i].node];

      has[KIND_ORGANISATION] |= node->type == DOSSIER_ACTOR_TYPE_ORGANISATION;
      has[KIND_GROUP] |= node->type == DOSSIER_ACTOR_TYPE_GROUP;
      has[KIND_FAINT] |= node->faint;
      has[KIND_PINNED] |= node->pinned;
      if (!node->minor && node->type == DOSSIER_ACTOR_TYPE_STATE)
        {
          least = MIN (least, node->radius);
          greatest = MAX (greatest, node->radius);
        }
    }
  for (int i = 0; i < scene->n_hulls; i++)
    has[KIND_HULL] |= map->groups[scene->hulls[i].group].n_members > 1;
  has[KIND_SIZE] = greatest > NOTED_DIFFERENCE * least;

  if (has[KIND_ORGANISATION])
    add_entry (entries, KIND_ORGANISATION, DOSSIER_SIGN_NONE, DOSSIER_STATUS_NONE, _ ("organisation"));
  if (has[KIND_GROUP])
    add_entry (entries, KIND_GROUP, DOSSIER_SIGN_NONE, DOSSIER_STATUS_NONE, _ ("group"));
  if (has[KIND_SIZE])
    add_entry (entries, KIND_SIZE, DOSSIER_SIGN_NONE, DOSSIER_STATUS_NONE, name_size (painter->look.size));
  if (has[KIND_HULL])
    add_entry (entries,
               KIND_HULL,
               DOSSIER_SIGN_NONE,
               DOSSIER_STATUS_NONE,
               painter->look.hulls == DOSSIER_MAP_HULLS_COMMUNITY ? _ ("close to each other") : _ ("belong together"));
  if (has[KIND_FAINT])
    add_entry (entries, KIND_FAINT, DOSSIER_SIGN_NONE, DOSSIER_STATUS_NONE, _ ("no tie in sight"));
  if (has[KIND_PINNED])
    add_entry (entries, KIND_PINNED, DOSSIER_SIGN_NONE, DOSSIER_STATUS_NONE, _ ("pinned"));
}

/* What occurs in the scene, and only that. */
static GArray *
list_entries (const DossierMapPainter *painter, const DossierMap *map, const DossierMapScene *scene)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (DossierLegendEntry));

  list_lines (entries, painter, map, scene);
  if (scene != NULL && !painter->is_brief)
    list_marks (entries, painter, map, scene);

  return entries;
}

/**
 * dossier_map_legend_measure:
 * @painter: the look
 * @map: the map that @scene was made of
 * @scene: (nullable): what the legend explains; %NULL where @map is plotted
 * @max_width: how wide it may become, in pixels
 * @width: (out): how wide it is; 0 if there is nothing to explain
 * @height: (out): how high it is; likewise
 */
void
dossier_map_legend_measure (const DossierMapPainter *painter,
                            const DossierMap *map,
                            const DossierMapScene *scene,
                            double max_width,
                            double *width,
                            double *height)
{
  g_autoptr (GArray) entries = list_entries (painter, map, scene);

  dossier_legend_lay_out (entries, painter->typesetter, max_width, width, height);
}

/* A line from left to right. */
static void
draw_line (const DossierMapPainter *painter, const DossierLegendEntry *entry, double x, double y, double width, DossierStatus status, cairo_t *cr)
{
  DossierMapSceneTick ticks[2];
  DossierMapSceneStrand strand = {
    .sign = (DossierSign) entry->sign,
    .status = status,
    .way = { { x, y }, { x + SAMPLE / 2, y }, { x + SAMPLE, y } },
    .has_line = TRUE,
    .width = width,
    .inferred = entry->kind == KIND_INFERRED,
    .label = "",
    .presence = 1,
  };

  strand.line = strand.way;
  if (entry->sign == DOSSIER_SIGN_CONFLICTUAL)
    {
      strand.n_ticks = 2;
      for (int i = 0; i < 2; i++)
        {
          ticks[i].from = (DossierPoint){ x + SAMPLE * (0.25 + 0.5 * i), y - 4.5 };
          ticks[i].to = (DossierPoint){ ticks[i].from.x, y + 4.5 };
        }
    }
  strand.has_bead = entry->sign == DOSSIER_SIGN_NEUTRAL;
  strand.bead = (DossierPoint){ x + SAMPLE / 2, y };
  if (status == DOSSIER_STATUS_DENIED)
    {
      strand.is_struck = TRUE;
      strand.strokes[0][0] = (DossierPoint){ x + SAMPLE / 2 - 4.5, y - 4.5 };
      strand.strokes[0][1] = (DossierPoint){ x + SAMPLE / 2 + 4.5, y + 4.5 };
      strand.strokes[1][0] = (DossierPoint){ x + SAMPLE / 2 - 4.5, y + 4.5 };
      strand.strokes[1][1] = (DossierPoint){ x + SAMPLE / 2 + 4.5, y - 4.5 };
    }

  dossier_tie_painter_draw (&strand, ticks, painter->theme, FALSE, cr);
}

/* A circle, filled or a mere outline, in the colour of no actor. */
static void
draw_circle (const DossierMapPainter *painter, double x, double y, double radius, gboolean filled, cairo_t *cr)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  dossier_color_set_source (&painter->theme->dim_text, cr);
  if (filled)
    {
      cairo_fill (cr);
      return;
    }
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

static void
draw_square (const DossierMapPainter *painter, double x, double y, double half, double corner, const DossierColor *color, cairo_t *cr)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + half - corner, y - 6 + corner, corner, -G_PI_2, 0);
  cairo_arc (cr, x + half - corner, y + 6 - corner, corner, 0, G_PI_2);
  cairo_arc (cr, x - half + corner, y + 6 - corner, corner, G_PI_2, G_PI);
  cairo_arc (cr, x - half + corner, y - 6 + corner, corner, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
  dossier_color_set_source (color, cr);
  cairo_fill (cr);
}

static void
draw_sample (const DossierMapPainter *painter, const DossierLegendEntry *entry, double x, double y, cairo_t *cr)
{
  const DossierTheme *theme = painter->theme;
  double middle = x + SAMPLE / 2;
  DossierColor hull;

  switch ((Kind) entry->kind)
    {
    case KIND_DISPUTED:
      draw_line (painter, entry, x, y - 4, 2.2, DOSSIER_STATUS_REPORTED, cr);
      draw_line (painter, entry, x, y + 4, 2.2, DOSSIER_STATUS_DENIED, cr);
      break;
    case KIND_WEIGHT:
      draw_line (painter, entry, x, y, 5, DOSSIER_STATUS_REPORTED, cr);
      break;
    case KIND_ORGANISATION:
      draw_square (painter, middle, y, 6, 3, &theme->dim_text, cr);
      break;
    case KIND_GROUP:
      draw_circle (painter, middle, y, 7, TRUE, cr);
      cairo_new_sub_path (cr);
      cairo_arc (cr, middle, y, 4.8, 0, 2 * G_PI);
      dossier_color_set_source (&theme->view, cr);
      cairo_set_line_width (cr, 1);
      cairo_stroke (cr);
      break;
    case KIND_SIZE:
      draw_circle (painter, x + 7, y + 2, 3.5, TRUE, cr);
      draw_circle (painter, x + 20, y, 7, TRUE, cr);
      break;
    case KIND_HULL:
      hull = dossier_color_mix (theme->view, theme->text, 0.1);
      draw_square (painter, middle, y, SAMPLE / 2, 6, &hull, cr);
      draw_circle (painter, x + 10, y, 3, TRUE, cr);
      draw_circle (painter, x + 20, y, 3, TRUE, cr);
      break;
    case KIND_FAINT:
      draw_circle (painter, middle, y, 6, FALSE, cr);
      break;
    case KIND_PINNED:
      draw_circle (painter, middle - 3, y + 2, 4.5, TRUE, cr);
      dossier_map_painter_draw_pin (theme, middle, y, cr);
      break;
    case KIND_LINE:
    case KIND_INFERRED:
    default:
      draw_line (painter, entry, x, y, 2.6, (DossierStatus) entry->status, cr);
      break;
    }
}

/**
 * dossier_map_legend_draw:
 * @painter: the look
 * @map: the map that @scene was made of
 * @scene: (nullable): what the legend explains; %NULL where @map is plotted
 * @x: its left
 * @y: its top
 * @max_width: how wide it may become, in pixels
 * @cr: where to draw; its state is as before in the end
 *
 * Draws the signs that occur in the scene, of lines, marks and grounds, and what they mean. It has no frame and no ground.
 */
void
dossier_map_legend_draw (const DossierMapPainter *painter,
                         const DossierMap *map,
                         const DossierMapScene *scene,
                         double x,
                         double y,
                         double max_width,
                         cairo_t *cr)
{
  g_autoptr (GArray) entries = list_entries (painter, map, scene);
  double width;
  double height;

  dossier_legend_lay_out (entries, painter->typesetter, max_width, &width, &height);
  cairo_save (cr);
  for (guint i = 0; i < entries->len; i++)
    {
      const DossierLegendEntry *entry = &g_array_index (entries, DossierLegendEntry, i);

      draw_sample (painter, entry, x + entry->x, y + entry->y, cr);
      dossier_legend_draw_label (entry, painter->typesetter, painter->theme, x, y, cr);
    }
  cairo_restore (cr);
}
