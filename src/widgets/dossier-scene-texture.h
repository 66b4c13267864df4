/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-show.h"
#include "painting/dossier-scene-stage.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the pictures of scenes have in common where GTK shows them. */

GdkTexture *dossier_scene_texture_new (DossierSceneFrame *frame);
void dossier_scene_texture_snapshot_ink (GtkSnapshot *snapshot,
                                         DossierShowInk *ink,
                                         int scene,
                                         const graphene_rect_t *bounds);
void dossier_scene_texture_snapshot_tool (GtkSnapshot *snapshot,
                                          DossierShowTool tool,
                                          double x,
                                          double y,
                                          const graphene_rect_t *bounds);

G_END_DECLS
