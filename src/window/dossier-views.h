/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-view.h"
#include "window/dossier-centre.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * DossierViews:
 *
 * Between the panels of the window: the views of a dossier, one at a time. The page "explore" is the timeline with
 * the map; what else there is stands in resources/ui/dossier-views.ui, in the order of the switcher. Above them is what
 * is filtered by.
 *
 * "failed" (message) is emitted when something that the user asked for could not be done.
 */
#define DOSSIER_TYPE_VIEWS (dossier_views_get_type ())
G_DECLARE_FINAL_TYPE (DossierViews, dossier_views, DOSSIER, VIEWS, GtkWidget)

void dossier_views_set_view (DossierViews *self,
                             DossierView *view);
AdwViewStack *dossier_views_get_stack (DossierViews *self);
gboolean dossier_views_has_several (DossierViews *self);
void dossier_views_get_look (DossierViews *self,
                             DossierSceneLook *look);
void dossier_views_show_look (DossierViews *self,
                              const DossierSceneLook *look);
void dossier_views_describe_picture (DossierViews *self,
                                     DossierViewPictureOptions *options);
DossierCentre *dossier_views_get_centre (DossierViews *self);
void dossier_views_set_show_switcher (DossierViews *self,
                                      gboolean show);

G_END_DECLS
