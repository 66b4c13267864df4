/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * DossierTitleBar:
 *
 * The middle of the header bar: the title of what is open at its beginning, and in its middle the switcher between
 * the views. Where there is no room for both, the title alone stands in the middle, and "is-narrow" is %TRUE: the
 * switcher belongs below the views then. (AdwViewSwitcherTitle, which did the like, is deprecated in libadwaita 1.4,
 * and its successor came with that.)
 *
 * Properties: "stack" (the views), "is-narrow" (to be read).
 */
#define DOSSIER_TYPE_TITLE_BAR (dossier_title_bar_get_type ())
G_DECLARE_FINAL_TYPE (DossierTitleBar, dossier_title_bar, DOSSIER, TITLE_BAR, GtkWidget)

void dossier_title_bar_set_title (DossierTitleBar *self,
                                  const char *title,
                                  const char *subtitle);
void dossier_title_bar_set_stack (DossierTitleBar *self,
                                  AdwViewStack *stack);
void dossier_title_bar_set_show_views (DossierTitleBar *self,
                                       gboolean show);
gboolean dossier_title_bar_is_narrow (DossierTitleBar *self);

G_END_DECLS
