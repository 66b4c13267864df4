/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

G_BEGIN_DECLS

/**
 * DossierRelated:
 *
 * What belongs to a selection: the other views set it off and dim the rest. Of an event its participants (and
 * their states), the ties it bears out, the reactions to it; of an actor its events and ties and whom they
 * lead to; of a tie its two ends and the events that bear it out; of a quote, a claim, a reaction or a note
 * what rests on it or what it is about.
 */
typedef struct _DossierRelated DossierRelated;

DossierRelated *dossier_related_new      (DossierDocument *document, DossierRef selected);
DossierRelated *dossier_related_new_events (DossierDocument *document, const int *events, int n_events);
DossierRelated *dossier_related_new_pair (DossierDocument *document, int actor, int other_actor);
void            dossier_related_free     (DossierRelated *related);
gboolean        dossier_related_contains (const DossierRelated *related, DossierRef ref);
const int      *dossier_related_get_events (const DossierRelated *related, int *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierRelated, dossier_related_free)

G_END_DECLS
