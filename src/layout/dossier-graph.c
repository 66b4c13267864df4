/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-graph.h"

#include <math.h>

/**
 * dossier_graph_new:
 *
 * Returns: (transfer full): an empty graph
 */
DossierGraph *
dossier_graph_new (void)
{
  return g_new0 (DossierGraph, 1);
}

/**
 * dossier_graph_copy:
 * @graph: a graph
 *
 * Returns: (transfer full): a graph with the same nodes and edges, such as for a thread to work on
 */
DossierGraph *
dossier_graph_copy (const DossierGraph *graph)
{
  DossierGraph *copy = dossier_graph_new ();

  copy->nodes = g_memdup2 (graph->nodes, sizeof *graph->nodes * (gsize) graph->n_nodes);
  copy->edges = g_memdup2 (graph->edges, sizeof *graph->edges * (gsize) graph->n_edges);
  copy->n_nodes = copy->nodes_allocated = graph->n_nodes;
  copy->n_edges = copy->edges_allocated = graph->n_edges;

  return copy;
}

/**
 * dossier_graph_free:
 * @graph: (nullable): a graph, or %NULL
 *
 * Frees @graph.
 */
void
dossier_graph_free (DossierGraph *graph)
{
  if (graph == NULL)
    return;

  g_free (graph->nodes);
  g_free (graph->edges);
  g_free (graph);
}

/**
 * dossier_graph_add_node:
 * @graph: a graph
 * @seed: a hash of the node's id
 *
 * Adds a node without size, parent or position. What else is known of it is set in @graph->nodes.
 *
 * Returns: the index of the node
 */
int
dossier_graph_add_node (DossierGraph *graph, guint64 seed)
{
  g_return_val_if_fail (graph->n_nodes < G_MAXINT / 2, -1);

  if (graph->n_nodes == graph->nodes_allocated)
    {
      graph->nodes_allocated = MAX (16, graph->nodes_allocated * 2);
      graph->nodes = g_renew (DossierGraphNode, graph->nodes, graph->nodes_allocated);
    }

  graph->nodes[graph->n_nodes] = (DossierGraphNode){ .seed = seed, .parent = -1 };

  return graph->n_nodes++;
}

/**
 * dossier_graph_add_edge:
 * @graph: a graph
 * @a: index of a node
 * @b: index of a node
 * @length: the distance wished for, where 1 is an ordinary tie; above 0 and finite
 * @weight: how much it matters, where 1 is ordinary; above 0 and finite
 *
 * Connects two nodes. The clearance and the least distance are set in @graph->edges.
 */
void
dossier_graph_add_edge (DossierGraph *graph, int a, int b, double length, double weight)
{
  g_return_if_fail (a >= 0 && a < graph->n_nodes);
  g_return_if_fail (b >= 0 && b < graph->n_nodes);
  g_return_if_fail (length > 0 && isfinite (length));
  g_return_if_fail (weight > 0 && isfinite (weight));
  g_return_if_fail (graph->n_edges < G_MAXINT / 2);

  if (graph->n_edges == graph->edges_allocated)
    {
      graph->edges_allocated = MAX (16, graph->edges_allocated * 2);
      graph->edges = g_renew (DossierGraphEdge, graph->edges, graph->edges_allocated);
    }

  graph->edges[graph->n_edges++] = (DossierGraphEdge){ .a = a, .b = b, .length = length, .weight = weight };
}

static int
find_root (int *parents, int node)
{
  while (parents[node] != node)
    node = parents[node] = parents[parents[node]];

  return node;
}

static void
unite (int *parents, int a, int b)
{
  int root_a = find_root (parents, a);
  int root_b = find_root (parents, b);

  /* The lesser index becomes the root, so that components are numbered by their first node. */
  if (root_a < root_b)
    parents[root_b] = root_a;
  else
    parents[root_a] = root_b;
}

/**
 * dossier_graph_find_components:
 * @graph: a graph
 * @components: (out caller-allocates) (array): room for @graph->n_nodes numbers: the component of each node
 *
 * Finds what hangs together by edges or by standing beside one another. Components are numbered from 0 in
 * the order of their first nodes.
 *
 * Returns: how many components there are
 */
int
dossier_graph_find_components (const DossierGraph *graph, int *components)
{
  int n_components = 0;

  for (int i = 0; i < graph->n_nodes; i++)
    components[i] = i;
  for (int i = 0; i < graph->n_edges; i++)
    unite (components, graph->edges[i].a, graph->edges[i].b);
  for (int i = 0; i < graph->n_nodes; i++)
    if (graph->nodes[i].parent >= 0)
      unite (components, i, graph->nodes[i].parent);

  for (int i = 0; i < graph->n_nodes; i++)
    components[i] = find_root (components, i);

  /* A root is never behind the nodes below it, so its number is known when they need it. */
  for (int i = 0; i < graph->n_nodes; i++)
    components[i] = components[i] == i ? n_components++ : components[components[i]];

  return n_components;
}
