/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-map-camera.h"
#include "layout/dossier-map-look.h"

G_BEGIN_DECLS

/**
 * DossierMapSight:
 * @map: where everybody stands, what is shown, what is set off, and what hulls are drawn around
 * @camera: from where it is seen
 * @opened_ribbon: the ribbon that is opened into its statements, -1 if none is
 * @look: what hulls are drawn around and what makes marks larger
 * @is_narrowed: whether a person left actors out of it
 *
 * What somebody sees of a map at one moment. It never changes and points to nothing else, so that another thread can make
 * a picture of it while the map goes on. Counted by atomic references.
 */
typedef struct
{
  const DossierMap *map;
  DossierMapCamera camera;
  int opened_ribbon;
  DossierMapLook look;
  gboolean is_narrowed;
} DossierMapSight;

DossierMapSight *dossier_map_sight_new (const DossierMap *map, const DossierMapCamera *camera, int opened_ribbon, const DossierMapLook *look, gboolean is_narrowed);
DossierMapSight *dossier_map_sight_ref (DossierMapSight *sight);
void dossier_map_sight_unref (DossierMapSight *sight);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierMapSight, dossier_map_sight_unref)

G_END_DECLS
