/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-undo.h"

struct _DossierUndo
{
  DossierUndoFunc apply;
  gpointer data;
  GPtrArray *changes; /* the oldest first */
  guint n_done;       /* how many of them are done; those after are undone */
};

/**
 * dossier_undo_new:
 * @apply: undoes a change, or does it again
 * @data: what to call it with
 * @free_change: frees a change
 *
 * Returns: (transfer full): an empty stack
 */
DossierUndo *
dossier_undo_new (DossierUndoFunc apply, gpointer data, GDestroyNotify free_change)
{
  DossierUndo *self = g_new (DossierUndo, 1);

  *self = (DossierUndo){ apply, data, g_ptr_array_new_with_free_func (free_change), 0 };

  return self;
}

/**
 * dossier_undo_free:
 * @self: (nullable): a stack, or %NULL
 */
void
dossier_undo_free (DossierUndo *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->changes);
  g_free (self);
}

/**
 * dossier_undo_push:
 * @self: a stack
 * @change: (transfer full): what was just done
 *
 * What was undone before can no longer be done again.
 */
void
dossier_undo_push (DossierUndo *self, gpointer change)
{
  g_ptr_array_set_size (self->changes, (int) self->n_done);
  if (self->changes->len == DOSSIER_UNDO_DEPTH)
    g_ptr_array_remove_index (self->changes, 0);
  g_ptr_array_add (self->changes, change);
  self->n_done = self->changes->len;
}

/**
 * dossier_undo_clear:
 * @self: a stack
 *
 * Forgets all changes. They stay done.
 */
void
dossier_undo_clear (DossierUndo *self)
{
  g_ptr_array_set_size (self->changes, 0);
  self->n_done = 0;
}

/**
 * dossier_undo_peek:
 * @self: a stack
 *
 * Returns: (transfer none) (nullable): the change that would be undone next, %NULL if there is none
 */
gpointer
dossier_undo_peek (const DossierUndo *self)
{
  return self->n_done > 0 ? g_ptr_array_index (self->changes, self->n_done - 1) : NULL;
}

/**
 * dossier_undo_remove:
 * @self: a stack
 * @matches: whether a change is to be forgotten
 * @data: for @matches
 *
 * Forgets some changes, done and undone. They stay as they are, and the others in their order.
 */
void
dossier_undo_remove (DossierUndo *self, gboolean (*matches) (gpointer change, gpointer data), gpointer data)
{
  for (guint i = self->changes->len; i > 0; i--)
    {
      if (!matches (g_ptr_array_index (self->changes, i - 1), data))
        continue;
      g_ptr_array_remove_index (self->changes, i - 1);
      if (i <= self->n_done)
        self->n_done--;
    }
}

/**
 * dossier_undo_can_undo:
 * @self: a stack
 *
 * Returns: whether there is anything to undo
 */
gboolean
dossier_undo_can_undo (const DossierUndo *self)
{
  return self->n_done > 0;
}

/**
 * dossier_undo_can_redo:
 * @self: a stack
 *
 * Returns: whether anything was undone since the last change
 */
gboolean
dossier_undo_can_redo (const DossierUndo *self)
{
  return self->n_done < self->changes->len;
}

/**
 * dossier_undo_undo:
 * @self: a stack
 *
 * Undoes the last change that is done.
 *
 * Returns: whether there was one
 */
gboolean
dossier_undo_undo (DossierUndo *self)
{
  if (!dossier_undo_can_undo (self))
    return FALSE;

  self->n_done--;
  self->apply (g_ptr_array_index (self->changes, self->n_done), TRUE, self->data);

  return TRUE;
}

/**
 * dossier_undo_redo:
 * @self: a stack
 *
 * Does the change again that was undone last.
 *
 * Returns: whether there was one
 */
gboolean
dossier_undo_redo (DossierUndo *self)
{
  if (!dossier_undo_can_redo (self))
    return FALSE;

  self->apply (g_ptr_array_index (self->changes, self->n_done), FALSE, self->data);
  self->n_done++;

  return TRUE;
}
