/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "painting/dossier-theme.h"

G_BEGIN_DECLS

/**
 * DossierText:
 *
 * Draws and measures short plain text. It keeps the layouts it made last, for the same few hundred labels
 * are drawn frame after frame.
 *
 * An object is used by one thread at a time; each thread makes its own, with a font map of its own.
 *
 * Text is never markup. What a stranger's dossier does to the direction of text stays within each string.
 * Strings beyond 1,000 characters are cut.
 */
typedef struct _DossierText DossierText;

DossierText *dossier_text_new (const DossierTheme *theme);
void dossier_text_free (DossierText *self);
void dossier_text_set_theme (DossierText *self,
                             const DossierTheme *theme);

void dossier_text_measure (const char *string,
                           DossierTextStyle style,
                           double *width,
                           double *height,
                           gpointer text);
gboolean dossier_text_draw (DossierText *self,
                            cairo_t *cr,
                            const char *string,
                            DossierTextStyle style,
                            double x,
                            double y,
                            double max_width,
                            const DossierColor *color,
                            const DossierColor *halo);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierText, dossier_text_free)

G_END_DECLS
