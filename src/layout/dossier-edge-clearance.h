/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-graph.h"

G_BEGIN_DECLS

int dossier_edge_clearance_push (const DossierGraph *graph, double *x, double *y, double strength);

G_END_DECLS
