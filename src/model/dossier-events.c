/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-events-private.h"

#include "model/dossier-ascending.h"
#include "model/dossier-event-dates.h"
#include "model/dossier-pages.h"

#include <string.h>

/*
 * A row takes 22 bytes, and 4 for each link:
 *
 *   dates                  when it was: 8 bytes, more for the few dates that are no range of days
 *   begin, length          the event's own bytes in the document; begin ascends, so that it takes a little more than 2
 *   id_distance            its id in the document, from begin
 *   kind                   every frame and the filter ask for it, so it is no link among others
 *   status, weight
 *   grade                  the likelihood in the low four bits, the credibility in the high four
 *   links                  to what else it refers, participants first: little more than 1 byte says where they begin
 *
 * The columns are plain arrays that grow together: a million events do not pay for an array's own care a dozen times
 * each, and when all are read the columns are cut to what they hold.
 */

/* An id that is written with escapes, or so far behind the begin of its event that the distance does not fit. */
#define NO_DISTANCE G_MAXUINT16

/* The length of an event that is longer than fits is in long_lengths. */
#define LONG G_MAXUINT16

/* The kind of an event that has none, until all are read; then it is the number of kinds. */
#define NO_KIND G_MAXUINT32

struct _DossierEvents
{
  guint32 n;
  guint32 capacity;
  DossierEventDates *dates;
  DossierAscending *begin;
  guint16 *length;
  guint16 *id_distance;
  guint32 *kind;       /* n_kinds or more for none */
  guint8 *status;
  guint8 *weight;
  guint8 *grade;
  DossierEventLinks *links;

  guint32 n_kinds;
  GHashTable *long_lengths; /* index to length */
  GHashTable *printed; /* index to DossierSpan: dates that the source prints otherwise */
};

/**
 * dossier_events_new:
 *
 * Returns: (transfer full): no events yet
 */
DossierEvents *
dossier_events_new (void)
{
  DossierEvents *events = g_new0 (DossierEvents, 1);

  events->dates = dossier_event_dates_new ();
  events->begin = dossier_ascending_new ();
  events->links = dossier_event_links_new ();
  events->long_lengths = g_hash_table_new (NULL, NULL);
  events->printed = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  return events;
}

/**
 * dossier_events_free:
 * @events: (nullable): events, or %NULL
 */
void
dossier_events_free (DossierEvents *events)
{
  if (events == NULL)
    return;

  dossier_event_dates_free (events->dates);
  dossier_ascending_free (events->begin);
  dossier_pages_free (events->length);
  dossier_pages_free (events->id_distance);
  dossier_pages_free (events->kind);
  dossier_pages_free (events->status);
  dossier_pages_free (events->weight);
  dossier_pages_free (events->grade);
  dossier_event_links_free (events->links);
  g_hash_table_unref (events->long_lengths);
  g_hash_table_unref (events->printed);
  g_free (events);
}

static void
set_capacity (DossierEvents *events, guint32 capacity)
{
  events->capacity = capacity;
  dossier_event_dates_set_capacity (events->dates, capacity);
  events->length = dossier_pages_renew (guint16, events->length, capacity);
  events->id_distance = dossier_pages_renew (guint16, events->id_distance, capacity);
  events->kind = dossier_pages_renew (guint32, events->kind, capacity);
  events->status = dossier_pages_renew (guint8, events->status, capacity);
  events->weight = dossier_pages_renew (guint8, events->weight, capacity);
  events->grade = dossier_pages_renew (guint8, events->grade, capacity);
}

/**
 * dossier_events_reserve:
 * @events: events
 * @n_events: about how many there will be
 * @n_links: about how many links they will have
 *
 * Makes room, so that the columns need not grow as often. What is not used costs next to nothing, since a system
 * gives memory when it is touched first.
 */
void
dossier_events_reserve (DossierEvents *events, guint32 n_events, guint32 n_links)
{
  if (n_events > events->capacity)
    set_capacity (events, n_events);
  dossier_event_links_reserve (events->links, n_links);
}

/**
 * dossier_events_append:
 * @events: events
 * @event: what was read; its links are appended by dossier_events_append_link()
 * @begin: where it begins in the document, in bytes
 * @end: where it ends
 * @id_offset: where the first letter of its id is, at most %DOSSIER_EVENTS_MOST_DISTANCE behind @begin; or
 *   %DOSSIER_EVENTS_NO_ID if it is further away or not written there as it is
 *
 * Returns: its index
 */
int
dossier_events_append (DossierEvents *events, const DossierEvent *event, guint32 begin, guint32 end, guint32 id_offset)
{
  guint32 index = events->n;
  guint32 length = end - begin;

  if (index == events->capacity)
    set_capacity (events, MAX (64, index + index / 2));

  if ((event->date_printed.span.flags & DOSSIER_SPAN_UNKNOWN) == 0)
    g_hash_table_insert (events->printed, GINT_TO_POINTER (index), g_memdup2 (&event->date_printed.span, sizeof (DossierSpan)));
  if (length >= LONG)
    g_hash_table_insert (events->long_lengths, GUINT_TO_POINTER (index), GUINT_TO_POINTER (length));

  dossier_event_dates_append (events->dates, &event->date.span);
  dossier_ascending_append (events->begin, begin);
  dossier_event_links_add_event (events->links);
  events->length[index] = (guint16) MIN (length, LONG);
  events->id_distance[index] = id_offset != DOSSIER_EVENTS_NO_ID ? (guint16) (id_offset - begin) : NO_DISTANCE;
  events->kind[index] = NO_KIND;
  events->status[index] = (guint8) event->statement.status;
  events->weight[index] = (guint8) event->weight;
  events->grade[index] = (guint8) (event->statement.credibility << 4 | event->statement.likelihood);
  events->n++;

  return (int) index;
}

/**
 * dossier_events_append_link:
 * @events: events
 * @link: what the event that was appended last refers to; all its participants first
 */
void
dossier_events_append_link (DossierEvents *events, const DossierEventLink *link)
{
  if (link->relation == DOSSIER_RELATION_KIND)
    events->kind[events->n - 1] = link->target;
  else
    dossier_event_links_append (events->links, link);
}

/* Puts the @n_other items of @other behind the n of @column, and frees @other: one column at a time, so that never more
 * than one is there twice. */
#define JOIN(column)                                                                                     \
  G_STMT_START                                                                                           \
    {                                                                                                    \
      if (other->n > 0)                                                                                  \
        memcpy (events->column + n, other->column, (gsize) other->n * sizeof *events->column);           \
      g_clear_pointer (&other->column, dossier_pages_free);                                              \
    }                                                                                                    \
  G_STMT_END

/**
 * dossier_events_join:
 * @events: events
 * @other: (transfer full): more events, whose links are not resolved
 * @symbols: what each symbol of @other is in @events
 *
 * Puts the events of @other behind those of @events.
 */
void
dossier_events_join (DossierEvents *events, DossierEvents *other, const guint32 *symbols)
{
  guint32 n = events->n;
  guint32 n_other = other->n;
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  for (guint32 i = 0; i < n_other; i++)
    if (other->kind[i] < DOSSIER_EVENT_LINKS_NOTHING)
      other->kind[i] = symbols[other->kind[i]];

  /* What takes most goes first. Room that is not touched takes none. */
  dossier_event_links_join (events->links, other->links, symbols);
  g_clear_pointer (&other->links, dossier_event_links_free);
  dossier_event_dates_join (events->dates, other->dates);
  g_clear_pointer (&other->dates, dossier_event_dates_free);
  for (guint32 i = 0; i < n_other; i++)
    dossier_ascending_append (events->begin, dossier_ascending_get (other->begin, i));

  set_capacity (events, n + n_other);
  JOIN (length);
  JOIN (id_distance);
  JOIN (kind);
  JOIN (status);
  JOIN (weight);
  JOIN (grade);
  events->n = n + n_other;

  g_hash_table_iter_init (&iter, other->long_lengths);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_hash_table_insert (events->long_lengths, GUINT_TO_POINTER (GPOINTER_TO_UINT (key) + n), value);
  g_hash_table_iter_init (&iter, other->printed);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_hash_table_iter_steal (&iter);
      g_hash_table_insert (events->printed, GUINT_TO_POINTER (GPOINTER_TO_UINT (key) + n), value);
    }

  dossier_events_free (other);
}

#undef JOIN

/* What is needed to find the record that a symbol stands for. */
typedef struct
{
  const DossierRef *refs;
  guint32 n_refs;
  const guint *targets;
} Resolution;

/* Returns the index of the record, NOTHING if there is none, or one of another type than the relation may lead to. */
static guint32
resolve (const Resolution *resolution, guint32 symbol, DossierRelation relation)
{
  DossierRef ref = symbol < resolution->n_refs ? resolution->refs[symbol] : DOSSIER_REF_NONE;

  if (!dossier_ref_is_set (ref) || (resolution->targets[relation] & (1u << ref.type)) == 0 || (guint32) ref.index >= DOSSIER_EVENT_LINKS_NOTHING)
    return DOSSIER_EVENT_LINKS_NOTHING;

  return (guint32) ref.index;
}

/**
 * dossier_events_resolve:
 * @events: events whose links hold symbols
 * @refs: (array length=n_refs): the record of each symbol, or %DOSSIER_REF_NONE
 * @n_refs: how many symbols there are; others lead nowhere
 * @targets: (array): for each #DossierRelation, a bit (1 << #DossierRecord) for the types it may lead to
 * @bad: (scope call) (nullable): is called for each event that has a link which leads nowhere, or to a record of
 *   another type; %NULL to drop such links
 * @data: for @bad
 *
 * Makes indexes of records out of the symbols.
 */
void
dossier_events_resolve (DossierEvents *events,
                        const DossierRef *refs,
                        guint32 n_refs,
                        const guint *targets,
                        DossierEventFunc bad,
                        gpointer data)
{
  const Resolution resolution = { refs, n_refs, targets };

  for (guint32 i = 0; i < events->n; i++)
    {
      int n;
      guint32 *links = dossier_event_links_edit (events->links, i, &n);
      gboolean good = TRUE;

      for (int j = 0; j < n; j++)
        {
          guint32 target = resolve (&resolution, dossier_event_link_get_target (links[j]), dossier_event_link_get_relation (links[j]));

          good &= target != DOSSIER_EVENT_LINKS_NOTHING;
          links[j] = dossier_event_link_to (links[j], target);
        }

      if (events->kind[i] != NO_KIND)
        {
          guint32 target = resolve (&resolution, events->kind[i], DOSSIER_RELATION_KIND);

          good &= target != DOSSIER_EVENT_LINKS_NOTHING;
          events->kind[i] = target != DOSSIER_EVENT_LINKS_NOTHING ? target : NO_KIND;
        }

      if (!good && bad != NULL)
        bad ((int) i, data);
    }

  if (bad == NULL)
    dossier_event_links_drop (events->links, DOSSIER_EVENT_LINKS_NOTHING);
}

/**
 * dossier_events_finish:
 * @events: events whose links were all set to the indexes of records
 * @n_kinds: how many kinds there are
 *
 * Cuts the columns to what they hold, and gives what has no kind a number of its own among the kinds.
 */
void
dossier_events_finish (DossierEvents *events, guint32 n_kinds)
{
  set_capacity (events, events->n);
  dossier_ascending_trim (events->begin);
  dossier_event_links_trim (events->links);

  events->n_kinds = n_kinds;
  for (guint32 i = 0; i < events->n; i++)
    events->kind[i] = MIN (events->kind[i], n_kinds);
}

/**
 * dossier_events_get_count:
 * @events: events
 *
 * Returns: how many there are
 */
int
dossier_events_get_count (const DossierEvents *events)
{
  return (int) events->n;
}

static gboolean
has (const DossierEvents *events, int index)
{
  return index >= 0 && (guint32) index < events->n;
}

/**
 * dossier_events_get_span:
 * @events: events
 * @index: which
 * @span: (out): when it happened; its flags hold %DOSSIER_SPAN_UNKNOWN if no date is given
 */
void
dossier_events_get_span (const DossierEvents *events, int index, DossierSpan *span)
{
  g_return_if_fail (has (events, index));

  dossier_event_dates_get (events->dates, (guint32) index, span);
}

/**
 * dossier_events_get_printed_span:
 * @events: events
 * @index: which
 * @span: (out): the date that the source prints
 *
 * Returns: whether the source prints another date than the one that is understood
 */
gboolean
dossier_events_get_printed_span (const DossierEvents *events, int index, DossierSpan *span)
{
  const DossierSpan *printed = g_hash_table_lookup (events->printed, GINT_TO_POINTER (index));

  if (printed != NULL)
    *span = *printed;

  return printed != NULL;
}

/**
 * dossier_events_get_kind:
 * @events: events
 * @index: which
 *
 * Returns: the index of its kind, -1 if it has none
 */
int
dossier_events_get_kind (const DossierEvents *events, int index)
{
  g_return_val_if_fail (has (events, index), -1);

  return events->kind[index] < events->n_kinds ? (int) events->kind[index] : -1;
}

/**
 * dossier_events_peek_kinds:
 * @events: events, all read
 *
 * For whoever looks at the kinds of all events.
 *
 * Returns: (transfer none): of each event the index of its kind, the number of kinds if it has none
 */
const guint32 *
dossier_events_peek_kinds (const DossierEvents *events)
{
  return events->kind;
}

/**
 * dossier_events_get_status:
 * @events: events
 * @index: which
 *
 * Returns: its #DossierStatus, never %DOSSIER_STATUS_NONE
 */
int
dossier_events_get_status (const DossierEvents *events, int index)
{
  g_return_val_if_fail (has (events, index), DOSSIER_STATUS_NONE);

  return events->status[index];
}

/**
 * dossier_events_get_likelihood:
 * @events: events
 * @index: which
 *
 * Returns: its #DossierLikelihood, %DOSSIER_LIKELIHOOD_NONE if none is given
 */
int
dossier_events_get_likelihood (const DossierEvents *events, int index)
{
  g_return_val_if_fail (has (events, index), DOSSIER_LIKELIHOOD_NONE);

  return events->grade[index] & 0xf;
}

/**
 * dossier_events_get_credibility:
 * @events: events
 * @index: which
 *
 * Returns: its credibility, 1 to 6, 0 if none is given
 */
int
dossier_events_get_credibility (const DossierEvents *events, int index)
{
  g_return_val_if_fail (has (events, index), 0);

  return events->grade[index] >> 4;
}

/**
 * dossier_events_get_weight:
 * @events: events
 * @index: which
 *
 * Returns: how much it matters, 0 to 100
 */
int
dossier_events_get_weight (const DossierEvents *events, int index)
{
  g_return_val_if_fail (has (events, index), 0);

  return events->weight[index];
}

/* The @nth link whose tag is @tag (or, for a participant, has that bit), NULL if there is none. With @count, counts them
 * all. */
static const guint32 *
find_link (const DossierEvents *events, int index, guint tag, int nth, int *count)
{
  int n_links;
  const guint32 *links = dossier_event_links_peek (events->links, (guint32) index, &n_links);
  int n = 0;

  for (int i = 0; i < n_links; i++)
    {
      guint found = dossier_event_link_get_tag (links[i]);

      if (tag == DOSSIER_EVENT_LINKS_PARTICIPANT ? (found & tag) == 0 : found != tag)
        continue;

      if (n == nth)
        return &links[i];

      n++;
    }

  if (count != NULL)
    *count = n;

  return NULL;
}

/**
 * dossier_events_get_n_actors:
 * @events: events
 * @index: which
 *
 * Returns: how many actors take part in it
 */
int
dossier_events_get_n_actors (const DossierEvents *events, int index)
{
  int n = 0;

  g_return_val_if_fail (has (events, index), 0);

  find_link (events, index, DOSSIER_EVENT_LINKS_PARTICIPANT, -1, &n);

  return n;
}

/**
 * dossier_events_get_actor:
 * @events: events
 * @index: which
 * @nth: which of its actors, from 0
 * @role: (out) (optional): in which role, perhaps %DOSSIER_ROLE_NONE
 *
 * Returns: the index of the actor
 */
int
dossier_events_get_actor (const DossierEvents *events, int index, int nth, DossierRole *role)
{
  const guint32 *link;

  g_return_val_if_fail (has (events, index), -1);

  link = find_link (events, index, DOSSIER_EVENT_LINKS_PARTICIPANT, nth, NULL);
  g_return_val_if_fail (link != NULL, -1);

  if (role != NULL)
    *role = dossier_event_link_get_role (*link);

  return (int) dossier_event_link_get_target (*link);
}

/**
 * dossier_events_get_n_places:
 * @events: events
 * @index: which
 *
 * Returns: at how many places it happened
 */
int
dossier_events_get_n_places (const DossierEvents *events, int index)
{
  int n = 0;

  g_return_val_if_fail (has (events, index), 0);

  find_link (events, index, DOSSIER_RELATION_PLACE, -1, &n);

  return n;
}

/**
 * dossier_events_get_place:
 * @events: events
 * @index: which
 * @nth: which of its places, from 0
 *
 * Returns: the index of the place
 */
int
dossier_events_get_place (const DossierEvents *events, int index, int nth)
{
  const guint32 *link;

  g_return_val_if_fail (has (events, index), -1);

  link = find_link (events, index, DOSSIER_RELATION_PLACE, nth, NULL);
  g_return_val_if_fail (link != NULL, -1);

  return (int) dossier_event_link_get_target (*link);
}

/**
 * dossier_events_get_range:
 * @events: events
 * @index: which
 * @begin: (out): where it begins in the document, in bytes
 * @end: (out): where it ends
 */
void
dossier_events_get_range (const DossierEvents *events, int index, guint32 *begin, guint32 *end)
{
  g_return_if_fail (has (events, index));

  *begin = (guint32) dossier_ascending_get (events->begin, (guint32) index);
  *end = *begin + events->length[index];
  if (events->length[index] == LONG)
    *end = *begin + GPOINTER_TO_UINT (g_hash_table_lookup (events->long_lengths, GINT_TO_POINTER (index)));
}

/**
 * dossier_events_get_id_offset:
 * @events: events
 * @index: which
 *
 * Returns: where the first letter of its id is in the document, or %DOSSIER_EVENTS_NO_ID
 */
guint32
dossier_events_get_id_offset (const DossierEvents *events, int index)
{
  g_return_val_if_fail (has (events, index), DOSSIER_EVENTS_NO_ID);

  if (events->id_distance[index] == NO_DISTANCE)
    return DOSSIER_EVENTS_NO_ID;

  return (guint32) dossier_ascending_get (events->begin, (guint32) index) + events->id_distance[index];
}

/**
 * dossier_events_get_n_links:
 * @events: events
 * @index: which
 *
 * Returns: to how many records it refers, its kind among them
 */
int
dossier_events_get_n_links (const DossierEvents *events, int index)
{
  int n;

  g_return_val_if_fail (has (events, index), 0);

  dossier_event_links_peek (events->links, (guint32) index, &n);

  return n + (events->kind[index] < events->n_kinds);
}

/**
 * dossier_events_get_n_all_links:
 * @events: events
 *
 * Returns: to how many records all of them refer, each reference counted, but for those to kinds
 */
guint32
dossier_events_get_n_all_links (const DossierEvents *events)
{
  return dossier_event_links_get_count (events->links);
}

/**
 * dossier_events_get_link:
 * @events: events
 * @index: which
 * @nth: which of its links, from 0; the one to its kind is the last
 *
 * Returns: the link
 */
DossierEventLink
dossier_events_get_link (const DossierEvents *events, int index, int nth)
{
  int n;
  const guint32 *links = dossier_event_links_peek (events->links, (guint32) index, &n);

  if (nth >= n)
    return (DossierEventLink){ events->kind[index], DOSSIER_RELATION_KIND, DOSSIER_ROLE_NONE };

  return (DossierEventLink){
    .target = dossier_event_link_get_target (links[nth]),
    .relation = dossier_event_link_get_relation (links[nth]),
    .role = dossier_event_link_get_role (links[nth]),
  };
}

/**
 * dossier_events_peek_links:
 * @events: events
 * @index: which
 * @n: (out): how many links it has, but for that to its kind
 *
 * For whoever walks over all links of all events.
 *
 * Returns: (transfer none) (array length=n): its links, for dossier_event_link_get_target() and so on
 */
const guint32 *
dossier_events_peek_links (const DossierEvents *events, int index, int *n)
{
  return dossier_event_links_peek (events->links, (guint32) index, n);
}

/**
 * dossier_events_get_size:
 * @events: events
 *
 * Returns: how many bytes the columns hold
 */
gsize
dossier_events_get_size (const DossierEvents *events)
{
  gsize row = sizeof (guint32) + 2 * sizeof (guint16) + 3 * sizeof (guint8);

  return events->n * row + dossier_event_dates_get_size (events->dates) + dossier_ascending_get_size (events->begin) +
         dossier_event_links_get_size (events->links);
}
