/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-timeline-layout.h"
#include "model/dossier-view.h"
#include "widgets/dossier-canvas.h"

G_BEGIN_DECLS

/**
 * DossierTimelineView:
 *
 * The events of a dossier along time, in lanes by their kind.
 *
 * "viewport-changed" is emitted when another stretch of time is seen, and when the events are others;
 * "brush-changed" when another span is brushed, or none; "counts-changed" when other numbers of events are drawn,
 * merged or out of sight.
 * "sentence-changed" is emitted when dossier_timeline_view_get_sentence() is another.
 */
#define DOSSIER_TYPE_TIMELINE_VIEW (dossier_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (DossierTimelineView, dossier_timeline_view, DOSSIER, TIMELINE_VIEW, DossierCanvas)

void dossier_timeline_view_set_view (DossierTimelineView *self,
                                     DossierView *view);
void dossier_timeline_view_set_facet (DossierTimelineView *self,
                                      DossierFacet facet);
DossierFacet dossier_timeline_view_get_facet (DossierTimelineView *self);
DossierView *dossier_timeline_view_get_view (DossierTimelineView *self);
const DossierTimelineScene *dossier_timeline_view_get_scene (DossierTimelineView *self);
DossierTimelineLayout *dossier_timeline_view_get_layout (DossierTimelineView *self);
const DossierTimelineLane *dossier_timeline_view_get_lanes (DossierTimelineView *self,
                                                            int *n_lanes);
const DossierTimeViewport *dossier_timeline_view_get_viewport (DossierTimelineView *self);
void dossier_timeline_view_set_viewport (DossierTimelineView *self,
                                         const DossierTimeViewport *viewport,
                                         gboolean animate);
void dossier_timeline_view_zoom (DossierTimelineView *self,
                                 int direction);
void dossier_timeline_view_show_lane (DossierTimelineView *self,
                                      int lane);
void dossier_timeline_view_show_span (DossierTimelineView *self,
                                      gint64 begin,
                                      gint64 end);
void dossier_timeline_view_zoom_to_brush (DossierTimelineView *self);
gboolean dossier_timeline_view_get_brush_place (DossierTimelineView *self,
                                                GdkRectangle *place);
const char *dossier_timeline_view_get_sentence (DossierTimelineView *self);
void dossier_timeline_view_fit_selection (DossierTimelineView *self);

G_END_DECLS
