/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

G_BEGIN_DECLS

/**
 * DossierReferrers:
 *
 * For each record of a document, which records refer to it. Five bytes a reference.
 */
typedef struct _DossierReferrers DossierReferrers;

DossierReferrers *dossier_referrers_new       (DossierDocument *document);
void              dossier_referrers_free      (DossierReferrers *self);
int               dossier_referrers_get_count (const DossierReferrers *self, DossierRef ref);
DossierReferrer   dossier_referrers_get       (const DossierReferrers *self, DossierRef ref, int nth);
int               dossier_referrers_find      (const DossierReferrers *self, DossierRef ref, DossierRecord type, int *first);

G_END_DECLS
