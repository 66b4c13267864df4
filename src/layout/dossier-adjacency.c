/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-adjacency.h"

#include <stdlib.h>

#define N_BUCKETS (DOSSIER_ADJACENCY_MAX_STEPS + 1)

static int
count_steps (double length)
{
  return (int) CLAMP (length * DOSSIER_ADJACENCY_STEPS + 0.5, 1, DOSSIER_ADJACENCY_MAX_STEPS);
}

static int
compare_neighbours (gconstpointer a, gconstpointer b)
{
  const DossierNeighbour *left = a;
  const DossierNeighbour *right = b;

  if (left->node != right->node)
    return left->node < right->node ? -1 : 1;
  if (left->steps != right->steps)
    return left->steps < right->steps ? -1 : 1;

  return (left->weight < right->weight) - (left->weight > right->weight);
}

/* Sorts the neighbours of each node, and leaves of several edges to the same one the shortest. */
static void
simplify (DossierAdjacency *adjacency)
{
  int end = 0;

  for (int node = 0; node < adjacency->n_nodes; node++)
    {
      int first = adjacency->offsets[node];
      int last = adjacency->offsets[node + 1];
      int begin = end;

      if (last > first)
        qsort (adjacency->neighbours + first, (gsize) (last - first), sizeof *adjacency->neighbours, compare_neighbours);

      for (int i = first; i < last; i++)
        if (end == begin || adjacency->neighbours[end - 1].node != adjacency->neighbours[i].node)
          adjacency->neighbours[end++] = adjacency->neighbours[i];

      adjacency->offsets[node] = begin;
    }

  adjacency->offsets[adjacency->n_nodes] = end;
}

/**
 * dossier_adjacency_new:
 * @graph: a graph
 *
 * Of several edges between a pair the shortest counts, and none from a node to itself. Parents of nodes are
 * not looked at.
 *
 * Returns: (transfer full): the neighbours of the nodes of @graph
 */
DossierAdjacency *
dossier_adjacency_new (const DossierGraph *graph)
{
  DossierAdjacency *adjacency = g_new0 (DossierAdjacency, 1);
  g_autofree int *ends = NULL;

  adjacency->n_nodes = graph->n_nodes;
  adjacency->offsets = g_new0 (int, graph->n_nodes + 1);
  adjacency->neighbours = g_new (DossierNeighbour, MAX (1, 2 * graph->n_edges));

  for (int i = 0; i < graph->n_edges; i++)
    if (graph->edges[i].a != graph->edges[i].b)
      {
        adjacency->offsets[graph->edges[i].a + 1]++;
        adjacency->offsets[graph->edges[i].b + 1]++;
      }
  for (int i = 0; i < graph->n_nodes; i++)
    adjacency->offsets[i + 1] += adjacency->offsets[i];

  ends = g_memdup2 (adjacency->offsets, sizeof (int) * (gsize) (graph->n_nodes + 1));
  for (int i = 0; i < graph->n_edges; i++)
    {
      const DossierGraphEdge *edge = &graph->edges[i];
      int steps = count_steps (edge->length);

      if (edge->a != edge->b)
        {
          adjacency->neighbours[ends[edge->a]++] = (DossierNeighbour){ edge->b, steps, edge->weight };
          adjacency->neighbours[ends[edge->b]++] = (DossierNeighbour){ edge->a, steps, edge->weight };
        }
    }

  simplify (adjacency);

  adjacency->bucket_heads = g_new (int, N_BUCKETS);
  adjacency->entry_nodes = g_new (int, 2 * graph->n_edges + 1);
  adjacency->entry_next = g_new (int, 2 * graph->n_edges + 1);

  return adjacency;
}

/**
 * dossier_adjacency_free:
 * @adjacency: (nullable): an adjacency, or %NULL
 *
 * Frees @adjacency.
 */
void
dossier_adjacency_free (DossierAdjacency *adjacency)
{
  if (adjacency == NULL)
    return;

  g_free (adjacency->offsets);
  g_free (adjacency->neighbours);
  g_free (adjacency->bucket_heads);
  g_free (adjacency->entry_nodes);
  g_free (adjacency->entry_next);
  g_free (adjacency);
}

/**
 * dossier_adjacency_find_distances:
 * @adjacency: an adjacency
 * @source: index of a node
 * @distances: (out caller-allocates) (array): room for the distance of each node from @source, in steps;
 *   -1 for those that cannot be reached
 *
 * Finds the lengths of the shortest paths from @source to all nodes, with buckets instead of a heap
 * (Dial: Algorithm 360, Shortest-path forest with topological ordering, CACM 1969). The adjacency holds the
 * room for the search, so one thread at a time may use it.
 */
void
dossier_adjacency_find_distances (DossierAdjacency *adjacency, int source, int *distances)
{
  int n_entries = 0;
  int n_waiting = 1;

  g_return_if_fail (source >= 0 && source < adjacency->n_nodes);

  for (int i = 0; i < adjacency->n_nodes; i++)
    distances[i] = -1;
  for (int i = 0; i < N_BUCKETS; i++)
    adjacency->bucket_heads[i] = -1;

  distances[source] = 0;
  adjacency->entry_nodes[n_entries] = source;
  adjacency->entry_next[n_entries] = -1;
  adjacency->bucket_heads[0] = n_entries++;

  for (int distance = 0; n_waiting > 0; distance++)
    {
      int *head = &adjacency->bucket_heads[distance % N_BUCKETS];

      /* No edge is as long as the ring of buckets, so nothing is put into the one being emptied. */
      for (int entry = *head; entry >= 0; entry = adjacency->entry_next[entry])
        {
          int node = adjacency->entry_nodes[entry];

          n_waiting--;
          if (distances[node] != distance)
            continue;

          for (int i = adjacency->offsets[node]; i < adjacency->offsets[node + 1]; i++)
            {
              const DossierNeighbour *neighbour = &adjacency->neighbours[i];
              int through = distance + neighbour->steps;
              int *bucket = &adjacency->bucket_heads[through % N_BUCKETS];

              if (distances[neighbour->node] >= 0 && distances[neighbour->node] <= through)
                continue;

              distances[neighbour->node] = through;
              adjacency->entry_nodes[n_entries] = neighbour->node;
              adjacency->entry_next[n_entries] = *bucket;
              *bucket = n_entries++;
              n_waiting++;
            }
        }

      *head = -1;
    }
}
