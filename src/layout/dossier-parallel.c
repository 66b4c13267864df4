/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-parallel.h"

/* More processors than this are left to others. */
#define MOST_THREADS 8

typedef struct
{
  DossierParallelFunc function;
  gpointer data;
  int begin;
  int end;
} Share;

static gpointer
work (gpointer data)
{
  const Share *share = data;

  share->function (share->begin, share->end, share->data);

  return NULL;
}

/**
 * dossier_parallel_run:
 * @n_items: how many items there are
 * @n_least: fewer of them for each thread are not worth starting it, at least 1
 * @function: what to do with a range of them
 * @data: passed to @function
 *
 * Lets @function work on all items, in as many ranges as there are processors, each in a thread, one of
 * them the caller's. Returns when all have been worked on.
 */
void
dossier_parallel_run (int n_items, int n_least, DossierParallelFunc function, gpointer data)
{
  Share shares[MOST_THREADS];
  GThread *threads[MOST_THREADS];
  int n_shares = CLAMP (MIN ((int) g_get_num_processors (), n_items / n_least), 1, MOST_THREADS);

  for (int i = 0; i < n_shares; i++)
    shares[i] = (Share){
      .function = function,
      .data = data,
      .begin = (int) ((gint64) n_items * i / n_shares),
      .end = (int) ((gint64) n_items * (i + 1) / n_shares),
    };

  /* Where no thread is to be had, the caller does its work. */
  for (int i = 1; i < n_shares; i++)
    threads[i] = g_thread_try_new ("layout", work, &shares[i], NULL);
  work (&shares[0]);
  for (int i = 1; i < n_shares; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
    else
      work (&shares[i]);
}
