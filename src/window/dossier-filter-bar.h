/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierFilterBar:
 *
 * What is chosen in the filter, a chip for each value: its cross drops it, a click on its words turns its facet round,
 * to all but that. Behind the chips they are cleared together, saved under a name, and others chosen that were saved.
 * It is seen while there is something in it.
 *
 * "failed" (message) is emitted when saved filters could not be read or written.
 */
#define DOSSIER_TYPE_FILTER_BAR (dossier_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (DossierFilterBar, dossier_filter_bar, DOSSIER, FILTER_BAR, GtkWidget)

void dossier_filter_bar_set_view (DossierFilterBar *self,
                                  DossierView *view);

G_END_DECLS
