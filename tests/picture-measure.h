/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-graph.h"

G_BEGIN_DECLS

double picture_measure_stress (const DossierGraph *graph, const double *x, const double *y, int n_sources);
gint64 picture_measure_crossings (const DossierGraph *graph, const double *x, const double *y);

G_END_DECLS
