/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierSidebar:
 *
 * The panel at the start: a search, and what events can be filtered by. While words are searched for, what was
 * found takes the place of the filters.
 */
#define DOSSIER_TYPE_SIDEBAR (dossier_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (DossierSidebar, dossier_sidebar, DOSSIER, SIDEBAR, GtkWidget)

void dossier_sidebar_set_view (DossierSidebar *self,
                               DossierView *view);
void dossier_sidebar_start_search (DossierSidebar *self);
void dossier_sidebar_search (DossierSidebar *self,
                             const char *words);

G_END_DECLS
