/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-timeline-fates.h"

/* The events that are drawn by themselves, in whichever lane. */
static GHashTable *
gather_drawn (const DossierTimelineScene *scene)
{
  GHashTable *drawn = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < scene->items->len; i++)
    g_hash_table_add (drawn, GINT_TO_POINTER (dossier_timeline_scene_get_item (scene, i)->event));

  return drawn;
}

static DossierTimelineFate
find_fate (const DossierTimelineScene *scene, GHashTable *drawn, int place, gint64 first, gint64 last)
{
  if (dossier_timeline_index_get_end (scene->index, DOSSIER_TIMELINE_ALL, place) < first)
    return DOSSIER_TIMELINE_FATE_EARLIER;
  if (dossier_timeline_index_get_start (scene->index, DOSSIER_TIMELINE_ALL, place) > last)
    return DOSSIER_TIMELINE_FATE_LATER;

  return g_hash_table_contains (drawn, GINT_TO_POINTER (dossier_timeline_index_get_event (scene->index, DOSSIER_TIMELINE_ALL, place)))
             ? DOSSIER_TIMELINE_FATE_DRAWN
             : DOSSIER_TIMELINE_FATE_MERGED;
}

/**
 * dossier_timeline_fate_get_count:
 * @counts: what has become of all events
 * @fate: what may have
 *
 * Returns: of how many it has
 */
int
dossier_timeline_fate_get_count (const DossierTimelineCounts *counts, DossierTimelineFate fate)
{
  switch (fate)
    {
    case DOSSIER_TIMELINE_FATE_MERGED:
      return counts->merged;
    case DOSSIER_TIMELINE_FATE_EARLIER:
      return counts->earlier;
    case DOSSIER_TIMELINE_FATE_LATER:
      return counts->later;
    case DOSSIER_TIMELINE_FATE_DRAWN:
    default:
      return counts->drawn;
    }
}

/**
 * dossier_timeline_scene_list:
 * @scene: a scene that was laid out
 * @fate: what has become of the events that are wanted
 *
 * Looks at every event that begins where such ones are: for when somebody asks, not for every frame.
 *
 * Returns: (transfer full) (element-type int): the events in the order of their starts, those without a date last
 */
GArray *
dossier_timeline_scene_list (const DossierTimelineScene *scene, DossierTimelineFate fate)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GHashTable) drawn = gather_drawn (scene);
  const int *undated;
  gint64 first, last;
  int from = 0;
  int behind, n_undated;

  if (scene->index == NULL)
    return events;

  dossier_time_viewport_get_range (&scene->viewport, &first, &last);
  behind = dossier_timeline_index_get_n_events (scene->index, DOSSIER_TIMELINE_ALL);
  if (fate == DOSSIER_TIMELINE_FATE_LATER)
    from = dossier_timeline_index_count_begun (scene->index, DOSSIER_TIMELINE_ALL, last + 1);
  else
    behind = dossier_timeline_index_count_begun (scene->index, DOSSIER_TIMELINE_ALL, last + 1);

  for (int place = from; place < behind; place++)
    if (find_fate (scene, drawn, place, first, last) == fate)
      {
        int event = dossier_timeline_index_get_event (scene->index, DOSSIER_TIMELINE_ALL, place);

        g_array_append_val (events, event);
      }

  undated = dossier_timeline_index_get_undated (scene->index, DOSSIER_TIMELINE_ALL, &n_undated);
  for (int i = 0; i < n_undated; i++)
    if (fate == (g_hash_table_contains (drawn, GINT_TO_POINTER (undated[i])) ? DOSSIER_TIMELINE_FATE_DRAWN : DOSSIER_TIMELINE_FATE_MERGED))
      g_array_append_val (events, undated[i]);

  return events;
}
