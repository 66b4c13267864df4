/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-search-index.h"

#include "model/dossier-events-private.h"
#include "model/dossier-fold.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* A block holds the texts of so many records; threads take one block after the other. */
#define RECORDS_IN_BLOCK 16384

#define MOST_THREADS 8

/* A vector is loaded whole, so this much may be read behind the end of a text. */
#define PADDING 32

/* Where a word was found in less than one of so many records, the next letters of it are looked for record by record. */
#define FEW 3

/*
 * The texts of a record stand one behind the other, each after one byte that is its DossierTextRank: no other byte of a
 * folded text is below a space. Records follow each other without a gap.
 *
 *   \1 kim and putin meet\3 the first meeting since\5 2023 09 12\1 next record ...
 */
typedef struct
{
  DossierRef first;  /* the record that it begins with; all are of one type */
  int n_records;
  int first_number;  /* its number among all records of the index */
  GString *text;
  gsize *offsets;    /* of each record, where it begins in @text, and the end */
} Block;

struct _DossierSearchIndex
{
  gatomicrefcount ref_count;
  DossierDocument *document;
  GPtrArray *blocks;
  int n_records;
  int bases[DOSSIER_N_RECORDS + 1]; /* of each type, the number of its first record */

  GMutex mutex; /* of what follows */
  GPtrArray *words;  /* of the search before */
  GPtrArray *scores; /* of each of them, guint8 by record */
};

static void
free_block (gpointer data)
{
  Block *block = data;

  if (block->text != NULL)
    g_string_free (block->text, TRUE);
  g_free (block->offsets);
  g_free (block);
}

static void
add_text (const char *text, DossierTextRank rank, gpointer data)
{
  GString *folded = data;

  g_string_append_c (folded, (char) rank);
  dossier_fold_append (folded, text);
}

static void
fill_block (DossierSearchIndex *self, Block *block)
{
  static const char padding[PADDING] = { 0 };

  block->text = g_string_new (NULL);
  block->offsets = g_new (gsize, block->n_records + 1);
  for (int i = 0; i < block->n_records; i++)
    {
      DossierRef ref = { block->first.type, block->first.index + i };

      block->offsets[i] = block->text->len;
      dossier_record_texts_visit (self->document, ref, add_text, block->text);
    }
  block->offsets[block->n_records] = block->text->len;
  g_string_append_len (block->text, padding, PADDING);
  block->text->str = g_realloc (block->text->str, block->text->len + 1);
  block->text->allocated_len = block->text->len + 1;
}

/* Work that threads share: each takes the next block until there is none. */
typedef struct
{
  DossierSearchIndex *index;
  GCancellable *cancellable;
  int next;
  void (*func) (DossierSearchIndex *index, Block *block, gpointer data);
  gpointer data;
} Work;

static gpointer
work_in_thread (gpointer data)
{
  Work *work = data;

  for (int i = g_atomic_int_add (&work->next, 1); i < (int) work->index->blocks->len; i = g_atomic_int_add (&work->next, 1))
    {
      if (g_cancellable_is_cancelled (work->cancellable))
        break;
      work->func (work->index, g_ptr_array_index (work->index->blocks, i), work->data);
    }

  return NULL;
}

static void
share_work (Work *work)
{
  GThread *threads[MOST_THREADS];
  int n = MIN ((int) g_get_num_processors (), MIN ((int) work->index->blocks->len, MOST_THREADS)) - 1;

  for (int i = 0; i < n; i++)
    threads[i] = g_thread_new ("search", work_in_thread, work);
  work_in_thread (work);
  for (int i = 0; i < n; i++)
    g_thread_join (threads[i]);
}

static void
fill_block_cb (DossierSearchIndex *self, Block *block, gpointer data)
{
  fill_block (self, block);
}

/**
 * dossier_search_index_new:
 * @document: a document
 * @cancellable: (nullable): to give up
 *
 * Reads all texts of @document, with as many threads as there are processors. It takes about as long as reading the
 * document did, so it is for a thread that may.
 *
 * Returns: (transfer full) (nullable): the index, %NULL if it was cancelled
 */
DossierSearchIndex *
dossier_search_index_new (DossierDocument *document, GCancellable *cancellable)
{
  DossierSearchIndex *self = g_new0 (DossierSearchIndex, 1);
  Work work = { .index = self, .cancellable = cancellable, .func = fill_block_cb };

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->document = g_object_ref (document);
  self->blocks = g_ptr_array_new_with_free_func (free_block);
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->scores = g_ptr_array_new_with_free_func (g_free);

  for (int type = DOSSIER_RECORD_NONE + 1; type < DOSSIER_N_RECORDS; type++)
    {
      int n = dossier_document_get_count (document, (DossierRecord) type);

      self->bases[type] = self->n_records;
      for (int i = 0; i < n; i += RECORDS_IN_BLOCK)
        {
          Block *block = g_new0 (Block, 1);

          block->first = (DossierRef){ (DossierRecord) type, i };
          block->n_records = MIN (n - i, RECORDS_IN_BLOCK);
          block->first_number = self->n_records + i;
          g_ptr_array_add (self->blocks, block);
        }
      self->n_records += n;
    }
  self->bases[DOSSIER_N_RECORDS] = self->n_records;

  share_work (&work);
  if (g_cancellable_is_cancelled (cancellable))
    g_clear_pointer (&self, dossier_search_index_unref);

  return self;
}

/**
 * dossier_search_index_ref:
 * @self: an index
 *
 * Returns: (transfer full): @self
 */
DossierSearchIndex *
dossier_search_index_ref (DossierSearchIndex *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * dossier_search_index_unref:
 * @self: (nullable): an index, or %NULL
 */
void
dossier_search_index_unref (DossierSearchIndex *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->scores);
  g_mutex_clear (&self->mutex);
  g_object_unref (self->document);
  g_free (self);
}

/**
 * dossier_search_index_get_size:
 * @self: an index
 *
 * Returns: how many bytes it holds
 */
gsize
dossier_search_index_get_size (DossierSearchIndex *self)
{
  gsize size = (gsize) self->scores->len * (gsize) self->n_records;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = g_ptr_array_index (self->blocks, i);

      size += sizeof *block + block->text->allocated_len + ((gsize) block->n_records + 1) * sizeof *block->offsets;
    }

  return size;
}

/**
 * dossier_search_result_free:
 * @self: (nullable): a result, or %NULL
 */
void
dossier_search_result_free (DossierSearchResult *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->hits);
  g_free (self->events);
  g_free (self);
}

/* Returns the next byte below a space from @p, which begins the next text, or @end. PADDING bytes behind @end can be
 * read. */
static inline const char *
find_mark (const char *p, const char *end)
{
#ifdef __SSE2__
  const __m128i space = _mm_set1_epi8 (' ');

  for (; p < end; p += 16)
    {
      const __m128i bytes = _mm_loadu_si128 ((const __m128i *) p);
      unsigned int above = (unsigned int) _mm_movemask_epi8 (_mm_cmpeq_epi8 (_mm_max_epu8 (bytes, space), bytes));

      if (above != 0xffff)
        return MIN (p + __builtin_ctz (~above), end);
    }

  return end;
#else
  while (p < end && (guchar) *p >= ' ')
    p++;

  return p;
#endif
}

typedef struct
{
  const char *word;
  gsize length;
  guint8 table[DOSSIER_N_TEXT_RANKS][2][2]; /* of dossier_search_score(), by rank, whole and first */
  const guint8 *before; /* scores of a word that this one begins with; NULL for none */
  gboolean one_by_one;  /* whether to look only where that was found */
  guint8 *scores;
  const guint8 *linked[DOSSIER_N_RECORDS]; /* of actors, places and quotes: scores for those that refer to them; NULL for none */
  const guint8 *by_tag[DOSSIER_EVENT_LINKS_N_TAGS]; /* the same by the tag of a link of an event */
} Scan;

/* Where in a block the scan is. It goes forward only. */
typedef struct
{
  const Scan *scan;
  const Block *block;
  guint8 *scores; /* of the block's records */
  gboolean is_event;
  int record;
  const char *record_end;
  const char *text;     /* in which the last place was: its first byte is its rank */
  const char *text_end;
  int best_rank;        /* of the places in the record */
  gboolean is_done;     /* no later place in the record can score better */
} Cursor;

static inline void
enter_record (Cursor *self, int record)
{
  self->record = record;
  self->record_end = self->block->text->str + self->block->offsets[record + 1];
  self->text = self->block->text->str + self->block->offsets[record];
  self->text_end = self->text < self->record_end ? find_mark (self->text + 1, self->record_end) : self->record_end;
  self->best_rank = DOSSIER_N_TEXT_RANKS;
  self->is_done = FALSE;
}

static inline void
take_place (Cursor *self, const char *at)
{
  guint8 score;

  if (at >= self->record_end)
    {
      int record = self->record + 1;

      while (self->block->text->str + self->block->offsets[record + 1] <= at)
        record++;
      enter_record (self, record);
    }
  if (self->is_done)
    return;

  while (self->text_end <= at)
    {
      self->text = self->text_end;
      self->text_end = find_mark (self->text + 1, self->record_end);
    }

  /* An event has texts of three ranks, the least of each above the most of the next. */
  if (self->is_event && *self->text > self->best_rank)
    {
      self->is_done = TRUE;
      return;
    }

  self->best_rank = MIN (self->best_rank, *self->text);
  score = self->scan->table[(guchar) *self->text][(guchar) at[self->scan->length] <= ' '][at == self->text + 1];
  if (score > self->scores[self->record])
    self->scores[self->record] = score;
}

/* Takes every place of the word between @p and @end. PADDING bytes behind @end can be read. */
static inline void
take_places (Cursor *cursor, const char *p, const char *end)
{
  const char *word = cursor->scan->word;
  gsize length = cursor->scan->length;
#ifdef __SSE2__
  /* The first and the last letter of the word are looked for at once, sixteen places at a time (W. Muła, "SIMD-friendly
   * algorithms for substring searching"). Its space stands before every word, and says little. */
  const char *limit = (gsize) (end - p) >= length ? end - length + 1 : p;
  const __m128i first = _mm_set1_epi8 (word[1]);
  const __m128i last = _mm_set1_epi8 (length > 2 ? word[length - 1] : word[0]);
  const gsize last_at = length > 2 ? length - 1 : 0;

  for (; p < limit; p += 16)
    {
      const __m128i firsts = _mm_cmpeq_epi8 (first, _mm_loadu_si128 ((const __m128i *) (p + 1)));
      const __m128i lasts = _mm_cmpeq_epi8 (last, _mm_loadu_si128 ((const __m128i *) (p + last_at)));
      unsigned int found = (unsigned int) _mm_movemask_epi8 (_mm_and_si128 (firsts, lasts));

      for (; found != 0; found &= found - 1)
        {
          const char *at = p + __builtin_ctz (found);

          if (at < limit && (length == 2 || memcmp (at, word, length) == 0))
            take_place (cursor, at);
        }
    }
#else
  while (p < end && (p = memmem (p, (gsize) (end - p), word, length)) != NULL)
    take_place (cursor, p++);
#endif
}

static void
scan_block (DossierSearchIndex *self, Block *block, gpointer data)
{
  const Scan *scan = data;
  const char *begin = block->text->str;
  Cursor cursor = { .scan = scan, .block = block, .scores = scan->scores + block->first_number, .is_event = block->first.type == DOSSIER_RECORD_EVENT };

  enter_record (&cursor, 0);
  if (!scan->one_by_one)
    {
      take_places (&cursor, begin, begin + block->offsets[block->n_records]);
      return;
    }

  for (int i = 0; i < block->n_records; i++)
    if (scan->before[block->first_number + i] != 0)
      take_places (&cursor, begin + block->offsets[i], begin + block->offsets[i + 1]);
}

typedef struct
{
  const Scan *scan;
  guint8 *score;
} LinkVisit;

static void
take_link (DossierRef ref, gpointer data)
{
  LinkVisit *visit = data;
  const guint8 *linked = visit->scan->linked[ref.type];

  if (linked != NULL)
    *visit->score = MAX (*visit->score, linked[ref.index]);
}

/* What others are called, and the words of quotes, count for those that refer to them. */
static void
scan_links (DossierSearchIndex *self, Block *block, gpointer data)
{
  const Scan *scan = data;
  const DossierEvents *events = dossier_document_get_events (self->document);
  guint8 *scores = scan->scores + block->first_number;

  if (block->first.type == DOSSIER_RECORD_EVENT)
    {
      for (int i = 0; i < block->n_records; i++)
        {
          int n;
          const guint32 *links = dossier_events_peek_links (events, block->first.index + i, &n);
          guint8 score = scores[i];

          for (int j = 0; j < n; j++)
            {
              const guint8 *linked = scan->by_tag[dossier_event_link_get_tag (links[j])];

              if (linked != NULL)
                score = MAX (score, linked[dossier_event_link_get_target (links[j])]);
            }
          scores[i] = score;
        }
    }
  else if (block->first.type == DOSSIER_RECORD_TIE || block->first.type == DOSSIER_RECORD_REACTION || block->first.type == DOSSIER_RECORD_CLAIM)
    {
      for (int i = 0; i < block->n_records; i++)
        {
          LinkVisit visit = { scan, &scores[i] };

          dossier_record_texts_visit_links (self->document, (DossierRef){ block->first.type, block->first.index + i }, take_link, &visit);
        }
    }
}

/* What a record scores for those that refer to it: by its texts up to the rank @lowest, as if they were of rank @lent. */
static guint8
lend_score (const Scan *scan, const Block *block, int record, DossierTextRank lowest, DossierTextRank lent)
{
  const char *end = block->text->str + block->offsets[record + 1];
  guint8 best = 0;

  for (const char *text = block->text->str + block->offsets[record]; text < end && (guchar) *text <= lowest;)
    {
      const char *text_end = find_mark (text + 1, end);

      for (const char *at = text; (at = memmem (at, (gsize) (text_end - at), scan->word, scan->length)) != NULL; at++)
        best = MAX (best, scan->table[lent][(guchar) at[scan->length] <= ' '][at == text + 1]);
      text = text_end;
    }

  return best;
}

/* By actors and places records are found through their names only, by quotes through their words. Returns whether there
 * is anything to be lent. */
static gboolean
lend_scores (DossierSearchIndex *self, Scan *scan, guint8 *lent)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = g_ptr_array_index (self->blocks, i);
      gboolean is_quote = block->first.type == DOSSIER_RECORD_QUOTE;

      if (!is_quote && block->first.type != DOSSIER_RECORD_ACTOR && block->first.type != DOSSIER_RECORD_PLACE)
        continue;

      for (int j = 0; j < block->n_records; j++)
        {
          int number = block->first_number + j;

          if (scan->scores[number] != 0)
            lent[number] = is_quote ? lend_score (scan, block, j, DOSSIER_TEXT_QUOTE, DOSSIER_TEXT_QUOTE)
                                    : lend_score (scan, block, j, DOSSIER_TEXT_NAME, DOSSIER_TEXT_OTHER);
          if (lent[number] != 0)
            {
              scan->linked[block->first.type] = lent + self->bases[block->first.type];
              any = TRUE;
            }
        }
    }

  for (guint tag = 0; tag < DOSSIER_EVENT_LINKS_N_TAGS; tag++)
    {
      DossierRelation relation = dossier_event_link_get_relation (tag << DOSSIER_EVENT_LINKS_TARGET_BITS);

      if (relation == DOSSIER_RELATION_PARTICIPANT)
        scan->by_tag[tag] = scan->linked[DOSSIER_RECORD_ACTOR];
      else if (relation == DOSSIER_RELATION_PLACE)
        scan->by_tag[tag] = scan->linked[DOSSIER_RECORD_PLACE];
      else if (relation == DOSSIER_RELATION_QUOTE)
        scan->by_tag[tag] = scan->linked[DOSSIER_RECORD_QUOTE];
    }

  return any;
}

static void
run_scan (DossierSearchIndex *self, Scan *scan, void (*func) (DossierSearchIndex *, Block *, gpointer), GCancellable *cancellable)
{
  Work work = { .index = self, .cancellable = cancellable, .func = func, .data = scan };

  share_work (&work);
}

/* The scores of all records for one word. */
static guint8 *
score_word (DossierSearchIndex *self, const char *word, GCancellable *cancellable)
{
  Scan scan = { .word = word, .length = strlen (word) };
  /* Actors, places and quotes come before events. */
  g_autofree guint8 *lent = g_new0 (guint8, MAX (self->bases[DOSSIER_RECORD_EVENT], 1));

  for (int rank = DOSSIER_TEXT_TITLE; rank < DOSSIER_N_TEXT_RANKS; rank++)
    for (int i = 0; i < 4; i++)
      scan.table[rank][i / 2][i % 2] = (guint8) dossier_search_score ((DossierTextRank) rank, i / 2, i % 2);

  for (guint i = 0; i < self->words->len; i++)
    if (g_str_has_prefix (word, g_ptr_array_index (self->words, i)))
      scan.before = g_ptr_array_index (self->scores, i);

  if (scan.before != NULL)
    {
      int n = 0;

      for (int i = 0; i < self->n_records; i++)
        n += scan.before[i] != 0;
      scan.one_by_one = n < self->n_records / FEW;
    }

  scan.scores = g_new0 (guint8, MAX (self->n_records, 1));
  run_scan (self, &scan, scan_block, cancellable);
  if (lend_scores (self, &scan, lent))
    run_scan (self, &scan, scan_links, cancellable);

  return scan.scores;
}

/* Makes self->words and self->scores those of @words; what the search before has of them is kept. */
static void
score_words (DossierSearchIndex *self, char **words, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) new_words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) new_scores = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; words[i] != NULL; i++)
    {
      guint old;
      guint8 *scores = NULL;

      if (g_ptr_array_find_with_equal_func (self->words, words[i], g_str_equal, &old) && g_ptr_array_index (self->scores, old) != NULL)
        {
          scores = g_memdup2 (g_ptr_array_index (self->scores, old), (gsize) self->n_records);
        }
      else
        {
          scores = score_word (self, words[i], cancellable);
        }
      g_ptr_array_add (new_words, g_strdup (words[i]));
      g_ptr_array_add (new_scores, scores);
    }

  /* What was given up half-way says nothing. */
  if (g_cancellable_is_cancelled (cancellable))
    return;

  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->scores);
  self->words = g_steal_pointer (&new_words);
  self->scores = g_steal_pointer (&new_scores);
}

/* The sums of the scores of all words: 0 where one is missing. */
typedef struct
{
  guint16 *sums;
  int n_sums;   /* a sum is less */
  int *counts;  /* of each block and each sum, how many records have it */
  gboolean is_limited; /* whether only those count that have a date from begin to end */
  gint64 begin, end;
  DossierSearchResult *result;
} Sums;

/* Whether a record has a date that may lie in the period. */
static gboolean
is_within (DossierSearchIndex *self, DossierRef ref, const Sums *sums)
{
  DossierSpan span;

  if (ref.type == DOSSIER_RECORD_EVENT)
    dossier_events_get_span (dossier_document_get_events (self->document), ref.index, &span);
  else if (ref.type == DOSSIER_RECORD_TIE)
    span = dossier_document_get_tie (self->document, ref.index)->date.span;
  else if (ref.type == DOSSIER_RECORD_REACTION)
    span = dossier_document_get_reaction (self->document, ref.index)->date.span;
  else if (ref.type == DOSSIER_RECORD_CLAIM)
    span = dossier_document_get_claim (self->document, ref.index)->date.span;
  else
    return FALSE;

  return (span.flags & DOSSIER_SPAN_UNKNOWN) == 0 && span.start_earliest <= sums->end && span.end_latest >= sums->begin;
}

static void
sum_block (DossierSearchIndex *self, Block *block, gpointer data)
{
  Sums *sums = data;
  guint16 *sum = sums->sums + block->first_number;
  guint index = 0;
  int *counts;

  for (guint w = 0; w < self->words->len; w++)
    {
      const guint8 *scores = (const guint8 *) g_ptr_array_index (self->scores, w) + block->first_number;

      if (w == 0)
        for (int i = 0; i < block->n_records; i++)
          sum[i] = scores[i];
      else
        for (int i = 0; i < block->n_records; i++)
          sum[i] = scores[i] != 0 && sum[i] != 0 ? (guint16) (sum[i] + scores[i]) : 0;
    }

  for (int i = 0; i < block->n_records && sums->is_limited; i++)
    if (sum[i] != 0 && !is_within (self, (DossierRef){ block->first.type, block->first.index + i }, sums))
      sum[i] = 0;

  g_ptr_array_find (self->blocks, block, &index);
  counts = sums->counts + (gsize) index * (gsize) sums->n_sums;
  for (int i = 0; i < block->n_records; i++)
    counts[sum[i]]++;

  if (block->first.type == DOSSIER_RECORD_EVENT)
    for (int i = 0; i < block->n_records; i++)
      sums->result->events[block->first.index + i] = sum[i] != 0;
}

/* The records that score best, as many as are wanted: what each score comes to was counted, so the least of them is
 * known, and blocks with none above it are passed over. */
static GArray *
choose (DossierSearchIndex *self, const gint64 *period, int n_most, DossierSearchResult *result, GCancellable *cancellable)
{
  int n_sums = 255 * (int) self->words->len + 1;
  g_autofree guint16 *all_sums = g_new (guint16, MAX (self->n_records, 1));
  g_autofree int *counts = g_new0 (int, (gsize) n_sums * MAX (self->blocks->len, 1));
  g_autofree int *totals = g_new0 (int, n_sums);
  g_autofree int *places = g_new0 (int, n_sums);
  Sums sums = { .sums = all_sums, .n_sums = n_sums, .counts = counts, .result = result };
  Work work = { .index = self, .cancellable = cancellable, .func = sum_block, .data = &sums };
  GArray *best = g_array_new (FALSE, TRUE, sizeof (DossierRef));
  int least = n_sums - 1;
  int n_best = 0;

  if (period != NULL)
    {
      sums.is_limited = TRUE;
      sums.begin = period[0];
      sums.end = period[1];
    }
  share_work (&work);
  if (g_cancellable_is_cancelled (cancellable))
    return best;

  for (guint b = 0; b < self->blocks->len; b++)
    {
      const Block *block = g_ptr_array_index (self->blocks, b);
      const int *of_block = counts + (gsize) b * (gsize) n_sums;

      for (int sum = 0; sum < n_sums; sum++)
        totals[sum] += of_block[sum];
      result->n_found += block->n_records - of_block[0];
      if (block->first.type == DOSSIER_RECORD_EVENT)
        result->n_events += block->n_records - of_block[0];
    }

  /* Where those with each sum begin in the list, best first. */
  for (int sum = n_sums - 1; sum > 0; sum--)
    {
      places[sum] = n_best;
      if (n_best < n_most && totals[sum] > 0)
        least = sum;
      n_best = MIN (n_most, n_best + totals[sum]);
    }
  g_array_set_size (best, (guint) n_best);

  for (guint b = 0; b < self->blocks->len && n_best > 0; b++)
    {
      const Block *block = g_ptr_array_index (self->blocks, b);
      const int *of_block = counts + (gsize) b * (gsize) n_sums;
      int n_here = 0;

      for (int sum = least; sum < n_sums; sum++)
        n_here += places[sum] < n_best ? of_block[sum] : 0;

      for (int i = 0; i < block->n_records && n_here > 0; i++)
        {
          int sum = all_sums[block->first_number + i];

          if (sum < least || places[sum] >= n_best)
            continue;
          g_array_index (best, DossierRef, places[sum]) = (DossierRef){ block->first.type, block->first.index + i };
          places[sum]++;
          n_here--;
        }
    }

  return best;
}

/* Of a period the first and the last second; NULL for all of time and what has no date. */
static DossierSearchResult *
look_for (DossierSearchIndex *self, const char *words, const gint64 *period, int n_most, GCancellable *cancellable)
{
  g_auto (GStrv) parts = dossier_search_split (words);
  g_autoptr (DossierSearchResult) result = g_new0 (DossierSearchResult, 1);
  g_autoptr (GArray) best = NULL;

  result->events = g_new0 (guint8, MAX (dossier_document_get_count (self->document, DOSSIER_RECORD_EVENT), 1));
  if (parts[0] == NULL)
    {
      result->hits = g_ptr_array_new_with_free_func ((GDestroyNotify) dossier_hit_free);
      return g_steal_pointer (&result);
    }

  g_mutex_lock (&self->mutex);
  score_words (self, parts, cancellable);
  if (!g_cancellable_is_cancelled (cancellable))
    best = choose (self, period, n_most, result, cancellable);
  g_mutex_unlock (&self->mutex);

  if (g_cancellable_is_cancelled (cancellable))
    g_clear_pointer (&best, g_array_unref);
  result->hits = best != NULL ? dossier_search_make_hits (self->document, words, best) : g_ptr_array_new ();

  return best != NULL ? g_steal_pointer (&result) : NULL;
}

/**
 * dossier_search_index_run:
 * @self: an index
 * @words: what to look for, as in dossier_search()
 * @n_most: how many hits at the most
 * @cancellable: (nullable): to give up
 *
 * Looks for words. One search runs at a time; another waits for it.
 *
 * Returns: (transfer full) (nullable): what was found, nothing without a word; %NULL if it was cancelled
 */
DossierSearchResult *
dossier_search_index_run (DossierSearchIndex *self, const char *words, int n_most, GCancellable *cancellable)
{
  return look_for (self, words, NULL, n_most, cancellable);
}

/**
 * dossier_search_index_run_within:
 * @self: an index
 * @words: what to look for, as in dossier_search()
 * @begin: the first second of a period
 * @end: its last second
 * @n_most: how many hits at the most
 * @cancellable: (nullable): to give up
 *
 * Looks for words in what has a date that may lie in the period: events, ties, reactions and claims.
 *
 * Returns: (transfer full) (nullable): as dossier_search_index_run()
 */
DossierSearchResult *
dossier_search_index_run_within (DossierSearchIndex *self, const char *words, gint64 begin, gint64 end, int n_most, GCancellable *cancellable)
{
  const gint64 period[] = { begin, end };

  return look_for (self, words, period, n_most, cancellable);
}
