/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

G_BEGIN_DECLS

/**
 * DossierStoryStoreKind:
 * @DOSSIER_STORY_STORE_BESIDE: the stories of a dossier that cannot be written into itself, in the user's data directory
 * @DOSSIER_STORY_STORE_RECOVERY: what is not saved yet, in case the program ends unexpectedly, in the user's state directory
 *
 * What stories are kept for outside of their dossier.
 */
typedef enum
{
  DOSSIER_STORY_STORE_BESIDE,
  DOSSIER_STORY_STORE_RECOVERY,
} DossierStoryStoreKind;

/**
 * DossierStoryStore:
 *
 * Keeps all stories of a dossier in a file of their own. It goes by where the dossier lies, or by its title if it lies
 * nowhere, as the one that comes with the program does. The file is JSON:
 *
 * |[
 * { "dossier_stories": 1, "title": …, "file": URI, "sha256": of the dossier, "saved": time, "stories": [ … ] }
 * ]|
 *
 * The stories are as a dossier writes them, and in the place of all that it has itself.
 */
typedef struct _DossierStoryStore DossierStoryStore;

DossierStoryStore *dossier_story_store_new (DossierDocument *document, DossierStoryStoreKind kind, const char *directory);
void dossier_story_store_free (DossierStoryStore *self);
const char *dossier_story_store_get_path (DossierStoryStore *self);

gboolean dossier_story_store_write (DossierStoryStore *self, const char *stories, GError **error);
char *dossier_story_store_read (DossierStoryStore *self, gint64 *saved_at, GError **error);
gboolean dossier_story_store_remove (DossierStoryStore *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierStoryStore, dossier_story_store_free)

G_END_DECLS
