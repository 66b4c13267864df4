/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierValueRows:
 *
 * Which rows hold each value, where it is known which values each row holds: for each value a list of numbers of rows,
 * all in one array.
 */
typedef struct _DossierValueRows DossierValueRows;

/**
 * DossierValuesFunc:
 * @row: a row
 * @values: (element-type int): where its values are appended, each once
 * @data: what was given along with the function
 */
typedef void (*DossierValuesFunc) (int row, GArray *values, gpointer data);

DossierValueRows *dossier_value_rows_new  (int n_values, int n_rows, DossierValuesFunc list_values, gpointer data);
void              dossier_value_rows_free (DossierValueRows *self);
const int        *dossier_value_rows_get  (const DossierValueRows *self, int value, int *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierValueRows, dossier_value_rows_free)

G_END_DECLS
