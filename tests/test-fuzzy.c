/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-fuzzy.h"

#include <string.h>

static void
test_match (void)
{
  static const struct
  {
    const char *pattern;
    const char *text;
    gboolean stands_there;
  } cases[] = {
    { "", "Zoom in", TRUE },
    { "  ", "", TRUE },
    { "z", "", FALSE },
    { "zoom", "Zoom in", TRUE },
    { "ZI", "Zoom in", TRUE },
    { "zoom in", "Zoom in", TRUE },
    { "zin", "Zoom in", TRUE },
    { "zoomm", "Zoom in", FALSE },
    { "niz", "Zoom in", FALSE },
    { "rosgren", "Julia Rösgren", TRUE },
    { "jong un", "Kim Jong-un", TRUE },
    { "zoom in and out", "Zoom in", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (dossier_fuzzy_match (cases[i].pattern, cases[i].text) >= 0, ==, cases[i].stands_there);
}

/* Each fits better than the next. */
static void
test_order (void)
{
  static const char *const patterns[][4] = {
    { "fit", "Fit the selection", "Show the fittest", "Refit it" },
    { "tm", "Timeline and map", "Next of them", "Atm of it" },
    { "rus", "Russia", "Cyprus", "Reluctant nations" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    for (int j = 1; j < 3; j++)
      g_assert_cmpint (dossier_fuzzy_match (patterns[i][0], patterns[i][j]), >, dossier_fuzzy_match (patterns[i][0], patterns[i][j + 1]));
}

/* The best of all ways, by trying every one of them. */
static int
match_by_trying (const char *pattern, const char *text, int from, int last)
{
  int best = -1;

  if (*pattern == '\0')
    return 0;

  for (int i = from; text[i] != '\0'; i++)
    {
      int worth = i == 0 || text[i - 1] == ' ' ? 8 : 1;
      int previous = i - 1;
      int rest;

      if (text[i] != *pattern)
        continue;
      while (previous >= 0 && text[previous] == ' ')
        previous--;
      if (last >= 0 && previous == last)
        worth = MAX (worth, 6);
      rest = match_by_trying (pattern + 1, text, i + 1, i);
      if (rest >= 0)
        best = MAX (best, worth + rest);
    }

  return best;
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (int i = 0; i < 3000; i++)
    {
      char pattern[5] = { 0 };
      char text[13] = { 0 };

      for (int j = g_rand_int_range (random, 1, 5); j > 0; j--)
        pattern[j - 1] = (char) ('a' + g_rand_int_range (random, 0, 3));
      for (int j = g_rand_int_range (random, 1, 13); j > 0; j--)
        text[j - 1] = "abc "[g_rand_int_range (random, 0, 4)];
      g_assert_cmpint (dossier_fuzzy_match (pattern, text), ==, match_by_trying (pattern, text, 0, -1));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fuzzy/match", test_match);
  g_test_add_func ("/fuzzy/order", test_order);
  g_test_add_func ("/fuzzy/random", test_random);

  return g_test_run ();
}
