/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-graph-component.h"
#include "layout/dossier-overlap-removal.h"

G_BEGIN_DECLS

/**
 * DossierGraphClusters:
 * @n_clusters: how many there are
 * @tops: (array length=n_clusters): the node in the middle of each
 * @of_nodes: (array): the cluster of each node
 * @radii: (array length=n_clusters): how far each reaches from its middle, in units of the layout; 0 if its top is alone
 *
 * Nodes with those that stand beside them, directly or beside one who does.
 */
typedef struct
{
  int n_clusters;
  int *tops;
  int *of_nodes;
  double *radii;
} DossierGraphClusters;

DossierGraphClusters *dossier_graph_clusters_new (const DossierGraphComponent *component, double gap);
void dossier_graph_clusters_free (DossierGraphClusters *clusters);

DossierBox dossier_graph_clusters_get_box (const DossierGraphClusters *clusters, const DossierGraphComponent *component, int cluster);
void dossier_graph_clusters_fill (const DossierGraphClusters *clusters, DossierGraphComponent *component, double gap);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierGraphClusters, dossier_graph_clusters_free)

G_END_DECLS
