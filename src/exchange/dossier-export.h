/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DossierExportFormat:
 *
 * A format that pictures are written in. In all but PNG text stays text and lines stay lines.
 */
typedef enum
{
  DOSSIER_EXPORT_PNG,
  DOSSIER_EXPORT_SVG,
  DOSSIER_EXPORT_PDF,
} DossierExportFormat;

/**
 * DossierHeadingPlace:
 * @title: what begins there
 * @page: on which page, from 0
 * @y: how far down, in the pixels of the picture
 *
 * An entry of an outline.
 */
typedef struct
{
  const char *title;
  int page;
  double y;
} DossierHeadingPlace;

/**
 * DossierPicture:
 * @width: in CSS pixels, 96 to the inch
 * @height: likewise
 * @n_pages: how many pages; only a PDF can have more than one
 * @title: of the document that it becomes
 * @description: (nullable): one sentence on what is to be seen, for those who cannot see it
 * @draw: draws a page, from 0, into the rectangle from 0,0 to @width,@height
 * @data: for @draw
 * @author: (nullable): who made it, for a PDF
 * @keywords: (nullable): what it is about, with commas between, for a PDF
 * @headings: (array length=n_headings) (nullable): for the outline of a PDF, in order
 * @n_headings: how many, 0 for no outline
 *
 * Something that can be drawn: the screen, a file and a printer are given the same.
 */
typedef struct
{
  double width;
  double height;
  int n_pages;
  const char *title;
  const char *description;
  void (*draw) (cairo_t *cr, int page, gpointer data);
  gpointer data;
  const char *author;
  const char *keywords;
  const DossierHeadingPlace *headings;
  int n_headings;
} DossierPicture;

/* The largest side of a picture, in pixels: cairo draws no larger image. */
#define DOSSIER_EXPORT_MOST_PIXELS 32767

gboolean dossier_export_guess_format (const char *path, DossierExportFormat *format, GError **error);
GBytes  *dossier_export_to_bytes     (const DossierPicture *picture, DossierExportFormat format, double scale, GError **error);
gboolean dossier_export_to_file      (const DossierPicture *picture, const char *path, double scale, GError **error);

G_END_DECLS
