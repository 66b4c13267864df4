/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-measure.h"
#include "layout/dossier-time-step.h"
#include "layout/dossier-time-viewport.h"

G_BEGIN_DECLS

/**
 * DossierTimeTick:
 * @time: the second it stands at
 * @x: where that is, in pixels from the left edge; for the first coarse tick, before the view
 * @label_x: left edge of the label
 * @label_width: width of the label; 0 if there is no room for it, and then it is not drawn
 * @label: what it says
 */
typedef struct
{
  gint64 time;
  double x;
  double label_x;
  double label_width;
  char label[DOSSIER_TIME_LABEL_SIZE];
} DossierTimeTick;

/**
 * DossierTimeAxis:
 * @fine_step: the distance of two fine ticks
 * @coarse_step: what the fine ones lie within
 * @fine: (element-type DossierTimeTick): ticks with what they are, ascending, each within the view
 * @coarse: (element-type DossierTimeTick): ticks with what those lie within, ascending; the first may stand
 *   before the view, and its label sticks to the left edge
 * @has_one_row: to be set by who draws the fine ticks only: their labels then say which era they are in
 * @labels: what labels say and how wide they are, of this update and those before
 * @n_asked: how many labels were asked for so far
 *
 * The ticks and labels of a view of time: round steps of the calendar, in two rows. No two labels of a row meet.
 * The arrays are used again by the next update.
 */
typedef struct
{
  DossierTimeStep fine_step;
  DossierTimeStep coarse_step;
  GArray *fine;
  GArray *coarse;
  gboolean has_one_row;
  struct _DossierTimeAxisLabel *labels;
  guint64 n_asked;
} DossierTimeAxis;

void dossier_time_axis_init (DossierTimeAxis *axis);
void dossier_time_axis_clear (DossierTimeAxis *axis);
void dossier_time_axis_update (DossierTimeAxis *axis,
                               const DossierTimeViewport *viewport,
                               DossierMeasureFunc measure,
                               gpointer data);
void dossier_time_axis_fonts_changed (DossierTimeAxis *axis);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DossierTimeAxis, dossier_time_axis_clear)

G_END_DECLS
