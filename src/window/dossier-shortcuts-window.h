/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window/dossier-actions.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * DossierShortcutsWindow:
 *
 * Lists every key and gesture, from the same table that gives the actions their keys. (GtkShortcutsWindow is
 * deprecated in newer GTK, and its successor is not in the GTK we build with.)
 */
#define DOSSIER_TYPE_SHORTCUTS_WINDOW (dossier_shortcuts_window_get_type ())
G_DECLARE_FINAL_TYPE (DossierShortcutsWindow, dossier_shortcuts_window, DOSSIER, SHORTCUTS_WINDOW, AdwWindow)

GtkWidget *dossier_shortcuts_window_new (GtkWindow *parent);
GtkWidget *dossier_shortcuts_window_new_for_groups (GtkWindow *parent, const DossierShortcutGroup *groups, int n_groups);

G_END_DECLS
