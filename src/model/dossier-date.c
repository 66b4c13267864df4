/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-date.h"

#include <string.h>

#include "model/dossier-calendar.h"
#include "model/dossier-date-reader-private.h"

G_DEFINE_QUARK (dossier - date - error - quark, dossier_date_error)

/* What the items of an expression come to, one after another. */
typedef struct
{
  DossierSpan span;     /* of a set */
  DossierDateItem item; /* the last one: if it is no set, the only one */
  int n_items;
  GArray *items; /* (nullable): copies of the items, of type DossierDateItem */
} Collection;

static guint16
flags_of_point (const DossierDatePoint *point)
{
  int qualifiers = dossier_date_point_get_qualifiers (point);
  guint16 flags = 0;

  if ((qualifiers & DOSSIER_DATE_UNCERTAIN) != 0)
    flags |= DOSSIER_SPAN_UNCERTAIN;
  if ((qualifiers & DOSSIER_DATE_APPROXIMATE) != 0)
    flags |= DOSSIER_SPAN_APPROXIMATE;

  return flags;
}

/* An interval, or a single date. */
static void
fill_span (DossierSpan *span, const DossierDateItem *item)
{
  const DossierDatePoint *first = &item->first;
  const DossierDatePoint *last = &item->last;

  span->start_earliest = first->earliest;
  span->start_latest = first->latest;
  span->end_earliest = last->earliest;
  span->end_latest = last->latest;
  span->start_precision = dossier_date_point_is_date (first) ? first->precision : last->precision;
  span->end_precision = dossier_date_point_is_date (last) ? last->precision : first->precision;
  span->flags = flags_of_point (first) | flags_of_point (last);
  if (!item->is_range)
    return;

  span->flags |= DOSSIER_SPAN_INTERVAL;
  if (first->form == DOSSIER_DATE_OPEN)
    {
      span->flags |= DOSSIER_SPAN_OPEN_START;
      span->start_latest = DOSSIER_TIME_MIN;
    }
  else if (first->form == DOSSIER_DATE_UNKNOWN)
    {
      /* It began at some time, but not after it ended. */
      span->flags |= DOSSIER_SPAN_UNKNOWN_START;
      span->start_latest = last->latest;
    }

  if (last->form == DOSSIER_DATE_OPEN)
    {
      span->flags |= DOSSIER_SPAN_OPEN_END;
      span->end_earliest = DOSSIER_TIME_MAX;
    }
  else if (last->form == DOSSIER_DATE_UNKNOWN)
    {
      span->flags |= DOSSIER_SPAN_UNKNOWN_END;
      span->end_earliest = first->earliest;
    }
}

/* Takes an item, and widens the span by it. All of several dates begin in the first and end in the last of them. */
static void
collect (const DossierDateItem *item, gpointer user_data)
{
  Collection *collection = user_data;
  DossierSpan *span = &collection->span;
  const DossierDatePoint *first = &item->first;
  const DossierDatePoint *last = &item->last;
  gboolean is_first = collection->n_items++ == 0;

  collection->item = *item;
  if (collection->items != NULL)
    g_array_append_val (collection->items, *item);

  if (is_first || first->earliest < span->start_earliest)
    {
      span->start_earliest = first->earliest;
      span->start_precision = dossier_date_point_is_date (first) ? first->precision : last->precision;
    }
  if (is_first || last->latest > span->end_latest)
    {
      span->end_latest = last->latest;
      span->end_precision = dossier_date_point_is_date (last) ? last->precision : first->precision;
    }

  span->start_latest = MIN (is_first ? DOSSIER_TIME_MAX : span->start_latest,
                            first->form == DOSSIER_DATE_OPEN ? DOSSIER_TIME_MIN : first->latest);
  span->end_earliest = MAX (is_first ? DOSSIER_TIME_MIN : span->end_earliest,
                            last->form == DOSSIER_DATE_OPEN ? DOSSIER_TIME_MAX : last->earliest);

  span->flags |= flags_of_point (first) | flags_of_point (last);
  if (first->form == DOSSIER_DATE_OPEN)
    span->flags |= DOSSIER_SPAN_OPEN_START;
  if (last->form == DOSSIER_DATE_OPEN)
    span->flags |= DOSSIER_SPAN_OPEN_END;
}

/* Turns what was collected into the span of an expression of @kind. */
static void
finish (const Collection *collection, DossierDateKind kind, DossierSpan *span)
{
  switch (kind)
    {
    case DOSSIER_DATE_ONE_OF:
      /* It may be any of them, so it begins and ends anywhere from the first to the last. */
      *span = collection->span;
      span->flags |= DOSSIER_SPAN_ONE_OF;
      span->start_latest = span->end_latest;
      span->end_earliest = span->start_earliest;
      span->start_precision = span->end_precision = MAX (span->start_precision, span->end_precision);
      break;

    case DOSSIER_DATE_ALL_OF:
      *span = collection->span;
      span->flags |= DOSSIER_SPAN_ALL_OF;
      break;

    case DOSSIER_DATE_SINGLE:
    case DOSSIER_DATE_INTERVAL:
    default:
      fill_span (span, &collection->item);
      break;
    }
}

/* Reads two digits, both of which must be there. */
static inline int
read_two_digits (const char *text)
{
  unsigned int tens = (unsigned int) (guchar) text[0] - '0';
  unsigned int ones = (unsigned int) (guchar) text[1] - '0';

  return tens <= 9 && ones <= 9 ? (int) (10 * tens + ones) : -1;
}

/* Reads YYYY, YYYY-MM or YYYY-MM-DD. Whatever else it is, and whatever is wrong with it, is for the reader to tell. */
static gboolean
read_plain_date (const char *text, gsize length, gint64 *earliest, gint64 *latest, guint8 *precision)
{
  int high, low, year, days;
  int month = 1;
  int day = 1;
  gint64 first_day, last_day;

  if (length != 4 && length != 7 && length != 10)
    return FALSE;

  high = read_two_digits (text);
  low = read_two_digits (text + 2);
  if (high < 0 || low < 0)
    return FALSE;
  year = 100 * high + low;

  if (length == 4)
    {
      first_day = dossier_calendar_to_days (year, 1, 1);
      last_day = first_day + (dossier_calendar_is_leap (year) ? 365 : 364);
      *precision = DOSSIER_PRECISION_YEAR;
    }
  else
    {
      if (text[4] != '-')
        return FALSE;
      month = read_two_digits (text + 5);
      if (month < 1 || month > 12)
        return FALSE;
      days = dossier_calendar_days_in_month (year, month);

      if (length == 10)
        {
          if (text[7] != '-')
            return FALSE;
          day = read_two_digits (text + 8);
          if (day < 1 || day > days)
            return FALSE;
        }

      first_day = dossier_calendar_to_days (year, month, day);
      last_day = length == 10 ? first_day : first_day + days - 1;
      *precision = length == 10 ? DOSSIER_PRECISION_DAY : DOSSIER_PRECISION_MONTH;
    }

  *earliest = first_day * DOSSIER_SECONDS_PER_DAY;
  *latest = (last_day + 1) * DOSSIER_SECONDS_PER_DAY - 1;

  return TRUE;
}

/* Reads what most dates are: a day, a month, a year, or an interval of two of these. */
static gboolean
read_plain_span (const char *text, gsize length, DossierSpan *span)
{
  const char *slash = NULL;
  gsize first_length = length;

  span->flags = 0;
  if (length >= 9 && length <= 21 && (slash = memchr (text, '/', length)) != NULL)
    first_length = (gsize) (slash - text);

  if (!read_plain_date (text, first_length, &span->start_earliest, &span->start_latest, &span->start_precision))
    return FALSE;

  if (slash != NULL)
    {
      span->flags = DOSSIER_SPAN_INTERVAL;
      return read_plain_date (slash + 1, length - first_length - 1, &span->end_earliest, &span->end_latest, &span->end_precision);
    }

  span->end_earliest = span->start_earliest;
  span->end_latest = span->start_latest;
  span->end_precision = span->start_precision;

  return TRUE;
}

/**
 * dossier_date_parse:
 * @text: what is written; it may hold any bytes
 * @length: how many bytes, or -1 if @text ends with NUL
 * @error: where to put a %DOSSIER_DATE_ERROR
 *
 * Reads a date written in EDTF.
 *
 * An interval that runs backward is read; ask dossier_span_is_backward().
 *
 * Returns: (transfer full) (nullable): the date, or %NULL with @error set; free it with dossier_date_free()
 */
DossierDate *
dossier_date_parse (const char *text, gssize length, GError **error)
{
  g_autoptr (GArray) items = NULL;
  Collection collection = { 0 };
  DossierDateReader reader = { .text = text, .error = error };
  DossierDateKind kind;
  DossierDate *date;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  items = g_array_new (FALSE, FALSE, sizeof (DossierDateItem));
  collection.items = items;
  reader.length = length < 0 ? strlen (text) : (gsize) length;
  if (!dossier_date_reader_run (&reader, &kind, collect, &collection))
    return NULL;

  date = g_malloc (sizeof *date + items->len * sizeof (DossierDateItem));
  date->kind = kind;
  date->level = reader.level;
  date->n_items = (int) items->len;
  memcpy (date->items, items->data, items->len * sizeof (DossierDateItem));
  finish (&collection, kind, &date->span);

  return date;
}

/**
 * dossier_date_free:
 * @date: (nullable): a date, or %NULL
 *
 * Frees @date.
 */
void
dossier_date_free (DossierDate *date)
{
  g_free (date);
}

/**
 * dossier_date_read_span:
 * @text: (array length=length): what is written; it may hold any bytes
 * @length: how many bytes
 * @span: (out): what it comes to; not to be used if the date is not valid
 * @error: where to put a %DOSSIER_DATE_ERROR
 *
 * Does the same as dossier_date_parse() for who wants numbers only, allocates nothing but an error, and has a
 * short way for days, months, years and their intervals: a million of them take less than a tenth of a second.
 *
 * Returns: whether @text is a valid date; %FALSE with @error set
 */
gboolean
dossier_date_read_span (const char *text, gsize length, DossierSpan *span, GError **error)
{
  Collection collection = { 0 };
  DossierDateReader reader = { .text = text, .length = length, .error = error };
  DossierDateKind kind;

  if (read_plain_span (text, length, span))
    return TRUE;

  if (!dossier_date_reader_run (&reader, &kind, collect, &collection))
    return FALSE;
  finish (&collection, kind, span);

  return TRUE;
}

/**
 * dossier_span_is_backward:
 * @span: a span
 *
 * Returns: whether @span is an interval that ends before it can have begun, as `2005/2004-12`. One that can run
 *   forward is not backward: `2004-06-15/2004-06` ends at some time in June.
 */
gboolean
dossier_span_is_backward (const DossierSpan *span)
{
  return (span->flags & DOSSIER_SPAN_INTERVAL) != 0 && span->end_latest < span->start_earliest;
}
