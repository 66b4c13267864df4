/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/dossier-timeline-view.h"

G_BEGIN_DECLS

/**
 * DossierBrushZoom:
 *
 * A small button inside the brushed span of a timeline, that zooms to it. It lies over the timeline, in the same
 * #GtkOverlay, goes with the span, and is there only while the span is in sight.
 */
#define DOSSIER_TYPE_BRUSH_ZOOM (dossier_brush_zoom_get_type ())
G_DECLARE_FINAL_TYPE (DossierBrushZoom, dossier_brush_zoom, DOSSIER, BRUSH_ZOOM, GtkWidget)

void dossier_brush_zoom_set_timeline (DossierBrushZoom *self,
                                      DossierTimelineView *timeline);

G_END_DECLS
