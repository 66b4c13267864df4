/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-show.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierAudienceWindow:
 *
 * What the audience looks at: the picture of a scene and nothing else, over the whole of a monitor.
 */
#define DOSSIER_TYPE_AUDIENCE_WINDOW (dossier_audience_window_get_type ())
G_DECLARE_FINAL_TYPE (DossierAudienceWindow, dossier_audience_window, DOSSIER, AUDIENCE_WINDOW, GtkWindow)

GtkWidget *dossier_audience_window_new (DossierShow *show);
void dossier_audience_window_fill (DossierAudienceWindow *self, GdkMonitor *monitor);
void dossier_audience_window_unfill (DossierAudienceWindow *self);
gboolean dossier_audience_window_fills (DossierAudienceWindow *self);

G_END_DECLS
