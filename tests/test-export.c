/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-export.h"
#include "model/dossier-error.h"

#include "packed-pdf.h"

#include <glib/gstdio.h>
#include <string.h>
#include <zlib.h>

static void
draw_halves (cairo_t *cr, int page, gpointer data)
{
  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_rectangle (cr, 0, 0, 20, 20);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0, 0, 1);
  cairo_rectangle (cr, 20, 0, 20, 20);
  cairo_fill (cr);
}

static void
draw_broken (cairo_t *cr, int page, gpointer data)
{
  cairo_scale (cr, 0, 0);
}

static const DossierPicture halves = { 40, 20, 3, "Halves <&>", "Red, then \"blue\"", draw_halves, NULL };

typedef struct
{
  const guint8 *data;
  gsize length;
} Stream;

static cairo_status_t
read_stream (void *closure, unsigned char *buffer, unsigned int length)
{
  Stream *stream = closure;

  if (length > stream->length)
    return CAIRO_STATUS_READ_ERROR;

  memcpy (buffer, stream->data, length);
  stream->data += length;
  stream->length -= length;

  return CAIRO_STATUS_SUCCESS;
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  guint32 pixel;

  memcpy (&pixel, cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x, 4);

  return pixel & 0xffffff;
}

/* Walks over the chunks of a PNG, and checks what each says of itself. Returns the text of a keyword, NULL if there is
 * none. */
static char *
find_png_text (const guint8 *png, gsize length, const char *keyword)
{
  gsize at = 8;
  char *found = NULL;
  gsize n_keyword = strlen (keyword);

  while (at < length)
    {
      guint32 size, checksum;

      g_assert_cmpint (at + 12, <=, length);
      memcpy (&size, png + at, 4);
      size = GUINT32_FROM_BE (size);
      g_assert_cmpint (size, <=, length - at - 12);
      memcpy (&checksum, png + at + 8 + size, 4);
      g_assert_cmphex (GUINT32_FROM_BE (checksum), ==, crc32 (crc32 (0, NULL, 0), png + at + 4, size + 4));
      /* Behind the keyword: its zero, two numbers, and two more strings that are empty. */
      if (memcmp (png + at + 4, "iTXt", 4) == 0 && memcmp (png + at + 8, keyword, n_keyword + 1) == 0)
        found = g_strndup ((const char *) png + at + 8 + n_keyword + 5, size - n_keyword - 5);
      at += 12 + size;
    }
  g_assert_cmpint (at, ==, length);

  return found;
}

static void
test_png (void)
{
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dossier_export_to_bytes (&halves, DOSSIER_EXPORT_PNG, 2, &error);
  Stream stream;
  cairo_surface_t *surface;

  g_assert_no_error (error);
  stream.data = g_bytes_get_data (bytes, &stream.length);
  title = find_png_text (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "Title");
  description = find_png_text (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "Description");
  g_assert_cmpstr (title, ==, "Halves <&>");
  g_assert_cmpstr (description, ==, "Red, then \"blue\"");
  surface = cairo_image_surface_create_from_png_stream (read_stream, &stream);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 80);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 40);
  g_assert_cmphex (get_pixel (surface, 10, 10), ==, 0xff0000);
  g_assert_cmphex (get_pixel (surface, 70, 30), ==, 0x0000ff);
  cairo_surface_destroy (surface);
}

static void
test_svg (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dossier_export_to_bytes (&halves, DOSSIER_EXPORT_SVG, 1, &error);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  GMarkupParser parser = { 0 };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, NULL, NULL);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "<title>Halves &lt;&amp;&gt;</title>"));
  g_assert_nonnull (strstr (text, "<desc>Red, then &quot;blue&quot;</desc>"));
  g_assert_true (g_markup_parse_context_parse (context, text, -1, &error) && g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
}

/* A PDF holds NUL bytes. */
static gboolean
contains (const GByteArray *data, const char *text)
{
  return memmem (data->data, data->len, text, strlen (text)) != NULL;
}

static void
test_pdf (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dossier_export_to_bytes (&halves, DOSSIER_EXPORT_PDF, 1, &error);
  g_autoptr (GByteArray) text = NULL;
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  g_assert_no_error (error);
  g_assert_true (length > 5 && memcmp (data, "%PDF-", 5) == 0);
  text = packed_pdf_unpack (data, length);
  g_assert_true (contains (text, "/Count 3"));
  g_assert_true (contains (text, "/Title (Halves <&>)"));
  g_assert_true (contains (text, "/Subject (Red, then \"blue\")"));
  g_assert_true (contains (text, "[ 0 0 30 15 ]"));
}

static void
test_errors (void)
{
  const DossierPicture broken = { 10, 10, 1, "Broken", NULL, draw_broken, NULL };
  const DossierPicture large = { 40000, 10, 1, "Large", NULL, draw_halves, NULL };
  g_autofree char *folder = g_dir_make_tmp ("dossier-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "picture.png", NULL);
  g_autofree char *strange = g_build_filename (folder, "picture.gif", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "picture.png", NULL);

  for (int format = DOSSIER_EXPORT_PNG; format <= DOSSIER_EXPORT_PDF; format++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (dossier_export_to_bytes (&broken, (DossierExportFormat) format, 1, &error));
      g_assert_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE);
    }

  {
    g_autoptr (GError) error = NULL;

    g_assert_false (dossier_export_to_file (&large, path, 1, &error));
    g_assert_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE);
    g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    g_clear_error (&error);

    g_assert_false (dossier_export_to_file (&halves, strange, 1, &error));
    g_assert_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE);
    g_assert_nonnull (strstr (error->message, ".svg"));
    g_clear_error (&error);

    g_assert_false (dossier_export_to_file (&halves, nowhere, 1, &error));
    g_assert_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE);
    g_clear_error (&error);

    g_assert_true (dossier_export_to_file (&halves, path, 1, &error));
    g_assert_no_error (error);
    g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  }

  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/png", test_png);
  g_test_add_func ("/export/svg", test_svg);
  g_test_add_func ("/export/pdf", test_pdf);
  g_test_add_func ("/export/errors", test_errors);

  return g_test_run ();
}
