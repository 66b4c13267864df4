/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-overview-view.h"

#include "painting/dossier-overview-painter.h"
#include "widgets/dossier-style.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Of the strip in pixels; letters that are larger than usual make it higher. */
#define HEIGHT 48

/* How near to a side of the window the pointer has to be to draw it out. */
#define HANDLE 6.0

#define ZOOM_STEP 1.4
#define KEY_STEP  60.0
#define SIDE_STEP 8.0

typedef enum
{
  PART_OUTSIDE,
  PART_WINDOW,
  PART_BEGIN,
  PART_END,
} Part;

struct _DossierOverviewView
{
  DossierCanvas parent_instance;

  DossierTimelineView *timeline;
  DossierOverview overview;
  gboolean has_overview;
  Part hovered;
  gboolean is_hovered;

  Part grabbed;
  double grab_x;
  double grab_begin; /* the window as it was grabbed */
  double grab_end;
  DossierTimeViewport grab_viewport; /* the strip must not move below what is held */
  double draft_x; /* how far a new window has been drawn that began at @grab_x */
  gboolean holding;
};

G_DEFINE_FINAL_TYPE (DossierOverviewView, dossier_overview_view, DOSSIER_TYPE_CANVAS)

static Part
find_part (DossierOverviewView *self, double x)
{
  if (fabs (x - self->overview.window_begin) <= HANDLE)
    return PART_BEGIN;
  if (fabs (x - self->overview.window_end) <= HANDLE)
    return PART_END;

  return x > self->overview.window_begin && x < self->overview.window_end ? PART_WINDOW : PART_OUTSIDE;
}

/* Has the timeline show what is between two places of the strip. */
static void
show_between (DossierOverviewView *self, const DossierTimeViewport *strip, double begin, double end, gboolean animate)
{
  const DossierTimeViewport *shown = dossier_timeline_view_get_viewport (self->timeline);
  DossierTimeViewport viewport;
  gint64 first = dossier_time_viewport_get_time (strip, MIN (begin, end));
  gint64 last = dossier_time_viewport_get_time (strip, MAX (begin, end));

  if (shown == NULL || last <= first)
    return;

  dossier_time_viewport_init (&viewport, first, last, shown->width);
  dossier_timeline_view_set_viewport (self->timeline, &viewport, animate);
}

static void
dossier_overview_view_update (DossierCanvas *canvas, int width, int height)
{
  DossierOverviewView *self = DOSSIER_OVERVIEW_VIEW (canvas);
  DossierTimelineLayout *layout = self->timeline != NULL ? dossier_timeline_view_get_layout (self->timeline) : NULL;
  const DossierTimeViewport *shown = self->timeline != NULL ? dossier_timeline_view_get_viewport (self->timeline) : NULL;
  DossierTimeViewport home;

  self->has_overview = layout != NULL && shown != NULL && dossier_timeline_layout_has_dates (layout);
  if (!self->has_overview)
    return;

  dossier_timeline_layout_get_home (layout, width, &home);
  dossier_overview_update (&self->overview, dossier_timeline_layout_get_index (layout), &home, shown, width, dossier_typesetter_measure, dossier_canvas_get_typesetter (canvas));
}

static void
dossier_overview_view_theme_changed (DossierCanvas *canvas)
{
  dossier_time_axis_fonts_changed (&DOSSIER_OVERVIEW_VIEW (canvas)->overview.axis);
}

static void
dossier_overview_view_draw (DossierCanvas *canvas, cairo_t *cr)
{
  DossierOverviewView *self = DOSSIER_OVERVIEW_VIEW (canvas);
  DossierOverviewPainter painter = { .theme = dossier_canvas_get_theme (canvas), .typesetter = dossier_canvas_get_typesetter (canvas) };
  DossierView *view;

  if (!self->has_overview)
    {
      dossier_color_set_source (&painter.theme->strip, cr);
      cairo_paint (cr);
      return;
    }

  view = dossier_timeline_view_get_view (self->timeline);
  painter.swatches = dossier_style_get_swatches (dossier_style_get_default (), dossier_view_get_document (view));
  painter.lanes = dossier_timeline_view_get_lanes (self->timeline, &painter.n_lanes);
  painter.has_brush = dossier_view_get_brush (view, &painter.brush_begin, &painter.brush_end);
  painter.has_draft = self->holding && self->grabbed == PART_OUTSIDE;
  painter.draft_begin = MIN (self->grab_x, self->draft_x);
  painter.draft_end = MAX (self->grab_x, self->draft_x);
  painter.is_hovered = self->is_hovered && self->hovered != PART_OUTSIDE;
  dossier_overview_paint (&painter, &self->overview, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)), cr);
}

/* What the timeline shows; %NULL while there is nothing to be moved. The timeline may show something else since the strip was
 * drawn, and not know yet which stretch of it. */
static const DossierTimeViewport *
get_shown (DossierOverviewView *self)
{
  return self->has_overview ? dossier_timeline_view_get_viewport (self->timeline) : NULL;
}

/* A pixel of the strip is many of the timeline. */
static double
get_ratio (DossierOverviewView *self)
{
  return self->overview.viewport.seconds_per_pixel / get_shown (self)->seconds_per_pixel;
}

static void
pan_by (DossierOverviewView *self, double pixels)
{
  DossierTimeViewport viewport = dossier_time_viewport_panned (get_shown (self), pixels);

  dossier_timeline_view_set_viewport (self->timeline, &viewport, FALSE);
}

static void
dossier_overview_view_pan (DossierCanvas *canvas, double dx, double dy, gboolean is_wheel)
{
  DossierOverviewView *self = DOSSIER_OVERVIEW_VIEW (canvas);

  if (get_shown (self) != NULL)
    pan_by (self, -(is_wheel && dx == 0 ? dy : dx));
}

static void
dossier_overview_view_zoom (DossierCanvas *canvas, double factor, double x, double y)
{
  DossierOverviewView *self = DOSSIER_OVERVIEW_VIEW (canvas);
  const DossierTimeViewport *shown = get_shown (self);
  DossierTimeViewport viewport;

  if (shown == NULL)
    return;

  viewport = dossier_time_viewport_zoomed (shown, factor, dossier_time_viewport_get_x (shown, dossier_time_viewport_get_time (&self->overview.viewport, x)));
  dossier_timeline_view_set_viewport (self->timeline, &viewport, FALSE);
}

static void
dossier_overview_view_point (DossierCanvas *canvas, double x, double y)
{
  DossierOverviewView *self = DOSSIER_OVERVIEW_VIEW (canvas);

  self->is_hovered = !isnan (x);
  self->hovered = self->is_hovered && self->has_overview ? find_part (self, x) : PART_OUTSIDE;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   self->hovered == PART_WINDOW                               ? "grab"
                                   : self->hovered == PART_BEGIN || self->hovered == PART_END ? "col-resize"
                                   : self->is_hovered && self->has_overview                   ? "crosshair"
                                                                                              : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A click beside the window brings the window there, a double click shows the whole. */
static void
dossier_overview_view_click (DossierCanvas *canvas, int n_press, double x, double y, GdkModifierType modifiers)
{
  DossierOverviewView *self = DOSSIER_OVERVIEW_VIEW (canvas);
  const DossierTimeViewport *shown = get_shown (self);
  DossierTimeViewport viewport;

  if (shown == NULL)
    return;

  if (n_press == 2)
    {
      dossier_timeline_view_zoom (self->timeline, 0);
      return;
    }
  if (find_part (self, x) != PART_OUTSIDE)
    return;

  viewport = dossier_time_viewport_centred (shown, dossier_time_viewport_get_time (&self->overview.viewport, x));
  dossier_timeline_view_set_viewport (self->timeline, &viewport, TRUE);
}

static gboolean
dossier_overview_view_grab (DossierCanvas *canvas, double x, double y, GdkModifierType modifiers)
{
  DossierOverviewView *self = DOSSIER_OVERVIEW_VIEW (canvas);

  if (!self->has_overview)
    return FALSE;

  self->grabbed = find_part (self, x);
  self->grab_x = self->draft_x = x;
  self->grab_begin = self->overview.window_begin;
  self->grab_end = self->overview.window_end;
  self->grab_viewport = self->overview.viewport;
  self->holding = TRUE;

  return TRUE;
}

static void
dossier_overview_view_drag (DossierCanvas *canvas, double x, double y)
{
  DossierOverviewView *self = DOSSIER_OVERVIEW_VIEW (canvas);
  double dx = x - self->grab_x;

  if (!self->holding || get_shown (self) == NULL)
    return;

  switch (self->grabbed)
    {
    case PART_WINDOW:
      self->grab_x = x;
      pan_by (self, dx * get_ratio (self));
      break;
    case PART_BEGIN:
      show_between (self, &self->grab_viewport, MIN (self->grab_begin + dx, self->grab_end - HANDLE), self->grab_end, FALSE);
      break;
    case PART_END:
      show_between (self, &self->grab_viewport, self->grab_begin, MAX (self->grab_end + dx, self->grab_begin + HANDLE), FALSE);
      break;
    case PART_OUTSIDE:
    default:
      self->draft_x = x;
      gtk_widget_queue_draw (GTK_WIDGET (self));
      break;
    }
}

static void
dossier_overview_view_drop (DossierCanvas *canvas, double x, double y)
{
  DossierOverviewView *self = DOSSIER_OVERVIEW_VIEW (canvas);

  if (self->holding && self->grabbed == PART_OUTSIDE)
    show_between (self, &self->grab_viewport, self->grab_x, x, TRUE);
  self->holding = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Moves the sides of the window, by pixels of the strip. */
static void
move_side (DossierOverviewView *self, double begin, double end)
{
  double from = self->overview.window_begin + begin;
  double to = self->overview.window_end + end;

  if (to - from >= HANDLE)
    show_between (self, &self->overview.viewport, from, to, FALSE);
}

/* A slider says where it stands: between 0 and 100 % of the whole period, and in words what is seen. */
static void
tell_value (DossierOverviewView *self)
{
  const char *sentence = dossier_timeline_view_get_sentence (self->timeline);
  double width = gtk_widget_get_width (GTK_WIDGET (self));

  if (!self->has_overview || sentence == NULL || width <= 0)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
                                  0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  100.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  CLAMP ((self->overview.window_begin + self->overview.window_end) / 2 / width * 100, 0, 100),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  sentence,
                                  /* Readers of GTK 4.8 are not told of the value of what is no GtkScale. */
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence,
                                  -1);
}

static gboolean
dossier_overview_view_press_key (DossierCanvas *canvas, guint keyval, GdkModifierType modifiers)
{
  DossierOverviewView *self = DOSSIER_OVERVIEW_VIEW (canvas);

  gboolean with_shift = (modifiers & GDK_SHIFT_MASK) != 0;

  if (get_shown (self) == NULL || modifiers & ~GDK_SHIFT_MASK)
    return GDK_EVENT_PROPAGATE;

  /* The arrows move the window, with Shift its end; up and down move both sides. */
  switch (keyval)
    {
    case GDK_KEY_Left:
      if (with_shift)
        move_side (self, 0, -SIDE_STEP);
      else
        pan_by (self, -KEY_STEP);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
      if (with_shift)
        move_side (self, 0, SIDE_STEP);
      else
        pan_by (self, KEY_STEP);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      move_side (self, -SIDE_STEP / 2, SIDE_STEP / 2);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
      move_side (self, SIDE_STEP / 2, -SIDE_STEP / 2);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      pan_by (self, -get_shown (self)->width);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      pan_by (self, get_shown (self)->width);
      return GDK_EVENT_STOP;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      dossier_timeline_view_zoom (self->timeline, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      dossier_timeline_view_zoom (self->timeline, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
    case GDK_KEY_Home:
      dossier_timeline_view_zoom (self->timeline, 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
dossier_overview_view_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  const DossierTheme *theme = dossier_style_get_theme (dossier_style_get_default ());
  double foot = DOSSIER_OVERVIEW_FOOT * (MAX (theme->text_scale, 1) - 1);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT + (int) ceil (foot) : 0;
}

static void
dossier_overview_view_dispose (GObject *object)
{
  g_clear_object (&DOSSIER_OVERVIEW_VIEW (object)->timeline);

  G_OBJECT_CLASS (dossier_overview_view_parent_class)->dispose (object);
}

static void
dossier_overview_view_finalize (GObject *object)
{
  dossier_overview_clear (&DOSSIER_OVERVIEW_VIEW (object)->overview);

  G_OBJECT_CLASS (dossier_overview_view_parent_class)->finalize (object);
}

static void
dossier_overview_view_class_init (DossierOverviewViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DossierCanvasClass *canvas_class = DOSSIER_CANVAS_CLASS (klass);

  object_class->dispose = dossier_overview_view_dispose;
  object_class->finalize = dossier_overview_view_finalize;
  widget_class->measure = dossier_overview_view_measure;

  canvas_class->update = dossier_overview_view_update;
  canvas_class->draw = dossier_overview_view_draw;
  canvas_class->theme_changed = dossier_overview_view_theme_changed;
  canvas_class->pan = dossier_overview_view_pan;
  canvas_class->zoom = dossier_overview_view_zoom;
  canvas_class->point = dossier_overview_view_point;
  canvas_class->click = dossier_overview_view_click;
  canvas_class->grab = dossier_overview_view_grab;
  canvas_class->drag = dossier_overview_view_drag;
  canvas_class->drop = dossier_overview_view_drop;
  canvas_class->press_key = dossier_overview_view_press_key;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
dossier_overview_view_init (DossierOverviewView *self)
{
  dossier_overview_init (&self->overview);
  gtk_widget_set_vexpand (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Overview of the whole period"), -1);
}

/**
 * dossier_overview_view_set_timeline:
 * @self: an overview
 * @timeline: the timeline whose events and view it shows
 */
void
dossier_overview_view_set_timeline (DossierOverviewView *self, DossierTimelineView *timeline)
{
  g_return_if_fail (DOSSIER_IS_OVERVIEW_VIEW (self) && DOSSIER_IS_TIMELINE_VIEW (timeline));
  g_return_if_fail (self->timeline == NULL);

  self->timeline = g_object_ref (timeline);
  g_signal_connect_object (timeline, "viewport-changed", G_CALLBACK (dossier_canvas_queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "sentence-changed", G_CALLBACK (tell_value), self, G_CONNECT_SWAPPED);
}
