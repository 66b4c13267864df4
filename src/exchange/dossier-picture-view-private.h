/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/dossier-view-picture-private.h"

G_BEGIN_DECLS

/**
 * DossierPictureView:
 *
 * The view itself within a picture, whichever it is.
 */
typedef struct _DossierPictureView DossierPictureView;

DossierPictureView *dossier_picture_view_new (const DossierViewPart *part);
void dossier_picture_view_free (DossierPictureView *self);
void dossier_picture_view_draw (DossierPictureView *self, cairo_t *cr);
void dossier_picture_view_measure_legend (DossierPictureView *self, double max_width, double *width, double *height);
void dossier_picture_view_draw_legend (DossierPictureView *self, double x, double y, double max_width, cairo_t *cr);
char *dossier_picture_view_describe (DossierPictureView *self);
GArray *dossier_picture_view_list_titled (DossierPictureView *self);

/* The views that need no more than this. */

typedef struct _DossierQuestionViewPart DossierQuestionViewPart;

DossierQuestionViewPart *dossier_question_view_part_new (const DossierViewPart *part);
void dossier_question_view_part_free (DossierQuestionViewPart *self);
void dossier_question_view_part_draw (DossierQuestionViewPart *self, cairo_t *cr);
void dossier_question_view_part_measure_legend (DossierQuestionViewPart *self, double max_width, double *width, double *height);
void dossier_question_view_part_draw_legend (DossierQuestionViewPart *self, double x, double y, double max_width, cairo_t *cr);
char *dossier_question_view_part_describe (DossierQuestionViewPart *self);

typedef struct _DossierMatrixViewPart DossierMatrixViewPart;

DossierMatrixViewPart *dossier_matrix_view_part_new (const DossierViewPart *part);
void dossier_matrix_view_part_free (DossierMatrixViewPart *self);
void dossier_matrix_view_part_draw (DossierMatrixViewPart *self, cairo_t *cr);
void dossier_matrix_view_part_measure_legend (DossierMatrixViewPart *self, double max_width, double *width, double *height);
void dossier_matrix_view_part_draw_legend (DossierMatrixViewPart *self, double x, double y, double max_width, cairo_t *cr);
char *dossier_matrix_view_part_describe (DossierMatrixViewPart *self);

G_END_DECLS
