/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-view.h"
#include "widgets/dossier-timeline-view.h"

G_BEGIN_DECLS

/**
 * DossierStatusLine:
 *
 * What has become of all events, always in sight: "412 of 431 events shown: 12 filtered, 7 merged". Each part lists
 * which, and from the list an event can be selected. Below the filtered ones, and beside the line, the filters can be
 * cleared.
 */
#define DOSSIER_TYPE_STATUS_LINE (dossier_status_line_get_type ())
G_DECLARE_FINAL_TYPE (DossierStatusLine, dossier_status_line, DOSSIER, STATUS_LINE, GtkWidget)

void dossier_status_line_set_timeline (DossierStatusLine *self,
                                       DossierTimelineView *timeline);
void dossier_status_line_set_view (DossierStatusLine *self,
                                   DossierView *view);

G_END_DECLS
