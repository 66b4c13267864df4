/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/dossier-timeline-view.h"

G_BEGIN_DECLS

/**
 * DossierOverviewView:
 *
 * A strip below the timeline with the events of a long time. The part that the timeline shows is a window that can
 * be moved, and drawn out at either side; a drag beside it shows another part.
 */
#define DOSSIER_TYPE_OVERVIEW_VIEW (dossier_overview_view_get_type ())
G_DECLARE_FINAL_TYPE (DossierOverviewView, dossier_overview_view, DOSSIER, OVERVIEW_VIEW, DossierCanvas)

void dossier_overview_view_set_timeline (DossierOverviewView *self,
                                         DossierTimelineView *timeline);

G_END_DECLS
