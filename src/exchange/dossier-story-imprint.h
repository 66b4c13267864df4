/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dossier-export.h"
#include "model/dossier-document.h"

G_BEGIN_DECLS

/**
 * DossierStoryImprint:
 * @title: of the file
 * @description: (nullable): one sentence on what it is
 * @author: (nullable): the editors of the dossier
 * @keywords: the actors that the story names
 * @headings: (element-type DossierHeadingPlace): what stands where
 *
 * What a file that is made of a story says of itself.
 */
typedef struct
{
  char *title;
  char *description;
  char *author;
  char *keywords;
  GArray *headings;
} DossierStoryImprint;

void dossier_story_imprint_init  (DossierStoryImprint *self, DossierDocument *document, int story);
void dossier_story_imprint_clear (DossierStoryImprint *self);
void dossier_story_imprint_show  (const DossierStoryImprint *self, DossierPicture *picture);

char *dossier_story_imprint_dup_author (DossierDocument *document);

G_END_DECLS
