/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-column-fit.h"

#include "widgets/dossier-style.h"

/* The room on both sides of what stands in a cell, in pixels. */
#define CELL_PADDING 20

/* The room for the arrow behind the heading of an ordered column. */
#define ARROW_ROOM 20

/* No column is wider at first, for letters of the usual size, however long the words are that stand in it. */
#define MOST_WIDTH 264

typedef struct
{
  GtkAdjustment *adjustment; /* what is in sight of the table, from left to right */
  GtkColumnView *table;      /* which is of the window that it scrolls in, as we are */
  GtkColumnViewColumn *growing;
  int least;
  guint fit_id;
  gboolean is_fitting;
  gboolean is_chosen; /* a person has made a column wider or narrower: then they all stay as they are */
} Fit;

static void
fit_free (gpointer data)
{
  Fit *fit = data;

  g_clear_handle_id (&fit->fit_id, g_source_remove);
  g_signal_handlers_disconnect_by_data (fit->adjustment, fit);
  g_object_unref (fit->adjustment);
  g_free (fit);
}

static gboolean
fit_cb (gpointer data)
{
  Fit *fit = data;
  GListModel *columns = gtk_column_view_get_columns (fit->table);
  int n = (int) g_list_model_get_n_items (columns);
  g_autofree int *widths = g_new (int, n + 1);
  int growing = 0;

  fit->fit_id = 0;
  for (int i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, (guint) i);

      widths[i] = gtk_column_view_column_get_fixed_width (column);
      if (column == fit->growing)
        growing = i;
    }

  fit->is_fitting = TRUE;
  gtk_column_view_column_set_fixed_width (fit->growing,
                                          dossier_column_fit_find (widths, n, growing, fit->least, (int) gtk_adjustment_get_page_size (fit->adjustment)));
  fit->is_fitting = FALSE;

  return G_SOURCE_REMOVE;
}

/* Within an allocation nothing can be asked for. */
static void
fit_soon (Fit *fit)
{
  if (!fit->is_chosen && fit->fit_id == 0 && gtk_adjustment_get_page_size (fit->adjustment) > 1)
    fit->fit_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, fit, NULL);
}

static void
width_changed_cb (GtkScrolledWindow *scroller, GParamSpec *pspec, GtkColumnViewColumn *column)
{
  Fit *fit = g_object_get_data (G_OBJECT (scroller), "fit");

  if (fit != NULL && !fit->is_fitting)
    fit->is_chosen = TRUE;
}

/**
 * dossier_column_fit_find:
 * @widths: (array length=n): how wide each column is, in pixels
 * @n: how many columns there are
 * @growing: which of them takes what the others leave
 * @least: how wide that one is at least
 * @room: how wide the table is
 *
 * Returns: how wide @growing is to be so that no column is cut at the end: as many of the others as leave it @least stand
 *   beside it and fill the room, and what follows is scrolled to
 */
int
dossier_column_fit_find (const int *widths, int n, int growing, int least, int room)
{
  int left = room;
  int found = least;

  for (int i = 0; i < n; i++)
    {
      if (i != growing)
        left -= widths[i];
      if (i >= growing && left >= least)
        found = left;
    }

  return found;
}

/**
 * dossier_column_fit_set:
 * @scroller: where a table scrolls that is kept in step with its room
 * @column: one of its columns, not the growing one
 * @width: how wide what stands in it is, in pixels
 *
 * Makes it so wide, but no narrower than its heading nor wider than a column ought to be; unless a person has made one wider or
 * narrower.
 */
void
dossier_column_fit_set (GtkScrolledWindow *scroller, GtkColumnViewColumn *column, int width)
{
  Fit *fit = g_object_get_data (G_OBJECT (scroller), "fit");

  g_return_if_fail (fit != NULL);

  if (fit->is_chosen)
    return;

  width = MAX (width, dossier_column_fit_measure (fit->table, gtk_column_view_column_get_title (column)) + ARROW_ROOM);
  width = MIN (width, dossier_style_scale_width (dossier_style_get_default (), MOST_WIDTH));
  fit->is_fitting = TRUE;
  gtk_column_view_column_set_fixed_width (column, width);
  fit->is_fitting = FALSE;
  fit_soon (fit);
}

/**
 * dossier_column_fit_measure:
 * @table: a table
 * @text: what stands in a cell of it
 *
 * Returns: how wide a column is that shows all of @text, in pixels
 */
int
dossier_column_fit_measure (GtkColumnView *table, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (table), text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width + CELL_PADDING;
}

/**
 * dossier_column_fit_add:
 * @scroller: where @table scrolls
 * @table: a table whose columns but @growing have fixed widths
 * @growing: (transfer none): the column that takes what the others leave
 * @least: how wide it is at least, in pixels for letters of the usual size
 *
 * Keeps the columns of a table in step with its room, until a person makes one of them wider or narrower.
 */
void
dossier_column_fit_add (GtkScrolledWindow *scroller, GtkColumnView *table, GtkColumnViewColumn *growing, int least)
{
  Fit *fit = g_new0 (Fit, 1);
  GListModel *columns = gtk_column_view_get_columns (table);

  *fit = (Fit){ .adjustment = g_object_ref (gtk_scrolled_window_get_hadjustment (scroller)), .table = table, .growing = growing, .least = dossier_style_scale_width (dossier_style_get_default (), least) };
  g_signal_connect_swapped (fit->adjustment, "notify::page-size", G_CALLBACK (fit_soon), fit);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_signal_connect_object (column, "notify::fixed-width", G_CALLBACK (width_changed_cb), scroller, G_CONNECT_SWAPPED);
    }
  g_object_set_data_full (G_OBJECT (scroller), "fit", fit, fit_free);
}
