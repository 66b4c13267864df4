/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-timeline-lanes.h"
#include "window/dossier-chooser.h"

G_BEGIN_DECLS

GPtrArray *dossier_choices_of_commands (DossierChooser *chooser);
GPtrArray *dossier_choices_of_places (DossierDocument *document,
                                      const DossierTimelineLane *lanes,
                                      int n_lanes);

G_END_DECLS
