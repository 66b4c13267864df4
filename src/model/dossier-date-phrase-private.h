/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-date-text.h"

/*
 * The phrases of which texts of dates are made: a single date, and several that share what they have in common.
 */

G_BEGIN_DECLS

/**
 * DossierDateJoin:
 * @DOSSIER_DATE_JOIN_RANGE: "8–9 April 2024": from the first of two to the second
 * @DOSSIER_DATE_JOIN_BETWEEN: "between 8 and 9 April 2024": at some time from the first of two to the second
 * @DOSSIER_DATE_JOIN_OR: "8, 9 or 10 April 2024"
 * @DOSSIER_DATE_JOIN_AND: "8, 9 and 10 April 2024"
 *
 * How several texts become one.
 */
typedef enum
{
  DOSSIER_DATE_JOIN_RANGE,
  DOSSIER_DATE_JOIN_BETWEEN,
  DOSSIER_DATE_JOIN_OR,
  DOSSIER_DATE_JOIN_AND,
} DossierDateJoin;

char *dossier_date_phrase_plain (const DossierDatePoint *point, DossierDateStyle style);
char *dossier_date_phrase_point (const DossierDatePoint *point, DossierDateStyle style);
char *dossier_date_phrase_points (const DossierDatePoint *const *points, int n_points, DossierDateJoin join, DossierDateStyle style);
char *dossier_date_phrase_texts (const char *const *texts, int n_texts, DossierDateJoin join);
char *dossier_date_phrase_qualify (const char *text, int qualifiers, DossierDateStyle style);
int dossier_date_phrase_get_whole_qualifiers (const DossierDatePoint *point);

G_END_DECLS
