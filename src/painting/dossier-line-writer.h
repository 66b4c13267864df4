/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-curve.h"
#include "painting/dossier-color.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * DossierLineWriter:
 * @data: the pixels of an opaque picture, four bytes each, blue first in memory of a little-endian machine
 * @width: in pixels
 * @height: in pixels
 * @stride: bytes from one row to the next
 *
 * Writes smooth lines straight into the pixels of a picture: many times faster than strokes of cairo, for thousands of
 * lines that are not read one by one.
 */
typedef struct
{
  unsigned char *data;
  int width;
  int height;
  int stride;
} DossierLineWriter;

DossierLineWriter dossier_line_writer_begin (cairo_surface_t *surface);
void dossier_line_writer_end (cairo_surface_t *surface);

void dossier_line_writer_draw (const DossierLineWriter *self,
                               DossierPoint from,
                               DossierPoint to,
                               double width,
                               const DossierColor *color);
void dossier_line_writer_draw_curve (const DossierLineWriter *self,
                                     const DossierCurve *curve,
                                     double width,
                                     const DossierColor *color);

G_END_DECLS
