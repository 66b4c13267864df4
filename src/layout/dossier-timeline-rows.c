/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-timeline-rows.h"

#include <math.h>

typedef struct
{
  double left;
  double right;
} Stretch;

struct _DossierTimelineRows
{
  int n_rows;
  GPtrArray *rows; /* of GArray of Stretch, ascending; at least n_rows of them, kept for the next time */
};

/* The number of stretches that begin at or before left. */
static guint
count_begun (const GArray *row, double left)
{
  guint low = 0;
  guint high = row->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (row, Stretch, middle).left <= left)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static GArray *
get_row (const DossierTimelineRows *rows, int row)
{
  g_assert (row >= 0 && row < rows->n_rows);

  return g_ptr_array_index (rows->rows, row);
}

/**
 * dossier_timeline_rows_new:
 *
 * Returns: (transfer full): no rows yet; free it with dossier_timeline_rows_free()
 */
DossierTimelineRows *
dossier_timeline_rows_new (void)
{
  DossierTimelineRows *rows = g_new0 (DossierTimelineRows, 1);

  rows->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  return rows;
}

/**
 * dossier_timeline_rows_free:
 * @rows: (nullable): rows, or %NULL
 */
void
dossier_timeline_rows_free (DossierTimelineRows *rows)
{
  if (rows == NULL)
    return;

  g_ptr_array_unref (rows->rows);
  g_free (rows);
}

/**
 * dossier_timeline_rows_reset:
 * @rows: rows
 * @n_rows: how many there are from now on
 *
 * Empties all rows.
 */
void
dossier_timeline_rows_reset (DossierTimelineRows *rows, int n_rows)
{
  while ((int) rows->rows->len < n_rows)
    g_ptr_array_add (rows->rows, g_array_new (FALSE, FALSE, sizeof (Stretch)));

  rows->n_rows = n_rows;
  for (int i = 0; i < n_rows; i++)
    g_array_set_size (g_ptr_array_index (rows->rows, i), 0);
}

/**
 * dossier_timeline_rows_get_room:
 * @rows: rows
 * @row: one of them, from 0
 * @left: a position
 *
 * Returns: up to where the row is free from @left on, infinite if to the end; minus infinity if @left is taken
 */
double
dossier_timeline_rows_get_room (const DossierTimelineRows *rows, int row, double left)
{
  const GArray *stretches = get_row (rows, row);
  guint n = count_begun (stretches, left);

  if (n > 0 && g_array_index (stretches, Stretch, n - 1).right > left)
    return -INFINITY;

  return n < stretches->len ? g_array_index (stretches, Stretch, n).left : INFINITY;
}

/**
 * dossier_timeline_rows_take:
 * @rows: rows
 * @row: one of them, from 0
 * @left: where to begin
 * @right: where to end; the row is free up to there
 *
 * Takes a stretch of a row.
 */
void
dossier_timeline_rows_take (DossierTimelineRows *rows, int row, double left, double right)
{
  GArray *stretches = get_row (rows, row);
  Stretch stretch = { left, right };

  g_array_insert_val (stretches, count_begun (stretches, left), stretch);
}

/**
 * dossier_timeline_rows_widen:
 * @rows: rows
 * @row: one of them, from 0
 * @left: where a stretch begins that was taken
 * @right: where it is to end; the row is free up to there
 *
 * Makes a stretch longer.
 */
void
dossier_timeline_rows_widen (DossierTimelineRows *rows, int row, double left, double right)
{
  GArray *stretches = get_row (rows, row);
  guint n = count_begun (stretches, left);

  g_return_if_fail (n > 0);

  g_array_index (stretches, Stretch, n - 1).right = right;
}
