/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-scene-draft.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DossierStoryDraft:
 *
 * A story while it is edited: a #GListModel of its scenes, #DossierSceneDraft, in their order. It is changed through its
 * #DossierStoryBook alone, and emits "changed" when its title is another.
 */
#define DOSSIER_TYPE_STORY_DRAFT (dossier_story_draft_get_type ())
G_DECLARE_FINAL_TYPE (DossierStoryDraft, dossier_story_draft, DOSSIER, STORY_DRAFT, GObject)

const char        *dossier_story_draft_get_id      (DossierStoryDraft *self);
const char        *dossier_story_draft_get_title   (DossierStoryDraft *self);
int                dossier_story_draft_get_n_scenes (DossierStoryDraft *self);
DossierSceneDraft *dossier_story_draft_get_scene   (DossierStoryDraft *self, int index);
int                dossier_story_draft_find_scene  (DossierStoryDraft *self, DossierSceneDraft *scene);
char              *dossier_story_draft_dup_text    (DossierStoryDraft *self);

G_END_DECLS
