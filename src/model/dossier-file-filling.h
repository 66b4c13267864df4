/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-file.h"

G_BEGIN_DECLS

/**
 * DossierFileFilling:
 * @fd: a regular file, open for reading
 * @buffer: (array length=size): where its content goes
 * @size: how many bytes that are
 * @progress: (nullable): called after every few mebibytes, in the thread of the caller
 * @user_data: passed to @progress
 * @cancellable: (nullable): to give up
 *
 * What is to be read from where.
 */
typedef struct
{
  int fd;
  char *buffer;
  gsize size;
  DossierFileFunc progress;
  gpointer user_data;
  GCancellable *cancellable;
} DossierFileFilling;

gboolean dossier_file_fill (const DossierFileFilling *filling, gsize *n_read);

G_END_DECLS
