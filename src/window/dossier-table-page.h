/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierTablePage:
 *
 * The page with the table of events, and below it how many of them it shows.
 */
#define DOSSIER_TYPE_TABLE_PAGE (dossier_table_page_get_type ())
G_DECLARE_FINAL_TYPE (DossierTablePage, dossier_table_page, DOSSIER, TABLE_PAGE, GtkWidget)

void dossier_table_page_set_view (DossierTablePage *self,
                                  DossierView *view);

G_END_DECLS
