/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-graph-orientation.h"
#include "layout/dossier-adjacency.h"
#include "layout/dossier-curve.h"
#include "layout/dossier-random.h"

#include <math.h>

/* How much the ids count against the shape of the picture: enough to say how a round one is turned, too little to have a long
 * one stand upright. */
#define ID_WEIGHT 0.6

/* So many nodes, on which most hangs, say how the picture is turned. */
#define MOST_BEARINGS 64

/* How many directions are tried in each quarter, and how often the best of them is made better by halves. */
#define N_TRIES  16
#define N_HALVES 30

/* Whither a node lies from the middle, as all the others have it. */
typedef struct
{
  int node;
  double weight;
  double x;
  double y;
} Bearing;

/* How a picture lies. */
typedef struct
{
  double long_x; /* where its longer side points, as the sine and cosine of twice that angle; shorter the rounder it is */
  double long_y;
  double id_x; /* whither the ids would have it turned */
  double id_y;
} Pull;

/* How much of the graph hangs on each node. */
static double *
measure_masses (const DossierGraph *graph)
{
  double *masses = g_new0 (double, graph->n_nodes);

  for (int i = 0; i < graph->n_edges; i++)
    {
      masses[graph->edges[i].a] += graph->edges[i].weight;
      masses[graph->edges[i].b] += graph->edges[i].weight;
    }

  return masses;
}

/* Makes the middle of the masses the origin. */
static void
move_to_middle (DossierGraphComponent *component, const double *masses)
{
  int n = component->graph->n_nodes;
  double sum = 0;
  double middle_x = 0;
  double middle_y = 0;

  for (int i = 0; i < n; i++)
    {
      sum += masses[i];
      middle_x += masses[i] * component->x[i];
      middle_y += masses[i] * component->y[i];
    }
  for (int i = 0; i < n && sum > 0; i++)
    {
      component->x[i] -= middle_x / sum;
      component->y[i] -= middle_y / sum;
    }
}

/* A direction that belongs to a node, of length 1. */
static DossierPoint
draw_direction (const DossierGraphNode *node)
{
  DossierRandom random = { dossier_random_mix (node->seed + 1) };
  double x = 2 * dossier_random_unit (&random) - 1;
  double y = 2 * dossier_random_unit (&random) - 1;
  double length = sqrt (x * x + y * y);

  return length > 0 ? (DossierPoint){ x / length, y / length } : (DossierPoint){ 1, 0 };
}

static int
compare_bearings (gconstpointer a, gconstpointer b)
{
  const Bearing *left = a;
  const Bearing *right = b;

  if (left->weight != right->weight)
    return left->weight > right->weight ? -1 : 1;

  return left->node - right->node;
}

/* Where a node lies is taken from where all the others lie and how far it is from them in the graph: the sum of their places,
 * each by how much closer to the node it is than the mean, points to it. As in the doubly centred matrices of which classical
 * scaling makes pictures (Torgerson 1952), that hardly moves when a node does. */
static void
take_bearing (DossierAdjacency *adjacency, const DossierGraphComponent *component, const double *masses, int *distances, Bearing *bearing)
{
  int n = component->graph->n_nodes;
  double sum = 0;
  double mean = 0;

  dossier_adjacency_find_distances (adjacency, bearing->node, distances);
  for (int i = 0; i < n; i++)
    {
      double distance = (double) distances[i] / DOSSIER_ADJACENCY_STEPS;

      mean += masses[i] * distance;
      sum += masses[i];
    }
  if (sum > 0)
    mean /= sum;

  bearing->x = bearing->y = 0;
  for (int i = 0; i < n; i++)
    {
      double distance = (double) distances[i] / DOSSIER_ADJACENCY_STEPS;

      bearing->x += masses[i] * (mean - distance) * component->x[i];
      bearing->y += masses[i] * (mean - distance) * component->y[i];
    }
}

static GArray *
take_bearings (const DossierGraphComponent *component, const double *masses)
{
  int n = component->graph->n_nodes;
  GArray *bearings = g_array_sized_new (FALSE, FALSE, sizeof (Bearing), (guint) n);
  g_autoptr (DossierAdjacency) adjacency = dossier_adjacency_new (component->graph);
  g_autofree int *distances = g_new (int, MAX (1, n));

  for (int i = 0; i < n; i++)
    {
      Bearing bearing = { i, masses[i] * masses[i], 0, 0 };

      g_array_append_val (bearings, bearing);
    }
  g_array_sort (bearings, compare_bearings);
  g_array_set_size (bearings, MIN (bearings->len, MOST_BEARINGS));
  for (guint i = 0; i < bearings->len; i++)
    take_bearing (adjacency, component, masses, distances, &g_array_index (bearings, Bearing, i));

  return bearings;
}

/* What turns the picture, or its mirror image. */
static Pull
measure_pull (const DossierGraphComponent *component, const double *masses, GArray *bearings, gboolean mirrored)
{
  Pull pull = { 0 };
  double spread = 0;
  double norm = 0;
  double length;

  for (int i = 0; i < component->graph->n_nodes; i++)
    {
      double x = component->x[i];
      double y = mirrored ? -component->y[i] : component->y[i];

      pull.long_x += masses[i] * (x * x - y * y);
      pull.long_y += masses[i] * 2 * x * y;
      spread += masses[i] * (x * x + y * y);
    }
  for (guint i = 0; i < bearings->len; i++)
    {
      const Bearing *bearing = &g_array_index (bearings, Bearing, i);
      DossierPoint direction = draw_direction (&component->graph->nodes[bearing->node]);
      double x = bearing->x;
      double y = mirrored ? -bearing->y : bearing->y;

      pull.id_x += bearing->weight * (direction.x * x + direction.y * y);
      pull.id_y += bearing->weight * (direction.y * x - direction.x * y);
      norm += bearing->weight * bearing->weight * (x * x + y * y);
    }

  norm = sqrt (norm);
  if (!(spread > 0) || !(norm > 0))
    return (Pull){ 0 };

  /* The rounder it is, the less its longer side means. */
  length = sqrt (pull.long_x * pull.long_x + pull.long_y * pull.long_y) / spread;

  return (Pull){
    pull.long_x / spread * length,
    pull.long_y / spread * length,
    ID_WEIGHT * pull.id_x / norm,
    ID_WEIGHT * pull.id_y / norm,
  };
}

/* The unit vector of a parameter, 0 to 4: one quarter of the circle after the other, by a quotient alone. */
static DossierPoint
get_direction (double parameter)
{
  int quarter = CLAMP ((int) parameter, 0, 3);
  /* This runs from -1 to 1, and the vector from 45 degrees below to 45 degrees above. */
  double t = (2 * (parameter - quarter) - 1) * 0.41421356237309503;
  double x = (1 - t * t) / (1 + t * t);
  double y = 2 * t / (1 + t * t);

  switch (quarter)
    {
    case 0:
      return (DossierPoint){ x, y };
    case 1:
      return (DossierPoint){ -y, x };
    case 2:
      return (DossierPoint){ -x, -y };
    default:
      return (DossierPoint){ y, -x };
    }
}

/* How well it lies when it is turned by the angle of @turn, which is of length 1. */
static double
judge (const Pull *pull, const DossierPoint *turn)
{
  double twice_x = turn->x * turn->x - turn->y * turn->y;
  double twice_y = 2 * turn->x * turn->y;

  return pull->long_x * twice_x - pull->long_y * twice_y + pull->id_x * turn->x + pull->id_y * turn->y;
}

static double
judge_at (const Pull *pull, double parameter)
{
  DossierPoint turn = get_direction (parameter < 0 ? parameter + 4 : (parameter >= 4 ? parameter - 4 : parameter));

  return judge (pull, &turn);
}

/* The angle at which it lies best. */
static DossierPoint
find_turn (const Pull *pull, double *best)
{
  double at = 0;
  double step = 1.0 / N_TRIES;

  *best = -G_MAXDOUBLE;
  for (int i = 0; i < 4 * N_TRIES; i++)
    {
      double value = judge_at (pull, i * step);

      if (value > *best)
        {
          *best = value;
          at = i * step;
        }
    }

  for (int i = 0; i < N_HALVES; i++)
    {
      step /= 2;
      for (int side = -1; side <= 1; side += 2)
        {
          double value = judge_at (pull, at + side * step);

          if (value > *best)
            {
              *best = value;
              at += side * step;
              break;
            }
        }
    }

  return get_direction (at < 0 ? at + 4 : (at >= 4 ? at - 4 : at));
}

/**
 * dossier_graph_orientation_run:
 * @component: a part of a graph with its positions
 * @aspect: width of the canvas by its height
 *
 * Turns and mirrors the positions around their middle, which becomes the origin; for a picture of distances that is free.
 * A long picture comes to lie along the longer side of the canvas. Whither it looks, and how a round one is turned, follows
 * from a direction that is drawn for each of the nodes on which most hangs from its id, and counts by how much that is: the
 * picture is turned so that they lie as far as they can in their directions. An actor more hardly changes either.
 */
void
dossier_graph_orientation_run (DossierGraphComponent *component, double aspect)
{
  g_autofree double *masses = measure_masses (component->graph);
  g_autoptr (GArray) bearings = NULL;
  DossierPoint turns[2];
  double values[2];
  gboolean mirrored;

  move_to_middle (component, masses);
  bearings = take_bearings (component, masses);
  for (int i = 0; i < 2; i++)
    {
      Pull pull = measure_pull (component, masses, bearings, i == 1);

      if (aspect < 1)
        {
          pull.long_x = -pull.long_x;
          pull.long_y = -pull.long_y;
        }
      turns[i] = find_turn (&pull, &values[i]);
    }

  mirrored = values[1] > values[0];
  for (int i = 0; i < component->graph->n_nodes; i++)
    {
      const DossierPoint *turn = &turns[mirrored ? 1 : 0];
      double x = component->x[i];
      double y = mirrored ? -component->y[i] : component->y[i];

      component->x[i] = turn->x * x - turn->y * y;
      component->y[i] = turn->y * x + turn->x * y;
    }
}
