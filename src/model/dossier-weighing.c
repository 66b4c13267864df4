/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-weighing.h"

#include "model/dossier-value-rows.h"

#include <string.h>

#define N_STANCES (DOSSIER_BEARING_NEUTRAL + 1)

/* Sums of the same weights in another order may differ in the last digits. */
#define EQUAL 1e-9

/* What the switches ask of a row, beside its level and status. */
typedef struct
{
  GArray *voices;  /* int: values of DOSSIER_SWITCH_VOICE, at least one */
  GArray *sources; /* int: values of DOSSIER_SWITCH_SOURCE, quote after quote; -1 ends a quote */
} Grounds;

struct _DossierWeighing
{
  GObject parent_instance;

  DossierDocument *document;
  int n_hypotheses;
  GArray *weights; /* DossierWeight */
  GArray *grounds; /* Grounds, parallel to it */
  DossierValueRows *holders[DOSSIER_N_SWITCHES]; /* which weights each switch can take off */
  gboolean *off[DOSSIER_N_SWITCHES];
  int n_off;
  DossierSum *sums;  /* N_STANCES for each hypothesis, of what is on */
  DossierSum *whole; /* likewise, of everything */
  int *ranks;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierWeighing, dossier_weighing, G_TYPE_OBJECT)

static void
clear_weight (gpointer data)
{
  DossierWeight *weight = data;

  g_free (weight->title);
  g_free (weight->stances);
}

static void
clear_grounds (gpointer data)
{
  Grounds *grounds = data;

  g_array_unref (grounds->voices);
  g_array_unref (grounds->sources);
}

static void
dossier_weighing_finalize (GObject *object)
{
  DossierWeighing *self = DOSSIER_WEIGHING (object);

  for (int by = 0; by < DOSSIER_N_SWITCHES; by++)
    {
      g_free (self->off[by]);
      dossier_value_rows_free (self->holders[by]);
    }
  g_array_unref (self->weights);
  g_array_unref (self->grounds);
  g_free (self->sums);
  g_free (self->whole);
  g_free (self->ranks);
  g_object_unref (self->document);

  G_OBJECT_CLASS (dossier_weighing_parent_class)->finalize (object);
}

static void
dossier_weighing_class_init (DossierWeighingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dossier_weighing_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dossier_weighing_init (DossierWeighing *self)
{
  self->weights = g_array_new (FALSE, FALSE, sizeof (DossierWeight));
  g_array_set_clear_func (self->weights, clear_weight);
  self->grounds = g_array_new (FALSE, FALSE, sizeof (Grounds));
  g_array_set_clear_func (self->grounds, clear_grounds);
}

static DossierWeight *
get_weight (DossierWeighing *self, int index)
{
  return &g_array_index (self->weights, DossierWeight, index);
}

static void
add_value (GArray *values, int value)
{
  for (guint i = 0; i < values->len; i++)
    if (g_array_index (values, int, i) == value)
      return;

  g_array_append_val (values, value);
}

/* The source of a quote, and those that it cites, which say in which of its quotes they are cited. */
static void
add_sources_of_quote (DossierWeighing *self, int quote, GArray *sources)
{
  DossierRef ref = { DOSSIER_RECORD_QUOTE, quote };
  int own = dossier_document_get_quote (self->document, quote)->source.ref.index;
  int end = -1;

  g_array_append_val (sources, own);
  for (int i = 0; i < dossier_document_get_n_referrers (self->document, ref); i++)
    {
      DossierReferrer referrer = dossier_document_get_referrer (self->document, ref, i);

      if (referrer.from.type == DOSSIER_RECORD_SOURCE && referrer.from.index != own)
        g_array_append_val (sources, referrer.from.index);
    }
  g_array_append_val (sources, end);
}

static void
find_grounds (DossierWeighing *self, const DossierStatement *statement, Grounds *grounds)
{
  grounds->voices = g_array_new (FALSE, FALSE, sizeof (int));
  grounds->sources = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = 0; i < statement->attributed_to.n; i++)
    add_value (grounds->voices, statement->attributed_to.items[i].ref.index + 1);

  for (int i = 0; i < statement->quotes.n; i++)
    {
      int quote = statement->quotes.items[i].ref.index;
      DossierRef speaker = dossier_document_get_quote (self->document, quote)->speaker.ref;

      if (dossier_ref_is_set (speaker))
        add_value (grounds->voices, speaker.index + 1);
      add_sources_of_quote (self, quote, grounds->sources);
    }

  if (grounds->voices->len == 0)
    add_value (grounds->voices, 0);
}

static double
find_diagnosticity (const int *stances, int n)
{
  int least = 1;
  int most = -1;

  for (int i = 0; i < n; i++)
    {
      int value = stances[i] == DOSSIER_BEARING_SUPPORTS ? 1 : stances[i] == DOSSIER_BEARING_OPPOSES ? -1 : 0;

      least = MIN (least, value);
      most = MAX (most, value);
    }

  return n > 1 ? (most - least) / 2.0 : 0;
}

static void
add_statement (DossierWeighing *self, DossierRef ref, const DossierStatement *statement, const char *hedge_words)
{
  DossierWeight weight = { .ref = ref, .hedge_words = hedge_words, .status = statement->status, .quote = -1, .is_on = TRUE };
  Grounds grounds;

  weight.title = dossier_document_dup_title (self->document, ref, NULL);
  weight.hedge = dossier_hedge_of_statement (self->document, statement, hedge_words);
  weight.weight = dossier_hedge_get_weight (weight.hedge);
  weight.stances = g_new0 (int, self->n_hypotheses);
  for (int i = 0; i < statement->bearings.n; i++)
    weight.stances[statement->bearings.items[i].hypothesis.ref.index] = statement->bearings.items[i].stance;
  weight.diagnosticity = find_diagnosticity (weight.stances, self->n_hypotheses);

  if (statement->quotes.n > 0)
    {
      const DossierQuote *quote;

      weight.quote = statement->quotes.items[0].ref.index;
      quote = dossier_document_get_quote (self->document, weight.quote);
      if (weight.hedge_words == NULL && quote->hedges.n > 0)
        weight.hedge_words = quote->hedges.items[0];
    }

  find_grounds (self, statement, &grounds);
  g_array_append_val (self->weights, weight);
  g_array_append_val (self->grounds, grounds);
}

static void
add_record (DossierWeighing *self, DossierRef ref)
{
  switch (ref.type)
    {
    case DOSSIER_RECORD_CLAIM:
      {
        const DossierClaim *claim = dossier_document_get_claim (self->document, ref.index);

        add_statement (self, ref, &claim->statement, claim->hedge);
        break;
      }
    case DOSSIER_RECORD_EVENT:
      {
        g_autoptr (DossierEvent) event = dossier_document_load_event (self->document, ref.index);

        add_statement (self, ref, &event->statement, NULL);
        break;
      }
    case DOSSIER_RECORD_TIE:
      add_statement (self, ref, &dossier_document_get_tie (self->document, ref.index)->statement, NULL);
      break;
    case DOSSIER_RECORD_REACTION:
      add_statement (self, ref, &dossier_document_get_reaction (self->document, ref.index)->statement, NULL);
      break;
    case DOSSIER_RECORD_NONE:
    case DOSSIER_RECORD_KIND:
    case DOSSIER_RECORD_TIE_KIND:
    case DOSSIER_RECORD_PLACE:
    case DOSSIER_RECORD_ACTOR:
    case DOSSIER_RECORD_SOURCE:
    case DOSSIER_RECORD_QUOTE:
    case DOSSIER_RECORD_HYPOTHESIS:
    case DOSSIER_RECORD_NOTE:
    case DOSSIER_RECORD_STORY:
    case DOSSIER_RECORD_SCENE:
    case DOSSIER_N_RECORDS:
    default:
      g_assert_not_reached ();
    }
}

static guint
hash_ref (gconstpointer data)
{
  const DossierRef *ref = data;

  return (guint) ref->type * 31u + (guint) ref->index * 2654435761u;
}

static gboolean
equal_refs (gconstpointer a, gconstpointer b)
{
  return dossier_ref_equal (*(const DossierRef *) a, *(const DossierRef *) b);
}

/* Every statement that bears on a hypothesis, once. */
static void
add_all (DossierWeighing *self)
{
  g_autoptr (GHashTable) met = g_hash_table_new_full (hash_ref, equal_refs, g_free, NULL);

  for (int i = 0; i < self->n_hypotheses; i++)
    {
      DossierRef hypothesis = { DOSSIER_RECORD_HYPOTHESIS, i };

      for (int j = 0; j < dossier_document_get_n_referrers (self->document, hypothesis); j++)
        {
          DossierReferrer referrer = dossier_document_get_referrer (self->document, hypothesis, j);

          if (referrer.relation == DOSSIER_RELATION_BEARING && g_hash_table_add (met, g_memdup2 (&referrer.from, sizeof referrer.from)))
            add_record (self, referrer.from);
        }
    }
}

/* By source, place in its text, and as they come. */
typedef struct
{
  int source;
  gint64 start;
  int index;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a;
  const Place *other = b;

  if (one->source != other->source)
    return one->source < other->source ? -1 : 1;
  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;

  return one->index - other->index;
}

static void
find_places (DossierWeighing *self)
{
  int n = (int) self->weights->len;
  g_autofree Place *places = g_new (Place, MAX (n, 1));

  for (int i = 0; i < n; i++)
    {
      const DossierWeight *weight = get_weight (self, i);

      places[i] = (Place){ G_MAXINT, 0, i };
      if (weight->quote >= 0)
        {
          const DossierQuote *quote = dossier_document_get_quote (self->document, weight->quote);

          places[i].source = quote->source.ref.index;
          places[i].start = quote->start >= 0 ? quote->start : quote->paragraph;
        }
    }

  qsort (places, (gsize) n, sizeof *places, compare_places);
  for (int i = 0; i < n; i++)
    get_weight (self, places[i].index)->place = i;
}

/* Whether a switch that takes one value of a row takes the row. */
static gboolean
is_off_by_all (const gboolean *off, const GArray *values)
{
  for (guint i = 0; i < values->len; i++)
    if (!off[g_array_index (values, int, i)])
      return FALSE;

  return values->len > 0;
}

/* A quote falls with its own source, or with all that it cites; a row falls with all its quotes. */
static gboolean
is_off_by_sources (const gboolean *off, const GArray *sources)
{
  guint i = 0;

  while (i < sources->len)
    {
      gboolean own_is_off = off[g_array_index (sources, int, i)];
      gboolean cites = FALSE;
      gboolean one_is_on = FALSE;

      for (i++; g_array_index (sources, int, i) >= 0; i++)
        {
          cites = TRUE;
          one_is_on |= !off[g_array_index (sources, int, i)];
        }
      i++;

      if (!own_is_off && (!cites || one_is_on))
        return FALSE;
    }

  return sources->len > 0;
}

static gboolean
is_on (DossierWeighing *self, int index)
{
  const DossierWeight *weight = get_weight (self, index);
  const Grounds *grounds = &g_array_index (self->grounds, Grounds, index);

  return !self->off[DOSSIER_SWITCH_HEDGE][weight->hedge] && !self->off[DOSSIER_SWITCH_STATUS][weight->status] &&
         !is_off_by_all (self->off[DOSSIER_SWITCH_VOICE], grounds->voices) &&
         !is_off_by_sources (self->off[DOSSIER_SWITCH_SOURCE], grounds->sources);
}

static void
add_up (DossierWeighing *self, DossierSum *sums, gboolean only_on)
{
  memset (sums, 0, (gsize) (MAX (self->n_hypotheses, 1) * N_STANCES) * sizeof *sums);

  for (guint i = 0; i < self->weights->len; i++)
    {
      const DossierWeight *weight = get_weight (self, (int) i);

      if (only_on && !weight->is_on)
        continue;
      for (int j = 0; j < self->n_hypotheses; j++)
        {
          sums[j * N_STANCES + weight->stances[j]].weight += weight->weight;
          sums[j * N_STANCES + weight->stances[j]].n++;
        }
    }
}

/* The rank of each hypothesis: one more than how many have less against them. */
static void
find_ranks (DossierWeighing *self, const DossierSum *sums, int *ranks)
{
  for (int i = 0; i < self->n_hypotheses; i++)
    {
      ranks[i] = 1;
      for (int j = 0; j < self->n_hypotheses; j++)
        ranks[i] += sums[j * N_STANCES + DOSSIER_BEARING_OPPOSES].weight < sums[i * N_STANCES + DOSSIER_BEARING_OPPOSES].weight - EQUAL;
    }
}

static void
update (DossierWeighing *self)
{
  for (guint i = 0; i < self->weights->len; i++)
    get_weight (self, (int) i)->is_on = is_on (self, (int) i);

  add_up (self, self->sums, TRUE);
  find_ranks (self, self->sums, self->ranks);
}

static void
list_hedges (int row, GArray *values, gpointer data)
{
  int hedge = (int) get_weight (data, row)->hedge;

  g_array_append_val (values, hedge);
}

static void
list_statuses (int row, GArray *values, gpointer data)
{
  g_array_append_val (values, get_weight (data, row)->status);
}

static void
list_voices (int row, GArray *values, gpointer data)
{
  const GArray *voices = g_array_index (DOSSIER_WEIGHING (data)->grounds, Grounds, row).voices;

  g_array_append_vals (values, voices->data, voices->len);
}

static void
list_sources (int row, GArray *values, gpointer data)
{
  const GArray *sources = g_array_index (DOSSIER_WEIGHING (data)->grounds, Grounds, row).sources;

  for (guint i = 0; i < sources->len; i++)
    if (g_array_index (sources, int, i) >= 0)
      add_value (values, g_array_index (sources, int, i));
}

static void
find_holders (DossierWeighing *self)
{
  static const DossierValuesFunc functions[DOSSIER_N_SWITCHES] = {
    [DOSSIER_SWITCH_HEDGE] = list_hedges,
    [DOSSIER_SWITCH_STATUS] = list_statuses,
    [DOSSIER_SWITCH_VOICE] = list_voices,
    [DOSSIER_SWITCH_SOURCE] = list_sources,
  };

  for (int by = 0; by < DOSSIER_N_SWITCHES; by++)
    self->holders[by] = dossier_value_rows_new (dossier_weighing_get_n_values (self, (DossierSwitch) by), (int) self->weights->len, functions[by], self);
}

/**
 * dossier_weighing_new:
 * @document: a document
 *
 * May be called in any thread; with very many statements it takes its time.
 *
 * Returns: (transfer full): all that bears on its hypotheses, on the balance; empty if it has none
 */
DossierWeighing *
dossier_weighing_new (DossierDocument *document)
{
  DossierWeighing *self = g_object_new (DOSSIER_TYPE_WEIGHING, NULL);

  self->document = g_object_ref (document);
  self->n_hypotheses = dossier_document_get_count (document, DOSSIER_RECORD_HYPOTHESIS);
  for (int by = 0; by < DOSSIER_N_SWITCHES; by++)
    self->off[by] = g_new0 (gboolean, MAX (dossier_weighing_get_n_values (self, (DossierSwitch) by), 1));
  self->sums = g_new0 (DossierSum, MAX (self->n_hypotheses, 1) * N_STANCES);
  self->whole = g_new0 (DossierSum, MAX (self->n_hypotheses, 1) * N_STANCES);
  self->ranks = g_new0 (int, MAX (self->n_hypotheses, 1));

  add_all (self);
  find_places (self);
  find_holders (self);
  add_up (self, self->whole, FALSE);
  update (self);

  return self;
}

/**
 * dossier_weighing_get_document:
 * @self: a weighing
 *
 * Returns: (transfer none): the document
 */
DossierDocument *
dossier_weighing_get_document (DossierWeighing *self)
{
  g_return_val_if_fail (DOSSIER_IS_WEIGHING (self), NULL);

  return self->document;
}

/**
 * dossier_weighing_get_n_hypotheses:
 * @self: a weighing
 *
 * Returns: how many hypotheses there are
 */
int
dossier_weighing_get_n_hypotheses (DossierWeighing *self)
{
  g_return_val_if_fail (DOSSIER_IS_WEIGHING (self), 0);

  return self->n_hypotheses;
}

/**
 * dossier_weighing_get_n_weights:
 * @self: a weighing
 *
 * Returns: how many statements bear on the hypotheses, on the balance or off
 */
int
dossier_weighing_get_n_weights (DossierWeighing *self)
{
  g_return_val_if_fail (DOSSIER_IS_WEIGHING (self), 0);

  return (int) self->weights->len;
}

/**
 * dossier_weighing_get_weight:
 * @self: a weighing
 * @index: which, from 0
 *
 * Returns: (transfer none): the statement
 */
const DossierWeight *
dossier_weighing_get_weight (DossierWeighing *self, int index)
{
  g_return_val_if_fail (DOSSIER_IS_WEIGHING (self), NULL);
  g_return_val_if_fail (index >= 0 && index < (int) self->weights->len, NULL);

  return get_weight (self, index);
}

/**
 * dossier_weighing_find:
 * @self: a weighing
 * @ref: a record
 *
 * Returns: the index of the weight that @ref is, -1 if it is none
 */
int
dossier_weighing_find (DossierWeighing *self, DossierRef ref)
{
  g_return_val_if_fail (DOSSIER_IS_WEIGHING (self), -1);

  for (guint i = 0; i < self->weights->len; i++)
    if (dossier_ref_equal (get_weight (self, (int) i)->ref, ref))
      return (int) i;

  return -1;
}

/**
 * dossier_weighing_get_sum:
 * @self: a weighing
 * @hypothesis: the index of a hypothesis
 * @stance: what is asked for
 *
 * Returns: what is on the balance and supports, opposes or is neutral to @hypothesis
 */
DossierSum
dossier_weighing_get_sum (DossierWeighing *self, int hypothesis, DossierBearingStance stance)
{
  g_return_val_if_fail (DOSSIER_IS_WEIGHING (self), ((DossierSum){ 0, 0 }));
  g_return_val_if_fail (hypothesis >= 0 && hypothesis < self->n_hypotheses, ((DossierSum){ 0, 0 }));

  return self->sums[hypothesis * N_STANCES + (int) stance];
}

/**
 * dossier_weighing_get_whole_sum:
 * @self: a weighing
 * @hypothesis: the index of a hypothesis
 * @stance: what is asked for
 *
 * Returns: the same with nothing taken off
 */
DossierSum
dossier_weighing_get_whole_sum (DossierWeighing *self, int hypothesis, DossierBearingStance stance)
{
  g_return_val_if_fail (DOSSIER_IS_WEIGHING (self), ((DossierSum){ 0, 0 }));
  g_return_val_if_fail (hypothesis >= 0 && hypothesis < self->n_hypotheses, ((DossierSum){ 0, 0 }));

  return self->whole[hypothesis * N_STANCES + (int) stance];
}

/**
 * dossier_weighing_get_rank:
 * @self: a weighing
 * @hypothesis: the index of a hypothesis
 *
 * Returns: its place in the order from least to most against: 1 for the first; those with as much share a place
 */
int
dossier_weighing_get_rank (DossierWeighing *self, int hypothesis)
{
  g_return_val_if_fail (DOSSIER_IS_WEIGHING (self), 0);
  g_return_val_if_fail (hypothesis >= 0 && hypothesis < self->n_hypotheses, 0);

  return self->ranks[hypothesis];
}

/**
 * dossier_weighing_is_whole:
 * @self: a weighing
 *
 * Returns: whether no switch is off
 */
gboolean
dossier_weighing_is_whole (DossierWeighing *self)
{
  g_return_val_if_fail (DOSSIER_IS_WEIGHING (self), TRUE);

  return self->n_off == 0;
}

/**
 * dossier_weighing_get_n_values:
 * @self: a weighing
 * @by: a switch
 *
 * Returns: how many values it has, from 0
 */
int
dossier_weighing_get_n_values (DossierWeighing *self, DossierSwitch by)
{
  g_return_val_if_fail (DOSSIER_IS_WEIGHING (self), 0);

  switch (by)
    {
    case DOSSIER_SWITCH_HEDGE:
      return DOSSIER_N_HEDGES;
    case DOSSIER_SWITCH_STATUS:
      return DOSSIER_STATUS_DENIED + 1;
    case DOSSIER_SWITCH_VOICE:
      return dossier_document_get_count (self->document, DOSSIER_RECORD_ACTOR) + 1;
    case DOSSIER_SWITCH_SOURCE:
      return dossier_document_get_count (self->document, DOSSIER_RECORD_SOURCE);
    case DOSSIER_N_SWITCHES:
    default:
      g_return_val_if_reached (0);
    }
}

/**
 * dossier_weighing_get_count:
 * @self: a weighing
 * @by: a switch
 * @value: a value of it
 *
 * Returns: how many statements have the value, on the balance or off
 */
int
dossier_weighing_get_count (DossierWeighing *self, DossierSwitch by, int value)
{
  int n;

  g_return_val_if_fail (value >= 0 && value < dossier_weighing_get_n_values (self, by), 0);

  dossier_value_rows_get (self->holders[by], value, &n);

  return n;
}

/**
 * dossier_weighing_get_on:
 * @self: a weighing
 * @by: a switch
 * @value: a value of it
 *
 * Returns: whether statements of that value may lie on the balance
 */
gboolean
dossier_weighing_get_on (DossierWeighing *self, DossierSwitch by, int value)
{
  g_return_val_if_fail (value >= 0 && value < dossier_weighing_get_n_values (self, by), FALSE);

  return !self->off[by][value];
}

/**
 * dossier_weighing_set_on:
 * @self: a weighing
 * @by: a switch
 * @value: a value of it
 * @on: whether statements of that value may lie on the balance
 *
 * A statement with several voices or sources goes with the last of them.
 */
void
dossier_weighing_set_on (DossierWeighing *self, DossierSwitch by, int value, gboolean on)
{
  g_return_if_fail (value >= 0 && value < dossier_weighing_get_n_values (self, by));

  if (self->off[by][value] == !on)
    return;

  self->off[by][value] = !on;
  self->n_off += on ? -1 : 1;
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * dossier_weighing_reset:
 * @self: a weighing
 *
 * Puts everything back on the balance.
 */
void
dossier_weighing_reset (DossierWeighing *self)
{
  g_return_if_fail (DOSSIER_IS_WEIGHING (self));

  if (self->n_off == 0)
    return;

  for (int by = 0; by < DOSSIER_N_SWITCHES; by++)
    memset (self->off[by], 0, (gsize) dossier_weighing_get_n_values (self, (DossierSwitch) by) * sizeof (gboolean));
  self->n_off = 0;
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What is tried out: the sums and ranks as they would be. */
typedef struct
{
  int n_on; /* how many weights lie on the balance as it is */
  DossierSum *sums;
  int *ranks;
} Trial;

/* Whether one more switch that is off changes the order or leaves nothing. It can only take weights that hold its value. */
static gboolean
try_without (DossierWeighing *self, DossierSensitivity *sensitivity, Trial *trial)
{
  int n;
  const int *rows = dossier_value_rows_get (self->holders[sensitivity->by], sensitivity->value, &n);
  int n_left = trial->n_on;

  memcpy (trial->sums, self->sums, (gsize) (self->n_hypotheses * N_STANCES) * sizeof (DossierSum));
  self->off[sensitivity->by][sensitivity->value] = TRUE;
  for (int i = 0; i < n; i++)
    {
      const DossierWeight *weight = get_weight (self, rows[i]);

      if (!weight->is_on || is_on (self, rows[i]))
        continue;

      n_left--;
      for (int j = 0; j < self->n_hypotheses; j++)
        trial->sums[j * N_STANCES + weight->stances[j]].weight -= weight->weight;
    }
  self->off[sensitivity->by][sensitivity->value] = FALSE;
  find_ranks (self, trial->sums, trial->ranks);

  sensitivity->leaves_nothing = n_left == 0;

  return n_left == 0 || memcmp (trial->ranks, self->ranks, (gsize) self->n_hypotheses * sizeof (int)) != 0;
}

/**
 * dossier_weighing_list_sensitivities:
 * @self: a weighing
 *
 * Returns: (transfer full) (element-type DossierSensitivity): each value of a switch that is on, and without which the
 *   hypotheses would be in another order or nothing would be left to weigh
 */
GArray *
dossier_weighing_list_sensitivities (DossierWeighing *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (DossierSensitivity));
  g_autofree DossierSum *sums = NULL;
  g_autofree int *ranks = NULL;
  Trial trial = { 0 };

  g_return_val_if_fail (DOSSIER_IS_WEIGHING (self), list);

  if (self->n_hypotheses == 0 || self->weights->len == 0)
    return list;

  trial.sums = sums = g_new (DossierSum, self->n_hypotheses * N_STANCES);
  trial.ranks = ranks = g_new (int, self->n_hypotheses);
  for (guint i = 0; i < self->weights->len; i++)
    trial.n_on += get_weight (self, (int) i)->is_on;

  for (int by = 0; by < DOSSIER_N_SWITCHES; by++)
    for (int value = 0; value < dossier_weighing_get_n_values (self, (DossierSwitch) by); value++)
      {
        DossierSensitivity sensitivity = { (DossierSwitch) by, value, FALSE };

        if (!self->off[by][value] && dossier_weighing_get_count (self, (DossierSwitch) by, value) > 0 &&
            try_without (self, &sensitivity, &trial))
          g_array_append_val (list, sensitivity);
      }

  return list;
}
