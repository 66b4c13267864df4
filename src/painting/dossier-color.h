/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierColor:
 * @red: 0 to 1
 * @green: 0 to 1
 * @blue: 0 to 1
 * @alpha: 0 (clear) to 1 (opaque)
 *
 * A colour in sRGB, not premultiplied.
 */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} DossierColor;

DossierColor dossier_color_from_rgb (guint32 rgb);
gboolean dossier_color_parse (const char *text,
                              DossierColor *color);
char *dossier_color_to_css (const DossierColor *color);
gboolean dossier_color_equal (const DossierColor *a,
                              const DossierColor *b);

DossierColor dossier_color_with_alpha (DossierColor color,
                                       double alpha);
DossierColor dossier_color_mix (DossierColor from,
                                DossierColor to,
                                double amount);
DossierColor dossier_color_over (DossierColor top,
                                 DossierColor ground);

double dossier_color_luminance (const DossierColor *color);
double dossier_color_contrast (const DossierColor *a,
                               const DossierColor *b);
DossierColor dossier_color_for_contrast (DossierColor color,
                                         DossierColor ground,
                                         double contrast);
DossierColor dossier_color_text_on (DossierColor ground);

void dossier_color_set_source (const DossierColor *color,
                               cairo_t *cr);

G_END_DECLS
