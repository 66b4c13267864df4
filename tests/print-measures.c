/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-centrality.h"
#include "layout/dossier-communities.h"
#include "layout/dossier-paths.h"

#include <stdio.h>

/*
 * Reads a graph from its input, the number of nodes, then two nodes and a weight for each edge, and prints what
 * is measured of it, a line each: a name, then numbers. A test holds them against those of igraph.
 */

static void
print_integers (const char *name, const int *numbers, int n)
{
  g_print ("%s", name);
  for (int i = 0; i < n; i++)
    g_print (" %d", numbers[i]);
  g_print ("\n");
}

static void
print_doubles (const char *name, const double *numbers, int n)
{
  g_print ("%s", name);
  for (int i = 0; i < n; i++)
    g_print (" %.12g", numbers[i]);
  g_print ("\n");
}

static void
print_around (const DossierAdjacency *adjacency, int node)
{
  int n = adjacency->n_nodes;
  g_autofree int *numbers = g_new (int, n);

  dossier_paths_count_steps (adjacency, node, numbers);
  print_integers ("steps", numbers, n);
  for (int n_steps = 0; n_steps <= 3; n_steps++)
    {
      dossier_paths_find_neighbourhood (adjacency, &node, 1, n_steps, numbers);
      print_integers ("neighbourhood", numbers, n);
    }
  for (int other = 0; other < n; other++)
    {
      g_autofree int *path = NULL;
      int n_path;

      path = dossier_paths_find_shortest (adjacency, node, other, &n_path);
      print_integers ("path", path, n_path);
      dossier_paths_find_common (adjacency, node, other, numbers);
      print_integers ("common", numbers, n);
    }
}

int
main (void)
{
  g_autoptr (DossierGraph) graph = dossier_graph_new ();
  g_autoptr (DossierAdjacency) adjacency = NULL;
  g_autofree int *integers = NULL;
  g_autofree double *doubles = NULL;
  int n;
  int a;
  int b;
  double weight;

  if (scanf ("%d", &n) != 1 || n < 0)
    return 2;
  for (int i = 0; i < n; i++)
    dossier_graph_add_node (graph, (guint64) i);
  while (scanf ("%d %d %lf", &a, &b, &weight) == 3)
    dossier_graph_add_edge (graph, a, b, 1, weight);

  adjacency = dossier_adjacency_new (graph);
  integers = g_new (int, MAX (1, n));
  doubles = g_new (double, MAX (1, n));

  dossier_centrality_degree (adjacency, integers);
  print_integers ("degree", integers, n);
  dossier_centrality_strength (adjacency, doubles);
  print_doubles ("strength", doubles, n);
  dossier_centrality_betweenness (adjacency, doubles, NULL);
  print_doubles ("betweenness", doubles, n);
  dossier_communities_find (adjacency, 1, integers, NULL);
  print_integers ("communities", integers, n);
  doubles[0] = dossier_communities_measure (adjacency, 1, integers);
  print_doubles ("modularity", doubles, 1);
  if (n > 0)
    print_around (adjacency, n / 2);

  return 0;
}
