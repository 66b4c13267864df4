/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-timeline-view-private.h"

#include <math.h>

/* A span that is drawn is at least this wide, in pixels: one that is no wider cannot be seen. */
#define LEAST_SPAN 6.0

/* How near to an edge of the brushed span the pointer has to be to move it, in pixels. */
#define EDGE 5.0

static double
get_plot_x (DossierTimelineView *self, double x)
{
  return CLAMP (x - self->scene.plot.x, 0, self->viewport.width);
}

static gint64
get_time (DossierTimelineView *self, double x)
{
  return dossier_time_viewport_get_time (&self->viewport, get_plot_x (self, x));
}

/* From where the drag began to where it is, never too narrow to be seen. */
static void
find_span (DossierTimelineView *self, double x, gint64 *begin, gint64 *end)
{
  double anchor_x = dossier_time_viewport_get_x (&self->viewport, self->drag_anchor);
  double here = get_plot_x (self, x);
  gint64 time;

  if (fabs (here - anchor_x) < LEAST_SPAN)
    here = here < anchor_x || anchor_x + LEAST_SPAN > self->viewport.width ? anchor_x - LEAST_SPAN : anchor_x + LEAST_SPAN;
  time = dossier_time_viewport_get_time (&self->viewport, here);
  *begin = MIN (time, self->drag_anchor);
  *end = MAX (time, self->drag_anchor);
}

/* Which edge of the brushed span is at the point: -1 for its begin, 1 for its end, 0 for neither. */
static int
find_edge (DossierTimelineView *self, double x)
{
  gint64 begin, end;
  double to_begin, to_end;

  if (self->view == NULL || !self->has_viewport || isnan (x) || !dossier_view_get_brush (self->view, &begin, &end))
    return 0;

  to_begin = fabs (dossier_time_viewport_get_x (&self->viewport, begin) + self->scene.plot.x - x);
  to_end = fabs (dossier_time_viewport_get_end_x (&self->viewport, end) + self->scene.plot.x - x);
  if (MIN (to_begin, to_end) > EDGE)
    return 0;

  return to_begin < to_end ? -1 : 1;
}

/**
 * dossier_timeline_view_get_brush_place:
 * @self: a timeline view
 * @place: (out): what is seen of the brushed span, down to the axis, in pixels of the widget
 *
 * Returns: whether anything of it is seen
 */
gboolean
dossier_timeline_view_get_brush_place (DossierTimelineView *self, GdkRectangle *place)
{
  gint64 begin, end;
  double begin_x, end_x;

  g_return_val_if_fail (DOSSIER_IS_TIMELINE_VIEW (self), FALSE);

  if (self->view == NULL || !self->has_viewport || !dossier_view_get_brush (self->view, &begin, &end))
    return FALSE;

  begin_x = MAX (dossier_time_viewport_get_x (&self->viewport, begin), 0);
  end_x = MIN (dossier_time_viewport_get_end_x (&self->viewport, end), self->viewport.width);
  if (begin_x >= end_x)
    return FALSE;

  *place = (GdkRectangle){ (int) (begin_x + self->scene.plot.x), 0, MAX (1, (int) (end_x - begin_x)), (int) self->scene.axis_top };

  return TRUE;
}

static gboolean
overlaps (const DossierTimelineBox *a, const DossierTimelineBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

/* Selects what the rubber band touches, and keeps what was selected. */
static void
select_in_band (DossierTimelineView *self)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (int));
  int n;
  const int *selected = dossier_view_get_events (self->view, &n);

  if (n > 0)
    g_array_append_vals (events, selected, (guint) n);
  for (guint i = 0; i < self->scene.items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (&self->scene, (int) i);

      if (overlaps (&item->box, &self->band))
        g_array_append_val (events, item->event);
    }
  for (guint i = 0; i < self->scene.merged->len; i++)
    {
      const DossierTimelineMerged *merged = dossier_timeline_scene_get_merged (&self->scene, (int) i);
      g_autofree int *listed = NULL;

      if (!overlaps (&merged->box, &self->band))
        continue;
      listed = dossier_timeline_layout_list_merged (self->layout, &self->scene, (int) i, &n);
      if (n > 0)
        g_array_append_vals (events, listed, (guint) n);
    }

  if (events->len > 0)
    dossier_view_select_events (self->view, (const int *) events->data, (int) events->len);
}

/**
 * dossier_timeline_view_get_drag_cursor:
 * @self: a timeline view
 * @x: where the pointer is, in pixels
 * @y: likewise
 *
 * Returns: (transfer none) (nullable): the name of the cursor that tells what a drag would do there, %NULL if it pans
 */
const char *
dossier_timeline_view_get_drag_cursor (DossierTimelineView *self, double x, double y)
{
  if (find_edge (self, x) != 0)
    return "col-resize";

  return self->has_viewport && y >= self->scene.axis_top ? "zoom-in" : NULL;
}

/**
 * dossier_timeline_view_add_drag_state:
 * @self: a timeline view
 * @state: (inout): what a frame shows beside the scene
 *
 * Adds what is being drawn with the pointer: the span that will be zoomed to, or the rubber band.
 */
void
dossier_timeline_view_add_drag_state (DossierTimelineView *self, DossierTimelineState *state)
{
  if (self->drag == DOSSIER_TIMELINE_DRAG_ZOOM)
    {
      state->has_brush = TRUE;
      state->brush_begin = self->zoom_begin;
      state->brush_end = self->zoom_end;
    }
  state->band = self->drag == DOSSIER_TIMELINE_DRAG_BAND ? &self->band : NULL;
}

/**
 * dossier_timeline_view_grab:
 * @canvas: a timeline view
 * @x: where a drag begins in pixels
 * @y: likewise
 * @modifiers: which keys are held
 *
 * With Shift a drag brushes a span, with Ctrl and Shift it is a rubber band; at an edge of the brushed span it moves
 * that, and on the axis it draws the span that is zoomed to. The title of a lane takes the lane along.
 *
 * Returns: whether the drag is for what is there; else it pans
 */
gboolean
dossier_timeline_view_grab (DossierCanvas *canvas, double x, double y, GdkModifierType modifiers)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);
  gboolean with_shift = (modifiers & GDK_SHIFT_MASK) != 0;
  gboolean with_control = (modifiers & GDK_CONTROL_MASK) != 0;
  int edge = with_shift ? 0 : find_edge (self, x);
  gint64 begin, end;

  if (self->layout == NULL || !self->has_viewport)
    return FALSE;

  self->drag_anchor = get_time (self, x);
  if (!with_shift && !with_control && dossier_timeline_view_grab_lane (self, x, y))
    {
      self->drag = DOSSIER_TIMELINE_DRAG_LANE;
    }
  else if (with_shift && with_control)
    {
      self->drag = DOSSIER_TIMELINE_DRAG_BAND;
      self->band_x = x;
      self->band_y = y;
      self->band = (DossierTimelineBox){ x, y, 0, 0 };
    }
  else if (with_shift)
    {
      self->drag = DOSSIER_TIMELINE_DRAG_BRUSH;
    }
  else if (edge != 0)
    {
      dossier_view_get_brush (self->view, &begin, &end);
      self->drag = DOSSIER_TIMELINE_DRAG_BRUSH;
      self->drag_anchor = edge < 0 ? end : begin;
    }
  else if (y >= self->scene.axis_top)
    {
      self->drag = DOSSIER_TIMELINE_DRAG_ZOOM;
      self->zoom_begin = self->zoom_end = self->drag_anchor;
    }

  return self->drag != DOSSIER_TIMELINE_DRAG_NONE;
}

/**
 * dossier_timeline_view_drag:
 * @canvas: a timeline view
 * @x: where what was grabbed is in pixels
 * @y: likewise
 *
 * Goes on with a drag.
 */
void
dossier_timeline_view_drag (DossierCanvas *canvas, double x, double y)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);
  gint64 begin, end;

  self->pointer_x = self->drag_x = x;
  self->drag_y = y;
  switch (self->drag)
    {
    case DOSSIER_TIMELINE_DRAG_BRUSH:
      find_span (self, x, &begin, &end);
      dossier_view_set_brush (self->view, begin, end);
      break;
    case DOSSIER_TIMELINE_DRAG_ZOOM:
      find_span (self, x, &self->zoom_begin, &self->zoom_end);
      break;
    case DOSSIER_TIMELINE_DRAG_BAND:
      self->band = (DossierTimelineBox){ MIN (x, self->band_x), MIN (y, self->band_y), fabs (x - self->band_x), fabs (y - self->band_y) };
      break;
    case DOSSIER_TIMELINE_DRAG_LANE:
      self->pointer_x = NAN;
      dossier_timeline_view_drag_lane (self, y);
      break;
    case DOSSIER_TIMELINE_DRAG_NONE:
    default:
      break;
    }
  dossier_timeline_view_update_autopan (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dossier_timeline_view_drop:
 * @canvas: a timeline view
 * @x: where the drag ends in pixels
 * @y: likewise
 *
 * Ends a drag.
 */
void
dossier_timeline_view_drop (DossierCanvas *canvas, double x, double y)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);
  DossierTimelineDrag drag = self->drag;

  dossier_timeline_view_drag (canvas, x, y);
  self->drag = DOSSIER_TIMELINE_DRAG_NONE;
  dossier_timeline_view_update_autopan (self);
  if (drag == DOSSIER_TIMELINE_DRAG_ZOOM)
    {
      DossierTimeViewport viewport = dossier_time_viewport_fitted (&self->viewport, self->zoom_begin, self->zoom_end, 0);

      dossier_timeline_view_glide_to (self, &viewport);
    }
  else if (drag == DOSSIER_TIMELINE_DRAG_LANE)
    {
      dossier_timeline_view_drop_lane (self);
    }
  else if (drag == DOSSIER_TIMELINE_DRAG_BAND)
    {
      select_in_band (self);
    }
}
