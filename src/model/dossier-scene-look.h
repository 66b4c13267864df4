/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-view.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * DossierSceneLook:
 * @has_dates: whether @begin and @end are given
 * @begin: the first second in sight of the timeline
 * @end: the last one, not before @begin
 * @has_camera: whether the map is seen from @x, @y and @zoom; else the whole of it is
 * @x: the middle of the map, in units of its layout
 * @y: likewise
 * @zoom: how large it is drawn; 1 shows the whole
 * @view: #DossierSceneView, which view leads
 *
 * What of a window a scene keeps beside what its views share.
 */
typedef struct
{
  gboolean has_dates;
  gint64 begin;
  gint64 end;
  gboolean has_camera;
  double x;
  double y;
  double zoom;
  int view;
} DossierSceneLook;

GPtrArray *dossier_scene_look_list    (const DossierSceneLook *look, DossierView *view, int *n_lost);
void       dossier_scene_look_keep_written (GPtrArray *members, JsonObject *scene);
void       dossier_scene_look_restore (DossierSceneLook *look, JsonObject *scene, DossierView *view);
char      *dossier_scene_look_propose_title (const DossierSceneLook *look, DossierView *view);
char      *dossier_scene_look_write_dates (gint64 begin, gint64 end);

G_END_DECLS
