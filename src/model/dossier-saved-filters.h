/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-filter.h"

G_BEGIN_DECLS

/**
 * DossierSavedFilters:
 *
 * The filters that the user gave a name, for one dossier. They are kept in a file of the user's data directory that
 * goes by the dossier's title: a copy that is moved or corrected still has them, and the dossier itself stays as it is.
 *
 * "changed" is emitted when there is one more or one less.
 */
#define DOSSIER_TYPE_SAVED_FILTERS (dossier_saved_filters_get_type ())
G_DECLARE_FINAL_TYPE (DossierSavedFilters, dossier_saved_filters, DOSSIER, SAVED_FILTERS, GObject)

DossierSavedFilters *dossier_saved_filters_new (DossierDocument *document, const char *directory, GError **error);
int dossier_saved_filters_get_count (DossierSavedFilters *self);
const char *dossier_saved_filters_get_name (DossierSavedFilters *self, int index);
int dossier_saved_filters_find (DossierSavedFilters *self, const char *name);
gboolean dossier_saved_filters_save (DossierSavedFilters *self, const char *name, DossierFilter *filter, GError **error);
gboolean dossier_saved_filters_remove (DossierSavedFilters *self, int index, GError **error);
int dossier_saved_filters_apply (DossierSavedFilters *self, int index, DossierFilter *filter);

G_END_DECLS
