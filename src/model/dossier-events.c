/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-events-private.h"

/*
 * A row takes 39 bytes, and 5 for each link:
 *
 *   start, extent, flags   the date: most are one range of less than 136 years, whose begin and length say all;
 *                          for the rest (FLAG_SPAN), extent is an index into spans
 *   begin, length          the event's own bytes in the document
 *   id_offset              its id in the document
 *   kind                   as in the links, since every frame asks for it
 *   status, weight
 *   grade                  the likelihood in the low four bits, the credibility in the high four
 *   first_link             where its links begin; they end where those of the next event begin.
 *                          Participants come first.
 */

#define FLAG_SPAN (1u << 15)

struct _DossierEvents
{
  GArray *start;      /* gint64 */
  GArray *extent;     /* guint32 */
  GArray *flags;      /* guint16: a DossierPrecision in the low bits; above it DossierSpanFlags */
  GArray *begin;      /* guint32 */
  GArray *length;     /* guint32 */
  GArray *id_offset;  /* guint32 */
  GArray *kind;       /* gint32; -1 for none */
  GArray *status;     /* guint8 */
  GArray *weight;     /* guint8 */
  GArray *grade;      /* guint8 */
  GArray *first_link; /* guint32, one more than there are events */

  GArray *target;     /* guint32 */
  GArray *tag;        /* guint8: a relation, or PARTICIPANT_TAG and a role */

  GArray *spans;      /* DossierSpan, those that do not fit into a row */
  GHashTable *printed; /* index to DossierSpan: dates that the source prints otherwise */
};

#define PARTICIPANT_TAG 0x80

/**
 * dossier_events_new:
 *
 * Returns: (transfer full): no events yet
 */
DossierEvents *
dossier_events_new (void)
{
  DossierEvents *events = g_new0 (DossierEvents, 1);
  guint32 none = 0;

  events->start = g_array_new (FALSE, FALSE, sizeof (gint64));
  events->extent = g_array_new (FALSE, FALSE, sizeof (guint32));
  events->flags = g_array_new (FALSE, FALSE, sizeof (guint16));
  events->begin = g_array_new (FALSE, FALSE, sizeof (guint32));
  events->length = g_array_new (FALSE, FALSE, sizeof (guint32));
  events->id_offset = g_array_new (FALSE, FALSE, sizeof (guint32));
  events->kind = g_array_new (FALSE, FALSE, sizeof (gint32));
  events->status = g_array_new (FALSE, FALSE, sizeof (guint8));
  events->weight = g_array_new (FALSE, FALSE, sizeof (guint8));
  events->grade = g_array_new (FALSE, FALSE, sizeof (guint8));
  events->first_link = g_array_new (FALSE, FALSE, sizeof (guint32));
  events->target = g_array_new (FALSE, FALSE, sizeof (guint32));
  events->tag = g_array_new (FALSE, FALSE, sizeof (guint8));
  events->spans = g_array_new (FALSE, FALSE, sizeof (DossierSpan));
  events->printed = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_array_append_val (events->first_link, none);

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

  g_array_unref (events->start);
  g_array_unref (events->extent);
  g_array_unref (events->flags);
  g_array_unref (events->begin);
  g_array_unref (events->length);
  g_array_unref (events->id_offset);
  g_array_unref (events->kind);
  g_array_unref (events->status);
  g_array_unref (events->weight);
  g_array_unref (events->grade);
  g_array_unref (events->first_link);
  g_array_unref (events->target);
  g_array_unref (events->tag);
  g_array_unref (events->spans);
  g_hash_table_unref (events->printed);
  g_free (events);
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
 * @id_offset: where the first letter of its id is, or %DOSSIER_EVENTS_NO_ID if it is not written there as it is
 *
 * Returns: its index
 */
int
dossier_events_append (DossierEvents *events, const DossierEvent *event, guint32 begin, guint32 end, guint32 id_offset)
{
  const DossierSpan *span = &event->date.span;
  int index = (int) events->start->len;
  guint32 length = end - begin;
  guint32 extent;
  guint16 flags;
  gint32 kind = -1;
  guint8 status = (guint8) event->statement.status;
  guint8 weight = (guint8) event->weight;
  guint8 grade = (guint8) (event->statement.credibility << 4 | event->statement.likelihood);
  guint32 first_link = events->target->len;

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

  g_array_append_val (events->start, span->start_earliest);
  g_array_append_val (events->extent, extent);
  g_array_append_val (events->flags, flags);
  g_array_append_val (events->begin, begin);
  g_array_append_val (events->length, length);
  g_array_append_val (events->id_offset, id_offset);
  g_array_append_val (events->kind, kind);
  g_array_append_val (events->status, status);
  g_array_append_val (events->weight, weight);
  g_array_append_val (events->grade, grade);
  g_array_append_val (events->first_link, first_link);

  return index;
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

  g_array_append_val (events->target, link->target);
  g_array_append_val (events->tag, tag);
  g_array_index (events->first_link, guint32, events->first_link->len - 1) = events->target->len;
}

/**
 * dossier_events_finish:
 * @events: events whose links were all set to the indexes of records
 *
 * Fills what follows from the links.
 */
void
dossier_events_finish (DossierEvents *events)
{
  for (guint i = 0; i < events->start->len; i++)
    {
      guint32 end = g_array_index (events->first_link, guint32, i + 1);

      for (guint32 j = g_array_index (events->first_link, guint32, i); j < end; j++)
        {
          if (g_array_index (events->tag, guint8, j) == DOSSIER_RELATION_KIND)
            g_array_index (events->kind, gint32, i) = (gint32) g_array_index (events->target, guint32, j);
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
  return (int) events->start->len;
}

static gboolean
has (const DossierEvents *events, int index)
{
  return index >= 0 && (guint) index < events->start->len;
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

  flags = g_array_index (events->flags, guint16, index);
  extent = g_array_index (events->extent, guint32, index);

  if (flags & FLAG_SPAN)
    {
      *span = g_array_index (events->spans, DossierSpan, extent);
      return;
    }

  span->start_earliest = span->end_earliest = g_array_index (events->start, gint64, index);
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

  return g_array_index (events->kind, gint32, index);
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

  return g_array_index (events->status, guint8, index);
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

  return g_array_index (events->grade, guint8, index) & 0xf;
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

  return g_array_index (events->grade, guint8, index) >> 4;
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

  return g_array_index (events->weight, guint8, index);
}

static guint32
get_first_link (const DossierEvents *events, int index)
{
  return g_array_index (events->first_link, guint32, index);
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
      guint8 found = g_array_index (events->tag, guint8, i);

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
    *role = g_array_index (events->tag, guint8, link) & ~PARTICIPANT_TAG;

  return (int) g_array_index (events->target, guint32, link);
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

  return (int) g_array_index (events->target, guint32, link);
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

  *begin = g_array_index (events->begin, guint32, index);
  *end = *begin + g_array_index (events->length, guint32, index);
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

  return g_array_index (events->id_offset, guint32, index);
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
  guint8 tag = g_array_index (events->tag, guint8, link);
  gboolean participant = (tag & PARTICIPANT_TAG) != 0;

  return (DossierEventLink){
    .target = g_array_index (events->target, guint32, link),
    .relation = participant ? DOSSIER_RELATION_PARTICIPANT : (DossierRelation) tag,
    .role = participant ? (DossierRole) (tag & ~PARTICIPANT_TAG) : DOSSIER_ROLE_NONE,
  };
}

/**
 * dossier_events_set_target:
 * @events: events
 * @index: which
 * @nth: which of its links
 * @target: the index of the record
 */
void
dossier_events_set_target (DossierEvents *events, int index, int nth, guint32 target)
{
  g_array_index (events->target, guint32, get_first_link (events, index) + (guint32) nth) = target;
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
  gsize row = sizeof (gint64) + 6 * sizeof (guint32) + sizeof (guint16) + 3 * sizeof (guint8);

  return events->start->len * row + events->target->len * (sizeof (guint32) + sizeof (guint8)) +
         events->spans->len * sizeof (DossierSpan);
}
