/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-show.h"
#include "painting/dossier-scene-stills.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierSceneStill:
 *
 * A scene at rest, for the presenter: as large as there is room for in the proportions of what the audience sees.
 */
#define DOSSIER_TYPE_SCENE_STILL (dossier_scene_still_get_type ())
G_DECLARE_FINAL_TYPE (DossierSceneStill, dossier_scene_still, DOSSIER, SCENE_STILL, GtkWidget)

GtkWidget *dossier_scene_still_new (void);
void dossier_scene_still_set_stills (DossierSceneStill *self, DossierSceneStills *stills);
void dossier_scene_still_set_scene (DossierSceneStill *self, int scene);
int dossier_scene_still_get_scene (DossierSceneStill *self);
void dossier_scene_still_set_proportions (DossierSceneStill *self, double width_for_height);
void dossier_scene_still_set_pointing_at (DossierSceneStill *self, DossierShow *show);
gboolean dossier_scene_still_is_painted (DossierSceneStill *self);

G_END_DECLS
