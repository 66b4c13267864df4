/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-timeline-index.h"
#include "layout/dossier-timeline-titles.h"

G_BEGIN_DECLS

/**
 * DossierTimelineSpot:
 * @place: which event, by its place in the lane
 * @row: its row, from 0, at every zoom; -1 if there is none at any
 * @mark_scale: the most seconds a pixel may stand for so that its mark has room in its row; infinite for any, 0 for none
 * @title_scale: the same of its mark with a readable piece of its title; at most @mark_scale
 *
 * Where an event of a lane stands, and from which zoom on.
 */
typedef struct
{
  int place;
  int row;
  double mark_scale;
  double title_scale;
} DossierTimelineSpot;

/**
 * DOSSIER_TIMELINE_PROTECTED_TITLE:
 *
 * No event of less weight makes the room of a title narrower than this, in pixels.
 */
#define DOSSIER_TIMELINE_PROTECTED_TITLE 120.0

void dossier_timeline_spots_find (const DossierTimelineIndex *index,
                                  int lane,
                                  int n_rows,
                                  const int *homes,
                                  double home_scale,
                                  DossierTimelineTitles *titles,
                                  DossierTimelineSpot *spots,
                                  int n_spots);

G_END_DECLS
