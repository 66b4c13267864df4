/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-nearest-scene.h"

/* What is selected says more than which dates are in sight, of which two scenes share at most all. */
#define SELECTED 4.0
#define SET_OFF  2.0

/* How much of all that is in either stretch of time is in both, 0 to 1 (the Jaccard index). */
static double
get_overlap (gint64 begin, gint64 end, gint64 other_begin, gint64 other_end)
{
  double both = (double) MIN (end, other_end) - (double) MAX (begin, other_begin);
  double either = (double) MAX (end, other_end) - (double) MIN (begin, other_begin);

  return both > 0 && either > 0 ? both / either : 0;
}

static double
get_likeness (const DossierScene *scene, DossierRef selected, gint64 begin, gint64 end)
{
  double likeness = 0;
  gint64 scene_begin, scene_end;

  if (dossier_ref_is_set (selected))
    {
      if (dossier_ref_equal (scene->select.ref, selected))
        likeness += SELECTED;
      for (int i = 0; i < scene->emphasis.n; i++)
        if (dossier_ref_equal (scene->emphasis.items[i].ref, selected))
          {
            likeness += SET_OFF;
            break;
          }
    }
  if (!(scene->date.span.flags & DOSSIER_SPAN_UNKNOWN) && end > begin)
    {
      dossier_span_get_known (&scene->date.span, &scene_begin, &scene_end);
      likeness += get_overlap (begin, end, scene_begin, scene_end);
    }

  return likeness;
}

/**
 * dossier_nearest_scene_find:
 * @story: a story with a scene at least
 * @selected: what is selected, or %DOSSIER_REF_NONE
 * @begin: the first second in sight
 * @end: the last one; not after @begin if no dates are in sight
 *
 * Returns: the scene that is most like what is seen at present, from 0: the first of those that are equally like it
 */
int
dossier_nearest_scene_find (const DossierStory *story, DossierRef selected, gint64 begin, gint64 end)
{
  double best = 0;
  int nearest = 0;

  for (int i = 0; i < story->scenes.n; i++)
    {
      double likeness = get_likeness (&story->scenes.items[i], selected, begin, end);

      if (likeness > best)
        {
          best = likeness;
          nearest = i;
        }
    }

  return nearest;
}
