/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-theme.h"

#define DEFAULT_SANS  "Cantarell, Adwaita Sans, sans-serif"
#define DEFAULT_SERIF "Source Serif 4, Source Serif Pro, Noto Serif, serif"

static const DossierFont fonts[DOSSIER_N_TEXT_STYLES] = {
  [DOSSIER_TEXT_LANE_TITLE] = { 12, 700, 0.3, FALSE },
  [DOSSIER_TEXT_MARK_LABEL] = { 13, 400, 0, FALSE },
  [DOSSIER_TEXT_CARD_TITLE] = { 13, 600, 0, FALSE },
  [DOSSIER_TEXT_CARD_DETAIL] = { 12, 400, 0, FALSE },
  [DOSSIER_TEXT_TICK_MAJOR] = { 12, 700, 0, FALSE },
  [DOSSIER_TEXT_TICK_MINOR] = { 12, 400, 0, FALSE },
  [DOSSIER_TEXT_NODE_SYMBOL] = { 15, 700, 0, FALSE },
  [DOSSIER_TEXT_NODE_SYMBOL_SMALL] = { 11, 700, 0, FALSE },
  [DOSSIER_TEXT_NODE_SYMBOL_TINY] = { 8.5, 700, 0, FALSE },
  [DOSSIER_TEXT_NODE_LABEL] = { 13, 400, 0, FALSE },
  [DOSSIER_TEXT_NODE_LABEL_STRONG] = { 13, 700, 0, FALSE },
  [DOSSIER_TEXT_NODE_LABEL_SMALL] = { 12, 400, 0, FALSE },
  [DOSSIER_TEXT_NODE_LABEL_SMALL_STRONG] = { 12, 700, 0, FALSE },
  [DOSSIER_TEXT_TIE_LABEL] = { 11.5, 400, 0, FALSE },
  [DOSSIER_TEXT_HULL_LABEL] = { 12, 600, 0.3, FALSE },
  [DOSSIER_TEXT_BADGE] = { 11, 700, 0, FALSE },
  [DOSSIER_TEXT_LEGEND] = { 12, 400, 0, FALSE },
};

static void
set_grounds (DossierTheme *theme)
{
  if (theme->flags & DOSSIER_THEME_DARK)
    {
      theme->background = dossier_color_from_rgb (0x242424);
      theme->view = dossier_color_from_rgb (0x1e1e1e);
      theme->band = dossier_color_from_rgb (0x242426);
      theme->strip = dossier_color_from_rgb (0x2a2a2c);
      theme->text = dossier_color_from_rgb (0xf2f2f2);
      theme->dim_text = dossier_color_from_rgb (0xb4b2b8);
      theme->grid = dossier_color_from_rgb (0x34343a);
      theme->border = dossier_color_from_rgb (0x55545c);
      theme->accent = dossier_color_from_rgb (0x4a90e8);
      theme->shadow = (DossierColor){ 0, 0, 0, 0.5 };
    }
  else
    {
      theme->background = dossier_color_from_rgb (0xfafafa);
      theme->view = dossier_color_from_rgb (0xffffff);
      theme->band = dossier_color_from_rgb (0xf8f8fa);
      theme->strip = dossier_color_from_rgb (0xf2f2f4);
      theme->text = dossier_color_from_rgb (0x2e2e33);
      theme->dim_text = dossier_color_from_rgb (0x64626a);
      theme->grid = dossier_color_from_rgb (0xe6e5ea);
      theme->border = dossier_color_from_rgb (0xc0bfc6);
      theme->accent = dossier_color_from_rgb (0x3584e4);
      theme->shadow = (DossierColor){ 0, 0, 0, 0.18 };
    }
}

static void
raise_contrast (DossierTheme *theme)
{
  gboolean dark = (theme->flags & DOSSIER_THEME_DARK) != 0;

  theme->band = theme->view;
  theme->text = dossier_color_from_rgb (dark ? 0xffffff : 0x000000);
  theme->dim_text = dossier_color_from_rgb (dark ? 0xdeddda : 0x3d3846);
  theme->grid = dossier_color_from_rgb (dark ? 0x77767b : 0x9a9996);
  theme->border = theme->dim_text;
}

/**
 * dossier_theme_init:
 * @theme: (out caller-allocates): a theme
 * @flags: light or dark, and how much contrast
 *
 * Fills in @theme with the fonts of the system at their own size.
 */
void
dossier_theme_init (DossierTheme *theme, DossierThemeFlags flags)
{
  gboolean dark = (flags & DOSSIER_THEME_DARK) != 0;
  gboolean high_contrast = (flags & DOSSIER_THEME_HIGH_CONTRAST) != 0;
  DossierSwatch accent;

  *theme = (DossierTheme){ .flags = flags };
  set_grounds (theme);
  if (high_contrast)
    raise_contrast (theme);

  accent = dossier_theme_make_swatch (theme, theme->accent);
  theme->accent = accent.mark;
  theme->on_accent = accent.on_mark;
  theme->accent_text = accent.text;
  theme->selection = accent.soft;
  theme->focus = dossier_color_with_alpha (accent.mark, high_contrast ? 1 : 0.6);

  dossier_theme_set_fonts (theme, NULL, 1);

  for (int i = 0; i < DOSSIER_N_KIND_COLORS; i++)
    theme->kinds[i] = dossier_theme_make_swatch (theme, dossier_palette_get_kind_color (i, dark));
  for (int i = 0; i < DOSSIER_N_ACTOR_COLORS; i++)
    theme->actors[i] = dossier_theme_make_swatch (theme, dossier_palette_get_actor_color (i, dark));
  for (DossierHue hue = 0; hue < DOSSIER_N_HUES; hue++)
    theme->hues[hue] = dossier_theme_make_swatch (theme, dossier_palette_get_hue_color (hue, dark));
}

/**
 * dossier_theme_set_fonts:
 * @theme: a theme
 * @sans: (nullable): the family of the interface, or %NULL for that of GNOME
 * @text_scale: how large text is drawn, 0.5 to 4; 1 is the usual size
 *
 * Sets the fonts as the desktop has them.
 */
void
dossier_theme_set_fonts (DossierTheme *theme, const char *sans, double text_scale)
{
  if (sans != NULL && sans[0] != '\0')
    {
      g_autofree char *families = g_strconcat (sans, ", ", DEFAULT_SANS, NULL);

      theme->sans = g_intern_string (families);
    }
  else
    {
      theme->sans = DEFAULT_SANS;
    }
  theme->serif = DEFAULT_SERIF;
  theme->text_scale = text_scale > 0 ? CLAMP (text_scale, 0.5, 4) : 1;
}

/**
 * dossier_theme_get_kind:
 * @theme: a theme
 * @index: the place of the kind in the dossier, from 0
 *
 * Returns: (transfer none): the tones of a kind that names no colour
 */
const DossierSwatch *
dossier_theme_get_kind (const DossierTheme *theme, int index)
{
  g_return_val_if_fail (index >= 0, &theme->kinds[0]);

  return &theme->kinds[index % DOSSIER_N_KIND_COLORS];
}

/**
 * dossier_theme_get_actor:
 * @theme: a theme
 * @index: the place of the actor among those that are drawn apart, from 0
 *
 * Returns: (transfer none): the tones of an actor that names no colour
 */
const DossierSwatch *
dossier_theme_get_actor (const DossierTheme *theme, int index)
{
  g_return_val_if_fail (index >= 0, &theme->actors[0]);

  return &theme->actors[index % DOSSIER_N_ACTOR_COLORS];
}

/**
 * dossier_theme_get_hue:
 * @theme: a theme
 * @hue: a meaning
 *
 * Returns: (transfer none): its tones
 */
const DossierSwatch *
dossier_theme_get_hue (const DossierTheme *theme, DossierHue hue)
{
  g_return_val_if_fail (hue < DOSSIER_N_HUES, &theme->hues[0]);

  return &theme->hues[hue];
}

/**
 * dossier_theme_make_swatch:
 * @theme: a theme
 * @color: a colour that a dossier names
 *
 * Takes some microseconds: keep the swatch.
 *
 * Returns: its tones in this theme
 */
DossierSwatch
dossier_theme_make_swatch (const DossierTheme *theme, DossierColor color)
{
  return dossier_palette_make_swatch (color, theme->view, (theme->flags & DOSSIER_THEME_HIGH_CONTRAST) != 0);
}

/**
 * dossier_theme_get_font:
 * @theme: a theme
 * @style: the role of a text
 *
 * Returns: (transfer none): how it is set; the size is to be multiplied with the theme's text scale
 */
const DossierFont *
dossier_theme_get_font (const DossierTheme *theme, DossierTextStyle style)
{
  g_return_val_if_fail (style < DOSSIER_N_TEXT_STYLES, &fonts[DOSSIER_TEXT_MARK_LABEL]);

  return &fonts[style];
}
