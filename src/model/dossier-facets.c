/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-facets.h"

#include "model/dossier-events-private.h"

/* For each record what it belongs to, itself first: rows of a table. */
typedef struct
{
  GArray *rows;   /* int: where the row of each begins, and one more */
  GArray *values; /* int */
} Closure;

struct _DossierFacets
{
  DossierDocument *document;
  Closure actors;
  Closure places;
  guint32 *seen; /* of each value, in which call it was met; long enough for every facet */
  guint32 call;
};

static void
clear_closure (Closure *closure)
{
  g_array_unref (closure->rows);
  g_array_unref (closure->values);
}

/* Adds what @index belongs to, unless it is in the row already, which also ends a circle. */
static void
add_value (Closure *closure, int value)
{
  guint first = (guint) g_array_index (closure->rows, int, closure->rows->len - 1);

  for (guint i = first; i < closure->values->len; i++)
    {
      if (g_array_index (closure->values, int, i) == value)
        return;
    }

  g_array_append_val (closure->values, value);
}

static void
add_actors_above (DossierDocument *document, Closure *closure, int index)
{
  const DossierActor *actor = dossier_document_get_actor (document, index);

  for (int i = 0; i < actor->affiliations.n; i++)
    add_value (closure, actor->affiliations.items[i].to.ref.index);
}

static void
add_places_above (DossierDocument *document, Closure *closure, int index)
{
  const DossierPlace *place = dossier_document_get_place (document, index);

  if (place->part_of.id != NULL)
    add_value (closure, place->part_of.ref.index);
}

static void
fill_closure (DossierDocument *document,
              Closure *closure,
              DossierRecord type,
              void (*add_above) (DossierDocument *document, Closure *closure, int index))
{
  closure->rows = g_array_new (FALSE, FALSE, sizeof (int));
  closure->values = g_array_new (FALSE, FALSE, sizeof (int));

  for (int i = 0; i < dossier_document_get_count (document, type); i++)
    {
      guint next = closure->values->len;

      g_array_append_val (closure->rows, next);
      add_value (closure, i);

      /* The row grows while it is walked. */
      for (; next < closure->values->len; next++)
        add_above (document, closure, g_array_index (closure->values, int, next));
    }

  g_array_append_val (closure->rows, closure->values->len);
}

/**
 * dossier_facets_new:
 * @document: a document
 *
 * Returns: (transfer full): its facets
 */
DossierFacets *
dossier_facets_new (DossierDocument *document)
{
  DossierFacets *self = g_new0 (DossierFacets, 1);
  int most = 0;

  self->document = g_object_ref (document);
  fill_closure (document, &self->actors, DOSSIER_RECORD_ACTOR, add_actors_above);
  fill_closure (document, &self->places, DOSSIER_RECORD_PLACE, add_places_above);

  for (int facet = 0; facet < DOSSIER_N_FACETS; facet++)
    most = MAX (most, dossier_facets_get_n_values (self, (DossierFacet) facet));

  self->seen = g_new0 (guint32, most);

  return self;
}

/**
 * dossier_facets_free:
 * @self: (nullable): facets, or %NULL
 */
void
dossier_facets_free (DossierFacets *self)
{
  if (self == NULL)
    return;

  clear_closure (&self->actors);
  clear_closure (&self->places);
  g_free (self->seen);
  g_object_unref (self->document);
  g_free (self);
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
  int n_terms;

  switch (facet)
    {
    case DOSSIER_FACET_KIND:
      return dossier_document_get_count (self->document, DOSSIER_RECORD_KIND);

    case DOSSIER_FACET_ACTOR:
      return dossier_document_get_count (self->document, DOSSIER_RECORD_ACTOR);

    case DOSSIER_FACET_PLACE:
      return dossier_document_get_count (self->document, DOSSIER_RECORD_PLACE);

    case DOSSIER_FACET_STATUS:
      dossier_vocabulary_get_terms (DOSSIER_VOCABULARY_STATUS, &n_terms);
      return n_terms + 1;

    case DOSSIER_FACET_SOURCE:
      return dossier_document_get_count (self->document, DOSSIER_RECORD_SOURCE);

    case DOSSIER_N_FACETS:
    default:
      g_return_val_if_reached (0);
    }
}

/* Calls @func for a value unless it was in this round of calls. */
static void
give (DossierFacets *self, int value, DossierFacetFunc func, gpointer data)
{
  if (self->seen[value] == self->call)
    return;

  self->seen[value] = self->call;
  func (value, data);
}

static void
give_row (DossierFacets *self, const Closure *closure, int index, DossierFacetFunc func, gpointer data)
{
  for (int i = g_array_index (closure->rows, int, index); i < g_array_index (closure->rows, int, index + 1); i++)
    give (self, g_array_index (closure->values, int, i), func, data);
}

static void
give_links (DossierFacets *self, DossierFacet facet, int event, DossierFacetFunc func, gpointer data)
{
  const DossierEvents *events = dossier_document_get_events (self->document);

  for (int i = 0; i < dossier_events_get_n_links (events, event); i++)
    {
      DossierEventLink link = dossier_events_get_link (events, event, i);
      int target = (int) link.target;

      if (facet == DOSSIER_FACET_ACTOR && link.relation == DOSSIER_RELATION_PARTICIPANT)
        give_row (self, &self->actors, target, func, data);
      else if (facet == DOSSIER_FACET_PLACE && link.relation == DOSSIER_RELATION_PLACE)
        give_row (self, &self->places, target, func, data);
      else if (facet == DOSSIER_FACET_SOURCE && link.relation == DOSSIER_RELATION_QUOTE)
        give (self, dossier_document_get_quote (self->document, target)->source.ref.index, func, data);
    }
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
  const DossierEvents *events = dossier_document_get_events (self->document);

  if (facet == DOSSIER_FACET_KIND)
    {
      if (dossier_events_get_kind (events, event) >= 0)
        func (dossier_events_get_kind (events, event), data);
    }
  else if (facet == DOSSIER_FACET_STATUS)
    func (dossier_events_get_status (events, event), data);
  else
    {
      self->call++;
      give_links (self, facet, event, func, data);
    }
}
