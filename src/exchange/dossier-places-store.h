/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dossier-places.h"

G_BEGIN_DECLS

/**
 * DossierPlacesStore:
 *
 * Keeps the places of a dossier's map from one session to the next, in a file of the user's state directory: the dossier
 * itself, which may be another's or read-only, stays as it is. The file goes by where the dossier lies, or by its title
 * if it lies nowhere. Writing is done in a thread.
 */
typedef struct _DossierPlacesStore DossierPlacesStore;

DossierPlacesStore *dossier_places_store_new (DossierDocument *document, const char *directory);
void dossier_places_store_free (DossierPlacesStore *self);
const char *dossier_places_store_get_path (DossierPlacesStore *self);

DossierPlaces *dossier_places_store_load (DossierPlacesStore *self, GError **error);
void dossier_places_store_keep (DossierPlacesStore *self, const DossierPlaces *places);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierPlacesStore, dossier_places_store_free)

G_END_DECLS
