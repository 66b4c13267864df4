/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-landmark-stress.h"
#include "layout/dossier-parallel.h"

#include <math.h>

/* How many landmarks there are: with fewer the picture is less true, with more it takes longer. */
#define N_LANDMARKS 500

/* Fewer nodes than that are not worth a thread. */
#define LEAST_NODES 64

/* How much the neighbours of a node matter together beside all others. */
#define PULL 1.2

/* Up to how many of a node's neighbours' neighbours are kept apart from it, and how much each matters beside a
 * neighbour: of the nodes at a star's rim, landmarks alone would leave many on one spot. */
#define N_SECOND      4
#define SECOND_WEIGHT 0.25

/* Where several others draw a node: the sum of the ways, each times its weight, and the sum of the weights. */
typedef struct
{
  double x;
  double y;
  double weight;
} Pull;

struct _DossierLandmarkStress
{
  DossierLandmarks *landmarks;
  const DossierAdjacency *adjacency;
  float *distances;  /* wished for, by steps */
  float *weights;    /* likewise */
  double tie_weight; /* of a tie beside a landmark's 1 / distance² */
  double tie_length; /* what a length is multiplied by */
  double saturation;
  int *second;       /* N_SECOND for each node, -1 for none */
  int *second_steps; /* how far they are */
  int *ranks;        /* of each node among the landmarks, -1 if it is none */
  float *landmark_x;
  float *landmark_y;
  Pull *pulls; /* of all landmarks on each node */
};

/* What the threads of one round share. */
typedef struct
{
  DossierLandmarkStress *stress;
  const double *x;
  const double *y;
  const gboolean *held;
} Round;

static double
saturate (const DossierLandmarkStress *stress, int steps)
{
  double length = (double) steps / DOSSIER_ADJACENCY_STEPS;

  return length * (1 + stress->saturation) / (1 + stress->saturation * length);
}

/* Where a node stands among another's neighbours, which are sorted: the index, -1 if it is none. */
static int
find_neighbour (const DossierAdjacency *adjacency, int node, int other)
{
  int low = adjacency->offsets[node];
  int high = adjacency->offsets[node + 1];

  while (low < high)
    {
      int middle = (low + high) / 2;

      if (adjacency->neighbours[middle].node < other)
        low = middle + 1;
      else
        high = middle;
    }

  return low < adjacency->offsets[node + 1] && adjacency->neighbours[low].node == other ? low : -1;
}

/* Takes for each node some of those that stand next to it in the lists of its first neighbours: rings of
 * nodes that share a neighbour. */
static void
find_second (DossierLandmarkStress *stress)
{
  const DossierAdjacency *adjacency = stress->adjacency;
  int n = adjacency->n_nodes;

  stress->second = g_new (int, MAX (1, n) * N_SECOND);
  stress->second_steps = g_new (int, MAX (1, n) * N_SECOND);

  for (int node = 0; node < n; node++)
    {
      int count = 0;

      for (int i = adjacency->offsets[node]; i < adjacency->offsets[node + 1] && count < N_SECOND; i++)
        {
          int middle = adjacency->neighbours[i].node;
          int first = adjacency->offsets[middle];
          int degree = adjacency->offsets[middle + 1] - first;
          int own = find_neighbour (adjacency, middle, node) - first;

          for (int side = -1; side <= 1 && count < N_SECOND && degree > 1; side += 2)
            {
              const DossierNeighbour *other = &adjacency->neighbours[first + (own + side + degree) % degree];

              if (other->node == node || find_neighbour (adjacency, node, other->node) >= 0)
                continue;
              stress->second[node * N_SECOND + count] = other->node;
              stress->second_steps[node * N_SECOND + count] = adjacency->neighbours[i].steps + other->steps;
              count++;
            }
        }
      for (; count < N_SECOND; count++)
        stress->second[node * N_SECOND + count] = -1;
    }
}

/* What all landmarks weigh together for a node in the mean. */
static double
measure_weight (const DossierLandmarkStress *stress)
{
  gsize n_cells = (gsize) stress->landmarks->n_nodes * (gsize) stress->landmarks->n_landmarks;
  double sum = 0;

  for (gsize i = 0; i < n_cells; i++)
    sum += (double) stress->weights[stress->landmarks->steps[i]];

  return sum / stress->landmarks->n_nodes;
}

/**
 * dossier_landmark_stress_new:
 * @adjacency: a connected graph, which must outlive what is made of it
 * @seeds: (nullable) (array): a hash of the id of each node, or %NULL
 * @saturation: as dossier_stress_new() takes it
 *
 * A sample of the pairs stands for all of them: from every node to each of 500 landmarks drawn by lot, with
 * the inverse square of the distance as weight. As the landmarks are a fair sample, a place that suits them suits
 * all nodes; that landmarks be distant from each other, as in pivot schemes, would make it unfair. Landmarks
 * themselves look only at landmarks, and not at the many nodes that look at them: otherwise both would part, the
 * ones to the middle, the others to the rim.
 *
 * Ties pull in addition, the more a node has in the mean the more they want to be short: in a graph so dense
 * that no tie can have its length, that takes crossings away and hardly costs truth. Of the nodes that share a
 * neighbour, some are kept apart.
 *
 * The pairs are those of Ortmann, Klimenta, Brandes: A sparse stress model (Graph Drawing 2016), with lots
 * instead of distant pivots; landmarks that are placed first are those of de Silva, Tenenbaum: Sparse
 * multidimensional scaling using landmark points (2004).
 *
 * Returns: (transfer full): what the positions of @adjacency's nodes should fulfil
 */
DossierLandmarkStress *
dossier_landmark_stress_new (const DossierAdjacency *adjacency, const guint64 *seeds, double saturation)
{
  DossierLandmarkStress *stress = g_new0 (DossierLandmarkStress, 1);
  int n = MAX (1, adjacency->n_nodes);
  double mean_degree = (double) adjacency->offsets[adjacency->n_nodes] / n;

  stress->adjacency = adjacency;
  stress->saturation = saturation;
  stress->landmarks = dossier_landmarks_new (adjacency, seeds, N_LANDMARKS);
  stress->distances = g_new0 (float, stress->landmarks->furthest + 1);
  stress->weights = g_new0 (float, stress->landmarks->furthest + 1);
  for (int steps = 1; steps <= stress->landmarks->furthest; steps++)
    {
      double distance = saturate (stress, steps);

      stress->distances[steps] = (float) distance;
      stress->weights[steps] = (float) (1 / (distance * distance));
    }

  stress->tie_weight = PULL * measure_weight (stress) / MAX (mean_degree, 1);
  stress->tie_length = MIN (1, 2 / MAX (mean_degree, 1));
  find_second (stress);

  stress->ranks = g_new (int, n);
  for (int i = 0; i < n; i++)
    stress->ranks[i] = -1;
  for (int i = 0; i < stress->landmarks->n_landmarks; i++)
    stress->ranks[stress->landmarks->nodes[i]] = i;
  stress->pulls = g_new0 (Pull, n);
  stress->landmark_x = g_new (float, MAX (1, stress->landmarks->n_landmarks));
  stress->landmark_y = g_new (float, MAX (1, stress->landmarks->n_landmarks));

  return stress;
}

/**
 * dossier_landmark_stress_free:
 * @stress: (nullable): a stress, or %NULL
 *
 * Frees @stress.
 */
void
dossier_landmark_stress_free (DossierLandmarkStress *stress)
{
  if (stress == NULL)
    return;

  dossier_landmarks_free (stress->landmarks);
  g_free (stress->distances);
  g_free (stress->weights);
  g_free (stress->second);
  g_free (stress->second_steps);
  g_free (stress->ranks);
  g_free (stress->pulls);
  g_free (stress->landmark_x);
  g_free (stress->landmark_y);
  g_free (stress);
}

/**
 * dossier_landmark_stress_get_landmarks:
 * @stress: a stress
 *
 * Returns: (transfer none): the nodes that stand for all
 */
const DossierLandmarks *
dossier_landmark_stress_get_landmarks (const DossierLandmarkStress *stress)
{
  return stress->landmarks;
}

/* Adds the wish of a node to be at a distance from another. */
static inline void
add_wish (Pull *pull, const double *x, const double *y, int node, int other, double distance, double weight)
{
  double dx = x[node] - x[other];
  double dy = y[node] - y[other];
  double length = sqrt (dx * dx + dy * dy + 1e-12);
  double way = weight * (distance / length - 1);

  pull->x += dx * way;
  pull->y += dy * way;
  pull->weight += weight;
}

/* Single precision: this is where the time goes. */
static void
pull_by_landmarks (DossierLandmarkStress *stress, int node, double x, double y)
{
  int n_landmarks = stress->landmarks->n_landmarks;
  const guint16 *steps = stress->landmarks->steps + (gsize) node * (gsize) n_landmarks;
  const float *distances = stress->distances;
  const float *weights = stress->weights;
  float at_x = (float) x;
  float at_y = (float) y;
  float way_x = 0;
  float way_y = 0;
  float sum = 0;

  for (int i = 0; i < n_landmarks; i++)
    {
      float dx = at_x - stress->landmark_x[i];
      float dy = at_y - stress->landmark_y[i];
      float length = sqrtf (dx * dx + dy * dy + 1e-12f);
      float weight = weights[steps[i]];
      float way = weight * (distances[steps[i]] / length - 1);

      way_x += dx * way;
      way_y += dy * way;
      sum += weight;
    }

  stress->pulls[node] = (Pull){ (double) way_x, (double) way_y, (double) sum };
}

static void
pull_others (int begin, int end, gpointer data)
{
  const Round *round = data;

  for (int i = begin; i < end; i++)
    if (round->stress->ranks[i] < 0 && (round->held == NULL || !round->held[i]))
      pull_by_landmarks (round->stress, i, round->x[i], round->y[i]);
}

/* Goes to where the share of the stress that is a node's own is least, by a bound that touches it where the node is,
 * or a part of that way. */
static double
move (const DossierLandmarkStress *stress, double *x, double *y, int node, double step)
{
  const DossierAdjacency *adjacency = stress->adjacency;
  Pull pull = stress->pulls[node];
  double way_x;
  double way_y;

  for (int i = adjacency->offsets[node]; i < adjacency->offsets[node + 1]; i++)
    {
      const DossierNeighbour *neighbour = &adjacency->neighbours[i];

      add_wish (&pull,
                x,
                y,
                node,
                neighbour->node,
                saturate (stress, neighbour->steps) * stress->tie_length,
                stress->tie_weight * neighbour->weight);
    }
  for (int i = node * N_SECOND; i < (node + 1) * N_SECOND && stress->second[i] >= 0; i++)
    add_wish (&pull, x, y, node, stress->second[i], saturate (stress, stress->second_steps[i]), stress->tie_weight * SECOND_WEIGHT);

  if (!(pull.weight > 0))
    return 0;

  way_x = step * pull.x / pull.weight;
  way_y = step * pull.y / pull.weight;
  x[node] += way_x;
  y[node] += way_y;

  return fabs (way_x) + fabs (way_y);
}

/**
 * dossier_landmark_stress_relax:
 * @stress: the distances wished for
 * @x: (inout) (array): a coordinate for each node, 1 being an ordinary tie
 * @y: (inout) (array): likewise
 * @held: (nullable) (array): which nodes must not move, or %NULL for none
 * @step: how much of the way to its best place each node goes; more than 1 comes to rest sooner, 2 never
 *
 * Moves one node after the other towards the place at which its share of the stress is least while the others stay
 * (Gansner, Koren, North: Graph drawing by stress majorization, Graph Drawing 2004, the localized form):
 * first the landmarks, then all others. What landmarks do to these is found in several threads, and does not depend on
 * how many.
 *
 * Returns: how far the node went that went furthest
 */
double
dossier_landmark_stress_relax (DossierLandmarkStress *stress, double *x, double *y, const gboolean *held, double step)
{
  const DossierLandmarks *landmarks = stress->landmarks;
  Round round = { stress, x, y, held };
  double furthest = 0;

  for (int i = 0; i < landmarks->n_landmarks; i++)
    {
      stress->landmark_x[i] = (float) x[landmarks->nodes[i]];
      stress->landmark_y[i] = (float) y[landmarks->nodes[i]];
    }

  for (int i = 0; i < landmarks->n_landmarks; i++)
    {
      int node = landmarks->nodes[i];

      if (held != NULL && held[node])
        continue;
      pull_by_landmarks (stress, node, x[node], y[node]);
      furthest = MAX (furthest, move (stress, x, y, node, step));
      stress->landmark_x[i] = (float) x[node];
      stress->landmark_y[i] = (float) y[node];
    }

  dossier_parallel_run (landmarks->n_nodes, LEAST_NODES, pull_others, &round);
  for (int i = 0; i < landmarks->n_nodes; i++)
    if (stress->ranks[i] < 0 && (held == NULL || !held[i]))
      furthest = MAX (furthest, move (stress, x, y, i, step));

  return furthest;
}

/**
 * dossier_landmark_stress_measure:
 * @stress: the distances wished for
 * @x: (array): a coordinate for each node, in any unit
 * @y: (array): likewise
 *
 * Measures as dossier_stress_measure() does, over the pairs in which a landmark is.
 *
 * Returns: 0 for a perfect picture; 0 for less than two nodes
 */
double
dossier_landmark_stress_measure (const DossierLandmarkStress *stress, const double *x, const double *y)
{
  const DossierLandmarks *landmarks = stress->landmarks;
  double sum = 0;
  double sum_of_squares = 0;
  double sum_of_weights = 0;

  for (int i = 0; i < landmarks->n_nodes; i++)
    for (int j = 0; j < landmarks->n_landmarks; j++)
      {
        int steps = landmarks->steps[(gsize) i * (gsize) landmarks->n_landmarks + (gsize) j];
        double dx = x[i] - x[landmarks->nodes[j]];
        double dy = y[i] - y[landmarks->nodes[j]];
        double squared = dx * dx + dy * dy;
        double distance = (double) stress->distances[steps];
        double weight = (double) stress->weights[steps];

        sum += weight * sqrt (squared) * distance;
        sum_of_squares += weight * squared;
        sum_of_weights += weight * distance * distance;
      }

  if (!(sum_of_weights > 0))
    return 0;
  if (!(sum_of_squares > 0))
    return 1;

  return MAX (0, 1 - sum * sum / sum_of_squares / sum_of_weights);
}
