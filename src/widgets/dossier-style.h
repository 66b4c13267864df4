/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "painting/dossier-swatches.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierStyle:
 *
 * The style of the desktop as the painters' theme: light or dark, contrast, font and text scale.
 * There is one for all windows; "changed" is emitted when the theme is another.
 */
#define DOSSIER_TYPE_STYLE (dossier_style_get_type ())
G_DECLARE_FINAL_TYPE (DossierStyle, dossier_style, DOSSIER, STYLE, GObject)

DossierStyle *dossier_style_get_default (void);
const DossierTheme *dossier_style_get_theme (DossierStyle *self);
DossierSwatches *dossier_style_get_swatches (DossierStyle *self,
                                             DossierDocument *document);
int dossier_style_scale_width (DossierStyle *self,
                               int width);
void dossier_style_to_rgba (const DossierColor *color,
                            GdkRGBA *rgba);

G_END_DECLS
