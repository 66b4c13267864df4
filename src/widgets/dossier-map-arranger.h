/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-map-look.h"
#include "layout/dossier-progress.h"

#include <gio/gio.h>

G_BEGIN_DECLS

void dossier_map_arranger_start (DossierMap *map,
                                 const DossierMapLook *look,
                                 double aspect,
                                 DossierProgress *progress,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
DossierMap *dossier_map_arranger_finish (GAsyncResult *result, GError **error);

G_END_DECLS
