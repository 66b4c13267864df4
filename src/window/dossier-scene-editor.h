/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-story-book.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierSceneEditor:
 *
 * What people write of a scene: title, caption, notes and how long it stays. What is typed is in the story at once; it is
 * undone together with all other changes of the window, not by the fields themselves.
 */
#define DOSSIER_TYPE_SCENE_EDITOR (dossier_scene_editor_get_type ())
G_DECLARE_FINAL_TYPE (DossierSceneEditor, dossier_scene_editor, DOSSIER, SCENE_EDITOR, GtkWidget)

void dossier_scene_editor_set_scene (DossierSceneEditor *self, DossierStoryBook *book, DossierStoryDraft *story, DossierSceneDraft *scene);

G_END_DECLS
