/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-time-order.h"

#include "model/dossier-pages.h"
#include "model/dossier-span.h"

#include <string.h>

/* Eleven bits at a time: the counts of all digits stay in the processor's own memory. */
#define DIGIT_BITS 11
#define N_BUCKETS  (1 << DIGIT_BITS)
#define LONG_DIGITS 6

/* Where items are sorted in place: a byte at a time, and so few by insertion. */
#define BYTE_BUCKETS  256
#define BY_INSERTION  24

/* Fewer than that are sorted by comparing. */
#define FEW 256

/* Times that lie within 136 years, as those of most dossiers do, are told by 32 bits: a quarter of the memory. Open ones come first and last. */
typedef struct
{
  gint64 base;
  gboolean is_short;
} Scale;

/* The time in the upper half, below it the number of the item: no two are the same. */
typedef guint64 ShortEntry;

typedef struct
{
  guint64 key;
  int item;
} LongEntry;

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer data)
{
  const LongEntry *first = a;
  const LongEntry *second = b;

  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;

  return (first->item > second->item) - (first->item < second->item);
}

static Scale
find_scale (const int *items, int n, DossierTimeFunc get_time, gpointer data)
{
  gint64 first = G_MAXINT64, last = G_MININT64;

  for (int i = 0; i < n; i++)
    {
      gint64 time = get_time (items[i], data);

      if (time == DOSSIER_TIME_MIN || time == DOSSIER_TIME_MAX)
        continue;
      first = MIN (first, time);
      last = MAX (last, time);
    }

  return (Scale){ first, first > last || (guint64) last - (guint64) first < G_MAXUINT32 - 1 };
}

static guint32
get_short_key (const Scale *scale, gint64 time)
{
  if (time == DOSSIER_TIME_MIN)
    return 0;
  if (time == DOSSIER_TIME_MAX)
    return G_MAXUINT32;

  return (guint32) ((guint64) time - (guint64) scale->base) + 1;
}

/* The order of signed numbers is that of unsigned ones with the uppermost bit turned over. */
static guint64
get_long_key (gint64 time)
{
  return (guint64) time ^ G_GUINT64_CONSTANT (0x8000000000000000);
}

static void
order_few (int *items, int n, DossierTimeFunc get_time, gpointer data)
{
  LongEntry entries[FEW];

  for (int i = 0; i < n; i++)
    entries[i] = (LongEntry){ get_long_key (get_time (items[i], data)), items[i] };
  if (n > 1)
    g_qsort_with_data (entries, n, sizeof (LongEntry), compare_entries, NULL);
  for (int i = 0; i < n; i++)
    items[i] = entries[i].item;
}

static void
sort_by_insertion (ShortEntry *entries, int n)
{
  for (int i = 1; i < n; i++)
    {
      ShortEntry entry = entries[i];
      int j = i;

      for (; j > 0 && entries[j - 1] > entry; j--)
        entries[j] = entries[j - 1];
      entries[j] = entry;
    }
}

/* Sorts in place by the byte that begins at @shift, and then each bucket by the next lower one (American flag sort;
 * McIlroy, Bostic and McIlroy, Engineering radix sort, 1993). */
static void
sort_short (ShortEntry *entries, int n, int shift)
{
  int begins[BYTE_BUCKETS + 1];
  int next[BYTE_BUCKETS];

  if (n <= BY_INSERTION)
    {
      sort_by_insertion (entries, n);
      return;
    }

  memset (begins, 0, sizeof begins);
  for (int i = 0; i < n; i++)
    begins[(entries[i] >> shift & 0xff) + 1]++;
  for (int bucket = 0; bucket < BYTE_BUCKETS; bucket++)
    {
      begins[bucket + 1] += begins[bucket];
      next[bucket] = begins[bucket];
    }

  /* Whatever is in the place of another goes to its own, and what was there likewise, until the circle closes. */
  for (int bucket = 0; bucket < BYTE_BUCKETS; bucket++)
    while (next[bucket] < begins[bucket + 1])
      {
        ShortEntry entry = entries[next[bucket]];
        int its_own;

        while ((its_own = (int) (entry >> shift & 0xff)) != bucket)
          {
            ShortEntry other = entries[next[its_own]];

            entries[next[its_own]++] = entry;
            entry = other;
          }
        entries[next[bucket]++] = entry;
      }

  if (shift > 0)
    for (int bucket = 0; bucket < BYTE_BUCKETS; bucket++)
      sort_short (entries + begins[bucket], begins[bucket + 1] - begins[bucket], shift - 8);
}

static void
order_short (int *items, int n, const Scale *scale, DossierTimeFunc get_time, gpointer data)
{
  ShortEntry *entries = dossier_pages_new (ShortEntry, n);

  for (int i = 0; i < n; i++)
    entries[i] = (ShortEntry) get_short_key (scale, get_time (items[i], data)) << 32 | (guint32) items[i];
  sort_short (entries, n, 56);
  for (int i = 0; i < n; i++)
    items[i] = (int) (guint32) entries[i];

  dossier_pages_free (entries);
}

/* Sorts by each digit that is not the same in all, from the lowest (Knuth, The Art of Computer Programming 3, 5.2.5). */
static void
order_long (int *items, int n, DossierTimeFunc get_time, gpointer data)
{
  LongEntry *entries = dossier_pages_new (LongEntry, n);
  LongEntry *others = dossier_pages_new (LongEntry, n);
  g_autofree guint32 *counts = g_new0 (guint32, LONG_DIGITS * N_BUCKETS);

  for (int i = 0; i < n; i++)
    {
      entries[i] = (LongEntry){ get_long_key (get_time (items[i], data)), items[i] };
      for (int digit = 0; digit < LONG_DIGITS; digit++)
        counts[digit * N_BUCKETS + (int) ((entries[i].key >> (digit * DIGIT_BITS)) & (N_BUCKETS - 1))]++;
    }

  for (int digit = 0; digit < LONG_DIGITS; digit++)
    {
      guint32 *count = counts + digit * N_BUCKETS;
      int shift = digit * DIGIT_BITS;
      guint32 sum = 0;
      LongEntry *sorted;

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

      sorted = others;
      others = entries;
      entries = sorted;
    }

  for (int i = 0; i < n; i++)
    items[i] = entries[i].item;
  dossier_pages_free (entries);
  dossier_pages_free (others);
}

/**
 * dossier_time_order:
 * @items: (array length=n): numbers of items, ascending; afterwards in the order of their times, and of their numbers
 *   where those are equal
 * @n: how many
 * @get_time: tells the time of an item; is asked twice
 * @data: for @get_time
 *
 * Sorts by time, digit by digit: a million take a tenth of what it takes to compare them. Beside @items, it takes 8
 * bytes for each, 32 if the times are more than 136 years apart.
 */
void
dossier_time_order (int *items, int n, DossierTimeFunc get_time, gpointer data)
{
  Scale scale;

  if (n < FEW)
    {
      order_few (items, n, get_time, data);
      return;
    }

  scale = find_scale (items, n, get_time, data);
  if (scale.is_short)
    order_short (items, n, &scale, get_time, data);
  else
    order_long (items, n, get_time, data);
}
