/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-filter.h"

G_BEGIN_DECLS

gboolean dossier_scene_filter_is_set (const DossierSceneFilter *saved);
void dossier_scene_filter_apply (const DossierSceneFilter *saved, DossierFilter *filter);

G_END_DECLS
