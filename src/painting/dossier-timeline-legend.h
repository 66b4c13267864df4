/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "painting/dossier-timeline-painter.h"

G_BEGIN_DECLS

/**
 * DOSSIER_TIMELINE_LEGEND_SIGN_WIDTH:
 *
 * How wide and how high the sample of a sign is, in pixels.
 */
#define DOSSIER_TIMELINE_LEGEND_SIGN_WIDTH  30
#define DOSSIER_TIMELINE_LEGEND_SIGN_HEIGHT 18

/**
 * DossierTimelineLegendGroup:
 * @DOSSIER_TIMELINE_LEGEND_DATES: how well a date is known
 * @DOSSIER_TIMELINE_LEGEND_ROOM: what there is no room for
 * @DOSSIER_TIMELINE_LEGEND_STATUS: what the source says of an event
 * @DOSSIER_TIMELINE_LEGEND_ARCS: what leads from event to event
 *
 * What a sign is about.
 */
typedef enum
{
  DOSSIER_TIMELINE_LEGEND_DATES,
  DOSSIER_TIMELINE_LEGEND_ROOM,
  DOSSIER_TIMELINE_LEGEND_STATUS,
  DOSSIER_TIMELINE_LEGEND_ARCS,
} DossierTimelineLegendGroup;

void dossier_timeline_legend_measure (const DossierTimelinePainter *painter,
                                      const DossierTimelineScene *scene,
                                      const DossierHue *arc_hues,
                                      double max_width,
                                      double *width,
                                      double *height);
void dossier_timeline_legend_draw (const DossierTimelinePainter *painter,
                                   const DossierTimelineScene *scene,
                                   const DossierHue *arc_hues,
                                   double x,
                                   double y,
                                   double max_width,
                                   cairo_t *cr);

int dossier_timeline_legend_get_n_signs (void);
const char *dossier_timeline_legend_get_sign (int sign, DossierTimelineLegendGroup *group);
void dossier_timeline_legend_draw_sign (const DossierTimelinePainter *painter,
                                        int sign,
                                        double x,
                                        double y,
                                        cairo_t *cr);

G_END_DECLS
