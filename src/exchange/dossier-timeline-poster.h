/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dossier-view-picture.h"

G_BEGIN_DECLS

/**
 * DossierPaper:
 * @DOSSIER_PAPER_A4: 297 by 210 millimetres
 * @DOSSIER_PAPER_A3: 420 by 297 millimetres
 *
 * The sheets of a poster, which lie on their long side.
 */
typedef enum
{
  DOSSIER_PAPER_A4,
  DOSSIER_PAPER_A3,
} DossierPaper;

/**
 * DossierPosterSheet:
 * @page: which page, from 0
 * @row: from 0, downward
 * @column: from 0, to the right
 * @x: which part of the poster it shows, in pixels of the poster
 * @y: likewise
 * @width: likewise
 * @height: likewise
 *
 * A sheet of a poster.
 */
typedef struct
{
  int page;
  int row;
  int column;
  double x;
  double y;
  double width;
  double height;
} DossierPosterSheet;

/**
 * DossierTimelinePoster:
 *
 * The whole timeline, so large that it can be read from the wall, in parts that fit on the sheets of a printer and overlap
 * a little. Each sheet says where it belongs and where it is cut.
 */
typedef struct _DossierTimelinePoster DossierTimelinePoster;

DossierTimelinePoster *dossier_timeline_poster_new         (DossierDocument *document, const DossierViewPictureOptions *options, DossierPaper paper);
void                   dossier_timeline_poster_free        (DossierTimelinePoster *self);
const DossierPicture  *dossier_timeline_poster_get         (DossierTimelinePoster *self);
void                   dossier_timeline_poster_get_size    (DossierTimelinePoster *self, double *width, double *height);
DossierPosterSheet     dossier_timeline_poster_get_sheet   (DossierTimelinePoster *self, int page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierTimelinePoster, dossier_timeline_poster_free)

G_END_DECLS
