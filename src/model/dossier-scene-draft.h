/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * DossierSceneWords:
 * @DOSSIER_SCENE_TITLE: its title
 * @DOSSIER_SCENE_CAPTION: what the audience reads
 * @DOSSIER_SCENE_NOTES: what the presenter reads
 *
 * The texts of a scene that people write.
 */
typedef enum
{
  DOSSIER_SCENE_TITLE,
  DOSSIER_SCENE_CAPTION,
  DOSSIER_SCENE_NOTES,
} DossierSceneWords;

/**
 * DossierSceneDraft:
 *
 * A scene while its story is edited. It is changed through its #DossierStoryBook alone, and emits "changed" then.
 */
#define DOSSIER_TYPE_SCENE_DRAFT (dossier_scene_draft_get_type ())
G_DECLARE_FINAL_TYPE (DossierSceneDraft, dossier_scene_draft, DOSSIER, SCENE_DRAFT, GObject)

const char *dossier_scene_draft_get_id      (DossierSceneDraft *self);
const char *dossier_scene_draft_get_words   (DossierSceneDraft *self, DossierSceneWords words);
double      dossier_scene_draft_get_seconds (DossierSceneDraft *self);
JsonObject *dossier_scene_draft_get_object  (DossierSceneDraft *self);

G_END_DECLS
