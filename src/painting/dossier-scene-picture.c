/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-scene-picture.h"

#include <math.h>
#include <pango/pangocairo.h>

/* The smallest type is a fortieth of the height; everything is measured in it. */
#define UNITS_OF_HEIGHT 40.0

/* In units. */
#define MARGIN       2.0
#define TITLE_SIZE   2.6
#define CAPTION_SIZE 1.5

struct _DossierScenePicture
{
  DossierDocument *document;
  const DossierStory *story;
  DossierTheme theme;
  double width;
  double height;
  int scale;
};

/**
 * dossier_scene_picture_new:
 * @document: a document
 * @story: which of its stories, from 0
 * @theme: light or dark, and the fonts; copied. Its text scale is not heeded: type follows the size of the picture
 *
 * Returns: (transfer full): a picture of 1920 by 1080 pixels
 */
DossierScenePicture *
dossier_scene_picture_new (DossierDocument *document, int story, const DossierTheme *theme)
{
  DossierScenePicture *self;

  g_return_val_if_fail (story >= 0 && story < dossier_document_get_count (document, DOSSIER_RECORD_STORY), NULL);

  self = g_new0 (DossierScenePicture, 1);
  self->document = g_object_ref (document);
  self->story = dossier_document_get_story (document, story);
  self->theme = *theme;
  self->width = 1920;
  self->height = 1080;
  self->scale = 1;

  return self;
}

/**
 * dossier_scene_picture_free:
 * @self: (nullable): a picture, or %NULL
 */
void
dossier_scene_picture_free (DossierScenePicture *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->document);
  g_free (self);
}

/**
 * dossier_scene_picture_set_theme:
 * @self: a picture
 * @theme: as in dossier_scene_picture_new(); copied
 */
void
dossier_scene_picture_set_theme (DossierScenePicture *self, const DossierTheme *theme)
{
  self->theme = *theme;
}

/**
 * dossier_scene_picture_set_size:
 * @self: a picture
 * @width: in pixels, at least 1
 * @height: likewise
 * @scale: how many device pixels a pixel has where it is painted on pixels, at least 1
 *
 * States that were asked for before no longer hold.
 */
void
dossier_scene_picture_set_size (DossierScenePicture *self, double width, double height, int scale)
{
  g_return_if_fail (width >= 1 && height >= 1 && scale >= 1);

  self->width = width;
  self->height = height;
  self->scale = scale;
}

/**
 * dossier_scene_picture_get_n_scenes:
 * @self: a picture
 *
 * Returns: how many scenes the story has, at least 0
 */
int
dossier_scene_picture_get_n_scenes (DossierScenePicture *self)
{
  return self->story->scenes.n;
}

/**
 * dossier_scene_picture_get_state:
 * @self: a picture
 * @scene: which scene, from 0
 * @state: (out): what is seen where the picture rests in it
 */
void
dossier_scene_picture_get_state (DossierScenePicture *self, int scene, DossierSceneState *state)
{
  const DossierScene *shown;
  gint64 begin = 0;
  gint64 end = 1;

  g_return_if_fail (scene >= 0 && scene < self->story->scenes.n);

  shown = &self->story->scenes.items[scene];
  if (!(shown->date.span.flags & DOSSIER_SPAN_UNKNOWN))
    dossier_span_get_known (&shown->date.span, &begin, &end);

  *state = (DossierSceneState){
    .from = scene,
    .to = scene,
    .fade = 1,
    .begin = (double) begin,
    .end = (double) MAX (end, begin + 1),
    .as_of = NAN,
    .zoom = 1,
  };
  if (!(shown->as_of.span.flags & DOSSIER_SPAN_UNKNOWN))
    {
      state->as_of = (double) shown->as_of.span.start_earliest;
      state->as_of_opacity = 1;
    }
}

static double
draw_paragraph (DossierScenePicture *self, cairo_t *cr, const char *text, double size, int weight, double y, const DossierColor *color)
{
  double unit = self->height / UNITS_OF_HEIGHT;
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (self->theme.sans);
  int width, height;

  pango_font_description_set_absolute_size (font, size * unit * PANGO_SCALE);
  pango_font_description_set_weight (font, (PangoWeight) weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) ((self->width - 2 * MARGIN * unit) * PANGO_SCALE));
  pango_layout_get_pixel_size (layout, &width, &height);
  dossier_color_set_source (color, cr);
  cairo_move_to (cr, MARGIN * unit, y);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
  g_object_unref (layout);

  return height;
}

/**
 * dossier_scene_picture_draw:
 * @self: a picture
 * @state: what of it is to be seen
 * @cr: where to draw, into the rectangle from 0,0 to its size; its state is as before in the end
 */
void
dossier_scene_picture_draw (DossierScenePicture *self, const DossierSceneState *state, cairo_t *cr)
{
  double unit = self->height / UNITS_OF_HEIGHT;
  double opacity;
  int index = dossier_scene_state_get_scene (state, &opacity);
  double y = MARGIN * unit;

  cairo_save (cr);
  dossier_color_set_source (&self->theme.view, cr);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);

  if (index >= 0 && index < self->story->scenes.n)
    {
      const DossierScene *scene = &self->story->scenes.items[index];
      DossierColor text = dossier_color_with_alpha (self->theme.text, opacity);
      DossierColor dim_text = dossier_color_with_alpha (self->theme.dim_text, opacity);

      y += draw_paragraph (self, cr, dossier_text_get (&scene->title, NULL), TITLE_SIZE, 700, y, &text);
      draw_paragraph (self, cr, dossier_text_get (&scene->caption, NULL), CAPTION_SIZE, 400, y, &dim_text);
    }
  cairo_restore (cr);
}

/**
 * dossier_scene_picture_describe:
 * @self: a picture
 * @scene: which scene, from 0
 *
 * Returns: (transfer full): what is to be seen in it, in words, for those who do not see it
 */
char *
dossier_scene_picture_describe (DossierScenePicture *self, int scene)
{
  const DossierScene *shown;

  g_return_val_if_fail (scene >= 0 && scene < self->story->scenes.n, NULL);

  shown = &self->story->scenes.items[scene];

  return g_strdup_printf ("%s. %s", dossier_text_get (&shown->title, NULL), dossier_text_get (&shown->caption, NULL));
}
