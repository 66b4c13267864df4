/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "painting/dossier-scene-stage.h"

G_BEGIN_DECLS

/**
 * DossierSceneStills:
 *
 * Scenes at rest, in any size: paints them in a thread of its own, one after another, the largest first, and keeps those
 * that were used last. Whoever shows some asks for them, shows what it has meanwhile, and asks again at "ready".
 *
 * Signals: "ready": there is a frame that was not there before, or the theme is another.
 *
 * All functions are called from the thread that made it.
 */
#define DOSSIER_TYPE_SCENE_STILLS (dossier_scene_stills_get_type ())
G_DECLARE_FINAL_TYPE (DossierSceneStills, dossier_scene_stills, DOSSIER, SCENE_STILLS, GObject)

DossierSceneStills *dossier_scene_stills_new (DossierDocument *document, int story, const DossierTheme *theme);

void dossier_scene_stills_set_theme (DossierSceneStills *self, const DossierTheme *theme);
DossierSceneFrame *dossier_scene_stills_get (DossierSceneStills *self, gpointer client, int scene, int width, int height, int scale);
void dossier_scene_stills_forget (DossierSceneStills *self, gpointer client);
gboolean dossier_scene_stills_wait (DossierSceneStills *self, gint64 usec);

G_END_DECLS
