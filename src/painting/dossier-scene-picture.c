/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-scene-picture.h"

#include "layout/dossier-scene-plan.h"
#include "painting/dossier-paragraphs.h"
#include "painting/dossier-scene-main.h"
#include "painting/dossier-scene-map.h"
#include "painting/dossier-scene-timeline.h"

#include <math.h>

/* Timeline, map, balance and matrix are drawn as they are in the window, so much larger that their smallest letters, which
 * are this high, are as high as the smallest of the picture. */
#define SMALLEST_LETTERS 11.0

struct _DossierScenePicture
{
  DossierDocument *document;
  DossierStoryContent *story;
  DossierTheme theme;
  double width;
  double height;
  int scale;

  DossierParagraphs *paragraphs;
  DossierSceneTimeline *timeline;
  DossierSceneMap *map;
  DossierSceneMain *main;
  GPtrArray *plans; /* of DossierScenePlan, by scene; NULL for one that was not yet needed */
};

static void
free_plan (gpointer plan)
{
  dossier_scene_plan_free (plan);
}

static void
forget_plans (DossierScenePicture *self)
{
  g_ptr_array_set_size (self->plans, 0);
  g_ptr_array_set_size (self->plans, dossier_story_content_get_n_scenes (self->story));
}

static void
make_parts (DossierScenePicture *self)
{
  self->paragraphs = dossier_paragraphs_new (&self->theme);
  self->timeline = dossier_scene_timeline_new (self->document, self->story, &self->theme);
  self->map = dossier_scene_map_new (self->document, self->story, &self->theme);
  self->main = dossier_scene_main_new (self->document, &self->theme);
}

static void
clear_parts (DossierScenePicture *self)
{
  g_clear_pointer (&self->paragraphs, dossier_paragraphs_free);
  g_clear_pointer (&self->timeline, dossier_scene_timeline_free);
  g_clear_pointer (&self->map, dossier_scene_map_free);
  g_clear_pointer (&self->main, dossier_scene_main_free);
}

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
  self->story = dossier_story_content_new (document, story);
  self->theme = *theme;
  self->width = 1920;
  self->height = 1080;
  self->scale = 1;
  self->plans = g_ptr_array_new_with_free_func (free_plan);
  make_parts (self);
  forget_plans (self);

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

  clear_parts (self);
  g_ptr_array_unref (self->plans);
  dossier_story_content_free (self->story);
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
  clear_parts (self);
  make_parts (self);
  forget_plans (self);
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

  if (self->width == width && self->height == height && self->scale == scale)
    return;

  self->width = width;
  self->height = height;
  self->scale = scale;
  forget_plans (self);
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
  return dossier_story_content_get_n_scenes (self->story);
}

/**
 * dossier_scene_picture_get_story:
 * @self: a picture
 *
 * Returns: (transfer none): what its story rests on
 */
DossierStoryContent *
dossier_scene_picture_get_story (DossierScenePicture *self)
{
  return self->story;
}

static const DossierScenePlan *
get_plan (DossierScenePicture *self, int scene)
{
  DossierScenePlan *plan = g_ptr_array_index (self->plans, scene);

  if (plan == NULL)
    {
      plan = dossier_scene_plan_new (self->document, self->story, scene, self->width, self->height, dossier_paragraphs_measure, self->paragraphs);
      self->plans->pdata[scene] = plan;
    }

  return plan;
}

/* By how much more than in the window things are enlarged. */
static double
get_enlargement (DossierScenePicture *self)
{
  return self->height / DOSSIER_SCENE_UNITS / SMALLEST_LETTERS;
}

static gboolean
is_shown (const DossierRectangle *box)
{
  return box->width >= 1 && box->height >= 1;
}

/**
 * dossier_scene_picture_is_complete:
 * @self: a picture
 * @scene: which scene, from 0
 *
 * Returns: whether all words of the scene are in its picture: none is cut, no quote and no statement was left out
 */
gboolean
dossier_scene_picture_is_complete (DossierScenePicture *self, int scene)
{
  const DossierScenePlan *plan;

  g_return_val_if_fail (scene >= 0 && scene < dossier_scene_picture_get_n_scenes (self), FALSE);

  plan = get_plan (self, scene);
  for (guint i = 0; i < plan->texts->len; i++)
    if (dossier_scene_plan_get_text (plan, i)->is_cut)
      return FALSE;

  return plan->n_left_out == 0;
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
  const DossierSceneContent *content;
  const DossierScenePlan *plan;
  double enlargement = get_enlargement (self);

  g_return_if_fail (scene >= 0 && scene < dossier_scene_picture_get_n_scenes (self));

  content = dossier_story_content_get_scene (self->story, scene);
  plan = get_plan (self, scene);
  *state = (DossierSceneState){
    .from = scene,
    .to = scene,
    .fade = 1,
    .begin = (double) content->begin,
    .end = (double) content->end,
    .as_of = content->has_as_of ? (double) content->as_of : NAN,
    .as_of_opacity = content->has_as_of ? 1 : 0,
    .zoom = 1,
  };
  if (is_shown (&plan->map))
    dossier_scene_map_get_camera (self->map,
                                  scene,
                                  plan->map.width / enlargement,
                                  plan->map.height / enlargement,
                                  &state->x,
                                  &state->y,
                                  &state->zoom);
}

/* Sets up a part's own pixels. */
static void
begin_part (const DossierRectangle *box, double enlargement, cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, box->x, box->y);
  cairo_scale (cr, enlargement, enlargement);
}

static void
draw_bar (DossierScenePicture *self, const DossierSceneBar *bar, double opacity, cairo_t *cr)
{
  DossierColor color = bar->status == DOSSIER_STATUS_NONE ? self->theme.accent : self->theme.dim_text;
  double width = bar->box.width;
  const double dashes[] = { 2.2 * width, 1.6 * width };

  color = dossier_color_with_alpha (color, opacity);
  dossier_color_set_source (&color, cr);
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  if (bar->status > DOSSIER_STATUS_REPORTED)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, bar->box.x + width / 2, bar->box.y);
  cairo_line_to (cr, bar->box.x + width / 2, bar->box.y + bar->box.height);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_words (DossierScenePicture *self, const DossierScenePlan *plan, double opacity, cairo_t *cr)
{
  for (guint i = 0; i < plan->texts->len; i++)
    {
      const DossierSceneText *text = dossier_scene_plan_get_text (plan, i);
      gboolean is_strong = text->role == DOSSIER_SCENE_TITLE || text->role == DOSSIER_SCENE_QUOTE || text->role == DOSSIER_SCENE_POINT;
      DossierColor color = is_strong ? self->theme.text : self->theme.dim_text;

      if (text->role == DOSSIER_SCENE_KICKER)
        color = self->theme.accent_text;

      color = dossier_color_with_alpha (color, opacity);
      dossier_paragraphs_draw (self->paragraphs, text, &color, cr);
    }
  for (guint i = 0; i < plan->bars->len; i++)
    draw_bar (self, dossier_scene_plan_get_bar (plan, i), opacity, cr);
}

/* The line fills up evenly from one scene to the next. */
static void
draw_progress (DossierScenePicture *self, const DossierSceneState *state, cairo_t *cr)
{
  const DossierScenePlan *from = get_plan (self, state->from);
  const DossierScenePlan *to = get_plan (self, state->to);
  double share = from->share + (to->share - from->share) * CLAMP (state->fade, 0, 1);

  dossier_color_set_source (&self->theme.grid, cr);
  cairo_rectangle (cr, to->progress.x, to->progress.y, to->progress.width, to->progress.height);
  cairo_fill (cr);
  dossier_color_set_source (&self->theme.accent, cr);
  cairo_rectangle (cr, to->progress.x, to->progress.y, to->progress.width * share, to->progress.height);
  cairo_fill (cr);
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
  double enlargement = get_enlargement (self);
  double opacity;
  int scene = dossier_scene_state_get_scene (state, &opacity);
  const DossierScenePlan *plan;

  g_return_if_fail (scene >= 0 && scene < dossier_scene_picture_get_n_scenes (self));

  plan = get_plan (self, scene);

  cairo_save (cr);
  dossier_color_set_source (&self->theme.view, cr);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);

  if (is_shown (&plan->timeline))
    {
      begin_part (&plan->timeline, enlargement, cr);
      dossier_scene_timeline_draw (self->timeline, state, plan->timeline.width / enlargement, plan->timeline.height / enlargement, cr);
      cairo_restore (cr);
    }
  if (is_shown (&plan->map))
    {
      begin_part (&plan->map, enlargement, cr);
      dossier_scene_map_draw (self->map, state, plan->map.width / enlargement, plan->map.height / enlargement, cr);
      cairo_restore (cr);
    }
  if (is_shown (&plan->main))
    {
      begin_part (&plan->main, enlargement, cr);
      if (opacity < 1)
        cairo_push_group (cr);
      dossier_scene_main_draw (self->main,
                               dossier_story_content_get_scene (self->story, scene),
                               plan->main.width / enlargement,
                               plan->main.height / enlargement,
                               cr);
      if (opacity < 1)
        {
          cairo_pop_group_to_source (cr);
          cairo_paint_with_alpha (cr, opacity);
        }
      cairo_restore (cr);
    }

  draw_words (self, plan, opacity, cr);
  draw_progress (self, state, cr);
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
  g_autoptr (GString) description = g_string_new (NULL);
  const DossierScenePlan *plan;

  g_return_val_if_fail (scene >= 0 && scene < dossier_scene_picture_get_n_scenes (self), NULL);

  plan = get_plan (self, scene);
  for (guint i = 0; i < plan->texts->len; i++)
    g_string_append_printf (description, "%s%s", i > 0 ? "\n" : "", dossier_scene_plan_get_text (plan, i)->text);

  return g_string_free (g_steal_pointer (&description), FALSE);
}
