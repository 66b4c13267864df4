/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-error.h"
#include "model/dossier-limits.h"

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes  *dossier_file_read       (const char *path,
                                  const DossierLimits *limits,
                                  GFileProgressCallback progress,
                                  gpointer user_data,
                                  GCancellable *cancellable,
                                  GError **error);
GBytes  *dossier_file_read_gfile (GFile *file,
                                  const DossierLimits *limits,
                                  GFileProgressCallback progress,
                                  gpointer user_data,
                                  GCancellable *cancellable,
                                  GError **error);
gboolean dossier_file_replace    (const char *path, GBytes *bytes, GError **error);

G_END_DECLS
