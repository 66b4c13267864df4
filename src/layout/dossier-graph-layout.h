/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-graph.h"
#include "layout/dossier-progress.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DossierGraphLayoutOptions:
 * @aspect: the width of the picture by its height that is aimed at, above 0
 * @density: what share of the picture boxes should take up, above 0, below 1
 * @gap: how far apart boxes shall be in x or in y, in units of the layout, at least 0
 * @saturation: how much longer distances are shortened, as dossier_stress_new() takes it; at least 0
 * @parent_length: how far a node should be from its parent, where 1 is an ordinary tie; above 0
 * @progress: (nullable): where to say how far the layout is, or %NULL
 */
typedef struct
{
  double aspect;
  double density;
  double gap;
  double saturation;
  double parent_length;
  DossierProgress *progress;
} DossierGraphLayoutOptions;

/** DOSSIER_GRAPH_LAYOUT_DEFAULTS: options that suit a map in a window */
#define DOSSIER_GRAPH_LAYOUT_DEFAULTS \
  ((DossierGraphLayoutOptions){       \
      .aspect = 1.8,                  \
      .density = 0.32,                \
      .gap = 14,                      \
      .saturation = 0.5,              \
      .parent_length = 0.36,          \
  })

gboolean dossier_graph_layout_run (DossierGraph *graph,
                                   const DossierGraphLayoutOptions *options,
                                   GCancellable *cancellable);

G_END_DECLS
