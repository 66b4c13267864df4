/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document-private.h"
#include "model/dossier-problems.h"

G_BEGIN_DECLS

/**
 * DossierIdEntry:
 * @ref: a record, no event
 * @id: its id
 * @offset: where in the document that is written, from its quote
 */
typedef struct
{
  DossierRef ref;
  const char *id;
  gsize offset;
} DossierIdEntry;

void dossier_registrar_run (DossierDocument *document,
                            const DossierIdEntry *entries,
                            int n_entries,
                            const guint32 *hashes,
                            DossierProblems *problems);

G_END_DECLS
