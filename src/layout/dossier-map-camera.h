/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-curve.h"
#include "layout/dossier-map.h"

G_BEGIN_DECLS

/** DOSSIER_MAP_CAMERA_MIN_SCALE: the smallest useful scale */
#define DOSSIER_MAP_CAMERA_MIN_SCALE 0.02

/** DOSSIER_MAP_CAMERA_MAX_SCALE: the greatest useful scale */
#define DOSSIER_MAP_CAMERA_MAX_SCALE 20.0

/** DOSSIER_MAP_CAMERA_N_COVERS: how many things may lie over a view */
#define DOSSIER_MAP_CAMERA_N_COVERS 6

/**
 * DossierMapCamera:
 * @x: what is in the middle of the view, in units of the layout
 * @y: likewise, downward
 * @scale: pixels to the unit; above 0
 * @width: width of the view in pixels
 * @height: height of the view in pixels
 * @covers: what lies over the view, such as controls and a legend, in pixels from its upper left: no name is put there;
 *   empty ones count for nothing
 *
 * Which part of the map is seen, and how large. A value with pure functions.
 */
typedef struct
{
  double x;
  double y;
  double scale;
  double width;
  double height;
  DossierRectangle covers[DOSSIER_MAP_CAMERA_N_COVERS];
} DossierMapCamera;

double dossier_map_camera_get_line_scale (double scale);
double dossier_map_camera_get_radius (const DossierMap *map, double scale, int node);
double dossier_map_camera_scale_radius (double radius, double spread, double scale);
DossierPoint dossier_map_camera_project (const DossierMapCamera *camera, double x, double y);
DossierPoint dossier_map_camera_unproject (const DossierMapCamera *camera, double x, double y);
DossierMapCamera dossier_map_camera_zoom (const DossierMapCamera *camera, double factor, double x, double y);
DossierMapCamera dossier_map_camera_fit (const DossierMap *map, double width, double height, const DossierRectangle *room);
DossierMapCamera dossier_map_camera_fit_up_to (const DossierMap *map, double width, double height, const DossierRectangle *room, double max_scale);
gboolean dossier_map_camera_is_covered (const DossierMap *map, const DossierMapCamera *camera);
DossierMapCamera dossier_map_camera_reveal_ribbon (const DossierMap *map, const DossierMapCamera *camera, int ribbon, const DossierRectangle *room);
DossierMapCamera dossier_map_camera_fit_ribbon (const DossierMap *map, const DossierMapCamera *camera, int ribbon, const DossierRectangle *room);
DossierMapCamera dossier_map_camera_mix (const DossierMapCamera *from, const DossierMapCamera *to, double amount);

G_END_DECLS
