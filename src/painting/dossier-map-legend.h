/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "painting/dossier-map-painter.h"

G_BEGIN_DECLS

void dossier_map_legend_measure (const DossierMapPainter *painter,
                                 const DossierMap *map,
                                 const DossierMapScene *scene,
                                 double max_width,
                                 double *width,
                                 double *height);
void dossier_map_legend_draw (const DossierMapPainter *painter,
                              const DossierMap *map,
                              const DossierMapScene *scene,
                              double x,
                              double y,
                              double max_width,
                              cairo_t *cr);

G_END_DECLS
