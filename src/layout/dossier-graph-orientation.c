/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-graph-orientation.h"
#include "layout/dossier-curve.h"
#include "layout/dossier-random.h"

#include <math.h>

/* How much the ids count against the shape of the picture: enough to say how a round one is turned, too little to have a long
 * one stand upright. */
#define ID_WEIGHT 0.3

/* How many directions are tried in each quarter, and how often the best of them is made better by halves. */
#define N_TRIES  16
#define N_HALVES 30

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

/* What turns the picture, or its mirror image. */
static Pull
measure_pull (const DossierGraphComponent *component, const double *masses, gboolean mirrored)
{
  Pull pull = { 0 };
  double spread = 0;
  double norm = 0;

  for (int i = 0; i < component->graph->n_nodes; i++)
    {
      DossierPoint direction = draw_direction (&component->graph->nodes[i]);
      double x = component->x[i];
      double y = mirrored ? -component->y[i] : component->y[i];
      double weight = masses[i] * sqrt (masses[i]);

      pull.long_x += masses[i] * (x * x - y * y);
      pull.long_y += masses[i] * 2 * x * y;
      spread += masses[i] * (x * x + y * y);
      pull.id_x += weight * (direction.x * x + direction.y * y);
      pull.id_y += weight * (direction.y * x - direction.x * y);
      norm += weight * weight * (x * x + y * y);
    }

  norm = sqrt (norm);
  if (spread > 0 && norm > 0)
    pull = (Pull){ pull.long_x / spread, pull.long_y / spread, ID_WEIGHT * pull.id_x / norm, ID_WEIGHT * pull.id_y / norm };

  return pull;
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
 * from a direction that is drawn for each node from its id, and counts by how much hangs on that node: the picture is
 * turned so that they lie as far as they can in their directions. An actor more hardly changes either.
 */
void
dossier_graph_orientation_run (DossierGraphComponent *component, double aspect)
{
  g_autofree double *masses = measure_masses (component->graph);
  DossierPoint turns[2];
  double values[2];
  gboolean mirrored;

  move_to_middle (component, masses);
  for (int i = 0; i < 2; i++)
    {
      Pull pull = measure_pull (component, masses, i == 1);

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
