/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "driver.h"

#include "packed-pdf.h"

#include "window/dossier-printer.h"

#include <glib/gstdio.h>
#include <string.h>

static char *path;

static int
count_pages (void)
{
  g_autofree char *content = NULL;
  gsize length;
  g_autoptr (GByteArray) text = NULL;
  int n = 0;

  if (!g_file_get_contents (path, &content, &length, NULL) || length < 8 || memmem (content, length, "%%EOF", 5) == NULL)
    return -1;

  text = packed_pdf_unpack (content, length);
  for (const guint8 *at = text->data; (at = memmem (at, (gsize) (text->data + text->len - at), "/Type /Page %", 13)) != NULL; at++)
    n++;

  return n;
}

static gboolean
is_printed (gpointer data)
{
  return count_pages () > 0;
}

/* As the print dialog would, but into a file. */
static void
test_print (void)
{
  static const struct
  {
    DossierPrintoutKind kind;
    int least_pages;
    int most_pages;
  } cases[] = {
    { DOSSIER_PRINTOUT_STORY, 14, 14 },
    { DOSSIER_PRINTOUT_HANDOUT, 7, 14 },
    { DOSSIER_PRINTOUT_TIMELINE, 2, 30 },
  };
  DossierWindow *window = driver_open_bundled (1000, 700);
  DossierView *view = dossier_window_get_view (window);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const DossierViewPictureOptions options = { .selected = DOSSIER_REF_NONE, .filter = dossier_view_get_filter (view) };

      g_remove (path);
      dossier_printer_run (GTK_WINDOW (window), dossier_view_get_document (view), cases[i].kind, &options, path);
      driver_wait_for (is_printed, NULL);
      g_assert_cmpint (count_pages (), >=, cases[i].least_pages);
      g_assert_cmpint (count_pages (), <=, cases[i].most_pages);
    }

  driver_close (window);
}

/* The menu offers them all. */
static void
test_actions (void)
{
  static const char *const names[] = { "print-story", "print-handout", "print-timeline", "export-story", "export-handout", "export-poster" };
  DossierWindow *window = driver_open_bundled (1000, 700);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), names[i]));

  driver_close (window);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("dossier-print-XXXXXX", NULL);
  path = g_build_filename (folder, "out.pdf", NULL);

  g_test_add_func ("/print/print", test_print);
  g_test_add_func ("/print/actions", test_actions);
  status = g_test_run ();

  g_remove (path);
  g_rmdir (folder);
  g_free (path);

  return status;
}
