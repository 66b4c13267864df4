/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-date-text.h"

#include <glib/gi18n-lib.h>

#include "model/dossier-calendar.h"
#include "model/dossier-date-phrase-private.h"
#include "model/dossier-date-words-private.h"

/* The thirds of a month, a year and a decade, as dossier-date.h tells writers to write them. */
typedef enum
{
  THIRD_NONE,
  THIRD_EARLY,
  THIRD_MID,
  THIRD_LATE,
} Third;

/* Which third the numbers from @first to @last are, of those from @begin to @end. */
static Third
find_third_of (int first, int last, int begin, int mid, int late, int end)
{
  if (first == begin && last == mid - 1)
    return THIRD_EARLY;
  if (first == mid && last == late - 1)
    return THIRD_MID;
  if (first == late && last == end)
    return THIRD_LATE;

  return THIRD_NONE;
}

/* Finds out whether @item is a third of something, and of what. */
static Third
find_third (const DossierDateItem *item, DossierDatePoint *whole)
{
  const DossierDatePoint *first = &item->first;
  const DossierDatePoint *last = &item->last;
  int qualifiers = dossier_date_phrase_get_whole_qualifiers (first);

  if (!item->is_range || first->form != last->form || first->significant_digits != 0 || last->significant_digits != 0)
    return THIRD_NONE;
  if (first->first_year != first->last_year || last->first_year != last->last_year || first->month_unspecified != 0 || last->month_unspecified != 0 || first->day_unspecified != 0 || last->day_unspecified != 0)
    return THIRD_NONE;
  if (qualifiers < 0 || (qualifiers & DOSSIER_DATE_APPROXIMATE) == 0 || dossier_date_phrase_get_whole_qualifiers (last) != qualifiers)
    return THIRD_NONE;

  *whole = *first;
  if (first->form == DOSSIER_DATE_YEAR && first->year >= 1000 && last->year <= 9999 && first->year / 10 == last->year / 10)
    {
      whole->year = first->year / 10 * 10;
      whole->year_unspecified = 1;
      dossier_date_point_resolve (whole);
      return find_third_of ((int) (first->year % 10), (int) (last->year % 10), 0, 4, 7, 9);
    }
  if (first->year != last->year)
    return THIRD_NONE;
  if (first->form == DOSSIER_DATE_MONTH)
    {
      whole->form = DOSSIER_DATE_YEAR;
      return find_third_of (first->month, last->month, 1, 5, 9, 12);
    }
  if (first->form == DOSSIER_DATE_DAY && first->month == last->month)
    {
      whole->form = DOSSIER_DATE_MONTH;
      return find_third_of (first->day, last->day, 1, 11, 21, dossier_calendar_days_in_month (first->year, first->month));
    }

  return THIRD_NONE;
}

/* “late March 2024”, or NULL if @item is no third of anything. */
static char *
write_third (const DossierDateItem *item, DossierDateStyle style)
{
  DossierDatePoint whole;
  Third third = find_third (item, &whole);
  g_autofree char *text = NULL;
  g_autofree char *text_of_third = NULL;

  if (third == THIRD_NONE)
    return NULL;

  text = dossier_date_phrase_plain (&whole, style);
  if (third == THIRD_EARLY)
    /* Translators: the first third of a month, a year or a decade: “early March 2024”, “early 2024”, “early 1960s” */
    text_of_third = g_strdup_printf (C_ ("date", "early %s"), text);
  else if (third == THIRD_MID)
    /* Translators: the second third of a month, a year or a decade: “mid-March 2024” */
    text_of_third = g_strdup_printf (C_ ("date", "mid-%s"), text);
  else
    /* Translators: the last third of a month, a year or a decade: “late March 2024” */
    text_of_third = g_strdup_printf (C_ ("date", "late %s"), text);

  return dossier_date_phrase_qualify (text_of_third, item->first.year_qualifier & DOSSIER_DATE_UNCERTAIN, style);
}

static char *
write_two (const DossierDateItem *item, DossierDateJoin join, DossierDateStyle style)
{
  const DossierDatePoint *const points[] = { &item->first, &item->last };
  char *third = write_third (item, style);

  if (third != NULL)
    return third;
  if (item->first.form == item->last.form && item->first.earliest == item->last.earliest && item->first.latest == item->last.latest)
    return dossier_date_phrase_point (&item->first, style);

  return dossier_date_phrase_points (points, 2, join, style);
}

static char *
write_interval (const DossierDateItem *item, DossierDateStyle style)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (dossier_date_point_is_date (&item->first) && dossier_date_point_is_date (&item->last))
    return write_two (item, DOSSIER_DATE_JOIN_RANGE, style);

  if (dossier_date_point_is_date (&item->first))
    {
      first = dossier_date_phrase_point (&item->first, style);
      if (item->last.form == DOSSIER_DATE_OPEN)
        /* Translators: from a date on, and still so */
        return g_strdup_printf (C_ ("date", "since %s"), first);
      if (style == DOSSIER_DATE_STYLE_SHORT)
        /* Translators: from a date until nobody knows when */
        return g_strdup_printf (C_ ("short date", "%s – ?"), first);
      return g_strdup_printf (_ ("from %s, end unknown"), first);
    }

  last = dossier_date_phrase_point (&item->last, style);
  if (item->first.form == DOSSIER_DATE_OPEN)
    /* Translators: up to a date; when it began does not matter */
    return g_strdup_printf (C_ ("date", "until %s"), last);
  if (style == DOSSIER_DATE_STYLE_SHORT)
    /* Translators: from nobody knows when until a date */
    return g_strdup_printf (C_ ("short date", "? – %s"), last);

  return g_strdup_printf (_ ("until %s, start unknown"), last);
}

/* “..2018” in a set of which one is meant. */
static char *
write_earlier (const DossierDatePoint *point, DossierDateStyle style)
{
  DossierDatePoint next = *point;
  g_autofree char *text = NULL;

  /* Of a year that is exactly known the next one says it more plainly. */
  if (point->form == DOSSIER_DATE_YEAR && point->first_year == point->last_year && point->year_qualifier == 0 && ABS (point->year) < DOSSIER_DATE_LARGE_YEAR)
    {
      next.first_year = next.last_year = ++next.year;
      text = dossier_date_phrase_plain (&next, style);
      /* Translators: earlier than a year */
      return g_strdup_printf (C_ ("date", "before %s"), text);
    }

  text = dossier_date_phrase_point (point, style);

  return g_strdup_printf (_ ("%s or earlier"), text);
}

static char *
write_member (const DossierDateItem *item, DossierDateKind kind, DossierDateJoin join, DossierDateStyle style)
{
  g_autofree char *text = NULL;

  if (!item->is_range)
    return dossier_date_phrase_point (&item->first, style);

  if (item->first.form == DOSSIER_DATE_OPEN)
    {
      if (kind == DOSSIER_DATE_ONE_OF)
        return write_earlier (&item->last, style);
      text = dossier_date_phrase_point (&item->last, style);
      /* Translators: all years, or months, or days, up to a date */
      return g_strdup_printf (_ ("all up to %s"), text);
    }
  if (item->last.form == DOSSIER_DATE_OPEN)
    {
      text = dossier_date_phrase_point (&item->first, style);
      if (kind == DOSSIER_DATE_ONE_OF)
        return g_strdup_printf (_ ("%s or later"), text);
      /* Translators: all years, or months, or days, from a date on */
      return g_strdup_printf (_ ("all from %s on"), text);
    }

  return write_two (item, join, style);
}

static char *
write_set (const DossierDate *date, DossierDateStyle style)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) points = g_ptr_array_new ();
  gboolean one_of = date->kind == DOSSIER_DATE_ONE_OF;
  DossierDateJoin join = one_of ? DOSSIER_DATE_JOIN_OR : DOSSIER_DATE_JOIN_AND;

  if (date->n_items == 1)
    return write_member (&date->items[0], date->kind, one_of ? DOSSIER_DATE_JOIN_BETWEEN : DOSSIER_DATE_JOIN_RANGE, style);

  for (int i = 0; i < date->n_items; i++)
    if (!date->items[i].is_range)
      g_ptr_array_add (points, (gpointer) &date->items[i].first);
  if ((int) points->len == date->n_items)
    return dossier_date_phrase_points ((const DossierDatePoint *const *) points->pdata, date->n_items, join, style);

  for (int i = 0; i < date->n_items; i++)
    g_ptr_array_add (texts, write_member (&date->items[i], date->kind, DOSSIER_DATE_JOIN_RANGE, style));

  return dossier_date_phrase_texts ((const char *const *) texts->pdata, date->n_items, join);
}

/**
 * dossier_date_to_text:
 * @date: (nullable): a date, or %NULL if none is known
 * @style: how long the text may be
 *
 * Returns: (transfer full): @date in the user's language: "late March 2024"; "date unknown" for %NULL
 */
char *
dossier_date_to_text (const DossierDate *date, DossierDateStyle style)
{
  if (date == NULL)
    return g_strdup (_ ("date unknown"));

  switch (date->kind)
    {
    case DOSSIER_DATE_INTERVAL:
      return write_interval (&date->items[0], style);

    case DOSSIER_DATE_ONE_OF:
    case DOSSIER_DATE_ALL_OF:
      return write_set (date, style);

    case DOSSIER_DATE_SINGLE:
    default:
      return dossier_date_phrase_point (&date->items[0].first, style);
    }
}

/**
 * dossier_edtf_to_text:
 * @edtf: (nullable): a date in EDTF, or %NULL if none is known
 * @style: how long the text may be
 *
 * Does the same as dossier_date_to_text() for who has the date as it is written only.
 *
 * Returns: (transfer full) (nullable): @edtf in the user's language; %NULL if it is not valid
 */
char *
dossier_edtf_to_text (const char *edtf, DossierDateStyle style)
{
  g_autoptr (DossierDate) date = NULL;

  if (edtf != NULL)
    {
      date = dossier_date_parse (edtf, -1, NULL);
      if (date == NULL)
        return NULL;
    }

  return dossier_date_to_text (date, style);
}

/**
 * dossier_time_to_text:
 * @time: seconds since 1970-01-01T00:00:00 UTC
 * @precision: how much of it to tell: an instant within what is told
 * @style: how long the text may be
 *
 * The text of one instant, as for the date under the pointer. No zone is told. Decades and centuries are told where
 * they have a number: others, and all that is coarser, as years.
 *
 * Returns: (transfer full): "29 March 2024", "second quarter of 2024", "20th century"; "date unknown" for
 *   %DOSSIER_TIME_MIN and %DOSSIER_TIME_MAX
 */
char *
dossier_time_to_text (gint64 time, DossierPrecision precision, DossierDateStyle style)
{
  DossierDatePoint point = { .form = DOSSIER_DATE_YEAR };
  int month, day, second;

  if (time == DOSSIER_TIME_MIN || time == DOSSIER_TIME_MAX)
    return g_strdup (_ ("date unknown"));

  dossier_calendar_from_days (dossier_calendar_from_seconds (time, &second), &point.year, &month, &day);
  point.month = (guint8) month;
  point.day = (guint8) day;
  point.hour = (guint8) (second / 3600);
  point.minute = (guint8) (second / 60 % 60);
  point.second = (guint8) (second % 60);
  point.negative = point.year < 0;

  switch (precision)
    {
    case DOSSIER_PRECISION_SECOND:
      point.form = DOSSIER_DATE_SECOND;
      break;

    case DOSSIER_PRECISION_MINUTE:
      point.form = DOSSIER_DATE_MINUTE;
      break;

    case DOSSIER_PRECISION_HOUR:
      point.form = DOSSIER_DATE_HOUR;
      break;

    case DOSSIER_PRECISION_DAY:
      point.form = DOSSIER_DATE_DAY;
      break;

    case DOSSIER_PRECISION_MONTH:
      point.form = DOSSIER_DATE_MONTH;
      break;

    case DOSSIER_PRECISION_SEASON:
      point.form = DOSSIER_DATE_SEASON;
      point.season = (guint8) (33 + (month - 1) / 3);
      break;

    case DOSSIER_PRECISION_DECADE:
      if (point.year >= 1000 && point.year <= 9999)
        {
          point.year -= point.year % 10;
          point.year_unspecified = 1;
        }
      break;

    case DOSSIER_PRECISION_CENTURY:
      if (ABS (point.year) <= 9999)
        {
          point.year -= point.year % 100;
          point.year_unspecified = 3;
        }
      break;

    case DOSSIER_PRECISION_YEAR:
    case DOSSIER_PRECISION_COARSER:
    default:
      break;
    }

  dossier_date_point_resolve (&point);

  return dossier_date_phrase_plain (&point, style);
}
