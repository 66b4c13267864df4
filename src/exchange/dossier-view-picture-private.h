/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dossier-view-picture.h"
#include "layout/dossier-map-camera.h"
#include "model/dossier-related.h"
#include "painting/dossier-swatches.h"
#include "painting/dossier-typesetter.h"

G_BEGIN_DECLS

/**
 * DossierViewPart:
 *
 * What the part of a picture that shows the view itself is given: the look, and the room it has, whose upper left
 * corner is 0,0.
 */
typedef struct
{
  DossierDocument *document;
  const DossierViewPictureOptions *options;
  const DossierTheme *theme;
  DossierTypesetter *typesetter;
  DossierSwatches *swatches;
  const DossierRelated *related; /* NULL if nothing is selected */
  double width;
  double height;
} DossierViewPart;

typedef struct _DossierMapViewPart DossierMapViewPart;

DossierMapViewPart *dossier_map_view_part_new            (const DossierViewPart *part);
void            dossier_map_view_part_free           (DossierMapViewPart *self);
void            dossier_map_view_part_draw           (DossierMapViewPart *self, cairo_t *cr);
void            dossier_map_view_part_measure_legend (DossierMapViewPart *self, double max_width, double *width, double *height);
void            dossier_map_view_part_draw_legend    (DossierMapViewPart *self, double x, double y, double max_width, cairo_t *cr);
char           *dossier_map_view_part_describe       (DossierMapViewPart *self);
char           *dossier_map_view_part_to_text        (DossierMapViewPart *self, const DossierMapCamera *camera);

typedef struct _DossierTimelineViewPart DossierTimelineViewPart;

DossierTimelineViewPart *dossier_timeline_view_part_new      (const DossierViewPart *part);
void                     dossier_timeline_view_part_free     (DossierTimelineViewPart *self);
void                     dossier_timeline_view_part_draw     (DossierTimelineViewPart *self, cairo_t *cr);
void                     dossier_timeline_view_part_measure_legend (DossierTimelineViewPart *self,
                                                                    double max_width,
                                                                    double *width,
                                                                    double *height);
void                     dossier_timeline_view_part_draw_legend (DossierTimelineViewPart *self,
                                                                 double x,
                                                                 double y,
                                                                 double max_width,
                                                                 cairo_t *cr);
char                    *dossier_timeline_view_part_describe (DossierTimelineViewPart *self);
GArray                  *dossier_timeline_view_part_list_titled (DossierTimelineViewPart *self);

G_END_DECLS
