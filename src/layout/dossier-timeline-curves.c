/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-timeline-curves-private.h"

#include <math.h>

/* How far an arc between two events of one row rises above them, in pixels. */
#define LEAST_BEND 14.0
#define MOST_BEND  56.0

/* A curve that goes up or down keeps to the edge of its event for this share of its way, where no words stand, and
   arrives straight from so far above or below: a share of its height, and at least. */
#define ALONG          0.75
#define STRAIGHT       0.5
#define LEAST_STRAIGHT 14.0

/* With so much room between the end of one card and the beginning of the other, it goes from the one to the other. */
#define LEAST_BETWEEN 24.0

/* From the head of an arrow to what it points at. */
#define HEAD_GAP 2.0

/* Around a label: what else is written keeps away from it so far. */
#define LABEL_GAP_X 9.0
#define LABEL_GAP_Y 3.0

/* What leads to no event ends beside its label: an end is so far from the event at least, and the label behind it. */
#define LEAST_WAY 14.0
#define LABEL_WAY 8.0

/* An event lower than this is but a line. */
#define LOWEST_BAR 8.0

/* In so many steps, each a share of its height, a label is looked for room above and below its event. */
#define MOST_STEPS 42
#define STEP_SHARE (1 / 3.0)
#define STEP_COST  4.0

/* What a place costs beside its distance: on the bar of another event, on one that is but a line and goes through it, on
   the border of two lanes, outside of the lane of its event, and on the other side of the end of its line. */
#define COST_OF_BAR    50.0
#define COST_OF_THIN   110.0
#define COST_OF_BORDER 90.0
#define COST_OF_LANE   14.0
#define COST_OF_SIDE   10.0

/* On another line, at each of so many points of it, and on its head. */
#define CURVE_POINTS 12
#define COST_OF_LINE 6.0
#define COST_OF_HEAD 200.0

/* What a curve leads from and to; the latter is empty if that is no event. */
typedef struct
{
  DossierTimelineBox from;
  DossierTimelineBox to;
} Ends;

/* Where an event is on the canvas: its own item, or the mark that it is merged in. Returns FALSE if it is neither. */
static gboolean
find_event (DossierTimelineLayout *layout,
            const DossierTimelineScene *scene,
            int event,
            DossierTimelineBox *box,
            double *x)
{
  int index = dossier_timeline_scene_find (scene, event);

  if (index >= 0)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, index);

      *box = item->box;
      *x = MAX (item->begin, scene->plot.x) + DOSSIER_TIMELINE_MARK_WIDTH / 2;
      return TRUE;
    }

  index = dossier_timeline_layout_find_merged (layout, scene, event);
  if (index >= 0)
    {
      *box = dossier_timeline_scene_get_merged (scene, index)->box;
      *x = box->x + box->width / 2;
      return TRUE;
    }

  return FALSE;
}

/* The lane that a place is in; -1 between two. */
static int
find_band (const DossierTimelineScene *scene, double top, double bottom)
{
  for (guint i = 0; i < scene->bands->len; i++)
    {
      const DossierTimelineBox *band = &dossier_timeline_scene_get_band (scene, i)->box;

      if (top >= band->y && bottom <= band->y + band->height)
        return (int) i;
    }

  return -1;
}

/* The point of a curve at a share of its way. */
static void
get_point (const DossierTimelineCurve *curve, double share, double *x, double *y)
{
  double rest = 1 - share;
  double weights[] = { rest * rest * rest, 3 * rest * rest * share, 3 * rest * share * share, share * share * share };

  *x = *y = 0;
  for (int i = 0; i < 4; i++)
    {
      *x += weights[i] * curve->x[i];
      *y += weights[i] * curve->y[i];
    }
}

/* A label hides what it lies on: the head of an arrow must be seen, a piece of the line rather so. */
static double
get_cost_of_curve (const DossierTimelineCurve *curve, const DossierTimelineBox *box)
{
  double cost = 0;

  for (int i = 1; i <= CURVE_POINTS; i++)
    {
      double x, y;

      get_point (curve, (double) i / CURVE_POINTS, &x, &y);
      if (dossier_timeline_box_contains (box, x, y))
        cost += i == CURVE_POINTS ? COST_OF_HEAD : COST_OF_LINE;
    }

  return cost;
}

/* What a place for a label costs, infinite where something is written already or on one of the ends of its curve. */
static double
get_cost (const DossierTimelineScene *scene, const Ends *ends, const DossierTimelineBox *box)
{
  DossierTimelineBox wide = {
    box->x - LABEL_GAP_X, box->y - LABEL_GAP_Y, box->width + 2 * LABEL_GAP_X, box->height + 2 * LABEL_GAP_Y
  };
  double cost = find_band (scene, wide.y, wide.y + wide.height) < 0 ? COST_OF_BORDER : 0;

  if (wide.x < scene->plot.x || wide.x + wide.width > scene->plot.x + scene->plot.width || wide.y < 0 ||
      wide.y + wide.height > scene->axis_top)
    return INFINITY;
  if (dossier_timeline_box_intersects (&wide, &ends->from) || dossier_timeline_box_intersects (&wide, &ends->to))
    return INFINITY;

  for (guint i = 0; i < scene->items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, i);

      if (dossier_timeline_box_intersects (&wide, &item->sign_box) ||
          dossier_timeline_box_intersects (&wide, &item->title_box) ||
          dossier_timeline_box_intersects (&wide, &item->detail_box))
        return INFINITY;
      if (dossier_timeline_box_intersects (&wide, &item->box))
        cost += item->box.height < LOWEST_BAR ? COST_OF_THIN : COST_OF_BAR;
    }
  for (guint i = 0; i < scene->merged->len; i++)
    {
      const DossierTimelineMerged *merged = dossier_timeline_scene_get_merged (scene, i);

      if (dossier_timeline_box_intersects (&wide, &merged->box) ||
          dossier_timeline_box_intersects (&wide, &merged->title_box))
        return INFINITY;
    }
  for (guint i = 0; i < scene->curves->len; i++)
    {
      const DossierTimelineCurve *curve = &g_array_index (scene->curves, DossierTimelineCurve, i);

      if (dossier_timeline_box_intersects (&wide, &curve->label_box))
        return INFINITY;
      cost += get_cost_of_curve (curve, &wide);
    }

  return cost;
}

/* Takes a place for the label if it is better than the best so far. */
static void
try_place (const DossierTimelineScene *scene, const Ends *ends, DossierTimelineCurve *curve, const DossierTimelineBox *box, double distance, double *least)
{
  double cost;

  if (distance >= *least)
    return;

  cost = distance + get_cost (scene, ends, box);
  if (cost < *least)
    {
      *least = cost;
      curve->label_box = *box;
    }
}

/* Looks for room along the curve, from its middle outward, on it first and then beside it. */
static void
place_label (const DossierTimelineScene *scene, const Ends *ends, DossierTimelineCurve *curve, double width, double height)
{
  static const double shares[] = { 0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9 };
  static const struct
  {
    double across;
    double down;
  } sides[] = { { 0, 0 }, { 0, -1 }, { 0, 1 }, { 1, 0 }, { -1, 0 }, { 0, -2 }, { 0, 2 } };
  double least = INFINITY;

  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      double middle_x, middle_y;

      get_point (curve, shares[i], &middle_x, &middle_y);
      for (gsize j = 0; j < G_N_ELEMENTS (sides); j++)
        {
          double across = sides[j].across * (width / 2 + LABEL_WAY);
          double down = sides[j].down * (height / 2 + LABEL_GAP_Y);
          double distance = fabs (shares[i] - 0.5) * 60 + COST_OF_SIDE * (fabs (sides[j].across) + fabs (sides[j].down));
          DossierTimelineBox box = { middle_x + across - width / 2, middle_y + down - height / 2, width, height };

          try_place (scene, ends, curve, &box, distance, &least);
        }
    }
}

/* An arc between two events: over them if they stand in one row, else from the foot of the upper to the head of the lower. */
static void
draw_out (DossierTimelineCurve *curve, const Ends *ends)
{
  const DossierTimelineBox *from = &ends->from;
  const DossierTimelineBox *to = &ends->to;
  double across = curve->x[3] - curve->x[0];
  double straight;

  if (to->y < from->y + from->height && from->y < to->y + to->height)
    {
      double bend = CLAMP (fabs (across) / 4, LEAST_BEND, MOST_BEND);
      gboolean is_above = MIN (from->y, to->y) - bend * 0.75 >= 2;

      curve->y[0] = is_above ? from->y : from->y + from->height;
      curve->y[3] = is_above ? to->y : to->y + to->height;
      curve->x[1] = curve->x[0] + across / 4;
      curve->x[2] = curve->x[3] - across / 4;
      curve->y[1] = curve->y[0] + (is_above ? -bend : bend);
      curve->y[2] = curve->y[3] + (is_above ? -bend : bend);
      return;
    }

  if (to->x - from->x - from->width >= LEAST_BETWEEN)
    {
      double half;

      curve->x[0] = from->x + from->width;
      curve->x[3] = to->x - HEAD_GAP;
      half = (curve->x[3] - curve->x[0]) / 2;
      curve->x[1] = curve->x[0] + half;
      curve->x[2] = curve->x[3] - half;
      curve->y[0] = curve->y[1] = from->y + from->height / 2;
      curve->y[2] = curve->y[3] = to->y + to->height / 2;
      return;
    }

  curve->y[0] = to->y > from->y ? from->y + from->height : from->y;
  curve->y[3] = to->y > from->y ? to->y - HEAD_GAP : to->y + to->height + HEAD_GAP;
  straight = MAX (fabs (curve->y[3] - curve->y[0]) * STRAIGHT, LEAST_STRAIGHT) * (to->y > from->y ? 1 : -1);
  curve->x[1] = curve->x[0] + across * ALONG;
  curve->x[2] = curve->x[3];
  curve->y[1] = curve->y[0] + (to->y > from->y ? HEAD_GAP : -HEAD_GAP);
  curve->y[2] = curve->y[3] - straight;
}

/* Where no label is ever looked for room. */
static void
put_out_of_sight (DossierTimelineCurve *curve)
{
  for (int i = 0; i < 4; i++)
    curve->x[i] = curve->y[i] = -INFINITY;
}

/* Where an event that is out of sight would be: at the edge, on the height of the other end. */
static void
put_at_edge (DossierTimelineLayout *layout, const DossierTimelineScene *scene, int event, const DossierTimelineBox *other, DossierTimelineBox *box, double *x)
{
  DossierSpan span;
  double left;

  layout->source.get_span (event, &span, layout->source.data);
  left = dossier_time_viewport_get_x (&scene->viewport, span.start_earliest);
  *x = scene->plot.x + (left < 0 ? 0 : scene->plot.width);
  *box = (DossierTimelineBox){ *x, other->y, 1, other->height };
}

/* Returns whether any of it is in sight. */
static gboolean
draw_between_events (DossierTimelineLayout *layout, const DossierTimelineScene *scene, const DossierTimelineArc *arc, DossierTimelineCurve *curve, Ends *ends)
{
  curve->begins_outside = !find_event (layout, scene, arc->from, &ends->from, &curve->x[0]);
  curve->ends_outside = !find_event (layout, scene, arc->to, &ends->to, &curve->x[3]);
  if (curve->begins_outside && curve->ends_outside)
    return FALSE;

  if (curve->begins_outside)
    put_at_edge (layout, scene, arc->from, &ends->to, &ends->from, &curve->x[0]);
  else if (curve->ends_outside)
    put_at_edge (layout, scene, arc->to, &ends->from, &ends->to, &curve->x[3]);
  draw_out (curve, ends);

  return TRUE;
}

/* From an event to a time at which there is no event: a line that leads there above or below, and the label behind it. */
static void
lead_to_time (DossierTimelineCurve *curve, const DossierTimelineBox *from, double x, double y)
{
  curve->y[0] = y < from->y ? from->y : from->y + from->height;
  curve->x[1] = curve->x[0];
  curve->x[2] = curve->x[0] + (x - curve->x[0]) * 0.4;
  curve->x[3] = x;
  curve->y[1] = curve->y[0] + (y - curve->y[0]) * 0.8;
  curve->y[2] = curve->y[3] = y;
}

/* The same to a label that stands right above or below that time. */
static void
lead_up_or_down (DossierTimelineCurve *curve, const DossierTimelineBox *from, double x, double y)
{
  curve->y[0] = y < from->y ? from->y : from->y + from->height;
  curve->x[1] = curve->x[0];
  curve->x[2] = curve->x[3] = x;
  curve->y[1] = curve->y[2] = (curve->y[0] + y) / 2;
  curve->y[3] = y;
}

/* Returns whether the event is in sight and there is room for the label. */
static gboolean
draw_to_time (DossierTimelineLayout *layout, const DossierTimelineScene *scene, const DossierTimelineArc *arc, DossierTimelineCurve *curve)
{
  double right = scene->plot.x + scene->plot.width;
  double least = INFINITY;
  double width, height, time, x;
  Ends ends = { 0 };
  const DossierTimelineBox *from = &ends.from;
  int band, n_ways;

  if (!find_event (layout, scene, arc->from, &ends.from, &curve->x[0]))
    return FALSE;

  time = curve->x[0];
  if (!(arc->to_span.flags & DOSSIER_SPAN_UNKNOWN))
    time = dossier_time_viewport_get_x (&scene->viewport, arc->to_span.start_earliest) + scene->plot.x;
  curve->ends_outside = time < scene->plot.x || time > right;

  layout->measure (arc->label, DOSSIER_TEXT_TIE_LABEL, &width, &height, layout->data);
  band = find_band (scene, from->y, from->y + from->height);
  x = time;
  /* What comes at the same time may stand on either side. */
  n_ways = fabs (time - curve->x[0]) < LEAST_WAY ? 2 : 1;
  for (int way = 0; way < n_ways; way++)
    {
      double direction = (time >= curve->x[0] - DOSSIER_TIMELINE_MARK_WIDTH ? 1 : -1) * (way == 0 ? 1 : -1);
      double end = CLAMP (n_ways == 2 ? curve->x[0] + direction * LEAST_WAY : time, scene->plot.x + 2, right - 2);
      double before = least;

      for (int step = 0; step < MOST_STEPS; step++)
        for (int side = 0; side < 2; side++)
          {
            double gap = LABEL_GAP_Y + 2 + step * (height + 4) * STEP_SHARE;
            double top = side == 0 ? from->y + from->height + gap : from->y - gap - height;
            double distance = step * STEP_COST + side * 3 + way * COST_OF_SIDE + (find_band (scene, top, top + height) != band ? COST_OF_LANE : 0);
            DossierTimelineBox behind = { end + (direction > 0 ? LABEL_WAY : -LABEL_WAY - width), top, width, height };
            DossierTimelineBox above = {
              CLAMP (end - width / 2, scene->plot.x + LABEL_GAP_X, MAX (right - LABEL_GAP_X - width, scene->plot.x)), top, width, height
            };

            try_place (scene, &ends, curve, &behind, distance, &least);
            if (way == 0 && (curve->ends_outside || behind.x + width > right - LABEL_GAP_X))
              try_place (scene, &ends, curve, &above, distance + COST_OF_SIDE, &least);
          }
      if (least < before)
        x = end;
    }
  if (dossier_timeline_box_is_empty (&curve->label_box))
    return FALSE;

  /* The line ends before its label: beside it, or above or below it where that has no room behind the end. */
  if (curve->label_box.x < x && curve->label_box.x + width > x)
    lead_up_or_down (curve, from, x, curve->label_box.y > from->y ? curve->label_box.y - HEAD_GAP : curve->label_box.y + height + HEAD_GAP);
  else
    lead_to_time (curve, from, x, curve->label_box.y + height / 2);

  return TRUE;
}

/* Adds the arcs whose event is in sight. First all lines that lead to events are drawn, for labels keep away from them; then
   the labels are placed, where nothing else is written. */
void
dossier_timeline_layout_add_curves (DossierTimelineLayout *layout, DossierTimelineScene *scene)
{
  guint n = layout->arcs->len;
  g_autofree Ends *ends = g_new0 (Ends, n);
  g_autofree gboolean *is_seen = g_new0 (gboolean, n);

  g_array_set_size (scene->curves, n);
  for (guint i = 0; i < n; i++)
    {
      const DossierTimelineArc *arc = &g_array_index (layout->arcs, DossierTimelineArc, i);
      DossierTimelineCurve *curve = &g_array_index (scene->curves, DossierTimelineCurve, i);

      *curve = (DossierTimelineCurve){ .arc = (int) i, .is_link = arc->is_link, .label = arc->label };
      is_seen[i] = arc->to >= 0 && draw_between_events (layout, scene, arc, curve, &ends[i]);
      if (!is_seen[i])
        put_out_of_sight (curve);
    }

  for (guint i = 0; i < n; i++)
    {
      const DossierTimelineArc *arc = &g_array_index (layout->arcs, DossierTimelineArc, i);
      DossierTimelineCurve curve = g_array_index (scene->curves, DossierTimelineCurve, i);

      if (arc->to < 0)
        {
          is_seen[i] = draw_to_time (layout, scene, arc, &curve);
        }
      else if (is_seen[i] && arc->label[0] != '\0')
        {
          double width, height;

          /* Its own line it may lie on. */
          put_out_of_sight (&g_array_index (scene->curves, DossierTimelineCurve, i));
          layout->measure (arc->label, DOSSIER_TEXT_TIE_LABEL, &width, &height, layout->data);
          place_label (scene, &ends[i], &curve, width, height);
        }
      if (is_seen[i])
        g_array_index (scene->curves, DossierTimelineCurve, i) = curve;
    }

  for (guint i = n; i > 0; i--)
    if (!is_seen[i - 1])
      g_array_remove_index (scene->curves, i - 1);
}
