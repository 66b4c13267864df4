/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierUndo:
 *
 * What was done, to be undone and done again. It knows nothing of what a change is.
 */
typedef struct _DossierUndo DossierUndo;

/**
 * DossierUndoFunc:
 * @change: what was pushed
 * @undo: whether it is to be undone; else it is to be done again
 * @data: what the stack was made with
 */
typedef void (*DossierUndoFunc) (gpointer change, gboolean undo, gpointer data);

/** DOSSIER_UNDO_DEPTH: how many changes are kept; the oldest are forgotten */
#define DOSSIER_UNDO_DEPTH 200

DossierUndo *dossier_undo_new (DossierUndoFunc apply, gpointer data, GDestroyNotify free_change);
void dossier_undo_free (DossierUndo *self);

void dossier_undo_push (DossierUndo *self, gpointer change);
void dossier_undo_clear (DossierUndo *self);
gpointer dossier_undo_peek (const DossierUndo *self);
void dossier_undo_remove (DossierUndo *self, gboolean (*matches) (gpointer change, gpointer data), gpointer data);
gboolean dossier_undo_can_undo (const DossierUndo *self);
gboolean dossier_undo_can_redo (const DossierUndo *self);
gboolean dossier_undo_undo (DossierUndo *self);
gboolean dossier_undo_redo (DossierUndo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierUndo, dossier_undo_free)

G_END_DECLS
