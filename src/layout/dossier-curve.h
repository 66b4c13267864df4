/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierPoint:
 * @x: to the right
 * @y: downward
 *
 * A place, or a direction.
 */
typedef struct
{
  double x;
  double y;
} DossierPoint;

/**
 * DossierRectangle:
 * @x: the left side
 * @y: the top
 * @width: at least 0
 * @height: at least 0
 *
 * An upright rectangle.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} DossierRectangle;

/**
 * DossierCurve:
 * @start: where it begins
 * @control: where it is drawn towards
 * @end: where it ends
 *
 * A quadratic Bézier curve: without kinks, bent to one side, or straight. Along it runs a parameter from
 * 0 to 1.
 */
typedef struct
{
  DossierPoint start;
  DossierPoint control;
  DossierPoint end;
} DossierCurve;

/**
 * DossierOutline:
 * @middle: its middle
 * @half: half of its side
 * @corner: the radius of its corners, 0 to @half; with @half it is a circle
 *
 * A square with round corners.
 */
typedef struct
{
  DossierPoint middle;
  double half;
  double corner;
} DossierOutline;

DossierPoint dossier_curve_get_point (const DossierCurve *curve, double at);
DossierPoint dossier_curve_get_direction (const DossierCurve *curve, double at);
DossierCurve dossier_curve_cut (const DossierCurve *curve, double from, double to);
double dossier_curve_get_length (const DossierCurve *curve);
double dossier_curve_walk (const DossierCurve *curve, double from, double distance);
double dossier_curve_leave (const DossierCurve *curve, const DossierOutline *outline);
double dossier_curve_enter (const DossierCurve *curve, const DossierOutline *outline);
double dossier_curve_get_distance (const DossierCurve *curve, DossierPoint point, double *at);
gboolean dossier_curve_clip (const DossierCurve *curve, const DossierRectangle *view, double *from, double *to);

double dossier_outline_measure (const DossierOutline *outline, DossierPoint point);

gboolean dossier_rectangle_intersects (const DossierRectangle *a, const DossierRectangle *b);
gboolean dossier_rectangle_contains (const DossierRectangle *rectangle, DossierPoint point);

G_END_DECLS
