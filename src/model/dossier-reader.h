/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"
#include "model/dossier-limits.h"
#include "model/dossier-report.h"

G_BEGIN_DECLS

/**
 * DossierReaderWatch:
 * @progress: (nullable): is told now and then how far the reading is: @fraction goes from 0 to 1 and never back, and
 *   @n_events are read so far
 * @preview: (nullable): is given the first events of a large file, at most once, long before all of it is read:
 *   (transfer full), see dossier_document_is_preview()
 * @dated: (nullable): is given the document as soon as the dates and weights of all its events are there, and whatever
 *   else does not refer to another record. It is called in a thread of its own while the rest is found out, and must
 *   have ended before the reading does. What is read may still turn out to be wrong
 * @data: for all
 *
 * Who wants to know how far the reading of a file is. The first two are called in the thread that reads.
 */
typedef struct
{
  void (*progress) (double fraction, int n_events, gpointer data);
  void (*preview) (DossierDocument *preview, gpointer data);
  void (*dated) (DossierDocument *document, gpointer data);
  gpointer data;
} DossierReaderWatch;

DossierDocument *dossier_reader_read_bytes  (GBytes *bytes,
                                             GFile *file,
                                             const DossierLimits *limits,
                                             DossierReport *report,
                                             GCancellable *cancellable,
                                             GError **error);
DossierDocument *dossier_reader_read_file   (GFile *file,
                                             const DossierLimits *limits,
                                             DossierReport *report,
                                             GCancellable *cancellable,
                                             GError **error);
DossierDocument *dossier_reader_watch_file  (GFile *file,
                                             const DossierLimits *limits,
                                             DossierReport *report,
                                             const DossierReaderWatch *watch,
                                             GCancellable *cancellable,
                                             GError **error);

G_END_DECLS
