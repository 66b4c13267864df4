/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-typesetter.h"

#include "painting/dossier-letters.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define MAX_LAYOUTS    2048
#define MAX_CHARACTERS 1000
#define HALO_WIDTH     3.0

/* Beyond this cairo's fixed-point coordinates are no longer sure to be right. */
#define MAX_COORDINATE 4e6

/* A picture of a text is kept unless it is larger than this, in device pixels. */
#define MOST_MASK_WIDTH  1024
#define MOST_MASK_HEIGHT 128

/* One layout that was made; a link of the queue of those used last. */
typedef struct
{
  GList link;
  char *string;
  DossierTextStyle style;
  int width;
  PangoLayout *layout;
  PangoRectangle box; /* in units of Pango */
  PangoRectangle ink; /* in pixels */
  gboolean is_ellipsized;
  cairo_surface_t *mask; /* (nullable): what the letters cover, in device pixels */
  double mask_scale;     /* for which it was made, or tried; 0 for none */
  cairo_surface_t *halo; /* (nullable): what the rim around them covers, for the same scale; made when first drawn */
} Entry;

struct _DossierTypesetter
{
  DossierTheme theme;
  DossierLetters letters;
  PangoFontDescription *fonts[DOSSIER_N_TEXT_STYLES];
  GHashTable *entries;
  GQueue used;
};

static guint
hash_entry (gconstpointer data)
{
  const Entry *entry = data;

  return g_str_hash (entry->string) ^ ((guint) entry->style * 2654435761u) ^ (guint) entry->width;
}

static gboolean
equal_entries (gconstpointer a, gconstpointer b)
{
  const Entry *one = a;
  const Entry *other = b;

  return one->style == other->style && one->width == other->width && strcmp (one->string, other->string) == 0;
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->mask, cairo_surface_destroy);
  g_clear_pointer (&entry->halo, cairo_surface_destroy);
  g_object_unref (entry->layout);
  g_free (entry->string);
  g_free (entry);
}

static void
forget_all (DossierTypesetter *self)
{
  g_hash_table_remove_all (self->entries);
  g_queue_init (&self->used);

  for (int i = 0; i < DOSSIER_N_TEXT_STYLES; i++)
    g_clear_pointer (&self->fonts[i], pango_font_description_free);
}

static const PangoFontDescription *
get_font (DossierTypesetter *self, DossierTextStyle style)
{
  const DossierFont *font = dossier_theme_get_font (&self->theme, style);
  PangoFontDescription *description;

  if (self->fonts[style] != NULL)
    return self->fonts[style];

  description = pango_font_description_new ();
  pango_font_description_set_family (description, self->theme.sans);
  pango_font_description_set_absolute_size (description, font->size * self->theme.text_scale * PANGO_SCALE);
  pango_font_description_set_weight (description, (PangoWeight) font->weight);
  pango_font_description_set_style (description, font->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  self->fonts[style] = description;

  return description;
}

/* Line ends stay; other control characters, which would be drawn as boxes, become spaces. */
static char *
clean (const char *string)
{
  GString *cleaned = g_string_sized_new (64);
  int count = 0;

  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (++count > MAX_CHARACTERS)
        {
          g_string_append (cleaned, "…");
          break;
        }
      if (c != '\n' && g_unichar_iscntrl (c))
        c = ' ';
      g_string_append_unichar (cleaned, c);
    }

  return g_string_free (cleaned, FALSE);
}

static PangoLayout *
make_layout (DossierTypesetter *self, const char *string, DossierTextStyle style, int width)
{
  const DossierFont *font = dossier_theme_get_font (&self->theme, style);
  PangoLayout *layout = pango_layout_new (self->letters.context);
  g_autofree char *cleaned = clean (string);

  pango_layout_set_text (layout, cleaned, -1);
  pango_layout_set_font_description (layout, get_font (self, style));

  if (font->tracking > 0)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_letter_spacing_new ((int) (font->tracking * PANGO_SCALE)));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  if (width >= 0)
    {
      pango_layout_set_width (layout, width);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }

  return layout;
}

/* As much as letters would take up. None are drawn. */
static void
leave_room (DossierTypesetter *self, Entry *entry)
{
  double size = dossier_theme_get_font (&self->theme, entry->style)->size * self->theme.text_scale * PANGO_SCALE;
  int n_lines = 1;

  for (const char *p = entry->string; *p != '\0'; p++)
    n_lines += *p == '\n';

  entry->box.width = (int) (MIN (g_utf8_strlen (entry->string, -1), MAX_CHARACTERS) * size * 0.5);
  if (entry->width >= 0)
    entry->box.width = MIN (entry->box.width, entry->width);
  entry->box.height = (int) (n_lines * size * DOSSIER_LETTERS_LINE_HEIGHT);
}

/* Returns NULL if the string is not UTF-8, which the reader lets nobody bring in. */
static Entry *
get_entry (DossierTypesetter *self, const char *string, DossierTextStyle style, int width)
{
  Entry key = { .string = (char *) string, .style = style, .width = width };
  Entry *entry = g_hash_table_lookup (self->entries, &key);

  if (entry != NULL)
    {
      g_queue_unlink (&self->used, &entry->link);
      g_queue_push_head_link (&self->used, &entry->link);
      return entry;
    }

  g_return_val_if_fail (g_utf8_validate (string, -1, NULL), NULL);

  if (self->used.length >= MAX_LAYOUTS)
    g_hash_table_remove (self->entries, g_queue_pop_tail_link (&self->used)->data);

  entry = g_new0 (Entry, 1);
  entry->link.data = entry;
  entry->string = g_strdup (string);
  entry->style = style;
  entry->width = width;
  entry->layout = make_layout (self, string, style, width);
  if (self->letters.exist)
    {
      pango_layout_get_extents (entry->layout, NULL, &entry->box);
      pango_layout_get_pixel_extents (entry->layout, &entry->ink, NULL);
    }
  else
    {
      leave_room (self, entry);
    }
  entry->is_ellipsized = width >= 0 && pango_layout_is_ellipsized (entry->layout);
  g_hash_table_add (self->entries, entry);
  g_queue_push_head_link (&self->used, &entry->link);

  return entry;
}

/* What the letters cover, out of a picture of them in black; NULL if they have colours of their own, as emoji do. */
static cairo_surface_t *
extract_mask (cairo_surface_t *picture)
{
  int width = cairo_image_surface_get_width (picture);
  int height = cairo_image_surface_get_height (picture);
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);

  for (int y = 0; y < height; y++)
    {
      const guint32 *from = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (picture) +
                                                               (gssize) y * cairo_image_surface_get_stride (picture));
      guchar *to = cairo_image_surface_get_data (mask) + (gssize) y * cairo_image_surface_get_stride (mask);

      for (int x = 0; x < width; x++)
        {
          if ((from[x] & 0xffffff) != 0)
            {
              cairo_surface_destroy (mask);
              return NULL;
            }
          to[x] = (guchar) (from[x] >> 24);
        }
    }
  cairo_surface_mark_dirty (mask);

  return mask;
}

/* Draws the letters once, to be copied from then on: that is several times as fast. NULL where it cannot be done. */
static cairo_surface_t *
get_mask (Entry *entry, double scale)
{
  double width = ceil ((entry->ink.width + 2) * scale);
  double height = ceil ((entry->ink.height + 2) * scale);
  cairo_surface_t *picture;
  cairo_t *cr;

  if (entry->mask_scale == scale)
    return entry->mask;

  g_clear_pointer (&entry->mask, cairo_surface_destroy);
  g_clear_pointer (&entry->halo, cairo_surface_destroy);
  entry->mask_scale = scale;
  if (width > MOST_MASK_WIDTH || height > MOST_MASK_HEIGHT || entry->ink.width <= 0)
    return NULL;

  picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  cr = cairo_create (picture);
  cairo_scale (cr, scale, scale);
  cairo_move_to (cr, 1 - entry->ink.x, 1 - entry->ink.y);
  pango_cairo_show_layout (cr, entry->layout);
  cairo_destroy (cr);
  cairo_surface_flush (picture);
  entry->mask = extract_mask (picture);
  cairo_surface_destroy (picture);

  return entry->mask;
}

/* The rim around letters that have a mask, likewise. */
static cairo_surface_t *
get_halo (Entry *entry)
{
  double scale = entry->mask_scale;
  cairo_t *cr;

  if (entry->halo != NULL)
    return entry->halo;

  entry->halo = cairo_image_surface_create (CAIRO_FORMAT_A8,
                                            (int) ceil ((entry->ink.width + 2 * HALO_WIDTH) * scale),
                                            (int) ceil ((entry->ink.height + 2 * HALO_WIDTH) * scale));
  cr = cairo_create (entry->halo);
  cairo_scale (cr, scale, scale);
  cairo_move_to (cr, HALO_WIDTH - entry->ink.x, HALO_WIDTH - entry->ink.y);
  pango_cairo_layout_path (cr, entry->layout);
  cairo_set_line_width (cr, HALO_WIDTH);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_destroy (cr);
  cairo_surface_flush (entry->halo);

  return entry->halo;
}

/* Fills what a mask covers, its upper left corner at a place and on a whole device pixel. */
static void
fill_mask (cairo_t *cr, cairo_surface_t *mask, double x, double y, const DossierColor *color)
{
  double x_scale, y_scale;

  cairo_surface_get_device_scale (cairo_get_group_target (cr), &x_scale, &y_scale);
  cairo_surface_set_device_scale (mask, x_scale, y_scale);
  cairo_user_to_device (cr, &x, &y);

  cairo_save (cr);
  cairo_identity_matrix (cr);
  dossier_color_set_source (color, cr);
  cairo_mask_surface (cr, mask, round (x * x_scale) / x_scale, round (y * y_scale) / y_scale);
  cairo_restore (cr);
}

/* How many device pixels a pixel is where pixels are painted upright; 0 for files that keep letters as letters. */
static double
get_pixel_scale (cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  cairo_matrix_t matrix;
  double x_scale, y_scale;

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE)
    return 0;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (target, &x_scale, &y_scale);
  if (matrix.xy != 0 || matrix.yx != 0 || matrix.xx <= 0 || matrix.xx * x_scale != matrix.yy * y_scale)
    return 0;

  return matrix.xx * x_scale;
}

/* GTK records what is painted and plays it back on pixels: there letters must stand where they stand on those. */
static gboolean
is_upright_on_pixels (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_group_target (cr));
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);

  return matrix.xy == 0 && matrix.yx == 0 && (type == CAIRO_SURFACE_TYPE_IMAGE || type == CAIRO_SURFACE_TYPE_RECORDING);
}

/**
 * dossier_typesetter_new:
 * @theme: fonts and text scale; copied
 *
 * Returns: (transfer full): a typesetter; free it with dossier_typesetter_free()
 */
DossierTypesetter *
dossier_typesetter_new (const DossierTheme *theme)
{
  DossierTypesetter *self = g_new0 (DossierTypesetter, 1);

  self->theme = *theme;
  dossier_letters_init (&self->letters);
  self->entries = g_hash_table_new_full (hash_entry, equal_entries, free_entry, NULL);
  g_queue_init (&self->used);

  return self;
}

/**
 * dossier_typesetter_free:
 * @self: (nullable): a typesetter, or %NULL
 */
void
dossier_typesetter_free (DossierTypesetter *self)
{
  if (self == NULL)
    return;

  forget_all (self);
  g_hash_table_unref (self->entries);
  dossier_letters_clear (&self->letters);
  g_free (self);
}

/**
 * dossier_typesetter_set_theme:
 * @self: a typesetter
 * @theme: fonts and text scale; copied
 *
 * Takes other fonts, if they are others. Sizes measured before may no longer hold then.
 */
void
dossier_typesetter_set_theme (DossierTypesetter *self, const DossierTheme *theme)
{
  gboolean same = g_strcmp0 (self->theme.sans, theme->sans) == 0 && self->theme.text_scale == theme->text_scale;

  if (!same)
    forget_all (self);
  self->theme = *theme;
}

/**
 * dossier_typesetter_measure:
 * @string: valid UTF-8, plain
 * @style: the role it plays
 * @width: (out): width of the logical box in pixels at scale 1
 * @height: (out): height of the logical box
 * @typesetter: the #DossierTypesetter
 *
 * Measures @string as dossier_typesetter_draw() draws it without a limit: a #DossierMeasureFunc.
 */
void
dossier_typesetter_measure (const char *string, DossierTextStyle style, double *width, double *height, gpointer typesetter)
{
  const Entry *entry;

  g_return_if_fail (string != NULL && style < DOSSIER_N_TEXT_STYLES);

  entry = get_entry (typesetter, string, style, -1);
  *width = entry != NULL ? (double) entry->box.width / PANGO_SCALE : 0;
  *height = entry != NULL ? (double) entry->box.height / PANGO_SCALE : 0;
}

/**
 * dossier_typesetter_draw:
 * @self: a typesetter
 * @cr: the context to draw on; its path is lost
 * @string: valid UTF-8, plain
 * @style: the role it plays
 * @x: left edge of the logical box
 * @y: top edge of the logical box
 * @max_width: the width at which the text ends in an ellipsis, or a negative number for none
 * @color: its colour
 * @halo: (nullable): the colour of a rim around the letters, usually that of the ground, or %NULL for none
 *
 * Draws a line of text, or several if @string holds line ends. Nothing is drawn beyond some million pixels
 * from the origin, where cairo no longer draws rightly. On pixels the text begins at a whole one, so that it looks the
 * same wherever it moves.
 *
 * Returns: whether all of @string is seen: %FALSE if there is an ellipsis
 */
gboolean
dossier_typesetter_draw (DossierTypesetter *self,
                         cairo_t *cr,
                         const char *string,
                         DossierTextStyle style,
                         double x,
                         double y,
                         double max_width,
                         const DossierColor *color,
                         const DossierColor *halo)
{
  cairo_surface_t *mask = NULL;
  Entry *entry;
  double scale;
  int width = -1;

  g_return_val_if_fail (string != NULL && style < DOSSIER_N_TEXT_STYLES, FALSE);
  g_return_val_if_fail (isfinite (x) && isfinite (y) && !isnan (max_width), FALSE);

  if (fabs (x) > MAX_COORDINATE || fabs (y) > MAX_COORDINATE)
    return FALSE;

  if (max_width >= 0)
    {
      double full_width, height;

      /* A text that fits is laid out once, whatever room it has, and one that is cut once for each whole pixel. The
         tolerances are for what layouts round: at a whole pixel, the last bits of the room must not decide. */
      dossier_typesetter_measure (string, style, &full_width, &height, self);
      if (full_width > max_width + 0.5)
        width = (int) MIN (max_width + 0.02, MAX_COORDINATE / 4) * PANGO_SCALE;
    }

  entry = get_entry (self, string, style, width);
  if (entry == NULL)
    return FALSE;
  if (!self->letters.exist)
    return !entry->is_ellipsized;

  if (is_upright_on_pixels (cr))
    {
      cairo_user_to_device (cr, &x, &y);
      x = round (x);
      y = round (y);
      cairo_device_to_user (cr, &x, &y);
    }

  scale = get_pixel_scale (cr);
  if (scale > 0)
    mask = get_mask (entry, scale);
  if (mask != NULL)
    {
      if (halo != NULL)
        fill_mask (cr, get_halo (entry), x + entry->ink.x - HALO_WIDTH, y + entry->ink.y - HALO_WIDTH, halo);
      fill_mask (cr, mask, x + entry->ink.x - 1, y + entry->ink.y - 1, color);
      cairo_new_path (cr);

      return !entry->is_ellipsized;
    }

  if (halo != NULL)
    {
      cairo_save (cr);
      cairo_move_to (cr, x, y);
      pango_cairo_layout_path (cr, entry->layout);
      cairo_set_line_width (cr, HALO_WIDTH);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      dossier_color_set_source (halo, cr);
      cairo_stroke (cr);
      cairo_restore (cr);
    }

  dossier_color_set_source (color, cr);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, entry->layout);
  cairo_new_path (cr);

  return !entry->is_ellipsized;
}
