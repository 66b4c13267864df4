/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-date-phrase-private.h"

#include <glib/gi18n-lib.h>

#include <string.h>

#include "model/dossier-calendar.h"
#include "model/dossier-date-words-private.h"

/* The year of a date, exactly known or not. */
static char *
write_year_of_point (const DossierDatePoint *point, DossierDateStyle style)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (point->first_year == point->last_year)
    return dossier_date_words_year (point->first_year, style);
  if (point->year_unspecified == 15)
    return g_strdup (_ ("year unknown"));
  if (point->year_unspecified == 3)
    return dossier_date_words_century ((int) (ABS (point->year) / 100) + 1, point->negative);
  if (point->year_unspecified == 1 && point->year >= 1000)
    /* Translators: a decade, as the 1960s */
    return g_strdup_printf (C_ ("decade", "%ds"), (int) point->year);

  first = dossier_date_words_year (point->first_year, style);
  last = dossier_date_words_year (point->last_year, style);
  if (point->significant_digits != 0)
    {
      g_autofree char *year = dossier_date_words_year (point->year, style);

      if (style == DOSSIER_DATE_STYLE_SHORT)
        /* Translators: circa, about; before a date */
        return g_strdup_printf (C_ ("short date", "c. %s"), year);
      if (ABS (point->year) >= DOSSIER_DATE_LARGE_YEAR)
        /* Translators: before a date that is not exactly known */
        return g_strdup_printf (C_ ("date", "around %s"), year);
      /* Translators: an estimated year, and the first and the last that it can be: “around 1950 (1900–1999)” */
      return g_strdup_printf (_ ("around %s (%s–%s)"), year, first, last);
    }

  return g_strdup_printf (_ ("between %s and %s"), first, last);
}

/* The day or month at which @seconds lie. */
static DossierDatePoint
point_at (gint64 seconds, DossierDateForm form)
{
  DossierDatePoint point = { .form = (guint8) form };
  int month, day;

  dossier_calendar_from_days (dossier_calendar_from_seconds (seconds, NULL), &point.year, &month, &day);
  point.month = (guint8) month;
  point.day = (guint8) day;
  point.first_year = point.last_year = point.year;

  return point;
}

/* When nothing says it better: between the first and the last day or month that it can be. */
static char *
write_bounds (const DossierDatePoint *point, DossierDateForm form, DossierDateStyle style)
{
  DossierDatePoint first = point_at (point->earliest, form);
  DossierDatePoint last = point_at (point->latest, form);
  const DossierDatePoint *const points[] = { &first, &last };

  return dossier_date_phrase_points (points, 2, DOSSIER_DATE_JOIN_BETWEEN, style);
}

static char *
write_month_of_point (const DossierDatePoint *point, DossierDateStyle style)
{
  g_autofree char *year = write_year_of_point (point, style);
  g_autofree char *month = NULL;

  if (point->month_unspecified == 3)
    {
      if (point->year_unspecified != 0)
        return dossier_date_words_add_inexact_year (_ ("some month"), year);
      return g_strdup_printf (_ ("some month in %s"), year);
    }
  if (point->month_unspecified != 0)
    return write_bounds (point, DOSSIER_DATE_MONTH, style);

  month = dossier_date_words_month (point->month, FALSE, style);

  return point->year_unspecified != 0 ? dossier_date_words_add_inexact_year (month, year) : dossier_date_words_add_year_to_month (month, year);
}

static char *
write_day_of_point (const DossierDatePoint *point, DossierDateStyle style)
{
  g_autofree char *year = write_year_of_point (point, style);
  g_autofree char *day = NULL;
  g_autofree char *day_and_month = NULL;

  if (point->month_unspecified == 3 && point->day_unspecified == 3)
    {
      if (point->year_unspecified == 15)
        return g_strdup (_ ("date unknown"));
      if (point->year_unspecified != 0)
        return dossier_date_words_add_inexact_year (_ ("some day"), year);
      return g_strdup_printf (_ ("some day in %s"), year);
    }
  if (point->month_unspecified == 0 && point->day_unspecified == 3)
    {
      DossierDatePoint month = *point;
      g_autofree char *text = NULL;

      month.form = DOSSIER_DATE_MONTH;
      text = write_month_of_point (&month, style);
      return g_strdup_printf (_ ("some day in %s"), text);
    }
  if (point->month_unspecified == 3 && point->day_unspecified == 0 && point->year_unspecified == 0)
    /* Translators: a day of the month, 1 to 31, and a year */
    return g_strdup_printf (_ ("day %d of some month in %s"), point->day, year);
  if (point->month_unspecified != 0 || point->day_unspecified != 0)
    return write_bounds (point, DOSSIER_DATE_DAY, style);

  day = dossier_date_words_day (point->day);
  day_and_month = dossier_date_words_day_and_month (day, point->month, style);

  return point->year_unspecified != 0 ? dossier_date_words_add_inexact_year (day_and_month, year) : dossier_date_words_add_year_to_day (day_and_month, year);
}

/**
 * dossier_date_phrase_plain:
 * @point: a resolved date, not an open or unknown end
 * @style: how long the text may be
 *
 * Returns: (transfer full): @point without what qualifies it: "29 March 2024"
 */
char *
dossier_date_phrase_plain (const DossierDatePoint *point, DossierDateStyle style)
{
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *clock_and_zone = NULL;

  switch ((DossierDateForm) point->form)
    {
    case DOSSIER_DATE_YEAR:
      return point->year_unspecified == 15 ? g_strdup (_ ("date unknown")) : write_year_of_point (point, style);

    case DOSSIER_DATE_SEASON:
      {
        g_autofree char *year = write_year_of_point (point, style);

        return dossier_date_words_season (point->season, year, style);
      }

    case DOSSIER_DATE_MONTH:
      return write_month_of_point (point, style);

    case DOSSIER_DATE_DAY:
      return write_day_of_point (point, style);

    case DOSSIER_DATE_HOUR:
    case DOSSIER_DATE_MINUTE:
    case DOSSIER_DATE_SECOND:
      day = write_day_of_point (point, style);
      clock = dossier_date_words_clock (point, style);
      clock_and_zone = dossier_date_words_add_zone (clock, point);
      return dossier_date_words_add_clock (day, clock_and_zone);

    case DOSSIER_DATE_OPEN:
    case DOSSIER_DATE_UNKNOWN:
    default:
      g_return_val_if_reached (g_strdup (_ ("date unknown")));
    }
}

/**
 * dossier_date_phrase_get_whole_qualifiers:
 * @point: a date
 *
 * Returns: #DossierDateQualifier flags that all parts of @point share, or -1 if they have different ones
 */
int
dossier_date_phrase_get_whole_qualifiers (const DossierDatePoint *point)
{
  if (point->form >= DOSSIER_DATE_SEASON && point->month_qualifier != point->year_qualifier)
    return -1;
  if (point->form >= DOSSIER_DATE_DAY && point->day_qualifier != point->year_qualifier)
    return -1;

  return point->year_qualifier;
}

/**
 * dossier_date_phrase_qualify:
 * @text: the text of a date
 * @qualifiers: #DossierDateQualifier flags
 * @style: how long the text may be
 *
 * Returns: (transfer full): @text with what qualifies it: "possibly March 2024"
 */
char *
dossier_date_phrase_qualify (const char *text, int qualifiers, DossierDateStyle style)
{
  gboolean is_long = style == DOSSIER_DATE_STYLE_LONG;
  gboolean uncertain = (qualifiers & DOSSIER_DATE_UNCERTAIN) != 0;

  if ((qualifiers & DOSSIER_DATE_APPROXIMATE) != 0)
    {
      if (uncertain)
        /* Translators: before a date that is doubtful, and not exact either */
        return g_strdup_printf (is_long ? C_ ("date", "possibly around %s") : C_ ("short date", "c. %s?"), text);
      return g_strdup_printf (is_long ? C_ ("date", "around %s") : C_ ("short date", "c. %s"), text);
    }

  if (uncertain)
    /* Translators: before a date that is doubtful */
    return g_strdup_printf (is_long ? C_ ("date", "possibly %s") : C_ ("short date", "%s?"), text);

  return g_strdup (text);
}

/* Adds which parts of a date are qualified in which way: “11 June 2004 (year uncertain, day approximate)”. */
static char *
add_qualified_parts (const char *text, const DossierDatePoint *point)
{
  static const char *const remarks[][3] = {
    { N_ ("year uncertain"), N_ ("year approximate"), N_ ("year uncertain and approximate") },
    { N_ ("season uncertain"), N_ ("season approximate"), N_ ("season uncertain and approximate") },
    { N_ ("month uncertain"), N_ ("month approximate"), N_ ("month uncertain and approximate") },
    { N_ ("day uncertain"), N_ ("day approximate"), N_ ("day uncertain and approximate") },
  };
  const int qualifiers[] = {
    point->year_qualifier,
    point->form == DOSSIER_DATE_SEASON ? point->month_qualifier : 0,
    point->form == DOSSIER_DATE_SEASON ? 0 : point->month_qualifier,
    point->day_qualifier,
  };
  g_autofree char *list = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (qualifiers); i++)
    {
      g_autofree char *before = g_steal_pointer (&list);
      const char *remark;

      if (qualifiers[i] == 0)
        {
          list = g_steal_pointer (&before);
          continue;
        }

      remark = _ (remarks[i][qualifiers[i] - 1]);
      /* Translators: the members of a list, but for the last one */
      list = before != NULL ? g_strdup_printf (C_ ("list", "%1$s, %2$s"), before, remark) : g_strdup (remark);
    }

  /* Translators: a date, and remarks on its parts */
  return g_strdup_printf (C_ ("date", "%1$s (%2$s)"), text, list);
}

/**
 * dossier_date_phrase_point:
 * @point: a resolved date, not an open or unknown end
 * @style: how long the text may be
 *
 * Returns: (transfer full): @point with all that qualifies it: "possibly March 2024", "11 June 2004 (day approximate)"
 */
char *
dossier_date_phrase_point (const DossierDatePoint *point, DossierDateStyle style)
{
  g_autofree char *plain = dossier_date_phrase_plain (point, style);
  int qualifiers = dossier_date_phrase_get_whole_qualifiers (point);

  if (qualifiers < 0 && style == DOSSIER_DATE_STYLE_LONG)
    return add_qualified_parts (plain, point);
  if (qualifiers < 0)
    qualifiers = dossier_date_point_get_qualifiers (point);

  /* An estimated year already says so. */
  if (point->significant_digits != 0 && point->first_year != point->last_year)
    qualifiers &= ~DOSSIER_DATE_APPROXIMATE;

  return dossier_date_phrase_qualify (plain, qualifiers, style);
}

static char *
join_two (const char *first, const char *second, DossierDateJoin join)
{
  switch (join)
    {
    case DOSSIER_DATE_JOIN_RANGE:
      /* Between numbers and words without spaces the dash stands close. */
      if (strchr (first, ' ') == NULL && strchr (second, ' ') == NULL)
        /* Translators: from one day, month or year to another, each a number or one word: “8–9” */
        return g_strdup_printf (C_ ("date range", "%1$s–%2$s"), first, second);
      /* Translators: from one date to another, of which one at least has several words: “30 March – 2 April” */
      return g_strdup_printf (C_ ("date range", "%1$s – %2$s"), first, second);

    case DOSSIER_DATE_JOIN_BETWEEN:
      /* Translators: at some time from one date to another; a month and a year may follow: “between 8 and 9 April” */
      return g_strdup_printf (_ ("between %1$s and %2$s"), first, second);

    case DOSSIER_DATE_JOIN_OR:
      /* Translators: one date or another; the first may be a list */
      return g_strdup_printf (C_ ("date", "%1$s or %2$s"), first, second);

    case DOSSIER_DATE_JOIN_AND:
    default:
      /* Translators: one date and another; the first may be a list */
      return g_strdup_printf (C_ ("date", "%1$s and %2$s"), first, second);
    }
}

/**
 * dossier_date_phrase_texts:
 * @texts: (array length=n_texts): texts of dates
 * @n_texts: how many: two for a range, one or more otherwise
 * @join: how to join them
 *
 * Returns: (transfer full): the texts joined: "8, 9 or 10"
 */
char *
dossier_date_phrase_texts (const char *const *texts, int n_texts, DossierDateJoin join)
{
  g_autofree char *list = g_strdup (texts[0]);

  for (int i = 1; i < n_texts; i++)
    {
      g_autofree char *before = g_steal_pointer (&list);

      if (i == n_texts - 1)
        list = join_two (before, texts[i], join);
      else
        /* Translators: the members of a list, but for the last one */
        list = g_strdup_printf (C_ ("list", "%1$s, %2$s"), before, texts[i]);
    }

  return g_steal_pointer (&list);
}

/* What several dates have in common, which then is written only once. */
typedef enum
{
  SHARE_NOTHING,
  SHARE_ERA,
  SHARE_YEAR,
  SHARE_MONTH,
  SHARE_DAY,
} Share;

static gboolean
is_inexact (const DossierDatePoint *point)
{
  return point->year_unspecified != 0 || point->month_unspecified != 0 || point->day_unspecified != 0 || point->significant_digits != 0;
}

/* What two dates have in common. */
static Share
find_share_of_two (const DossierDatePoint *one, const DossierDatePoint *other)
{
  gboolean with_time = one->form >= DOSSIER_DATE_HOUR && other->form >= DOSSIER_DATE_HOUR;

  if (is_inexact (one) || is_inexact (other) || (one->form != other->form && !with_time))
    return SHARE_NOTHING;
  if (one->form == DOSSIER_DATE_YEAR)
    return MAX (one->year, other->year) <= 0 && MIN (one->year, other->year) > -DOSSIER_DATE_LARGE_YEAR ? SHARE_ERA : SHARE_NOTHING;
  if (one->form == DOSSIER_DATE_SEASON || one->year != other->year)
    return SHARE_NOTHING;
  if (with_time)
    return one->month == other->month && one->day == other->day && one->zone == other->zone && one->zone_minutes == other->zone_minutes ? SHARE_DAY : SHARE_NOTHING;
  if (one->form == DOSSIER_DATE_DAY && one->month == other->month)
    return SHARE_MONTH;

  return SHARE_YEAR;
}

static Share
find_share (const DossierDatePoint *const *points, int n_points)
{
  Share share = SHARE_DAY;

  for (int i = 1; i < n_points; i++)
    share = MIN (share, find_share_of_two (points[0], points[i]));

  return share;
}

/* A date without what it shares with others. */
static char *
write_own_part (const DossierDatePoint *point, Share share, DossierDateStyle style)
{
  g_autofree char *day = NULL;

  switch (share)
    {
    case SHARE_ERA:
      return dossier_date_words_bce_number (point->year);

    case SHARE_YEAR:
      if (point->form == DOSSIER_DATE_MONTH)
        return dossier_date_words_month (point->month, FALSE, style);
      day = dossier_date_words_day (point->day);
      return dossier_date_words_day_and_month (day, point->month, style);

    case SHARE_MONTH:
      return dossier_date_words_day (point->day);

    case SHARE_DAY:
      return dossier_date_words_clock (point, style);

    case SHARE_NOTHING:
    default:
      return dossier_date_phrase_plain (point, style);
    }
}

/* Adds to @text what all dates share, which @point is one of. */
static char *
add_shared_part (const char *text, const DossierDatePoint *point, Share share, DossierDateStyle style)
{
  g_autofree char *year = dossier_date_words_year (point->year, style);

  switch (share)
    {
    case SHARE_ERA:
      return dossier_date_words_bce (text);

    case SHARE_YEAR:
      return point->form == DOSSIER_DATE_MONTH ? dossier_date_words_add_year_to_month (text, year) : dossier_date_words_add_year_to_day (text, year);

    case SHARE_MONTH:
      {
        g_autofree char *days = dossier_date_words_day_and_month (text, point->month, style);

        return dossier_date_words_add_year_to_day (days, year);
      }

    case SHARE_DAY:
      {
        g_autofree char *day = write_day_of_point (point, style);
        g_autofree char *clock = dossier_date_words_add_zone (text, point);

        return dossier_date_words_add_clock (day, clock);
      }

    case SHARE_NOTHING:
    default:
      return g_strdup (text);
    }
}

/**
 * dossier_date_phrase_points:
 * @points: (array length=n_points): resolved dates, none of them an open or unknown end
 * @n_points: how many: two for a range, one or more otherwise
 * @join: how to join them
 * @style: how long the text may be
 *
 * Returns: (transfer full): the dates joined, with what they share written once: "8–9 April 2024"
 */
char *
dossier_date_phrase_points (const DossierDatePoint *const *points, int n_points, DossierDateJoin join, DossierDateStyle style)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  g_autofree char *whole = NULL;
  int qualifiers = dossier_date_phrase_get_whole_qualifiers (points[0]);
  Share share;
  gboolean alike = TRUE;

  for (int i = 0; i < n_points; i++)
    alike = alike && dossier_date_phrase_get_whole_qualifiers (points[i]) == qualifiers && !is_inexact (points[i]);

  if (n_points == 1 || !alike || qualifiers < 0)
    {
      for (int i = 0; i < n_points; i++)
        g_ptr_array_add (texts, dossier_date_phrase_point (points[i], style));
      return dossier_date_phrase_texts ((const char *const *) texts->pdata, n_points, join);
    }

  /* “around 21–28 March”, for “around between” is no language. */
  if (join == DOSSIER_DATE_JOIN_BETWEEN && (qualifiers & DOSSIER_DATE_APPROXIMATE) != 0)
    join = DOSSIER_DATE_JOIN_RANGE;

  /* What qualifies all of them is said once, before them. */
  share = find_share (points, n_points);
  for (int i = 0; i < n_points; i++)
    g_ptr_array_add (texts, write_own_part (points[i], share, style));
  list = dossier_date_phrase_texts ((const char *const *) texts->pdata, n_points, join);
  whole = add_shared_part (list, points[0], share, style);

  return dossier_date_phrase_qualify (whole, qualifiers, style);
}
