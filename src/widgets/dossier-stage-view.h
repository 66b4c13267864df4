/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-show.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierStageView:
 *
 * What the audience sees: the scene that is shown, the glide to it, black or white, the pointer or the spotlight. The
 * pointer over it is told to the show, and hides when it rests.
 */
#define DOSSIER_TYPE_STAGE_VIEW (dossier_stage_view_get_type ())
G_DECLARE_FINAL_TYPE (DossierStageView, dossier_stage_view, DOSSIER, STAGE_VIEW, GtkWidget)

GtkWidget *dossier_stage_view_new (DossierShow *show);
gboolean dossier_stage_view_is_gliding (DossierStageView *self);

G_END_DECLS
