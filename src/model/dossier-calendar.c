/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-calendar.h"

/* The calendar repeats every 400 years, an era. Within one, years are counted from 1 March, so that the
 * leap day comes last: then the day of a month is linear in its number but for a rounding. The method is
 * that of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013). */
#define DAYS_PER_ERA  146097
#define YEARS_PER_ERA 400
/* From 0000-03-01 to 1970-01-01. */
#define EPOCH_DAYS 719468

/* Like / and %, but rounds down, so that the remainder is never negative. */
static gint64
floor_divide (gint64 number, gint64 divisor, gint64 *remainder)
{
  gint64 quotient = number / divisor;

  *remainder = number % divisor;
  if (*remainder < 0)
    {
      *remainder += divisor;
      quotient--;
    }

  return quotient;
}

/**
 * dossier_calendar_is_leap:
 * @year: an astronomical year
 *
 * Returns: whether @year has a 29 February
 */
gboolean
dossier_calendar_is_leap (gint64 year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/**
 * dossier_calendar_days_in_month:
 * @year: an astronomical year
 * @month: 1 to 12
 *
 * Returns: 28 to 31
 */
int
dossier_calendar_days_in_month (gint64 year, int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  g_return_val_if_fail (month >= 1 && month <= 12, 0);

  return month == 2 && dossier_calendar_is_leap (year) ? 29 : days[month - 1];
}

/**
 * dossier_calendar_to_days:
 * @year: an astronomical year, any
 * @month: 1 to 12
 * @day: 1 to the number of days in the month
 *
 * Returns: days since 1970-01-01, %G_MININT64 or %G_MAXINT64 if there are more than 64 bits can count, which
 *   begins far beyond %DOSSIER_YEAR_MIN and %DOSSIER_YEAR_MAX
 */
gint64
dossier_calendar_to_days (gint64 year, int month, int day)
{
  gint64 era, year_of_era, days;
  int day_of_year;

  g_return_val_if_fail (month >= 1 && month <= 12, 0);
  g_return_val_if_fail (day >= 1 && day <= 31, 0);

  era = floor_divide (year, YEARS_PER_ERA, &year_of_era);
  if (month <= 2 && --year_of_era < 0)
    {
      era--;
      year_of_era += YEARS_PER_ERA;
    }

  day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  days = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - EPOCH_DAYS;

  if (__builtin_mul_overflow (era, (gint64) DAYS_PER_ERA, &era) || __builtin_add_overflow (era, days, &days))
    return year < 0 ? G_MININT64 : G_MAXINT64;

  return days;
}

/**
 * dossier_calendar_from_days:
 * @days: days since 1970-01-01, any
 * @year: (out) (optional): the astronomical year
 * @month: (out) (optional): 1 to 12
 * @day: (out) (optional): 1 to 31
 *
 * The reverse of dossier_calendar_to_days().
 */
void
dossier_calendar_from_days (gint64 days, gint64 *year, int *month, int *day)
{
  gint64 era, day_of_era, year_of_era;
  int day_of_year, month_from_march;

  /* The epoch is added after the division, where nothing overflows any more. */
  era = floor_divide (days, DAYS_PER_ERA, &day_of_era) + EPOCH_DAYS / DAYS_PER_ERA;
  day_of_era += EPOCH_DAYS % DAYS_PER_ERA;
  if (day_of_era >= DAYS_PER_ERA)
    {
      day_of_era -= DAYS_PER_ERA;
      era++;
    }

  year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  day_of_year = (int) (day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100));
  month_from_march = (5 * day_of_year + 2) / 153;

  if (year != NULL)
    *year = era * YEARS_PER_ERA + year_of_era + (month_from_march >= 10 ? 1 : 0);
  if (month != NULL)
    *month = month_from_march + (month_from_march < 10 ? 3 : -9);
  if (day != NULL)
    *day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
}

/**
 * dossier_calendar_weekday:
 * @days: days since 1970-01-01, any
 *
 * Returns: 1 for Monday to 7 for Sunday
 */
int
dossier_calendar_weekday (gint64 days)
{
  gint64 weekday;

  floor_divide (days, 7, &weekday);

  /* Day 0 was a Thursday. */
  return (int) ((weekday + 3) % 7) + 1;
}

/**
 * dossier_calendar_to_seconds:
 * @days: days since 1970-01-01, any
 * @second_of_day: 0 to 86399
 *
 * Returns: seconds since 1970-01-01T00:00:00, %G_MININT64 or %G_MAXINT64 if there are more than 64 bits can
 *   count. No date between %DOSSIER_YEAR_MIN and %DOSSIER_YEAR_MAX comes near that.
 */
gint64
dossier_calendar_to_seconds (gint64 days, int second_of_day)
{
  gint64 seconds;

  if (__builtin_mul_overflow (days, DOSSIER_SECONDS_PER_DAY, &seconds) || __builtin_add_overflow (seconds, (gint64) second_of_day, &seconds))
    return days < 0 ? G_MININT64 : G_MAXINT64;

  return seconds;
}

/**
 * dossier_calendar_from_seconds:
 * @seconds: seconds since 1970-01-01T00:00:00, any
 * @second_of_day: (out) (optional): 0 to 86399
 *
 * Returns: days since 1970-01-01
 */
gint64
dossier_calendar_from_seconds (gint64 seconds, int *second_of_day)
{
  gint64 remainder;
  gint64 days = floor_divide (seconds, DOSSIER_SECONDS_PER_DAY, &remainder);

  if (second_of_day != NULL)
    *second_of_day = (int) remainder;

  return days;
}

/**
 * dossier_calendar_to_iso:
 * @seconds: seconds since 1970-01-01T00:00:00, any
 * @with_time: whether to write the time of day too
 *
 * Returns: (transfer full): the day as ISO 8601 writes it, `2024-03-29` or `2024-03-29T10:30:00`; a year of more than
 *   four digits has the `Y` of EDTF before it, `Y-170000000-01-01`
 */
char *
dossier_calendar_to_iso (gint64 seconds, gboolean with_time)
{
  int second;
  gint64 days = dossier_calendar_from_seconds (seconds, &second);
  gint64 year;
  int month, day;
  g_autoptr (GString) text = g_string_new (NULL);

  dossier_calendar_from_days (days, &year, &month, &day);
  if (ABS (year) > 9999)
    g_string_append_c (text, 'Y');
  if (year < 0)
    g_string_append_c (text, '-');
  g_string_append_printf (text, "%04" G_GINT64_FORMAT "-%02d-%02d", ABS (year), month, day);
  if (with_time)
    g_string_append_printf (text, "T%02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
