/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-measure.h"
#include "painting/dossier-palette.h"

G_BEGIN_DECLS

/**
 * DossierThemeFlags:
 * @DOSSIER_THEME_LIGHT: dark words on a light ground
 * @DOSSIER_THEME_DARK: light words on a dark ground
 * @DOSSIER_THEME_HIGH_CONTRAST: for readers who need more contrast
 */
typedef enum
{
  DOSSIER_THEME_LIGHT = 0,
  DOSSIER_THEME_DARK = 1 << 0,
  DOSSIER_THEME_HIGH_CONTRAST = 1 << 1,
} DossierThemeFlags;

/**
 * DossierFont:
 * @size: height of the letters in pixels, at text scale 1
 * @weight: 100 to 1000, as in CSS; 400 is regular
 * @tracking: additional room between letters, in pixels
 * @italic: whether it is italic
 *
 * How a role of text is set.
 */
typedef struct
{
  double size;
  int weight;
  double tracking;
  gboolean italic;
} DossierFont;

/**
 * DossierTheme:
 * @flags: #DossierThemeFlags
 * @background: the ground of the window
 * @view: the ground of the canvases
 * @band: the ground of every other lane, hardly different from @view
 * @strip: the ground of the overview strip and of the axis
 * @text: words
 * @dim_text: words that may stand back; contrast at least 4.5 on all four grounds
 * @grid: the lines of the axis, hardly seen
 * @border: the outlines of neutral things
 * @accent: lines and areas of what is selected; contrast to @view at least 3
 * @on_accent: text upon @accent
 * @accent_text: words in the accent colour
 * @selection: the soft ground of what is selected, opaque
 * @focus: the ring around what has the keyboard focus
 * @shadow: below raised things; not opaque
 * @sans: (not nullable): families of the interface's font, as Pango takes them; interned
 * @serif: (not nullable): families of the font of quotes; interned
 * @text_scale: what all font sizes are multiplied with, 1 by default
 * @kinds: the swatches of kinds without a colour of their own
 * @actors: the swatches of actors without a colour of their own
 * @hues: the swatches of fixed meanings, by #DossierHue
 *
 * All that a painter needs to know about the look. A plain value: copy it, hand it to a thread.
 * The colours are those of libadwaita, which a canvas cannot ask for.
 */
typedef struct
{
  DossierThemeFlags flags;

  DossierColor background;
  DossierColor view;
  DossierColor band;
  DossierColor strip;
  DossierColor text;
  DossierColor dim_text;
  DossierColor grid;
  DossierColor border;
  DossierColor accent;
  DossierColor on_accent;
  DossierColor accent_text;
  DossierColor selection;
  DossierColor focus;
  DossierColor shadow;

  const char *sans;
  const char *serif;
  double text_scale;

  DossierSwatch kinds[DOSSIER_N_KIND_COLORS];
  DossierSwatch actors[DOSSIER_N_ACTOR_COLORS];
  DossierSwatch hues[DOSSIER_N_HUES];
} DossierTheme;

void dossier_theme_init (DossierTheme *theme,
                         DossierThemeFlags flags);
void dossier_theme_set_fonts (DossierTheme *theme,
                              const char *sans,
                              double text_scale);

const DossierSwatch *dossier_theme_get_kind (const DossierTheme *theme,
                                             int index);
const DossierSwatch *dossier_theme_get_actor (const DossierTheme *theme,
                                              int index);
const DossierSwatch *dossier_theme_get_hue (const DossierTheme *theme,
                                            DossierHue hue);
DossierSwatch dossier_theme_make_swatch (const DossierTheme *theme,
                                         DossierColor color);

const DossierFont *dossier_theme_get_font (const DossierTheme *theme,
                                           DossierTextStyle style);

G_END_DECLS
