/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dossier-places.h"
#include "layout/dossier-map-sight.h"
#include "model/dossier-view.h"
#include "widgets/dossier-canvas.h"

G_BEGIN_DECLS

/**
 * DossierMapView:
 *
 * The actors of a dossier and how they stand to each other. It is laid out in the background.
 */
#define DOSSIER_TYPE_MAP_VIEW (dossier_map_view_get_type ())
G_DECLARE_FINAL_TYPE (DossierMapView, dossier_map_view, DOSSIER, MAP_VIEW, DossierCanvas)

void dossier_map_view_set_view (DossierMapView *self,
                                DossierView *view);
void dossier_map_view_zoom (DossierMapView *self,
                            int direction);
gboolean dossier_map_view_get_seen (DossierMapView *self,
                                    double *x,
                                    double *y,
                                    double *zoom);
void dossier_map_view_show_seen (DossierMapView *self,
                                 double x,
                                 double y,
                                 double zoom);
DossierMapSight *dossier_map_view_get_sight (DossierMapView *self);
GActionGroup *dossier_map_view_get_actions (DossierMapView *self);
GArray *dossier_map_view_list_loose (DossierMapView *self);
const char *dossier_map_view_get_name (DossierMapView *self, int node);
void dossier_map_view_choose_actor (DossierMapView *self, int node);
DossierPlaces *dossier_map_view_get_places (DossierMapView *self);
void dossier_map_view_set_saved (DossierMapView *self, DossierDocument *document);
void dossier_map_view_set_folded (DossierMapView *self,
                                  gboolean folded);

G_END_DECLS
