/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-date-point.h"

#include "model/dossier-calendar.h"

#define FIRST_SEASON 21
#define LAST_SEASON  41

/* Seasons are those of meteorology, whole months. The standard says of 21 to 24 only that they do not depend
 * on the place; they are reckoned as in the north, where most of those who write them live. */
static const struct
{
  guint8 first_month;
  guint8 n_months;
} seasons[] = {
  /* 21 to 24: spring, summer, autumn and winter */
  { 3, 3 },
  { 6, 3 },
  { 9, 3 },
  { 12, 3 },
  /* 25 to 28: the same of the northern hemisphere */
  { 3, 3 },
  { 6, 3 },
  { 9, 3 },
  { 12, 3 },
  /* 29 to 32: the same of the southern hemisphere */
  { 9, 3 },
  { 12, 3 },
  { 3, 3 },
  { 6, 3 },
  /* 33 to 36: quarters */
  { 1, 3 },
  { 4, 3 },
  { 7, 3 },
  { 10, 3 },
  /* 37 to 39: quadrimesters */
  { 1, 4 },
  { 5, 4 },
  { 9, 4 },
  /* 40 and 41: semesters */
  { 1, 6 },
  { 7, 6 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (seasons) == LAST_SEASON - FIRST_SEASON + 1);

/* Finds the number nearest to zero, or farthest from it, that the four digits of a year can be.
 * It goes by pairs of digits: a leap year is known by its last two, but for the even centuries. */
static gboolean
find_year (const DossierDatePoint *point, gboolean farthest, gboolean leap, gint64 *year)
{
  int digits = (int) ABS (point->year);

  for (int i = 0; i < 100; i++)
    {
      int high = farthest ? 99 - i : i;

      if (!dossier_date_digits_match (high, digits / 100, point->year_unspecified >> 2))
        continue;

      for (int j = 0; j < 100; j++)
        {
          int low = farthest ? 99 - j : j;
          int number = 100 * high + low;

          if (!dossier_date_digits_match (low, digits % 100, point->year_unspecified & 3))
            continue;
          if (leap && !dossier_calendar_is_leap (number))
            continue;
          /* There is no year -0000. */
          if (point->negative && number == 0)
            continue;

          *year = point->negative ? -number : number;
          return TRUE;
        }

      /* Only of years that end in 00 does it depend on the first two digits whether they are leap years. */
      if (leap && !dossier_date_digits_match (0, digits % 100, point->year_unspecified & 3))
        return FALSE;
    }

  return FALSE;
}

/* Finds the first and the last year that the four digits can be. */
static gboolean
find_years (DossierDatePoint *point, gboolean leap)
{
  return find_year (point, point->negative, leap, &point->first_year) && find_year (point, !point->negative, leap, &point->last_year);
}

/* Finds the first or the last day of @year that the month and the day can mean. */
static gboolean
find_day (const DossierDatePoint *point, gint64 year, gboolean last, int *month, int *day)
{
  unsigned int day_unspecified = point->form == DOSSIER_DATE_MONTH ? 3 : point->day_unspecified;

  for (int i = 1; i <= 12; i++)
    {
      int days;

      *month = last ? 13 - i : i;
      if (!dossier_date_digits_match (*month, point->month, point->month_unspecified))
        continue;

      days = dossier_calendar_days_in_month (year, *month);
      for (int j = 1; j <= days; j++)
        {
          *day = last ? days + 1 - j : j;
          if (dossier_date_digits_match (*day, point->day, day_unspecified))
            return TRUE;
        }
    }

  return FALSE;
}

/* Finds the first and the last day that a date with a month can mean. */
static gboolean
find_days (DossierDatePoint *point, gint64 *first_day, gint64 *last_day)
{
  /* 1 and 4 stand for any common and any leap year. */
  int month, day;
  gboolean leap = !find_day (point, 1, FALSE, &month, &day);

  if (leap && !find_day (point, 4, FALSE, &month, &day))
    return FALSE;
  if (point->year_unspecified != 0 ? !find_years (point, leap) : leap && !dossier_calendar_is_leap (point->year))
    return FALSE;

  find_day (point, point->first_year, FALSE, &month, &day);
  *first_day = dossier_calendar_to_days (point->first_year, month, day);
  find_day (point, point->last_year, TRUE, &month, &day);
  *last_day = dossier_calendar_to_days (point->last_year, month, day);

  return TRUE;
}

static DossierPrecision
precision_of_years (gint64 n_years)
{
  if (n_years <= 1)
    return DOSSIER_PRECISION_YEAR;
  if (n_years <= 10)
    return DOSSIER_PRECISION_DECADE;

  return n_years <= 100 ? DOSSIER_PRECISION_CENTURY : DOSSIER_PRECISION_COARSER;
}

static DossierPrecision
find_precision (const DossierDatePoint *point)
{
  if (point->first_year != point->last_year)
    return precision_of_years (point->last_year - point->first_year + 1);

  switch ((DossierDateForm) point->form)
    {
    case DOSSIER_DATE_SEASON:
      return DOSSIER_PRECISION_SEASON;

    case DOSSIER_DATE_MONTH:
    case DOSSIER_DATE_DAY:
      /* Months 10 to 12 are as good as a season. */
      if (point->month_unspecified == 1 && point->month == 10)
        return DOSSIER_PRECISION_SEASON;
      if (point->month_unspecified != 0)
        return DOSSIER_PRECISION_YEAR;
      if (point->form == DOSSIER_DATE_MONTH || point->day_unspecified != 0)
        return DOSSIER_PRECISION_MONTH;
      return DOSSIER_PRECISION_DAY;

    case DOSSIER_DATE_HOUR:
      return DOSSIER_PRECISION_HOUR;

    case DOSSIER_DATE_MINUTE:
      return DOSSIER_PRECISION_MINUTE;

    case DOSSIER_DATE_SECOND:
      return DOSSIER_PRECISION_SECOND;

    case DOSSIER_DATE_YEAR:
    case DOSSIER_DATE_OPEN:
    case DOSSIER_DATE_UNKNOWN:
    default:
      return DOSSIER_PRECISION_YEAR;
    }
}

/* The years that the significant digits leave possible. */
static gboolean
find_significant_years (DossierDatePoint *point)
{
  gint64 number = ABS (point->year);
  gint64 unit = 1;
  int n_digits = 1;

  for (gint64 rest = number / 10; rest > 0; rest /= 10)
    n_digits++;
  for (int i = point->significant_digits; i < n_digits; i++)
    unit *= 10;

  number -= number % unit;
  if (number + unit - 1 > DOSSIER_YEAR_MAX)
    return FALSE;

  point->first_year = point->negative ? -(number + unit - 1) : number;
  point->last_year = point->negative ? -number : number + unit - 1;

  return TRUE;
}

/**
 * dossier_date_point_resolve:
 * @point: a date, whose written fields are filled in, each within its range
 *
 * Fills in what follows from what is written: first and last year, earliest and latest second, precision.
 *
 * Returns: what is wrong with @point, or %DOSSIER_DATE_POINT_GOOD
 */
DossierDatePointProblem
dossier_date_point_resolve (DossierDatePoint *point)
{
  gint64 first_day, last_day;
  int first_second = 0;
  int last_second = (int) DOSSIER_SECONDS_PER_DAY - 1;

  if (!dossier_date_point_is_date (point))
    {
      point->earliest = DOSSIER_TIME_MIN;
      point->latest = DOSSIER_TIME_MAX;
      return DOSSIER_DATE_POINT_GOOD;
    }

  point->first_year = point->last_year = point->year;
  if (point->significant_digits != 0 && !find_significant_years (point))
    return DOSSIER_DATE_POINT_YEAR_LIMIT;

  if (point->form == DOSSIER_DATE_YEAR || point->form == DOSSIER_DATE_SEASON)
    {
      int first_month = 1;
      int n_months = 12;
      int last_month;
      gint64 year_of_end;

      if (point->year_unspecified != 0 && !find_years (point, FALSE))
        return DOSSIER_DATE_POINT_NO_SUCH_DAY;
      if (point->form == DOSSIER_DATE_SEASON)
        dossier_date_season_get_months (point->season, &first_month, &n_months);

      /* Winter goes over into the next year. */
      last_month = (first_month + n_months - 2) % 12 + 1;
      year_of_end = point->last_year + (last_month < first_month ? 1 : 0);
      first_day = dossier_calendar_to_days (point->first_year, first_month, 1);
      last_day = dossier_calendar_to_days (year_of_end, last_month, dossier_calendar_days_in_month (year_of_end, last_month));
    }
  else if (!find_days (point, &first_day, &last_day))
    {
      return DOSSIER_DATE_POINT_NO_SUCH_DAY;
    }

  if (point->form >= DOSSIER_DATE_HOUR)
    {
      first_second = 3600 * point->hour + 60 * point->minute + point->second;
      last_second = first_second;
      if (point->form == DOSSIER_DATE_HOUR)
        last_second += 3599;
      else if (point->form == DOSSIER_DATE_MINUTE)
        last_second += 59;
    }

  point->earliest = dossier_calendar_to_seconds (first_day, first_second) - 60 * point->zone_minutes;
  point->latest = dossier_calendar_to_seconds (last_day, last_second) - 60 * point->zone_minutes;
  point->precision = (guint8) find_precision (point);

  return DOSSIER_DATE_POINT_GOOD;
}

/**
 * dossier_date_point_is_date:
 * @point: a date
 *
 * Returns: whether @point is a date at all, not an open or unknown end
 */
gboolean
dossier_date_point_is_date (const DossierDatePoint *point)
{
  return point->form != DOSSIER_DATE_OPEN && point->form != DOSSIER_DATE_UNKNOWN;
}

/**
 * dossier_date_point_get_qualifiers:
 * @point: a date
 *
 * Returns: #DossierDateQualifier flags of all its parts together
 */
int
dossier_date_point_get_qualifiers (const DossierDatePoint *point)
{
  return point->year_qualifier | point->month_qualifier | point->day_qualifier;
}

/**
 * dossier_date_digits_match:
 * @number: 0 to 99
 * @digits: two digits as written, 0 where they are unspecified
 * @unspecified: which are: bit 0 for the last, bit 1 for the first
 *
 * Returns: whether @digits can mean @number
 */
gboolean
dossier_date_digits_match (int number, int digits, unsigned int unspecified)
{
  return ((unspecified & 1) != 0 || number % 10 == digits % 10) && ((unspecified & 2) != 0 || number / 10 == digits / 10);
}

/**
 * dossier_date_season_get_months:
 * @season: a season as EDTF numbers them
 * @first_month: (out): 1 to 12
 * @n_months: (out): 3, 4 or 6; winter goes over into the next year
 *
 * Returns: whether there is such a season: 21 to 41
 */
gboolean
dossier_date_season_get_months (int season, int *first_month, int *n_months)
{
  if (season < FIRST_SEASON || season > LAST_SEASON)
    return FALSE;

  *first_month = seasons[season - FIRST_SEASON].first_month;
  *n_months = seasons[season - FIRST_SEASON].n_months;

  return TRUE;
}
