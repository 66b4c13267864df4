/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-story-draft.h"

G_BEGIN_DECLS

/* How the book changes its stories and scenes: by their text in JSON. */

char *dossier_words_set (const char *text, JsonObject *object, const char *member, const char *words);
char *dossier_words_get (JsonObject *object, const char *member);

DossierSceneDraft *dossier_scene_draft_new (const char *text, const char *lead);
const char *dossier_scene_draft_get_text (DossierSceneDraft *self);
const char *dossier_scene_draft_get_lead (DossierSceneDraft *self);
void dossier_scene_draft_set_text (DossierSceneDraft *self, const char *text);

DossierStoryDraft *dossier_story_draft_new (const char *text);
JsonObject *dossier_story_draft_get_object (DossierStoryDraft *self);
const char *dossier_story_draft_get_frame (DossierStoryDraft *self);
void dossier_story_draft_set_frame (DossierStoryDraft *self, const char *frame);
char *dossier_story_draft_dup_lead (DossierStoryDraft *self, int position, gboolean one_line);
void dossier_story_draft_insert (DossierStoryDraft *self, int position, DossierSceneDraft *scene);
void dossier_story_draft_remove (DossierStoryDraft *self, int position);

/**
 * DossierStoryState:
 *
 * A story with all its scenes as it was at some time.
 */
typedef struct _DossierStoryState DossierStoryState;

DossierStoryState *dossier_story_state_new (DossierStoryDraft *story);
void dossier_story_state_free (DossierStoryState *state);
DossierStoryDraft *dossier_story_state_restore (const DossierStoryState *state);
gboolean dossier_story_state_equal (const DossierStoryState *a, const DossierStoryState *b);

G_END_DECLS
