/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "driver.h"

#include "model/dossier-reader.h"
#include "widgets/dossier-map-view-private.h"
#include "widgets/dossier-timeline-view.h"
#include "window/dossier-application.h"
#include "window/dossier-scene-row.h"
#include "window/dossier-scenes-panel.h"

#include <glib/gstdio.h>
#include <string.h>

/* How many scenes the story of the bundled dossier has. */
#define N_SCENES 14

/* A copy of the bundled dossier, which may be written into, in a window. */
typedef struct
{
  char *folder;
  char *path;
  char *original;
  DossierWindow *window;
} Fixture;

static AdwApplication *used_application;

static gboolean
has_view (gpointer window)
{
  return dossier_window_get_view (window) != NULL;
}

static DossierWindow *
open_file (const char *path)
{
  DossierWindow *window = dossier_window_new (used_application);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 860);
  gtk_window_present (GTK_WINDOW (window));
  dossier_window_open (window, file);
  driver_wait_for (has_view, window);
  driver_settle (600);

  return window;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bundled = g_build_filename (g_getenv ("DOSSIER_DATA"), "russia-dprk.dossier", NULL);
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("dossier-story-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "copy.dossier", NULL);
  g_file_get_contents (bundled, &fixture->original, NULL, &error);
  g_assert_no_error (error);
  g_file_set_contents (fixture->path, fixture->original, -1, &error);
  g_assert_no_error (error);
  fixture->window = open_file (fixture->path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    driver_close (fixture->window);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->original);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static GtkWidget *
get_panel (Fixture *fixture)
{
  return driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_SCENES_PANEL);
}

static GtkListBox *
get_list (Fixture *fixture)
{
  return GTK_LIST_BOX (driver_find_child (get_panel (fixture), GTK_TYPE_LIST_BOX));
}

static int
count_scenes (Fixture *fixture)
{
  int n = 0;

  while (gtk_list_box_get_row_at_index (get_list (fixture), n) != NULL)
    n++;

  return n;
}

static const char *
get_title (Fixture *fixture, int scene)
{
  return dossier_scene_draft_get_words (dossier_scene_row_get_scene (DOSSIER_SCENE_ROW (gtk_list_box_get_row_at_index (get_list (fixture), scene))), DOSSIER_SCENE_TITLE);
}

static int
get_chosen (Fixture *fixture)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (get_list (fixture));

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

static gboolean
is_marked (Fixture *fixture)
{
  return g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (fixture->window)), "• ");
}

static gboolean
is_saved (gpointer fixture)
{
  return !is_marked (fixture);
}

static void
press (const char *key)
{
  driver_xdotool ("key", key, NULL);
  driver_settle (300);
}

static void
click_row (Fixture *fixture, int scene)
{
  driver_click (GTK_WIDGET (gtk_list_box_get_row_at_index (get_list (fixture), scene)));
  driver_settle (600);
}

static AdwMessageDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (ADW_IS_MESSAGE_DIALOG (link->data) && gtk_widget_get_visible (link->data))
      return link->data;

  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return find_dialog () != NULL;
}

/* As a click on the button does, which closes the dialog, too. */
static void
answer (const char *response)
{
  GtkWindow *dialog;

  driver_wait_for (has_dialog, NULL);
  driver_settle (100);
  dialog = GTK_WINDOW (g_object_ref (find_dialog ()));
  g_assert_true (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), response));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (dialog);
  g_object_unref (dialog);
  driver_settle (400);
}

static void
assert_holds (const char *path, const char *text)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_equal (contents, text));
}

static void
add_scene (Fixture *fixture)
{
  int n = count_scenes (fixture);

  press ("ctrl+shift+n");
  g_assert_cmpint (count_scenes (fixture), ==, n + 1);
  g_assert_true (is_marked (fixture));
}

/* Every line of the one is in the other, in its order. */
static void
assert_is_part (const char *part, const char *whole)
{
  g_auto (GStrv) lines = g_strsplit (part, "\n", -1);
  g_auto (GStrv) all = g_strsplit (whole, "\n", -1);
  guint j = 0;

  for (guint i = 0; lines[i] != NULL; i++, j++)
    {
      while (all[j] != NULL && !g_str_equal (all[j], lines[i]))
        j++;
      if (all[j] == NULL)
        g_error ("this line is gone: %s", lines[i]);
    }
}

/* A scene is gone to; another made of it, renamed, moved, undone, done again, deleted, described, saved, and read again. */
static void
test_edit (Fixture *fixture, gconstpointer data)
{
  DossierView *view = dossier_window_get_view (fixture->window);
  DossierDocument *document = dossier_view_get_document (view);
  DossierTimelineView *timeline = DOSSIER_TIMELINE_VIEW (driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_TIMELINE_VIEW));
  DossierRef shoigu = dossier_document_lookup (document, "event-shoigu-pyongyang");
  DossierTimeViewport before;
  g_autofree char *contents = NULL;
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (DossierDocument) saved = NULL;
  g_autoptr (GError) error = NULL;
  const DossierStory *story;
  gint64 first, last, moment;

  press ("F8");
  g_assert_true (gtk_widget_get_mapped (get_panel (fixture)));
  g_assert_cmpint (count_scenes (fixture), ==, N_SCENES);

  /* The window goes to the scene: June to October 2023, as of 27 July. */
  click_row (fixture, 2);
  g_assert_true (dossier_ref_equal (dossier_view_get_selection (view), shoigu));
  g_assert_true (dossier_view_get_as_of (view, &moment));
  g_assert_cmpint (moment / 86400, ==, 1690416000 / 86400);
  dossier_time_viewport_get_range (dossier_timeline_view_get_viewport (timeline), &first, &last);
  g_assert_cmpint (ABS (first - 1685577600), <, 86400);
  g_assert_cmpint (ABS (last - 1698796799), <, 86400);
  g_assert_false (is_marked (fixture));

  add_scene (fixture);
  g_assert_cmpint (get_chosen (fixture), ==, 3);
  g_assert_cmpstr (get_title (fixture, 3), ==, "Kim receives Shoigu and a Chinese official");
  press ("F2");
  driver_type ("Mine");
  press ("Return");
  g_assert_cmpstr (get_title (fixture, 3), ==, "Mine");

  press ("alt+Up");
  g_assert_cmpstr (get_title (fixture, 2), ==, "Mine");
  g_assert_cmpint (get_chosen (fixture), ==, 2);
  press ("ctrl+z");
  g_assert_cmpstr (get_title (fixture, 3), ==, "Mine");
  press ("ctrl+shift+z");
  g_assert_cmpstr (get_title (fixture, 2), ==, "Mine");
  press ("Delete");
  g_assert_cmpint (count_scenes (fixture), ==, N_SCENES);
  press ("ctrl+z");
  g_assert_cmpint (count_scenes (fixture), ==, N_SCENES + 1);
  g_assert_cmpint (get_chosen (fixture), ==, 2);

  /* Notes, of which a word too much is taken back by the same key. */
  {
    GtkWidget *caption = driver_find_child (get_panel (fixture), GTK_TYPE_TEXT_VIEW);

    gtk_widget_grab_focus (caption);
    driver_settle (200);
    driver_type ("Say so");
    driver_run_for (2300);
    driver_type (" not");
    press ("ctrl+z");
    g_assert_cmpstr (dossier_scene_draft_get_words (dossier_scene_row_get_scene (DOSSIER_SCENE_ROW (gtk_list_box_get_row_at_index (get_list (fixture), 2))), DOSSIER_SCENE_CAPTION), ==, "Say so");
  }

  before = *dossier_timeline_view_get_viewport (timeline);
  press ("ctrl+s");
  driver_wait_for (is_saved, fixture);
  g_assert_true (dossier_ref_equal (dossier_view_get_selection (view), shoigu));
  g_assert_true (dossier_time_viewport_equal (&before, dossier_timeline_view_get_viewport (timeline)));

  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  assert_is_part (fixture->original, contents);
  saved = dossier_reader_read_file (file, NULL, report, NULL, &error);
  g_assert_no_error (error);
  story = dossier_document_get_story (saved, 0);
  g_assert_cmpint (story->scenes.n, ==, N_SCENES + 1);
  g_assert_cmpstr (dossier_text_get (&story->scenes.items[2].title, NULL), ==, "Mine");
  g_assert_cmpstr (dossier_text_get (&story->scenes.items[2].caption, NULL), ==, "Say so");
  g_assert_cmpstr (story->scenes.items[2].date.edtf, ==, "2023-06/2023-10");
  g_assert_cmpstr (story->scenes.items[2].select.id, ==, "event-shoigu-pyongyang");

  /* What is saved can be undone, and is then not saved. */
  press ("ctrl+z");
  g_assert_true (is_marked (fixture));
  press ("ctrl+shift+z");
  g_assert_false (is_marked (fixture));

  driver_close (fixture->window);
  fixture->window = open_file (fixture->path);
  g_assert_cmpint (count_scenes (fixture), ==, N_SCENES + 1);
  g_assert_cmpstr (get_title (fixture, 2), ==, "Mine");
}

static gboolean
has_map (gpointer map)
{
  return DOSSIER_MAP_VIEW (map)->map != NULL && DOSSIER_MAP_VIEW (map)->scene != NULL;
}

/* Where the map is looked at from is kept, and come back to; also from another window size, in proportion. */
static void
test_camera (Fixture *fixture, gconstpointer data)
{
  DossierMapView *map = DOSSIER_MAP_VIEW (driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_MAP_VIEW));
  GtkWidget *row;
  double x, y, zoom;

  driver_wait_for (has_map, map);
  driver_settle (800);
  g_assert_false (dossier_map_view_get_seen (map, &x, &y, &zoom));
  dossier_map_view_show_seen (map, 30.5, -41, 1.7);
  driver_settle (800);
  g_assert_true (dossier_map_view_get_seen (map, &x, &y, &zoom));
  g_assert_cmpfloat_with_epsilon (x, 30.5, 1e-6);
  g_assert_cmpfloat_with_epsilon (y, -41, 1e-6);
  g_assert_cmpfloat_with_epsilon (zoom, 1.7, 1e-6);

  add_scene (fixture);
  dossier_map_view_zoom (map, 0);
  driver_settle (800);
  g_assert_false (dossier_map_view_get_seen (map, &x, &y, &zoom));
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (get_list (fixture), N_SCENES));
  gtk_widget_activate (row);
  driver_settle (800);
  g_assert_true (dossier_map_view_get_seen (map, &x, &y, &zoom));
  g_assert_cmpfloat_with_epsilon (x, 30.5, 1e-3);
  g_assert_cmpfloat_with_epsilon (y, -41, 1e-3);
  g_assert_cmpfloat_with_epsilon (zoom, 1.7, 1e-3);

  /* A scene without a camera shows the whole map. */
  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (get_list (fixture), 2)));
  driver_settle (800);
  g_assert_false (dossier_map_view_get_seen (map, &x, &y, &zoom));
}

/* A row is dragged to another place. */
static void
test_drag (Fixture *fixture, gconstpointer data)
{
  g_autofree char *title = NULL;
  GtkWidget *row, *other;

  press ("F8");
  title = g_strdup (get_title (fixture, 0));
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (get_list (fixture), 0));
  other = GTK_WIDGET (gtk_list_box_get_row_at_index (get_list (fixture), 3));
  driver_move_to (row, 60, gtk_widget_get_height (row) / 2.0);
  driver_xdotool ("mousedown", "1", NULL);
  for (int i = 1; i <= 6; i++)
    {
      driver_move_to (row, 60, gtk_widget_get_height (row) / 2.0 + i * 10);
      driver_run_for (60);
    }
  driver_move_to (other, 60, gtk_widget_get_height (other) * 0.8);
  driver_run_for (300);
  driver_xdotool ("mouseup", "1", NULL);
  driver_settle (500);
  g_assert_cmpstr (get_title (fixture, 3), ==, title);
  press ("ctrl+z");
  g_assert_cmpstr (get_title (fixture, 0), ==, title);
}

/* A scene is updated from another view; what was chosen by hand stays as long as the same is selected. */
static void
test_update (Fixture *fixture, gconstpointer data)
{
  DossierTimelineView *timeline = DOSSIER_TIMELINE_VIEW (driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_TIMELINE_VIEW));
  DossierSceneDraft *scene;

  press ("F8");
  click_row (fixture, 2);
  dossier_timeline_view_show_span (timeline, 1690416000, 1690416000 + 86400 * 60);
  driver_settle (800);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (get_list (fixture))));
  press ("ctrl+u");
  scene = dossier_scene_row_get_scene (DOSSIER_SCENE_ROW (gtk_list_box_get_row_at_index (get_list (fixture), 2)));
  g_assert_cmpstr (json_object_get_string_member (dossier_scene_draft_get_object (scene), "date"), !=, "2023-06/2023-10");
  g_assert_cmpint (json_array_get_length (json_object_get_array_member (dossier_scene_draft_get_object (scene), "emphasis")), ==, 4);
  g_assert_cmpstr (dossier_scene_draft_get_words (scene, DOSSIER_SCENE_TITLE), ==, "July 2023: the door opens");
  press ("ctrl+z");
  g_assert_cmpstr (json_object_get_string_member (dossier_scene_draft_get_object (scene), "date"), ==, "2023-06/2023-10");
  g_assert_false (is_marked (fixture));
}

/* Who closes a window, or opens something else in it, is asked what to do with what is not saved. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  GtkWindow *gone = GTK_WINDOW (fixture->window);
  g_autofree char *contents = NULL;

  add_scene (fixture);
  press ("ctrl+w");
  answer ("cancel");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
  g_assert_true (is_marked (fixture));
  assert_holds (fixture->path, fixture->original);

  dossier_window_open_bundled (fixture->window);
  answer ("cancel");
  g_assert_cmpint (count_scenes (fixture), ==, N_SCENES + 1);

  g_object_add_weak_pointer (G_OBJECT (gone), (gpointer *) &gone);
  press ("ctrl+w");
  answer ("save");
  driver_run_for (500);
  g_assert_null (gone);
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpuint (strlen (contents), >, strlen (fixture->original));

  /* And once more, without saving. */
  fixture->window = open_file (fixture->path);
  gone = GTK_WINDOW (fixture->window);
  g_object_add_weak_pointer (G_OBJECT (gone), (gpointer *) &gone);
  add_scene (fixture);
  press ("ctrl+w");
  answer ("discard");
  driver_run_for (500);
  g_assert_null (gone);
  assert_holds (fixture->path, contents);
  fixture->window = NULL;
}

/* What another program wrote meanwhile is not overwritten unless the user says so. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  static const char *const other = "{\"dossier\": 1, \"title\": \"another's\"}";
  g_autofree char *contents = NULL;

  add_scene (fixture);
  g_assert_true (g_file_set_contents (fixture->path, other, -1, NULL));
  press ("ctrl+s");
  answer ("cancel");
  assert_holds (fixture->path, other);
  g_assert_true (is_marked (fixture));

  press ("ctrl+s");
  answer ("overwrite");
  driver_wait_for (is_saved, fixture);
  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  assert_is_part (fixture->original, contents);
}

/* The dossier that comes with the program keeps the user's stories beside it. */
static void
test_beside (Fixture *fixture, gconstpointer data)
{
  driver_close (fixture->window);
  fixture->window = driver_open_bundled (1400, 860);
  add_scene (fixture);
  press ("ctrl+s");
  answer ("beside");
  g_assert_false (is_marked (fixture));

  driver_close (fixture->window);
  fixture->window = driver_open_bundled (1400, 860);
  g_assert_cmpint (count_scenes (fixture), ==, N_SCENES + 1);
  g_assert_false (is_marked (fixture));
  /* From now on without a question. */
  add_scene (fixture);
  press ("ctrl+s");
  g_assert_false (is_marked (fixture));
  g_assert_false (has_dialog (NULL));
}

/* What was edited when the program ended is offered when the dossier is opened again. */
static void
test_recovery (Fixture *fixture, gconstpointer data)
{
  add_scene (fixture);
  driver_run_for (3500);
  driver_close (fixture->window);

  fixture->window = open_file (fixture->path);
  answer ("restore");
  g_assert_cmpint (count_scenes (fixture), ==, N_SCENES + 1);
  g_assert_true (is_marked (fixture));
  /* It is an edit like any other. */
  press ("ctrl+z");
  g_assert_cmpint (count_scenes (fixture), ==, N_SCENES);
  press ("ctrl+shift+z");
  driver_run_for (3500);
  driver_close (fixture->window);

  fixture->window = open_file (fixture->path);
  answer ("discard");
  g_assert_cmpint (count_scenes (fixture), ==, N_SCENES);
  driver_close (fixture->window);

  fixture->window = open_file (fixture->path);
  g_assert_false (has_dialog (NULL));
  assert_holds (fixture->path, fixture->original);
}

/* A copy is saved with all that was edited, and gone on with; the file that was open stays as it is. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "b.dossierl", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) first = NULL;
  g_autoptr (DossierDocument) second = NULL;
  g_autoptr (GError) error = NULL;

  add_scene (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save-to", "s", uri);
  driver_wait_for (is_saved, fixture);
  assert_holds (fixture->path, fixture->original);
  first = dossier_reader_read_file (file, NULL, report, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dossier_document_get_form (first), ==, DOSSIER_FORM_LINES);
  g_assert_cmpint (dossier_document_get_count (first, DOSSIER_RECORD_SCENE), ==, N_SCENES + 1);

  /* Into JSON Lines, too, a scene is spliced, on the line of its story. */
  add_scene (fixture);
  press ("ctrl+s");
  driver_wait_for (is_saved, fixture);
  assert_holds (fixture->path, fixture->original);
  second = dossier_reader_read_file (file, NULL, report, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dossier_document_get_count (second, DOSSIER_RECORD_SCENE), ==, N_SCENES + 2);
  g_unlink (path);
}

static gboolean
has_other_bytes (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *text = NULL;

  return g_file_get_contents (fixture->path, &text, NULL, NULL) && !g_str_equal (text, fixture->original);
}

/* Who moves an actor changes nothing that could be lost; but can save it, and whoever opens the file has it there. */
static void
test_places (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) saved = NULL;
  g_autoptr (GError) error = NULL;
  GAction *save = g_action_map_lookup_action (G_ACTION_MAP (fixture->window), "save");
  DossierMapView *map;
  int node;
  double x;

  map = DOSSIER_MAP_VIEW (driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_MAP_VIEW));
  driver_wait_for (has_map, map);
  driver_settle (600);
  g_assert_false (g_action_get_enabled (save));
  node = dossier_document_lookup (dossier_view_get_document (dossier_window_get_view (fixture->window)), "north-korea").index;
  dossier_map_view_begin_drag (map, node);
  dossier_map_view_move_by (map, node, 48, 16);
  dossier_map_view_end_drag (map);
  x = map->map->nodes[node].x;
  driver_settle (200);
  g_assert_false (is_marked (fixture));
  g_assert_true (g_action_get_enabled (save));

  press ("ctrl+s");
  driver_wait_for (has_other_bytes, fixture);
  driver_settle (600);
  g_assert_false (g_action_get_enabled (save));
  saved = dossier_reader_read_file (file, NULL, report, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (dossier_document_get_actor (saved, node)->position.pinned);
  g_assert_cmpfloat_with_epsilon (dossier_document_get_actor (saved, node)->position.x, x, 0.1);

  /* Also where nothing is kept beside it. */
  driver_close (fixture->window);
  driver_forget_places ();
  fixture->window = open_file (fixture->path);
  map = DOSSIER_MAP_VIEW (driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_MAP_VIEW));
  driver_wait_for (has_map, map);
  driver_settle (600);
  g_assert_true (map->map->nodes[node].pinned);
  g_assert_cmpfloat_with_epsilon (map->map->nodes[node].x, x, 0.1);
  save = g_action_map_lookup_action (G_ACTION_MAP (fixture->window), "save");
  g_assert_false (g_action_get_enabled (save));
}

/* Without any story the panel says what one is; the first scene begins one. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  driver_close (fixture->window);
  g_assert_true (g_file_set_contents (fixture->path, "{\"dossier\": 1, \"title\": \"T\", \"events\": [{\"id\": \"a\", \"title\": \"A\", \"date\": \"2024-03-01\"}]}", -1, NULL));
  fixture->window = open_file (fixture->path);
  press ("F8");
  g_assert_true (driver_has_label (get_panel (fixture), "No Story Yet"));
  driver_click (driver_find_child (get_panel (fixture), GTK_TYPE_BUTTON));
  g_assert_false (driver_has_label (get_panel (fixture), "No Story Yet"));
  g_assert_cmpint (count_scenes (fixture), ==, 1);
  press ("ctrl+z");
  g_assert_true (driver_has_label (get_panel (fixture), "No Story Yet"));
}

int
main (int argc, char **argv)
{
  g_autoptr (DossierApplication) application = driver_start (&argc, &argv);

  used_application = ADW_APPLICATION (application);

#define ADD(path, function) g_test_add ("/story/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("edit", test_edit);
  ADD ("camera", test_camera);
  ADD ("drag", test_drag);
  ADD ("update", test_update);
  ADD ("close", test_close);
  ADD ("changed", test_changed);
  ADD ("beside", test_beside);
  ADD ("recovery", test_recovery);
  ADD ("copy", test_copy);
  ADD ("places", test_places);
  ADD ("empty", test_empty);

  return g_test_run ();
}
