/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-curve.h"

G_BEGIN_DECLS

/*
 * A rectangle turned around its middle, as a label that runs along a line: a DossierRectangle as it is before
 * the turn, and the direction of its longer side, of length 1.
 */

gboolean dossier_tilted_box_contains (const DossierRectangle *box, DossierPoint direction, DossierPoint point);
gboolean dossier_tilted_box_intersects (const DossierRectangle *a,
                                        DossierPoint a_direction,
                                        const DossierRectangle *b,
                                        DossierPoint b_direction);
double dossier_tilted_box_measure (const DossierRectangle *box, DossierPoint direction, DossierPoint point);
DossierRectangle dossier_tilted_box_get_extents (const DossierRectangle *box, DossierPoint direction);

G_END_DECLS
