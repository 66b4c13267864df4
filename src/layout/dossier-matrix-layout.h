/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-curve.h"
#include "layout/dossier-measure.h"
#include "model/dossier-stance-matrix.h"

G_BEGIN_DECLS

/**
 * DOSSIER_MATRIX_ANGLE:
 *
 * By how much the names of the columns are turned, in radians: up and to the right.
 */
#define DOSSIER_MATRIX_ANGLE (-G_PI / 4)

/**
 * DossierMatrixLayout:
 * @width: of the whole, in pixels
 * @height: likewise
 * @header_width: of the titles of the rows
 * @header_height: of the names of the columns
 * @name_length: how long a name of a column may be along its own direction
 * @cell_width: of a cell
 * @cell_height: of a cell
 * @n_rows: how many rows there are
 * @n_columns: how many columns there are
 * @x: how far the cells are scrolled to the left, in pixels
 * @y: how far they are scrolled upward
 *
 * Where the cells of a matrix are. The titles stay in sight while the cells are scrolled beside and below them.
 */
typedef struct
{
  double width;
  double height;
  double header_width;
  double header_height;
  double name_length;
  double cell_width;
  double cell_height;
  int n_rows;
  int n_columns;
  double x;
  double y;
} DossierMatrixLayout;

void dossier_matrix_layout_init (DossierMatrixLayout *layout,
                                 DossierStanceMatrix *matrix,
                                 double width,
                                 double height,
                                 DossierMeasureFunc measure,
                                 gpointer data);
void dossier_matrix_layout_scroll (DossierMatrixLayout *layout, double x, double y);
void dossier_matrix_layout_reveal (DossierMatrixLayout *layout, int row, int column);
void dossier_matrix_layout_get_visible (const DossierMatrixLayout *layout, int *first_row, int *end_row, int *first_column, int *end_column);
DossierRectangle dossier_matrix_layout_get_box (const DossierMatrixLayout *layout, int row, int column);
gboolean dossier_matrix_layout_find (const DossierMatrixLayout *layout, double x, double y, int *row, int *column);
double dossier_matrix_layout_get_full_height (const DossierMatrixLayout *layout);

G_END_DECLS
