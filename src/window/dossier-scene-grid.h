/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/dossier-scene-still.h"

G_BEGIN_DECLS

/**
 * DossierSceneGrid:
 *
 * All scenes of a story at a glance, for the presenter: one goes to one of them by the arrow keys and Return, or by a click.
 *
 * "chosen" (int) is emitted with the scene, from 0.
 */
#define DOSSIER_TYPE_SCENE_GRID (dossier_scene_grid_get_type ())
G_DECLARE_FINAL_TYPE (DossierSceneGrid, dossier_scene_grid, DOSSIER, SCENE_GRID, GtkWidget)

void dossier_scene_grid_set_show (DossierSceneGrid *self, DossierShow *show, DossierSceneStills *stills);
void dossier_scene_grid_set_proportions (DossierSceneGrid *self, double width_for_height);
void dossier_scene_grid_point_at (DossierSceneGrid *self, int scene);

G_END_DECLS
