/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-adjacency.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void dossier_centrality_degree (const DossierAdjacency *adjacency, int *degrees);
void dossier_centrality_strength (const DossierAdjacency *adjacency, double *strengths);
gboolean dossier_centrality_betweenness (const DossierAdjacency *adjacency, double *scores, GCancellable *cancellable);

G_END_DECLS
