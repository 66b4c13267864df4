/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-event-table.h"

#include "model/dossier-event-list.h"
#include "widgets/dossier-column-fit.h"

#include "driver.h"

#include <string.h>

typedef struct
{
  DossierWindow *window;
  DossierView *view;
  DossierEventTable *table;
  GtkColumnView *rows;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = driver_open_bundled (1400, 860);
  fixture->view = dossier_window_get_view (fixture->window);
  fixture->table = DOSSIER_EVENT_TABLE (driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_EVENT_TABLE));
  fixture->rows = GTK_COLUMN_VIEW (driver_find_child (GTK_WIDGET (fixture->table), GTK_TYPE_COLUMN_VIEW));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "page", g_variant_new_string ("table"));
  driver_run_for (500);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->table)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  driver_close (fixture->window);
}

static int
get_event (Fixture *fixture, guint position)
{
  g_autoptr (DossierEventItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (fixture->rows)), position);

  return dossier_event_item_get_event (item);
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (fixture->rows)));
}

static gboolean
is_row_selected (Fixture *fixture, int event)
{
  for (guint i = 0; i < count_rows (fixture); i++)
    if (get_event (fixture, i) == event)
      return gtk_selection_model_is_selected (gtk_column_view_get_model (fixture->rows), i);

  return FALSE;
}

/* The place of the n-th row, on the screen: the header and rows before it are above. */
static void
click_row (Fixture *fixture, int nth, const char *modifier)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (fixture->rows));
  GtkWidget *row = gtk_widget_get_first_child (list);

  for (int i = 0; i < nth; i++)
    row = gtk_widget_get_next_sibling (row);
  driver_move_to (row, 60, gtk_widget_get_height (row) / 2.0);
  if (modifier != NULL)
    driver_xdotool ("keydown", modifier, NULL);
  driver_xdotool ("click", "1", NULL);
  if (modifier != NULL)
    driver_xdotool ("keyup", modifier, NULL);
  driver_run_for (400);
}

/* What is selected in one view is selected in the other. */
static void
test_selection (Fixture *fixture, gconstpointer data)
{
  DossierRef summit = dossier_document_lookup (dossier_view_get_document (fixture->view), "event-vostochny-summit");
  int both[] = { get_event (fixture, 3), get_event (fixture, 40) };
  int n;

  click_row (fixture, 2, NULL);
  g_assert_cmpint (dossier_view_get_selection (fixture->view).type, ==, DOSSIER_RECORD_EVENT);
  g_assert_cmpint (dossier_view_get_selection (fixture->view).index, ==, get_event (fixture, 2));
  click_row (fixture, 4, "ctrl");
  dossier_view_get_events (fixture->view, &n);
  g_assert_cmpint (n, ==, 2);
  g_assert_true (dossier_view_is_selected (fixture->view, get_event (fixture, 4)));
  g_assert_true (driver_has_label (GTK_WIDGET (fixture->window), "2 events selected"));
  driver_xdotool ("key", "shift+Down", NULL);
  driver_run_for (200);
  g_assert_true (dossier_view_is_selected (fixture->view, get_event (fixture, 5)));
  driver_xdotool ("key", "Escape", NULL);
  driver_run_for (200);
  g_assert_false (dossier_view_has_selection (fixture->view));

  dossier_view_select (fixture->view, summit);
  driver_run_for (200);
  g_assert_true (is_row_selected (fixture, summit.index));
  dossier_view_select_events (fixture->view, both, G_N_ELEMENTS (both));
  driver_run_for (200);
  g_assert_true (is_row_selected (fixture, both[0]) && is_row_selected (fixture, both[1]));
  g_assert_false (is_row_selected (fixture, summit.index));
  dossier_view_select (fixture->view, DOSSIER_REF_NONE);
  g_assert_false (is_row_selected (fixture, both[0]));
}

static GtkWidget *
get_heading (Fixture *fixture, int nth)
{
  GtkWidget *heading = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (fixture->rows)));

  for (int i = 0; i < nth; i++)
    heading = gtk_widget_get_next_sibling (heading);

  return heading;
}

/* An order that the rows shall be in. */
typedef struct
{
  Fixture *fixture;
  const int *order;
  gboolean backward;
} Order;

static gboolean
is_in_order (gpointer data)
{
  const Order *order = data;
  guint n = count_rows (order->fixture);

  for (guint i = 0; i < n; i++)
    if (get_event (order->fixture, i) != order->order[order->backward ? n - 1 - i : i])
      return FALSE;

  return TRUE;
}

/* Where a heading stood, to see whether it rests: what is selected opens a pane beside the table. */
typedef struct
{
  GtkWidget *heading;
  double x;
  gint64 since;
} Rest;

static gboolean
is_at_rest (gpointer data)
{
  Rest *rest = data;
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (rest->heading));
  double x, y;

  g_assert_true (gtk_widget_translate_coordinates (rest->heading, root, gtk_widget_get_width (rest->heading) / 2.0, 0, &x, &y));
  if (x != rest->x)
    rest->since = g_get_monotonic_time ();
  rest->x = x;

  return g_get_monotonic_time () - rest->since > G_USEC_PER_SEC / 2;
}

static void
click_heading (Fixture *fixture, int nth)
{
  Rest rest = { get_heading (fixture, nth), -1, 0 };

  driver_wait_for (is_at_rest, &rest);
  driver_click (rest.heading);
}

/* A click on a heading puts in order, a second the other way round; the selection stays, and stays in sight. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  DossierDocument *document = dossier_view_get_document (fixture->view);
  g_autofree int *by_title = dossier_event_column_order (document, DOSSIER_EVENT_COLUMN_TITLE, NULL);
  g_autofree int *by_date = dossier_event_column_order (document, DOSSIER_EVENT_COLUMN_DATE, NULL);
  guint n = count_rows (fixture);
  int selected = get_event (fixture, 1);

  for (guint i = 0; i < n; i++)
    g_assert_cmpint (get_event (fixture, i), ==, by_date[i]);

  click_row (fixture, 1, NULL);
  click_heading (fixture, DOSSIER_EVENT_COLUMN_TITLE);
  driver_wait_for (is_in_order, &(Order){ fixture, by_title, FALSE });
  g_assert_cmpint (dossier_view_get_selection (fixture->view).index, ==, selected);
  g_assert_true (is_row_selected (fixture, selected));

  click_heading (fixture, DOSSIER_EVENT_COLUMN_TITLE);
  driver_wait_for (is_in_order, &(Order){ fixture, by_title, TRUE });
}

/* Rows come by and by. */
static gboolean
shows_what_is_kept (gpointer data)
{
  Fixture *fixture = data;

  return (int) count_rows (fixture) == dossier_filter_get_n_shown (dossier_view_get_filter (fixture->view));
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  DossierFilter *filter = dossier_view_get_filter (fixture->view);
  guint n;

  driver_wait_for (shows_what_is_kept, fixture);
  n = count_rows (fixture);
  click_row (fixture, 0, NULL);
  dossier_filter_set_chosen (filter, DOSSIER_FACET_KIND, 1, TRUE);
  driver_run_for (200);
  driver_wait_for (shows_what_is_kept, fixture);
  g_assert_cmpint (count_rows (fixture), <, n);
  for (guint i = 0; i < count_rows (fixture); i++)
    g_assert_true (dossier_filter_shows (filter, get_event (fixture, i)));

  dossier_filter_set_words (filter, "nothingofthekind");
  driver_run_for (200);
  driver_wait_for (shows_what_is_kept, fixture);
  g_assert_cmpint (count_rows (fixture), ==, 0);
  g_assert_true (driver_has_label (GTK_WIDGET (fixture->window), "No Events Shown"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.clear-filters", NULL);
  driver_run_for (200);
  driver_wait_for (shows_what_is_kept, fixture);
  g_assert_cmpint (count_rows (fixture), ==, n);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_read (gpointer data)
{
  return *(char **) data != NULL;
}

/* The selected rows, in the order of the table, go to the clipboard as a table. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copied = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *id = dossier_document_dup_id (dossier_view_get_document (fixture->view), (DossierRef){ DOSSIER_RECORD_EVENT, get_event (fixture, 1) });

  click_row (fixture, 1, NULL);
  click_row (fixture, 3, "shift");
  driver_xdotool ("key", "ctrl+c", NULL);
  driver_run_for (200);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (fixture->table)), NULL, read_cb, &copied);
  driver_wait_for (is_read, &copied);
  lines = g_strsplit (copied, "\n", -1);
  g_assert_cmpint (g_strv_length (lines), ==, 5);
  g_assert_true (g_str_has_prefix (lines[0], "Id\tEDTF\tDate\tEvent\t"));
  g_assert_true (g_str_has_prefix (lines[1], id));
  g_assert_true (driver_has_label (GTK_WIDGET (fixture->window), "3 events copied as a table"));
}

/* Return shows the event in the timeline. */
static void
test_activate (Fixture *fixture, gconstpointer data)
{
  int event = get_event (fixture, 2);

  click_row (fixture, 2, NULL);
  driver_xdotool ("key", "Return", NULL);
  driver_run_for (400);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->table)));
  g_assert_cmpint (dossier_view_get_selection (fixture->view).index, ==, event);
}

/* How many labels below @widget are cut. */
static int
count_cut (GtkWidget *widget)
{
  int n = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_cut (child);

  return n;
}

/* No column is cut where the table ends, and no date in its cell. */
static void
assert_fits (Fixture *fixture)
{
  GListModel *columns = gtk_column_view_get_columns (fixture->rows);
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (fixture->rows));
  int room = (int) gtk_adjustment_get_page_size (adjustment);
  gboolean ends_there = FALSE;
  int width = 0;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      width += gtk_column_view_column_get_fixed_width (column);
      ends_there |= width == room;
    }
  g_assert_true (ends_there);
  g_assert_cmpint ((int) gtk_adjustment_get_upper (adjustment), ==, MAX (width, room));

  for (GtkWidget *row = gtk_widget_get_first_child (gtk_widget_get_last_child (GTK_WIDGET (fixture->rows))); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_first_child (row) != NULL)
      g_assert_cmpint (count_cut (gtk_widget_get_first_child (row)), ==, 0);
}

static void
test_fit (Fixture *fixture, gconstpointer data)
{
  static const int sizes[] = { 1400, 900, 1200 };
  GListModel *columns = gtk_column_view_get_columns (fixture->rows);
  g_autoptr (GtkColumnViewColumn) date = g_list_model_get_item (columns, 0);
  g_autoptr (GtkColumnViewColumn) title = g_list_model_get_item (columns, 1);
  int before;

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), sizes[i], 860);
      driver_settle (300);
      assert_fits (fixture);
    }

  /* What a person has set stays. */
  before = gtk_column_view_column_get_fixed_width (title);
  gtk_column_view_column_set_fixed_width (date, 120);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 860);
  driver_settle (300);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (date), ==, 120);
  g_assert_cmpint (gtk_column_view_column_get_fixed_width (title), ==, before);
}

static void
test_find_width (void)
{
  static const struct
  {
    int room;
    int width;
  } cases[] = {
    /* All fit; the last does not; only the one before does; not even that. */
    { 1000, 550 },
    { 650, 200 },
    { 649, 349 },
    { 500, 200 },
    { 499, 399 },
    { 300, 200 },
    { 100, 200 },
  };
  static const int widths[] = { 100, -1, 200, 150 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (dossier_column_fit_find (widths, G_N_ELEMENTS (widths), 1, 200, cases[i].room), ==, cases[i].width);
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

  add ("/table/selection", test_selection);
  add ("/table/order", test_order);
  add ("/table/filter", test_filter);
  add ("/table/copy", test_copy);
  add ("/table/activate", test_activate);
  add ("/table/fit", test_fit);
  g_test_add_func ("/table/find-width", test_find_width);

  return g_test_run ();
}
