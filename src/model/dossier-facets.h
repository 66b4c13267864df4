/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-filter.h"

G_BEGIN_DECLS

/**
 * DossierFacets:
 *
 * Which values an event has in each facet, also those by another record: an event of a person is one of its
 * state too.
 *
 * Most events share their values with others: an event holds the number of a set of values, and whatever is asked
 * of all events (does it match, how many have it) is worked out once for each set. The sets of a facet are gathered
 * when they are first asked for, and are the same for all who look at a document, in whatever thread.
 */
typedef struct _DossierFacets DossierFacets;

/* Called for each value, once each. */
typedef void (*DossierFacetFunc) (int value, gpointer data);

DossierFacets *dossier_facets_get (DossierDocument *document);
int dossier_facets_get_n_values (DossierFacets *self, DossierFacet facet);
int dossier_facets_get_n_sets (DossierFacets *self, DossierFacet facet);
const guint32 *dossier_facets_get_sets (DossierFacets *self, DossierFacet facet);
void dossier_facets_foreach_of_set (DossierFacets *self, DossierFacet facet, int set, DossierFacetFunc func, gpointer data);
void dossier_facets_foreach (DossierFacets *self, DossierFacet facet, int event, DossierFacetFunc func, gpointer data);

char *dossier_facet_dup_heading (DossierFacet facet);
char *dossier_facet_dup_title (DossierDocument *document, DossierFacet facet, int value);
gboolean dossier_facet_get_vocabulary (DossierFacet facet, DossierVocabulary *vocabulary);
DossierRecord dossier_facet_get_record (DossierFacet facet);

G_END_DECLS
