/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-scene-private.h"
#include "layout/dossier-occupancy.h"
#include "layout/dossier-ribbon-router.h"
#include "layout/dossier-tilted-box.h"
#include "model/dossier-date-text.h"

#include <math.h>

/* Cells of the grid in which labels look for room. */
#define CELL 64.0

/* Room between a mark and its name, and between a line and its words. */
#define NODE_LABEL_GAP 3.0
#define TIE_LABEL_GAP  2.5

/* Labels keep this far from one another. */
#define LABEL_ROOM 2.0

/* What it costs a label to leave its first place, for a side, along it or to a corner, and to lie on a line. */
#define SIDE_COST         0.8
#define SHIFT_COST        1.0
#define CORNER_COST       1.0
#define NEXT_CORNER_COST  0.2
#define LINE_COST         1.0
#define NAME_ON_LINE_COST 1.6

/* Where a bundle of lines lies beside a line, its words are tried ever further away in these steps. */
#define STEP 12.0

/* Room between the strip of an opened ribbon and its dates. */
#define DATE_GAP 7.0

/* How far to each side a bundle of more than two ties reaches. */
#define SIDE_REACH 9.0

/* A longer post is for the details, in pixels. */
#define MOST_OF_POST 170.0

/* From this scale on names of loose actors are shown. */
#define LOOSE_LABEL_SCALE 2.5

/* Lines of at least this width are strong. */
#define STRONG_WIDTH 3.4

/* Where along a side of its mark a name is tried, in parts of its own length. */
static const double shifts[] = { 0, -0.3, 0.3, -0.5, 0.5 };

/* Where along a line its words are tried, the best place first. */
static const double places[] = { 0.5, 0.43, 0.57, 0.36, 0.64, 0.28, 0.72, 0.2, 0.8 };

/* What is selected, filtered or of the day does not count here: a name that changed its place with each click could
 * not be found again. */
static int
compare_nodes (gconstpointer a, gconstpointer b, gpointer data)
{
  const DossierMapScene *scene = data;
  const DossierMapSceneNode *left_scene_node = &g_array_index (scene->node_array, DossierMapSceneNode, *(const int *) a);
  const DossierMapSceneNode *right_scene_node = &g_array_index (scene->node_array, DossierMapSceneNode, *(const int *) b);
  const DossierMapNode *left = &scene->map->nodes[left_scene_node->node];
  const DossierMapNode *right = &scene->map->nodes[right_scene_node->node];

  if (left->minor != right->minor)
    return left->minor ? 1 : -1;
  if (left->weight != right->weight)
    return left->weight > right->weight ? -1 : 1;
  if (left->radius != right->radius)
    return left->radius > right->radius ? -1 : 1;

  return (left->seed > right->seed) - (left->seed < right->seed);
}

/* @shift is how far the name is moved along its side, in parts of its width or, beside the mark, of its height. */
static DossierRectangle
get_label_box (const DossierMapSceneNode *node, double width, double height, DossierLabelSide side, double shift)
{
  double x = node->outline.middle.x;
  double y = node->outline.middle.y;
  double reach = node->outline.half + NODE_LABEL_GAP;

  switch (side)
    {
    case DOSSIER_LABEL_ABOVE:
      return (DossierRectangle){ x - width * (0.5 - shift), y - reach - height, width, height };
    case DOSSIER_LABEL_RIGHT:
      return (DossierRectangle){ x + reach + 1, y - height * (0.5 - shift), width, height };
    case DOSSIER_LABEL_LEFT:
      return (DossierRectangle){ x - reach - 1 - width, y - height * (0.5 - shift), width, height };
    case DOSSIER_LABEL_BELOW:
    case DOSSIER_LABEL_HIDDEN:
    default:
      return (DossierRectangle){ x - width * (0.5 - shift), y + reach, width, height };
    }
}

/* At a corner of the mark: to the @side of it, and above or below its middle. */
static DossierRectangle
get_corner_box (const DossierMapSceneNode *node, double width, double height, DossierLabelSide side, gboolean is_above)
{
  /* Where a round mark is met at an angle of 45 degrees; a square one has corners further out. */
  double reach = node->outline.half - node->outline.corner * (1 - G_SQRT2 / 2) + NODE_LABEL_GAP * G_SQRT2 / 2;
  double x = node->outline.middle.x + (side == DOSSIER_LABEL_RIGHT ? reach : -reach - width);
  double y = node->outline.middle.y + (is_above ? -reach - height : reach);

  return (DossierRectangle){ x, y, width, height };
}

static DossierRectangle
widen (const DossierRectangle *rectangle, double by)
{
  return (DossierRectangle){ rectangle->x - by, rectangle->y - by, rectangle->width + 2 * by, rectangle->height + 2 * by };
}

static gboolean
is_within (const DossierRectangle *view, const DossierRectangle *box)
{
  return box->x >= view->x && box->y >= view->y && box->x + box->width <= view->x + view->width &&
         box->y + box->height <= view->y + view->height;
}

/* Whether a name would be cut by the edge of the view, though its mark is not. */
static gboolean
is_cut (const DossierMapScene *scene, const DossierMapSceneNode *node, const DossierRectangle *box)
{
  DossierPoint middle = node->outline.middle;

  if (middle.x < 0 || middle.y < 0 || middle.x > scene->camera.width || middle.y > scene->camera.height)
    return FALSE;

  return !is_within (&(DossierRectangle){ 0, 0, scene->camera.width, scene->camera.height }, box);
}

static DossierRectangle
get_mark_box (const DossierMapSceneNode *node)
{
  double half = node->outline.half;

  return (DossierRectangle){ node->outline.middle.x - half, node->outline.middle.y - half, 2 * half, 2 * half };
}

/* What no label may touch: marks, and what lies over the view. */
static void
add_marks (const DossierMapScene *scene, DossierOccupancy *occupancy)
{
  for (int i = 0; i < DOSSIER_MAP_CAMERA_N_COVERS; i++)
    if (scene->camera.covers[i].width > 0)
      dossier_occupancy_add_rectangle (occupancy, &scene->camera.covers[i]);

  for (guint i = 0; i < scene->node_array->len; i++)
    {
      const DossierMapSceneNode *node = &g_array_index (scene->node_array, DossierMapSceneNode, i);
      DossierRectangle box = get_mark_box (node);

      if (node->outline.corner < node->outline.half)
        dossier_occupancy_add_rectangle (occupancy, &box);
      else
        dossier_occupancy_add_circle (occupancy, node->outline.middle, node->outline.half);
    }
}

/* Where lines can be at some time, roughly: the middle of each ribbon, and its sides where it is wide. */
static void
add_ribbons (const DossierMapScene *scene, DossierOccupancy *occupancy)
{
  const DossierMap *map = scene->map;
  DossierRectangle sight = dossier_map_scene_get_sight (&scene->camera);

  for (int i = 0; i < map->n_ribbons; i++)
    {
      const DossierMapRibbon *ribbon = &map->ribbons[i];
      DossierOutline from, to;
      int n_sides = ribbon->n_ties > 2 ? 3 : 1;

      if (!map->nodes[ribbon->a].visible || !map->nodes[ribbon->b].visible || !dossier_map_scene_has_in_sight (scene, i))
        continue;

      from = dossier_map_scene_get_outline (map, &scene->camera, ribbon->a);
      to = dossier_map_scene_get_outline (map, &scene->camera, ribbon->b);
      for (int side = 0; side < n_sides; side++)
        {
          DossierCurve line = dossier_ribbon_router_trace (from.middle, to.middle, ribbon->bend, side == 0 ? 0 : (side == 1 ? -SIDE_REACH : SIDE_REACH));
          double begin;
          double end;

          line = dossier_curve_cut (&line, dossier_curve_leave (&line, &from), dossier_curve_enter (&line, &to));
          if (!dossier_curve_clip (&line, &sight, &begin, &end))
            continue;
          line = dossier_curve_cut (&line, begin, end);
          dossier_occupancy_add_curve (occupancy, &line, i);
        }
    }
}

/* Takes a place for a name if it is free and better than the best so far, which costs @least. */
static void
try_place (const DossierMapScene *scene,
           DossierOccupancy *occupancy,
           DossierMapSceneNode *node,
           const DossierRectangle *box,
           DossierLabelSide side,
           double cost,
           double *least)
{
  DossierRectangle wide = widen (box, LABEL_ROOM);

  if (cost >= *least || is_cut (scene, node, box) || !dossier_occupancy_is_free (occupancy, &wide))
    return;

  cost += NAME_ON_LINE_COST * dossier_occupancy_count_lines (occupancy, box, -1);
  if (cost >= *least)
    return;

  *least = cost;
  node->label_side = side;
  node->label = *box;
}

/* The best place that is free: on one of four sides, in its middle or moved along it, or at a corner. Lines are those of the whole
 * map, whatever is shown of it. */
static gboolean
place_node_label (const DossierMapScene *scene, DossierOccupancy *occupancy, DossierMapSceneNode *node)
{
  /* Room for the bold form, too, which it has when selected. */
  double width = scene->map->nodes[node->node].label_width;
  double height = scene->map->nodes[node->node].label_height;
  double least = G_MAXDOUBLE;

  for (DossierLabelSide side = DOSSIER_LABEL_BELOW; side <= DOSSIER_LABEL_LEFT; side++)
    for (gsize i = 0; i < G_N_ELEMENTS (shifts); i++)
      {
        DossierRectangle box = get_label_box (node, width, height, side, shifts[i]);

        try_place (scene, occupancy, node, &box, side, SIDE_COST * (double) (side - DOSSIER_LABEL_BELOW) + SHIFT_COST * fabs (shifts[i]), &least);
      }
  for (int i = 0; i < 4; i++)
    {
      DossierLabelSide side = i % 2 == 0 ? DOSSIER_LABEL_RIGHT : DOSSIER_LABEL_LEFT;
      DossierRectangle box = get_corner_box (node, width, height, side, i >= 2);

      try_place (scene, occupancy, node, &box, side, CORNER_COST + NEXT_CORNER_COST * i, &least);
    }

  return node->label_side != DOSSIER_LABEL_HIDDEN;
}

/* The name of what is selected is shown even if others must give way to it. */
static void
make_way (DossierMapScene *scene, DossierMapSceneNode *selected, DossierOccupancy *marks)
{
  if (!place_node_label (scene, marks, selected))
    return;

  for (guint i = 0; i < scene->node_array->len; i++)
    {
      DossierMapSceneNode *node = &g_array_index (scene->node_array, DossierMapSceneNode, i);
      DossierRectangle wide = widen (&selected->label, LABEL_ROOM);

      if (node != selected && dossier_rectangle_intersects (&node->label, &wide) && !scene->map->nodes[node->node].selected)
        {
          node->label_side = DOSSIER_LABEL_HIDDEN;
          node->label = (DossierRectangle){ 0 };
        }
    }
}

/* What is opened is to be read: marks on its way come to lie below it, and names there are hidden, but for those of its
 * ends. */
static void
clear_opened (DossierMapScene *scene, int opened_ribbon)
{
  const DossierMapRibbon *ribbon = &scene->map->ribbons[opened_ribbon];
  g_autoptr (DossierOccupancy) opened = dossier_occupancy_new (CELL);

  for (guint i = 0; i < scene->strand_array->len; i++)
    {
      const DossierMapSceneStrand *strand = &g_array_index (scene->strand_array, DossierMapSceneStrand, i);

      if (strand->ribbon == opened_ribbon && strand->has_line)
        dossier_occupancy_add_curve (opened, &strand->line, strand->ribbon);
    }
  for (guint i = 0; i < scene->node_array->len; i++)
    {
      DossierMapSceneNode *node = &g_array_index (scene->node_array, DossierMapSceneNode, i);
      DossierRectangle mark = get_mark_box (node);

      if (node->node == ribbon->a || node->node == ribbon->b)
        continue;

      node->is_beneath = dossier_occupancy_count_lines (opened, &mark, -1) > 0;
      if (node->is_beneath ||
          (node->label_side != DOSSIER_LABEL_HIDDEN && dossier_occupancy_count_lines (opened, &node->label, -1) > 0))
        {
          node->label_side = DOSSIER_LABEL_HIDDEN;
          node->label = (DossierRectangle){ 0 };
        }
    }
}

/*
 * The weightiest first, each takes the best of its places that is free (greedy placement with candidates,
 * as compared by Christensen, Marks, Shieber: An empirical study of algorithms for point-feature label
 * placement, 1995); a name that finds none is hidden.
 */
static void
place_node_labels (DossierMapScene *scene, int opened_ribbon)
{
  int n = (int) scene->node_array->len;
  g_autofree int *order = g_new (int, MAX (1, n));
  g_autoptr (DossierOccupancy) occupancy = dossier_occupancy_new (CELL);
  g_autoptr (DossierOccupancy) marks = dossier_occupancy_new (CELL);

  add_marks (scene, occupancy);
  add_marks (scene, marks);
  add_ribbons (scene, occupancy);

  for (int i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, n, sizeof (int), compare_nodes, scene);

  for (int i = 0; i < n; i++)
    {
      DossierMapSceneNode *node = &g_array_index (scene->node_array, DossierMapSceneNode, order[i]);

      /* The shelf stays quiet: names there come when one looks at it closely. */
      if (scene->map->nodes[node->node].loose && scene->camera.scale < LOOSE_LABEL_SCALE)
        continue;
      if (place_node_label (scene, occupancy, node))
        dossier_occupancy_add_rectangle (occupancy, &node->label);
    }

  for (int i = 0; i < n; i++)
    {
      DossierMapSceneNode *node = &g_array_index (scene->node_array, DossierMapSceneNode, order[i]);

      if (scene->map->nodes[node->node].selected && node->label_side == DOSSIER_LABEL_HIDDEN)
        {
          make_way (scene, node, marks);
          if (node->label_side != DOSSIER_LABEL_HIDDEN)
            dossier_occupancy_add_rectangle (marks, &node->label);
        }
    }

  if (opened_ribbon >= 0)
    clear_opened (scene, opened_ribbon);
}

static int
compare_strands (gconstpointer a, gconstpointer b, gpointer data)
{
  const DossierMapScene *scene = data;
  const DossierMapSceneStrand *left = &g_array_index (scene->strand_array, DossierMapSceneStrand, *(const int *) a);
  const DossierMapSceneStrand *right = &g_array_index (scene->strand_array, DossierMapSceneStrand, *(const int *) b);

  if (left->selected != right->selected)
    return left->selected ? -1 : 1;
  if (left->width != right->width)
    return left->width > right->width ? -1 : 1;
  if (left->ribbon != right->ribbon)
    return left->ribbon - right->ribbon;

  return left->tie - right->tie;
}

/* Tries places along a line, on both of its sides, and step by step further away from it, where a bundle
 * of lines lies between. A weightier line's words may cover other lines, a thin one's not. */
static gboolean
place_tie_label (DossierMapScene *scene, DossierOccupancy *occupancy, DossierMapSceneStrand *strand, double width, double height)
{
  DossierRectangle view = { 0, 0, scene->camera.width, scene->camera.height };
  double least = LINE_COST;
  double reach = strand->width / 2 + TIE_LABEL_GAP + (strand->n_ticks > 0 ? 2.5 : 0);
  int n_steps = 1 + (int) MIN (strand->bundle_width / STEP, 10);

  if (strand->selected)
    least = G_MAXDOUBLE;
  else if (strand->width >= STRONG_WIDTH)
    least = 3 * LINE_COST;

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      DossierPoint middle = dossier_curve_get_point (&strand->line, places[i]);
      DossierPoint along = dossier_curve_get_direction (&strand->line, places[i]);

      for (int step = 0; step < 2 * n_steps; step++)
        {
          /* Above the line before below it. */
          double side = (along.x > 0) == (step % 2 == 0) ? -1 : 1;
          double x = -along.y * side;
          double y = along.x * side;
          /* So far to the side that a corner of the box comes no closer than the line's edge. */
          double away = reach + fabs (x) * width / 2 + fabs (y) * height / 2 + step / 2 * STEP;
          double cost = 0.07 * (double) i + 0.03 * (step % 2) + 0.22 * (step / 2);
          DossierRectangle box = { middle.x + x * away - width / 2, middle.y + y * away - height / 2, width, height };
          DossierRectangle wide = widen (&box, LABEL_ROOM);

          if (cost >= least || !is_within (&view, &box) || !dossier_occupancy_is_free (occupancy, &wide))
            continue;

          cost += LINE_COST * dossier_occupancy_count_lines (occupancy, &box, -1);
          if (cost < least)
            {
              least = cost;
              strand->has_label = TRUE;
              strand->label_box = box;
            }
        }
    }

  return strand->has_label;
}

/* Whether words that run along a line touch nothing that is placed so far. */
static gboolean
is_clear (const DossierMapScene *scene, const DossierRectangle *box, DossierPoint direction)
{
  const DossierPoint upright = { 1, 0 };
  DossierRectangle view = { 0, 0, scene->camera.width, scene->camera.height };
  DossierRectangle extents = dossier_tilted_box_get_extents (box, direction);

  if (!is_within (&view, &extents))
    return FALSE;
  for (int i = 0; i < DOSSIER_MAP_CAMERA_N_COVERS; i++)
    if (scene->camera.covers[i].width > 0 && dossier_tilted_box_intersects (box, direction, &scene->camera.covers[i], upright))
      return FALSE;

  for (guint i = 0; i < scene->node_array->len; i++)
    {
      const DossierMapSceneNode *node = &g_array_index (scene->node_array, DossierMapSceneNode, i);
      double reach = node->outline.half + LABEL_ROOM;

      if (node->is_beneath)
        continue;

      /* The corners of a square are further out than its sides. */
      if (node->outline.corner < node->outline.half)
        reach += (node->outline.half - node->outline.corner) * (G_SQRT2 - 1);
      if (dossier_tilted_box_measure (box, direction, node->outline.middle) < reach)
        return FALSE;
      if (node->label_side != DOSSIER_LABEL_HIDDEN && dossier_tilted_box_intersects (box, direction, &node->label, upright))
        return FALSE;
    }

  for (guint i = 0; i < scene->strand_array->len; i++)
    {
      const DossierMapSceneStrand *strand = &g_array_index (scene->strand_array, DossierMapSceneStrand, i);

      if (strand->has_label && dossier_tilted_box_intersects (box, direction, &strand->label_box, strand->label_direction))
        return FALSE;
    }
  for (int i = 0; i < 2 && scene->strip.is_shown; i++)
    if (scene->strip.labels[i][0] != '\0' && dossier_tilted_box_intersects (box, direction, &scene->strip.label_boxes[i], upright))
      return FALSE;

  return TRUE;
}

/* Takes up the room of turned words, piece by piece: one upright rectangle around all would take too much. */
static void
occupy (DossierOccupancy *occupancy, const DossierRectangle *box, DossierPoint direction)
{
  int n_pieces = 1 + (int) (box->width / box->height);
  double length = box->width / n_pieces;

  for (int i = 0; i < n_pieces; i++)
    {
      double along = (i + 0.5) * length - box->width / 2;
      double x = box->x + box->width / 2 + along * direction.x;
      double y = box->y + box->height / 2 + along * direction.y;
      DossierRectangle piece = { x - length / 2, y - box->height / 2, length, box->height };
      DossierRectangle extents = dossier_tilted_box_get_extents (&piece, direction);

      dossier_occupancy_add_rectangle (occupancy, &extents);
    }
}

/* The words of an opened ribbon run along their lines, in the room that is left between these. */
static gboolean
place_along_line (DossierMapScene *scene, DossierOccupancy *occupancy, DossierMapSceneStrand *strand, double width, double height)
{
  double away = strand->width / 2 + height / 2 + (strand->n_ticks > 0 ? 2.5 : 0.5);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      DossierPoint middle = dossier_curve_get_point (&strand->line, places[i]);
      DossierPoint direction = dossier_curve_get_direction (&strand->line, places[i]);
      DossierRectangle box;

      /* Nobody reads upside down. */
      if (direction.x < 0)
        direction = (DossierPoint){ -direction.x, -direction.y };
      box = (DossierRectangle){
        middle.x + direction.y * away - width / 2,
        middle.y - direction.x * away - height / 2,
        width,
        height,
      };

      if (is_clear (scene, &box, direction))
        {
          strand->has_label = TRUE;
          strand->label_box = box;
          strand->label_direction = direction;
          occupy (occupancy, &box, direction);
          return TRUE;
        }
    }

  return FALSE;
}

static void
place_tie_labels (DossierMapScene *scene, DossierOccupancy *occupancy, int opened_ribbon, DossierMeasureFunc measure, gpointer data)
{
  int n = (int) scene->strand_array->len;
  g_autofree int *order = g_new (int, MAX (1, n));

  for (int i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, n, sizeof (int), compare_strands, scene);

  for (int i = 0; i < n; i++)
    {
      DossierMapSceneStrand *strand = &g_array_index (scene->strand_array, DossierMapSceneStrand, order[i]);
      double width;
      double height;

      if (strand->dimmed || !strand->has_line || strand->label[0] == '\0')
        continue;

      strand->label_direction = (DossierPoint){ 1, 0 };
      for (int attempt = 0; attempt < 2 && !strand->has_label; attempt++)
        {
          /* All that is said of a statement if there is room for it, else its own words. */
          if (attempt == 1)
            {
              if (strand->ribbon != opened_ribbon || scene->map->ties[strand->tie].label[0] == '\0')
                break;
              strand->label = scene->map->ties[strand->tie].label;
            }

          /* Words longer than their line would seem to belong to another. */
          measure (strand->label, DOSSIER_TEXT_TIE_LABEL, &width, &height, data);
          if (width > dossier_curve_get_length (&strand->line) * (strand->ribbon == opened_ribbon ? 0.95 : 1.1))
            continue;

          if (strand->ribbon == opened_ribbon)
            place_along_line (scene, occupancy, strand, width, height);
          else if (place_tie_label (scene, occupancy, strand, width, height))
            dossier_occupancy_add_rectangle (occupancy, &strand->label_box);
        }
    }
}

/* Says between which days the moments of an opened ribbon lie: at both ends of their strip, where there is room. */
static void
place_dates (DossierMapScene *scene, DossierOccupancy *occupancy, DossierMeasureFunc measure, gpointer data)
{
  DossierMapSceneStrip *strip = &scene->strip;
  DossierRectangle view = { 0, 0, scene->camera.width, scene->camera.height };
  const DossierMap *map = scene->map;

  if (!strip->is_shown)
    return;

  for (int i = 0; i < 2 && (i == 0 || map->moments[map->n_moments - 1] > map->moments[0]); i++)
    {
      g_autofree char *text = dossier_time_to_text (map->moments[i == 0 ? 0 : map->n_moments - 1], DOSSIER_PRECISION_DAY, DOSSIER_DATE_STYLE_SHORT);
      DossierPoint end = i == 0 ? strip->line.start : strip->line.end;
      int least = G_MAXINT;
      double width;
      double height;

      measure (text, DOSSIER_TEXT_TIE_LABEL, &width, &height, data);
      for (int place = 0; place < 3; place++)
        {
          /* Below the end, above it, or outside of it. */
          DossierRectangle box = { end.x - width / 2, end.y + DATE_GAP, width, height };
          DossierRectangle wide;
          int n_lines;

          if (place == 1)
            box.y = end.y - DATE_GAP - height;
          if (place == 2)
            box = (DossierRectangle){ i == 0 ? end.x - DATE_GAP - width : end.x + DATE_GAP, end.y - height / 2, width, height };

          wide = widen (&box, LABEL_ROOM);
          if (!is_within (&view, &box) || !dossier_occupancy_is_free (occupancy, &wide))
            continue;

          n_lines = dossier_occupancy_count_lines (occupancy, &box, -1);
          if (n_lines >= least)
            continue;
          least = n_lines;
          strip->labels[i] = g_string_chunk_insert_const (scene->strings, text);
          strip->label_boxes[i] = box;
        }
      if (least < G_MAXINT)
        dossier_occupancy_add_rectangle (occupancy, &strip->label_boxes[i]);
    }
}

/* What persons are, below their names, where that covers nothing at all. */
static void
place_posts (DossierMapScene *scene, DossierOccupancy *occupancy, DossierMeasureFunc measure, gpointer data)
{
  DossierRectangle view = { 0, 0, scene->camera.width, scene->camera.height };

  for (guint i = 0; i < scene->node_array->len; i++)
    {
      DossierMapSceneNode *node = &g_array_index (scene->node_array, DossierMapSceneNode, i);
      const DossierMapNode *map_node = &scene->map->nodes[node->node];
      DossierRectangle box;

      if (map_node->post == NULL || map_node->dimmed || node->label_side == DOSSIER_LABEL_HIDDEN)
        continue;

      measure (map_node->post, DOSSIER_TEXT_TIE_LABEL, &box.width, &box.height, data);
      box.x = node->label.x + (node->label.width - box.width) / 2;
      if (node->label_side == DOSSIER_LABEL_RIGHT)
        box.x = node->label.x;
      else if (node->label_side == DOSSIER_LABEL_LEFT)
        box.x = node->label.x + node->label.width - box.width;
      box.y = node->label.y + node->label.height;

      /* The name itself is next to it, so it is held against what is a little further down. */
      if (box.width > MOST_OF_POST || !is_within (&view, &box) || dossier_occupancy_count_lines (occupancy, &box, -1) > 0)
        continue;
      if (!dossier_occupancy_is_free (occupancy, &(DossierRectangle){ box.x, box.y + 1, box.width, box.height }))
        continue;
      node->has_post = TRUE;
      node->post = box;
      dossier_occupancy_add_rectangle (occupancy, &box);
    }
}

/* Gives names and words their places: first the names of actors, then the words of ties. */
void
dossier_map_scene_place_labels (DossierMapScene *scene, int opened_ribbon, DossierMeasureFunc measure, gpointer data)
{
  g_autoptr (DossierOccupancy) occupancy = dossier_occupancy_new (CELL);
  g_autoptr (DossierOccupancy) lines = dossier_occupancy_new (CELL);

  place_node_labels (scene, opened_ribbon);

  add_marks (scene, occupancy);
  for (guint i = 0; i < scene->node_array->len; i++)
    {
      const DossierMapSceneNode *node = &g_array_index (scene->node_array, DossierMapSceneNode, i);

      if (node->label_side != DOSSIER_LABEL_HIDDEN)
        dossier_occupancy_add_rectangle (occupancy, &node->label);
    }
  for (guint i = 0; i < scene->strand_array->len; i++)
    {
      const DossierMapSceneStrand *strand = &g_array_index (scene->strand_array, DossierMapSceneStrand, i);

      if (!strand->has_line)
        continue;
      dossier_occupancy_add_curve (lines, &strand->line, strand->ribbon);
      /* What stands back may be covered. */
      if (!strand->dimmed)
        dossier_occupancy_add_curve (occupancy, &strand->line, strand->ribbon);
    }
  for (guint i = 0; i < scene->node_array->len; i++)
    {
      DossierMapSceneNode *node = &g_array_index (scene->node_array, DossierMapSceneNode, i);

      node->label_is_crossed = node->label_side != DOSSIER_LABEL_HIDDEN && dossier_occupancy_count_lines (lines, &node->label, -1) > 0;
    }
  place_dates (scene, occupancy, measure, data);
  place_tie_labels (scene, occupancy, opened_ribbon, measure, data);
  place_posts (scene, occupancy, measure, data);
}
