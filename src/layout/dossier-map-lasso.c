/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-lasso.h"

/* Whether a point lies within a closed line: by how often a ray from it to the right crosses the line. */
static gboolean
is_inside (const DossierPoint *points, int n_points, DossierPoint point)
{
  gboolean inside = FALSE;

  for (int i = 0, j = n_points - 1; i < n_points; j = i++)
    {
      const DossierPoint *a = &points[i];
      const DossierPoint *b = &points[j];

      if ((a->y > point.y) != (b->y > point.y) && point.x < (b->x - a->x) * (point.y - a->y) / (b->y - a->y) + a->x)
        inside = !inside;
    }

  return inside;
}

/**
 * dossier_map_lasso_choose:
 * @map: an arranged map
 * @camera: through which it is seen
 * @points: (array length=n_points): the line that was drawn, in pixels; it is closed from its end to its begin
 * @n_points: how many
 *
 * Chooses the visible nodes whose middles lie within the line, and no others.
 *
 * Returns: how many are chosen
 */
int
dossier_map_lasso_choose (DossierMap *map, const DossierMapCamera *camera, const DossierPoint *points, int n_points)
{
  int n = 0;

  for (int i = 0; i < map->n_nodes; i++)
    {
      DossierMapNode *node = &map->nodes[i];

      node->chosen = node->visible && is_inside (points, n_points, dossier_map_camera_project (camera, node->x, node->y));
      n += node->chosen;
    }

  return n;
}
