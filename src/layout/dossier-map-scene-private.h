/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-map-scene.h"

G_BEGIN_DECLS

/* How far beyond the view things are still part of the scene, in pixels: labels hang out of sight. */
#define DOSSIER_MAP_SCENE_MARGIN 200.0

/* Room between a mark and the line that leads to it. */
#define DOSSIER_MAP_SCENE_GAP 2.5

DossierOutline dossier_map_scene_get_outline (const DossierMap *map, const DossierMapCamera *camera, int node);
DossierRectangle dossier_map_scene_get_sight (const DossierMapCamera *camera);

gboolean dossier_map_scene_has_in_sight (const DossierMapScene *scene, int ribbon);
void dossier_map_scene_add_strands (DossierMapScene *scene, int opened_ribbon);
void dossier_map_scene_place_labels (DossierMapScene *scene, int opened_ribbon, DossierMeasureFunc measure, gpointer data);

G_END_DECLS
