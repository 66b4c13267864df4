/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-timeline-poster.h"

#include "exchange/dossier-story-picture.h"
#include "painting/dossier-paragraphs.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#define MM (96 / 25.4)

/* What no printer reaches, and the strip below a sheet's part that says where it belongs. */
#define MARGIN (10 * MM)
#define STRIP  (9 * MM)

/* By how much neighbours overlap, to be glued. */
#define OVERLAP (10 * MM)

/* Marks at the corners, outside of what remains when it is cut. */
#define CUT_MARK (5 * MM)

/* The poster is drawn so much larger than the screen: letters of 13 pixels become 12 points. */
#define ENLARGEMENT 1.25

#define LABEL_SIZE 13.0

/* Sizes that are tried, smallest first, until every event has a mark of its own; and with more events than this, the
 * largest is taken at once. */
#define MOST_TRIED 20000
static const struct
{
  int n_rows;
  int n_columns;
} grids[] = { { 1, 2 }, { 1, 3 }, { 1, 4 }, { 2, 3 }, { 2, 4 }, { 2, 5 }, { 2, 6 }, { 2, 8 }, { 3, 8 }, { 3, 10 } };

struct _DossierTimelinePoster
{
  DossierViewPicture *whole;
  DossierParagraphs *paragraphs;
  DossierTheme theme;
  int n_rows;
  int n_columns;
  double page_width;
  double page_height;
  double part_width; /* of the poster, on a sheet */
  double part_height;
  char *title;
  char *description;
  char *author;
  DossierPicture picture;
};

/* From the first to the last event, with a little room. */
static void
find_dates (DossierDocument *document, DossierViewPictureOptions *options)
{
  const DossierEvents *events = dossier_document_get_events (document);
  gint64 begin = DOSSIER_TIME_MAX;
  gint64 end = DOSSIER_TIME_MIN;

  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_EVENT); i++)
    {
      DossierSpan span;
      gint64 from, to;

      dossier_events_get_span (events, i, &span);
      if (span.flags & DOSSIER_SPAN_UNKNOWN || (options->filter != NULL && !dossier_filter_shows (options->filter, i)))
        continue;
      dossier_span_get_known (&span, &from, &to);
      begin = MIN (begin, from);
      end = MAX (end, to);
    }
  if (begin > end)
    return;

  options->has_dates = TRUE;
  options->begin = begin - MAX ((end - begin) / 100, 86400);
  options->end = end + MAX ((end - begin) / 100, 86400);
}

static void
make_whole (DossierTimelinePoster *self, DossierDocument *document, const DossierViewPictureOptions *options, int n_rows, int n_columns)
{
  DossierViewPictureOptions whole = *options;

  self->n_rows = n_rows;
  self->n_columns = n_columns;
  whole.width = (n_columns * (self->part_width - OVERLAP) + OVERLAP) / ENLARGEMENT;
  whole.height = (n_rows * (self->part_height - OVERLAP) + OVERLAP) / ENLARGEMENT;
  g_clear_pointer (&self->whole, dossier_view_picture_free);
  self->whole = dossier_view_picture_new (document, &whole);
}

static void
choose_grid (DossierTimelinePoster *self, DossierDocument *document, const DossierViewPictureOptions *options)
{
  gsize first = dossier_document_get_count (document, DOSSIER_RECORD_EVENT) > MOST_TRIED ? G_N_ELEMENTS (grids) - 1 : 0;
  gsize best = first;
  int least = G_MAXINT;

  for (gsize i = first; i < G_N_ELEMENTS (grids); i++)
    {
      int n;

      make_whole (self, document, options, grids[i].n_rows, grids[i].n_columns);
      n = dossier_view_picture_count_merged (self->whole);
      if (n < least)
        {
          least = n;
          best = i;
        }
      if (n == 0)
        return;
    }

  make_whole (self, document, options, grids[best].n_rows, grids[best].n_columns);
}

static void
draw_label (DossierTimelinePoster *self, const char *text, DossierSceneRole role, double x, double y, double width, cairo_t *cr)
{
  PangoLayout *layout = dossier_paragraphs_get_layout (self->paragraphs, text, role, LABEL_SIZE, width);

  dossier_color_set_source (&self->theme.dim_text, cr);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* Two strokes at each corner of what is shown, outside of it. */
static void
draw_cut_marks (DossierTimelinePoster *self, cairo_t *cr)
{
  for (int corner = 0; corner < 4; corner++)
    {
      double x = MARGIN + (corner & 1 ? self->part_width : 0);
      double y = MARGIN + (corner & 2 ? self->part_height : 0);
      double dx = corner & 1 ? 1 : -1;
      double dy = corner & 2 ? 1 : -1;

      cairo_move_to (cr, x + dx * 2, y);
      cairo_line_to (cr, x + dx * (2 + CUT_MARK), y);
      cairo_move_to (cr, x, y + dy * 2);
      cairo_line_to (cr, x, y + dy * (2 + CUT_MARK));
    }
  dossier_color_set_source (&self->theme.text, cr);
  cairo_set_line_width (cr, 0.75);
  cairo_stroke (cr);
}

/* How the sheets belong together, with this one filled. */
static void
draw_sketch (DossierTimelinePoster *self, const DossierPosterSheet *sheet, cairo_t *cr)
{
  double cell_height = (STRIP - 6) / self->n_rows;
  double cell_width = cell_height * self->page_width / self->page_height;
  double left = MARGIN + self->part_width - CUT_MARK - self->n_columns * cell_width;
  double top = MARGIN + self->part_height + 4;

  cairo_set_line_width (cr, 0.75);
  for (int row = 0; row < self->n_rows; row++)
    for (int column = 0; column < self->n_columns; column++)
      {
        cairo_rectangle (cr, left + column * cell_width, top + row * cell_height, cell_width, cell_height);
        if (row == sheet->row && column == sheet->column)
          {
            dossier_color_set_source (&self->theme.accent, cr);
            cairo_fill_preserve (cr);
          }
        dossier_color_set_source (&self->theme.dim_text, cr);
        cairo_stroke (cr);
      }
}

static void
draw (cairo_t *cr, int page, gpointer data)
{
  DossierTimelinePoster *self = data;
  DossierPosterSheet sheet = dossier_timeline_poster_get_sheet (self, page);
  const DossierPicture *whole = dossier_view_picture_get (self->whole);
  g_autofree char *row = g_strdup_printf ("%c", 'A' + sheet.row);
  /* Translators: where a sheet of a poster belongs, such as: Row B, column 3; and the page: page 7 of 8. */
  g_autofree char *label = g_strdup_printf (_ ("Row %s, column %d · page %d of %d · %s"), row, sheet.column + 1, page + 1, self->picture.n_pages, self->title);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);

  cairo_save (cr);
  cairo_rectangle (cr, MARGIN, MARGIN, self->part_width, self->part_height);
  cairo_clip (cr);
  cairo_translate (cr, MARGIN - sheet.x, MARGIN - sheet.y);
  cairo_scale (cr, ENLARGEMENT, ENLARGEMENT);
  whole->draw (cr, 0, whole->data);
  cairo_restore (cr);

  draw_cut_marks (self, cr);
  draw_label (self, label, DOSSIER_SCENE_SOURCES, MARGIN + CUT_MARK, MARGIN + self->part_height + 8, self->part_width * 0.7, cr);
  draw_sketch (self, &sheet, cr);
}

/**
 * dossier_timeline_poster_new:
 * @document: a document
 * @options: what the timeline shows, and how; its size is not heeded. Without dates it shows all events
 * @paper: the sheets
 *
 * Makes the smallest poster on which every event has a mark of its own, up to three rows of ten sheets.
 *
 * Returns: (transfer full): the poster
 */
DossierTimelinePoster *
dossier_timeline_poster_new (DossierDocument *document, const DossierViewPictureOptions *options, DossierPaper paper)
{
  DossierTimelinePoster *self = g_new0 (DossierTimelinePoster, 1);
  DossierViewPictureOptions whole = *options;

  self->page_width = (paper == DOSSIER_PAPER_A3 ? 420 : 297) * MM;
  self->page_height = (paper == DOSSIER_PAPER_A3 ? 297 : 210) * MM;
  self->part_width = self->page_width - 2 * MARGIN;
  self->part_height = self->page_height - 2 * MARGIN - STRIP;
  dossier_theme_init (&self->theme, DOSSIER_THEME_LIGHT);
  self->paragraphs = dossier_paragraphs_new (&self->theme);

  whole.view = DOSSIER_VIEW_TIMELINE;
  if (!whole.has_dates)
    find_dates (document, &whole);
  choose_grid (self, document, &whole);

  self->title = g_strdup (dossier_view_picture_get (self->whole)->title);
  self->description = g_strdup (dossier_view_picture_get (self->whole)->description);
  self->author = dossier_story_picture_dup_author (document);
  self->picture = (DossierPicture){
    .width = self->page_width,
    .height = self->page_height,
    .n_pages = self->n_rows * self->n_columns,
    .title = self->title,
    .description = self->description,
    .author = self->author,
    .draw = draw,
    .data = self,
  };

  return self;
}

/**
 * dossier_timeline_poster_free:
 * @self: (nullable): a poster, or %NULL
 */
void
dossier_timeline_poster_free (DossierTimelinePoster *self)
{
  if (self == NULL)
    return;

  dossier_view_picture_free (self->whole);
  dossier_paragraphs_free (self->paragraphs);
  g_free (self->title);
  g_free (self->description);
  g_free (self->author);
  g_free (self);
}

/**
 * dossier_timeline_poster_get:
 * @self: a poster
 *
 * Returns: (transfer none): its sheets, as pages that can be exported; valid as long as @self
 */
const DossierPicture *
dossier_timeline_poster_get (DossierTimelinePoster *self)
{
  return &self->picture;
}

/**
 * dossier_timeline_poster_get_size:
 * @self: a poster
 * @width: (out): how wide it is when it hangs on the wall, in pixels of 96 to the inch
 * @height: (out): how high
 */
void
dossier_timeline_poster_get_size (DossierTimelinePoster *self, double *width, double *height)
{
  *width = dossier_view_picture_get (self->whole)->width * ENLARGEMENT;
  *height = dossier_view_picture_get (self->whole)->height * ENLARGEMENT;
}

/**
 * dossier_timeline_poster_get_sheet:
 * @self: a poster
 * @page: a page of it, from 0
 *
 * Returns: where the sheet belongs, and what it shows
 */
DossierPosterSheet
dossier_timeline_poster_get_sheet (DossierTimelinePoster *self, int page)
{
  int row = page / self->n_columns;
  int column = page % self->n_columns;

  return (DossierPosterSheet){
    .page = page,
    .row = row,
    .column = column,
    .x = column * (self->part_width - OVERLAP),
    .y = row * (self->part_height - OVERLAP),
    .width = self->part_width,
    .height = self->part_height,
  };
}
