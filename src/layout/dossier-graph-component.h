/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-graph.h"

G_BEGIN_DECLS

/**
 * DossierGraphComponent:
 * @graph: the part: its nodes in the order of their seeds, without parents
 * @originals: (array): the index of each node in the whole graph
 * @x: (array): where each node is, in ties or in units of the layout
 * @y: (array): likewise, downward
 * @beside: (array): for each node the one that it should stand beside, -1 for none
 * @stretch: what x is to be multiplied and y to be divided by in the end, so that the part suits the canvas
 *
 * A connected part of a graph while it is laid out.
 */
typedef struct
{
  DossierGraph *graph;
  int *originals;
  double *x;
  double *y;
  int *beside;
  double stretch;
} DossierGraphComponent;

int *dossier_graph_component_sort (const DossierGraph *graph);
GPtrArray *dossier_graph_component_list (const DossierGraph *graph, const int *order, int *components, double parent_length);
void dossier_graph_component_free (DossierGraphComponent *component);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierGraphComponent, dossier_graph_component_free)

G_END_DECLS
