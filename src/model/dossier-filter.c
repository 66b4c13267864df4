/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-filter.h"

#include "model/dossier-facets.h"
#include "model/dossier-search.h"

#include <string.h>

struct _DossierFilter
{
  GObject parent_instance;

  DossierDocument *document;
  DossierFacets *facets; /* of the document */
  gboolean *chosen[DOSSIER_N_FACETS];
  int n_chosen[DOSSIER_N_FACETS];
  gboolean negated[DOSSIER_N_FACETS];
  gboolean has_dates;
  gint64 begin;
  gint64 end;
  char *words;
  guint8 *found; /* whether the words occur in an event; NULL without words */

  /* What follows from the above. */
  guint16 *fails; /* of each event, a bit for each test that it fails */
  int n_shown;
  int n_by_one[DOSSIER_N_FILTER_TESTS]; /* how many events fail that test, and no other */
  int *counts[DOSSIER_N_FACETS];
  gboolean counted[DOSSIER_N_FACETS]; /* whether the counts hold */
  guint n_frozen;
  gboolean changed_meanwhile;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierFilter, dossier_filter, G_TYPE_OBJECT)

G_STATIC_ASSERT (DOSSIER_N_FILTER_TESTS <= 16);

typedef struct
{
  const gboolean *chosen;
  gboolean found;
} Match;

typedef struct
{
  int *counts;
  int amount;
} Count;

static void
match_value (int value, gpointer data)
{
  Match *match = data;

  match->found |= match->chosen[value];
}

static void
count_value (int value, gpointer data)
{
  Count *count = data;

  count->counts[value] += count->amount;
}

static int
count_events (DossierFilter *self)
{
  return dossier_document_get_count (self->document, DOSSIER_RECORD_EVENT);
}

/* Which events fail by a facet. Whether a set of values matches is worked out once for all events that have it. */
static void
test_facet (DossierFilter *self, DossierFacet facet)
{
  const guint32 *sets = dossier_facets_get_sets (self->facets, facet);
  const guint16 bit = (guint16) (1 << facet);
  int n_sets = dossier_facets_get_n_sets (self->facets, facet);
  int n_events = count_events (self);
  g_autofree guint16 *fails_of_set = g_new0 (guint16, MAX (n_sets, 1));

  if (self->n_chosen[facet] > 0)
    for (int i = 0; i < n_sets; i++)
      {
        Match match = { self->chosen[facet], FALSE };

        dossier_facets_foreach_of_set (self->facets, facet, i, match_value, &match);
        fails_of_set[i] = match.found == self->negated[facet] ? bit : 0;
      }

  for (int i = 0; i < n_events; i++)
    self->fails[i] = (guint16) ((self->fails[i] & ~bit) | fails_of_set[sets[i]]);
}

static void
test_dates (DossierFilter *self)
{
  const DossierEvents *events = dossier_document_get_events (self->document);
  const guint16 bit = 1 << DOSSIER_FILTER_DATES;
  int n_events = count_events (self);

  for (int i = 0; i < n_events; i++)
    {
      DossierSpan span;

      self->fails[i] &= (guint16) ~bit;
      if (!self->has_dates)
        continue;

      dossier_events_get_span (events, i, &span);
      if ((span.flags & DOSSIER_SPAN_UNKNOWN) || span.start_earliest > self->end || span.end_latest < self->begin)
        self->fails[i] |= bit;
    }
}

static void
test_words (DossierFilter *self)
{
  const guint16 bit = 1 << DOSSIER_FILTER_WORDS;
  int n_events = count_events (self);

  for (int i = 0; i < n_events; i++)
    {
      self->fails[i] &= (guint16) ~bit;
      if (self->found != NULL && !self->found[i])
        self->fails[i] |= bit;
    }
}

static void
run_test (DossierFilter *self, int test)
{
  if (test == DOSSIER_FILTER_DATES)
    test_dates (self);
  else if (test == DOSSIER_FILTER_WORDS)
    test_words (self);
  else
    test_facet (self, (DossierFacet) test);
}

/* How many events are shown, and how many would be but for one test. */
static void
sum_up (DossierFilter *self)
{
  int n_events = count_events (self);
  g_autofree int *n_with = g_new0 (int, 1 << DOSSIER_N_FILTER_TESTS);

  for (int i = 0; i < n_events; i++)
    n_with[self->fails[i]]++;

  self->n_shown = n_with[0];
  for (int test = 0; test < DOSSIER_N_FILTER_TESTS; test++)
    self->n_by_one[test] = n_with[1 << test];
}

/* A value counts the events that pass all tests but that of its own facet. */
static void
count_facet (DossierFilter *self, DossierFacet facet)
{
  const guint32 *sets = dossier_facets_get_sets (self->facets, facet);
  const guint16 others = (guint16) ~(1 << facet);
  int n_sets = dossier_facets_get_n_sets (self->facets, facet);
  int n_events = count_events (self);
  g_autofree int *n_of_set = g_new0 (int, MAX (n_sets, 1));

  for (int i = 0; i < n_events; i++)
    n_of_set[sets[i]] += (self->fails[i] & others) == 0;

  memset (self->counts[facet], 0, (gsize) dossier_facets_get_n_values (self->facets, facet) * sizeof (int));
  for (int i = 0; i < n_sets; i++)
    {
      Count count = { self->counts[facet], n_of_set[i] };

      if (count.amount > 0)
        dossier_facets_foreach_of_set (self->facets, facet, i, count_value, &count);
    }
  self->counted[facet] = TRUE;
}

static void
emit_changed (DossierFilter *self)
{
  if (self->n_frozen > 0)
    {
      self->changed_meanwhile = TRUE;
      return;
    }

  sum_up (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What a test asks of an event is another. */
static void
change (DossierFilter *self, int test)
{
  run_test (self, test);

  /* How many events have a value of a facet does not depend on what is chosen in the facet itself. */
  for (int facet = 0; facet < DOSSIER_N_FACETS; facet++)
    if (facet != test)
      self->counted[facet] = FALSE;

  emit_changed (self);
}

static void
dossier_filter_finalize (GObject *object)
{
  DossierFilter *self = DOSSIER_FILTER (object);

  for (int facet = 0; facet < DOSSIER_N_FACETS; facet++)
    {
      g_free (self->chosen[facet]);
      g_free (self->counts[facet]);
    }

  g_free (self->fails);
  g_free (self->found);
  g_free (self->words);
  g_object_unref (self->document);

  G_OBJECT_CLASS (dossier_filter_parent_class)->finalize (object);
}

static void
dossier_filter_class_init (DossierFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dossier_filter_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dossier_filter_init (DossierFilter *self)
{
}

/**
 * dossier_filter_new:
 * @document: a document
 *
 * Returns: (transfer full): a filter that shows all events
 */
DossierFilter *
dossier_filter_new (DossierDocument *document)
{
  DossierFilter *self = g_object_new (DOSSIER_TYPE_FILTER, NULL);

  self->document = g_object_ref (document);
  self->facets = dossier_facets_get (document);
  self->fails = g_new0 (guint16, MAX (count_events (self), 1));

  for (int facet = 0; facet < DOSSIER_N_FACETS; facet++)
    {
      int n_values = dossier_facets_get_n_values (self->facets, (DossierFacet) facet);

      /* Never NULL, even without values: memset() must not be given it. */
      self->chosen[facet] = g_new0 (gboolean, MAX (n_values, 1));
      self->counts[facet] = g_new0 (int, MAX (n_values, 1));
    }

  sum_up (self);

  return self;
}

/**
 * dossier_filter_count_all:
 * @self: a filter
 * @cancellable: (nullable): ends the counting before its time
 *
 * Works out at once how many events have each value of each facet, which is otherwise done when it is asked for. Of a
 * large document this takes a second: it may be done in another thread, as long as nobody else has the filter.
 */
void
dossier_filter_count_all (DossierFilter *self, GCancellable *cancellable)
{
  g_return_if_fail (DOSSIER_IS_FILTER (self));

  for (int facet = 0; facet < DOSSIER_N_FACETS && !g_cancellable_is_cancelled (cancellable); facet++)
    if (!self->counted[facet])
      count_facet (self, (DossierFacet) facet);
}

/**
 * dossier_filter_get_document:
 * @self: a filter
 *
 * Returns: (transfer none): the document whose events it filters
 */
DossierDocument *
dossier_filter_get_document (DossierFilter *self)
{
  g_return_val_if_fail (DOSSIER_IS_FILTER (self), NULL);

  return self->document;
}

static gboolean
has_value (DossierFilter *self, DossierFacet facet, int value)
{
  return facet < DOSSIER_N_FACETS && value >= 0 && value < dossier_facets_get_n_values (self->facets, facet);
}

/**
 * dossier_filter_get_chosen:
 * @self: a filter
 * @facet: a facet
 * @value: a value of it
 *
 * Returns: whether @value is chosen
 */
gboolean
dossier_filter_get_chosen (DossierFilter *self, DossierFacet facet, int value)
{
  g_return_val_if_fail (DOSSIER_IS_FILTER (self), FALSE);
  g_return_val_if_fail (has_value (self, facet, value), FALSE);

  return self->chosen[facet][value];
}

/**
 * dossier_filter_set_chosen:
 * @self: a filter
 * @facet: a facet
 * @value: a value of it
 * @chosen: whether to choose it
 */
void
dossier_filter_set_chosen (DossierFilter *self, DossierFacet facet, int value, gboolean chosen)
{
  g_return_if_fail (DOSSIER_IS_FILTER (self));
  g_return_if_fail (has_value (self, facet, value));

  chosen = chosen != FALSE;
  if (self->chosen[facet][value] == chosen)
    return;

  self->chosen[facet][value] = chosen;
  self->n_chosen[facet] += chosen ? 1 : -1;
  if (self->n_chosen[facet] == 0)
    self->negated[facet] = FALSE;
  change (self, (int) facet);
}

/**
 * dossier_filter_get_n_chosen:
 * @self: a filter
 * @facet: a facet
 *
 * Returns: how many of its values are chosen; with 0 it holds nothing back
 */
int
dossier_filter_get_n_chosen (DossierFilter *self, DossierFacet facet)
{
  g_return_val_if_fail (DOSSIER_IS_FILTER (self), 0);
  g_return_val_if_fail (facet < DOSSIER_N_FACETS, 0);

  return self->n_chosen[facet];
}

/**
 * dossier_filter_get_n_values:
 * @self: a filter
 * @facet: a facet
 *
 * Returns: how many values it has, from 0
 */
int
dossier_filter_get_n_values (DossierFilter *self, DossierFacet facet)
{
  g_return_val_if_fail (DOSSIER_IS_FILTER (self), 0);

  return dossier_facets_get_n_values (self->facets, facet);
}

/**
 * dossier_filter_get_dates:
 * @self: a filter
 * @begin: (out) (optional): the first second
 * @end: (out) (optional): the last second
 *
 * Returns: whether events are held back by their dates
 */
gboolean
dossier_filter_get_dates (DossierFilter *self, gint64 *begin, gint64 *end)
{
  g_return_val_if_fail (DOSSIER_IS_FILTER (self), FALSE);

  if (self->has_dates && begin != NULL)
    *begin = self->begin;
  if (self->has_dates && end != NULL)
    *end = self->end;

  return self->has_dates;
}

/**
 * dossier_filter_set_dates:
 * @self: a filter
 * @begin: the first second
 * @end: the last second, not before @begin
 *
 * Shows only events that can have happened, in part at least, from @begin to @end; those of unknown date cannot.
 */
void
dossier_filter_set_dates (DossierFilter *self, gint64 begin, gint64 end)
{
  g_return_if_fail (DOSSIER_IS_FILTER (self));
  g_return_if_fail (begin <= end);

  if (self->has_dates && self->begin == begin && self->end == end)
    return;

  self->has_dates = TRUE;
  self->begin = begin;
  self->end = end;
  change (self, DOSSIER_FILTER_DATES);
}

/**
 * dossier_filter_unset_dates:
 * @self: a filter
 */
void
dossier_filter_unset_dates (DossierFilter *self)
{
  g_return_if_fail (DOSSIER_IS_FILTER (self));

  if (!self->has_dates)
    return;

  self->has_dates = FALSE;
  change (self, DOSSIER_FILTER_DATES);
}

/**
 * dossier_filter_get_words:
 * @self: a filter
 *
 * Returns: (transfer none) (nullable): the words that an event must hold, %NULL for none
 */
const char *
dossier_filter_get_words (DossierFilter *self)
{
  g_return_val_if_fail (DOSSIER_IS_FILTER (self), NULL);

  return self->words;
}

/* Takes @words and, where there are any, @found; or looks for them if that is %NULL. */
static void
take_words (DossierFilter *self, const char *words, const guint8 *found)
{
  g_autofree char *stripped = words != NULL ? g_strstrip (g_strdup (words)) : NULL;

  if (stripped != NULL && *stripped == '\0')
    g_clear_pointer (&stripped, g_free);
  if (g_strcmp0 (stripped, self->words) == 0)
    return;

  g_free (self->words);
  self->words = g_steal_pointer (&stripped);
  g_clear_pointer (&self->found, g_free);
  if (self->words != NULL)
    self->found = found != NULL ? g_memdup2 (found, (gsize) MAX (count_events (self), 1)) : dossier_search_mark_events (self->document, self->words);
  change (self, DOSSIER_FILTER_WORDS);
}

/**
 * dossier_filter_set_words:
 * @self: a filter
 * @words: (nullable): words that an event, its quotes or its participants must hold; %NULL or blank for none
 *
 * Looks for the words in every event: of a million that takes seconds.
 */
void
dossier_filter_set_words (DossierFilter *self, const char *words)
{
  g_return_if_fail (DOSSIER_IS_FILTER (self));

  take_words (self, words, NULL);
}

/**
 * dossier_filter_set_found_words:
 * @self: a filter
 * @words: words as for dossier_filter_set_words()
 * @found: (array): of each event, 1 if it holds them and 0 otherwise, at least one long
 *
 * As dossier_filter_set_words(), for who has looked for them already.
 */
void
dossier_filter_set_found_words (DossierFilter *self, const char *words, const guint8 *found)
{
  g_return_if_fail (DOSSIER_IS_FILTER (self));
  g_return_if_fail (words != NULL && found != NULL);

  take_words (self, words, found);
}

/**
 * dossier_filter_is_empty:
 * @self: a filter
 *
 * Returns: whether nothing is chosen, so that all events are shown
 */
gboolean
dossier_filter_is_empty (DossierFilter *self)
{
  g_return_val_if_fail (DOSSIER_IS_FILTER (self), TRUE);

  for (int test = 0; test < DOSSIER_N_FILTER_TESTS; test++)
    if (dossier_filter_has_test (self, test))
      return FALSE;

  return TRUE;
}

/**
 * dossier_filter_clear:
 * @self: a filter
 *
 * Chooses nothing, so that all events are shown.
 */
void
dossier_filter_clear (DossierFilter *self)
{
  g_return_if_fail (DOSSIER_IS_FILTER (self));

  if (dossier_filter_is_empty (self))
    return;

  dossier_filter_freeze (self);
  for (int test = 0; test < DOSSIER_N_FILTER_TESTS; test++)
    dossier_filter_drop_test (self, test);
  dossier_filter_thaw (self);
}

/**
 * dossier_filter_shows:
 * @self: a filter
 * @event: the index of an event
 *
 * Returns: whether the event is shown
 */
gboolean
dossier_filter_shows (DossierFilter *self, int event)
{
  g_return_val_if_fail (event >= 0 && event < dossier_document_get_count (self->document, DOSSIER_RECORD_EVENT), FALSE);

  return self->fails[event] == 0;
}

/**
 * dossier_filter_list_hidden:
 * @self: a filter
 *
 * Returns: (transfer full): a byte for each event, which tells whether it is held back: what dossier_filter_shows()
 *   says of all at this moment, to hand to another thread
 */
guint8 *
dossier_filter_list_hidden (DossierFilter *self)
{
  int n_events;
  guint8 *hidden;

  g_return_val_if_fail (DOSSIER_IS_FILTER (self), NULL);

  n_events = dossier_document_get_count (self->document, DOSSIER_RECORD_EVENT);
  hidden = g_new (guint8, MAX (n_events, 1));
  for (int event = 0; event < n_events; event++)
    hidden[event] = self->fails[event] != 0;

  return hidden;
}

/**
 * dossier_filter_get_n_shown:
 * @self: a filter
 *
 * Returns: how many events are shown
 */
int
dossier_filter_get_n_shown (DossierFilter *self)
{
  g_return_val_if_fail (DOSSIER_IS_FILTER (self), 0);

  return self->n_shown;
}

/**
 * dossier_filter_get_count:
 * @self: a filter
 * @facet: a facet
 * @value: a value of it
 *
 * Returns: how many events have @value and match whatever is chosen outside of @facet: so many would be shown if
 *   @value alone were chosen in it
 */
int
dossier_filter_get_count (DossierFilter *self, DossierFacet facet, int value)
{
  g_return_val_if_fail (DOSSIER_IS_FILTER (self), 0);
  g_return_val_if_fail (has_value (self, facet, value), 0);

  if (!self->counted[facet])
    count_facet (self, facet);

  return self->counts[facet][value];
}

/**
 * dossier_filter_get_negated:
 * @self: a filter
 * @facet: a facet
 *
 * Returns: whether an event must have none of the chosen values
 */
gboolean
dossier_filter_get_negated (DossierFilter *self, DossierFacet facet)
{
  g_return_val_if_fail (DOSSIER_IS_FILTER (self) && facet < DOSSIER_N_FACETS, FALSE);

  return self->negated[facet];
}

/**
 * dossier_filter_set_negated:
 * @self: a filter
 * @facet: a facet in which something is chosen
 * @negated: whether an event must have none of the chosen values, rather than one of them
 */
void
dossier_filter_set_negated (DossierFilter *self, DossierFacet facet, gboolean negated)
{
  g_return_if_fail (DOSSIER_IS_FILTER (self) && facet < DOSSIER_N_FACETS);
  g_return_if_fail (!negated || self->n_chosen[facet] > 0);

  negated = negated != FALSE;
  if (self->negated[facet] == negated)
    return;

  self->negated[facet] = negated;
  change (self, (int) facet);
}

/**
 * dossier_filter_freeze:
 * @self: a filter
 *
 * Puts off "changed" until dossier_filter_thaw() was called as often.
 */
void
dossier_filter_freeze (DossierFilter *self)
{
  g_return_if_fail (DOSSIER_IS_FILTER (self));

  self->n_frozen++;
}

/**
 * dossier_filter_thaw:
 * @self: a filter that is frozen
 *
 * Emits "changed" once, if it was put off.
 */
void
dossier_filter_thaw (DossierFilter *self)
{
  g_return_if_fail (DOSSIER_IS_FILTER (self) && self->n_frozen > 0);

  self->n_frozen--;
  if (self->n_frozen > 0 || !self->changed_meanwhile)
    return;

  self->changed_meanwhile = FALSE;
  emit_changed (self);
}

/**
 * dossier_filter_has_test:
 * @self: a filter
 * @test: the number of a test: a #DossierFacet, %DOSSIER_FILTER_DATES or %DOSSIER_FILTER_WORDS
 *
 * Returns: whether events have to pass it
 */
gboolean
dossier_filter_has_test (DossierFilter *self, int test)
{
  g_return_val_if_fail (DOSSIER_IS_FILTER (self), FALSE);
  g_return_val_if_fail (test >= 0 && test < DOSSIER_N_FILTER_TESTS, FALSE);

  if (test == DOSSIER_FILTER_DATES)
    return self->has_dates;
  if (test == DOSSIER_FILTER_WORDS)
    return self->words != NULL;

  return self->n_chosen[test] > 0;
}

/**
 * dossier_filter_drop_test:
 * @self: a filter
 * @test: the number of a test
 *
 * Has events no longer pass it: nothing is chosen in the facet any more, or dates or words are dropped.
 */
void
dossier_filter_drop_test (DossierFilter *self, int test)
{
  g_return_if_fail (DOSSIER_IS_FILTER (self));
  g_return_if_fail (test >= 0 && test < DOSSIER_N_FILTER_TESTS);

  if (!dossier_filter_has_test (self, test))
    return;

  if (test == DOSSIER_FILTER_DATES)
    dossier_filter_unset_dates (self);
  else if (test == DOSSIER_FILTER_WORDS)
    dossier_filter_set_words (self, NULL);
  else
    {
      memset (self->chosen[test], 0, (gsize) dossier_facets_get_n_values (self->facets, (DossierFacet) test) * sizeof (gboolean));
      self->n_chosen[test] = 0;
      self->negated[test] = FALSE;
      change (self, test);
    }
}

/**
 * dossier_filter_get_n_without:
 * @self: a filter
 * @test: the number of a test
 *
 * Returns: how many events would be shown if they did not have to pass @test
 */
int
dossier_filter_get_n_without (DossierFilter *self, int test)
{
  g_return_val_if_fail (DOSSIER_IS_FILTER (self), 0);
  g_return_val_if_fail (test >= 0 && test < DOSSIER_N_FILTER_TESTS, 0);

  return self->n_shown + self->n_by_one[test];
}

/**
 * dossier_filter_advise:
 * @self: a filter
 *
 * Returns: the number of the test without which most events would come back, the first of them if several bring
 *   back as many; -1 if none brings back any on its own
 */
int
dossier_filter_advise (DossierFilter *self)
{
  int best = -1;

  g_return_val_if_fail (DOSSIER_IS_FILTER (self), -1);

  for (int test = 0; test < DOSSIER_N_FILTER_TESTS; test++)
    if (self->n_by_one[test] > 0 && (best < 0 || self->n_by_one[test] > self->n_by_one[best]))
      best = test;

  return best;
}

/**
 * dossier_filter_get_failed:
 * @self: a filter
 * @event: the index of an event
 *
 * Returns: the tests that hold the event back: bit n stands for the test of number n; 0 if it is shown
 */
guint
dossier_filter_get_failed (DossierFilter *self, int event)
{
  g_return_val_if_fail (DOSSIER_IS_FILTER (self), 0);
  g_return_val_if_fail (event >= 0 && event < count_events (self), 0);

  return self->fails[event];
}
