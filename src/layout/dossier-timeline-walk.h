/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-timeline-index.h"

G_BEGIN_DECLS

int dossier_timeline_walk_find (const DossierTimelineIndex *index,
                                int lane,
                                int event,
                                gint64 start);
int dossier_timeline_walk_count (const DossierTimelineIndex *index,
                                 int lane);
int dossier_timeline_walk_get (const DossierTimelineIndex *index,
                               int lane,
                               int number);
int dossier_timeline_walk_near (const DossierTimelineIndex *index,
                                int lane,
                                gint64 time);

G_END_DECLS
