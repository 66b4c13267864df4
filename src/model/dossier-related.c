/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-related.h"

#include "model/dossier-document-private.h"

struct _DossierRelated
{
  DossierDocument *document;
  GHashTable *set;    /* of refs as pack() makes them, but for events */
  guint32 *has_event; /* a bit for each event of the document */
  GHashTable *actors; /* of those among them, the ones whose states and the like are there too */
  GArray *events;     /* int, ascending */
};

static gpointer
pack (DossierRef ref)
{
  return GUINT_TO_POINTER ((guint) ref.type << 28 | (guint) ref.index);
}

static void
add (DossierRelated *self, DossierRef ref)
{
  if (!dossier_ref_is_set (ref))
    return;

  if (ref.type != DOSSIER_RECORD_EVENT)
    {
      g_hash_table_add (self->set, pack (ref));
      return;
    }

  if (self->has_event[ref.index / 32] & 1u << ref.index % 32)
    return;
  self->has_event[ref.index / 32] |= 1u << ref.index % 32;
  g_array_append_val (self->events, ref.index);
}

static void
add_links (DossierRelated *self, const DossierLinks *links)
{
  for (int i = 0; i < links->n; i++)
    add (self, links->items[i].ref);
}

/* An actor, and whom it belongs to: where a minister acts, the state does. */
static void
add_actor (DossierRelated *self, int index)
{
  g_autoptr (GArray) pending = g_array_new (FALSE, FALSE, sizeof (int));

  /* No recursion: a chain may be as long as the document. */
  g_array_append_val (pending, index);
  while (pending->len > 0)
    {
      DossierRef ref = { DOSSIER_RECORD_ACTOR, g_array_index (pending, int, pending->len - 1) };
      const DossierActor *actor = dossier_document_get_actor (self->document, ref.index);

      g_array_set_size (pending, pending->len - 1);
      add (self, ref);
      if (!g_hash_table_add (self->actors, pack (ref)))
        continue;

      for (int i = 0; i < actor->affiliations.n; i++)
        g_array_append_val (pending, actor->affiliations.items[i].to.ref.index);
    }
}

static void
add_actors (DossierRelated *self, const DossierLinks *actors)
{
  for (int i = 0; i < actors->n; i++)
    add_actor (self, actors->items[i].ref.index);
}

static void
add_event (DossierRelated *self, int index)
{
  const DossierEvents *events = dossier_document_get_events (self->document);

  add (self, (DossierRef){ DOSSIER_RECORD_EVENT, index });
  for (int i = 0; i < dossier_events_get_n_actors (events, index); i++)
    add_actor (self, dossier_events_get_actor (events, index, i, NULL));
}

static void
add_tie (DossierRelated *self, int index)
{
  const DossierTie *tie = dossier_document_get_tie (self->document, index);

  add (self, (DossierRef){ DOSSIER_RECORD_TIE, index });
  add (self, tie->from.ref);
  add (self, tie->to.ref);
}

/* Whoever refers to the selection belongs to it, whatever it is. */
static void
add_referrers (DossierRelated *self, DossierRef ref)
{
  int n = dossier_document_get_n_referrers (self->document, ref);

  for (int i = 0; i < n; i++)
    {
      DossierReferrer referrer = dossier_document_get_referrer (self->document, ref, i);

      if (referrer.relation == DOSSIER_RELATION_SCENE)
        continue;

      if (referrer.from.type == DOSSIER_RECORD_TIE)
        add_tie (self, referrer.from.index);
      else
        add (self, referrer.from);
    }
}

static void
relate_event (DossierRelated *self, int index)
{
  DossierRef ref = { DOSSIER_RECORD_EVENT, index };
  g_autoptr (DossierEvent) event = dossier_document_load_event (self->document, index);

  add_event (self, index);
  add_referrers (self, ref);
  add_links (self, &event->responds_to);
  add (self, event->part_of.ref);
  add_links (self, &event->places);
  add_links (self, &event->statement.quotes);
  add_actors (self, &event->statement.attributed_to);

  /* Who reacts to it. */
  for (int i = 0; i < dossier_document_get_n_referrers (self->document, ref); i++)
    {
      DossierReferrer referrer = dossier_document_get_referrer (self->document, ref, i);

      if (referrer.from.type == DOSSIER_RECORD_REACTION)
        add_actors (self, &dossier_document_get_reaction (self->document, referrer.from.index)->actors);
    }
}

/* An actor's events are those of its people as well. */
static void
relate_actor (DossierRelated *self, int index)
{
  g_autofree gboolean *seen = g_new0 (gboolean, dossier_document_get_count (self->document, DOSSIER_RECORD_ACTOR));
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (int));

  seen[index] = TRUE;
  g_array_append_val (people, index);

  /* The list grows while it is walked. */
  for (guint i = 0; i < people->len; i++)
    {
      DossierRef ref = { DOSSIER_RECORD_ACTOR, g_array_index (people, int, i) };
      int first;
      int n = dossier_document_find_referrers (self->document, ref, DOSSIER_RECORD_ACTOR, &first);

      add (self, ref);
      add_referrers (self, ref);

      for (int j = first; j < first + n; j++)
        {
          DossierReferrer referrer = dossier_document_get_referrer (self->document, ref, j);

          if (referrer.relation != DOSSIER_RELATION_AFFILIATION || seen[referrer.from.index])
            continue;

          seen[referrer.from.index] = TRUE;
          g_array_append_val (people, referrer.from.index);
        }
    }
}

static void
relate_tie (DossierRelated *self, int index)
{
  const DossierTie *tie = dossier_document_get_tie (self->document, index);

  add_tie (self, index);
  add_referrers (self, (DossierRef){ DOSSIER_RECORD_TIE, index });
  add_links (self, &tie->events);
  add_links (self, &tie->statement.quotes);
}

static void
relate_reaction (DossierRelated *self, int index)
{
  const DossierReaction *reaction = dossier_document_get_reaction (self->document, index);

  add_actors (self, &reaction->actors);
  for (int i = 0; i < reaction->to.n; i++)
    {
      DossierRef to = reaction->to.items[i].ref;

      if (to.type == DOSSIER_RECORD_TIE)
        add_tie (self, to.index);
      else
        add (self, to);
    }
  add (self, reaction->event.ref);
  add_links (self, &reaction->statement.quotes);
}

static void
relate_about (DossierRelated *self, const DossierLinks *about)
{
  for (int i = 0; i < about->n; i++)
    {
      DossierRef ref = about->items[i].ref;

      if (ref.type == DOSSIER_RECORD_EVENT)
        add_event (self, ref.index);
      else if (ref.type == DOSSIER_RECORD_TIE)
        add_tie (self, ref.index);
      else
        add (self, ref);
    }
}

static int
compare_integers (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static DossierRelated *
related_new (DossierDocument *document)
{
  DossierRelated *self = g_new0 (DossierRelated, 1);

  self->document = g_object_ref (document);
  self->set = g_hash_table_new (NULL, NULL);
  self->has_event = g_new0 (guint32, dossier_document_get_count (document, DOSSIER_RECORD_EVENT) / 32 + 1);
  self->actors = g_hash_table_new (NULL, NULL);
  self->events = g_array_new (FALSE, FALSE, sizeof (int));

  return self;
}

/**
 * dossier_related_new:
 * @document: a document
 * @selected: a record of it, or %DOSSIER_REF_NONE
 *
 * Returns: (transfer full): what belongs to @selected, itself among it; nothing for %DOSSIER_REF_NONE
 */
DossierRelated *
dossier_related_new (DossierDocument *document, DossierRef selected)
{
  DossierRelated *self = related_new (document);

  if (selected.type == DOSSIER_RECORD_EVENT)
    relate_event (self, selected.index);
  else if (selected.type == DOSSIER_RECORD_ACTOR)
    relate_actor (self, selected.index);
  else if (selected.type == DOSSIER_RECORD_TIE)
    relate_tie (self, selected.index);
  else if (dossier_ref_is_set (selected))
    {
      add (self, selected);
      add_referrers (self, selected);
      if (selected.type == DOSSIER_RECORD_REACTION)
        relate_reaction (self, selected.index);
      else if (selected.type == DOSSIER_RECORD_CLAIM)
        relate_about (self, &dossier_document_get_claim (document, selected.index)->about);
      else if (selected.type == DOSSIER_RECORD_NOTE)
        relate_about (self, &dossier_document_get_note (document, selected.index)->about);
    }

  g_array_sort (self->events, compare_integers);

  return self;
}

/**
 * dossier_related_new_events:
 * @document: a document
 * @events: (array length=n_events): some of its events, each once
 * @n_events: how many
 *
 * Returns: (transfer full): what belongs to them: they themselves, who took part in them, and the ties that they bear
 *   out; no other event
 */
DossierRelated *
dossier_related_new_events (DossierDocument *document, const int *events, int n_events)
{
  DossierRelated *self = related_new (document);

  for (int i = 0; i < n_events; i++)
    {
      DossierRef ref = { DOSSIER_RECORD_EVENT, events[i] };

      add_event (self, events[i]);
      for (int j = 0; j < dossier_document_get_n_referrers (document, ref); j++)
        {
          DossierReferrer referrer = dossier_document_get_referrer (document, ref, j);

          if (referrer.from.type == DOSSIER_RECORD_TIE)
            add_tie (self, referrer.from.index);
        }
    }

  g_array_sort (self->events, compare_integers);

  return self;
}

/* An actor, and everyone who belongs to it by however many steps. */
static GHashTable *
collect_people (DossierDocument *document, int actor)
{
  GHashTable *people = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) pending = g_array_new (FALSE, FALSE, sizeof (int));

  g_hash_table_add (people, GINT_TO_POINTER (actor));
  g_array_append_val (pending, actor);

  while (pending->len > 0)
    {
      DossierRef ref = { DOSSIER_RECORD_ACTOR, g_array_index (pending, int, pending->len - 1) };

      g_array_set_size (pending, pending->len - 1);
      for (int i = 0; i < dossier_document_get_n_referrers (document, ref); i++)
        {
          DossierReferrer referrer = dossier_document_get_referrer (document, ref, i);

          if (referrer.relation == DOSSIER_RELATION_AFFILIATION && g_hash_table_add (people, GINT_TO_POINTER (referrer.from.index)))
            g_array_append_val (pending, referrer.from.index);
        }
    }

  return people;
}

static gboolean
is_one_of (GHashTable *people, int actor)
{
  return g_hash_table_contains (people, GINT_TO_POINTER (actor));
}

static gboolean
takes_part (DossierDocument *document, int event, GHashTable *people)
{
  const DossierEvents *events = dossier_document_get_events (document);

  for (int i = 0; i < dossier_events_get_n_actors (events, event); i++)
    {
      if (is_one_of (people, dossier_events_get_actor (events, event, i, NULL)))
        return TRUE;
    }

  return FALSE;
}

/**
 * dossier_related_new_pair:
 * @document: a document
 * @actor: the index of an actor
 * @other_actor: that of another
 *
 * Returns: (transfer full): what belongs to the two together: the ties between them, or between those who belong to
 *   them, what bears these out, and the events in which both take part
 */
DossierRelated *
dossier_related_new_pair (DossierDocument *document, int actor, int other_actor)
{
  DossierRelated *self = related_new (document);
  g_autoptr (GHashTable) people = collect_people (document, actor);
  g_autoptr (GHashTable) other_people = collect_people (document, other_actor);
  GHashTableIter iter;
  gpointer key;

  add (self, (DossierRef){ DOSSIER_RECORD_ACTOR, actor });
  add (self, (DossierRef){ DOSSIER_RECORD_ACTOR, other_actor });

  g_hash_table_iter_init (&iter, people);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      DossierRef ref = { DOSSIER_RECORD_ACTOR, GPOINTER_TO_INT (key) };

      for (int i = 0; i < dossier_document_get_n_referrers (document, ref); i++)
        {
          DossierRef from = dossier_document_get_referrer (document, ref, i).from;

          if (from.type == DOSSIER_RECORD_TIE)
            {
              const DossierTie *tie = dossier_document_get_tie (document, from.index);
              int far_end = tie->from.ref.index == ref.index ? tie->to.ref.index : tie->from.ref.index;

              if (is_one_of (other_people, far_end) && !is_one_of (people, far_end))
                relate_tie (self, from.index);
            }
          else if (from.type == DOSSIER_RECORD_EVENT && takes_part (document, from.index, other_people))
            add (self, from);
        }
    }

  g_array_sort (self->events, compare_integers);

  return self;
}

/**
 * dossier_related_free:
 * @related: (nullable): what belongs to a selection, or %NULL
 */
void
dossier_related_free (DossierRelated *related)
{
  if (related == NULL)
    return;

  g_hash_table_unref (related->set);
  g_free (related->has_event);
  g_hash_table_unref (related->actors);
  g_array_unref (related->events);
  g_object_unref (related->document);
  g_free (related);
}

/**
 * dossier_related_contains:
 * @related: what belongs to a selection
 * @ref: a record
 *
 * Returns: whether @ref belongs to it
 */
gboolean
dossier_related_contains (const DossierRelated *related, DossierRef ref)
{
  if (ref.type == DOSSIER_RECORD_EVENT)
    return (related->has_event[ref.index / 32] >> ref.index % 32 & 1) != 0;

  return g_hash_table_contains (related->set, pack (ref));
}

/**
 * dossier_related_get_events:
 * @related: what belongs to a selection
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): the indexes of the events that belong to it, ascending
 */
const int *
dossier_related_get_events (const DossierRelated *related, int *n)
{
  *n = (int) related->events->len;

  return (const int *) related->events->data;
}
