/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-time-order.h"
#include "model/dossier-span.h"

static const gint64 *compared_times;

static int
compare (gconstpointer a, gconstpointer b)
{
  int one = *(const int *) a;
  int other = *(const int *) b;

  if (compared_times[one] != compared_times[other])
    return compared_times[one] < compared_times[other] ? -1 : 1;

  return one - other;
}

static gint64
get_time (int item, gpointer data)
{
  const gint64 *times = data;

  return times[item];
}

/* However far apart times are, and however many are the same, the order is that of comparing them. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (int round = 0; round < 200; round++)
    {
      int n = g_rand_int_range (random, 0, round % 2 == 0 ? 40 : 3000);
      int bits = g_rand_int_range (random, 1, 64);
      g_autofree gint64 *times = g_new (gint64, n);
      g_autofree int *items = g_new (int, n);
      g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (int));
      int n_items = 0;

      for (int i = 0; i < n; i++)
        {
          guint64 chance = (guint64) g_rand_int (random) << 32 | g_rand_int (random);

          times[i] = (gint64) chance >> (64 - bits);
          if (chance % 50 == 0)
            times[i] = chance % 100 == 0 ? DOSSIER_TIME_MIN : DOSSIER_TIME_MAX;
          if (chance % 7 != 0)
            {
              items[n_items++] = i;
              g_array_append_val (expected, i);
            }
        }

      compared_times = times;
      g_array_sort (expected, compare);
      dossier_time_order (items, n_items, get_time, times);
      for (int i = 0; i < n_items; i++)
        g_assert_cmpint (items[i], ==, g_array_index (expected, int, i));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-order/random", test_random);

  return g_test_run ();
}
