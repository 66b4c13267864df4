/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-landmarks.h"

G_BEGIN_DECLS

/**
 * DossierLandmarkStress:
 *
 * The distances that the nodes of a large connected graph should have from a sample of them and from their
 * neighbours, and the search for the positions that come close to them.
 */
typedef struct _DossierLandmarkStress DossierLandmarkStress;

DossierLandmarkStress *dossier_landmark_stress_new (const DossierAdjacency *adjacency, const guint64 *seeds, double saturation);
void dossier_landmark_stress_free (DossierLandmarkStress *stress);

const DossierLandmarks *dossier_landmark_stress_get_landmarks (const DossierLandmarkStress *stress);
double dossier_landmark_stress_relax (DossierLandmarkStress *stress, double *x, double *y, const gboolean *held, double step);
double dossier_landmark_stress_measure (const DossierLandmarkStress *stress, const double *x, const double *y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierLandmarkStress, dossier_landmark_stress_free)

G_END_DECLS
