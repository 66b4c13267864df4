/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-scene-timeline.h"

#include "layout/dossier-scene-rows.h"
#include "layout/dossier-scene-words.h"
#include "layout/dossier-timeline-lanes.h"
#include "layout/dossier-timeline-layout.h"
#include "painting/dossier-timeline-painter.h"

#include <math.h>

/* A scene as it is shown. The layout asks for its events by their number in the document. */
typedef struct
{
  DossierTimelineLayout *layout;
  const GArray *shown; /* (nullable): its events, ascending; NULL for all */
  GArray *rows;       /* (nullable): where its events are put, for that size */
  double rows_width;  /* 0 if that is not known */
  double rows_height;
} Strip;

struct _DossierSceneTimeline
{
  DossierDocument *document;
  DossierStoryContent *story;
  DossierTheme theme;
  DossierTypesetter *typesetter;
  DossierSwatches *swatches;
  Strip *strips; /* by scene; laid out when first shown */
  int n_strips;
  DossierTimelineScene scene;
};

static char *
dup_hedged_title (int event, gpointer data)
{
  g_autofree char *title = dossier_document_dup_title (data, (DossierRef){ DOSSIER_RECORD_EVENT, event }, NULL);

  return dossier_scene_words_hedge (title, dossier_scene_words_get_status (data, (DossierRef){ DOSSIER_RECORD_EVENT, event }));
}

static int
get_lanes (int event, int *lanes, gpointer data)
{
  const Strip *strip = data;
  guint low = 0;
  guint high = strip->shown != NULL ? strip->shown->len : 0;

  lanes[0] = 0;
  if (strip->shown == NULL)
    return 1;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int found = g_array_index (strip->shown, int, middle);

      if (found == event)
        return 1;
      if (found < event)
        low = middle + 1;
      else
        high = middle;
    }

  return 0;
}

/**
 * dossier_scene_timeline_new:
 * @document: a document
 * @story: what a story of it rests on; it must live as long
 * @theme: the look; copied
 *
 * Returns: (transfer full): the timeline of the story
 */
DossierSceneTimeline *
dossier_scene_timeline_new (DossierDocument *document, DossierStoryContent *story, const DossierTheme *theme)
{
  DossierSceneTimeline *self = g_new0 (DossierSceneTimeline, 1);

  self->document = g_object_ref (document);
  self->story = story;
  self->theme = *theme;
  self->theme.text_scale = 1;
  self->typesetter = dossier_typesetter_new (&self->theme);
  self->swatches = dossier_swatches_new (document, &self->theme);
  self->n_strips = dossier_story_content_get_n_scenes (story);
  self->strips = g_new0 (Strip, MAX (self->n_strips, 1));
  dossier_timeline_scene_init (&self->scene);

  return self;
}

/**
 * dossier_scene_timeline_free:
 * @self: (nullable): a timeline, or %NULL
 */
void
dossier_scene_timeline_free (DossierSceneTimeline *self)
{
  if (self == NULL)
    return;

  dossier_timeline_scene_clear (&self->scene);
  for (int i = 0; i < self->n_strips; i++)
    {
      dossier_timeline_layout_free (self->strips[i].layout);
      g_clear_pointer (&self->strips[i].rows, g_array_unref);
    }
  g_free (self->strips);
  dossier_swatches_free (self->swatches);
  dossier_typesetter_free (self->typesetter);
  g_object_unref (self->document);
  g_free (self);
}

static DossierTimelineLayout *
get_layout (DossierSceneTimeline *self, int scene)
{
  static const DossierTimelineLane lane = { "", -1, FALSE };
  Strip *strip = &self->strips[scene];
  DossierTimelineSource source;

  if (strip->layout != NULL)
    return strip->layout;

  dossier_timeline_source_init (&source, self->document);
  source.dup_title = dup_hedged_title;
  strip->shown = dossier_story_content_get_scene (self->story, scene)->shown;
  strip->layout = dossier_timeline_layout_new (&source, dossier_typesetter_measure, self->typesetter);
  dossier_timeline_layout_set_lanes (strip->layout, &lane, 1, get_lanes, strip);

  return strip->layout;
}

/* What is without a lane's title begins where titles would end. */
static void
lay_out_dates (DossierSceneTimeline *self, int scene, double begin, double end, double width, double height)
{
  DossierTimelineLayout *layout = get_layout (self, scene);
  DossierTimeViewport viewport;
  double origin = floor (begin);
  double plot_x, plot_width;

  dossier_timeline_layout_get_plot (layout, width, &plot_x, &plot_width);
  plot_width += plot_x;
  viewport = (DossierTimeViewport){
    .origin = (gint64) origin,
    .fraction = begin - origin,
    .seconds_per_pixel = MAX ((end - begin) / plot_width, DOSSIER_TIME_FINEST),
    .width = plot_width,
  };
  dossier_timeline_layout_update (layout, &viewport, width + plot_x, height, 0, &self->scene);
}

static void
lay_out (DossierSceneTimeline *self, int scene, const DossierSceneState *state, double width, double height)
{
  const DossierSceneContent *content = dossier_story_content_get_scene (self->story, scene);
  Strip *strip = &self->strips[scene];

  if (strip->rows_width != width || strip->rows_height != height)
    {
      g_clear_pointer (&strip->rows, g_array_unref);
      lay_out_dates (self, scene, (double) content->begin, (double) content->end, width, height);
      strip->rows = dossier_scene_rows_find (&self->scene, dossier_typesetter_measure, self->typesetter);
      strip->rows_width = width;
      strip->rows_height = height;
    }

  lay_out_dates (self, scene, state->begin, state->end, width, height);
  if (strip->rows != NULL)
    dossier_scene_rows_apply (strip->rows, &self->scene, dossier_typesetter_measure, self->typesetter);

  /* An audience cannot go there. */
  self->scene.earlier_label[0] = '\0';
  self->scene.later_label[0] = '\0';
}

/* The line of the day passes behind words. */
static void
clip_words_out (DossierSceneTimeline *self, cairo_t *cr)
{
  cairo_rectangle (cr, 0, 0, self->scene.width, self->scene.height);
  for (guint i = 0; i < self->scene.items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (&self->scene, i);
      const DossierTimelineBox *boxes[] = { &item->title_box, &item->detail_box };

      for (gsize j = 0; j < G_N_ELEMENTS (boxes); j++)
        if (!dossier_timeline_box_is_empty (boxes[j]))
          cairo_rectangle (cr, boxes[j]->x, boxes[j]->y, boxes[j]->width, boxes[j]->height);
    }
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);
}

static void
draw_as_of (DossierSceneTimeline *self, const DossierTimelinePainter *painter, const DossierSceneState *state, cairo_t *cr)
{
  DossierTimelineState shown = DOSSIER_TIMELINE_STATE_NONE;

  if (isnan (state->as_of) || state->as_of_opacity <= 0)
    return;

  shown.has_as_of = TRUE;
  shown.as_of = (gint64) state->as_of;
  cairo_save (cr);
  clip_words_out (self, cr);
  if (state->as_of_opacity < 1)
    cairo_push_group (cr);
  dossier_timeline_paint_over (painter, &self->scene, &shown, cr);
  if (state->as_of_opacity < 1)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, state->as_of_opacity);
    }
  cairo_restore (cr);
}

/**
 * dossier_scene_timeline_draw:
 * @self: a timeline
 * @state: what is to be seen
 * @width: how wide it is shown, in its own pixels
 * @height: how high
 * @cr: where to draw, the upper left being at 0,0
 */
void
dossier_scene_timeline_draw (DossierSceneTimeline *self, const DossierSceneState *state, double width, double height, cairo_t *cr)
{
  DossierTimelinePainter painter = { &self->theme, self->swatches, self->typesetter };
  DossierTimelineState shown = DOSSIER_TIMELINE_STATE_NONE;
  double opacity;
  int scene = dossier_scene_state_get_scene (state, &opacity);
  const DossierSceneContent *content = dossier_story_content_get_scene (self->story, scene);

  lay_out (self, scene, state, width, height);
  if (content->filter != NULL && content->events->len > 0)
    {
      /* Beside others that merely match, what is set off has to stand out. */
      shown.selected = (const int *) content->events->data;
      shown.n_selected = (int) content->events->len;
    }
  else if (content->selected.type == DOSSIER_RECORD_EVENT)
    {
      shown.selected = &content->selected.index;
      shown.n_selected = 1;
    }

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_translate (cr, -self->scene.plot.x, 0);
  shown.faded = 1 - opacity;
  dossier_timeline_paint_ground (&painter, &self->scene, &shown, cr);
  draw_as_of (self, &painter, state, cr);
  cairo_restore (cr);
}
