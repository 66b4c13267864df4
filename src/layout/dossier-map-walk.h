/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-map.h"

G_BEGIN_DECLS

int dossier_map_walk_step (const DossierMap *map,
                           int node,
                           double dx,
                           double dy);
int dossier_map_walk_along (const DossierMap *map,
                            int node,
                            double dx,
                            double dy);
int dossier_map_walk_across (const DossierMap *map,
                             int ribbon,
                             double dx,
                             double dy);
int dossier_map_walk_around (const DossierMap *map,
                             int node,
                             int ribbon,
                             int direction);
gboolean dossier_map_walk_is_open (const DossierMap *map, int ribbon);
int dossier_map_walk_first (const DossierMap *map);

G_END_DECLS
