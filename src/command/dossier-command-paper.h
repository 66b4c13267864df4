/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dossier-view-picture.h"

G_BEGIN_DECLS

/**
 * DossierCommandPaper:
 * @story: (nullable): --story, the id of a story
 * @scene: (nullable): --scene, the id or the number of a scene
 * @handout: --handout
 * @poster: (nullable): --poster, the name of a paper
 *
 * What `dossier render` is told of stories and paper.
 */
typedef struct
{
  char *story;
  char *scene;
  gboolean handout;
  char *poster;
} DossierCommandPaper;

void     dossier_command_paper_clear  (DossierCommandPaper *paper);
gboolean dossier_command_paper_check  (const DossierCommandPaper *paper, gboolean is_story, const char *view, const char *output, gboolean has_size, GError **error);
gboolean dossier_command_paper_render (const DossierCommandPaper *paper,
                                       DossierDocument *document,
                                       const DossierViewPictureOptions *options,
                                       gboolean is_story,
                                       const char *output,
                                       double scale,
                                       GError **error);

G_END_DECLS
