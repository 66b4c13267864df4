/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-export.h"

#include "exchange/dossier-png-text.h"
#include "model/dossier-error.h"
#include "model/dossier-file.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* A PDF counts in points, 72 to the inch. */
#define POINTS_PER_PIXEL (72.0 / 96.0)

static cairo_status_t
append_bytes (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_status (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE, _ ("the picture cannot be drawn: %s"), cairo_status_to_string (status));

  return FALSE;
}

static gboolean
draw_page (const DossierPicture *picture, cairo_surface_t *surface, double scale, int page, GError **error)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, picture->width, picture->height);
  cairo_clip (cr);
  picture->draw (cr, page, picture->data);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);

  return check_status (status, error);
}

static gboolean
draw_png (const DossierPicture *picture, double scale, GByteArray *bytes, GError **error)
{
  double width = picture->width * scale;
  double height = picture->height * scale;
  cairo_surface_t *surface;
  gboolean drawn;

  if (!(width >= 1 && height >= 1 && width <= DOSSIER_EXPORT_MOST_PIXELS && height <= DOSSIER_EXPORT_MOST_PIXELS))
    {
      g_set_error (error,
                   DOSSIER_ERROR,
                   DOSSIER_ERROR_FILE,
                   _ ("a picture of %.0f by %.0f pixels cannot be made: each side has 1 to %d"),
                   width,
                   height,
                   DOSSIER_EXPORT_MOST_PIXELS);
      return FALSE;
    }

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (width + 0.5), (int) (height + 0.5));
  drawn = draw_page (picture, surface, scale, 0, error) &&
          check_status (cairo_surface_write_to_png_stream (surface, append_bytes, bytes), error);
  cairo_surface_destroy (surface);
  if (!drawn)
    return FALSE;

  /* Each goes in front of those before it. */
  if (picture->description != NULL)
    dossier_png_add_text (bytes, "Description", picture->description);
  dossier_png_add_text (bytes, "Title", picture->title);

  return TRUE;
}

static gboolean
draw_pages (const DossierPicture *picture, cairo_surface_t *surface, double scale, int n_pages, GError **error)
{
  cairo_status_t status;

  for (int page = 0; page < n_pages; page++)
    {
      if (!draw_page (picture, surface, scale, page, error))
        return FALSE;
    }

  /* What is still to be written is written now; an error shows afterwards. */
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);

  return check_status (status, error);
}

/* A picture in SVG says what it shows; cairo has no way to write that. */
static void
insert_description (GByteArray *bytes, const DossierPicture *picture)
{
  g_autofree char *title = g_markup_escape_text (picture->title, -1);
  g_autofree char *description = picture->description != NULL ? g_markup_escape_text (picture->description, -1) : NULL;
  g_autoptr (GString) text = g_string_new_len ((const char *) bytes->data, bytes->len);
  char *root = strstr (text->str, "<svg");
  char *end = root != NULL ? strchr (root, '>') : NULL;
  g_autofree char *insertion = NULL;

  g_return_if_fail (end != NULL);

  insertion = description != NULL ? g_strdup_printf ("\n<title>%s</title>\n<desc>%s</desc>", title, description)
                                  : g_strdup_printf ("\n<title>%s</title>", title);
  g_string_insert (text, end + 1 - text->str, insertion);
  g_byte_array_set_size (bytes, 0);
  g_byte_array_append (bytes, (const guint8 *) text->str, (guint) text->len);
}

static gboolean
draw_svg (const DossierPicture *picture, double scale, GByteArray *bytes, GError **error)
{
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, picture->width * scale, picture->height * scale);
  gboolean drawn;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  drawn = draw_pages (picture, surface, scale, 1, error);
  cairo_surface_destroy (surface);

  if (drawn)
    insert_description (bytes, picture);

  return drawn;
}

static void
add_outline (cairo_surface_t *surface, const DossierHeadingPlace *heading, double scale)
{
  char y[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *link = NULL;

  g_ascii_formatd (y, sizeof y, "%.1f", heading->y * scale);
  link = g_strdup_printf ("page=%d pos=[0 %s]", heading->page + 1, y);
  cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, heading->title, link, CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

static gboolean
draw_pdf (const DossierPicture *picture, double scale, GByteArray *bytes, GError **error)
{
  double points = scale * POINTS_PER_PIXEL;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, picture->width * points, picture->height * points);
  gboolean drawn;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, picture->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Dossier " PACKAGE_VERSION);
  if (picture->description != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, picture->description);

  if (picture->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, picture->author);
  if (picture->keywords != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, picture->keywords);
  for (int i = 0; i < picture->n_headings; i++)
    add_outline (surface, &picture->headings[i], points);

  drawn = draw_pages (picture, surface, points, picture->n_pages, error);
  cairo_surface_destroy (surface);

  return drawn;
}

/**
 * dossier_export_guess_format:
 * @path: where a picture is to go
 * @format: (out): the format that the end of @path names
 * @error: #DOSSIER_ERROR_FILE if it names none
 *
 * Returns: whether it is one of ours
 */
gboolean
dossier_export_guess_format (const char *path, DossierExportFormat *format, GError **error)
{
  static const struct
  {
    const char *suffix;
    DossierExportFormat format;
  } formats[] = {
    { ".png", DOSSIER_EXPORT_PNG },
    { ".svg", DOSSIER_EXPORT_SVG },
    { ".pdf", DOSSIER_EXPORT_PDF },
  };
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      gsize length = strlen (path);

      if (length > 4 && g_ascii_strcasecmp (path + length - 4, formats[i].suffix) == 0)
        {
          *format = formats[i].format;
          return TRUE;
        }
    }

  name = g_filename_display_name (path);
  g_set_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE, _ ("%s does not end in .png, .svg or .pdf"), name);

  return FALSE;
}

/**
 * dossier_export_to_bytes:
 * @picture: what to draw
 * @format: in which format
 * @scale: how many pixels of a PNG a pixel of @picture has; other formats become so much larger
 * @error: #DOSSIER_ERROR_FILE if it cannot be drawn
 *
 * Returns: (transfer full): the content of the file
 */
GBytes *
dossier_export_to_bytes (const DossierPicture *picture, DossierExportFormat format, double scale, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gboolean drawn = FALSE;

  g_return_val_if_fail (scale > 0, NULL);

  switch (format)
    {
    case DOSSIER_EXPORT_PNG:
      drawn = draw_png (picture, scale, bytes, error);
      break;

    case DOSSIER_EXPORT_SVG:
      drawn = draw_svg (picture, scale, bytes, error);
      break;

    case DOSSIER_EXPORT_PDF:
      drawn = draw_pdf (picture, scale, bytes, error);
      break;

    default:
      g_return_val_if_reached (NULL);
    }

  return drawn ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/**
 * dossier_export_to_file:
 * @picture: what to draw
 * @path: where to; its end names the format
 * @scale: as in dossier_export_to_bytes()
 * @error: #DOSSIER_ERROR_FILE
 *
 * Draws into memory first and replaces the file whole: cairo does not always notice that a disk is full.
 *
 * Returns: whether the file was written
 */
gboolean
dossier_export_to_file (const DossierPicture *picture, const char *path, double scale, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  DossierExportFormat format;

  if (!dossier_export_guess_format (path, &format, error))
    return FALSE;

  bytes = dossier_export_to_bytes (picture, format, scale, error);

  return bytes != NULL && dossier_file_replace (path, bytes, error);
}
