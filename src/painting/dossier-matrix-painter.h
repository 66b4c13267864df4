/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-matrix-layout.h"
#include "painting/dossier-swatches.h"
#include "painting/dossier-typesetter.h"

G_BEGIN_DECLS

/**
 * DossierMatrixPainter:
 * @theme: the look
 * @typesetter: made for @theme
 * @swatches: the colours of the document in @theme
 * @hovered_row: the row under the pointer, -1 for none
 * @hovered_column: the column under the pointer, -1 for none
 * @focused_row: the row of what has the keyboard focus, -1 for the names
 * @focused_column: its column, -1 for the titles
 * @has_focus: whether something has it
 * @selected: what is selected: a reaction, a target or an actor
 *
 * How a matrix of stances is drawn.
 */
typedef struct
{
  const DossierTheme *theme;
  DossierTypesetter *typesetter;
  DossierSwatches *swatches;
  int hovered_row;
  int hovered_column;
  int focused_row;
  int focused_column;
  gboolean has_focus;
  DossierRef selected;
} DossierMatrixPainter;

void dossier_matrix_painter_draw (const DossierMatrixPainter *painter, DossierStanceMatrix *matrix, const DossierMatrixLayout *layout, cairo_t *cr);
double dossier_matrix_painter_get_legend_height (const DossierMatrixPainter *painter, DossierStanceMatrix *matrix, double max_width);
void dossier_matrix_painter_draw_legend (const DossierMatrixPainter *painter, DossierStanceMatrix *matrix, double x, double y, double max_width, cairo_t *cr);

G_END_DECLS
