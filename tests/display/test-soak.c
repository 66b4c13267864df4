/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "driver.h"

#include <malloc.h>

/* How often, by default; SOAK_CYCLES names more. The first ones fill caches that are kept, so that only the last half counts. */
#define N_CYCLES 24

/* So many records of a kind are selected in turn: the libraries keep what they made of words and pictures that they met, and
 * by the last half have met all of these. GTK 4.18 keeps 200 KiB of each. */
#define N_SELECTED 4

/* What may be left of a cycle, in bytes: in so few of them the libraries still meet words and pictures for the first time. A
 * document alone has twenty times as much. */
#define MOST_LEFT (32 * 1024)

/* A step is done when nothing has happened for so long, sooner once the window was painted: waiting is much of the time of ten
 * thousand cycles. */
#define REST_US    (12 * 1000)
#define PAINTED_US (1 * 1000)

static gsize
count_bytes (void)
{
  return mallinfo2 ().uordblks + mallinfo2 ().hblkhd;
}

static gboolean
is_gone (gpointer object)
{
  return *(gpointer *) object == NULL;
}

static gboolean
has_view (gpointer window)
{
  return dossier_window_get_view (window) != NULL;
}

static void
painted_cb (gboolean *is_painted)
{
  *is_painted = TRUE;
}

static void
rest (DossierWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  gboolean is_painted = FALSE;
  gint64 now, begin = g_get_monotonic_time (), happened = begin;
  gulong id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &is_painted);

  do
    {
      if (g_main_context_iteration (NULL, FALSE))
        happened = g_get_monotonic_time ();
      else
        g_usleep (200);
      now = g_get_monotonic_time ();
    }
  while (now - happened < (is_painted ? PAINTED_US : REST_US) && now - begin < DRIVER_UNREST_US);

  g_signal_handler_disconnect (clock, id);
}

/* Opens the bundled dossier, selects an event, an actor and a tie, zooms in and out, filters, and closes the window. */
static void
run_cycle (int cycle)
{
  static const DossierRecord types[] = { DOSSIER_RECORD_EVENT, DOSSIER_RECORD_ACTOR, DOSSIER_RECORD_TIE };
  static const char *const zooms[] = { "win.zoom-in", "win.zoom-in", "win.zoom-out", "win.zoom-fit" };
  DossierWindow *window = dossier_window_new (NULL);
  DossierDocument *document;
  DossierView *view;

  gtk_window_set_default_size (GTK_WINDOW (window), 1440, 900);
  gtk_window_present (GTK_WINDOW (window));
  dossier_window_open_bundled (window);
  driver_wait_for (has_view, window);
  rest (window);
  view = dossier_window_get_view (window);
  document = dossier_view_get_document (view);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      dossier_view_select (view, (DossierRef){ types[i], cycle % N_SELECTED });
      rest (window);
    }
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), zooms[i], NULL));
      rest (window);
    }
  dossier_filter_set_words (dossier_view_get_filter (view), "Kim");
  rest (window);

  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &document);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  driver_wait_for (is_gone, &window);
  driver_wait_for (is_gone, &document);
}

/* The slope of the straight line that is nearest to @bytes. */
static double
find_slope (const double *bytes, int n)
{
  double middle = (n - 1) / 2.0, sum = 0, squares = 0;

  for (int i = 0; i < n; i++)
    {
      sum += (i - middle) * bytes[i];
      squares += (i - middle) * (i - middle);
    }

  return sum / squares;
}

static void
test_flat (void)
{
  const char *wanted = g_getenv ("SOAK_CYCLES");
  int n_cycles = wanted != NULL ? atoi (wanted) : N_CYCLES;
  g_autofree double *bytes = g_new (double, n_cycles);
  double left;

  g_assert_cmpint (n_cycles, >=, 4);
  /* What moves takes time, and a camera on its way is no more than a camera at rest. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  for (int i = 0; i < n_cycles; i++)
    {
      run_cycle (i);
      bytes[i] = (double) count_bytes ();
      if ((i + 1) % 100 == 0)
        g_test_message ("%d cycles, %.1f MiB", i + 1, bytes[i] / 1048576);
    }
  left = find_slope (bytes + n_cycles / 2, n_cycles - n_cycles / 2);

  g_test_message ("%d cycles, %.1f KiB left of each of the last half, %.1f MiB in all", n_cycles, left / 1024, (double) count_bytes () / 1048576);
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
