/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-graph.h"

G_BEGIN_DECLS

/** DOSSIER_ADJACENCY_STEPS: in how many steps an edge of length 1 is counted */
#define DOSSIER_ADJACENCY_STEPS 16

/** DOSSIER_ADJACENCY_MAX_STEPS: the longest edge; a longer one counts as this */
#define DOSSIER_ADJACENCY_MAX_STEPS 255

/**
 * DossierNeighbour:
 * @node: index of the node at the other end
 * @steps: length of the edge, 1 to %DOSSIER_ADJACENCY_MAX_STEPS, in %DOSSIER_ADJACENCY_STEPS to the unit
 * @weight: how much the distance matters
 */
typedef struct
{
  int node;
  int steps;
  double weight;
} DossierNeighbour;

/**
 * DossierAdjacency:
 * @n_nodes: how many nodes
 * @offsets: (array): for each node where its neighbours begin in @neighbours, and one more entry for the end
 * @neighbours: (array): the neighbours of all nodes, those of one sorted by node, each but once
 *
 * The edges of a graph by node, with their lengths as whole numbers: sums of lengths are exact then, equal
 * in every build, and shortest paths need no heap.
 */
typedef struct
{
  int n_nodes;
  int *offsets;
  DossierNeighbour *neighbours;

  /*< private: for the search, reused from one source to the next >*/
  int *bucket_heads;
  int *entry_nodes;
  int *entry_next;
} DossierAdjacency;

DossierAdjacency *dossier_adjacency_new (const DossierGraph *graph);
void dossier_adjacency_free (DossierAdjacency *adjacency);
void dossier_adjacency_find_distances (DossierAdjacency *adjacency, int source, int *distances);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierAdjacency, dossier_adjacency_free)

G_END_DECLS
