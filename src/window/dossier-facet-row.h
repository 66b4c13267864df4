/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-facet-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierFacetRow:
 *
 * Shows a #DossierFacetItem: a heading, a value with its emblem and count, or "more".
 */
#define DOSSIER_TYPE_FACET_ROW (dossier_facet_row_get_type ())
G_DECLARE_FINAL_TYPE (DossierFacetRow, dossier_facet_row, DOSSIER, FACET_ROW, GtkBox)

GtkWidget *dossier_facet_row_new (void);
void dossier_facet_row_bind (DossierFacetRow *self,
                             DossierDocument *document,
                             DossierFacetItem *item);
void dossier_facet_row_unbind (DossierFacetRow *self);

G_END_DECLS
