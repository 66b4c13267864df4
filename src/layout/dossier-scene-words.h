/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-story-content.h"

G_BEGIN_DECLS

char *dossier_scene_words_dup_quote (DossierDocument *document, int quote);
char *dossier_scene_words_dup_speaker (DossierDocument *document, DossierStoryContent *story, int quote);
char *dossier_scene_words_dup_point_word (DossierDocument *document, DossierRef ref);
char *dossier_scene_words_dup_point (DossierDocument *document, DossierRef ref);
DossierStatus dossier_scene_words_get_status (DossierDocument *document, DossierRef ref);
char *dossier_scene_words_dup_kicker (DossierDocument *document, const DossierSceneContent *content);
char *dossier_scene_words_dup_sources (DossierDocument *document, DossierStoryContent *story, const DossierSceneContent *content);
char *dossier_scene_words_hedge (const char *words, DossierStatus status);

G_END_DECLS
