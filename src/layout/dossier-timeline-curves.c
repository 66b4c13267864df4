/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-timeline-curves-private.h"

#include <math.h>

/* How far an arc rises above the line between its ends, in pixels. */
#define LEAST_BEND 14.0
#define MOST_BEND  56.0

/* Between a label and whatever else is there. */
#define LABEL_GAP 3.0

/* What leads to no event ends in its label: that stands so far beside the event at least. */
#define SIDE_STEP 22.0

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

static gboolean
is_taken (const DossierTimelineScene *scene, const DossierTimelineBox *box, gboolean by_items)
{
  DossierTimelineBox wide = {
    box->x - LABEL_GAP, box->y, box->width + 2 * LABEL_GAP, box->height
  };

  if (wide.x < scene->plot.x || wide.x + wide.width > scene->plot.x + scene->plot.width || wide.y < 0 ||
      wide.y + wide.height > scene->axis_top)
    return TRUE;

  for (guint i = 0; i < scene->items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, i);

      if (dossier_timeline_box_intersects (&wide, &item->sign_box) ||
          dossier_timeline_box_intersects (&wide, &item->title_box) ||
          dossier_timeline_box_intersects (&wide, &item->detail_box) ||
          (by_items && dossier_timeline_box_intersects (&wide, &item->box)))
        return TRUE;
    }
  for (guint i = 0; i < scene->merged->len; i++)
    {
      const DossierTimelineMerged *merged = dossier_timeline_scene_get_merged (scene, i);

      if (dossier_timeline_box_intersects (&wide, &merged->box) ||
          dossier_timeline_box_intersects (&wide, &merged->title_box))
        return TRUE;
    }
  for (guint i = 0; i < scene->curves->len; i++)
    if (dossier_timeline_box_intersects (&wide, &g_array_index (scene->curves, DossierTimelineCurve, i).label_box))
      return TRUE;

  return FALSE;
}

/* The point of a curve at a share of its way; as the painter draws it. */
static void
get_point (const DossierTimelineCurve *curve, double share, double *x, double *y)
{
  double rest = 1 - share;
  double across = curve->to_x - curve->from_x;
  double x1 = curve->from_x + across / 4;
  double x2 = curve->to_x - across / 4;
  double y1 = curve->from_y - curve->bend;
  double y2 = curve->to_y - curve->bend;

  *x = rest * rest * rest * curve->from_x + 3 * rest * rest * share * x1 + 3 * rest * share * share * x2 +
       share * share * share * curve->to_x;
  *y = rest * rest * rest * curve->from_y + 3 * rest * rest * share * y1 + 3 * rest * share * share * y2 +
       share * share * share * curve->to_y;
}

/* Looks for room along the curve, from its middle outward, on it first and then beside it. */
static void
place_label (DossierTimelineScene *scene, DossierTimelineCurve *curve, double width, double height)
{
  static const double shares[] = { 0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8 };

  for (int by_items = 1; by_items >= 0; by_items--)
    for (int side = 0; side < 3; side++)
      for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
        {
          DossierTimelineBox box;
          double x, y;

          get_point (curve, shares[i], &x, &y);
          y += side == 0 ? 0 : side == 1 ? -(height / 2 + 4)
                                         : height / 2 + 4;
          box = (DossierTimelineBox){ x - width / 2, y - height / 2, width, height };
          if (!is_taken (scene, &box, by_items == 1))
            {
              curve->label_box = box;
              return;
            }
        }
}

/* The nearest free place right or left of a time, on the row of the event or any other. */
static void
place_end (DossierTimelineScene *scene, DossierTimelineCurve *curve, double x, double width, double height)
{
  for (int by_items = 1; by_items >= 0; by_items--)
    for (int step = 0; step < 24; step++)
      {
        double down = (step + 1) / 2 * (height + 2) * (step % 2 == 1 ? -1 : 1);

        for (int side = 0; side < 6; side++)
          {
            double left = side % 2 == 0 ? x + side * 20 : MIN (x, curve->from_x - SIDE_STEP) - side * 20 - width;
            DossierTimelineBox box = { left, curve->from_y + down - height / 2, width, height };

            if (!is_taken (scene, &box, by_items == 1))
              {
                curve->label_box = box;
                return;
              }
          }
      }
}

/* From the nearest side of an event to the nearest side of the label. */
static void
lead_to_label (DossierTimelineCurve *curve, const DossierTimelineBox *from)
{
  const DossierTimelineBox *label = &curve->label_box;

  curve->to_y = label->y + label->height / 2;
  if (label->x >= from->x + from->width)
    {
      curve->from_x = from->x + from->width;
      curve->to_x = label->x - LABEL_GAP;
    }
  else if (label->x + label->width <= from->x)
    {
      curve->from_x = from->x;
      curve->to_x = label->x + label->width + LABEL_GAP;
    }
  else
    {
      gboolean is_above = label->y < from->y;

      curve->from_x = CLAMP (label->x + label->width / 2, from->x + 4, from->x + from->width - 4);
      curve->to_x = CLAMP (curve->from_x, label->x, label->x + label->width);
      curve->from_y = is_above ? from->y : from->y + from->height;
      curve->to_y = is_above ? label->y + label->height : label->y;
    }
}

static void
bend_curve (const DossierTimelineScene *scene, DossierTimelineCurve *curve)
{
  double across = fabs (curve->to_x - curve->from_x);
  double top = MIN (curve->from_y, curve->to_y);

  curve->bend = CLAMP (across / 4, LEAST_BEND, MOST_BEND);
  if (top - curve->bend * 0.75 < 2)
    curve->bend = -curve->bend;
}

/* Adds the arcs whose event is in sight. Their labels stand where nothing else is written. */
void
dossier_timeline_layout_add_curves (DossierTimelineLayout *layout, DossierTimelineScene *scene)
{
  for (guint i = 0; i < layout->arcs->len; i++)
    {
      const DossierTimelineArc *arc = &g_array_index (layout->arcs, DossierTimelineArc, i);
      DossierTimelineCurve curve = { .arc = (int) i, .label = arc->label };
      DossierTimelineBox from, to;
      DossierSpan span = arc->to_span;
      double width, height, x;

      if (!find_event (layout, scene, arc->from, &from, &curve.from_x))
        continue;

      layout->measure (arc->label, DOSSIER_TEXT_TIE_LABEL, &width, &height, layout->data);
      curve.from_y = from.y + from.height / 2;

      if (arc->to < 0)
        {
          curve.from_x = from.x + from.width;
          x = span.flags & DOSSIER_SPAN_UNKNOWN
                  ? curve.from_x
                  : dossier_time_viewport_get_x (&scene->viewport, span.start_earliest) + scene->plot.x;
          x = CLAMP (x, curve.from_x + SIDE_STEP, MAX (scene->plot.x + scene->plot.width - width - LABEL_GAP, curve.from_x));
          place_end (scene, &curve, x, width, height);
          if (dossier_timeline_box_is_empty (&curve.label_box))
            continue;

          lead_to_label (&curve, &from);
          g_array_append_val (scene->curves, curve);
          continue;
        }

      curve.from_y = from.y;
      if (find_event (layout, scene, arc->to, &to, &curve.to_x))
        {
          curve.to_y = to.y;
        }
      else
        {
          /* It is out of sight: the arc leads to the edge where it would be. */
          layout->source.get_span (arc->to, &span, layout->source.data);
          x = dossier_time_viewport_get_x (&scene->viewport, span.start_earliest);
          curve.to_x = scene->plot.x + (x < 0 ? 0 : scene->plot.width);
          curve.to_y = curve.from_y - LEAST_BEND;
          curve.is_cut = TRUE;
        }
      bend_curve (scene, &curve);
      place_label (scene, &curve, width, height);
      g_array_append_val (scene->curves, curve);
    }
}
