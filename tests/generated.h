/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

G_BEGIN_DECLS

/*
 * Dossiers of any size, for benchmarks and for tests of scale: made by chance from a seed, the same on every machine,
 * with everything that a large dossier has. A million events take about 300 MB.
 */

/* How a dossier is written. */
typedef enum
{
  GENERATED_JSON,  /* one document */
  GENERATED_LINES, /* JSON Lines: a heading, then one record a line */
} GeneratedForm;

/**
 * GeneratedFunc:
 * @data: (array length=length): the next bytes of the dossier
 * @length: how many
 * @user_data: what generated_write() was given
 *
 * Returns: whether to go on
 */
typedef gboolean (*GeneratedFunc) (const char *data, gsize length, gpointer user_data);

gboolean generated_write (int n_events, guint32 seed, GeneratedForm form, GeneratedFunc func, gpointer user_data);
GBytes *generated_make_bytes (int n_events, guint32 seed, GeneratedForm form);
DossierDocument *generated_read (int n_events, guint32 seed);

G_END_DECLS
