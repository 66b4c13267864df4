/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-event-dates.h"

#include "model/dossier-pages.h"

#define DAY G_GINT64_CONSTANT (86400)

/* What a row holds, above the DossierPrecision in the four lowest bits and the DossierSpanFlags. */
#define FLAGS_SHIFT 4
#define FORM_DAYS   0u         /* a range of whole days: number is its first, n_days how many */
#define FORM_RANGE  (1u << 14) /* another range: number is its index in ranges */
#define FORM_SPAN   (1u << 15) /* what is no one range: number is its index in spans */
#define FORM_UNKNOWN (FORM_RANGE | FORM_SPAN)
#define FORM_MASK    FORM_UNKNOWN

G_STATIC_ASSERT (DOSSIER_SPAN_ALL_OF << (FLAGS_SHIFT + 1) <= FORM_RANGE);
G_STATIC_ASSERT (DOSSIER_PRECISION_COARSER < 1 << FLAGS_SHIFT);

typedef struct
{
  gint64 start;
  gint64 end;
} Range;

/* Columns, which grow together. */
struct _DossierEventDates
{
  guint32 n;
  guint32 capacity;
  gint32 *number;
  guint16 *n_days;
  guint16 *bits;

  GArray *ranges; /* Range */
  GArray *spans;  /* DossierSpan */
};

/**
 * dossier_event_dates_new:
 *
 * Returns: (transfer full): no dates yet
 */
DossierEventDates *
dossier_event_dates_new (void)
{
  DossierEventDates *self = g_new0 (DossierEventDates, 1);

  self->ranges = g_array_new (FALSE, FALSE, sizeof (Range));
  self->spans = g_array_new (FALSE, FALSE, sizeof (DossierSpan));

  return self;
}

/**
 * dossier_event_dates_free:
 * @self: (nullable): dates, or %NULL
 */
void
dossier_event_dates_free (DossierEventDates *self)
{
  if (self == NULL)
    return;

  dossier_pages_free (self->number);
  dossier_pages_free (self->n_days);
  dossier_pages_free (self->bits);
  g_array_unref (self->ranges);
  g_array_unref (self->spans);
  g_free (self);
}

/**
 * dossier_event_dates_set_capacity:
 * @self: dates
 * @capacity: for how many there shall be room, at least as many as there are
 *
 * Makes room, or gives it back.
 */
void
dossier_event_dates_set_capacity (DossierEventDates *self, guint32 capacity)
{
  g_return_if_fail (capacity >= self->n);

  self->capacity = capacity;
  self->number = dossier_pages_renew (gint32, self->number, capacity);
  self->n_days = dossier_pages_renew (guint16, self->n_days, capacity);
  self->bits = dossier_pages_renew (guint16, self->bits, capacity);
}

/* Whether @span is one range of one precision, with a begin and an end. */
static gboolean
is_range (const DossierSpan *span)
{
  return span->start_earliest == span->end_earliest && span->start_latest == span->end_latest &&
         span->start_precision == span->end_precision && span->start_earliest != DOSSIER_TIME_MIN &&
         span->start_latest != DOSSIER_TIME_MAX && span->start_latest >= span->start_earliest;
}

/* The day on which @time begins, if it does begin with one and that has a number of 32 bits. */
static gboolean
get_day (gint64 time, gint32 *day)
{
  gint64 number = time / DAY;

  if (time % DAY != 0 || number < G_MININT32 || number > G_MAXINT32)
    return FALSE;
  *day = (gint32) number;

  return TRUE;
}

/**
 * dossier_event_dates_append:
 * @self: dates
 * @span: when the next event was
 */
void
dossier_event_dates_append (DossierEventDates *self, const DossierSpan *span)
{
  guint32 index = self->n;
  guint16 bits = (guint16) (span->flags << FLAGS_SHIFT | span->start_precision);
  gint64 n_seconds;

  if (index == self->capacity)
    dossier_event_dates_set_capacity (self, MAX (64, index + index / 2));

  self->n_days[index] = 0;
  if (span->flags & DOSSIER_SPAN_UNKNOWN)
    {
      self->number[index] = 0;
      bits = FORM_UNKNOWN;
    }
  else if (!is_range (span))
    {
      self->number[index] = (gint32) self->spans->len;
      bits = FORM_SPAN;
      g_array_append_val (self->spans, *span);
    }
  /* Both ends may be billions of years away, on either side: the subtraction is one of unsigned numbers. */
  else if ((n_seconds = (gint64) ((guint64) span->start_latest - (guint64) span->start_earliest + 1)) > 0 &&
           n_seconds % DAY == 0 && n_seconds / DAY <= G_MAXUINT16 && get_day (span->start_earliest, &self->number[index]))
    self->n_days[index] = (guint16) (n_seconds / DAY);
  else
    {
      Range range = { span->start_earliest, span->start_latest };

      self->number[index] = (gint32) self->ranges->len;
      bits |= FORM_RANGE;
      g_array_append_val (self->ranges, range);
    }

  self->bits[index] = bits;
  self->n++;
}

/**
 * dossier_event_dates_join:
 * @self: dates
 * @other: dates of the events that follow; they stay
 *
 * Appends what is in @other.
 */
void
dossier_event_dates_join (DossierEventDates *self, DossierEventDates *other)
{
  dossier_event_dates_set_capacity (self, self->n + other->n);

  for (guint32 i = 0; i < other->n; i++)
    {
      guint form = other->bits[i] & FORM_MASK;
      gint32 number = other->number[i];

      if (form == FORM_RANGE)
        number += (gint32) self->ranges->len;
      else if (form == FORM_SPAN)
        number += (gint32) self->spans->len;

      self->number[self->n + i] = number;
      self->n_days[self->n + i] = other->n_days[i];
      self->bits[self->n + i] = other->bits[i];
    }

  self->n += other->n;
  g_array_append_vals (self->ranges, other->ranges->data, other->ranges->len);
  g_array_append_vals (self->spans, other->spans->data, other->spans->len);
}

/**
 * dossier_event_dates_get:
 * @self: dates
 * @index: which, from 0
 * @span: (out): when that event was
 */
void
dossier_event_dates_get (const DossierEventDates *self, guint32 index, DossierSpan *span)
{
  guint bits = self->bits[index];

  if ((bits & FORM_MASK) == FORM_UNKNOWN)
    {
      dossier_span_set_unknown (span);
      return;
    }
  if (bits & FORM_SPAN)
    {
      *span = g_array_index (self->spans, DossierSpan, self->number[index]);
      return;
    }

  if (bits & FORM_RANGE)
    {
      const Range *range = &g_array_index (self->ranges, Range, self->number[index]);

      span->start_earliest = range->start;
      span->start_latest = range->end;
    }
  else
    {
      span->start_earliest = self->number[index] * DAY;
      span->start_latest = span->start_earliest + self->n_days[index] * DAY - 1;
    }

  span->end_earliest = span->start_earliest;
  span->end_latest = span->start_latest;
  span->flags = (guint16) ((bits & ~FORM_MASK) >> FLAGS_SHIFT);
  span->start_precision = span->end_precision = bits & ((1 << FLAGS_SHIFT) - 1);
}

/**
 * dossier_event_dates_get_size:
 * @self: dates
 *
 * Returns: how many bytes they take
 */
gsize
dossier_event_dates_get_size (const DossierEventDates *self)
{
  return self->n * (sizeof (gint32) + 2 * sizeof (guint16)) + self->ranges->len * sizeof (Range) +
         self->spans->len * sizeof (DossierSpan);
}
