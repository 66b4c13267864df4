/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "many-events.h"

#include "painting/dossier-timeline-stage.h"

#include <math.h>
#include <time.h>

/*
 * What a frame of the timeline costs, beside the floor: to clear a picture of 1920 by 1080 pixels and to copy another
 * over it, measured between the frames of the same run. A script of 600 frames pans, zooms, filters and hovers, 60 of
 * them a second.
 *
 * Times are what the processor spent on the thread, so that others who use the machine do not count; and a frame lasts
 * until the other threads have had a sixtieth of a second of the processor, or have nothing to do. "Own drawing" is
 * what the thread of the program does for a frame: it asks for a picture, moves the latest one to its place and paints
 * what the pointer is on. "Picture" is what laying out and painting takes in the other thread. "Age" is how many frames
 * lie between what a frame shows sharply and what it is to show; 0 if it shows just that.
 */

#define WIDTH    1920
#define HEIGHT   1080
#define STRIP    96
#define N_FRAMES 600
#define FRAME_US 16667

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

/* What frames took: microseconds, and numbers of frames and allocations. */
typedef struct
{
  GArray *own[N_MOTIONS];
  GArray *ages[N_MOTIONS];
  GArray *allocations[N_MOTIONS];
  GArray *pictures;
  GArray *floors;
} Measured;

typedef struct
{
  ManyEvents *events;
  DossierTheme theme;
  DossierTypesetter *typesetter;
  DossierTimelineLayout *layout;
  DossierTimelineStage *stage;
  DossierTimelinePicture *picture;
  DossierTimelineState state;
  DossierTimelineSight sight;
  cairo_surface_t *surface;
  cairo_surface_t *other;
  DossierTimeViewport history[N_FRAMES]; /* what each frame was to show */
  GCancellable *arranging;
} Bench;

#ifdef __SANITIZE_ADDRESS__
#define COUNTS_ALLOCATIONS 0
#else
#define COUNTS_ALLOCATIONS 1
#endif

static __thread int n_allocations;

/* Of all threads but that of the program. */
static int n_allocations_elsewhere;
static __thread gboolean is_main_thread;

static inline void
count_allocation (void)
{
  n_allocations++;
  if (!is_main_thread)
    g_atomic_int_inc (&n_allocations_elsewhere);
}

/* The program's own malloc() and what belongs to it, which count and hand on to those of the C library. */
#if COUNTS_ALLOCATIONS
extern void *__libc_malloc (size_t size);
extern void *__libc_calloc (size_t n, size_t size);
extern void *__libc_realloc (void *memory, size_t size);

void *
malloc (size_t size)
{
  count_allocation ();

  return __libc_malloc (size);
}

void *
calloc (size_t n, size_t size)
{
  count_allocation ();

  return __libc_calloc (n, size);
}

void *
realloc (void *memory, size_t size)
{
  count_allocation ();

  return __libc_realloc (memory, size);
}
#endif

/* In microseconds. */
static double
get_time (void)
{
  struct timespec spec;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spec);

  return (double) spec.tv_sec * 1e6 + (double) spec.tv_nsec / 1e3;
}

/* What the processor spent on all the other threads, in microseconds. */
static double
get_time_of_others (void)
{
  struct timespec spec;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &spec);

  return (double) spec.tv_sec * 1e6 + (double) spec.tv_nsec / 1e3 - get_time ();
}

static void
set_up (Bench *bench, int n)
{
  DossierTimelineSource source;
  cairo_t *cr;

  *bench = (Bench){ .events = many_events_new (n), .state = DOSSIER_TIMELINE_STATE_NONE };
  many_events_init_source (bench->events, &source);
  dossier_theme_init (&bench->theme, DOSSIER_THEME_LIGHT);
  bench->typesetter = dossier_typesetter_new (&bench->theme);
  bench->layout = dossier_timeline_layout_new (&source, dossier_typesetter_measure, bench->typesetter);
  dossier_timeline_layout_set_lanes (bench->layout,
                                     many_events_get_lanes (),
                                     MANY_EVENTS_LANES,
                                     many_events_get_lanes_of_event,
                                     bench->events);
  bench->stage = dossier_timeline_stage_new (NULL, &bench->theme, NULL, NULL);
  bench->sight = (DossierTimelineSight){ .width = WIDTH, .height = HEIGHT, .strip = STRIP, .scale = 1 };
  dossier_timeline_layout_get_home (bench->layout, WIDTH, &bench->sight.viewport);
  bench->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  bench->other = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);

  /* What is clear is not copied. */
  cr = cairo_create (bench->other);
  cairo_set_source_rgb (cr, 0.9, 0.8, 0.7);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static void
tear_down (Bench *bench)
{
  while (bench->arranging != NULL)
    g_main_context_iteration (NULL, TRUE);
  cairo_surface_destroy (bench->other);
  cairo_surface_destroy (bench->surface);
  dossier_timeline_stage_free (bench->stage);
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
ask (Bench *bench)
{
  double plot_x, plot_width;

  /* The column of what has no date comes and goes with the filter. */
  dossier_timeline_layout_get_plot (bench->layout, WIDTH, &plot_x, &plot_width);
  if (plot_width != bench->sight.viewport.width)
    bench->sight.viewport = dossier_time_viewport_resized (&bench->sight.viewport, plot_width);
  dossier_timeline_stage_show (bench->stage, bench->layout, &bench->sight);
  bench->picture = dossier_timeline_stage_get_picture (bench->stage);
}

static void
draw (Bench *bench)
{
  DossierTimelinePlace place;
  cairo_t *cr = cairo_create (bench->surface);

  dossier_timeline_picture_place (bench->picture, &bench->sight.viewport, 0, &place);
  dossier_timeline_picture_paint (bench->picture, &place, &bench->theme, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (bench->surface);
}

/* What is painted anew when the pointer comes upon something: nothing else is touched. */
static void
draw_patches (Bench *bench)
{
  DossierTimelinePainter painter = { &bench->theme, NULL, bench->typesetter };
  DossierTimelineBox patches[DOSSIER_TIMELINE_MOST_PATCHES];
  int n = dossier_timeline_picture_list_patches (bench->picture, &bench->state, patches);
  cairo_t *cr = cairo_create (bench->surface);

  for (int i = 0; i < n; i++)
    dossier_timeline_picture_paint_patch (bench->picture, &painter, &bench->state, &patches[i], cr);
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
arranged_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  Bench *bench = data;

  g_assert_true (dossier_timeline_layout_set_lanes_finish (bench->layout, result, NULL));
  g_clear_object (&bench->arranging);
}

static void
move (Bench *bench, int frame)
{
  DossierTimeViewport *viewport = &bench->sight.viewport;
  int step = frame % 60;

  switch (get_motion (frame))
    {
    case PAN:
      *viewport = dossier_time_viewport_panned (viewport, round (25 * sin (step * 0.3 + frame)));
      break;
    case ZOOM:
      /* In by a little more than out, so that the script comes from decades to days. */
      *viewport = dossier_time_viewport_zoomed (viewport, step < 39 ? 1.12 : 1 / 1.1, WIDTH * 0.4);
      break;
    case FILTER:
      if (step != 48 || bench->arranging != NULL)
        break;
      bench->events->hidden_lane = bench->events->hidden_lane < 0 ? frame / 60 % MANY_EVENTS_LANES : -1;
      bench->arranging = g_cancellable_new ();
      dossier_timeline_layout_set_lanes_async (bench->layout,
                                               many_events_get_lanes (),
                                               MANY_EVENTS_LANES,
                                               many_events_get_lanes_of_event,
                                               bench->events,
                                               NULL,
                                               bench->arranging,
                                               arranged_cb,
                                               bench);
      break;
    case HOVER:
      bench->state.hovered = bench->picture->scene.items->len > 0
                                 ? dossier_timeline_scene_get_item (&bench->picture->scene, (guint) frame % bench->picture->scene.items->len)->event
                                 : -1;
      break;
    case N_MOTIONS:
    default:
      g_assert_not_reached ();
    }
}

/* How many frames ago what the picture shows was asked for. */
static int
get_age (Bench *bench, int frame)
{
  for (int earlier = frame; earlier >= 0; earlier--)
    if (dossier_time_viewport_equal (&bench->history[earlier], &bench->picture->scene.viewport))
      return frame - earlier;

  return frame;
}

static void
add (GArray *numbers, double number)
{
  g_array_append_val (numbers, number);
}

static void
run (Bench *bench, Measured *measured)
{
  DossierTimelinePicture *before = NULL;

  ask (bench);
  dossier_timeline_stage_wait (bench->stage, -1);
  ask (bench);

  for (int frame = 0; frame < N_FRAMES; frame++)
    {
      double others = get_time_of_others ();
      Motion motion = get_motion (frame);
      double begin = get_time ();
      int n_before;

      draw_floor (bench);
      add (measured->floors, get_time () - begin);

      while (g_main_context_iteration (NULL, FALSE))
        ;

      move (bench, frame);
      n_before = n_allocations;
      begin = get_time ();
      ask (bench);
      bench->history[frame] = bench->sight.viewport;
      if (motion == HOVER)
        draw_patches (bench);
      else
        draw (bench);
      add (measured->own[motion], get_time () - begin);
      add (measured->allocations[motion], n_allocations - n_before);
      add (measured->ages[motion], get_age (bench, frame));
      if (bench->picture != before)
        add (measured->pictures, (double) bench->picture->paint_usec);
      before = bench->picture;

      while ((bench->arranging != NULL || dossier_timeline_stage_is_busy (bench->stage)) &&
             get_time_of_others () - others < FRAME_US)
        {
          g_usleep (200);
          g_main_context_iteration (NULL, FALSE);
        }
    }
}

/* How often the thread that paints asks for memory for a picture, once all that it draws has been seen: the view goes to
 * and fro over the same stretch. */
static double
count_allocations_of_picture (Bench *bench)
{
  int n_before = 0;
  int n_pictures = 60;

  dossier_timeline_layout_get_home (bench->layout, WIDTH, &bench->sight.viewport);
  bench->sight.viewport = dossier_time_viewport_zoomed (&bench->sight.viewport, 8, WIDTH * 0.4);
  for (int i = 0; i < 2 * n_pictures; i++)
    {
      if (i == n_pictures)
        n_before = g_atomic_int_get (&n_allocations_elsewhere);
      bench->sight.viewport = dossier_time_viewport_panned (&bench->sight.viewport, i / 10 % 2 == 0 ? 7 : -7);
      ask (bench);
      dossier_timeline_stage_wait (bench->stage, -1);
    }

  return (g_atomic_int_get (&n_allocations_elsewhere) - n_before) / (double) n_pictures;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static double
get_percentile (GArray *numbers, double percentile)
{
  g_array_sort (numbers, compare_doubles);

  return numbers->len > 0 ? g_array_index (numbers, double, MIN ((guint) (numbers->len * percentile / 100), numbers->len - 1)) : 0;
}

static void
print (int n, Measured *measured, double *p95)
{
  double floor_time = get_percentile (measured->floors, 50);
  double picture_time = get_percentile (measured->pictures, 50);

  g_print ("%d events; the floor is %.2f ms\n", n, floor_time / 1000);
  for (int motion = 0; motion < N_MOTIONS; motion++)
    {
      GArray *own = measured->own[motion];

      p95[motion] = get_percentile (own, 95) / floor_time;
      g_print ("  own drawing, %-6s %3u frames: median %5.2f floors, 95th percentile %5.2f, 99th %5.2f; age %2.0f frames in the median, 95th %2.0f; %2.0f allocations",
               motions[motion].name,
               own->len,
               get_percentile (own, 50) / floor_time,
               p95[motion],
               get_percentile (own, 99) / floor_time,
               get_percentile (measured->ages[motion], 50),
               get_percentile (measured->ages[motion], 95),
               get_percentile (measured->allocations[motion], 50));
      if (motions[motion].median_goal > 0)
        g_print ("   (goals: %.1f, 99th %.0f)", motions[motion].median_goal, motions[motion].most_goal);
      if (motion == HOVER)
        g_print ("   %.3f of a picture (goal: 0.1)", get_percentile (own, 50) / picture_time);
      g_print ("\n");
    }
  g_print ("  picture,            %3u of them: median %5.2f floors, 95th percentile %5.2f, 99th %5.2f\n",
           measured->pictures->len,
           picture_time / floor_time,
           get_percentile (measured->pictures, 95) / floor_time,
           get_percentile (measured->pictures, 99) / floor_time);
}

static GArray *
new_numbers (void)
{
  return g_array_sized_new (FALSE, FALSE, sizeof (double), N_FRAMES);
}

int
main (int argc, char *argv[])
{
  static const int sizes[] = { 1000, 10000, 100000, 1000000 };
  double p95[G_N_ELEMENTS (sizes)][N_MOTIONS];

  is_main_thread = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Bench *bench = g_new (Bench, 1);
      Measured measured = { .floors = new_numbers (), .pictures = new_numbers () };

      for (int motion = 0; motion < N_MOTIONS; motion++)
        {
          measured.own[motion] = new_numbers ();
          measured.ages[motion] = new_numbers ();
          measured.allocations[motion] = new_numbers ();
        }
      set_up (bench, sizes[i]);
      run (bench, &measured);
      print (sizes[i], &measured, p95[i]);
      g_print ("  steady panning: %.1f allocations for a picture in the thread that paints, %u events in it\n", count_allocations_of_picture (bench), bench->picture->scene.items->len);
      tear_down (bench);
      for (int motion = 0; motion < N_MOTIONS; motion++)
        {
          g_array_unref (measured.own[motion]);
          g_array_unref (measured.ages[motion]);
          g_array_unref (measured.allocations[motion]);
        }
      g_array_unref (measured.floors);
      g_array_unref (measured.pictures);
      g_free (bench);
    }

  for (int motion = 0; motion < FILTER; motion++)
    g_print ("%s: 95th percentile at a million %.2f times that at ten thousand (goal: 1.15)\n",
             motions[motion].name,
             p95[3][motion] / p95[1][motion]);

  return 0;
}
