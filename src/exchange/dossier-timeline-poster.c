/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-timeline-poster.h"

#include "exchange/dossier-story-imprint.h"
#include "layout/dossier-scene-words.h"
#include "model/dossier-date-text.h"
#include "painting/dossier-paragraphs.h"

#include <glib/gi18n-lib.h>
#include <math.h>
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

/* What has no title on the poster is listed at its foot, in columns: so many events at most. In pixels of the poster. */
#define MOST_LISTED 400
#define LIST_COLUMN 400.0
#define LIST_LINE   19.0
#define LIST_SIZE   13.0
#define LIST_MARGIN 18.0

/* Fewer sheets are preferred to one more title among so many events. */
#define NEARLY 40

/* Sizes that are tried; with more events than this, the largest is taken at once. */
#define MOST_TRIED 20000
static const struct
{
  int n_rows;
  int n_columns;
} grids[] = { { 1, 2 }, { 1, 3 }, { 1, 4 }, { 2, 3 }, { 2, 4 }, { 2, 5 }, { 2, 6 }, { 2, 8 }, { 3, 8 }, { 3, 10 } };

struct _DossierTimelinePoster
{
  DossierDocument *document;
  DossierViewPicture *whole;
  GArray *untitled; /* of int: the events that are listed at the foot */
  int n_on_sheet; /* columns of the list on a sheet */
  int n_list_columns;
  double list_height; /* 0 if there is no list */
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

/* The events that are shown, but not with their whole title, ascending. */
static GArray *
list_untitled (DossierTimelinePoster *self, DossierFilter *filter)
{
  GArray *untitled = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) titled = dossier_view_picture_list_titled (self->whole);
  guint at = 0;

  for (int i = 0; i < dossier_document_get_count (self->document, DOSSIER_RECORD_EVENT); i++)
    {
      while (at < titled->len && g_array_index (titled, int, at) < i)
        at++;
      if (at < titled->len && g_array_index (titled, int, at) == i)
        continue;
      if (filter == NULL || dossier_filter_shows (filter, i))
        g_array_append_val (untitled, i);
    }

  return untitled;
}

static double
get_width (DossierTimelinePoster *self)
{
  return self->n_columns * (self->part_width - OVERLAP) + OVERLAP;
}

static double
get_height (DossierTimelinePoster *self)
{
  return self->n_rows * (self->part_height - OVERLAP) + OVERLAP;
}

/* Draws up a poster of some sheets, with room for a list of so many events at its foot. */
static void
make_whole (DossierTimelinePoster *self, const DossierViewPictureOptions *options, int n_rows, int n_columns, guint n_listed)
{
  DossierViewPictureOptions whole = *options;

  self->n_rows = n_rows;
  self->n_columns = n_columns;
  /* No column runs from one sheet to the next. */
  self->n_on_sheet = MAX ((int) (self->part_width / ENLARGEMENT / LIST_COLUMN), 1);
  self->n_list_columns = n_columns * self->n_on_sheet;
  self->list_height = n_listed > 0 ? LIST_LINE * (2 + ceil ((double) MIN (n_listed, MOST_LISTED) / self->n_list_columns)) : 0;
  whole.width = get_width (self) / ENLARGEMENT;
  whole.height = floor (get_height (self) / ENLARGEMENT - self->list_height);
  g_clear_pointer (&self->whole, dossier_view_picture_free);
  self->whole = dossier_view_picture_new (self->document, &whole);
  /* What stands below the timeline may need more than was asked for. */
  if (dossier_view_picture_get (self->whole)->height > whole.height)
    self->list_height = 0;
}

/* The fewest sheets on which about as many titles are whole as ever will be. */
static void
choose_grid (DossierTimelinePoster *self, const DossierViewPictureOptions *options)
{
  int n_events = dossier_document_get_count (self->document, DOSSIER_RECORD_EVENT);
  guint n_untitled[G_N_ELEMENTS (grids)];
  guint least = G_MAXUINT;
  gsize chosen = 0;

  if (n_events > MOST_TRIED)
    {
      chosen = G_N_ELEMENTS (grids) - 1;
      n_untitled[chosen] = (guint) n_events;
    }
  else
    {
      for (gsize i = 0; i < G_N_ELEMENTS (grids); i++)
        {
          g_autoptr (GArray) untitled = NULL;

          make_whole (self, options, grids[i].n_rows, grids[i].n_columns, 0);
          untitled = list_untitled (self, options->filter);
          n_untitled[i] = untitled->len;
          least = MIN (least, untitled->len);
          if (least == 0)
            break;
        }
      while (n_untitled[chosen] > least + (guint) n_events / NEARLY)
        chosen++;
    }

  make_whole (self, options, grids[chosen].n_rows, grids[chosen].n_columns, n_untitled[chosen]);
  self->untitled = list_untitled (self, options->filter);
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
draw_entry (DossierTimelinePoster *self, const char *text, DossierSceneRole role, double x, double y, cairo_t *cr)
{
  const DossierSceneText entry = {
    .role = role,
    .text = (char *) text,
    .size = LIST_SIZE,
    .box = { x, y, LIST_COLUMN - LIST_MARGIN, LIST_LINE },
    .is_cut = TRUE,
  };

  dossier_paragraphs_draw (self->paragraphs, &entry, &self->theme.text, cr);
}

static double
get_column_x (DossierTimelinePoster *self, int column)
{
  return column / self->n_on_sheet * (self->part_width - OVERLAP) / ENLARGEMENT + LIST_MARGIN + column % self->n_on_sheet * LIST_COLUMN;
}

/* The events without a title above, in the order of their dates. */
static void
draw_list (DossierTimelinePoster *self, double top, cairo_t *cr)
{
  int n = (int) MIN (self->untitled->len, MOST_LISTED);
  int n_lines = (n + self->n_list_columns - 1) / self->n_list_columns;
  g_autofree char *heading = NULL;

  if (self->list_height <= 0)
    return;

  cairo_rectangle (cr, 0, top, get_width (self) / ENLARGEMENT, self->list_height);
  dossier_color_set_source (&self->theme.view, cr);
  cairo_fill (cr);
  if (n < (int) self->untitled->len)
    /* Translators: of the events that a poster shows without a title, so many are listed. */
    heading = g_strdup_printf (_ ("Without a title above, or outside of these dates: %d of %d"), n, (int) self->untitled->len);
  else
    heading = g_strdup (_ ("Without a title above, or outside of these dates"));
  draw_entry (self, heading, DOSSIER_SCENE_POINT_WORD, LIST_MARGIN, top, cr);

  for (int i = 0; i < n; i++)
    {
      int index = g_array_index (self->untitled, int, i);
      g_autoptr (DossierEvent) event = dossier_document_load_event (self->document, index);
      g_autofree char *date = event->date.edtf != NULL ? dossier_edtf_to_text (event->date.edtf, DOSSIER_DATE_STYLE_SHORT) : g_strdup (_ ("No date"));
      g_autofree char *title = dossier_scene_words_hedge (dossier_text_get (&event->title, NULL),
                                                          dossier_scene_words_get_status (self->document, (DossierRef){ DOSSIER_RECORD_EVENT, index }));
      g_autofree char *entry = g_strdup_printf ("%s · %s", date, title);

      draw_entry (self, entry, DOSSIER_SCENE_POINT, get_column_x (self, i / n_lines), top + (1 + i % n_lines) * LIST_LINE, cr);
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

  dossier_color_set_source (&self->theme.view, cr);
  cairo_paint (cr);

  cairo_save (cr);
  cairo_rectangle (cr, MARGIN, MARGIN, self->part_width, self->part_height);
  cairo_clip (cr);
  cairo_translate (cr, MARGIN - sheet.x, MARGIN - sheet.y);
  cairo_scale (cr, ENLARGEMENT, ENLARGEMENT);
  cairo_save (cr);
  whole->draw (cr, 0, whole->data);
  cairo_restore (cr);
  draw_list (self, whole->height, cr);
  cairo_restore (cr);

  draw_cut_marks (self, cr);
  draw_label (self, label, DOSSIER_SCENE_SOURCES, MARGIN + CUT_MARK, MARGIN + self->part_height + 8, self->part_width * 0.7, cr);
  draw_sketch (self, &sheet, cr);
}

/**
 * dossier_timeline_poster_new:
 * @document: a document
 * @options: what the timeline shows, and how; its size is not heeded. Without dates it shows the stretch in which nearly all
 *   events are
 * @paper: the sheets
 *
 * Makes the smallest poster on which about as many titles are whole as can be, up to three rows of ten sheets. The other
 * events are listed at its foot with date and title, up to four hundred of them.
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
  self->document = g_object_ref (document);
  dossier_theme_init (&self->theme, options->theme);
  self->paragraphs = dossier_paragraphs_new (&self->theme);

  whole.view = DOSSIER_VIEW_TIMELINE;
  choose_grid (self, &whole);

  self->title = g_strdup (dossier_view_picture_get (self->whole)->title);
  self->description = g_strdup (dossier_view_picture_get (self->whole)->description);
  self->author = dossier_story_imprint_dup_author (document);
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
  g_array_unref (self->untitled);
  g_object_unref (self->document);
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
  *width = get_width (self);
  *height = get_height (self);
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
