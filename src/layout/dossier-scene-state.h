/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierSceneState:
 * @from: the scene that is left, from 0 within its story
 * @to: the scene that is reached; @from where the picture rests
 * @fade: how far the words and the emphasis have passed from the one to the other, 0 to 1. Up to 0.5 those of @from fade
 *   out, from 0.5 on those of @to fade in, so that no two texts ever lie on each other; what both scenes set off on the
 *   map stays. 1 where the picture rests
 * @begin: the first moment in sight of the timeline, in seconds since 1970-01-01 UTC
 * @end: the last one, after @begin
 * @as_of: of which moment the map is, in the same seconds; NAN for the whole stretch in sight
 * @as_of_opacity: how strong the line is that shows @as_of on the timeline, 0 to 1
 * @x: what is in the middle of the map, in units of its layout
 * @y: likewise, downward
 * @zoom: how large the map is; 1 shows the whole of it, above 0
 *
 * All that a picture of a story shows at one moment: at rest in a scene, or on the way from one to the next. A plain
 * value. That of a scene is told by dossier_scene_picture_get_state(), what lies between two by
 * dossier_scene_state_mix(); whoever shows it only decides how far on the way it is at which time.
 */
typedef struct
{
  int from;
  int to;
  double fade;
  double begin;
  double end;
  double as_of;
  double as_of_opacity;
  double x;
  double y;
  double zoom;
} DossierSceneState;

DossierSceneState dossier_scene_state_mix (const DossierSceneState *from, const DossierSceneState *to, double amount);
gboolean dossier_scene_state_is_at_rest (const DossierSceneState *state);
int dossier_scene_state_get_scene (const DossierSceneState *state, double *opacity);
double dossier_scene_state_get_distance (const DossierSceneState *from, const DossierSceneState *to);

G_END_DECLS
