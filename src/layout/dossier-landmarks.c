/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-landmarks.h"
#include "layout/dossier-random.h"

#include <string.h>

/* How many searches run at once: one for each bit of a word. */
#define N_AT_ONCE 64

typedef struct
{
  guint64 lot;
  int node;
} Lot;

static int
compare_lots (gconstpointer a, gconstpointer b, gpointer data)
{
  const Lot *left = a;
  const Lot *right = b;

  if (left->lot != right->lot)
    return left->lot < right->lot ? -1 : 1;

  return left->node - right->node;
}

/* Draws a lot for each node from its seed; the lowest win. An actor more takes the place of one of them at most. */
static int *
choose_nodes (int n_nodes, const guint64 *seeds, int n_landmarks)
{
  g_autofree Lot *lots = g_new (Lot, MAX (1, n_nodes));
  int *nodes = g_new (int, MAX (1, n_landmarks));

  for (int i = 0; i < n_nodes; i++)
    lots[i] = (Lot){ dossier_random_mix ((seeds != NULL ? seeds[i] : (guint64) i) + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)), i };
  g_qsort_with_data (lots, n_nodes, sizeof *lots, compare_lots, NULL);
  for (int i = 0; i < n_landmarks; i++)
    nodes[i] = lots[i].node;

  return nodes;
}

static int
find_common_divisor (int a, int b)
{
  while (b != 0)
    {
      int rest = a % b;

      a = b;
      b = rest;
    }

  return a;
}

/* What all lengths are multiples of, and how many times that the greatest is. */
static int
find_unit (const DossierAdjacency *adjacency, int *greatest)
{
  int unit = 0;

  *greatest = 1;
  for (int i = 0; i < adjacency->offsets[adjacency->n_nodes]; i++)
    {
      unit = find_common_divisor (unit, adjacency->neighbours[i].steps);
      *greatest = MAX (*greatest, adjacency->neighbours[i].steps);
    }
  unit = MAX (unit, 1);
  *greatest /= unit;

  return unit;
}

/* Searches from up to 64 landmarks at once. What arrives at a node is a set of searches, one bit each; what will
 * arrive later waits in a ring of such sets, one for each unit of length that an edge may have. */
static void
search_from (DossierLandmarks *landmarks, const DossierAdjacency *adjacency, int first, int unit, int n_rings, guint64 *rings, guint64 *seen)
{
  int n = adjacency->n_nodes;
  int n_searches = MIN (N_AT_ONCE, landmarks->n_landmarks - first);
  int last_level = 0;

  memset (seen, 0, sizeof *seen * (gsize) n);
  memset (rings, 0, sizeof *rings * (gsize) n * (gsize) n_rings);
  for (int i = 0; i < n_searches; i++)
    rings[landmarks->nodes[first + i]] |= G_GUINT64_CONSTANT (1) << i;

  for (int level = 0; level <= last_level; level++)
    {
      guint64 *arrivals = rings + (gsize) (level % n_rings) * (gsize) n;
      int steps = (int) MIN ((gint64) level * unit, DOSSIER_LANDMARKS_FURTHEST);

      for (int node = 0; node < n; node++)
        {
          guint64 found = arrivals[node] & ~seen[node];
          guint16 *row = landmarks->steps + (gsize) node * (gsize) landmarks->n_landmarks + first;

          arrivals[node] = 0;
          if (found == 0)
            continue;

          seen[node] |= found;
          landmarks->furthest = MAX (landmarks->furthest, steps);
          for (guint64 rest = found; rest != 0; rest &= rest - 1)
            row[__builtin_ctzll (rest)] = (guint16) steps;

          for (int i = adjacency->offsets[node]; i < adjacency->offsets[node + 1]; i++)
            {
              const DossierNeighbour *neighbour = &adjacency->neighbours[i];
              int arrival = level + neighbour->steps / unit;

              rings[(gsize) (arrival % n_rings) * (gsize) n + (gsize) neighbour->node] |= found;
              last_level = MAX (last_level, arrival);
            }
        }
    }
}

/**
 * dossier_landmarks_new:
 * @adjacency: a connected graph
 * @seeds: (nullable) (array): a hash of the id of each node, by which landmarks are drawn; %NULL to draw them
 *   by index
 * @n_landmarks: how many to choose, at least 1; all nodes if there are fewer
 *
 * Draws landmarks by lot, so that they stand for all nodes alike, and finds how far every node is from each.
 * 64 searches run at once, which share most of their work: Then, Kaufmann, Chirigati, Hoang-Vu, Pham, Kemper, Neumann,
 * Vo: The more the merrier, efficient multi-source graph traversal (VLDB 2014), here with lengths.
 *
 * Returns: (transfer full): the landmarks
 */
DossierLandmarks *
dossier_landmarks_new (const DossierAdjacency *adjacency, const guint64 *seeds, int n_landmarks)
{
  DossierLandmarks *landmarks = g_new0 (DossierLandmarks, 1);
  gsize n = (gsize) adjacency->n_nodes;
  g_autofree guint64 *rings = NULL;
  g_autofree guint64 *seen = g_new (guint64, MAX (1, n));
  int greatest;
  int unit = find_unit (adjacency, &greatest);

  g_return_val_if_fail (n_landmarks >= 1, landmarks);

  landmarks->n_nodes = adjacency->n_nodes;
  landmarks->n_landmarks = MIN (n_landmarks, adjacency->n_nodes);
  landmarks->nodes = choose_nodes (adjacency->n_nodes, seeds, landmarks->n_landmarks);
  landmarks->steps = g_new0 (guint16, MAX (1, n * (gsize) landmarks->n_landmarks));

  rings = g_new (guint64, MAX (1, n * (gsize) (greatest + 1)));
  for (int first = 0; first < landmarks->n_landmarks; first += N_AT_ONCE)
    search_from (landmarks, adjacency, first, unit, greatest + 1, rings, seen);

  return landmarks;
}

/**
 * dossier_landmarks_free:
 * @landmarks: (nullable): landmarks, or %NULL
 *
 * Frees @landmarks.
 */
void
dossier_landmarks_free (DossierLandmarks *landmarks)
{
  if (landmarks == NULL)
    return;

  g_free (landmarks->nodes);
  g_free (landmarks->steps);
  g_free (landmarks);
}
