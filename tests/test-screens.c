/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-screens.h"

#include <glib/gstdio.h>

static const char *const three[] = { "Laptop (eDP-1)", "Beamer (HDMI-1)", "Desk (DP-2)" };
static const char *const turned[] = { "Desk (DP-2)", "Laptop (eDP-1)", "Beamer (HDMI-1)" };

static void
test_choose (void)
{
  static const struct
  {
    int n_names, own;
    const char *remembered;
    int audience, console;
  } cases[] = {
    { 0, -1, NULL, -1, -1 },
    { 0, 0, "Laptop (eDP-1)", -1, -1 },
    { 1, 0, NULL, 0, -1 },
    { 1, -1, NULL, 0, -1 },
    { 1, 0, "Beamer (HDMI-1)", 0, -1 },
    { 2, 0, NULL, 1, 0 },
    { 2, 1, NULL, 0, 1 },
    { 2, -1, NULL, 1, 0 },
    /* What was chosen before counts more than where the window is: that is moved to the other. */
    { 2, 1, "Beamer (HDMI-1)", 1, 0 },
    { 2, 0, "Laptop (eDP-1)", 0, 1 },
    { 2, 0, "Gone (DP-9)", 1, 0 },
    { 3, 0, "Desk (DP-2)", 2, 0 },
    { 3, 2, NULL, 0, 2 },
    { 3, 2, "Desk (DP-2)", 2, 0 },
    { 2, 7, NULL, 0, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DossierScreens screens = dossier_screens_choose (three, cases[i].n_names, cases[i].own, cases[i].remembered);

      g_assert_cmpint (screens.audience, ==, cases[i].audience);
      g_assert_cmpint (screens.console, ==, cases[i].console);
    }
}

static void
test_swap (void)
{
  static const struct
  {
    DossierScreens screens;
    int n_names;
    DossierScreens swapped;
  } cases[] = {
    { { 0, -1 }, 1, { 0, -1 } },
    { { -1, -1 }, 0, { -1, -1 } },
    { { 1, 0 }, 2, { 0, 1 } },
    { { 2, 0 }, 3, { 0, 2 } },
    { { 2, -1 }, 3, { 0, -1 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DossierScreens swapped = dossier_screens_swap (&cases[i].screens, cases[i].n_names);

      g_assert_cmpint (swapped.audience, ==, cases[i].swapped.audience);
      g_assert_cmpint (swapped.console, ==, cases[i].swapped.console);
    }
}

/* By the set of monitors, whatever their order; with names that a key file cannot take as they are. */
static void
test_remember (void)
{
  static const char *const strange[] = { "A [new] one\n=", "Ümläut # ;" };
  g_autoptr (GError) error = NULL;
  g_autofree char *directory = g_dir_make_tmp ("screens-XXXXXX", &error);
  g_autofree char *path = g_build_filename (directory, "screens", NULL);
  g_autofree char *recalled = NULL;
  g_autofree char *nothing = NULL;

  g_assert_no_error (error);
  g_assert_null (dossier_screens_recall (path, three, 3, &error));
  g_assert_no_error (error);

  g_assert_true (dossier_screens_remember (path, three, 3, "Desk (DP-2)", &error));
  g_assert_true (dossier_screens_remember (path, three, 2, "Laptop (eDP-1)", &error));
  g_assert_true (dossier_screens_remember (path, strange, 2, strange[0], &error));
  g_assert_no_error (error);

  recalled = dossier_screens_recall (path, turned, 3, &error);
  g_assert_cmpstr (recalled, ==, "Desk (DP-2)");
  g_free (recalled);
  recalled = dossier_screens_recall (path, three, 2, &error);
  g_assert_cmpstr (recalled, ==, "Laptop (eDP-1)");
  g_free (recalled);
  recalled = dossier_screens_recall (path, strange, 2, &error);
  g_assert_cmpstr (recalled, ==, strange[0]);
  nothing = dossier_screens_recall (path, turned, 2, &error);
  g_assert_null (nothing);
  g_assert_no_error (error);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (directory), ==, 0);
}

/* What is no key file says so, and does not keep anything from being remembered. */
static void
test_damaged (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *directory = g_dir_make_tmp ("screens-XXXXXX", &error);
  g_autofree char *path = g_build_filename (directory, "screens", NULL);
  g_autofree char *recalled = NULL;

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, "not a key file", -1, &error));
  g_assert_null (dossier_screens_recall (path, three, 2, &error));
  g_assert_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_PARSE);
  g_clear_error (&error);

  g_assert_true (dossier_screens_remember (path, three, 2, "Laptop (eDP-1)", &error));
  recalled = dossier_screens_recall (path, three, 2, &error);
  g_assert_cmpstr (recalled, ==, "Laptop (eDP-1)");

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (directory), ==, 0);
  g_assert_false (dossier_screens_remember (path, three, 2, "Laptop (eDP-1)", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/screens/choose", test_choose);
  g_test_add_func ("/screens/swap", test_swap);
  g_test_add_func ("/screens/remember", test_remember);
  g_test_add_func ("/screens/damaged", test_damaged);

  return g_test_run ();
}
