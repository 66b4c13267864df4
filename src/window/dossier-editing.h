/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dossier-places.h"
#include "model/dossier-story-book.h"
#include "model/dossier-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * DossierEditing:
 *
 * What is edited in a window, and how that gets into a file: saving, saving as, asking before something is lost, and
 * keeping what is not saved in case the program ends unexpectedly.
 *
 * A dossier that cannot be written into, as the one that comes with the program, keeps the stories of the user beside it,
 * in the user's own data, if the user wants that.
 *
 * Signals:
 * - "changed": the book, or whether there is anything to save, undo or do again
 * - "told" (message): something that the user should know was done or could not be done
 * - "saved" (GFile): all is in that file
 */
#define DOSSIER_TYPE_EDITING (dossier_editing_get_type ())
G_DECLARE_FINAL_TYPE (DossierEditing, dossier_editing, DOSSIER, EDITING, GObject)

/**
 * DossierEditingFunc:
 * @data: what was given along with the function
 */
typedef void (*DossierEditingFunc) (gpointer data);

/**
 * DossierEditingPlacesFunc:
 * @view: what is edited
 * @data: what was given along with the function
 *
 * Returns: (transfer full) (nullable): where the actors of its map stand, %NULL if they stand nowhere yet
 */
typedef DossierPlaces *(*DossierEditingPlacesFunc) (DossierView *view, gpointer data);

DossierEditing *dossier_editing_new (GtkWindow *window);
void dossier_editing_set_places_func (DossierEditing *self, DossierEditingPlacesFunc get_places, gpointer data);
GtkWindow *dossier_editing_get_window (DossierEditing *self);
void dossier_editing_set_view (DossierEditing *self, DossierView *view);
DossierStoryBook *dossier_editing_get_book (DossierEditing *self);
gboolean dossier_editing_has_unsaved (DossierEditing *self);
gboolean dossier_editing_can_save (DossierEditing *self);
DossierDocument *dossier_editing_get_document (DossierEditing *self);
DossierDocument *dossier_editing_dup_document (DossierEditing *self, GError **error);

gboolean dossier_editing_can_undo (DossierEditing *self);
gboolean dossier_editing_can_redo (DossierEditing *self);
void dossier_editing_undo (DossierEditing *self);
void dossier_editing_redo (DossierEditing *self);
void dossier_editing_save (DossierEditing *self);
void dossier_editing_save_as (DossierEditing *self);
void dossier_editing_save_to (DossierEditing *self, GFile *file);
void dossier_editing_ask (DossierEditing *self, DossierEditingFunc go_on_func, gpointer data, GDestroyNotify free_data);

G_END_DECLS
