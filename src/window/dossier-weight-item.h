/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-weighing.h"

G_BEGIN_DECLS

/**
 * DossierWeightItem:
 *
 * A weight as an item of a list.
 */
#define DOSSIER_TYPE_WEIGHT_ITEM (dossier_weight_item_get_type ())
G_DECLARE_FINAL_TYPE (DossierWeightItem, dossier_weight_item, DOSSIER, WEIGHT_ITEM, GObject)

GListModel *dossier_weight_item_make_list (DossierWeighing *weighing);
const DossierWeight *dossier_weight_item_get (DossierWeightItem *self);

G_END_DECLS
