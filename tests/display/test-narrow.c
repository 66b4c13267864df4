/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "driver.h"

/* The window of a telephone, in pixels. */
#define LEAST_WIDTH 360

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/narrow/pages", test_pages);

  return g_test_run ();
}
