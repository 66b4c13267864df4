/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "driver.h"

#include "widgets/dossier-panes.h"
#include "widgets/dossier-timeline-legend-view.h"
#include "widgets/dossier-timeline-view.h"

#include <glib/gstdio.h>

#define PATIENCE_US (20 * G_USEC_PER_SEC)

typedef gboolean (*Condition) (DossierWindow *window);

/* Runs the main loop until @condition holds. */
static void
wait_for (DossierWindow *window, Condition condition)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_US;

  while (!condition (window))
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("it did not come to pass");
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

/* Menus have stacks of their own. */
static gboolean
has_pages (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_STACK (widget) && gtk_stack_get_child_by_name (GTK_STACK (widget), "explore") != NULL;
}

static const char *
get_page (DossierWindow *window)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (driver_find (GTK_WIDGET (window), has_pages, NULL)));
}

static gboolean
is_exploring (DossierWindow *window)
{
  return g_strcmp0 (get_page (window), "explore") == 0;
}

static gboolean
shows_error (DossierWindow *window)
{
  return g_strcmp0 (get_page (window), "error") == 0;
}

static DossierWindow *
open_bundled (void)
{
  DossierWindow *window = dossier_window_new (NULL);

  gtk_window_present (GTK_WINDOW (window));
  dossier_window_open_bundled (window);
  wait_for (window, is_exploring);
  driver_settle (300);

  return window;
}

static GFile *
write_file (const char *content)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int descriptor = g_file_open_tmp ("XXXXXX.dossier", &path, &error);

  g_assert_no_error (error);
  g_close (descriptor, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (path);
}

static void
close_window (DossierWindow *window)
{
  GtkWindow *gone = GTK_WINDOW (window);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &gone);
  gtk_window_destroy (GTK_WINDOW (window));
  driver_settle (300);
  g_assert_null (gone);
}

static void
test_empty (void)
{
  DossierWindow *window = dossier_window_new (NULL);

  gtk_window_present (GTK_WINDOW (window));
  driver_settle (200);
  g_assert_cmpstr (get_page (window), ==, "empty");
  g_assert_true (dossier_window_is_empty (window));
  close_window (window);
}

static DossierTimelineView *
get_timeline (DossierWindow *window)
{
  return DOSSIER_TIMELINE_VIEW (driver_find_child (GTK_WIDGET (window), DOSSIER_TYPE_TIMELINE_VIEW));
}

static const DossierTimelineCounts *
get_counts (DossierWindow *window)
{
  const DossierTimelineScene *scene = dossier_timeline_view_get_scene (get_timeline (window));

  return scene != NULL ? &scene->counts : NULL;
}

static int
count_events (DossierWindow *window)
{
  return dossier_document_get_count (dossier_view_get_document (dossier_window_get_view (window)), DOSSIER_RECORD_EVENT);
}

/* What the status line says, by what the timeline shows. */
static gboolean
says_count (DossierWindow *window)
{
  g_autofree char *text = NULL;

  /* Nothing is known until the first layout is made, in a thread of its own. */
  if (get_counts (window) == NULL)
    return FALSE;
  text = g_strdup_printf ("%d of %d events shown", get_counts (window)->drawn, count_events (window));

  return driver_has_label (GTK_WIDGET (window), text);
}

static void
test_bundled (void)
{
  DossierWindow *window = open_bundled ();

  g_assert_false (dossier_window_is_empty (window));
  wait_for (window, says_count);
  g_assert_cmpint (get_counts (window)->shown, ==, count_events (window));
  close_window (window);
}

static void
count_cb (int *n_frames)
{
  ++*n_frames;
}

/* When nothing changes, no frame is drawn: neither for what is seen nor for what a hidden page does. */
static void
test_rest (void)
{
  static const char *const names[] = { "explore", "reactions", "question", "table" };
  DossierWindow *window = open_bundled ();
  int n_frames = 0;

  wait_for (window, says_count);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (count_cb), &n_frames);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gint64 deadline = g_get_monotonic_time () + PATIENCE_US;

      g_action_group_change_action_state (G_ACTION_GROUP (window), "page", g_variant_new_string (names[i]));
      /* Scroll bars fade for some seconds. */
      do
        {
          n_frames = 0;
          driver_run_for (1000);
          g_assert_cmpint (g_get_monotonic_time (), <, deadline);
        }
      while (n_frames > 0);
    }
  close_window (window);
}

static gboolean
is_button_in_sight (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0 && gtk_widget_get_mapped (widget);
}

static GtkWidget *
list_part (DossierWindow *window, int count, const char *what, int n_rows)
{
  g_autofree char *text = g_strdup_printf ("%d %s", count, what);
  GtkWidget *button = driver_find (GTK_WIDGET (window), is_button_in_sight, text);
  GtkWidget *list;

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  driver_settle (300);
  list = driver_find_child (button, GTK_TYPE_LIST_VIEW);
  g_assert_nonnull (list);
  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))), ==, n_rows);

  return list;
}

/* Each part of the status line lists as many as it counts, and from the list an event can be selected. */
static void
test_status (void)
{
  DossierWindow *window = open_bundled ();
  DossierView *view = dossier_window_get_view (window);
  DossierFilter *filter = dossier_view_get_filter (view);
  DossierTimelineCounts counts;
  GtkWidget *list, *clear;
  int n_filtered;

  wait_for (window, says_count);
  counts = *get_counts (window);
  g_assert_cmpint (counts.merged, >, 0);
  g_assert_cmpint (counts.earlier, >, 0);

  list = list_part (window, counts.earlier, "earlier", counts.earlier);
  g_signal_emit_by_name (list, "activate", 0);
  driver_settle (700);
  g_assert_cmpint (dossier_view_get_selection (view).type, ==, DOSSIER_RECORD_EVENT);

  counts = *get_counts (window);
  list = list_part (window, counts.merged, "merged", counts.merged);
  g_signal_emit_by_name (list, "activate", 0);
  driver_settle (300);
  g_assert_cmpint (dossier_timeline_scene_find (dossier_timeline_view_get_scene (get_timeline (window)), dossier_view_get_selection (view).index), <, 0);

  dossier_filter_set_chosen (filter, DOSSIER_FACET_KIND, 0, TRUE);
  driver_settle (300);
  n_filtered = count_events (window) - dossier_filter_get_n_shown (filter);
  list = list_part (window, n_filtered, "filtered", n_filtered);
  g_assert_true (driver_has_label (GTK_WIDGET (window), "Hidden by Kinds: Diplomacy"));
  g_signal_emit_by_name (list, "activate", 0);
  driver_settle (300);
  g_assert_false (dossier_filter_shows (filter, dossier_view_get_selection (view).index));

  list = list_part (window, n_filtered, "filtered", n_filtered);
  clear = driver_find (gtk_widget_get_ancestor (list, GTK_TYPE_POPOVER), is_button_in_sight, "Clear Filters");
  g_assert_nonnull (clear);
  g_signal_emit_by_name (clear, "clicked");
  driver_settle (300);
  g_assert_true (dossier_filter_is_empty (filter));
  g_assert_null (driver_find (GTK_WIDGET (window), is_button_in_sight, "Clear Filters"));

  /* An open list goes with its window; the pointer leaves it first, for GTK asks a popover for a tooltip when it is gone. */
  counts = *get_counts (window);
  list_part (window, counts.earlier, "earlier", counts.earlier);
  driver_move_to (GTK_WIDGET (window), 20, 200);
  close_window (window);
}

/* More of a type look much the same, and take a frame each. */
#define MAX_OF_TYPE 20

/* Records of each type can be selected, and their pages be made. */
static void
test_select (void)
{
  DossierWindow *window = open_bundled ();
  DossierView *view = dossier_window_get_view (window);
  DossierDocument *document = dossier_view_get_document (view);

  for (int type = DOSSIER_RECORD_NONE + 1; type < DOSSIER_N_RECORDS; type++)
    for (int i = 0; i < MIN (MAX_OF_TYPE, dossier_document_get_count (document, (DossierRecord) type)); i++)
      {
        dossier_view_select (view, (DossierRef){ (DossierRecord) type, i });
        g_main_context_iteration (NULL, FALSE);
      }

  dossier_view_select (view, dossier_document_lookup (document, "event-vostochny-summit"));
  driver_settle (100);
  g_assert_true (driver_has_label (GTK_WIDGET (window), "Quotes"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-dossier", NULL);
  g_assert_false (dossier_ref_is_set (dossier_view_get_selection (view)));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  g_assert_cmpint (dossier_view_get_selection (view).type, ==, DOSSIER_RECORD_EVENT);
  close_window (window);
}

/* The legend of the timeline opens, and states the rule of each sign. */
static void
test_legend (void)
{
  DossierWindow *window = open_bundled ();
  GtkWidget *legend = driver_find_child (GTK_WIDGET (window), DOSSIER_TYPE_TIMELINE_LEGEND_VIEW);
  GtkWidget *button;

  g_assert_nonnull (legend);
  g_assert_false (gtk_widget_get_mapped (legend));
  button = gtk_widget_get_ancestor (legend, GTK_TYPE_MENU_BUTTON);
  g_assert_nonnull (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  driver_settle (400);
  g_assert_true (gtk_widget_get_mapped (legend));
  g_assert_true (driver_has_label (legend, "Solid: it surely went on then"));
  g_assert_true (driver_has_label (legend, "Fading: it possibly went on then"));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  driver_settle (200);
  close_window (window);
}

static void
test_filter (void)
{
  DossierWindow *window = open_bundled ();
  DossierFilter *filter = dossier_view_get_filter (dossier_window_get_view (window));
  int n = dossier_filter_get_n_shown (filter);

  dossier_filter_set_chosen (filter, DOSSIER_FACET_KIND, 0, TRUE);
  g_assert_cmpint (dossier_filter_get_n_shown (filter), <, n);
  driver_settle (100);
  wait_for (window, says_count);
  g_assert_cmpint (get_counts (window)->shown, ==, dossier_filter_get_n_shown (filter));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.clear-filters", NULL);
  driver_settle (100);
  wait_for (window, says_count);
  g_assert_cmpint (get_counts (window)->shown, ==, n);
  close_window (window);
}

/* A file that cannot be shown leaves open what was open. */
static void
test_bad_file (void)
{
  static const char *const contents[] = {
    "",
    "{",
    "[]",
    "{\"dossier\":1}",
    "{\"dossier\":1,\"title\":\"x\",\"events\":[{\"id\":\"a\",\"title\":\"t\",\"kind\":\"nowhere\"}]}",
  };
  DossierWindow *window = open_bundled ();
  DossierView *view = dossier_window_get_view (window);
  g_autoptr (GFile) missing = g_file_new_for_path ("/nonexistent/file.dossier");
  g_autoptr (GFile) directory = g_file_new_for_path ("/");

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GFile) file = write_file (contents[i]);

      dossier_window_open (window, file);
      wait_for (window, shows_error);
      g_assert_true (dossier_window_get_view (window) == view);
      g_assert_true (driver_has_label (GTK_WIDGET (window), "1 error was found."));
      gtk_widget_activate_action (GTK_WIDGET (window), "win.leave-error", NULL);
      g_assert_true (is_exploring (window));
      g_file_delete (file, NULL, NULL);
    }

  dossier_window_open (window, missing);
  wait_for (window, shows_error);
  dossier_window_open (window, directory);
  driver_settle (300);
  wait_for (window, shows_error);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.leave-error", NULL);
  g_assert_true (dossier_window_get_view (window) == view);
  close_window (window);
}

static void
test_good_file (void)
{
  DossierWindow *window = open_bundled ();
  DossierView *view = dossier_window_get_view (window);
  g_autoptr (GFile) file = write_file ("{\"dossier\":1,\"title\":\"A small one\"}");

  dossier_window_open (window, file);
  for (int i = 0; i < 100 && dossier_window_get_view (window) == view; i++)
    driver_settle (50);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "A small one");
  driver_settle (300);
  g_file_delete (file, NULL, NULL);
  close_window (window);
}

/* While a file is being read, the window may be closed. */
static void
test_close_while_reading (void)
{
  DossierWindow *window = dossier_window_new (NULL);
  GtkWindow *gone = GTK_WINDOW (window);
  g_autoptr (GFile) file = write_file ("{\"dossier\":1,\"title\":\"x\"}");

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &gone);
  gtk_window_present (GTK_WINDOW (window));
  dossier_window_open (window, file);
  gtk_window_destroy (GTK_WINDOW (window));
  for (int i = 0; i < 100 && gone != NULL; i++)
    driver_settle (50);
  g_assert_null (gone);
  g_file_delete (file, NULL, NULL);
}

static DossierPanes *
get_panes (DossierWindow *window)
{
  return DOSSIER_PANES (driver_find_child (GTK_WIDGET (window), DOSSIER_TYPE_PANES));
}

static gboolean
shows_both (DossierWindow *window)
{
  return dossier_panes_get_show_start (get_panes (window)) && dossier_panes_get_show_end (get_panes (window));
}

static gboolean
shows_neither (DossierWindow *window)
{
  return !dossier_panes_get_show_start (get_panes (window)) && !dossier_panes_get_show_end (get_panes (window));
}

/* Without a window manager a size that is asked for while another is still on its way gets lost: ask again. */
static void
resize (DossierWindow *window, int width, Condition condition)
{
  for (int i = 0; i < 10 && !condition (window); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (window), width + i, 720);
      driver_settle (1000);
    }
  g_assert_true (condition (window));
}

static void
test_narrow (void)
{
  DossierWindow *window = open_bundled ();
  DossierPanes *panes = get_panes (window);

  wait_for (window, shows_both);
  resize (window, 560, shows_neither);

  /* One at a time. */
  g_action_group_activate_action (G_ACTION_GROUP (window), "show-filters", NULL);
  driver_settle (400);
  g_assert_true (dossier_panes_get_show_start (panes));
  g_action_group_activate_action (G_ACTION_GROUP (window), "show-details", NULL);
  driver_settle (400);
  g_assert_false (dossier_panes_get_show_start (panes));
  g_assert_true (dossier_panes_get_show_end (panes));

  resize (window, 1400, shows_both);
  close_window (window);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/window/empty", test_empty);
  g_test_add_func ("/window/bundled", test_bundled);
  g_test_add_func ("/window/rest", test_rest);
  g_test_add_func ("/window/select", test_select);
  g_test_add_func ("/window/filter", test_filter);
  g_test_add_func ("/window/status", test_status);
  g_test_add_func ("/window/legend", test_legend);
  g_test_add_func ("/window/bad-file", test_bad_file);
  g_test_add_func ("/window/good-file", test_good_file);
  g_test_add_func ("/window/close-while-reading", test_close_while_reading);
  g_test_add_func ("/window/narrow", test_narrow);

  return g_test_run ();
}
