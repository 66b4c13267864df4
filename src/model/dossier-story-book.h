/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-changes.h"
#include "model/dossier-document.h"
#include "model/dossier-story-draft.h"

G_BEGIN_DECLS

/**
 * DossierStoryBook:
 *
 * The stories of a document while they are edited: a #GListModel of #DossierStoryDraft. Each edit is a change that can be
 * undone. What the document has that nobody knows of stays in the scenes, letter for letter. The document itself does not
 * change: src/exchange/dossier-story-writer.h makes a new one of it.
 *
 * "changed" is emitted after each edit, each undo and redo, and when it was saved.
 */
#define DOSSIER_TYPE_STORY_BOOK (dossier_story_book_get_type ())
G_DECLARE_FINAL_TYPE (DossierStoryBook, dossier_story_book, DOSSIER, STORY_BOOK, GObject)

DossierStoryBook *dossier_story_book_new (DossierDocument *document, DossierChanges *changes);

DossierDocument *dossier_story_book_get_document (DossierStoryBook *self);
int dossier_story_book_get_n_stories (DossierStoryBook *self);
DossierStoryDraft *dossier_story_book_get_story (DossierStoryBook *self, int index);
DossierStoryDraft *dossier_story_book_find_story (DossierStoryBook *self, const char *id);
gboolean dossier_story_book_is_changed (DossierStoryBook *self);
GPtrArray *dossier_story_book_get_state (DossierStoryBook *self);
void dossier_story_book_set_saved (DossierStoryBook *self, GPtrArray *state);

DossierStoryDraft *dossier_story_book_add_story (DossierStoryBook *self, const char *title);
void dossier_story_book_rename_story (DossierStoryBook *self, DossierStoryDraft *story, const char *title);
void dossier_story_book_remove_story (DossierStoryBook *self, DossierStoryDraft *story);

DossierSceneDraft *dossier_story_book_add_scene (DossierStoryBook *self, DossierStoryDraft *story, int position, const char *title, GPtrArray *look);
DossierSceneDraft *dossier_story_book_add_first_scene (DossierStoryBook *self, const char *story_title, const char *title, GPtrArray *look);
DossierSceneDraft *dossier_story_book_duplicate_scene (DossierStoryBook *self, DossierStoryDraft *story, int index);
void dossier_story_book_remove_scene (DossierStoryBook *self, DossierStoryDraft *story, int index);
void dossier_story_book_move_scene (DossierStoryBook *self, DossierStoryDraft *story, int from, int to);
void dossier_story_book_set_words (DossierStoryBook *self, DossierStoryDraft *story, DossierSceneDraft *scene, DossierSceneWords which, const char *words);
void dossier_story_book_set_seconds (DossierStoryBook *self, DossierStoryDraft *story, DossierSceneDraft *scene, double seconds);
void dossier_story_book_set_look (DossierStoryBook *self, DossierStoryDraft *story, DossierSceneDraft *scene, GPtrArray *look);
void dossier_story_book_end_typing (DossierStoryBook *self);

char *dossier_story_book_dup_text (DossierStoryBook *self);
void dossier_story_book_replace (DossierStoryBook *self, const char *text, const char *title);

G_END_DECLS
