/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-communities.h"
#include "layout/dossier-leiden-private.h"

#include <stdlib.h>

/* From how many orders of the nodes it is tried; the best result counts. */
#define N_STARTS 5

/* How often it is gone through anew with what came out, as long as that helps. */
#define MOST_ITERATIONS 10

/* An improvement below this is rounding. */
#define LEAST_IMPROVEMENT 1e-9

/**
 * dossier_communities_measure:
 * @adjacency: a graph
 * @resolution: above 0; 1 for modularity as it was defined
 * @communities: (array): the community of each node, from 0 to below the number of nodes
 *
 * Measures modularity: how much more weight there is within communities than chance would have it (Newman, Girvan:
 * Finding and evaluating community structure in networks, Physical Review E 69, 2004).
 *
 * Returns: the modularity, at most 1; 0 for a graph without edges
 */
double
dossier_communities_measure (const DossierAdjacency *adjacency, double resolution, const int *communities)
{
  g_autofree double *strengths = g_new0 (double, MAX (1, adjacency->n_nodes));
  double inside = 0;
  double total = 0;
  double expected = 0;

  for (int i = 0; i < adjacency->n_nodes; i++)
    for (int j = adjacency->offsets[i]; j < adjacency->offsets[i + 1]; j++)
      {
        const DossierNeighbour *neighbour = &adjacency->neighbours[j];

        strengths[communities[i]] += neighbour->weight;
        total += neighbour->weight;
        if (communities[neighbour->node] == communities[i])
          inside += neighbour->weight;
      }
  if (!(total > 0))
    return 0;

  for (int i = 0; i < adjacency->n_nodes; i++)
    expected += strengths[i] / total * (strengths[i] / total);

  return inside / total - resolution * expected;
}

/* Goes up from the graph once: moves nodes, refines, takes the refined sets as nodes of the next level, and so on until
 * nothing is left to join. */
static void
improve (const DossierAdjacency *adjacency, double resolution, int *communities, DossierRandom *random)
{
  int n = adjacency->n_nodes;
  g_autoptr (DossierLeidenLevel) level = dossier_leiden_level_new (adjacency, resolution);
  g_autofree int *at = g_new (int, MAX (1, n)); /* the node of the level that each node is in */
  g_autofree int *own = g_memdup2 (communities, sizeof (int) * (gsize) n);

  for (int i = 0; i < n; i++)
    at[i] = i;

  while (level->n_nodes > 0)
    {
      g_autofree int *sets = g_new (int, level->n_nodes);
      g_autofree int *next = NULL;
      DossierLeidenLevel *above;
      int n_communities;
      int n_sets;

      dossier_leiden_level_move (level, own, random);
      for (int i = 0; i < n; i++)
        communities[i] = own[at[i]];
      n_communities = dossier_leiden_renumber (own, level->n_nodes);
      if (n_communities == level->n_nodes)
        break;

      n_sets = dossier_leiden_level_refine (level, own, sets, random);
      /* Where nothing could be joined, the communities themselves go up, so that there is an end. */
      if (n_sets == level->n_nodes)
        {
          for (int i = 0; i < level->n_nodes; i++)
            sets[i] = own[i];
          n_sets = n_communities;
        }

      next = g_new (int, n_sets);
      for (int i = 0; i < level->n_nodes; i++)
        next[sets[i]] = own[i];
      for (int i = 0; i < n; i++)
        at[i] = sets[at[i]];
      above = dossier_leiden_level_aggregate (level, sets, n_sets);
      dossier_leiden_level_free (level);
      level = above;
      g_free (own);
      own = g_steal_pointer (&next);
    }
}

/* Makes a community of each connected part of one; that never lowers the modularity. Returns how many there are. */
static int
split_unconnected (const DossierAdjacency *adjacency, int *communities)
{
  int n = adjacency->n_nodes;
  g_autofree int *parts = g_new (int, MAX (1, n));
  g_autofree int *stack = g_new (int, MAX (1, n));
  int n_parts = 0;

  for (int i = 0; i < n; i++)
    parts[i] = -1;
  for (int i = 0; i < n; i++)
    {
      int n_stacked = 0;

      if (parts[i] >= 0)
        continue;
      parts[i] = n_parts;
      stack[n_stacked++] = i;
      while (n_stacked > 0)
        {
          int node = stack[--n_stacked];

          for (int j = adjacency->offsets[node]; j < adjacency->offsets[node + 1]; j++)
            {
              int neighbour = adjacency->neighbours[j].node;

              if (parts[neighbour] >= 0 || communities[neighbour] != communities[node])
                continue;
              parts[neighbour] = n_parts;
              stack[n_stacked++] = neighbour;
            }
        }
      n_parts++;
    }

  for (int i = 0; i < n; i++)
    communities[i] = parts[i];

  return n_parts;
}

typedef struct
{
  int community;
  int size;
} Rank;

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Rank *left = a;
  const Rank *right = b;

  return left->size != right->size ? right->size - left->size : left->community - right->community;
}

/* Numbers the largest first; of those alike the one whose first node comes first. */
static void
sort_by_size (int *communities, int n_nodes, int n_communities)
{
  g_autofree Rank *ranks = g_new0 (Rank, MAX (1, n_communities));
  g_autofree int *numbers = g_new (int, MAX (1, n_communities));

  for (int i = 0; i < n_communities; i++)
    ranks[i].community = i;
  for (int i = 0; i < n_nodes; i++)
    ranks[communities[i]].size++;
  if (n_communities > 1)
    qsort (ranks, (gsize) n_communities, sizeof *ranks, compare_ranks);
  for (int i = 0; i < n_communities; i++)
    numbers[ranks[i].community] = i;
  for (int i = 0; i < n_nodes; i++)
    communities[i] = numbers[communities[i]];
}

/**
 * dossier_communities_find:
 * @adjacency: a graph
 * @resolution: above 0; 1 for modularity as it was defined, more for smaller communities
 * @communities: (out caller-allocates) (array): room for the community of each node, from 0, the largest first
 * @cancellable: (nullable): to stop it from another thread, or %NULL
 *
 * Finds communities: groups of nodes with more weight of edges among them than chance would have it. Each is connected.
 * The same graph gives the same communities, as nothing is drawn but the order of the nodes, from fixed seeds; the best
 * of several orders counts.
 *
 * Traag, Waltman, van Eck: From Louvain to Leiden, guaranteeing well-connected communities (Scientific Reports 9,
 * 2019), with modularity, and where the paper draws a set to join in the refinement, the best one taken.
 *
 * Returns: how many there are; -1 if it was cancelled
 */
int
dossier_communities_find (const DossierAdjacency *adjacency, double resolution, int *communities, GCancellable *cancellable)
{
  int n = adjacency->n_nodes;
  g_autofree int *own = g_new (int, MAX (1, n));
  double best = -G_MAXDOUBLE;
  int n_communities = 0;

  g_return_val_if_fail (resolution > 0, -1);

  for (int start = 0; start < N_STARTS; start++)
    {
      DossierRandom random = { (guint64) start + 1 };
      double before = -G_MAXDOUBLE;
      double modularity;

      for (int i = 0; i < n; i++)
        own[i] = i;
      for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++)
        {
          if (g_cancellable_is_cancelled (cancellable))
            return -1;

          improve (adjacency, resolution, own, &random);
          n_communities = split_unconnected (adjacency, own);
          modularity = dossier_communities_measure (adjacency, resolution, own);
          if (modularity > best + LEAST_IMPROVEMENT)
            {
              best = modularity;
              for (int i = 0; i < n; i++)
                communities[i] = own[i];
            }
          if (modularity < before + LEAST_IMPROVEMENT)
            break;
          before = modularity;
        }
    }

  n_communities = dossier_leiden_renumber (communities, n);
  sort_by_size (communities, n, n_communities);

  return n_communities;
}
