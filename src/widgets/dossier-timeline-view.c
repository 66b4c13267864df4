/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-timeline-view-private.h"

#include "model/dossier-date-text.h"
#include "painting/dossier-timeline-painter.h"
#include "widgets/dossier-style.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define ZOOM_STEP 1.6

/* More events than this are sorted into lanes in a thread. */
#define MOST_AT_ONCE 20000

enum
{
  VIEWPORT_CHANGED,
  BRUSH_CHANGED,
  SENTENCE_CHANGED,
  COUNTS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierTimelineView, dossier_timeline_view, DOSSIER_TYPE_CANVAS)

static int
get_event_of (DossierRef ref)
{
  return ref.type == DOSSIER_RECORD_EVENT ? ref.index : -1;
}

static void
tell_viewport (DossierTimelineView *self)
{
  gint64 begin, end;

  if (self->has_viewport)
    {
      dossier_time_viewport_get_range (&self->viewport, &begin, &end);
      dossier_view_set_sight (self->view, begin, end);
    }
  g_signal_emit (self, signals[VIEWPORT_CHANGED], 0);
}

static void
set_viewport (DossierTimelineView *self, const DossierTimeViewport *viewport)
{
  self->viewport = dossier_time_viewport_clamped (viewport);
  dossier_canvas_queue_update (DOSSIER_CANVAS (self));
  tell_viewport (self);
}

static void
tell_selection (DossierTimelineView *self)
{
  int n_selected;
  const int *selected = dossier_view_get_events (self->view, &n_selected);

  dossier_timeline_stage_set_selection (self->stage,
                                        selected,
                                        n_selected,
                                        dossier_view_has_selection (self->view) ? dossier_view_get_related (self->view) : NULL,
                                        dossier_timeline_arcs_get_hues (self->arcs),
                                        dossier_timeline_layout_get_n_arcs (self->layout));
}

static void
selection_changed_cb (DossierTimelineView *self)
{
  int event = get_event_of (dossier_view_get_selection (self->view));

  if (event >= 0)
    self->focused = event;
  dossier_timeline_arcs_update (self->arcs, event, self->layout);
  tell_selection (self);
  dossier_canvas_queue_update (DOSSIER_CANVAS (self));
}

static void
tell_arranged (DossierTimelineView *self)
{
  if (self->next_lanes != NULL)
    self->lanes = g_steal_pointer (&self->next_lanes);
  dossier_canvas_queue_update (DOSSIER_CANVAS (self));
  tell_viewport (self);
}

static void
arranged_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (DossierTimelineView) self = data;
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));

  /* What was given up is of a layout that may be gone. */
  if (g_cancellable_is_cancelled (cancellable))
    return;

  if (dossier_timeline_layout_set_lanes_finish (self->layout, result, NULL))
    {
      int n_lanes;
      const DossierTimelineLane *lanes;

      g_clear_object (&self->arranging);
      tell_arranged (self);

      /* One may have been folded meanwhile. */
      lanes = dossier_timeline_lanes_get_lanes (self->lanes, &n_lanes);
      for (int i = 0; i < n_lanes; i++)
        dossier_timeline_layout_set_folded (self->layout, i, lanes[i].is_folded);
    }
}

static void
stop_arranging (DossierTimelineView *self)
{
  g_cancellable_cancel (self->arranging);
  g_clear_object (&self->arranging);
}

/**
 * dossier_timeline_view_apply_lanes:
 * @self: a timeline view in which something is open
 *
 * Sorts the events into the lanes anew: those are others, or other events are shown. Many events are sorted in a
 * thread; until then the timeline shows them as they were.
 */
void
dossier_timeline_view_apply_lanes (DossierTimelineView *self)
{
  DossierFilter *filter = dossier_view_get_filter (self->view);
  DossierTimelineLanes *lanes = self->next_lanes != NULL ? self->next_lanes : self->lanes;

  stop_arranging (self);
  if (dossier_document_get_count (dossier_timeline_view_get_document (self), DOSSIER_RECORD_EVENT) <= MOST_AT_ONCE)
    {
      dossier_timeline_lanes_apply (lanes, filter, self->layout);
      tell_arranged (self);
      return;
    }

  self->arranging = g_cancellable_new ();
  dossier_timeline_lanes_apply_async (lanes, filter, self->layout, self->arranging, arranged_cb, g_object_ref (self));
}

static void
brush_changed_cb (DossierTimelineView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[BRUSH_CHANGED], 0);
}

static void
reveal_cb (DossierTimelineView *self, const DossierRef *ref)
{
  if (ref->type == DOSSIER_RECORD_EVENT)
    dossier_timeline_view_bring_into_sight (self, ref->index);
}

static gboolean
tell_counts_cb (gpointer data)
{
  DossierTimelineView *self = data;

  self->counts_id = 0;
  g_signal_emit (self, signals[COUNTS_CHANGED], 0);

  return G_SOURCE_REMOVE;
}

/* Whoever tells of the counts may want another size for it, and cannot have it while sizes are given out. */
static void
note_counts (DossierTimelineView *self)
{
  if (memcmp (&self->counts, &self->scene.counts, sizeof self->counts) == 0)
    return;

  self->counts = self->scene.counts;
  if (self->counts_id == 0)
    self->counts_id = g_idle_add (tell_counts_cb, self);
}

static void
dossier_timeline_view_update (DossierCanvas *canvas, int width, int height)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);
  double plot_x, plot_width;

  if (self->layout == NULL)
    return;

  dossier_timeline_layout_get_plot (self->layout, width, &plot_x, &plot_width);
  if (!self->has_viewport)
    {
      dossier_timeline_layout_get_home (self->layout, width, &self->viewport);
      self->has_viewport = TRUE;
      tell_viewport (self);
    }
  else if (self->viewport.width != plot_width)
    {
      self->viewport = dossier_time_viewport_resized (&self->viewport, plot_width);
      tell_viewport (self);
    }

  dossier_timeline_view_update_frame (self, width, height);
  note_counts (self);
}

static gboolean
is_related (int event, gpointer data)
{
  return dossier_related_contains (data, (DossierRef){ DOSSIER_RECORD_EVENT, event });
}

/* As finely as the view shows it. */
static char *
dup_cursor_label (DossierTimelineView *self, double x)
{
  gint64 time = dossier_time_viewport_get_time (&self->viewport, x);
  DossierPrecision precision = DOSSIER_PRECISION_DAY;

  if (self->viewport.seconds_per_pixel < 60)
    precision = DOSSIER_PRECISION_MINUTE;
  else if (self->viewport.seconds_per_pixel < 1800)
    precision = DOSSIER_PRECISION_HOUR;
  else if (self->viewport.seconds_per_pixel > 15.0 * 86400)
    precision = DOSSIER_PRECISION_YEAR;
  else if (self->viewport.seconds_per_pixel > 2.0 * 86400)
    precision = DOSSIER_PRECISION_MONTH;

  return dossier_time_to_text (time, precision, DOSSIER_DATE_STYLE_SHORT);
}

/**
 * dossier_timeline_view_fill_state:
 * @self: a timeline view in which something is open
 * @out_painter: (out): what it is painted with
 * @out_state: (out): what is selected, hovered, focused, brushed and pointed at
 *
 * Returns: (transfer full) (nullable): what @out_state has as the label of the cursor
 */
char *
dossier_timeline_view_fill_state (DossierTimelineView *self, DossierTimelinePainter *out_painter, DossierTimelineState *out_state)
{
  DossierCanvas *canvas = DOSSIER_CANVAS (self);
  DossierTimelinePainter painter = { .theme = dossier_canvas_get_theme (canvas), .typesetter = dossier_canvas_get_typesetter (canvas) };
  DossierTimelineState state = DOSSIER_TIMELINE_STATE_NONE;
  const DossierRelated *related;
  char *label = NULL;

  related = dossier_view_has_selection (self->view) ? dossier_view_get_related (self->view) : NULL;
  painter.swatches = dossier_style_get_swatches (dossier_style_get_default (), dossier_timeline_view_get_document (self));
  state.selected = dossier_view_get_events (self->view, &state.n_selected);
  if (state.n_selected == 1)
    state.selected_merged = dossier_timeline_layout_find_merged (self->layout, &self->scene, state.selected[0]);
  state.hovered = get_event_of (dossier_view_get_hover (self->view));
  state.hovered_merged = self->hovered_merged;
  state.focused = gtk_widget_has_visible_focus (GTK_WIDGET (self)) ? self->focused : -1;
  if (state.focused >= 0 && dossier_timeline_scene_find (&self->scene, state.focused) < 0)
    state.focused_merged = dossier_timeline_layout_find_merged (self->layout, &self->scene, state.focused);
  state.is_related = related != NULL ? is_related : NULL;
  state.data = (gpointer) related;
  state.arc_hues = dossier_timeline_arcs_get_hues (self->arcs);
  state.has_as_of = dossier_view_get_as_of (self->view, &state.as_of);
  state.has_brush = dossier_view_get_brush (self->view, &state.brush_begin, &state.brush_end);
  dossier_timeline_view_add_drag_state (self, &state);
  if (!isnan (self->pointer_x) && self->pointer_x >= self->scene.plot.x && self->pointer_x < self->scene.plot.x + self->scene.plot.width)
    {
      label = dup_cursor_label (self, self->pointer_x - self->scene.plot.x);
      state.has_cursor = TRUE;
      state.cursor_x = self->pointer_x;
      state.cursor_label = label;
    }

  *out_painter = painter;
  *out_state = state;

  return label;
}

static void
dossier_timeline_view_pan (DossierCanvas *canvas, double dx, double dy, gboolean is_wheel)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);
  gboolean overflows;

  if (self->layout == NULL || !self->has_viewport)
    return;

  /* A wheel turns one way: through the lanes where they overflow, else through time. */
  overflows = self->scene.content_height > self->scene.axis_top + 1;
  if (is_wheel && !overflows && dx == 0)
    {
      dx = dy;
      dy = 0;
    }

  if (overflows)
    self->scroll -= dy;
  if (dx != 0)
    {
      double scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
      double whole = round ((self->pan_rest + dx) * scale) / scale;
      DossierTimeViewport viewport = dossier_time_viewport_panned (&self->viewport, -whole);

      /* By whole pixels of the screen, so that what moves looks as what rests; what is left over comes later. */
      self->pan_rest += dx - whole;
      set_viewport (self, &viewport);
    }
  dossier_canvas_queue_update (canvas);
}

static void
dossier_timeline_view_zoom_at (DossierCanvas *canvas, double factor, double x, double y)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);
  DossierTimeViewport viewport;

  if (self->layout == NULL || !self->has_viewport)
    return;

  viewport = dossier_time_viewport_zoomed (&self->viewport, factor, x - self->scene.plot.x);
  set_viewport (self, &viewport);
}

static void
dossier_timeline_view_glide (DossierCanvas *canvas, double progress)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);
  DossierTimeViewport viewport = dossier_time_viewport_between (&self->glide_from, &self->glide_to, progress);

  set_viewport (self, &viewport);
}

static void
dossier_timeline_view_theme_changed (DossierCanvas *canvas)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);

  if (self->layout == NULL)
    return;

  dossier_timeline_layout_fonts_changed (self->layout);
  dossier_timeline_stage_set_theme (self->stage, dossier_canvas_get_theme (canvas));
}

/* Lanes are kept as they were ordered and folded, for when they are asked for again. */
static DossierTimelineLanes *
get_lanes_of_facet (DossierTimelineView *self)
{
  DossierTimelineLanes **lanes = &self->lanes_of_facet[self->facet];

  if (*lanes == NULL)
    *lanes = dossier_timeline_lanes_new (dossier_view_get_document (self->view), self->facet, NULL);

  return *lanes;
}

static void
forget (DossierTimelineView *self)
{
  dossier_timeline_view_forget_sentence (self);
  stop_arranging (self);
  dossier_timeline_view_stop_frames (self);
  g_clear_pointer (&self->arcs, dossier_timeline_arcs_free);
  g_clear_pointer (&self->layout, dossier_timeline_layout_free);
  for (int facet = 0; facet < DOSSIER_N_LANE_FACETS; facet++)
    g_clear_pointer (&self->lanes_of_facet[facet], dossier_timeline_lanes_free);
  self->lanes = self->next_lanes = NULL;
  self->menu_lane = self->dragged_lane = -1;
  self->has_viewport = FALSE;
  self->scroll = self->pan_rest = 0;
  self->focused = self->hovered_merged = -1;
  self->drag = DOSSIER_TIMELINE_DRAG_NONE;
  self->pointer_x = NAN;
}

static void
dossier_timeline_view_dispose (GObject *object)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (object);

  forget (self);
  g_clear_handle_id (&self->counts_id, g_source_remove);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (dossier_timeline_view_parent_class)->dispose (object);
}

static void
dossier_timeline_view_finalize (GObject *object)
{
  dossier_timeline_scene_clear (&DOSSIER_TIMELINE_VIEW (object)->empty_scene);

  G_OBJECT_CLASS (dossier_timeline_view_parent_class)->finalize (object);
}

static void
dossier_timeline_view_class_init (DossierTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  DossierCanvasClass *canvas_class = DOSSIER_CANVAS_CLASS (klass);

  object_class->dispose = dossier_timeline_view_dispose;
  object_class->finalize = dossier_timeline_view_finalize;

  GTK_WIDGET_CLASS (klass)->snapshot = dossier_timeline_view_snapshot;

  dossier_timeline_view_add_lane_actions (GTK_WIDGET_CLASS (klass));

  canvas_class->update = dossier_timeline_view_update;
  canvas_class->pan = dossier_timeline_view_pan;
  canvas_class->zoom = dossier_timeline_view_zoom_at;
  canvas_class->point = dossier_timeline_view_point;
  canvas_class->click = dossier_timeline_view_click;
  canvas_class->grab = dossier_timeline_view_grab;
  canvas_class->drag = dossier_timeline_view_drag;
  canvas_class->drop = dossier_timeline_view_drop;
  canvas_class->hold = dossier_timeline_view_hold;
  canvas_class->press_key = dossier_timeline_view_press_key;
  canvas_class->dup_tooltip = dossier_timeline_view_dup_tooltip;
  canvas_class->glide = dossier_timeline_view_glide;
  canvas_class->list_marks = dossier_timeline_view_list_marks;
  canvas_class->activate_mark = dossier_timeline_view_activate_mark;
  canvas_class->theme_changed = dossier_timeline_view_theme_changed;

  signals[VIEWPORT_CHANGED] = g_signal_new ("viewport-changed", DOSSIER_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COUNTS_CHANGED] = g_signal_new ("counts-changed", DOSSIER_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SENTENCE_CHANGED] = g_signal_new ("sentence-changed", DOSSIER_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BRUSH_CHANGED] = g_signal_new ("brush-changed", DOSSIER_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dossier_timeline_view_init (DossierTimelineView *self)
{
  dossier_timeline_scene_init (&self->empty_scene);
  forget (self);
  dossier_timeline_view_init_lane_hand (self);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (dossier_canvas_queue_update), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline"), -1);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (dossier_timeline_view_tell_sentence), NULL);
}

/* Whether @view is of the whole of which the first events are seen now, or of the file as it was read again, and what is seen
 * is another place than at first. */
static gboolean
goes_on (DossierTimelineView *self, DossierView *view)
{
  DossierTimeViewport home;

  if (view == NULL || self->view == NULL || !self->has_viewport || dossier_document_get_file (dossier_view_get_document (self->view)) == NULL ||
      dossier_document_get_file (dossier_view_get_document (self->view)) != dossier_document_get_file (dossier_view_get_document (view)))
    return FALSE;

  dossier_timeline_layout_get_home (self->layout, gtk_widget_get_width (GTK_WIDGET (self)), &home);

  return home.origin != self->viewport.origin || home.seconds_per_pixel != self->viewport.seconds_per_pixel;
}

/**
 * dossier_timeline_view_set_view:
 * @self: a timeline view
 * @view: (nullable): the state of the window that it shows and selects in, or %NULL for none
 */
void
dossier_timeline_view_set_view (DossierTimelineView *self, DossierView *view)
{
  DossierTimelineSource source;
  gboolean same_place;

  g_return_if_fail (DOSSIER_IS_TIMELINE_VIEW (self));

  if (self->view == view)
    return;

  same_place = goes_on (self, view);
  forget (self);
  self->has_viewport = same_place;
  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->view, self);
      g_signal_handlers_disconnect_by_data (dossier_view_get_filter (self->view), self);
      g_signal_handlers_disconnect_by_data (dossier_view_get_hits (self->view), self);
    }
  g_set_object (&self->view, view);
  dossier_canvas_stop (DOSSIER_CANVAS (self));
  dossier_canvas_queue_update (DOSSIER_CANVAS (self));
  if (view == NULL)
    return;

  dossier_timeline_source_init (&source, dossier_view_get_document (view));
  self->layout = dossier_timeline_layout_new (&source, dossier_typesetter_measure, dossier_canvas_get_typesetter (DOSSIER_CANVAS (self)));
  self->lanes = get_lanes_of_facet (self);
  self->arcs = dossier_timeline_arcs_new (dossier_view_get_document (view));
  dossier_timeline_lanes_apply (self->lanes, dossier_view_get_filter (view), self->layout);
  dossier_timeline_view_start_frames (self);
  selection_changed_cb (self);

  g_signal_connect_object (view, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "hover-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dossier_view_get_hits (view), "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "brush-changed", G_CALLBACK (brush_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "as-of-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "reveal", G_CALLBACK (reveal_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dossier_view_get_filter (view), "changed", G_CALLBACK (dossier_timeline_view_apply_lanes), self, G_CONNECT_SWAPPED);
  tell_viewport (self);
  g_signal_emit (self, signals[BRUSH_CHANGED], 0);
}

/**
 * dossier_timeline_view_get_facet:
 * @self: a timeline
 *
 * Returns: what its lanes stand for
 */
DossierFacet
dossier_timeline_view_get_facet (DossierTimelineView *self)
{
  g_return_val_if_fail (DOSSIER_IS_TIMELINE_VIEW (self), DOSSIER_FACET_KIND);

  return self->facet;
}

/**
 * dossier_timeline_view_set_facet:
 * @self: a timeline view
 * @facet: what its lanes stand for; kinds at first
 *
 * Sorts the events into other lanes. The dates in sight stay.
 */
void
dossier_timeline_view_set_facet (DossierTimelineView *self, DossierFacet facet)
{
  g_return_if_fail (DOSSIER_IS_TIMELINE_VIEW (self));
  g_return_if_fail ((int) facet < DOSSIER_N_LANE_FACETS);

  if (self->facet == facet)
    return;

  self->facet = facet;
  if (self->view == NULL)
    return;

  self->next_lanes = get_lanes_of_facet (self);
  self->scroll = 0;
  dossier_timeline_view_apply_lanes (self);
}

/**
 * dossier_timeline_view_get_view:
 * @self: a timeline view
 *
 * Returns: (transfer none) (nullable): the state of the window
 */
DossierView *
dossier_timeline_view_get_view (DossierTimelineView *self)
{
  g_return_val_if_fail (DOSSIER_IS_TIMELINE_VIEW (self), NULL);

  return self->view;
}

/**
 * dossier_timeline_view_get_scene:
 * @self: a timeline view
 *
 * Returns: (transfer none) (nullable): what is seen, until the next frame; %NULL if nothing is yet
 */
const DossierTimelineScene *
dossier_timeline_view_get_scene (DossierTimelineView *self)
{
  g_return_val_if_fail (DOSSIER_IS_TIMELINE_VIEW (self), NULL);

  return self->has_viewport && self->scene.index != NULL ? &self->scene : NULL;
}

/**
 * dossier_timeline_view_get_layout:
 * @self: a timeline view
 *
 * Returns: (transfer none) (nullable): where its events lie, %NULL if nothing is open
 */
DossierTimelineLayout *
dossier_timeline_view_get_layout (DossierTimelineView *self)
{
  g_return_val_if_fail (DOSSIER_IS_TIMELINE_VIEW (self), NULL);

  return self->layout;
}

/**
 * dossier_timeline_view_get_lanes:
 * @self: a timeline view in which something is open
 * @n_lanes: (out): how many lanes there are
 *
 * Returns: (transfer none) (array length=n_lanes): its lanes from top to bottom
 */
const DossierTimelineLane *
dossier_timeline_view_get_lanes (DossierTimelineView *self, int *n_lanes)
{
  g_return_val_if_fail (DOSSIER_IS_TIMELINE_VIEW (self) && self->lanes != NULL, NULL);

  return dossier_timeline_lanes_get_lanes (self->lanes, n_lanes);
}

/**
 * dossier_timeline_view_get_viewport:
 * @self: a timeline view
 *
 * Returns: (transfer none) (nullable): which stretch of time is seen, %NULL if none is yet
 */
const DossierTimeViewport *
dossier_timeline_view_get_viewport (DossierTimelineView *self)
{
  g_return_val_if_fail (DOSSIER_IS_TIMELINE_VIEW (self), NULL);

  return self->has_viewport ? &self->viewport : NULL;
}

/**
 * dossier_timeline_view_set_viewport:
 * @self: a timeline view
 * @viewport: which stretch of time is to be seen
 * @animate: whether to glide there
 */
void
dossier_timeline_view_set_viewport (DossierTimelineView *self, const DossierTimeViewport *viewport, gboolean animate)
{
  g_return_if_fail (DOSSIER_IS_TIMELINE_VIEW (self));

  if (!self->has_viewport)
    return;

  if (animate)
    {
      dossier_timeline_view_glide_to (self, viewport);
      return;
    }
  dossier_canvas_stop (DOSSIER_CANVAS (self));
  set_viewport (self, viewport);
}

/* About which x a step of the zoom goes: what one looks at stays where it is. */
static double
find_anchor (DossierTimelineView *self, const DossierTimeViewport *viewport)
{
  gint64 begin, end;

  if (self->focused >= 0 && dossier_timeline_view_find_extent (self, self->focused, &begin, &end))
    {
      double x = dossier_time_viewport_get_x (viewport, begin);

      if (x >= 0 && x <= viewport->width)
        return x;
    }
  if (!isnan (self->pointer_x) && self->pointer_x >= self->scene.plot.x)
    return MIN (self->pointer_x - self->scene.plot.x, viewport->width);

  return viewport->width / 2;
}

/**
 * dossier_timeline_view_zoom:
 * @self: a timeline view
 * @direction: 1 to zoom in, -1 to zoom out, 0 to show all events
 *
 * Zooms at the event that the keyboard is on or that is selected if it is in sight, else at the pointer if that is,
 * else at the middle.
 */
void
dossier_timeline_view_zoom (DossierTimelineView *self, int direction)
{
  DossierTimeViewport viewport, target;
  double x;

  g_return_if_fail (DOSSIER_IS_TIMELINE_VIEW (self));

  if (!self->has_viewport)
    return;

  if (direction == 0)
    {
      dossier_timeline_layout_get_whole (self->layout, gtk_widget_get_width (GTK_WIDGET (self)), &viewport);
      dossier_timeline_view_glide_to (self, &viewport);
      return;
    }

  target = dossier_timeline_view_get_target (self);
  x = find_anchor (self, &target);
  viewport = dossier_time_viewport_zoomed (&target, direction > 0 ? ZOOM_STEP : 1 / ZOOM_STEP, x);
  dossier_timeline_view_glide_to (self, &viewport);
}

/**
 * dossier_timeline_view_get_document:
 * @self: a timeline view in which something is open
 *
 * Returns: (transfer none): what is open
 */
DossierDocument *
dossier_timeline_view_get_document (DossierTimelineView *self)
{
  return dossier_view_get_document (self->view);
}

/**
 * dossier_timeline_view_get_span:
 * @self: a timeline view in which something is open
 * @event: an event
 * @span: (out): when it can have been
 */
void
dossier_timeline_view_get_span (DossierTimelineView *self, int event, DossierSpan *span)
{
  dossier_events_get_span (dossier_document_get_events (dossier_timeline_view_get_document (self)), event, span);
}

/**
 * dossier_timeline_view_glide_to:
 * @self: a timeline view that has a viewport
 * @viewport: which stretch of time is to be seen
 */
void
dossier_timeline_view_glide_to (DossierTimelineView *self, const DossierTimeViewport *viewport)
{
  self->glide_from = self->viewport;
  self->glide_to = dossier_time_viewport_clamped (viewport);
  dossier_canvas_start_glide (DOSSIER_CANVAS (self));
}

/**
 * dossier_timeline_view_get_target:
 * @self: a timeline view that has a viewport
 *
 * Returns: what it will show once it rests: a step that is asked for while it glides goes on from there
 */
DossierTimeViewport
dossier_timeline_view_get_target (DossierTimelineView *self)
{
  return dossier_canvas_is_gliding (DOSSIER_CANVAS (self)) ? self->glide_to : self->viewport;
}
