/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "samples.h"

#include "painting/dossier-scene-stage.h"

#include <time.h>

/*
 * What a frame costs while the camera glides from scene to scene through the story of the bundled dossier, beside the
 * floor: to clear a picture of 1920 by 1080 pixels and to copy another over it, measured between the frames of the same run.
 *
 * Times are what the processor spent on the thread, so that others who use the machine do not count. "Own drawing" is what
 * the thread of the program does for a frame: it asks for a picture and covers the window with the latest. "Picture" is
 * what painting one takes in the other thread, which is given a sixtieth of a second of the processor for each frame.
 * "Fresh" is how many frames show another picture than the one before.
 */

#define WIDTH    1920
#define HEIGHT   1080
#define FRAME_US 16667

#define MEDIAN_GOAL 6.0
#define MOST_GOAL   12.0 /* of the 99th percentile */

typedef struct
{
  DossierDocument *document;
  DossierTheme theme;
  DossierSceneStage *stage;
  cairo_surface_t *surface;
  cairo_surface_t *other;
  GArray *own; /* of double, microseconds, likewise below */
  GArray *floors;
  GArray *pictures;
  GArray *both;   /* own drawing and picture, of frames that are fresh */
  GArray *firsts; /* the first picture of each glide, which lays out what is new */
  int n_fresh;
  gint64 now;
} Bench;

/* In microseconds. */
static double
get_time_of (clockid_t clock)
{
  struct timespec spec;

  clock_gettime (clock, &spec);

  return (double) spec.tv_sec * 1e6 + (double) spec.tv_nsec / 1e3;
}

static double
get_time (void)
{
  return get_time_of (CLOCK_THREAD_CPUTIME_ID);
}

/* What the processor spent on all the other threads. */
static double
get_time_of_others (void)
{
  return get_time_of (CLOCK_PROCESS_CPUTIME_ID) - get_time ();
}

static void
cover (cairo_surface_t *surface, cairo_surface_t *with)
{
  cairo_t *cr = cairo_create (surface);

  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  cairo_set_source_surface (cr, with, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
}

static void
add (GArray *numbers, double number)
{
  g_array_append_val (numbers, number);
}

static void
draw_frame (Bench *bench, gboolean is_first)
{
  DossierSceneFrame *before = dossier_scene_stage_get_frame (bench->stage);
  double others = get_time_of_others ();
  double begin = get_time ();
  DossierSceneFrame *frame;
  double own;

  cover (bench->surface, bench->other);
  add (bench->floors, get_time () - begin);

  bench->now += FRAME_US;
  begin = get_time ();
  dossier_scene_stage_ask (bench->stage, bench->now);
  frame = dossier_scene_stage_get_frame (bench->stage);
  cover (bench->surface, frame->surface);
  own = get_time () - begin;
  add (bench->own, own);

  /* The picture that was asked for may take as long as the frame; or longer, and is seen later. */
  while (dossier_scene_stage_is_busy (bench->stage) && get_time_of_others () - others < FRAME_US)
    g_usleep (200);
  frame = dossier_scene_stage_get_frame (bench->stage);
  if (frame != before)
    {
      add (is_first ? bench->firsts : bench->pictures, (double) frame->paint_usec);
      add (bench->both, own + (double) frame->paint_usec);
      bench->n_fresh++;
    }
}

static void
glide_to (Bench *bench, int scene)
{
  int n = 0;

  dossier_scene_stage_show (bench->stage, scene, TRUE);
  while (dossier_scene_stage_is_gliding (bench->stage) || dossier_scene_stage_is_busy (bench->stage))
    draw_frame (bench, n++ == 0);
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
print (const char *what, GArray *numbers, double floor_time)
{
  g_print ("  %-14s %4u of them: median %5.2f floors, 95th percentile %5.2f, 99th %5.2f",
           what,
           numbers->len,
           get_percentile (numbers, 50) / floor_time,
           get_percentile (numbers, 95) / floor_time,
           get_percentile (numbers, 99) / floor_time);
}

static void
run (DossierThemeFlags flags)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  Bench bench = { .document = samples_read_bundled (report) };
  int n_scenes = dossier_document_get_story (bench.document, 0)->scenes.n;
  double floor_time;
  cairo_t *cr;

  dossier_theme_init (&bench.theme, flags);
  bench.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  bench.other = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  /* What is clear is not copied. */
  cr = cairo_create (bench.other);
  cairo_set_source_rgb (cr, 0.9, 0.8, 0.7);
  cairo_paint (cr);
  cairo_destroy (cr);
  bench.own = g_array_new (FALSE, FALSE, sizeof (double));
  bench.floors = g_array_new (FALSE, FALSE, sizeof (double));
  bench.pictures = g_array_new (FALSE, FALSE, sizeof (double));
  bench.firsts = g_array_new (FALSE, FALSE, sizeof (double));
  bench.both = g_array_new (FALSE, FALSE, sizeof (double));

  bench.stage = dossier_scene_stage_new (bench.document, 0, &bench.theme, NULL, NULL);
  dossier_scene_stage_set_size (bench.stage, WIDTH, HEIGHT, 1);
  dossier_scene_stage_show (bench.stage, 0, FALSE);
  dossier_scene_stage_ask (bench.stage, bench.now);
  dossier_scene_stage_wait (bench.stage, -1);
  for (int scene = 1; scene < n_scenes; scene++)
    glide_to (&bench, scene);

  floor_time = get_percentile (bench.floors, 50);
  g_print ("%s, %d glides; the floor is %.2f ms\n", flags & DOSSIER_THEME_DARK ? "dark" : "light", n_scenes - 1, floor_time / 1000);
  print ("own drawing,", bench.own, floor_time);
  g_print ("   (goals: %.0f, 99th %.0f)\n", MEDIAN_GOAL, MOST_GOAL);
  print ("and picture,", bench.both, floor_time);
  g_print ("   (the same, were all of it done by one thread)\n");
  print ("picture,", bench.pictures, floor_time);
  g_print ("\n");
  print ("first picture,", bench.firsts, floor_time);
  g_print ("\n  fresh: %d of %u frames\n", bench.n_fresh, bench.own->len);

  dossier_scene_stage_free (bench.stage);
  g_array_unref (bench.own);
  g_array_unref (bench.floors);
  g_array_unref (bench.pictures);
  g_array_unref (bench.firsts);
  g_array_unref (bench.both);
  cairo_surface_destroy (bench.surface);
  cairo_surface_destroy (bench.other);
  g_object_unref (bench.document);
}

int
main (int argc, char *argv[])
{
  run (DOSSIER_THEME_LIGHT);
  run (DOSSIER_THEME_DARK);

  return 0;
}
