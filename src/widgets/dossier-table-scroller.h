/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a table is scrolled in that may be wider than its place. */

GtkWidget *dossier_table_scroller_new (GtkWidget *table);

G_END_DECLS
