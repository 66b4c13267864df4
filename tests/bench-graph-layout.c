/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-graph-layout.h"
#include "layout/dossier-pivot-mds.h"
#include "layout/dossier-random.h"
#include "layout/dossier-stress-layout.h"

#include <math.h>

/*
 * How long the layout of a map takes, and how true it is, at several sizes: the stress alone, and all of it with boxes
 * kept apart. Beside it runs what can be no faster: finding all distances in the graph and looking at each pair
 * once. The fastest of several rounds counts; the ratios say more than the figures, which depend on the machine.
 */

#define ROUNDS 3

static const int sizes[] = { 100, 1000, 2000 };

/* Three ties for each actor, half of them to a few that everybody knows. */
static DossierGraph *
make_graph (int n_nodes)
{
  DossierGraph *graph = dossier_graph_new ();
  DossierRandom random = { (guint64) n_nodes };

  for (int i = 0; i < n_nodes; i++)
    {
      g_autofree char *id = g_strdup_printf ("actor-%d", i);

      dossier_graph_add_node (graph, dossier_random_seed_of (id));
      graph->nodes[i].half_width = 40;
      graph->nodes[i].above = 20;
      graph->nodes[i].below = 40;
      for (int j = 0; j < 3 && i > 0; j++)
        {
          guint32 bound = dossier_random_below (&random, 2) == 0 ? (guint32) MIN (i, 1 + n_nodes / 20) : (guint32) i;

          dossier_graph_add_edge (graph, i, (int) dossier_random_below (&random, bound), 1, 1);
        }
    }

  return graph;
}

static double
run_floor (const DossierGraph *graph)
{
  g_autoptr (DossierAdjacency) adjacency = dossier_adjacency_new (graph);
  int n = graph->n_nodes;
  g_autofree int *distances = g_new (int, n);
  double sum = 0;

  for (int a = 0; a < n; a++)
    {
      dossier_adjacency_find_distances (adjacency, a, distances);
      for (int b = 0; b < a; b++)
        {
          double dx = graph->nodes[a].half_width * a - graph->nodes[b].half_width * b;
          double dy = graph->nodes[a].above * b - graph->nodes[b].above * a;

          sum += sqrt (dx * dx + dy * dy) - distances[b];
        }
    }

  return sum;
}

static double
run_stress (const DossierGraph *graph)
{
  g_autoptr (DossierAdjacency) adjacency = dossier_adjacency_new (graph);
  g_autoptr (DossierStress) stress = NULL;
  g_autofree double *x = g_new (double, graph->n_nodes);
  g_autofree double *y = g_new (double, graph->n_nodes);

  dossier_pivot_mds (adjacency, 50, x, y);
  for (int i = 0; i < graph->n_nodes; i++)
    {
      DossierRandom random = { graph->nodes[i].seed };

      x[i] += 0.2 * dossier_random_unit (&random);
      y[i] += 0.2 * dossier_random_unit (&random);
    }
  stress = dossier_stress_new (adjacency, NULL, 0);
  dossier_stress_descend (stress, x, y, NULL, NULL);

  return dossier_stress_measure (stress, x, y);
}

/* The graph that was laid out last. */
static DossierGraph *laid_out;

static double
run_layout (const DossierGraph *graph)
{
  DossierGraphLayoutOptions options = DOSSIER_GRAPH_LAYOUT_DEFAULTS;

  g_clear_pointer (&laid_out, dossier_graph_free);
  laid_out = dossier_graph_copy (graph);
  dossier_graph_layout_run (laid_out, &options, NULL);

  return 0;
}

static double
measure_stress (const DossierGraph *graph)
{
  g_autoptr (DossierAdjacency) adjacency = dossier_adjacency_new (graph);
  g_autoptr (DossierStress) stress = dossier_stress_new (adjacency, NULL, 0);
  g_autofree double *x = g_new (double, graph->n_nodes);
  g_autofree double *y = g_new (double, graph->n_nodes);

  for (int i = 0; i < graph->n_nodes; i++)
    {
      x[i] = graph->nodes[i].x;
      y[i] = graph->nodes[i].y;
    }

  return dossier_stress_measure (stress, x, y);
}

typedef double (*Measured) (const DossierGraph *graph);

/* Seconds of the fastest of several rounds. */
static double
measure (Measured function, const DossierGraph *graph, double *result)
{
  gint64 fastest = G_MAXINT64;

  for (int i = 0; i < ROUNDS; i++)
    {
      gint64 begin = g_get_monotonic_time ();

      *result = function (graph);
      fastest = MIN (fastest, g_get_monotonic_time () - begin);
    }

  return (double) fastest / G_USEC_PER_SEC;
}

int
main (void)
{
  g_print ("%8s %8s %10s %10s %8s %8s %10s %8s %8s\n", "actors", "ties", "floor s", "stress s", "floors", "stress", "layout s", "floors", "stress");

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (DossierGraph) graph = make_graph (sizes[i]);
      double ignored;
      double stress;
      double floor_seconds = measure (run_floor, graph, &ignored);
      double stress_seconds = measure (run_stress, graph, &stress);
      double layout_seconds = measure (run_layout, graph, &ignored);

      g_print ("%8d %8d %10.4f %10.4f %8.1f %8.4f %10.4f %8.1f %8.4f\n",
               graph->n_nodes,
               graph->n_edges,
               floor_seconds,
               stress_seconds,
               stress_seconds / floor_seconds,
               stress,
               layout_seconds,
               layout_seconds / floor_seconds,
               measure_stress (laid_out));
    }
  g_clear_pointer (&laid_out, dossier_graph_free);

  return 0;
}
