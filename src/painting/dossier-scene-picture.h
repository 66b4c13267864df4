/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-scene-state.h"
#include "layout/dossier-story-content.h"
#include "painting/dossier-theme.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * DossierScenePicture:
 *
 * A story as an audience sees it: each scene a picture of its own, designed to be read from the back row, and everything
 * between two scenes, for a camera that glides. No type in it is smaller than a fortieth of its height. The screen, a
 * file and a printer are given the same.
 *
 * It keeps what it laid out and, when it paints on pixels, what it painted, so that a frame of a glide costs little.
 * An object is used by one thread at a time; it may be made in one and used in another. It holds its document.
 */
typedef struct _DossierScenePicture DossierScenePicture;

DossierScenePicture *dossier_scene_picture_new (DossierDocument *document, int story, const DossierTheme *theme);
void dossier_scene_picture_free (DossierScenePicture *self);

void dossier_scene_picture_set_theme (DossierScenePicture *self, const DossierTheme *theme);
void dossier_scene_picture_set_size (DossierScenePicture *self, double width, double height, int scale);

DossierStoryContent *dossier_scene_picture_get_story (DossierScenePicture *self);
int dossier_scene_picture_get_n_scenes (DossierScenePicture *self);
gboolean dossier_scene_picture_is_complete (DossierScenePicture *self, int scene);
void dossier_scene_picture_get_state (DossierScenePicture *self, int scene, DossierSceneState *state);
void dossier_scene_picture_draw (DossierScenePicture *self, const DossierSceneState *state, cairo_t *cr);
char *dossier_scene_picture_describe (DossierScenePicture *self, int scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierScenePicture, dossier_scene_picture_free)

G_END_DECLS
