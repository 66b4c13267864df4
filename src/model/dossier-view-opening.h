/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-view.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

void dossier_view_open_async (DossierDocument *document, JsonObject *state, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
DossierView *dossier_view_open_finish (DossierDocument *document, GAsyncResult *result, GError **error);

G_END_DECLS
