/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window/dossier-choice.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierChooser:
 *
 * A list of choices that one finds by typing some letters of their names: the command palette, and where to go. It
 * belongs to one window and is shown again and again.
 *
 * "chosen" (DossierChoice *) is emitted once it is closed after one was chosen.
 */
#define DOSSIER_TYPE_CHOOSER (dossier_chooser_get_type ())
G_DECLARE_FINAL_TYPE (DossierChooser, dossier_chooser, DOSSIER, CHOOSER, GtkPopover)

GtkWidget *dossier_chooser_new (void);
gboolean dossier_chooser_can_activate (DossierChooser *self,
                                       const char *action);
void dossier_chooser_ask (DossierChooser *self,
                          GPtrArray *choices,
                          const char *question);

G_END_DECLS
