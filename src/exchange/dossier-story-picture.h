/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dossier-export.h"
#include "model/dossier-document.h"
#include "painting/dossier-theme.h"

G_BEGIN_DECLS

/** DOSSIER_STORY_WIDTH: how wide a page of a story is as a rule, in pixels: 16 to 9, 13.3 inches on paper */
#define DOSSIER_STORY_WIDTH 1280.0

/** DOSSIER_STORY_HEIGHT: how high it is */
#define DOSSIER_STORY_HEIGHT 720.0

/**
 * DossierStoryPicture:
 *
 * A story as pages, a scene each, or one scene of it: as the audience sees it.
 */
typedef struct _DossierStoryPicture DossierStoryPicture;

int dossier_story_picture_find (DossierDocument *document, const char *id, GError **error);
int dossier_story_picture_find_scene (DossierDocument *document, int story, const char *text, GError **error);

DossierStoryPicture  *dossier_story_picture_new  (DossierDocument *document, int story, int scene, double width, double height, DossierThemeFlags theme);
void                  dossier_story_picture_free (DossierStoryPicture *self);
const DossierPicture *dossier_story_picture_get  (DossierStoryPicture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierStoryPicture, dossier_story_picture_free)

G_END_DECLS
