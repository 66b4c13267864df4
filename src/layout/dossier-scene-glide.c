/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-scene-glide.h"

/* How much longer a glide takes for each unit of dossier_scene_state_get_distance(). */
#define USEC_OF_DISTANCE (G_USEC_PER_SEC * 4 / 10)

/**
 * dossier_scene_glide_get_duration:
 * @from: where it begins
 * @to: where it ends
 *
 * Returns: for how many microseconds the eye likes to follow; 0 where there is nothing to be seen
 */
gint64
dossier_scene_glide_get_duration (const DossierSceneState *from, const DossierSceneState *to)
{
  double distance = dossier_scene_state_get_distance (from, to);

  if (!(distance > 0))
    return 0;

  return MIN (DOSSIER_SCENE_GLIDE_SHORTEST + (gint64) (MIN (distance, 1000) * USEC_OF_DISTANCE), DOSSIER_SCENE_GLIDE_LONGEST);
}

/* Starts and ends gently: the smooth step, a cubic with level ends. */
static double
ease (double amount)
{
  return amount * amount * (3 - 2 * amount);
}

/**
 * dossier_scene_glide_get_state:
 * @glide: a glide
 * @now: the time, in microseconds
 *
 * Returns: what is to be seen then: where it begins before its time, where it ends from its end on
 */
DossierSceneState
dossier_scene_glide_get_state (const DossierSceneGlide *glide, gint64 now)
{
  if (dossier_scene_glide_is_over (glide, now))
    return glide->to;

  return dossier_scene_state_mix (&glide->from, &glide->to, ease (CLAMP ((double) (now - glide->begin) / (double) glide->duration, 0, 1)));
}

/**
 * dossier_scene_glide_is_over:
 * @glide: a glide
 * @now: the time, in microseconds
 *
 * Returns: whether it has come to rest by then
 */
gboolean
dossier_scene_glide_is_over (const DossierSceneGlide *glide, gint64 now)
{
  return now - glide->begin >= glide->duration;
}
