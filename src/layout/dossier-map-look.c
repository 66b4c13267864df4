/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-look.h"

#include "layout/dossier-centrality.h"
#include "layout/dossier-communities.h"
#include "layout/dossier-map-network.h"
#include "layout/dossier-paths.h"

/* Modularity as it was defined. */
#define RESOLUTION 1.0

static gboolean
measure_sizes (DossierMap *map, DossierMapSize size, GCancellable *cancellable)
{
  g_autofree double *scores = g_new0 (double, MAX (1, map->n_nodes));
  g_autoptr (DossierAdjacency) network = NULL;

  if (size == DOSSIER_MAP_SIZE_WEIGHT)
    return TRUE;

  network = dossier_map_network_new (map, DOSSIER_MAP_NETWORK_ALL);
  if (size == DOSSIER_MAP_SIZE_DEGREE)
    {
      g_autofree int *degrees = g_new0 (int, MAX (1, map->n_nodes));

      dossier_centrality_degree (network, degrees);
      for (int i = 0; i < map->n_nodes; i++)
        scores[i] = degrees[i];
    }
  else if (!dossier_centrality_betweenness (network, scores, cancellable))
    {
      return FALSE;
    }

  dossier_map_set_sizes (map, scores);

  return TRUE;
}

static gboolean
add_communities (DossierMap *map, GCancellable *cancellable)
{
  g_autoptr (DossierAdjacency) network = dossier_map_network_new (map, DOSSIER_MAP_NETWORK_BINDING | DOSSIER_MAP_NETWORK_PARENTS);
  g_autofree int *communities = g_new0 (int, MAX (1, map->n_nodes));
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (int));
  int n = dossier_communities_find (network, RESOLUTION, communities, cancellable);

  if (n < 0)
    return FALSE;

  for (int i = 0; i < n; i++)
    {
      int owner = -1;

      g_array_set_size (members, 0);
      for (int j = 0; j < map->n_nodes; j++)
        if (communities[j] == i && map->nodes[j].visible && !map->nodes[j].loose)
          {
            g_array_append_val (members, j);
            if (owner < 0 || map->nodes[j].weight > map->nodes[owner].weight)
              owner = j;
          }
      if (members->len > 1)
        {
          dossier_map_add_group (map, owner, NULL, (const int *) members->data, (int) members->len);
          map->groups[map->n_groups - 1].is_community = TRUE;
        }
    }

  return TRUE;
}

/**
 * dossier_map_look_prepare:
 * @map: a sealed map, not yet arranged
 * @look: how it shall look
 * @cancellable: (nullable): to stop it from another thread, or %NULL
 *
 * Gives marks their sizes and gathers what hulls are drawn around, by all ties, whatever their date, so that neither
 * changes with the day.
 *
 * Returns: %FALSE if it was cancelled; the map is then unfinished
 */
gboolean
dossier_map_look_prepare (DossierMap *map, const DossierMapLook *look, GCancellable *cancellable)
{
  if (!measure_sizes (map, look->size, cancellable))
    return FALSE;

  if (look->hulls == DOSSIER_MAP_HULLS_AFFILIATION)
    return TRUE;

  dossier_map_remove_groups (map);

  return look->hulls == DOSSIER_MAP_HULLS_NONE || add_communities (map, cancellable);
}

/**
 * dossier_map_look_keep_places:
 * @map: a sealed map, not yet arranged
 * @from: another of the same actors, arranged
 * @only_pinned: whether only those keep their places that were put there by hand
 *
 * Has actors stand where they stood before, as far as they do not overlap. Those on the shelf find their places anew.
 */
void
dossier_map_look_keep_places (DossierMap *map, const DossierMap *from, gboolean only_pinned)
{
  g_return_if_fail (map->n_nodes == from->n_nodes);

  for (int i = 0; i < map->n_nodes; i++)
    {
      const DossierMapNode *before = &from->nodes[i];

      if (!before->placed || !(before->pinned || (!only_pinned && before->shown_as == i && !before->loose)))
        continue;

      map->nodes[i].x = before->x;
      map->nodes[i].y = before->y;
      map->nodes[i].placed = TRUE;
      map->nodes[i].pinned = before->pinned;
    }
}

/**
 * dossier_map_look_keep:
 * @map: an arranged map
 * @kept: (array) (nullable): whether each node stays visible; %NULL to show all
 *
 * Hides all nodes but some. Those that are folded into others stay so.
 */
void
dossier_map_look_keep (DossierMap *map, const gboolean *kept)
{
  for (int i = 0; i < map->n_nodes; i++)
    map->nodes[i].visible = map->nodes[i].shown_as == i && (kept == NULL || kept[i]);
}

/**
 * dossier_map_look_at_neighbourhood:
 * @map: a map
 * @node: a node
 * @n_steps: how many ties to go from it, at least 1
 *
 * Sets off what is within so many steps along visible ties, and lets the rest stand back. Who stands beside somebody is
 * one step away from it.
 *
 * Returns: how many nodes that are, @node among them
 */
int
dossier_map_look_at_neighbourhood (DossierMap *map, int node, int n_steps)
{
  g_autoptr (DossierAdjacency) network = dossier_map_network_new (map, DOSSIER_MAP_NETWORK_VISIBLE | DOSSIER_MAP_NETWORK_PARENTS);
  g_autofree gboolean *inside = g_new0 (gboolean, MAX (1, map->n_nodes));
  int n = dossier_paths_find_neighbourhood (network, &node, 1, n_steps, inside);

  for (int i = 0; i < map->n_nodes; i++)
    map->nodes[i].dimmed = !inside[i];
  for (int i = 0; i < map->n_ties; i++)
    map->ties[i].dimmed = !inside[map->ties[i].from] || !inside[map->ties[i].to];

  return n;
}

static void
set_all_back (DossierMap *map)
{
  for (int i = 0; i < map->n_nodes; i++)
    map->nodes[i].dimmed = TRUE;
  for (int i = 0; i < map->n_ties; i++)
    map->ties[i].dimmed = TRUE;
}

static void
set_off_ribbon (DossierMap *map, int node, int other)
{
  int ribbon = dossier_map_find_ribbon (map, node, other);

  for (int i = 0; ribbon >= 0 && i < map->ribbons[ribbon].n_ties; i++)
    map->ties[map->ribbons[ribbon].first_tie + i].dimmed = FALSE;
}

/**
 * dossier_map_look_between:
 * @map: a map
 * @node: a node
 * @other: another
 * @between: what is looked for
 *
 * Sets off the shortest path between the two along visible ties, the strongest of several, or the neighbours that they
 * have in common with the ties to them; and lets the rest stand back. Where no ties lead from one to the other, the path
 * may go by who stands beside whom.
 *
 * Returns: how many nodes there are between the two; -1 if there is no path: nothing is changed then
 */
int
dossier_map_look_between (DossierMap *map, int node, int other, DossierMapBetween between)
{
  g_autoptr (DossierAdjacency) network = dossier_map_network_new (map, DOSSIER_MAP_NETWORK_VISIBLE);
  int n = 0;

  if (between == DOSSIER_MAP_BETWEEN_COMMON)
    {
      g_autofree gboolean *common = g_new0 (gboolean, MAX (1, map->n_nodes));

      n = dossier_paths_find_common (network, node, other, common);
      set_all_back (map);
      set_off_ribbon (map, node, other);
      for (int i = 0; i < map->n_nodes; i++)
        if (common[i])
          {
            map->nodes[i].dimmed = FALSE;
            set_off_ribbon (map, i, node);
            set_off_ribbon (map, i, other);
          }
    }
  else
    {
      g_autofree int *path = dossier_paths_find_shortest (network, node, other, &n);

      if (path == NULL)
        {
          g_clear_pointer (&network, dossier_adjacency_free);
          network = dossier_map_network_new (map, DOSSIER_MAP_NETWORK_VISIBLE | DOSSIER_MAP_NETWORK_PARENTS);
          path = dossier_paths_find_shortest (network, node, other, &n);
        }
      if (path == NULL)
        return -1;

      set_all_back (map);
      for (int i = 0; i < n; i++)
        {
          map->nodes[path[i]].dimmed = FALSE;
          if (i > 0)
            set_off_ribbon (map, path[i - 1], path[i]);
        }
      n -= 2;
    }

  for (int i = 0; i < 2; i++)
    {
      map->nodes[i == 0 ? node : other].dimmed = FALSE;
      map->nodes[i == 0 ? node : other].selected = TRUE;
    }

  return n;
}
