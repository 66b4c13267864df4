/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-graph-layout.h"
#include "layout/dossier-component-packing.h"
#include "layout/dossier-embedding.h"
#include "layout/dossier-graph-component.h"
#include "layout/dossier-graph-orientation.h"
#include "layout/dossier-graph-settling.h"
#include "layout/dossier-graph-untangling.h"
#include "layout/dossier-overlap-removal.h"
#include "layout/dossier-random.h"

#include <math.h>

/* Bounds of how long an ordinary tie is drawn, in units of the layout; the upper one grows with the graph. */
#define LEAST_UNIT    100.0
#define GREATEST_UNIT 320.0

/* How often the width is traded against the height, and how far that may go. */
#define N_ASPECT_ROUNDS  3
#define GREATEST_STRETCH 2.0

/* Rounds in which distances are restored and overlaps pushed apart by turns. */
#define N_SETTLE_ROUNDS 40

/* Up to here a picture may take its time to settle. */
#define MOST_SETTLED 400

/* What share of all the work it is to put the components beside each other. */
#define PACKING_SHARE 0.1

/* What share of the work on a component is done when its points have their places, without their boxes. */
#define POINTS_SHARE 0.4

/* The rectangle around the positions of nodes, without their boxes. */
static void
measure_extent (const DossierGraphComponent *component, double *width, double *height)
{
  double left = G_MAXDOUBLE;
  double right = -G_MAXDOUBLE;
  double top = G_MAXDOUBLE;
  double bottom = -G_MAXDOUBLE;

  for (int i = 0; i < component->graph->n_nodes; i++)
    {
      left = MIN (left, component->x[i]);
      right = MAX (right, component->x[i]);
      top = MIN (top, component->y[i]);
      bottom = MAX (bottom, component->y[i]);
    }

  *width = right - left;
  *height = bottom - top;
}

/* How long an ordinary tie must be for the boxes to take up the share of the picture that is wished for. */
static double
choose_unit (const DossierGraphComponent *component, double density)
{
  const DossierGraph *graph = component->graph;
  double area = 0;
  double mean_width = 0;
  double mean_height = 0;
  double width;
  double height;
  double a;
  double b;
  double c;
  double unit;

  for (int i = 0; i < graph->n_nodes; i++)
    {
      double box_width = 2 * graph->nodes[i].half_width;
      double box_height = graph->nodes[i].above + graph->nodes[i].below;

      area += box_width * box_height;
      mean_width += box_width / graph->n_nodes;
      mean_height += box_height / graph->n_nodes;
    }

  /* (width unit + mean_width) (height unit + mean_height) = area / density */
  measure_extent (component, &width, &height);
  a = width * height;
  b = width * mean_height + height * mean_width;
  c = mean_width * mean_height - area / density;

  if (c >= 0 || b <= 0)
    return LEAST_UNIT;

  /* This form of the root holds for a line of nodes, too, where a is 0. */
  unit = -2 * c / (b + sqrt (b * b - 4 * a * c));

  return CLAMP (unit, LEAST_UNIT, GREATEST_UNIT * MAX (1, sqrt (graph->n_nodes / 60.0)));
}

/* The proportion of the picture, with its boxes, after stretching. */
static double
measure_aspect (const DossierGraphComponent *component)
{
  double left = G_MAXDOUBLE;
  double right = -G_MAXDOUBLE;
  double top = G_MAXDOUBLE;
  double bottom = -G_MAXDOUBLE;

  for (int i = 0; i < component->graph->n_nodes; i++)
    {
      const DossierGraphNode *node = &component->graph->nodes[i];
      double x = component->x[i] * component->stretch;
      double y = component->y[i] / component->stretch;

      left = MIN (left, x - node->half_width);
      right = MAX (right, x + node->half_width);
      top = MIN (top, y - node->above);
      bottom = MAX (bottom, y + node->below);
    }

  return (right - left) / MAX (bottom - top, 1e-9);
}

static guint64 *
list_seeds (const DossierGraph *graph)
{
  guint64 *seeds = g_new (guint64, MAX (1, graph->n_nodes));

  for (int i = 0; i < graph->n_nodes; i++)
    seeds[i] = graph->nodes[i].seed;

  return seeds;
}

/* Lays out a component none of whose nodes was placed before. */
static gboolean
arrange (DossierGraphComponent *component, const DossierGraphLayoutOptions *options, const DossierProgressPart *part, GCancellable *cancellable)
{
  int n = component->graph->n_nodes;
  g_autoptr (DossierAdjacency) adjacency = NULL;
  g_autoptr (DossierStress) stress = NULL;
  g_autofree guint64 *seeds = NULL;
  g_autofree double *start_x = NULL;
  g_autofree double *start_y = NULL;
  int n_rounds = n <= MOST_SETTLED ? N_SETTLE_ROUNDS : N_SETTLE_ROUNDS / 8;
  int n_aspect_rounds = n <= MOST_SETTLED ? N_ASPECT_ROUNDS : 2;
  DossierProgressPart own = { part->progress, part->before, part->own * (1 - POINTS_SHARE) / n_aspect_rounds };
  double unit;

  if (n < 2)
    return TRUE;

  adjacency = dossier_adjacency_new (component->graph);
  seeds = list_seeds (component->graph);
  stress = dossier_embedding_run (adjacency, seeds, options->saturation, component->x, component->y, cancellable);
  if (stress == NULL || !dossier_graph_untangling_run (component, stress, cancellable))
    return FALSE;
  dossier_progress_part_report (part, POINTS_SHARE);

  dossier_graph_orientation_run (component, options->aspect);
  unit = choose_unit (component, options->density);
  start_x = g_memdup2 (component->x, sizeof (double) * (gsize) n);
  start_y = g_memdup2 (component->y, sizeof (double) * (gsize) n);

  /* How wide the picture becomes is known only when nothing overlaps. */
  for (int round = 0; round < n_aspect_rounds; round++)
    {
      for (int i = 0; i < n; i++)
        {
          component->x[i] = start_x[i] * unit;
          component->y[i] = start_y[i] * unit;
        }

      own.before = part->before + part->own * (POINTS_SHARE + (1 - POINTS_SHARE) * round / n_aspect_rounds);
      if (!dossier_graph_settling_run (component, stress, unit, options->gap, n_rounds, &own, cancellable))
        return FALSE;

      if (round < n_aspect_rounds - 1)
        component->stretch = CLAMP (component->stretch * sqrt (options->aspect / measure_aspect (component)),
                                    1 / GREATEST_STRETCH,
                                    GREATEST_STRETCH);
    }

  return TRUE;
}

/* Puts the nodes that are new near their neighbours, and lets them find their distances while those
 * placed before stay. */
static gboolean
complete (DossierGraphComponent *component, const DossierGraphLayoutOptions *options, GCancellable *cancellable)
{
  const DossierGraph *graph = component->graph;
  int n = graph->n_nodes;
  g_autoptr (DossierAdjacency) adjacency = dossier_adjacency_new (graph);
  g_autoptr (DossierStress) stress = NULL;
  g_autofree guint64 *seeds = NULL;
  g_autofree gboolean *held = g_new (gboolean, n);
  g_autofree gboolean *known = g_new (gboolean, n);
  double sum_of_lengths = 0;
  double sum_of_ties = 0;
  double unit = 0;
  int n_new = 0;
  gboolean grew = TRUE;

  for (int i = 0; i < n; i++)
    {
      component->x[i] = graph->nodes[i].x;
      component->y[i] = graph->nodes[i].y;
      held[i] = known[i] = graph->nodes[i].placed || graph->nodes[i].fixed;
      n_new += !held[i];
    }
  if (n_new == 0)
    return TRUE;

  /* How long ties are in the picture that is there. */
  for (int i = 0; i < graph->n_edges; i++)
    {
      const DossierGraphEdge *edge = &graph->edges[i];

      if (held[edge->a] && held[edge->b])
        {
          double dx = component->x[edge->a] - component->x[edge->b];
          double dy = component->y[edge->a] - component->y[edge->b];

          sum_of_lengths += sqrt (dx * dx + dy * dy);
          sum_of_ties += edge->length;
        }
    }
  if (sum_of_ties > 0)
    unit = sum_of_lengths / sum_of_ties;
  unit = CLAMP (unit, LEAST_UNIT, GREATEST_UNIT);

  /* From those that are known outward, each starts in the middle of its known neighbours. */
  while (grew)
    {
      g_autofree gboolean *before = g_memdup2 (known, sizeof (gboolean) * (gsize) n);

      grew = FALSE;
      for (int i = 0; i < n; i++)
        {
          DossierRandom random = { graph->nodes[i].seed };
          double x = 0;
          double y = 0;
          int count = 0;

          if (before[i])
            continue;

          for (int j = adjacency->offsets[i]; j < adjacency->offsets[i + 1]; j++)
            if (before[adjacency->neighbours[j].node])
              {
                x += component->x[adjacency->neighbours[j].node];
                y += component->y[adjacency->neighbours[j].node];
                count++;
              }
          if (count == 0)
            continue;

          component->x[i] = x / count + unit * (dossier_random_unit (&random) - 0.5);
          component->y[i] = y / count + unit * (dossier_random_unit (&random) - 0.5);
          known[i] = TRUE;
          grew = TRUE;
        }
    }

  for (int i = 0; i < n; i++)
    {
      component->x[i] /= unit;
      component->y[i] /= unit;
    }
  seeds = list_seeds (graph);
  stress = dossier_stress_new (adjacency, seeds, options->saturation);
  if (!dossier_stress_descend (stress, component->x, component->y, held, cancellable))
    return FALSE;
  for (int i = 0; i < n; i++)
    {
      /* What was held goes back to the bit, not through a quotient and a product. */
      component->x[i] = held[i] ? graph->nodes[i].x : component->x[i] * unit;
      component->y[i] = held[i] ? graph->nodes[i].y : component->y[i] * unit;
    }

  return TRUE;
}

/* Puts the components beside each other, and takes away the overlaps that are left: those of nodes placed
 * before whose boxes have grown, or beside which others are new. */
static void
assemble (DossierGraph *graph,
          GPtrArray *list,
          const int *components,
          const int *order,
          const gboolean *anchored,
          const DossierGraphLayoutOptions *options)
{
  int n = graph->n_nodes;
  g_autofree int *ranks = g_new (int, MAX (1, n));
  g_autofree int *ranked_components = g_new (int, MAX (1, n));
  g_autofree DossierGraphEdge *edges = g_new (DossierGraphEdge, MAX (1, graph->n_edges));
  g_autofree DossierBox *boxes = g_new0 (DossierBox, MAX (1, n));

  for (int i = 0; i < n; i++)
    {
      ranks[order[i]] = i;
      ranked_components[i] = components[order[i]];
    }

  for (guint i = 0; i < list->len; i++)
    {
      const DossierGraphComponent *component = g_ptr_array_index (list, i);

      for (int j = 0; j < component->graph->n_nodes; j++)
        {
          const DossierGraphNode *node = &component->graph->nodes[j];

          boxes[ranks[component->originals[j]]] = (DossierBox){
            .x = component->x[j] * component->stretch,
            .y = component->y[j] / component->stretch + (node->below - node->above) / 2,
            .half_width = node->half_width,
            .half_height = (node->above + node->below) / 2,
            .fixed = node->fixed,
          };
        }
    }
  for (int i = 0; i < graph->n_edges; i++)
    {
      edges[i] = graph->edges[i];
      edges[i].a = ranks[edges[i].a];
      edges[i].b = ranks[edges[i].b];
    }

  dossier_component_packing_run (boxes,
                                 ranked_components,
                                 n,
                                 (int) list->len,
                                 anchored,
                                 edges,
                                 graph->n_edges,
                                 options->aspect,
                                 2 * options->gap);
  dossier_overlap_removal_run (boxes, n, options->gap);

  for (int i = 0; i < n; i++)
    {
      DossierGraphNode *node = &graph->nodes[order[i]];

      if (node->fixed)
        continue;
      node->x = boxes[i].x;
      node->y = boxes[i].y - (node->below - node->above) / 2;
    }
}

/* Moves the whole so that the middle of what hangs together is the origin: that of the rectangle around all would move
 * with any node at its edge. */
static void
centre (DossierGraph *graph, const int *order)
{
  g_autofree int *n_edges = g_new0 (int, MAX (1, graph->n_nodes));
  double x = 0;
  double y = 0;

  for (int i = 0; i < graph->n_edges; i++)
    {
      n_edges[graph->edges[i].a]++;
      n_edges[graph->edges[i].b]++;
    }
  for (int i = 0; i < graph->n_nodes; i++)
    {
      double share = graph->n_edges > 0 ? n_edges[order[i]] / (2.0 * graph->n_edges) : 1.0 / graph->n_nodes;

      x += share * graph->nodes[order[i]].x;
      y += share * graph->nodes[order[i]].y;
    }
  for (int i = 0; i < graph->n_nodes; i++)
    {
      graph->nodes[i].x -= x;
      graph->nodes[i].y -= y;
    }
}

/**
 * dossier_graph_layout_run:
 * @graph: a graph with finite sizes and positions; the positions are set
 * @options: what to aim at
 * @cancellable: (nullable): to stop it from another thread, or %NULL
 *
 * Gives every node a position, so that
 *
 *  - distances in the picture follow the lengths of the paths between nodes (stress);
 *  - nodes stand near their parents;
 *  - boxes are apart by at least the gap, but for pairs of fixed nodes;
 *  - the picture has about the wished proportion, and the middle of its nodes, each by how many edges it has, is
 *    at the origin if no node had a place;
 *  - the same nodes and edges give the same picture, bit by bit, in whatever order they come;
 *  - nodes that had a place move only as far as they must to undo overlaps, and fixed ones not at all.
 *
 * A parent must be an index of a node or -1. The positions are undefined if it was cancelled.
 *
 * Returns: %FALSE if it was cancelled
 */
gboolean
dossier_graph_layout_run (DossierGraph *graph, const DossierGraphLayoutOptions *options, GCancellable *cancellable)
{
  g_autofree int *components = g_new (int, MAX (1, graph->n_nodes));
  g_autofree int *order = NULL;
  g_autofree gboolean *anchored = NULL;
  g_autoptr (GPtrArray) list = NULL;
  int n_components;
  int n_anchored = 0;
  int n_done = 0;

  g_return_val_if_fail (options->aspect > 0 && isfinite (options->aspect), FALSE);
  g_return_val_if_fail (options->density > 0 && options->density < 1, FALSE);
  g_return_val_if_fail (options->gap >= 0 && options->saturation >= 0 && options->parent_length > 0, FALSE);

  order = dossier_graph_component_sort (graph);
  list = dossier_graph_component_list (graph, order, components, options->parent_length);
  n_components = (int) list->len;
  anchored = g_new0 (gboolean, MAX (1, n_components));
  for (int i = 0; i < graph->n_nodes; i++)
    if (graph->nodes[i].placed || graph->nodes[i].fixed)
      anchored[components[i]] = TRUE;

  for (int i = 0; i < n_components; i++)
    {
      DossierGraphComponent *component = g_ptr_array_index (list, i);
      DossierProgressPart part = {
        options->progress,
        (1 - PACKING_SHARE) * n_done / graph->n_nodes,
        (1 - PACKING_SHARE) * component->graph->n_nodes / graph->n_nodes,
      };

      if (!(anchored[i] ? complete (component, options, cancellable) : arrange (component, options, &part, cancellable)))
        return FALSE;
      n_anchored += anchored[i];
      n_done += component->graph->n_nodes;
      dossier_progress_part_report (&part, 1);
    }
  if (g_cancellable_is_cancelled (cancellable))
    return FALSE;

  assemble (graph, list, components, order, anchored, options);
  if (n_anchored == 0)
    centre (graph, order);
  dossier_progress_set (options->progress, 1);

  return TRUE;
}
