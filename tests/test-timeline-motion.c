/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "many-events.h"

#include "model/dossier-calendar.h"
#include "painting/dossier-timeline-painter.h"

#include <dlfcn.h>
#include <math.h>
#include <string.h>

#define WIDTH  900
#define HEIGHT 360

/* Coordinates that cairo is given lie this near the canvas: bars and arcs are cut at a margin, dates of the source and
 * titles reach somewhat beyond. Cairo draws rightly up to 2^23. */
#define MOST_BEYOND 1024.0

/*
 * Cairo as the painter calls it: what begins a path, goes on with it or places something is looked at and handed on.
 */
static double farthest;
static int n_coordinates;

static void
look_at (double x, double y)
{
  double beyond = MAX (MAX (-x, x - WIDTH), MAX (-y, y - HEIGHT));

  g_assert_true (isfinite (x) && isfinite (y));
  farthest = MAX (farthest, beyond);
  n_coordinates++;
}

static gpointer
find_next (const char *name)
{
  gpointer function = dlsym (RTLD_NEXT, name);

  g_assert_nonnull (function);

  return function;
}

void
cairo_move_to (cairo_t *cr, double x, double y)
{
  static void (*next) (cairo_t *, double, double);

  if (next == NULL)
    next = find_next ("cairo_move_to");
  look_at (x, y);
  next (cr, x, y);
}

void
cairo_line_to (cairo_t *cr, double x, double y)
{
  static void (*next) (cairo_t *, double, double);

  if (next == NULL)
    next = find_next ("cairo_line_to");
  look_at (x, y);
  next (cr, x, y);
}

void
cairo_curve_to (cairo_t *cr, double x1, double y1, double x2, double y2, double x3, double y3)
{
  static void (*next) (cairo_t *, double, double, double, double, double, double);

  if (next == NULL)
    next = find_next ("cairo_curve_to");
  look_at (x1, y1);
  look_at (x2, y2);
  look_at (x3, y3);
  next (cr, x1, y1, x2, y2, x3, y3);
}

void
cairo_arc (cairo_t *cr, double x, double y, double radius, double from, double to)
{
  static void (*next) (cairo_t *, double, double, double, double, double);

  if (next == NULL)
    next = find_next ("cairo_arc");
  look_at (x - radius, y - radius);
  look_at (x + radius, y + radius);
  next (cr, x, y, radius, from, to);
}

void
cairo_rectangle (cairo_t *cr, double x, double y, double width, double height)
{
  static void (*next) (cairo_t *, double, double, double, double);

  if (next == NULL)
    next = find_next ("cairo_rectangle");
  look_at (x, y);
  look_at (x + width, y + height);
  next (cr, x, y, width, height);
}

void
cairo_mask_surface (cairo_t *cr, cairo_surface_t *surface, double x, double y)
{
  static void (*next) (cairo_t *, cairo_surface_t *, double, double);

  if (next == NULL)
    next = find_next ("cairo_mask_surface");
  look_at (x, y);
  next (cr, surface, x, y);
}

cairo_pattern_t *
cairo_pattern_create_linear (double x1, double y1, double x2, double y2)
{
  static cairo_pattern_t *(*next) (double, double, double, double);

  if (next == NULL)
    next = find_next ("cairo_pattern_create_linear");
  look_at (x1, y1);
  look_at (x2, y2);

  return next (x1, y1, x2, y2);
}

typedef struct
{
  ManyEvents *events;
  DossierTheme theme;
  DossierTypesetter *typesetter;
  DossierTimelineLayout *layout;
  DossierTimelineScene scene;
  cairo_surface_t *surface;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->events = many_events_new (GPOINTER_TO_INT (data));
  dossier_theme_init (&fixture->theme, DOSSIER_THEME_LIGHT);
  fixture->typesetter = dossier_typesetter_new (&fixture->theme);
  fixture->layout = many_events_new_layout (fixture->events, dossier_typesetter_measure, fixture->typesetter);
  dossier_timeline_scene_init (&fixture->scene);
  fixture->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  cairo_surface_destroy (fixture->surface);
  dossier_timeline_scene_clear (&fixture->scene);
  dossier_timeline_layout_free (fixture->layout);
  dossier_typesetter_free (fixture->typesetter);
  many_events_free (fixture->events);
}

static void
paint (Fixture *fixture, const DossierTimeViewport *viewport)
{
  static const DossierTimelineState state = DOSSIER_TIMELINE_STATE_NONE;
  DossierTimelinePainter painter = { &fixture->theme, NULL, fixture->typesetter };
  cairo_t *cr = cairo_create (fixture->surface);

  dossier_timeline_layout_update (fixture->layout, viewport, WIDTH, HEIGHT, 0, &fixture->scene);
  dossier_timeline_paint (&painter, &fixture->scene, &state, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (fixture->surface);
}

static guchar *
dup_pixels (Fixture *fixture)
{
  return g_memdup2 (cairo_image_surface_get_data (fixture->surface), (gsize) cairo_image_surface_get_stride (fixture->surface) * HEIGHT);
}

/* In and out again by the same steps: the same pixels. */
static void
test_zoom_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  DossierTimeViewport viewport;

  dossier_timeline_layout_get_home (fixture->layout, WIDTH, &viewport);
  for (int i = 0; i < 12; i++)
    {
      g_autofree guchar *before = NULL;
      DossierTimeViewport back;
      double x = g_rand_double_range (random, 0, viewport.width);
      double factor = g_rand_double_range (random, 1.05, 1.9);

      paint (fixture, &viewport);
      before = dup_pixels (fixture);
      back = viewport;
      for (int step = 0; step < 5; step++)
        {
          back = dossier_time_viewport_zoomed (&back, factor, x);
          paint (fixture, &back);
        }
      for (int step = 0; step < 5; step++)
        back = dossier_time_viewport_zoomed (&back, 1 / factor, x);
      g_assert_cmpfloat (back.seconds_per_pixel, ==, viewport.seconds_per_pixel);
      paint (fixture, &back);
      g_assert_cmpint (memcmp (before, cairo_image_surface_get_data (fixture->surface), (gsize) cairo_image_surface_get_stride (fixture->surface) * HEIGHT), ==, 0);

      viewport = dossier_time_viewport_zoomed (&viewport, 1.8, x);
    }
}

/* Makes the first events others, and the layout with them. */
static void
set_first_events (Fixture *fixture, const DossierSpan *spans, int n)
{
  memcpy (fixture->events->spans, spans, (gsize) n * sizeof *spans);
  dossier_timeline_layout_free (fixture->layout);
  fixture->layout = many_events_new_layout (fixture->events, dossier_typesetter_measure, fixture->typesetter);
}

/* Whatever is to be seen, from all time to a second, at the ends of time and at its middle, cairo is given numbers that
 * it draws rightly. */
static void
test_coordinates (Fixture *fixture, gconstpointer data)
{
  static const gint64 years[] = { -10000000000, -13800000, 1, 2024, 10000000000 };

  farthest = 0;
  n_coordinates = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      gint64 time = dossier_calendar_to_seconds (dossier_calendar_to_days (years[i], 6, 1), 0);
      gint64 age = G_GINT64_CONSTANT (400000000000000000);
      const DossierSpan spans[] = {
        { time, time, time, time, 0, DOSSIER_PRECISION_SECOND, DOSSIER_PRECISION_SECOND },
        { DOSSIER_TIME_MIN, DOSSIER_TIME_MIN, DOSSIER_TIME_MAX, DOSSIER_TIME_MAX, DOSSIER_SPAN_INTERVAL | DOSSIER_SPAN_OPEN_START | DOSSIER_SPAN_OPEN_END, 0, 0 },
        { -age, time, time, age, DOSSIER_SPAN_INTERVAL | DOSSIER_SPAN_APPROXIMATE, 0, 0 },
        { -age, -age, age, age, DOSSIER_SPAN_INTERVAL, 0, 0 },
      };
      DossierTimeViewport viewport;

      set_first_events (fixture, spans, G_N_ELEMENTS (spans));
      dossier_timeline_layout_get_home (fixture->layout, WIDTH, &viewport);
      viewport.seconds_per_pixel = DOSSIER_TIME_FINEST;
      viewport = dossier_time_viewport_centred (&viewport, time);
      for (int step = 0; step < 70; step++)
        {
          paint (fixture, &viewport);
          viewport = dossier_time_viewport_zoomed (&viewport, 0.4, 250);
        }
    }
  g_assert_cmpint (n_coordinates, >, 10000);
  g_assert_cmpfloat (farthest, <=, MOST_BEYOND);
}

/* At a pixel for each second and less, and at the ends of time: what is panned by whole pixels moves by just those. */
static void
test_no_jitter (Fixture *fixture, gconstpointer data)
{
  static const gint64 years[] = { -10000000000, 2024, 10000000000 };
  static const double zooms[] = { DOSSIER_TIME_FINEST, 1, 86400, 1e12 };

  for (gsize i = 0; i < G_N_ELEMENTS (years) * G_N_ELEMENTS (zooms); i++)
    {
      gint64 time = dossier_calendar_to_seconds (dossier_calendar_to_days (years[i % G_N_ELEMENTS (years)], 6, 1), 0);
      const DossierSpan spans[] = {
        { time, time, time, time, 0, DOSSIER_PRECISION_SECOND, DOSSIER_PRECISION_SECOND },
        { time + 1, time + 1, time + 2, time + 2, DOSSIER_SPAN_INTERVAL, DOSSIER_PRECISION_SECOND, DOSSIER_PRECISION_SECOND },
      };
      DossierTimeViewport viewport, first;
      double begin = 0;

      set_first_events (fixture, spans, G_N_ELEMENTS (spans));
      dossier_timeline_layout_get_home (fixture->layout, WIDTH, &viewport);
      viewport.seconds_per_pixel = zooms[i / G_N_ELEMENTS (years)];
      viewport = dossier_time_viewport_clamped (&viewport);
      viewport = dossier_time_viewport_centred (&viewport, time);
      first = viewport;
      for (int step = 0; step < 200; step++)
        {
          double x = dossier_time_viewport_get_x (&viewport, time);

          /* The ends of time can be reached, and not left. */
          if (step > 0 && viewport.origin != first.origin)
            g_assert_cmpfloat_with_epsilon (begin - x, 1, 1e-6);
          begin = x;
          viewport = dossier_time_viewport_panned (&viewport, 1);
        }
      for (int step = 0; step < 200; step++)
        viewport = dossier_time_viewport_panned (&viewport, -1);
      g_assert_cmpfloat_with_epsilon (dossier_time_viewport_get_x (&viewport, time), dossier_time_viewport_get_x (&first, time), 1e-6);
    }
}

static const DossierTimelineItem *
find_item (const DossierTimelineScene *scene, const DossierTimelineItem *same)
{
  for (guint i = 0; i < scene->items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, i);

      if (item->event == same->event && item->lane == same->lane)
        return item;
    }

  return NULL;
}

static const DossierTimeTick *
find_tick (const GArray *ticks, gint64 time)
{
  for (guint i = 0; i < ticks->len; i++)
    if (g_array_index (ticks, DossierTimeTick, i).time == time)
      return &g_array_index (ticks, DossierTimeTick, i);

  return NULL;
}

/* From the age of the universe to an hour by small steps: what is seen before and after a step is where the step takes
 * it, most of it in the row where it was, and there are always dates on the axis. */
static void
test_all_scales (Fixture *fixture, gconstpointer data)
{
  const double factor = 1.03;
  const double anchor = 430;
  gint64 time = dossier_calendar_to_seconds (dossier_calendar_to_days (1962, 10, 22), 0);
  gint64 begin = dossier_calendar_to_seconds (dossier_calendar_to_days (-13800000000, 1, 1), 0);
  g_auto (DossierTimelineScene) before = { 0 };
  DossierTimeViewport viewport;
  double plot_x, plot_width;
  int n_kept = 0, n_steps = 0, n_moved_rows = 0, n_ticks = 0;

  dossier_timeline_scene_init (&before);
  dossier_timeline_layout_get_plot (fixture->layout, WIDTH, &plot_x, &plot_width);
  dossier_time_viewport_init (&viewport, begin, time + (time - begin) / 2, plot_width);
  g_assert_cmpfloat (viewport.seconds_per_pixel * plot_width, >, 13.8e9 * 365 * 86400);

  while (viewport.seconds_per_pixel * plot_width > 3600)
    {
      DossierTimelineScene *scene = &fixture->scene;
      DossierTimeViewport next;
      double moved, stretch;

      /* First the moment comes to the anchor, then everything turns about it. */
      moved = dossier_time_viewport_get_x (&viewport, time) - anchor;
      viewport = dossier_time_viewport_panned (&viewport, moved);
      next = dossier_time_viewport_zoomed (&viewport, factor, anchor);
      g_assert_cmpfloat (next.seconds_per_pixel, <, viewport.seconds_per_pixel);
      stretch = viewport.seconds_per_pixel / next.seconds_per_pixel;
      dossier_timeline_layout_update (fixture->layout, &viewport, WIDTH, HEIGHT, 0, &before);
      dossier_timeline_layout_update (fixture->layout, &next, WIDTH, HEIGHT, 0, scene);

      for (guint i = 0; i < before.items->len; i++)
        {
          const DossierTimelineItem *item = dossier_timeline_scene_get_item (&before, i);
          const DossierTimelineItem *same = find_item (scene, item);
          double x = item->begin - plot_x;

          if (same == NULL || item->span_flags & DOSSIER_SPAN_UNKNOWN || x < 1 || x > plot_width / factor)
            continue;
          n_kept++;
          n_moved_rows += fabs (same->box.y - item->box.y) > 1;
          if (same->begin > plot_x + 1 && same->begin < plot_x + plot_width - 1)
            g_assert_cmpfloat_with_epsilon (same->begin - plot_x - anchor, (x - anchor) * stretch, 1e-3);
        }

      g_assert_cmpuint (scene->axis.coarse->len, >, 0);
      g_assert_cmpuint (scene->axis.fine->len, >=, 2);
      g_assert_cmpuint (scene->axis.fine->len, <, 100);
      for (guint i = 0; i < before.axis.fine->len; i++)
        {
          const DossierTimeTick *tick = &g_array_index (before.axis.fine, DossierTimeTick, i);
          const DossierTimeTick *same = find_tick (scene->axis.fine, tick->time);

          if (same == NULL)
            continue;
          n_ticks++;
          g_assert_cmpfloat_with_epsilon (same->x - anchor, (tick->x - anchor) * stretch, 1e-3);
        }

      viewport = next;
      n_steps++;
    }
  g_test_message ("%d steps, %d events seen before and after, %d of them in another row, %d ticks", n_steps, n_kept, n_moved_rows, n_ticks);
  g_assert_cmpint (n_steps, >, 1000);
  g_assert_cmpint (n_kept, >, 1000);
  g_assert_cmpint (n_ticks, >, 1000);
  g_assert_cmpint (n_moved_rows, <, n_kept / 20);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
    int n_events;
  } tests[] = {
    { "/timeline-motion/zoom-round-trip", test_zoom_round_trip, 2000 },
    { "/timeline-motion/coordinates", test_coordinates, 300 },
    { "/timeline-motion/no-jitter", test_no_jitter, 300 },
    { "/timeline-motion/all-scales", test_all_scales, 1000 },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, GINT_TO_POINTER (tests[i].n_events), set_up, tests[i].test, tear_down);

  return g_test_run ();
}
