/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-curve.h"
#include "layout/dossier-map.h"

G_BEGIN_DECLS

void dossier_ribbon_router_run (DossierMap *map);
DossierCurve dossier_ribbon_router_trace (DossierPoint start, DossierPoint end, double bend, double aside);

G_END_DECLS
