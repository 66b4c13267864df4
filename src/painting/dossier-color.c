/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-color.h"

#include <math.h>

/* OKLab: lightness 0 to 1, two axes of hue. */
typedef struct
{
  double lightness;
  double a;
  double b;
} Lab;

static double
to_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
from_linear (double value)
{
  return value <= 0.0031308 ? value * 12.92 : 1.055 * pow (value, 1 / 2.4) - 0.055;
}

/* Björn Ottosson, "A perceptual color space for image processing", 2020. */
static Lab
to_lab (const DossierColor *color)
{
  double r = to_linear (color->red);
  double g = to_linear (color->green);
  double b = to_linear (color->blue);
  double l = cbrt (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  double m = cbrt (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  double s = cbrt (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);

  return (Lab){
    0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
  };
}

/* Returns whether the colour exists in sRGB; it is clamped if not. */
static gboolean
from_lab (Lab lab, double alpha, DossierColor *color)
{
  const double slack = 1e-4;
  double l = pow (lab.lightness + 0.3963377774 * lab.a + 0.2158037573 * lab.b, 3);
  double m = pow (lab.lightness - 0.1055613458 * lab.a - 0.0638541728 * lab.b, 3);
  double s = pow (lab.lightness - 0.0894841775 * lab.a - 1.2914855480 * lab.b, 3);
  double r = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s;
  double g = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s;
  double b = -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s;

  *color = (DossierColor){
    from_linear (CLAMP (r, 0, 1)),
    from_linear (CLAMP (g, 0, 1)),
    from_linear (CLAMP (b, 0, 1)),
    alpha,
  };

  return MIN (MIN (r, g), b) >= -slack && MAX (MAX (r, g), b) <= 1 + slack;
}

/* The colour of that lightness and of the same hue, as vivid as sRGB allows. */
static DossierColor
with_lightness (Lab lab, double lightness, double alpha)
{
  DossierColor color;
  double vividness = 1;

  while (!from_lab ((Lab){ lightness, lab.a * vividness, lab.b * vividness }, alpha, &color) && vividness > 0)
    vividness -= 0.02;

  return color;
}

/**
 * dossier_color_from_rgb:
 * @rgb: red, green and blue, 8 bits each, red highest
 *
 * Returns: the opaque colour
 */
DossierColor
dossier_color_from_rgb (guint32 rgb)
{
  return (DossierColor){
    ((rgb >> 16) & 0xff) / 255.0,
    ((rgb >> 8) & 0xff) / 255.0,
    (rgb & 0xff) / 255.0,
    1,
  };
}

/**
 * dossier_color_parse:
 * @text: (nullable): a colour as a dossier writes it, `#rrggbb`
 * @color: (out): the opaque colour; left alone if @text is none
 *
 * Returns: whether @text is a colour
 */
gboolean
dossier_color_parse (const char *text, DossierColor *color)
{
  guint32 rgb = 0;

  if (text == NULL || text[0] != '#')
    return FALSE;

  for (int i = 1; i <= 6; i++)
    {
      int digit = g_ascii_xdigit_value (text[i]);

      if (digit < 0)
        return FALSE;
      rgb = rgb << 4 | (guint32) digit;
    }
  if (text[7] != '\0')
    return FALSE;

  *color = dossier_color_from_rgb (rgb);

  return TRUE;
}

/**
 * dossier_color_to_css:
 * @color: a colour
 *
 * Returns: (transfer full): `#rrggbb`, or `rgba(…)` if it is not opaque
 */
char *
dossier_color_to_css (const DossierColor *color)
{
  int red = (int) lround (color->red * 255);
  int green = (int) lround (color->green * 255);
  int blue = (int) lround (color->blue * 255);

  if (color->alpha >= 1)
    return g_strdup_printf ("#%02x%02x%02x", (guint) red, (guint) green, (guint) blue);

  /* In thousandths, for a decimal point must not follow the locale. */
  return g_strdup_printf ("rgba(%d,%d,%d,0.%03d)", red, green, blue, (int) CLAMP (lround (color->alpha * 1000), 0, 999));
}

/**
 * dossier_color_equal:
 * @a: a colour
 * @b: a colour
 *
 * Returns: whether they are the same
 */
gboolean
dossier_color_equal (const DossierColor *a, const DossierColor *b)
{
  return a->red == b->red && a->green == b->green && a->blue == b->blue && a->alpha == b->alpha;
}

/**
 * dossier_color_with_alpha:
 * @color: a colour
 * @alpha: 0 to 1
 *
 * Returns: the colour with that opacity
 */
DossierColor
dossier_color_with_alpha (DossierColor color, double alpha)
{
  color.alpha = alpha;
  return color;
}

/**
 * dossier_color_mix:
 * @from: a colour
 * @to: another
 * @amount: 0 (@from) to 1 (@to)
 *
 * Returns: the colour between them, in sRGB
 */
DossierColor
dossier_color_mix (DossierColor from, DossierColor to, double amount)
{
  return (DossierColor){
    from.red + (to.red - from.red) * amount,
    from.green + (to.green - from.green) * amount,
    from.blue + (to.blue - from.blue) * amount,
    from.alpha + (to.alpha - from.alpha) * amount,
  };
}

/**
 * dossier_color_over:
 * @top: a colour, opaque or not
 * @ground: an opaque colour
 *
 * Returns: what is seen when @top is painted over @ground; opaque
 */
DossierColor
dossier_color_over (DossierColor top, DossierColor ground)
{
  double alpha = top.alpha;

  top.alpha = 1;
  return dossier_color_mix (ground, top, alpha);
}

/**
 * dossier_color_luminance:
 * @color: a colour; its alpha does not count
 *
 * Returns: the relative luminance of WCAG 2.1, 0 (black) to 1 (white)
 */
double
dossier_color_luminance (const DossierColor *color)
{
  return 0.2126 * to_linear (color->red) + 0.7152 * to_linear (color->green) + 0.0722 * to_linear (color->blue);
}

/**
 * dossier_color_contrast:
 * @a: an opaque colour
 * @b: an opaque colour
 *
 * Returns: the contrast ratio of WCAG 2.1, 1 (none) to 21 (black and white)
 */
double
dossier_color_contrast (const DossierColor *a, const DossierColor *b)
{
  double la = dossier_color_luminance (a);
  double lb = dossier_color_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

/**
 * dossier_color_for_contrast:
 * @color: a colour
 * @ground: the opaque colour behind it
 * @contrast: the contrast ratio that is wanted, at most 4.58 if @ground may be any colour
 *
 * Makes @color lighter or darker, whichever leads away from @ground, until it can be read there; the hue stays.
 *
 * Returns: @color itself if its contrast suffices, or the nearest lightness that does; black or white
 *   if none does
 */
DossierColor
dossier_color_for_contrast (DossierColor color, DossierColor ground, double contrast)
{
  const double step = 0.01;
  gboolean darken = dossier_color_luminance (&ground) > 0.1791;
  Lab lab = to_lab (&color);

  if (dossier_color_contrast (&color, &ground) >= contrast)
    return color;

  for (double lightness = lab.lightness; darken ? lightness > 0 : lightness < 1; lightness += darken ? -step : step)
    {
      DossierColor tried = with_lightness (lab, lightness, color.alpha);

      if (dossier_color_contrast (&tried, &ground) >= contrast)
        return tried;
    }

  return darken ? (DossierColor){ 0, 0, 0, color.alpha } : (DossierColor){ 1, 1, 1, color.alpha };
}

/**
 * dossier_color_text_on:
 * @ground: an opaque colour
 *
 * Returns: black or white, whichever reads better on @ground: their contrast is never below 4.58.
 *   White wins on a middle ground, where both suffice
 */
DossierColor
dossier_color_text_on (DossierColor ground)
{
  const DossierColor white = { 1, 1, 1, 1 };
  const DossierColor black = { 0, 0, 0, 1 };

  return dossier_color_contrast (&white, &ground) >= 4.5 ? white : black;
}

/**
 * dossier_color_set_source:
 * @color: a colour
 * @cr: a context
 *
 * Makes @color what @cr paints with.
 */
void
dossier_color_set_source (const DossierColor *color, cairo_t *cr)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}
