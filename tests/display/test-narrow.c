/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "driver.h"

#include "model/dossier-calendar.h"
#include "widgets/dossier-map-view.h"

/* The window of a telephone, in pixels. */
#define LEAST_WIDTH 360

/* Buttons that are linked share the border between them, in pixels. */
#define BORDER 1

static int
measure (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

/* What makes it so wide: down to the widget whose children all have room. */
static void
explain (GtkWidget *widget, int depth)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && !GTK_IS_NATIVE (child) && measure (child) > LEAST_WIDTH)
      {
        g_test_message ("%*s%s %s: %d", depth * 2, "", G_OBJECT_TYPE_NAME (child), gtk_widget_get_css_name (child), measure (child));
        explain (child, depth + 1);
      }
}

static void
test_pages (void)
{
  static const char *const pages[] = { "explore", "table", "reactions", "question" };
  DossierWindow *window = driver_open_bundled (LEAST_WIDTH, 640);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));

      gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", pages[i]);
      driver_settle (300);
      g_test_message ("%s: %d wide", pages[i], measure (content));
      if (measure (content) > LEAST_WIDTH)
        explain (content, 1);
      g_assert_cmpint (measure (content), <=, LEAST_WIDTH);
      g_assert_cmpint (gtk_widget_get_width (content), ==, LEAST_WIDTH);
    }

  driver_close (window);
}

/* What can be clicked or dragged in a widget and its children. */
static void
collect_tools (GtkWidget *widget, GPtrArray *tools)
{
  if (!gtk_widget_get_mapped (widget) || GTK_IS_NATIVE (widget))
    return;

  if (GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_SCALE (widget))
    {
      g_ptr_array_add (tools, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_tools (child, tools);
}

/* Every tool that lies over the map lies within it, beside the others, and is what the pointer finds there. */
static void
check_tools (GtkWidget *overlay, int least_tools)
{
  g_autoptr (GPtrArray) tools = g_ptr_array_new ();
  graphene_rect_t room = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (overlay), gtk_widget_get_height (overlay));

  for (GtkWidget *child = gtk_widget_get_first_child (overlay); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_tools (child, tools);
  g_assert_cmpuint (tools->len, >=, least_tools);

  for (guint i = 0; i < tools->len; i++)
    {
      GtkWidget *tool = tools->pdata[i];
      graphene_rect_t bounds, other, both;
      GtkWidget *found;

      g_assert_true (gtk_widget_compute_bounds (tool, overlay, &bounds));
      if (!graphene_rect_contains_rect (&room, &bounds))
        g_error ("%s at %g, %g, %g wide, lies beside the map", G_OBJECT_TYPE_NAME (tool), bounds.origin.x, bounds.origin.y, bounds.size.width);
      for (guint j = 0; j < i; j++)
        {
          g_assert_true (gtk_widget_compute_bounds (tools->pdata[j], overlay, &other));
          if (graphene_rect_intersection (&bounds, &other, &both) && both.size.width > BORDER && both.size.height > BORDER)
            g_error ("%s at %g, %g lies on %s", G_OBJECT_TYPE_NAME (tool), bounds.origin.x, bounds.origin.y, G_OBJECT_TYPE_NAME (tools->pdata[j]));
        }

      found = gtk_widget_pick (overlay, bounds.origin.x + bounds.size.width / 2, bounds.origin.y + bounds.size.height / 2, GTK_PICK_DEFAULT);
      g_assert_true (found == tool || (found != NULL && gtk_widget_is_ancestor (found, tool)));
    }
}

/* Whatever time the map shows: a day has a scale, a span a button of its own. */
static void
test_map_tools (gconstpointer data)
{
  int width = GPOINTER_TO_INT (data);
  DossierWindow *window = driver_open_bundled (width, 640);
  DossierView *view = dossier_window_get_view (window);
  GtkWidget *map = driver_find_child (GTK_WIDGET (window), DOSSIER_TYPE_MAP_VIEW);
  GtkWidget *overlay = gtk_widget_get_parent (map);
  gint64 begin = dossier_calendar_to_seconds (dossier_calendar_to_days (2023, 9, 12), 0);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.centre", "s", "map");
  driver_settle (300);
  check_tools (overlay, 9);
  /* What is not a tool is the map's. */
  g_assert_true (gtk_widget_pick (overlay, gtk_widget_get_width (overlay) / 2.0, gtk_widget_get_height (overlay) / 2.0, GTK_PICK_DEFAULT) == map);

  dossier_view_set_as_of (view, begin);
  driver_settle (300);
  check_tools (overlay, 11);

  dossier_view_set_brush (view, begin, begin + 200 * DOSSIER_SECONDS_PER_DAY);
  driver_settle (300);
  check_tools (overlay, 10);

  driver_close (window);
}

int
main (int argc, char **argv)
{
  static const int widths[] = { LEAST_WIDTH, 480, 720, 1440 };
  g_autoptr (DossierApplication) application = driver_start (&argc, &argv);

  g_test_add_func ("/narrow/pages", test_pages);
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *name = g_strdup_printf ("/narrow/map-tools/%d", widths[i]);

      g_test_add_data_func (name, GINT_TO_POINTER (widths[i]), test_map_tools);
    }

  return g_test_run ();
}
