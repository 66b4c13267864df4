/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-graph-component.h"
#include "layout/dossier-stress-layout.h"

G_BEGIN_DECLS

gboolean dossier_graph_untangling_run (DossierGraphComponent *component, DossierStress *stress, GCancellable *cancellable);

G_END_DECLS
