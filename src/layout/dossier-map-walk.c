/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-walk.h"

#include <math.h>

/* How much farther something straight ahead may be than something aside. */
#define PENALTY 2.0

/* A tie leads in a direction if it is within about 60 degrees of it. */
#define LEAST_COSINE 0.5

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
 * dossier_map_walk_is_open:
 * @map: an arranged map
 * @ribbon: a ribbon
 *
 * Returns: whether one can walk along it: any of its ties and both its ends are visible
 */
gboolean
dossier_map_walk_is_open (const DossierMap *map, int ribbon)
{
  const DossierMapRibbon *way = &map->ribbons[ribbon];

  if (!map->nodes[way->a].visible || !map->nodes[way->b].visible)
    return FALSE;

  for (int i = 0; i < way->n_ties; i++)
    if (map->ties[way->first_tie + i].visible)
      return TRUE;

  return FALSE;
}

/**
 * dossier_map_walk_along:
 * @map: an arranged map
 * @node: the node where one is
 * @dx: which way to go: -1, 0 or 1 to the right
 * @dy: likewise downward
 *
 * Finds whom a visible tie leads to in a direction, the one straightest ahead; where none leads that way, the nearest
 * node there, so that every node can be reached.
 *
 * Returns: that node, or @node if there is none
 */
int
dossier_map_walk_along (const DossierMap *map, int node, double dx, double dy)
{
  const DossierMapNode *here = &map->nodes[node];
  double best = LEAST_COSINE;
  int found = -1;

  for (int i = 0; i < map->n_ribbons; i++)
    {
      const DossierMapRibbon *ribbon = &map->ribbons[i];
      const DossierMapNode *there;
      double cosine;

      if ((ribbon->a != node && ribbon->b != node) || !dossier_map_walk_is_open (map, i))
        continue;

      there = &map->nodes[ribbon->a == node ? ribbon->b : ribbon->a];
      cosine = ((there->x - here->x) * dx + (there->y - here->y) * dy) / MAX (hypot (there->x - here->x, there->y - here->y), 1e-9);
      if (cosine > best)
        {
          best = cosine;
          found = ribbon->a == node ? ribbon->b : ribbon->a;
        }
    }

  return found >= 0 ? found : dossier_map_walk_step (map, node, dx, dy);
}

/**
 * dossier_map_walk_across:
 * @map: an arranged map
 * @ribbon: the ribbon where one is
 * @dx: which way to go: -1, 0 or 1 to the right
 * @dy: likewise downward
 *
 * Returns: the end of @ribbon that lies that way
 */
int
dossier_map_walk_across (const DossierMap *map, int ribbon, double dx, double dy)
{
  const DossierMapRibbon *way = &map->ribbons[ribbon];
  const DossierMapNode *a = &map->nodes[way->a];
  const DossierMapNode *b = &map->nodes[way->b];

  return (b->x - a->x) * dx + (b->y - a->y) * dy > 0 ? way->b : way->a;
}

static double
get_angle (const DossierMap *map, int node, int ribbon)
{
  const DossierMapRibbon *way = &map->ribbons[ribbon];
  const DossierMapNode *here = &map->nodes[node];
  const DossierMapNode *there = &map->nodes[way->a == node ? way->b : way->a];

  return atan2 (there->y - here->y, there->x - here->x);
}

/**
 * dossier_map_walk_around:
 * @map: an arranged map
 * @node: the node where one is
 * @ribbon: the ribbon of it that one looks along, -1 for none yet
 * @direction: 1 for the next clockwise, -1 for the one before
 *
 * Returns: the next of the ribbons of @node along which one can walk; -1 if there is none
 */
int
dossier_map_walk_around (const DossierMap *map, int node, int ribbon, int direction)
{
  double from = ribbon >= 0 ? get_angle (map, node, ribbon) : (direction > 0 ? -G_PI : G_PI);
  double least = G_MAXDOUBLE;
  int found = -1;

  for (int i = 0; i < map->n_ribbons; i++)
    {
      const DossierMapRibbon *way = &map->ribbons[i];
      double turn;

      if ((way->a != node && way->b != node) || !dossier_map_walk_is_open (map, i))
        continue;

      turn = (get_angle (map, node, i) - from) * direction;
      /* Ribbons in the same direction follow one another by their index. */
      if (turn < 0 || (turn == 0 && (i - ribbon) * direction <= 0 && ribbon >= 0))
        turn += 2 * G_PI;
      if (turn < least || (turn == least && direction < 0))
        {
          least = turn;
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
