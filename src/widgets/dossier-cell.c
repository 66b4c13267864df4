/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-cell.h"

#define EMBLEM_SIZE 14
#define SPACING     (DOSSIER_CELL_EMBLEM_ROOM - EMBLEM_SIZE)

/* Only what cannot be read in the cell is worth a tooltip. (One that is set with its text costs two questions to the X server
 * each time, and there are a thousand cells.) */
static gboolean
query_tooltip_cb (GtkLabel *label, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip, gpointer data)
{
  const char *whole = g_object_get_data (G_OBJECT (label), "whole");

  if (whole == NULL || (g_str_equal (whole, gtk_label_get_text (label)) && !pango_layout_is_ellipsized (gtk_label_get_layout (label))))
    return FALSE;

  gtk_tooltip_set_text (tooltip, whole);

  return TRUE;
}

/**
 * dossier_cell_set_up:
 * @item: what a cell is made for
 * @flags: how it looks
 *
 * Makes the cell of a list item.
 */
void
dossier_cell_set_up (GtkListItem *item, DossierCellFlags flags)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *box;

  gtk_label_set_xalign (GTK_LABEL (label), flags & DOSSIER_CELL_NUMBER ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  if (flags & DOSSIER_CELL_DIM)
    gtk_widget_add_css_class (label, "dim");
  if (flags & DOSSIER_CELL_NUMBER)
    gtk_widget_add_css_class (label, "numeric");

  /* Rows are selected, not cells: before GTK 4.12 both take a click, and with Ctrl the one undoes what the other did. */
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_activatable (item, FALSE);

  if (!(flags & DOSSIER_CELL_EMBLEM))
    {
      gtk_list_item_set_child (item, label);
      return;
    }

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  gtk_box_append (GTK_BOX (box), dossier_emblem_new (EMBLEM_SIZE));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

/**
 * dossier_cell_get_emblem:
 * @cell: a cell
 *
 * Returns: (transfer none) (nullable): its emblem, %NULL if it has none
 */
DossierEmblem *
dossier_cell_get_emblem (GtkWidget *cell)
{
  return GTK_IS_LABEL (cell) ? NULL : DOSSIER_EMBLEM (gtk_widget_get_first_child (cell));
}

/**
 * dossier_cell_set_text:
 * @cell: a cell
 * @text: what stands in it
 * @whole: (nullable): what a tooltip says where @text is cut or shorter than that, %NULL for no tooltip
 */
void
dossier_cell_set_text (GtkWidget *cell, const char *text, const char *whole)
{
  GtkLabel *label = GTK_LABEL (GTK_IS_LABEL (cell) ? cell : gtk_widget_get_last_child (cell));

  gtk_label_set_text (label, text);
  g_object_set_data_full (G_OBJECT (label), "whole", g_strdup (whole), g_free);
}

/**
 * dossier_cell_name_row:
 * @cell: a cell
 * @name: what its row is called
 *
 * Tells assistive technology of a row, which has no name of its own, and would be read as that of its class.
 */
void
dossier_cell_name_row (GtkWidget *cell, const char *name)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (cell));

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
