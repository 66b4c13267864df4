/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierWrapLayout:
 *
 * Lays children out in lines like words, each at its natural width. (AdwWrapLayout came with libadwaita 1.7.)
 */
#define DOSSIER_TYPE_WRAP_LAYOUT (dossier_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (DossierWrapLayout, dossier_wrap_layout, DOSSIER, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *dossier_wrap_layout_new (int spacing);

G_END_DECLS
