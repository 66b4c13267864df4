/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-curve.h"

#include <math.h>

/* How many pieces a curve is measured in. */
#define N_PIECES 24

/* How finely the part of a curve that is in sight is found. */
#define CLIP_DEPTH 20

static double
measure (DossierPoint a, DossierPoint b)
{
  return sqrt ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

/**
 * dossier_curve_get_point:
 * @curve: a curve
 * @at: 0 to 1
 *
 * Returns: the point of @curve at @at
 */
DossierPoint
dossier_curve_get_point (const DossierCurve *curve, double at)
{
  double rest = 1 - at;

  return (DossierPoint){
    rest * rest * curve->start.x + 2 * rest * at * curve->control.x + at * at * curve->end.x,
    rest * rest * curve->start.y + 2 * rest * at * curve->control.y + at * at * curve->end.y,
  };
}

/**
 * dossier_curve_get_direction:
 * @curve: a curve
 * @at: 0 to 1
 *
 * Returns: where @curve heads at @at, of length 1; to the right if it is a single point
 */
DossierPoint
dossier_curve_get_direction (const DossierCurve *curve, double at)
{
  double x = (1 - at) * (curve->control.x - curve->start.x) + at * (curve->end.x - curve->control.x);
  double y = (1 - at) * (curve->control.y - curve->start.y) + at * (curve->end.y - curve->control.y);
  double length = sqrt (x * x + y * y);

  /* A control point on an end has no direction there; that of the whole is the limit. */
  if (!(length > 1e-9))
    {
      x = curve->end.x - curve->start.x;
      y = curve->end.y - curve->start.y;
      length = sqrt (x * x + y * y);
    }

  return length > 1e-9 ? (DossierPoint){ x / length, y / length } : (DossierPoint){ 1, 0 };
}

/**
 * dossier_curve_cut:
 * @curve: a curve
 * @from: 0 to 1
 * @to: 0 to 1
 *
 * Returns: the part of @curve between @from and @to
 */
DossierCurve
dossier_curve_cut (const DossierCurve *curve, double from, double to)
{
  /* The blossom of the curve: its control point for any pair of parameters. */
  double a = (1 - from) * (1 - to);
  double b = (1 - from) * to + from * (1 - to);
  double c = from * to;

  return (DossierCurve){
    dossier_curve_get_point (curve, from),
    {
        a * curve->start.x + b * curve->control.x + c * curve->end.x,
        a * curve->start.y + b * curve->control.y + c * curve->end.y,
    },
    dossier_curve_get_point (curve, to),
  };
}

/**
 * dossier_curve_get_length:
 * @curve: a curve
 *
 * Returns: about how long it is
 */
double
dossier_curve_get_length (const DossierCurve *curve)
{
  double length = 0;
  DossierPoint last = curve->start;

  for (int i = 1; i <= N_PIECES; i++)
    {
      DossierPoint next = dossier_curve_get_point (curve, (double) i / N_PIECES);

      length += measure (last, next);
      last = next;
    }

  return length;
}

/**
 * dossier_curve_walk:
 * @curve: a curve
 * @from: 0 to 1
 * @distance: how far to go; below 0 for backward
 *
 * Returns: where one comes to by walking along @curve from @from; 0 or 1 beyond an end
 */
double
dossier_curve_walk (const DossierCurve *curve, double from, double distance)
{
  double step = distance < 0 ? -1.0 / N_PIECES : 1.0 / N_PIECES;
  double left = fabs (distance);
  double at = from;

  while (left > 0)
    {
      double next = CLAMP (at + step, 0, 1);
      double piece = measure (dossier_curve_get_point (curve, at), dossier_curve_get_point (curve, next));

      if (next == at)
        return at;
      if (piece >= left)
        return at + (next - at) * left / piece;

      left -= piece;
      at = next;
    }

  return at;
}

/**
 * dossier_outline_measure:
 * @outline: a square with round corners
 * @point: a point
 *
 * Returns: how far @point is from the border; below 0 inside
 */
double
dossier_outline_measure (const DossierOutline *outline, DossierPoint point)
{
  double x = fabs (point.x - outline->middle.x) - (outline->half - outline->corner);
  double y = fabs (point.y - outline->middle.y) - (outline->half - outline->corner);
  double beyond_x = MAX (x, 0);
  double beyond_y = MAX (y, 0);

  return sqrt (beyond_x * beyond_x + beyond_y * beyond_y) + MIN (MAX (x, y), 0) - outline->corner;
}

static double
find_crossing (const DossierCurve *curve, const DossierOutline *outline, double inside, double outside)
{
  for (int i = 0; i < 40; i++)
    {
      double at = (inside + outside) / 2;

      if (dossier_outline_measure (outline, dossier_curve_get_point (curve, at)) < 0)
        inside = at;
      else
        outside = at;
    }

  return (inside + outside) / 2;
}

/**
 * dossier_curve_leave:
 * @curve: a curve
 * @outline: what lies around its start
 *
 * Returns: where @curve leaves @outline for the last time on its first half; 0 if it begins outside,
 *   0.5 if it does not leave it there
 */
double
dossier_curve_leave (const DossierCurve *curve, const DossierOutline *outline)
{
  for (int i = N_PIECES / 2; i >= 0; i--)
    {
      double at = (double) i / N_PIECES;

      if (dossier_outline_measure (outline, dossier_curve_get_point (curve, at)) < 0)
        return i == N_PIECES / 2 ? at : find_crossing (curve, outline, at, at + 1.0 / N_PIECES);
    }

  return 0;
}

/**
 * dossier_curve_enter:
 * @curve: a curve
 * @outline: what lies around its end
 *
 * Returns: where @curve enters @outline for the first time on its second half; 1 if it ends outside,
 *   0.5 if it is inside all along
 */
double
dossier_curve_enter (const DossierCurve *curve, const DossierOutline *outline)
{
  DossierCurve reverse = { curve->end, curve->control, curve->start };

  return 1 - dossier_curve_leave (&reverse, outline);
}

/**
 * dossier_curve_get_distance:
 * @curve: a curve
 * @point: a point
 * @at: (out) (optional): where on @curve it is closest to @point
 *
 * Returns: how far @point is from @curve, to about a hundredth of the curve's bend
 */
double
dossier_curve_get_distance (const DossierCurve *curve, DossierPoint point, double *at)
{
  double least = G_MAXDOUBLE;
  DossierPoint last = curve->start;

  for (int i = 1; i <= N_PIECES; i++)
    {
      DossierPoint next = dossier_curve_get_point (curve, (double) i / N_PIECES);
      double dx = next.x - last.x;
      double dy = next.y - last.y;
      double squared = dx * dx + dy * dy;
      double along = squared > 0 ? ((point.x - last.x) * dx + (point.y - last.y) * dy) / squared : 0;
      double distance;

      along = CLAMP (along, 0, 1);
      distance = measure (point, (DossierPoint){ last.x + along * dx, last.y + along * dy });
      if (distance < least)
        {
          least = distance;
          if (at != NULL)
            *at = (i - 1 + along) / N_PIECES;
        }
      last = next;
    }

  return least;
}

/* Whether the rectangle around the control points meets the view: if not, no point of the curve is in it. */
static gboolean
may_meet (const DossierCurve *curve, const DossierRectangle *view)
{
  double left = MIN (MIN (curve->start.x, curve->control.x), curve->end.x);
  double right = MAX (MAX (curve->start.x, curve->control.x), curve->end.x);
  double top = MIN (MIN (curve->start.y, curve->control.y), curve->end.y);
  double bottom = MAX (MAX (curve->start.y, curve->control.y), curve->end.y);

  return right >= view->x && left <= view->x + view->width && bottom >= view->y && top <= view->y + view->height;
}

static void
clip_part (const DossierCurve *curve, const DossierRectangle *view, double from, double to, int depth, double *first, double *last)
{
  DossierCurve part;
  double middle = (from + to) / 2;

  /* What lies within what was found already adds nothing. */
  if (from >= *first && to <= *last)
    return;

  part = dossier_curve_cut (curve, from, to);
  if (!may_meet (&part, view))
    return;

  if (depth == 0 || (dossier_rectangle_contains (view, part.start) && dossier_rectangle_contains (view, part.end)))
    {
      *first = MIN (*first, from);
      *last = MAX (*last, to);
      return;
    }

  clip_part (curve, view, from, middle, depth - 1, first, last);
  clip_part (curve, view, middle, to, depth - 1, first, last);
}

/**
 * dossier_curve_clip:
 * @curve: a curve
 * @view: what is in sight
 * @from: (out): where @curve first comes into sight
 * @to: (out): where it leaves it for the last time
 *
 * Finds the part of a curve that can be drawn safely, whatever the zoom: cairo's coordinates end at 2^23.
 *
 * Returns: %FALSE if none of it is in sight
 */
gboolean
dossier_curve_clip (const DossierCurve *curve, const DossierRectangle *view, double *from, double *to)
{
  double first = 2;
  double last = -1;

  clip_part (curve, view, 0, 1, CLIP_DEPTH, &first, &last);
  *from = first;
  *to = last;

  return first <= last;
}

/**
 * dossier_rectangle_intersects:
 * @a: a rectangle
 * @b: another
 *
 * Returns: whether they have more than an edge in common
 */
gboolean
dossier_rectangle_intersects (const DossierRectangle *a, const DossierRectangle *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

/**
 * dossier_rectangle_contains:
 * @rectangle: a rectangle
 * @point: a point
 *
 * Returns: whether @point is in @rectangle or on its edge
 */
gboolean
dossier_rectangle_contains (const DossierRectangle *rectangle, DossierPoint point)
{
  return point.x >= rectangle->x && point.x <= rectangle->x + rectangle->width &&
         point.y >= rectangle->y && point.y <= rectangle->y + rectangle->height;
}
