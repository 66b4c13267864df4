/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "driver.h"

#include "widgets/dossier-map-view.h"
#include "widgets/dossier-timeline-view.h"
#include "window/dossier-notice-bar.h"

#include <glib/gstdio.h>

/* A dossier that is open while somebody else changes its file. */

typedef struct
{
  char *path;
  DossierWindow *window;
  const char *title; /* that is waited for */
} Fixture;

static void
write_dossier (Fixture *fixture, const char *title, const char *last_events)
{
  g_autofree char *text = g_strdup_printf ("{\"dossier\": 1, \"title\": \"%s\", \"events\": ["
                                           "{\"id\": \"a\", \"title\": \"First\", \"date\": \"2020-01-01\"},"
                                           "{\"id\": \"b\", \"title\": \"Second\", \"date\": \"2024-05-06\"}%s],"
                                           "\"actors\": [{\"id\": \"N\", \"type\": \"state\", \"name\": \"Norland\"},"
                                           "{\"id\": \"S\", \"type\": \"state\", \"name\": \"Sudland\"},"
                                           "{\"id\": \"W\", \"type\": \"state\", \"name\": \"Westland\"}]}",
                                           title, last_events);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, text, -1, &error);
  g_assert_no_error (error);
}

static gboolean
has_title (gpointer data)
{
  Fixture *fixture = data;

  return g_strcmp0 (gtk_window_get_title (GTK_WINDOW (fixture->window)), fixture->title) == 0;
}

static void
wait_for_title (Fixture *fixture, const char *title)
{
  fixture->title = title;
  driver_wait_for (has_title, fixture);
  driver_settle (300);
}

static GtkWidget *
find_notice (Fixture *fixture)
{
  return gtk_widget_get_first_child (driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_NOTICE_BAR));
}

static gboolean
shows_notice (gpointer data)
{
  return gtk_revealer_get_reveal_child (GTK_REVEALER (find_notice (data)));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  int descriptor = g_file_open_tmp ("XXXXXX.dossier", &fixture->path, &error);

  g_assert_no_error (error);
  g_close (descriptor, NULL);
  write_dossier (fixture, "Before", "");
  file = g_file_new_for_path (fixture->path);
  fixture->window = dossier_window_new (NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  dossier_window_open (fixture->window, file);
  wait_for_title (fixture, "Before");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  driver_close (fixture->window);
  g_remove (fixture->path);
  g_free (fixture->path);
}

static char *
dup_selected (Fixture *fixture)
{
  DossierView *view = dossier_window_get_view (fixture->window);

  return dossier_document_dup_id (dossier_view_get_document (view), dossier_view_get_selection (view));
}

static gboolean
has_map (gpointer map)
{
  g_autoptr (DossierMapSight) sight = dossier_map_view_get_sight (map);

  return sight != NULL;
}

/* What is new is there, and one is where one was: same event, same dates in sight, same part of the map. */
static void
test_keeps_place (Fixture *fixture, gconstpointer data)
{
  DossierView *view = dossier_window_get_view (fixture->window);
  DossierTimelineView *timeline = DOSSIER_TIMELINE_VIEW (driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_TIMELINE_VIEW));
  DossierTimeViewport before;
  DossierMapView *map = DOSSIER_MAP_VIEW (driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_MAP_VIEW));
  double x_before, y_before, zoom_before, x, y, zoom;
  g_autofree char *selected = NULL;

  driver_wait_for (has_map, map);
  g_assert_false (dossier_map_view_get_seen (map, &x, &y, &zoom));
  dossier_map_view_show_seen (map, 30, -20, 1.5);
  dossier_view_select (view, dossier_document_lookup (dossier_view_get_document (view), "b"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.zoom-in", NULL);
  driver_settle (600);
  before = *dossier_timeline_view_get_viewport (timeline);
  g_assert_true (dossier_map_view_get_seen (map, &x_before, &y_before, &zoom_before));

  write_dossier (fixture, "After", ", {\"id\": \"c\", \"title\": \"Third\", \"date\": \"2031\"}");
  wait_for_title (fixture, "After");
  g_assert_true (dossier_window_get_view (fixture->window) != view);
  g_assert_cmpint (dossier_document_get_count (dossier_view_get_document (dossier_window_get_view (fixture->window)), DOSSIER_RECORD_EVENT), ==, 3);
  selected = dup_selected (fixture);
  g_assert_cmpstr (selected, ==, "b");
  g_assert_cmpfloat (dossier_timeline_view_get_viewport (timeline)->seconds_per_pixel, ==, before.seconds_per_pixel);
  g_assert_cmpint (dossier_timeline_view_get_viewport (timeline)->origin, ==, before.origin);
  driver_wait_for (has_map, map);
  g_assert_true (dossier_map_view_get_seen (map, &x, &y, &zoom));
  g_assert_cmpfloat (x, ==, x_before);
  g_assert_cmpfloat (y, ==, y_before);
  g_assert_cmpfloat_with_epsilon (zoom, zoom_before, 1e-6);
  g_assert_false (shows_notice (fixture));
}

/* A broken file leaves what was there, says so, shows its problems on demand, and is forgotten once it is mended. */
static void
test_broken (Fixture *fixture, gconstpointer data)
{
  DossierView *view = dossier_window_get_view (fixture->window);

  write_dossier (fixture, "Broken", ", {\"id\": \"c\", \"title\": \"Third\", \"date\": \"2024-13\"}");
  driver_wait_for (shows_notice, fixture);
  g_assert_true (dossier_window_get_view (fixture->window) == view);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Before");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-failure", NULL);
  driver_settle (300);
  g_assert_true (driver_has_label (GTK_WIDGET (fixture->window), "1 error was found."));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.leave-error", NULL);
  driver_settle (300);
  g_assert_true (dossier_window_get_view (fixture->window) == view);

  write_dossier (fixture, "Mended", "");
  wait_for_title (fixture, "Mended");
  g_assert_false (shows_notice (fixture));
}

/* Whatever touches the file without changing it is none of our business. */
static void
test_touched (Fixture *fixture, gconstpointer data)
{
  DossierView *view = dossier_window_get_view (fixture->window);

  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  driver_run_for (1200);
  g_assert_true (dossier_window_get_view (fixture->window) == view);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/reload/keeps-place", Fixture, NULL, set_up, test_keeps_place, tear_down);
  g_test_add ("/reload/broken", Fixture, NULL, set_up, test_broken, tear_down);
  g_test_add ("/reload/touched", Fixture, NULL, set_up, test_touched, tear_down);

  return g_test_run ();
}
