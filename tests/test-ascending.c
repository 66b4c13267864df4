/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-ascending.h"

/* How far a number is above the one before, at most; and at which block that begins, so that blocks of all widths and
 * such that lie far apart come one after the other. */
static const guint64 gaps[] = { 0, 3, 300, 0, 100000, G_GUINT64_CONSTANT (1) << 50, 1, 70000 };

static guint64 *
make_numbers (GRand *random, int n)
{
  guint64 *numbers = g_new (guint64, MAX (n, 1));
  guint64 number = g_rand_int (random);

  for (int i = 0; i < n; i++)
    {
      guint64 gap = gaps[i / 50 % G_N_ELEMENTS (gaps)];

      number += gap > 0 ? ((guint64) g_rand_int (random) << 32 | g_rand_int (random)) % (gap + 1) : 0;
      numbers[i] = number;
    }

  return numbers;
}

static guint32
find_slowly (const guint64 *numbers, int n, guint64 number)
{
  int i = 0;

  while (i < n && numbers[i] < number)
    i++;

  return (guint32) i;
}

static void
test_same (void)
{
  static const int counts[] = { 0, 1, 63, 64, 65, 128, 129, 1000, 5000 };
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      int n = counts[i];
      g_autofree guint64 *numbers = make_numbers (random, n);
      g_autoptr (DossierAscending) ascending = dossier_ascending_new ();

      for (int j = 0; j < n; j++)
        {
          dossier_ascending_append (ascending, numbers[j]);
          if (j == n / 2)
            dossier_ascending_trim (ascending);
        }
      dossier_ascending_trim (ascending);

      g_assert_cmpuint (dossier_ascending_get_count (ascending), ==, n);
      for (int j = 0; j < n; j++)
        g_assert_cmpuint (dossier_ascending_get (ascending, (guint32) j), ==, numbers[j]);

      g_assert_cmpuint (dossier_ascending_find (ascending, 0), ==, 0);
      g_assert_cmpuint (dossier_ascending_find (ascending, G_MAXUINT64), ==, n);
      for (int j = 0; j < n; j += 7)
        for (guint64 off = 0; off < 3; off++)
          g_assert_cmpuint (dossier_ascending_find (ascending, numbers[j] + off - 1), ==, find_slowly (numbers, n, numbers[j] + off - 1));
    }
}

/* Both ends of what a number can be, in one block. */
static void
test_extremes (void)
{
  g_autoptr (DossierAscending) ascending = dossier_ascending_new ();

  for (int i = 0; i < 64; i++)
    dossier_ascending_append (ascending, i < 32 ? 0 : G_MAXUINT64);
  g_assert_cmpuint (dossier_ascending_get (ascending, 31), ==, 0);
  g_assert_cmpuint (dossier_ascending_get (ascending, 32), ==, G_MAXUINT64);
  g_assert_cmpuint (dossier_ascending_find (ascending, 1), ==, 32);
}

/* What it is for: places in a file, and counts, by the million. */
static void
test_small (void)
{
  const guint32 n = 1000000;
  g_autoptr (DossierAscending) places = dossier_ascending_new ();
  g_autoptr (DossierAscending) counts = dossier_ascending_new ();

  for (guint32 i = 0; i < n; i++)
    {
      dossier_ascending_append (places, i * G_GUINT64_CONSTANT (300));
      dossier_ascending_append (counts, i * G_GUINT64_CONSTANT (4));
    }
  g_assert_cmpuint (dossier_ascending_get_size (places), <, n * 23 / 10);
  g_assert_cmpuint (dossier_ascending_get_size (counts), <, n * 13 / 10);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ascending/same", test_same);
  g_test_add_func ("/ascending/extremes", test_extremes);
  g_test_add_func ("/ascending/small", test_small);

  return g_test_run ();
}
