/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-weights-table.h"

#include "widgets/dossier-gradual-list.h"
#include "widgets/dossier-pill.h"
#include "widgets/dossier-style.h"
#include "widgets/dossier-table-scroller.h"
#include "window/dossier-weight-item.h"

#include <glib/gi18n-lib.h>

/* What was taken off stands back. */
#define OFF_OPACITY 0.4

/* How wide columns are at first, in pixels for letters of the usual size; the statements have the rest. */
#define WIDTH        104
#define STANCE_WIDTH 92

/* A title of a column is cut off without an ellipsis, so that it is shortened here, to so many characters. */
#define MOST_CHARACTERS 11

/* A statement is at least so wide, in characters; beyond that the table is scrolled. */
#define LEAST_CHARACTERS 18

struct _DossierWeightsTable
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *table;

  DossierView *view;
  DossierWeighing *weighing;
};

G_DEFINE_FINAL_TYPE (DossierWeightsTable, dossier_weights_table, GTK_TYPE_WIDGET)

/* What a column shows. */
typedef enum
{
  COLUMN_STATEMENT,
  COLUMN_HEDGE,
  COLUMN_SECTION,
  COLUMN_DIAGNOSTICITY,
  COLUMN_HYPOTHESIS, /* and so on, one for each */
} Column;

static int
compare_numbers (double a, double b)
{
  return a < b ? -1 : a > b;
}

static int
rank_stance (int stance)
{
  return stance == DOSSIER_BEARING_SUPPORTS ? 3 : stance == DOSSIER_BEARING_NEUTRAL ? 2 : stance == DOSSIER_BEARING_OPPOSES ? 1 : 0;
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  const DossierWeight *one = dossier_weight_item_get (DOSSIER_WEIGHT_ITEM ((gpointer) a));
  const DossierWeight *other = dossier_weight_item_get (DOSSIER_WEIGHT_ITEM ((gpointer) b));
  int column = GPOINTER_TO_INT (data);
  int order = 0;

  if (column == COLUMN_STATEMENT)
    order = g_utf8_collate (one->title, other->title);
  else if (column == COLUMN_HEDGE)
    order = compare_numbers (one->weight, other->weight);
  else if (column == COLUMN_DIAGNOSTICITY)
    {
      order = compare_numbers (one->diagnosticity, other->diagnosticity);
      order = order != 0 ? order : compare_numbers (one->weight, other->weight);
      /* The text's order, also where the column is sorted downward. */
      return order != 0 ? order : other->place - one->place;
    }
  else if (column >= COLUMN_HYPOTHESIS)
    order = rank_stance (one->stances[column - COLUMN_HYPOTHESIS]) - rank_stance (other->stances[column - COLUMN_HYPOTHESIS]);

  return order != 0 ? order : one->place - other->place;
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static const char *
get_quote (DossierWeightsTable *self, const DossierWeight *weight)
{
  return weight->quote >= 0 ? dossier_document_get_quote (dossier_weighing_get_document (self->weighing), weight->quote)->exact : NULL;
}

/* Over two lines at most. */
static GtkWidget *
make_wrapping_label (const char *text, const char *css_class)
{
  GtkWidget *label = make_label (text, css_class);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);

  return label;
}

static GtkWidget *
make_statement (DossierWeightsTable *self, const DossierWeight *weight)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = make_wrapping_label (weight->title, "statement");
  const char *quote = get_quote (self, weight);

  gtk_label_set_width_chars (GTK_LABEL (title), LEAST_CHARACTERS);
  gtk_widget_set_tooltip_text (title, weight->title);
  gtk_box_append (GTK_BOX (box), title);
  if (quote != NULL)
    {
      g_autofree char *words = g_strdup_printf (_ ("“%s”"), quote);
      GtkWidget *label = make_label (words, "quote-words");

      gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
      gtk_widget_set_tooltip_text (label, words);
      gtk_box_append (GTK_BOX (box), label);
    }

  return box;
}

static GtkWidget *
make_hedge (const DossierWeight *weight)
{
  /* Translators: how far a source commits itself, and what that weighs: "likely · 0.675" */
  g_autofree char *text = g_strdup_printf (_ ("%s · %.3g"), dossier_hedge_get_label (weight->hedge), weight->weight);
  GtkWidget *label = make_label (text, NULL);
  g_autofree char *reason = dossier_hedge_dup_reason (weight->hedge);
  g_autofree char *words = weight->hedge_words != NULL ? g_strdup_printf (_ ("%s\nSoftened by “%s”"), reason, weight->hedge_words) : NULL;

  gtk_widget_set_tooltip_text (label, words != NULL ? words : reason);

  return label;
}

static GtkWidget *
make_section (DossierWeightsTable *self, const DossierWeight *weight)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const DossierQuote *quote;
  const char *section;

  if (weight->quote < 0)
    return box;

  quote = dossier_document_get_quote (dossier_weighing_get_document (self->weighing), weight->quote);
  section = dossier_text_get (&quote->section, NULL);
  gtk_box_append (GTK_BOX (box), make_wrapping_label (section, NULL));
  gtk_widget_set_tooltip_text (box, section);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  if (quote->paragraph > 0)
    {
      g_autofree char *paragraph = g_strdup_printf ("¶ %d", quote->paragraph);

      gtk_box_append (GTK_BOX (box), make_label (paragraph, "dim"));
    }

  return box;
}

static GtkWidget *
make_diagnosticity (const DossierWeight *weight)
{
  const char *text = weight->diagnosticity >= 1 ? C_ ("diagnosticity", "high") : weight->diagnosticity > 0 ? C_ ("diagnosticity", "some") : C_ ("diagnosticity", "none");
  GtkWidget *label = make_label (text, weight->diagnosticity > 0 ? NULL : "dim");

  gtk_widget_set_tooltip_text (label,
                               weight->diagnosticity >= 1  ? _ ("It speaks for one answer and against another")
                               : weight->diagnosticity > 0 ? _ ("It says something of one answer and nothing of another")
                                                           : _ ("It says the same of all answers, and helps with none"));

  return label;
}

static GtkWidget *
make_stance (int stance)
{
  const DossierTheme *theme = dossier_style_get_theme (dossier_style_get_default ());
  DossierHue hue = dossier_palette_get_hue_of_bearing ((DossierBearingStance) stance);
  const char *text;
  GtkWidget *pill;

  if (stance == DOSSIER_BEARING_NONE)
    return make_label ("–", "dim");

  text = stance == DOSSIER_BEARING_SUPPORTS  ? C_ ("bearing", "for")
         : stance == DOSSIER_BEARING_OPPOSES ? C_ ("bearing", "against")
                                             : C_ ("bearing", "neutral");
  pill = dossier_pill_new (text, dossier_theme_get_hue (theme, hue), NULL);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (pill,
                               stance == DOSSIER_BEARING_SUPPORTS  ? _ ("Consistent with this answer")
                               : stance == DOSSIER_BEARING_OPPOSES ? _ ("Inconsistent with this answer")
                                                                   : _ ("Neutral to this answer"));

  return pill;
}

static void
update_cell (GtkListItem *list_item)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);
  DossierWeightItem *item = gtk_list_item_get_item (list_item);

  if (child != NULL && item != NULL)
    gtk_widget_set_opacity (child, dossier_weight_item_get (item)->is_on ? 1 : OFF_OPACITY);
}

static GtkWidget *
make_cell (DossierWeightsTable *self, int column, const DossierWeight *weight)
{
  if (column == COLUMN_STATEMENT)
    return make_statement (self, weight);
  if (column == COLUMN_HEDGE)
    return make_hedge (weight);
  if (column == COLUMN_SECTION)
    return make_section (self, weight);
  if (column == COLUMN_DIAGNOSTICITY)
    return make_diagnosticity (weight);

  return make_stance (weight->stances[column - COLUMN_HYPOTHESIS]);
}

/* GTK 4.8 binds a row anew whenever it is selected, as it is as soon as the pointer enters it; and it goes on to tell what lies
 * under the pointer that it was entered. So that has to stay where it is as long as the row is of the same item. */
static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, DossierWeightsTable *self)
{
  gpointer item = gtk_list_item_get_item (list_item);
  int column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "column"));

  if (g_object_get_data (G_OBJECT (list_item), "bound") != item)
    {
      gtk_list_item_set_child (list_item, make_cell (self, column, dossier_weight_item_get (item)));
      g_object_set_data_full (G_OBJECT (list_item), "bound", g_object_ref (item), g_object_unref);
    }
  g_signal_connect_object (self->weighing, "changed", G_CALLBACK (update_cell), list_item, G_CONNECT_SWAPPED);
  update_cell (list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, DossierWeightsTable *self)
{
  if (self->weighing != NULL)
    g_signal_handlers_disconnect_by_func (self->weighing, update_cell, list_item);
}

static char *
shorten (const char *title)
{
  g_autofree char *begin = NULL;

  if (g_utf8_strlen (title, -1) <= MOST_CHARACTERS)
    return g_strdup (title);

  begin = g_utf8_substring (title, 0, MOST_CHARACTERS - 1);

  return g_strconcat (g_strchomp (begin), "…", NULL);
}

static GtkColumnViewColumn *
add_column (DossierWeightsTable *self, int column, const char *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view_column;
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_items, GINT_TO_POINTER (column), NULL));

  g_object_set_data (G_OBJECT (factory), "column", GINT_TO_POINTER (column));
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  view_column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_expand (view_column, column == COLUMN_STATEMENT);
  if (column != COLUMN_STATEMENT)
    gtk_column_view_column_set_fixed_width (view_column, dossier_style_scale_width (dossier_style_get_default (), column < COLUMN_HYPOTHESIS ? WIDTH : STANCE_WIDTH));
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->table), view_column);
  g_object_unref (view_column);

  return view_column;
}

static void
remove_columns (DossierWeightsTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->table));

  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (self->table), NULL, GTK_SORT_ASCENDING);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (GTK_COLUMN_VIEW (self->table), column);
    }
}

static void
activate_cb (DossierWeightsTable *self, guint position)
{
  GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (self->table));
  g_autoptr (DossierWeightItem) item = g_list_model_get_item (G_LIST_MODEL (model), position);

  if (item == NULL)
    return;

  dossier_view_select (self->view, dossier_weight_item_get (item)->ref);
  dossier_view_reveal (self->view, dossier_weight_item_get (item)->ref);
}

/* The row of what is selected, wherever that was. */
static void
selection_changed_cb (DossierWeightsTable *self)
{
  GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (self->table));
  DossierRef selected = dossier_view_get_selection (self->view);
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)) && position == GTK_INVALID_LIST_POSITION; i++)
    {
      g_autoptr (DossierWeightItem) item = g_list_model_get_item (G_LIST_MODEL (model), i);

      if (dossier_ref_equal (dossier_weight_item_get (item)->ref, selected))
        position = i;
    }
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (model), position);
}

static void
fill (DossierWeightsTable *self)
{
  GtkColumnView *table = GTK_COLUMN_VIEW (self->table);
  DossierDocument *document = dossier_weighing_get_document (self->weighing);
  GtkColumnViewColumn *by_diagnosticity;
  GtkSortListModel *sorted;
  GtkSingleSelection *selection;

  add_column (self, COLUMN_STATEMENT, _ ("Claim or event"));
  add_column (self, COLUMN_HEDGE, _ ("Hedge"));
  add_column (self, COLUMN_SECTION, _ ("Section"));
  by_diagnosticity = add_column (self, COLUMN_DIAGNOSTICITY, _ ("Diagnostic"));
  for (int i = 0; i < dossier_weighing_get_n_hypotheses (self->weighing); i++)
    {
      g_autofree char *title = dossier_document_dup_title (document, (DossierRef){ DOSSIER_RECORD_HYPOTHESIS, i }, NULL);

      g_autofree char *shortened = shorten (title);

      add_column (self, COLUMN_HYPOTHESIS + i, shortened);
    }

  sorted = gtk_sort_list_model_new (dossier_weight_item_make_list (self->weighing), g_object_ref (gtk_column_view_get_sorter (table)));
  selection = gtk_single_selection_new (dossier_gradual_list_new (G_LIST_MODEL (sorted)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_selected (selection, GTK_INVALID_LIST_POSITION);
  gtk_column_view_sort_by_column (table, by_diagnosticity, GTK_SORT_DESCENDING);
  gtk_column_view_set_model (table, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (selection, "items-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_object_unref (selection);
  selection_changed_cb (self);
}

static void
clear (DossierWeightsTable *self)
{
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->table), NULL);
  remove_columns (self);
}

/* The pills keep the colours that they were made in. */
static void
style_changed_cb (DossierWeightsTable *self)
{
  GtkColumnView *table = GTK_COLUMN_VIEW (self->table);
  g_autoptr (GtkSelectionModel) model = NULL;

  if (self->weighing == NULL)
    return;

  model = g_object_ref (gtk_column_view_get_model (table));
  gtk_column_view_set_model (table, NULL);
  gtk_column_view_set_model (table, model);
}

static void
dossier_weights_table_dispose (GObject *object)
{
  DossierWeightsTable *self = DOSSIER_WEIGHTS_TABLE (object);

  if (self->scroller != NULL)
    dossier_weights_table_set_view (self, NULL, NULL);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (dossier_weights_table_parent_class)->dispose (object);
}

static void
dossier_weights_table_class_init (DossierWeightsTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dossier_weights_table_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "weights-table");
}

static void
dossier_weights_table_init (DossierWeightsTable *self)
{
  self->table = gtk_column_view_new (NULL);
  gtk_column_view_set_single_click_activate (GTK_COLUMN_VIEW (self->table), TRUE);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (self->table), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What bears on the answers"), -1);
  g_signal_connect_swapped (self->table, "activate", G_CALLBACK (activate_cb), self);

  self->scroller = dossier_table_scroller_new (self->table);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  g_signal_connect_object (dossier_style_get_default (), "changed", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dossier_weights_table_set_view:
 * @self: a table
 * @view: (nullable): the state of the window, in which a row is selected, or %NULL for none
 * @weighing: (nullable): what is weighed, %NULL with no view
 */
void
dossier_weights_table_set_view (DossierWeightsTable *self, DossierView *view, DossierWeighing *weighing)
{
  g_return_if_fail (DOSSIER_IS_WEIGHTS_TABLE (self) && (view == NULL) == (weighing == NULL));

  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->view, selection_changed_cb, self);
      clear (self);
    }
  g_set_object (&self->view, view);
  g_set_object (&self->weighing, weighing);
  if (view == NULL)
    return;

  fill (self);
  g_signal_connect_object (view, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
}
