/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-centrality.h"

/**
 * dossier_centrality_degree:
 * @adjacency: a graph
 * @degrees: (out caller-allocates) (array): room for how many neighbours each node has
 */
void
dossier_centrality_degree (const DossierAdjacency *adjacency, int *degrees)
{
  for (int i = 0; i < adjacency->n_nodes; i++)
    degrees[i] = adjacency->offsets[i + 1] - adjacency->offsets[i];
}

/**
 * dossier_centrality_strength:
 * @adjacency: a graph
 * @strengths: (out caller-allocates) (array): room for what the edges of each node weigh together
 */
void
dossier_centrality_strength (const DossierAdjacency *adjacency, double *strengths)
{
  for (int i = 0; i < adjacency->n_nodes; i++)
    {
      strengths[i] = 0;
      for (int j = adjacency->offsets[i]; j < adjacency->offsets[i + 1]; j++)
        strengths[i] += adjacency->neighbours[j].weight;
    }
}

/* What is known of a node while all shortest paths from one source are followed. */
typedef struct
{
  int steps;      /* from the source, -1 if it was not reached yet */
  double n_paths; /* how many shortest paths there are */
  double share;   /* of the paths from the source to others, what passes here */
} Passage;

/* Adds to @scores what each node takes part in the paths from @source. */
static void
add_source (const DossierAdjacency *adjacency, int source, Passage *passages, int *order, double *scores)
{
  int n_reached = 0;

  for (int i = 0; i < adjacency->n_nodes; i++)
    passages[i] = (Passage){ .steps = -1 };
  passages[source].steps = 0;
  passages[source].n_paths = 1;
  order[n_reached++] = source;

  for (int i = 0; i < n_reached; i++)
    {
      const Passage *here = &passages[order[i]];

      for (int j = adjacency->offsets[order[i]]; j < adjacency->offsets[order[i] + 1]; j++)
        {
          Passage *there = &passages[adjacency->neighbours[j].node];

          if (there->steps < 0)
            {
              there->steps = here->steps + 1;
              order[n_reached++] = adjacency->neighbours[j].node;
            }
          if (there->steps == here->steps + 1)
            there->n_paths += here->n_paths;
        }
    }

  /* From the furthest back: what passes a node goes on to its predecessors by their shares of the paths. */
  for (int i = n_reached - 1; i > 0; i--)
    {
      const Passage *here = &passages[order[i]];
      double share = (1 + here->share) / here->n_paths;

      for (int j = adjacency->offsets[order[i]]; j < adjacency->offsets[order[i] + 1]; j++)
        {
          Passage *there = &passages[adjacency->neighbours[j].node];

          if (there->steps == here->steps - 1)
            there->share += there->n_paths * share;
        }
      scores[order[i]] += here->share;
    }
}

/**
 * dossier_centrality_betweenness:
 * @adjacency: a graph
 * @scores: (out caller-allocates) (array): room for the score of each node
 * @cancellable: (nullable): to stop it from another thread, or %NULL
 *
 * Measures how much each node stands between others: for every pair of other nodes, the share of the shortest paths
 * between them that pass it, added up. All edges count as one step. It is not normalised; at most it is
 * (n - 1) (n - 2) / 2.
 *
 * Brandes: A faster algorithm for betweenness centrality (Journal of Mathematical Sociology 25, 2001). Takes time by
 * the product of the numbers of nodes and of edges.
 *
 * Returns: %FALSE if it was cancelled; the scores are then unfinished
 */
gboolean
dossier_centrality_betweenness (const DossierAdjacency *adjacency, double *scores, GCancellable *cancellable)
{
  int n = adjacency->n_nodes;
  g_autofree Passage *passages = g_new (Passage, MAX (1, n));
  g_autofree int *order = g_new (int, MAX (1, n));

  for (int i = 0; i < n; i++)
    scores[i] = 0;

  for (int source = 0; source < n; source++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      add_source (adjacency, source, passages, order, scores);
    }

  /* Each path was met from both of its ends. */
  for (int i = 0; i < n; i++)
    scores[i] /= 2;

  return TRUE;
}
