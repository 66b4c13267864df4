/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-timeline-view-private.h"

#include <math.h>

/* A span can be drawn beyond what is in sight: while the pointer rests at an edge, time moves on below it. */

/* So near to the edge it begins, in pixels, and becomes the quicker the farther the pointer goes beyond: for each pixel, in
 * pixels a second, up to the most. */
#define EDGE  16.0
#define SPEED 12.0
#define MOST  1200.0

/* How quickly time is to move, in pixels a second, positive to later times; 0 away from the edges. */
static double
get_speed (DossierTimelineView *self)
{
  double left = self->scene.plot.x + EDGE - self->drag_x;
  double right = self->drag_x - (self->scene.plot.x + self->scene.plot.width - EDGE);

  if (self->drag != DOSSIER_TIMELINE_DRAG_BRUSH && self->drag != DOSSIER_TIMELINE_DRAG_ZOOM)
    return 0;

  return right > 0 ? MIN (right * SPEED, MOST) : -CLAMP (left * SPEED, 0, MOST);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = (double) (now - self->autopan_time) / G_USEC_PER_SEC;
  double speed = get_speed (self);

  if (speed == 0)
    {
      self->autopan_id = 0;
      return G_SOURCE_REMOVE;
    }

  self->autopan_time = now;
  DOSSIER_CANVAS_GET_CLASS (self)->pan (DOSSIER_CANVAS (self), -speed * seconds, 0, FALSE);
  dossier_timeline_view_drag (DOSSIER_CANVAS (self), self->drag_x, self->drag_y);

  return G_SOURCE_CONTINUE;
}

/**
 * dossier_timeline_view_update_autopan:
 * @self: a timeline view
 *
 * Lets time move while what is dragged is at an edge of the plot, and stops when it is no longer.
 */
void
dossier_timeline_view_update_autopan (DossierTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);

  if (get_speed (self) == 0 || clock == NULL)
    {
      if (self->autopan_id != 0)
        gtk_widget_remove_tick_callback (widget, self->autopan_id);
      self->autopan_id = 0;
    }
  else if (self->autopan_id == 0)
    {
      self->autopan_time = gdk_frame_clock_get_frame_time (clock);
      self->autopan_id = gtk_widget_add_tick_callback (widget, tick_cb, NULL, NULL);
    }
}
