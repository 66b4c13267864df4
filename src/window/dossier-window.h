/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-view.h"
#include "window/dossier-destination.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * DossierWindow:
 *
 * A window in which one dossier is explored. It reads files in the background; a file that cannot be read leaves
 * open what was open. A file that is changed by somebody else is read again.
 *
 * Properties: "file" (the file that is open, %NULL if none is).
 */
#define DOSSIER_TYPE_WINDOW (dossier_window_get_type ())
G_DECLARE_FINAL_TYPE (DossierWindow, dossier_window, DOSSIER, WINDOW, AdwApplicationWindow)

DossierWindow *dossier_window_new (AdwApplication *application);
void dossier_window_open (DossierWindow *self,
                          GFile *file);
void dossier_window_open_at (DossierWindow *self,
                             GFile *file,
                             const DossierDestination *destination);
void dossier_window_open_bundled (DossierWindow *self);
gboolean dossier_window_is_empty (DossierWindow *self);
DossierView *dossier_window_get_view (DossierWindow *self);
GFile *dossier_window_get_file (DossierWindow *self);
void dossier_window_describe_destination (DossierWindow *self,
                                    DossierDestination *destination);

G_END_DECLS
