/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-stance-matrix.h"
#include "model/dossier-view.h"
#include "widgets/dossier-canvas.h"

G_BEGIN_DECLS

/**
 * DossierMatrixView:
 *
 * The matrix of who reacted to what. A click or Enter on a cell selects its reaction, and the next one of the same cell
 * if that was selected already; on a title what was reacted to, on a name the actor. The arrow keys walk.
 */
#define DOSSIER_TYPE_MATRIX_VIEW (dossier_matrix_view_get_type ())
G_DECLARE_FINAL_TYPE (DossierMatrixView, dossier_matrix_view, DOSSIER, MATRIX_VIEW, DossierCanvas)

void dossier_matrix_view_set_view (DossierMatrixView *self,
                                   DossierView *view);
void dossier_matrix_view_sort (DossierMatrixView *self,
                               DossierMatrixOrder rows,
                               DossierMatrixOrder columns);
gboolean dossier_matrix_view_is_empty (DossierMatrixView *self);

G_END_DECLS
