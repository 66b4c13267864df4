/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-curve.h"

G_BEGIN_DECLS

void dossier_map_hull_add_convex (GArray *points, const DossierOutline *marks, int n_marks, double pad);
void dossier_map_hull_add_capsule (GArray *points, const DossierOutline *from, const DossierOutline *to, double pad);

gboolean dossier_map_hull_contains (const DossierPoint *points, int n_points, DossierPoint point, double margin);
int dossier_map_hull_clip (const DossierPoint *points, int n_points, const DossierRectangle *view, GArray *clipped);

G_END_DECLS
