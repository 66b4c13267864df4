/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-picture-view-private.h"

#include "model/dossier-filter-state.h"
#include "painting/dossier-matrix-painter.h"

#include <glib/gi18n-lib.h>

struct _DossierMatrixViewPart
{
  DossierStanceMatrix *matrix;
  DossierMatrixLayout layout;
  DossierMatrixPainter painter;
};

static gboolean
has_cells (DossierMatrixViewPart *self)
{
  return dossier_stance_matrix_get_n_rows (self->matrix) > 0 && dossier_stance_matrix_get_n_columns (self->matrix) > 0;
}

/* The filter of the picture, with its dates on top of those that the filter itself asks for. */
static DossierFilter *
make_filter (const DossierViewPictureOptions *options, DossierDocument *document)
{
  DossierFilter *filter = dossier_filter_new (document);
  gint64 begin = options->begin, end = options->end;
  gint64 first, last;

  if (options->filter != NULL)
    {
      g_autoptr (JsonObject) state = dossier_filter_state_save (options->filter);

      dossier_filter_state_restore (filter, state);
    }
  if (!options->has_dates)
    return filter;

  if (dossier_filter_get_dates (filter, &first, &last))
    {
      begin = MAX (begin, first);
      end = MIN (end, last);
    }
  if (begin <= end)
    dossier_filter_set_dates (filter, begin, end);

  return filter;
}

/**
 * dossier_matrix_view_part_new:
 * @part: what to show, and how
 *
 * Returns: (transfer full): the matrix of who reacted to what, laid out
 */
DossierMatrixViewPart *
dossier_matrix_view_part_new (const DossierViewPart *part)
{
  DossierMatrixViewPart *self = g_new0 (DossierMatrixViewPart, 1);
  g_autoptr (DossierFilter) filter = make_filter (part->options, part->document);

  self->matrix = dossier_stance_matrix_new (part->document, filter);
  dossier_matrix_layout_init (&self->layout, self->matrix, part->width, part->height, dossier_typesetter_measure, part->typesetter);
  self->painter = (DossierMatrixPainter){
    .theme = part->theme,
    .typesetter = part->typesetter,
    .swatches = part->swatches,
    .hovered_row = -1,
    .hovered_column = -1,
    .selected = part->options->selected,
  };

  return self;
}

/**
 * dossier_matrix_view_part_free:
 * @self: (nullable): a matrix, or %NULL
 */
void
dossier_matrix_view_part_free (DossierMatrixViewPart *self)
{
  if (self == NULL)
    return;

  dossier_stance_matrix_free (self->matrix);
  g_free (self);
}

/**
 * dossier_matrix_view_part_draw:
 * @self: a matrix
 * @cr: where to draw, with its upper left corner at 0,0
 */
void
dossier_matrix_view_part_draw (DossierMatrixViewPart *self, cairo_t *cr)
{
  if (has_cells (self))
    dossier_matrix_painter_draw (&self->painter, self->matrix, &self->layout, cr);
}

/**
 * dossier_matrix_view_part_measure_legend:
 * @self: a matrix
 * @max_width: how wide its legend may be
 * @width: (out): how wide it is
 * @height: (out): how high it is
 */
void
dossier_matrix_view_part_measure_legend (DossierMatrixViewPart *self, double max_width, double *width, double *height)
{
  *width = max_width;
  *height = has_cells (self) ? dossier_matrix_painter_get_legend_height (&self->painter, self->matrix, max_width) : 0;
}

/**
 * dossier_matrix_view_part_draw_legend:
 * @self: a matrix
 * @x: its left
 * @y: its top
 * @max_width: how wide it may be
 * @cr: where to draw
 */
void
dossier_matrix_view_part_draw_legend (DossierMatrixViewPart *self, double x, double y, double max_width, cairo_t *cr)
{
  dossier_matrix_painter_draw_legend (&self->painter, self->matrix, x, y, max_width, cr);
}

/**
 * dossier_matrix_view_part_describe:
 * @self: a matrix
 *
 * Returns: (transfer full): what is to be seen, in a sentence
 */
char *
dossier_matrix_view_part_describe (DossierMatrixViewPart *self)
{
  int n_rows = dossier_stance_matrix_get_n_rows (self->matrix);
  int n_columns = dossier_stance_matrix_get_n_columns (self->matrix);
  int first_row, end_row, first_column, end_column;

  if (!has_cells (self))
    return g_strdup (_ ("No reactions."));

  dossier_matrix_layout_get_visible (&self->layout, &first_row, &end_row, &first_column, &end_column);
  if (end_row < n_rows || end_column < n_columns)
    /* Translators: a picture of a matrix that shows only a part of it */
    return g_strdup_printf (_ ("Reactions of the first %d of %d actors to the first %d of %d events, ties and claims."), end_column, n_columns, end_row, n_rows);

  {
    g_autofree char *actors = g_strdup_printf (ngettext ("%d actor", "%d actors", (gulong) n_columns), n_columns);

    /* Translators: such as: Reactions of 13 actors to 9 events, ties and claims. */
    return g_strdup_printf (ngettext ("Reactions of %s to %d event, tie or claim.", "Reactions of %s to %d events, ties and claims.", (gulong) n_rows), actors, n_rows);
  }
}
