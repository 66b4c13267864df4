/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * The Gregorian calendar, carried on backward and forward without end (proleptic), on 64-bit numbers.
 *
 * Years are astronomical, as in ISO 8601: 0 is 1 BCE, -1 is 2 BCE. A day is its number since 1970-01-01,
 * which is day 0. GDateTime would do, did it not end at the years 1 and 9999.
 */

G_BEGIN_DECLS

/**
 * DOSSIER_YEAR_MIN:
 *
 * The first year that a date may have: well within what seconds in 64 bits can reach.
 */
#define DOSSIER_YEAR_MIN (-G_GINT64_CONSTANT (200000000000))

/**
 * DOSSIER_YEAR_MAX:
 *
 * The last year that a date may have.
 */
#define DOSSIER_YEAR_MAX G_GINT64_CONSTANT (200000000000)

#define DOSSIER_SECONDS_PER_DAY G_GINT64_CONSTANT (86400)

gboolean dossier_calendar_is_leap (gint64 year);
int dossier_calendar_days_in_month (gint64 year, int month);
gint64 dossier_calendar_to_days (gint64 year, int month, int day);
void dossier_calendar_from_days (gint64 days, gint64 *year, int *month, int *day);
int dossier_calendar_weekday (gint64 days);
gint64 dossier_calendar_to_seconds (gint64 days, int second_of_day);
gint64 dossier_calendar_from_seconds (gint64 seconds, int *second_of_day);
char    *dossier_calendar_to_iso        (gint64 seconds, gboolean with_time);

G_END_DECLS
