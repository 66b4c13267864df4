/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-matrix-view.h"

#include "painting/dossier-matrix-painter.h"
#include "widgets/dossier-style.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LEGEND_MARGIN 6.0

struct _DossierMatrixView
{
  DossierCanvas parent_instance;

  DossierView *view;
  DossierStanceMatrix *matrix;
  DossierMatrixOrder row_order;
  DossierMatrixOrder column_order;
  DossierMatrixLayout layout;
  double legend_height;
  int hovered_row; /* as in the layout; -1, -1 for none */
  int hovered_column;
  int focused_row;
  int focused_column;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierMatrixView, dossier_matrix_view, DOSSIER_TYPE_CANVAS)

static gboolean
has_cells (DossierMatrixView *self)
{
  return self->matrix != NULL && dossier_stance_matrix_get_n_rows (self->matrix) > 0 && dossier_stance_matrix_get_n_columns (self->matrix) > 0;
}

/* What a place of the matrix says: a cell, a title or a name. */
static char *
describe (DossierMatrixView *self, int row, int column)
{
  if (row >= 0 && column >= 0)
    return dossier_stance_matrix_explain (self->matrix, row, column);
  if (column >= 0)
    return g_strdup (dossier_stance_matrix_get_name (self->matrix, column));

  return g_strdup_printf ("%s\n%s", dossier_stance_matrix_get_title (self->matrix, row), dossier_stance_matrix_get_date (self->matrix, row));
}

/* The reaction of a cell that comes behind the one that is selected. */
static DossierRef
find_reaction (DossierMatrixView *self, int row, int column)
{
  DossierRef selected = dossier_view_get_selection (self->view);
  int n = dossier_stance_matrix_get_n_reactions (self->matrix, row, column);

  for (int i = 0; i < n; i++)
    {
      DossierRef ref = { DOSSIER_RECORD_REACTION, dossier_stance_matrix_get_reaction (self->matrix, row, column, i) };

      if (dossier_ref_equal (selected, ref))
        return (DossierRef){ DOSSIER_RECORD_REACTION, dossier_stance_matrix_get_reaction (self->matrix, row, column, (i + 1) % n) };
    }

  return n > 0 ? (DossierRef){ DOSSIER_RECORD_REACTION, dossier_stance_matrix_get_reaction (self->matrix, row, column, 0) } : DOSSIER_REF_NONE;
}

static void
open_place (DossierMatrixView *self, int row, int column)
{
  DossierRef ref = DOSSIER_REF_NONE;

  if (row >= 0 && column >= 0)
    ref = find_reaction (self, row, column);
  else if (column >= 0)
    ref = (DossierRef){ DOSSIER_RECORD_ACTOR, dossier_stance_matrix_get_actor (self->matrix, column) };
  else if (row >= 0)
    ref = dossier_stance_matrix_get_target (self->matrix, row);

  self->focused_row = row;
  self->focused_column = column;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!dossier_ref_is_set (ref))
    return;

  dossier_view_select (self->view, ref);
  dossier_view_reveal (self->view, ref);
}

static void
dossier_matrix_view_update (DossierCanvas *canvas, int width, int height)
{
  DossierMatrixView *self = DOSSIER_MATRIX_VIEW (canvas);
  DossierMatrixPainter painter = { .typesetter = dossier_canvas_get_typesetter (canvas) };
  double x = self->layout.x;
  double y = self->layout.y;

  self->hovered_row = self->hovered_column = -1;
  if (!has_cells (self))
    return;

  self->legend_height = dossier_matrix_painter_get_legend_height (&painter, self->matrix, width - 2 * LEGEND_MARGIN);
  dossier_matrix_layout_init (&self->layout, self->matrix, width, MAX (height - self->legend_height, 1), dossier_typesetter_measure, painter.typesetter);
  dossier_matrix_layout_scroll (&self->layout, x, y);
  self->focused_row = MIN (self->focused_row, self->layout.n_rows - 1);
  self->focused_column = MIN (self->focused_column, self->layout.n_columns - 1);
}

static void
dossier_matrix_view_draw (DossierCanvas *canvas, cairo_t *cr)
{
  DossierMatrixView *self = DOSSIER_MATRIX_VIEW (canvas);
  DossierMatrixPainter painter = {
    .theme = dossier_canvas_get_theme (canvas),
    .typesetter = dossier_canvas_get_typesetter (canvas),
    .hovered_row = self->hovered_row,
    .hovered_column = self->hovered_column,
    .focused_row = self->focused_row,
    .focused_column = self->focused_column,
    .has_focus = gtk_widget_has_focus (GTK_WIDGET (self)),
  };

  dossier_color_set_source (&painter.theme->view, cr);
  cairo_paint (cr);
  if (!has_cells (self))
    return;

  painter.swatches = dossier_style_get_swatches (dossier_style_get_default (), dossier_view_get_document (self->view));
  painter.selected = dossier_view_get_selection (self->view);
  dossier_matrix_painter_draw (&painter, self->matrix, &self->layout, cr);

  cairo_set_line_width (cr, 1);
  dossier_color_set_source (&painter.theme->border, cr);
  cairo_move_to (cr, 0, self->layout.height + 0.5);
  cairo_line_to (cr, self->layout.width, self->layout.height + 0.5);
  cairo_stroke (cr);
  dossier_matrix_painter_draw_legend (&painter, self->matrix, LEGEND_MARGIN, self->layout.height, self->layout.width - 2 * LEGEND_MARGIN, cr);
}

static void
dossier_matrix_view_pan (DossierCanvas *canvas, double dx, double dy, gboolean is_wheel)
{
  DossierMatrixView *self = DOSSIER_MATRIX_VIEW (canvas);

  if (!has_cells (self))
    return;

  dossier_matrix_layout_scroll (&self->layout, self->layout.x - dx, self->layout.y - dy);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
find_place (DossierMatrixView *self, double x, double y, int *row, int *column)
{
  *row = *column = -1;

  return has_cells (self) && !isnan (x) && y < self->layout.height && dossier_matrix_layout_find (&self->layout, x, y, row, column);
}

static void
dossier_matrix_view_point (DossierCanvas *canvas, double x, double y)
{
  DossierMatrixView *self = DOSSIER_MATRIX_VIEW (canvas);
  int row, column;
  gboolean found = find_place (self, x, y, &row, &column);

  if (!found)
    row = column = -1;
  if (self->hovered_row == row && self->hovered_column == column)
    return;

  self->hovered_row = row;
  self->hovered_column = column;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   found && (row < 0 || column < 0 || dossier_stance_matrix_get_n_reactions (self->matrix, row, column) > 0) ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
dossier_matrix_view_click (DossierCanvas *canvas, int n_press, double x, double y, GdkModifierType modifiers)
{
  DossierMatrixView *self = DOSSIER_MATRIX_VIEW (canvas);
  int row, column;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (find_place (self, x, y, &row, &column))
    open_place (self, row, column);
}

static gboolean
dossier_matrix_view_press_key (DossierCanvas *canvas, guint keyval, GdkModifierType modifiers)
{
  DossierMatrixView *self = DOSSIER_MATRIX_VIEW (canvas);
  int row = self->focused_row;
  int column = self->focused_column;
  g_autofree char *message = NULL;

  if (!has_cells (self) || modifiers != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Left:
      column--;
      break;
    case GDK_KEY_Right:
      column++;
      break;
    case GDK_KEY_Up:
      row--;
      break;
    case GDK_KEY_Down:
      row++;
      break;
    case GDK_KEY_Home:
      column = 0;
      break;
    case GDK_KEY_End:
      column = self->layout.n_columns - 1;
      break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      if (row < self->layout.n_rows && column < self->layout.n_columns)
        open_place (self, row, column);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      dossier_view_escape (self->view);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  row = CLAMP (row, -1, self->layout.n_rows - 1);
  column = CLAMP (column, -1, self->layout.n_columns - 1);
  if (row < 0 && column < 0)
    return GDK_EVENT_STOP;

  self->focused_row = row;
  self->focused_column = column;
  dossier_matrix_layout_reveal (&self->layout, row, column);
  message = describe (self, row, column);
  dossier_canvas_announce (canvas, message);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return GDK_EVENT_STOP;
}

static char *
dossier_matrix_view_dup_tooltip (DossierCanvas *canvas, double x, double y)
{
  DossierMatrixView *self = DOSSIER_MATRIX_VIEW (canvas);
  int row, column;

  return find_place (self, x, y, &row, &column) ? describe (self, row, column) : NULL;
}

/* The cells in sight that say something. */
static void
dossier_matrix_view_list_marks (DossierCanvas *canvas, GArray *marks)
{
  DossierMatrixView *self = DOSSIER_MATRIX_VIEW (canvas);
  int first_row, end_row, first_column, end_column;

  if (!has_cells (self))
    return;

  dossier_matrix_layout_get_visible (&self->layout, &first_row, &end_row, &first_column, &end_column);
  for (int row = first_row; row < end_row; row++)
    for (int column = first_column; column < end_column; column++)
      {
        DossierRectangle box = dossier_matrix_layout_get_box (&self->layout, row, column);
        DossierCanvasMark mark = { row * self->layout.n_columns + column, box.x, box.y, box.width, box.height, NULL };

        if (dossier_stance_matrix_get_n_reactions (self->matrix, row, column) == 0 && dossier_stance_matrix_get_like (self->matrix, row, column) < 0)
          continue;
        mark.label = describe (self, row, column);
        g_array_append_val (marks, mark);
      }
}

static void
dossier_matrix_view_activate_mark (DossierCanvas *canvas, int id)
{
  DossierMatrixView *self = DOSSIER_MATRIX_VIEW (canvas);

  if (has_cells (self) && id < self->layout.n_rows * self->layout.n_columns)
    open_place (self, id / self->layout.n_columns, id % self->layout.n_columns);
}

static void
make_matrix (DossierMatrixView *self)
{
  g_clear_pointer (&self->matrix, dossier_stance_matrix_free);
  if (self->view != NULL)
    {
      self->matrix = dossier_stance_matrix_new (dossier_view_get_document (self->view), dossier_view_get_filter (self->view));
      dossier_stance_matrix_sort (self->matrix, self->row_order, self->column_order);
    }
  /* Until the next frame lays it out there is nothing at any place, for what was there may not be in it. */
  self->layout.n_rows = self->layout.n_columns = 0;
  dossier_canvas_queue_update (DOSSIER_CANVAS (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
dossier_matrix_view_dispose (GObject *object)
{
  DossierMatrixView *self = DOSSIER_MATRIX_VIEW (object);

  g_clear_pointer (&self->matrix, dossier_stance_matrix_free);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (dossier_matrix_view_parent_class)->dispose (object);
}

static void
dossier_matrix_view_class_init (DossierMatrixViewClass *klass)
{
  DossierCanvasClass *canvas_class = DOSSIER_CANVAS_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_matrix_view_dispose;

  canvas_class->update = dossier_matrix_view_update;
  canvas_class->draw = dossier_matrix_view_draw;
  canvas_class->pan = dossier_matrix_view_pan;
  canvas_class->point = dossier_matrix_view_point;
  canvas_class->click = dossier_matrix_view_click;
  canvas_class->press_key = dossier_matrix_view_press_key;
  canvas_class->dup_tooltip = dossier_matrix_view_dup_tooltip;
  canvas_class->list_marks = dossier_matrix_view_list_marks;
  canvas_class->activate_mark = dossier_matrix_view_activate_mark;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dossier_matrix_view_init (DossierMatrixView *self)
{
  self->row_order = DOSSIER_MATRIX_BY_DATE;
  self->column_order = DOSSIER_MATRIX_BY_COUNT;
  self->hovered_row = self->hovered_column = -1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Who reacted to what"), -1);
}

/**
 * dossier_matrix_view_set_view:
 * @self: a matrix
 * @view: (nullable): the state of the window, or %NULL for none
 *
 * "changed" is emitted when the matrix was made anew, also because the filter is another.
 */
void
dossier_matrix_view_set_view (DossierMatrixView *self, DossierView *view)
{
  g_return_if_fail (DOSSIER_IS_MATRIX_VIEW (self));

  if (self->view == view)
    return;

  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->view, gtk_widget_queue_draw, self);
      g_signal_handlers_disconnect_by_func (dossier_view_get_filter (self->view), make_matrix, self);
    }
  g_set_object (&self->view, view);
  self->layout.x = self->layout.y = 0;
  self->focused_row = self->focused_column = 0;
  if (view != NULL)
    {
      g_signal_connect_object (view, "selection-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (dossier_view_get_filter (view), "changed", G_CALLBACK (make_matrix), self, G_CONNECT_SWAPPED);
    }
  make_matrix (self);
}

/**
 * dossier_matrix_view_sort:
 * @self: a matrix
 * @rows: the order of what was reacted to
 * @columns: the order of the actors
 */
void
dossier_matrix_view_sort (DossierMatrixView *self, DossierMatrixOrder rows, DossierMatrixOrder columns)
{
  g_return_if_fail (DOSSIER_IS_MATRIX_VIEW (self));

  self->row_order = rows;
  self->column_order = columns;
  if (self->matrix == NULL)
    return;

  dossier_stance_matrix_sort (self->matrix, rows, columns);
  dossier_canvas_queue_update (DOSSIER_CANVAS (self));
}

/**
 * dossier_matrix_view_is_empty:
 * @self: a matrix
 *
 * Returns: whether there is no reaction in it
 */
gboolean
dossier_matrix_view_is_empty (DossierMatrixView *self)
{
  g_return_val_if_fail (DOSSIER_IS_MATRIX_VIEW (self), TRUE);

  return !has_cells (self);
}
