/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierDetails:
 *
 * The panel at the end: all that the dossier says of what is selected, with the words that bear it out; of the
 * dossier itself if nothing is. Whatever is named in it can be selected.
 *
 * Signals: "show-link" (const char *uri): the user wants to follow a link, and has yet to be told where it leads;
 * "copied" (const char *message): something was put on the clipboard.
 */
#define DOSSIER_TYPE_DETAILS (dossier_details_get_type ())
G_DECLARE_FINAL_TYPE (DossierDetails, dossier_details, DOSSIER, DETAILS, GtkWidget)

void dossier_details_set_view (DossierDetails *self,
                               DossierView *view);

G_END_DECLS
