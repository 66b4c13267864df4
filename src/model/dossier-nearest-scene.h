/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-records.h"

G_BEGIN_DECLS

int dossier_nearest_scene_find (const DossierStory *story, DossierRef selected, gint64 begin, gint64 end);

G_END_DECLS
