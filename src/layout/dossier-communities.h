/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-adjacency.h"

#include <gio/gio.h>

G_BEGIN_DECLS

int dossier_communities_find (const DossierAdjacency *adjacency, double resolution, int *communities, GCancellable *cancellable);
double dossier_communities_measure (const DossierAdjacency *adjacency, double resolution, const int *communities);

G_END_DECLS
