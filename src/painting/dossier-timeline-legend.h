/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "painting/dossier-timeline-painter.h"

G_BEGIN_DECLS

void dossier_timeline_legend_measure (const DossierTimelinePainter *painter,
                                      const DossierTimelineScene *scene,
                                      double max_width,
                                      double *width,
                                      double *height);
void dossier_timeline_legend_draw (const DossierTimelinePainter *painter,
                                   const DossierTimelineScene *scene,
                                   double x,
                                   double y,
                                   double max_width,
                                   cairo_t *cr);

G_END_DECLS
