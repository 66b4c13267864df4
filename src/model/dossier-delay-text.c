/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-delay-text.h"

#include <glib/gi18n-lib.h>

#include "model/dossier-calendar.h"
#include "model/dossier-date-words-private.h"

#define MINUTE G_GINT64_CONSTANT (60)
#define HOUR   (60 * MINUTE)

/* Days are told up to two weeks, weeks up to two months, months up to two years. */
#define LAST_DAYS   13
#define LAST_WEEKS  8
#define LAST_MONTHS 23

typedef enum
{
  UNIT_SECOND,
  UNIT_MINUTE,
  UNIT_HOUR,
  UNIT_DAY,
  UNIT_WEEK,
  UNIT_MONTH,
  UNIT_YEAR,
} Unit;

typedef struct
{
  gint64 number;
  Unit unit;
  gboolean exact;
} Delay;

/* @number / @divisor, rounded to the nearest. */
static Delay
round_to_unit (gint64 number, gint64 divisor, Unit unit)
{
  return (Delay){ .number = (number + divisor / 2) / divisor, .unit = unit, .exact = number % divisor == 0 };
}

static Delay
measure_seconds (guint64 seconds)
{
  if (seconds < 2 * MINUTE)
    return round_to_unit ((gint64) seconds, 1, UNIT_SECOND);
  if (seconds < 2 * HOUR)
    return round_to_unit ((gint64) seconds, MINUTE, UNIT_MINUTE);

  return round_to_unit ((gint64) seconds, HOUR, UNIT_HOUR);
}

/* From the day @from to the day @to, which is not before it. */
static Delay
measure_days (gint64 from, gint64 to)
{
  gint64 from_year, to_year, months, rest;
  int from_month, from_day, to_month, to_day;

  if (to - from <= LAST_DAYS)
    return (Delay){ .number = to - from, .unit = UNIT_DAY, .exact = TRUE };
  if (to - from <= 7 * LAST_WEEKS)
    return round_to_unit (to - from, 7, UNIT_WEEK);

  /* Months and years are counted in the calendar: from the 5th to the 5th. */
  dossier_calendar_from_days (from, &from_year, &from_month, &from_day);
  dossier_calendar_from_days (to, &to_year, &to_month, &to_day);
  months = 12 * (to_year - from_year) + to_month - from_month;
  rest = to_day - from_day;
  if (rest < -15)
    months--;
  else if (rest > 15)
    months++;
  if (months <= LAST_MONTHS)
    return (Delay){ .number = months, .unit = UNIT_MONTH, .exact = rest == 0 };

  return (Delay){ .number = (months + 6) / 12, .unit = UNIT_YEAR, .exact = months % 12 == 0 && rest == 0 };
}

static const char *
get_short_pattern (Unit unit, gboolean later)
{
  static const char *const patterns[][2] = {
    /* Translators: seconds later, in as little space as possible */
    { N_ ("−%s s"), N_ ("+%s s") },
    /* Translators: minutes later */
    { N_ ("−%s min"), N_ ("+%s min") },
    /* Translators: hours later */
    { N_ ("−%s h"), N_ ("+%s h") },
    /* Translators: days later */
    { N_ ("−%s d"), N_ ("+%s d") },
    /* Translators: weeks later */
    { N_ ("−%s wk"), N_ ("+%s wk") },
    /* Translators: months later */
    { N_ ("−%s mo"), N_ ("+%s mo") },
    /* Translators: years later */
    { N_ ("−%s yr"), N_ ("+%s yr") },
  };

  return _ (patterns[unit][later]);
}

static const char *
get_later_pattern (Unit unit, gulong n)
{
  switch (unit)
    {
    case UNIT_SECOND:
      return ngettext ("%s second later", "%s seconds later", n);
    case UNIT_MINUTE:
      return ngettext ("%s minute later", "%s minutes later", n);
    case UNIT_HOUR:
      return ngettext ("%s hour later", "%s hours later", n);
    case UNIT_DAY:
      return ngettext ("%s day later", "%s days later", n);
    case UNIT_WEEK:
      return ngettext ("%s week later", "%s weeks later", n);
    case UNIT_MONTH:
      return ngettext ("%s month later", "%s months later", n);
    case UNIT_YEAR:
    default:
      return ngettext ("%s year later", "%s years later", n);
    }
}

static const char *
get_earlier_pattern (Unit unit, gulong n)
{
  switch (unit)
    {
    case UNIT_SECOND:
      return ngettext ("%s second earlier", "%s seconds earlier", n);
    case UNIT_MINUTE:
      return ngettext ("%s minute earlier", "%s minutes earlier", n);
    case UNIT_HOUR:
      return ngettext ("%s hour earlier", "%s hours earlier", n);
    case UNIT_DAY:
      return ngettext ("%s day earlier", "%s days earlier", n);
    case UNIT_WEEK:
      return ngettext ("%s week earlier", "%s weeks earlier", n);
    case UNIT_MONTH:
      return ngettext ("%s month earlier", "%s months earlier", n);
    case UNIT_YEAR:
    default:
      return ngettext ("%s year earlier", "%s years earlier", n);
    }
}

/* Thousands of years and more. */
static char *
write_large_delay (gint64 years, gboolean later, DossierDateStyle style)
{
  int thousands;
  gulong plural;
  g_autofree char *number = dossier_date_words_large_number (years, &thousands, &plural);
  const char *pattern;

  if (style == DOSSIER_DATE_STYLE_SHORT)
    {
      static const char *const patterns[][2] = {
        /* Translators: thousands of years later */
        { N_ ("−%s kyr"), N_ ("+%s kyr") },
        /* Translators: millions of years later */
        { N_ ("−%s Myr"), N_ ("+%s Myr") },
        /* Translators: billions (thousand millions) of years later */
        { N_ ("−%s Gyr"), N_ ("+%s Gyr") },
      };

      pattern = _ (patterns[thousands - 1][later]);
    }
  else if (thousands == 1)
    {
      pattern = later ? ngettext ("%s thousand years later", "%s thousand years later", plural)
                      : ngettext ("%s thousand years earlier", "%s thousand years earlier", plural);
    }
  else if (thousands == 2)
    {
      pattern = later ? ngettext ("%s million years later", "%s million years later", plural)
                      : ngettext ("%s million years earlier", "%s million years earlier", plural);
    }
  else
    {
      pattern = later ? ngettext ("%s billion years later", "%s billion years later", plural)
                      : ngettext ("%s billion years earlier", "%s billion years earlier", plural);
    }

  return dossier_date_words_fill (pattern, number);
}

static char *
write_delay (const Delay *delay, gboolean later, DossierDateStyle style)
{
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (delay->unit == UNIT_YEAR && delay->number >= DOSSIER_DATE_LARGE_YEAR)
    {
      text = write_large_delay (delay->number, later, style);
    }
  else
    {
      gulong n = (gulong) delay->number;

      number = g_strdup_printf ("%" G_GINT64_FORMAT, delay->number);
      if (style == DOSSIER_DATE_STYLE_SHORT)
        text = dossier_date_words_fill (get_short_pattern (delay->unit, later), number);
      else
        text = dossier_date_words_fill (later ? get_later_pattern (delay->unit, n) : get_earlier_pattern (delay->unit, n), number);
    }

  if (delay->exact || style == DOSSIER_DATE_STYLE_SHORT)
    return g_steal_pointer (&text);

  /* Translators: before “5 weeks later” and the like, when it is not exactly so long */
  return g_strdup_printf (C_ ("delay", "about %s"), text);
}

/* The text of a delay that is exactly known, or of one that is @rough. */
static char *
write_difference (gint64 from, gint64 to, gboolean by_days, gboolean rough, DossierDateStyle style)
{
  gboolean later = to >= from;
  gint64 begin = MIN (from, to);
  gint64 end = MAX (from, to);
  Delay delay;

  /* What takes days is counted in days, midnight to midnight, as people do. */
  if (by_days || (guint64) end - (guint64) begin >= 2 * DOSSIER_SECONDS_PER_DAY)
    delay = measure_days (dossier_calendar_from_seconds (begin, NULL), dossier_calendar_from_seconds (end, NULL));
  else
    delay = measure_seconds ((guint64) end - (guint64) begin);
  if (delay.number == 0)
    return g_strdup (by_days ? _ ("the same day") : _ ("at the same time"));

  delay.exact = delay.exact && !rough;

  return write_delay (&delay, later, style);
}

/**
 * dossier_delay_to_text:
 * @from: an instant, in seconds since 1970-01-01T00:00:00 UTC
 * @to: another
 * @precision: how finely both are known; from %DOSSIER_PRECISION_DAY on days are counted, not hours
 * @style: how long the text may be
 *
 * Returns: (transfer full): how long after @from @to is: "3 days later", "2 weeks earlier", "the same day"
 */
char *
dossier_delay_to_text (gint64 from, gint64 to, DossierPrecision precision, DossierDateStyle style)
{
  return write_difference (from, to, precision >= DOSSIER_PRECISION_DAY, FALSE, style);
}

/**
 * dossier_span_delay_to_text:
 * @from: when something began
 * @to: when another thing did
 * @style: how long the text may be
 *
 * Counts from start to start. Where a start is not known to the day, it counts between the middles of what is
 * possible, and says "about".
 *
 * Returns: (transfer full) (nullable): how long after @from @to came: "3 days later", "about 5 weeks later", "about the
 *   same time" if it cannot be told which was first; %NULL if the start of one is open or unknown
 */
char *
dossier_span_delay_to_text (const DossierSpan *from, const DossierSpan *to, DossierDateStyle style)
{
  const int unknown = DOSSIER_SPAN_UNKNOWN | DOSSIER_SPAN_OPEN_START | DOSSIER_SPAN_UNKNOWN_START;
  gboolean by_days, rough;
  gint64 from_middle, to_middle;

  if ((from->flags & unknown) != 0 || (to->flags & unknown) != 0)
    return NULL;

  by_days = from->start_precision >= DOSSIER_PRECISION_DAY || to->start_precision >= DOSSIER_PRECISION_DAY;
  rough = from->start_latest - from->start_earliest >= DOSSIER_SECONDS_PER_DAY || to->start_latest - to->start_earliest >= DOSSIER_SECONDS_PER_DAY;
  rough = rough || ((from->flags | to->flags) & (DOSSIER_SPAN_UNCERTAIN | DOSSIER_SPAN_APPROXIMATE)) != 0;
  if (rough && from->start_earliest <= to->start_latest && to->start_earliest <= from->start_latest)
    return g_strdup (_ ("about the same time"));

  from_middle = from->start_earliest + (from->start_latest - from->start_earliest) / 2;
  to_middle = to->start_earliest + (to->start_latest - to->start_earliest) / 2;

  return write_difference (from_middle, to_middle, by_days, rough, style);
}
