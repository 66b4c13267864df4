/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-map.h"

G_BEGIN_DECLS

int dossier_map_walk_step (const DossierMap *map,
                           int node,
                           double dx,
                           double dy);
int dossier_map_walk_first (const DossierMap *map);

G_END_DECLS
