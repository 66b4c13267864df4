/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-changes.h"

#include "model/dossier-undo.h"

typedef struct
{
  gpointer owner;
  char *title;
  DossierChangesFunc apply;
  gpointer change;
  GDestroyNotify free_change;
} Change;

struct _DossierChanges
{
  GObject parent_instance;

  DossierUndo *undo;
  const char *applied; /* the title of what was applied last */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierChanges, dossier_changes, G_TYPE_OBJECT)

static void
free_change (gpointer data)
{
  Change *change = data;

  if (change->free_change != NULL)
    change->free_change (change->change);
  g_free (change->title);
  g_free (change);
}

/* A DossierUndoFunc. */
static void
apply_change (gpointer data, gboolean undo, gpointer self)
{
  Change *change = data;

  DOSSIER_CHANGES (self)->applied = change->title;
  change->apply (change->change, undo, change->owner);
}

static void
dossier_changes_finalize (GObject *object)
{
  dossier_undo_free (DOSSIER_CHANGES (object)->undo);

  G_OBJECT_CLASS (dossier_changes_parent_class)->finalize (object);
}

static void
dossier_changes_class_init (DossierChangesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dossier_changes_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dossier_changes_init (DossierChanges *self)
{
  self->undo = dossier_undo_new (apply_change, self, free_change);
}

/**
 * dossier_changes_new:
 *
 * Returns: (transfer full): a history with nothing in it
 */
DossierChanges *
dossier_changes_new (void)
{
  return g_object_new (DOSSIER_TYPE_CHANGES, NULL);
}

/**
 * dossier_changes_push:
 * @self: a history
 * @owner: (transfer none): who made the change; it has to forget its changes before it goes away
 * @title: what was done, in the user's language, such as "Scene deleted"
 * @apply: undoes it, or does it again
 * @change: (transfer full): what was just done
 * @free_change: (nullable): frees @change
 *
 * What was undone before, by whomever, can no longer be done again.
 */
void
dossier_changes_push (DossierChanges *self, gpointer owner, const char *title, DossierChangesFunc apply, gpointer change, GDestroyNotify free_func)
{
  Change *pushed;

  g_return_if_fail (DOSSIER_IS_CHANGES (self) && owner != NULL && apply != NULL);

  pushed = g_new (Change, 1);
  *pushed = (Change){ owner, g_strdup (title), apply, change, free_func };
  dossier_undo_push (self->undo, pushed);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * dossier_changes_peek:
 * @self: a history
 * @owner: someone who makes changes
 *
 * For changes that grow, such as a text that is typed.
 *
 * Returns: (transfer none) (nullable): what would be undone next, if it is @owner's and nothing was undone since it
 *   was done; else %NULL
 */
gpointer
dossier_changes_peek (DossierChanges *self, gpointer owner)
{
  Change *change;

  g_return_val_if_fail (DOSSIER_IS_CHANGES (self), NULL);

  change = dossier_undo_can_redo (self->undo) ? NULL : dossier_undo_peek (self->undo);

  return change != NULL && change->owner == owner ? change->change : NULL;
}

static gboolean
is_owned (gpointer change, gpointer owner)
{
  return ((Change *) change)->owner == owner;
}

/**
 * dossier_changes_forget:
 * @self: a history
 * @owner: someone who makes changes
 *
 * Forgets all changes of @owner; those of others stay, in their order.
 */
void
dossier_changes_forget (DossierChanges *self, gpointer owner)
{
  g_return_if_fail (DOSSIER_IS_CHANGES (self));

  dossier_undo_remove (self->undo, is_owned, owner);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * dossier_changes_can_undo:
 * @self: a history
 *
 * Returns: whether there is anything to undo
 */
gboolean
dossier_changes_can_undo (DossierChanges *self)
{
  g_return_val_if_fail (DOSSIER_IS_CHANGES (self), FALSE);

  return dossier_undo_can_undo (self->undo);
}

/**
 * dossier_changes_can_redo:
 * @self: a history
 *
 * Returns: whether anything was undone since the last change
 */
gboolean
dossier_changes_can_redo (DossierChanges *self)
{
  g_return_val_if_fail (DOSSIER_IS_CHANGES (self), FALSE);

  return dossier_undo_can_redo (self->undo);
}

static const char *
step (DossierChanges *self, gboolean (*go) (DossierUndo *undo))
{
  const char *title;

  self->applied = NULL;
  if (!go (self->undo))
    return NULL;

  title = self->applied;
  g_signal_emit (self, signals[CHANGED], 0);

  return title;
}

/**
 * dossier_changes_undo:
 * @self: a history
 *
 * Undoes the last change that is done.
 *
 * Returns: (nullable): its title, until the next change; %NULL if there was none
 */
const char *
dossier_changes_undo (DossierChanges *self)
{
  g_return_val_if_fail (DOSSIER_IS_CHANGES (self), NULL);

  return step (self, dossier_undo_undo);
}

/**
 * dossier_changes_redo:
 * @self: a history
 *
 * Does the change again that was undone last.
 *
 * Returns: (nullable): its title, until the next change; %NULL if there was none
 */
const char *
dossier_changes_redo (DossierChanges *self)
{
  g_return_val_if_fail (DOSSIER_IS_CHANGES (self), NULL);

  return step (self, dossier_undo_redo);
}
