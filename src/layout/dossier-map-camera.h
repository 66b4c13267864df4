/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-curve.h"
#include "layout/dossier-map.h"

G_BEGIN_DECLS

/** DOSSIER_MAP_CAMERA_MIN_SCALE: the smallest useful scale */
#define DOSSIER_MAP_CAMERA_MIN_SCALE 0.02

/** DOSSIER_MAP_CAMERA_MAX_SCALE: the greatest useful scale */
#define DOSSIER_MAP_CAMERA_MAX_SCALE 20.0

/**
 * DossierMapCamera:
 * @x: what is in the middle of the view, in units of the layout
 * @y: likewise, downward
 * @scale: pixels to the unit; above 0
 * @width: width of the view in pixels
 * @height: height of the view in pixels
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
} DossierMapCamera;

double dossier_map_camera_get_line_scale (double scale);
double dossier_map_camera_get_radius (const DossierMap *map, double scale, int node);
double dossier_map_camera_scale_radius (double radius, double spread, double scale);
DossierPoint dossier_map_camera_project (const DossierMapCamera *camera, double x, double y);
DossierPoint dossier_map_camera_unproject (const DossierMapCamera *camera, double x, double y);
DossierMapCamera dossier_map_camera_zoom (const DossierMapCamera *camera, double factor, double x, double y);
DossierMapCamera dossier_map_camera_fit (const DossierMap *map, double width, double height, const DossierRectangle *room);
DossierMapCamera dossier_map_camera_fit_ribbon (const DossierMap *map, const DossierMapCamera *camera, int ribbon, const DossierRectangle *room);
DossierMapCamera dossier_map_camera_mix (const DossierMapCamera *from, const DossierMapCamera *to, double amount);

G_END_DECLS
