/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"
#include "model/dossier-limits.h"
#include "model/dossier-report.h"

G_BEGIN_DECLS

DossierDocument *dossier_reader_read_bytes  (GBytes *bytes,
                                             GFile *file,
                                             const DossierLimits *limits,
                                             DossierReport *report,
                                             GCancellable *cancellable,
                                             GError **error);
DossierDocument *dossier_reader_read_file   (GFile *file,
                                             const DossierLimits *limits,
                                             DossierReport *report,
                                             GCancellable *cancellable,
                                             GError **error);
void             dossier_reader_read_file_async (GFile *file,
                                                 const DossierLimits *limits,
                                                 DossierReport *report,
                                                 GCancellable *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer data);
DossierDocument *dossier_reader_read_file_finish (GAsyncResult *result, GError **error);

G_END_DECLS
