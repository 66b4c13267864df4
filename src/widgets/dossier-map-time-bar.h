/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierMapTimeBar:
 *
 * What time the map shows: as of a day, over the brushed span, or the whole period; and what lets time run.
 */
#define DOSSIER_TYPE_MAP_TIME_BAR (dossier_map_time_bar_get_type ())
G_DECLARE_FINAL_TYPE (DossierMapTimeBar, dossier_map_time_bar, DOSSIER, MAP_TIME_BAR, GtkWidget)

void dossier_map_time_bar_set_view (DossierMapTimeBar *self, DossierView *view);
void dossier_map_time_bar_set_playing (DossierMapTimeBar *self, gboolean playing);
gboolean dossier_map_time_bar_is_playing (DossierMapTimeBar *self);

G_END_DECLS
