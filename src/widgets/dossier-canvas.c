/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-canvas.h"

#include "widgets/dossier-compat.h"
#include "widgets/dossier-mark.h"
#include "widgets/dossier-style.h"

#include <adwaita.h>
#include <math.h>

/* A press that moves less than this is a click. */
#define DRAG_THRESHOLD 8.0

/* One notch of a wheel. */
#define WHEEL_PIXELS 60.0
#define WHEEL_ZOOM   1.25

/* How far two fingers go to zoom by a factor of e. */
#define TOUCHPAD_ZOOM_PIXELS 150.0

/* A pinch zooms by so many steps for each factor of two, as views have them; what is less is kept until it has come to
 * more. */
#define PINCH_STEPS 4096.0

/* Kinetic motion: how quickly it slows down, per second, and when it has come to rest, in pixels per second. */
#define FRICTION 5.0
#define REST     20.0

/* The velocity of a drag is that of its last moments. */
#define VELOCITY_US (80 * 1000)

#define GLIDE_MS 250

/* Assistive technology is told where things are once they rest. */
#define MARKS_DELAY_MS 250
#define MAX_MARKS      300

typedef enum
{
  DRAG_NONE,
  DRAG_UNDECIDED,
  DRAG_PAN,
  DRAG_GRABBED,
} DragMode;

typedef struct
{
  DossierTypesetter *typesetter;
  gboolean needs_update;
  int width, height; /* for which it was laid out */

  double pointer_x, pointer_y; /* NAN if the pointer is elsewhere */

  DragMode drag_mode;
  double drag_x, drag_y; /* where it began */
  double last_x, last_y; /* how far it came */
  gint64 sample_time;
  double sample_x, sample_y;
  double velocity_x, velocity_y;
  guint tick_id;
  gint64 tick_time;

  gboolean is_held; /* a long press was used: what follows is no click */
  double pinch_scale;
  double pinch_x, pinch_y; /* between the fingers */
  AdwAnimation *glide;

  GPtrArray *marks; /* of DossierMark: as many as were ever needed at once */
  GArray *places;   /* of DossierCanvasMark, parallel to the first of @marks */
  guint marks_id;
} DossierCanvasPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (DossierCanvas, dossier_canvas, GTK_TYPE_WIDGET)

#define PRIVATE(self) ((DossierCanvasPrivate *) dossier_canvas_get_instance_private (self))

static void
stop_kinetic (DossierCanvas *self)
{
  DossierCanvasPrivate *priv = PRIVATE (self);

  if (priv->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), priv->tick_id);
  priv->tick_id = 0;
}

static gboolean
kinetic_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  DossierCanvas *self = DOSSIER_CANVAS (widget);
  DossierCanvasPrivate *priv = PRIVATE (self);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = (double) (now - priv->tick_time) / G_USEC_PER_SEC;
  double rest = exp (-FRICTION * seconds);

  /* The way that an exponentially slowing motion makes in the time, whatever the frame rate. */
  DOSSIER_CANVAS_GET_CLASS (self)->pan (self,
                                        priv->velocity_x * (1 - rest) / FRICTION,
                                        priv->velocity_y * (1 - rest) / FRICTION,
                                        FALSE);
  priv->velocity_x *= rest;
  priv->velocity_y *= rest;
  priv->tick_time = now;

  if (hypot (priv->velocity_x, priv->velocity_y) > REST)
    return G_SOURCE_CONTINUE;

  priv->tick_id = 0;
  return G_SOURCE_REMOVE;
}

/* Lets the view run on at a velocity in pixels per second. */
static void
start_kinetic (DossierCanvas *self, double velocity_x, double velocity_y)
{
  DossierCanvasPrivate *priv = PRIVATE (self);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  stop_kinetic (self);
  if (clock == NULL || !adw_get_enable_animations (GTK_WIDGET (self)) || hypot (velocity_x, velocity_y) <= REST)
    return;

  priv->velocity_x = velocity_x;
  priv->velocity_y = velocity_y;
  priv->tick_time = gdk_frame_clock_get_frame_time (clock);
  priv->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), kinetic_cb, NULL, NULL);
}

static void
glide_cb (double value, gpointer data)
{
  DOSSIER_CANVAS_GET_CLASS (data)->glide (data, value);
}

static void dossier_canvas_pan (DossierCanvas *self, double dx, double dy, gboolean is_wheel);

static gboolean
scroll_cb (DossierCanvas *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GtkEventController *base = GTK_EVENT_CONTROLLER (controller);
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (base);
  gboolean is_wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  DossierCanvasClass *klass = DOSSIER_CANVAS_GET_CLASS (self);
  DossierCanvasPrivate *priv = PRIVATE (self);

  /* What does not move lies in something that does. */
  if (klass->pan == dossier_canvas_pan)
    return GDK_EVENT_PROPAGATE;

  dossier_canvas_stop (self);

  if (modifiers & GDK_CONTROL_MASK)
    {
      double factor = is_wheel ? pow (WHEEL_ZOOM, -dy) : exp (-dy / TOUCHPAD_ZOOM_PIXELS);
      gboolean is_inside = !isnan (priv->pointer_x);

      /* A scroll event of GDK does not say where it was; the motion before it does. */
      klass->zoom (self,
                   factor,
                   is_inside ? priv->pointer_x : gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                   is_inside ? priv->pointer_y : gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
    }
  else
    {
      double step = is_wheel ? WHEEL_PIXELS : 1;

      if (modifiers & GDK_SHIFT_MASK && dx == 0)
        klass->pan (self, -dy * step, 0, FALSE);
      else
        klass->pan (self, -dx * step, -dy * step, is_wheel);
    }

  return GDK_EVENT_STOP;
}

static void
decelerate_cb (DossierCanvas *self, double velocity_x, double velocity_y)
{
  start_kinetic (self, -velocity_x, -velocity_y);
}

static void
pinch_begin_cb (DossierCanvas *self, GdkEventSequence *sequence, GtkGesture *gesture)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    dossier_canvas_begin_pinch (self, x, y);
}

static void
pinch_cb (DossierCanvas *self, double scale, GtkGesture *gesture)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    dossier_canvas_pinch (self, scale, x, y);
}

/* When the hand did it, however late we come to hear of it. */
static gint64
get_event_time (GtkGesture *gesture)
{
  guint32 milliseconds = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture));

  return milliseconds != GDK_CURRENT_TIME ? (gint64) milliseconds * 1000 : g_get_monotonic_time ();
}

static void
drag_begin_cb (DossierCanvas *self, double x, double y, GtkGesture *gesture)
{
  DossierCanvasPrivate *priv = PRIVATE (self);

  dossier_canvas_stop (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  priv->is_held = FALSE;
  priv->drag_mode = DRAG_UNDECIDED;
  priv->drag_x = x;
  priv->drag_y = y;
  priv->last_x = priv->last_y = 0;
  priv->sample_time = get_event_time (gesture);
  priv->sample_x = priv->sample_y = 0;
  priv->velocity_x = priv->velocity_y = 0;
}

/* How quickly the pointer went of late. */
static void
sample_velocity (DossierCanvasPrivate *priv, double x, double y, gint64 now)
{
  double seconds = (double) (now - priv->sample_time) / G_USEC_PER_SEC;

  if (now - priv->sample_time < VELOCITY_US / 4)
    return;

  priv->velocity_x = (x - priv->sample_x) / seconds;
  priv->velocity_y = (y - priv->sample_y) / seconds;
  priv->sample_time = now;
  priv->sample_x = x;
  priv->sample_y = y;
}

static void
drag_update_cb (DossierCanvas *self, double dx, double dy, GtkGestureDrag *gesture)
{
  DossierCanvasPrivate *priv = PRIVATE (self);
  DossierCanvasClass *klass = DOSSIER_CANVAS_GET_CLASS (self);
  gint64 now = get_event_time (GTK_GESTURE (gesture));

  if (priv->drag_mode == DRAG_UNDECIDED)
    {
      GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
      gboolean with_middle = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_MIDDLE;

      if (hypot (dx, dy) < DRAG_THRESHOLD)
        return;

      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      priv->drag_mode = !with_middle && klass->grab (self, priv->drag_x, priv->drag_y, modifiers) ? DRAG_GRABBED : DRAG_PAN;
      if (priv->drag_mode == DRAG_PAN)
        gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
    }

  if (priv->drag_mode == DRAG_PAN)
    {
      sample_velocity (priv, dx, dy, now);
      klass->pan (self, dx - priv->last_x, dy - priv->last_y, FALSE);
    }
  else if (priv->drag_mode == DRAG_GRABBED)
    {
      klass->drag (self, priv->drag_x + dx, priv->drag_y + dy);
    }
  priv->last_x = dx;
  priv->last_y = dy;
}

static void
drag_end_cb (DossierCanvas *self, double dx, double dy, GtkGesture *gesture)
{
  DossierCanvasPrivate *priv = PRIVATE (self);
  gboolean rested = get_event_time (gesture) - priv->sample_time > VELOCITY_US;

  if (priv->drag_mode == DRAG_GRABBED)
    DOSSIER_CANVAS_GET_CLASS (self)->drop (self, priv->drag_x + dx, priv->drag_y + dy);
  else if (priv->drag_mode == DRAG_PAN)
    {
      gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
      if (!rested)
        start_kinetic (self, priv->velocity_x, priv->velocity_y);
    }
  priv->drag_mode = DRAG_NONE;
}

static void
click_cb (DossierCanvas *self, int n_press, double x, double y, GtkGesture *gesture)
{
  DossierCanvasPrivate *priv = PRIVATE (self);
  GdkModifierType modifiers = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (priv->drag_mode == DRAG_PAN || priv->drag_mode == DRAG_GRABBED || priv->is_held)
    return;

  DOSSIER_CANVAS_GET_CLASS (self)->click (self, n_press, x, y, modifiers);
}

static void
held_cb (DossierCanvas *self, double x, double y)
{
  PRIVATE (self)->is_held = DOSSIER_CANVAS_GET_CLASS (self)->hold (self, x, y);
}

static void
motion_cb (DossierCanvas *self, double x, double y)
{
  PRIVATE (self)->pointer_x = x;
  PRIVATE (self)->pointer_y = y;
  DOSSIER_CANVAS_GET_CLASS (self)->point (self, x, y);
}

static void
leave_cb (DossierCanvas *self)
{
  PRIVATE (self)->pointer_x = PRIVATE (self)->pointer_y = NAN;
  DOSSIER_CANVAS_GET_CLASS (self)->point (self, NAN, NAN);
}

static gboolean
key_pressed_cb (DossierCanvas *self, guint keyval, guint keycode, GdkModifierType modifiers)
{
  return DOSSIER_CANVAS_GET_CLASS (self)->press_key (self, keyval, modifiers & gtk_accelerator_get_default_mod_mask ());
}

static void
clear_place (gpointer data)
{
  g_free (((DossierCanvasMark *) data)->label);
}

static void
mark_activated_cb (DossierCanvas *self, DossierMark *mark)
{
  DOSSIER_CANVAS_GET_CLASS (self)->activate_mark (self, dossier_mark_get_id (mark));
}

static gboolean
update_marks_cb (gpointer data)
{
  DossierCanvas *self = data;
  DossierCanvasPrivate *priv = PRIVATE (self);

  priv->marks_id = 0;
  g_array_set_size (priv->places, 0);
  DOSSIER_CANVAS_GET_CLASS (self)->list_marks (self, priv->places);
  if (priv->places->len > MAX_MARKS)
    g_array_set_size (priv->places, MAX_MARKS);

  while (priv->marks->len < priv->places->len)
    {
      GtkWidget *mark = dossier_mark_new ();

      gtk_widget_set_parent (mark, GTK_WIDGET (self));
      g_signal_connect_object (mark, "activated", G_CALLBACK (mark_activated_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (priv->marks, mark);
    }

  for (guint i = 0; i < priv->marks->len; i++)
    {
      GtkWidget *mark = g_ptr_array_index (priv->marks, i);
      const DossierCanvasMark *place = i < priv->places->len ? &g_array_index (priv->places, DossierCanvasMark, i) : NULL;

      gtk_widget_set_visible (mark, place != NULL);
      if (place != NULL)
        dossier_mark_set (DOSSIER_MARK (mark), place->id, place->label);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

static void
allocate_marks (DossierCanvas *self)
{
  DossierCanvasPrivate *priv = PRIVATE (self);

  for (guint i = 0; i < MIN (priv->marks->len, priv->places->len); i++)
    {
      const DossierCanvasMark *place = &g_array_index (priv->places, DossierCanvasMark, i);
      GskTransform *transform =
          gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) place->x, (float) place->y));

      gtk_widget_allocate (g_ptr_array_index (priv->marks, i), MAX (1, (int) place->width), MAX (1, (int) place->height), -1, transform);
    }
}

static void
theme_changed_cb (DossierCanvas *self)
{
  dossier_typesetter_set_theme (PRIVATE (self)->typesetter, dossier_canvas_get_theme (self));
  DOSSIER_CANVAS_GET_CLASS (self)->theme_changed (self);
  dossier_canvas_queue_update (self);
}

static void
dossier_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  DossierCanvas *self = DOSSIER_CANVAS (widget);
  DossierCanvasPrivate *priv = PRIVATE (self);

  if (width > 0 && height > 0 && (priv->needs_update || width != priv->width || height != priv->height))
    {
      priv->needs_update = FALSE;
      priv->width = width;
      priv->height = height;
      DOSSIER_CANVAS_GET_CLASS (self)->update (self, width, height);
    }
  allocate_marks (self);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

/* Drawn once into pixels. What is appended as cairo is only recorded, and drawn anew in every frame in which anything else
 * of the window has changed: a map of a thousand ties then takes longer than the frame has. */
static void
dossier_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DossierCanvas *self = DOSSIER_CANVAS (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int scale = gtk_widget_get_scale_factor (widget);
  cairo_surface_t *surface;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int stride;
  cairo_t *cr;

  if (width <= 0 || height <= 0)
    return;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  DOSSIER_CANVAS_GET_CLASS (self)->draw (self, cr);
  if (cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    g_warning ("A frame could not be drawn: %s", cairo_status_to_string (cairo_status (cr)));
  cairo_destroy (cr);

  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (surface);
      return;
    }

  cairo_surface_flush (surface);
  stride = cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) (height * scale), (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (width * scale, height * scale, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
  gtk_snapshot_append_texture (snapshot, texture, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
}

static gboolean
dossier_canvas_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;

  if (keyboard)
    return FALSE;

  text = DOSSIER_CANVAS_GET_CLASS (widget)->dup_tooltip (DOSSIER_CANVAS (widget), x, y);
  if (text == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static gboolean
dossier_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  /* One stop for Tab; the arrow keys are its own. */
  if (gtk_widget_is_focus (widget))
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static void
dossier_canvas_update (DossierCanvas *self, int width, int height)
{
}

static void
dossier_canvas_draw (DossierCanvas *self, cairo_t *cr)
{
}

static void
dossier_canvas_pan (DossierCanvas *self, double dx, double dy, gboolean is_wheel)
{
}

static void
dossier_canvas_zoom (DossierCanvas *self, double factor, double x, double y)
{
}

static void
dossier_canvas_point (DossierCanvas *self, double x, double y)
{
}

static void
dossier_canvas_click (DossierCanvas *self, int n_press, double x, double y, GdkModifierType modifiers)
{
}

static gboolean
dossier_canvas_grab (DossierCanvas *self, double x, double y, GdkModifierType modifiers)
{
  return FALSE;
}

static void
dossier_canvas_drag (DossierCanvas *self, double x, double y)
{
}

static gboolean
dossier_canvas_hold (DossierCanvas *self, double x, double y)
{
  return FALSE;
}

static gboolean
dossier_canvas_press_key (DossierCanvas *self, guint keyval, GdkModifierType modifiers)
{
  return GDK_EVENT_PROPAGATE;
}

static char *
dossier_canvas_dup_tooltip (DossierCanvas *self, double x, double y)
{
  return NULL;
}

static void
dossier_canvas_glide (DossierCanvas *self, double progress)
{
}

static void
dossier_canvas_list_marks (DossierCanvas *self, GArray *marks)
{
}

static void
dossier_canvas_activate_mark (DossierCanvas *self, int id)
{
}

static void
dossier_canvas_theme_changed (DossierCanvas *self)
{
}

static void
dossier_canvas_dispose (GObject *object)
{
  DossierCanvas *self = DOSSIER_CANVAS (object);
  DossierCanvasPrivate *priv = PRIVATE (self);
  GtkWidget *child;

  stop_kinetic (self);
  g_clear_handle_id (&priv->marks_id, g_source_remove);
  g_clear_object (&priv->glide);
  g_ptr_array_set_size (priv->marks, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dossier_canvas_parent_class)->dispose (object);
}

static void
dossier_canvas_finalize (GObject *object)
{
  DossierCanvasPrivate *priv = PRIVATE (DOSSIER_CANVAS (object));

  dossier_typesetter_free (priv->typesetter);
  g_ptr_array_unref (priv->marks);
  g_array_unref (priv->places);

  G_OBJECT_CLASS (dossier_canvas_parent_class)->finalize (object);
}

static void
dossier_canvas_class_init (DossierCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dossier_canvas_dispose;
  object_class->finalize = dossier_canvas_finalize;

  widget_class->size_allocate = dossier_canvas_size_allocate;
  widget_class->snapshot = dossier_canvas_snapshot;
  widget_class->query_tooltip = dossier_canvas_query_tooltip;
  widget_class->focus = dossier_canvas_focus;

  klass->update = dossier_canvas_update;
  klass->draw = dossier_canvas_draw;
  klass->pan = dossier_canvas_pan;
  klass->zoom = dossier_canvas_zoom;
  klass->point = dossier_canvas_point;
  klass->click = dossier_canvas_click;
  klass->grab = dossier_canvas_grab;
  klass->drag = dossier_canvas_drag;
  klass->drop = dossier_canvas_drag;
  klass->hold = dossier_canvas_hold;
  klass->press_key = dossier_canvas_press_key;
  klass->dup_tooltip = dossier_canvas_dup_tooltip;
  klass->glide = dossier_canvas_glide;
  klass->list_marks = dossier_canvas_list_marks;
  klass->activate_mark = dossier_canvas_activate_mark;
  klass->theme_changed = dossier_canvas_theme_changed;

  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
dossier_canvas_init (DossierCanvas *self)
{
  DossierCanvasPrivate *priv = PRIVATE (self);
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  priv->typesetter = dossier_typesetter_new (dossier_canvas_get_theme (self));
  priv->marks = g_ptr_array_new ();
  priv->places = g_array_new (FALSE, FALSE, sizeof (DossierCanvasMark));
  g_array_set_clear_func (priv->places, clear_place);
  priv->glide = adw_timed_animation_new (widget, 0, 1, GLIDE_MS, adw_callback_animation_target_new (glide_cb, self, NULL));

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_vexpand (widget, TRUE);

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (scroll, "decelerate", G_CALLBACK (decelerate_cb), self);
  gtk_widget_add_controller (widget, scroll);

  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));

  /* The click comes first, to see whether it was a drag before the drag's end says that it is over. */
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (click, "released", G_CALLBACK (click_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));

  /* One finger that drags may be joined by a second: whichever of the two claims them, the other goes on. */
  gtk_gesture_group (pinch, drag);

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect_swapped (hold, "pressed", G_CALLBACK (held_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (hold));

  priv->pointer_x = priv->pointer_y = NAN;
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (widget, motion);

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, keys);

  g_signal_connect_object (dossier_style_get_default (), "changed", G_CALLBACK (theme_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self, "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), self);
}

/**
 * dossier_canvas_get_theme:
 * @self: a canvas
 *
 * Returns: (transfer none): how it looks
 */
const DossierTheme *
dossier_canvas_get_theme (DossierCanvas *self)
{
  return dossier_style_get_theme (dossier_style_get_default ());
}

/**
 * dossier_canvas_get_typesetter:
 * @self: a canvas
 *
 * Returns: (transfer none): what draws its words, made for its theme
 */
DossierTypesetter *
dossier_canvas_get_typesetter (DossierCanvas *self)
{
  g_return_val_if_fail (DOSSIER_IS_CANVAS (self), NULL);

  return PRIVATE (self)->typesetter;
}

/**
 * dossier_canvas_queue_update:
 * @self: a canvas
 *
 * Has what is drawn laid out anew before the next frame. Where only colours change, gtk_widget_queue_draw()
 * is enough.
 */
void
dossier_canvas_queue_update (DossierCanvas *self)
{
  DossierCanvasPrivate *priv;

  g_return_if_fail (DOSSIER_IS_CANVAS (self));

  priv = PRIVATE (self);
  priv->needs_update = TRUE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));

  g_clear_handle_id (&priv->marks_id, g_source_remove);
  priv->marks_id = g_timeout_add (MARKS_DELAY_MS, update_marks_cb, self);
}

/**
 * dossier_canvas_start_glide:
 * @self: a canvas
 *
 * Has the class's glide called from 0 to 1 for a quarter of a second; at once with 1 where the user wants no motion.
 */
void
dossier_canvas_start_glide (DossierCanvas *self)
{
  DossierCanvasPrivate *priv;

  g_return_if_fail (DOSSIER_IS_CANVAS (self));

  priv = PRIVATE (self);
  stop_kinetic (self);
  adw_animation_reset (priv->glide);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    adw_animation_play (priv->glide);
  else
    DOSSIER_CANVAS_GET_CLASS (self)->glide (self, 1);
}

/**
 * dossier_canvas_stop:
 * @self: a canvas
 *
 * Stops whatever is in motion where it is.
 */
void
dossier_canvas_stop (DossierCanvas *self)
{
  DossierCanvasPrivate *priv;

  g_return_if_fail (DOSSIER_IS_CANVAS (self));

  priv = PRIVATE (self);
  stop_kinetic (self);
  if (adw_animation_get_state (priv->glide) == ADW_ANIMATION_PLAYING)
    adw_animation_pause (priv->glide);
}

/**
 * dossier_canvas_is_gliding:
 * @self: a canvas
 *
 * Returns: whether an animation that dossier_canvas_start_glide() began is under way
 */
gboolean
dossier_canvas_is_gliding (DossierCanvas *self)
{
  g_return_val_if_fail (DOSSIER_IS_CANVAS (self), FALSE);

  return adw_animation_get_state (PRIVATE (self)->glide) == ADW_ANIMATION_PLAYING;
}

/**
 * dossier_canvas_announce:
 * @self: a canvas
 * @message: in the user's language
 *
 * Has a screen reader say what has the focus now.
 */
void
dossier_canvas_announce (DossierCanvas *self, const char *message)
{
  dossier_compat_announce (GTK_WIDGET (self), message);
}

/**
 * dossier_canvas_begin_pinch:
 * @self: a canvas
 * @x: the middle between two fingers, in pixels
 * @y: likewise
 *
 * A second finger has come down: what the first one began is over.
 */
void
dossier_canvas_begin_pinch (DossierCanvas *self, double x, double y)
{
  DossierCanvasPrivate *priv = PRIVATE (self);

  g_return_if_fail (DOSSIER_IS_CANVAS (self));

  dossier_canvas_stop (self);
  if (priv->drag_mode == DRAG_GRABBED)
    DOSSIER_CANVAS_GET_CLASS (self)->drop (self, priv->drag_x + priv->last_x, priv->drag_y + priv->last_y);
  priv->drag_mode = DRAG_NONE;
  priv->is_held = TRUE;
  priv->pinch_scale = 1;
  priv->pinch_x = x;
  priv->pinch_y = y;
}

/**
 * dossier_canvas_pinch:
 * @self: a canvas on which a pinch has begun
 * @scale: how far apart the fingers are, as a factor of what they were when it began; more than 0
 * @x: the middle between them by now, in pixels
 * @y: likewise
 *
 * What lies between the fingers goes with them.
 */
void
dossier_canvas_pinch (DossierCanvas *self, double scale, double x, double y)
{
  DossierCanvasPrivate *priv = PRIVATE (self);
  double factor;

  g_return_if_fail (DOSSIER_IS_CANVAS (self));

  if (!(scale > 0))
    return;

  DOSSIER_CANVAS_GET_CLASS (self)->pan (self, x - priv->pinch_x, y - priv->pinch_y, FALSE);
  priv->pinch_x = x;
  priv->pinch_y = y;
  factor = exp2 (trunc (log2 (scale / priv->pinch_scale) * PINCH_STEPS) / PINCH_STEPS);
  if (factor != 1)
    DOSSIER_CANVAS_GET_CLASS (self)->zoom (self, factor, x, y);
  priv->pinch_scale *= factor;
}
