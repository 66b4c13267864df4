/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-scene-state.h"
#include "layout/dossier-story-content.h"
#include "painting/dossier-theme.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * DossierSceneTimeline:
 *
 * The timeline of a story: of each scene the events that it sets off, in one lane, without the titles of lanes. What a
 * source merely alleges, expects or denies says so before its title.
 */
typedef struct _DossierSceneTimeline DossierSceneTimeline;

DossierSceneTimeline *dossier_scene_timeline_new (DossierDocument *document, DossierStoryContent *story, const DossierTheme *theme);
void dossier_scene_timeline_free (DossierSceneTimeline *self);

void dossier_scene_timeline_draw (DossierSceneTimeline *self, const DossierSceneState *state, double width, double height, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierSceneTimeline, dossier_scene_timeline_free)

G_END_DECLS
