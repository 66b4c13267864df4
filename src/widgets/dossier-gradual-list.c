/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-gradual-list.h"

/* So many rows are there at once, which is more than a window has room for at first; then so many are added at a time. */
#define FIRST_ROWS 28
#define MORE_ROWS  16

/* GTK makes widgets for so many rows of a list (and moves these for the others): those that follow cost nothing. */
#define MADE_ROWS 240

static gboolean
grow_cb (gpointer data)
{
  GtkSliceListModel *slice = data;
  guint size = gtk_slice_list_model_get_size (slice);

  if (size < MADE_ROWS)
    {
      gtk_slice_list_model_set_size (slice, size + MORE_ROWS);
      return G_SOURCE_CONTINUE;
    }

  gtk_slice_list_model_set_size (slice, G_MAXUINT);
  g_object_set_data (G_OBJECT (slice), "grow", NULL);

  return G_SOURCE_REMOVE;
}

static void
stop_growing (gpointer id)
{
  /* The source removes itself when there is nothing more to grow. */
  GSource *source = g_main_context_find_source_by_id (NULL, GPOINTER_TO_UINT (id));

  if (source != NULL && !g_source_is_destroyed (source))
    g_source_destroy (source);
}

/**
 * dossier_gradual_list_new:
 * @model: (transfer full): a list
 *
 * GTK makes the widgets of some two hundred rows as soon as a view is given a list, however few of them are seen: with
 * eight columns, that is a fifth of a second for which the window stands still. This list has the first rows of @model
 * at once, and the others while the window goes on.
 *
 * Returns: (transfer full): the same list
 */
GListModel *
dossier_gradual_list_new (GListModel *model)
{
  GtkSliceListModel *slice = gtk_slice_list_model_new (model, 0, FIRST_ROWS);
  guint id;

  /* After what is to be drawn and laid out. */
  id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, grow_cb, slice, NULL);
  g_object_set_data_full (G_OBJECT (slice), "grow", GUINT_TO_POINTER (id), stop_growing);

  return G_LIST_MODEL (slice);
}
