/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-graph.h"
#include "layout/dossier-overlap-removal.h"

G_BEGIN_DECLS

void dossier_component_packing_run (DossierBox *boxes,
                                    const int *components,
                                    int n_boxes,
                                    int n_components,
                                    const gboolean *anchored,
                                    const DossierGraphEdge *edges,
                                    int n_edges,
                                    double aspect,
                                    double gap);

G_END_DECLS
