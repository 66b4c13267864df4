/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-time-viewport.h"

#include "model/dossier-calendar.h"

#include <math.h>

#define WIDTH 1000.0

static gint64
get_time (gint64 year)
{
  return dossier_calendar_to_seconds (dossier_calendar_to_days (year, 1, 1), 0);
}

static void
test_fit (void)
{
  DossierTimeViewport viewport;
  gint64 begin = get_time (2023);
  gint64 end = get_time (2024) - 1;

  dossier_time_viewport_init (&viewport, begin, end, WIDTH);
  g_assert_cmpfloat_with_epsilon (dossier_time_viewport_get_x (&viewport, begin), 0, 0.2);
  g_assert_cmpfloat_with_epsilon (dossier_time_viewport_get_end_x (&viewport, end), WIDTH, 0.2);

  viewport = dossier_time_viewport_fitted (&viewport, begin, end, 100);
  g_assert_cmpfloat_with_epsilon (dossier_time_viewport_get_x (&viewport, begin), 100, 0.2);
  g_assert_cmpfloat_with_epsilon (dossier_time_viewport_get_end_x (&viewport, end), WIDTH - 100, 0.2);

  /* One second fills no screen: it lies in the middle. */
  viewport = dossier_time_viewport_fitted (&viewport, begin, begin, 0);
  g_assert_cmpfloat (viewport.seconds_per_pixel, ==, DOSSIER_TIME_FINEST);
  g_assert_cmpfloat_with_epsilon (dossier_time_viewport_get_x (&viewport, begin), WIDTH / 2 - 64, 1e-6);
}

static void
test_open_ends (void)
{
  DossierTimeViewport viewport;

  dossier_time_viewport_init (&viewport, 0, 1000, WIDTH);
  g_assert_cmpint (isinf (dossier_time_viewport_get_x (&viewport, DOSSIER_TIME_MIN)), ==, -1);
  g_assert_cmpint (isinf (dossier_time_viewport_get_end_x (&viewport, DOSSIER_TIME_MIN)), ==, -1);
  g_assert_cmpint (isinf (dossier_time_viewport_get_x (&viewport, DOSSIER_TIME_MAX)), ==, 1);
  g_assert_cmpint (isinf (dossier_time_viewport_get_end_x (&viewport, DOSSIER_TIME_MAX)), ==, 1);
}

/* At every distance from 1970, seconds are equally wide and stay where they are while the view moves by whole pixels. */
static void
test_no_jitter (void)
{
  const gint64 years[] = {
    -10000000000, -1000000, -218, 0, 1970, 2024, 1000000, 10000000000
  };

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      gint64 time = get_time (years[i]);
      DossierTimeViewport viewport;
      double before;

      dossier_time_viewport_init (&viewport, time, time + 7, WIDTH);
      g_assert_cmpfloat (viewport.seconds_per_pixel, <, 0.01);

      for (int second = 0; second < 7; second++)
        {
          double x = dossier_time_viewport_get_x (&viewport, time + second);

          g_assert_cmpfloat_with_epsilon (dossier_time_viewport_get_end_x (&viewport, time + second) - x,
                                          1 / viewport.seconds_per_pixel,
                                          1e-6);
          g_assert_cmpint (dossier_time_viewport_get_time (&viewport, x + 1e-6), ==, time + second);
        }

      before = dossier_time_viewport_get_x (&viewport, time + 3);
      for (int step = 0; step < 2000; step++)
        {
          viewport = dossier_time_viewport_panned (&viewport, 1);
          g_assert_cmpfloat_with_epsilon (before - dossier_time_viewport_get_x (&viewport, time + 3), 1, 1e-6);
          before -= 1;
        }
    }
}

static void
test_zoom_about (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (int i = 0; i < 1000; i++)
    {
      gint64 begin = get_time ((gint64) g_rand_double_range (random, -1e10, 1e10));
      double seconds = pow (10, g_rand_double_range (random, 1, 17));
      double x = g_rand_double_range (random, 0, WIDTH);
      double factor = exp2 (g_rand_double_range (random, -2, 2));
      DossierTimeViewport viewport, zoomed, back;
      gint64 time;

      dossier_time_viewport_init (&viewport, begin, begin + (gint64) seconds, WIDTH);
      time = dossier_time_viewport_get_time (&viewport, x);
      zoomed = dossier_time_viewport_zoomed (&viewport, factor, x);
      g_assert_cmpfloat_with_epsilon (dossier_time_viewport_get_x (&zoomed, time),
                                      x + (dossier_time_viewport_get_x (&viewport, time) - x) *
                                              viewport.seconds_per_pixel / zoomed.seconds_per_pixel,
                                      1e-3);

      /* The way back leads to the same numbers, not nearly the same. */
      back = dossier_time_viewport_zoomed (&zoomed, 1 / factor, x);
      if (zoomed.seconds_per_pixel > DOSSIER_TIME_FINEST)
        {
          g_assert_true (dossier_time_viewport_equal (&back, &viewport));
        }
    }
}

static void
test_clamp (void)
{
  DossierTimeViewport viewport;
  gint64 first, last;

  dossier_time_viewport_init (&viewport, get_time (DOSSIER_YEAR_MIN), get_time (DOSSIER_YEAR_MAX), WIDTH);
  for (int i = 0; i < 20; i++)
    viewport = dossier_time_viewport_zoomed (&viewport, 0.1, 300);
  dossier_time_viewport_get_range (&viewport, &first, &last);
  g_assert_cmpint (first, ==, get_time (DOSSIER_YEAR_MIN));
  g_assert_cmpfloat ((double) last, >, 6.3e18);
  g_assert_cmpint (last, <, get_time (DOSSIER_YEAR_MAX) + 2 * 366 * DOSSIER_SECONDS_PER_DAY);

  for (int i = 0; i < 500; i++)
    viewport = dossier_time_viewport_zoomed (&viewport, 2, WIDTH);
  g_assert_cmpfloat (viewport.seconds_per_pixel, ==, DOSSIER_TIME_FINEST);
  viewport = dossier_time_viewport_panned (&viewport, 1e300);
  dossier_time_viewport_get_range (&viewport, &first, &last);
  g_assert_cmpint (last, <=, get_time (DOSSIER_YEAR_MAX) + 366 * DOSSIER_SECONDS_PER_DAY);
  g_assert_cmpint (last, >, get_time (DOSSIER_YEAR_MAX));

  viewport = (DossierTimeViewport){ .seconds_per_pixel = NAN, .width = NAN };
  viewport = dossier_time_viewport_clamped (&viewport);
  g_assert_cmpfloat (viewport.width, ==, 1);
  g_assert_cmpfloat (viewport.seconds_per_pixel, ==, DOSSIER_TIME_FINEST);
}

static double
get_change (const DossierTimeViewport *a, const DossierTimeViewport *b)
{
  double zoom = log (b->seconds_per_pixel / a->seconds_per_pixel);
  double moved = dossier_time_viewport_get_x (a, b->origin) + b->fraction / a->seconds_per_pixel;

  return fabs (zoom) + fabs (moved + (b->seconds_per_pixel / a->seconds_per_pixel - 1) * WIDTH / 2) / WIDTH;
}

static void
test_between (void)
{
  static const struct
  {
    gint64 from_year;
    double from_seconds;
    gint64 to_year;
    double to_seconds;
  } ways[] = {
    { 2023, 1e7, 2023, 1e5 },
    { 2023, 1e7, 2024, 1e7 },
    { 2023, 10, -10000000000, 10 },
    { -10000000000, 1e17, 2024, 10 },
    { 2024, 10, 2024, 1e18 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      DossierTimeViewport from, to, before, there;
      double length;

      dossier_time_viewport_init (&from,
                                  get_time (ways[i].from_year),
                                  get_time (ways[i].from_year) + (gint64) ways[i].from_seconds,
                                  WIDTH);
      dossier_time_viewport_init (&to,
                                  get_time (ways[i].to_year),
                                  get_time (ways[i].to_year) + (gint64) ways[i].to_seconds,
                                  WIDTH);
      length = dossier_time_viewport_get_distance (&from, &to);
      g_assert_cmpfloat (length, >, 0.3);
      g_assert_cmpfloat_with_epsilon (length, dossier_time_viewport_get_distance (&to, &from), 1e-6);

      there = dossier_time_viewport_between (&from, &to, 0);
      g_assert_true (dossier_time_viewport_equal (&there, &from));
      there = dossier_time_viewport_between (&from, &to, 1);
      g_assert_true (dossier_time_viewport_equal (&there, &to));

      /* Every step of the way changes the picture alike, the one over the middle too. */
      before = from;
      for (int step = 1; step <= 1000; step++)
        {
          there = dossier_time_viewport_between (&from, &to, step / 1000.0);
          g_assert_cmpfloat (get_change (&before, &there), <, length * 3e-3);
          before = there;
        }
    }

  {
    DossierTimeViewport viewport, same;

    dossier_time_viewport_init (&viewport, 0, 1000, WIDTH);
    g_assert_cmpfloat (dossier_time_viewport_get_distance (&viewport, &viewport), ==, 0);
    same = dossier_time_viewport_between (&viewport, &viewport, 0.3);
    g_assert_true (dossier_time_viewport_equal (&same, &viewport));
  }
}

static gint64
get_nth_time (int number, gpointer data)
{
  const gint64 *times = data;

  return times[number];
}

static void
test_find_range (void)
{
  gint64 times[1000] = { 0 };
  gint64 begin, end;

  g_assert_false (dossier_time_find_range (get_nth_time, times, 0, &begin, &end));

  times[0] = 5;
  g_assert_true (dossier_time_find_range (get_nth_time, times, 1, &begin, &end));
  g_assert_cmpint (begin, ==, 5);
  g_assert_cmpint (end, ==, 5);

  /* Evenly spread, all are seen. */
  for (int i = 0; i < 1000; i++)
    times[i] = i * 100;
  g_assert_true (dossier_time_find_range (get_nth_time, times, 1000, &begin, &end));
  g_assert_cmpint (begin, ==, 0);
  g_assert_cmpint (end, ==, 99900);

  /* Two outliers do not stretch the view. */
  times[0] = -G_GINT64_CONSTANT (1000000000000);
  times[999] = G_GINT64_CONSTANT (1000000000000);
  g_assert_true (dossier_time_find_range (get_nth_time, times, 1000, &begin, &end));
  g_assert_cmpint (begin, ==, 100);
  g_assert_cmpint (end, ==, 99800);

  /* A year with a prehistory: 8 of 40 lie within decades before. */
  for (int i = 0; i < 8; i++)
    times[i] = get_time (1950 + 8 * i);
  for (int i = 8; i < 40; i++)
    times[i] = get_time (2023) + i * 10 * DOSSIER_SECONDS_PER_DAY;
  g_assert_true (dossier_time_find_range (get_nth_time, times, 40, &begin, &end));
  g_assert_cmpint (begin, ==, times[8]);
  g_assert_cmpint (end, ==, times[39]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-viewport/fit", test_fit);
  g_test_add_func ("/time-viewport/open-ends", test_open_ends);
  g_test_add_func ("/time-viewport/no-jitter", test_no_jitter);
  g_test_add_func ("/time-viewport/zoom-about", test_zoom_about);
  g_test_add_func ("/time-viewport/clamp", test_clamp);
  g_test_add_func ("/time-viewport/between", test_between);
  g_test_add_func ("/time-viewport/find-range", test_find_range);

  return g_test_run ();
}
