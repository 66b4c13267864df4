/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-facet-item.h"

G_BEGIN_DECLS

/**
 * DossierFacetList:
 *
 * What events can be filtered by, as one list of #DossierFacetItem: under each facet its values with the number
 * of events that they would show. Actors and places that have events only; those with most events first,
 * persons and other members indented under whom they belong to. Kinds and statuses are in the document's order.
 *
 * A long facet shows the first of its values and a row that stands for the rest, until
 * dossier_facet_list_expand() is called.
 */
#define DOSSIER_TYPE_FACET_LIST (dossier_facet_list_get_type ())
G_DECLARE_FINAL_TYPE (DossierFacetList, dossier_facet_list, DOSSIER, FACET_LIST, GObject)

DossierFacetList *dossier_facet_list_new (DossierDocument *document,
                                          DossierFilter *filter);
void dossier_facet_list_expand (DossierFacetList *self,
                                DossierFacet facet);

G_END_DECLS
