/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window/dossier-editing.h"
#include "window/dossier-views.h"

G_BEGIN_DECLS

/**
 * DossierScenesPanel:
 *
 * The stories of the dossier, made and edited: the scenes of one in their order, what is written of the one that is chosen,
 * and what can be done with them. A scene that is activated is shown by the window.
 *
 * "shown" is emitted when the window was brought to a scene.
 * "told" (message, can be undone) is emitted when something was done that is not plain to see.
 */
#define DOSSIER_TYPE_SCENES_PANEL (dossier_scenes_panel_get_type ())
G_DECLARE_FINAL_TYPE (DossierScenesPanel, dossier_scenes_panel, DOSSIER, SCENES_PANEL, GtkWidget)

void dossier_scenes_panel_set_editing (DossierScenesPanel *self, DossierEditing *editing, DossierViews *views);
void dossier_scenes_panel_set_view (DossierScenesPanel *self, DossierView *view);
void dossier_scenes_panel_add_scene (DossierScenesPanel *self);
gboolean dossier_scenes_panel_get_chosen (DossierScenesPanel *self, const char **story, const char **scene);

G_END_DECLS
