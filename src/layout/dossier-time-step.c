/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-time-step.h"

#include "model/dossier-calendar.h"
#include "model/dossier-date-words-private.h"
#include "model/dossier-locale-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Below this number of years a step gets a tick at the year 1, where one era ends and the other begins, only if
   it is itself a tick: it would stand too close to the next. */
#define LEAST_STEP_WITH_YEAR_ONE 5

/* From this number of years on, the row below says which era it is, and not each tick. */
#define LEAST_STEP_WITHIN_ERA 1000

#define MILLION G_GINT64_CONSTANT (1000000)
#define BILLION G_GINT64_CONSTANT (1000000000)

static int
get_next_round_day (int step, int day)
{
  switch (step)
    {
    case 1:
      return day + 1;
    case 2:
      return day + 2;
    case 15:
      return day < 15 ? 15 : 31;
    default:
      return day < step ? step : day + step;
    }
}

static int
get_round_day (int step, int day)
{
  switch (step)
    {
    case 1:
      return day;
    case 2:
      return MIN (day - (day - 1) % 2, 29);
    default:
      return MAX (MIN (day, step == 15 ? 15 : 25) / step * step, 1);
    }
}

/* The last few round days of a month stand too close to the first of the next. */
static gboolean
is_round_day (int step, int day, int days_in_month)
{
  return day + step - 1 <= days_in_month;
}

static gint64
floor_year (gint64 step, gint64 year)
{
  if (year >= step)
    return year / step * step;
  if (year >= 1 && step >= LEAST_STEP_WITH_YEAR_ONE)
    return 1;

  /* People count backward from 1, which is the astronomical year 0. */
  return 1 - (MAX (1 - year, 1) + step - 1) / step * step;
}

static gint64
next_year (gint64 step, gint64 year)
{
  gint64 before_common_era;

  if (year >= step)
    return (year / step + 1) * step;
  if (year >= 1)
    return step;

  before_common_era = -year / step * step;
  if (before_common_era >= 1)
    return 1 - before_common_era;

  return step >= LEAST_STEP_WITH_YEAR_ONE ? 1 : step;
}

static gint64
get_month_start (gint64 year, int month)
{
  year = CLAMP (year, DOSSIER_YEAR_MIN, DOSSIER_YEAR_MAX);

  return dossier_calendar_to_seconds (dossier_calendar_to_days (year, month, 1), 0);
}

static void
split (gint64 time, gint64 *day_number, gint64 *year, int *month, int *day)
{
  int second;

  *day_number = dossier_calendar_from_seconds (time, &second);
  dossier_calendar_from_days (*day_number, year, month, day);
}

static gint64
get_unit_seconds (DossierTimeUnit unit)
{
  switch (unit)
    {
    case DOSSIER_TIME_UNIT_SECOND:
      return 1;
    case DOSSIER_TIME_UNIT_MINUTE:
      return 60;
    case DOSSIER_TIME_UNIT_HOUR:
      return 3600;
    case DOSSIER_TIME_UNIT_DAY:
      return DOSSIER_SECONDS_PER_DAY;
    case DOSSIER_TIME_UNIT_MONTH:
      return 28 * DOSSIER_SECONDS_PER_DAY;
    case DOSSIER_TIME_UNIT_YEAR:
      return 365 * DOSSIER_SECONDS_PER_DAY;
    case DOSSIER_TIME_UNIT_ERA:
    default:
      return G_MAXINT64;
    }
}

/**
 * dossier_time_step_get_seconds:
 * @step: a step
 *
 * Returns: the shortest distance of two ticks, in seconds, but for those around the year 1
 */
double
dossier_time_step_get_seconds (DossierTimeStep step)
{
  double count = (double) step.count;

  if (step.unit == DOSSIER_TIME_UNIT_DAY && step.count > 2)
    count = count - 1;

  return count * (double) get_unit_seconds (step.unit);
}

/**
 * dossier_time_step_floor:
 * @step: a step
 * @time: a time, neither open nor beyond %DOSSIER_YEAR_MIN and %DOSSIER_YEAR_MAX
 *
 * Returns: the last tick that is not after @time, or the first second of %DOSSIER_YEAR_MIN
 */
gint64
dossier_time_step_floor (DossierTimeStep step, gint64 time)
{
  gint64 day_number, year;
  int month, day;

  split (time, &day_number, &year, &month, &day);

  switch (step.unit)
    {
    case DOSSIER_TIME_UNIT_SECOND:
    case DOSSIER_TIME_UNIT_MINUTE:
    case DOSSIER_TIME_UNIT_HOUR:
      {
        gint64 midnight = dossier_calendar_to_seconds (day_number, 0);
        gint64 seconds = step.count * get_unit_seconds (step.unit);

        return midnight + (time - midnight) / seconds * seconds;
      }
    case DOSSIER_TIME_UNIT_DAY:
      {
        int last = dossier_calendar_days_in_month (year, month);
        int round_day = get_round_day ((int) step.count, day);

        while (round_day > 1 && !is_round_day ((int) step.count, round_day, last))
          round_day = get_round_day ((int) step.count, round_day - 1);

        return dossier_calendar_to_seconds (dossier_calendar_to_days (year, month, round_day), 0);
      }
    case DOSSIER_TIME_UNIT_MONTH:
      return get_month_start (year, (int) ((month - 1) / step.count * step.count + 1));
    case DOSSIER_TIME_UNIT_YEAR:
      return get_month_start (floor_year (step.count, year), 1);
    case DOSSIER_TIME_UNIT_ERA:
    default:
      return get_month_start (year >= 1 ? 1 : DOSSIER_YEAR_MIN, 1);
    }
}

/**
 * dossier_time_step_next:
 * @step: a step
 * @time: (inout): a tick; the one after it
 *
 * Returns: %FALSE if there is none before the end of %DOSSIER_YEAR_MAX; @time then is as it was
 */
gboolean
dossier_time_step_next (DossierTimeStep step, gint64 *time)
{
  gint64 day_number, year, next;
  int month, day;

  split (*time, &day_number, &year, &month, &day);

  switch (step.unit)
    {
    case DOSSIER_TIME_UNIT_SECOND:
    case DOSSIER_TIME_UNIT_MINUTE:
    case DOSSIER_TIME_UNIT_HOUR:
      next = *time + step.count * get_unit_seconds (step.unit);
      break;
    case DOSSIER_TIME_UNIT_DAY:
      {
        int last = dossier_calendar_days_in_month (year, month);
        int round_day = get_next_round_day ((int) step.count, day);

        if (round_day <= last && is_round_day ((int) step.count, round_day, last))
          next = dossier_calendar_to_seconds (dossier_calendar_to_days (year, month, round_day), 0);
        else
          next = dossier_calendar_to_seconds (day_number + last - day + 1, 0);
        break;
      }
    case DOSSIER_TIME_UNIT_MONTH:
      month += (int) step.count;
      year += month > 12 ? 1 : 0;
      next = get_month_start (year, month > 12 ? month - 12 : month);
      break;
    case DOSSIER_TIME_UNIT_YEAR:
      year = next_year (step.count, year);
      next = get_month_start (year, 1);
      break;
    case DOSSIER_TIME_UNIT_ERA:
    default:
      if (year >= 1)
        return FALSE;
      next = get_month_start (1, 1);
      break;
    }

  if (next <= *time || year > DOSSIER_YEAR_MAX)
    return FALSE;

  *time = next;

  return TRUE;
}

/* Only of the day of the week is GDateTime asked: the calendar repeats every 400 years, so a year that it knows
   stands for each. */
static char *
format_day_of_month (gint64 year, int month, int day, gboolean with_day_of_week)
{
  g_autoptr (GDateTime) date = NULL;

  if (!with_day_of_week)
    return g_strdup_printf ("%d", day);

  date = g_date_time_new_utc ((int) (2000 + (year % 400 + 400) % 400), month, day, 0, 0, 0);

  /* Translators: a day of a month, as in g_date_time_format(), with the day of the week: “Fri 8” */
  /* xgettext:no-c-format */
  return g_date_time_format (date, C_ ("day of a month", "%a %-d"));
}

static char *
format_time_of_day (DossierTimeStep step, gint64 time)
{
  DossierDatePoint point = { .form = DOSSIER_DATE_MINUTE };
  DossierLocaleForm form;
  int second;

  dossier_calendar_from_seconds (time, &second);
  point.hour = (guint8) (second / 3600);
  point.minute = (guint8) (second / 60 % 60);
  point.second = (guint8) (second % 60);
  if (step.unit == DOSSIER_TIME_UNIT_SECOND)
    point.form = DOSSIER_DATE_SECOND;

  /* "3 PM" is a time; "15" alone is none. */
  dossier_locale_form_get (&form);
  if (step.unit == DOSSIER_TIME_UNIT_HOUR && form.has_12_hours)
    point.form = DOSSIER_DATE_HOUR;

  return dossier_date_words_clock (&point, DOSSIER_DATE_STYLE_LONG);
}

/* A number of years as people count, at least 1, as exact as the step needs. */
static char *
format_number (gint64 number, gint64 step)
{
  gint64 unit = 1;
  g_autofree char *digits = NULL;
  int decimals = 0;

  if (number >= BILLION && step >= BILLION / 100)
    unit = BILLION;
  else if (number >= MILLION && step >= MILLION / 100)
    unit = MILLION;

  if (unit == 1)
    return number < 10000 ? g_strdup_printf ("%" G_GINT64_FORMAT, number)
                          : g_strdup_printf ("%'" G_GINT64_FORMAT, number);

  for (gint64 tenth = unit; tenth > step && number % tenth != 0; tenth /= 10)
    decimals++;
  digits = g_strdup_printf ("%.*f", decimals, (double) number / (double) unit);

  /* Translators: a year far away, such as 66 million; BCE is said elsewhere */
  return g_strdup_printf (unit == MILLION ? C_ ("year", "%s million") : C_ ("year", "%s billion"), digits);
}

static char *
format_year_with_era (gint64 year, gint64 step)
{
  g_autofree char *number = format_number (year >= 1 ? year : 1 - year, step);

  if (year >= 1)
    return g_steal_pointer (&number);

  /* Translators: a year before the common era, such as 218 BCE */
  return g_strdup_printf (C_ ("year", "%s BCE"), number);
}

static char *
format_year (gint64 year, gint64 step)
{
  return step >= LEAST_STEP_WITHIN_ERA ? format_number (year >= 1 ? year : 1 - year, step)
                                       : format_year_with_era (year, step);
}

/* Several years: "1990s", "1900–1999", "450–441 BCE". */
static char *
format_years (gint64 step, gint64 year)
{
  gint64 last = next_year (step, year) - 1;
  gint64 from = year >= 1 ? year : 1 - year;
  gint64 to = year >= 1 ? last : 1 - last;

  if (step == 10 && year >= 100)
    {
      g_autofree char *decade = format_number (year, 1);

      /* Translators: a decade, such as 1990s */
      return g_strdup_printf (C_ ("decade", "%ss"), decade);
    }

  {
    g_autofree char *first_year = format_number (from, 1);
    g_autofree char *last_year = format_number (to, 1);

    return year >= 1
               /* Translators: two years, from and to */
               ? g_strdup_printf (C_ ("years", "%1$s–%2$s"), first_year, last_year)
               /* Translators: two years before the common era, from and to, such as 450–441 BCE */
               : g_strdup_printf (C_ ("years", "%1$s–%2$s BCE"), first_year, last_year);
  }
}

static char *
format_day (gint64 year, int month, int day, gboolean is_long)
{
  g_autofree char *number = dossier_date_words_day (day);
  g_autofree char *text = dossier_date_words_day_and_month (number, month, is_long ? DOSSIER_DATE_STYLE_LONG : DOSSIER_DATE_STYLE_SHORT);
  g_autofree char *year_text = NULL;

  if (!is_long)
    return g_steal_pointer (&text);

  year_text = format_year (year, 1);

  return dossier_date_words_add_year_to_day (text, year_text);
}

static char *
format_month (gint64 year, int month, gboolean is_long)
{
  g_autofree char *name = dossier_date_words_month (month, FALSE, is_long ? DOSSIER_DATE_STYLE_LONG : DOSSIER_DATE_STYLE_SHORT);
  g_autofree char *year_text = format_year (year, 1);

  return dossier_date_words_add_year_to_month (name, year_text);
}

static char *
format_within (DossierTimeStep step, gint64 time, gboolean is_long)
{
  gint64 day_number, year;
  int month, day;

  split (time, &day_number, &year, &month, &day);

  switch (step.unit)
    {
    case DOSSIER_TIME_UNIT_SECOND:
    case DOSSIER_TIME_UNIT_MINUTE:
    case DOSSIER_TIME_UNIT_HOUR:
    case DOSSIER_TIME_UNIT_DAY:
      return format_day (year, month, day, is_long);
    case DOSSIER_TIME_UNIT_MONTH:
      return format_month (year, month, is_long);
    case DOSSIER_TIME_UNIT_YEAR:
      return step.count == 1 ? format_year (year, 1) : format_years (step.count, year);
    case DOSSIER_TIME_UNIT_ERA:
    default:
      if (year >= 1)
        /* Translators: the common era, from the year 1 on */
        return g_strdup (is_long ? C_ ("era", "Common era") : C_ ("era", "CE"));
      /* Translators: before the common era */
      return g_strdup (is_long ? C_ ("era", "Before the common era") : C_ ("era", "BCE"));
    }
}

static char *
format_alone (DossierTimeStep step, gint64 time, gboolean is_long, gboolean with_era)
{
  gint64 day_number, year;
  int month, day;

  split (time, &day_number, &year, &month, &day);

  switch (step.unit)
    {
    case DOSSIER_TIME_UNIT_SECOND:
    case DOSSIER_TIME_UNIT_MINUTE:
    case DOSSIER_TIME_UNIT_HOUR:
      return format_time_of_day (step, time);
    case DOSSIER_TIME_UNIT_DAY:
      return format_day_of_month (year, month, day, is_long);
    case DOSSIER_TIME_UNIT_MONTH:
      return dossier_date_words_month (month, FALSE, is_long ? DOSSIER_DATE_STYLE_LONG : DOSSIER_DATE_STYLE_SHORT);
    case DOSSIER_TIME_UNIT_YEAR:
    case DOSSIER_TIME_UNIT_ERA:
    default:
      return with_era ? format_year_with_era (year, step.count) : format_year (year, step.count);
    }
}

/**
 * dossier_time_step_format:
 * @step: a step
 * @time: a tick of it
 * @form: how to write it
 * @label: (out caller-allocates): what it says, in the form of the locale; valid UTF-8
 *
 * Writes the label of a tick.
 */
void
dossier_time_step_format (DossierTimeStep step,
                          gint64 time,
                          DossierTimeForm form,
                          char label[DOSSIER_TIME_LABEL_SIZE])
{
  gboolean is_long = form == DOSSIER_TIME_FORM_LONG || form == DOSSIER_TIME_FORM_WITHIN_LONG;
  gboolean with_era = form == DOSSIER_TIME_FORM_SHORT_WITH_ERA;
  gboolean is_within = form == DOSSIER_TIME_FORM_WITHIN_SHORT || form == DOSSIER_TIME_FORM_WITHIN_LONG;
  g_autofree char *text = is_within ? format_within (step, time, is_long) : format_alone (step, time, is_long, with_era);
  const char *end;

  g_strlcpy (label, text, DOSSIER_TIME_LABEL_SIZE);
  if (!g_utf8_validate (label, -1, &end))
    label[end - label] = '\0';
}
