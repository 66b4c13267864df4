/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-search.h"

#include "model/dossier-fold.h"

#include <string.h>

/* More words than that narrow nothing down, and each takes time. */
#define MOST_WORDS 16

/* The texts of one record are tried one after the other: every word must stand in one of them. What a word scores is
 * the most that it does in any text. */
typedef struct
{
  DossierDocument *document;
  char **words;     /* folded, each with a space before it: words match at their begin */
  int n_words;
  DossierFold fold;

  int *scores;      /* of each word in this record; 0 if it was not found */
  char *text;       /* where one was found that counts most */
  int begin;
  int end;
  DossierTextRank text_rank;
} Search;

/**
 * dossier_search_score:
 * @rank: in which text of a record a word stands
 * @is_whole: whether it is all of a word there, not only its begin
 * @is_first: whether the text begins with it
 *
 * Returns: how much that counts, 1 to 255
 */
int
dossier_search_score (DossierTextRank rank, gboolean is_whole, gboolean is_first)
{
  static const int weights[DOSSIER_N_TEXT_RANKS] = { 0, 200, 200, 80, 60, 40 };

  /* A fifth less for a part of a word, a fifth more at the begin: in whole numbers, which compare the same everywhere. */
  return weights[rank] * (is_whole ? 25 : 20) * (is_first ? 30 : 25) / 625;
}

static int
get_end (const char *text, const DossierFold *fold, gsize last)
{
  int origin = g_array_index (fold->origins, int, last);

  return (int) (g_utf8_next_char (text + origin) - text);
}

static void
try_text (const char *text, DossierTextRank rank, gpointer data)
{
  Search *self = data;

  dossier_fold_set (&self->fold, text);

  for (int i = 0; i < self->n_words; i++)
    {
      gsize length = strlen (self->words[i]);

      for (const char *at = strstr (self->fold.text->str, self->words[i]); at != NULL; at = strstr (at + 1, self->words[i]))
        {
          gsize begin = (gsize) (at - self->fold.text->str);
          int score = dossier_search_score (rank, at[length] == ' ' || at[length] == '\0', begin == 0);

          self->scores[i] = MAX (self->scores[i], score);

          if (self->text_rank == 0 || rank < self->text_rank)
            {
              g_free (self->text);
              self->text = g_strdup (text);
              self->text_rank = rank;
              self->begin = g_array_index (self->fold.origins, int, begin + 1);
              self->end = get_end (text, &self->fold, begin + length - 1);
            }
        }
    }
}

static void
try_link (DossierRef ref, gpointer data)
{
  Search *self = data;

  dossier_record_texts_visit_names (self->document, ref, try_text, self);
}

/* Whether every word is in the record. */
static gboolean
matches (Search *self, DossierRef ref)
{
  memset (self->scores, 0, (gsize) self->n_words * sizeof *self->scores);
  self->text_rank = 0;
  g_clear_pointer (&self->text, g_free);

  dossier_record_texts_visit (self->document, ref, try_text, self);
  dossier_record_texts_visit_links (self->document, ref, try_link, self);

  for (int i = 0; i < self->n_words; i++)
    if (self->scores[i] == 0)
      return FALSE;

  return TRUE;
}

/* The record that was tried last as a hit. */
static DossierHit *
make_hit (Search *self, DossierRef ref)
{
  DossierHit *hit = g_new0 (DossierHit, 1);

  hit->ref = ref;
  for (int i = 0; i < self->n_words; i++)
    hit->score += self->scores[i];
  hit->text = g_steal_pointer (&self->text);
  hit->begin = self->begin;
  hit->end = self->end;

  return hit;
}

/**
 * dossier_search_split:
 * @words: what is looked for
 *
 * Returns: (transfer full): the words folded, each once and at most sixteen, with the space before it that says that a word begins
 */
char **
dossier_search_split (const char *words)
{
  g_autoptr (GString) folded = g_string_new (NULL);
  g_auto (GStrv) parts = NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  dossier_fold_append (folded, words);
  parts = g_strsplit (folded->str, " ", -1);
  for (int i = 0; parts[i] != NULL && found->len < MOST_WORDS; i++)
    {
      g_autofree char *word = g_strconcat (" ", parts[i], NULL);

      if (*parts[i] != '\0' && !g_ptr_array_find_with_equal_func (found, word, g_str_equal, NULL))
        g_ptr_array_add (found, g_steal_pointer (&word));
    }
  g_ptr_array_add (found, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&found), FALSE);
}

static void
search_init (Search *self, DossierDocument *document, const char *words)
{
  memset (self, 0, sizeof *self);
  self->document = document;
  dossier_fold_init (&self->fold);
  self->words = dossier_search_split (words);
  self->n_words = (int) g_strv_length (self->words);
  self->scores = g_new0 (int, MAX (self->n_words, 1));
}

static void
search_clear (Search *self)
{
  g_strfreev (self->words);
  g_free (self->scores);
  g_free (self->text);
  dossier_fold_clear (&self->fold);
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const DossierHit *first = *(const DossierHit *const *) a;
  const DossierHit *second = *(const DossierHit *const *) b;

  if (first->score != second->score)
    return first->score < second->score ? 1 : -1;
  if (first->ref.type != second->ref.type)
    return first->ref.type < second->ref.type ? -1 : 1;

  return first->ref.index - second->ref.index;
}

/**
 * dossier_search:
 * @document: a document
 * @words: what to look for; each word has to stand in the record, at the begin of one of its words
 * @n_most: how many hits at the most
 * @cancellable: (nullable): stops the search, which then returns what it has
 *
 * Looks for words in titles, names in every spelling, summaries, quotes, dates and notes. Case, accents, hyphens
 * and apostrophes do not matter.
 *
 * Returns: (transfer full) (element-type DossierHit): the best hits, best first; none without a word
 */
GPtrArray *
dossier_search (DossierDocument *document, const char *words, int n_most, GCancellable *cancellable)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) dossier_hit_free);
  Search self;

  g_return_val_if_fail (DOSSIER_IS_DOCUMENT (document), hits);

  search_init (&self, document, words);

  for (int type = DOSSIER_RECORD_NONE + 1; type < DOSSIER_N_RECORDS && self.n_words > 0; type++)
    {
      int n = dossier_document_get_count (document, (DossierRecord) type);

      for (int i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++)
        {
          DossierRef ref = { (DossierRecord) type, i };

          if (matches (&self, ref))
            g_ptr_array_add (hits, make_hit (&self, ref));
        }
    }

  search_clear (&self);
  g_ptr_array_sort (hits, compare_hits);
  if ((int) hits->len > n_most)
    g_ptr_array_set_size (hits, n_most);

  return hits;
}

/**
 * dossier_search_make_hits:
 * @document: a document
 * @words: what was looked for
 * @refs: (element-type DossierRef): records that hold all the words, best first
 *
 * Returns: (transfer full) (element-type DossierHit): them as hits
 */
GPtrArray *
dossier_search_make_hits (DossierDocument *document, const char *words, const GArray *refs)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) dossier_hit_free);
  Search self;

  search_init (&self, document, words);
  for (guint i = 0; i < refs->len; i++)
    {
      DossierRef ref = g_array_index (refs, DossierRef, i);

      if (matches (&self, ref))
        g_ptr_array_add (hits, make_hit (&self, ref));
    }
  search_clear (&self);

  return hits;
}

/**
 * dossier_search_find_ranges:
 * @words: what was looked for
 * @text: a text that is shown
 *
 * Returns: (transfer full) (element-type DossierRange): where the words stand in @text, in its order
 */
GArray *
dossier_search_find_ranges (const char *words, const char *text)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (DossierRange));
  g_auto (GStrv) parts = dossier_search_split (words);
  g_auto (DossierFold) fold;
  gsize past = 0;

  dossier_fold_init (&fold);
  dossier_fold_set (&fold, text);

  while (past < fold.text->len)
    {
      const char *space = strchr (fold.text->str + past, ' ');
      gsize begin = space != NULL ? (gsize) (space - fold.text->str) : fold.text->len;
      gsize longest = 0;

      for (int i = 0; space != NULL && parts[i] != NULL; i++)
        if (g_str_has_prefix (space, parts[i]))
          longest = MAX (longest, strlen (parts[i]));

      if (longest > 0)
        {
          DossierRange range = { g_array_index (fold.origins, int, begin + 1), get_end (text, &fold, begin + longest - 1) };

          g_array_append_val (ranges, range);
        }
      past = begin + 1;
    }

  return ranges;
}

/**
 * dossier_search_mark_events:
 * @document: a document
 * @words: what to look for, as in dossier_search()
 *
 * Returns: (transfer full) (array): for each event, 1 if it holds all the words and 0 otherwise; all do if there is
 *   no word
 */
guint8 *
dossier_search_mark_events (DossierDocument *document, const char *words)
{
  int n = dossier_document_get_count (document, DOSSIER_RECORD_EVENT);
  guint8 *marks = g_new0 (guint8, MAX (n, 1));
  Search self;

  search_init (&self, document, words);
  for (int i = 0; i < n; i++)
    marks[i] = matches (&self, (DossierRef){ DOSSIER_RECORD_EVENT, i });
  search_clear (&self);

  return marks;
}

/**
 * dossier_hit_free:
 * @hit: (nullable): a hit, or %NULL
 */
void
dossier_hit_free (DossierHit *hit)
{
  if (hit == NULL)
    return;

  g_free (hit->text);
  g_free (hit);
}
