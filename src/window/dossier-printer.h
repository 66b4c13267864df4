/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dossier-printout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dossier_printer_run (GtkWindow *parent,
                          DossierDocument *document,
                          DossierPrintoutKind kind,
                          const DossierViewPictureOptions *options,
                          const char *path);

G_END_DECLS
