/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-filter.h"

G_BEGIN_DECLS

/**
 * DossierMatrixOrder:
 * @DOSSIER_MATRIX_BY_DATE: targets by when they began, those without a date at the end; actors as in the document
 * @DOSSIER_MATRIX_BY_COUNT: those with most reactions first
 * @DOSSIER_MATRIX_BY_NAME: by name
 * @DOSSIER_MATRIX_BY_STANCE: the most hostile first, by the mean of the reactions from -3 (condemns) to 3 (welcomes)
 * @DOSSIER_N_MATRIX_ORDERS: how many there are
 */
typedef enum
{
  DOSSIER_MATRIX_BY_DATE,
  DOSSIER_MATRIX_BY_COUNT,
  DOSSIER_MATRIX_BY_NAME,
  DOSSIER_MATRIX_BY_STANCE,
  DOSSIER_N_MATRIX_ORDERS,
} DossierMatrixOrder;

/**
 * DossierStanceMatrix:
 *
 * Who reacted to what, and how: a row for each event, tie or claim that somebody reacted to, and a column for each
 * actor that reacted to anything. Where an actor did not react to a row, but did to one like it, the matrix says so.
 *
 * Two events are alike if they are of the same kind and share a participant, or share two; two ties if they are between
 * the same actors, or of the same kind and share one of them; an event and a tie if the event bears the tie out; two
 * claims if they are about a common record. Who takes part in something is not expected to react to it.
 *
 * It does not follow the filter: make it anew when that changes.
 */
typedef struct _DossierStanceMatrix DossierStanceMatrix;

DossierStanceMatrix *dossier_stance_matrix_new (DossierDocument *document, DossierFilter *filter);
void dossier_stance_matrix_free (DossierStanceMatrix *self);
DossierDocument *dossier_stance_matrix_get_document (DossierStanceMatrix *self);
void dossier_stance_matrix_sort (DossierStanceMatrix *self, DossierMatrixOrder rows, DossierMatrixOrder columns);

int dossier_stance_matrix_get_n_rows (DossierStanceMatrix *self);
int dossier_stance_matrix_get_n_columns (DossierStanceMatrix *self);
DossierRef dossier_stance_matrix_get_target (DossierStanceMatrix *self, int row);
const char *dossier_stance_matrix_get_title (DossierStanceMatrix *self, int row);
const char *dossier_stance_matrix_get_date (DossierStanceMatrix *self, int row);
int dossier_stance_matrix_get_actor (DossierStanceMatrix *self, int column);
const char *dossier_stance_matrix_get_name (DossierStanceMatrix *self, int column);

int dossier_stance_matrix_get_n_reactions (DossierStanceMatrix *self, int row, int column);
int dossier_stance_matrix_get_reaction (DossierStanceMatrix *self, int row, int column, int nth);
int dossier_stance_matrix_get_like (DossierStanceMatrix *self, int row, int column);
char *dossier_stance_matrix_explain (DossierStanceMatrix *self, int row, int column);
const char *dossier_stance_get_sign (DossierStance stance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierStanceMatrix, dossier_stance_matrix_free)

G_END_DECLS
