/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-graph-untangling.h"
#include "layout/dossier-curve.h"

#include <math.h>

/* Larger pictures are not read line by line, and would take long. */
#define MOST_NODES 80
#define MOST_EDGES 240

/* What a crossing costs, and a node that lies on an edge, in shares of the stress: nodes that should be one tie apart and
 * are none cost 1. */
#define CROSSING_COST 0.4
#define TOUCHING_COST 0.3

/* From how far on a node is off an edge, in ties, and which part of an edge at its ends belongs to its own nodes. */
#define TOUCHING_REACH 0.25
#define END_SHARE      0.05

/* For less a node does not go elsewhere: another picture that is hardly better is not worth that an actor more might lead
 * to the one or the other. */
#define LEAST_GAIN 0.8

#define N_ROUNDS 4

/* How the stress is relieved after each round. */
#define N_RELAXATIONS   3
#define RELAXATION_STEP 0.3

/* Where a node is tried around the middle of those that it is tied to: in eight directions, at these distances, in ties. */
static const double distances[] = { 0.5, 1, 1.5 };
static const DossierPoint directions[] = {
  { 1, 0 },
  { 0.70710678, 0.70710678 },
  { 0, 1 },
  { -0.70710678, 0.70710678 },
  { -1, 0 },
  { -0.70710678, -0.70710678 },
  { 0, -1 },
  { 0.70710678, -0.70710678 },
};

typedef struct
{
  DossierGraphComponent *component;
  DossierStress *stress;
  GArray *edges; /* pairs of nodes, each once */
} Picture;

static DossierPoint
get_place (const Picture *picture, int node)
{
  return (DossierPoint){ picture->component->x[node], picture->component->y[node] };
}

/* On which side of the line from @a to @b a point is. */
static double
get_side (DossierPoint a, DossierPoint b, DossierPoint point)
{
  return (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
}

static gboolean
crosses (DossierPoint a, DossierPoint b, DossierPoint c, DossierPoint d)
{
  return get_side (a, b, c) * get_side (a, b, d) < 0 && get_side (c, d, a) * get_side (c, d, b) < 0;
}

/* How much a point lies on the line from @a to @b: from 1 in its middle to 0. */
static double
measure_touch (DossierPoint a, DossierPoint b, DossierPoint point)
{
  double dx = b.x - a.x;
  double dy = b.y - a.y;
  double squared = dx * dx + dy * dy;
  double along;
  double across;

  if (!(squared > 1e-12))
    return 0;
  along = ((point.x - a.x) * dx + (point.y - a.y) * dy) / squared;
  if (along < END_SHARE || along > 1 - END_SHARE)
    return 0;

  across = fabs (get_side (a, b, point)) / sqrt (squared) / TOUCHING_REACH;

  return across < 1 ? (1 - across) * (1 - across) : 0;
}

/* What an edge of a node costs, were the node at a place. */
static double
judge_edge (const Picture *picture, int node, int other, DossierPoint place)
{
  DossierPoint end = get_place (picture, other);
  double cost = 0;

  for (guint i = 0; i < picture->edges->len; i++)
    {
      const DossierGraphEdge *edge = &g_array_index (picture->edges, DossierGraphEdge, i);

      if (edge->a != node && edge->b != node && edge->a != other && edge->b != other)
        cost += CROSSING_COST * crosses (place, end, get_place (picture, edge->a), get_place (picture, edge->b));
    }
  for (int i = 0; i < picture->component->graph->n_nodes; i++)
    if (i != node && i != other)
      cost += TOUCHING_COST * measure_touch (place, end, get_place (picture, i));

  return cost;
}

/* What a node costs at a place, or some of it that is at least @most. */
static double
judge (const Picture *picture, int node, DossierPoint place, double most)
{
  double cost = dossier_stress_measure_node (picture->stress, node, place.x, place.y, picture->component->x, picture->component->y);

  for (guint i = 0; i < picture->edges->len && cost < most; i++)
    {
      const DossierGraphEdge *edge = &g_array_index (picture->edges, DossierGraphEdge, i);

      if (edge->a == node || edge->b == node)
        cost += judge_edge (picture, node, edge->a == node ? edge->b : edge->a, place);
      else
        cost += TOUCHING_COST * measure_touch (get_place (picture, edge->a), get_place (picture, edge->b), place);
    }

  return cost;
}

static DossierPoint
find_middle_of_neighbours (const Picture *picture, int node)
{
  DossierPoint middle = { 0, 0 };
  int count = 0;

  for (guint i = 0; i < picture->edges->len; i++)
    {
      const DossierGraphEdge *edge = &g_array_index (picture->edges, DossierGraphEdge, i);
      DossierPoint place;

      if (edge->a != node && edge->b != node)
        continue;
      place = get_place (picture, edge->a == node ? edge->b : edge->a);
      middle.x += place.x;
      middle.y += place.y;
      count++;
    }

  return (DossierPoint){ middle.x / MAX (1, count), middle.y / MAX (1, count) };
}

/* Moves a node to where it costs least. Returns whether it has moved. */
static gboolean
improve (const Picture *picture, int node)
{
  DossierPoint middle = find_middle_of_neighbours (picture, node);
  DossierPoint best = get_place (picture, node);
  double least = judge (picture, node, best, G_MAXDOUBLE) - LEAST_GAIN;
  gboolean moved = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (distances); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (directions); j++)
      {
        DossierPoint place = { middle.x + distances[i] * directions[j].x, middle.y + distances[i] * directions[j].y };
        double cost = judge (picture, node, place, least);

        if (cost < least)
          {
            least = cost;
            best = place;
            moved = TRUE;
          }
      }

  picture->component->x[node] = best.x;
  picture->component->y[node] = best.y;

  return moved;
}

/**
 * dossier_graph_untangling_run:
 * @component: a connected part of a graph, its edges sorted, with positions in ties
 * @stress: the distances wished for
 * @cancellable: (nullable): to stop it from another thread, or %NULL
 *
 * Moves nodes of a small picture over the edges by which they are kept from a better place: one after the other is tried
 * around those that it is tied to, and goes where it has clearly fewer crossings and lies less on edges, as far as that
 * is worth the stress. The criteria are those of Davidson and Harel (Drawing graphs nicely using simulated annealing, ACM
 * Transactions on Graphics 1996); the way is always downward, so that the same graph comes to the same picture.
 *
 * Returns: %FALSE if it was cancelled; the positions are then somewhere on the way
 */
gboolean
dossier_graph_untangling_run (DossierGraphComponent *component, DossierStress *stress, GCancellable *cancellable)
{
  const DossierGraph *graph = component->graph;
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (DossierGraphEdge));
  Picture picture = { component, stress, edges };

  for (int i = 0; i < graph->n_edges; i++)
    if (i == 0 || graph->edges[i].a != graph->edges[i - 1].a || graph->edges[i].b != graph->edges[i - 1].b)
      g_array_append_val (edges, graph->edges[i]);
  if (graph->n_nodes > MOST_NODES || edges->len > MOST_EDGES)
    return TRUE;

  for (int round = 0; round < N_ROUNDS; round++)
    {
      gboolean moved = FALSE;

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      for (int i = 0; i < graph->n_nodes; i++)
        moved |= improve (&picture, i);
      if (!moved)
        break;
      for (int i = 0; i < N_RELAXATIONS; i++)
        dossier_stress_relax (stress, component->x, component->y, NULL, RELAXATION_STEP);
    }

  return TRUE;
}
