/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-filter.h"

G_BEGIN_DECLS

/**
 * DossierFacetItemType:
 * @DOSSIER_FACET_ITEM_HEADING: the name of a facet
 * @DOSSIER_FACET_ITEM_VALUE: a value that can be chosen
 * @DOSSIER_FACET_ITEM_MORE: stands for the values of a long facet that are not listed yet
 */
typedef enum
{
  DOSSIER_FACET_ITEM_HEADING,
  DOSSIER_FACET_ITEM_VALUE,
  DOSSIER_FACET_ITEM_MORE,
} DossierFacetItemType;

/**
 * DossierFacetItem:
 *
 * A row of a #DossierFacetList. "changed" is emitted when the count or whether it is chosen is another.
 */
#define DOSSIER_TYPE_FACET_ITEM (dossier_facet_item_get_type ())
G_DECLARE_FINAL_TYPE (DossierFacetItem, dossier_facet_item, DOSSIER, FACET_ITEM, GObject)

DossierFacetItem *dossier_facet_item_new (DossierFilter *filter,
                                          DossierFacetItemType type,
                                          DossierFacet facet,
                                          int value,
                                          int depth,
                                          const char *title);
DossierFacetItemType dossier_facet_item_get_item_type (DossierFacetItem *self);
DossierFacet dossier_facet_item_get_facet (DossierFacetItem *self);
int dossier_facet_item_get_value (DossierFacetItem *self);
int dossier_facet_item_get_depth (DossierFacetItem *self);
const char *dossier_facet_item_get_title (DossierFacetItem *self);
int dossier_facet_item_get_count (DossierFacetItem *self);
gboolean dossier_facet_item_get_chosen (DossierFacetItem *self);
void dossier_facet_item_toggle (DossierFacetItem *self);
void dossier_facet_item_update (DossierFacetItem *self);

G_END_DECLS
