/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-cell-grid.h"

#include <string.h>

struct _DossierCellGrid
{
  int left;
  int top;
  int columns;
  int rows;
  guint8 *taken; /* by rows */
};

/**
 * dossier_cell_grid_new:
 *
 * Returns: (transfer full): a grid without a taken cell
 */
DossierCellGrid *
dossier_cell_grid_new (void)
{
  return g_new0 (DossierCellGrid, 1);
}

/**
 * dossier_cell_grid_free:
 * @grid: (nullable): a grid, or %NULL
 *
 * Frees @grid.
 */
void
dossier_cell_grid_free (DossierCellGrid *grid)
{
  if (grid == NULL)
    return;

  g_free (grid->taken);
  g_free (grid);
}

static inline gsize
find_index (const DossierCellGrid *grid, int column, int row)
{
  return (gsize) (row - grid->top) * (gsize) grid->columns + (gsize) (column - grid->left);
}

static inline gboolean
is_taken (const DossierCellGrid *grid, int column, int row)
{
  return column >= grid->left && row >= grid->top && column < grid->left + grid->columns && row < grid->top + grid->rows &&
         grid->taken[find_index (grid, column, row)];
}

/**
 * dossier_cell_grid_find_taken:
 * @grid: a grid
 * @cells: (array length=n_cells): cells
 * @n_cells: how many
 * @column: how far to shift them to the right
 * @row: how far to shift them down
 *
 * Returns: the index of the first of them that is taken; @n_cells if none is
 */
guint
dossier_cell_grid_find_taken (const DossierCellGrid *grid, const DossierCell *cells, guint n_cells, int column, int row)
{
  guint i = 0;

  while (i < n_cells && !is_taken (grid, cells[i].column + column, cells[i].row + row))
    i++;

  return i;
}

/* Makes room for the rectangle up to, but without, @right and @bottom, and some more so that it need not be done often. */
static void
grow (DossierCellGrid *grid, int left, int right, int top, int bottom)
{
  DossierCellGrid before = *grid;
  int margin_x;
  int margin_y;

  if (grid->taken != NULL)
    {
      left = MIN (left, grid->left);
      right = MAX (right, grid->left + grid->columns);
      top = MIN (top, grid->top);
      bottom = MAX (bottom, grid->top + grid->rows);
      if (left == grid->left && right == grid->left + grid->columns && top == grid->top && bottom == grid->top + grid->rows)
        return;
    }

  margin_x = (right - left) / 4;
  margin_y = (bottom - top) / 4;
  grid->left = left - margin_x;
  grid->top = top - margin_y;
  grid->columns = right - left + 2 * margin_x;
  grid->rows = bottom - top + 2 * margin_y;
  grid->taken = g_new0 (guint8, (gsize) grid->columns * (gsize) grid->rows);
  for (int row = 0; row < before.rows; row++)
    memcpy (grid->taken + find_index (grid, before.left, before.top + row),
            before.taken + (gsize) row * (gsize) before.columns,
            (gsize) before.columns);
  g_free (before.taken);
}

/**
 * dossier_cell_grid_take:
 * @grid: a grid
 * @cells: (array length=n_cells): cells
 * @n_cells: how many
 * @column: how far to shift them to the right
 * @row: how far to shift them down
 *
 * Takes them, whether they are free or not.
 */
void
dossier_cell_grid_take (DossierCellGrid *grid, const DossierCell *cells, guint n_cells, int column, int row)
{
  int left = G_MAXINT;
  int right = G_MININT;
  int top = G_MAXINT;
  int bottom = G_MININT;

  if (n_cells == 0)
    return;

  for (guint i = 0; i < n_cells; i++)
    {
      left = MIN (left, cells[i].column + column);
      right = MAX (right, cells[i].column + column + 1);
      top = MIN (top, cells[i].row + row);
      bottom = MAX (bottom, cells[i].row + row + 1);
    }
  grow (grid, left, right, top, bottom);

  for (guint i = 0; i < n_cells; i++)
    grid->taken[find_index (grid, cells[i].column + column, cells[i].row + row)] = TRUE;
}
