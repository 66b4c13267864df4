/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-walk.h"

#include <math.h>

/* How much farther something straight ahead may be than something aside. */
#define PENALTY 2.0

/**
 * dossier_map_walk_step:
 * @map: an arranged map
 * @node: the node where one is
 * @dx: which way to go: -1, 0 or 1 to the right
 * @dy: likewise downward
 *
 * Finds the nearest visible node in a direction; those aside count as farther.
 *
 * Returns: that node, or @node if there is none
 */
int
dossier_map_walk_step (const DossierMap *map, int node, double dx, double dy)
{
  const DossierMapNode *here = &map->nodes[node];
  double best = INFINITY;
  int found = node;

  for (int i = 0; i < map->n_nodes; i++)
    {
      const DossierMapNode *there = &map->nodes[i];
      double ahead = (there->x - here->x) * dx + (there->y - here->y) * dy;
      double aside = fabs ((there->x - here->x) * dy) + fabs ((there->y - here->y) * dx);
      double distance = ahead + PENALTY * aside;

      if (i == node || !there->visible || ahead <= 0 || aside > 2 * ahead)
        continue;
      if (distance < best)
        {
          best = distance;
          found = i;
        }
    }

  return found;
}

/**
 * dossier_map_walk_first:
 * @map: an arranged map
 *
 * Returns: the visible node on which most hangs, where a walk begins; -1 if there is none
 */
int
dossier_map_walk_first (const DossierMap *map)
{
  int found = -1;

  for (int i = 0; i < map->n_nodes; i++)
    if (map->nodes[i].visible && (found < 0 || map->nodes[i].weight > map->nodes[found].weight))
      found = i;

  return found;
}
