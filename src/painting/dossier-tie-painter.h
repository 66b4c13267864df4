/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-map-scene.h"
#include "painting/dossier-theme.h"

G_BEGIN_DECLS

void dossier_tie_painter_draw (const DossierMapSceneStrand *strand,
                               const DossierMapSceneTick *ticks,
                               const DossierTheme *theme,
                               gboolean hovered,
                               cairo_t *cr);

void dossier_tie_painter_trace (const DossierCurve *line, cairo_t *cr);
void dossier_tie_painter_extend (const DossierCurve *line, cairo_t *cr);

DossierColor dossier_tie_painter_get_color (const DossierMapSceneStrand *strand, const DossierTheme *theme);

G_END_DECLS
