/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-adjacency.h"

G_BEGIN_DECLS

void dossier_pivot_mds (DossierAdjacency *adjacency, int n_pivots, double *x, double *y);

G_END_DECLS
