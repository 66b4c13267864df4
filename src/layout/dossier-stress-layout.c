/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-stress-layout.h"
#include "layout/dossier-landmark-stress.h"
#include "layout/dossier-random.h"

#include <math.h>

/* A power of two, so that the root that makes the schedule is a chain of square roots, which are exact
 * everywhere, as pow() is not. */
#define N_ROUNDS       16
#define N_SQUARE_ROOTS 4

/* The last step is this fraction of the one that would bring the closest pair to its distance at once. */
#define LAST_STEP 0.03

/* Up to here every pair counts; beyond, only those with a landmark. */
#define MAX_FULL_NODES 2000

/* How often all nodes look for their place among the landmarks, and how much further than to the best they go:
 * with 1, it takes twice as many rounds. */
#define N_LANDMARK_ROUNDS 20
#define OVER_RELAXATION   1.8

/* How many pairs are shuffled among themselves: what fits a processor's nearest cache. */
#define BLOCK 2048

/* Up to here the calmer way is taken, in which nothing is random. It ends early: eight times as many rounds take off one
 * more hundredth of the stress, but leave the neighbourhood of the start, and an actor more may then lead elsewhere. */
#define MAX_MAJORIZED_NODES 300
#define N_MAJORIZE_ROUNDS   24

/* The picture is at rest when no node moves further than this in a round. */
#define AT_REST 1e-4

/* A pair and the distance it should have. */
typedef struct
{
  int a;
  int b;
  float distance;
  float weight;
} Term;

/* The same for one node of a pair. */
typedef struct
{
  float distance;
  float weight;
} Goal;

struct _DossierStress
{
  int n_nodes;
  double saturation;
  Term *terms;
  gsize n_terms;
  double least_weight;
  double greatest_weight;
  gboolean is_shuffled;
  DossierRandom random;
  Goal *goals;                      /* all pairs by row, %NULL if there are too many */
  DossierLandmarkStress *landmarks; /* instead of terms, %NULL if there are not too many */
};

static void
add_term (DossierStress *stress, int a, int b, int steps, double weight)
{
  double length = (double) steps / DOSSIER_ADJACENCY_STEPS;
  double distance = length * (1 + stress->saturation) / (1 + stress->saturation * length);
  Term *term = &stress->terms[stress->n_terms++];

  weight /= distance * distance;
  *term = (Term){ a, b, (float) distance, (float) weight };
  stress->least_weight = MIN (stress->least_weight, weight);
  stress->greatest_weight = MAX (stress->greatest_weight, weight);
}

static void
add_all_pairs (DossierStress *stress, DossierAdjacency *adjacency)
{
  int n = adjacency->n_nodes;
  g_autofree int *distances = g_new (int, n);

  stress->terms = g_new (Term, MAX (1, (gsize) n * (gsize) (n - 1) / 2));

  for (int a = 0; a < n; a++)
    {
      int next = adjacency->offsets[a];

      dossier_adjacency_find_distances (adjacency, a, distances);

      /* Neighbours are sorted by node, so both lists are walked once. */
      while (next < adjacency->offsets[a + 1] && adjacency->neighbours[next].node <= a)
        next++;

      for (int b = a + 1; b < n; b++)
        {
          double weight = 1;

          if (next < adjacency->offsets[a + 1] && adjacency->neighbours[next].node == b)
            weight = adjacency->neighbours[next++].weight;
          if (distances[b] > 0)
            add_term (stress, a, b, distances[b], weight);
        }
    }
}

static void
fill_goals (DossierStress *stress)
{
  gsize n = (gsize) stress->n_nodes;

  stress->goals = g_new0 (Goal, n * n);
  for (gsize i = 0; i < stress->n_terms; i++)
    {
      const Term *term = &stress->terms[i];
      Goal goal = { term->distance, term->weight };

      stress->goals[(gsize) term->a * n + (gsize) term->b] = goal;
      stress->goals[(gsize) term->b * n + (gsize) term->a] = goal;
    }
}

/* Moves one node after the other towards the place at which its own share of the stress is least. */
static double
majorize (DossierStress *stress, double *x, double *y, const gboolean *held, double step)
{
  int n = stress->n_nodes;
  double moved = 0;

  for (int i = 0; i < n; i++)
    {
      const Goal *goals = stress->goals + (gsize) i * (gsize) n;
      double sum_x = 0;
      double sum_y = 0;
      double weights = 0;
      double way_x;
      double way_y;

      if (held != NULL && held[i])
        continue;

      for (int j = 0; j < n; j++)
        {
          double dx = x[i] - x[j];
          double dy = y[i] - y[j];
          double length = sqrt (dx * dx + dy * dy);
          double stretch = length > 1e-9 ? (double) goals[j].distance / length : 0;
          double weight = (double) goals[j].weight;

          sum_x += weight * (x[j] + dx * stretch);
          sum_y += weight * (y[j] + dy * stretch);
          weights += weight;
        }

      if (!(weights > 0))
        continue;
      way_x = (sum_x / weights - x[i]) * step;
      way_y = (sum_y / weights - y[i]) * step;
      x[i] += way_x;
      y[i] += way_y;
      moved = MAX (moved, fabs (way_x) + fabs (way_y));
    }

  return moved;
}

static void
shuffle_block (DossierStress *stress, Term *terms, gsize n_terms)
{
  for (gsize i = n_terms; i > 1; i--)
    {
      gsize j = dossier_random_below (&stress->random, (guint32) i);
      Term term = terms[i - 1];

      terms[i - 1] = terms[j];
      terms[j] = term;
    }
}

/* Shuffling millions of pairs takes longer than moving them, because it is all over the memory. They are shuffled
 * as a whole once; after that, block by block is random enough, as the stress comes out the same. */
static void
shuffle (DossierStress *stress)
{
  if (!stress->is_shuffled || stress->n_terms <= BLOCK)
    {
      shuffle_block (stress, stress->terms, stress->n_terms);
      stress->is_shuffled = TRUE;
      return;
    }

  for (gsize begin = 0; begin < stress->n_terms; begin += BLOCK)
    shuffle_block (stress, stress->terms + begin, MIN (BLOCK, stress->n_terms - begin));
}

/* One pass over all pairs in random order. */
static void
step_all (DossierStress *stress, double *x, double *y, const gboolean *held, double rate)
{
  for (gsize i = 0; i < stress->n_terms; i++)
    {
      const Term *term = &stress->terms[i];
      double dx = x[term->a] - x[term->b];
      double dy = y[term->a] - y[term->b];
      double length = sqrt (dx * dx + dy * dy);
      double move = MIN (rate * (double) term->weight, 1);

      /* Nodes on the same spot have no direction to part in; the next pair moves them. */
      if (length < 1e-9)
        continue;

      move *= (length - (double) term->distance) / length;
      if (held == NULL || (!held[term->a] && !held[term->b]))
        {
          x[term->a] -= dx * move / 2;
          y[term->a] -= dy * move / 2;
          x[term->b] += dx * move / 2;
          y[term->b] += dy * move / 2;
        }
      else if (!held[term->a])
        {
          x[term->a] -= dx * move;
          y[term->a] -= dy * move;
        }
      else if (!held[term->b])
        {
          x[term->b] += dx * move;
          y[term->b] += dy * move;
        }
    }
}

/**
 * dossier_stress_new:
 * @adjacency: a connected graph, which must outlive what is made of it
 * @seeds: (nullable) (array): a hash of the id of each node, or %NULL to take the index instead
 * @saturation: 0 for distances as they are; above it, the longer a distance is the more it is shortened,
 *   with 1 staying 1
 *
 * The distances wished for are those of the shortest paths. With a saturation of s, a path of length d counts
 * as d (1 + s) / (1 + s d): what is far out comes closer, and leaves more of the picture to the middle. A pair
 * matters by the inverse square of its distance. Takes time and memory by the square of the number of nodes up to
 * 2,000 nodes, and about in proportion to nodes and edges beyond, where a sample of the pairs stands for all:
 * see dossier_landmark_stress_new().
 *
 * Returns: (transfer full): what the positions of @adjacency's nodes should fulfil
 */
DossierStress *
dossier_stress_new (DossierAdjacency *adjacency, const guint64 *seeds, double saturation)
{
  DossierStress *stress = g_new0 (DossierStress, 1);

  g_return_val_if_fail (saturation >= 0, stress);

  stress->n_nodes = adjacency->n_nodes;
  stress->saturation = saturation;
  stress->least_weight = G_MAXDOUBLE;
  stress->random.state = 1;

  if (adjacency->n_nodes <= MAX_FULL_NODES)
    {
      add_all_pairs (stress, adjacency);
      if (adjacency->n_nodes <= MAX_MAJORIZED_NODES)
        fill_goals (stress);
    }
  else
    stress->landmarks = dossier_landmark_stress_new (adjacency, seeds, saturation);

  return stress;
}

/**
 * dossier_stress_free:
 * @stress: (nullable): a stress, or %NULL
 *
 * Frees @stress.
 */
void
dossier_stress_free (DossierStress *stress)
{
  if (stress == NULL)
    return;

  g_free (stress->terms);
  g_free (stress->goals);
  dossier_landmark_stress_free (stress->landmarks);
  g_free (stress);
}

static gboolean
descend_randomly (DossierStress *stress, double *x, double *y, const gboolean *held, GCancellable *cancellable)
{
  double rate = 1 / stress->least_weight;
  double last_rate = LAST_STEP / stress->greatest_weight;
  double ratio = last_rate / rate;

  for (int i = 0; i < N_SQUARE_ROOTS; i++)
    ratio = sqrt (ratio);

  for (int round = 0; round <= N_ROUNDS; round++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;

      shuffle (stress);
      step_all (stress, x, y, held, rate);
      rate *= ratio;
    }

  return TRUE;
}

static gboolean
descend_calmly (DossierStress *stress, double *x, double *y, const gboolean *held, GCancellable *cancellable)
{
  for (int round = 0; round < N_MAJORIZE_ROUNDS; round++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (majorize (stress, x, y, held, 1) < AT_REST)
        break;
    }

  return TRUE;
}

/* All pairs of landmarks, as if there were no other nodes. */
static DossierStress *
make_sample (const DossierStress *stress)
{
  const DossierLandmarks *landmarks = dossier_landmark_stress_get_landmarks (stress->landmarks);
  gsize n = (gsize) landmarks->n_landmarks;
  DossierStress *sample = g_new0 (DossierStress, 1);

  sample->n_nodes = landmarks->n_landmarks;
  sample->saturation = stress->saturation;
  sample->least_weight = G_MAXDOUBLE;
  sample->random.state = 1;
  sample->terms = g_new (Term, MAX (1, n * (n - 1) / 2));
  for (int a = 0; a < landmarks->n_landmarks; a++)
    for (int b = a + 1; b < landmarks->n_landmarks; b++)
      add_term (sample, a, b, landmarks->steps[(gsize) landmarks->nodes[a] * n + (gsize) b], 1);

  return sample;
}

/* First the landmarks find their places, then all the others among them. Where some nodes are held, the picture is
 * there already. */
static gboolean
descend_by_landmarks (DossierStress *stress, double *x, double *y, const gboolean *held, GCancellable *cancellable)
{
  if (held == NULL)
    {
      const DossierLandmarks *landmarks = dossier_landmark_stress_get_landmarks (stress->landmarks);
      g_autoptr (DossierStress) sample = make_sample (stress);
      g_autofree double *sample_x = g_new (double, sample->n_nodes);
      g_autofree double *sample_y = g_new (double, sample->n_nodes);

      for (int i = 0; i < sample->n_nodes; i++)
        {
          sample_x[i] = x[landmarks->nodes[i]];
          sample_y[i] = y[landmarks->nodes[i]];
        }
      if (!descend_randomly (sample, sample_x, sample_y, NULL, cancellable))
        return FALSE;
      for (int i = 0; i < sample->n_nodes; i++)
        {
          x[landmarks->nodes[i]] = sample_x[i];
          y[landmarks->nodes[i]] = sample_y[i];
        }
    }

  for (int round = 0; round < N_LANDMARK_ROUNDS; round++)
    {
      double step = round < N_LANDMARK_ROUNDS - 2 ? OVER_RELAXATION : 1;

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (dossier_landmark_stress_relax (stress->landmarks, x, y, held, step) < AT_REST)
        break;
    }

  return TRUE;
}

/**
 * dossier_stress_descend:
 * @stress: the distances wished for
 * @x: (inout) (array): a coordinate for each node, 1 being an ordinary tie; no two nodes on the same spot
 * @y: (inout) (array): likewise
 * @held: (nullable) (array): which nodes must not move, or %NULL for none
 * @cancellable: (nullable): to stop it from another thread, or %NULL
 *
 * Moves the nodes so that their distances come close to those wished for.
 *
 * Above 300 and up to 2,000 nodes that is done by stochastic gradient descent: pair after pair in random order is moved to its
 * distance, by steps that shrink exponentially (Zheng, Pawar, Goodman: Graph drawing by stochastic gradient
 * descent, IEEE TVCG 2019). Up to 300 nodes the nodes are moved one by one to the best place that a bound of
 * the stress allows, until they nearly rest (Gansner, Koren, North: Graph drawing by stress majorization, Graph
 * Drawing 2004, the localized form). From a good start this comes as low, within a percent or two, and as
 * nothing in it is random, an actor more changes the picture less. Beyond 2,000 nodes the landmarks are placed
 * in the former way, then all nodes among them in the latter.
 *
 * The same start gives the same end, bit by bit, on every machine whose arithmetic follows IEEE 754: only
 * additions, products, quotients and square roots are used.
 *
 * Returns: %FALSE if it was cancelled; the positions are then somewhere on the way
 */
gboolean
dossier_stress_descend (DossierStress *stress, double *x, double *y, const gboolean *held, GCancellable *cancellable)
{
  if (stress->landmarks != NULL)
    return descend_by_landmarks (stress, x, y, held, cancellable);
  if (stress->n_terms == 0)
    return TRUE;

  return stress->goals != NULL ? descend_calmly (stress, x, y, held, cancellable)
                               : descend_randomly (stress, x, y, held, cancellable);
}

/**
 * dossier_stress_relax:
 * @stress: the distances wished for
 * @x: (inout) (array): a coordinate for each node
 * @y: (inout) (array): likewise
 * @held: (nullable) (array): which nodes must not move, or %NULL for none
 * @step: how far an ordinary tie goes of the way to its length, 0 to 1
 *
 * Makes one round of small steps, such as between two rounds of pushing overlapping nodes apart.
 */
void
dossier_stress_relax (DossierStress *stress, double *x, double *y, const gboolean *held, double step)
{
  if (stress->landmarks != NULL)
    {
      dossier_landmark_stress_relax (stress->landmarks, x, y, held, step);
      return;
    }
  if (stress->goals != NULL)
    {
      majorize (stress, x, y, held, step);
      return;
    }

  shuffle (stress);
  step_all (stress, x, y, held, step);
}

/**
 * dossier_stress_measure:
 * @stress: the distances wished for
 * @x: (array): a coordinate for each node, in any unit
 * @y: (array): likewise
 *
 * Measures how far the distances are from those wished for: the mean over all pairs of the squared relative
 * error, at the scale at which it is least. Beyond 2,000 nodes a sample of the pairs stands for all.
 *
 * Returns: 0 for a perfect picture; 0 for less than two nodes
 */
double
dossier_stress_measure (DossierStress *stress, const double *x, const double *y)
{
  double sum = 0;
  double sum_of_squares = 0;
  double sum_of_weights = 0;

  if (stress->landmarks != NULL)
    return dossier_landmark_stress_measure (stress->landmarks, x, y);

  for (gsize i = 0; i < stress->n_terms; i++)
    {
      const Term *term = &stress->terms[i];
      double dx = x[term->a] - x[term->b];
      double dy = y[term->a] - y[term->b];
      double squared = dx * dx + dy * dy;
      double distance = (double) term->distance;
      double weight = (double) term->weight;

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

/**
 * dossier_stress_measure_node:
 * @stress: the distances wished for, of at most 300 nodes
 * @node: a node
 * @at_x: where it might be, 1 being an ordinary tie
 * @at_y: likewise
 * @x: (array): where all are
 * @y: (array): likewise
 *
 * Returns: the share of the stress that is @node's own: the sum over its pairs of the squared error by the weight of the pair,
 *   1 for a pair that should be an ordinary tie apart and is none
 */
double
dossier_stress_measure_node (const DossierStress *stress, int node, double at_x, double at_y, const double *x, const double *y)
{
  const Goal *goals;
  double sum = 0;

  g_return_val_if_fail (stress->goals != NULL, 0);

  goals = stress->goals + (gsize) node * (gsize) stress->n_nodes;
  for (int i = 0; i < stress->n_nodes; i++)
    {
      double dx = at_x - x[i];
      double dy = at_y - y[i];
      double error = sqrt (dx * dx + dy * dy) - (double) goals[i].distance;

      if (i != node)
        sum += (double) goals[i].weight * error * error;
    }

  return sum;
}
