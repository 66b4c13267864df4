/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-paths.h"

/* Walks outward from some nodes, the nearest first. Fills in how many steps each node is away, -1 if it is further
 * than @furthest or cannot be reached, and the order of the walk. Returns how many were reached. */
static int
walk (const DossierAdjacency *adjacency, const int *sources, int n_sources, int furthest, int *steps, int *order)
{
  int n_reached = 0;

  for (int i = 0; i < adjacency->n_nodes; i++)
    steps[i] = -1;
  for (int i = 0; i < n_sources; i++)
    if (steps[sources[i]] < 0)
      {
        steps[sources[i]] = 0;
        order[n_reached++] = sources[i];
      }

  for (int i = 0; i < n_reached; i++)
    {
      int node = order[i];

      if (steps[node] >= furthest)
        break;
      for (int j = adjacency->offsets[node]; j < adjacency->offsets[node + 1]; j++)
        {
          int neighbour = adjacency->neighbours[j].node;

          if (steps[neighbour] >= 0)
            continue;
          steps[neighbour] = steps[node] + 1;
          order[n_reached++] = neighbour;
        }
    }

  return n_reached;
}

/**
 * dossier_paths_count_steps:
 * @adjacency: a graph
 * @source: a node
 * @steps: (out caller-allocates) (array): room for how many edges each node is away from @source, whatever
 *   their lengths; -1 for those that cannot be reached
 */
void
dossier_paths_count_steps (const DossierAdjacency *adjacency, int source, int *steps)
{
  g_autofree int *order = g_new (int, MAX (1, adjacency->n_nodes));

  g_return_if_fail (source >= 0 && source < adjacency->n_nodes);

  walk (adjacency, &source, 1, G_MAXINT, steps, order);
}

/**
 * dossier_paths_find_shortest:
 * @adjacency: a graph
 * @from: a node
 * @to: a node, maybe the same
 * @n_nodes: (out): how many nodes the path has
 *
 * Finds a path with as few edges as possible, and among these one whose edges weigh most together, so that it rests on
 * the strongest ties. If that still leaves a choice, nodes with a lower index are taken.
 *
 * Returns: (transfer full) (array length=n_nodes) (nullable): the nodes from @from to @to, both included; %NULL if
 *   there is no path
 */
int *
dossier_paths_find_shortest (const DossierAdjacency *adjacency, int from, int to, int *n_nodes)
{
  int n = adjacency->n_nodes;
  g_autofree int *steps = NULL;
  g_autofree int *order = NULL;
  g_autofree int *next = NULL;
  g_autofree double *weights = NULL;
  int n_reached;
  int *path;

  *n_nodes = 0;
  g_return_val_if_fail (from >= 0 && from < n, NULL);
  g_return_val_if_fail (to >= 0 && to < n, NULL);

  steps = g_new (int, n);
  order = g_new (int, n);
  next = g_new (int, n);
  weights = g_new0 (double, n);
  n_reached = walk (adjacency, &to, 1, G_MAXINT, steps, order);
  if (steps[from] < 0)
    return NULL;

  /* From the end backward, each node knows the best way on. */
  next[to] = -1;
  for (int i = 1; i < n_reached; i++)
    {
      int node = order[i];

      next[node] = -1;
      for (int j = adjacency->offsets[node]; j < adjacency->offsets[node + 1]; j++)
        {
          const DossierNeighbour *neighbour = &adjacency->neighbours[j];

          if (steps[neighbour->node] != steps[node] - 1)
            continue;
          if (next[node] < 0 || weights[neighbour->node] + neighbour->weight > weights[node])
            {
              next[node] = neighbour->node;
              weights[node] = weights[neighbour->node] + neighbour->weight;
            }
        }
    }

  path = g_new (int, steps[from] + 1);
  for (int node = from; node >= 0; node = next[node])
    path[(*n_nodes)++] = node;

  return path;
}

/**
 * dossier_paths_find_neighbourhood:
 * @adjacency: a graph
 * @sources: (array length=n_sources): nodes
 * @n_sources: how many, at least 0
 * @n_steps: how many edges to go from them, at least 0
 * @inside: (out caller-allocates) (array): room for whether each node is reached, the sources among them
 *
 * Finds the nodes that are at most @n_steps edges away from any of @sources.
 *
 * Returns: how many there are
 */
int
dossier_paths_find_neighbourhood (const DossierAdjacency *adjacency, const int *sources, int n_sources, int n_steps, gboolean *inside)
{
  g_autofree int *steps = g_new (int, MAX (1, adjacency->n_nodes));
  g_autofree int *order = g_new (int, MAX (1, adjacency->n_nodes));
  int n_reached;

  for (int i = 0; i < n_sources; i++)
    g_return_val_if_fail (sources[i] >= 0 && sources[i] < adjacency->n_nodes, 0);

  n_reached = walk (adjacency, sources, n_sources, n_steps, steps, order);
  for (int i = 0; i < adjacency->n_nodes; i++)
    inside[i] = steps[i] >= 0;

  return n_reached;
}

/**
 * dossier_paths_find_common:
 * @adjacency: a graph
 * @node: a node
 * @other: another
 * @common: (out caller-allocates) (array): room for whether each node is a neighbour of both
 *
 * Returns: how many nodes are neighbours of both
 */
int
dossier_paths_find_common (const DossierAdjacency *adjacency, int node, int other, gboolean *common)
{
  int count = 0;
  int i;
  int j;

  g_return_val_if_fail (node >= 0 && node < adjacency->n_nodes, 0);
  g_return_val_if_fail (other >= 0 && other < adjacency->n_nodes, 0);

  for (i = 0; i < adjacency->n_nodes; i++)
    common[i] = FALSE;

  /* Neighbours are sorted, so both lists are walked once. */
  i = adjacency->offsets[node];
  j = adjacency->offsets[other];
  while (i < adjacency->offsets[node + 1] && j < adjacency->offsets[other + 1])
    {
      int left = adjacency->neighbours[i].node;
      int right = adjacency->neighbours[j].node;

      if (left == right)
        {
          common[left] = TRUE;
          count++;
        }
      i += left <= right;
      j += right <= left;
    }

  return count;
}
