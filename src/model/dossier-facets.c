/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-facets.h"

#include "model/dossier-events-private.h"

#include <string.h>

/* A set with more values than this, those by other records among them, keeps its own values only, and what they
 * belong to is walked each time: a table of it would grow with the square of the longest chain. */
#define MOST_KEPT 32

/* A longer row is sorted by the library. */
#define MOST_BY_INSERTION 16

#define N_CREDIBILITIES 7 /* 0 for none, 1 to 6 */

/* One facet of all events. */
typedef struct
{
  const guint32 *sets; /* of each event, the number of its set; of kinds it is the document's own column */
  GArray *offsets;  /* guint32: where the values of a set begin; they end where those of the next one begin */
  GArray *values;   /* int */
  GArray *is_short; /* guint8: whether the values of a set lack those that they belong to */
  int is_gathered;  /* atomic: 1 once the above is there, which never changes again */
} Column;

struct _DossierFacets
{
  DossierDocument *document; /* that this belongs to */
  Column columns[DOSSIER_N_FACETS];
  int n_values[DOSSIER_N_FACETS];

  GMutex mutex;  /* of the columns that are not gathered yet, and of what follows */
  GArray *row;   /* int: values that are met together, such as a place and those it lies in */
  guint32 *seen; /* of each value, in which call it was met; long enough for every facet */
  guint32 call;
};

/* That somebody reacted to an event, and how. */
typedef struct
{
  int event;
  int stance;
} EventStance;

/* What is needed while the sets of a facet are gathered. */
typedef struct
{
  GArray *keys;     /* int: the events' own values of each set */
  GArray *key_ends; /* guint32 */
  GHashTable *sets; /* of a number of a set to itself, equal if their keys are */
  guint32 *singles; /* of a value, one more than the set that holds nothing else; 0 for none yet */
  guint32 none;     /* one more than the set without a value; 0 for none yet */
  GArray *stances;  /* EventStance, by event; NULL unless the facet is of them */
  guint next_stance;
} Gathering;

static gboolean
is_deep (DossierFacet facet)
{
  return facet == DOSSIER_FACET_ACTOR || facet == DOSSIER_FACET_PLACE;
}

static int
count_values (DossierDocument *document, DossierFacet facet)
{
  DossierVocabulary vocabulary;
  int n_terms;

  if (dossier_facet_get_vocabulary (facet, &vocabulary))
    {
      dossier_vocabulary_get_terms (vocabulary, &n_terms);
      return n_terms + 1;
    }
  if (facet == DOSSIER_FACET_CREDIBILITY)
    return N_CREDIBILITIES;

  return dossier_document_get_count (document, dossier_facet_get_record (facet));
}

static DossierFacets *
facets_new (DossierDocument *document)
{
  DossierFacets *self = g_new0 (DossierFacets, 1);
  int most = 1;

  self->document = document;
  self->row = g_array_new (FALSE, FALSE, sizeof (int));
  g_mutex_init (&self->mutex);

  for (int facet = 0; facet < DOSSIER_N_FACETS; facet++)
    {
      self->n_values[facet] = count_values (document, (DossierFacet) facet);
      most = MAX (most, self->n_values[facet]);
    }

  self->seen = g_new0 (guint32, most);

  return self;
}

static void
facets_free (gpointer data)
{
  DossierFacets *self = data;

  for (int facet = 0; facet < DOSSIER_N_FACETS; facet++)
    {
      Column *column = &self->columns[facet];

      if (column->sets == NULL)
        continue;
      if (facet != DOSSIER_FACET_KIND)
        g_free ((guint32 *) column->sets);
      g_array_unref (column->offsets);
      g_array_unref (column->values);
      g_array_unref (column->is_short);
    }

  g_array_unref (self->row);
  g_free (self->seen);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * dossier_facets_get:
 * @document: a document
 *
 * A document has its facets once, for the filter, the lanes and whoever else asks, in whatever thread.
 *
 * Returns: (transfer none): the facets of @document, valid as long as that
 */
DossierFacets *
dossier_facets_get (DossierDocument *document)
{
  static GMutex mutex;
  static GQuark quark;
  DossierFacets *self;

  g_return_val_if_fail (DOSSIER_IS_DOCUMENT (document), NULL);

  g_mutex_lock (&mutex);
  if (quark == 0)
    quark = g_quark_from_static_string ("dossier-facets");
  self = g_object_get_qdata (G_OBJECT (document), quark);
  if (self == NULL)
    {
      self = facets_new (document);
      g_object_set_qdata_full (G_OBJECT (document), quark, self, facets_free);
    }
  g_mutex_unlock (&mutex);

  return self;
}

/**
 * dossier_facets_get_n_values:
 * @self: facets
 * @facet: which
 *
 * Returns: how many values it has, from 0
 */
int
dossier_facets_get_n_values (DossierFacets *self, DossierFacet facet)
{
  g_return_val_if_fail (facet < DOSSIER_N_FACETS, 0);

  return self->n_values[facet];
}

/* Begins a row, in which each value is met once. */
static void
start_row (DossierFacets *self)
{
  self->call++;
  g_array_set_size (self->row, 0);
}

/* Puts a value into the row unless it was met in this call, which also ends a circle. */
static void
meet (DossierFacets *self, int value)
{
  if (self->seen[value] == self->call)
    return;

  self->seen[value] = self->call;
  g_array_append_val (self->row, value);
}

static void
meet_above (DossierFacets *self, DossierFacet facet, int value)
{
  if (facet == DOSSIER_FACET_ACTOR)
    {
      const DossierActor *actor = dossier_document_get_actor (self->document, value);

      for (int i = 0; i < actor->affiliations.n; i++)
        meet (self, actor->affiliations.items[i].to.ref.index);
    }
  else if (facet == DOSSIER_FACET_PLACE)
    {
      const DossierPlace *place = dossier_document_get_place (self->document, value);

      if (place->part_of.id != NULL)
        meet (self, place->part_of.ref.index);
    }
}

/* Adds to the row what its values belong to, and what that belongs to: the row grows while it is walked. */
static void
meet_all_above (DossierFacets *self, DossierFacet facet)
{
  for (guint i = 0; i < self->row->len; i++)
    meet_above (self, facet, g_array_index (self->row, int, i));
}

/* Puts the event's own values of a facet that follows from its links into the row. */
static void
meet_links (DossierFacets *self, DossierFacet facet, int event)
{
  const DossierEvents *events = dossier_document_get_events (self->document);
  int n_links = dossier_events_get_n_links (events, event);

  for (int i = 0; i < n_links; i++)
    {
      DossierEventLink link = dossier_events_get_link (events, event, i);
      int target = (int) link.target;

      if (facet == DOSSIER_FACET_ACTOR && link.relation == DOSSIER_RELATION_PARTICIPANT)
        meet (self, target);
      else if (facet == DOSSIER_FACET_PLACE && link.relation == DOSSIER_RELATION_PLACE)
        meet (self, target);
      else if (facet == DOSSIER_FACET_SOURCE && link.relation == DOSSIER_RELATION_QUOTE)
        meet (self, dossier_document_get_quote (self->document, target)->source.ref.index);
      else if (facet == DOSSIER_FACET_RELIABILITY && link.relation == DOSSIER_RELATION_QUOTE)
        {
          int source = dossier_document_get_quote (self->document, target)->source.ref.index;

          meet (self, dossier_document_get_source (self->document, source)->reliability);
        }
    }

  if (facet == DOSSIER_FACET_RELIABILITY && self->row->len == 0)
    meet (self, DOSSIER_RELIABILITY_NONE);
}

static int
compare_stances (gconstpointer a, gconstpointer b)
{
  const EventStance *one = a, *other = b;

  return (one->event > other->event) - (one->event < other->event);
}

/* With which stances there were reactions to which events, by event. Few of them have any. */
static GArray *
list_stances (DossierDocument *document)
{
  GArray *stances = g_array_new (FALSE, FALSE, sizeof (EventStance));

  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_REACTION); i++)
    {
      const DossierReaction *reaction = dossier_document_get_reaction (document, i);

      for (int j = 0; j < reaction->to.n; j++)
        {
          EventStance stance = { reaction->to.items[j].ref.index, reaction->stance };

          if (reaction->to.items[j].ref.type == DOSSIER_RECORD_EVENT)
            g_array_append_val (stances, stance);
        }
    }
  g_array_sort (stances, compare_stances);

  return stances;
}

/* Events are asked for in their order. */
static void
meet_stances (DossierFacets *self, Gathering *gathering, int event)
{
  const GArray *stances = gathering->stances;

  while (gathering->next_stance < stances->len && g_array_index (stances, EventStance, gathering->next_stance).event == event)
    meet (self, g_array_index (stances, EventStance, gathering->next_stance++).stance);

  if (self->row->len == 0)
    meet (self, DOSSIER_STANCE_NONE);
}

static void
meet_own (DossierFacets *self, DossierFacet facet, Gathering *gathering, int event)
{
  const DossierEvents *events = dossier_document_get_events (self->document);

  start_row (self);
  switch (facet)
    {
    case DOSSIER_FACET_STATUS:
      meet (self, dossier_events_get_status (events, event));
      break;
    case DOSSIER_FACET_LIKELIHOOD:
      meet (self, dossier_events_get_likelihood (events, event));
      break;
    case DOSSIER_FACET_CREDIBILITY:
      meet (self, dossier_events_get_credibility (events, event));
      break;
    case DOSSIER_FACET_STANCE:
      meet_stances (self, gathering, event);
      break;
    case DOSSIER_FACET_ACTOR:
    case DOSSIER_FACET_PLACE:
    case DOSSIER_FACET_SOURCE:
    case DOSSIER_FACET_RELIABILITY:
      meet_links (self, facet, event);
      break;
    case DOSSIER_FACET_KIND:
    case DOSSIER_N_FACETS:
    default:
      g_assert_not_reached ();
    }
}

static const int *
get_key (const Gathering *gathering, guint32 set, guint *n)
{
  guint32 begin = set > 0 ? g_array_index (gathering->key_ends, guint32, set - 1) : 0;

  *n = g_array_index (gathering->key_ends, guint32, set) - begin;

  return &g_array_index (gathering->keys, int, begin);
}

/* The hash table holds numbers of sets; the functions that compare them get the gathering from here. It is the
 * gathering of one call of gather(), in this thread. */
static _Thread_local const Gathering *current;

static guint
hash_set (gconstpointer number)
{
  guint n;
  const int *key = get_key (current, GPOINTER_TO_UINT (number), &n);
  guint64 hash = 0xcbf29ce484222325u;

  for (guint i = 0; i < n; i++)
    hash = (hash ^ (guint) key[i]) * 0x100000001b3u;

  return (guint) (hash ^ hash >> 32);
}

static gboolean
equal_sets (gconstpointer a, gconstpointer b)
{
  guint n, other_n;
  const int *key = get_key (current, GPOINTER_TO_UINT (a), &n);
  const int *other = get_key (current, GPOINTER_TO_UINT (b), &other_n);

  return n == other_n && (n == 0 || memcmp (key, other, n * sizeof (int)) == 0);
}

/* Sorts the row by insertion: it holds hardly ever more than a handful. */
static void
sort_row (GArray *row)
{
  int *values = (int *) (void *) row->data;

  for (guint i = 1; i < row->len; i++)
    {
      int value = values[i];
      guint j = i;

      for (; j > 0 && values[j - 1] > value; j--)
        values[j] = values[j - 1];
      values[j] = value;
    }
}

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* Makes the row, as it is, a set with what its values belong to. */
static void
append_set (DossierFacets *self, DossierFacet facet)
{
  Column *column = &self->columns[facet];
  guint n_own = self->row->len;
  guint8 is_short = FALSE;
  guint32 end;

  if (is_deep (facet))
    {
      for (guint i = 0; i < self->row->len && self->row->len <= MOST_KEPT; i++)
        meet_above (self, facet, g_array_index (self->row, int, i));
      is_short = self->row->len > MOST_KEPT;
      if (is_short)
        g_array_set_size (self->row, n_own);
    }

  if (self->row->len > 0)
    g_array_append_vals (column->values, self->row->data, self->row->len);
  end = column->values->len;
  g_array_append_val (column->offsets, end);
  g_array_append_val (column->is_short, is_short);
}

/* The number of the set that holds just what the row does. */
static guint32
find_set (DossierFacets *self, DossierFacet facet, Gathering *gathering)
{
  guint32 *quick = self->row->len == 0 ? &gathering->none : self->row->len == 1 ? &gathering->singles[g_array_index (self->row, int, 0)] : NULL;
  guint32 set = gathering->key_ends->len;
  guint32 end;
  gpointer found;

  if (quick != NULL && *quick > 0)
    return *quick - 1;

  if (self->row->len > MOST_BY_INSERTION)
    g_array_sort (self->row, compare_ints);
  else
    sort_row (self->row);
  if (self->row->len > 0)
    g_array_append_vals (gathering->keys, self->row->data, self->row->len);
  end = gathering->keys->len;
  g_array_append_val (gathering->key_ends, end);

  if (quick != NULL)
    *quick = set + 1;
  else if (g_hash_table_lookup_extended (gathering->sets, GUINT_TO_POINTER (set), &found, NULL))
    {
      g_array_set_size (gathering->keys, gathering->keys->len - self->row->len);
      g_array_set_size (gathering->key_ends, set);
      return GPOINTER_TO_UINT (found);
    }
  else
    g_hash_table_add (gathering->sets, GUINT_TO_POINTER (set));

  append_set (self, facet);

  return set;
}

/* An event has one kind or none: each kind is a set, and no kind is another, behind them. */
static void
gather_kinds (DossierFacets *self)
{
  Column *column = &self->columns[DOSSIER_FACET_KIND];

  column->sets = dossier_events_peek_kinds (dossier_document_get_events (self->document));
  for (int kind = 0; kind <= self->n_values[DOSSIER_FACET_KIND]; kind++)
    {
      start_row (self);
      if (kind < self->n_values[DOSSIER_FACET_KIND])
        meet (self, kind);
      append_set (self, DOSSIER_FACET_KIND);
    }
}

static void
gather_sets (DossierFacets *self, DossierFacet facet)
{
  int n_events = dossier_document_get_count (self->document, DOSSIER_RECORD_EVENT);
  guint32 *sets = g_new (guint32, MAX (n_events, 1));
  Gathering gathering = { 0 };

  gathering.keys = g_array_new (FALSE, FALSE, sizeof (int));
  gathering.key_ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  gathering.sets = g_hash_table_new (hash_set, equal_sets);
  gathering.singles = g_new0 (guint32, MAX (self->n_values[facet], 1));
  if (facet == DOSSIER_FACET_STANCE)
    gathering.stances = list_stances (self->document);
  current = &gathering;

  for (int i = 0; i < n_events; i++)
    {
      meet_own (self, facet, &gathering, i);
      sets[i] = find_set (self, facet, &gathering);
    }
  self->columns[facet].sets = sets;

  g_hash_table_unref (gathering.sets);
  g_array_unref (gathering.keys);
  g_array_unref (gathering.key_ends);
  g_free (gathering.singles);
  g_clear_pointer (&gathering.stances, g_array_unref);
  current = NULL;
}

static void
gather_column (DossierFacets *self, DossierFacet facet)
{
  Column *column = &self->columns[facet];
  guint32 begin = 0;

  column->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  column->values = g_array_new (FALSE, FALSE, sizeof (int));
  column->is_short = g_array_new (FALSE, FALSE, sizeof (guint8));
  g_array_append_val (column->offsets, begin);

  if (facet == DOSSIER_FACET_KIND)
    gather_kinds (self);
  else
    gather_sets (self, facet);
}

static const Column *
gather (DossierFacets *self, DossierFacet facet)
{
  Column *column = &self->columns[facet];

  if (!g_atomic_int_get (&column->is_gathered))
    {
      g_mutex_lock (&self->mutex);
      if (!column->is_gathered)
        {
          gather_column (self, facet);
          g_atomic_int_set (&column->is_gathered, 1);
        }
      g_mutex_unlock (&self->mutex);
    }

  return column;
}

/**
 * dossier_facets_get_n_sets:
 * @self: facets
 * @facet: which
 *
 * Returns: how many different sets of values the events have, from 0
 */
int
dossier_facets_get_n_sets (DossierFacets *self, DossierFacet facet)
{
  g_return_val_if_fail (facet < DOSSIER_N_FACETS, 0);

  return (int) gather (self, facet)->offsets->len - 1;
}

/**
 * dossier_facets_get_sets:
 * @self: facets
 * @facet: which
 *
 * Returns: (transfer none): of each event, the number of its set of values; valid as long as @self
 */
const guint32 *
dossier_facets_get_sets (DossierFacets *self, DossierFacet facet)
{
  g_return_val_if_fail (facet < DOSSIER_N_FACETS, NULL);

  return gather (self, facet)->sets;
}

/**
 * dossier_facets_foreach_of_set:
 * @self: facets
 * @facet: which
 * @set: the number of a set
 * @func: (scope call): is called for each value that is in the set, once each
 * @data: for @func
 */
void
dossier_facets_foreach_of_set (DossierFacets *self, DossierFacet facet, int set, DossierFacetFunc func, gpointer data)
{
  g_autoptr (GArray) met = NULL;
  const Column *column;
  guint32 begin, end;

  g_return_if_fail (set >= 0 && set < dossier_facets_get_n_sets (self, facet));

  column = gather (self, facet);
  begin = g_array_index (column->offsets, guint32, set);
  end = g_array_index (column->offsets, guint32, set + 1);

  if (!g_array_index (column->is_short, guint8, set))
    {
      for (guint32 i = begin; i < end; i++)
        func (g_array_index (column->values, int, i), data);
      return;
    }

  g_mutex_lock (&self->mutex);
  start_row (self);
  for (guint32 i = begin; i < end; i++)
    meet (self, g_array_index (column->values, int, i));
  meet_all_above (self, facet);
  met = g_array_copy (self->row);
  g_mutex_unlock (&self->mutex);

  for (guint i = 0; i < met->len; i++)
    func (g_array_index (met, int, i), data);
}

/**
 * dossier_facets_foreach:
 * @self: facets
 * @facet: which
 * @event: the index of an event
 * @func: (scope call): is called for each value that the event has in the facet, once each
 * @data: for @func
 */
void
dossier_facets_foreach (DossierFacets *self, DossierFacet facet, int event, DossierFacetFunc func, gpointer data)
{
  g_return_if_fail (facet < DOSSIER_N_FACETS);

  dossier_facets_foreach_of_set (self, facet, (int) dossier_facets_get_sets (self, facet)[event], func, data);
}
