/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-timeline-scene.h"

G_BEGIN_DECLS

/**
 * DOSSIER_TIMELINE_SETTLING_USEC:
 *
 * How long an event takes to its new row, and a title to come, in microseconds.
 */
#define DOSSIER_TIMELINE_SETTLING_USEC (180 * 1000)

/**
 * DossierTimelineSettling:
 *
 * Lets the events of a timeline go to other rows, and titles come, within some frames instead of at once. It changes
 * how a scene looks on the way, and never how it looks in the end.
 */
typedef struct _DossierTimelineSettling DossierTimelineSettling;

DossierTimelineSettling *dossier_timeline_settling_new (void);
void dossier_timeline_settling_free (DossierTimelineSettling *self);

void dossier_timeline_settling_reset (DossierTimelineSettling *self);
gboolean dossier_timeline_settling_apply (DossierTimelineSettling *self,
                                          DossierTimelineScene *scene,
                                          gint64 now_usec);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierTimelineSettling, dossier_timeline_settling_free)

G_END_DECLS
