/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-graph-component.h"

#include <stdlib.h>

/* How far from its parent's mark that of a node should be at most. */
#define PARENT_REACH 75.0

/* How much being near the parent matters. */
#define PARENT_WEIGHT 3

/**
 * dossier_graph_component_free:
 * @component: (nullable): a component, or %NULL
 *
 * Frees @component.
 */
void
dossier_graph_component_free (DossierGraphComponent *component)
{
  if (component == NULL)
    return;

  dossier_graph_free (component->graph);
  g_free (component->originals);
  g_free (component->x);
  g_free (component->y);
  g_free (component->beside);
  g_free (component);
}

static int
compare_seeds (gconstpointer a, gconstpointer b, gpointer data)
{
  const DossierGraphNode *nodes = data;
  int left = *(const int *) a;
  int right = *(const int *) b;

  if (nodes[left].seed != nodes[right].seed)
    return nodes[left].seed < nodes[right].seed ? -1 : 1;

  return left - right;
}

/**
 * dossier_graph_component_sort:
 * @graph: a graph
 *
 * Returns: (transfer full) (array): its nodes in the order of their seeds, so that nothing depends on the order
 *   in which they came
 */
int *
dossier_graph_component_sort (const DossierGraph *graph)
{
  int *order = g_new (int, MAX (1, graph->n_nodes));

  for (int i = 0; i < graph->n_nodes; i++)
    order[i] = i;
  g_qsort_with_data (order, graph->n_nodes, sizeof (int), compare_seeds, graph->nodes);

  return order;
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const DossierGraphEdge *left = a;
  const DossierGraphEdge *right = b;

  if (left->a != right->a)
    return left->a - right->a;
  if (left->b != right->b)
    return left->b - right->b;
  if (left->length != right->length)
    return left->length < right->length ? -1 : 1;
  if (left->clearance != right->clearance)
    return left->clearance < right->clearance ? -1 : 1;
  if (left->least != right->least)
    return left->least < right->least ? -1 : 1;
  if (left->most != right->most)
    return left->most < right->most ? -1 : 1;

  return (left->weight > right->weight) - (left->weight < right->weight);
}

/* Numbers components by their nodes' seeds instead of by the order in which those came. */
static void
renumber_components (int *components, int n_components, const int *order, int n_nodes)
{
  g_autofree int *numbers = g_new (int, MAX (1, n_components));
  int next = 0;

  for (int i = 0; i < n_components; i++)
    numbers[i] = -1;
  for (int i = 0; i < n_nodes; i++)
    if (numbers[components[order[i]]] < 0)
      numbers[components[order[i]]] = next++;
  for (int i = 0; i < n_nodes; i++)
    components[i] = numbers[components[i]];
}

/**
 * dossier_graph_component_list:
 * @graph: a graph
 * @order: (array): its nodes in the order of their seeds
 * @components: (out caller-allocates) (array): room for which component each node belongs to
 * @parent_length: how far a node should be from its parent, where 1 is an ordinary tie
 *
 * Takes a graph apart. In the parts nodes come in the order of their seeds, edges in that of their nodes, and
 * standing beside a parent has become an edge. The parts are numbered by their seeds, too.
 *
 * Returns: (transfer full) (element-type DossierGraphComponent): the parts
 */
GPtrArray *
dossier_graph_component_list (const DossierGraph *graph, const int *order, int *components, double parent_length)
{
  int n_components = dossier_graph_find_components (graph, components);
  GPtrArray *list = g_ptr_array_new_full ((guint) n_components, (GDestroyNotify) dossier_graph_component_free);
  g_autofree int *inside = g_new (int, MAX (1, graph->n_nodes));

  renumber_components (components, n_components, order, graph->n_nodes);

  for (int i = 0; i < n_components; i++)
    {
      DossierGraphComponent *component = g_new0 (DossierGraphComponent, 1);

      component->graph = dossier_graph_new ();
      component->stretch = 1;
      g_ptr_array_add (list, component);
    }

  for (int i = 0; i < graph->n_nodes; i++)
    {
      DossierGraphComponent *component = g_ptr_array_index (list, components[order[i]]);
      int index = dossier_graph_add_node (component->graph, graph->nodes[order[i]].seed);

      component->graph->nodes[index] = graph->nodes[order[i]];
      component->graph->nodes[index].parent = -1;
      inside[order[i]] = index;
    }

  for (int i = 0; i < graph->n_nodes; i++)
    {
      DossierGraphComponent *component = g_ptr_array_index (list, components[i]);
      int parent = graph->nodes[i].parent;

      if (component->originals == NULL)
        {
          component->originals = g_new (int, component->graph->n_nodes);
          component->x = g_new0 (double, component->graph->n_nodes);
          component->y = g_new0 (double, component->graph->n_nodes);
          component->beside = g_new (int, component->graph->n_nodes);
        }
      component->originals[inside[i]] = i;
      component->beside[inside[i]] = parent >= 0 && parent != i ? inside[parent] : -1;
      if (parent >= 0 && parent != i)
        {
          dossier_graph_add_edge (component->graph,
                                  MIN (inside[i], inside[parent]),
                                  MAX (inside[i], inside[parent]),
                                  parent_length,
                                  PARENT_WEIGHT);
          component->graph->edges[component->graph->n_edges - 1].most = graph->nodes[i].above + graph->nodes[parent].above + PARENT_REACH;
        }
    }

  for (int i = 0; i < graph->n_edges; i++)
    {
      const DossierGraphEdge *edge = &graph->edges[i];
      DossierGraphComponent *component = g_ptr_array_index (list, components[edge->a]);

      dossier_graph_add_edge (component->graph,
                              MIN (inside[edge->a], inside[edge->b]),
                              MAX (inside[edge->a], inside[edge->b]),
                              edge->length,
                              edge->weight);
      component->graph->edges[component->graph->n_edges - 1].clearance = edge->clearance;
      component->graph->edges[component->graph->n_edges - 1].least = edge->least;
      component->graph->edges[component->graph->n_edges - 1].most = edge->most;
    }

  /* Sums of their weights shall come out the same to the last bit. */
  for (int i = 0; i < n_components; i++)
    {
      DossierGraphComponent *component = g_ptr_array_index (list, i);

      if (component->graph->n_edges > 1)
        qsort (component->graph->edges, (gsize) component->graph->n_edges, sizeof (DossierGraphEdge), compare_edges);
    }

  return list;
}
