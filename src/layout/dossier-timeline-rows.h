/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierTimelineRows:
 *
 * The rows of a lane while they are filled: which stretches of each are taken. Positions are in pixels from
 * anywhere, and may be infinite; stretches do not overlap.
 */
typedef struct _DossierTimelineRows DossierTimelineRows;

DossierTimelineRows *dossier_timeline_rows_new (void);
void dossier_timeline_rows_free (DossierTimelineRows *rows);
void dossier_timeline_rows_reset (DossierTimelineRows *rows, int n_rows);
double dossier_timeline_rows_get_room (const DossierTimelineRows *rows, int row, double left);
void dossier_timeline_rows_take (DossierTimelineRows *rows, int row, double left, double right);
void dossier_timeline_rows_widen (DossierTimelineRows *rows, int row, double left, double right);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierTimelineRows, dossier_timeline_rows_free)

G_END_DECLS
