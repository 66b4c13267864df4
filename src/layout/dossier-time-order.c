/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-time-order.h"

#include <string.h>

/* Eleven bits at a time: the counts of all six digits stay in the processor's own memory. */
#define DIGIT_BITS 11
#define N_DIGITS   6
#define N_BUCKETS  (1 << DIGIT_BITS)

/* Fewer than that are sorted by comparing. */
#define FEW 256

typedef struct
{
  guint64 key;
  int item;
} Entry;

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer data)
{
  const Entry *first = a;
  const Entry *second = b;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;

  return (first->item > second->item) - (first->item < second->item);
}

/**
 * dossier_time_order:
 * @times: a time for each item, by its number
 * @items: (array length=n): numbers of items, ascending; afterwards in the order of their times, and of their numbers
 *   where those are equal
 * @n: how many
 *
 * Sorts by time, digit by digit from the lowest (a radix sort; Knuth, The Art of Computer Programming 3, 5.2.5): a
 * million take a tenth of what it takes to compare them. A digit that is the same in all is passed over.
 */
void
dossier_time_order (const gint64 *times, int *items, int n)
{
  g_autofree Entry *entries = g_new (Entry, n);
  g_autofree Entry *others = NULL;
  g_autofree guint32 *counts = NULL;

  /* The order of signed numbers is that of unsigned ones with the uppermost bit turned over. */
  for (int i = 0; i < n; i++)
    entries[i] = (Entry){ (guint64) times[items[i]] ^ G_GUINT64_CONSTANT (0x8000000000000000), items[i] };

  if (n < FEW)
    {
      if (n > 1)
        g_qsort_with_data (entries, n, sizeof (Entry), compare_entries, NULL);
    }
  else
    {
      others = g_new (Entry, n);
      counts = g_new0 (guint32, N_DIGITS * N_BUCKETS);

      for (int i = 0; i < n; i++)
        for (int digit = 0; digit < N_DIGITS; digit++)
          counts[digit * N_BUCKETS + (int) ((entries[i].key >> (digit * DIGIT_BITS)) & (N_BUCKETS - 1))]++;

      for (int digit = 0; digit < N_DIGITS; digit++)
        {
          guint32 *count = counts + digit * N_BUCKETS;
          int shift = digit * DIGIT_BITS;
          guint32 sum = 0;
          Entry *sorted;

          if (count[(entries[0].key >> shift) & (N_BUCKETS - 1)] == (guint32) n)
            continue;

          for (int i = 0; i < N_BUCKETS; i++)
            {
              guint32 n_here = count[i];

              count[i] = sum;
              sum += n_here;
            }
          for (int i = 0; i < n; i++)
            others[count[(entries[i].key >> shift) & (N_BUCKETS - 1)]++] = entries[i];

          sorted = g_steal_pointer (&others);
          others = g_steal_pointer (&entries);
          entries = sorted;
        }
    }

  for (int i = 0; i < n; i++)
    items[i] = entries[i].item;
}
