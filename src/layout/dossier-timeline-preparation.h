/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-timeline-lanes.h"

G_BEGIN_DECLS

/*
 * What the timeline of a large document takes longest for, done before it is asked for: while the document is read, by
 * the threads that read it. Whoever shows the document first takes what is ready; without it, everything goes on as
 * ever, only later.
 */

void dossier_timeline_prepare_times (DossierDocument *document);
void dossier_timeline_prepare_lanes (DossierDocument *document);

DossierTimelineTimes *dossier_timeline_take_times (DossierDocument *document);
DossierTimelineIndex *dossier_timeline_take_lanes (DossierDocument *document);

G_END_DECLS
