/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierGraphNode:
 * @seed: what tells this node from the others, a hash of its id; the picture depends on it instead of
 *   on the order in which nodes were added
 * @half_width: how far its box reaches to the left and to the right of (@x, @y); at least 0
 * @above: how far the box reaches upward from (@x, @y); at least 0
 * @below: how far the box reaches downward, where the label stands; at least 0
 * @parent: the node beside which this one shall stand, as a person beside a state; -1 for none
 * @placed: whether @x and @y are known from before: the layout moves the node only as far as it must
 *   to undo overlaps
 * @fixed: whether the node must stay exactly at @x and @y; implies @placed
 * @x: where it is, to the right; the layout sets it
 * @y: where it is, downward; the layout sets it
 *
 * A node and the box that it takes up together with its label, in units of the layout (pixels at scale 1).
 */
typedef struct
{
  guint64 seed;
  double half_width;
  double above;
  double below;
  int parent;
  gboolean placed;
  gboolean fixed;
  double x;
  double y;
} DossierGraphNode;

/**
 * DossierGraphEdge:
 * @a: index of a node
 * @b: index of another
 * @length: how far apart the two should stand, where 1 is an ordinary tie; above 0
 * @weight: how much this distance matters beside the others; 1 is ordinary; above 0
 * @clearance: how far other nodes should stay from its line, in units of the layout; 0 if that does not matter
 * @least: how far apart its ends should be at least, in units of the layout; 0 if that does not matter
 * @most: how far apart its ends should be at most, likewise
 *
 * A connection between two nodes. It has no direction: the layout needs none.
 */
typedef struct
{
  int a;
  int b;
  double length;
  double weight;
  double clearance;
  double least;
  double most;
} DossierGraphEdge;

/**
 * DossierGraph:
 * @nodes: (array length=n_nodes): the nodes
 * @n_nodes: how many
 * @edges: (array length=n_edges): the edges
 * @n_edges: how many
 *
 * Nodes and edges as plain numbers: what the layout of a map works on. Several edges between a pair and
 * edges from a node to itself are allowed; the layout takes the shortest of the former and ignores the latter.
 */
typedef struct
{
  DossierGraphNode *nodes;
  int n_nodes;
  DossierGraphEdge *edges;
  int n_edges;

  /*< private >*/
  int nodes_allocated;
  int edges_allocated;
} DossierGraph;

DossierGraph *dossier_graph_new (void);
DossierGraph *dossier_graph_copy (const DossierGraph *graph);
void dossier_graph_free (DossierGraph *graph);

int dossier_graph_add_node (DossierGraph *graph, guint64 seed);
void dossier_graph_add_edge (DossierGraph *graph, int a, int b, double length, double weight);

int dossier_graph_find_components (const DossierGraph *graph, int *components);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierGraph, dossier_graph_free)

G_END_DECLS
