/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-adjacency.h"
#include "layout/dossier-random.h"

G_BEGIN_DECLS

/*
 * The steps of the Leiden algorithm on one level: the graph itself, or one whose nodes are sets of its nodes.
 */

/**
 * DossierLeidenArc:
 * @node: index of the node at the other end
 * @weight: how much the edge weighs
 */
typedef struct
{
  int node;
  double weight;
} DossierLeidenArc;

/**
 * DossierLeidenLevel:
 * @n_nodes: how many nodes
 * @offsets: (array): for each node where its arcs begin, and one more entry for the end
 * @arcs: (array): the edges by node, each from both ends; none from a node to itself
 * @strengths: (array): what the edges of the graph's nodes within each node weigh together, an edge that is wholly
 *   within it twice
 * @total: the sum of @strengths
 * @resolution: how much is expected of a pair: 1 for modularity as it was defined
 */
typedef struct
{
  int n_nodes;
  int *offsets;
  DossierLeidenArc *arcs;
  double *strengths;
  double total;
  double resolution;
} DossierLeidenLevel;

DossierLeidenLevel *dossier_leiden_level_new (const DossierAdjacency *adjacency, double resolution);
DossierLeidenLevel *dossier_leiden_level_aggregate (const DossierLeidenLevel *level, const int *sets, int n_sets);
void dossier_leiden_level_free (DossierLeidenLevel *level);

gboolean dossier_leiden_level_move (const DossierLeidenLevel *level, int *communities, DossierRandom *random);
int dossier_leiden_level_refine (const DossierLeidenLevel *level, const int *communities, int *sets, DossierRandom *random);

int dossier_leiden_renumber (int *numbers, int n_numbers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierLeidenLevel, dossier_leiden_level_free)

G_END_DECLS
