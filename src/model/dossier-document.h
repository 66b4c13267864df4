/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-events.h"
#include "model/dossier-form.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DossierDocument:
 *
 * A dossier that was read: its records, and who refers to whom. It does not change, so any thread may read it.
 * It is made by dossier_reader_read_bytes() and the like.
 */
#define DOSSIER_TYPE_DOCUMENT (dossier_document_get_type ())
G_DECLARE_FINAL_TYPE (DossierDocument, dossier_document, DOSSIER, DOCUMENT, GObject)

/**
 * DossierReferrer:
 * @from: the record that refers
 * @relation: in which field it does
 */
typedef struct
{
  DossierRef from;
  DossierRelation relation;
} DossierReferrer;

const DossierHeading *dossier_document_get_heading    (DossierDocument *self);
GBytes               *dossier_document_get_bytes      (DossierDocument *self);
GFile                *dossier_document_get_file       (DossierDocument *self);
DossierForm           dossier_document_get_form       (DossierDocument *self);
gboolean              dossier_document_is_preview     (DossierDocument *self);

int                   dossier_document_get_count      (DossierDocument *self, DossierRecord type);
DossierRef            dossier_document_lookup         (DossierDocument *self, const char *id);
char                 *dossier_document_dup_id         (DossierDocument *self, DossierRef ref);
char                 *dossier_document_dup_title      (DossierDocument *self, DossierRef ref, const char *language);
void                  dossier_document_prepare        (DossierDocument *self);
int                   dossier_document_get_n_referrers (DossierDocument *self, DossierRef ref);
DossierReferrer       dossier_document_get_referrer   (DossierDocument *self, DossierRef ref, int nth);
int                   dossier_document_find_referrers (DossierDocument *self, DossierRef ref, DossierRecord type, int *first);

const DossierKind       *dossier_document_get_kind       (DossierDocument *self, int index);
const DossierTieKind    *dossier_document_get_tie_kind   (DossierDocument *self, int index);
const DossierPlace      *dossier_document_get_place      (DossierDocument *self, int index);
const DossierActor      *dossier_document_get_actor      (DossierDocument *self, int index);
const DossierSource     *dossier_document_get_source     (DossierDocument *self, int index);
const DossierQuote      *dossier_document_get_quote      (DossierDocument *self, int index);
const DossierHypothesis *dossier_document_get_hypothesis (DossierDocument *self, int index);
const DossierTie        *dossier_document_get_tie        (DossierDocument *self, int index);
const DossierReaction   *dossier_document_get_reaction   (DossierDocument *self, int index);
const DossierClaim      *dossier_document_get_claim      (DossierDocument *self, int index);
const DossierNote       *dossier_document_get_note       (DossierDocument *self, int index);
const DossierStory      *dossier_document_get_story      (DossierDocument *self, int index);
const DossierScene      *dossier_document_get_scene      (DossierDocument *self, int index);

const DossierEvents *dossier_document_get_events (DossierDocument *self);
DossierEvent        *dossier_document_load_event (DossierDocument *self, int index);
DossierEvent        *dossier_event_ref           (DossierEvent *event);
void                 dossier_event_unref         (DossierEvent *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierEvent, dossier_event_unref)

G_END_DECLS
