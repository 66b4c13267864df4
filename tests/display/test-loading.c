/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "driver.h"
#include "generated.h"

#include "widgets/dossier-timeline-view.h"
#include "window/dossier-loading-bar.h"

#include <glib/gstdio.h>
#include <stdio.h>

/* So many that the first of them are shown long before all are read. */
#define N_EVENTS 200000

typedef struct
{
  DossierWindow *window;
  char *path;
  GFile *file;
} Fixture;

static gboolean
write_to_file (const char *data, gsize length, gpointer user_data)
{
  return fwrite (data, 1, length, user_data) == length;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  FILE *stream;

  g_close (g_file_open_tmp ("XXXXXX.dossier", &fixture->path, &error), NULL);
  g_assert_no_error (error);
  fixture->file = g_file_new_for_path (fixture->path);
  stream = g_fopen (fixture->path, "wb");
  g_assert_true (generated_write (N_EVENTS, 1, GENERATED_JSON, write_to_file, stream));
  g_assert_cmpint (fclose (stream), ==, 0);

  fixture->window = driver_open_bundled (1440, 900);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  driver_close (fixture->window);
  g_unlink (fixture->path);
  g_object_unref (fixture->file);
  g_free (fixture->path);
}

static DossierDocument *
get_document (Fixture *fixture)
{
  return dossier_view_get_document (dossier_window_get_view (fixture->window));
}

static gboolean
is_previewing (gpointer data)
{
  return dossier_document_is_preview (get_document (data));
}

static gboolean
is_whole (gpointer data)
{
  return dossier_document_get_count (get_document (data), DOSSIER_RECORD_EVENT) == N_EVENTS;
}

static gboolean
shows_bar (Fixture *fixture)
{
  GtkWidget *bar = driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_LOADING_BAR);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (gtk_widget_get_first_child (bar)));
}

/* To give up brings back what was open. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  DossierView *before = g_object_ref (dossier_window_get_view (fixture->window));

  g_assert_false (shows_bar (fixture));
  dossier_window_open (fixture->window, fixture->file);
  driver_wait_for (is_previewing, fixture);
  g_assert_true (shows_bar (fixture));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.cancel", NULL);
  g_assert_true (dossier_window_get_view (fixture->window) == before);
  g_assert_false (shows_bar (fixture));

  /* Nothing comes after. */
  driver_run_for (1000);
  g_assert_true (dossier_window_get_view (fixture->window) == before);
  g_object_unref (before);
}

static gboolean
has_viewport (gpointer timeline)
{
  return dossier_timeline_view_get_viewport (timeline) != NULL;
}

/* The whole takes the place of the first events; what was selected, filtered and in sight is so still. */
static void
test_whole (Fixture *fixture, gconstpointer data)
{
  DossierTimelineView *timeline = DOSSIER_TIMELINE_VIEW (driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_TIMELINE_VIEW));
  g_autofree char *id = NULL;
  g_autofree char *id_after = NULL;
  DossierTimeViewport viewport;
  DossierView *view;

  dossier_window_open (fixture->window, fixture->file);
  driver_wait_for (is_previewing, fixture);
  view = dossier_window_get_view (fixture->window);
  dossier_view_select (view, (DossierRef){ DOSSIER_RECORD_EVENT, 7 });
  id = dossier_document_dup_id (get_document (fixture), dossier_view_get_selection (view));
  dossier_filter_set_words (dossier_view_get_filter (view), "border");

  driver_wait_for (is_whole, fixture);
  g_assert_false (shows_bar (fixture));
  g_assert_nonnull (dossier_timeline_view_get_view (timeline));
  view = dossier_window_get_view (fixture->window);
  id_after = dossier_document_dup_id (get_document (fixture), dossier_view_get_selection (view));
  g_assert_cmpstr (id_after, ==, id);
  g_assert_cmpstr (dossier_filter_get_words (dossier_view_get_filter (view)), ==, "border");

  driver_wait_for (has_viewport, timeline);
  driver_run_for (500);
  viewport = *dossier_timeline_view_get_viewport (timeline);
  g_assert_cmpfloat (viewport.width, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/loading/cancel", Fixture, NULL, set_up, test_cancel, tear_down);
  g_test_add ("/loading/whole", Fixture, NULL, set_up, test_whole, tear_down);

  return g_test_run ();
}
