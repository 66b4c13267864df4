/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Columns of tables as wide as what stands in them, and as the room there is. */

/** DOSSIER_COLUMN_FIT_MOST_MEASURED: so many rows of a table are read to know how wide a column is */
#define DOSSIER_COLUMN_FIT_MOST_MEASURED 256

void dossier_column_fit_add     (GtkScrolledWindow *scroller, GtkColumnView *table, GtkColumnViewColumn *growing, int least);
void dossier_column_fit_set     (GtkScrolledWindow *scroller, GtkColumnViewColumn *column, int width);
int  dossier_column_fit_measure (GtkColumnView *table, const char *text);
int  dossier_column_fit_find    (const int *widths, int n, int growing, int least, int room);

G_END_DECLS
