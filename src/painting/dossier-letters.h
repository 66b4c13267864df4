/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/** DOSSIER_LETTERS_LINE_HEIGHT: how high a line is where there are no fonts that could tell, by the size of its letters */
#define DOSSIER_LETTERS_LINE_HEIGHT 1.4

/**
 * DossierLetters:
 * @context: what texts are set in
 * @exist: whether there are fonts at all. Where not one is installed, Pango 1.50 leaves the height of a line to whatever
 *   stands in memory, so nothing that it measures may be used
 *
 * Fonts of one's own, which any one thread may use, set alike everywhere: without hints a text has the same size on the
 * screen, in a file, on paper and at every zoom.
 */
typedef struct
{
  PangoContext *context;
  gboolean exist;

  /*< private >*/
  PangoFontMap *font_map;
} DossierLetters;

void dossier_letters_init  (DossierLetters *self);
void dossier_letters_clear (DossierLetters *self);

G_END_DECLS
