/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window/dossier-presenter-notes.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * DossierPresenterWindow:
 *
 * The presenter's console: what the audience sees, what comes next, notes, watch and pace, all scenes. What its buttons
 * do are actions of the group "show", which whoever runs the show inserts.
 */
#define DOSSIER_TYPE_PRESENTER_WINDOW (dossier_presenter_window_get_type ())
G_DECLARE_FINAL_TYPE (DossierPresenterWindow, dossier_presenter_window, DOSSIER, PRESENTER_WINDOW, AdwWindow)

GtkWidget *dossier_presenter_window_new (DossierShow *show, DossierEditing *editing);
GMenu *dossier_presenter_window_get_monitors_menu (DossierPresenterWindow *self);
void dossier_presenter_window_set_proportions (DossierPresenterWindow *self, double width_for_height);
void dossier_presenter_window_update_time (DossierPresenterWindow *self);
void dossier_presenter_window_set_notes_size (DossierPresenterWindow *self, int pixels);
void dossier_presenter_window_scroll_notes (DossierPresenterWindow *self, int direction);
DossierPresenterNotes *dossier_presenter_window_get_notes (DossierPresenterWindow *self);
void dossier_presenter_window_set_shows_overview (DossierPresenterWindow *self, gboolean shows_overview);
gboolean dossier_presenter_window_get_shows_overview (DossierPresenterWindow *self);
void dossier_presenter_window_ask_where (DossierPresenterWindow *self);
void dossier_presenter_window_say (DossierPresenterWindow *self, const char *message);
void dossier_presenter_window_focus_picture (DossierPresenterWindow *self);
gboolean dossier_presenter_window_is_at_picture (DossierPresenterWindow *self);
GtkWidget *dossier_presenter_window_get_picture (DossierPresenterWindow *self);

G_END_DECLS
