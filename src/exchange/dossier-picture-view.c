/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-picture-view-private.h"

struct _DossierPictureView
{
  DossierViewKind kind;

  /* The one of that kind; the others are NULL. */
  DossierTimelineViewPart *timeline;
  DossierMapViewPart *map;
  DossierMatrixViewPart *matrix;
  DossierQuestionViewPart *question;
};

/**
 * dossier_picture_view_new:
 * @part: what to show, and how
 *
 * Returns: (transfer full): the view that the options name, laid out
 */
DossierPictureView *
dossier_picture_view_new (const DossierViewPart *part)
{
  DossierPictureView *self = g_new0 (DossierPictureView, 1);

  self->kind = part->options->view;
  switch (self->kind)
    {
    case DOSSIER_VIEW_MAP:
      self->map = dossier_map_view_part_new (part);
      break;
    case DOSSIER_VIEW_MATRIX:
      self->matrix = dossier_matrix_view_part_new (part);
      break;
    case DOSSIER_VIEW_QUESTION:
      self->question = dossier_question_view_part_new (part);
      break;
    case DOSSIER_VIEW_TIMELINE:
    default:
      self->timeline = dossier_timeline_view_part_new (part);
    }

  return self;
}

/**
 * dossier_picture_view_free:
 * @self: (nullable): a view, or %NULL
 */
void
dossier_picture_view_free (DossierPictureView *self)
{
  if (self == NULL)
    return;

  dossier_timeline_view_part_free (self->timeline);
  dossier_map_view_part_free (self->map);
  dossier_matrix_view_part_free (self->matrix);
  dossier_question_view_part_free (self->question);
  g_free (self);
}

/**
 * dossier_picture_view_draw:
 * @self: a view
 * @cr: where to draw, with its upper left corner at 0,0
 */
void
dossier_picture_view_draw (DossierPictureView *self, cairo_t *cr)
{
  if (self->map != NULL)
    dossier_map_view_part_draw (self->map, cr);
  else if (self->matrix != NULL)
    dossier_matrix_view_part_draw (self->matrix, cr);
  else if (self->question != NULL)
    dossier_question_view_part_draw (self->question, cr);
  else
    dossier_timeline_view_part_draw (self->timeline, cr);
}

/**
 * dossier_picture_view_measure_legend:
 * @self: a view
 * @max_width: how wide its legend may be
 * @width: (out): how wide it is
 * @height: (out): how high it is, 0 if there is nothing to explain
 */
void
dossier_picture_view_measure_legend (DossierPictureView *self, double max_width, double *width, double *height)
{
  if (self->map != NULL)
    dossier_map_view_part_measure_legend (self->map, max_width, width, height);
  else if (self->matrix != NULL)
    dossier_matrix_view_part_measure_legend (self->matrix, max_width, width, height);
  else if (self->question != NULL)
    dossier_question_view_part_measure_legend (self->question, max_width, width, height);
  else
    dossier_timeline_view_part_measure_legend (self->timeline, max_width, width, height);
}

/**
 * dossier_picture_view_draw_legend:
 * @self: a view
 * @x: its left
 * @y: its top
 * @max_width: how wide it may be
 * @cr: where to draw
 */
void
dossier_picture_view_draw_legend (DossierPictureView *self, double x, double y, double max_width, cairo_t *cr)
{
  if (self->map != NULL)
    dossier_map_view_part_draw_legend (self->map, x, y, max_width, cr);
  else if (self->matrix != NULL)
    dossier_matrix_view_part_draw_legend (self->matrix, x, y, max_width, cr);
  else if (self->question != NULL)
    dossier_question_view_part_draw_legend (self->question, x, y, max_width, cr);
  else
    dossier_timeline_view_part_draw_legend (self->timeline, x, y, max_width, cr);
}

/**
 * dossier_picture_view_describe:
 * @self: a view
 *
 * Returns: (transfer full): what is to be seen, in a sentence
 */
char *
dossier_picture_view_describe (DossierPictureView *self)
{
  if (self->map != NULL)
    return dossier_map_view_part_describe (self->map);
  if (self->matrix != NULL)
    return dossier_matrix_view_part_describe (self->matrix);
  if (self->question != NULL)
    return dossier_question_view_part_describe (self->question);

  return dossier_timeline_view_part_describe (self->timeline);
}

/**
 * dossier_picture_view_list_titled:
 * @self: a view
 *
 * Returns: (transfer full) (element-type int): the events of a timeline that have a mark of their own with their whole
 *   title, ascending; none for another view
 */
GArray *
dossier_picture_view_list_titled (DossierPictureView *self)
{
  return self->timeline != NULL ? dossier_timeline_view_part_list_titled (self->timeline) : g_array_new (FALSE, FALSE, sizeof (int));
}
