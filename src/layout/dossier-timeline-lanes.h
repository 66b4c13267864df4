/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-timeline-layout.h"
#include "model/dossier-filter.h"

G_BEGIN_DECLS

/**
 * DossierTimelineLanes:
 *
 * The lanes of a document's events: by kind, actor, place, status or source. Actors, places and sources without
 * a lane of their own, because others have more events, share the last.
 */
typedef struct _DossierTimelineLanes DossierTimelineLanes;

DossierTimelineLanes *dossier_timeline_lanes_new (DossierDocument *document,
                                                  DossierFacet facet,
                                                  const char *language);
void dossier_timeline_lanes_free (DossierTimelineLanes *lanes);
const DossierTimelineLane *dossier_timeline_lanes_get_lanes (DossierTimelineLanes *lanes, int *n_lanes);
int dossier_timeline_lanes_get_value (DossierTimelineLanes *lanes, int lane);
void dossier_timeline_lanes_move (DossierTimelineLanes *lanes, int lane, int to);
void dossier_timeline_lanes_set_folded (DossierTimelineLanes *lanes,
                                        int lane,
                                        gboolean is_folded);
void dossier_timeline_lanes_sort (DossierTimelineLanes *lanes, DossierTimelineIndex *index);
void dossier_timeline_lanes_apply (DossierTimelineLanes *lanes,
                                   DossierFilter *filter,
                                   DossierTimelineLayout *layout);
void dossier_timeline_lanes_apply_async (DossierTimelineLanes *lanes,
                                         DossierFilter *filter,
                                         DossierTimelineLayout *layout,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer data);

void dossier_timeline_source_init (DossierTimelineSource *source,
                                   DossierDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierTimelineLanes, dossier_timeline_lanes_free)

G_END_DECLS
