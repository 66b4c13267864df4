/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-range-text.h"
#include "widgets/dossier-overview-view.h"
#include "widgets/dossier-timeline-view-private.h"
#include "window/dossier-application.h"
#include "window/dossier-chooser.h"
#include "window/dossier-date-filter.h"
#include "window/dossier-filter-bar.h"
#include "window/dossier-range-popover.h"

#include "driver.h"

#include <math.h>

/* What helps to get about: typed dates, the overview, the command palette, the search. */
typedef struct
{
  DossierWindow *window;
  DossierView *view;
  DossierTimelineView *timeline;
} Fixture;

static gboolean
is_laid_out (gpointer timeline)
{
  return dossier_timeline_view_get_viewport (timeline) != NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = driver_open_bundled (1400, 860);
  fixture->view = dossier_window_get_view (fixture->window);
  fixture->timeline = DOSSIER_TIMELINE_VIEW (driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_TIMELINE_VIEW));
  driver_wait_for (is_laid_out, fixture->timeline);
  driver_run_for (300);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  driver_close (fixture->window);
}

static void
press (const char *key)
{
  driver_xdotool ("key", key, NULL);
  driver_run_for (500);
}

static void
get_range (Fixture *fixture, gint64 *first, gint64 *last)
{
  dossier_time_viewport_get_range (dossier_timeline_view_get_viewport (fixture->timeline), first, last);
}

/* What is typed is shown, but for a margin; brushed only if that is asked for. What is wrong changes nothing. */
static void
test_range (Fixture *fixture, gconstpointer data)
{
  GtkWidget *popover = driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_RANGE_POPOVER);
  DossierTimeViewport before;
  gint64 first, last, begin, end;
  double length;

  press ("ctrl+l");
  g_assert_true (gtk_widget_get_mapped (popover));
  driver_type ("May to November 2023");
  g_assert_true (driver_has_label (popover, "May–November 2023"));
  press ("Return");
  g_assert_false (gtk_widget_get_mapped (popover));
  get_range (fixture, &first, &last);
  g_assert_true (dossier_range_read ("2023-05/2023-11", &begin, &end, NULL));
  length = (double) (end - begin);
  g_assert_cmpfloat ((double) (begin - first), >=, 0);
  g_assert_cmpfloat ((double) (begin - first), <, length * 0.3);
  g_assert_cmpfloat ((double) (last - end), >=, 0);
  g_assert_cmpfloat ((double) (last - end), <, length * 0.3);
  g_assert_false (dossier_view_get_brush (fixture->view, NULL, NULL));

  before = *dossier_timeline_view_get_viewport (fixture->timeline);
  press ("ctrl+l");
  driver_type ("31 June 2023");
  press ("Return");
  g_assert_true (gtk_widget_get_mapped (popover));
  g_assert_true (dossier_time_viewport_equal (&before, dossier_timeline_view_get_viewport (fixture->timeline)));

  press ("ctrl+a");
  driver_type ("2024-01-16");
  driver_click (driver_find_child (popover, GTK_TYPE_CHECK_BUTTON));
  driver_click (gtk_widget_get_next_sibling (driver_find_child (popover, GTK_TYPE_CHECK_BUTTON)));
  driver_run_for (500);
  g_assert_true (dossier_view_get_brush (fixture->view, &begin, &end));
  g_assert_cmpint (end - begin, ==, 86400 - 1);
}

static void
drag (GtkWidget *widget, double from, double to)
{
  double y = gtk_widget_get_height (widget) / 2.0;

  driver_move_to (widget, from, y);
  driver_xdotool ("mousedown", "1", NULL);
  for (int i = 1; i <= 4; i++)
    driver_move_to (widget, from + (to - from) * i / 4, y);
  driver_run_for (150);
  driver_xdotool ("mouseup", "1", NULL);
  driver_run_for (500);
}

/* The window can be moved, made wider, drawn anew and steered by keys. */
static void
test_overview (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overview = driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_OVERVIEW_VIEW);
  double width = gtk_widget_get_width (overview);
  const DossierTimeViewport *viewport = dossier_timeline_view_get_viewport (fixture->timeline);
  double seconds;
  gint64 first, last, first_before, last_before;

  /* Drawn anew, far to the left; then what is shown begins before what was. */
  get_range (fixture, &first_before, &last_before);
  drag (overview, 20, 120);
  get_range (fixture, &first, &last);
  g_assert_cmpint (last, <, last_before);
  g_assert_cmpint (first, <, first_before);
  seconds = viewport->seconds_per_pixel;

  /* A double click shows all. */
  driver_move_to (overview, width - 30, 20);
  driver_xdotool ("click", "--repeat", "2", "--delay", "60", "1", NULL);
  driver_run_for (600);
  g_assert_cmpfloat (viewport->seconds_per_pixel, >, seconds * 3);

  /* Back to a part, then by keys: move, and move the end. */
  dossier_timeline_view_show_span (fixture->timeline, last_before - 200 * 86400, last_before);
  driver_run_for (500);
  gtk_widget_grab_focus (overview);
  get_range (fixture, &first_before, &last_before);
  press ("Left");
  get_range (fixture, &first, &last);
  g_assert_cmpint (first, <, first_before);
  g_assert_cmpint (ABS ((last - first) - (last_before - first_before)), <, 2 * 86400);
  first_before = first;
  last_before = last;
  press ("shift+Left");
  get_range (fixture, &first, &last);
  g_assert_cmpint (last, <, last_before);
  g_assert_cmpint (ABS (first - first_before), <, 5 * 86400);
  seconds = viewport->seconds_per_pixel;
  press ("Up");
  g_assert_cmpfloat (viewport->seconds_per_pixel, >, seconds);
  seconds = viewport->seconds_per_pixel;
  press ("Down");
  g_assert_cmpfloat (viewport->seconds_per_pixel, <, seconds);
}

/* Commands are found by letters of their names, and given. */
static void
test_palette (Fixture *fixture, gconstpointer data)
{
  GtkWidget *chooser = driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_CHOOSER);
  double seconds = dossier_timeline_view_get_viewport (fixture->timeline)->seconds_per_pixel;

  press ("ctrl+shift+p");
  g_assert_true (gtk_widget_get_mapped (chooser));
  g_assert_true (driver_has_label (chooser, "Search"));
  g_assert_true (driver_has_label (chooser, "Ctrl+F"));
  /* Nothing is filtered: there is nothing to clear. */
  driver_type ("clear the filters");
  g_assert_true (driver_has_label (chooser, "Nothing of that name"));
  press ("ctrl+a");
  driver_type ("zoin");
  g_assert_true (driver_has_label (chooser, "Zoom in"));
  press ("Return");
  g_assert_false (gtk_widget_get_mapped (chooser));
  g_assert_cmpfloat (dossier_timeline_view_get_viewport (fixture->timeline)->seconds_per_pixel, <, seconds);

  press ("ctrl+shift+p");
  driver_type ("table");
  press ("Return");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->timeline)));
  /* What the pointer rests on is not what is chosen by the keys. */
  press ("ctrl+shift+p");
  driver_move_to (chooser, 200, 220);
  driver_type ("zout");
  seconds = dossier_timeline_view_get_viewport (fixture->timeline)->seconds_per_pixel;
  press ("Return");
  g_assert_cmpfloat (dossier_timeline_view_get_viewport (fixture->timeline)->seconds_per_pixel, >, seconds);

  press ("ctrl+shift+p");
  driver_type ("timeline and map");
  driver_move_to (chooser, 200, 84);
  driver_xdotool ("click", "1", NULL);
  driver_run_for (500);
  g_assert_false (gtk_widget_get_mapped (chooser));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->timeline)));

  press ("ctrl+shift+p");
  press ("Escape");
  g_assert_false (gtk_widget_get_mapped (chooser));
}

/* One goes to an actor or a lane in the same way. */
static void
test_go_to (Fixture *fixture, gconstpointer data)
{
  DossierDocument *document = dossier_view_get_document (fixture->view);

  press ("ctrl+p");
  driver_type ("lavr");
  press ("Return");
  g_assert_cmpint (dossier_view_get_selection (fixture->view).type, ==, DOSSIER_RECORD_ACTOR);
  g_assert_cmpstr (dossier_text_get (&dossier_document_get_actor (document, dossier_view_get_selection (fixture->view).index)->name, NULL), ==, "Sergei Lavrov");

  press ("ctrl+p");
  driver_type ("space te");
  press ("Return");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (fixture->timeline)));
  g_assert_cmpint (fixture->timeline->focused, >=, 0);
  g_assert_cmpstr (dossier_text_get (&dossier_document_get_kind (document, dossier_events_get_kind (dossier_document_get_events (document), fixture->timeline->focused))->label, NULL), ==, "Space & technology");
}

/* Return goes to the first hit and on to the next, Shift and Return back; both go round. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  DossierRef first, second;

  press ("ctrl+f");
  driver_type ("satellite");
  driver_run_for (500);
  press ("Return");
  first = dossier_view_get_selection (fixture->view);
  g_assert_true (dossier_ref_is_set (first));
  press ("Return");
  second = dossier_view_get_selection (fixture->view);
  g_assert_false (dossier_ref_equal (first, second));
  press ("shift+Return");
  g_assert_true (dossier_ref_equal (first, dossier_view_get_selection (fixture->view)));
  press ("shift+Return");
  g_assert_false (dossier_ref_equal (first, dossier_view_get_selection (fixture->view)));
  g_assert_false (dossier_ref_equal (second, dossier_view_get_selection (fixture->view)));
  press ("Return");
  g_assert_true (dossier_ref_equal (first, dossier_view_get_selection (fixture->view)));

  press ("alt+Left");
  g_assert_false (dossier_ref_equal (first, dossier_view_get_selection (fixture->view)));
  press ("alt+Right");
  g_assert_true (dossier_ref_equal (first, dossier_view_get_selection (fixture->view)));
}

static gboolean
is_wrong (gpointer entry)
{
  return gtk_widget_has_css_class (entry, "error");
}

/* Dates that are typed are filtered by once Enter is pressed, and what is filtered by from elsewhere can be read. */
static void
test_date_filter (Fixture *fixture, gconstpointer data)
{
  GtkWidget *dates = driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_DATE_FILTER);
  GtkWidget *bar = driver_find_child (GTK_WIDGET (fixture->window), DOSSIER_TYPE_FILTER_BAR);
  GtkWidget *entry = driver_find_child (dates, GTK_TYPE_ENTRY);
  GtkWidget *clear = driver_find_child (dates, GTK_TYPE_BUTTON);
  DossierFilter *filter = dossier_view_get_filter (fixture->view);
  gint64 begin, end, first, last;
  int n_shown;

  driver_click (entry);
  driver_type ("May to November 2023");
  g_assert_true (driver_has_label (dates, "May–November 2023: press Enter to filter"));
  g_assert_false (dossier_filter_get_dates (filter, NULL, NULL));
  press ("Return");
  g_assert_true (driver_has_label (dates, "May–November 2023"));
  g_assert_true (driver_has_label (bar, "Dates: May–Nov 2023"));
  g_assert_true (dossier_range_read ("2023-05/2023-11", &first, &last, NULL));
  g_assert_true (dossier_filter_get_dates (filter, &begin, &end));
  g_assert_cmpint (begin, ==, first);
  g_assert_cmpint (end, ==, last);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "May to November 2023");
  n_shown = dossier_filter_get_n_shown (filter);

  /* What is wrong is said once the typing rests, and changes nothing; Escape brings back what is filtered by. */
  press ("ctrl+a");
  driver_type ("31 June 2023");
  driver_wait_for (is_wrong, entry);
  g_assert_true (gtk_widget_has_css_class (driver_find_child (dates, GTK_TYPE_LABEL), "facet-heading"));
  press ("Return");
  g_assert_true (is_wrong (entry));
  g_assert_cmpint (dossier_filter_get_n_shown (filter), ==, n_shown);
  press ("Escape");
  g_assert_false (is_wrong (entry));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2023-05/2023-11");

  press ("ctrl+a");
  driver_type ("2024/2023");
  press ("Return");
  g_assert_true (driver_has_label (dates, "it ends before it begins"));

  /* From elsewhere: set, dropped with its chip, and set with an open end. */
  g_assert_true (dossier_range_read ("2024-01-16", &first, &last, NULL));
  dossier_filter_set_dates (filter, first, last);
  driver_run_for (100);
  g_assert_false (is_wrong (entry));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2024-01-16");
  g_assert_true (driver_has_label (dates, "16 January 2024"));
  dossier_filter_unset_dates (filter);
  driver_run_for (100);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_false (gtk_widget_get_sensitive (clear));

  driver_click (entry);
  driver_type ("2024/..");
  press ("Return");
  g_assert_true (dossier_filter_get_dates (filter, NULL, &end));
  g_assert_cmpint (end, ==, DOSSIER_TIME_MAX);

  /* Half typed, another filter leaves it alone. */
  press ("ctrl+a");
  driver_type ("Sept");
  dossier_filter_set_chosen (filter, DOSSIER_FACET_KIND, 0, TRUE);
  driver_run_for (100);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Sept");

  driver_click (clear);
  g_assert_false (dossier_filter_get_dates (filter, NULL, NULL));
  g_assert_cmpint (dossier_filter_get_n_chosen (filter, DOSSIER_FACET_KIND), ==, 1);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_false (is_wrong (entry));
}

static gboolean
opens_main_menu (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_primary (GTK_MENU_BUTTON (widget));
}

/* A button that says what it opens does not say so over what it has opened. */
static void
test_menu (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = driver_find (GTK_WIDGET (fixture->window), opens_main_menu, NULL);
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));

  g_assert_true (gtk_widget_get_has_tooltip (button));
  driver_click (button);
  driver_run_for (300);
  g_assert_true (gtk_widget_get_mapped (popover));
  g_assert_false (gtk_widget_get_has_tooltip (button));
  press ("Escape");
  g_assert_false (gtk_widget_get_mapped (popover));
  g_assert_true (gtk_widget_get_has_tooltip (button));
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

  add ("/tools/range", test_range);
  add ("/tools/date-filter", test_date_filter);
  add ("/tools/overview", test_overview);
  add ("/tools/palette", test_palette);
  add ("/tools/go-to", test_go_to);
  add ("/tools/search", test_search);
  add ("/tools/menu", test_menu);

  return g_test_run ();
}
