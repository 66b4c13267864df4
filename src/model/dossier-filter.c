/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-filter.h"

#include "model/dossier-facets.h"
#include "model/dossier-search.h"

#include <string.h>

/* Beside the facets, an event can fail by its date or by the words. */
enum
{
  TEST_DATES = DOSSIER_N_FACETS,
  TEST_WORDS,
};

struct _DossierFilter
{
  GObject parent_instance;

  DossierDocument *document;
  DossierFacets *facets;
  gboolean *chosen[DOSSIER_N_FACETS];
  int n_chosen[DOSSIER_N_FACETS];
  gboolean has_dates;
  gint64 begin;
  gint64 end;
  char *words;
  guint8 *found; /* whether the words occur in an event; NULL without words */

  /* What follows from the above. */
  guint8 *fails; /* of each event, a bit for each test that it fails */
  int n_shown;
  int *counts[DOSSIER_N_FACETS];
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierFilter, dossier_filter, G_TYPE_OBJECT)

typedef struct
{
  const gboolean *chosen;
  gboolean found;
} Match;

static void
match_value (int value, gpointer data)
{
  Match *match = data;

  match->found |= match->chosen[value];
}

static void
count_value (int value, gpointer data)
{
  ((int *) data)[value]++;
}

static guint8
test_event (DossierFilter *self, int event)
{
  guint8 fails = 0;

  for (int facet = 0; facet < DOSSIER_N_FACETS; facet++)
    {
      Match match = { self->chosen[facet], FALSE };

      if (self->n_chosen[facet] == 0)
        continue;

      dossier_facets_foreach (self->facets, (DossierFacet) facet, event, match_value, &match);
      if (!match.found)
        fails |= (guint8) (1 << facet);
    }

  if (self->has_dates)
    {
      DossierSpan span;

      dossier_events_get_span (dossier_document_get_events (self->document), event, &span);
      if ((span.flags & DOSSIER_SPAN_UNKNOWN) || span.start_earliest > self->end || span.end_latest < self->begin)
        fails |= 1 << TEST_DATES;
    }

  if (self->found != NULL && !self->found[event])
    fails |= 1 << TEST_WORDS;

  return fails;
}

/* A value counts the events that would be shown if only it were chosen in its facet: all that pass the other tests. */
static void
update (DossierFilter *self)
{
  int n_events = dossier_document_get_count (self->document, DOSSIER_RECORD_EVENT);

  self->n_shown = 0;
  for (int facet = 0; facet < DOSSIER_N_FACETS; facet++)
    memset (self->counts[facet], 0, (gsize) dossier_facets_get_n_values (self->facets, (DossierFacet) facet) * sizeof (int));

  for (int i = 0; i < n_events; i++)
    {
      self->fails[i] = test_event (self, i);
      self->n_shown += self->fails[i] == 0;

      for (int facet = 0; facet < DOSSIER_N_FACETS; facet++)
        {
          if ((self->fails[i] & ~(1 << facet)) == 0)
            dossier_facets_foreach (self->facets, (DossierFacet) facet, i, count_value, self->counts[facet]);
        }
    }
}

static void
change (DossierFilter *self)
{
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
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
  dossier_facets_free (self->facets);
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
  self->facets = dossier_facets_new (document);
  self->fails = g_new0 (guint8, dossier_document_get_count (document, DOSSIER_RECORD_EVENT));

  for (int facet = 0; facet < DOSSIER_N_FACETS; facet++)
    {
      int n_values = dossier_facets_get_n_values (self->facets, (DossierFacet) facet);

      /* Never NULL, even without values: memset() must not be given it. */
      self->chosen[facet] = g_new0 (gboolean, MAX (n_values, 1));
      self->counts[facet] = g_new0 (int, MAX (n_values, 1));
    }

  update (self);

  return self;
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
  change (self);
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
  change (self);
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
  change (self);
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

static void
find_words (DossierFilter *self)
{
  g_clear_pointer (&self->found, g_free);

  if (self->words != NULL)
    self->found = dossier_search_mark_events (self->document, self->words);
}

/**
 * dossier_filter_set_words:
 * @self: a filter
 * @words: (nullable): words that an event, its quotes or its participants must hold; %NULL or blank for none
 */
void
dossier_filter_set_words (DossierFilter *self, const char *words)
{
  g_autofree char *stripped = NULL;

  g_return_if_fail (DOSSIER_IS_FILTER (self));

  if (words != NULL)
    {
      stripped = g_strstrip (g_strdup (words));
      if (*stripped == '\0')
        g_clear_pointer (&stripped, g_free);
    }

  if (g_strcmp0 (stripped, self->words) == 0)
    return;

  g_free (self->words);
  self->words = g_steal_pointer (&stripped);
  find_words (self);
  change (self);
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

  for (int facet = 0; facet < DOSSIER_N_FACETS; facet++)
    {
      if (self->n_chosen[facet] > 0)
        return FALSE;
    }

  return !self->has_dates && self->words == NULL;
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

  for (int facet = 0; facet < DOSSIER_N_FACETS; facet++)
    {
      memset (self->chosen[facet], 0, (gsize) dossier_facets_get_n_values (self->facets, (DossierFacet) facet) * sizeof (gboolean));
      self->n_chosen[facet] = 0;
    }

  self->has_dates = FALSE;
  g_clear_pointer (&self->words, g_free);
  find_words (self);
  change (self);
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
 * Returns: how many events would be shown if @value alone were chosen in @facet, and the rest stayed as it is
 */
int
dossier_filter_get_count (DossierFilter *self, DossierFacet facet, int value)
{
  g_return_val_if_fail (DOSSIER_IS_FILTER (self), 0);
  g_return_val_if_fail (has_value (self, facet, value), 0);

  return self->counts[facet][value];
}
