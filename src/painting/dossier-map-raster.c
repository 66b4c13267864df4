/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-map-raster.h"

#include <math.h>

/**
 * dossier_map_raster_draw:
 * @surface: a picture of a map
 * @painted: from where it was painted
 * @margin: how much of it lies around that view, in pixels
 * @camera: from where it is seen now
 * @ground: (nullable): what is where the picture does not reach, %NULL if it has no ground and lies on what is there
 * @cr: where to draw
 *
 * Draws a picture where it belongs: at whole device pixels as long as the scale is that of the picture, else roughly.
 */
void
dossier_map_raster_draw (cairo_surface_t *surface,
                         const DossierMapCamera *painted,
                         double margin,
                         const DossierMapCamera *camera,
                         const DossierColor *ground,
                         cairo_t *cr)
{
  double stretch = camera->scale / painted->scale;
  double x = (painted->x - camera->x) * camera->scale + camera->width / 2 - (painted->width / 2 + margin) * stretch;
  double y = (painted->y - camera->y) * camera->scale + camera->height / 2 - (painted->height / 2 + margin) * stretch;
  double width = painted->width + 2 * margin;
  double height = painted->height + 2 * margin;
  double device, device_y;

  cairo_surface_get_device_scale (surface, &device, &device_y);
  cairo_save (cr);
  if (ground != NULL)
    cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  if (fabs (stretch - 1) < 1e-9)
    {
      x = round (x * device) / device;
      y = round (y * device) / device;
    }
  if (ground != NULL && (x > 0 || y > 0 || x + width * stretch < camera->width || y + height * stretch < camera->height))
    {
      dossier_color_set_source (ground, cr);
      cairo_paint (cr);
    }
  cairo_translate (cr, x, y);
  cairo_scale (cr, stretch, stretch);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_fill (cr);
  cairo_restore (cr);
}
