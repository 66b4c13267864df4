/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-scene-stage.h"

#include "layout/dossier-scene-glide.h"
#include "painting/dossier-paint-thread.h"

/* One on the screen, one that the screen still holds from before, one that waits to be shown, one that is painted. */
#define MOST_FRAMES 5

/* What the thread has not been told yet. */
typedef struct
{
  DossierTheme *theme; /* NULL for as before */
  int width;           /* 0 for as before */
  int height;
  int scale;
  int scene; /* -1 for as before */
  gboolean glides;
  gint64 now;
} Wish;

struct _DossierSceneStage
{
  DossierSceneReadyFunc ready;
  gpointer data;
  DossierPaintThread *thread;

  /* Of the caller. */
  DossierSceneFrame *shown;
  gboolean has_size;
  gboolean has_scene;
  gboolean has_news; /* something was told since the last wish */

  /* Of both, under the lock of the thread. */
  Wish wish;
  gboolean has_wish;
  gboolean is_gliding;
  DossierSceneFrame *fresh;

  /* Of the thread. */
  DossierScenePicture *picture;
  int width;
  int height;
  int scale;
  DossierSceneGlide glide;
  gboolean has_begun; /* whether the glide knows when it began */
  gboolean has_state;
  DossierSceneState state; /* what was painted last */
  DossierSceneFrame *frames[MOST_FRAMES];
};

static DossierSceneFrame *
frame_new (void)
{
  DossierSceneFrame *frame = g_new0 (DossierSceneFrame, 1);

  frame->ref_count = 1;

  return frame;
}

/**
 * dossier_scene_frame_ref:
 * @frame: a frame
 *
 * May be called from any thread.
 *
 * Returns: (transfer full): @frame
 */
DossierSceneFrame *
dossier_scene_frame_ref (DossierSceneFrame *frame)
{
  g_atomic_int_inc (&frame->ref_count);

  return frame;
}

/**
 * dossier_scene_frame_unref:
 * @frame: (nullable): a frame, or %NULL
 *
 * May be called from any thread.
 */
void
dossier_scene_frame_unref (DossierSceneFrame *frame)
{
  if (frame == NULL || !g_atomic_int_dec_and_test (&frame->ref_count))
    return;

  if (frame->surface != NULL)
    cairo_surface_destroy (frame->surface);
  g_free (frame);
}

/* A frame that nobody looks at, of the size that is wanted. */
static DossierSceneFrame *
take_frame (DossierSceneStage *stage)
{
  DossierSceneFrame *frame = NULL;
  int width = stage->width * stage->scale;
  int height = stage->height * stage->scale;

  for (int i = 0; i < MOST_FRAMES && frame == NULL; i++)
    {
      if (stage->frames[i] == NULL)
        stage->frames[i] = frame_new ();
      if (g_atomic_int_get (&stage->frames[i]->ref_count) == 1)
        frame = dossier_scene_frame_ref (stage->frames[i]);
    }
  /* The screen holds more than it was thought to. */
  if (frame == NULL)
    frame = frame_new ();

  if (frame->surface != NULL &&
      (cairo_image_surface_get_width (frame->surface) != width || cairo_image_surface_get_height (frame->surface) != height))
    g_clear_pointer (&frame->surface, cairo_surface_destroy);
  if (frame->surface == NULL)
    frame->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_surface_set_device_scale (frame->surface, stage->scale, stage->scale);
  frame->scale = stage->scale;

  return frame;
}

/* In another size or theme a scene is another picture: it is shown at once where it was, or where it was going to. */
static void
take_look (DossierSceneStage *stage, Wish *wish)
{
  if (wish->theme != NULL)
    dossier_scene_picture_set_theme (stage->picture, wish->theme);
  if (wish->width > 0)
    {
      stage->width = wish->width;
      stage->height = wish->height;
      stage->scale = wish->scale;
      dossier_scene_picture_set_size (stage->picture, wish->width, wish->height, wish->scale);
    }
  if (stage->has_state && (wish->theme != NULL || wish->width > 0))
    {
      dossier_scene_picture_get_state (stage->picture, stage->glide.to.to, &stage->glide.to);
      stage->glide.duration = 0;
      stage->state = stage->glide.to;
    }
}

/* A glide begins with the frame after the first, which may take long: nothing of the way is missed. */
static void
take_scene (DossierSceneStage *stage, const Wish *wish)
{
  dossier_scene_picture_get_state (stage->picture, wish->scene, &stage->glide.to);
  stage->glide.from = stage->has_state ? stage->state : stage->glide.to;
  stage->glide.duration = wish->glides && stage->has_state ? dossier_scene_glide_get_duration (&stage->glide.from, &stage->glide.to) : 0;
  stage->has_begun = FALSE;
  stage->has_state = TRUE;
}

static DossierSceneFrame *
paint (DossierSceneStage *stage, Wish *wish, gboolean *is_gliding)
{
  gint64 begin = dossier_paint_thread_get_time ();
  DossierSceneFrame *frame;
  cairo_t *cr;

  take_look (stage, wish);
  if (wish->scene >= 0)
    {
      take_scene (stage, wish);
      stage->glide.begin = wish->now;
    }
  else if (!stage->has_begun)
    {
      stage->glide.begin = wish->now;
      stage->has_begun = TRUE;
    }

  stage->state = dossier_scene_glide_get_state (&stage->glide, wish->now);
  *is_gliding = !dossier_scene_glide_is_over (&stage->glide, wish->now);

  frame = take_frame (stage);
  frame->state = stage->state;
  cr = cairo_create (frame->surface);
  dossier_scene_picture_draw (stage->picture, &stage->state, cr);
  if (cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    g_warning ("A scene could not be painted: %s", cairo_status_to_string (cairo_status (cr)));
  cairo_destroy (cr);
  cairo_surface_flush (frame->surface);
  frame->paint_usec = dossier_paint_thread_get_time () - begin;

  return frame;
}

static gboolean
is_asked (gpointer data)
{
  DossierSceneStage *stage = data;

  return stage->has_wish;
}

static void
paint_next (gpointer data)
{
  DossierSceneStage *stage = data;
  DossierSceneFrame *frame;
  gboolean is_gliding;
  Wish wish = stage->wish;

  stage->wish = (Wish){ .scene = -1 };
  stage->has_wish = FALSE;
  dossier_paint_thread_unlock (stage->thread);

  frame = paint (stage, &wish, &is_gliding);
  g_free (wish.theme);

  dossier_paint_thread_lock (stage->thread);
  dossier_scene_frame_unref (stage->fresh);
  stage->fresh = frame;
  /* Something else may have been asked for meanwhile. */
  stage->is_gliding = is_gliding || stage->wish.scene >= 0;
  dossier_paint_thread_tell (stage->thread);
}

static void
ready_cb (gpointer data)
{
  DossierSceneStage *stage = data;

  if (stage->ready != NULL)
    stage->ready (stage->data);
}

/**
 * dossier_scene_stage_new:
 * @document: a dossier; kept alive
 * @story: which of its stories, from 0
 * @theme: how it looks; copied
 * @ready: (nullable): is told when there is a fresh frame
 * @data: for @ready
 *
 * Returns: (transfer full): a stage on which nothing is shown yet
 */
DossierSceneStage *
dossier_scene_stage_new (DossierDocument *document, int story, const DossierTheme *theme, DossierSceneReadyFunc ready, gpointer data)
{
  static const DossierPaintThreadFuncs funcs = { is_asked, paint_next, ready_cb };
  DossierSceneStage *stage = g_new0 (DossierSceneStage, 1);

  stage->ready = ready;
  stage->data = data;
  stage->wish.scene = -1;
  stage->picture = dossier_scene_picture_new (document, story, theme);
  stage->thread = dossier_paint_thread_new ("dossier-scene", G_PRIORITY_HIGH_IDLE, &funcs, stage);

  return stage;
}

/**
 * dossier_scene_stage_free:
 * @stage: (nullable): a stage, or %NULL
 *
 * Waits until the frame that is being painted is done. Frames that somebody holds stay.
 */
void
dossier_scene_stage_free (DossierSceneStage *stage)
{
  if (stage == NULL)
    return;

  dossier_paint_thread_free (stage->thread);
  g_free (stage->wish.theme);
  dossier_scene_frame_unref (stage->fresh);
  dossier_scene_frame_unref (stage->shown);
  for (int i = 0; i < MOST_FRAMES; i++)
    dossier_scene_frame_unref (stage->frames[i]);
  dossier_scene_picture_free (stage->picture);
  g_free (stage);
}

/**
 * dossier_scene_stage_set_theme:
 * @stage: a stage
 * @theme: how it looks; copied
 *
 * Shows with the next dossier_scene_stage_ask(), without a glide.
 */
void
dossier_scene_stage_set_theme (DossierSceneStage *stage, const DossierTheme *theme)
{
  DossierTheme *copy = g_memdup2 (theme, sizeof *theme);

  dossier_paint_thread_lock (stage->thread);
  g_free (stage->wish.theme);
  stage->wish.theme = copy;
  dossier_paint_thread_unlock (stage->thread);
  stage->has_news = TRUE;
}

/**
 * dossier_scene_stage_set_size:
 * @stage: a stage
 * @width: of the picture, in pixels, at least 1
 * @height: likewise
 * @scale: device pixels for each pixel
 *
 * Shows with the next dossier_scene_stage_ask(), without a glide.
 */
void
dossier_scene_stage_set_size (DossierSceneStage *stage, int width, int height, int scale)
{
  g_return_if_fail (width >= 1 && height >= 1 && scale >= 1);

  dossier_paint_thread_lock (stage->thread);
  stage->wish.width = width;
  stage->wish.height = height;
  stage->wish.scale = scale;
  dossier_paint_thread_unlock (stage->thread);
  stage->has_size = TRUE;
  stage->has_news = TRUE;
}

/**
 * dossier_scene_stage_show:
 * @stage: a stage
 * @scene: the scene that is to be seen, from 0
 * @glides: whether the camera is to glide there from where it is; else it is there at once
 *
 * Begins with the next dossier_scene_stage_ask().
 */
void
dossier_scene_stage_show (DossierSceneStage *stage, int scene, gboolean glides)
{
  dossier_paint_thread_lock (stage->thread);
  stage->wish.scene = scene;
  stage->wish.glides = glides;
  stage->is_gliding = TRUE;
  dossier_paint_thread_unlock (stage->thread);
  stage->has_scene = TRUE;
  stage->has_news = TRUE;
}

/**
 * dossier_scene_stage_ask:
 * @stage: a stage
 * @now: for which moment, in microseconds of a clock that never goes back
 *
 * Asks for the picture of that moment. What was asked for before and is not begun is forgotten. It does nothing before
 * both a size and a scene were told, nor while nothing moves.
 */
void
dossier_scene_stage_ask (DossierSceneStage *stage, gint64 now)
{
  if (!stage->has_size || !stage->has_scene)
    return;

  dossier_paint_thread_lock (stage->thread);
  if (stage->has_news || stage->is_gliding)
    {
      stage->wish.now = now;
      stage->has_wish = TRUE;
      stage->has_news = FALSE;
      dossier_paint_thread_wake (stage->thread);
    }
  dossier_paint_thread_unlock (stage->thread);
}

/**
 * dossier_scene_stage_wait:
 * @stage: a stage
 * @usec: how long at most, in microseconds; negative for as long as it takes
 *
 * Waits for the frame that was asked for last.
 *
 * Returns: whether there is nothing left to wait for
 */
gboolean
dossier_scene_stage_wait (DossierSceneStage *stage, gint64 usec)
{
  return dossier_paint_thread_wait (stage->thread, usec);
}

/**
 * dossier_scene_stage_is_busy:
 * @stage: a stage
 *
 * Returns: whether a frame was asked for that is not ready yet
 */
gboolean
dossier_scene_stage_is_busy (DossierSceneStage *stage)
{
  return !dossier_scene_stage_wait (stage, 0);
}

/**
 * dossier_scene_stage_is_gliding:
 * @stage: a stage
 *
 * Returns: whether more frames have to be asked for until the scene is at rest
 */
gboolean
dossier_scene_stage_is_gliding (DossierSceneStage *stage)
{
  gboolean is_gliding;

  dossier_paint_thread_lock (stage->thread);
  is_gliding = stage->is_gliding;
  dossier_paint_thread_unlock (stage->thread);

  return is_gliding;
}

/**
 * dossier_scene_stage_get_frame:
 * @stage: a stage
 *
 * Returns: (transfer none) (nullable): the latest frame, until this is called again; %NULL as long as there is none
 */
DossierSceneFrame *
dossier_scene_stage_get_frame (DossierSceneStage *stage)
{
  DossierSceneFrame *fresh;

  dossier_paint_thread_lock (stage->thread);
  fresh = g_steal_pointer (&stage->fresh);
  dossier_paint_thread_unlock (stage->thread);

  if (fresh != NULL)
    {
      dossier_scene_frame_unref (stage->shown);
      stage->shown = fresh;
    }

  return stage->shown;
}
