/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * DossierChanges:
 *
 * What was changed in a window, by whichever of its parts, in one order: it is undone and done again from one place.
 * Each change belongs to an owner, who knows how to undo it.
 *
 * "changed" is emitted when there is another change to be undone or done again.
 */
#define DOSSIER_TYPE_CHANGES (dossier_changes_get_type ())
G_DECLARE_FINAL_TYPE (DossierChanges, dossier_changes, DOSSIER, CHANGES, GObject)

/**
 * DossierChangesFunc:
 * @change: what was pushed
 * @undo: whether it is to be undone; else it is to be done again
 * @owner: whose it is
 */
typedef void (*DossierChangesFunc) (gpointer change, gboolean undo, gpointer owner);

DossierChanges *dossier_changes_new (void);
void dossier_changes_push (DossierChanges *self, gpointer owner, const char *title, DossierChangesFunc apply, gpointer change, GDestroyNotify free_change);
gpointer dossier_changes_peek (DossierChanges *self, gpointer owner);
void dossier_changes_forget (DossierChanges *self, gpointer owner);
gboolean dossier_changes_can_undo (DossierChanges *self);
gboolean dossier_changes_can_redo (DossierChanges *self);
const char *dossier_changes_undo (DossierChanges *self);
const char *dossier_changes_redo (DossierChanges *self);

G_END_DECLS
