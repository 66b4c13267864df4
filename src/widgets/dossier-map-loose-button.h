/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/dossier-map-view.h"

G_BEGIN_DECLS

/**
 * DossierMapLooseButton:
 *
 * How many actors of a map have no ties in sight; a click opens the list of them, from which each can be chosen. It is
 * not to be seen where there are none. Its property "map" is the map.
 */
#define DOSSIER_TYPE_MAP_LOOSE_BUTTON (dossier_map_loose_button_get_type ())
G_DECLARE_FINAL_TYPE (DossierMapLooseButton, dossier_map_loose_button, DOSSIER, MAP_LOOSE_BUTTON, GtkWidget)

G_END_DECLS
