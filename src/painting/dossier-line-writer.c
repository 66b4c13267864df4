/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-line-writer.h"

#include <math.h>

/* A curve whose middle is closer to the straight way than this is written as a straight line, in pixels. */
#define STRAIGHT 1.5

/* Into how many pieces a curve is cut at the most. */
#define MAX_PIECES 12

/**
 * dossier_line_writer_begin:
 * @surface: an image surface of CAIRO_FORMAT_RGB24, or one of CAIRO_FORMAT_ARGB32 that is opaque
 *
 * Returns: what writes into it, until dossier_line_writer_end() is called
 */
DossierLineWriter
dossier_line_writer_begin (cairo_surface_t *surface)
{
  cairo_surface_flush (surface);

  return (DossierLineWriter){
    cairo_image_surface_get_data (surface),
    cairo_image_surface_get_width (surface),
    cairo_image_surface_get_height (surface),
    cairo_image_surface_get_stride (surface),
  };
}

/**
 * dossier_line_writer_end:
 * @surface: what was written into
 *
 * Hands the picture back to cairo.
 */
void
dossier_line_writer_end (cairo_surface_t *surface)
{
  cairo_surface_mark_dirty (surface);
}

/* Lays a color over a pixel, with a weight of 0 to 256. Both channels of a pair are worked out at once. */
static inline void
blend (guint32 *pixel, guint32 red_blue, guint32 green, guint32 weight)
{
  guint32 under = *pixel;
  guint32 under_red_blue = under & 0x00ff00ff;
  guint32 under_green = (under >> 8) & 0xff;

  under_red_blue = (under_red_blue * (256 - weight) + red_blue * weight) >> 8;
  under_green = (under_green * (256 - weight) + green * weight) >> 8;
  *pixel = 0xff000000 | (under_red_blue & 0x00ff00ff) | (under_green << 8);
}

/* Cuts what is outside of a range off one end of a line (Liang, Barsky: A new concept and method for line clipping, 1984).
 * Returns FALSE if nothing is left. */
static gboolean
clip (double start, double delta, double low, double high, double *from, double *to)
{
  double first, last;

  if (fabs (delta) < 1e-12)
    return start >= low && start <= high;

  first = (low - start) / delta;
  last = (high - start) / delta;
  *from = MAX (*from, MIN (first, last));
  *to = MIN (*to, MAX (first, last));

  return *from <= *to;
}

/**
 * dossier_line_writer_draw:
 * @self: a line writer
 * @from: one end, in pixels; may be anywhere
 * @to: the other
 * @width: how wide, in pixels, above 0
 * @color: the color; its alpha counts
 *
 * Writes a straight line. Its edges are smooth; its ends are cut off along a row or a column.
 */
void
dossier_line_writer_draw (const DossierLineWriter *self, DossierPoint from, DossierPoint to, double width, const DossierColor *color)
{
  double dx = to.x - from.x;
  double dy = to.y - from.y;
  double reach = width + 2;
  double begin = 0;
  double end = 1;
  gboolean steep = fabs (dy) > fabs (dx);
  guint32 red_blue = ((guint32) (color->red * 255 + 0.5) << 16) | (guint32) (color->blue * 255 + 0.5);
  guint32 green = (guint32) (color->green * 255 + 0.5);
  double alpha = color->alpha * MIN (width, 1) * 256;
  double along, slope, half, major, minor;
  int first, last;
  int limit = steep ? self->width : self->height;

  if (!isfinite (dx) || !isfinite (dy) || dx * dx + dy * dy < 1e-6)
    return;
  if (!clip (from.x, dx, -reach, self->width + reach, &begin, &end) || !clip (from.y, dy, -reach, self->height + reach, &begin, &end))
    return;

  along = steep ? dy : dx;
  slope = (steep ? dx : dy) / along;
  major = steep ? from.y + begin * dy : from.x + begin * dx;
  minor = steep ? from.x + begin * dx : from.y + begin * dy;
  /* How far the line reaches across, measured along the other axis; a thin line is a fainter one of a pixel. */
  half = MAX (width, 1) / 2 * sqrt (1 + slope * slope);

  if (along > 0)
    {
      first = (int) ceil (major - 0.5);
      last = (int) floor (major + (end - begin) * along - 0.5);
    }
  else
    {
      first = (int) ceil (major + (end - begin) * along - 0.5);
      last = (int) floor (major - 0.5);
    }
  first = MAX (first, 0);
  last = MIN (last, (steep ? self->height : self->width) - 1);
  minor += (first + 0.5 - major) * slope;

  for (int i = first; i <= last; i++, minor += slope)
    {
      double low = minor - half;
      double high = minor + half;
      int low_pixel = (int) floor (low);
      int high_pixel = (int) floor (high);

      for (int j = MAX (low_pixel, 0); j <= MIN (high_pixel, limit - 1); j++)
        {
          /* How much of the pixel the line covers. */
          double covered = MIN (high, j + 1) - MAX (low, j);
          guint32 weight = (guint32) (covered * alpha + 0.5);
          guint32 *pixel = (guint32 *) (gpointer) (self->data + (gsize) (steep ? i : j) * (gsize) self->stride) + (steep ? j : i);

          blend (pixel, red_blue, green, MIN (weight, 256));
        }
    }
}

/**
 * dossier_line_writer_draw_curve:
 * @self: a line writer
 * @curve: a curve, in pixels; may reach anywhere
 * @width: how wide, in pixels
 * @color: the color
 *
 * Writes a curve in as few straight pieces as look smooth.
 */
void
dossier_line_writer_draw_curve (const DossierLineWriter *self, const DossierCurve *curve, double width, const DossierColor *color)
{
  double reach = width + 2;
  double middle_x = (curve->start.x + curve->end.x) / 2;
  double middle_y = (curve->start.y + curve->end.y) / 2;
  /* The middle of the curve is half as far away as its control point. */
  double deviation = hypot (curve->control.x - middle_x, curve->control.y - middle_y) / 2;
  DossierPoint before = curve->start;
  int n_pieces;

  if (MIN (MIN (curve->start.x, curve->end.x), curve->control.x) > self->width + reach ||
      MAX (MAX (curve->start.x, curve->end.x), curve->control.x) < -reach ||
      MIN (MIN (curve->start.y, curve->end.y), curve->control.y) > self->height + reach ||
      MAX (MAX (curve->start.y, curve->end.y), curve->control.y) < -reach)
    return;

  if (deviation < STRAIGHT)
    {
      dossier_line_writer_draw (self, curve->start, curve->end, width, color);
      return;
    }

  n_pieces = (int) CLAMP (1.5 * sqrt (deviation), 2, MAX_PIECES);
  for (int i = 1; i <= n_pieces; i++)
    {
      DossierPoint point = dossier_curve_get_point (curve, (double) i / n_pieces);

      dossier_line_writer_draw (self, before, point, width, color);
      before = point;
    }
}
