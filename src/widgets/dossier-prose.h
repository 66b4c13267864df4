/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dossier_prose_wrap (GtkLabel *label);
GtkWidget *dossier_prose_row_new (int spacing);
void dossier_prose_row_append (GtkWidget *row,
                               GtkWidget *child);

G_END_DECLS
