/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-pixels.h"

#include <math.h>

/* In so many rows each row of a corner is told apart, for smooth edges. */
#define SUBROWS 4

/* No corner is rounder than this, in device pixels. */
#define MOST_RADIUS 32

static const cairo_user_data_key_t pixels_key;

/* Part of a row of one colour. */
typedef struct
{
  guint32 *row;
  int left;
  int right;
  guint32 opaque; /* the colour as a pixel */
  double alpha;
  double red, green, blue; /* premultiplied, 0 to 255 */
} Pen;

static void
blend (Pen *pen, int x, double coverage)
{
  guint32 below = pen->row[x];
  double rest = 1 - pen->alpha * coverage;
  guint32 alpha, red, green, blue;

  if (rest <= 0)
    {
      pen->row[x] = pen->opaque;
      return;
    }

  alpha = (guint32) (pen->alpha * coverage * 255 + (below >> 24) * rest + 0.5);
  red = (guint32) (pen->red * coverage + (below >> 16 & 0xff) * rest + 0.5);
  green = (guint32) (pen->green * coverage + (below >> 8 & 0xff) * rest + 0.5);
  blue = (guint32) (pen->blue * coverage + (below & 0xff) * rest + 0.5);
  pen->row[x] = alpha << 24 | red << 16 | green << 8 | blue;
}

/* The pixels from one column to before another, all covered alike. */
static void
fill_run (Pen *pen, int from, int to, double coverage)
{
  from = MAX (from, pen->left);
  to = MIN (to, pen->right);

  if (pen->alpha * coverage >= 1)
    for (int x = from; x < to; x++)
      pen->row[x] = pen->opaque;
  else
    for (int x = from; x < to; x++)
      blend (pen, x, coverage);
}

static double
get_overlap (int pixel, double from, double to)
{
  return CLAMP (MIN (pixel + 1, to) - MAX (pixel, from), 0, 1);
}

/* A row of the box: how far its ends are drawn in, for each part of the row, and how much of each part there is. */
static void
fill_row (Pen *pen, double left, double right, const double *insets, const double *shares, int n_parts)
{
  double widest = insets[0];
  double height = 0;
  int from, to;

  for (int i = 0; i < n_parts; i++)
    {
      widest = MAX (widest, insets[i]);
      height += shares[i];
    }

  from = (int) ceil (left + widest);
  to = (int) floor (right - widest);
  if (from > to)
    from = to = (int) floor ((left + right) / 2);

  for (int x = MAX ((int) floor (left), pen->left); x < MIN ((int) ceil (right), pen->right); x++)
    {
      double coverage = 0;

      if (x == from && to > from)
        {
          fill_run (pen, from, to, height);
          x = to - 1;
          continue;
        }
      for (int i = 0; i < n_parts; i++)
        coverage += shares[i] * get_overlap (x, left + insets[i], right - insets[i]);
      if (coverage > 0)
        blend (pen, x, coverage);
    }
}

/* How far the edge of a round corner is drawn in at a distance from where it begins to be round. */
static double
get_inset (double radius, double distance)
{
  if (distance <= 0)
    return 0;
  if (distance >= radius)
    return radius;

  return radius - sqrt (radius * radius - distance * distance);
}

static void
write_box (const DossierPixels *pixels,
           const DossierTimelineBox *box,
           double radius,
           const DossierTimelineBox *within,
           const DossierColor *color)
{
  double left = box->x * pixels->scale + pixels->dx;
  double top = box->y * pixels->scale + pixels->dy;
  double right = left + box->width * pixels->scale;
  double bottom = top + box->height * pixels->scale;
  double first = top;
  double last = bottom;
  Pen pen = {
    .left = pixels->left,
    .right = pixels->right,
    .alpha = color->alpha,
    .red = color->red * color->alpha * 255,
    .green = color->green * color->alpha * 255,
    .blue = color->blue * color->alpha * 255,
  };

  pen.opaque = 0xff000000 | (guint32) (pen.red + 0.5) << 16 | (guint32) (pen.green + 0.5) << 8 | (guint32) (pen.blue + 0.5);
  radius = CLAMP (radius * pixels->scale, 0, MIN (right - left, bottom - top) / 2);
  if (within != NULL)
    {
      pen.left = MAX (pen.left, (int) round (within->x * pixels->scale + pixels->dx));
      pen.right = MIN (pen.right, (int) round ((within->x + within->width) * pixels->scale + pixels->dx));
      first = MAX (first, within->y * pixels->scale + pixels->dy);
      last = MIN (last, (within->y + within->height) * pixels->scale + pixels->dy);
    }

  for (int y = MAX ((int) floor (first), pixels->top); y < MIN ((int) ceil (last), pixels->bottom); y++)
    {
      double insets[SUBROWS] = { 0 };
      double shares[SUBROWS] = { get_overlap (y, first, last) };
      gboolean is_round = radius > 0 && (y < top + radius || y + 1 > bottom - radius);

      pen.row = pixels->data + (gssize) y * pixels->stride;
      if (is_round)
        for (int i = 0; i < SUBROWS; i++)
          {
            double from = y + (double) i / SUBROWS;
            double to = from + 1.0 / SUBROWS;
            double middle = (from + to) / 2;

            shares[i] = MAX (MIN (to, last) - MAX (from, first), 0);
            insets[i] = get_inset (radius, MAX (top + radius - middle, middle - (bottom - radius)));
          }
      fill_row (&pen, left, right, insets, shares, is_round ? SUBROWS : 1);
    }
}

/* With cairo: on files, on what is recorded, turned or clipped to anything but a box. */
static void
paint_box (cairo_t *cr,
           const DossierTimelineBox *box,
           double radius,
           const DossierTimelineBox *within,
           const DossierColor *color)
{
  double left = box->x;
  double top = box->y;
  double right = box->x + box->width;
  double bottom = box->y + box->height;

  cairo_save (cr);
  if (within != NULL)
    {
      cairo_rectangle (cr, within->x, within->y, within->width, within->height);
      cairo_clip (cr);
    }
  radius = CLAMP (radius, 0, MIN (box->width, box->height) / 2);
  if (radius > 0)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, right - radius, top + radius, radius, -G_PI_2, 0);
      cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
      cairo_arc (cr, left + radius, bottom - radius, radius, G_PI_2, G_PI);
      cairo_arc (cr, left + radius, top + radius, radius, G_PI, 3 * G_PI_2);
      cairo_close_path (cr);
    }
  else
    {
      cairo_rectangle (cr, left, top, right - left, bottom - top);
    }
  dossier_color_set_source (color, cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

/* The clip in device pixels; FALSE if it is anything but one box. */
static gboolean
get_clip (cairo_t *cr, DossierPixels *pixels)
{
  cairo_rectangle_list_t *list = cairo_copy_clip_rectangle_list (cr);
  gboolean is_box = list->status == CAIRO_STATUS_SUCCESS && list->num_rectangles == 1;

  if (is_box)
    {
      const cairo_rectangle_t *clip = &list->rectangles[0];

      pixels->left = MAX ((int) round (clip->x * pixels->scale + pixels->dx), 0);
      pixels->top = MAX ((int) round (clip->y * pixels->scale + pixels->dy), 0);
      pixels->right = MIN ((int) round ((clip->x + clip->width) * pixels->scale + pixels->dx),
                           cairo_image_surface_get_width (pixels->surface));
      pixels->bottom = MIN ((int) round ((clip->y + clip->height) * pixels->scale + pixels->dy),
                            cairo_image_surface_get_height (pixels->surface));
    }
  cairo_rectangle_list_destroy (list);

  return is_box;
}

/**
 * dossier_pixels_begin:
 * @pixels: (out caller-allocates): must live until dossier_pixels_end()
 * @cr: a context, clipped as it is to stay until dossier_pixels_end()
 *
 * Has dossier_pixels_fill_box() write pixels of @cr, if it has any that can be written: it paints with cairo if not.
 */
void
dossier_pixels_begin (DossierPixels *pixels, cairo_t *cr)
{
  cairo_surface_t *surface = cairo_get_group_target (cr);
  double x_scale, y_scale, x_offset, y_offset;
  cairo_matrix_t matrix;

  if (cairo_surface_get_type (surface) != CAIRO_SURFACE_TYPE_IMAGE ||
      cairo_image_surface_get_format (surface) != CAIRO_FORMAT_ARGB32)
    return;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (surface, &x_scale, &y_scale);
  cairo_surface_get_device_offset (surface, &x_offset, &y_offset);
  if (matrix.xy != 0 || matrix.yx != 0 || matrix.xx <= 0 || matrix.xx * x_scale != matrix.yy * y_scale)
    return;

  *pixels = (DossierPixels){
    .surface = surface,
    .data = (guint32 *) (gpointer) cairo_image_surface_get_data (surface),
    .stride = cairo_image_surface_get_stride (surface) / (int) sizeof (guint32),
    .scale = matrix.xx * x_scale,
    .dx = matrix.x0 * x_scale + x_offset,
    .dy = matrix.y0 * y_scale + y_offset,
  };
  if (pixels->data != NULL && get_clip (cr, pixels))
    cairo_set_user_data (cr, &pixels_key, pixels, NULL);
}

/**
 * dossier_pixels_end:
 * @cr: a context
 *
 * Ends what dossier_pixels_begin() began.
 */
void
dossier_pixels_end (cairo_t *cr)
{
  cairo_set_user_data (cr, &pixels_key, NULL, NULL);
}

/**
 * dossier_pixels_fill_box:
 * @cr: a context; its path is lost
 * @box: what to fill
 * @radius: of its corners, 0 for none; at most half of its shorter side counts
 * @within: (nullable): only what lies in this box, too, whose sides are whole pixels; %NULL for all
 * @color: with what
 */
void
dossier_pixels_fill_box (cairo_t *cr,
                         const DossierTimelineBox *box,
                         double radius,
                         const DossierTimelineBox *within,
                         const DossierColor *color)
{
  const DossierPixels *pixels = cairo_get_user_data (cr, &pixels_key);

  if (dossier_timeline_box_is_empty (box))
    return;

  cairo_new_path (cr);
  if (pixels == NULL || radius * pixels->scale > MOST_RADIUS)
    {
      paint_box (cr, box, radius, within, color);
      return;
    }

  cairo_surface_flush (pixels->surface);
  write_box (pixels, box, radius, within, color);
  cairo_surface_mark_dirty (pixels->surface);
}
