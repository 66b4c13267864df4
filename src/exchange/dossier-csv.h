/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-filter.h"

G_BEGIN_DECLS

/*
 * Tables for spreadsheets and statistics: CSV as RFC 4180 has it, in UTF-8, with a head. Where a cell holds several
 * values, "; " stands between them. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 */

int           dossier_csv_get_n_tables (void);
const char   *dossier_csv_get_name     (int table);
int           dossier_csv_lookup       (const char *name);
GBytes       *dossier_csv_write        (DossierDocument *document, int table, DossierFilter *filter);

void          dossier_csv_append_cell  (GString *text, const char *value);

G_END_DECLS
