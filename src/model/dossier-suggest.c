/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-suggest.h"

#include <string.h>

/* Longer names are not compared: they are not typed. */
#define LONGEST 128

/* A name taken apart, in lower case. */
typedef struct
{
  gunichar characters[LONGEST];
  int length;
  guint64 present; /* a bit for each character in it, some share one */
} Letters;

static inline gunichar
to_lower (gunichar character)
{
  return character < 0x80 ? (gunichar) g_ascii_tolower ((char) character) : g_unichar_tolower (character);
}

/* Returns whether @name is valid and short enough: from @least to @most characters, and these at most LONGEST. */
static gboolean
take_apart (const char *name, int least, int most, Letters *letters)
{
  gsize size = strnlen (name, 4 * (gsize) most + 1);
  const char *end = name + size;

  /* A character takes one to four bytes. */
  if (size > 4 * (gsize) most || size < (gsize) least)
    return FALSE;

  letters->length = 0;
  letters->present = 0;

  for (const char *p = name; p < end;)
    {
      gunichar character = (guchar) *p;

      if (letters->length == most)
        return FALSE;

      if (character < 0x80)
        p++;
      else
        {
          character = g_utf8_get_char_validated (p, end - p);
          if (character == (gunichar) -1 || character == (gunichar) -2)
            return FALSE;
          p = g_utf8_next_char (p);
        }

      character = to_lower (character);
      letters->characters[letters->length++] = character;
      letters->present |= G_GUINT64_CONSTANT (1) << (character & 63);
    }

  return letters->length >= least;
}

/*
 * The number of characters to insert, delete, replace, or exchange with their neighbour to make @a of @b: optimal
 * string alignment, the restricted distance of Damerau (1964) and Levenshtein (1966), in three rows, and only where
 * it can still be at most @most. Returns anything above @most if it is more.
 */
static int
measure_distance (const Letters *a, const Letters *b, int most)
{
  int buffer[3][LONGEST + 1];
  int *before_last = buffer[0];
  int *last = buffer[1];
  int *row = buffer[2];

  /* A letter that only one of them has is worth an edit of its own. */
  if (__builtin_popcountll (a->present & ~b->present) > most || __builtin_popcountll (b->present & ~a->present) > most)
    return most + 1;

  for (int j = 0; j <= b->length; j++)
    last[j] = j;

  for (int i = 1; i <= a->length; i++)
    {
      int from = MAX (1, i - most);
      int to = MIN (b->length, i + most);
      int least = most + 1;
      int *spare = before_last;

      row[from - 1] = from == 1 ? i : most + 1;
      for (int j = from; j <= to; j++)
        {
          int cost = a->characters[i - 1] != b->characters[j - 1];
          int best = last[j - 1] + cost;

          /* Right of the band the row before has no value. */
          if (j < i + most)
            best = MIN (best, last[j] + 1);
          best = MIN (best, row[j - 1] + 1);
          if (i > 1 && j > 1 && a->characters[i - 1] == b->characters[j - 2] &&
              a->characters[i - 2] == b->characters[j - 1])
            best = MIN (best, before_last[j - 2] + 1);

          row[j] = best;
          least = MIN (least, best);
        }

      if (least > most)
        return most + 1;

      before_last = last;
      last = row;
      row = spare;
    }

  return last[b->length];
}

/**
 * dossier_suggest:
 * @wrong: a name that does not exist
 * @candidates: (array length=n) (element-type utf8): the names that do, in the order of preference; may hold %NULL
 * @n: how many names there are
 *
 * Looks for the name that was meant: the one with the fewest letters to insert, delete, replace or exchange, upper
 * and lower case being the same. A name of two to four letters may differ by one of these, up to eight by two, and
 * a longer one by three.
 *
 * It takes a few milliseconds for a hundred thousand names, and no memory.
 *
 * Returns: (transfer none) (nullable): the closest of @candidates, the first of several; %NULL if none is close
 */
const char *
dossier_suggest (const char *wrong, const char *const *candidates, int n)
{
  const char *closest = NULL;
  Letters letters, other;
  int most;

  if (!take_apart (wrong, 1, LONGEST, &letters))
    return NULL;

  /* 0 for one letter, 1 for up to four, 2 for up to eight, then 3. */
  most = MIN ((letters.length + 3) / 4 - (letters.length == 1), 3);

  for (int i = 0; i < n && most >= 0; i++)
    {
      int distance;

      if (candidates[i] == NULL ||
          !take_apart (candidates[i], MAX (1, letters.length - most), MIN (LONGEST, letters.length + most), &other))
        continue;

      distance = measure_distance (&letters, &other, most);
      if (distance <= most)
        {
          closest = candidates[i];
          most = distance - 1;
        }
    }

  return closest;
}
