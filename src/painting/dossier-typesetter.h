/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "painting/dossier-theme.h"

G_BEGIN_DECLS

/**
 * DossierTypesetter:
 *
 * Draws and measures short plain text. It keeps the layouts it made last, for the same few hundred labels
 * are drawn frame after frame.
 *
 * An object is used by one thread at a time; each thread makes its own, with a font map of its own.
 *
 * Text is never markup. What a stranger's dossier does to the direction of text stays within each string.
 * Strings beyond 1,000 characters are cut.
 */
typedef struct _DossierTypesetter DossierTypesetter;

DossierTypesetter *dossier_typesetter_new (const DossierTheme *theme);
void dossier_typesetter_free (DossierTypesetter *self);
void dossier_typesetter_set_theme (DossierTypesetter *self,
                                   const DossierTheme *theme);

void dossier_typesetter_measure (const char *string,
                                 DossierTextStyle style,
                                 double *width,
                                 double *height,
                                 gpointer typesetter);
gboolean dossier_typesetter_draw (DossierTypesetter *self,
                                  cairo_t *cr,
                                  const char *string,
                                  DossierTextStyle style,
                                  double x,
                                  double y,
                                  double max_width,
                                  const DossierColor *color,
                                  const DossierColor *halo);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierTypesetter, dossier_typesetter_free)

G_END_DECLS
