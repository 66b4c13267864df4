/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dossier-writer.h"
#include "layout/dossier-map.h"

G_BEGIN_DECLS

/**
 * DossierPlaces:
 *
 * Where the actors of a map stand, which of them a person put there, and who is folded into whom: what makes the next
 * picture the same as the last. It holds no pointer to the map it was taken from.
 */
typedef struct _DossierPlaces DossierPlaces;

DossierPlaces *dossier_places_new (const DossierMap *map, double aspect, gboolean folding_is_chosen);
DossierPlaces *dossier_places_read (GBytes *bytes, DossierDocument *document, GError **error);
void dossier_places_free (DossierPlaces *self);

GBytes *dossier_places_write (const DossierPlaces *self, DossierDocument *document);
gboolean *dossier_places_dup_folding (const DossierPlaces *self);
gboolean dossier_places_apply (const DossierPlaces *self, DossierMap *map, double aspect);
gboolean dossier_places_is_chosen (const DossierPlaces *self, DossierDocument *document);
int dossier_places_save (const DossierPlaces *self, DossierDocument *document, DossierWriter *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierPlaces, dossier_places_free)

G_END_DECLS
