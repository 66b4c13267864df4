/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-timeline-stage.h"

#include "painting/dossier-paint-thread.h"
#include "painting/dossier-timeline-settling.h"

#include <math.h>

/* One on the screen, one that the screen still holds from before, one that waits to be shown, one that is painted. */
#define MOST_PICTURES 5

#define BITS 32

/* What is selected, as the thread is told. */
typedef struct
{
  int *selected; /* ascending */
  int n_selected;
  gboolean has_related;
  guint32 *related; /* a bit for each event */
  DossierHue *arc_hues;
} Selection;

/* What the thread has not been told yet; what is NULL is as before. */
typedef struct
{
  DossierTimelineSight sight;
  DossierTimelineLayout *layout;
  Selection *selection;
  DossierTheme *theme;
} Wish;

struct _DossierTimelineStage
{
  DossierDocument *document;
  DossierTimelineReadyFunc ready;
  gpointer data;
  DossierPaintThread *thread;

  /* Of the caller. */
  DossierTimelinePicture *shown;
  DossierTimelineSight sight;
  guint generation; /* of the layout that was handed over last */
  gboolean has_layout;
  gboolean has_news; /* something was told since the last wish */

  /* Of both, under the lock of the thread. */
  Wish wish;
  gboolean has_wish;
  DossierTimelinePicture *fresh;

  /* Of the thread. */
  DossierTheme theme;
  DossierTypesetter *typesetter;
  DossierSwatches *swatches;
  DossierTimelineLayout *layout;
  DossierTimelineScene strip_scene;
  DossierTimelineSettling *settling;
  Selection *selection;
  DossierTimelinePicture *pictures[MOST_PICTURES];
};

static void
free_selection (Selection *selection)
{
  if (selection == NULL)
    return;

  g_free (selection->selected);
  g_free (selection->related);
  g_free (selection->arc_hues);
  g_free (selection);
}

static void
clear_wish (Wish *wish)
{
  g_clear_pointer (&wish->layout, dossier_timeline_layout_free);
  g_clear_pointer (&wish->selection, free_selection);
  g_clear_pointer (&wish->theme, g_free);
}

static gboolean
is_related (int event, gpointer data)
{
  const Selection *selection = data;

  return (selection->related[event / BITS] >> (event % BITS) & 1) != 0;
}

/* A picture that nobody looks at. */
static DossierTimelinePicture *
take_picture (DossierTimelineStage *stage)
{
  for (int i = 0; i < MOST_PICTURES; i++)
    {
      if (stage->pictures[i] == NULL)
        stage->pictures[i] = dossier_timeline_picture_new ();
      if (g_atomic_int_get (&stage->pictures[i]->ref_count) == 1)
        return dossier_timeline_picture_ref (stage->pictures[i]);
    }

  /* The screen holds more than it was thought to. */
  return dossier_timeline_picture_new ();
}

static void
take_theme (DossierTimelineStage *stage, const DossierTheme *theme)
{
  gboolean has_other_fonts = stage->typesetter != NULL &&
                             (g_strcmp0 (stage->theme.sans, theme->sans) != 0 || stage->theme.text_scale != theme->text_scale);

  stage->theme = *theme;
  g_clear_pointer (&stage->swatches, dossier_swatches_free);
  if (stage->document != NULL)
    stage->swatches = dossier_swatches_new (stage->document, theme);
  if (stage->typesetter == NULL)
    stage->typesetter = dossier_typesetter_new (theme);
  dossier_typesetter_set_theme (stage->typesetter, theme);
  if (has_other_fonts && stage->layout != NULL)
    dossier_timeline_layout_fonts_changed (stage->layout);
}

static void
take_layout (DossierTimelineStage *stage, DossierTimelineLayout *layout)
{
  if (dossier_timeline_layout_get_index (layout) != (stage->layout != NULL ? dossier_timeline_layout_get_index (stage->layout) : NULL))
    dossier_timeline_settling_reset (stage->settling);
  if (stage->layout != NULL)
    dossier_timeline_layout_follow (stage->layout, layout);
  else
    stage->layout = dossier_timeline_layout_copy (layout, dossier_typesetter_measure, stage->typesetter);
}

/* What lies beside the view, as it is seen when the view has moved there. */
static void
paint_strip (DossierTimelineStage *stage,
             DossierTimelinePicture *picture,
             const DossierTimelinePainter *painter,
             const DossierTimelineState *state,
             gboolean is_left,
             cairo_t *cr)
{
  const DossierTimelineScene *scene = &picture->scene;
  double strip = picture->strip;
  DossierTimeViewport viewport = dossier_time_viewport_panned (&scene->viewport, is_left ? -strip : strip);
  double x = scene->width + (is_left ? 0 : strip);
  DossierTimelineState beside = *state;

  beside.selected_merged = -1;
  dossier_timeline_layout_update (stage->layout, &viewport, scene->width, scene->height, scene->scroll, &stage->strip_scene);
  cairo_save (cr);
  cairo_rectangle (cr, x, 0, strip, scene->height);
  cairo_clip (cr);
  cairo_translate (cr, is_left ? x - scene->plot.x : x - (scene->plot.x + scene->plot.width - strip), 0);
  dossier_timeline_paint_ground (painter, &stage->strip_scene, &beside, cr);
  cairo_restore (cr);
}

/* What goes on where the picture ends. */
static void
note_grounds (DossierTimelinePicture *picture, const DossierTimelinePainter *painter)
{
  const DossierTimelineScene *scene = &picture->scene;

  g_array_set_size (picture->grounds, 0);
  for (guint i = 0; i < scene->bands->len; i++)
    {
      const DossierTimelineBox *box = &dossier_timeline_scene_get_band (scene, i)->box;
      DossierTimelineGround ground = { round (box->y), round (box->y + box->height), { 0 } };

      if (dossier_timeline_get_ground (painter, scene, (int) i, &ground.color))
        g_array_append_val (picture->grounds, ground);
    }
}

static DossierTimelinePicture *
paint (DossierTimelineStage *stage, Wish *wish)
{
  DossierTimelinePicture *picture = take_picture (stage);
  const DossierTimelineSight *sight = &wish->sight;
  DossierTimelineState state = DOSSIER_TIMELINE_STATE_NONE;
  DossierTimelinePainter painter;
  gint64 begin = dossier_paint_thread_get_time ();
  cairo_t *cr;

  if (wish->theme != NULL)
    take_theme (stage, wish->theme);
  if (wish->layout != NULL)
    take_layout (stage, wish->layout);
  if (wish->selection != NULL)
    {
      free_selection (stage->selection);
      stage->selection = g_steal_pointer (&wish->selection);
    }

  dossier_timeline_layout_update (stage->layout,
                                  &sight->viewport,
                                  sight->width,
                                  sight->height,
                                  sight->scroll,
                                  &picture->scene);
  picture->is_settling = sight->with_motion && dossier_timeline_settling_apply (stage->settling, &picture->scene, g_get_monotonic_time ());
  if (!sight->with_motion)
    dossier_timeline_settling_reset (stage->settling);
  if (stage->selection != NULL)
    {
      state.selected = stage->selection->selected;
      state.n_selected = stage->selection->n_selected;
      for (int i = 0; i < state.n_selected && state.selected_merged < 0; i++)
        state.selected_merged = dossier_timeline_layout_find_merged (stage->layout, &picture->scene, state.selected[i]);
      state.is_related = stage->selection->has_related ? is_related : NULL;
      state.data = stage->selection;
      state.arc_hues = stage->selection->arc_hues;
    }
  g_array_set_size (picture->selected, 0);
  if (state.n_selected > 0)
    g_array_append_vals (picture->selected, state.selected, (guint) state.n_selected);
  picture->selected_merged = state.selected_merged;

  painter = (DossierTimelinePainter){ &stage->theme, stage->swatches, stage->typesetter };
  note_grounds (picture, &painter);
  dossier_timeline_picture_set_size (picture,
                                     sight->width,
                                     sight->height,
                                     (int) MIN (sight->strip, picture->scene.plot.width),
                                     sight->scale);
  cr = cairo_create (picture->surface);
  dossier_timeline_paint_ground (&painter, &picture->scene, &state, cr);
  dossier_timeline_scene_keep_words (&picture->scene);
  if (picture->strip > 0)
    {
      paint_strip (stage, picture, &painter, &state, TRUE, cr);
      paint_strip (stage, picture, &painter, &state, FALSE, cr);
    }
  if (cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    g_warning ("The timeline could not be painted: %s", cairo_status_to_string (cairo_status (cr)));
  cairo_destroy (cr);
  cairo_surface_flush (picture->surface);
  picture->paint_usec = dossier_paint_thread_get_time () - begin;

  return picture;
}

static gboolean
is_asked (gpointer data)
{
  DossierTimelineStage *stage = data;

  return stage->has_wish;
}

static void
paint_next (gpointer data)
{
  DossierTimelineStage *stage = data;
  DossierTimelinePicture *picture;
  Wish wish = stage->wish;

  stage->wish = (Wish){ 0 };
  stage->has_wish = FALSE;
  dossier_paint_thread_unlock (stage->thread);

  picture = paint (stage, &wish);
  clear_wish (&wish);

  dossier_paint_thread_lock (stage->thread);
  dossier_timeline_picture_unref (stage->fresh);
  stage->fresh = picture;
  dossier_paint_thread_tell (stage->thread);
}

static void
ready_cb (gpointer data)
{
  DossierTimelineStage *stage = data;

  if (stage->ready != NULL)
    stage->ready (stage->data);
}

/**
 * dossier_timeline_stage_new:
 * @document: (nullable): whose kinds have their colours; kept alive. %NULL takes those of the theme, as for made up events
 * @theme: how it looks; copied
 * @ready: (nullable): is told when there is a fresh picture
 * @data: for @ready
 *
 * Returns: (transfer full): a stage on which nothing is shown yet
 */
DossierTimelineStage *
dossier_timeline_stage_new (DossierDocument *document, const DossierTheme *theme, DossierTimelineReadyFunc ready, gpointer data)
{
  static const DossierPaintThreadFuncs funcs = { is_asked, paint_next, ready_cb };
  DossierTimelineStage *stage = g_new0 (DossierTimelineStage, 1);

  stage->document = document != NULL ? g_object_ref (document) : NULL;
  stage->ready = ready;
  stage->data = data;
  stage->settling = dossier_timeline_settling_new ();
  dossier_timeline_scene_init (&stage->strip_scene);
  stage->wish.theme = g_memdup2 (theme, sizeof *theme);
  stage->has_news = TRUE;
  stage->thread = dossier_paint_thread_new ("dossier-timeline", G_PRIORITY_HIGH_IDLE, &funcs, stage);

  return stage;
}

/**
 * dossier_timeline_stage_free:
 * @stage: (nullable): a stage, or %NULL
 *
 * Waits until the picture that is being painted is done: some milliseconds. Pictures that somebody holds stay.
 */
void
dossier_timeline_stage_free (DossierTimelineStage *stage)
{
  if (stage == NULL)
    return;

  dossier_paint_thread_free (stage->thread);
  clear_wish (&stage->wish);
  dossier_timeline_picture_unref (stage->fresh);
  dossier_timeline_picture_unref (stage->shown);
  for (int i = 0; i < MOST_PICTURES; i++)
    dossier_timeline_picture_unref (stage->pictures[i]);
  free_selection (stage->selection);
  dossier_timeline_scene_clear (&stage->strip_scene);
  dossier_timeline_settling_free (stage->settling);
  dossier_timeline_layout_free (stage->layout);
  dossier_swatches_free (stage->swatches);
  dossier_typesetter_free (stage->typesetter);
  g_clear_object (&stage->document);
  g_free (stage);
}

/**
 * dossier_timeline_stage_set_theme:
 * @stage: a stage
 * @theme: how it looks; copied
 *
 * Shows with the next dossier_timeline_stage_show().
 */
void
dossier_timeline_stage_set_theme (DossierTimelineStage *stage, const DossierTheme *theme)
{
  DossierTheme *copy = g_memdup2 (theme, sizeof *theme);

  dossier_paint_thread_lock (stage->thread);
  g_free (stage->wish.theme);
  stage->wish.theme = copy;
  dossier_paint_thread_unlock (stage->thread);
  stage->has_news = TRUE;
}

/**
 * dossier_timeline_stage_set_selection:
 * @stage: a stage
 * @selected: (array length=n_selected) (nullable): the events that are selected, ascending
 * @n_selected: how many
 * @related: (nullable): what belongs to what is selected; the rest is dimmed. %NULL dims nothing
 * @arc_hues: (array length=n_arcs) (nullable): the colours of the arcs that the layout has by then
 * @n_arcs: how many
 *
 * Shows with the next dossier_timeline_stage_show(). All is copied.
 */
void
dossier_timeline_stage_set_selection (DossierTimelineStage *stage,
                                      const int *selected,
                                      int n_selected,
                                      const DossierRelated *related,
                                      const DossierHue *arc_hues,
                                      int n_arcs)
{
  Selection *selection = g_new0 (Selection, 1);

  if (n_selected > 0)
    selection->selected = g_memdup2 (selected, (gsize) n_selected * sizeof *selected);
  selection->n_selected = n_selected;
  if (related != NULL)
    {
      int n_events = dossier_document_get_count (stage->document, DOSSIER_RECORD_EVENT);
      int n;
      const int *events = dossier_related_get_events (related, &n);

      selection->has_related = TRUE;
      selection->related = g_new0 (guint32, n_events / BITS + 1);
      for (int i = 0; i < n; i++)
        selection->related[events[i] / BITS] |= 1u << (events[i] % BITS);
    }
  if (n_arcs > 0 && arc_hues != NULL)
    selection->arc_hues = g_memdup2 (arc_hues, (gsize) n_arcs * sizeof *arc_hues);

  dossier_paint_thread_lock (stage->thread);
  free_selection (stage->wish.selection);
  stage->wish.selection = selection;
  dossier_paint_thread_unlock (stage->thread);
  stage->has_news = TRUE;
}

static gboolean
is_same_sight (const DossierTimelineSight *a, const DossierTimelineSight *b)
{
  return dossier_time_viewport_equal (&a->viewport, &b->viewport) && a->width == b->width && a->height == b->height &&
         a->scroll == b->scroll && a->strip == b->strip && a->scale == b->scale && a->with_motion == b->with_motion;
}

/* Whether what is shown is on its way to where it will be, and nobody has asked for the next step. */
static gboolean
needs_motion (DossierTimelineStage *stage)
{
  gboolean is_asked_for;

  if (stage->shown == NULL || !stage->shown->is_settling)
    return FALSE;

  dossier_paint_thread_lock (stage->thread);
  is_asked_for = dossier_paint_thread_is_busy (stage->thread) || stage->fresh != NULL;
  dossier_paint_thread_unlock (stage->thread);

  return !is_asked_for;
}

/**
 * dossier_timeline_stage_show:
 * @stage: a stage
 * @layout: what its events, lanes and arcs are: the thread is handed a copy when it was told anything new. Its source
 *   must live as long as the stage
 * @sight: what is to be seen
 *
 * Asks for a picture, unless it is the one that was asked for last.
 */
void
dossier_timeline_stage_show (DossierTimelineStage *stage, DossierTimelineLayout *layout, const DossierTimelineSight *sight)
{
  guint generation = dossier_timeline_layout_get_generation (layout);
  DossierTimelineLayout *copy = NULL;

  if (!stage->has_layout || generation != stage->generation)
    copy = dossier_timeline_layout_copy (layout, NULL, NULL);
  else if (!stage->has_news && is_same_sight (sight, &stage->sight) && !needs_motion (stage))
    return;

  stage->has_layout = TRUE;
  stage->has_news = FALSE;
  stage->generation = generation;
  stage->sight = *sight;

  dossier_paint_thread_lock (stage->thread);
  if (copy != NULL)
    {
      DossierTimelineLayout *replaced = stage->wish.layout;

      stage->wish.layout = copy;
      copy = replaced;
    }
  stage->wish.sight = *sight;
  stage->has_wish = TRUE;
  dossier_paint_thread_wake (stage->thread);
  dossier_paint_thread_unlock (stage->thread);
  dossier_timeline_layout_free (copy);
}

/**
 * dossier_timeline_stage_wait:
 * @stage: a stage
 * @usec: how long at most, in microseconds; negative for as long as it takes
 *
 * Waits for the picture that was asked for last.
 *
 * Returns: whether there is nothing left to wait for
 */
gboolean
dossier_timeline_stage_wait (DossierTimelineStage *stage, gint64 usec)
{
  return dossier_paint_thread_wait (stage->thread, usec);
}

/**
 * dossier_timeline_stage_is_busy:
 * @stage: a stage
 *
 * Returns: whether a picture was asked for that is not ready yet
 */
gboolean
dossier_timeline_stage_is_busy (DossierTimelineStage *stage)
{
  return !dossier_timeline_stage_wait (stage, 0);
}

/**
 * dossier_timeline_stage_get_picture:
 * @stage: a stage
 *
 * Returns: (transfer none) (nullable): the latest picture, until this is called again; %NULL as long as there is none
 */
DossierTimelinePicture *
dossier_timeline_stage_get_picture (DossierTimelineStage *stage)
{
  DossierTimelinePicture *fresh;

  dossier_paint_thread_lock (stage->thread);
  fresh = g_steal_pointer (&stage->fresh);
  dossier_paint_thread_unlock (stage->thread);

  if (fresh != NULL)
    {
      dossier_timeline_picture_unref (stage->shown);
      stage->shown = fresh;
    }

  return stage->shown;
}
