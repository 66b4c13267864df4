/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-curve.h"

G_BEGIN_DECLS

/**
 * DossierOccupancy:
 *
 * Which parts of a canvas are taken, for placing labels: by rectangles and circles, which a label must not
 * touch, and by lines, which it had better not cover.
 */
typedef struct _DossierOccupancy DossierOccupancy;

DossierOccupancy *dossier_occupancy_new (double cell);
void dossier_occupancy_free (DossierOccupancy *occupancy);

void dossier_occupancy_add_rectangle (DossierOccupancy *occupancy, const DossierRectangle *rectangle);
void dossier_occupancy_add_circle (DossierOccupancy *occupancy, DossierPoint middle, double radius);
void dossier_occupancy_add_curve (DossierOccupancy *occupancy, const DossierCurve *curve, int line);

gboolean dossier_occupancy_is_free (DossierOccupancy *occupancy, const DossierRectangle *rectangle);
int dossier_occupancy_count_lines (DossierOccupancy *occupancy, const DossierRectangle *rectangle, int except);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierOccupancy, dossier_occupancy_free)

G_END_DECLS
