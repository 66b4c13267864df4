/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-dimming.h"
#include "painting/dossier-theme.h"

#include <math.h>

/* In units of OKLab, where black and white are 1 apart. */
#define LEAST_DISTANCE          0.075
#define LEAST_DISTANCE_OF_SIGNS 0.1

typedef double Vector[3];
typedef double Matrix[3][3];

/* Machado, Oliveira, Fernandes, "A physiologically-based model for simulation of color vision deficiency",
 * 2009, severity 1, on linear RGB. */
static const struct
{
  const char *name;
  Matrix matrix;
} sights[] = {
  { "normal", { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
  { "protanopia", { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } } },
  { "deuteranopia", { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } } },
  { "tritanopia", { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } } },
};

static const struct
{
  const char *name;
  DossierThemeFlags flags;
} styles[] = {
  { "light", DOSSIER_THEME_LIGHT },
  { "dark", DOSSIER_THEME_DARK },
  { "light, high contrast", DOSSIER_THEME_HIGH_CONTRAST },
  { "dark, high contrast", DOSSIER_THEME_DARK | DOSSIER_THEME_HIGH_CONTRAST },
};

static double
linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static void
see (DossierColor color, const Matrix sight, Vector lab)
{
  Vector rgb = { linear (color.red), linear (color.green), linear (color.blue) };
  Vector seen;
  double l, m, s;

  for (int i = 0; i < 3; i++)
    seen[i] = CLAMP (sight[i][0] * rgb[0] + sight[i][1] * rgb[1] + sight[i][2] * rgb[2], 0, 1);

  l = cbrt (0.4122214708 * seen[0] + 0.5363325363 * seen[1] + 0.0514459929 * seen[2]);
  m = cbrt (0.2119034982 * seen[0] + 0.6806995451 * seen[1] + 0.1073969566 * seen[2]);
  s = cbrt (0.0883024619 * seen[0] + 0.2817188376 * seen[1] + 0.6299787005 * seen[2]);
  lab[0] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
  lab[1] = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
  lab[2] = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
}

static double
distance (DossierColor a, DossierColor b, const Matrix sight)
{
  Vector one, other;

  see (a, sight, one);
  see (b, sight, other);

  return sqrt (pow (one[0] - other[0], 2) + pow (one[1] - other[1], 2) + pow (one[2] - other[2], 2));
}

static void
check_apart (const char *what, const DossierSwatch *swatches, int n, double least)
{
  for (gsize s = 0; s < G_N_ELEMENTS (sights); s++)
    for (int i = 0; i < n; i++)
      for (int j = 0; j < i; j++)
        {
          double d = distance (swatches[i].mark, swatches[j].mark, sights[s].matrix);

          if (d < least)
            g_error ("%s: %d and %d are only %.3f apart with %s", what, j, i, d, sights[s].name);
        }
}

static void
check_contrast (const char *what, DossierColor color, DossierColor ground, double least)
{
  double contrast = dossier_color_contrast (&color, &ground);

  if (contrast < least - 1e-9)
    {
      g_autofree char *a = dossier_color_to_css (&color);
      g_autofree char *b = dossier_color_to_css (&ground);

      g_error ("%s: %s on %s has a contrast of only %.2f", what, a, b, contrast);
    }
}

static void
check_swatch (const char *what, const DossierTheme *theme, const DossierSwatch *swatch)
{
  gboolean high = (theme->flags & DOSSIER_THEME_HIGH_CONTRAST) != 0;

  check_contrast (what, swatch->mark, theme->view, high ? 4.5 : 3);
  check_contrast (what, swatch->on_mark, swatch->mark, 4.5);
  check_contrast (what, swatch->text, swatch->soft, high ? 7 : 4.5);
  check_contrast (what, swatch->text, theme->view, high ? 7 : 4.5);
  check_contrast (what, theme->text, swatch->soft, 4.5);
}

static void
test_apart (void)
{
  /* High contrast is left out: it gives up some distance, and says everything by shape and word as well. */
  for (gsize i = 0; i < 2; i++)
    {
      DossierTheme theme;

      dossier_theme_init (&theme, styles[i].flags);
      check_apart ("kinds", theme.kinds, DOSSIER_N_KIND_COLORS, LEAST_DISTANCE);
      check_apart ("actors", theme.actors, DOSSIER_N_ACTOR_COLORS, LEAST_DISTANCE);
      check_apart ("signs", &theme.hues[DOSSIER_HUE_COOPERATIVE], 3, LEAST_DISTANCE_OF_SIGNS);
    }
}

/* Words that stand back can be read, and are further back than those that do not. */
static void
check_dimmed (const char *name, DossierColor color, double share, DossierColor ground)
{
  DossierColor dimmed = dossier_color_over (dossier_color_with_alpha (color, share), ground);

  check_contrast (name, dimmed, ground, 3);
  g_assert_cmpfloat (dossier_color_contrast (&dimmed, &ground), <, 0.8 * dossier_color_contrast (&color, &ground));
}

static void
test_contrast (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      const char *name = styles[i].name;
      DossierTheme theme;
      gboolean high;

      dossier_theme_init (&theme, styles[i].flags);
      high = (styles[i].flags & DOSSIER_THEME_HIGH_CONTRAST) != 0;

      const DossierColor grounds[] = { theme.background, theme.view, theme.band, theme.strip };

      for (gsize g = 0; g < G_N_ELEMENTS (grounds); g++)
        {
          check_contrast (name, theme.text, grounds[g], high ? 7 : 4.5);
          check_contrast (name, theme.dim_text, grounds[g], high ? 7 : 4.5);
          check_dimmed (name, theme.text, DOSSIER_DIMMED_TEXT, grounds[g]);
          check_dimmed (name, theme.dim_text, DOSSIER_DIMMED_DIM_TEXT, grounds[g]);
        }
      check_contrast (name, theme.text, theme.selection, 4.5);
      check_contrast (name, theme.accent_text, theme.selection, 4.5);
      check_contrast (name, theme.accent, theme.view, 3);
      check_contrast (name, theme.on_accent, theme.accent, 4.5);

      for (int k = 0; k < DOSSIER_N_KIND_COLORS; k++)
        check_swatch (name, &theme, dossier_theme_get_kind (&theme, k));
      for (int k = 0; k < DOSSIER_N_ACTOR_COLORS; k++)
        check_swatch (name, &theme, dossier_theme_get_actor (&theme, k));
      for (DossierHue hue = 0; hue < DOSSIER_N_HUES; hue++)
        check_swatch (name, &theme, dossier_theme_get_hue (&theme, hue));
    }
}

/* Whatever colour a dossier names, it can be seen and read. */
static void
test_any_color (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      DossierTheme theme;

      dossier_theme_init (&theme, styles[i].flags);
      for (guint32 rgb = 0; rgb <= 0xffffff; rgb += 0x040b17)
        {
          DossierSwatch swatch = dossier_theme_make_swatch (&theme, dossier_color_from_rgb (rgb));

          check_swatch (styles[i].name, &theme, &swatch);
        }
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gboolean valid;
  } cases[] = {
    { "#3584e4", TRUE },
    { "#3584E4", TRUE },
    { "#3584e", FALSE },
    { "#3584e40", FALSE },
    { "#3584eg", FALSE },
    { "3584e4", FALSE },
    { "", FALSE },
    { NULL, FALSE },
  };
  g_autofree char *clear = NULL;
  DossierColor half = { 1, 0.5, 0, 0.5 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DossierColor color = { 0 };

      g_assert_cmpint (dossier_color_parse (cases[i].text, &color), ==, cases[i].valid);
      if (cases[i].valid)
        {
          g_autofree char *css = dossier_color_to_css (&color);

          g_assert_cmpstr (css, ==, "#3584e4");
        }
    }

  clear = dossier_color_to_css (&half);
  g_assert_cmpstr (clear, ==, "rgba(255,128,0,0.500)");
}

static void
test_luminance (void)
{
  DossierColor black = dossier_color_from_rgb (0x000000);
  DossierColor white = dossier_color_from_rgb (0xffffff);
  DossierColor gray = dossier_color_from_rgb (0x767676);
  DossierColor veil = dossier_color_over (dossier_color_with_alpha (black, 0.25), white);

  g_assert_cmpfloat_with_epsilon (dossier_color_contrast (&black, &white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (dossier_color_contrast (&white, &black), 21, 1e-9);
  /* The well-known lightest grey that may be written on white. */
  g_assert_cmpfloat_with_epsilon (dossier_color_contrast (&gray, &white), 4.54, 0.005);
  g_assert_cmpfloat_with_epsilon (veil.red, 0.75, 1e-9);
  g_assert_cmpfloat (veil.alpha, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/palette/apart", test_apart);
  g_test_add_func ("/palette/contrast", test_contrast);
  g_test_add_func ("/palette/any-color", test_any_color);
  g_test_add_func ("/color/parse", test_parse);
  g_test_add_func ("/color/luminance", test_luminance);

  return g_test_run ();
}
