/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-scene-state.h"

G_BEGIN_DECLS

/**
 * DossierSceneGlide:
 * @from: where it begins
 * @to: where it ends, a scene at rest
 * @begin: when it begins, in microseconds of a clock that never goes back
 * @duration: how long it takes, in microseconds; 0 for a cut
 *
 * The way of the camera from one scene to another in the course of time: a plain value.
 */
typedef struct
{
  DossierSceneState from;
  DossierSceneState to;
  gint64 begin;
  gint64 duration;
} DossierSceneGlide;

/** DOSSIER_SCENE_GLIDE_SHORTEST: so long any glide takes at least, in microseconds */
#define DOSSIER_SCENE_GLIDE_SHORTEST (G_USEC_PER_SEC * 7 / 10)

/** DOSSIER_SCENE_GLIDE_LONGEST: an audience waits no longer than this, in microseconds */
#define DOSSIER_SCENE_GLIDE_LONGEST (G_USEC_PER_SEC * 2)

gint64 dossier_scene_glide_get_duration (const DossierSceneState *from, const DossierSceneState *to);
DossierSceneState dossier_scene_glide_get_state (const DossierSceneGlide *glide, gint64 now);
gboolean dossier_scene_glide_is_over (const DossierSceneGlide *glide, gint64 now);

G_END_DECLS
