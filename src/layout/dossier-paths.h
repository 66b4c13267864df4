/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-adjacency.h"

G_BEGIN_DECLS

void dossier_paths_count_steps (const DossierAdjacency *adjacency, int source, int *steps);
int *dossier_paths_find_shortest (const DossierAdjacency *adjacency, int from, int to, int *n_nodes);
int dossier_paths_find_neighbourhood (const DossierAdjacency *adjacency, const int *sources, int n_sources, int n_steps, gboolean *inside);
int dossier_paths_find_common (const DossierAdjacency *adjacency, int node, int other, gboolean *common);

G_END_DECLS
