/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-matrix-layout.h"

#include <math.h>

/* Around the titles, in pixels. */
#define PADDING 18.0

/* The titles of the rows have at most this share of the width, and at least so many pixels where there are as many. */
#define MOST_TITLE  0.46
#define LEAST_TITLE 120.0

/* A name of a column is at most this long. */
#define MOST_NAME 150.0

/* A cell, and how wide it may be where there is room. Where letters are large it is higher: for a title and a date, with a
 * little above and below; and wider: so that names do not touch. */
#define CELL_WIDTH  34.0
#define MOST_WIDTH  56.0
#define CELL_HEIGHT 34.0
#define CELL_MARGIN 1.0

/* Between the end of a name and the first row, for the dot that a name stands at. */
#define FOOT 22.0

/* Of more rows the first tell how wide titles are. One that is wider is cut with an ellipsis, as where there is no room. */
#define MOST_MEASURED 300

/* How wide the titles are, and how high is a row that holds any of them. */
static double
measure_titles (DossierStanceMatrix *matrix, DossierMeasureFunc measure, gpointer data, double *row_height)
{
  double widest = 0;

  for (int i = 0; i < MIN (dossier_stance_matrix_get_n_rows (matrix), MOST_MEASURED); i++)
    {
      double width, height, date_height;

      measure (dossier_stance_matrix_get_title (matrix, i), DOSSIER_TEXT_NODE_LABEL, &width, &height, data);
      widest = MAX (widest, width);
      measure (dossier_stance_matrix_get_date (matrix, i), DOSSIER_TEXT_TIE_LABEL, &width, &date_height, data);
      widest = MAX (widest, width);
      *row_height = MAX (*row_height, ceil (height + date_height + 2 * CELL_MARGIN));
    }

  return widest;
}

/* How long the names are, and how wide is a column that keeps any of them apart from the next. */
static double
measure_names (DossierStanceMatrix *matrix, DossierMeasureFunc measure, gpointer data, double *column_width)
{
  double widest = 0;

  for (int i = 0; i < dossier_stance_matrix_get_n_columns (matrix) && widest < MOST_NAME; i++)
    {
      double width, height;

      measure (dossier_stance_matrix_get_name (matrix, i), DOSSIER_TEXT_NODE_LABEL, &width, &height, data);
      widest = MAX (widest, width);
      *column_width = MAX (*column_width, ceil (height / sin (-DOSSIER_MATRIX_ANGLE)));
    }

  return widest;
}

/**
 * dossier_matrix_layout_init:
 * @layout: (out): a layout, scrolled to its beginning
 * @matrix: what it is of
 * @width: how much room there is, in pixels
 * @height: likewise
 * @measure: measures titles and names
 * @data: for @measure
 */
void
dossier_matrix_layout_init (DossierMatrixLayout *layout, DossierStanceMatrix *matrix, double width, double height, DossierMeasureFunc measure, gpointer data)
{
  double row_height = CELL_HEIGHT;
  double titles = measure_titles (matrix, measure, data, &row_height) + 2 * PADDING;
  double column_width = CELL_WIDTH;
  double names = measure_names (matrix, measure, data, &column_width);
  double most_title = MAX (width * MOST_TITLE, MIN (LEAST_TITLE, width));
  double slant;
  double room;

  *layout = (DossierMatrixLayout){
    .width = width,
    .height = height,
    .n_rows = dossier_stance_matrix_get_n_rows (matrix),
    .n_columns = dossier_stance_matrix_get_n_columns (matrix),
    .cell_width = column_width,
    .cell_height = row_height,
  };
  layout->header_width = ceil (MIN (titles, most_title));
  layout->name_length = MIN (ceil (names) + 1, MOST_NAME);
  layout->header_height = ceil (layout->name_length * sin (-DOSSIER_MATRIX_ANGLE) + FOOT + PADDING);

  /* The last name leans over the edge of its column. */
  slant = layout->name_length * cos (DOSSIER_MATRIX_ANGLE);
  room = width - layout->header_width - slant;
  if (layout->n_columns > 0)
    layout->cell_width = floor (CLAMP (room / layout->n_columns, column_width, MAX (MOST_WIDTH, column_width)));
}

static double
get_full_width (const DossierMatrixLayout *layout)
{
  return layout->header_width + layout->n_columns * layout->cell_width + layout->name_length * cos (DOSSIER_MATRIX_ANGLE);
}

/**
 * dossier_matrix_layout_get_full_height:
 * @layout: a layout
 *
 * Returns: how high it would have to be to show all rows, in pixels
 */
double
dossier_matrix_layout_get_full_height (const DossierMatrixLayout *layout)
{
  return layout->header_height + layout->n_rows * layout->cell_height + PADDING;
}

/**
 * dossier_matrix_layout_scroll:
 * @layout: a layout
 * @x: how far the cells are to be scrolled to the left, in pixels
 * @y: how far upward
 *
 * Scrolls there, or as far as there is something to be seen.
 */
void
dossier_matrix_layout_scroll (DossierMatrixLayout *layout, double x, double y)
{
  layout->x = CLAMP (x, 0, MAX (get_full_width (layout) - layout->width, 0));
  layout->y = CLAMP (y, 0, MAX (dossier_matrix_layout_get_full_height (layout) - layout->height, 0));
}

/**
 * dossier_matrix_layout_reveal:
 * @layout: a layout
 * @row: a row, -1 for the names
 * @column: a column, -1 for the titles
 *
 * Scrolls as little as is needed to have the cell in sight.
 */
void
dossier_matrix_layout_reveal (DossierMatrixLayout *layout, int row, int column)
{
  double x = layout->x;
  double y = layout->y;

  if (column >= 0)
    x = CLAMP (x, (column + 1) * layout->cell_width - (layout->width - layout->header_width), column * layout->cell_width);
  if (row >= 0)
    y = CLAMP (y, (row + 1) * layout->cell_height - (layout->height - layout->header_height), row * layout->cell_height);

  dossier_matrix_layout_scroll (layout, x, y);
}

/**
 * dossier_matrix_layout_get_visible:
 * @layout: a layout
 * @first_row: (out): the first row in sight
 * @end_row: (out): one more than the last
 * @first_column: (out): the first column in sight
 * @end_column: (out): one more than the last
 */
void
dossier_matrix_layout_get_visible (const DossierMatrixLayout *layout, int *first_row, int *end_row, int *first_column, int *end_column)
{
  double width = MAX (layout->width - layout->header_width, 0);
  double height = MAX (layout->height - layout->header_height, 0);

  *first_row = CLAMP ((int) floor (layout->y / layout->cell_height), 0, layout->n_rows);
  *end_row = CLAMP ((int) ceil ((layout->y + height) / layout->cell_height), *first_row, layout->n_rows);
  *first_column = CLAMP ((int) floor (layout->x / layout->cell_width), 0, layout->n_columns);
  *end_column = CLAMP ((int) ceil ((layout->x + width) / layout->cell_width), *first_column, layout->n_columns);
}

/**
 * dossier_matrix_layout_get_box:
 * @layout: a layout
 * @row: a row, -1 for the names of the columns
 * @column: a column, -1 for the titles of the rows
 *
 * Returns: where it is, whether it is in sight or not, in pixels; of a name, its foot
 */
DossierRectangle
dossier_matrix_layout_get_box (const DossierMatrixLayout *layout, int row, int column)
{
  DossierRectangle box = { 0, 0, layout->header_width, layout->header_height };

  if (column >= 0)
    {
      box.x = layout->header_width + column * layout->cell_width - layout->x;
      box.width = layout->cell_width;
    }
  if (row >= 0)
    {
      box.y = layout->header_height + row * layout->cell_height - layout->y;
      box.height = layout->cell_height;
    }

  return box;
}

/**
 * dossier_matrix_layout_find:
 * @layout: a layout
 * @x: a point, in pixels
 * @y: likewise
 * @row: (out): the row there, -1 for the names of the columns
 * @column: (out): the column there, -1 for the titles of the rows
 *
 * Returns: whether a cell, a title or a name is there
 */
gboolean
dossier_matrix_layout_find (const DossierMatrixLayout *layout, double x, double y, int *row, int *column)
{
  *row = *column = -1;

  if (y >= layout->header_height)
    {
      *row = (int) floor ((y - layout->header_height + layout->y) / layout->cell_height);
      if (*row >= layout->n_rows)
        return FALSE;
    }
  else
    {
      /* Along the slant of the names, down to the column at which they stand. */
      x -= MAX (layout->header_height - FOOT - y, 0) / tan (-DOSSIER_MATRIX_ANGLE);
    }

  if (x >= layout->header_width)
    {
      *column = (int) floor ((x - layout->header_width + layout->x) / layout->cell_width);
      if (*column >= layout->n_columns)
        return FALSE;
    }

  return *row >= 0 || *column >= 0;
}
