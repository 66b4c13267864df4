/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-events-private.h"

#include "model/dossier-pages.h"

#include <string.h>

/*
 * A row takes 37 bytes, and 5 for each link:
 *
 *   start, extent, flags   the date: most are one range of less than 136 years, whose begin and length say all;
 *                          for the rest (FLAG_SPAN), extent is an index into spans
 *   begin, length          the event's own bytes in the document
 *   id_distance            its id in the document, from begin
 *   kind                   as in the links, since every frame asks for it
 *   status, weight
 *   grade                  the likelihood in the low four bits, the credibility in the high four
 *   first_link             where its links begin; they end where those of the next event begin.
 *                          Participants come first.
 *
 * The columns are plain arrays that grow together: a million events do not pay for an array's own care a dozen times
 * each, and when all are read the columns are cut to what they hold.
 */

#define FLAG_SPAN (1u << 15)

/* An id that is written with escapes, or so far behind the begin of its event that the distance does not fit. */
#define NO_DISTANCE G_MAXUINT16

struct _DossierEvents
{
  guint32 n;
  guint32 capacity;
  gint64 *start;
  guint32 *extent;
  guint16 *flags;      /* a DossierPrecision in the low bits; above it DossierSpanFlags */
  guint32 *begin;
  guint32 *length;
  guint16 *id_distance;
  gint32 *kind;        /* -1 for none */
  guint8 *status;
  guint8 *weight;
  guint8 *grade;
  guint32 *first_link; /* room for one more than there are events */

  guint32 n_links;
  guint32 link_capacity;
  guint32 *target;
  guint8 *tag;         /* a relation, or PARTICIPANT_TAG and a role */

  GArray *spans;       /* DossierSpan, those that do not fit into a row */
  GHashTable *printed; /* index to DossierSpan: dates that the source prints otherwise */
};

#define PARTICIPANT_TAG DOSSIER_EVENTS_PARTICIPANT_TAG

/* The target of a link that leads nowhere. */
#define NOTHING G_MAXUINT32

/**
 * dossier_events_new:
 *
 * Returns: (transfer full): no events yet
 */
DossierEvents *
dossier_events_new (void)
{
  DossierEvents *events = g_new0 (DossierEvents, 1);

  events->first_link = dossier_pages_new (guint32, 1);
  events->spans = g_array_new (FALSE, FALSE, sizeof (DossierSpan));
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

  dossier_pages_free (events->start);
  dossier_pages_free (events->extent);
  dossier_pages_free (events->flags);
  dossier_pages_free (events->begin);
  dossier_pages_free (events->length);
  dossier_pages_free (events->id_distance);
  dossier_pages_free (events->kind);
  dossier_pages_free (events->status);
  dossier_pages_free (events->weight);
  dossier_pages_free (events->grade);
  dossier_pages_free (events->first_link);
  dossier_pages_free (events->target);
  dossier_pages_free (events->tag);
  g_array_unref (events->spans);
  g_hash_table_unref (events->printed);
  g_free (events);
}

static void
set_capacity (DossierEvents *events, guint32 capacity)
{
  events->capacity = capacity;
  events->start = dossier_pages_renew (gint64, events->start, capacity);
  events->extent = dossier_pages_renew (guint32, events->extent, capacity);
  events->flags = dossier_pages_renew (guint16, events->flags, capacity);
  events->begin = dossier_pages_renew (guint32, events->begin, capacity);
  events->length = dossier_pages_renew (guint32, events->length, capacity);
  events->id_distance = dossier_pages_renew (guint16, events->id_distance, capacity);
  events->kind = dossier_pages_renew (gint32, events->kind, capacity);
  events->status = dossier_pages_renew (guint8, events->status, capacity);
  events->weight = dossier_pages_renew (guint8, events->weight, capacity);
  events->grade = dossier_pages_renew (guint8, events->grade, capacity);
  events->first_link = dossier_pages_renew (guint32, events->first_link, (gsize) capacity + 1);
}

static void
set_link_capacity (DossierEvents *events, guint32 capacity)
{
  events->link_capacity = capacity;
  events->target = dossier_pages_renew (guint32, events->target, capacity);
  events->tag = dossier_pages_renew (guint8, events->tag, capacity);
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
  if (n_links > events->link_capacity)
    set_link_capacity (events, n_links);
}

/* Whether @span is one range of one precision, of less than 2^32 seconds. */
static gboolean
fits_row (const DossierSpan *span)
{
  return span->start_earliest == span->end_earliest && span->start_latest == span->end_latest &&
         span->start_precision == span->end_precision && span->start_earliest != DOSSIER_TIME_MIN &&
         span->start_latest != DOSSIER_TIME_MAX && span->start_latest >= span->start_earliest &&
         (guint64) span->start_latest - (guint64) span->start_earliest <= G_MAXUINT32;
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
  const DossierSpan *span = &event->date.span;
  guint32 index = events->n;
  guint32 extent;
  guint16 flags;

  if (index == events->capacity)
    set_capacity (events, MAX (64, index + index / 2));

  if (fits_row (span))
    {
      extent = (guint32) (span->start_latest - span->start_earliest);
      flags = (guint16) (span->flags << 4 | span->start_precision);
    }
  else
    {
      extent = events->spans->len;
      flags = FLAG_SPAN;
      g_array_append_val (events->spans, *span);
    }

  if ((event->date_printed.span.flags & DOSSIER_SPAN_UNKNOWN) == 0)
    g_hash_table_insert (events->printed, GINT_TO_POINTER (index), g_memdup2 (&event->date_printed.span, sizeof (DossierSpan)));

  events->start[index] = span->start_earliest;
  events->extent[index] = extent;
  events->flags[index] = flags;
  events->begin[index] = begin;
  events->length[index] = end - begin;
  events->id_distance[index] = id_offset != DOSSIER_EVENTS_NO_ID ? (guint16) (id_offset - begin) : NO_DISTANCE;
  events->kind[index] = -1;
  events->status[index] = (guint8) event->statement.status;
  events->weight[index] = (guint8) event->weight;
  events->grade[index] = (guint8) (event->statement.credibility << 4 | event->statement.likelihood);
  events->n++;
  events->first_link[events->n] = events->n_links;

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
  guint8 tag = link->relation == DOSSIER_RELATION_PARTICIPANT ? PARTICIPANT_TAG | (guint8) link->role : (guint8) link->relation;

  if (events->n_links == events->link_capacity)
    set_link_capacity (events, MAX (256, events->n_links + events->n_links / 2));

  events->target[events->n_links] = link->target;
  events->tag[events->n_links] = tag;
  events->n_links++;
  events->first_link[events->n] = events->n_links;
}

/* Puts the @n_other items of @other behind the @n of @column, and frees @other: one column at a time, so that never
 * more than one is there twice. */
static gpointer
join_column (gpointer column, guint32 n, gpointer other, guint32 n_other, gsize size)
{
  column = dossier_pages_resize (column, (gsize) n + n_other, size);
  if (n_other > 0)
    memcpy ((char *) column + n * size, other, n_other * size);
  dossier_pages_free (other);

  return column;
}

#define JOIN(column, more) \
  (events->column = join_column (events->column, n, g_steal_pointer (&other->column), (more), sizeof *events->column))

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
  guint32 n_links = events->n_links;
  guint32 n_spans = events->spans->len;
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  for (guint32 i = 0; i < other->n_links; i++)
    other->target[i] = symbols[other->target[i]];
  for (guint32 i = 0; i < other->n; i++)
    {
      if (other->flags[i] & FLAG_SPAN)
        other->extent[i] += n_spans;
    }
  for (guint32 i = 0; i <= other->n; i++)
    other->first_link[i] += n_links;

  JOIN (start, other->n);
  JOIN (extent, other->n);
  JOIN (flags, other->n);
  JOIN (begin, other->n);
  JOIN (length, other->n);
  JOIN (id_distance, other->n);
  JOIN (kind, other->n);
  JOIN (status, other->n);
  JOIN (weight, other->n);
  JOIN (grade, other->n);
  JOIN (first_link, other->n + 1);
  events->n = events->capacity = n + other->n;

  n = n_links;
  JOIN (target, other->n_links);
  JOIN (tag, other->n_links);
  events->n_links = events->link_capacity = n + other->n_links;
  n = events->n - other->n;

  g_array_append_vals (events->spans, other->spans->data, other->spans->len);
  g_hash_table_iter_init (&iter, other->printed);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      g_hash_table_iter_steal (&iter);
      g_hash_table_insert (events->printed, GUINT_TO_POINTER (GPOINTER_TO_UINT (key) + n), value);
    }

  dossier_events_free (other);
}

#undef JOIN

/**
 * dossier_events_drop_links:
 * @events: events
 * @target: the target of the links to drop
 *
 * Drops every link to @target; the others keep their order.
 */
void
dossier_events_drop_links (DossierEvents *events, guint32 target)
{
  guint32 n_links = 0;
  guint32 begin = 0;

  for (guint32 i = 0; i < events->n; i++)
    {
      guint32 end = events->first_link[i + 1];

      for (guint32 j = begin; j < end; j++)
        {
          if (events->target[j] == target)
            continue;

          events->target[n_links] = events->target[j];
          events->tag[n_links] = events->tag[j];
          n_links++;
        }

      events->first_link[i + 1] = n_links;
      begin = end;
    }

  events->n_links = n_links;
}

/**
 * dossier_events_resolve:
 * @events: events whose links hold symbols
 * @refs: the record of each symbol, or %DOSSIER_REF_NONE
 * @targets: (array): for each #DossierRelation, a bit (1 << #DossierRecord) for the types it may lead to
 * @bad: (scope call) (nullable): is called for each event that has a link which leads nowhere, or to a record of
 *   another type; %NULL to drop such links
 * @data: for @bad
 *
 * Makes indexes of records out of the symbols.
 */
void
dossier_events_resolve (DossierEvents *events, const DossierRef *refs, const guint *targets, DossierEventFunc bad, gpointer data)
{
  for (guint32 i = 0; i < events->n; i++)
    {
      guint32 end = events->first_link[i + 1];
      gboolean good = TRUE;

      for (guint32 j = events->first_link[i]; j < end; j++)
        {
          guint8 tag = events->tag[j];
          const DossierRef *ref = &refs[events->target[j]];

          if (dossier_ref_is_set (*ref) &&
              (targets[tag & PARTICIPANT_TAG ? DOSSIER_RELATION_PARTICIPANT : tag] & (1u << ref->type)) != 0)
            events->target[j] = (guint32) ref->index;
          else if (bad != NULL)
            good = FALSE;
          else
            events->target[j] = NOTHING;
        }

      if (!good)
        bad ((int) i, data);
    }

  if (bad == NULL)
    dossier_events_drop_links (events, NOTHING);
}

/**
 * dossier_events_finish:
 * @events: events whose links were all set to the indexes of records
 *
 * Fills what follows from the links, and cuts the columns to what they hold.
 */
void
dossier_events_finish (DossierEvents *events)
{
  set_capacity (events, events->n);
  set_link_capacity (events, events->n_links);

  for (guint32 i = 0; i < events->n; i++)
    {
      guint32 end = events->first_link[i + 1];

      for (guint32 j = events->first_link[i]; j < end; j++)
        {
          if (events->tag[j] == DOSSIER_RELATION_KIND)
            events->kind[i] = (gint32) events->target[j];
        }
    }
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
  guint16 flags;
  guint32 extent;

  g_return_if_fail (has (events, index));

  flags = events->flags[index];
  extent = events->extent[index];

  if (flags & FLAG_SPAN)
    {
      *span = g_array_index (events->spans, DossierSpan, extent);
      return;
    }

  span->start_earliest = span->end_earliest = events->start[index];
  span->start_latest = span->end_latest = span->start_earliest + extent;
  span->flags = flags >> 4;
  span->start_precision = span->end_precision = flags & 0xf;
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

  return events->kind[index];
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

static guint32
get_first_link (const DossierEvents *events, int index)
{
  return events->first_link[index];
}

/* Where the @nth link whose tag is @tag (or, for a participant, has that bit) stands; -1 if there is none.
 * With @n, counts them all. */
static int
find_link (const DossierEvents *events, int index, guint8 tag, int nth, int *n)
{
  guint32 end = get_first_link (events, index + 1);
  int count = 0;

  for (guint32 i = get_first_link (events, index); i < end; i++)
    {
      guint8 found = events->tag[i];

      if (tag == PARTICIPANT_TAG ? (found & PARTICIPANT_TAG) == 0 : found != tag)
        continue;

      if (count == nth)
        return (int) i;

      count++;
    }

  if (n != NULL)
    *n = count;

  return -1;
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

  find_link (events, index, PARTICIPANT_TAG, -1, &n);

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
  int link;

  g_return_val_if_fail (has (events, index), -1);

  link = find_link (events, index, PARTICIPANT_TAG, nth, NULL);
  g_return_val_if_fail (link >= 0, -1);

  if (role != NULL)
    *role = events->tag[link] & ~PARTICIPANT_TAG;

  return (int) events->target[link];
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
  int link;

  g_return_val_if_fail (has (events, index), -1);

  link = find_link (events, index, DOSSIER_RELATION_PLACE, nth, NULL);
  g_return_val_if_fail (link >= 0, -1);

  return (int) events->target[link];
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

  *begin = events->begin[index];
  *end = *begin + events->length[index];
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

  return events->begin[index] + events->id_distance[index];
}

/**
 * dossier_events_get_n_links:
 * @events: events
 * @index: which
 *
 * Returns: to how many records it refers
 */
int
dossier_events_get_n_links (const DossierEvents *events, int index)
{
  g_return_val_if_fail (has (events, index), 0);

  return (int) (get_first_link (events, index + 1) - get_first_link (events, index));
}

/**
 * dossier_events_get_n_all_links:
 * @events: events
 *
 * Returns: to how many records all of them refer, each reference counted
 */
guint32
dossier_events_get_n_all_links (const DossierEvents *events)
{
  return events->n_links;
}

/**
 * dossier_events_get_link:
 * @events: events
 * @index: which
 * @nth: which of its links, from 0
 *
 * Returns: the link
 */
DossierEventLink
dossier_events_get_link (const DossierEvents *events, int index, int nth)
{
  guint32 link = get_first_link (events, index) + (guint32) nth;
  guint8 tag = events->tag[link];
  gboolean participant = (tag & PARTICIPANT_TAG) != 0;

  return (DossierEventLink){
    .target = events->target[link],
    .relation = participant ? DOSSIER_RELATION_PARTICIPANT : (DossierRelation) tag,
    .role = participant ? (DossierRole) (tag & ~PARTICIPANT_TAG) : DOSSIER_ROLE_NONE,
  };
}

/**
 * dossier_events_peek_links:
 * @events: events
 * @index: which
 * @targets: (out): the first of its links' targets; those of the events behind follow
 * @tags: (out): likewise their tags, for dossier_events_get_relation()
 *
 * For whoever walks over all links of all events.
 *
 * Returns: how many links it has
 */
int
dossier_events_peek_links (const DossierEvents *events, int index, const guint32 **targets, const guint8 **tags)
{
  *targets = events->target + events->first_link[index];
  *tags = events->tag + events->first_link[index];

  return (int) (events->first_link[index + 1] - events->first_link[index]);
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
  gsize row = sizeof (gint64) + 5 * sizeof (guint32) + 2 * sizeof (guint16) + 3 * sizeof (guint8);

  return events->n * row + events->n_links * (sizeof (guint32) + sizeof (guint8)) +
         events->spans->len * sizeof (DossierSpan);
}
