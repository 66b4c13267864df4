/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierTieTable:
 *
 * The ties that the map shows, as a table: by the same filters and of the same time, with the same selection. Another
 * way to them for who prefers to read and sort.
 *
 * "count-changed" is emitted when other ties are shown.
 */
#define DOSSIER_TYPE_TIE_TABLE (dossier_tie_table_get_type ())
G_DECLARE_FINAL_TYPE (DossierTieTable, dossier_tie_table, DOSSIER, TIE_TABLE, GtkWidget)

void dossier_tie_table_set_view (DossierTieTable *self, DossierView *view);
int dossier_tie_table_get_n_shown (DossierTieTable *self);
void dossier_tie_table_sort (DossierTieTable *self, int column, gboolean descending);
GListModel *dossier_tie_table_get_rows (DossierTieTable *self);

G_END_DECLS
