/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-stress-layout.h"

G_BEGIN_DECLS

DossierStress *dossier_embedding_run (DossierAdjacency *adjacency,
                                      const guint64 *seeds,
                                      double saturation,
                                      double *x,
                                      double *y,
                                      GCancellable *cancellable);

G_END_DECLS
