/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture-measure.h"
#include "layout/dossier-adjacency.h"
#include "layout/dossier-random.h"

#include <math.h>
#include <stdlib.h>

/**
 * picture_measure_stress:
 * @graph: a connected graph
 * @x: (array): a coordinate for each node
 * @y: (array): likewise
 * @n_sources: from how many nodes to look at all others; they are drawn alike for the same graph
 *
 * Measures normalised stress: the mean squared relative error of the distances, at the scale at which it is
 * least. It uses nothing of what is measured but the shortest paths.
 *
 * Returns: the stress, 0 for a perfect picture
 */
double
picture_measure_stress (const DossierGraph *graph, const double *x, const double *y, int n_sources)
{
  g_autoptr (DossierAdjacency) adjacency = dossier_adjacency_new (graph);
  g_autofree int *distances = g_new (int, MAX (1, graph->n_nodes));
  DossierRandom random = { 1 };
  gboolean all = n_sources >= graph->n_nodes;
  double sum_of_ratios = 0;
  double sum_of_squares = 0;
  double count = 0;

  for (int i = 0; i < MIN (n_sources, graph->n_nodes); i++)
    {
      int source = all ? i : (int) dossier_random_below (&random, (guint32) graph->n_nodes);

      dossier_adjacency_find_distances (adjacency, source, distances);
      for (int j = all ? i + 1 : 0; j < graph->n_nodes; j++)
        {
          double ratio;

          if (distances[j] <= 0)
            continue;
          ratio = hypot (x[source] - x[j], y[source] - y[j]) / distances[j];
          sum_of_ratios += ratio;
          sum_of_squares += ratio * ratio;
          count++;
        }
    }

  /* min over s of the mean of (s ratio - 1)² */
  return count > 0 && sum_of_squares > 0 ? 1 - sum_of_ratios * sum_of_ratios / sum_of_squares / count : 0;
}

typedef struct
{
  int a;
  int b;
  double ax;
  double ay;
  double bx;
  double by;
  double top;
  double bottom;
} Segment;

static int
compare_segments (gconstpointer a, gconstpointer b)
{
  const Segment *left = a;
  const Segment *right = b;

  return (left->ax > right->ax) - (left->ax < right->ax);
}

static inline gboolean
is_left (double ax, double ay, double bx, double by, double x, double y)
{
  return (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0;
}

/**
 * picture_measure_crossings:
 * @graph: a graph
 * @x: (array): a coordinate for each node
 * @y: (array): likewise
 *
 * Counts the pairs of edges without a common node that cross when drawn as straight lines, by a line that sweeps
 * from left to right.
 *
 * Returns: how many there are
 */
gint64
picture_measure_crossings (const DossierGraph *graph, const double *x, const double *y)
{
  g_autofree Segment *segments = g_new (Segment, MAX (1, graph->n_edges));
  gint64 count = 0;

  for (int i = 0; i < graph->n_edges; i++)
    {
      const DossierGraphEdge *edge = &graph->edges[i];
      gboolean forward = x[edge->a] <= x[edge->b];
      int a = forward ? edge->a : edge->b;
      int b = forward ? edge->b : edge->a;

      segments[i] = (Segment){ a, b, x[a], y[a], x[b], y[b], MIN (y[a], y[b]), MAX (y[a], y[b]) };
    }
  if (graph->n_edges > 1)
    qsort (segments, (gsize) graph->n_edges, sizeof *segments, compare_segments);

  for (int i = 0; i < graph->n_edges; i++)
    for (int j = i + 1; j < graph->n_edges && segments[j].ax <= segments[i].bx; j++)
      {
        const Segment *one = &segments[i];
        const Segment *other = &segments[j];

        if (other->bottom < one->top || other->top > one->bottom)
          continue;
        if (one->a == other->a || one->a == other->b || one->b == other->a || one->b == other->b)
          continue;
        count += is_left (one->ax, one->ay, one->bx, one->by, other->ax, other->ay) !=
                     is_left (one->ax, one->ay, one->bx, one->by, other->bx, other->by) &&
                 is_left (other->ax, other->ay, other->bx, other->by, one->ax, one->ay) !=
                     is_left (other->ax, other->ay, other->bx, other->by, one->bx, one->by);
      }

  return count;
}
