/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-adjacency.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DossierStress:
 *
 * The distances that the nodes of a connected graph should have from each other, and the search for the
 * positions that come closest to them.
 */
typedef struct _DossierStress DossierStress;

DossierStress *dossier_stress_new (DossierAdjacency *adjacency, const guint64 *seeds, double saturation);
void dossier_stress_free (DossierStress *stress);

gboolean dossier_stress_descend (DossierStress *stress,
                                 double *x,
                                 double *y,
                                 const gboolean *held,
                                 GCancellable *cancellable);
void dossier_stress_relax (DossierStress *stress,
                           double *x,
                           double *y,
                           const gboolean *held,
                           double step);
double dossier_stress_measure (DossierStress *stress, const double *x, const double *y);
double dossier_stress_measure_node (const DossierStress *stress,
                                    int node,
                                    double at_x,
                                    double at_y,
                                    const double *x,
                                    const double *y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierStress, dossier_stress_free)

G_END_DECLS
