/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-paragraphs.h"

#include "painting/dossier-letters.h"

#include <math.h>
#include <pango/pangocairo.h>

/* As many layouts are kept; all are forgotten when there are more. */
#define MOST_LAYOUTS 512

struct _DossierParagraphs
{
  DossierTheme theme;
  DossierLetters letters;
  GHashTable *layouts; /* from what makes one up, as text, to a PangoLayout */
};

/* How a role is set. */
static const struct
{
  int weight;
  double leading; /* from line to line, in heights of letters as the font has them */
  gboolean is_serif;
  PangoAlignment alignment;
} styles[DOSSIER_N_SCENE_ROLES] = {
  [DOSSIER_SCENE_KICKER] = { 700, 1.0, FALSE, PANGO_ALIGN_LEFT },
  [DOSSIER_SCENE_TITLE] = { 700, 1.0, FALSE, PANGO_ALIGN_LEFT },
  [DOSSIER_SCENE_CAPTION] = { 400, 1.05, FALSE, PANGO_ALIGN_LEFT },
  [DOSSIER_SCENE_QUOTE] = { 400, 1.0, TRUE, PANGO_ALIGN_LEFT },
  [DOSSIER_SCENE_SPEAKER] = { 400, 1.0, FALSE, PANGO_ALIGN_LEFT },
  [DOSSIER_SCENE_POINT_WORD] = { 700, 1.0, FALSE, PANGO_ALIGN_LEFT },
  [DOSSIER_SCENE_POINT] = { 400, 1.0, FALSE, PANGO_ALIGN_LEFT },
  [DOSSIER_SCENE_SOURCES] = { 400, 1.0, FALSE, PANGO_ALIGN_LEFT },
  [DOSSIER_SCENE_PROGRESS] = { 400, 1.0, FALSE, PANGO_ALIGN_RIGHT },
};

/**
 * dossier_paragraphs_new:
 * @theme: the fonts; copied. Its text scale is not heeded
 *
 * Returns: (transfer full): paragraphs; free them with dossier_paragraphs_free()
 */
DossierParagraphs *
dossier_paragraphs_new (const DossierTheme *theme)
{
  DossierParagraphs *self = g_new0 (DossierParagraphs, 1);

  self->theme = *theme;
  dossier_letters_init (&self->letters);
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  return self;
}

/**
 * dossier_paragraphs_free:
 * @self: (nullable): paragraphs, or %NULL
 */
void
dossier_paragraphs_free (DossierParagraphs *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->layouts);
  dossier_letters_clear (&self->letters);
  g_free (self);
}

/* Line ends stay; other control characters, which would be drawn as boxes, become spaces. */
static char *
clean (const char *text)
{
  GString *cleaned = g_string_sized_new (128);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (cleaned, c != '\n' && g_unichar_iscntrl (c) ? ' ' : c);
    }

  return g_string_free (cleaned, FALSE);
}

static PangoLayout *
make_layout (DossierParagraphs *self, const char *text, DossierSceneRole role, double size, double width, double height)
{
  PangoLayout *layout = pango_layout_new (self->letters.context);
  PangoFontDescription *font = pango_font_description_new ();
  g_autofree char *cleaned = clean (text);

  pango_font_description_set_family (font, styles[role].is_serif ? self->theme.serif : self->theme.sans);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, (PangoWeight) styles[role].weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  pango_layout_set_text (layout, cleaned, -1);
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, styles[role].alignment);
  pango_layout_set_line_spacing (layout, (float) styles[role].leading);
  if (height >= 0)
    {
      pango_layout_set_height (layout, (int) (height * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }

  return layout;
}

/* A negative height sets no limit. */
static PangoLayout *
get_layout (DossierParagraphs *self, const char *text, DossierSceneRole role, double size, double width, double height)
{
  g_autofree char *key = g_strdup_printf ("%d %.3f %.3f %.3f %s", (int) role, size, width, height, text);
  PangoLayout *layout = g_hash_table_lookup (self->layouts, key);

  if (layout != NULL)
    return layout;

  if (g_hash_table_size (self->layouts) >= MOST_LAYOUTS)
    g_hash_table_remove_all (self->layouts);
  layout = make_layout (self, text, role, size, width, height);
  g_hash_table_insert (self->layouts, g_steal_pointer (&key), layout);

  return layout;
}

/**
 * dossier_paragraphs_get_layout:
 * @self: paragraphs
 * @text: valid UTF-8, plain
 * @role: what it is
 * @size: the height of its letters, in pixels
 * @width: how wide its lines may be, in pixels
 *
 * Returns: (transfer none): how it is broken into lines; valid until another is asked for
 */
PangoLayout *
dossier_paragraphs_get_layout (DossierParagraphs *self, const char *text, DossierSceneRole role, double size, double width)
{
  g_return_val_if_fail (role < DOSSIER_N_SCENE_ROLES && size > 0, NULL);

  return get_layout (self, text, role, size, width, -1);
}

/**
 * dossier_paragraphs_measure:
 * @text: valid UTF-8, plain
 * @role: what it is
 * @size: the height of its letters, in pixels
 * @width: how wide its lines may be, in pixels
 * @paragraphs: the #DossierParagraphs
 *
 * Returns: how high it is then: a #DossierSceneMeasureFunc
 */
double
dossier_paragraphs_measure (const char *text, DossierSceneRole role, double size, double width, gpointer paragraphs)
{
  DossierParagraphs *self = paragraphs;
  PangoLayout *layout = dossier_paragraphs_get_layout (self, text, role, size, width);
  PangoRectangle box;

  if (!self->letters.exist)
    return pango_layout_get_line_count (layout) * size * DOSSIER_LETTERS_LINE_HEIGHT;

  pango_layout_get_extents (layout, NULL, &box);

  return (double) box.height / PANGO_SCALE;
}

/**
 * dossier_paragraphs_measure_line:
 * @self: paragraphs
 * @layout: one of them
 * @line: which line of it
 * @size: the height of its letters, in pixels
 *
 * Returns: how high the line is, in pixels
 */
double
dossier_paragraphs_measure_line (DossierParagraphs *self, PangoLayout *layout, int line, double size)
{
  PangoRectangle box;

  if (!self->letters.exist)
    return size * DOSSIER_LETTERS_LINE_HEIGHT;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, line), NULL, &box);

  return (double) box.height / PANGO_SCALE;
}

/**
 * dossier_paragraphs_draw:
 * @self: paragraphs
 * @text: a paragraph of a plan that was measured with them
 * @color: its colour
 * @cr: where to draw
 *
 * Draws a paragraph where it stands; one that is cut ends in an ellipsis.
 */
void
dossier_paragraphs_draw (DossierParagraphs *self, const DossierSceneText *text, const DossierColor *color, cairo_t *cr)
{
  PangoLayout *layout;

  if (!self->letters.exist)
    return;

  layout = get_layout (self, text->text, text->role, text->size, text->box.width, text->is_cut ? text->box.height : -1);
  dossier_color_set_source (color, cr);
  cairo_move_to (cr, text->box.x, text->box.y);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
}
