/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"
#include "model/dossier-report.h"
#include "model/dossier-source-text.h"

G_BEGIN_DECLS

/**
 * DossierTextState:
 * @DOSSIER_TEXT_STATE_NONE: the source names no text
 * @DOSSIER_TEXT_STATE_MISSING: its text is not there, or cannot be read
 * @DOSSIER_TEXT_STATE_SAME: it has the checksum that the dossier gives
 * @DOSSIER_TEXT_STATE_CHANGED: it has another one
 * @DOSSIER_TEXT_STATE_UNSIGNED: the dossier gives no checksum
 *
 * How it stands with the text of a source.
 */
typedef enum
{
  DOSSIER_TEXT_STATE_NONE,
  DOSSIER_TEXT_STATE_MISSING,
  DOSSIER_TEXT_STATE_SAME,
  DOSSIER_TEXT_STATE_CHANGED,
  DOSSIER_TEXT_STATE_UNSIGNED,
} DossierTextState;

/**
 * DossierVerification:
 *
 * The quotes of a document held against the texts of its sources. A text lies beside the dossier or in the folder that
 * the environment variable DOSSIER_SOURCES names. It does not change once it is made, so any thread may read it.
 */
typedef struct _DossierVerification DossierVerification;

DossierVerification *dossier_verification_new        (DossierDocument *document, GCancellable *cancellable);
void                 dossier_verification_new_async  (DossierDocument *document, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
DossierVerification *dossier_verification_new_finish (GAsyncResult *result, GError **error);
void                 dossier_verification_free       (DossierVerification *self);

DossierTextState     dossier_verification_get_text_state (DossierVerification *self, int source, const char **why);
void                 dossier_verification_get_place      (DossierVerification *self, int quote, DossierPlaceInText *place);
int                  dossier_verification_get_count      (DossierVerification *self, DossierFit fit);
gboolean             dossier_verification_dup_context    (DossierVerification *self, int quote, int n_characters, char **before, char **behind);

void                 dossier_verification_report         (DossierVerification *self, DossierReport *report, const char *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierVerification, dossier_verification_free)

G_END_DECLS
