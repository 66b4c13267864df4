/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-map-camera.h"

G_BEGIN_DECLS

int dossier_map_lasso_choose (DossierMap *map, const DossierMapCamera *camera, const DossierPoint *points, int n_points);

G_END_DECLS
