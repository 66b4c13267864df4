/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-loader.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierLoadingBar:
 *
 * Above the views while only the first events of a large file are there: how much of it is read, and a button to
 * give it up. It hides when there is nothing to tell.
 */
#define DOSSIER_TYPE_LOADING_BAR (dossier_loading_bar_get_type ())
G_DECLARE_FINAL_TYPE (DossierLoadingBar, dossier_loading_bar, DOSSIER, LOADING_BAR, GtkWidget)

void  dossier_loading_bar_set_loader (DossierLoadingBar *self, DossierLoader *loader);
char *dossier_loading_bar_describe   (DossierLoader *loader);

G_END_DECLS
