/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-event-table.h"

#include "model/dossier-date-text.h"
#include "model/dossier-event-list.h"
#include "widgets/dossier-cell.h"
#include "widgets/dossier-column-fit.h"
#include "widgets/dossier-gradual-list.h"
#include "widgets/dossier-style.h"
#include "widgets/dossier-table-scroller.h"

#include <glib/gi18n-lib.h>

/* How wide a column is at first, in pixels; 0 for what is measured or takes what the others leave. */
static const int widths[DOSSIER_N_EVENT_COLUMNS] = {
  [DOSSIER_EVENT_COLUMN_ACTORS] = 150,
  [DOSSIER_EVENT_COLUMN_PLACES] = 132,
};

/* When rows of a list go, GTK looks for those that it shows, and for those that are selected, among all that come in their
 * place, and has an object made of each. From so many rows on it is kept from that: a million of them took a second. */
#define MANY_ROWS 10000

/* However narrow the table is, so much of a title is read, in pixels; the rest scrolls. */
#define LEAST_TITLE 240

struct _DossierEventTable
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkColumnView *table;
  GtkColumnViewColumn *columns[DOSSIER_N_EVENT_COLUMNS];

  DossierView *view;
  DossierEventList *list;
  GtkMultiSelection *selection;
  guint settle_id;     /* until the rows lie where they belong, 0 if they do */
  int n_frames;        /* that have passed since */
  guint show_id;       /* shows rows that came, 0 if there are none */
  gboolean is_measured; /* whether the columns are as wide as what this dossier has in them */
  gboolean had_focus;  /* whether a row had the focus that is gone since */
  gboolean is_syncing; /* a selection is being carried over: what it sets off is no new one */
  int asked_column;    /* which column was asked to compare, while the sorter is looked into */
};

enum
{
  COPIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierEventTable, dossier_event_table, GTK_TYPE_WIDGET)

/* The column view wants to compare objects; we put numbers in order. So a column only says that it was asked. */
static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  GtkWidget *widget = gtk_widget_get_ancestor (GTK_WIDGET (gtk_column_view_column_get_column_view (data)), DOSSIER_TYPE_EVENT_TABLE);
  DossierEventTable *self;

  if (widget == NULL)
    return 0;

  self = DOSSIER_EVENT_TABLE (widget);
  if (self->asked_column < 0)
    for (int i = 0; i < DOSSIER_N_EVENT_COLUMNS; i++)
      if (self->columns[i] == data)
        self->asked_column = i;

  return -1;
}

/* Which of the headings was chosen can only be told by asking for a comparison (the property for it came with GTK 4.10). */
static void
order_changed_cb (DossierEventTable *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->table);
  g_autoptr (GObject) one = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) other = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering ordering;

  if (self->list == NULL)
    return;

  self->asked_column = -1;
  ordering = gtk_sorter_compare (sorter, one, other);
  if (self->asked_column >= 0)
    dossier_event_list_set_order (self->list, (DossierEventColumn) self->asked_column, ordering == GTK_ORDERING_LARGER);
  else
    dossier_event_list_set_order (self->list, DOSSIER_EVENT_COLUMN_DATE, FALSE);
}

static void
scroll_to (DossierEventTable *self, int position)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  double page = gtk_adjustment_get_page_size (adjustment);
  double upper = gtk_adjustment_get_upper (adjustment);
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  double height = n > 0 ? upper / n : 0;
  double top = position * height;

  /* All rows are of one height. (gtk_column_view_scroll_to() came with GTK 4.12.) */
  if (page > 0 && (top < gtk_adjustment_get_value (adjustment) || top + height > gtk_adjustment_get_value (adjustment) + page))
    gtk_adjustment_set_value (adjustment, CLAMP (top - (page - height) / 2, 0, MAX (0, upper - page)));
}

/* Rows are laid out in the frame after they change; only then one can scroll to one of them. */
static gboolean
settle_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  DossierEventTable *self = DOSSIER_EVENT_TABLE (widget);
  g_autoptr (GtkBitset) selected = NULL;

  if (self->n_frames++ < 2)
    return G_SOURCE_CONTINUE;

  self->settle_id = 0;
  /* Nothing is laid out of a table that is not seen; it settles when it is. */
  if (self->selection == NULL || !gtk_widget_get_mapped (self->scroller))
    return G_SOURCE_REMOVE;

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (!gtk_bitset_is_empty (selected))
    scroll_to (self, (int) gtk_bitset_get_minimum (selected));
  if (self->had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->table));
  self->had_focus = FALSE;

  return G_SOURCE_REMOVE;
}

static void
settle (DossierEventTable *self)
{
  self->n_frames = 0;
  if (self->settle_id == 0)
    self->settle_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), settle_cb, NULL, NULL);
}

static void
drop_selection (DossierEventTable *self)
{
  g_clear_handle_id (&self->show_id, g_source_remove);
  gtk_column_view_set_model (self->table, NULL);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
}

/* Before the rows go: GTK moves the focus of one that goes to another, and scrolls to that before it has a place. */
static void
rows_going_cb (DossierEventTable *self, guint position, guint n_removed, guint n_added)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->table)))
    {
      self->had_focus = TRUE;
      gtk_root_set_focus (root, NULL);
    }

  if (n_added < MANY_ROWS)
    return;

  drop_selection (self);
}

/* What is selected elsewhere is selected here. */
static void
take_selection (DossierEventTable *self)
{
  g_autoptr (GtkBitset) wanted = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = NULL;
  const int *events;
  guint n_rows;
  int n;

  if (self->list == NULL || self->selection == NULL || self->is_syncing)
    return;

  n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  events = dossier_view_get_events (self->view, &n);
  for (int i = 0; i < n; i++)
    {
      int position = dossier_event_list_find (self->list, events[i]);

      /* Rows that are still to come are selected when they do. */
      if (position >= 0 && (guint) position < n_rows)
        gtk_bitset_add (wanted, (guint) position);
    }

  self->is_syncing = TRUE;
  mask = gtk_bitset_new_range (0, n_rows);
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), wanted, mask);
  self->is_syncing = FALSE;

  settle (self);
}

static GArray *
list_selected (DossierEventTable *self)
{
  g_autoptr (GtkBitset) selected = self->selection != NULL ? gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection)) : gtk_bitset_new_empty ();
  GArray *events = g_array_new (FALSE, FALSE, sizeof (int));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more; more = gtk_bitset_iter_next (&iter, &position))
    {
      int event = dossier_event_list_get_event (self->list, (int) position);

      g_array_append_val (events, event);
    }

  return events;
}

static void
rows_selected_cb (DossierEventTable *self)
{
  g_autoptr (GArray) events = NULL;

  if (self->is_syncing)
    return;

  events = list_selected (self);
  self->is_syncing = TRUE;
  dossier_view_select_events (self->view, (const int *) events->data, (int) events->len);
  self->is_syncing = FALSE;
}

/* A list that was put in order anew has lost which of its rows were selected. */
static void
items_changed_cb (DossierEventTable *self)
{
  take_selection (self);
}

static void
make_selection (DossierEventTable *self)
{
  self->selection = gtk_multi_selection_new (dossier_gradual_list_new (g_object_ref (G_LIST_MODEL (self->list))));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (rows_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  take_selection (self);
}

static char *
dup_date (const DossierEvent *event)
{
  return event->date.edtf != NULL ? dossier_edtf_to_text (event->date.edtf, DOSSIER_DATE_STYLE_SHORT) : NULL;
}

/* The widest of the dates, of which one is a year and the next a season or a span: of very many, the widest of some. */
static int
measure_dates (DossierEventTable *self)
{
  DossierDocument *document = dossier_view_get_document (self->view);
  int n = dossier_document_get_count (document, DOSSIER_RECORD_EVENT);
  int step = MAX (1, n / DOSSIER_COLUMN_FIT_MOST_MEASURED);
  int widest = 0;

  for (int i = 0; i < n; i += step)
    {
      g_autoptr (DossierEvent) event = dossier_document_load_event (document, i);
      g_autofree char *date = dup_date (event);

      if (date != NULL)
        widest = MAX (widest, dossier_column_fit_measure (self->table, date));
    }

  return widest;
}

static int
measure_kinds (DossierEventTable *self)
{
  DossierDocument *document = dossier_view_get_document (self->view);
  int n = MIN (dossier_document_get_count (document, DOSSIER_RECORD_KIND), DOSSIER_COLUMN_FIT_MOST_MEASURED);
  int widest = 0;

  for (int i = 0; i < n; i++)
    {
      g_autofree char *title = dossier_document_dup_title (document, (DossierRef){ DOSSIER_RECORD_KIND, i }, NULL);

      widest = MAX (widest, dossier_column_fit_measure (self->table, title) + DOSSIER_CELL_EMBLEM_ROOM);
    }

  return widest;
}

static int
measure_statuses (DossierEventTable *self)
{
  int widest = 0;

  for (int status = DOSSIER_STATUS_NONE + 1; status <= DOSSIER_STATUS_DENIED; status++)
    widest = MAX (widest, dossier_column_fit_measure (self->table, dossier_vocabulary_get_label (DOSSIER_VOCABULARY_STATUS, status)) + DOSSIER_CELL_EMBLEM_ROOM);

  return widest;
}

/* Every column but that of titles, which takes what is left, is as wide as its words. */
static void
measure_columns (DossierEventTable *self)
{
  for (int column = 0; column < DOSSIER_N_EVENT_COLUMNS; column++)
    {
      int width = dossier_style_scale_width (dossier_style_get_default (), widths[column]);

      if (column == DOSSIER_EVENT_COLUMN_TITLE)
        continue;

      if (column == DOSSIER_EVENT_COLUMN_DATE)
        width = measure_dates (self);
      else if (column == DOSSIER_EVENT_COLUMN_KIND)
        width = measure_kinds (self);
      else if (column == DOSSIER_EVENT_COLUMN_STATUS)
        width = measure_statuses (self);
      dossier_column_fit_set (GTK_SCROLLED_WINDOW (self->scroller), self->columns[column], width);
    }
}

/* Columns are measured and rows made once the table is in sight, and many once they are in order: else all were made twice. */
static void
show_rows (DossierEventTable *self)
{
  if (self->selection != NULL || self->list == NULL || !gtk_widget_get_mapped (self->scroller))
    return;

  if (!self->is_measured)
    measure_columns (self);
  self->is_measured = TRUE;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) < MANY_ROWS || !dossier_event_list_is_ordering (self->list))
    make_selection (self);
}

static gboolean
show_rows_cb (gpointer data)
{
  DossierEventTable *self = data;

  self->show_id = 0;
  show_rows (self);

  return G_SOURCE_REMOVE;
}

/* After rows_going_cb() let go of many: before the next frame, but not in one go with that. */
static void
rows_came_cb (DossierEventTable *self)
{
  if (self->selection == NULL && self->show_id == 0)
    self->show_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_rows_cb, self, NULL);
}

/* Return or a double click: where is it in the timeline? */
static void
activate_cb (DossierEventTable *self, guint position)
{
  int event = dossier_event_list_get_event (self->list, (int) position);
  DossierRef ref = { DOSSIER_RECORD_EVENT, event };

  if (event < 0)
    return;

  dossier_view_select (self->view, ref);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "explore");
  dossier_view_reveal (self->view, ref);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  DossierEventColumn column = (DossierEventColumn) GPOINTER_TO_INT (data);
  gboolean is_title = column == DOSSIER_EVENT_COLUMN_TITLE;
  gboolean has_emblem = column == DOSSIER_EVENT_COLUMN_KIND || column == DOSSIER_EVENT_COLUMN_STATUS;

  dossier_cell_set_up (item,
                       (is_title ? 0 : DOSSIER_CELL_DIM) | (has_emblem ? DOSSIER_CELL_EMBLEM : 0) |
                           (dossier_event_column_is_number (column) ? DOSSIER_CELL_NUMBER : 0));
}

static void
name_row (GtkWidget *cell, DossierDocument *document, const DossierEvent *event)
{
  g_autofree char *date = dossier_event_column_dup_text (document, event, DOSSIER_EVENT_COLUMN_DATE);
  g_autofree char *kind = dossier_event_column_dup_text (document, event, DOSSIER_EVENT_COLUMN_KIND);
  g_autofree char *name = g_strjoin (", ", dossier_text_get (&event->title, NULL), *date != '\0' ? date : _ ("no date"), *kind != '\0' ? kind : NULL, NULL);

  dossier_cell_name_row (cell, name);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  DossierEventColumn column = (DossierEventColumn) GPOINTER_TO_INT (data);
  GtkWidget *child = gtk_list_item_get_child (list_item);
  DossierEmblem *emblem = dossier_cell_get_emblem (child);
  DossierEventItem *item = gtk_list_item_get_item (list_item);
  const DossierEvent *event = dossier_event_item_load (item);
  DossierDocument *document = dossier_event_item_get_document (item);
  g_autofree char *text = dossier_event_column_dup_text (document, event, column);
  g_autofree char *date = column == DOSSIER_EVENT_COLUMN_DATE ? dup_date (event) : NULL;

  dossier_cell_set_text (child, date != NULL ? date : text, dossier_event_column_is_number (column) ? NULL : text);
  if (emblem != NULL && column == DOSSIER_EVENT_COLUMN_KIND)
    dossier_emblem_show_record (emblem, document, event->kind.ref);
  else if (emblem != NULL)
    dossier_emblem_show_status (emblem, (DossierStatus) event->statement.status);
  if (column == DOSSIER_EVENT_COLUMN_TITLE)
    name_row (child, document, event);
}

static void
add_column (DossierEventTable *self, DossierEventColumn column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *made = gtk_column_view_column_new (dossier_event_column_get_title (column), factory);
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, made, NULL));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (column));
  gtk_column_view_column_set_sorter (made, sorter);
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_expand (made, column == DOSSIER_EVENT_COLUMN_TITLE);
  gtk_column_view_append_column (self->table, made);
  self->columns[column] = made;
  g_object_unref (made);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dossier_event_table_copy (DOSSIER_EVENT_TABLE (widget));
}

/* As in the other views: first the brush, then the selection. */
static void
escape_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DossierEventTable *self = DOSSIER_EVENT_TABLE (widget);

  if (self->view != NULL)
    dossier_view_escape (self->view);
}

static void
dossier_event_table_dispose (GObject *object)
{
  DossierEventTable *self = DOSSIER_EVENT_TABLE (object);

  if (self->settle_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->settle_id);
  self->settle_id = 0;
  if (self->scroller != NULL)
    dossier_event_table_set_view (self, NULL);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (dossier_event_table_parent_class)->dispose (object);
}

static void
dossier_event_table_class_init (DossierEventTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_event_table_dispose;

  signals[COPIED] = g_signal_new ("copied", DOSSIER_TYPE_EVENT_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "table.escape", NULL, escape_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "table.escape", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "event-table");
}

static void
dossier_event_table_init (DossierEventTable *self)
{
  self->table = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Table of events"), -1);
  for (int column = 0; column < DOSSIER_N_EVENT_COLUMNS; column++)
    add_column (self, (DossierEventColumn) column);
  g_signal_connect_object (gtk_column_view_get_sorter (self->table), "changed", G_CALLBACK (order_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);

  self->scroller = dossier_table_scroller_new (GTK_WIDGET (self->table));
  gtk_widget_set_hexpand (self->scroller, TRUE);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  /* What is beside the columns in sight is not found by chance. */
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (self->scroller), FALSE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  dossier_column_fit_add (GTK_SCROLLED_WINDOW (self->scroller), self->table, self->columns[DOSSIER_EVENT_COLUMN_TITLE], LEAST_TITLE);
  g_signal_connect_object (self->scroller, "map", G_CALLBACK (show_rows), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_swapped (self->scroller, "map", G_CALLBACK (settle), self);
  gtk_column_view_sort_by_column (self->table, self->columns[DOSSIER_EVENT_COLUMN_DATE], GTK_SORT_ASCENDING);
}

/**
 * dossier_event_table_set_view:
 * @self: a table
 * @view: (nullable): the state of the window that it shows and selects in, or %NULL for none
 */
void
dossier_event_table_set_view (DossierEventTable *self, DossierView *view)
{
  g_return_if_fail (DOSSIER_IS_EVENT_TABLE (self));

  if (self->view == view)
    return;

  drop_selection (self);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_func (self->view, take_selection, self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_set_object (&self->view, view);
  if (view == NULL)
    return;

  self->is_measured = FALSE;
  self->list = dossier_event_list_new (dossier_view_get_document (view), dossier_view_get_filter (view));
  order_changed_cb (self);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (rows_going_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (rows_came_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (view, "selection-changed", G_CALLBACK (take_selection), self, G_CONNECT_SWAPPED);
  show_rows (self);
}

/**
 * dossier_event_table_copy:
 * @self: a table
 *
 * Puts the rows that are selected, or all if none is, on the clipboard: as a table of cells parted by tabs, which
 * spreadsheets take.
 */
void
dossier_event_table_copy (DossierEventTable *self)
{
  g_autoptr (GArray) events = NULL;
  g_autofree char *table = NULL;
  g_autofree char *message = NULL;

  g_return_if_fail (DOSSIER_IS_EVENT_TABLE (self));

  if (self->list == NULL)
    return;

  events = list_selected (self);
  if (events->len == 0)
    {
      int event;

      for (int i = 0; (event = dossier_event_list_get_event (self->list, i)) >= 0; i++)
        g_array_append_val (events, event);
    }

  table = dossier_events_to_tsv (dossier_view_get_document (self->view), (const int *) events->data, (int) events->len);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), table);
  message = g_strdup_printf (ngettext ("%'d event copied as a table", "%'d events copied as a table", (gulong) events->len), (int) events->len);
  g_signal_emit (self, signals[COPIED], 0, message);
}
