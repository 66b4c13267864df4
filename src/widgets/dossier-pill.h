/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "painting/dossier-palette.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierPill:
 *
 * One or two words on a soft ground of their own colour: a kind, a status, a stance.
 */
#define DOSSIER_TYPE_PILL (dossier_pill_get_type ())
G_DECLARE_FINAL_TYPE (DossierPill, dossier_pill, DOSSIER, PILL, GtkWidget)

GtkWidget *dossier_pill_new (const char *text,
                             const DossierSwatch *swatch,
                             GtkWidget *emblem);

G_END_DECLS
