/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierTimelineLegendView:
 *
 * What the signs of the timeline mean: the rule for each in a sentence, beside a sample that is drawn as the timeline
 * draws it.
 */
#define DOSSIER_TYPE_TIMELINE_LEGEND_VIEW (dossier_timeline_legend_view_get_type ())
G_DECLARE_FINAL_TYPE (DossierTimelineLegendView, dossier_timeline_legend_view, DOSSIER, TIMELINE_LEGEND_VIEW, GtkWidget)

G_END_DECLS
