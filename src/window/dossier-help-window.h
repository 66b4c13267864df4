/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * DossierHelpWindow:
 *
 * The user help, whose pages are inside of the program: it opens wherever the program runs, in a sandbox as well, and
 * needs neither a browser nor a network. There is one, beside the windows of dossiers.
 */
#define DOSSIER_TYPE_HELP_WINDOW (dossier_help_window_get_type ())
G_DECLARE_FINAL_TYPE (DossierHelpWindow, dossier_help_window, DOSSIER, HELP_WINDOW, AdwWindow)

void dossier_help_window_show (void);

G_END_DECLS
