/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-filter.h"

G_BEGIN_DECLS

char *dossier_describe_events (DossierDocument *document,
                               DossierFilter *filter,
                               gint64 first,
                               gint64 last,
                               int actor);
void dossier_describe_events_async (DossierDocument *document,
                                    DossierFilter *filter,
                                    gint64 first,
                                    gint64 last,
                                    int actor,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
char *dossier_describe_events_finish (GAsyncResult *result,
                                      GError **error);

G_END_DECLS
