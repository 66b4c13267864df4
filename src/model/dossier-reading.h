/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document-private.h"
#include "model/dossier-problems.h"
#include "model/dossier-reader.h"

G_BEGIN_DECLS

/**
 * DossierReading:
 * @watch: (nullable): who wants to know how far it is
 * @cancellable: (nullable): stops the reading
 * @is_preview: whether the bytes are only the begin of a file: what is missing behind them is no problem, and what
 *   refers to it is left out
 *
 * How a document is to be read.
 */
typedef struct
{
  const DossierReaderWatch *watch;
  GCancellable *cancellable;
  gboolean is_preview;
} DossierReading;

/* What came of it. */
typedef enum
{
  DOSSIER_READING_DONE,
  DOSSIER_READING_CANCELLED,
} DossierReadingResult;

DossierReadingResult dossier_reading_run (const DossierReading *reading, DossierDocument *document, DossierProblems *problems);
DossierDocument     *dossier_reading_preview (const char *data, gsize length, GFile *file, const DossierLimits *limits);

/* For tests: from how many bytes on a chunk is worth a thread, and how many threads there are; 0 for what is usual. */
void                 dossier_reading_set_threads (gsize chunk_size, int n_threads);

G_END_DECLS
