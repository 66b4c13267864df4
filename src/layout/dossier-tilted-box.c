/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-tilted-box.h"

#include <math.h>

static DossierPoint
get_middle (const DossierRectangle *box)
{
  return (DossierPoint){ box->x + box->width / 2, box->y + box->height / 2 };
}

/**
 * dossier_tilted_box_contains:
 * @box: a rectangle before it is turned
 * @direction: where its upper side runs, of length 1
 * @point: a point
 *
 * Returns: whether @point is in the turned rectangle or on its edge
 */
gboolean
dossier_tilted_box_contains (const DossierRectangle *box, DossierPoint direction, DossierPoint point)
{
  return dossier_tilted_box_measure (box, direction, point) <= 0;
}

/**
 * dossier_tilted_box_measure:
 * @box: a rectangle before it is turned
 * @direction: where its upper side runs, of length 1
 * @point: a point
 *
 * Returns: how far @point is from the turned rectangle; 0 inside it
 */
double
dossier_tilted_box_measure (const DossierRectangle *box, DossierPoint direction, DossierPoint point)
{
  DossierPoint middle = get_middle (box);
  double x = point.x - middle.x;
  double y = point.y - middle.y;
  double along = MAX (fabs (x * direction.x + y * direction.y) - box->width / 2, 0);
  double across = MAX (fabs (y * direction.x - x * direction.y) - box->height / 2, 0);

  return sqrt (along * along + across * across);
}

/* How far a turned rectangle reaches from its middle along an axis of length 1. */
static double
get_reach (const DossierRectangle *box, DossierPoint direction, DossierPoint axis)
{
  return fabs (direction.x * axis.x + direction.y * axis.y) * box->width / 2 +
         fabs (direction.x * axis.y - direction.y * axis.x) * box->height / 2;
}

/**
 * dossier_tilted_box_intersects:
 * @a: a rectangle before it is turned
 * @a_direction: where its upper side runs, of length 1
 * @b: another
 * @b_direction: likewise
 *
 * Returns: whether the two turned rectangles have more than an edge in common: no side of either lies
 *   between them
 */
gboolean
dossier_tilted_box_intersects (const DossierRectangle *a, DossierPoint a_direction, const DossierRectangle *b, DossierPoint b_direction)
{
  DossierPoint axes[4] = {
    a_direction,
    { -a_direction.y, a_direction.x },
    b_direction,
    { -b_direction.y, b_direction.x },
  };
  DossierPoint a_middle = get_middle (a);
  DossierPoint b_middle = get_middle (b);

  for (int i = 0; i < 4; i++)
    {
      double distance = fabs ((b_middle.x - a_middle.x) * axes[i].x + (b_middle.y - a_middle.y) * axes[i].y);

      if (distance >= get_reach (a, a_direction, axes[i]) + get_reach (b, b_direction, axes[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * dossier_tilted_box_get_extents:
 * @box: a rectangle before it is turned
 * @direction: where its upper side runs, of length 1
 *
 * Returns: the upright rectangle around the turned one
 */
DossierRectangle
dossier_tilted_box_get_extents (const DossierRectangle *box, DossierPoint direction)
{
  DossierPoint middle = get_middle (box);
  double half_width = get_reach (box, direction, (DossierPoint){ 1, 0 });
  double half_height = get_reach (box, direction, (DossierPoint){ 0, 1 });

  return (DossierRectangle){ middle.x - half_width, middle.y - half_height, 2 * half_width, 2 * half_height };
}
