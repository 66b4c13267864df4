/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-span.h"

G_BEGIN_DECLS

/**
 * DossierDateForm:
 * @DOSSIER_DATE_OPEN: `..`: there is no end, or it does not matter
 * @DOSSIER_DATE_UNKNOWN: nothing is written: there is an end, nobody says when
 * @DOSSIER_DATE_YEAR: a year
 * @DOSSIER_DATE_SEASON: a year and a season, quarter, quadrimester or semester
 * @DOSSIER_DATE_MONTH: a year and a month
 * @DOSSIER_DATE_DAY: a year, a month and a day
 * @DOSSIER_DATE_HOUR: a day and an hour
 * @DOSSIER_DATE_MINUTE: a day, an hour and a minute
 * @DOSSIER_DATE_SECOND: a day, an hour, a minute and a second
 *
 * Of what a single date consists.
 */
typedef enum
{
  DOSSIER_DATE_OPEN,
  DOSSIER_DATE_UNKNOWN,
  DOSSIER_DATE_YEAR,
  DOSSIER_DATE_SEASON,
  DOSSIER_DATE_MONTH,
  DOSSIER_DATE_DAY,
  DOSSIER_DATE_HOUR,
  DOSSIER_DATE_MINUTE,
  DOSSIER_DATE_SECOND,
} DossierDateForm;

/**
 * DossierDateQualifier:
 * @DOSSIER_DATE_UNCERTAIN: `?`: the source of the date is doubtful
 * @DOSSIER_DATE_APPROXIMATE: `~`: it is an estimate, about right
 *
 * `%` is both.
 */
typedef enum
{
  DOSSIER_DATE_UNCERTAIN = 1 << 0,
  DOSSIER_DATE_APPROXIMATE = 1 << 1,
} DossierDateQualifier;

/**
 * DossierDateZone:
 * @DOSSIER_DATE_ZONE_LOCAL: no zone is written: local time of a place that is not told. Reckoned as UTC
 * @DOSSIER_DATE_ZONE_UTC: `Z`
 * @DOSSIER_DATE_ZONE_OFFSET: ahead of UTC by some minutes, or behind
 */
typedef enum
{
  DOSSIER_DATE_ZONE_LOCAL,
  DOSSIER_DATE_ZONE_UTC,
  DOSSIER_DATE_ZONE_OFFSET,
} DossierDateZone;

/**
 * DossierDatePoint:
 * @earliest: the first second that it can mean, UTC, or %DOSSIER_TIME_MIN
 * @latest: the last second that it can mean, UTC, or %DOSSIER_TIME_MAX
 * @year: the astronomical year (0 is 1 BCE) with zeroes for unspecified digits
 * @first_year: the first year that it can mean: differs from @last_year where digits are unspecified or not significant
 * @last_year: the last year that it can mean
 * @zone_minutes: how far ahead of UTC the time is, in minutes
 * @form: #DossierDateForm, says which fields count
 * @precision: #DossierPrecision
 * @zone: #DossierDateZone
 * @negative: whether the year is written with a minus
 * @month: 1 to 12, with a zero for each unspecified digit
 * @season: 21 to 41, as EDTF numbers them
 * @day: 1 to 31, with a zero for each unspecified digit
 * @hour: 0 to 23
 * @minute: 0 to 59
 * @second: 0 to 59
 * @significant_digits: how many digits of @year count (`1950S2`), or 0 if all do
 * @year_unspecified: which of the four digits of the year are `X`: bit 0 is the last
 * @month_unspecified: which of the two digits of the month are `X`: bit 0 is the last
 * @day_unspecified: which of the two digits of the day are `X`: bit 0 is the last
 * @year_qualifier: #DossierDateQualifier flags of the year
 * @month_qualifier: #DossierDateQualifier flags of the month or season
 * @day_qualifier: #DossierDateQualifier flags of the day
 *
 * A single date of an EDTF expression: the whole of it, an end of an interval, or a member of a set.
 */
typedef struct
{
  gint64 earliest;
  gint64 latest;
  gint64 year;
  gint64 first_year;
  gint64 last_year;
  gint16 zone_minutes;
  guint8 form;
  guint8 precision;
  guint8 zone;
  guint8 negative;
  guint8 month;
  guint8 season;
  guint8 day;
  guint8 hour;
  guint8 minute;
  guint8 second;
  guint8 significant_digits;
  guint8 year_unspecified;
  guint8 month_unspecified;
  guint8 day_unspecified;
  guint8 year_qualifier;
  guint8 month_qualifier;
  guint8 day_qualifier;
} DossierDatePoint;

/**
 * DossierDatePointProblem:
 * @DOSSIER_DATE_POINT_GOOD: there is such a date
 * @DOSSIER_DATE_POINT_NO_SUCH_DAY: there is no such day in the month, whatever the unspecified digits are
 * @DOSSIER_DATE_POINT_YEAR_LIMIT: it reaches beyond %DOSSIER_YEAR_MIN or %DOSSIER_YEAR_MAX
 */
typedef enum
{
  DOSSIER_DATE_POINT_GOOD,
  DOSSIER_DATE_POINT_NO_SUCH_DAY,
  DOSSIER_DATE_POINT_YEAR_LIMIT,
} DossierDatePointProblem;

DossierDatePointProblem dossier_date_point_resolve (DossierDatePoint *point);
gboolean dossier_date_point_is_date (const DossierDatePoint *point);
int dossier_date_point_get_qualifiers (const DossierDatePoint *point);
gboolean dossier_date_digits_match (int number, int digits, unsigned int unspecified);
gboolean dossier_date_season_get_months (int season, int *first_month, int *n_months);

G_END_DECLS
