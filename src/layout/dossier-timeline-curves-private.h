/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-timeline-layout-private.h"

G_BEGIN_DECLS

void dossier_timeline_layout_add_curves (DossierTimelineLayout *layout, DossierTimelineScene *scene);

G_END_DECLS
