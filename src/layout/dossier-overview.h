/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-time-axis.h"
#include "layout/dossier-timeline-index.h"

G_BEGIN_DECLS

/**
 * DOSSIER_OVERVIEW_COLUMN:
 *
 * Width of a column with the gap behind it, in pixels.
 */
#define DOSSIER_OVERVIEW_COLUMN 6.0

/**
 * DossierOverview:
 * @viewport: the stretch of time of the strip
 * @axis: its ticks
 * @n_columns: how many columns it has
 * @n_lanes: how many lanes the events are in
 * @counts: (element-type int): events that begin in a column, column by column, and within one lane by lane
 * @totals: (element-type int): the same, all lanes together, each event once
 * @most: the largest of @totals
 * @window_begin: where what the timeline shows begins, in pixels, within the strip
 * @window_end: where it ends
 *
 * A strip with the events of a long time, and which part of it the timeline shows.
 */
typedef struct
{
  DossierTimeViewport viewport;
  DossierTimeAxis axis;
  int n_columns;
  int n_lanes;
  GArray *counts;
  GArray *totals;
  int most;
  double window_begin;
  double window_end;
} DossierOverview;

void dossier_overview_init (DossierOverview *overview);
void dossier_overview_clear (DossierOverview *overview);
void dossier_overview_update (DossierOverview *overview,
                              const DossierTimelineIndex *index,
                              const DossierTimeViewport *home,
                              const DossierTimeViewport *shown,
                              double width,
                              DossierMeasureFunc measure,
                              gpointer data);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DossierOverview, dossier_overview_clear)

G_END_DECLS
