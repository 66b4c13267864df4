/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "painting/dossier-scene-picture.h"

G_BEGIN_DECLS

/**
 * DossierSceneStage:
 *
 * Paints a story in a thread of its own, so that the window that shows it never waits: the window says which scene is to
 * be seen, and asks at each of its frames for the picture of that moment; meanwhile it shows the one that it has. A scene
 * is come to by a glide from wherever the camera is, or by a cut.
 *
 * All functions are called from the thread that made the stage.
 */
typedef struct _DossierSceneStage DossierSceneStage;

/**
 * DossierSceneFrame:
 * @surface: what is to be seen, opaque, in device pixels
 * @state: what of the story that is
 * @scale: device pixels for each pixel
 * @paint_usec: how long the processor painted it, in microseconds
 * @ref_count: atomic
 *
 * A picture of a story. It does not change.
 */
typedef struct
{
  cairo_surface_t *surface;
  DossierSceneState state;
  int scale;
  gint64 paint_usec;
  int ref_count;
} DossierSceneFrame;

/**
 * DossierSceneReadyFunc:
 * @data: what was given along with the function
 *
 * There is a fresh frame; called in the main context in which the stage was made.
 */
typedef void (*DossierSceneReadyFunc) (gpointer data);

DossierSceneFrame *dossier_scene_frame_ref (DossierSceneFrame *frame);
void dossier_scene_frame_unref (DossierSceneFrame *frame);

DossierSceneStage *dossier_scene_stage_new (DossierDocument *document,
                                            int story,
                                            const DossierTheme *theme,
                                            DossierSceneReadyFunc ready,
                                            gpointer data);
void dossier_scene_stage_free (DossierSceneStage *stage);

void dossier_scene_stage_set_theme (DossierSceneStage *stage, const DossierTheme *theme);
void dossier_scene_stage_set_size (DossierSceneStage *stage, int width, int height, int scale);
void dossier_scene_stage_show (DossierSceneStage *stage, int scene, gboolean glides);
void dossier_scene_stage_ask (DossierSceneStage *stage, gint64 now);
gboolean dossier_scene_stage_wait (DossierSceneStage *stage, gint64 usec);
gboolean dossier_scene_stage_is_busy (DossierSceneStage *stage);
gboolean dossier_scene_stage_is_gliding (DossierSceneStage *stage);
DossierSceneFrame *dossier_scene_stage_get_frame (DossierSceneStage *stage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierSceneFrame, dossier_scene_frame_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierSceneStage, dossier_scene_stage_free)

G_END_DECLS
