/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dossier-places.h"
#include "exchange/dossier-view-picture.h"
#include "layout/dossier-timeline-lanes.h"
#include "model/dossier-scene-look.h"
#include "model/dossier-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierCentre:
 *
 * The middle of the window: the timeline over the strip with the whole period, below them the map, and a line that
 * says how many events are shown. The divider can be moved, and each of the two can take all the room:
 * the property "shown" is "both", "timeline" or "map".
 */
#define DOSSIER_TYPE_CENTRE (dossier_centre_get_type ())
G_DECLARE_FINAL_TYPE (DossierCentre, dossier_centre, DOSSIER, CENTRE, GtkWidget)

void dossier_centre_set_view (DossierCentre *self,
                              DossierView *view);
const char *dossier_centre_get_shown (DossierCentre *self);
void dossier_centre_zoom (DossierCentre *self,
                          int direction);
const DossierTimelineLane *dossier_centre_get_lanes (DossierCentre *self,
                                                     int *n_lanes);
void dossier_centre_show_lane (DossierCentre *self,
                               int lane);
void dossier_centre_ask_for_dates (DossierCentre *self);
void dossier_centre_fit_selection (DossierCentre *self);
void dossier_centre_get_look (DossierCentre *self,
                              DossierSceneLook *look);
void dossier_centre_show_look (DossierCentre *self,
                               const DossierSceneLook *look);
void dossier_centre_describe_picture (DossierCentre *self,
                                      DossierViewPictureOptions *options);
DossierMapSight *dossier_centre_get_map_sight (DossierCentre *self);
DossierPlaces *dossier_centre_get_places (DossierCentre *self, DossierView *view);
void dossier_centre_set_saved (DossierCentre *self, DossierDocument *document);

G_END_DECLS
