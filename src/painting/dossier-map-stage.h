/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "painting/dossier-map-plot.h"

G_BEGIN_DECLS

/** DOSSIER_MAP_STAGE_MARGIN: how much is drawn around the view, that it may be moved, in pixels */
#define DOSSIER_MAP_STAGE_MARGIN 160.0

/**
 * DossierMapStage:
 *
 * Draws a plot in a thread of its own, so that whoever shows it never waits: it goes on showing the picture that it has,
 * moved to its place, and is told when there is a fresh one. Of very many lines the weightiest are shown first, and all
 * when the view rests. What is asked for while a picture is being drawn replaces what was asked for before.
 *
 * All functions are called from the thread that made the stage; its thread touches nothing but what it was given.
 */
typedef struct _DossierMapStage DossierMapStage;

/**
 * DossierMapStageReadyFunc:
 * @data: what was given along with the function
 *
 * There is a fresh picture; called in the main context in which the stage was made.
 */
typedef void (*DossierMapStageReadyFunc) (gpointer data);

DossierMapStage *dossier_map_stage_new (const DossierTheme *theme, DossierMapStageReadyFunc ready, gpointer data);
void dossier_map_stage_free (DossierMapStage *stage);

void dossier_map_stage_set_theme (DossierMapStage *stage, const DossierTheme *theme);
void dossier_map_stage_set_plot (DossierMapStage *stage, DossierMapPlot *plot);
void dossier_map_stage_show (DossierMapStage *stage, const DossierMapCamera *camera, int scale);
gboolean dossier_map_stage_wait (DossierMapStage *stage, gint64 usec);
int dossier_map_stage_draw (DossierMapStage *stage, const DossierMapCamera *camera, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierMapStage, dossier_map_stage_free)

G_END_DECLS
