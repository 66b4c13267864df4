/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-view.h"
#include "model/dossier-weighing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierWeightsTable:
 *
 * What bears on the hypotheses, a statement in each row and a hypothesis in each of the last columns, as in the
 * analysis of competing hypotheses. Sorted by diagnosticity at first; a click on a row selects the record.
 */
#define DOSSIER_TYPE_WEIGHTS_TABLE (dossier_weights_table_get_type ())
G_DECLARE_FINAL_TYPE (DossierWeightsTable, dossier_weights_table, DOSSIER, WEIGHTS_TABLE, GtkWidget)

void dossier_weights_table_set_view (DossierWeightsTable *self,
                                     DossierView *view,
                                     DossierWeighing *weighing);

G_END_DECLS
