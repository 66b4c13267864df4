/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-timeline-scene.h"

G_BEGIN_DECLS

/**
 * DossierTimelineFate:
 * @DOSSIER_TIMELINE_FATE_DRAWN: drawn by itself
 * @DOSSIER_TIMELINE_FATE_MERGED: in sight, but only in a mark that stands for several
 * @DOSSIER_TIMELINE_FATE_EARLIER: over before what is seen begins
 * @DOSSIER_TIMELINE_FATE_LATER: begins after what is seen
 *
 * What becomes of an event that passes the filter; each has one of these.
 */
typedef enum
{
  DOSSIER_TIMELINE_FATE_DRAWN,
  DOSSIER_TIMELINE_FATE_MERGED,
  DOSSIER_TIMELINE_FATE_EARLIER,
  DOSSIER_TIMELINE_FATE_LATER,
} DossierTimelineFate;

int dossier_timeline_fate_get_count (const DossierTimelineCounts *counts, DossierTimelineFate fate);
GArray *dossier_timeline_scene_list (const DossierTimelineScene *scene, DossierTimelineFate fate);

G_END_DECLS
