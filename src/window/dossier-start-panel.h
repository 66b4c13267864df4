/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window/dossier-scenes-panel.h"
#include "window/dossier-sidebar.h"

G_BEGIN_DECLS

/**
 * DossierStartPanel:
 *
 * The panel at the start of the window, with two pages: "filters", which is the search too, and "scenes", the stories.
 */
#define DOSSIER_TYPE_START_PANEL (dossier_start_panel_get_type ())
G_DECLARE_FINAL_TYPE (DossierStartPanel, dossier_start_panel, DOSSIER, START_PANEL, GtkWidget)

DossierSidebar *dossier_start_panel_get_sidebar (DossierStartPanel *self);
DossierScenesPanel *dossier_start_panel_get_scenes (DossierStartPanel *self);
void dossier_start_panel_show_page (DossierStartPanel *self, const char *page);
const char *dossier_start_panel_get_page (DossierStartPanel *self);

G_END_DECLS
