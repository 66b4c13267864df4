/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-timeline-scene.h"
#include "painting/dossier-color.h"

G_BEGIN_DECLS

/**
 * DossierPixels:
 * @surface: what is written on
 * @data: its pixels
 * @stride: from one row to the next, in pixels
 * @scale: device pixels for each pixel
 * @dx: where the origin is, in device pixels
 * @dy: likewise
 * @left: the first column that may be written
 * @top: the first row
 * @right: the column behind the last
 * @bottom: the row behind the last
 *
 * Writes boxes with round corners straight into the pixels of an image. The timeline has a thousand of them, and cairo
 * takes ten times as long for each; for everything else, and for files, it is as quick as need be.
 */
typedef struct
{
  cairo_surface_t *surface;
  guint32 *data;
  int stride;
  double scale;
  double dx;
  double dy;
  int left;
  int top;
  int right;
  int bottom;
} DossierPixels;

void dossier_pixels_begin (DossierPixels *pixels,
                           cairo_t *cr);
void dossier_pixels_end (cairo_t *cr);
void dossier_pixels_fill_box (cairo_t *cr,
                              const DossierTimelineBox *box,
                              double radius,
                              const DossierTimelineBox *within,
                              const DossierColor *color);

G_END_DECLS
