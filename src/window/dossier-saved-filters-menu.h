/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-filter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierSavedFiltersMenu:
 *
 * A button with the filters that were saved for the dossier: chooses one, forgets one, and saves what is chosen now
 * under a name.
 *
 * "changed" is emitted when there is one more or one less, "failed" (message) when they could not be read or written.
 */
#define DOSSIER_TYPE_SAVED_FILTERS_MENU (dossier_saved_filters_menu_get_type ())
G_DECLARE_FINAL_TYPE (DossierSavedFiltersMenu, dossier_saved_filters_menu, DOSSIER, SAVED_FILTERS_MENU, GtkWidget)

void dossier_saved_filters_menu_set_filter (DossierSavedFiltersMenu *self,
                                            DossierFilter *filter);
gboolean dossier_saved_filters_menu_has_any (DossierSavedFiltersMenu *self);

G_END_DECLS
