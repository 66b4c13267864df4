/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-graph-component.h"

G_BEGIN_DECLS

void dossier_graph_orientation_run (DossierGraphComponent *component, double aspect);

G_END_DECLS
