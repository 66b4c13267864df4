/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-letters.h"

/**
 * dossier_letters_init:
 * @self: (out caller-allocates): letters
 */
void
dossier_letters_init (DossierLetters *self)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  g_autoptr (PangoFontDescription) any = pango_font_description_from_string ("Sans 10");
  g_autoptr (PangoFont) font = NULL;

  self->font_map = pango_cairo_font_map_new ();
  self->context = pango_font_map_create_context (self->font_map);

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);

  font = pango_font_map_load_font (self->font_map, self->context, any);
  self->exist = font != NULL;
}

/**
 * dossier_letters_clear:
 * @self: letters
 */
void
dossier_letters_clear (DossierLetters *self)
{
  g_clear_object (&self->context);
  g_clear_object (&self->font_map);
}
