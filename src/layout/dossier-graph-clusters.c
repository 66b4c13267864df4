/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-graph-clusters.h"

#include <math.h>

/* How much of its circle the boxes of a cluster fill. */
#define DENSITY 0.45

/* How often the members of a cluster are pushed apart at most before the exact removal of overlaps. */
#define N_PUSH_ROUNDS 60

static double
measure_area (const DossierGraphNode *node, double gap)
{
  return (2 * node->half_width + gap) * (node->above + node->below + gap);
}

/* The node beside which a node stands in the end. Where that runs in a circle, the first of it. */
static int
find_top (const DossierGraphComponent *component, int node)
{
  int top = node;
  int least = node;

  for (int steps = 0; component->beside[top] >= 0; steps++)
    {
      top = component->beside[top];
      if (steps < component->graph->n_nodes)
        continue;
      /* It is on the circle now. */
      least = top;
      for (int other = component->beside[top]; other != top; other = component->beside[other])
        least = MIN (least, other);
      return least;
    }

  return top;
}

/**
 * dossier_graph_clusters_new:
 * @component: a connected part of a graph
 * @gap: how far apart boxes shall be in x or in y
 *
 * Returns: (transfer full): its clusters, in the order of their tops
 */
DossierGraphClusters *
dossier_graph_clusters_new (const DossierGraphComponent *component, double gap)
{
  const DossierGraph *graph = component->graph;
  int n = graph->n_nodes;
  DossierGraphClusters *clusters = g_new0 (DossierGraphClusters, 1);
  g_autofree int *tops = g_new (int, MAX (1, n));
  g_autofree int *numbers = g_new (int, MAX (1, n));
  g_autofree int *counts = g_new0 (int, MAX (1, n));

  clusters->tops = g_new (int, MAX (1, n));
  clusters->of_nodes = g_new (int, MAX (1, n));
  clusters->radii = g_new0 (double, MAX (1, n));

  for (int i = 0; i < n; i++)
    {
      tops[i] = find_top (component, i);
      if (tops[i] == i)
        {
          numbers[i] = clusters->n_clusters;
          clusters->tops[clusters->n_clusters++] = i;
        }
    }
  for (int i = 0; i < n; i++)
    {
      int cluster = clusters->of_nodes[i] = numbers[tops[i]];

      clusters->radii[cluster] += measure_area (&graph->nodes[i], gap);
      counts[cluster]++;
    }
  for (int i = 0; i < clusters->n_clusters; i++)
    clusters->radii[i] = counts[i] > 1 ? sqrt (clusters->radii[i] / DENSITY / G_PI) : 0;

  return clusters;
}

/**
 * dossier_graph_clusters_free:
 * @clusters: (nullable): clusters, or %NULL
 *
 * Frees @clusters.
 */
void
dossier_graph_clusters_free (DossierGraphClusters *clusters)
{
  if (clusters == NULL)
    return;

  g_free (clusters->tops);
  g_free (clusters->of_nodes);
  g_free (clusters->radii);
  g_free (clusters);
}

/**
 * dossier_graph_clusters_get_box:
 * @clusters: the clusters of @component
 * @component: a connected part of a graph, with positions in units of the layout
 * @cluster: which of them
 *
 * Returns: what it takes up, in the frame in which x and y are not yet stretched: the square around its circle; of a
 *   node that is alone its own box
 */
DossierBox
dossier_graph_clusters_get_box (const DossierGraphClusters *clusters, const DossierGraphComponent *component, int cluster)
{
  int top = clusters->tops[cluster];
  const DossierGraphNode *node = &component->graph->nodes[top];
  double radius = clusters->radii[cluster];

  return (DossierBox){
    .x = component->x[top],
    .y = component->y[top] + (node->below - node->above) / 2 * component->stretch,
    .half_width = (radius > 0 ? radius : node->half_width) / component->stretch,
    .half_height = (radius > 0 ? radius : (node->above + node->below) / 2) * component->stretch,
  };
}

/* Puts the members of one cluster around its top, on the side on which each is now. This is done in the frame in which the
 * picture is drawn, so that the cluster becomes round there. */
static void
fill_one (DossierGraphComponent *component, const int *members, int n_members, int top, double radius, double gap)
{
  const DossierGraphNode *nodes = component->graph->nodes;
  double stretch = component->stretch;
  g_autofree DossierBox *boxes = g_new (DossierBox, n_members);

  for (int i = 0; i < n_members; i++)
    {
      const DossierGraphNode *node = &nodes[members[i]];
      double x = (component->x[members[i]] - component->x[top]) * stretch;
      double y = (component->y[members[i]] - component->y[top]) / stretch;
      double length = sqrt (x * x + y * y);
      double share = length > radius / 2 ? radius / 2 / length : 1;

      boxes[i] = (DossierBox){
        .x = component->x[top] * stretch + x * share,
        .y = component->y[top] / stretch + y * share + (node->below - node->above) / 2,
        .half_width = node->half_width,
        .half_height = (node->above + node->below) / 2,
        .fixed = members[i] == top,
      };
    }

  for (int round = 0; round < N_PUSH_ROUNDS; round++)
    if (dossier_overlap_removal_push (boxes, n_members, gap) == 0)
      break;
  dossier_overlap_removal_run (boxes, n_members, gap);

  for (int i = 0; i < n_members; i++)
    {
      const DossierGraphNode *node = &nodes[members[i]];

      component->x[members[i]] = boxes[i].x / stretch;
      component->y[members[i]] = (boxes[i].y - (node->below - node->above) / 2) * stretch;
    }
}

/**
 * dossier_graph_clusters_fill:
 * @clusters: the clusters of @component
 * @component: a connected part of a graph, with positions in units of the layout; those of tops stay
 * @gap: how far apart boxes shall be in x or in y
 *
 * Puts the members of each cluster around its top, so that their boxes do not overlap among themselves.
 */
void
dossier_graph_clusters_fill (const DossierGraphClusters *clusters, DossierGraphComponent *component, double gap)
{
  int n = component->graph->n_nodes;
  g_autofree int *offsets = g_new0 (int, clusters->n_clusters + 1);
  g_autofree int *ends = NULL;
  g_autofree int *members = g_new (int, MAX (1, n));

  for (int i = 0; i < n; i++)
    offsets[clusters->of_nodes[i] + 1]++;
  for (int i = 0; i < clusters->n_clusters; i++)
    offsets[i + 1] += offsets[i];
  ends = g_memdup2 (offsets, sizeof (int) * (gsize) (clusters->n_clusters + 1));
  for (int i = 0; i < n; i++)
    members[ends[clusters->of_nodes[i]]++] = i;

  for (int i = 0; i < clusters->n_clusters; i++)
    if (offsets[i + 1] - offsets[i] > 1)
      fill_one (component, members + offsets[i], offsets[i + 1] - offsets[i], clusters->tops[i], clusters->radii[i], gap);
}
