/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "painting/dossier-timeline-painter.h"

G_BEGIN_DECLS

const DossierSwatch *dossier_timeline_get_swatch (const DossierTimelinePainter *painter, int kind);
void dossier_timeline_trace_box (cairo_t *cr, const DossierTimelineBox *box, double radius);
void dossier_timeline_paint_mark (cairo_t *cr,
                                  const DossierTimelineBox *box,
                                  int status,
                                  const DossierColor *color,
                                  const DossierColor *ground);
void dossier_timeline_paint_span (cairo_t *cr,
                                  const DossierTimelineItem *item,
                                  const DossierColor *color,
                                  double strength);
void dossier_timeline_paint_set (cairo_t *cr,
                                 const DossierTimelineItem *item,
                                 const DossierTimelineStretch *stretches,
                                 const DossierColor *color,
                                 double strength);
void dossier_timeline_paint_frame (cairo_t *cr,
                                   const DossierTimelineBox *box,
                                   double radius,
                                   int status,
                                   double width,
                                   const DossierColor *border,
                                   const DossierColor *ground);
void dossier_timeline_set_dash (cairo_t *cr, int status, double width);
void dossier_timeline_paint_arrow (cairo_t *cr,
                                   double x,
                                   double y,
                                   double direction,
                                   gboolean is_known,
                                   const DossierColor *color);
void dossier_timeline_paint_ghost_at (cairo_t *cr,
                                      const DossierTimelineBox *from,
                                      double middle,
                                      double width,
                                      double to,
                                      const DossierColor *color);
gboolean dossier_timeline_is_selected (const DossierTimelineState *state, int event);
void dossier_timeline_paint_ghost (const DossierTimelinePainter *painter,
                                   const DossierTimelineScene *scene,
                                   const DossierTimelineItem *item,
                                   const DossierTimelineState *state,
                                   cairo_t *cr);
void dossier_timeline_paint_item (const DossierTimelinePainter *painter,
                                  const DossierTimelineScene *scene,
                                  const DossierTimelineItem *item,
                                  const DossierTimelineState *state,
                                  cairo_t *cr);
void dossier_timeline_paint_curve (const DossierTimelinePainter *painter,
                                   const DossierTimelineCurve *curve,
                                   const DossierTimelineState *state,
                                   cairo_t *cr);
void dossier_timeline_clip_words_out (const DossierTimelineScene *scene, const DossierTimelineBox *box, cairo_t *cr);
void dossier_timeline_paint_date_lines (const DossierTimelinePainter *painter,
                                        const DossierTimelineScene *scene,
                                        const DossierTimelineState *state,
                                        cairo_t *cr);

G_END_DECLS
