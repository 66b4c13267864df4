/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dossier-view-picture.h"

G_BEGIN_DECLS

/**
 * DossierViewOrder:
 *
 * What of a document is to be shown, for a thread that makes a picture of it. Filters and weighings belong to the thread
 * that has them, so what is chosen in them is taken along.
 */
typedef struct _DossierViewOrder DossierViewOrder;

DossierViewOrder                *dossier_view_order_new          (DossierDocument *document, const DossierViewPictureOptions *options);
void                             dossier_view_order_free         (DossierViewOrder *self);

DossierDocument                 *dossier_view_order_get_document (DossierViewOrder *self);
const DossierViewPictureOptions *dossier_view_order_open         (DossierViewOrder *self);

G_END_DECLS
