/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-measure.h"
#include "layout/dossier-timeline-scene.h"

G_BEGIN_DECLS

GArray *dossier_scene_rows_find (const DossierTimelineScene *scene, DossierMeasureFunc measure, gpointer data);
void dossier_scene_rows_apply (const GArray *rows, DossierTimelineScene *scene, DossierMeasureFunc measure, gpointer data);

G_END_DECLS
