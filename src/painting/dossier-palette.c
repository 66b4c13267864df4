/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-palette.h"

/*
 * The categorical colours were found by a search: hues fixed within a few degrees, lightness and chroma free,
 * the least distance in OKLab of any two as large as can be, over normal sight and over protanopia,
 * deuteranopia and tritanopia as simulated after Machado, Oliveira and Fernandes (2009), severity 1;
 * contrast to the view at least 3. tests/test-palette.c holds them to that.
 */
static const guint32 kind_colors[2][DOSSIER_N_KIND_COLORS] = {
  { 0x3584e4, 0xc64600, 0x6e529e, 0x12805a, 0xb48f12, 0x82021c, 0x064a61, 0xed60a0 },
  { 0x62a0ea, 0xe66100, 0x8d5dcb, 0x58facd, 0xfcc460, 0xfd8a95, 0x90cae7, 0xa54c7e },
};

static const guint32 actor_colors[2][DOSSIER_N_ACTOR_COLORS] = {
  { 0xa51d2d, 0x1a5fb4, 0x9c6609, 0x461e92, 0x075a5e, 0x6da240, 0xe463cf, 0x4f2201, 0x7f7485, 0x013141 },
  { 0xe0394a, 0x4a8fe0, 0xd58a14, 0x7a55c4, 0x82e3e4, 0xcfea8a, 0xb33479, 0xeea894, 0x9692a4, 0x5eb7f5 },
};

static const guint32 hue_colors[DOSSIER_N_HUES][2] = {
  [DOSSIER_HUE_COOPERATIVE] = { 0x12907a, 0x57d8b0 },
  [DOSSIER_HUE_CONFLICTUAL] = { 0xc64600, 0xf06a20 },
  [DOSSIER_HUE_NEUTRAL] = { 0x4f4d55, 0x8f8d96 },
  [DOSSIER_HUE_REPORTED] = { 0x3d3846, 0xdeddda },
  [DOSSIER_HUE_ALLEGED] = { 0x986a06, 0xe5a50a },
  [DOSSIER_HUE_SPECULATED] = { 0x813d9c, 0xc08adb },
  [DOSSIER_HUE_EXPECTED] = { 0x1a5fb4, 0x78aeed },
  [DOSSIER_HUE_DENIED] = { 0xa51d2d, 0xff7b63 },
  [DOSSIER_HUE_CONDEMNS] = { 0xa51d2d, 0xf66151 },
  [DOSSIER_HUE_CRITICISES] = { 0xc64600, 0xff9a4d },
  [DOSSIER_HUE_CONCERNED] = { 0x986a06, 0xf5c211 },
  [DOSSIER_HUE_IS_NEUTRAL] = { 0x5e5c64, 0xc0bfbc },
  [DOSSIER_HUE_DECLINES] = { 0x77767b, 0x9a9996 },
  [DOSSIER_HUE_DEFENDS] = { 0x12805a, 0x57d8b0 },
  [DOSSIER_HUE_WELCOMES] = { 0x1a5fb4, 0x78aeed },
  [DOSSIER_HUE_SUPPORTS] = { 0x12805a, 0x57d8b0 },
  [DOSSIER_HUE_OPPOSES] = { 0xc64600, 0xff9a4d },
  [DOSSIER_HUE_NOTE] = { 0xe5a50a, 0xcd9309 },
  [DOSSIER_HUE_LIKELIHOOD] = { 0x1a5fb4, 0x78aeed },
  [DOSSIER_HUE_CAUSE] = { 0x5e5c64, 0xc0bfbc },
  [DOSSIER_HUE_ANSWER] = { 0x1a5fb4, 0x78aeed },
};

/**
 * dossier_palette_get_kind_color:
 * @index: the place of the kind in the dossier, from 0; beyond the last colour they begin again
 * @dark: whether it is seen on a dark ground
 *
 * Returns: the colour of a kind of events that names none of its own
 */
DossierColor
dossier_palette_get_kind_color (int index, gboolean dark)
{
  g_return_val_if_fail (index >= 0, ((DossierColor){ 0, 0, 0, 1 }));

  return dossier_color_from_rgb (kind_colors[dark ? 1 : 0][index % DOSSIER_N_KIND_COLORS]);
}

/**
 * dossier_palette_get_actor_color:
 * @index: the place of the actor among those that are drawn apart, from 0; beyond the last colour they begin again
 * @dark: whether it is seen on a dark ground
 *
 * Returns: the colour of an actor that names none of its own
 */
DossierColor
dossier_palette_get_actor_color (int index, gboolean dark)
{
  g_return_val_if_fail (index >= 0, ((DossierColor){ 0, 0, 0, 1 }));

  return dossier_color_from_rgb (actor_colors[dark ? 1 : 0][index % DOSSIER_N_ACTOR_COLORS]);
}

/**
 * dossier_palette_get_hue_color:
 * @hue: a meaning
 * @dark: whether it is seen on a dark ground
 *
 * Returns: its colour
 */
DossierColor
dossier_palette_get_hue_color (DossierHue hue, gboolean dark)
{
  g_return_val_if_fail (hue < DOSSIER_N_HUES, ((DossierColor){ 0, 0, 0, 1 }));

  return dossier_color_from_rgb (hue_colors[hue][dark ? 1 : 0]);
}

/**
 * dossier_palette_get_hue_of_sign:
 * @sign: the sign of a tie
 *
 * Returns: the meaning that its colour has; neutral if none is given
 */
DossierHue
dossier_palette_get_hue_of_sign (DossierSign sign)
{
  switch (sign)
    {
    case DOSSIER_SIGN_COOPERATIVE:
      return DOSSIER_HUE_COOPERATIVE;
    case DOSSIER_SIGN_CONFLICTUAL:
      return DOSSIER_HUE_CONFLICTUAL;
    case DOSSIER_SIGN_NEUTRAL:
    case DOSSIER_SIGN_NONE:
    default:
      return DOSSIER_HUE_NEUTRAL;
    }
}

/**
 * dossier_palette_get_hue_of_status:
 * @status: the status of a statement
 *
 * Returns: the meaning that its colour has; reported if none is given, as the format has it
 */
DossierHue
dossier_palette_get_hue_of_status (DossierStatus status)
{
  switch (status)
    {
    case DOSSIER_STATUS_ALLEGED:
      return DOSSIER_HUE_ALLEGED;
    case DOSSIER_STATUS_SPECULATED:
      return DOSSIER_HUE_SPECULATED;
    case DOSSIER_STATUS_EXPECTED:
      return DOSSIER_HUE_EXPECTED;
    case DOSSIER_STATUS_DENIED:
      return DOSSIER_HUE_DENIED;
    case DOSSIER_STATUS_REPORTED:
    case DOSSIER_STATUS_NONE:
    default:
      return DOSSIER_HUE_REPORTED;
    }
}

/**
 * dossier_palette_get_hue_of_stance:
 * @stance: the stance of a reaction
 *
 * Returns: the meaning that its colour has; neutral if none is given
 */
DossierHue
dossier_palette_get_hue_of_stance (DossierStance stance)
{
  switch (stance)
    {
    case DOSSIER_STANCE_CONDEMNS:
      return DOSSIER_HUE_CONDEMNS;
    case DOSSIER_STANCE_CRITICISES:
      return DOSSIER_HUE_CRITICISES;
    case DOSSIER_STANCE_IS_CONCERNED:
      return DOSSIER_HUE_CONCERNED;
    case DOSSIER_STANCE_DECLINES_TO_COMMENT:
      return DOSSIER_HUE_DECLINES;
    case DOSSIER_STANCE_DEFENDS:
      return DOSSIER_HUE_DEFENDS;
    case DOSSIER_STANCE_WELCOMES:
      return DOSSIER_HUE_WELCOMES;
    case DOSSIER_STANCE_IS_NEUTRAL:
    case DOSSIER_STANCE_NONE:
    default:
      return DOSSIER_HUE_IS_NEUTRAL;
    }
}

/**
 * dossier_palette_get_hue_of_bearing:
 * @bearing: what a statement says of a hypothesis
 *
 * Returns: the meaning that its colour has; neutral if none is given
 */
DossierHue
dossier_palette_get_hue_of_bearing (DossierBearingStance bearing)
{
  switch (bearing)
    {
    case DOSSIER_BEARING_SUPPORTS:
      return DOSSIER_HUE_SUPPORTS;
    case DOSSIER_BEARING_OPPOSES:
      return DOSSIER_HUE_OPPOSES;
    case DOSSIER_BEARING_NEUTRAL:
    case DOSSIER_BEARING_NONE:
    default:
      return DOSSIER_HUE_IS_NEUTRAL;
    }
}

/**
 * dossier_palette_make_swatch:
 * @color: any colour, such as one that a dossier names
 * @view: the opaque ground of the views
 * @high_contrast: whether text needs a contrast of 7, lines one of 4.5
 *
 * Takes some microseconds; keep what it gives rather than calling it for each mark.
 *
 * Returns: the tones of @color, adapted to be seen on @view
 */
DossierSwatch
dossier_palette_make_swatch (DossierColor color, DossierColor view, gboolean high_contrast)
{
  const double for_marks = high_contrast ? 4.5 : 3;
  const double for_text = high_contrast ? 7 : 4.5;
  gboolean dark = dossier_color_luminance (&view) < 0.1791;
  DossierSwatch swatch;

  color.alpha = 1;
  swatch.mark = dossier_color_for_contrast (color, view, for_marks);
  swatch.on_mark = dossier_color_text_on (swatch.mark);
  swatch.soft = dossier_color_mix (view, swatch.mark, dark ? 0.2 : 0.12);

  /* Of the two grounds, the soft one is the harder. */
  swatch.text = dossier_color_for_contrast (swatch.mark, swatch.soft, for_text);

  return swatch;
}
