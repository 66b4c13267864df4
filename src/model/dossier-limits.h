/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No limit can be raised above these. */
#define DOSSIER_LIMITS_MOST_BYTES  ((gsize) G_MAXUINT32) /* an offset into a dossier is kept in 32 bits */
#define DOSSIER_LIMITS_MOST_DEPTH  (1 << 20)             /* a bit for each level: 128 KiB */
#define DOSSIER_LIMITS_MOST_STRING DOSSIER_LIMITS_MOST_BYTES
#define DOSSIER_LIMITS_MOST_NUMBER ((gsize) 1 << 20)

/**
 * DossierLimits:
 * @max_bytes: how many bytes a document may have
 * @max_depth: how many objects and arrays may be open at once; at least 1 to read any
 * @max_string: how many bytes a string may have as it is written, without its quotes
 * @max_number: how many bytes a number may have as it is written
 *
 * How much a document may ask of us before it is refused. Documents come from strangers, and the defaults are
 * far above what an honest one needs; whoever needs more can raise each, up to the ceilings above.
 */
typedef struct
{
  gsize max_bytes;
  int max_depth;
  gsize max_string;
  gsize max_number;
} DossierLimits;

const DossierLimits *dossier_limits_get_default (void);
gboolean             dossier_limits_are_valid   (const DossierLimits *limits);

G_END_DECLS
