/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-event-links.h"

#include "model/dossier-ascending.h"
#include "model/dossier-pages.h"

#include <string.h>

G_STATIC_ASSERT (DOSSIER_RELATION_SCENE < DOSSIER_EVENT_LINKS_PARTICIPANT);
G_STATIC_ASSERT (DOSSIER_ROLE_OBSERVER < DOSSIER_EVENT_LINKS_PARTICIPANT);
G_STATIC_ASSERT (2 * DOSSIER_EVENT_LINKS_PARTICIPANT == DOSSIER_EVENT_LINKS_N_TAGS);

struct _DossierEventLinks
{
  DossierAscending *first; /* by event: where its links begin; they end where those of the next event do */
  guint32 n_links;
  guint32 capacity;
  guint32 *links;
};

/**
 * dossier_event_links_new:
 *
 * Returns: (transfer full): no events yet
 */
DossierEventLinks *
dossier_event_links_new (void)
{
  DossierEventLinks *self = g_new0 (DossierEventLinks, 1);

  self->first = dossier_ascending_new ();

  return self;
}

/**
 * dossier_event_links_free:
 * @self: (nullable): links, or %NULL
 */
void
dossier_event_links_free (DossierEventLinks *self)
{
  if (self == NULL)
    return;

  dossier_ascending_free (self->first);
  dossier_pages_free (self->links);
  g_free (self);
}

static void
set_capacity (DossierEventLinks *self, guint32 capacity)
{
  self->capacity = capacity;
  self->links = dossier_pages_renew (guint32, self->links, capacity);
}

/**
 * dossier_event_links_reserve:
 * @self: links
 * @n_links: about how many there will be
 *
 * Makes room, so that it need not grow as often.
 */
void
dossier_event_links_reserve (DossierEventLinks *self, guint32 n_links)
{
  if (n_links > self->capacity)
    set_capacity (self, n_links);
}

/**
 * dossier_event_links_add_event:
 * @self: links
 *
 * Adds an event without links; those that are appended from now on are its.
 */
void
dossier_event_links_add_event (DossierEventLinks *self)
{
  dossier_ascending_append (self->first, self->n_links);
}

/**
 * dossier_event_links_append:
 * @self: links
 * @link: to what the last event refers; all its participants first. Its target is at most %DOSSIER_EVENT_LINKS_NOTHING
 */
void
dossier_event_links_append (DossierEventLinks *self, const DossierEventLink *link)
{
  guint tag = link->relation == DOSSIER_RELATION_PARTICIPANT ? DOSSIER_EVENT_LINKS_PARTICIPANT | link->role : link->relation;

  g_return_if_fail (link->target <= DOSSIER_EVENT_LINKS_NOTHING);

  if (self->n_links == self->capacity)
    set_capacity (self, MAX (256, self->n_links + self->n_links / 2));

  self->links[self->n_links++] = tag << DOSSIER_EVENT_LINKS_TARGET_BITS | link->target;
}

/**
 * dossier_event_links_join:
 * @self: links
 * @other: links of the events that follow, not resolved; they stay
 * @symbols: what each symbol of @other is in @self
 *
 * Appends what is in @other.
 */
void
dossier_event_links_join (DossierEventLinks *self, DossierEventLinks *other, const guint32 *symbols)
{
  guint32 n_events = dossier_ascending_get_count (other->first);

  for (guint32 i = 0; i < n_events; i++)
    dossier_ascending_append (self->first, self->n_links + dossier_ascending_get (other->first, i));

  set_capacity (self, self->n_links + other->n_links);
  for (guint32 i = 0; i < other->n_links; i++)
    {
      guint32 symbol = dossier_event_link_get_target (other->links[i]);

      if (symbol != DOSSIER_EVENT_LINKS_NOTHING)
        symbol = symbols[symbol];
      self->links[self->n_links + i] = dossier_event_link_to (other->links[i], symbol);
    }
  self->n_links += other->n_links;
}

/**
 * dossier_event_links_drop:
 * @self: links
 * @target: the target of the links to drop
 *
 * Drops every link to @target; the others keep their order.
 */
void
dossier_event_links_drop (DossierEventLinks *self, guint32 target)
{
  DossierAscending *first = dossier_ascending_new ();
  guint32 n_events = dossier_ascending_get_count (self->first);
  guint32 n_links = 0;

  for (guint32 i = 0; i < n_events; i++)
    {
      int n;
      const guint32 *links = dossier_event_links_peek (self, i, &n);

      dossier_ascending_append (first, n_links);
      for (int j = 0; j < n; j++)
        if (dossier_event_link_get_target (links[j]) != target)
          self->links[n_links++] = links[j];
    }

  dossier_ascending_free (self->first);
  self->first = first;
  self->n_links = n_links;
}

/**
 * dossier_event_links_trim:
 * @self: links
 *
 * Gives back the room that was made for more of them.
 */
void
dossier_event_links_trim (DossierEventLinks *self)
{
  dossier_ascending_trim (self->first);
  set_capacity (self, self->n_links);
}

/**
 * dossier_event_links_get_count:
 * @self: links
 *
 * Returns: how many links all events have
 */
guint32
dossier_event_links_get_count (const DossierEventLinks *self)
{
  return self->n_links;
}

/**
 * dossier_event_links_edit:
 * @self: links
 * @event: the index of an event
 * @n: (out): how many links it has
 *
 * Returns: (transfer none): its links, to be changed by dossier_event_link_to()
 */
guint32 *
dossier_event_links_edit (DossierEventLinks *self, guint32 event, int *n)
{
  return (guint32 *) dossier_event_links_peek (self, event, n);
}

/**
 * dossier_event_links_peek:
 * @self: links
 * @event: the index of an event
 * @n: (out): how many links it has
 *
 * Returns: (transfer none) (array length=n): its links, for dossier_event_link_get_target() and so on
 */
const guint32 *
dossier_event_links_peek (const DossierEventLinks *self, guint32 event, int *n)
{
  guint32 begin = (guint32) dossier_ascending_get (self->first, event);
  guint32 end = event + 1 < dossier_ascending_get_count (self->first) ? (guint32) dossier_ascending_get (self->first, event + 1) : self->n_links;

  *n = (int) (end - begin);

  return self->links + begin;
}

/**
 * dossier_event_links_get_size:
 * @self: links
 *
 * Returns: how many bytes they take
 */
gsize
dossier_event_links_get_size (const DossierEventLinks *self)
{
  return dossier_ascending_get_size (self->first) + self->n_links * sizeof (guint32);
}
