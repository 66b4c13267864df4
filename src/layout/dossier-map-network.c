/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-network.h"

static gboolean
counts (const DossierMap *map, const DossierMapTie *tie, DossierMapNetworkFlags flags)
{
  if ((flags & DOSSIER_MAP_NETWORK_VISIBLE) && !(tie->visible && map->nodes[tie->from].visible && map->nodes[tie->to].visible))
    return FALSE;

  return !(flags & DOSSIER_MAP_NETWORK_BINDING) ||
         (tie->sign != DOSSIER_SIGN_CONFLICTUAL && tie->status != DOSSIER_STATUS_DENIED);
}

/* What the ties of a ribbon that count weigh together; 0 if there are none. */
static double
weigh (const DossierMap *map, const DossierMapRibbon *ribbon, DossierMapNetworkFlags flags)
{
  double weight = 0;

  for (int i = 0; i < ribbon->n_ties; i++)
    {
      const DossierMapTie *tie = &map->ties[ribbon->first_tie + i];

      weight += counts (map, tie, flags) ? tie->weight : 0;
    }

  return weight;
}

/**
 * dossier_map_network_new:
 * @map: a sealed map
 * @flags: which ties count
 *
 * Makes of a map what can be measured: dossier_centrality_betweenness(), dossier_communities_find() and
 * dossier_paths_find_shortest() take it. Its nodes are those of the map, by the same indices; an edge weighs
 * what the ties between the two weigh together. It holds no pointer to the map.
 *
 * Returns: (transfer full): who is connected with whom
 */
DossierAdjacency *
dossier_map_network_new (const DossierMap *map, DossierMapNetworkFlags flags)
{
  g_autoptr (DossierGraph) graph = dossier_graph_new ();
  g_autofree gboolean *has_tie_to_parent = g_new0 (gboolean, MAX (1, map->n_nodes));

  for (int i = 0; i < map->n_nodes; i++)
    dossier_graph_add_node (graph, map->nodes[i].seed);

  for (int i = 0; i < map->n_ribbons; i++)
    {
      const DossierMapRibbon *ribbon = &map->ribbons[i];
      double weight = weigh (map, ribbon, flags);

      if (!(weight > 0))
        continue;
      /* Of two edges between a pair an adjacency would keep only one. */
      if (flags & DOSSIER_MAP_NETWORK_PARENTS)
        for (int end = 0; end < 2; end++)
          {
            int node = end == 0 ? ribbon->a : ribbon->b;

            if (map->nodes[node].parent == (end == 0 ? ribbon->b : ribbon->a) && !has_tie_to_parent[node])
              {
                weight += 1;
                has_tie_to_parent[node] = TRUE;
              }
          }
      dossier_graph_add_edge (graph, ribbon->a, ribbon->b, 1, weight);
    }

  if (flags & DOSSIER_MAP_NETWORK_PARENTS)
    for (int i = 0; i < map->n_nodes; i++)
      {
        const DossierMapNode *node = &map->nodes[i];

        if (node->parent < 0 || has_tie_to_parent[i])
          continue;
        if ((flags & DOSSIER_MAP_NETWORK_VISIBLE) && !(node->visible && map->nodes[node->parent].visible))
          continue;
        dossier_graph_add_edge (graph, i, node->parent, 1, 1);
      }

  return dossier_adjacency_new (graph);
}
