/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-table-scroller.h"

/* So close to the first column, in pixels, the table counts as standing there. */
#define NEAR 1.0

/* The columns of a script that runs from right to left begin at the right, where GTK's scrolling ends: nobody has to
 * scroll there first, and who has not scrolled away stays there when columns or window become wider. */
typedef struct
{
  GtkWidget *scroller;
  gboolean is_away; /* from the first column, as the user wants it */
  gboolean is_changing;
} Begin;

static double
find_begin (GtkAdjustment *adjustment)
{
  return MAX (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment), 0);
}

static void
changed_cb (GtkAdjustment *adjustment, Begin *begin)
{
  if (gtk_widget_get_direction (begin->scroller) != GTK_TEXT_DIR_RTL || begin->is_away)
    return;

  begin->is_changing = TRUE;
  gtk_adjustment_set_value (adjustment, find_begin (adjustment));
  begin->is_changing = FALSE;
}

static void
value_changed_cb (GtkAdjustment *adjustment, Begin *begin)
{
  if (!begin->is_changing)
    begin->is_away = gtk_adjustment_get_value (adjustment) < find_begin (adjustment) - NEAR;
}

/**
 * dossier_table_scroller_new:
 * @table: a table
 *
 * Returns: (transfer full): a scrolled window that shows @table from its first column on, whichever side that is
 */
GtkWidget *
dossier_table_scroller_new (GtkWidget *table)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
  Begin *begin = g_new0 (Begin, 1);

  begin->scroller = scroller;
  g_signal_connect_data (adjustment, "changed", G_CALLBACK (changed_cb), begin, (GClosureNotify) (GCallback) g_free, 0);
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (value_changed_cb), begin);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), table);

  return scroller;
}
