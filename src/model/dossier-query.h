/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

G_BEGIN_DECLS

/**
 * DossierQuery:
 *
 * A question to a dossier: conditions such as `status:alleged` or `reactions-to:event-veto`, and words. A record
 * answers it if it meets all conditions and holds all words.
 *
 * | condition | which records |
 * |---|---|
 * | type:event | of this type: event, actor, tie, quote, reaction, claim, note, source, place, hypothesis |
 * | status:alleged | statements of which the source says so; likewise likelihood:, stance:, sign:, claim:, note: |
 * | role:host | events in which someone has this role; with actor:, in which that actor has |
 * | actor:ID | that involve the actor; likewise place:, kind:, speaker:, event:, contradicts: |
 * | source:ID | that rest on a quote of the source, and its quotes |
 * | about:ID | claims and notes about the record |
 * | reactions-to:ID | reactions to the record |
 * | supports:ID | that speak for the hypothesis; likewise opposes:, neutral-to: |
 * | quotes-of:ID | the quotes that bear out the record |
 * | has:note | that an editor's note is about; likewise reaction, quote, hedge, printed-date |
 * | date:EDTF | whose date has a day in common with it |
 *
 * Several values are parted by commas, and one of them must hold; "not-" before a condition turns it round. For an actor's
 * id a name may stand, with hyphens between its words.
 */
typedef struct _DossierQuery DossierQuery;

DossierQuery *dossier_query_new        (DossierDocument *document, const char *text, GError **error);
void          dossier_query_free       (DossierQuery *self);

gboolean      dossier_query_has_words  (DossierQuery *self);
gboolean      dossier_query_has_conditions (DossierQuery *self);
GArray       *dossier_query_run        (DossierQuery *self, int n_most, GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierQuery, dossier_query_free)

G_END_DECLS
