/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-map-stage.h"

#include "painting/dossier-map-raster.h"
#include "painting/dossier-paint-thread.h"

/* So many lines are drawn before there is a first picture, and before it is asked whether another is wanted. */
#define FIRST_LINES 6000
#define MORE_LINES  3000

typedef struct
{
  cairo_surface_t *surface; /* NULL for none */
  DossierMapCamera camera;
  int n_lines;              /* how many of the plot's it shows */
} Picture;

typedef struct
{
  DossierMapPlot *plot; /* NULL for none */
  DossierMapCamera camera;
  int scale;
} Request;

struct _DossierMapStage
{
  DossierMapStageReadyFunc ready;
  gpointer data;
  DossierPaintThread *thread;

  /* Of whoever shows it. */
  DossierMapPlot *plot;
  Picture shown;

  /* Of both, under the lock of the thread. */
  Request wanted;
  gboolean is_wanted;
  Picture fresh;
  DossierTheme theme;
  gboolean has_new_theme;

  /* Of the thread. */
  DossierTypesetter *typesetter;
};

static void
clear_picture (Picture *picture)
{
  g_clear_pointer (&picture->surface, cairo_surface_destroy);
}

static void
deliver (DossierMapStage *stage, cairo_surface_t *surface, const Request *request, int n_lines)
{
  dossier_paint_thread_lock (stage->thread);
  clear_picture (&stage->fresh);
  stage->fresh = (Picture){ surface, request->camera, n_lines };
  dossier_paint_thread_unlock (stage->thread);
  dossier_paint_thread_tell (stage->thread);
}

/* Draws a number of the weightiest lines, and all dots; NULL if another picture is wanted meanwhile and may be. */
static cairo_surface_t *
draw (DossierMapStage *stage, const Request *request, int n_lines, gboolean may_stop)
{
  cairo_surface_t *surface = dossier_map_plot_make_ground (request->plot, &request->camera, DOSSIER_MAP_STAGE_MARGIN, request->scale);

  for (int i = 0; i < n_lines;)
    {
      if (may_stop && dossier_paint_thread_is_superseded (stage->thread))
        {
          cairo_surface_destroy (surface);
          return NULL;
        }
      i = dossier_map_plot_add_lines (request->plot, surface, &request->camera, DOSSIER_MAP_STAGE_MARGIN, i, MIN (MORE_LINES, n_lines - i));
    }
  dossier_map_plot_add_nodes (request->plot, surface, &request->camera, DOSSIER_MAP_STAGE_MARGIN, stage->typesetter);

  return surface;
}

static void
fulfil (DossierMapStage *stage, const Request *request)
{
  int n_lines = dossier_map_plot_get_n_lines (request->plot);
  cairo_surface_t *surface;

  if (n_lines > FIRST_LINES)
    deliver (stage, draw (stage, request, FIRST_LINES, FALSE), request, FIRST_LINES);

  surface = draw (stage, request, n_lines, n_lines > FIRST_LINES);
  if (surface != NULL)
    deliver (stage, surface, request, n_lines);
}

static gboolean
is_asked (gpointer data)
{
  DossierMapStage *stage = data;

  return stage->is_wanted;
}

static void
paint_next (gpointer data)
{
  DossierMapStage *stage = data;
  Request request = stage->wanted;

  stage->wanted.plot = NULL;
  stage->is_wanted = FALSE;
  if (stage->typesetter == NULL)
    stage->typesetter = dossier_typesetter_new (&stage->theme);
  else if (stage->has_new_theme)
    dossier_typesetter_set_theme (stage->typesetter, &stage->theme);
  stage->has_new_theme = FALSE;
  dossier_paint_thread_unlock (stage->thread);

  fulfil (stage, &request);
  dossier_map_plot_unref (request.plot);

  dossier_paint_thread_lock (stage->thread);
}

static void
ready_cb (gpointer data)
{
  DossierMapStage *stage = data;

  if (stage->ready != NULL)
    stage->ready (stage->data);
}

/**
 * dossier_map_stage_new:
 * @theme: the look; copied
 * @ready: (nullable): what to call when there is a fresh picture
 * @data: what to call it with
 *
 * Returns: (transfer full): a stage that shows nothing yet
 */
DossierMapStage *
dossier_map_stage_new (const DossierTheme *theme, DossierMapStageReadyFunc ready, gpointer data)
{
  static const DossierPaintThreadFuncs funcs = { is_asked, paint_next, ready_cb };
  DossierMapStage *stage = g_new0 (DossierMapStage, 1);

  stage->ready = ready;
  stage->data = data;
  stage->theme = *theme;
  stage->thread = dossier_paint_thread_new ("dossier-map", G_PRIORITY_DEFAULT, &funcs, stage);

  return stage;
}

/**
 * dossier_map_stage_free:
 * @stage: (nullable): a stage, or %NULL
 *
 * Ends its thread.
 */
void
dossier_map_stage_free (DossierMapStage *stage)
{
  if (stage == NULL)
    return;

  dossier_paint_thread_free (stage->thread);
  dossier_typesetter_free (stage->typesetter);
  dossier_map_plot_unref (stage->plot);
  dossier_map_plot_unref (stage->wanted.plot);
  clear_picture (&stage->shown);
  clear_picture (&stage->fresh);
  g_free (stage);
}

/**
 * dossier_map_stage_set_theme:
 * @stage: a stage
 * @theme: the look from now on; copied. Plots are to be made anew for it, too
 */
void
dossier_map_stage_set_theme (DossierMapStage *stage, const DossierTheme *theme)
{
  dossier_paint_thread_lock (stage->thread);
  stage->theme = *theme;
  stage->has_new_theme = TRUE;
  dossier_paint_thread_unlock (stage->thread);
}

/**
 * dossier_map_stage_set_plot:
 * @stage: a stage
 * @plot: (transfer full): what is drawn from now on; call dossier_map_stage_show() next
 */
void
dossier_map_stage_set_plot (DossierMapStage *stage, DossierMapPlot *plot)
{
  dossier_map_plot_unref (stage->plot);
  stage->plot = plot;
}

/**
 * dossier_map_stage_show:
 * @stage: a stage with a plot
 * @camera: what is to be seen
 * @scale: device pixels to the pixel
 *
 * Asks for a picture.
 */
void
dossier_map_stage_show (DossierMapStage *stage, const DossierMapCamera *camera, int scale)
{
  g_return_if_fail (stage->plot != NULL);

  dossier_paint_thread_lock (stage->thread);
  dossier_map_plot_unref (stage->wanted.plot);
  stage->wanted = (Request){ dossier_map_plot_ref (stage->plot), *camera, scale };
  stage->is_wanted = TRUE;
  dossier_paint_thread_wake (stage->thread);
  dossier_paint_thread_unlock (stage->thread);
}

/**
 * dossier_map_stage_wait:
 * @stage: a stage
 * @usec: how long to wait at the most, in microseconds
 *
 * Waits until all lines of what was asked for last are drawn.
 *
 * Returns: whether they are
 */
gboolean
dossier_map_stage_wait (DossierMapStage *stage, gint64 usec)
{
  return dossier_paint_thread_wait (stage->thread, usec);
}

/**
 * dossier_map_stage_draw:
 * @stage: a stage
 * @camera: what is seen
 * @cr: where to draw
 *
 * Draws the latest picture where it belongs: at whole device pixels as long as the scale is that of the picture, else
 * roughly, until there is a fresh one.
 *
 * Returns: how many lines are shown; -1 if there is no picture yet: nothing is drawn then
 */
int
dossier_map_stage_draw (DossierMapStage *stage, const DossierMapCamera *camera, cairo_t *cr)
{
  Picture *picture = &stage->shown;

  dossier_paint_thread_lock (stage->thread);
  if (stage->fresh.surface != NULL)
    {
      clear_picture (&stage->shown);
      stage->shown = stage->fresh;
      stage->fresh.surface = NULL;
    }
  dossier_paint_thread_unlock (stage->thread);
  if (picture->surface == NULL)
    return -1;

  dossier_map_raster_draw (picture->surface, &picture->camera, DOSSIER_MAP_STAGE_MARGIN, camera, &stage->theme.background, cr);

  return picture->n_lines;
}
