/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-weighing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierSwitchBar:
 *
 * By what weights are taken off the balance: a chip for each level at which a source commits itself, and lists of the
 * statuses, voices and sources. Only what occurs is offered.
 */
#define DOSSIER_TYPE_SWITCH_BAR (dossier_switch_bar_get_type ())
G_DECLARE_FINAL_TYPE (DossierSwitchBar, dossier_switch_bar, DOSSIER, SWITCH_BAR, GtkWidget)

void dossier_switch_bar_set_weighing (DossierSwitchBar *self,
                                      DossierWeighing *weighing);

G_END_DECLS
