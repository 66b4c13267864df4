/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "samples.h"

#include "widgets/dossier-scene-still.h"
#include "widgets/dossier-stage-view.h"
#include "widgets/dossier-timeline-view.h"
#include "window/dossier-application.h"
#include "window/dossier-chooser.h"
#include "window/dossier-presentation.h"
#include "window/dossier-presenter-notes.h"
#include "window/dossier-scene-grid.h"
#include "window/dossier-shortcuts-window.h"
#include "window/dossier-show-keys.h"

#include "driver.h"

#include <math.h>

/* A story as it is presented, from F5 to the last Escape. */
typedef struct
{
  DossierWindow *window;
  DossierView *view;
  DossierTimelineView *timeline;
  GtkWindow *audience;
  GtkWindow *console;
  GtkWidget *stage;
  GtkWidget *current;
} Fixture;

static gboolean
is_laid_out (gpointer timeline)
{
  return dossier_timeline_view_get_viewport (timeline) != NULL;
}

/* A show leaves the window as it was: one serves for all of them. */
static DossierWindow *shared_window;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  if (shared_window == NULL)
    shared_window = driver_open_bundled (1200, 800);
  fixture->window = shared_window;
  fixture->view = dossier_window_get_view (fixture->window);
  fixture->timeline = DOSSIER_TIMELINE_VIEW (driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_TIMELINE_VIEW));
  driver_wait_for (is_laid_out, fixture->timeline);
  gtk_window_present (GTK_WINDOW (fixture->window));
  driver_settle (300);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
}

/* A window of the program of that type; NULL if there is none. */
static GtkWindow *
find_window (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }

  return NULL;
}

/* To the window that has the keyboard. */
static void
press (const char *key)
{
  driver_xdotool ("key", key, NULL);
  driver_run_for (80);
}

static gboolean
has_audience (gpointer unused)
{
  return find_window (DOSSIER_TYPE_AUDIENCE_WINDOW) != NULL;
}

static gboolean
has_no_audience (gpointer unused)
{
  return find_window (DOSSIER_TYPE_AUDIENCE_WINDOW) == NULL && find_window (DOSSIER_TYPE_PRESENTER_WINDOW) == NULL;
}

static gboolean
rests (gpointer stage)
{
  return !dossier_stage_view_is_gliding (stage);
}

/* Without a window manager, whoever wants the keyboard is given it. */
static void
give_keys (GtkWindow *window)
{
  gtk_window_present (window);
  driver_settle (100);
}

static void
start (Fixture *fixture, const char *key)
{
  press (key);
  driver_wait_for (has_audience, NULL);
  fixture->audience = find_window (DOSSIER_TYPE_AUDIENCE_WINDOW);
  fixture->console = find_window (DOSSIER_TYPE_PRESENTER_WINDOW);
  g_assert_nonnull (fixture->console);
  fixture->stage = gtk_window_get_child (fixture->audience);
  fixture->current = driver_find_child (GTK_WIDGET (fixture->console), DOSSIER_TYPE_SCENE_STILL);
  driver_settle (300);
  driver_wait_for (rests, fixture->stage);
}

static int
get_scene (Fixture *fixture)
{
  return dossier_scene_still_get_scene (DOSSIER_SCENE_STILL (fixture->current));
}

/* What the audience sees, as GTK paints it. */
static cairo_surface_t *
take_picture (Fixture *fixture)
{
  int width = gtk_widget_get_width (fixture->stage);
  int height = gtk_widget_get_height (fixture->stage);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (fixture->stage);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  driver_wait_for (rests, fixture->stage);
  driver_settle (100);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static gboolean
is_same (cairo_surface_t *a, cairo_surface_t *b)
{
  gsize size = (gsize) cairo_image_surface_get_stride (a) * (gsize) cairo_image_surface_get_height (a);

  return cairo_image_surface_get_stride (a) == cairo_image_surface_get_stride (b) &&
         cairo_image_surface_get_height (a) == cairo_image_surface_get_height (b) &&
         memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b), size) == 0;
}

static gboolean
is_all (cairo_surface_t *surface, guint32 color)
{
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    {
      const guint32 *row = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (surface));

      for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
        if (row[x] != color)
          return FALSE;
    }

  return TRUE;
}

/* A picture to be compared, that is forgotten once it is. */
static void
assert_audience_sees (Fixture *fixture, cairo_surface_t *expected)
{
  cairo_surface_t *seen = take_picture (fixture);

  g_assert_true (is_same (seen, expected));
  cairo_surface_destroy (seen);
}

static void
assert_audience_sees_only (Fixture *fixture, guint32 color)
{
  cairo_surface_t *seen = take_picture (fixture);

  g_assert_true (is_all (seen, color));
  cairo_surface_destroy (seen);
}

/* The whole way: start, step, blank, freeze, jump, leave; the main window is as before. */
static void
test_show (Fixture *fixture, gconstpointer data)
{
  DossierDocument *document = dossier_view_get_document (fixture->view);
  const DossierStory *story = dossier_document_get_story (document, 0);
  DossierFilter *filter = dossier_view_get_filter (fixture->view);
  DossierRef selection = dossier_document_lookup (document, "event-veto");
  DossierTimeViewport viewport;
  cairo_surface_t *first, *second, *third;
  int n_shown, n_all;

  /* A state that could be lost: a selection, a filter, a zoom. */
  if (!dossier_ref_is_set (selection))
    selection = (DossierRef){ DOSSIER_RECORD_EVENT, 7 };
  n_all = dossier_filter_get_n_shown (filter);
  dossier_view_select (fixture->view, selection);
  dossier_filter_set_chosen (filter, DOSSIER_FACET_KIND, 0, TRUE);
  press ("ctrl+plus");
  driver_settle (600);
  viewport = *dossier_timeline_view_get_viewport (fixture->timeline);
  n_shown = dossier_filter_get_n_shown (filter);

  start (fixture, "F5");
  g_assert_cmpint (get_scene (fixture), ==, 0);
  first = take_picture (fixture);
  g_assert_false (is_all (first, 0xff000000));
  g_assert_true (driver_has_label (GTK_WIDGET (fixture->console), dossier_text_get (&story->scenes.items[0].notes, NULL)));

  /* A step, by keys of a keyboard and of a clicker, and back. */
  give_keys (fixture->audience);
  press ("Right");
  g_assert_cmpint (get_scene (fixture), ==, 1);
  second = take_picture (fixture);
  g_assert_false (is_same (first, second));
  g_assert_true (driver_has_label (GTK_WIDGET (fixture->console), dossier_text_get (&story->scenes.items[1].notes, NULL)));
  press ("Prior");
  assert_audience_sees (fixture, first);
  press ("Next");
  assert_audience_sees (fixture, second);

  /* Black and white hide it, and the console says so. */
  press ("period");
  assert_audience_sees_only (fixture, 0xff000000);
  g_assert_true (driver_has_label (GTK_WIDGET (fixture->console), "The Audience Sees Black"));
  press ("w");
  assert_audience_sees_only (fixture, 0xffffffff);
  g_assert_true (driver_has_label (GTK_WIDGET (fixture->console), "The Audience Sees White"));
  press ("Escape");
  assert_audience_sees (fixture, second);
  g_assert_false (driver_has_label (GTK_WIDGET (fixture->console), "The Audience Sees White"));

  /* Frozen, the audience sees what it saw, wherever the presenter goes. */
  press ("f");
  press ("Right");
  press ("Right");
  g_assert_cmpint (get_scene (fixture), ==, 3);
  assert_audience_sees (fixture, second);
  g_assert_true (driver_has_label (GTK_WIDGET (fixture->console), "The Audience Is Frozen"));
  press ("Left");
  press ("f");
  third = take_picture (fixture);
  g_assert_false (is_same (second, third));

  /* By number, and back to where one came from. */
  press ("1");
  press ("2");
  press ("Return");
  g_assert_cmpint (get_scene (fixture), ==, 11);
  press ("shift+BackSpace");
  g_assert_cmpint (get_scene (fixture), ==, 2);
  assert_audience_sees (fixture, third);

  /* The bookmark; the first and the last. */
  press ("m");
  press ("End");
  g_assert_cmpint (get_scene (fixture), ==, story->scenes.n - 1);
  press ("space");
  g_assert_cmpint (get_scene (fixture), ==, story->scenes.n - 1);
  press ("Home");
  g_assert_cmpint (get_scene (fixture), ==, 0);
  press ("shift+m");
  g_assert_cmpint (get_scene (fixture), ==, 2);

  /* The wheel and the buttons of the mouse. */
  driver_move_to (fixture->stage, 400, 300);
  driver_xdotool ("click", "1", NULL);
  driver_settle (100);
  g_assert_cmpint (get_scene (fixture), ==, 3);
  driver_xdotool ("click", "3", NULL);
  driver_settle (100);
  g_assert_cmpint (get_scene (fixture), ==, 2);
  driver_xdotool ("click", "5", NULL);
  driver_settle (100);
  g_assert_cmpint (get_scene (fixture), ==, 3);
  driver_xdotool ("click", "4", NULL);
  driver_settle (100);
  g_assert_cmpint (get_scene (fixture), ==, 2);

  press ("Escape");
  driver_wait_for (has_no_audience, NULL);
  driver_settle (300);

  g_assert_true (dossier_ref_equal (dossier_view_get_selection (fixture->view), selection));
  g_assert_cmpint (n_shown, <, n_all);
  g_assert_cmpint (dossier_filter_get_n_shown (filter), ==, n_shown);
  dossier_filter_clear (filter);
  g_assert_true (dossier_time_viewport_equal (&viewport, dossier_timeline_view_get_viewport (fixture->timeline)));
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
  cairo_surface_destroy (third);
}

/* From the console: go to by name, the overview, the keys; Escape in steps. */
static void
test_console (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chooser, *grid;
  gboolean handled = FALSE;

  start (fixture, "F5");
  give_keys (fixture->console);
  chooser = driver_find_child (GTK_WIDGET (fixture->console), DOSSIER_TYPE_CHOOSER);
  grid = driver_find_child (GTK_WIDGET (fixture->console), DOSSIER_TYPE_SCENE_GRID);

  /* An arrow key that comes before the first frame of the overview leads nowhere. */
  dossier_presenter_window_set_shows_overview (DOSSIER_PRESENTER_WINDOW (fixture->console), TRUE);
  g_signal_emit_by_name (driver_find_child (grid, GTK_TYPE_FLOW_BOX), "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE, &handled);
  g_assert_true (handled);
  dossier_presenter_window_set_shows_overview (DOSSIER_PRESENTER_WINDOW (fixture->console), FALSE);

  press ("g");
  driver_settle (200);
  g_assert_true (gtk_widget_get_mapped (chooser));
  driver_type ("satellite");
  press ("Return");
  driver_settle (200);
  g_assert_false (gtk_widget_get_mapped (chooser));
  g_assert_cmpint (get_scene (fixture), ==, 4);

  press ("g");
  driver_settle (200);
  driver_type ("8");
  press ("Return");
  driver_settle (200);
  g_assert_cmpint (get_scene (fixture), ==, 7);

  press ("Tab");
  driver_settle (300);
  g_assert_true (gtk_widget_get_mapped (grid));
  press ("Right");
  press ("Return");
  driver_settle (300);
  g_assert_false (gtk_widget_get_mapped (grid));
  g_assert_cmpint (get_scene (fixture), ==, 8);

  press ("o");
  driver_settle (300);
  g_assert_true (gtk_widget_get_mapped (grid));
  press ("Escape");
  driver_settle (300);
  g_assert_false (gtk_widget_get_mapped (grid));
  g_assert_cmpint (get_scene (fixture), ==, 8);

  press ("question");
  driver_settle (300);
  g_assert_nonnull (find_window (DOSSIER_TYPE_SHORTCUTS_WINDOW));
  press ("Escape");
  driver_settle (300);
  g_assert_null (find_window (DOSSIER_TYPE_SHORTCUTS_WINDOW));

  /* What is typed stands over the picture, and is taken back by Escape, as is what hides the scene. */
  give_keys (fixture->console);
  press ("1");
  press ("3");
  g_assert_true (driver_has_label (GTK_WIDGET (fixture->console), "Scene 13?"));
  press ("Escape");
  g_assert_false (driver_has_label (GTK_WIDGET (fixture->console), "Scene 13?"));
  press ("b");
  press ("f");
  press ("Escape");
  press ("Escape");
  g_assert_false (has_no_audience (NULL));
  g_assert_cmpint (get_scene (fixture), ==, 8);
  press ("Escape");
  driver_wait_for (has_no_audience, NULL);
}

static gboolean
is_button (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_TOGGLE_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

/* A click on a button of the console leaves the keys to the show. */
static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button;

  start (fixture, "F5");
  give_keys (fixture->console);
  button = driver_find (GTK_WIDGET (fixture->console), is_button, "Black");
  g_assert_nonnull (button);
  driver_click (button);
  assert_audience_sees_only (fixture, 0xff000000);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  press ("space");
  g_assert_cmpint (get_scene (fixture), ==, 1);
  assert_audience_sees_only (fixture, 0xff000000);
  driver_click (button);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));

  press ("Escape");
  driver_wait_for (has_no_audience, NULL);
}

static int
get_notes_height (Fixture *fixture)
{
  GtkWidget *notes = driver_find_child (GTK_WIDGET (fixture->console), DOSSIER_TYPE_PRESENTER_NOTES);
  GtkWidget *label = driver_find_child (notes, GTK_TYPE_LABEL);
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));
  PangoRectangle line;

  pango_layout_line_get_pixel_extents (pango_layout_get_line_readonly (layout, 0), NULL, &line);

  return line.height;
}

/* Who needs larger notes needs them in the next show, too. */
static void
test_notes_size (Fixture *fixture, gconstpointer data)
{
  int usual, larger;

  start (fixture, "F5");
  give_keys (fixture->console);
  usual = get_notes_height (fixture);
  for (int i = 0; i < 4; i++)
    press ("plus");
  driver_settle (200);
  larger = get_notes_height (fixture);
  g_assert_cmpint (larger, >, usual);
  press ("Escape");
  driver_wait_for (has_no_audience, NULL);

  start (fixture, "F5");
  give_keys (fixture->console);
  g_assert_cmpint (get_notes_height (fixture), ==, larger);
  for (int i = 0; i < 4; i++)
    press ("minus");
  driver_settle (200);
  g_assert_cmpint (get_notes_height (fixture), ==, usual);
  press ("Escape");
  driver_wait_for (has_no_audience, NULL);
}

/* A letter is a letter while the notes are edited; what is typed is in the story of the main window, where it is undone. */
static void
test_notes (Fixture *fixture, gconstpointer data)
{
  const DossierStory *story = dossier_document_get_story (dossier_view_get_document (fixture->view), 0);
  const char *before = dossier_text_get (&story->scenes.items[1].notes, NULL);
  g_autofree char *title = g_strdup (gtk_window_get_title (GTK_WINDOW (fixture->window)));
  g_autofree char *after = g_strconcat (before, " be brief", NULL);
  DossierPresenterNotes *notes;

  g_assert_false (g_str_has_prefix (title, "• "));
  start (fixture, "F5");
  give_keys (fixture->console);
  notes = DOSSIER_PRESENTER_NOTES (driver_find_child (GTK_WIDGET (fixture->console), DOSSIER_TYPE_PRESENTER_NOTES));
  press ("Right");
  press ("a");
  press ("e");
  driver_settle (200);
  g_assert_true (dossier_presenter_notes_is_editing (notes));
  driver_type (" be brief");
  driver_settle (200);
  g_assert_cmpint (get_scene (fixture), ==, 1);
  g_assert_false (driver_has_label (GTK_WIDGET (fixture->console), "The Audience Sees Black"));
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (fixture->window)), "• "));

  /* Escape ends the edit first, and the keys are those of the show again. */
  press ("Escape");
  g_assert_false (dossier_presenter_notes_is_editing (notes));
  g_assert_false (has_no_audience (NULL));
  g_assert_true (driver_has_label (GTK_WIDGET (notes), after));
  press ("Left");
  g_assert_cmpint (get_scene (fixture), ==, 0);
  g_assert_false (driver_has_label (GTK_WIDGET (notes), after));

  /* Whoever goes to another scene has finished with the notes to this one. */
  press ("e");
  g_assert_true (dossier_presenter_notes_is_editing (notes));
  give_keys (fixture->audience);
  press ("Right");
  g_assert_false (dossier_presenter_notes_is_editing (notes));
  g_assert_true (driver_has_label (GTK_WIDGET (notes), after));

  /* It is one change of the one book. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  driver_settle (200);
  g_assert_true (driver_has_label (GTK_WIDGET (notes), before));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, title);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL);
  driver_settle (200);
  g_assert_true (driver_has_label (GTK_WIDGET (notes), after));
  press ("Escape");
  driver_wait_for (has_no_audience, NULL);
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (fixture->window)), "• "));

  /* The next show has them, too. */
  give_keys (GTK_WINDOW (fixture->window));
  start (fixture, "F5");
  give_keys (fixture->audience);
  press ("Right");
  g_assert_true (driver_has_label (GTK_WIDGET (fixture->console), after));
  press ("Escape");
  driver_wait_for (has_no_audience, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  driver_settle (200);
}

/* The spotlight darkens all but the place where the pointer is, be it over the console. */
static void
test_spotlight (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *before, *after;
  const guint32 *row_before, *row_after;
  int width;

  start (fixture, "F5");
  before = take_picture (fixture);
  give_keys (fixture->console);
  driver_move_to (fixture->current, gtk_widget_get_width (fixture->current) / 2.0, gtk_widget_get_height (fixture->current) / 2.0);
  press ("5");
  driver_run_for (900);
  after = take_picture (fixture);
  width = cairo_image_surface_get_width (before);
  row_before = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (before) + cairo_image_surface_get_height (before) / 2 * cairo_image_surface_get_stride (before));
  row_after = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (after) + cairo_image_surface_get_height (after) / 2 * cairo_image_surface_get_stride (after));
  g_assert_cmphex (row_after[width / 2], ==, row_before[width / 2]);
  g_assert_cmphex (row_after[2] & 0xff, <, (row_before[2] & 0xff) / 2);
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);

  /* Escape takes it away, a second one leaves. */
  driver_run_for (4000);
  press ("Escape");
  g_assert_false (has_no_audience (NULL));
  press ("Escape");
  driver_wait_for (has_no_audience, NULL);
}

/* The pen draws instead of going on, on the audience's picture and on the console's. */
static void
test_pen (Fixture *fixture, gconstpointer data)
{
  cairo_surface_t *before, *after;

  start (fixture, "F5");
  give_keys (fixture->audience);
  before = take_picture (fixture);
  press ("3");
  driver_run_for (900);
  driver_move_to (fixture->stage, 200, 300);
  driver_xdotool ("mousedown", "1", NULL);
  for (int i = 1; i <= 5; i++)
    driver_move_to (fixture->stage, 200 + 40 * i, 300);
  driver_xdotool ("mouseup", "1", NULL);
  driver_run_for (4000);
  g_assert_cmpint (get_scene (fixture), ==, 0);

  /* It is the stroke that is seen, not the tip of the pen. */
  press ("Escape");
  g_assert_false (has_no_audience (NULL));
  after = take_picture (fixture);
  g_assert_false (is_same (before, after));
  cairo_surface_destroy (after);
  press ("ctrl+z");
  assert_audience_sees (fixture, before);
  cairo_surface_destroy (before);

  press ("Escape");
  driver_wait_for (has_no_audience, NULL);
}

/* Shift and F5 begin with the scene that is most like what is seen. */
static void
test_from_here (Fixture *fixture, gconstpointer data)
{
  DossierDocument *document = dossier_view_get_document (fixture->view);
  const DossierStory *story = dossier_document_get_story (document, 0);

  dossier_view_select (fixture->view, story->scenes.items[7].select.ref);
  driver_settle (300);
  start (fixture, "shift+F5");
  g_assert_cmpint (get_scene (fixture), ==, 7);
  press ("Escape");
  driver_wait_for (has_no_audience, NULL);
}

/* While it is presented, F5 in the main window makes no second show; the main window may be closed, the show goes on. */
static void
test_only_one (Fixture *fixture, gconstpointer data)
{
  start (fixture, "F5");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.present", NULL);
  driver_settle (200);
  g_assert_true (find_window (DOSSIER_TYPE_AUDIENCE_WINDOW) == fixture->audience);

  driver_close (fixture->window);
  give_keys (fixture->audience);
  press ("Right");
  g_assert_cmpint (get_scene (fixture), ==, 1);

  /* Nobody would save what is typed now. */
  press ("e");
  g_assert_false (dossier_presenter_notes_is_editing (DOSSIER_PRESENTER_NOTES (driver_find_child (GTK_WIDGET (fixture->console), DOSSIER_TYPE_PRESENTER_NOTES))));

  /* As when the program is quit: all windows are closed, one after another. */
  gtk_window_close (fixture->audience);
  gtk_window_close (fixture->console);
  driver_wait_for (has_no_audience, NULL);
  shared_window = NULL;
}

static gboolean
has_view (gpointer window)
{
  return dossier_window_get_view (window) != NULL;
}

/* Without a story the button says why there is nothing to present, and so does the key. With several, one is asked which. */
static void
test_stories (void)
{
  static const struct
  {
    const char *text;
    const char *tooltip;
    gboolean is_sensitive;
  } cases[] = {
    { "{'dossier':1,'title':'T'}", "This dossier has no story to present yet", FALSE },
    { "{'dossier':1,'title':'T','stories':[{'id':'s','title':'Empty','scenes':[]}]}", "This dossier has no story to present yet", FALSE },
    { "{'dossier':1,'title':'T','stories':[{'id':'s','title':'One','scenes':[{'id':'a','title':'A'}]},"
      "{'id':'t','title':'Other','scenes':[{'id':'b','title':'B'},{'id':'c','title':'C'}]}]}",
      "Present a Story (F5)",
      TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = samples_make_json (cases[i].text);
      g_autoptr (GFileIOStream) stream = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GFile) file = g_file_new_tmp ("XXXXXX.dossier", &stream, &error);
      DossierWindow *window = dossier_window_new (ADW_APPLICATION (g_application_get_default ()));
      GtkWidget *button = NULL;

      g_assert_no_error (error);
      g_assert_true (g_file_replace_contents (file, json, strlen (json), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error));
      gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
      gtk_window_present (GTK_WINDOW (window));
      dossier_window_open (window, file);
      driver_wait_for (has_view, window);
      driver_settle (300);

      button = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (window), DOSSIER_TYPE_WINDOW, "present_button"));
      g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, cases[i].tooltip);
      g_assert_cmpint (gtk_widget_get_sensitive (button), ==, cases[i].is_sensitive);
      press ("F5");
      driver_settle (300);
      g_assert_true (has_no_audience (NULL));
      if (cases[i].is_sensitive)
        {
          driver_type ("Other");
          press ("Return");
          driver_wait_for (has_audience, NULL);
          g_assert_true (driver_has_label (GTK_WIDGET (find_window (DOSSIER_TYPE_PRESENTER_WINDOW)), "1 of 2 · B"));
          give_keys (find_window (DOSSIER_TYPE_AUDIENCE_WINDOW));
          press ("Escape");
          driver_wait_for (has_no_audience, NULL);
        }
      else
        {
          g_assert_true (driver_has_label (GTK_WIDGET (window), cases[i].tooltip));
        }

      driver_close (window);
      g_assert_true (g_file_delete (file, NULL, &error));
    }
}

/* However flat or narrow the window of the audience is pulled, that of the presenter fits on a screen. */
static void
test_oblong (void)
{
  static const double proportions[] = { 1, 360, 1 / 360.0, 1440, 1e-9, 1e9 };
  GtkWidget *still = g_object_ref_sink (g_object_new (DOSSIER_TYPE_SCENE_STILL, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (proportions); i++)
    {
      int width, height;

      dossier_scene_still_set_proportions (DOSSIER_SCENE_STILL (still), proportions[i]);
      gtk_widget_measure (still, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
      gtk_widget_measure (still, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      g_assert_cmpint (width, >, 0);
      g_assert_cmpint (width, <, 300);
      g_assert_cmpint (height, >, 0);
      g_assert_cmpint (height, <, 300);
    }
  g_object_unref (still);
}

/* Every key that is listed does something, and no two tables disagree. */
static void
test_keys (void)
{
  int n_shortcuts;
  const DossierShortcut *shortcuts = dossier_show_keys_get_shortcuts (&n_shortcuts);

  for (int i = 0; i < n_shortcuts; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (shortcuts[i].accels) && shortcuts[i].accels[j] != NULL; j++)
      {
        GdkModifierType modifiers;
        guint keyval;

        g_assert_true (gtk_accelerator_parse (shortcuts[i].accels[j], &keyval, &modifiers));
        if (keyval != GDK_KEY_F6)
          g_assert_cmpint (dossier_show_keys_find (keyval, modifiers), !=, DOSSIER_SHOW_NOTHING);
      }

  g_assert_cmpint (dossier_show_keys_find (GDK_KEY_question, GDK_SHIFT_MASK), ==, DOSSIER_SHOW_HELP);
  g_assert_cmpint (dossier_show_keys_find (GDK_KEY_question, GDK_SHIFT_MASK | GDK_CONTROL_MASK), ==, DOSSIER_SHOW_HELP);
  g_assert_cmpint (dossier_show_keys_find (GDK_KEY_M, GDK_SHIFT_MASK), ==, DOSSIER_SHOW_TO_BOOKMARK);
  g_assert_cmpint (dossier_show_keys_find (GDK_KEY_M, GDK_LOCK_MASK), ==, DOSSIER_SHOW_BOOKMARK);
  g_assert_cmpint (dossier_show_keys_find (GDK_KEY_B, GDK_LOCK_MASK), ==, DOSSIER_SHOW_BLACK);
  g_assert_cmpint (dossier_show_keys_find (GDK_KEY_b, GDK_CONTROL_MASK), ==, DOSSIER_SHOW_NOTHING);
  g_assert_cmpint (dossier_show_keys_find (GDK_KEY_BackSpace, 0), ==, DOSSIER_SHOW_PREVIOUS);
  g_assert_cmpint (dossier_show_keys_find (GDK_KEY_BackSpace, GDK_SHIFT_MASK), ==, DOSSIER_SHOW_BACK);
  g_assert_cmpint (dossier_show_keys_find (GDK_KEY_KP_7, 0), ==, DOSSIER_SHOW_DIGIT_0 + 7);
  g_assert_cmpint (dossier_show_keys_find (GDK_KEY_plus, GDK_SHIFT_MASK), ==, DOSSIER_SHOW_NOTES_LARGER);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_autoptr (DossierApplication) application = driver_start (&argc, &argv);

  g_application_set_default (G_APPLICATION (application));

  g_test_add_func ("/present/keys", test_keys);
  g_test_add_func ("/present/oblong", test_oblong);
  add ("/present/show", test_show);
  add ("/present/console", test_console);
  add ("/present/buttons", test_buttons);
  add ("/present/notes", test_notes);
  add ("/present/notes-size", test_notes_size);
  add ("/present/spotlight", test_spotlight);
  add ("/present/pen", test_pen);
  add ("/present/from-here", test_from_here);
  add ("/present/only-one", test_only_one);
  g_test_add_func ("/present/stories", test_stories);

  return g_test_run ();
}
