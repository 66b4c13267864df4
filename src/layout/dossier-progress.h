/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierProgress:
 * @thousandths: how much is done; read and write it through the functions below
 *
 * How far work in one thread has come, for another thread to look at. Zeroed it is at the beginning.
 */
typedef struct
{
  int thousandths;
} DossierProgress;

/**
 * dossier_progress_set:
 * @progress: (nullable): a progress, or %NULL if nobody looks
 * @share: how much is done, 0 to 1; less than before is ignored
 *
 * For the thread that works.
 */
static inline void
dossier_progress_set (DossierProgress *progress, double share)
{
  int thousandths = (int) (CLAMP (share, 0, 1) * 1000);

  if (progress != NULL && thousandths > g_atomic_int_get (&progress->thousandths))
    g_atomic_int_set (&progress->thousandths, thousandths);
}

/**
 * dossier_progress_get:
 * @progress: a progress
 *
 * Returns: how much is done, 0 to 1; never less than before
 */
static inline double
dossier_progress_get (const DossierProgress *progress)
{
  return g_atomic_int_get (&progress->thousandths) / 1000.0;
}

/**
 * DossierProgressPart:
 * @progress: (nullable): what to report to
 * @before: the share of the whole that is done before this part, 0 to 1
 * @own: the share of the whole that this part is, 0 to 1
 *
 * A part of the work, which knows nothing of the others.
 */
typedef struct
{
  DossierProgress *progress;
  double before;
  double own;
} DossierProgressPart;

/**
 * dossier_progress_part_report:
 * @part: a part of the work
 * @share: how much of the part is done, 0 to 1
 */
static inline void
dossier_progress_part_report (const DossierProgressPart *part, double share)
{
  dossier_progress_set (part->progress, part->before + part->own * share);
}

G_END_DECLS
