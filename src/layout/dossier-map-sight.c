/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-sight.h"

/**
 * dossier_map_sight_new:
 * @map: an arranged map
 * @camera: from where it is seen; its size is at least 1 by 1
 * @opened_ribbon: the ribbon of @map that is opened, -1 if none is
 * @look: how it was arranged
 * @is_narrowed: whether a person left actors out of it
 *
 * Takes note of what is seen of @map now, but for what is gathered to be moved: nobody reads that in a picture.
 *
 * Returns: (transfer full): what is seen
 */
DossierMapSight *
dossier_map_sight_new (const DossierMap *map, const DossierMapCamera *camera, int opened_ribbon, const DossierMapLook *look, gboolean is_narrowed)
{
  DossierMapSight *sight;
  DossierMap *copy;

  g_return_val_if_fail (camera->width >= 1 && camera->height >= 1, NULL);
  g_return_val_if_fail (opened_ribbon >= -1 && opened_ribbon < map->n_ribbons, NULL);

  copy = dossier_map_copy (map);
  for (int i = 0; i < copy->n_nodes; i++)
    copy->nodes[i].chosen = FALSE;

  sight = g_atomic_rc_box_new0 (DossierMapSight);
  *sight = (DossierMapSight){ copy, *camera, opened_ribbon, *look, is_narrowed != FALSE };

  return sight;
}

/**
 * dossier_map_sight_ref:
 * @sight: what is seen
 *
 * Returns: (transfer full): @sight
 */
DossierMapSight *
dossier_map_sight_ref (DossierMapSight *sight)
{
  return g_atomic_rc_box_acquire (sight);
}

static void
clear_sight (gpointer data)
{
  dossier_map_free ((DossierMap *) ((DossierMapSight *) data)->map);
}

/**
 * dossier_map_sight_unref:
 * @sight: (transfer full): what is seen
 */
void
dossier_map_sight_unref (DossierMapSight *sight)
{
  g_atomic_rc_box_release_full (sight, clear_sight);
}
