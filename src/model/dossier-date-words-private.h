/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-date-text.h"

/*
 * The words of which texts of dates are made: months, years, seasons, clock times. All return new strings.
 */

G_BEGIN_DECLS

/**
 * DOSSIER_DATE_LARGE_YEAR:
 *
 * From here on, before and after the year 0, years are told in thousands, millions and billions.
 */
#define DOSSIER_DATE_LARGE_YEAR 100000

char *dossier_date_words_month (int month, gboolean with_day, DossierDateStyle style);
char *dossier_date_words_day (int day);
char *dossier_date_words_day_and_month (const char *days, int month, DossierDateStyle style);
char *dossier_date_words_add_year_to_day (const char *day_and_month, const char *year);
char *dossier_date_words_add_year_to_month (const char *month, const char *year);
char *dossier_date_words_add_inexact_year (const char *what, const char *year);
char *dossier_date_words_bce (const char *years);
char *dossier_date_words_bce_number (gint64 year);
char *dossier_date_words_year (gint64 year, DossierDateStyle style);
char *dossier_date_words_century (int century, gboolean before);
char *dossier_date_words_season (int season, const char *year, DossierDateStyle style);
char *dossier_date_words_clock (const DossierDatePoint *point, DossierDateStyle style);
char *dossier_date_words_add_zone (const char *clock, const DossierDatePoint *point);
char *dossier_date_words_add_clock (const char *day, const char *clock);
char *dossier_date_words_large_number (gint64 number, int *thousands, gulong *plural);
char *dossier_date_words_fill (const char *pattern, const char *value);

G_END_DECLS
