/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-details-private.h"

/* So many rows are there at once; those that a window shows beside them come before one has begun to read. */
#define FIRST_ROWS 6

/* So many more are put with each frame: to lay them out takes ten times as long as to make them. */
#define MORE_ROWS 4

/* A row that is still to be put. */
typedef struct
{
  DossierDetailsPage page; /* as it was when the row was asked for */
  GtkWidget *box;
  int index;
  DossierDetailsRowFunc add_row;
} Row;

struct _DossierDetailsFilling
{
  GArray *rows; /* Row, those that wait, in the order of the page */
  guint next;   /* the first of them that does */
  int n_put;
  GtkWidget *box;   /* of the whole page */
  GPtrArray *parts; /* GtkWidget, what belongs below the rows that wait, and is put there when its turn comes */
  guint next_part;  /* the first of them that waits */
  guint id;         /* puts more with each frame; 0 if there is nothing to put */
};

/**
 * dossier_details_filling_new:
 *
 * Returns: (transfer full): what fills a page that is empty yet
 */
DossierDetailsFilling *
dossier_details_filling_new (void)
{
  DossierDetailsFilling *self = g_new0 (DossierDetailsFilling, 1);

  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->parts = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

/**
 * dossier_details_filling_free:
 * @self: (nullable): what fills a page, or %NULL
 *
 * Rows that wait are not put any more.
 */
void
dossier_details_filling_free (DossierDetailsFilling *self)
{
  if (self == NULL)
    return;

  if (self->id != 0)
    gtk_widget_remove_tick_callback (self->box, self->id);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/**
 * dossier_details_filling_put:
 * @self: what fills the page
 * @page: the page; copied
 * @box: where the row goes; it is in the page until @self is freed
 * @index: index of the record
 * @add_row: puts it there
 *
 * Puts a row into a section of the page, now if it is among the first.
 */
void
dossier_details_filling_put (DossierDetailsFilling *self, const DossierDetailsPage *page, GtkWidget *box, int index, DossierDetailsRowFunc add_row)
{
  Row row = { *page, box, index, add_row };

  if (self->n_put++ < FIRST_ROWS)
    add_row (&row.page, box, index);
  else
    g_array_append_val (self->rows, row);
}

/* What stands or will stand in the page itself, and has @widget in it or is it. */
static GtkWidget *
find_part (DossierDetailsFilling *self, GtkWidget *widget)
{
  GtkWidget *parent;

  while ((parent = gtk_widget_get_parent (widget)) != NULL && parent != self->box)
    widget = parent;

  return widget;
}

/* Everything down to @part, or to the end for %NULL. */
static void
put_down_to (DossierDetailsFilling *self, GtkWidget *part)
{
  guint last = G_MAXUINT;

  if (part != NULL && !g_ptr_array_find (self->parts, part, &last))
    return;

  while (self->next_part < self->parts->len && self->next_part <= last)
    gtk_box_append (GTK_BOX (self->box), self->parts->pdata[self->next_part++]);
}

static gboolean
put_more_cb (GtkWidget *box, GdkFrameClock *clock, gpointer data)
{
  DossierDetailsFilling *self = data;

  for (int i = 0; i < MORE_ROWS && self->next < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, self->next++);

      put_down_to (self, find_part (self, row->box));
      row->add_row (&row->page, row->box, row->index);
    }

  if (self->next < self->rows->len)
    return G_SOURCE_CONTINUE;

  put_down_to (self, NULL);
  self->id = 0;

  return G_SOURCE_REMOVE;
}

/**
 * dossier_details_filling_start:
 * @self: what fills the page
 * @box: the page, of which everything but the rows that wait is there; it lives until @self is freed
 *
 * Has the rows that wait be put while the window goes on. As a page is read from its top, it grows at its end alone: what
 * belongs below them follows them. (Until then it is in no window: of an empty box that is hidden in one, GTK remembers for
 * good that its height is the same for any width.)
 */
void
dossier_details_filling_start (DossierDetailsFilling *self, GtkWidget *box)
{
  GtkWidget *child;

  g_return_if_fail (self->id == 0);

  if (self->rows->len == 0)
    return;

  self->box = box;
  child = gtk_widget_get_next_sibling (find_part (self, g_array_index (self->rows, Row, 0).box));
  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      g_ptr_array_add (self->parts, g_object_ref (child));
      gtk_box_remove (GTK_BOX (box), child);
      child = next;
    }

  /* Not whenever there is time: between two frames more would be put than can be laid out in one. */
  self->id = gtk_widget_add_tick_callback (box, put_more_cb, self, NULL);
}
