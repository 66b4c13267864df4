/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierPanes:
 *
 * A content with a panel on either side. Where there is room a panel stands beside the content; in a narrow
 * window it folds away, and comes out over the content when it is asked for.
 *
 * Properties: "start", "content", "end" (the children), "show-start", "show-end" (whether the panel is seen now).
 */
#define DOSSIER_TYPE_PANES (dossier_panes_get_type ())
G_DECLARE_FINAL_TYPE (DossierPanes, dossier_panes, DOSSIER, PANES, GtkWidget)

void dossier_panes_set_show_start (DossierPanes *self,
                                   gboolean show);
gboolean dossier_panes_get_show_start (DossierPanes *self);
void dossier_panes_set_show_end (DossierPanes *self,
                                 gboolean show);
gboolean dossier_panes_get_show_end (DossierPanes *self);
gboolean dossier_panes_wants_start (DossierPanes *self);
gboolean dossier_panes_wants_end (DossierPanes *self);
void dossier_panes_bring_out_end (DossierPanes *self);
gboolean dossier_panes_is_over (DossierPanes *self);
void dossier_panes_close_overlays (DossierPanes *self);

G_END_DECLS
