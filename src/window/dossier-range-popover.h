/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/dossier-timeline-view.h"

G_BEGIN_DECLS

/**
 * DossierRangePopover:
 *
 * Where a stretch of time is typed that the timeline then shows, and that is brushed if so wished. While one types it
 * says what it understood, and what there is to see, or what is wrong.
 */
#define DOSSIER_TYPE_RANGE_POPOVER (dossier_range_popover_get_type ())
G_DECLARE_FINAL_TYPE (DossierRangePopover, dossier_range_popover, DOSSIER, RANGE_POPOVER, GtkPopover)

void dossier_range_popover_set_timeline (DossierRangePopover *self,
                                         DossierTimelineView *timeline);

G_END_DECLS
