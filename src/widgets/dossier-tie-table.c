/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-tie-table.h"

#include "layout/dossier-map-content.h"
#include "model/dossier-tie-item.h"
#include "widgets/dossier-cell.h"
#include "widgets/dossier-column-fit.h"
#include "widgets/dossier-style.h"
#include "widgets/dossier-table-scroller.h"

#include <glib/gi18n-lib.h>

/* How wide a column is at first, in pixels; 0 for what is measured or takes what the others leave. */
static const int widths[DOSSIER_N_TIE_COLUMNS] = {
  [DOSSIER_TIE_COLUMN_FROM] = 138,
  [DOSSIER_TIE_COLUMN_TO] = 138,
  [DOSSIER_TIE_COLUMN_KIND] = 120,
};

/* However narrow the table is, so much of a tie's words is read, in pixels; the rest scrolls. */
#define LEAST_LABEL 198

struct _DossierTieTable
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkColumnView *table;
  GtkColumnViewColumn *columns[DOSSIER_N_TIE_COLUMNS];

  DossierView *view;
  DossierMap *map; /* not drawn: it knows which ties are shown */
  GListStore *ties;
  GtkSortListModel *sorted;
  GtkSingleSelection *selection;
  gboolean is_stale; /* other ties are to be shown once the table is in sight */
  gboolean is_syncing;
};

enum
{
  COUNT_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierTieTable, dossier_tie_table, GTK_TYPE_WIDGET)

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  return dossier_tie_item_compare ((DossierTieItem *) a, (DossierTieItem *) b, (DossierTieColumn) GPOINTER_TO_INT (data));
}

/* What is selected elsewhere is selected here. */
static void
take_selection (DossierTieTable *self)
{
  DossierRef selected;
  guint position = GTK_INVALID_LIST_POSITION;

  if (self->selection == NULL || self->is_syncing)
    return;

  selected = dossier_view_get_selection (self->view);
  for (guint i = 0; selected.type == DOSSIER_RECORD_TIE && i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (DossierTieItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (dossier_tie_item_get_tie (item) == selected.index)
        position = i;
    }

  self->is_syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_syncing = FALSE;
}

static void
row_selected_cb (DossierTieTable *self)
{
  DossierTieItem *item;

  if (self->is_syncing)
    return;

  item = gtk_single_selection_get_selected_item (self->selection);
  self->is_syncing = TRUE;
  if (item != NULL)
    dossier_view_select (self->view, (DossierRef){ DOSSIER_RECORD_TIE, dossier_tie_item_get_tie (item) });
  self->is_syncing = FALSE;
}

/* Return or a double click: where is it on the map? */
static void
activate_cb (DossierTieTable *self, guint position)
{
  g_autoptr (DossierTieItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  DossierRef ref;

  if (item == NULL)
    return;

  ref = (DossierRef){ DOSSIER_RECORD_TIE, dossier_tie_item_get_tie (item) };
  dossier_view_select (self->view, ref);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "explore");
  dossier_view_reveal (self->view, ref);
}

/* Every column but that of words, which takes what is left, is as wide as what is to be read in it. */
static void
measure_columns (DossierTieTable *self)
{
  DossierDocument *document = dossier_view_get_document (self->view);
  int n_ties = MIN (dossier_document_get_count (document, DOSSIER_RECORD_TIE), DOSSIER_COLUMN_FIT_MOST_MEASURED);

  for (int column = 0; column < DOSSIER_N_TIE_COLUMNS; column++)
    {
      gboolean is_measured = column == DOSSIER_TIE_COLUMN_DATE || column == DOSSIER_TIE_COLUMN_SIGN || column == DOSSIER_TIE_COLUMN_STATUS;
      int width = dossier_style_scale_width (dossier_style_get_default (), widths[column]);

      if (column == DOSSIER_TIE_COLUMN_LABEL)
        continue;

      for (int i = 0; is_measured && i < n_ties; i++)
        {
          g_autoptr (DossierTieItem) item = dossier_tie_item_new (document, i);
          g_autofree char *text = dossier_tie_item_dup_text (item, (DossierTieColumn) column);

          width = MAX (width, dossier_column_fit_measure (self->table, text) + (column == DOSSIER_TIE_COLUMN_STATUS ? DOSSIER_CELL_EMBLEM_ROOM : 0));
        }
      dossier_column_fit_set (GTK_SCROLLED_WINDOW (self->scroller), self->columns[column], width);
    }
}

/* The ties that the map shows, by its own rules. */
static void
update_ties (DossierTieTable *self)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);
  DossierDocument *document;
  gint64 begin, end;

  if (self->view == NULL)
    return;

  /* A table that nobody sees must not hold up who opens a large dossier. */
  self->is_stale = !gtk_widget_get_mapped (self->scroller);
  if (self->is_stale)
    return;

  document = dossier_view_get_document (self->view);
  if (self->map == NULL)
    {
      measure_columns (self);
      self->map = dossier_map_content_read (document, NULL, NULL);
    }
  dossier_view_get_period (self->view, &begin, &end);
  dossier_map_content_show (self->map, document, dossier_view_get_filter (self->view), begin, end);
  for (int i = 0; i < self->map->n_ties; i++)
    if (self->map->ties[i].visible)
      g_ptr_array_add (shown, dossier_tie_item_new (document, self->map->ties[i].tie));

  /* While rows come and go, the selection moves along by itself: that is not the user's. */
  self->is_syncing = TRUE;
  g_list_store_splice (self->ties, 0, g_list_model_get_n_items (G_LIST_MODEL (self->ties)), shown->pdata, shown->len);
  self->is_syncing = FALSE;
  take_selection (self);
  g_signal_emit (self, signals[COUNT_CHANGED], 0);
}

static void
mapped_cb (DossierTieTable *self)
{
  if (self->is_stale)
    update_ties (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  DossierTieColumn column = (DossierTieColumn) GPOINTER_TO_INT (data);
  gboolean is_end = column == DOSSIER_TIE_COLUMN_FROM || column == DOSSIER_TIE_COLUMN_TO;
  gboolean is_label = column == DOSSIER_TIE_COLUMN_LABEL;

  dossier_cell_set_up (item,
                       (is_end || is_label ? 0 : DOSSIER_CELL_DIM) |
                           (is_end || column == DOSSIER_TIE_COLUMN_STATUS ? DOSSIER_CELL_EMBLEM : 0) |
                           (dossier_tie_column_is_number (column) ? DOSSIER_CELL_NUMBER : 0));
}

static void
name_row (GtkWidget *cell, DossierTieItem *item)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (int column = 0; column < DOSSIER_N_TIE_COLUMNS; column++)
    {
      g_autofree char *text = dossier_tie_item_dup_text (item, (DossierTieColumn) column);

      if (*text == '\0' || dossier_tie_column_is_number ((DossierTieColumn) column))
        continue;
      if (name->len > 0)
        g_string_append (name, column == DOSSIER_TIE_COLUMN_TO ? " → " : ", ");
      g_string_append (name, text);
    }
  dossier_cell_name_row (cell, name->str);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  DossierTieColumn column = (DossierTieColumn) GPOINTER_TO_INT (data);
  GtkWidget *child = gtk_list_item_get_child (list_item);
  DossierEmblem *emblem = dossier_cell_get_emblem (child);
  DossierTieTable *self = DOSSIER_TIE_TABLE (gtk_widget_get_ancestor (child, DOSSIER_TYPE_TIE_TABLE));
  DossierTieItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *text = dossier_tie_item_dup_text (item, column);

  dossier_cell_set_text (child, text, dossier_tie_column_is_number (column) ? NULL : text);
  if (emblem != NULL && self != NULL)
    {
      DossierDocument *document = dossier_view_get_document (self->view);
      const DossierTie *tie = dossier_document_get_tie (document, dossier_tie_item_get_tie (item));

      if (column == DOSSIER_TIE_COLUMN_STATUS)
        dossier_emblem_show_status (emblem, tie->statement.status != DOSSIER_STATUS_NONE ? (DossierStatus) tie->statement.status : DOSSIER_STATUS_REPORTED);
      else
        dossier_emblem_show_record (emblem, document, column == DOSSIER_TIE_COLUMN_FROM ? tie->from.ref : tie->to.ref);
    }
  if (column == DOSSIER_TIE_COLUMN_FROM)
    name_row (child, item);
}

static void
add_column (DossierTieTable *self, DossierTieColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) made = gtk_column_view_column_new (dossier_tie_column_get_title (column), factory);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, GINT_TO_POINTER (column), NULL));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (column));
  gtk_column_view_column_set_sorter (made, sorter);
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_expand (made, column == DOSSIER_TIE_COLUMN_LABEL);
  gtk_column_view_append_column (self->table, made);
  self->columns[column] = made;
}

static void
dossier_tie_table_dispose (GObject *object)
{
  DossierTieTable *self = DOSSIER_TIE_TABLE (object);

  if (self->scroller != NULL)
    dossier_tie_table_set_view (self, NULL);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (dossier_tie_table_parent_class)->dispose (object);
}

static void
dossier_tie_table_class_init (DossierTieTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_tie_table_dispose;

  signals[COUNT_CHANGED] = g_signal_new ("count-changed", DOSSIER_TYPE_TIE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tie-table");
}

static void
dossier_tie_table_init (DossierTieTable *self)
{
  self->table = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Table of ties"), -1);
  for (int column = 0; column < DOSSIER_N_TIE_COLUMNS; column++)
    add_column (self, (DossierTieColumn) column);
  g_signal_connect_object (self->table, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);

  self->scroller = dossier_table_scroller_new (GTK_WIDGET (self->table));
  gtk_widget_set_hexpand (self->scroller, TRUE);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  /* What is beside the columns in sight is not found by chance. */
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (self->scroller), FALSE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  dossier_column_fit_add (GTK_SCROLLED_WINDOW (self->scroller), self->table, self->columns[DOSSIER_TIE_COLUMN_LABEL], LEAST_LABEL);
  g_signal_connect_swapped (self->scroller, "map", G_CALLBACK (mapped_cb), self);
}

/**
 * dossier_tie_table_set_view:
 * @self: a table
 * @view: (nullable): the state of the window that it shows and selects in, or %NULL for none
 */
void
dossier_tie_table_set_view (DossierTieTable *self, DossierView *view)
{
  g_return_if_fail (DOSSIER_IS_TIE_TABLE (self));

  if (self->view == view)
    return;

  gtk_column_view_set_model (self->table, NULL);
  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->view, self);
      g_signal_handlers_disconnect_by_data (dossier_view_get_filter (self->view), self);
    }
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->ties);
  g_clear_pointer (&self->map, dossier_map_free);
  g_set_object (&self->view, view);
  if (view == NULL)
    return;

  self->ties = g_list_store_new (DOSSIER_TYPE_TIE_ITEM);
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->ties)), g_object_ref (gtk_column_view_get_sorter (self->table)));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->sorted)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));

  g_signal_connect_object (view, "selection-changed", G_CALLBACK (take_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "brush-changed", G_CALLBACK (update_ties), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "as-of-changed", G_CALLBACK (update_ties), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dossier_view_get_filter (view), "changed", G_CALLBACK (update_ties), self, G_CONNECT_SWAPPED);
  update_ties (self);
}

/**
 * dossier_tie_table_get_n_shown:
 * @self: a table
 *
 * Returns: how many ties are shown; as long as the table is not in sight, how many were when it last was
 */
int
dossier_tie_table_get_n_shown (DossierTieTable *self)
{
  g_return_val_if_fail (DOSSIER_IS_TIE_TABLE (self), 0);

  return self->ties != NULL ? (int) g_list_model_get_n_items (G_LIST_MODEL (self->ties)) : 0;
}

/**
 * dossier_tie_table_sort:
 * @self: a table
 * @column: a #DossierTieColumn
 * @descending: whether the greatest comes first
 *
 * Puts the rows in order, as a click on a heading does.
 */
void
dossier_tie_table_sort (DossierTieTable *self, int column, gboolean descending)
{
  g_return_if_fail (DOSSIER_IS_TIE_TABLE (self));
  g_return_if_fail (column >= 0 && column < DOSSIER_N_TIE_COLUMNS);

  gtk_column_view_sort_by_column (self->table, self->columns[column], descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/**
 * dossier_tie_table_get_rows:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): its rows in their order, each a #DossierTieItem; %NULL if it has no view
 */
GListModel *
dossier_tie_table_get_rows (DossierTieTable *self)
{
  g_return_val_if_fail (DOSSIER_IS_TIE_TABLE (self), NULL);

  return G_LIST_MODEL (self->sorted);
}
