/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-date.h"

/*
 * Dates in plain language, the user's: "late March 2024", "8–9 April 2024", "218 BCE".
 *
 * The texts are phrases for the middle of a line ("possibly March 2024"), in no case of their own: nothing is
 * capitalised for standing first. They hold no markup. The functions may be called from any thread.
 */

G_BEGIN_DECLS

/**
 * DossierDateStyle:
 * @DOSSIER_DATE_STYLE_LONG: in full: "29 March 2024", "around 1950", "13.8 billion years ago"
 * @DOSSIER_DATE_STYLE_SHORT: where space is dear: "29 Mar 2024", "c. 1950", "13.8 Gya"
 */
typedef enum
{
  DOSSIER_DATE_STYLE_LONG,
  DOSSIER_DATE_STYLE_SHORT,
} DossierDateStyle;

char *dossier_date_to_text (const DossierDate *date, DossierDateStyle style);
char *dossier_edtf_to_text (const char *edtf, DossierDateStyle style);
char *dossier_time_to_text (gint64 time, DossierPrecision precision, DossierDateStyle style);

G_END_DECLS
