/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-story-book.h"

G_BEGIN_DECLS

/**
 * DossierRecovery:
 *
 * Keeps what is edited and not saved: a few seconds after an edit it is written, in a thread, to a file of the user's
 * state directory, and once it is saved that is removed. If the program ends unexpectedly, it is found there when the
 * dossier is opened again.
 */
typedef struct _DossierRecovery DossierRecovery;

DossierRecovery *dossier_recovery_new (DossierStoryBook *book, DossierDocument *document);
void dossier_recovery_free (DossierRecovery *self);
void dossier_recovery_find_async (DossierRecovery *self, GAsyncReadyCallback callback, gpointer data);
char *dossier_recovery_find_finish (GAsyncResult *result, gint64 *saved_at, GError **error);
void dossier_recovery_begin (DossierRecovery *self);
void dossier_recovery_forget (DossierRecovery *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierRecovery, dossier_recovery_free)

G_END_DECLS
