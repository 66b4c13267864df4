/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-scene-plan.h"
#include "painting/dossier-theme.h"

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * DossierParagraphs:
 *
 * Measures and draws paragraphs in any size, as a #DossierScenePlan has them. It keeps the layouts that it made last. Text
 * is never markup.
 *
 * An object is used by one thread at a time.
 */
typedef struct _DossierParagraphs DossierParagraphs;

DossierParagraphs *dossier_paragraphs_new (const DossierTheme *theme);
void dossier_paragraphs_free (DossierParagraphs *self);

PangoLayout *dossier_paragraphs_get_layout (DossierParagraphs *self, const char *text, DossierSceneRole role, double size, double width);
double dossier_paragraphs_measure (const char *text, DossierSceneRole role, double size, double width, gpointer paragraphs);
double dossier_paragraphs_measure_line (DossierParagraphs *self, PangoLayout *layout, int line, double size);
void dossier_paragraphs_draw (DossierParagraphs *self, const DossierSceneText *text, const DossierColor *color, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierParagraphs, dossier_paragraphs_free)

G_END_DECLS
