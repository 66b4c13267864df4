/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierCell:
 * @column: to the right, may be negative
 * @row: downward, may be negative
 */
typedef struct
{
  int column;
  int row;
} DossierCell;

/**
 * DossierCellGrid:
 *
 * Which cells of an endless grid are taken. It takes memory for the rectangle around those that are.
 */
typedef struct _DossierCellGrid DossierCellGrid;

DossierCellGrid *dossier_cell_grid_new (void);
void dossier_cell_grid_free (DossierCellGrid *grid);

guint dossier_cell_grid_find_taken (const DossierCellGrid *grid, const DossierCell *cells, guint n_cells, int column, int row);
void dossier_cell_grid_take (DossierCellGrid *grid, const DossierCell *cells, guint n_cells, int column, int row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierCellGrid, dossier_cell_grid_free)

G_END_DECLS
