/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-search.h"

#include "model/dossier-fold.h"

#include <string.h>

/* How much it counts where words are found. */
#define WEIGHT_TITLE   100.0
#define WEIGHT_NAME    80.0
#define WEIGHT_SUMMARY 40.0
#define WEIGHT_QUOTE   30.0
#define WEIGHT_OTHER   20.0

/* The texts of one record are tried one after the other: every word must stand in one of them. */
typedef struct
{
  DossierDocument *document;
  char **words;     /* folded, each with a space before it: words match at their begin */
  int n_words;
  DossierFold fold;

  gboolean *found;  /* of each word, whether it was found in this record */
  int n_found;
  double score;
  char *text;       /* where the first was found that counts most */
  int begin;
  int end;
  double text_weight;
} Search;

static int
get_end (const char *text, const DossierFold *fold, gsize last)
{
  int origin = g_array_index (fold->origins, int, last);

  return (int) (g_utf8_next_char (text + origin) - text);
}

static void
try_text (Search *self, const char *text, double weight)
{
  gboolean folded = FALSE;

  if (text == NULL || *text == '\0')
    return;

  for (int i = 0; i < self->n_words; i++)
    {
      const char *at;
      gsize begin;
      gsize length = strlen (self->words[i]);

      if (!folded)
        dossier_fold_set (&self->fold, text);
      folded = TRUE;

      at = strstr (self->fold.text->str, self->words[i]);
      if (at == NULL)
        continue;

      begin = (gsize) (at - self->fold.text->str);
      if (!self->found[i])
        {
          gboolean whole = at[length] == ' ' || at[length] == '\0';

          self->found[i] = TRUE;
          self->n_found++;
          self->score += weight * (whole ? 1.0 : 0.8) * (begin == 0 ? 1.2 : 1.0);
        }

      if (weight > self->text_weight)
        {
          g_free (self->text);
          self->text = g_strdup (text);
          self->text_weight = weight;
          self->begin = g_array_index (self->fold.origins, int, begin + 1);
          self->end = get_end (text, &self->fold, begin + length - 1);
        }
    }
}

static void
try_versions (Search *self, const DossierText *text, double weight)
{
  try_text (self, text->plain, weight);
  for (int i = 0; i < text->n_versions; i++)
    try_text (self, text->versions[2 * i + 1], weight);
}

static void
try_names (Search *self, const DossierNameList *names, double weight)
{
  for (int i = 0; i < names->n; i++)
    try_text (self, names->items[i].text, weight);
}

static void
try_strings (Search *self, const DossierStrings *strings, double weight)
{
  for (int i = 0; i < strings->n; i++)
    try_text (self, strings->items[i], weight);
}

static void
try_quotes (Search *self, const DossierLinks *quotes)
{
  for (int i = 0; i < quotes->n; i++)
    try_text (self, dossier_document_get_quote (self->document, quotes->items[i].ref.index)->exact, WEIGHT_QUOTE);
}

static void
try_actor_names (Search *self, const DossierLink *link)
{
  const DossierActor *actor = dossier_document_get_actor (self->document, link->ref.index);

  try_versions (self, &actor->name, WEIGHT_OTHER);
  try_names (self, &actor->names, WEIGHT_OTHER);
}

static void
try_place_names (Search *self, const DossierLinks *places)
{
  for (int i = 0; i < places->n; i++)
    {
      const DossierPlace *place = dossier_document_get_place (self->document, places->items[i].ref.index);

      try_versions (self, &place->name, WEIGHT_OTHER);
      try_names (self, &place->names, WEIGHT_OTHER);
    }
}

static void
try_event (Search *self, int index)
{
  g_autoptr (DossierEvent) event = dossier_document_load_event (self->document, index);

  try_versions (self, &event->title, WEIGHT_TITLE);
  try_versions (self, &event->summary, WEIGHT_SUMMARY);
  try_quotes (self, &event->statement.quotes);
  try_text (self, event->date_text, WEIGHT_OTHER);
  try_text (self, event->date.edtf, WEIGHT_OTHER);
  try_strings (self, &event->tags, WEIGHT_OTHER);
  try_place_names (self, &event->places);
  for (int i = 0; i < event->participants.n; i++)
    {
      try_actor_names (self, &event->participants.items[i].actor);
      try_versions (self, &event->participants.items[i].as, WEIGHT_OTHER);
    }
}

static void
try_actor (Search *self, const DossierActor *actor)
{
  try_versions (self, &actor->name, WEIGHT_TITLE);
  try_names (self, &actor->names, WEIGHT_NAME);
  try_versions (self, &actor->description, WEIGHT_SUMMARY);
  for (int i = 0; i < actor->posts.n; i++)
    try_versions (self, &actor->posts.items[i].title, WEIGHT_SUMMARY);
}

static void
try_place (Search *self, const DossierPlace *place)
{
  try_versions (self, &place->name, WEIGHT_TITLE);
  try_names (self, &place->names, WEIGHT_NAME);
  try_versions (self, &place->description, WEIGHT_SUMMARY);
}

static void
try_tie (Search *self, const DossierTie *tie)
{
  try_versions (self, &tie->label, WEIGHT_TITLE);
  try_versions (self, &tie->summary, WEIGHT_SUMMARY);
  try_quotes (self, &tie->statement.quotes);
  try_actor_names (self, &tie->from);
  try_actor_names (self, &tie->to);
}

static void
try_reaction (Search *self, const DossierReaction *reaction)
{
  try_versions (self, &reaction->summary, WEIGHT_SUMMARY);
  try_text (self, dossier_vocabulary_get_label (DOSSIER_VOCABULARY_STANCE, reaction->stance), WEIGHT_OTHER);
  try_quotes (self, &reaction->statement.quotes);
  for (int i = 0; i < reaction->actors.n; i++)
    try_actor_names (self, &reaction->actors.items[i]);
}

static void
try_claim (Search *self, const DossierClaim *claim)
{
  try_versions (self, &claim->title, WEIGHT_TITLE);
  try_versions (self, &claim->summary, WEIGHT_SUMMARY);
  try_text (self, claim->hedge, WEIGHT_OTHER);
  try_quotes (self, &claim->statement.quotes);
}

static void
try_note (Search *self, const DossierNote *note)
{
  try_versions (self, &note->title, WEIGHT_TITLE);
  try_versions (self, &note->text, WEIGHT_SUMMARY);
  try_text (self, note->printed, WEIGHT_OTHER);
  try_text (self, note->inferred, WEIGHT_OTHER);
  try_versions (self, &note->why, WEIGHT_OTHER);
}

static void
try_record (Search *self, DossierRef ref)
{
  switch (ref.type)
    {
    case DOSSIER_RECORD_EVENT:
      try_event (self, ref.index);
      break;
    case DOSSIER_RECORD_ACTOR:
      try_actor (self, dossier_document_get_actor (self->document, ref.index));
      break;
    case DOSSIER_RECORD_PLACE:
      try_place (self, dossier_document_get_place (self->document, ref.index));
      break;
    case DOSSIER_RECORD_TIE:
      try_tie (self, dossier_document_get_tie (self->document, ref.index));
      break;
    case DOSSIER_RECORD_REACTION:
      try_reaction (self, dossier_document_get_reaction (self->document, ref.index));
      break;
    case DOSSIER_RECORD_CLAIM:
      try_claim (self, dossier_document_get_claim (self->document, ref.index));
      break;
    case DOSSIER_RECORD_NOTE:
      try_note (self, dossier_document_get_note (self->document, ref.index));
      break;
    case DOSSIER_RECORD_QUOTE:
      try_text (self, dossier_document_get_quote (self->document, ref.index)->exact, WEIGHT_QUOTE);
      break;
    case DOSSIER_RECORD_SOURCE:
      try_versions (self, &dossier_document_get_source (self->document, ref.index)->label, WEIGHT_TITLE);
      break;
    case DOSSIER_RECORD_HYPOTHESIS:
      try_versions (self, &dossier_document_get_hypothesis (self->document, ref.index)->title, WEIGHT_TITLE);
      break;
    case DOSSIER_RECORD_NONE:
    case DOSSIER_RECORD_KIND:
    case DOSSIER_RECORD_TIE_KIND:
    case DOSSIER_RECORD_STORY:
    case DOSSIER_RECORD_SCENE:
    case DOSSIER_N_RECORDS:
    default:
      break;
    }
}

/* Whether every word is in the record. */
static gboolean
matches (Search *self, DossierRef ref)
{
  memset (self->found, 0, (gsize) self->n_words * sizeof *self->found);
  self->n_found = 0;
  self->score = 0;
  self->text_weight = 0;
  g_clear_pointer (&self->text, g_free);

  try_record (self, ref);

  return self->n_found == self->n_words;
}

static void
search_init (Search *self, DossierDocument *document, const char *words)
{
  g_auto (GStrv) parts = NULL;

  memset (self, 0, sizeof *self);
  self->document = document;
  dossier_fold_init (&self->fold);
  dossier_fold_set (&self->fold, words);

  /* The fold begins with a space, so the first part is empty. */
  parts = g_strsplit (self->fold.text->str, " ", -1);
  self->words = g_new0 (char *, g_strv_length (parts) + 1);
  for (int i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] != '\0')
        self->words[self->n_words++] = g_strconcat (" ", parts[i], NULL);
    }

  self->found = g_new0 (gboolean, MAX (self->n_words, 1));
}

static void
search_clear (Search *self)
{
  g_strfreev (self->words);
  g_free (self->found);
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
            {
              DossierHit *hit = g_new0 (DossierHit, 1);

              hit->ref = ref;
              hit->score = self.score;
              hit->text = g_steal_pointer (&self.text);
              hit->begin = self.begin;
              hit->end = self.end;
              g_ptr_array_add (hits, hit);
            }
        }
    }

  search_clear (&self);
  g_ptr_array_sort (hits, compare_hits);
  if ((int) hits->len > n_most)
    g_ptr_array_set_size (hits, n_most);

  return hits;
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
