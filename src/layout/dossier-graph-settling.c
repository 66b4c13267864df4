/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-graph-settling.h"
#include "layout/dossier-edge-clearance.h"
#include "layout/dossier-graph-clusters.h"
#include "layout/dossier-overlap-removal.h"

/* How often boxes are pushed apart at most before the exact removal of overlaps. */
#define N_THINNING_ROUNDS 600

/* Beyond this product of nodes and edges, lines are not kept clear of nodes: there is no room for it anyway. */
#define MOST_CLEARED 200000

/* The boxes of a component, in the frame in which x and y are not yet stretched. */
static DossierBox *
make_boxes (const DossierGraphComponent *component)
{
  DossierBox *boxes = g_new0 (DossierBox, component->graph->n_nodes);

  for (int i = 0; i < component->graph->n_nodes; i++)
    {
      const DossierGraphNode *node = &component->graph->nodes[i];

      boxes[i].half_width = node->half_width / component->stretch;
      boxes[i].half_height = (node->above + node->below) / 2 * component->stretch;
      boxes[i].fixed = node->fixed;
    }

  return boxes;
}

static double
get_offset (const DossierGraphComponent *component, int node)
{
  return (component->graph->nodes[node].below - component->graph->nodes[node].above) / 2 * component->stretch;
}

static void
move_boxes (const DossierGraphComponent *component, DossierBox *boxes)
{
  for (int i = 0; i < component->graph->n_nodes; i++)
    {
      boxes[i].x = component->x[i];
      boxes[i].y = component->y[i] + get_offset (component, i);
    }
}

static void
follow_boxes (DossierGraphComponent *component, const DossierBox *boxes)
{
  for (int i = 0; i < component->graph->n_nodes; i++)
    {
      component->x[i] = boxes[i].x;
      component->y[i] = boxes[i].y - get_offset (component, i);
    }
}

static gboolean
is_cleared (const DossierGraphComponent *component)
{
  return (gint64) component->graph->n_nodes * component->graph->n_edges <= MOST_CLEARED;
}

/* Pushes nodes off the lines that pass them, in the frame in which these are drawn. */
static void
clear_edges (DossierGraphComponent *component)
{
  const DossierGraph *graph = component->graph;

  if (!is_cleared (component))
    return;

  for (int i = 0; i < graph->n_nodes; i++)
    {
      component->x[i] *= component->stretch;
      component->y[i] /= component->stretch;
    }
  dossier_edge_clearance_push (graph, component->x, component->y, 0.5);
  for (int i = 0; i < graph->n_nodes; i++)
    {
      component->x[i] /= component->stretch;
      component->y[i] *= component->stretch;
    }
}

/* Pushes boxes apart until hardly any overlap, and where that comes to a halt gives them more room: the exact
 * removal of overlaps keeps a picture only if there are few. */
static gboolean
thin_out (DossierBox *boxes, int n, double gap, GCancellable *cancellable)
{
  int fewest = G_MAXINT;

  for (int round = 0; round < N_THINNING_ROUNDS; round++)
    {
      int count;

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;

      count = dossier_overlap_removal_push (boxes, n, gap);
      if (count <= n / 50)
        break;
      if (count < fewest)
        {
          fewest = count;
          continue;
        }

      fewest = G_MAXINT;
      for (int i = 0; i < n; i++)
        {
          boxes[i].x *= 1.03;
          boxes[i].y *= 1.03;
        }
    }

  return TRUE;
}

/* One round of restoring distances, which are in ties. */
static void
relax (DossierGraphComponent *component, DossierStress *stress, double unit, const gboolean *held, double step)
{
  int n = component->graph->n_nodes;

  for (int i = 0; i < n; i++)
    {
      component->x[i] /= unit;
      component->y[i] /= unit;
    }
  dossier_stress_relax (stress, component->x, component->y, held, step);
  for (int i = 0; i < n; i++)
    {
      component->x[i] *= unit;
      component->y[i] *= unit;
    }
}

/* Takes all of a cluster along to where its top has been pushed. */
static void
follow_clusters (DossierGraphComponent *component, const DossierGraphClusters *clusters, const DossierBox *boxes)
{
  g_autofree double *ways_x = g_new (double, clusters->n_clusters);
  g_autofree double *ways_y = g_new (double, clusters->n_clusters);

  for (int i = 0; i < clusters->n_clusters; i++)
    {
      DossierBox before = dossier_graph_clusters_get_box (clusters, component, i);

      ways_x[i] = boxes[i].x - before.x;
      ways_y[i] = boxes[i].y - before.y;
    }
  for (int i = 0; i < component->graph->n_nodes; i++)
    {
      component->x[i] += ways_x[clusters->of_nodes[i]];
      component->y[i] += ways_y[clusters->of_nodes[i]];
    }
}

/* Stretches boxes as they are drawn, or back by the inverse. Where pushes are to go whichever way is shorter, the longer side
 * of the picture would get ever longer otherwise. */
static void
stretch_boxes (DossierBox *boxes, int n_boxes, double stretch)
{
  for (int i = 0; i < n_boxes; i++)
    {
      boxes[i].x *= stretch;
      boxes[i].half_width *= stretch;
      boxes[i].y /= stretch;
      boxes[i].half_height /= stretch;
    }
}

/* In a crowd, there is no room around a node for those that should stand beside it, unless it is kept from the beginning:
 * the clusters are settled as if each were one box, then filled. */
static gboolean
settle_clusters (DossierGraphComponent *component,
                 const DossierGraphClusters *clusters,
                 DossierStress *stress,
                 double unit,
                 double gap,
                 int n_rounds,
                 const DossierProgressPart *part,
                 GCancellable *cancellable)
{
  int n = component->graph->n_nodes;
  g_autofree DossierBox *boxes = g_new (DossierBox, MAX (n, clusters->n_clusters));
  g_autofree gboolean *held = g_new (gboolean, n);

  for (int i = 0; i < n; i++)
    held[i] = clusters->tops[clusters->of_nodes[i]] != i;

  for (int round = 0; round < n_rounds; round++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      dossier_progress_part_report (part, (double) round / n_rounds);

      relax (component, stress, unit, held, 0.25 * (1 - (double) round / n_rounds));
      for (int i = 0; i < clusters->n_clusters; i++)
        boxes[i] = dossier_graph_clusters_get_box (clusters, component, i);
      stretch_boxes (boxes, clusters->n_clusters, component->stretch);
      for (int i = 0; i < 3; i++)
        if (dossier_overlap_removal_push (boxes, clusters->n_clusters, gap) == 0)
          break;
      stretch_boxes (boxes, clusters->n_clusters, 1 / component->stretch);
      follow_clusters (component, clusters, boxes);
    }

  stretch_boxes (boxes, clusters->n_clusters, component->stretch);
  if (!thin_out (boxes, clusters->n_clusters, gap, cancellable))
    return FALSE;
  dossier_overlap_removal_run (boxes, clusters->n_clusters, gap);
  stretch_boxes (boxes, clusters->n_clusters, 1 / component->stretch);
  follow_clusters (component, clusters, boxes);
  dossier_graph_clusters_fill (clusters, component, gap);

  /* A cluster of wide boxes may have come out larger than its circle. */
  g_free (boxes);
  boxes = make_boxes (component);
  move_boxes (component, boxes);
  stretch_boxes (boxes, n, component->stretch);
  dossier_overlap_removal_run (boxes, n, gap);
  stretch_boxes (boxes, n, 1 / component->stretch);
  follow_boxes (component, boxes);

  return TRUE;
}

/**
 * dossier_graph_settling_run:
 * @component: a connected part of a graph, with positions in units of the layout
 * @stress: the distances wished for
 * @unit: how long an ordinary tie is, in units of the layout
 * @gap: how far apart boxes shall be in x or in y
 * @n_rounds: how often distances are restored and overlaps pushed apart
 * @part: what to report of how far it is
 * @cancellable: (nullable): to stop it from another thread, or %NULL
 *
 * Gives points the room that their boxes need: restores distances and pushes boxes apart by turns, with less and less of
 * the former, then removes what overlaps still.
 *
 * Returns: %FALSE if it was cancelled; the positions are then somewhere on the way
 */
gboolean
dossier_graph_settling_run (DossierGraphComponent *component,
                            DossierStress *stress,
                            double unit,
                            double gap,
                            int n_rounds,
                            const DossierProgressPart *part,
                            GCancellable *cancellable)
{
  int n = component->graph->n_nodes;
  g_autofree DossierBox *boxes = NULL;

  if (!is_cleared (component))
    {
      g_autoptr (DossierGraphClusters) clusters = dossier_graph_clusters_new (component, gap);

      if (clusters->n_clusters < n)
        return settle_clusters (component, clusters, stress, unit, gap, n_rounds, part, cancellable);
    }

  boxes = make_boxes (component);
  for (int round = 0; round < n_rounds; round++)
    {
      double step = 0.25 * (1 - (double) round / n_rounds);

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      dossier_progress_part_report (part, (double) round / n_rounds);

      relax (component, stress, unit, NULL, step);
      clear_edges (component);
      move_boxes (component, boxes);
      for (int i = 0; i < 3; i++)
        if (dossier_overlap_removal_push (boxes, n, gap) == 0)
          break;
      follow_boxes (component, boxes);
    }

  move_boxes (component, boxes);
  if (!thin_out (boxes, n, gap, cancellable))
    return FALSE;
  dossier_overlap_removal_run (boxes, n, gap);
  follow_boxes (component, boxes);

  return TRUE;
}
