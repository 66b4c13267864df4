/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-timeline-view-private.h"

/* Which stretch of time is brought into sight, when an event, several, the selection or a span is asked for. */

/* What is zoomed to fills the view but for this margin at either side, in pixels. */
#define FIT_MARGIN 48.0

/**
 * dossier_timeline_view_find_extent:
 * @self: a timeline view in which something is open
 * @event: an event
 * @begin: (out): where a picture of it begins
 * @end: (out): where it ends; open ends are where they are known
 *
 * Returns: %FALSE if it has no date
 */
gboolean
dossier_timeline_view_find_extent (DossierTimelineView *self, int event, gint64 *begin, gint64 *end)
{
  DossierSpan span;

  dossier_timeline_view_get_span (self, event, &span);
  if (span.flags & DOSSIER_SPAN_UNKNOWN)
    return FALSE;

  dossier_span_get_known (&span, begin, end);

  return TRUE;
}

/**
 * dossier_timeline_view_bring_into_sight:
 * @self: a timeline view in which something is open
 * @event: an event
 *
 * Moves the view until the event is seen, no farther than needed.
 */
void
dossier_timeline_view_bring_into_sight (DossierTimelineView *self, int event)
{
  gint64 begin, end;
  double x;
  int item = dossier_timeline_scene_find (&self->scene, event);
  int merged = item < 0 && self->has_viewport ? dossier_timeline_layout_find_merged (self->layout, &self->scene, event) : -1;
  const DossierTimelineBox *box = NULL;

  if (item >= 0)
    box = &dossier_timeline_scene_get_item (&self->scene, item)->box;
  else if (merged >= 0)
    box = &dossier_timeline_scene_get_merged (&self->scene, merged)->box;
  if (box != NULL)
    {
      if (box->y < 0)
        self->scroll += box->y;
      else if (box->y + box->height > self->scene.axis_top)
        self->scroll += box->y + box->height - self->scene.axis_top;
      dossier_canvas_queue_update (DOSSIER_CANVAS (self));
    }

  if (!self->has_viewport || !dossier_timeline_view_find_extent (self, event, &begin, &end))
    return;

  x = dossier_time_viewport_get_x (&self->viewport, begin);
  if (x < 0 || x > self->viewport.width - FIT_MARGIN)
    {
      DossierTimeViewport viewport = dossier_time_viewport_centred (&self->viewport, begin);

      dossier_timeline_view_glide_to (self, &viewport);
    }
}

/**
 * dossier_timeline_view_fit_events:
 * @self: a timeline view that has a viewport
 * @events: (array length=n_events): some events
 * @n_events: how many
 *
 * Has them fill the view, from the first that begins to the last that ends. Nothing happens if none has a date.
 */
void
dossier_timeline_view_fit_events (DossierTimelineView *self, const int *events, int n_events)
{
  DossierTimeViewport viewport;
  gint64 first = DOSSIER_TIME_MAX, last = DOSSIER_TIME_MIN;

  for (int i = 0; i < n_events; i++)
    {
      gint64 begin, end;

      if (!dossier_timeline_view_find_extent (self, events[i], &begin, &end))
        continue;

      first = MIN (first, begin);
      last = MAX (last, end);
    }
  if (first > last)
    return;

  viewport = dossier_time_viewport_fitted (&self->viewport, first, last, MIN (FIT_MARGIN * 4, self->viewport.width / 4));
  dossier_timeline_view_glide_to (self, &viewport);
}

/**
 * dossier_timeline_view_fit_selection:
 * @self: a timeline view
 *
 * Has the events that are selected fill the view; of another selection, the events that belong to it. Where the
 * keyboard is on another event, or nothing is selected, it is that one.
 */
void
dossier_timeline_view_fit_selection (DossierTimelineView *self)
{
  const int *events;
  int n;

  g_return_if_fail (DOSSIER_IS_TIMELINE_VIEW (self));

  if (self->layout == NULL || !self->has_viewport)
    return;

  events = dossier_view_get_events (self->view, &n);
  if (n == 0 && dossier_view_has_selection (self->view))
    events = dossier_related_get_events (dossier_view_get_related (self->view), &n);
  if (self->focused >= 0 && (n == 0 || (gtk_widget_has_focus (GTK_WIDGET (self)) && !dossier_view_is_selected (self->view, self->focused))))
    {
      events = &self->focused;
      n = 1;
    }
  dossier_timeline_view_fit_events (self, events, n);
}

/**
 * dossier_timeline_view_centre_event:
 * @self: a timeline view that has a viewport
 * @event: an event
 *
 * Brings it into the middle; if it is there already, has it fill the view.
 */
void
dossier_timeline_view_centre_event (DossierTimelineView *self, int event)
{
  DossierTimeViewport viewport;
  gint64 begin, end;

  if (!dossier_timeline_view_find_extent (self, event, &begin, &end))
    return;

  viewport = dossier_time_viewport_centred (&self->viewport, begin + (end - begin) / 2);

  /* Once more: it is in the middle already, and fills the view. */
  if (dossier_time_viewport_get_distance (&self->viewport, &viewport) < 0.01)
    dossier_timeline_view_fit_events (self, &event, 1);
  else
    dossier_timeline_view_glide_to (self, &viewport);
}

/**
 * dossier_timeline_view_show_span:
 * @self: a timeline view
 * @begin: the first second
 * @end: the last second, not before @begin
 *
 * Has a stretch of time fill the view, but for a margin.
 */
void
dossier_timeline_view_show_span (DossierTimelineView *self, gint64 begin, gint64 end)
{
  DossierTimeViewport viewport;

  g_return_if_fail (DOSSIER_IS_TIMELINE_VIEW (self));
  g_return_if_fail (begin <= end);

  if (!self->has_viewport)
    return;

  viewport = dossier_time_viewport_fitted (&self->viewport, begin, end, MIN (FIT_MARGIN, self->viewport.width / 4));
  dossier_timeline_view_glide_to (self, &viewport);
}

/**
 * dossier_timeline_view_zoom_to_brush:
 * @self: a timeline view
 *
 * Has the brushed span fill the view; nothing happens if there is none.
 */
void
dossier_timeline_view_zoom_to_brush (DossierTimelineView *self)
{
  gint64 begin, end;

  g_return_if_fail (DOSSIER_IS_TIMELINE_VIEW (self));

  if (self->view != NULL && dossier_view_get_brush (self->view, &begin, &end))
    dossier_timeline_view_show_span (self, begin, end);
}
