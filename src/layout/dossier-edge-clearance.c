/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-edge-clearance.h"

#include <math.h>

/* The ends of an edge belong to its own nodes: there others are pushed away as nodes, not from the line. */
#define END_SHARE 0.08

static void
move (const DossierGraph *graph, int node, double *x, double *y, double dx, double dy)
{
  if (graph->nodes[node].fixed)
    return;

  x[node] += dx;
  y[node] += dy;
}

/* Moves the ends of an edge that is too short apart, and those of one that is too long together. */
static int
fit_length (const DossierGraph *graph, const DossierGraphEdge *edge, double *x, double *y, double strength)
{
  double dx = x[edge->b] - x[edge->a];
  double dy = y[edge->b] - y[edge->a];
  double length = sqrt (dx * dx + dy * dy);
  double wanted = MAX (length, edge->least);
  double way;

  if (edge->most > 0)
    wanted = MIN (wanted, edge->most);
  if (wanted == length || !(length > 1))
    return 0;

  way = (wanted - length) * strength / 2 / length;
  move (graph, edge->a, x, y, -dx * way, -dy * way);
  move (graph, edge->b, x, y, dx * way, dy * way);

  return 1;
}

/**
 * dossier_edge_clearance_push:
 * @graph: nodes, whose marks are taken to be circles that reach as far as they do upward, and edges with
 *   their clearance and bounds of length
 * @x: (inout) (array): a coordinate for each node, in units of the layout
 * @y: (inout) (array): likewise
 * @strength: how much of the way each goes at once, 0 to 1
 *
 * Moves nodes away from edges that pass too close to them and do not lead to them, and brings
 * edges to a length within their bounds: one step of a relaxation, to be mixed with those that
 * keep the picture true.
 * Takes time by the product of the numbers of nodes and of edges.
 *
 * Returns: how many times a node was moved
 */
int
dossier_edge_clearance_push (const DossierGraph *graph, double *x, double *y, double strength)
{
  int count = 0;

  for (int i = 0; i < graph->n_edges; i++)
    {
      const DossierGraphEdge *edge = &graph->edges[i];
      double ax;
      double ay;
      double dx;
      double dy;
      double squared;
      double length;

      count += fit_length (graph, edge, x, y, strength);

      ax = x[edge->a];
      ay = y[edge->a];
      dx = x[edge->b] - ax;
      dy = y[edge->b] - ay;
      squared = dx * dx + dy * dy;
      length = sqrt (squared);
      if (!(edge->clearance > 0) || !(length > 1))
        continue;

      for (int node = 0; node < graph->n_nodes; node++)
        {
          double needed = graph->nodes[node].above + edge->clearance;
          double across = ((x[node] - ax) * dy - (y[node] - ay) * dx) / length;
          double along = ((x[node] - ax) * dx + (y[node] - ay) * dy) / squared;
          double way;
          double way_x;
          double way_y;

          if (fabs (across) >= needed || along < END_SHARE || along > 1 - END_SHARE || node == edge->a || node == edge->b)
            continue;

          /* A node right on the line goes to the side that its seed says. */
          way = (needed - fabs (across)) * strength;
          if (across < 0 || (across == 0 && (graph->nodes[node].seed & 2)))
            way = -way;
          way_x = way * dy / length;
          way_y = -way * dx / length;

          move (graph, node, x, y, way_x * 0.6, way_y * 0.6);
          move (graph, edge->a, x, y, -way_x * 0.4 * (1 - along), -way_y * 0.4 * (1 - along));
          move (graph, edge->b, x, y, -way_x * 0.4 * along, -way_y * 0.4 * along);
          count++;
        }
    }

  return count;
}
