/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-graph-layout.h"
#include "layout/dossier-map.h"

G_BEGIN_DECLS

DossierGraph *dossier_map_arrangement_make_graph (const DossierMap *map);
void dossier_map_arrangement_apply (DossierMap *map, const DossierGraph *graph, double aspect);
gboolean dossier_map_arrangement_run (DossierMap *map, double aspect, GCancellable *cancellable);
gboolean dossier_map_arrangement_run_watched (DossierMap *map, double aspect, DossierProgress *progress, GCancellable *cancellable);
void dossier_map_arrangement_update (DossierMap *map);

G_END_DECLS
