/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-time-viewport.h"

#include "model/dossier-calendar.h"

#include <math.h>

/* How much the way from one view to another swings outward; the value that van Wijk and Nuij found best liked. */
#define RHO 1.42

/* Zooms lie on this many steps for each factor of two, so that zooming in and out comes back to the same number. */
#define STEPS_PER_OCTAVE 4096.0

/* Places lie on this many steps for each second, far finer than a pixel can be: sums of them are exact, so that moving there
   and back comes to the same place to the last digit. */
#define STEPS_PER_SECOND 1099511627776.0

/* When what most events lie in is shorter than all by this factor, the first view shows only that. */
#define OUTLIER_FACTOR 4.0

static gint64
get_first_second (void)
{
  return dossier_calendar_to_seconds (dossier_calendar_to_days (DOSSIER_YEAR_MIN, 1, 1), 0);
}

static gint64
get_last_second (void)
{
  return dossier_calendar_to_seconds (dossier_calendar_to_days (DOSSIER_YEAR_MAX, 12, 31),
                                      (int) DOSSIER_SECONDS_PER_DAY - 1);
}

/* Adds any number of seconds; stops at the ends of 64 bits. */
static gint64
add_seconds (gint64 time, double seconds)
{
  gint64 sum;

  /* From one end of 64 bits to the other is more than they hold. */
  if (fabs (seconds) >= 9.2e18)
    {
      if (fabs (seconds) >= 1.84e19)
        return seconds > 0 ? G_MAXINT64 : G_MININT64;
      return add_seconds (add_seconds (time, seconds / 2), seconds / 2);
    }
  if (__builtin_add_overflow (time, (gint64) seconds, &sum))
    return seconds > 0 ? G_MAXINT64 : G_MININT64;

  return sum;
}

/* The zoom so many times as large. The factor is rounded, and not only what comes of it: so its reciprocal leads back. */
static double
zoom_by (double seconds_per_pixel, double factor)
{
  double steps = round (log2 (seconds_per_pixel) * STEPS_PER_OCTAVE) - round (log2 (factor) * STEPS_PER_OCTAVE);

  return exp2 (steps / STEPS_PER_OCTAVE);
}

/* The next coarser step; a little slack keeps what is on a step there. */
static double
round_zoom_up (double seconds_per_pixel)
{
  return exp2 (ceil (log2 (seconds_per_pixel) * STEPS_PER_OCTAVE - 1e-6) / STEPS_PER_OCTAVE);
}

/* Moves the left edge by so many seconds, of either sign. */
static void
move_origin (DossierTimeViewport *viewport, double seconds)
{
  double rounded = round (seconds * STEPS_PER_SECOND) / STEPS_PER_SECOND;
  double whole = floor (rounded);
  double fraction = round (viewport->fraction * STEPS_PER_SECOND) / STEPS_PER_SECOND + (rounded - whole);

  /* What is whole and what is not are added apart: together they may have more digits than a double. */
  viewport->origin = add_seconds (viewport->origin, whole);
  viewport->fraction = fraction;
  if (fraction >= 1)
    {
      viewport->origin = add_seconds (viewport->origin, 1);
      viewport->fraction = fraction - 1;
    }
}

/**
 * dossier_time_difference:
 * @later: a time
 * @earlier: another
 *
 * Subtracts whole seconds, and only then goes over to a double: exact where a second matters.
 *
 * Returns: how many seconds @later comes after @earlier
 */
double
dossier_time_difference (gint64 later, gint64 earlier)
{
  gint64 difference;

  if (__builtin_sub_overflow (later, earlier, &difference))
    return (double) later - (double) earlier;

  return (double) difference;
}

/**
 * dossier_time_viewport_init:
 * @viewport: (out caller-allocates): a viewport
 * @begin: first second to be seen
 * @end: last second to be seen, not before @begin
 * @width: in pixels; less than 1 counts as 1
 *
 * Makes @viewport show that range from edge to edge, as far as dossier_time_viewport_clamped() allows.
 */
void
dossier_time_viewport_init (DossierTimeViewport *viewport, gint64 begin, gint64 end, double width)
{
  g_return_if_fail (begin <= end);

  *viewport = (DossierTimeViewport){ .origin = begin, .width = width, .seconds_per_pixel = 1 };
  *viewport = dossier_time_viewport_fitted (viewport, begin, end, 0);
}

/**
 * dossier_time_viewport_get_x:
 * @viewport: a viewport
 * @time: a time; %DOSSIER_TIME_MIN and %DOSSIER_TIME_MAX mean for ever
 *
 * Returns: where @time is, in pixels from the left edge; any size, infinite for an open end
 */
double
dossier_time_viewport_get_x (const DossierTimeViewport *viewport, gint64 time)
{
  if (time == DOSSIER_TIME_MIN)
    return -INFINITY;
  if (time == DOSSIER_TIME_MAX)
    return INFINITY;

  return (dossier_time_difference (time, viewport->origin) - viewport->fraction) / viewport->seconds_per_pixel;
}

/**
 * dossier_time_viewport_get_end_x:
 * @viewport: a viewport
 * @last_second: the last second of a span; %DOSSIER_TIME_MIN and %DOSSIER_TIME_MAX mean for ever
 *
 * Spans name their last second, and are drawn to its end.
 *
 * Returns: where @last_second ends, in pixels from the left edge
 */
double
dossier_time_viewport_get_end_x (const DossierTimeViewport *viewport, gint64 last_second)
{
  if (last_second == DOSSIER_TIME_MIN || last_second == DOSSIER_TIME_MAX)
    return dossier_time_viewport_get_x (viewport, last_second);

  return (dossier_time_difference (last_second, viewport->origin) + 1 - viewport->fraction) /
         viewport->seconds_per_pixel;
}

/**
 * dossier_time_viewport_get_time:
 * @viewport: a viewport
 * @x: pixels from the left edge
 *
 * Returns: the second in which @x lies, within 64 bits
 */
gint64
dossier_time_viewport_get_time (const DossierTimeViewport *viewport, double x)
{
  g_return_val_if_fail (!isnan (x), viewport->origin);

  return add_seconds (viewport->origin, floor (viewport->fraction + x * viewport->seconds_per_pixel));
}

/**
 * dossier_time_viewport_get_range:
 * @viewport: a viewport
 * @first: (out): the second at the left edge
 * @last: (out): the second at the right edge
 */
void
dossier_time_viewport_get_range (const DossierTimeViewport *viewport, gint64 *first, gint64 *last)
{
  *first = viewport->origin;
  *last = dossier_time_viewport_get_time (viewport, viewport->width);
}

/**
 * dossier_time_viewport_equal:
 * @a: a viewport
 * @b: another
 *
 * Returns: whether they show exactly the same
 */
gboolean
dossier_time_viewport_equal (const DossierTimeViewport *a, const DossierTimeViewport *b)
{
  return a->origin == b->origin && a->fraction == b->fraction && a->width == b->width &&
         a->seconds_per_pixel == b->seconds_per_pixel;
}

/**
 * dossier_time_viewport_clamped:
 * @viewport: a viewport, whatever it shows
 *
 * Keeps the view between the years %DOSSIER_YEAR_MIN and %DOSSIER_YEAR_MAX, and a pixel between
 * %DOSSIER_TIME_FINEST seconds and the whole of that.
 *
 * Returns: the nearest that can be shown
 */
DossierTimeViewport
dossier_time_viewport_clamped (const DossierTimeViewport *viewport)
{
  DossierTimeViewport clamped = *viewport;
  gint64 first = get_first_second ();
  gint64 last = get_last_second ();
  double coarsest;
  gint64 rightmost;

  if (!(clamped.width >= 1))
    clamped.width = 1;

  coarsest = dossier_time_difference (last, first) / clamped.width;
  if (!(clamped.seconds_per_pixel >= DOSSIER_TIME_FINEST))
    clamped.seconds_per_pixel = DOSSIER_TIME_FINEST;
  if (clamped.seconds_per_pixel > coarsest)
    clamped.seconds_per_pixel = coarsest;

  rightmost = MAX (first, add_seconds (last, -ceil (clamped.width * clamped.seconds_per_pixel)));
  if (clamped.origin < first || clamped.origin > rightmost)
    {
      clamped.origin = CLAMP (clamped.origin, first, rightmost);
      clamped.fraction = 0;
    }

  return clamped;
}

/**
 * dossier_time_viewport_panned:
 * @viewport: a viewport
 * @pixels: how far the view moves into the future; negative into the past
 *
 * Returns: the moved view, clamped
 */
DossierTimeViewport
dossier_time_viewport_panned (const DossierTimeViewport *viewport, double pixels)
{
  DossierTimeViewport panned = *viewport;

  g_return_val_if_fail (isfinite (pixels), *viewport);

  move_origin (&panned, pixels * viewport->seconds_per_pixel);

  return dossier_time_viewport_clamped (&panned);
}

/**
 * dossier_time_viewport_zoomed:
 * @viewport: a viewport
 * @factor: how much larger things become; below 1 they shrink
 * @x: which pixel stays at its time
 *
 * Returns: the zoomed view, clamped
 */
DossierTimeViewport
dossier_time_viewport_zoomed (const DossierTimeViewport *viewport, double factor, double x)
{
  DossierTimeViewport zoomed = *viewport;

  g_return_val_if_fail (factor > 0 && isfinite (factor) && isfinite (x), *viewport);

  /* The limits first, lest the point under the pointer slips away when no more zoom is left. */
  zoomed.seconds_per_pixel = zoom_by (viewport->seconds_per_pixel, factor);
  zoomed = dossier_time_viewport_clamped (&zoomed);
  zoomed.origin = viewport->origin;
  zoomed.fraction = viewport->fraction;
  move_origin (&zoomed, x * (viewport->seconds_per_pixel - zoomed.seconds_per_pixel));

  return dossier_time_viewport_clamped (&zoomed);
}

/**
 * dossier_time_viewport_resized:
 * @viewport: a viewport
 * @width: in pixels; less than 1 counts as 1
 *
 * Returns: the view with another width: the left edge and the zoom stay
 */
DossierTimeViewport
dossier_time_viewport_resized (const DossierTimeViewport *viewport, double width)
{
  DossierTimeViewport resized = *viewport;

  resized.width = width;

  return dossier_time_viewport_clamped (&resized);
}

/**
 * dossier_time_viewport_fitted:
 * @viewport: a viewport, for its width
 * @begin: first second to be seen
 * @end: last second to be seen, not before @begin
 * @margin: pixels to leave free on either side
 *
 * Returns: the view that shows just that range, clamped
 */
DossierTimeViewport
dossier_time_viewport_fitted (const DossierTimeViewport *viewport, gint64 begin, gint64 end, double margin)
{
  DossierTimeViewport fitted = *viewport;
  double room;
  double spare;

  g_return_val_if_fail (begin <= end && margin >= 0, *viewport);

  fitted.width = MAX (viewport->width, 1);
  room = MAX (fitted.width - 2 * margin, fitted.width / 2);
  fitted.origin = begin;
  fitted.fraction = 0;
  fitted.seconds_per_pixel = round_zoom_up ((dossier_time_difference (end, begin) + 1) / room);
  if (fitted.seconds_per_pixel < DOSSIER_TIME_FINEST)
    fitted.seconds_per_pixel = DOSSIER_TIME_FINEST;

  /* What the range does not fill is left free on both sides alike. */
  spare = fitted.width * fitted.seconds_per_pixel - (dossier_time_difference (end, begin) + 1);
  move_origin (&fitted, -spare / 2);

  return dossier_time_viewport_clamped (&fitted);
}

/**
 * dossier_time_viewport_centred:
 * @viewport: a viewport
 * @time: a time
 *
 * Returns: the view at the same zoom with @time in its middle, clamped
 */
DossierTimeViewport
dossier_time_viewport_centred (const DossierTimeViewport *viewport, gint64 time)
{
  DossierTimeViewport centred = *viewport;

  centred.origin = time;
  centred.fraction = 0;
  move_origin (&centred, -viewport->width / 2 * viewport->seconds_per_pixel);

  return dossier_time_viewport_clamped (&centred);
}

/*
 * Jarke J. van Wijk and Wim A. A. Nuij, "Smooth and efficient zooming and panning", 2003: the way from one
 * view to another on which the picture seems to move at a constant rate. Far goals are reached by zooming out,
 * moving and zooming in again.
 *
 * Sets the shape of the way: r0 and its length. Widths and the distance of the two centres are in seconds.
 */
static double
measure_way (double from_width, double to_width, double distance, double *r0)
{
  double r1;

  if (distance == 0)
    {
      *r0 = 0;
      return fabs (log (to_width / from_width)) / RHO;
    }

  {
    double squares = (to_width - from_width) * (to_width + from_width);
    double way = RHO * RHO * distance;

    *r0 = -asinh ((squares / way + way) / (2 * from_width));
    r1 = -asinh ((squares / way - way) / (2 * to_width));
  }

  return (r1 - *r0) / RHO;
}

/* Seconds from the centre of one view to that of the other, the widths being in seconds too. */
static double
get_centre_distance (const DossierTimeViewport *from, const DossierTimeViewport *to)
{
  return dossier_time_difference (to->origin, from->origin) + (to->fraction - from->fraction) +
         (to->width * to->seconds_per_pixel - from->width * from->seconds_per_pixel) / 2;
}

/**
 * dossier_time_viewport_get_distance:
 * @from: a viewport
 * @to: another
 *
 * How far apart two views seem, on a scale on which a zoom by the factor 4.1 is 1. Good for choosing how long
 * an animation takes.
 *
 * Returns: the length of the way that dossier_time_viewport_between() takes, at least 0
 */
double
dossier_time_viewport_get_distance (const DossierTimeViewport *from, const DossierTimeViewport *to)
{
  double r0;

  return fabs (measure_way (from->width * from->seconds_per_pixel,
                            to->width * to->seconds_per_pixel,
                            fabs (get_centre_distance (from, to)),
                            &r0));
}

/**
 * dossier_time_viewport_between:
 * @from: the view at 0
 * @to: the view at 1; the result has its width in pixels
 * @progress: 0 to 1
 *
 * Returns: a view on the way from one to the other, clamped
 */
DossierTimeViewport
dossier_time_viewport_between (const DossierTimeViewport *from, const DossierTimeViewport *to, double progress)
{
  const DossierTimeViewport *near_end = from;
  const DossierTimeViewport *far_end = to;
  double share = CLAMP (progress, 0, 1);
  double near_width, far_width, distance, sign, r0, length, angle, width, moved;
  DossierTimeViewport between;

  if (progress <= 0)
    return dossier_time_viewport_resized (from, to->width);
  if (progress >= 1)
    return *to;

  /* The way is the same in both directions. Places are counted from the nearer end: beside a far one, the
     fine digits of a view of some seconds would be lost. */
  if (share > 0.5)
    {
      near_end = to;
      far_end = from;
      share = 1 - share;
    }

  near_width = near_end->width * near_end->seconds_per_pixel;
  far_width = far_end->width * far_end->seconds_per_pixel;
  distance = get_centre_distance (near_end, far_end);
  sign = distance < 0 ? -1 : 1;
  length = measure_way (near_width, far_width, fabs (distance), &r0);
  angle = RHO * share * length;

  if (distance == 0)
    {
      width = near_width * pow (far_width / near_width, share);
      moved = 0;
    }
  else
    {
      width = near_width * cosh (r0) / cosh (angle + r0);
      moved = sign * near_width / (RHO * RHO) * sinh (angle) / cosh (angle + r0);
    }

  between = *near_end;
  between.width = to->width;
  between.seconds_per_pixel = width / to->width;
  move_origin (&between, near_width / 2 + moved - width / 2);

  return dossier_time_viewport_clamped (&between);
}

/**
 * dossier_time_find_range:
 * @get_time: tells the times of events, by numbers from 0: ascending, none of them open
 * @data: for @get_time
 * @n_times: how many there are
 * @begin: (out): first second of the range
 * @end: (out): last second of the range
 *
 * Finds what the first view of a dossier shows: the 2nd to the 98th percentile of the times, so that single
 * outliers do not stretch it. If three quarters of the times lie much closer together than that, as when a
 * report on a year has a prehistory of decades, the shortest range that holds them.
 * Events a little beyond are taken in.
 *
 * Returns: %FALSE if there are no times
 */
gboolean
dossier_time_find_range (DossierTimeFunc get_time, gpointer data, int n_times, gint64 *begin, gint64 *end)
{
  int low, high, most;
  double length;

  if (n_times <= 0)
    return FALSE;

  low = n_times / 50;
  high = n_times - 1 - low;
  most = n_times - n_times / 4;

  if (n_times >= 8)
    {
      int best = 0;
      double shortest = dossier_time_difference (get_time (most - 1, data), get_time (0, data));

      for (int i = 1; i + most <= n_times; i++)
        {
          double difference = dossier_time_difference (get_time (i + most - 1, data), get_time (i, data));

          if (difference < shortest)
            {
              best = i;
              shortest = difference;
            }
        }

      if (shortest * OUTLIER_FACTOR <
          dossier_time_difference (get_time (high, data), get_time (low, data)))
        {
          low = best;
          high = best + most - 1;
        }
    }

  length = dossier_time_difference (get_time (high, data), get_time (low, data));
  while (low > 0 && dossier_time_difference (get_time (low, data), get_time (low - 1, data)) <= length / 8)
    low--;
  while (high + 1 < n_times && dossier_time_difference (get_time (high + 1, data), get_time (high, data)) <= length / 8)
    high++;

  *begin = get_time (low, data);
  *end = get_time (high, data);

  return TRUE;
}
