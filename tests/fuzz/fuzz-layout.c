/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-input.h"

#include "layout/dossier-graph-layout.h"

#include <math.h>

/* Any graph: all nodes get a finite place, fixed ones keep theirs, and boxes that may move do not overlap. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  FuzzInput input = { .data = data, .length = length };
  int n_nodes = (int) fuzz_input_take (&input, 40);
  int n_edges = n_nodes > 0 ? (int) fuzz_input_take (&input, 80) : 0;
  g_autoptr (DossierGraph) graph = dossier_graph_new ();
  g_autoptr (DossierGraph) before = NULL;
  DossierGraphLayoutOptions options = DOSSIER_GRAPH_LAYOUT_DEFAULTS;

  options.aspect = fuzz_input_take_real (&input, 0.05, 20);
  options.density = fuzz_input_take_real (&input, 0.01, 0.95);
  options.gap = fuzz_input_take_real (&input, 0, 100);
  options.saturation = fuzz_input_take_real (&input, 0, 4);

  for (int i = 0; i < n_nodes; i++)
    {
      int index = dossier_graph_add_node (graph, fuzz_input_take (&input, 65536));
      DossierGraphNode *node = &graph->nodes[index];

      node->half_width = fuzz_input_take_real (&input, 0, 200);
      node->above = fuzz_input_take_real (&input, 0, 60);
      node->below = fuzz_input_take_real (&input, 0, 60);
      node->parent = i > 0 && fuzz_input_take_bool (&input) ? (int) fuzz_input_take (&input, (guint32) i) : -1;
      node->placed = fuzz_input_take_bool (&input);
      node->fixed = node->placed && fuzz_input_take_bool (&input);
      node->x = node->placed ? fuzz_input_take_real (&input, -2000, 2000) : 0;
      node->y = node->placed ? fuzz_input_take_real (&input, -2000, 2000) : 0;
    }
  for (int i = 0; i < n_edges; i++)
    {
      dossier_graph_add_edge (graph,
                              (int) fuzz_input_take (&input, (guint32) n_nodes),
                              (int) fuzz_input_take (&input, (guint32) n_nodes),
                              fuzz_input_take_real (&input, 0.1, 8),
                              fuzz_input_take_real (&input, 0.1, 8));
      graph->edges[i].clearance = fuzz_input_take_real (&input, 0, 20);
    }
  before = dossier_graph_copy (graph);

  g_assert_true (dossier_graph_layout_run (graph, &options, NULL));
  for (int i = 0; i < n_nodes; i++)
    {
      const DossierGraphNode *node = &graph->nodes[i];

      g_assert_true (isfinite (node->x) && isfinite (node->y));
      if (node->fixed)
        g_assert_true (node->x == before->nodes[i].x && node->y == before->nodes[i].y);

      for (int j = 0; j < i && !node->fixed; j++)
        {
          const DossierGraphNode *other = &graph->nodes[j];

          g_assert_false (!other->fixed &&
                          fabs (node->x - other->x) < node->half_width + other->half_width - 1e-6 &&
                          node->y - node->above < other->y + other->below - 1e-6 &&
                          other->y - other->above < node->y + node->below - 1e-6);
        }
    }

  return 0;
}
