/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-style.h"

#include <adwaita.h>

/* The size of the interface font of GNOME, for which the sizes of the theme are made. */
#define USUAL_POINTS 11.0
#define USUAL_DPI    96.0

struct _DossierStyle
{
  GObject parent_instance;

  DossierTheme theme;
  guint generation;
};

/* What hangs at a document: its colours in the theme that was the style's n-th. */
typedef struct
{
  DossierSwatches *swatches;
  guint generation;
} Colors;

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierStyle, dossier_style, G_TYPE_OBJECT)

static void
free_colors (gpointer data)
{
  Colors *colors = data;

  dossier_swatches_free (colors->swatches);
  g_free (colors);
}

static void
update (DossierStyle *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkSettings *settings = gtk_settings_get_default ();
  DossierThemeFlags flags = DOSSIER_THEME_LIGHT;
  g_autofree char *font_name = NULL;
  g_autoptr (PangoFontDescription) font = NULL;
  double points = USUAL_POINTS;
  int dpi = -1;

  if (adw_style_manager_get_dark (manager))
    flags |= DOSSIER_THEME_DARK;
  if (adw_style_manager_get_high_contrast (manager))
    flags |= DOSSIER_THEME_HIGH_CONTRAST;

  g_object_get (settings, "gtk-font-name", &font_name, "gtk-xft-dpi", &dpi, NULL);
  font = pango_font_description_from_string (font_name);
  if (pango_font_description_get_size (font) > 0 && !pango_font_description_get_size_is_absolute (font))
    points = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  dossier_theme_init (&self->theme, flags);
  dossier_theme_set_fonts (&self->theme,
                           pango_font_description_get_family (font),
                           points / USUAL_POINTS * (dpi > 0 ? dpi / 1024.0 / USUAL_DPI : 1));
  self->generation++;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
dossier_style_class_init (DossierStyleClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", DOSSIER_TYPE_STYLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dossier_style_init (DossierStyle *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkSettings *settings = gtk_settings_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-font-name", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * dossier_style_get_default:
 *
 * May be called once GTK is initialised.
 *
 * Returns: (transfer none): the style of the desktop
 */
DossierStyle *
dossier_style_get_default (void)
{
  static DossierStyle *style;

  if (style == NULL)
    style = g_object_new (DOSSIER_TYPE_STYLE, NULL);

  return style;
}

/**
 * dossier_style_get_theme:
 * @self: the style
 *
 * Returns: (transfer none): the theme; it changes at "changed"
 */
const DossierTheme *
dossier_style_get_theme (DossierStyle *self)
{
  g_return_val_if_fail (DOSSIER_IS_STYLE (self), NULL);

  return &self->theme;
}

/**
 * dossier_style_get_swatches:
 * @self: the style
 * @document: a document
 *
 * Returns: (transfer none): the colours of the document in the present theme, until "changed"
 */
DossierSwatches *
dossier_style_get_swatches (DossierStyle *self, DossierDocument *document)
{
  static GQuark quark;
  Colors *colors;

  g_return_val_if_fail (DOSSIER_IS_STYLE (self) && DOSSIER_IS_DOCUMENT (document), NULL);

  if (quark == 0)
    quark = g_quark_from_static_string ("dossier-style-colors");

  colors = g_object_get_qdata (G_OBJECT (document), quark);
  if (colors == NULL || colors->generation != self->generation)
    {
      colors = g_new (Colors, 1);
      colors->swatches = dossier_swatches_new (document, &self->theme);
      colors->generation = self->generation;
      g_object_set_qdata_full (G_OBJECT (document), quark, colors, free_colors);
    }

  return colors->swatches;
}

/**
 * dossier_style_scale_width:
 * @self: a style
 * @width: how wide something with words is for letters of the usual size, in pixels
 *
 * Returns: how wide it is for those that there are: wider where they are larger
 */
int
dossier_style_scale_width (DossierStyle *self, int width)
{
  return (int) (width * MAX (self->theme.text_scale, 1));
}

/**
 * dossier_style_to_rgba:
 * @color: a colour of the painters
 * @rgba: (out): the same for GTK
 */
void
dossier_style_to_rgba (const DossierColor *color, GdkRGBA *rgba)
{
  *rgba = (GdkRGBA){ (float) color->red, (float) color->green, (float) color->blue, (float) color->alpha };
}
