/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "many-events.h"

#include "painting/dossier-timeline-painter.h"

#include <math.h>
#include <time.h>

/*
 * What a frame of the timeline costs, beside the floor: to clear a picture of 1920 by 1080 pixels and to copy another
 * over it, measured between the frames of the same run. A script of 600 frames pans, zooms, filters and hovers.
 *
 * Times are what the processor spent on the thread, so that others who use the machine do not count.
 */

#define WIDTH    1920
#define HEIGHT   1080
#define N_FRAMES 600

typedef enum
{
  PAN,
  ZOOM,
  FILTER,
  HOVER,
  N_MOTIONS,
} Motion;

static const struct
{
  const char *name;
  double median_goal;
  double most_goal; /* of the 99th percentile */
} motions[N_MOTIONS] = {
  { "pan", 1.5, 4 },
  { "zoom", 6, 12 },
  { "filter", 0, 0 },
  { "hover", 0, 0 },
};

/* What frames took, in microseconds. */
typedef struct
{
  GArray *times[N_MOTIONS];
  GArray *floors;
} Measured;

typedef struct
{
  ManyEvents *events;
  DossierTheme theme;
  DossierTypesetter *typesetter;
  DossierTimelineLayout *layout;
  DossierTimelineScene scene;
  DossierTimelineState state;
  DossierTimeViewport viewport;
  cairo_surface_t *surface;
  cairo_surface_t *other;
} Bench;

/* In microseconds. */
static double
get_time (void)
{
  struct timespec spec;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spec);

  return (double) spec.tv_sec * 1e6 + (double) spec.tv_nsec / 1e3;
}

static void
arrange (Bench *bench)
{
  dossier_timeline_layout_set_lanes (bench->layout,
                                     many_events_get_lanes (),
                                     MANY_EVENTS_LANES,
                                     many_events_get_lanes_of_event,
                                     bench->events);
}

static void
set_up (Bench *bench, int n)
{
  DossierTimelineSource source;

  *bench = (Bench){ .events = many_events_new (n), .state = DOSSIER_TIMELINE_STATE_NONE };
  many_events_init_source (bench->events, &source);
  dossier_theme_init (&bench->theme, DOSSIER_THEME_LIGHT);
  bench->typesetter = dossier_typesetter_new (&bench->theme);
  bench->layout = dossier_timeline_layout_new (&source, dossier_typesetter_measure, bench->typesetter);
  dossier_timeline_scene_init (&bench->scene);
  arrange (bench);
  dossier_timeline_layout_get_home (bench->layout, WIDTH, &bench->viewport);
  bench->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  bench->other = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
}

static void
tear_down (Bench *bench)
{
  cairo_surface_destroy (bench->other);
  cairo_surface_destroy (bench->surface);
  dossier_timeline_scene_clear (&bench->scene);
  dossier_timeline_layout_free (bench->layout);
  dossier_typesetter_free (bench->typesetter);
  many_events_free (bench->events);
}

static void
draw_floor (Bench *bench)
{
  cairo_t *cr = cairo_create (bench->surface);

  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  cairo_set_source_surface (cr, bench->other, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (bench->surface);
}

static void
draw (Bench *bench)
{
  DossierTimelinePainter painter = { &bench->theme, NULL, bench->typesetter };
  cairo_t *cr = cairo_create (bench->surface);

  dossier_timeline_paint (&painter, &bench->scene, &bench->state, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (bench->surface);
}

/* The script: ten rounds, each somewhat deeper in, of 24 frames of panning, 24 of zooming, 6 of filtering, 6 of hovering. */
static Motion
get_motion (int frame)
{
  int step = frame % 60;

  return step < 24 ? PAN : step < 48 ? ZOOM
                       : step < 54   ? FILTER
                                     : HOVER;
}

static void
move (Bench *bench, int frame)
{
  int step = frame % 60;

  switch (get_motion (frame))
    {
    case PAN:
      bench->viewport = dossier_time_viewport_panned (&bench->viewport, round (20 * sin (step * 0.3 + frame)));
      break;
    case ZOOM:
      /* In by a little more than out, so that the script comes from decades to days. */
      bench->viewport = dossier_time_viewport_zoomed (&bench->viewport, step < 39 ? 1.12 : 1 / 1.1, WIDTH * 0.4);
      break;
    case FILTER:
      bench->events->hidden_lane = bench->events->hidden_lane < 0 ? frame % MANY_EVENTS_LANES : -1;
      arrange (bench);
      break;
    case HOVER:
      bench->state.hovered = bench->scene.items->len > 0
                                 ? dossier_timeline_scene_get_item (&bench->scene, (guint) frame % bench->scene.items->len)->event
                                 : -1;
      break;
    case N_MOTIONS:
    default:
      g_assert_not_reached ();
    }
}

static void
run (Bench *bench, Measured *measured)
{
  for (int frame = 0; frame < N_FRAMES; frame++)
    {
      Motion motion = get_motion (frame);
      double begin = get_time ();
      double time;

      draw_floor (bench);
      time = get_time () - begin;
      g_array_append_val (measured->floors, time);

      begin = get_time ();
      move (bench, frame);
      if (motion != HOVER)
        dossier_timeline_layout_update (bench->layout, &bench->viewport, WIDTH, HEIGHT, 0, &bench->scene);
      draw (bench);
      time = get_time () - begin;
      g_array_append_val (measured->times[motion], time);
    }
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static double
get_percentile (GArray *times, double percentile)
{
  g_array_sort (times, compare_doubles);

  return times->len > 0 ? g_array_index (times, double, MIN ((guint) (times->len * percentile / 100), times->len - 1)) : 0;
}

static void
print (int n, Measured *measured, double *last)
{
  double floor_time = get_percentile (measured->floors, 50);

  g_print ("%d events; the floor is %.2f ms\n", n, floor_time / 1000);
  for (int motion = 0; motion < N_MOTIONS; motion++)
    {
      GArray *times = measured->times[motion];

      last[motion] = get_percentile (times, 95) / floor_time;
      g_print ("  %-7s %4u frames: median %6.2f floors, 95th percentile %6.2f, 99th %6.2f",
               motions[motion].name,
               times->len,
               get_percentile (times, 50) / floor_time,
               last[motion],
               get_percentile (times, 99) / floor_time);
      if (motions[motion].median_goal > 0)
        g_print ("   (goals: median %.1f, 99th %.1f)", motions[motion].median_goal, motions[motion].most_goal);
      g_print ("\n");
    }
}

int
main (int argc, char *argv[])
{
  static const int sizes[] = { 1000, 10000, 100000, 1000000 };
  double p95[G_N_ELEMENTS (sizes)][N_MOTIONS];

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Bench bench;
      Measured measured = { .floors = g_array_new (FALSE, FALSE, sizeof (double)) };

      for (int motion = 0; motion < N_MOTIONS; motion++)
        measured.times[motion] = g_array_new (FALSE, FALSE, sizeof (double));
      set_up (&bench, sizes[i]);
      run (&bench, &measured);
      print (sizes[i], &measured, p95[i]);
      tear_down (&bench);
      for (int motion = 0; motion < N_MOTIONS; motion++)
        g_array_unref (measured.times[motion]);
      g_array_unref (measured.floors);
    }

  for (int motion = 0; motion < FILTER; motion++)
    g_print ("%s: 95th percentile at a million %.2f times that at ten thousand (goal: 1.15)\n",
             motions[motion].name,
             p95[3][motion] / p95[1][motion]);

  return 0;
}
