/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-value-rows.h"

struct _DossierValueRows
{
  int n_values;
  int *first; /* by value: where its rows begin; they end where those of the next one do. One more than there are */
  int *rows;
};

/**
 * dossier_value_rows_new:
 * @n_values: how many values there are, from 0
 * @n_rows: how many rows
 * @list_values: (scope call): tells the values of a row; called twice for each
 * @data: for @list_values
 *
 * Returns: (transfer full): the rows of each value
 */
DossierValueRows *
dossier_value_rows_new (int n_values, int n_rows, DossierValuesFunc list_values, gpointer data)
{
  DossierValueRows *self = g_new0 (DossierValueRows, 1);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree int *next = NULL;

  self->n_values = n_values;
  self->first = g_new0 (int, n_values + 1);
  for (int row = 0; row < n_rows; row++)
    {
      g_array_set_size (values, 0);
      list_values (row, values, data);
      for (guint i = 0; i < values->len; i++)
        self->first[g_array_index (values, int, i) + 1]++;
    }
  for (int value = 0; value < n_values; value++)
    self->first[value + 1] += self->first[value];

  self->rows = g_new (int, MAX (self->first[n_values], 1));
  next = g_memdup2 (self->first, (gsize) (n_values + 1) * sizeof (int));
  for (int row = 0; row < n_rows; row++)
    {
      g_array_set_size (values, 0);
      list_values (row, values, data);
      for (guint i = 0; i < values->len; i++)
        self->rows[next[g_array_index (values, int, i)]++] = row;
    }

  return self;
}

/**
 * dossier_value_rows_free:
 * @self: (nullable): rows of values, or %NULL
 */
void
dossier_value_rows_free (DossierValueRows *self)
{
  if (self == NULL)
    return;

  g_free (self->first);
  g_free (self->rows);
  g_free (self);
}

/**
 * dossier_value_rows_get:
 * @self: rows of values
 * @value: a value
 * @n: (out): how many rows hold it
 *
 * Returns: (transfer none) (array length=n): these rows, ascending
 */
const int *
dossier_value_rows_get (const DossierValueRows *self, int value, int *n)
{
  g_assert (value >= 0 && value < self->n_values);

  *n = self->first[value + 1] - self->first[value];

  return self->rows + self->first[value];
}
