/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierYielding:
 *
 * Shows its child in a window that is wide, and only if there is room in one that is narrow, so that a bar fits into the
 * window of a telephone: for what can be done in another way, too.
 *
 * Properties: "child".
 */
#define DOSSIER_TYPE_YIELDING (dossier_yielding_get_type ())
G_DECLARE_FINAL_TYPE (DossierYielding, dossier_yielding, DOSSIER, YIELDING, GtkWidget)

G_END_DECLS
