/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-map-easel.h"

#include "painting/dossier-map-raster.h"
#include "painting/dossier-paint-thread.h"

#include <math.h>

typedef struct
{
  DossierMap *map; /* NULL for none */
  DossierMapCamera camera;
  int opened_ribbon;
  int scale;
} Request;

typedef struct
{
  cairo_surface_t *surface; /* NULL for none */
  DossierMapCamera camera;
} Picture;

struct _DossierMapEasel
{
  DossierMapEaselReadyFunc ready;
  gpointer data;
  DossierPaintThread *thread;

  /* Of whoever shows it. */
  Picture shown;

  /* Of both, under the lock of the thread. */
  Request wanted;
  Picture fresh;

  /* Of the thread. */
  DossierTheme theme;
  DossierTypesetter *typesetter;
  DossierSwatches *swatches;
};

static void
clear_picture (Picture *picture)
{
  g_clear_pointer (&picture->surface, cairo_surface_destroy);
}

static cairo_surface_t *
paint (DossierMapEasel *easel, const Request *request)
{
  const DossierMapCamera *camera = &request->camera;
  g_autoptr (DossierMapScene) scene = dossier_map_scene_new (request->map, camera, request->opened_ribbon, dossier_typesetter_measure, easel->typesetter);
  DossierMapPainter painter = {
    .theme = &easel->theme,
    .typesetter = easel->typesetter,
    .swatches = easel->swatches,
    .hovered_node = -1,
    .hovered_strand = -1,
    .focused_node = -1,
    .focused_ribbon = -1,
  };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                         (int) ceil (camera->width) * request->scale,
                                                         (int) ceil (camera->height) * request->scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, request->scale, request->scale);
  cr = cairo_create (surface);
  dossier_map_painter_draw (&painter, request->map, scene, cr);
  cairo_destroy (cr);

  return surface;
}

static gboolean
is_asked (gpointer data)
{
  return ((DossierMapEasel *) data)->wanted.map != NULL;
}

static void
paint_next (gpointer data)
{
  DossierMapEasel *easel = data;
  Request request = easel->wanted;
  cairo_surface_t *surface;

  easel->wanted.map = NULL;
  dossier_paint_thread_unlock (easel->thread);

  surface = paint (easel, &request);
  dossier_map_free (request.map);

  dossier_paint_thread_lock (easel->thread);
  clear_picture (&easel->fresh);
  easel->fresh = (Picture){ surface, request.camera };
  dossier_paint_thread_tell (easel->thread);
}

static void
ready_cb (gpointer data)
{
  DossierMapEasel *easel = data;

  easel->ready (easel->data);
}

/**
 * dossier_map_easel_new:
 * @document: the document that maps are of
 * @theme: the look; copied
 * @ready: what to call when there is a fresh picture
 * @data: what to call it with
 *
 * Returns: (transfer full): an easel that shows nothing yet
 */
DossierMapEasel *
dossier_map_easel_new (DossierDocument *document, const DossierTheme *theme, DossierMapEaselReadyFunc ready, gpointer data)
{
  static const DossierPaintThreadFuncs funcs = { is_asked, paint_next, ready_cb };
  DossierMapEasel *easel = g_new0 (DossierMapEasel, 1);

  easel->ready = ready;
  easel->data = data;
  easel->theme = *theme;
  easel->typesetter = dossier_typesetter_new (&easel->theme);
  easel->swatches = dossier_swatches_new (document, &easel->theme);
  easel->thread = dossier_paint_thread_new ("dossier-easel", G_PRIORITY_DEFAULT, &funcs, easel);

  return easel;
}

/**
 * dossier_map_easel_free:
 * @easel: (nullable): an easel, or %NULL
 *
 * Ends its thread.
 */
void
dossier_map_easel_free (DossierMapEasel *easel)
{
  if (easel == NULL)
    return;

  dossier_paint_thread_free (easel->thread);
  g_clear_pointer (&easel->wanted.map, dossier_map_free);
  clear_picture (&easel->shown);
  clear_picture (&easel->fresh);
  dossier_swatches_free (easel->swatches);
  dossier_typesetter_free (easel->typesetter);
  g_free (easel);
}

/**
 * dossier_map_easel_show:
 * @easel: an easel
 * @map: an arranged map of its document; copied
 * @camera: what is to be seen, of at least 1 by 1
 * @opened_ribbon: the ribbon of @map that is opened, -1 if none is
 * @scale: device pixels to the pixel
 *
 * Asks for a picture.
 */
void
dossier_map_easel_show (DossierMapEasel *easel, const DossierMap *map, const DossierMapCamera *camera, int opened_ribbon, int scale)
{
  DossierMap *copy;

  g_return_if_fail (camera->width >= 1 && camera->height >= 1);

  copy = dossier_map_copy (map);
  dossier_paint_thread_lock (easel->thread);
  g_clear_pointer (&easel->wanted.map, dossier_map_free);
  easel->wanted = (Request){ copy, *camera, opened_ribbon, scale };
  dossier_paint_thread_wake (easel->thread);
  dossier_paint_thread_unlock (easel->thread);
}

/**
 * dossier_map_easel_wait:
 * @easel: an easel
 * @usec: how long to wait at the most, in microseconds
 *
 * Waits until what was asked for last is painted.
 *
 * Returns: whether it is
 */
gboolean
dossier_map_easel_wait (DossierMapEasel *easel, gint64 usec)
{
  return dossier_paint_thread_wait (easel->thread, usec);
}

/**
 * dossier_map_easel_draw:
 * @easel: an easel
 * @camera: what is seen
 * @cr: where to draw
 *
 * Draws the latest picture where it belongs, upon the ground that is there.
 *
 * Returns: whether there is a picture
 */
gboolean
dossier_map_easel_draw (DossierMapEasel *easel, const DossierMapCamera *camera, cairo_t *cr)
{
  dossier_paint_thread_lock (easel->thread);
  if (easel->fresh.surface != NULL)
    {
      clear_picture (&easel->shown);
      easel->shown = easel->fresh;
      easel->fresh.surface = NULL;
    }
  dossier_paint_thread_unlock (easel->thread);
  if (easel->shown.surface == NULL)
    return FALSE;

  dossier_map_raster_draw (easel->shown.surface, &easel->shown.camera, 0, camera, NULL, cr);

  return TRUE;
}
