/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-view-sentence.h"
#include "widgets/dossier-brush-zoom.h"
#include "widgets/dossier-event-popover.h"
#include "widgets/dossier-panes.h"
#include "widgets/dossier-timeline-view-private.h"
#include "window/dossier-details.h"

#include "driver.h"

#include <math.h>

/* Gestures and keys of the timeline, as the X server sends them. */
typedef struct
{
  DossierWindow *window;
  DossierTimelineView *timeline;
  DossierView *view;
} Fixture;

/* Until an animation has come to its end. */
static void
rest (Fixture *fixture)
{
  gint64 deadline = g_get_monotonic_time () + DRIVER_PATIENCE_US;

  do
    driver_run_for (50);
  while (dossier_canvas_is_gliding (DOSSIER_CANVAS (fixture->timeline)) && g_get_monotonic_time () < deadline);
  driver_run_for (50);
}

static void
press (Fixture *fixture, const char *key)
{
  driver_xdotool ("key", key, NULL);
  rest (fixture);
}

static void
click (Fixture *fixture, double x, double y, const char *modifier)
{
  driver_move_to (GTK_WIDGET (fixture->timeline), x, y);
  if (modifier != NULL)
    driver_xdotool ("keydown", modifier, NULL);
  driver_xdotool ("click", "1", NULL);
  if (modifier != NULL)
    driver_xdotool ("keyup", modifier, NULL);
  /* The next is a click of its own, not the second of a double click. */
  driver_settle (500);
}

static void
drag (Fixture *fixture, const char *button, double x, double y, double to_x, double to_y)
{
  driver_move_to (GTK_WIDGET (fixture->timeline), x, y);
  driver_xdotool ("mousedown", button, NULL);
  for (int i = 1; i <= 4; i++)
    driver_move_to (GTK_WIDGET (fixture->timeline), x + (to_x - x) * i / 4, y + (to_y - y) * i / 4);
  /* At rest before it is let go: no kinetic motion. */
  driver_run_for (150);
  driver_xdotool ("mouseup", button, NULL);
  rest (fixture);
}

static gboolean
is_shown (gpointer data)
{
  Fixture *fixture = data;

  fixture->view = dossier_window_get_view (fixture->window);

  return fixture->view != NULL && fixture->timeline->has_viewport && fixture->timeline->scene.items->len > 5;
}

static void
open_window (Fixture *fixture, int width, int height)
{
  fixture->window = driver_open_bundled (width, height);
  fixture->timeline = DOSSIER_TIMELINE_VIEW (driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_TIMELINE_VIEW));
  driver_wait_for (is_shown, fixture);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->timeline));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  open_window (fixture, 1400, 860);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  driver_close (fixture->window);
}

static DossierTimeViewport
get_viewport (Fixture *fixture)
{
  return *dossier_timeline_view_get_viewport (fixture->timeline);
}

static gint64
get_time (Fixture *fixture, double x)
{
  return dossier_time_viewport_get_time (&fixture->timeline->viewport, x - fixture->timeline->scene.plot.x);
}

/* In days: a pixel of the whole period is about one. */
static void
assert_near (gint64 time, gint64 expected, double seconds)
{
  g_assert_cmpfloat (fabs (dossier_time_difference (time, expected)), <=, seconds);
}

static int
count_selected (Fixture *fixture)
{
  int n;

  dossier_view_get_events (fixture->view, &n);

  return n;
}

/* A point of the canvas where there is nothing. */
static void
find_empty (Fixture *fixture, double *x, double *y)
{
  const DossierTimelineScene *scene = &fixture->timeline->scene;

  for (*y = 4; *y < scene->axis_top; *y += 3)
    for (*x = scene->plot.x + 200; *x < scene->plot.x + scene->plot.width - 200; *x += 7)
      if (dossier_timeline_scene_hit (scene, *x, *y).part == DOSSIER_TIMELINE_PART_NOTHING)
        return;
  g_assert_not_reached ();
}

/* The n-th event that stands in the middle of the view and can be clicked. */
static const DossierTimelineItem *
find_item (Fixture *fixture, int nth)
{
  const DossierTimelineScene *scene = &fixture->timeline->scene;

  for (guint i = 0; i < scene->items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, (int) i);
      DossierTimelineHit hit = dossier_timeline_scene_hit (scene, item->box.x + 4, item->box.y + item->box.height / 2);

      if (item->box.x > scene->plot.x + 20 && item->box.x < scene->plot.x + scene->plot.width - 60 && item->box.height > 12 &&
          hit.part == DOSSIER_TIMELINE_PART_ITEM && hit.index == (int) i && nth-- == 0)
        return item;
    }
  g_assert_not_reached ();
}

static void
click_item (Fixture *fixture, const DossierTimelineItem *item, const char *modifier)
{
  click (fixture, item->box.x + 4, item->box.y + item->box.height / 2, modifier);
}

static void
test_pan (Fixture *fixture, gconstpointer data)
{
  DossierTimeViewport before = get_viewport (fixture);
  const DossierTimelineItem *item = find_item (fixture, 0);
  double x, y;

  find_empty (fixture, &x, &y);
  drag (fixture, "1", x, y, x - 120, y);
  assert_near (get_time (fixture, x - 120), dossier_time_viewport_get_time (&before, x - fixture->timeline->scene.plot.x), 2 * before.seconds_per_pixel);
  g_assert_cmpfloat (get_viewport (fixture).seconds_per_pixel, ==, before.seconds_per_pixel);

  /* The middle button pans wherever it is pressed, on an event and on the axis. */
  before = get_viewport (fixture);
  drag (fixture, "2", x, fixture->timeline->scene.axis_top + 8, x + 90, fixture->timeline->scene.axis_top + 8);
  assert_near (get_time (fixture, x + 90), dossier_time_viewport_get_time (&before, x - fixture->timeline->scene.plot.x), 2 * before.seconds_per_pixel);
  item = find_item (fixture, 0);
  before = get_viewport (fixture);
  drag (fixture, "2", item->box.x + 4, item->box.y + 4, item->box.x + 64, item->box.y + 4);
  g_assert_false (dossier_time_viewport_equal (&before, &fixture->timeline->viewport));
  g_assert_false (dossier_view_has_selection (fixture->view));

  /* With Shift a wheel pans to the side. */
  before = get_viewport (fixture);
  driver_xdotool ("keydown", "shift", "click", "5", "keyup", "shift", NULL);
  driver_run_for (100);
  g_assert_cmpint (get_time (fixture, x), >, dossier_time_viewport_get_time (&before, x - fixture->timeline->scene.plot.x));
}

/* A quick drag to the left that ends in motion. */
static void
throw_left (void)
{
  driver_xdotool ("mousedown", "1", "mousemove_relative", "--", "-40", "0", "sleep", "0.03", "mousemove_relative", "--", "-60", "0", "sleep", "0.03", "mousemove_relative", "--", "-60", "0", "sleep", "0.03", "mousemove_relative", "--", "-60", "0", "mouseup", "1", NULL);
}

/* What is in motion stops when a button is pressed. */
static void
test_kinetic (Fixture *fixture, gconstpointer data)
{
  DossierTimeViewport moving, stopped;
  double x, y;

  find_empty (fixture, &x, &y);
  driver_move_to (GTK_WIDGET (fixture->timeline), x, y);
  throw_left ();
  moving = get_viewport (fixture);
  driver_run_for (100);
  g_assert_false (dossier_time_viewport_equal (&moving, &fixture->timeline->viewport));

  driver_xdotool ("mousedown", "1", NULL);
  stopped = get_viewport (fixture);
  driver_run_for (200);
  g_assert_true (dossier_time_viewport_equal (&stopped, &fixture->timeline->viewport));
  driver_xdotool ("mouseup", "1", NULL);
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  DossierTimeViewport before = get_viewport (fixture);
  double x, y;
  gint64 begin, end;

  find_empty (fixture, &x, &y);
  driver_move_to (GTK_WIDGET (fixture->timeline), x, y);
  driver_xdotool ("keydown", "ctrl", "click", "4", "keyup", "ctrl", NULL);
  driver_run_for (100);
  g_assert_cmpfloat (get_viewport (fixture).seconds_per_pixel, <, before.seconds_per_pixel);
  assert_near (get_time (fixture, x), dossier_time_viewport_get_time (&before, x - fixture->timeline->scene.plot.x), before.seconds_per_pixel);

  /* A drag on the axis zooms to what it spans. */
  begin = get_time (fixture, x);
  end = get_time (fixture, x + 160);
  drag (fixture, "1", x, fixture->timeline->scene.axis_top + 8, x + 160, fixture->timeline->scene.axis_top + 8);
  before = get_viewport (fixture);
  assert_near (get_time (fixture, fixture->timeline->scene.plot.x), begin, 8 * before.seconds_per_pixel);
  assert_near (get_time (fixture, fixture->timeline->scene.plot.x + before.width), end, 8 * before.seconds_per_pixel);
  g_assert_false (dossier_view_get_brush (fixture->view, NULL, NULL));

  press (fixture, "0");
  g_assert_cmpfloat (get_viewport (fixture).seconds_per_pixel, >, before.seconds_per_pixel * 4);

  /* One-handed. */
  before = get_viewport (fixture);
  press (fixture, "w");
  g_assert_cmpfloat (get_viewport (fixture).seconds_per_pixel, <, before.seconds_per_pixel);
  press (fixture, "s");
  g_assert_cmpfloat (fabs (get_viewport (fixture).seconds_per_pixel / before.seconds_per_pixel - 1), <, 0.01);
  before = get_viewport (fixture);
  press (fixture, "d");
  g_assert_cmpint (get_time (fixture, 600), >, dossier_time_viewport_get_time (&before, 600 - fixture->timeline->scene.plot.x));
  press (fixture, "a");
  assert_near (get_time (fixture, 600), dossier_time_viewport_get_time (&before, 600 - fixture->timeline->scene.plot.x), 2 * before.seconds_per_pixel);
}

/* No motion where none is wanted: one frame, and it is there. */
static void
test_reduced_motion (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (fixture->window));
  DossierTimeViewport before = get_viewport (fixture);
  DossierTimeViewport after;
  double x, y;

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  dossier_timeline_view_zoom (fixture->timeline, 1);
  after = get_viewport (fixture);
  g_assert_cmpfloat (after.seconds_per_pixel, <, before.seconds_per_pixel / 1.5);
  driver_run_for (300);
  g_assert_true (dossier_time_viewport_equal (&after, &fixture->timeline->viewport));

  find_empty (fixture, &x, &y);
  driver_move_to (GTK_WIDGET (fixture->timeline), x, y);
  throw_left ();
  after = get_viewport (fixture);
  driver_run_for (200);
  g_assert_true (dossier_time_viewport_equal (&after, &fixture->timeline->viewport));
  gtk_settings_reset_property (settings, "gtk-enable-animations");
}

/* Two fingers, as the gesture tells of them: an X server without a touch screen has none. In many small steps it comes to
 * what it comes to in one, and what lies between the fingers stays there. */
static void
test_pinch (Fixture *fixture, gconstpointer data)
{
  DossierCanvas *canvas = DOSSIER_CANVAS (fixture->timeline);
  DossierTimeViewport before = get_viewport (fixture);
  double middle = fixture->timeline->scene.plot.x + before.width / 2;
  gint64 time = get_time (fixture, middle);

  dossier_canvas_begin_pinch (canvas, middle, 100);
  for (int i = 1; i <= 10000; i++)
    dossier_canvas_pinch (canvas, 1 + i / 10000.0, middle + i / 100.0, 100);
  rest (fixture);
  g_assert_cmpfloat_with_epsilon (before.seconds_per_pixel / get_viewport (fixture).seconds_per_pixel, 2, 0.001);
  assert_near (get_time (fixture, middle + 100), time, 3 * get_viewport (fixture).seconds_per_pixel);

  dossier_canvas_begin_pinch (canvas, middle + 100, 100);
  dossier_canvas_pinch (canvas, 0.5, middle, 100);
  rest (fixture);
  g_assert_cmpfloat_with_epsilon (before.seconds_per_pixel / get_viewport (fixture).seconds_per_pixel, 1, 0.001);
  assert_near (get_time (fixture, middle), time, 3 * get_viewport (fixture).seconds_per_pixel);

  /* What the first finger had begun is over. */
  g_assert_false (dossier_view_get_brush (fixture->view, NULL, NULL));
  g_assert_cmpint (fixture->timeline->drag, ==, DOSSIER_TIMELINE_DRAG_NONE);
}

/* At the edge time moves on below the pointer, for as long as it is there. */
static void
test_brush_beyond (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = GTK_WIDGET (fixture->timeline);
  DossierTimeViewport before = get_viewport (fixture);
  double right = fixture->timeline->scene.plot.x + before.width;
  gint64 first, last, begin, end;
  double x, y;

  dossier_time_viewport_get_range (&before, &first, &last);
  find_empty (fixture, &x, &y);
  driver_xdotool ("keydown", "shift", NULL);
  driver_move_to (widget, x, y);
  driver_xdotool ("mousedown", "1", NULL);
  for (int i = 1; i <= 4; i++)
    driver_move_to (widget, x + (right - 2 - x) * i / 4, y);
  driver_run_for (1500);
  driver_xdotool ("mouseup", "1", "keyup", "shift", NULL);
  rest (fixture);
  g_assert_true (dossier_view_get_brush (fixture->view, &begin, &end));
  g_assert_cmpint (end, >, last + (gint64) (40 * before.seconds_per_pixel));
  g_assert_cmpint (get_viewport (fixture).origin, >, before.origin);
  g_assert_cmpfloat (get_viewport (fixture).seconds_per_pixel, ==, before.seconds_per_pixel);

  /* It rests when nothing is dragged. */
  before = get_viewport (fixture);
  driver_run_for (300);
  g_assert_cmpint (get_viewport (fixture).origin, ==, before.origin);
}

static void
test_brush (Fixture *fixture, gconstpointer data)
{
  GtkWidget *zoom = driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_BRUSH_ZOOM);
  GdkRectangle place;
  DossierTimeViewport before;
  double day = get_viewport (fixture).seconds_per_pixel;
  gint64 expected_begin, expected_end, begin, end;
  double x, y;

  g_assert_false (gtk_widget_get_visible (zoom));
  find_empty (fixture, &x, &y);
  expected_begin = get_time (fixture, x);
  expected_end = get_time (fixture, x + 140);
  driver_xdotool ("keydown", "shift", NULL);
  drag (fixture, "1", x, y, x + 140, y);
  driver_xdotool ("keyup", "shift", NULL);
  g_assert_true (dossier_view_get_brush (fixture->view, &begin, &end));
  assert_near (begin, expected_begin, 2 * day);
  assert_near (end, expected_end, 2 * day);

  /* Its edges can be moved. */
  g_assert_true (dossier_timeline_view_get_brush_place (fixture->timeline, &place));
  expected_end = get_time (fixture, place.x + place.width + 60);
  drag (fixture, "1", place.x + place.width, y, place.x + place.width + 60, y);
  g_assert_true (dossier_view_get_brush (fixture->view, &begin, &end));
  assert_near (begin, expected_begin, 2 * day);
  assert_near (end, expected_end, 2 * day);
  expected_begin = get_time (fixture, place.x + 30);
  drag (fixture, "1", place.x, y, place.x + 30, y);
  g_assert_true (dossier_view_get_brush (fixture->view, &begin, &end));
  assert_near (begin, expected_begin, 2 * day);
  assert_near (end, expected_end, 2 * day);

  /* However small, it can be seen. */
  g_assert_true (dossier_timeline_view_get_brush_place (fixture->timeline, &place));
  drag (fixture, "1", place.x, y, place.x + place.width - 1, y);
  g_assert_true (dossier_timeline_view_get_brush_place (fixture->timeline, &place));
  g_assert_cmpint (place.width, >=, 5);
  drag (fixture, "1", place.x, y, place.x - 120, y);

  /* The button in it zooms to it. */
  before = get_viewport (fixture);
  g_assert_true (gtk_widget_get_mapped (zoom));
  driver_move_to (zoom, gtk_widget_get_width (zoom) / 2.0, gtk_widget_get_height (zoom) / 2.0);
  driver_xdotool ("click", "1", NULL);
  rest (fixture);
  g_assert_cmpfloat (get_viewport (fixture).seconds_per_pixel, <, before.seconds_per_pixel / 2);
  g_assert_true (dossier_timeline_view_get_brush_place (fixture->timeline, &place));
  g_assert_cmpint (place.width, >, (int) (get_viewport (fixture).width / 2));

  /* So does Z; Escape takes the brush, then the selection. */
  press (fixture, "0");
  press (fixture, "z");
  g_assert_cmpfloat (get_viewport (fixture).seconds_per_pixel, <, before.seconds_per_pixel / 2);
  dossier_view_select (fixture->view, (DossierRef){ DOSSIER_RECORD_EVENT, 0 });
  press (fixture, "Escape");
  g_assert_false (dossier_view_get_brush (fixture->view, NULL, NULL));
  g_assert_cmpint (count_selected (fixture), ==, 1);
  g_assert_false (gtk_widget_get_visible (zoom));
  press (fixture, "Escape");
  g_assert_false (dossier_view_has_selection (fixture->view));
}

static void
test_select (Fixture *fixture, gconstpointer data)
{
  DossierTimeViewport before = get_viewport (fixture);
  const DossierTimelineScene *scene = &fixture->timeline->scene;
  int one = find_item (fixture, 0)->event;
  int other = find_item (fixture, 2)->event;
  int n, double_click_time;
  double x, y;

  /* A click selects and never zooms; with Ctrl the next joins it, or leaves. */
  click_item (fixture, find_item (fixture, 0), NULL);
  g_assert_cmpint (dossier_view_get_selection (fixture->view).index, ==, one);
  g_assert_true (dossier_time_viewport_equal (&before, &fixture->timeline->viewport));
  click_item (fixture, dossier_timeline_scene_get_item (scene, dossier_timeline_scene_find (scene, other)), "ctrl");
  g_assert_cmpint (count_selected (fixture), ==, 2);
  g_assert_true (dossier_view_is_selected (fixture->view, one) && dossier_view_is_selected (fixture->view, other));
  click_item (fixture, dossier_timeline_scene_get_item (scene, dossier_timeline_scene_find (scene, one)), "ctrl");
  g_assert_cmpint (dossier_view_get_selection (fixture->view).index, ==, other);

  /* With Shift all up to it. */
  click_item (fixture, dossier_timeline_scene_get_item (scene, dossier_timeline_scene_find (scene, one)), NULL);
  click_item (fixture, dossier_timeline_scene_get_item (scene, dossier_timeline_scene_find (scene, other)), "shift");
  n = count_selected (fixture);
  g_assert_cmpint (n, >=, 2);
  g_assert_true (dossier_view_is_selected (fixture->view, one) && dossier_view_is_selected (fixture->view, other));

  /* A click beside takes it all back. */
  find_empty (fixture, &x, &y);
  click (fixture, x, y, NULL);
  g_assert_false (dossier_view_has_selection (fixture->view));

  /* A rubber band selects what it touches. */
  driver_xdotool ("keydown", "ctrl", "keydown", "shift", NULL);
  drag (fixture, "1", scene->plot.x + 40, 10, scene->plot.x + scene->plot.width - 100, 90);
  driver_xdotool ("keyup", "shift", "keyup", "ctrl", NULL);
  n = count_selected (fixture);
  g_assert_cmpint (n, >, 2);
  for (guint i = 0; i < scene->items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, (int) i);

      if (item->box.y >= 10 && item->box.y + item->box.height <= 90 && item->box.x > scene->plot.x + 50 && item->box.x + item->box.width < scene->plot.x + scene->plot.width - 110)
        g_assert_true (dossier_view_is_selected (fixture->view, item->event));
      if (item->box.y > 95)
        g_assert_false (dossier_view_is_selected (fixture->view, item->event));
    }
  g_assert_false (dossier_view_get_brush (fixture->view, NULL, NULL));

  /* A double click fits. However slow the machine is, the second belongs to the first. */
  g_object_get (gtk_settings_get_default (), "gtk-double-click-time", &double_click_time, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-double-click-time", 10000, NULL);
  driver_run_for (50);
  before = get_viewport (fixture);
  driver_move_to (GTK_WIDGET (fixture->timeline), find_item (fixture, 0)->box.x + 4, find_item (fixture, 0)->box.y + 8);
  driver_xdotool ("click", "--repeat", "2", "--delay", "60", "1", NULL);
  rest (fixture);
  g_object_set (gtk_settings_get_default (), "gtk-double-click-time", double_click_time, NULL);
  g_assert_cmpfloat (get_viewport (fixture).seconds_per_pixel, <, before.seconds_per_pixel);
}

/* A long press of a finger: the gesture is one of touch, so it is told by hand. */
static void
test_hold (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->timeline));
  const DossierTimelineItem *item = find_item (fixture, 1);
  int event = item->event;
  gboolean held = FALSE;

  dossier_view_select (fixture->view, (DossierRef){ DOSSIER_RECORD_EVENT, event == 0 ? 1 : 0 });
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_LONG_PRESS (controller))
        {
          g_assert_true (gtk_gesture_single_get_touch_only (GTK_GESTURE_SINGLE (controller)));
          g_signal_emit_by_name (controller, "pressed", item->box.x + 4, item->box.y + item->box.height / 2);
          held = TRUE;
        }
    }
  g_assert_true (held);
  g_assert_cmpint (count_selected (fixture), ==, 2);
  g_assert_true (dossier_view_is_selected (fixture->view, event));
}

/* Every event can be walked to, each with its place among the others. */
static void
test_walk (Fixture *fixture, gconstpointer data)
{
  int n = dossier_document_get_count (dossier_view_get_document (fixture->view), DOSSIER_RECORD_EVENT);
  g_autofree gboolean *met = g_new0 (gboolean, n);
  int n_met = 0, first, second;

  press (fixture, "Home");
  first = fixture->timeline->focused;
  g_assert_cmpint (first, >=, 0);
  for (int i = 0; i < n; i++)
    {
      g_autofree char *label = dossier_timeline_view_dup_event_label (fixture->timeline, fixture->timeline->focused);

      g_assert_nonnull (strstr (label, " of "));
      n_met += !met[fixture->timeline->focused];
      met[fixture->timeline->focused] = TRUE;
      driver_xdotool ("key", "Right", NULL);
    }
  g_assert_cmpint (n_met, ==, n);

  press (fixture, "Home");
  g_assert_cmpint (fixture->timeline->focused, ==, first);
  press (fixture, "period");
  g_assert_cmpint (fixture->timeline->focused, !=, first);
  press (fixture, "comma");
  g_assert_cmpint (fixture->timeline->focused, ==, first);
  press (fixture, "End");
  press (fixture, "Up");
  press (fixture, "Down");

  /* Q shows and hides the details. */
  g_assert_true (gtk_widget_get_mapped (driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_DETAILS)));
  press (fixture, "q");
  driver_run_for (400);
  g_assert_false (gtk_widget_get_mapped (driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_DETAILS)));
  press (fixture, "q");
  driver_run_for (400);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->timeline));

  /* Return selects, Ctrl and the space bar gather, Shift takes along. */
  press (fixture, "Home");
  press (fixture, "Return");
  g_assert_cmpint (dossier_view_get_selection (fixture->view).index, ==, first);
  press (fixture, "Right");
  second = fixture->timeline->focused;
  press (fixture, "ctrl+space");
  g_assert_cmpint (count_selected (fixture), ==, 2);
  g_assert_true (dossier_view_is_selected (fixture->view, second));
  press (fixture, "shift+Right");
  g_assert_cmpint (count_selected (fixture), ==, 3);
}

/* F centres, F again fits, and Ctrl and Return fits at once. */
static void
test_fit (Fixture *fixture, gconstpointer data)
{
  DossierRef summit = dossier_document_lookup (dossier_view_get_document (fixture->view), "event-vostochny-summit");
  DossierTimeViewport before;
  gint64 begin, end;
  double x;

  dossier_view_select (fixture->view, summit);
  before = get_viewport (fixture);
  press (fixture, "f");
  g_assert_cmpfloat (fabs (get_viewport (fixture).seconds_per_pixel / before.seconds_per_pixel - 1), <, 0.001);
  g_assert_true (dossier_timeline_view_find_extent (fixture->timeline, summit.index, &begin, &end));
  x = dossier_time_viewport_get_x (&fixture->timeline->viewport, begin + (end - begin) / 2);
  g_assert_cmpfloat (fabs (x - fixture->timeline->viewport.width / 2), <, 2);
  press (fixture, "f");
  g_assert_cmpfloat (get_viewport (fixture).seconds_per_pixel, <, before.seconds_per_pixel / 10);

  press (fixture, "0");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.fit-selection", NULL);
  rest (fixture);
  g_assert_cmpfloat (get_viewport (fixture).seconds_per_pixel, <, before.seconds_per_pixel / 10);
}

static const DossierTimelineBand *
get_band (Fixture *fixture, int lane)
{
  for (guint i = 0; i < fixture->timeline->scene.bands->len; i++)
    if (dossier_timeline_scene_get_band (&fixture->timeline->scene, i)->lane == lane)
      return dossier_timeline_scene_get_band (&fixture->timeline->scene, i);

  g_assert_not_reached ();
}

/* "Diplomacy, Arms & war (folded)" */
static char *
dump_lanes (Fixture *fixture)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < fixture->timeline->scene.bands->len; i++)
    {
      const DossierTimelineBand *band = dossier_timeline_scene_get_band (&fixture->timeline->scene, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? ", " : "", band->title, band->is_folded ? " (folded)" : "");
    }

  return g_string_free (text, FALSE);
}

static void
assert_lanes (Fixture *fixture, const char *expected)
{
  g_autofree char *lanes = NULL;

  driver_run_for (200);
  lanes = dump_lanes (fixture);
  g_assert_cmpstr (lanes, ==, expected);
}

/* A click on the title of a lane folds it, keys fold that of the event in focus, and the menu all; for each facet it is
   remembered. */
static void
test_fold_lanes (Fixture *fixture, gconstpointer data)
{
  assert_lanes (fixture, "Diplomacy, Arms & war, UN & sanctions, Space & technology, Economy & closure");
  click (fixture, 60, get_band (fixture, 1)->title_box.y + 5, NULL);
  assert_lanes (fixture, "Diplomacy, Arms & war (folded), UN & sanctions, Space & technology, Economy & closure");
  g_assert_cmpfloat (get_band (fixture, 1)->box.height, <, 30);

  dossier_view_select (fixture->view, dossier_document_lookup (dossier_view_get_document (fixture->view), "event-veto"));
  press (fixture, "ctrl+shift+Left");
  assert_lanes (fixture, "Diplomacy, Arms & war (folded), UN & sanctions (folded), Space & technology, Economy & closure");
  press (fixture, "ctrl+shift+Right");
  assert_lanes (fixture, "Diplomacy, Arms & war (folded), UN & sanctions, Space & technology, Economy & closure");

  dossier_timeline_view_set_facet (fixture->timeline, DOSSIER_FACET_STATUS);
  assert_lanes (fixture, "Reported, Alleged, Speculated, Expected");
  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "lane.fold-all", NULL);
  assert_lanes (fixture, "Reported (folded), Alleged (folded), Speculated (folded), Expected (folded)");
  dossier_timeline_view_set_facet (fixture->timeline, DOSSIER_FACET_KIND);
  assert_lanes (fixture, "Diplomacy, Arms & war (folded), UN & sanctions, Space & technology, Economy & closure");
  dossier_timeline_view_set_facet (fixture->timeline, DOSSIER_FACET_STATUS);
  assert_lanes (fixture, "Reported (folded), Alleged (folded), Speculated (folded), Expected (folded)");
  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "lane.unfold-all", NULL);
  assert_lanes (fixture, "Reported, Alleged, Speculated, Expected");
}

/* A lane is dragged by its title, or moved by keys. */
static void
test_move_lanes (Fixture *fixture, gconstpointer data)
{
  double from = get_band (fixture, 0)->title_box.y + 5;
  double to = get_band (fixture, 2)->box.y + get_band (fixture, 2)->box.height - 4;

  drag (fixture, "1", 60, from, 60, to);
  assert_lanes (fixture, "Arms & war, UN & sanctions, Diplomacy, Space & technology, Economy & closure");

  dossier_view_select (fixture->view, dossier_document_lookup (dossier_view_get_document (fixture->view), "event-veto"));
  press (fixture, "ctrl+shift+Up");
  assert_lanes (fixture, "UN & sanctions, Arms & war, Diplomacy, Space & technology, Economy & closure");
  press (fixture, "ctrl+shift+Up");
  assert_lanes (fixture, "UN & sanctions, Arms & war, Diplomacy, Space & technology, Economy & closure");
  press (fixture, "ctrl+shift+Down");
  press (fixture, "ctrl+shift+Down");
  assert_lanes (fixture, "Arms & war, Diplomacy, UN & sanctions, Space & technology, Economy & closure");

  /* Events are where their lane is. */
  for (guint i = 0; i < fixture->timeline->scene.items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (&fixture->timeline->scene, i);
      const DossierTimelineBox *band = &get_band (fixture, item->lane)->box;

      g_assert_cmpfloat (item->box.y, >=, band->y);
      g_assert_cmpfloat (item->box.y + item->box.height, <=, band->y + band->height);
    }
}

/* The menu of a lane, by the other button of the mouse and by the key for menus. */
static void
test_lane_menu (Fixture *fixture, gconstpointer data)
{
  DossierFilter *filter = dossier_view_get_filter (fixture->view);

  driver_move_to (GTK_WIDGET (fixture->timeline), 60, get_band (fixture, 2)->title_box.y + 5);
  driver_xdotool ("click", "3", NULL);
  driver_run_for (500);
  g_assert_nonnull (driver_find_child (GTK_WIDGET (fixture->timeline), GTK_TYPE_POPOVER_MENU));
  press (fixture, "Escape");
  driver_run_for (500);
  g_assert_null (driver_find_child (GTK_WIDGET (fixture->timeline), GTK_TYPE_POPOVER_MENU));

  gtk_widget_grab_focus (GTK_WIDGET (fixture->timeline));
  dossier_view_select (fixture->view, dossier_document_lookup (dossier_view_get_document (fixture->view), "event-veto"));
  press (fixture, "Menu");
  driver_run_for (300);
  g_assert_nonnull (driver_find_child (GTK_WIDGET (fixture->timeline), GTK_TYPE_POPOVER_MENU));
  press (fixture, "Escape");
  driver_run_for (500);

  gtk_widget_activate_action (GTK_WIDGET (fixture->timeline), "lane.show-only", NULL);
  g_assert_cmpint (dossier_filter_get_n_chosen (filter, DOSSIER_FACET_KIND), ==, 1);
  g_assert_true (dossier_filter_get_chosen (filter, DOSSIER_FACET_KIND, 2));
}

/* Every event of a mark for several is reached with keys, and its list opens with Enter when it is selected. */
static void
test_merged_by_keys (Fixture *fixture, gconstpointer data)
{
  DossierTimelineLayout *layout = dossier_timeline_view_get_layout (fixture->timeline);
  int n_events = dossier_document_get_count (dossier_view_get_document (fixture->view), DOSSIER_RECORD_EVENT);
  g_autofree gboolean *met = g_new0 (gboolean, n_events);
  gboolean listed = FALSE;

  press (fixture, "Home");
  for (int i = 0; i < n_events; i++)
    {
      int focused = fixture->timeline->focused;

      g_assert_cmpint (focused, >=, 0);
      met[focused] = TRUE;
      if (!listed && dossier_timeline_scene_find (&fixture->timeline->scene, focused) < 0 &&
          dossier_timeline_layout_find_merged (layout, &fixture->timeline->scene, focused) >= 0)
        {
          press (fixture, "Return");
          g_assert_true (dossier_view_is_selected (fixture->view, focused));
          press (fixture, "Return");
          driver_run_for (300);
          g_assert_nonnull (driver_find_child (GTK_WIDGET (fixture->timeline), DOSSIER_TYPE_EVENT_POPOVER));
          press (fixture, "Escape");
          driver_run_for (300);
          gtk_widget_grab_focus (GTK_WIDGET (fixture->timeline));
          listed = TRUE;
        }
      driver_xdotool ("key", "Right", NULL);
    }
  g_assert_true (listed);
  for (int i = 0; i < n_events; i++)
    g_assert_true (met[i]);
}

/* What is in sight is said in a sentence, once it rests. */
static void
test_sentence (Fixture *fixture, gconstpointer data)
{
  DossierDocument *document = dossier_view_get_document (fixture->view);
  g_autofree char *whole = NULL;
  gint64 first, last;

  press (fixture, "0");
  driver_run_for (600);
  whole = g_strdup (dossier_timeline_view_get_sentence (fixture->timeline));
  g_assert_true (g_str_has_suffix (whole, "involve North Korea."));

  dossier_filter_set_chosen (dossier_view_get_filter (fixture->view), DOSSIER_FACET_KIND, 0, TRUE);
  dossier_view_select (fixture->view, (DossierRef){ DOSSIER_RECORD_ACTOR, dossier_document_lookup (document, "china").index });
  driver_run_for (800);
  g_assert_nonnull (strstr (dossier_timeline_view_get_sentence (fixture->timeline), " China; "));
  g_assert_nonnull (strstr (dossier_timeline_view_get_sentence (fixture->timeline), " filtered out."));

  press (fixture, "z");
  driver_run_for (600);
  g_assert_cmpstr (dossier_timeline_view_get_sentence (fixture->timeline), !=, whole);
  dossier_time_viewport_get_range (&fixture->timeline->viewport, &first, &last);
  g_free (whole);
  whole = dossier_describe_events (document, dossier_view_get_filter (fixture->view), first, last, dossier_view_get_selection (fixture->view).index);
  g_assert_cmpstr (dossier_timeline_view_get_sentence (fixture->timeline), ==, whole);
}

/* Where there is no room beside the views, the details come out over them with an event that is clicked. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  DossierPanes *panes = DOSSIER_PANES (driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_PANES));
  GtkWidget *details = driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_DETAILS);
  const DossierTimelineItem *item = find_item (fixture, 0);
  int event = item->event;
  g_autofree char *title = dossier_document_dup_title (dossier_view_get_document (fixture->view), (DossierRef){ DOSSIER_RECORD_EVENT, event }, NULL);

  g_assert_false (dossier_panes_get_show_end (panes));
  click_item (fixture, item, NULL);
  g_assert_cmpint (dossier_view_get_selection (fixture->view).index, ==, event);
  g_assert_true (dossier_panes_get_show_end (panes));
  g_assert_true (driver_has_label (details, title));

  /* There is a way back by key, and what stays selected brings them out again. */
  press (fixture, "Escape");
  driver_run_for (400);
  g_assert_false (dossier_panes_get_show_end (panes));
  g_assert_cmpint (dossier_view_get_selection (fixture->view).index, ==, event);
  click_item (fixture, find_item (fixture, 0), NULL);
  g_assert_true (dossier_panes_get_show_end (panes));

  /* And one by the pointer, which selects nothing else on the way. */
  click (fixture, 40, 40, NULL);
  g_assert_false (dossier_panes_get_show_end (panes));
  g_assert_cmpint (dossier_view_get_selection (fixture->view).index, ==, event);

  /* Who drops the selection wants no details, and a double click goes to the event as in a wide window. */
  press (fixture, "Escape");
  g_assert_false (dossier_view_has_selection (fixture->view));
  g_assert_false (dossier_panes_get_show_end (panes));
  item = find_item (fixture, 0);
  driver_move_to (GTK_WIDGET (fixture->timeline), item->box.x + 4, item->box.y + item->box.height / 2);
  driver_xdotool ("click", "--repeat", "2", "--delay", "80", "1", NULL);
  rest (fixture);
  g_assert_true (dossier_panes_get_show_end (panes));
}

static void
set_up_narrow (Fixture *fixture, gconstpointer data)
{
  open_window (fixture, 650, 860);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/hand/pan", test_pan);
  add ("/hand/kinetic", test_kinetic);
  add ("/hand/zoom", test_zoom);
  add ("/hand/reduced-motion", test_reduced_motion);
  add ("/hand/pinch", test_pinch);
  add ("/hand/brush", test_brush);
  add ("/hand/brush-beyond", test_brush_beyond);
  add ("/hand/select", test_select);
  add ("/hand/hold", test_hold);
  add ("/hand/walk", test_walk);
  add ("/hand/fit", test_fit);
  add ("/hand/fold-lanes", test_fold_lanes);
  add ("/hand/move-lanes", test_move_lanes);
  add ("/hand/lane-menu", test_lane_menu);
  add ("/hand/merged-by-keys", test_merged_by_keys);
  add ("/hand/sentence", test_sentence);
  g_test_add ("/hand/narrow", Fixture, NULL, set_up_narrow, test_narrow, tear_down);

  return g_test_run ();
}
