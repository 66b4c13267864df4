/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-filter.h"

G_BEGIN_DECLS

/**
 * DossierFacets:
 *
 * Which values an event has in each facet, also those by another record: an event of a person is one of its
 * state too.
 */
typedef struct _DossierFacets DossierFacets;

/* Called for each value, once each. */
typedef void (*DossierFacetFunc) (int value, gpointer data);

DossierFacets *dossier_facets_new (DossierDocument *document);
void dossier_facets_free (DossierFacets *self);
int dossier_facets_get_n_values (DossierFacets *self, DossierFacet facet);
void dossier_facets_foreach (DossierFacets *self, DossierFacet facet, int event, DossierFacetFunc func, gpointer data);

G_END_DECLS
