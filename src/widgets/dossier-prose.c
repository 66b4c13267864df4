/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-prose.h"

/* How narrow words become at most. */
#define LEAST_CHARACTERS 12

/**
 * dossier_prose_wrap:
 * @label: a label
 *
 * Wraps the words of @label, also within a word that is too long.
 *
 * They get a least width. Otherwise GTK asks how narrow they could be, and how high they were then: Pango puts each letter into a
 * line of its own, twice, which takes twenty times as long as to set them. Of a page with a hundred labels, that is a fifth of a
 * second.
 */
void
dossier_prose_wrap (GtkLabel *label)
{
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (label, LEAST_CHARACTERS);
}

/**
 * dossier_prose_row_new:
 * @spacing: between one thing and the next, in pixels
 *
 * A horizontal box asks what is in it how narrow it could be without being higher than the box, and a label that wraps finds that
 * out by setting its words at some twenty widths. A grid does not ask, and looks the same.
 *
 * Returns: (transfer floating): a place for things beside each other of which some wrap
 */
GtkWidget *
dossier_prose_row_new (int spacing)
{
  GtkWidget *row = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (row), spacing);

  return row;
}

/**
 * dossier_prose_row_append:
 * @row: what dossier_prose_row_new() made
 * @child: what follows all that is there
 */
void
dossier_prose_row_append (GtkWidget *row, GtkWidget *child)
{
  gtk_grid_attach_next_to (GTK_GRID (row), child, NULL, GTK_POS_RIGHT, 1, 1);
}
