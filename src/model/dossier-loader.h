/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-reader.h"

G_BEGIN_DECLS

/**
 * DossierLoader:
 *
 * Reads one file in another thread, and tells in the thread that asked for it how far it is: "notify::fraction", and
 * for a large file once the signal "preview" with its first events, long before all is there.
 *
 * Once it is cancelled it tells nothing more but that.
 */
#define DOSSIER_TYPE_LOADER (dossier_loader_get_type ())
G_DECLARE_FINAL_TYPE (DossierLoader, dossier_loader, DOSSIER, LOADER, GObject)

/**
 * DossierLoaderFunc:
 * @document: what is being read
 *
 * Is called in another thread.
 */
typedef void (*DossierLoaderFunc) (DossierDocument *document);

DossierLoader   *dossier_loader_new          (GFile *file, const DossierLimits *limits);
void             dossier_loader_set_preparation (DossierLoader *self, DossierLoaderFunc dated, DossierLoaderFunc read);
void             dossier_loader_load_async   (DossierLoader *self,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer data);
DossierDocument *dossier_loader_load_finish  (DossierLoader *self, GAsyncResult *result, GError **error);

GFile           *dossier_loader_get_file     (DossierLoader *self);
double           dossier_loader_get_fraction (DossierLoader *self);
int              dossier_loader_get_n_events (DossierLoader *self);
DossierReport   *dossier_loader_get_report   (DossierLoader *self);

G_END_DECLS
