/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-scene-state.h"

#include "layout/dossier-map-camera.h"
#include "layout/dossier-time-viewport.h"

#include <math.h>

/* As many pixels as the timeline is thought to be wide on the way: any number will do, for both ends have it. */
#define WIDTH 1000.0

/* A pan of the map by its whole width seems as far as a zoom of the timeline by 4.1; what changes nothing but words
 * still takes a while. */
#define FADE_DISTANCE 0.6

static DossierTimeViewport
get_viewport (const DossierSceneState *state)
{
  DossierTimeViewport viewport;
  double origin = floor (state->begin);

  viewport.origin = (gint64) origin;
  viewport.fraction = state->begin - origin;
  viewport.seconds_per_pixel = MAX ((state->end - state->begin) / WIDTH, DOSSIER_TIME_FINEST);
  viewport.width = WIDTH;

  return viewport;
}

static DossierMapCamera
get_camera (const DossierSceneState *state)
{
  return (DossierMapCamera){ .x = state->x, .y = state->y, .scale = state->zoom, .width = 1, .height = 1 };
}

/* The line of the day moves where both have one, and comes or goes at its place where one has. */
static void
mix_as_of (const DossierSceneState *from, const DossierSceneState *to, double amount, DossierSceneState *mixed)
{
  if (isnan (from->as_of) || isnan (to->as_of))
    mixed->as_of = isnan (from->as_of) ? to->as_of : from->as_of;
  else
    mixed->as_of = from->as_of + (to->as_of - from->as_of) * amount;
  mixed->as_of_opacity = from->as_of_opacity + (to->as_of_opacity - from->as_of_opacity) * amount;
}

/**
 * dossier_scene_state_mix:
 * @from: where the way begins: a scene at rest, or somewhere on the way to one, as where a presenter goes on too soon
 * @to: where it ends: a scene at rest
 * @amount: 0 to 1: how far along it is; evenly, or eased by the caller
 *
 * Dates and camera glide along the way that seems shortest: they draw back, move and draw near. Words take their turn
 * in the middle of the way.
 *
 * Returns: the state on the way; @to itself at 1
 */
DossierSceneState
dossier_scene_state_mix (const DossierSceneState *from, const DossierSceneState *to, double amount)
{
  DossierSceneState mixed = *to;
  DossierTimeViewport from_viewport, to_viewport, viewport;
  DossierMapCamera from_camera, to_camera, camera;
  double start;

  if (!(amount < 1))
    return *to;
  amount = MAX (amount, 0);

  from_viewport = get_viewport (from);
  to_viewport = get_viewport (to);
  viewport = dossier_time_viewport_between (&from_viewport, &to_viewport, amount);
  mixed.begin = (double) viewport.origin + viewport.fraction;
  mixed.end = mixed.begin + viewport.seconds_per_pixel * WIDTH;

  from_camera = get_camera (from);
  to_camera = get_camera (to);
  camera = dossier_map_camera_mix (&from_camera, &to_camera, amount);
  mixed.x = camera.x;
  mixed.y = camera.y;
  mixed.zoom = camera.scale;

  mix_as_of (from, to, amount, &mixed);

  /* What is seen of words at the start fades on from there. */
  mixed.from = from->fade < 0.5 ? from->from : from->to;
  start = from->fade < 0.5 ? from->fade : 1 - from->fade;
  mixed.fade = mixed.from == to->to ? 1 - start * (1 - amount) : start + (1 - start) * amount;

  return mixed;
}

/**
 * dossier_scene_state_is_at_rest:
 * @state: a state
 *
 * Returns: whether it is that of a scene, and not one on the way
 */
gboolean
dossier_scene_state_is_at_rest (const DossierSceneState *state)
{
  return state->from == state->to && state->fade >= 1;
}

/**
 * dossier_scene_state_get_scene:
 * @state: a state
 * @opacity: (out) (optional): how strong its words are, 0 to 1
 *
 * Returns: the scene whose words are to be seen
 */
int
dossier_scene_state_get_scene (const DossierSceneState *state, double *opacity)
{
  if (opacity != NULL)
    *opacity = fabs (2 * CLAMP (state->fade, 0, 1) - 1);

  return state->fade < 0.5 ? state->from : state->to;
}

/**
 * dossier_scene_state_get_distance:
 * @from: a state
 * @to: another
 *
 * How far apart two states seem, for choosing how long a glide takes: 1 is a zoom by the factor 4.1.
 *
 * Returns: at least 0; 0 only for the same scene seen alike
 */
double
dossier_scene_state_get_distance (const DossierSceneState *from, const DossierSceneState *to)
{
  DossierTimeViewport from_viewport = get_viewport (from);
  DossierTimeViewport to_viewport = get_viewport (to);
  double words = from->to == to->to && from->fade == to->fade ? 0 : FADE_DISTANCE;
  double map = fabs (log (to->zoom / from->zoom)) / log (4.1);

  return MAX (words, MAX (map, dossier_time_viewport_get_distance (&from_viewport, &to_viewport)));
}
