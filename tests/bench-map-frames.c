/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-scene.h"
#include "layout/dossier-random.h"
#include "painting/dossier-map-painter.h"
#include "painting/dossier-line-writer.h"
#include "painting/dossier-map-stage.h"

#include <math.h>
#include <time.h>

/*
 * What a frame of the map costs at 10,000 actors and 50,000 ties, beside the floor: to clear a picture of 1920 by 1080
 * pixels and to copy another over it, measured between the frames of the same run. "Own drawing" is what the thread of the
 * program spends on a frame, in time of the processor; "all ties" is how long after the view came to rest every tie is
 * drawn, by the clock.
 */

#define WIDTH     1920
#define HEIGHT    1080
#define N_NODES   10000
#define N_TIES    50000
#define N_FRAMES  300

#define PAN_GOAL  2.0
#define ZOOM_GOAL 8.0
#define REST_GOAL 1000.0 /* milliseconds */

static double
get_time (void)
{
  struct timespec spec;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spec);

  return (double) spec.tv_sec * 1e6 + (double) spec.tv_nsec / 1e3;
}

/* Clusters in a circle, with most ties within them: about how a large map looks once it is laid out. */
static DossierMap *
make_map (void)
{
  DossierMap *map = dossier_map_new ();
  DossierRandom random = { 42 };
  const int n_clusters = 50;

  for (int i = 0; i < N_NODES; i++)
    {
      g_autofree char *id = g_strdup_printf ("actor-%d", i);
      int cluster = i % n_clusters;
      double angle = 2 * G_PI * cluster / n_clusters;
      int node = dossier_map_add_node (map, id, 1 + dossier_random_below (&random, 4), id, NULL);

      map->nodes[node].x = 6000 * cos (angle) + 1500 * (dossier_random_unit (&random) + dossier_random_unit (&random) - 1);
      map->nodes[node].y = 3600 * sin (angle) + 1500 * (dossier_random_unit (&random) + dossier_random_unit (&random) - 1);
      map->nodes[node].placed = TRUE;
    }
  for (int i = 0; i < N_TIES; i++)
    {
      int from = (int) dossier_random_below (&random, N_NODES);
      int to = dossier_random_below (&random, 5) == 0 ? (int) dossier_random_below (&random, N_NODES)
                                                     : (from + n_clusters * (1 + (int) dossier_random_below (&random, 150))) % N_NODES;

      if (from != to)
        dossier_map_add_tie (map, i, from, to, TRUE, 1 + dossier_random_below (&random, 3), DOSSIER_STATUS_REPORTED, 0.1 + dossier_random_unit (&random), "");
    }
  dossier_map_seal (map);
  for (int i = 0; i < map->n_ribbons; i++)
    map->ribbons[i].bend = 0.05;

  return map;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
get_quantile (GArray *values, double share)
{
  g_array_sort (values, compare);

  return g_array_index (values, double, (guint) (share * (values->len - 1)));
}

static void
draw_floor (cairo_t *cr, cairo_surface_t *other)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_paint (cr);
  cairo_set_source_surface (cr, other, 0, 0);
  cairo_paint (cr);
}

/* What strokes of cairo take for the same lines. */
static double
measure_strokes (const DossierMap *map, const DossierMapCamera *camera, int n_lines)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  double begin = get_time ();
  double taken;

  cairo_set_line_width (cr, 1);
  for (int i = 0; i < MIN (n_lines, map->n_ribbons); i++)
    {
      DossierPoint from = dossier_map_camera_project (camera, map->nodes[map->ribbons[i].a].x, map->nodes[map->ribbons[i].a].y);
      DossierPoint to = dossier_map_camera_project (camera, map->nodes[map->ribbons[i].b].x, map->nodes[map->ribbons[i].b].y);

      cairo_move_to (cr, from.x, from.y);
      cairo_line_to (cr, to.x, to.y);
      cairo_stroke (cr);
    }
  taken = get_time () - begin;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return taken;
}

static double
measure_lines (const DossierMap *map, const DossierMapCamera *camera, int n_lines)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  DossierLineWriter writer = dossier_line_writer_begin (surface);
  DossierColor black = { 0, 0, 0, 1 };
  double begin = get_time ();
  double taken;

  for (int i = 0; i < MIN (n_lines, map->n_ribbons); i++)
    dossier_line_writer_draw (&writer,
                              dossier_map_camera_project (camera, map->nodes[map->ribbons[i].a].x, map->nodes[map->ribbons[i].a].y),
                              dossier_map_camera_project (camera, map->nodes[map->ribbons[i].b].x, map->nodes[map->ribbons[i].b].y),
                              1,
                              &black);
  taken = get_time () - begin;
  dossier_line_writer_end (surface);
  cairo_surface_destroy (surface);

  return taken;
}

static gboolean
report (const char *what, double value, double goal, const char *unit)
{
  g_print ("%-28s %8.2f %s (goal %.1f)%s\n", what, value, unit, goal, value <= goal ? "" : "  NOT MET");

  return value <= goal;
}

int
main (void)
{
  g_autoptr (DossierMap) map = make_map ();
  DossierTheme theme;
  DossierMapCamera home;
  g_autoptr (DossierMapStage) stage = NULL;
  g_autoptr (GArray) floors = g_array_new (FALSE, FALSE, sizeof (double));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_surface_t *other = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  double worst_rest = 0;
  gboolean met = TRUE;
  double strokes, lines, begin;

  dossier_theme_init (&theme, DOSSIER_THEME_LIGHT);
  home = (DossierMapCamera){ 0, 0, 0.11, WIDTH, HEIGHT };
  stage = dossier_map_stage_new (&theme, NULL, NULL);
  begin = get_time ();
  dossier_map_stage_set_plot (stage, dossier_map_plot_new (map, &theme, NULL));
  g_print ("%d actors, %d ties, %d pairs; gathered in %.1f ms\n", map->n_nodes, map->n_ties, map->n_ribbons, (get_time () - begin) / 1e3);

  for (int motion = 0; motion < 2; motion++)
    {
      g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (double));
      DossierMapCamera camera = home;

      dossier_map_stage_show (stage, &camera, 1);
      dossier_map_stage_wait (stage, 20 * G_USEC_PER_SEC);
      for (int i = 0; i < N_FRAMES; i++)
        {
          cairo_t *cr = cairo_create (surface);
          double taken;

          begin = get_time ();
          draw_floor (cr, other);
          cairo_surface_flush (surface);
          taken = get_time () - begin;
          g_array_append_val (floors, taken);

          if (motion == 0)
            {
              camera.x += (i / 60 % 2 == 0 ? 7 : -7) / camera.scale;
              camera.y += (i / 60 % 2 == 0 ? 3 : -3) / camera.scale;
            }
          else
            {
              camera = dossier_map_camera_zoom (&camera, i / 60 % 2 == 0 ? 1.02 : 1 / 1.02, 700, 500);
            }

          begin = get_time ();
          dossier_map_stage_show (stage, &camera, 1);
          dossier_map_stage_draw (stage, &camera, cr);
          cairo_surface_flush (surface);
          taken = get_time () - begin;
          g_array_append_val (own, taken);
          cairo_destroy (cr);
          g_usleep (4000);

          /* The view comes to rest now and then. */
          if (i % 60 == 59)
            {
              gint64 rested = g_get_monotonic_time ();

              g_assert_true (dossier_map_stage_wait (stage, 20 * G_USEC_PER_SEC));
              worst_rest = MAX (worst_rest, (double) (g_get_monotonic_time () - rested) / 1e3);
              cr = cairo_create (surface);
              g_assert_cmpint (dossier_map_stage_draw (stage, &camera, cr), ==, map->n_ribbons);
              cairo_destroy (cr);
            }
        }
      met &= report (motion == 0 ? "own drawing, pan, median" : "own drawing, zoom, median",
                     get_quantile (own, 0.5) / get_quantile (floors, 0.5),
                     motion == 0 ? PAN_GOAL : ZOOM_GOAL,
                     "floors");
      g_print ("%-28s %8.2f floors\n", motion == 0 ? "own drawing, pan, 99 %" : "own drawing, zoom, 99 %", get_quantile (own, 0.99) / get_quantile (floors, 0.5));
    }
  met &= report ("all ties drawn after", worst_rest, REST_GOAL, "ms");

  strokes = measure_strokes (map, &home, 5000);
  lines = measure_lines (map, &home, 5000);
  g_print ("5,000 lines: %.1f ms, strokes of cairo %.1f ms: %.1f times as fast\n", lines / 1e3, strokes / 1e3, strokes / lines);
  cairo_surface_destroy (surface);
  cairo_surface_destroy (other);

  return met ? 0 : 1;
}
