/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dossier-view-picture.h"
#include "model/dossier-view.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DossierExporterFunc:
 * @message: where it was saved, or why it was not, in the user's language
 * @data: what was given along with the function
 */
typedef void (*DossierExporterFunc) (const char *message,
                                     gpointer data);

char *dossier_exporter_propose_name (DossierView *view,
                                     const char *suffix);
void dossier_exporter_write (DossierView *view,
                             const DossierViewPictureOptions *options,
                             GFile *file,
                             gboolean is_folder,
                             DossierExporterFunc callback,
                             gpointer data);

G_END_DECLS
