/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-timeline-view.h"

#include "layout/dossier-timeline-lanes.h"
#include "layout/dossier-timeline-walk.h"
#include "model/dossier-date-text.h"
#include "painting/dossier-timeline-painter.h"
#include "widgets/dossier-event-popover.h"
#include "widgets/dossier-style.h"
#include "widgets/dossier-timeline-arcs.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ZOOM_STEP 1.6

/* A span that is brushed is at least this wide. */
#define LEAST_BRUSH 4.0

/* What is zoomed to fills this part of the view, with a margin at either side, in pixels. */
#define FIT_MARGIN 48.0

/* The numbers of marks that stand for several events begin here; those below are events. */
#define MERGED_MARKS (1 << 28)

struct _DossierTimelineView
{
  DossierCanvas parent_instance;

  DossierView *view;
  DossierTimelineLayout *layout;
  DossierTimelineLanes *lanes;
  DossierFacet facet; /* what the lanes stand for */
  DossierTimelineArcs *arcs;
  DossierTimelineScene scene;
  DossierTimeViewport viewport;
  DossierTimeViewport glide_from;
  DossierTimeViewport glide_to;
  gboolean has_viewport;
  double scroll;

  int focused; /* the event that the keyboard is on, or -1 */
  int hovered_merged;
  double pointer_x; /* NAN if the pointer is elsewhere */
  gboolean brushing;
  gint64 brush_anchor;
};

enum
{
  VIEWPORT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierTimelineView, dossier_timeline_view, DOSSIER_TYPE_CANVAS)

static DossierDocument *
get_document (DossierTimelineView *self)
{
  return dossier_view_get_document (self->view);
}

static gboolean
has_selection (DossierTimelineView *self)
{
  int actor, other;

  return dossier_ref_is_set (dossier_view_get_selection (self->view)) || dossier_view_get_pair (self->view, &actor, &other);
}

static void
get_span (DossierTimelineView *self, int event, DossierSpan *span)
{
  dossier_events_get_span (dossier_document_get_events (get_document (self)), event, span);
}

static int
get_event_of (DossierRef ref)
{
  return ref.type == DOSSIER_RECORD_EVENT ? ref.index : -1;
}

static void
set_viewport (DossierTimelineView *self, const DossierTimeViewport *viewport)
{
  self->viewport = dossier_time_viewport_clamped (viewport);
  dossier_canvas_queue_update (DOSSIER_CANVAS (self));
  g_signal_emit (self, signals[VIEWPORT_CHANGED], 0);
}

static void
glide_to (DossierTimelineView *self, const DossierTimeViewport *viewport)
{
  self->glide_from = self->viewport;
  self->glide_to = dossier_time_viewport_clamped (viewport);
  dossier_canvas_start_glide (DOSSIER_CANVAS (self));
}

static gboolean
is_dated (const DossierSpan *span)
{
  return !(span->flags & DOSSIER_SPAN_UNKNOWN);
}

/* When an event begins and ends where a picture of it does; open ends are where they are known. FALSE if it has no
 * date. */
static gboolean
find_extent (DossierTimelineView *self, int event, gint64 *begin, gint64 *end)
{
  DossierSpan span;

  get_span (self, event, &span);
  if (!is_dated (&span))
    return FALSE;

  *begin = span.start_earliest != DOSSIER_TIME_MIN ? span.start_earliest : span.end_earliest;
  *end = span.end_latest != DOSSIER_TIME_MAX ? span.end_latest : span.start_latest;

  return TRUE;
}

/* The lane that an event is in; -1 if it is not shown. */
static int
find_lane (DossierTimelineView *self, int event)
{
  const DossierTimelineIndex *index = dossier_timeline_layout_get_index (self->layout);
  DossierSpan span;

  get_span (self, event, &span);
  for (int lane = 0; lane < dossier_timeline_index_get_n_lanes (index); lane++)
    if (dossier_timeline_walk_find (index, lane, event, span.start_earliest) >= 0)
      return lane;

  return -1;
}

static const char *
get_lane_title (DossierTimelineView *self, int lane)
{
  int n_lanes;
  const DossierTimelineLane *lanes = dossier_timeline_lanes_get_lanes (self->lanes, &n_lanes);

  return lane >= 0 && lane < n_lanes ? lanes[lane].title : "";
}

/* "Kim and Putin meet, 12 September 2023, 3 of 14, Diplomacy". */
static char *
dup_event_label (DossierTimelineView *self, int event)
{
  g_autoptr (DossierEvent) loaded = dossier_document_load_event (get_document (self), event);
  const DossierTimelineIndex *index = dossier_timeline_layout_get_index (self->layout);
  g_autofree char *date = loaded->date.edtf != NULL ? dossier_edtf_to_text (loaded->date.edtf, DOSSIER_DATE_STYLE_LONG) : g_strdup (_ ("no date"));
  g_autofree char *kind = NULL;
  int lane = find_lane (self, event);
  int number;

  if (lane < 0)
    return g_strdup_printf ("%s, %s", dossier_text_get (&loaded->title, NULL), date);

  number = dossier_timeline_walk_find (index, lane, event, loaded->date.span.start_earliest);
  /* Translators: an event as a screen reader says it: title, date, its number among how many, the lane */
  return g_strdup_printf (_ ("%s, %s, %d of %d, %s"), dossier_text_get (&loaded->title, NULL), date, number + 1, dossier_timeline_walk_count (index, lane), get_lane_title (self, lane));
}

/* Brings an event into sight, no farther than needed. */
static void
bring_into_sight (DossierTimelineView *self, int event)
{
  gint64 begin, end;
  double x;
  int item = dossier_timeline_scene_find (&self->scene, event);

  if (!self->has_viewport || !find_extent (self, event, &begin, &end))
    return;

  x = dossier_time_viewport_get_x (&self->viewport, begin);
  if (x < 0 || x > self->viewport.width - FIT_MARGIN)
    {
      DossierTimeViewport viewport = dossier_time_viewport_centred (&self->viewport, begin);

      glide_to (self, &viewport);
    }
  if (item >= 0)
    {
      const DossierTimelineItem *found = dossier_timeline_scene_get_item (&self->scene, item);
      double room = self->scene.axis_top;

      if (found->box.y < 0)
        self->scroll += found->box.y;
      else if (found->box.y + found->box.height > room)
        self->scroll += found->box.y + found->box.height - room;
    }
}

static void
set_focused (DossierTimelineView *self, int event)
{
  g_autofree char *label = NULL;

  if (event < 0)
    return;

  self->focused = event;
  bring_into_sight (self, event);
  dossier_view_set_hover (self->view, (DossierRef){ DOSSIER_RECORD_EVENT, event });
  label = dup_event_label (self, event);
  dossier_canvas_announce (DOSSIER_CANVAS (self), label);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
select_event (DossierTimelineView *self, int event)
{
  self->focused = event;
  dossier_view_select (self->view, (DossierRef){ DOSSIER_RECORD_EVENT, event });
}

static void
selection_changed_cb (DossierTimelineView *self)
{
  int event = get_event_of (dossier_view_get_selection (self->view));

  if (event >= 0)
    self->focused = event;
  dossier_timeline_arcs_update (self->arcs, event, self->layout);
  dossier_canvas_queue_update (DOSSIER_CANVAS (self));
}

static void
filter_changed_cb (DossierTimelineView *self)
{
  dossier_timeline_lanes_apply (self->lanes, dossier_view_get_filter (self->view), self->layout);
  dossier_canvas_queue_update (DOSSIER_CANVAS (self));
  g_signal_emit (self, signals[VIEWPORT_CHANGED], 0);
}

static void
reveal_cb (DossierTimelineView *self, const DossierRef *ref)
{
  if (ref->type == DOSSIER_RECORD_EVENT)
    bring_into_sight (self, ref->index);
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
      g_signal_emit (self, signals[VIEWPORT_CHANGED], 0);
    }
  else if (self->viewport.width != plot_width)
    {
      self->viewport = dossier_time_viewport_resized (&self->viewport, plot_width);
      g_signal_emit (self, signals[VIEWPORT_CHANGED], 0);
    }

  dossier_timeline_layout_update (self->layout, &self->viewport, width, height, self->scroll, &self->scene);
  self->scroll = self->scene.scroll;
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

static void
dossier_timeline_view_draw (DossierCanvas *canvas, cairo_t *cr)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);
  DossierTimelinePainter painter = { .theme = dossier_canvas_get_theme (canvas), .typesetter = dossier_canvas_get_typesetter (canvas) };
  DossierTimelineState state = DOSSIER_TIMELINE_STATE_NONE;
  const DossierRelated *related;
  g_autofree char *label = NULL;

  if (self->layout == NULL || !self->has_viewport)
    {
      dossier_color_set_source (&painter.theme->view, cr);
      cairo_paint (cr);
      return;
    }

  related = has_selection (self) ? dossier_view_get_related (self->view) : NULL;
  painter.swatches = dossier_style_get_swatches (dossier_style_get_default (), get_document (self));
  state.selected = get_event_of (dossier_view_get_selection (self->view));
  if (state.selected >= 0)
    state.selected_merged = dossier_timeline_layout_find_merged (self->layout, &self->scene, state.selected);
  state.hovered = get_event_of (dossier_view_get_hover (self->view));
  state.hovered_merged = self->hovered_merged;
  state.focused = gtk_widget_has_visible_focus (GTK_WIDGET (self)) ? self->focused : -1;
  state.is_related = related != NULL ? is_related : NULL;
  state.data = (gpointer) related;
  state.arc_hues = dossier_timeline_arcs_get_hues (self->arcs);
  state.has_brush = dossier_view_get_brush (self->view, &state.brush_begin, &state.brush_end);
  if (!isnan (self->pointer_x) && self->pointer_x >= self->scene.plot.x && self->pointer_x < self->scene.plot.x + self->scene.plot.width)
    {
      label = dup_cursor_label (self, self->pointer_x - self->scene.plot.x);
      state.has_cursor = TRUE;
      state.cursor_x = self->pointer_x;
      state.cursor_label = label;
    }

  dossier_timeline_paint (&painter, &self->scene, &state, cr);
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
      DossierTimeViewport viewport = dossier_time_viewport_panned (&self->viewport, -dx);

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

static DossierTimelineHit
hit (DossierTimelineView *self, double x, double y)
{
  if (self->layout == NULL || !self->has_viewport || isnan (x))
    return (DossierTimelineHit){ DOSSIER_TIMELINE_PART_NOTHING, -1 };

  return dossier_timeline_scene_hit (&self->scene, x, y);
}

static void
dossier_timeline_view_point (DossierCanvas *canvas, double x, double y)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);
  DossierTimelineHit found = hit (self, x, y);
  DossierRef ref = DOSSIER_REF_NONE;
  gboolean is_button = found.part != DOSSIER_TIMELINE_PART_NOTHING && found.part != DOSSIER_TIMELINE_PART_CURVE;

  if (self->view == NULL)
    return;

  self->pointer_x = x;
  self->hovered_merged = found.part == DOSSIER_TIMELINE_PART_MERGED ? found.index : -1;
  if (found.part == DOSSIER_TIMELINE_PART_ITEM)
    ref = (DossierRef){ DOSSIER_RECORD_EVENT, dossier_timeline_scene_get_item (&self->scene, found.index)->event };
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), is_button ? "pointer" : NULL);
  dossier_view_set_hover (self->view, ref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
picked_cb (DossierTimelineView *self, int event)
{
  select_event (self, event);
  bring_into_sight (self, event);
}

/* A dense spot fans out into a list. */
static void
fan_out (DossierTimelineView *self, int merged)
{
  const DossierTimelineMerged *mark = dossier_timeline_scene_get_merged (&self->scene, merged);
  int n;
  g_autofree int *events = dossier_timeline_layout_list_merged (self->layout, &self->scene, merged, &n);
  GtkWidget *popover = dossier_event_popover_new (get_document (self), events, n);
  GdkRectangle place = { (int) mark->box.x, (int) mark->box.y, MAX (1, (int) mark->box.width), MAX (1, (int) mark->box.height) };

  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
  g_signal_connect_object (popover, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (popover, "closed", G_CALLBACK (dossier_event_popover_destroy_later), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* Goes to the nearest event that is out of sight on that side. */
static void
go_beyond (DossierTimelineView *self, gboolean earlier)
{
  const DossierTimelineIndex *index = dossier_timeline_layout_get_index (self->layout);
  gint64 first, last;
  gint64 begin, end;
  int number, event;

  dossier_time_viewport_get_range (&self->viewport, &first, &last);
  number = dossier_timeline_index_count_begun (index, DOSSIER_TIMELINE_ALL, earlier ? first : last);
  event = dossier_timeline_walk_get (index, DOSSIER_TIMELINE_ALL, earlier ? number - 1 : number);
  if (event >= 0 && find_extent (self, event, &begin, &end))
    {
      DossierTimeViewport viewport = dossier_time_viewport_centred (&self->viewport, begin);

      glide_to (self, &viewport);
    }
}

static void
fit_event (DossierTimelineView *self, int event)
{
  DossierTimeViewport viewport;
  gint64 begin, end;

  if (!find_extent (self, event, &begin, &end))
    return;

  viewport = dossier_time_viewport_fitted (&self->viewport, begin, end, MIN (FIT_MARGIN * 4, self->viewport.width / 4));
  glide_to (self, &viewport);
}

static void
centre_event (DossierTimelineView *self, int event)
{
  DossierTimeViewport viewport;
  gint64 begin, end;

  if (!find_extent (self, event, &begin, &end))
    return;

  viewport = dossier_time_viewport_centred (&self->viewport, begin + (end - begin) / 2);

  /* Once more: it is in the middle already, and fills the view. */
  if (dossier_time_viewport_get_distance (&self->viewport, &viewport) < 0.01)
    fit_event (self, event);
  else
    glide_to (self, &viewport);
}

static void
toggle_lane (DossierTimelineView *self, int band)
{
  const DossierTimelineBand *found = dossier_timeline_scene_get_band (&self->scene, band);

  dossier_timeline_lanes_set_folded (self->lanes, found->lane, !found->is_folded);
  dossier_timeline_layout_set_folded (self->layout, found->lane, !found->is_folded);
  dossier_canvas_queue_update (DOSSIER_CANVAS (self));
}

static void
dossier_timeline_view_click (DossierCanvas *canvas, int n_press, double x, double y, GdkModifierType modifiers)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);
  DossierTimelineHit found = hit (self, x, y);
  int event = -1;

  if (self->layout == NULL)
    return;

  switch (found.part)
    {
    case DOSSIER_TIMELINE_PART_ITEM:
      event = dossier_timeline_scene_get_item (&self->scene, found.index)->event;
      if (n_press == 2)
        centre_event (self, event);
      else
        select_event (self, event);
      break;
    case DOSSIER_TIMELINE_PART_MERGED:
      if (n_press == 1)
        fan_out (self, found.index);
      break;
    case DOSSIER_TIMELINE_PART_BAND:
      toggle_lane (self, found.index);
      break;
    case DOSSIER_TIMELINE_PART_EARLIER:
      go_beyond (self, TRUE);
      break;
    case DOSSIER_TIMELINE_PART_LATER:
      go_beyond (self, FALSE);
      break;
    case DOSSIER_TIMELINE_PART_NOTHING:
      dossier_view_unset_brush (self->view);
      dossier_view_select (self->view, DOSSIER_REF_NONE);
      break;
    case DOSSIER_TIMELINE_PART_CURVE:
    case DOSSIER_TIMELINE_PART_FINE_TICK:
    case DOSSIER_TIMELINE_PART_COARSE_TICK:
    default:
      break;
    }
}

/* Shift and a drag, or a drag on the axis, brushes a span. */
static gboolean
dossier_timeline_view_grab (DossierCanvas *canvas, double x, double y, GdkModifierType modifiers)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);

  if (self->layout == NULL || (!(modifiers & GDK_SHIFT_MASK) && y < self->scene.axis_top))
    return FALSE;

  self->brushing = TRUE;
  self->brush_anchor = dossier_time_viewport_get_time (&self->viewport, x - self->scene.plot.x);

  return TRUE;
}

static void
dossier_timeline_view_drag (DossierCanvas *canvas, double x, double y)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);
  gint64 time = dossier_time_viewport_get_time (&self->viewport, x - self->scene.plot.x);
  double anchor_x = dossier_time_viewport_get_x (&self->viewport, self->brush_anchor);

  if (!self->brushing || fabs (x - self->scene.plot.x - anchor_x) < LEAST_BRUSH)
    return;

  self->pointer_x = x;
  dossier_view_set_brush (self->view, MIN (time, self->brush_anchor), MAX (time, self->brush_anchor));
}

static void
dossier_timeline_view_drop (DossierCanvas *canvas, double x, double y)
{
  dossier_timeline_view_drag (canvas, x, y);
  DOSSIER_TIMELINE_VIEW (canvas)->brushing = FALSE;
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

  get_span (self, self->focused, &span);
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

  get_span (self, self->focused, &span);
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

static void
zoom_to_brush (DossierTimelineView *self)
{
  DossierTimeViewport viewport;
  gint64 begin, end;

  if (!dossier_view_get_brush (self->view, &begin, &end))
    return;

  viewport = dossier_time_viewport_fitted (&self->viewport, begin, end, MIN (FIT_MARGIN, self->viewport.width / 4));
  glide_to (self, &viewport);
}

static int
get_lane_of_focus (DossierTimelineView *self)
{
  int lane = self->focused >= 0 ? find_lane (self, self->focused) : -1;

  return lane >= 0 ? lane : DOSSIER_TIMELINE_ALL;
}

static gboolean
dossier_timeline_view_press_key (DossierCanvas *canvas, guint keyval, GdkModifierType modifiers)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);
  const DossierTimelineIndex *index;
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (self->layout == NULL || !self->has_viewport || modifiers & ~GDK_SHIFT_MASK)
    return GDK_EVENT_PROPAGATE;

  index = dossier_timeline_layout_get_index (self->layout);
  switch (keyval)
    {
    case GDK_KEY_Left:
      step_focus (self, DOSSIER_TIMELINE_ALL, is_rtl ? 1 : -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
      step_focus (self, DOSSIER_TIMELINE_ALL, is_rtl ? -1 : 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_comma:
      step_focus (self, get_lane_of_focus (self), -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_period:
      step_focus (self, get_lane_of_focus (self), 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      step_lane (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
      step_lane (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      set_focused (self, dossier_timeline_walk_get (index, DOSSIER_TIMELINE_ALL, 0));
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      set_focused (self, dossier_timeline_walk_get (index, DOSSIER_TIMELINE_ALL, dossier_timeline_index_get_n_events (index, DOSSIER_TIMELINE_ALL) - 1));
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      if (self->focused >= 0)
        select_event (self, self->focused);
      return GDK_EVENT_STOP;
    case GDK_KEY_f:
      if (self->focused >= 0)
        centre_event (self, self->focused);
      return GDK_EVENT_STOP;
    case GDK_KEY_z:
      zoom_to_brush (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      dossier_timeline_view_zoom (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      dossier_timeline_view_zoom (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      dossier_timeline_view_zoom (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      dossier_view_escape (self->view);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static char *
dossier_timeline_view_dup_tooltip (DossierCanvas *canvas, double x, double y)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);
  DossierTimelineHit found = hit (self, x, y);

  if (found.part == DOSSIER_TIMELINE_PART_ITEM)
    {
      int event = dossier_timeline_scene_get_item (&self->scene, found.index)->event;
      g_autoptr (DossierEvent) loaded = dossier_document_load_event (get_document (self), event);
      g_autofree char *date = loaded->date.edtf != NULL ? dossier_edtf_to_text (loaded->date.edtf, DOSSIER_DATE_STYLE_LONG) : g_strdup (_ ("no date"));

      return g_strdup_printf ("%s\n%s", dossier_text_get (&loaded->title, NULL), date);
    }
  if (found.part == DOSSIER_TIMELINE_PART_MERGED && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    {
      int n = dossier_timeline_scene_get_merged (&self->scene, found.index)->count;

      return g_strdup_printf (ngettext ("%'d event; click to list it", "%'d events; click to list them", (gulong) n), n);
    }
  if (found.part == DOSSIER_TIMELINE_PART_BAND)
    return g_strdup (dossier_timeline_scene_get_band (&self->scene, found.index)->title);

  return NULL;
}

static void
dossier_timeline_view_glide (DossierCanvas *canvas, double progress)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);
  DossierTimeViewport viewport = dossier_time_viewport_between (&self->glide_from, &self->glide_to, progress);

  set_viewport (self, &viewport);
}

static void
dossier_timeline_view_list_marks (DossierCanvas *canvas, GArray *marks)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);

  if (self->layout == NULL || !self->has_viewport)
    return;

  for (guint i = 0; i < self->scene.items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (&self->scene, i);
      DossierCanvasMark mark = { item->event, item->box.x, item->box.y, item->box.width, item->box.height, dup_event_label (self, item->event) };

      g_array_append_val (marks, mark);
    }
  for (guint i = 0; i < self->scene.merged->len; i++)
    {
      const DossierTimelineMerged *merged = dossier_timeline_scene_get_merged (&self->scene, i);
      DossierCanvasMark mark = { MERGED_MARKS + (int) i, merged->box.x, merged->box.y, merged->box.width, merged->box.height, NULL };

      mark.label = g_strdup_printf (ngettext ("%'d event, %s", "%'d events, %s", (gulong) merged->count), merged->count, get_lane_title (self, merged->lane));
      g_array_append_val (marks, mark);
    }
}

static void
dossier_timeline_view_activate_mark (DossierCanvas *canvas, int id)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);

  if (self->layout == NULL)
    return;

  if (id < MERGED_MARKS)
    select_event (self, id);
  else if ((guint) (id - MERGED_MARKS) < self->scene.merged->len)
    fan_out (self, id - MERGED_MARKS);
}

static void
dossier_timeline_view_theme_changed (DossierCanvas *canvas)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);

  if (self->layout != NULL)
    dossier_timeline_layout_fonts_changed (self->layout);
}

static void
forget (DossierTimelineView *self)
{
  g_clear_pointer (&self->arcs, dossier_timeline_arcs_free);
  g_clear_pointer (&self->layout, dossier_timeline_layout_free);
  g_clear_pointer (&self->lanes, dossier_timeline_lanes_free);
  self->has_viewport = FALSE;
  self->scroll = 0;
  self->focused = self->hovered_merged = -1;
  self->pointer_x = NAN;
}

static void
dossier_timeline_view_dispose (GObject *object)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (object);

  forget (self);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (dossier_timeline_view_parent_class)->dispose (object);
}

static void
dossier_timeline_view_finalize (GObject *object)
{
  dossier_timeline_scene_clear (&DOSSIER_TIMELINE_VIEW (object)->scene);

  G_OBJECT_CLASS (dossier_timeline_view_parent_class)->finalize (object);
}

static void
dossier_timeline_view_class_init (DossierTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  DossierCanvasClass *canvas_class = DOSSIER_CANVAS_CLASS (klass);

  object_class->dispose = dossier_timeline_view_dispose;
  object_class->finalize = dossier_timeline_view_finalize;

  canvas_class->update = dossier_timeline_view_update;
  canvas_class->draw = dossier_timeline_view_draw;
  canvas_class->pan = dossier_timeline_view_pan;
  canvas_class->zoom = dossier_timeline_view_zoom_at;
  canvas_class->point = dossier_timeline_view_point;
  canvas_class->click = dossier_timeline_view_click;
  canvas_class->grab = dossier_timeline_view_grab;
  canvas_class->drag = dossier_timeline_view_drag;
  canvas_class->drop = dossier_timeline_view_drop;
  canvas_class->press_key = dossier_timeline_view_press_key;
  canvas_class->dup_tooltip = dossier_timeline_view_dup_tooltip;
  canvas_class->glide = dossier_timeline_view_glide;
  canvas_class->list_marks = dossier_timeline_view_list_marks;
  canvas_class->activate_mark = dossier_timeline_view_activate_mark;
  canvas_class->theme_changed = dossier_timeline_view_theme_changed;

  signals[VIEWPORT_CHANGED] = g_signal_new ("viewport-changed", DOSSIER_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dossier_timeline_view_init (DossierTimelineView *self)
{
  dossier_timeline_scene_init (&self->scene);
  forget (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline"), -1);
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

  g_return_if_fail (DOSSIER_IS_TIMELINE_VIEW (self));

  if (self->view == view)
    return;

  forget (self);
  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->view, self);
      g_signal_handlers_disconnect_by_data (dossier_view_get_filter (self->view), self);
    }
  g_set_object (&self->view, view);
  dossier_canvas_stop (DOSSIER_CANVAS (self));
  dossier_canvas_queue_update (DOSSIER_CANVAS (self));
  if (view == NULL)
    return;

  dossier_timeline_source_init (&source, dossier_view_get_document (view));
  self->layout = dossier_timeline_layout_new (&source, dossier_typesetter_measure, dossier_canvas_get_typesetter (DOSSIER_CANVAS (self)));
  self->lanes = dossier_timeline_lanes_new (dossier_view_get_document (view), self->facet, NULL);
  self->arcs = dossier_timeline_arcs_new (dossier_view_get_document (view));
  dossier_timeline_lanes_apply (self->lanes, dossier_view_get_filter (view), self->layout);

  g_signal_connect_object (view, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "hover-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "brush-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "reveal", G_CALLBACK (reveal_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dossier_view_get_filter (view), "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_emit (self, signals[VIEWPORT_CHANGED], 0);
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
  g_return_if_fail (facet < DOSSIER_N_FACETS);

  if (self->facet == facet)
    return;

  self->facet = facet;
  if (self->view == NULL)
    return;

  g_clear_pointer (&self->lanes, dossier_timeline_lanes_free);
  self->lanes = dossier_timeline_lanes_new (dossier_view_get_document (self->view), facet, NULL);
  self->scroll = 0;
  filter_changed_cb (self);
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
      glide_to (self, viewport);
      return;
    }
  dossier_canvas_stop (DOSSIER_CANVAS (self));
  set_viewport (self, viewport);
}

/**
 * dossier_timeline_view_zoom:
 * @self: a timeline view
 * @direction: 1 to zoom in, -1 to zoom out, 0 to show all events
 *
 * Zooms at the selection if it is in sight, else at the middle.
 */
void
dossier_timeline_view_zoom (DossierTimelineView *self, int direction)
{
  DossierTimeViewport viewport;
  double x;

  g_return_if_fail (DOSSIER_IS_TIMELINE_VIEW (self));

  if (!self->has_viewport)
    return;

  if (direction == 0)
    {
      dossier_timeline_layout_get_whole (self->layout, gtk_widget_get_width (GTK_WIDGET (self)), &viewport);
      glide_to (self, &viewport);
      return;
    }

  x = self->viewport.width / 2;
  if (self->focused >= 0)
    {
      DossierSpan span;
      double focused_x;

      get_span (self, self->focused, &span);
      focused_x = is_dated (&span) ? dossier_time_viewport_get_x (&self->viewport, span.start_earliest) : -1;
      if (focused_x >= 0 && focused_x <= self->viewport.width)
        x = focused_x;
    }
  viewport = dossier_time_viewport_zoomed (&self->viewport, direction > 0 ? ZOOM_STEP : 1 / ZOOM_STEP, x);
  glide_to (self, &viewport);
}
