/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-map-view-private.h"

#include <string.h>

/**
 * dossier_map_view_get_seen:
 * @self: a map view
 * @x: (out): what is in its middle, in units of the layout
 * @y: (out): likewise
 * @zoom: (out): how large it is drawn, 1 if the whole fits; above 0
 *
 * Tells what is seen, or will be at the end of a glide.
 *
 * Returns: whether the user has gone somewhere; else the whole map is seen, whatever the size
 */
gboolean
dossier_map_view_get_seen (DossierMapView *self, double *x, double *y, double *zoom)
{
  gboolean glides = dossier_canvas_is_gliding (DOSSIER_CANVAS (self));
  DossierMapCamera camera;

  g_return_val_if_fail (DOSSIER_IS_MAP_VIEW (self), FALSE);

  if (self->map == NULL || !self->moved || (glides && self->glide_fits))
    return FALSE;

  camera = dossier_map_view_make_fitting_camera (self, self->camera.width, self->camera.height);
  *x = glides ? self->glide_to.x : self->camera.x;
  *y = glides ? self->glide_to.y : self->camera.y;
  *zoom = (glides ? self->glide_to.scale : self->camera.scale) / camera.scale;

  return TRUE;
}

/**
 * dossier_map_view_show_seen:
 * @self: a map view
 * @x: what is to be in its middle, in units of the layout
 * @y: likewise
 * @zoom: how large it is to be drawn, 1 if the whole shall fit; above 0
 *
 * Glides there. Nothing happens as long as the map is being laid out for the first time.
 */
void
dossier_map_view_show_seen (DossierMapView *self, double x, double y, double zoom)
{
  DossierMapCamera camera;

  g_return_if_fail (DOSSIER_IS_MAP_VIEW (self) && zoom > 0);

  if (self->map == NULL)
    return;

  camera = dossier_map_view_make_fitting_camera (self, self->camera.width, self->camera.height);
  camera.x = x;
  camera.y = y;
  camera.scale *= zoom;
  dossier_map_view_glide_to (self, &camera);
  self->has_camera_before = FALSE;
}

/**
 * dossier_map_view_get_sight:
 * @self: a map view
 *
 * Tells what is shown, or will be when all motion has come to rest.
 *
 * Returns: (transfer full) (nullable): what is seen; %NULL as long as the map is being laid out for the first time
 */
DossierMapSight *
dossier_map_view_get_sight (DossierMapView *self)
{
  DossierMapCamera camera;

  g_return_val_if_fail (DOSSIER_IS_MAP_VIEW (self), NULL);

  if (self->map == NULL || self->camera.width < 1 || self->camera.height < 1)
    return NULL;

  dossier_map_view_finish_settling (self);
  if (adw_animation_get_state (self->fade) == ADW_ANIMATION_PLAYING)
    adw_animation_skip (self->fade);
  camera = dossier_canvas_is_gliding (DOSSIER_CANVAS (self)) ? self->glide_to : self->camera;
  camera.width = self->camera.width;
  camera.height = self->camera.height;
  memcpy (camera.covers, self->covers, sizeof camera.covers);

  return dossier_map_sight_new (self->map, &camera, self->opened_ribbon, &self->arranged_look, self->kept != NULL);
}
