/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

G_BEGIN_DECLS

/**
 * DossierHits:
 *
 * What the search of a window has found: a list that one steps through, and all events, which the views mark. Nothing
 * is found until dossier_hits_set() says so. "changed" is emitted after each change.
 */
#define DOSSIER_TYPE_HITS (dossier_hits_get_type ())
G_DECLARE_FINAL_TYPE (DossierHits, dossier_hits, DOSSIER, HITS, GObject)

DossierHits *dossier_hits_new      (DossierDocument *document);

void         dossier_hits_set      (DossierHits *self, const DossierRef *refs, int n_refs, const guint8 *events);
void         dossier_hits_clear    (DossierHits *self);

const guint8 *dossier_hits_get_events (DossierHits *self);
int          dossier_hits_get_count (DossierHits *self);
gboolean     dossier_hits_contain  (DossierHits *self, DossierRef ref);
gboolean     dossier_hits_step     (DossierHits *self, DossierRef from, int step, DossierRef *to);

G_END_DECLS
