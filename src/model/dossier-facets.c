/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-facets.h"

#include "model/dossier-events-private.h"

struct _DossierFacets
{
  DossierDocument *document;
  GArray *row;   /* int: values that are met together, such as a place and those it lies in */
  guint32 *seen; /* of each value, in which call it was met; long enough for every facet */
  guint32 call;
};

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
  self->row = g_array_new (FALSE, FALSE, sizeof (int));

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

  g_array_unref (self->row);
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

/* Calls @func for a value and all that it belongs to. It is walked each time: a table of it would grow with the
 * square of the longest chain. */
static void
give (DossierFacets *self, DossierFacet facet, int value, DossierFacetFunc func, gpointer data)
{
  g_array_set_size (self->row, 0);
  meet (self, value);

  /* The row grows while it is walked. */
  for (guint i = 0; i < self->row->len; i++)
    {
      int met = g_array_index (self->row, int, i);

      func (met, data);
      meet_above (self, facet, met);
    }
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
        give (self, facet, target, func, data);
      else if (facet == DOSSIER_FACET_PLACE && link.relation == DOSSIER_RELATION_PLACE)
        give (self, facet, target, func, data);
      else if (facet == DOSSIER_FACET_SOURCE && link.relation == DOSSIER_RELATION_QUOTE)
        give (self, facet, dossier_document_get_quote (self->document, target)->source.ref.index, func, data);
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
