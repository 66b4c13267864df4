/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dossier-timeline-poster.h"

G_BEGIN_DECLS

/**
 * DossierPrintoutKind:
 * @DOSSIER_PRINTOUT_STORY: the first story, a scene a page
 * @DOSSIER_PRINTOUT_HANDOUT: its handout
 * @DOSSIER_PRINTOUT_TIMELINE: the timeline as a poster
 * @DOSSIER_N_PRINTOUTS: how many there are
 *
 * What can be had on paper.
 */
typedef enum
{
  DOSSIER_PRINTOUT_STORY,
  DOSSIER_PRINTOUT_HANDOUT,
  DOSSIER_PRINTOUT_TIMELINE,
  DOSSIER_N_PRINTOUTS,
} DossierPrintoutKind;

/**
 * DossierPrintout:
 *
 * Pages for a printer or a file, whichever kind they are.
 */
typedef struct _DossierPrintout DossierPrintout;

DossierPrintout *dossier_printout_new (DossierDocument *document,
                                       DossierPrintoutKind kind,
                                       const DossierViewPictureOptions *options,
                                       DossierPaper paper,
                                       GError **error);
void dossier_printout_free (DossierPrintout *self);
const DossierPicture *dossier_printout_get (DossierPrintout *self);

void dossier_printout_write_async (DossierDocument *document,
                                   DossierPrintoutKind kind,
                                   const DossierViewPictureOptions *options,
                                   DossierPaper paper,
                                   const char *path,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data);
gboolean dossier_printout_write_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierPrintout, dossier_printout_free)

G_END_DECLS
