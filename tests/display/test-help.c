/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "driver.h"

#include "window/dossier-help-window.h"

static GtkWidget *
find_help (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (DOSSIER_IS_HELP_WINDOW (window))
        return window;
    }

  return NULL;
}

static gboolean
has_help (gpointer unused)
{
  return find_help () != NULL && gtk_widget_get_mapped (find_help ());
}

static gboolean
has_no_help (gpointer unused)
{
  return find_help () == NULL;
}

/* Whether it is the label whose markup has that link. */
static gboolean
has_link (GtkWidget *widget, gconstpointer address)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), address) != NULL;
}

static void
check_pictures (GtkWidget *widget, int *n)
{
  if (GTK_IS_PICTURE (widget))
    {
      g_assert_cmpint (gtk_widget_get_height (widget), >, 100);
      g_assert_nonnull (gtk_picture_get_alternative_text (GTK_PICTURE (widget)));
      (*n)++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_pictures (child, n);
}

/* A key opens the help with its pictures, a link leads on, a button back, and Escape closes it. */
static void
test_help (void)
{
  DossierWindow *window = driver_open_bundled (900, 700);
  GtkWidget *label;
  gboolean handled;
  int n_pictures = 0;

  driver_xdotool ("key", "F1", NULL);
  driver_wait_for (has_help, NULL);
  driver_settle (300);
  check_pictures (find_help (), &n_pictures);
  g_assert_cmpint (n_pictures, ==, 3);
  g_assert_true (driver_has_label (find_help (), "Using Dossier"));

  label = driver_find (find_help (), has_link, "your-own-dossier.md");
  g_assert_nonnull (label);
  g_signal_emit_by_name (label, "activate-link", "your-own-dossier.md", &handled);
  g_assert_true (handled);
  driver_settle (300);
  g_assert_true (driver_has_label (find_help (), "A dossier of your own in ten minutes"));

  gtk_window_present (GTK_WINDOW (find_help ()));
  driver_settle (100);
  driver_xdotool ("key", "Escape", NULL);
  driver_wait_for (has_no_help, NULL);
  driver_close (window);
}

int
main (int argc, char **argv)
{
  g_autoptr (DossierApplication) application = driver_start (&argc, &argv);

  g_test_add_func ("/help/help", test_help);

  return g_test_run ();
}
