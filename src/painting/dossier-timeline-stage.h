/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-timeline-layout.h"
#include "model/dossier-related.h"
#include "painting/dossier-timeline-picture.h"

G_BEGIN_DECLS

/**
 * DossierTimelineStage:
 *
 * Lays out and paints the timeline in a thread of its own, so that whoever shows it never waits: it asks for what it
 * wants to see, goes on showing the picture that it has, moved to its place, and is told when there is a fresh one.
 * What is asked for while a picture is being painted replaces what was asked for before: only the last counts.
 *
 * All functions are called from the thread that made the stage; its thread touches nothing but what it was given.
 */
typedef struct _DossierTimelineStage DossierTimelineStage;

/**
 * DossierTimelineSight:
 * @viewport: which stretch of time is to be seen; its width is that of dossier_timeline_layout_get_plot()
 * @width: of the canvas, in whole pixels, at least 1
 * @height: of the canvas, at least 1
 * @scroll: by how many pixels the lanes are scrolled up
 * @strip: how much is to be painted on either side of the view, so that it can be moved; whole pixels
 * @scale: device pixels for each pixel
 * @with_motion: whether events go to other rows step by step, and not at once
 *
 * What is to be seen.
 */
typedef struct
{
  DossierTimeViewport viewport;
  int width;
  int height;
  double scroll;
  int strip;
  int scale;
  gboolean with_motion;
} DossierTimelineSight;

/**
 * DossierTimelineReadyFunc:
 * @data: what was given along with the function
 *
 * There is a fresh picture; called in the main context in which the stage was made.
 */
typedef void (*DossierTimelineReadyFunc) (gpointer data);

DossierTimelineStage *dossier_timeline_stage_new (DossierDocument *document,
                                                  const DossierTheme *theme,
                                                  DossierTimelineReadyFunc ready,
                                                  gpointer data);
void dossier_timeline_stage_free (DossierTimelineStage *stage);

void dossier_timeline_stage_set_theme (DossierTimelineStage *stage, const DossierTheme *theme);
void dossier_timeline_stage_set_selection (DossierTimelineStage *stage,
                                           const int *selected,
                                           int n_selected,
                                           const DossierRelated *related,
                                           const DossierHue *arc_hues,
                                           int n_arcs);
void dossier_timeline_stage_show (DossierTimelineStage *stage,
                                  DossierTimelineLayout *layout,
                                  const DossierTimelineSight *sight);
gboolean dossier_timeline_stage_wait (DossierTimelineStage *stage, gint64 usec);
gboolean dossier_timeline_stage_is_busy (DossierTimelineStage *stage);
DossierTimelinePicture *dossier_timeline_stage_get_picture (DossierTimelineStage *stage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierTimelineStage, dossier_timeline_stage_free)

G_END_DECLS
