/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "driver.h"

#include <malloc.h>

/* How often, by default; SOAK_CYCLES names more. The first ones fill caches that are kept. */
#define N_CYCLES  12
#define N_WARM_UP 6

/* What may be left of a cycle on the average, in bytes: GTK 4.8 keeps some pictures of windows that are gone, and the empty
 * sections of their menus. A document alone has eight times as much. */
#define MOST_LEFT (96 * 1024)

static gsize
count_bytes (void)
{
  return mallinfo2 ().uordblks + mallinfo2 ().hblkhd;
}

static gboolean
is_gone (gpointer document)
{
  return *(gpointer *) document == NULL;
}

/* Opens the bundled dossier, selects an event, an actor and a tie, zooms in and out, filters, and closes the window. */
static void
run_cycle (int cycle)
{
  static const DossierRecord types[] = { DOSSIER_RECORD_EVENT, DOSSIER_RECORD_ACTOR, DOSSIER_RECORD_TIE };
  static const char *const keys[] = { "plus", "plus", "minus", "0", NULL };
  DossierWindow *window = driver_open_bundled (1440, 900);
  DossierView *view = dossier_window_get_view (window);
  DossierDocument *document = dossier_view_get_document (view);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      dossier_view_select (view, (DossierRef){ types[i], cycle % dossier_document_get_count (document, types[i]) });
      driver_run_for (60);
    }
  driver_move_to (GTK_WIDGET (window), 700, 200);
  for (int i = 0; keys[i] != NULL; i++)
    {
      driver_xdotool ("key", keys[i], NULL);
      driver_run_for (30);
    }
  dossier_filter_set_words (dossier_view_get_filter (view), "Kim");
  driver_run_for (60);
  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &document);
  driver_close (window);
  driver_wait_for (is_gone, &document);
}

static void
test_flat (void)
{
  const char *wanted = g_getenv ("SOAK_CYCLES");
  int n_cycles = wanted != NULL ? atoi (wanted) : N_CYCLES;
  gsize before;
  double left;

  for (int i = 0; i < N_WARM_UP; i++)
    run_cycle (i);

  before = count_bytes ();
  for (int i = 0; i < n_cycles; i++)
    run_cycle (i);
  left = ((double) count_bytes () - (double) before) / n_cycles;

  g_test_message ("%d cycles, %.1f KiB left of each, %.1f MiB in all", n_cycles, left / 1024, (double) count_bytes () / 1048576);
  g_assert_cmpfloat (left, <=, MOST_LEFT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/soak/flat", test_flat);

  return g_test_run ();
}
