/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierSeparation:
 *
 * Numbers on a line that shall stay as close as possible to where they want to be, while some keep at least
 * a given gap from others: minimise sum of weight × (position − desired)² with position[right] −
 * position[left] ≥ gap for each constraint.
 */
typedef struct _DossierSeparation DossierSeparation;

DossierSeparation *dossier_separation_new (int n_variables);
void dossier_separation_free (DossierSeparation *separation);

void dossier_separation_set_desired (DossierSeparation *separation, int variable, double desired, double weight);
void dossier_separation_add (DossierSeparation *separation, int left, int right, double gap);
void dossier_separation_solve (DossierSeparation *separation, const int *order, double *positions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierSeparation, dossier_separation_free)

G_END_DECLS
