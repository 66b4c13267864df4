/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierReactionsPage:
 *
 * Who reacted to what: the matrix of stances, and in which order its rows and columns stand.
 */
#define DOSSIER_TYPE_REACTIONS_PAGE (dossier_reactions_page_get_type ())
G_DECLARE_FINAL_TYPE (DossierReactionsPage, dossier_reactions_page, DOSSIER, REACTIONS_PAGE, GtkWidget)

void dossier_reactions_page_set_view (DossierReactionsPage *self,
                                      DossierView *view);

G_END_DECLS
