/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dossier-export.h"
#include "layout/dossier-map-sight.h"
#include "model/dossier-filter.h"
#include "model/dossier-weighing.h"
#include "painting/dossier-theme.h"

G_BEGIN_DECLS

/**
 * DossierViewKind:
 *
 * A view that can be made a picture of.
 */
typedef enum
{
  DOSSIER_VIEW_TIMELINE,
  DOSSIER_VIEW_MAP,
  DOSSIER_VIEW_MATRIX,
  DOSSIER_VIEW_QUESTION,
} DossierViewKind;

/**
 * DossierViewPictureOptions:
 * @view: which view
 * @width: of the whole picture, in pixels
 * @height: likewise; the picture becomes higher if legend and provenance leave less than two fifths to the view
 * @theme: light or dark
 * @facet: what the lanes of the timeline stand for
 * @has_dates: whether @begin and @end hold; if not, all dates are in sight
 * @begin: the first second in sight: the timeline shows this stretch, the map the ties of it, the matrix its events
 * @end: the last second in sight
 * @selected: the record that is set off, or %DOSSIER_REF_NONE
 * @filter: (nullable): which events are shown, %NULL for all; of the picture's document. The question does not heed it
 * @has_pair: whether @actor and @other_actor hold: what is between them is opened in the map, and @selected is not used
 * @actor: the index of one actor
 * @other_actor: the index of the other
 * @weighing: (nullable): how the question is weighed, with what was taken off; %NULL for everything on it
 * @map_sight: (nullable): what somebody sees of the map, which is then the picture, as wide as @width and with the height
 *   that goes with it, whatever @height is: filter, dates, pair and selection are only told; %NULL to lay the map out anew
 */
typedef struct
{
  DossierViewKind view;
  double width;
  double height;
  DossierThemeFlags theme;
  DossierFacet facet;
  gboolean has_dates;
  gint64 begin;
  gint64 end;
  DossierRef selected;
  DossierFilter *filter;
  gboolean has_pair;
  int actor;
  int other_actor;
  DossierWeighing *weighing;
  DossierMapSight *map_sight;
} DossierViewPictureOptions;

/**
 * DossierViewPicture:
 *
 * A view as a picture that stands for itself, with the dossier's title above it, and below it the legend and what
 * it shows of which sources. Painted by the same painters as the screen.
 */
typedef struct _DossierViewPicture DossierViewPicture;

DossierViewPicture  *dossier_view_picture_new  (DossierDocument *document, const DossierViewPictureOptions *options);
void                 dossier_view_picture_free (DossierViewPicture *self);
const DossierPicture *dossier_view_picture_get (DossierViewPicture *self);
GArray *dossier_view_picture_list_titled (DossierViewPicture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierViewPicture, dossier_view_picture_free)

G_END_DECLS
