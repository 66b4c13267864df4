/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-map-camera.h"
#include "painting/dossier-color.h"

G_BEGIN_DECLS

void dossier_map_raster_draw (cairo_surface_t *surface,
                              const DossierMapCamera *painted,
                              double margin,
                              const DossierMapCamera *camera,
                              const DossierColor *ground,
                              cairo_t *cr);

G_END_DECLS
