/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierMapBars:
 *
 * The bars of tools that float over the top of the map, to be laid over all of it: the first child at the start, the next
 * at the end of the same line where there is room for both, else each in a line of its own. What lies between them is
 * the map's.
 */
#define DOSSIER_TYPE_MAP_BARS (dossier_map_bars_get_type ())
G_DECLARE_FINAL_TYPE (DossierMapBars, dossier_map_bars, DOSSIER, MAP_BARS, GtkWidget)

gboolean dossier_map_bars_locate (DossierMapBars *self, GtkWidget *bar, int width, GtkAllocation *place);

G_END_DECLS
