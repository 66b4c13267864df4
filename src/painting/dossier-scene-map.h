/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-map-camera.h"
#include "layout/dossier-scene-state.h"
#include "layout/dossier-story-content.h"
#include "painting/dossier-theme.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * DossierSceneMap:
 *
 * The actor map of a story: the whole dossier's, arranged once, of which each scene shows the actors and ties that it is
 * about. What two scenes share stays in sight on the way from one to the next.
 */
typedef struct _DossierSceneMap DossierSceneMap;

DossierSceneMap *dossier_scene_map_new (DossierDocument *document, DossierStoryContent *story, const DossierTheme *theme);
void dossier_scene_map_free (DossierSceneMap *self);

void dossier_scene_map_get_camera (DossierSceneMap *self, int scene, double width, double height, double *x, double *y, double *zoom);
void dossier_scene_map_draw (DossierSceneMap *self, const DossierSceneState *state, double width, double height, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierSceneMap, dossier_scene_map_free)

G_END_DECLS
