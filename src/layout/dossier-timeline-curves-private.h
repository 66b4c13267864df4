/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-timeline-layout.h"

G_BEGIN_DECLS

void dossier_timeline_add_curves (DossierTimelineScene *scene,
                                  const DossierTimelineArc *arcs,
                                  int n_arcs,
                                  const DossierTimelineSource *source,
                                  DossierMeasureFunc measure,
                                  gpointer data);

G_END_DECLS
