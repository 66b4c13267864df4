/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "driver.h"

#include "widgets/dossier-balance-view.h"
#include "widgets/dossier-matrix-view.h"
#include "window/dossier-details.h"
#include "window/dossier-empty-advice.h"
#include "window/dossier-filter-bar.h"
#include "window/dossier-question-page.h"
#include "window/dossier-saved-filters-menu.h"
#include "window/dossier-weights-table.h"

#include <glib/gstdio.h>
#include <math.h>

/* The pages beside timeline and map, and what is filtered by, as a user meets them. */

#define PATIENCE_US (20 * G_USEC_PER_SEC)

static gboolean
says (GtkWidget *widget, const char *text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
says_in_sight (GtkWidget *widget, gconstpointer text)
{
  return says (widget, text) && gtk_widget_get_mapped (widget);
}

/* The label of a text that is seen, NULL for none. */
static GtkWidget *
find_label (GtkWidget *widget, const char *text)
{
  return driver_find (widget, says_in_sight, text);
}

static void
wait_for_label (DossierWindow *window, const char *text)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_US;

  while (find_label (GTK_WIDGET (window), text) == NULL)
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("it does not say \"%s\"", text);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

/* The button that holds the label of a text. */
static GtkWidget *
find_button (GtkWidget *widget, const char *text)
{
  GtkWidget *label = find_label (widget, text);

  g_assert_nonnull (label);

  return gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
}

static void
click (GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
}

static DossierWindow *
open_bundled (void)
{
  DossierWindow *window = dossier_window_new (NULL);

  gtk_window_present (GTK_WINDOW (window));
  dossier_window_open_bundled (window);
  wait_for_label (window, "Long-term or ad hoc?");
  driver_settle (300);

  return window;
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
show_page (DossierWindow *window, const char *name)
{
  g_action_group_change_action_state (G_ACTION_GROUP (window), "page", g_variant_new_string (name));
  driver_settle (400);
}

/* What is exported is what is in sight and filtered; there is no dialog, as one cannot be answered here. */
static void
test_export (void)
{
  static const struct
  {
    const char *page;
    const char *name;
    const char *expected;
  } table[] = {
    { "explore", "timeline.svg", "Only Diplomacy · " },
    { "reactions", "matrix.svg", "Only Diplomacy · " },
    { "question", "question.svg", "weighed by" },
    { "table", "events.csv", "id,title," },
  };
  DossierWindow *window = open_bundled ();
  DossierView *view = dossier_window_get_view (window);
  DossierDocument *document = dossier_view_get_document (view);
  DossierRef kind = dossier_document_lookup (document, "kind-diplomacy");
  g_autofree char *folder = g_dir_make_tmp ("dossier-XXXXXX", NULL);

  dossier_filter_set_chosen (dossier_view_get_filter (view), DOSSIER_FACET_KIND, kind.index, TRUE);
  driver_settle (300);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *path = g_build_filename (folder, table[i].name, NULL);
      g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
      g_autofree char *message = g_strdup_printf ("Saved as “%s”", table[i].name);
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      show_page (window, table[i].page);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.export-to", "s", uri));
      wait_for_label (window, message);
      g_file_get_contents (path, &text, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (strstr (text, table[i].expected));
      g_remove (path);
    }

  {
    g_autofree char *path = g_build_filename (folder, "picture.gif", NULL);
    g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.export-to", "s", uri));
    wait_for_label (window, "Not saved: the end of picture.gif names no format");
    g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  close_window (window);
}

static void
test_pages (void)
{
  static const char *const names[] = { "reactions", "question", "table", "explore" };
  DossierWindow *window = open_bundled ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GVariant) state = NULL;

      show_page (window, names[i]);
      state = g_action_group_get_action_state (G_ACTION_GROUP (window), "page");
      g_assert_cmpstr (g_variant_get_string (state, NULL), ==, names[i]);
      g_assert_cmpint (gtk_widget_get_mapped (driver_find_child (GTK_WIDGET (window), DOSSIER_TYPE_MATRIX_VIEW)), ==, i == 0);
      g_assert_cmpint (gtk_widget_get_mapped (driver_find_child (GTK_WIDGET (window), DOSSIER_TYPE_BALANCE_VIEW)), ==, i == 1);
    }
  close_window (window);
}

/* A level that is switched off takes its weights off the balance, and the words tell the new sums. */
static void
test_level_off (void)
{
  DossierWindow *window = open_bundled ();
  DossierQuestionPage *page = DOSSIER_QUESTION_PAGE (driver_find_child (GTK_WIDGET (window), DOSSIER_TYPE_QUESTION_PAGE));
  DossierWeighing *weighing;
  DossierSum before;
  g_autofree char *chip = NULL;
  g_autofree char *order = NULL;
  GtkWidget *button;

  /* Nothing is weighed for a page that nobody looks at. */
  g_assert_null (dossier_question_page_get_weighing (page));
  show_page (window, "question");
  weighing = dossier_question_page_get_weighing (page);
  before = dossier_weighing_get_sum (weighing, 0, DOSSIER_BEARING_SUPPORTS);
  chip = g_strdup_printf ("speculated %d", dossier_weighing_get_count (weighing, DOSSIER_SWITCH_HEDGE, DOSSIER_HEDGE_SPECULATED));
  button = find_button (GTK_WIDGET (window), chip);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
  driver_settle (200);

  g_assert_false (dossier_weighing_is_whole (weighing));
  g_assert_cmpfloat (dossier_weighing_get_sum (weighing, 0, DOSSIER_BEARING_SUPPORTS).weight, <, before.weight);
  g_assert_cmpfloat (dossier_weighing_get_whole_sum (weighing, 0, DOSSIER_BEARING_SUPPORTS).weight, ==, before.weight);
  order = dossier_weighing_explain_order (weighing);
  g_assert_nonnull (find_label (GTK_WIDGET (window), order));

  click (find_button (GTK_WIDGET (window), "Put Everything Back"));
  driver_settle (200);
  g_assert_true (dossier_weighing_is_whole (weighing));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  close_window (window);
}

/* A label well within the window, whose text begins like that. */
static gboolean
begins_in_sight (GtkWidget *widget, gconstpointer begin)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_point_t place;

  return GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), begin) && gtk_widget_get_mapped (widget) &&
         gtk_widget_compute_point (widget, root, &GRAPHENE_POINT_INIT (0, 0), &place) && (double) place.y > 200 && (double) place.y < gtk_widget_get_height (root) - 80;
}

/* A row of weights is selected as soon as the pointer enters it, and what is under the pointer stays where it is meanwhile. */
static void
test_enter_row (void)
{
  DossierWindow *window = open_bundled ();
  GtkWidget *table, *label;
  gpointer gone;

  show_page (window, "question");
  table = driver_find_child (GTK_WIDGET (window), DOSSIER_TYPE_WEIGHTS_TABLE);
  driver_settle (500);
  label = driver_find (table, begins_in_sight, "¶");
  g_assert_nonnull (label);
  gone = label;
  g_object_add_weak_pointer (G_OBJECT (label), &gone);
  driver_move_to (GTK_WIDGET (window), 600, 100);
  driver_settle (100);
  driver_move_to (label, 4, 4);
  driver_settle (200);
  g_assert_nonnull (gone);
  g_assert_nonnull (gtk_widget_get_root (label));
  g_assert_true (gtk_widget_get_state_flags (label) & GTK_STATE_FLAG_PRELIGHT);
  g_object_remove_weak_pointer (G_OBJECT (label), &gone);
  close_window (window);
}

/* A weight, and a cell of the matrix, open their quotes in the details. */
static void
test_open_quotes (void)
{
  DossierWindow *window = open_bundled ();
  DossierView *view = dossier_window_get_view (window);
  DossierDocument *document = dossier_view_get_document (view);
  DossierCanvas *balance = DOSSIER_CANVAS (driver_find_child (GTK_WIDGET (window), DOSSIER_TYPE_BALANCE_VIEW));
  DossierCanvas *matrix = DOSSIER_CANVAS (driver_find_child (GTK_WIDGET (window), DOSSIER_TYPE_MATRIX_VIEW));
  DossierRef selected;

  show_page (window, "question");
  g_assert_true (DOSSIER_CANVAS_GET_CLASS (balance)->press_key (balance, GDK_KEY_Right, 0));
  g_assert_true (DOSSIER_CANVAS_GET_CLASS (balance)->press_key (balance, GDK_KEY_Right, 0));
  g_assert_true (DOSSIER_CANVAS_GET_CLASS (balance)->press_key (balance, GDK_KEY_Return, 0));
  driver_settle (300);
  selected = dossier_view_get_selection (view);
  g_assert_true (selected.type == DOSSIER_RECORD_CLAIM || selected.type == DOSSIER_RECORD_EVENT || selected.type == DOSSIER_RECORD_TIE);
  wait_for_label (window, "Quotes");

  show_page (window, "reactions");
  for (int i = 0; i < 200 && dossier_view_get_selection (view).type != DOSSIER_RECORD_REACTION; i++)
    {
      DOSSIER_CANVAS_GET_CLASS (matrix)->press_key (matrix, i % 12 == 11 ? GDK_KEY_Down : GDK_KEY_Right, 0);
      DOSSIER_CANVAS_GET_CLASS (matrix)->press_key (matrix, GDK_KEY_Return, 0);
    }
  driver_settle (300);
  selected = dossier_view_get_selection (view);
  g_assert_cmpint (selected.type, ==, DOSSIER_RECORD_REACTION);
  g_assert_cmpint (dossier_document_get_reaction (document, selected.index)->statement.quotes.n, >, 0);
  wait_for_label (window, "Quotes");
  close_window (window);
}

static void
click_everywhere (DossierCanvas *canvas)
{
  for (int x = 0; x < gtk_widget_get_width (GTK_WIDGET (canvas)); x += 20)
    for (int y = 0; y < gtk_widget_get_height (GTK_WIDGET (canvas)); y += 20)
      {
        DOSSIER_CANVAS_GET_CLASS (canvas)->point (canvas, x, y);
        DOSSIER_CANVAS_GET_CLASS (canvas)->click (canvas, 1, x, y, 0);
      }
}

/* Between a filter and the frame that shows what it left, the matrix is pointed at where cells were that are no more. */
static void
test_filtered_away (void)
{
  DossierWindow *window = open_bundled ();
  DossierView *view = dossier_window_get_view (window);
  DossierCanvas *matrix = DOSSIER_CANVAS (driver_find_child (GTK_WIDGET (window), DOSSIER_TYPE_MATRIX_VIEW));
  DossierRef selected;

  show_page (window, "reactions");
  driver_settle (200);
  for (int i = 0; i < 40; i++)
    DOSSIER_CANVAS_GET_CLASS (matrix)->press_key (matrix, i % 2 == 0 ? GDK_KEY_Right : GDK_KEY_Down, 0);
  selected = dossier_view_get_selection (view);
  dossier_filter_set_chosen (dossier_view_get_filter (view), DOSSIER_FACET_KIND, 0, TRUE);
  DOSSIER_CANVAS_GET_CLASS (matrix)->press_key (matrix, GDK_KEY_Return, 0);
  click_everywhere (matrix);
  g_assert_true (dossier_ref_equal (dossier_view_get_selection (view), selected));

  driver_settle (200);
  click_everywhere (matrix);
  g_assert_false (dossier_ref_equal (dossier_view_get_selection (view), selected));
  close_window (window);
}

/* Arrow keys go past what explains the sums, closed or open. */
static void
test_explanation (void)
{
  DossierWindow *window = open_bundled ();
  GtkWidget *expander = driver_find_child (GTK_WIDGET (window), GTK_TYPE_EXPANDER);
  GtkWidget *child = gtk_expander_get_child (GTK_EXPANDER (expander));

  show_page (window, "question");
  gtk_widget_grab_focus (expander);
  g_assert_false (gtk_expander_get_expanded (GTK_EXPANDER (expander)));
  gtk_widget_child_focus (expander, GTK_DIR_DOWN);
  gtk_widget_child_focus (expander, GTK_DIR_UP);

  gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  driver_settle (200);
  g_assert_true (gtk_widget_get_mapped (child));
  gtk_widget_grab_focus (expander);
  g_assert_true (gtk_widget_child_focus (expander, GTK_DIR_DOWN));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), child));
  close_window (window);
}

/* A chip for each value, whose cross drops it and whose words turn it round. */
static void
test_chips (void)
{
  DossierWindow *window = open_bundled ();
  DossierFilter *filter = dossier_view_get_filter (dossier_window_get_view (window));
  GtkWidget *bar = driver_find_child (GTK_WIDGET (window), DOSSIER_TYPE_FILTER_BAR);
  GtkWidget *words;
  int n_shown;

  g_assert_false (gtk_widget_get_mapped (bar));
  dossier_filter_set_chosen (filter, DOSSIER_FACET_KIND, 0, TRUE);
  dossier_filter_set_words (filter, "Kim");
  driver_settle (200);
  g_assert_true (gtk_widget_get_mapped (bar));
  g_assert_nonnull (find_label (bar, "Words: “Kim”"));
  n_shown = dossier_filter_get_n_shown (filter);

  click (find_button (bar, "Diplomacy"));
  driver_settle (200);
  g_assert_true (dossier_filter_get_negated (filter, DOSSIER_FACET_KIND));
  g_assert_cmpint (dossier_filter_get_n_shown (filter), !=, n_shown);
  words = find_button (bar, "not Diplomacy");
  click (gtk_widget_get_next_sibling (words));
  driver_settle (200);
  g_assert_cmpint (dossier_filter_get_n_chosen (filter, DOSSIER_FACET_KIND), ==, 0);
  g_assert_cmpstr (dossier_filter_get_words (filter), ==, "Kim");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.clear-filters", NULL);
  driver_settle (200);
  g_assert_false (gtk_widget_get_mapped (bar));
  close_window (window);
}

/* What is saved under a name can be chosen again, also in the next window. */
static void
test_saved (void)
{
  DossierWindow *window = open_bundled ();
  DossierFilter *filter = dossier_view_get_filter (dossier_window_get_view (window));
  GtkWidget *menu = driver_find_child (GTK_WIDGET (window), DOSSIER_TYPE_SAVED_FILTERS_MENU);
  GtkWidget *entry = driver_find_child (menu, GTK_TYPE_ENTRY);
  GtkWidget *list;

  dossier_filter_set_chosen (filter, DOSSIER_FACET_STATUS, DOSSIER_STATUS_ALLEGED, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), "What is alleged");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (dossier_saved_filters_menu_has_any (DOSSIER_SAVED_FILTERS_MENU (menu)));
  close_window (window);

  window = open_bundled ();
  filter = dossier_view_get_filter (dossier_window_get_view (window));
  menu = driver_find_child (GTK_WIDGET (window), DOSSIER_TYPE_SAVED_FILTERS_MENU);
  g_assert_true (gtk_widget_get_mapped (menu));
  g_assert_true (dossier_filter_is_empty (filter));
  list = driver_find_child (driver_find_child (menu, GTK_TYPE_POPOVER), GTK_TYPE_VIEWPORT);
  click (driver_find_child (list, GTK_TYPE_BUTTON));
  g_assert_true (dossier_filter_get_chosen (filter, DOSSIER_FACET_STATUS, DOSSIER_STATUS_ALLEGED));
  close_window (window);
}

/* With nothing shown, the advice brings back as much as it says. */
static void
test_advice (void)
{
  DossierWindow *window = open_bundled ();
  DossierFilter *filter = dossier_view_get_filter (dossier_window_get_view (window));
  GtkWidget *advice = driver_find_child (GTK_WIDGET (window), DOSSIER_TYPE_EMPTY_ADVICE);
  int n_promised;

  g_assert_false (gtk_widget_get_mapped (advice));
  dossier_filter_set_chosen (filter, DOSSIER_FACET_KIND, 0, TRUE);
  dossier_filter_set_words (filter, "nobody says this");
  wait_for_label (window, "Nothing Is Shown");
  g_assert_true (gtk_widget_get_mapped (advice));
  n_promised = dossier_filter_get_n_without (filter, dossier_filter_advise (filter));
  g_assert_cmpint (n_promised, >, 0);

  show_page (window, "question");
  g_assert_false (gtk_widget_get_mapped (advice));
  show_page (window, "explore");
  click (find_button (advice, "Drop “Words"));
  driver_settle (200);
  g_assert_cmpint (dossier_filter_get_n_shown (filter), ==, n_promised);
  g_assert_false (gtk_widget_get_mapped (advice));
  close_window (window);
}

/* A dossier without hypotheses and reactions says so. */
static void
test_nothing_to_weigh (void)
{
  DossierWindow *window = open_bundled ();
  DossierView *view = dossier_window_get_view (window);
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  int descriptor = g_file_open_tmp ("XXXXXX.dossier", &path, NULL);

  g_close (descriptor, NULL);
  g_assert_true (g_file_set_contents (path, "{\"dossier\":1,\"title\":\"A small one\",\"events\":[{\"id\":\"e\",\"title\":\"E\"}]}", -1, NULL));
  file = g_file_new_for_path (path);
  dossier_window_open (window, file);
  for (int i = 0; i < 100 && dossier_window_get_view (window) == view; i++)
    driver_settle (50);

  show_page (window, "question");
  wait_for_label (window, "Nothing to Weigh");
  show_page (window, "reactions");
  wait_for_label (window, "No Reactions");
  g_assert_cmpint (g_remove (path), ==, 0);
  close_window (window);
}

#define QUOTES "{\"dossier\":1,\"title\":\"Quotes\",\"events\":[{\"id\":\"e\",\"title\":\"E\",\"quotes\":[\"here\",\"gone\",\"lost\",\"lost-too\"]}]," \
               "\"sources\":[{\"id\":\"a\",\"csl\":{\"type\":\"webpage\",\"title\":\"A\"},\"file\":\"a.txt\"},{\"id\":\"b\",\"csl\":{\"type\":\"webpage\",\"title\":\"B\"},\"file\":\"b.txt\"}]," \
               "\"quotes\":[{\"id\":\"here\",\"source\":\"a\",\"exact\":\"the words\"},{\"id\":\"gone\",\"source\":\"a\",\"exact\":\"other words\"}," \
               "{\"id\":\"lost\",\"source\":\"b\",\"exact\":\"lost\"},{\"id\":\"lost-too\",\"source\":\"b\",\"exact\":\"too\"}]}"

static int
count_labels (GtkWidget *widget, const char *text)
{
  int n = says (widget, text) && gtk_widget_get_mapped (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_labels (child, text);

  return n;
}

/* A quote that does not stand in its text says so; that there is no text to look in is said once for all of them. */
static void
test_fit (void)
{
  DossierWindow *window = open_bundled ();
  DossierView *view = dossier_window_get_view (window);
  g_autofree char *folder = g_dir_make_tmp ("XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "quotes.dossier", NULL);
  g_autofree char *text = g_build_filename (folder, "a.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *details;

  g_assert_true (g_file_set_contents (path, QUOTES, -1, NULL));
  g_assert_true (g_file_set_contents (text, "Here stand the words.", -1, NULL));
  dossier_window_open (window, file);
  for (int i = 0; i < 100 && dossier_window_get_view (window) == view; i++)
    driver_settle (50);
  view = dossier_window_get_view (window);
  dossier_view_select (view, dossier_document_lookup (dossier_view_get_document (view), "e"));

  wait_for_label (window, "Not in the Text");
  details = driver_find_child (GTK_WIDGET (window), DOSSIER_TYPE_DETAILS);
  g_assert_cmpint (count_labels (details, "Not in the Text"), ==, 1);
  g_assert_cmpint (count_labels (details, "Not verified: the text of the source is not at hand"), ==, 1);
  g_assert_cmpint (count_labels (details, "In Context"), ==, 1);

  g_assert_cmpint (g_remove (path) | g_remove (text) | g_rmdir (folder), ==, 0);
  close_window (window);
}

/* What is selected while the table is not seen is in sight when it is. */
static void
test_table_unseen (void)
{
  DossierWindow *window = open_bundled ();
  DossierView *view = dossier_window_get_view (window);
  DossierFilter *filter = dossier_view_get_filter (view);
  GtkWidget *details = driver_find_child (GTK_WIDGET (window), DOSSIER_TYPE_DETAILS);
  g_autofree char *title = NULL;
  GtkWidget *label;

  show_page (window, "table");
  show_page (window, "explore");
  dossier_filter_set_words (filter, "nobody has said this");
  driver_settle (400);
  dossier_filter_set_words (filter, "Kim");
  driver_settle (400);
  dossier_filter_set_words (filter, "");
  for (int i = 0; i < 40; i += 3)
    {
      dossier_view_select (view, (DossierRef){ DOSSIER_RECORD_EVENT, i });
      driver_settle (150);
    }

  title = dossier_document_dup_title (dossier_view_get_document (view), dossier_view_get_selection (view), NULL);
  gtk_widget_set_visible (details, FALSE);
  show_page (window, "table");
  label = find_label (GTK_WIDGET (window), title);
  g_assert_nonnull (label);
  g_assert_nonnull (gtk_widget_get_ancestor (label, GTK_TYPE_COLUMN_VIEW));
  close_window (window);
}

/* Of every box in the details whose rows are below each other, the last ends where the box does: neither is there a gap, nor do
 * they lie on what follows. (Words beside a sign may be lower than it is.) */
static void
assert_filled (GtkWidget *widget, const char *title)
{
  GtkWidget *last = gtk_widget_get_last_child (widget);
  graphene_rect_t bounds;
  double end;

  while (last != NULL && !gtk_widget_get_mapped (last))
    last = gtk_widget_get_prev_sibling (last);

  if (last != NULL && GTK_IS_BOX (widget) && gtk_widget_has_css_class (widget, "vertical") && !gtk_widget_has_css_class (widget, "content") && !GTK_IS_GRID (gtk_widget_get_parent (widget)))
    {
      g_assert_true (gtk_widget_compute_bounds (last, widget, &bounds));
      end = bounds.origin.y + bounds.size.height + gtk_widget_get_margin_bottom (last);
      if (fabs (end - gtk_widget_get_height (widget)) > 1)
        g_error ("of \"%s\", a box of %d pixels has something in it down to %g", title, gtk_widget_get_height (widget), end);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child))
      assert_filled (child, title);
}

/* A page of the details is filled frame by frame. */
static void
test_details (void)
{
  static const DossierRecord types[] = { DOSSIER_RECORD_EVENT, DOSSIER_RECORD_ACTOR };
  DossierWindow *window = open_bundled ();
  DossierView *view = dossier_window_get_view (window);
  DossierDocument *document = dossier_view_get_document (view);

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    for (int index = 0; index < 16; index++)
      {
        DossierRef ref = { types[i], index };
        g_autofree char *title = dossier_document_dup_title (document, ref, NULL);

        dossier_view_select (view, ref);
        driver_settle (400);
        assert_filled (driver_find_child (GTK_WIDGET (window), DOSSIER_TYPE_DETAILS), title);
      }

  close_window (window);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/evidence/pages", test_pages);
  g_test_add_func ("/evidence/export", test_export);
  g_test_add_func ("/evidence/level-off", test_level_off);
  g_test_add_func ("/evidence/enter-row", test_enter_row);
  g_test_add_func ("/evidence/open-quotes", test_open_quotes);
  g_test_add_func ("/evidence/filtered-away", test_filtered_away);
  g_test_add_func ("/evidence/explanation", test_explanation);
  g_test_add_func ("/evidence/chips", test_chips);
  g_test_add_func ("/evidence/advice", test_advice);
  g_test_add_func ("/evidence/nothing-to-weigh", test_nothing_to_weigh);
  g_test_add_func ("/evidence/fit", test_fit);
  g_test_add_func ("/evidence/details", test_details);
  g_test_add_func ("/evidence/table-unseen", test_table_unseen);
  g_test_add_func ("/evidence/saved", test_saved);

  return g_test_run ();
}
