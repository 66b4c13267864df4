/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-arena.h"
#include "model/dossier-document.h"
#include "model/dossier-events-private.h"
#include "model/dossier-id-table.h"
#include "model/dossier-limits.h"
#include "model/dossier-shape.h"

G_BEGIN_DECLS

/* How the reader makes a document. */

DossierDocument *dossier_document_new         (GBytes *bytes, GFile *file, DossierForm form, const DossierLimits *limits);
DossierArena    *dossier_document_get_arena   (DossierDocument *self);
const DossierLimits *dossier_document_get_limits (DossierDocument *self);
DossierHeading  *dossier_document_edit_heading (DossierDocument *self);
DossierEvents   *dossier_document_edit_events (DossierDocument *self);

gpointer         dossier_document_add_record  (DossierDocument *self, DossierRecord type, gconstpointer record, guint32 begin, guint32 end);
int              dossier_document_add_scene   (DossierDocument *self, const DossierScene *scene);
void             dossier_document_set_preview (DossierDocument *self);
void             dossier_document_take_events (DossierDocument *self, DossierEvents *events, GHashTable *ids);
DossierIdTable  *dossier_document_edit_ids    (DossierDocument *self);
gboolean         dossier_document_add_id      (DossierDocument *self, DossierRef ref, const char *id);
gboolean         dossier_document_add_event_id (DossierDocument *self, int index, guint32 hash);
gboolean         dossier_document_has_id      (DossierDocument *self, DossierRef ref);
gpointer         dossier_document_get_record (DossierDocument *self, DossierRef ref);
void             dossier_document_get_range   (DossierDocument *self, DossierRef ref, guint32 *begin, guint32 *end);

void             dossier_document_finish      (DossierDocument *self);

G_END_DECLS
