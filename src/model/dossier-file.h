/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-error.h"
#include "model/dossier-limits.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DossierFileFunc:
 * @data: (array length=n_read): what was read so far; it goes away
 * @n_read: how many bytes that are
 * @size: how many there are
 * @user_data: what was given along with the function
 */
typedef void (*DossierFileFunc) (const char *data, gsize n_read, gsize size, gpointer user_data);

GBytes  *dossier_file_read       (const char *path,
                                  const DossierLimits *limits,
                                  DossierFileFunc progress,
                                  gpointer user_data,
                                  GCancellable *cancellable,
                                  GError **error);
GBytes  *dossier_file_read_gfile (GFile *file,
                                  const DossierLimits *limits,
                                  DossierFileFunc progress,
                                  gpointer user_data,
                                  GCancellable *cancellable,
                                  GError **error);
gboolean dossier_file_replace    (const char *path, GBytes *bytes, GError **error);

G_END_DECLS
