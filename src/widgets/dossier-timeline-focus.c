/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-timeline-view-private.h"

#include "layout/dossier-timeline-walk.h"
#include "model/dossier-date-text.h"

#include <glib/gi18n-lib.h>

/* How far a key moves the view, as a share of what is seen. */
#define PAN_STEP 0.2

/* The lane that an event is in; -1 if it is not shown. */
static int
find_lane (DossierTimelineView *self, int event)
{
  const DossierTimelineIndex *index = dossier_timeline_layout_get_index (self->layout);
  DossierSpan span;

  dossier_timeline_view_get_span (self, event, &span);
  for (int lane = 0; lane < dossier_timeline_index_get_n_lanes (index); lane++)
    if (dossier_timeline_walk_find (index, lane, event, span.start_earliest) >= 0)
      return lane;

  return -1;
}

static void
set_focused (DossierTimelineView *self, int event)
{
  g_autofree char *label = NULL;

  if (event < 0)
    return;

  self->focused = event;
  dossier_timeline_view_bring_into_sight (self, event);
  dossier_view_set_hover (self->view, (DossierRef){ DOSSIER_RECORD_EVENT, event });
  label = dossier_timeline_view_dup_event_label (self, event);
  dossier_canvas_announce (DOSSIER_CANVAS (self), label);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The n-th event after the one in focus, in its lane or among all. */
static void
step_focus (DossierTimelineView *self, int lane, int step)
{
  const DossierTimelineIndex *index = dossier_timeline_layout_get_index (self->layout);
  DossierSpan span;
  int number;

  if (self->focused < 0 || !dossier_filter_shows (dossier_view_get_filter (self->view), self->focused))
    {
      gint64 middle = dossier_time_viewport_get_time (&self->viewport, self->viewport.width / 2);

      number = dossier_timeline_walk_near (index, DOSSIER_TIMELINE_ALL, middle);
      set_focused (self, dossier_timeline_walk_get (index, DOSSIER_TIMELINE_ALL, number));
      return;
    }

  dossier_timeline_view_get_span (self, self->focused, &span);
  number = dossier_timeline_walk_find (index, lane, self->focused, span.start_earliest);
  set_focused (self, dossier_timeline_walk_get (index, lane, number + step));
}

/* The nearest in time in the next lane that has any. */
static void
step_lane (DossierTimelineView *self, int step)
{
  const DossierTimelineIndex *index = dossier_timeline_layout_get_index (self->layout);
  int n_lanes = dossier_timeline_index_get_n_lanes (index);
  int lane = self->focused >= 0 ? find_lane (self, self->focused) : -1;
  DossierSpan span;

  if (lane < 0)
    {
      step_focus (self, DOSSIER_TIMELINE_ALL, 0);
      return;
    }

  dossier_timeline_view_get_span (self, self->focused, &span);
  for (lane += step; lane >= 0 && lane < n_lanes; lane += step)
    {
      int number = dossier_timeline_walk_near (index, lane, span.start_earliest);

      if (number >= 0)
        {
          set_focused (self, dossier_timeline_walk_get (index, lane, number));
          return;
        }
    }
}

/* Moves what is seen, as a share of its width; positive to later times. */
static void
pan_by (DossierTimelineView *self, double share)
{
  DossierTimeViewport target = dossier_timeline_view_get_target (self);
  DossierTimeViewport viewport = dossier_time_viewport_panned (&target, share * target.width);

  dossier_timeline_view_glide_to (self, &viewport);
}

/* The first event, or the last: of those that have a date if there are any. */
static void
go_to_end (DossierTimelineView *self, gboolean last)
{
  const DossierTimelineIndex *index = dossier_timeline_layout_get_index (self->layout);
  int n = dossier_timeline_index_get_n_events (index, DOSSIER_TIMELINE_ALL);

  set_focused (self, dossier_timeline_walk_get (index, DOSSIER_TIMELINE_ALL, last && n > 0 ? n - 1 : 0));
}

static int
get_lane_of_focus (DossierTimelineView *self)
{
  int lane = self->focused >= 0 ? find_lane (self, self->focused) : -1;

  return lane >= 0 ? lane : DOSSIER_TIMELINE_ALL;
}

/**
 * dossier_timeline_view_get_lane_title:
 * @self: a timeline view in which something is open
 * @lane: the number of a lane
 *
 * Returns: (transfer none): its title, "" if there is no such lane
 */
const char *
dossier_timeline_view_get_lane_title (DossierTimelineView *self, int lane)
{
  int n_lanes;
  const DossierTimelineLane *lanes = dossier_timeline_lanes_get_lanes (self->lanes, &n_lanes);

  return lane >= 0 && lane < n_lanes ? lanes[lane].title : "";
}

/**
 * dossier_timeline_view_dup_event_label:
 * @self: a timeline view in which something is open
 * @event: an event
 *
 * Returns: (transfer full): "Kim and Putin meet, 12 September 2023, 3 of 14, Diplomacy"
 */
char *
dossier_timeline_view_dup_event_label (DossierTimelineView *self, int event)
{
  g_autoptr (DossierEvent) loaded = dossier_document_load_event (dossier_timeline_view_get_document (self), event);
  const DossierTimelineIndex *index = dossier_timeline_layout_get_index (self->layout);
  g_autofree char *date = loaded->date.edtf != NULL ? dossier_edtf_to_text (loaded->date.edtf, DOSSIER_DATE_STYLE_LONG) : g_strdup (_ ("no date"));
  g_autofree char *kind = NULL;
  int lane = find_lane (self, event);
  int number;

  if (lane < 0)
    return g_strdup_printf ("%s, %s", dossier_text_get (&loaded->title, NULL), date);

  number = dossier_timeline_walk_find (index, lane, event, loaded->date.span.start_earliest);
  /* Translators: an event as a screen reader says it: title, date, its number among how many, the lane */
  return g_strdup_printf (_ ("%s, %s, %d of %d, %s"), dossier_text_get (&loaded->title, NULL), date, number + 1, dossier_timeline_walk_count (index, lane), dossier_timeline_view_get_lane_title (self, lane));
}

/**
 * dossier_timeline_view_select_event:
 * @self: a timeline view in which something is open
 * @event: an event
 *
 * Selects it, and goes on from it by keys.
 */
void
dossier_timeline_view_select_event (DossierTimelineView *self, int event)
{
  self->focused = event;
  dossier_view_select (self->view, (DossierRef){ DOSSIER_RECORD_EVENT, event });
}

/**
 * dossier_timeline_view_show_lane:
 * @self: a timeline view
 * @lane: the number of a lane
 *
 * Brings a lane into sight, and the keyboard to its event that is nearest to the middle of the view.
 */
void
dossier_timeline_view_show_lane (DossierTimelineView *self, int lane)
{
  const DossierTimelineIndex *index;
  int number;

  g_return_if_fail (DOSSIER_IS_TIMELINE_VIEW (self));

  if (self->layout == NULL || !self->has_viewport)
    return;

  for (guint i = 0; i < self->scene.bands->len; i++)
    {
      const DossierTimelineBand *band = dossier_timeline_scene_get_band (&self->scene, (int) i);

      if (dossier_timeline_view_find_lane (self, band) == lane)
        self->scroll += band->box.y;
    }
  dossier_canvas_queue_update (DOSSIER_CANVAS (self));

  index = dossier_timeline_layout_get_index (self->layout);
  number = dossier_timeline_walk_near (index, lane, dossier_time_viewport_get_time (&self->viewport, self->viewport.width / 2));
  if (number >= 0)
    set_focused (self, dossier_timeline_walk_get (index, lane, number));
}

/**
 * dossier_timeline_view_toggle_event:
 * @self: a timeline view in which something is open
 * @event: an event
 *
 * Takes it into the selection, or out of it.
 */
void
dossier_timeline_view_toggle_event (DossierTimelineView *self, int event)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (int));
  gboolean was_selected = dossier_view_is_selected (self->view, event);
  int n;
  const int *selected = dossier_view_get_events (self->view, &n);

  for (int i = 0; i < n; i++)
    if (selected[i] != event)
      g_array_append_val (events, selected[i]);
  if (!was_selected)
    g_array_append_val (events, event);

  dossier_view_select_events (self->view, (const int *) events->data, (int) events->len);
  self->focused = event;
}

/**
 * dossier_timeline_view_select_up_to:
 * @self: a timeline view in which something is open
 * @event: an event
 * @lane: the lane in which it is meant
 *
 * Selects all events from the one that the keyboard is on or that was selected last up to this one: those of the
 * lane if both are in it, else of all lanes.
 */
void
dossier_timeline_view_select_up_to (DossierTimelineView *self, int event, int lane)
{
  const DossierTimelineIndex *index = dossier_timeline_layout_get_index (self->layout);
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (int));
  DossierSpan span, anchor_span;
  int from = -1, to;

  if (self->focused >= 0)
    {
      dossier_timeline_view_get_span (self, self->focused, &anchor_span);
      from = dossier_timeline_walk_find (index, lane, self->focused, anchor_span.start_earliest);
      if (from < 0)
        {
          lane = DOSSIER_TIMELINE_ALL;
          from = dossier_timeline_walk_find (index, lane, self->focused, anchor_span.start_earliest);
        }
    }
  dossier_timeline_view_get_span (self, event, &span);
  to = dossier_timeline_walk_find (index, lane, event, span.start_earliest);
  if (from < 0 || to < 0)
    {
      dossier_timeline_view_select_event (self, event);
      return;
    }

  for (int i = MIN (from, to); i <= MAX (from, to); i++)
    {
      int between = dossier_timeline_walk_get (index, lane, i);

      g_array_append_val (events, between);
    }
  dossier_view_select_events (self->view, (const int *) events->data, (int) events->len);
}

/* With Shift, where the keys lead to is taken into the selection along with where they came from. */
static void
extend_selection (DossierTimelineView *self, int from)
{
  int n;
  const int *selected = dossier_view_get_events (self->view, &n);
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (int));

  if (n > 0)
    g_array_append_vals (events, selected, (guint) n);
  if (from >= 0)
    g_array_append_val (events, from);
  if (self->focused >= 0)
    g_array_append_val (events, self->focused);
  dossier_view_select_events (self->view, (const int *) events->data, (int) events->len);
}

/* Where the event in focus is selected already, and but a part of a mark for several, lists those. Returns FALSE if it is
   not. */
static gboolean
list_merged_with_focus (DossierTimelineView *self)
{
  int merged;

  if (self->focused < 0 || self->picture == NULL || !dossier_view_is_selected (self->view, self->focused) || dossier_timeline_scene_find (&self->scene, self->focused) >= 0)
    return FALSE;

  merged = dossier_timeline_layout_find_merged (self->layout, &self->scene, self->focused);
  if (merged >= 0)
    dossier_timeline_view_fan_out (self, merged);

  return merged >= 0;
}

/* The keys that walk from event to event. */
static gboolean
walk (DossierTimelineView *self, guint keyval)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      step_focus (self, DOSSIER_TIMELINE_ALL, is_rtl ? 1 : -1);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      step_focus (self, DOSSIER_TIMELINE_ALL, is_rtl ? -1 : 1);
      return TRUE;
    case GDK_KEY_comma:
      step_focus (self, get_lane_of_focus (self), -1);
      return TRUE;
    case GDK_KEY_period:
      step_focus (self, get_lane_of_focus (self), 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step_lane (self, -1);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step_lane (self, 1);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      go_to_end (self, FALSE);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      go_to_end (self, TRUE);
      return TRUE;
    default:
      return FALSE;
    }
}

/* The keys that move and zoom what is seen. */
static gboolean
move (DossierTimelineView *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_f:
      if (self->focused >= 0)
        dossier_timeline_view_centre_event (self, self->focused);
      return TRUE;
    case GDK_KEY_z:
      if (dossier_view_get_brush (self->view, NULL, NULL))
        dossier_timeline_view_zoom_to_brush (self);
      else
        dossier_timeline_view_fit_selection (self);
      return TRUE;
    case GDK_KEY_w:
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      dossier_timeline_view_zoom (self, 1);
      return TRUE;
    case GDK_KEY_s:
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      dossier_timeline_view_zoom (self, -1);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      dossier_timeline_view_zoom (self, 0);
      return TRUE;
    case GDK_KEY_a:
    case GDK_KEY_Page_Up:
      pan_by (self, keyval == GDK_KEY_a ? -PAN_STEP : -4 * PAN_STEP);
      return TRUE;
    case GDK_KEY_d:
    case GDK_KEY_Page_Down:
      pan_by (self, keyval == GDK_KEY_d ? PAN_STEP : 4 * PAN_STEP);
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * dossier_timeline_view_press_key:
 * @canvas: a timeline view
 * @keyval: the key
 * @modifiers: what was held down with it
 *
 * The keys of the timeline: how one walks from event to event, and moves and zooms what is seen.
 *
 * Returns: whether the key was used
 */
gboolean
dossier_timeline_view_press_key (DossierCanvas *canvas, guint keyval, GdkModifierType modifiers)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);
  int from = self->focused;

  if (self->layout == NULL || !self->has_viewport || modifiers & ~(GDK_SHIFT_MASK | GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;

  if (modifiers & GDK_CONTROL_MASK)
    {
      if (keyval != GDK_KEY_space || self->focused < 0)
        return GDK_EVENT_PROPAGATE;
      dossier_timeline_view_toggle_event (self, self->focused);
      return GDK_EVENT_STOP;
    }

  if (walk (self, keyval))
    {
      if (modifiers & GDK_SHIFT_MASK)
        extend_selection (self, from);
      return GDK_EVENT_STOP;
    }
  if (move (self, gdk_keyval_to_lower (keyval)))
    return GDK_EVENT_STOP;

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (!list_merged_with_focus (self) && self->focused >= 0)
        dossier_timeline_view_select_event (self, self->focused);
      return GDK_EVENT_STOP;
    case GDK_KEY_space:
      if (self->focused >= 0)
        dossier_timeline_view_select_event (self, self->focused);
      return GDK_EVENT_STOP;
    case GDK_KEY_q:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-details", NULL);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      dossier_view_escape (self->view);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}
