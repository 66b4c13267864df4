/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-fuzzy.h"

#include "model/dossier-fold.h"

/* What a letter is worth that is found: in any place, as the first of a word, right behind the one before. */
#define FOUND      1
#define FIRST      8
#define NEXT       6
#define IMPOSSIBLE (-1)

/* The letters of a folded text without the spaces between its words; @firsts says which of them begin a word. */
static void
list_letters (const char *text, GArray *letters, GArray *firsts)
{
  g_auto (DossierFold) fold = { 0 };
  gboolean is_first = TRUE;

  dossier_fold_init (&fold);
  dossier_fold_set (&fold, text);
  for (const char *p = fold.text->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter == ' ')
        {
          is_first = TRUE;
          continue;
        }
      g_array_append_val (letters, letter);
      g_array_append_val (firsts, is_first);
      is_first = FALSE;
    }
}

/**
 * dossier_fuzzy_match:
 * @pattern: what somebody types
 * @text: what may be meant
 *
 * Whether the letters of @pattern stand in @text in that order, whatever stands between them; and how well they fit:
 * best as the beginnings of words ("sz" is "Select … Zoom") or in one piece. Case, accents and spaces do not matter.
 * By dynamic programming over both, so that the best of all ways to find it counts.
 *
 * Returns: how well, 0 for an empty @pattern, and -1 if it does not stand there
 */
int
dossier_fuzzy_match (const char *pattern, const char *text)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_autoptr (GArray) unused = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_autoptr (GArray) firsts = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_autofree int *scores = NULL; /* by letter of the text: the best way that ends there */
  g_autofree int *before = NULL; /* the same with one letter of the pattern less */
  int best = IMPOSSIBLE;

  list_letters (pattern, wanted, unused);
  list_letters (text, letters, firsts);
  if (wanted->len == 0)
    return 0;
  if (wanted->len > letters->len)
    return -1;

  scores = g_new (int, letters->len);
  before = g_new (int, letters->len);
  for (guint i = 0; i < wanted->len; i++)
    {
      int best_before = IMPOSSIBLE; /* of all that end at least two letters earlier */
      int *swap = before;

      before = scores;
      scores = swap;
      for (guint j = 0; j < letters->len; j++)
        {
          int worth = g_array_index (firsts, gboolean, j) ? FIRST : FOUND;
          int score = IMPOSSIBLE;

          if (i > 0 && j >= 2 && before[j - 2] > best_before)
            best_before = before[j - 2];
          if (g_array_index (letters, gunichar, j) == g_array_index (wanted, gunichar, i))
            {
              if (i == 0)
                score = worth;
              if (i > 0 && best_before != IMPOSSIBLE)
                score = best_before + worth;
              if (i > 0 && j >= 1 && before[j - 1] != IMPOSSIBLE)
                score = MAX (score, before[j - 1] + MAX (worth, NEXT));
            }
          scores[j] = score;
        }
    }

  for (guint j = 0; j < letters->len; j++)
    best = MAX (best, scores[j]);

  return best;
}
