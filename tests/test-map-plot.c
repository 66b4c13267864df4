/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-random.h"
#include "painting/dossier-line-writer.h"
#include "painting/dossier-map-stage.h"

#include <cairo-svg.h>
#include <math.h>
#include <string.h>

#define SIZE 200

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  return ((guint32 *) (gpointer) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface)))[x] & 0xffffff;
}

/* How much ink there is: white pixels have none, black ones 1. */
static double
sum_ink (cairo_surface_t *surface)
{
  double sum = 0;

  cairo_surface_flush (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      sum += 1 - (get_pixel (surface, x, y) & 0xff) / 255.0;

  return sum;
}

static cairo_surface_t *
make_white (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);

  return surface;
}

/* A line has as much ink as it is long and wide, at every angle, and lies where cairo would draw it. */
static void
test_lines (void)
{
  const DossierColor black = { 0, 0, 0, 1 };
  static const double widths[] = { 0.5, 1, 1.5, 3 };

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    for (int degrees = 0; degrees < 360; degrees += 7)
      {
        cairo_surface_t *ours = make_white ();
        cairo_surface_t *theirs = make_white ();
        DossierLineWriter writer = dossier_line_writer_begin (ours);
        double angle = degrees * G_PI / 180;
        DossierPoint from = { 100.3, 99.6 };
        DossierPoint to = { 100.3 + 80 * cos (angle), 99.6 + 80 * sin (angle) };
        cairo_t *cr = cairo_create (theirs);
        double difference = 0;

        dossier_line_writer_draw (&writer, from, to, widths[i], &black);
        dossier_line_writer_end (ours);
        g_assert_cmpfloat_with_epsilon (sum_ink (ours), 80 * widths[i], 3 + 6 * widths[i]);

        cairo_move_to (cr, from.x, from.y);
        cairo_line_to (cr, to.x, to.y);
        cairo_set_line_width (cr, widths[i]);
        cairo_set_source_rgb (cr, 0, 0, 0);
        cairo_stroke (cr);
        cairo_destroy (cr);
        cairo_surface_flush (theirs);
        for (int y = 0; y < SIZE; y++)
          for (int x = 0; x < SIZE; x++)
            difference += abs ((int) (get_pixel (ours, x, y) & 0xff) - (int) (get_pixel (theirs, x, y) & 0xff)) / 255.0;
        g_assert_cmpfloat (difference, <, 0.35 * 80 * MAX (widths[i], 1));
        cairo_surface_destroy (ours);
        cairo_surface_destroy (theirs);
      }
}

/* Whatever the coordinates, nothing outside of the picture is touched. */
static void
test_odd_lines (void)
{
  static const double odd[] = { 0, -0.5, 199.99, 200, 1e9, -1e9, 1e300, -1e300, NAN, INFINITY };
  const int pad = 64;
  const DossierColor color = { 0.2, 0.4, 0.6, 0.7 };
  g_autofree unsigned char *data = g_malloc0 ((gsize) (SIZE + 2 * pad) * SIZE * 4);
  DossierLineWriter writer = { data + pad * SIZE * 4, SIZE, SIZE, SIZE * 4 };
  DossierRandom random = { 7 };

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (odd); j++)
      for (gsize k = 0; k < G_N_ELEMENTS (odd); k++)
        {
          DossierCurve curve = { { odd[i], odd[j] }, { odd[k], odd[i] }, { odd[j], odd[k] } };

          dossier_line_writer_draw (&writer, curve.start, curve.end, 2, &color);
          dossier_line_writer_draw_curve (&writer, &curve, 0.7, &color);
        }
  for (int i = 0; i < 2000; i++)
    {
      DossierCurve curve;
      double *numbers = (double *) &curve;

      for (int j = 0; j < 6; j++)
        numbers[j] = (dossier_random_unit (&random) - 0.5) * 3 * SIZE;
      dossier_line_writer_draw_curve (&writer, &curve, 4 * dossier_random_unit (&random) + 0.1, &color);
    }

  for (int i = 0; i < pad * SIZE * 4; i++)
    {
      g_assert_cmpint (data[i], ==, 0);
      g_assert_cmpint (data[(pad + SIZE) * SIZE * 4 + i], ==, 0);
    }
}

static DossierMap *
make_map (int n_nodes, int n_ties)
{
  DossierMap *map = dossier_map_new ();
  DossierRandom random = { 5 };

  for (int i = 0; i < n_nodes; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%d", i);
      int node = dossier_map_add_node (map, id, 1 + dossier_random_below (&random, 4), id, NULL);

      map->nodes[node].x = 3000 * (dossier_random_unit (&random) - 0.5);
      map->nodes[node].y = 2000 * (dossier_random_unit (&random) - 0.5);
    }
  for (int i = 0; i < n_ties; i++)
    {
      int from = (int) dossier_random_below (&random, (guint32) n_nodes);
      int to = (int) dossier_random_below (&random, (guint32) n_nodes);

      if (from != to)
        dossier_map_add_tie (map, i, from, to, TRUE, 1 + dossier_random_below (&random, 3), DOSSIER_STATUS_REPORTED, 1, "");
    }
  dossier_map_seal (map);

  return map;
}

static void
test_needed (void)
{
  g_autoptr (DossierMap) small = make_map (50, 200);
  g_autoptr (DossierMap) large = make_map (2000, 6000);
  DossierMapCamera camera = { 0, 0, 0.3, 1000, 700 };
  g_autoptr (DossierMapPlot) plot = NULL;
  DossierTheme theme;
  int n_before;

  g_assert_false (dossier_map_plot_is_needed (small, &camera));
  g_assert_true (dossier_map_plot_is_needed (large, &camera));
  camera.x = 1e6;
  g_assert_false (dossier_map_plot_is_needed (large, &camera));

  /* Only what is visible is plotted. */
  dossier_theme_init (&theme, DOSSIER_THEME_LIGHT);
  plot = dossier_map_plot_new (large, &theme, NULL);
  n_before = dossier_map_plot_get_n_lines (plot);
  g_assert_cmpint (n_before, ==, large->n_ribbons);
  g_clear_pointer (&plot, dossier_map_plot_unref);
  for (int i = 0; i < large->ribbons[0].n_ties; i++)
    large->ties[large->ribbons[0].first_tie + i].visible = FALSE;
  large->nodes[large->ribbons[1].a].visible = FALSE;
  plot = dossier_map_plot_new (large, &theme, NULL);
  g_assert_cmpint (dossier_map_plot_get_n_lines (plot), <=, n_before - 2);
}

static cairo_status_t
append (gpointer data, const unsigned char *bytes, unsigned int length)
{
  g_string_append_len (data, (const char *) bytes, length);

  return CAIRO_STATUS_SUCCESS;
}

/* What is drawn at once, for a file, is what the steps of the screen come to; and in a file that can be enlarged, the lines are
 * one picture of enough pixels and the dots are shapes. */
static void
test_file (void)
{
  g_autoptr (DossierMap) map = make_map (300, 4000);
  DossierMapCamera camera = { 0, 0, 0.2, 600, 400 };
  DossierTheme theme;
  g_autoptr (DossierMapPlot) plot = NULL;
  cairo_surface_t *stepwise;
  g_autoptr (GString) written = g_string_new (NULL);
  cairo_surface_t *file = cairo_svg_surface_create_for_stream (append, written, 600, 400);
  cairo_t *cr = cairo_create (file);
  int n_images = 0;

  dossier_theme_init (&theme, DOSSIER_THEME_LIGHT);
  plot = dossier_map_plot_new (map, &theme, NULL);

  for (int scale = 1; scale <= 2; scale++)
    {
      cairo_surface_t *at_once = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 600 * scale, 400 * scale);
      cairo_t *painter = cairo_create (at_once);
      double difference = 0;

      cairo_scale (painter, scale, scale);
      dossier_map_plot_draw (plot, &camera, NULL, painter);
      cairo_destroy (painter);
      cairo_surface_flush (at_once);

      stepwise = dossier_map_plot_make_ground (plot, &camera, 0, scale);
      for (int next = 0; next < dossier_map_plot_get_n_lines (plot);)
        next = dossier_map_plot_add_lines (plot, stepwise, &camera, 0, next, 777);
      dossier_map_plot_add_nodes (plot, stepwise, &camera, 0, NULL);
      cairo_surface_flush (stepwise);
      for (int y = 0; y < 400 * scale; y++)
        for (int x = 0; x < 600 * scale; x++)
          difference += abs ((int) (get_pixel (at_once, x, y) & 0xff) - (int) (get_pixel (stepwise, x, y) & 0xff));
      /* The rims of round dots come out a little otherwise where cairo and not the picture has the scale. */
      g_assert_cmpfloat (difference / (600 * 400 * scale * scale), <=, scale == 1 ? 0 : 0.5);
      cairo_surface_destroy (stepwise);
      cairo_surface_destroy (at_once);
    }

  dossier_map_plot_draw (plot, &camera, NULL, cr);
  cairo_destroy (cr);
  cairo_surface_finish (file);
  g_assert_cmpint (cairo_surface_status (file), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (file);
  for (const char *at = written->str; (at = strstr (at, "<image ")) != NULL; at++)
    n_images++;
  g_assert_cmpint (n_images, ==, 1);
  g_assert_nonnull (strstr (written->str, "width=\"1200\" height=\"800\""));
  n_images = 0;
  for (const char *at = written->str; (at = strstr (at, "<path ")) != NULL; at++)
    n_images++;
  g_assert_cmpint (n_images, >=, 100);
  g_assert_cmpint (n_images, <=, 310);
}

static cairo_surface_t *
draw (DossierMapStage *stage, const DossierMapCamera *camera, int *n_lines)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) camera->width, (int) camera->height);
  cairo_t *cr = cairo_create (surface);

  *n_lines = dossier_map_stage_draw (stage, camera, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* What is moved looks as what is drawn anew there; hit testing agrees with what is drawn; and in the end every line is. */
static void
test_stage (void)
{
  g_autoptr (DossierMap) map = make_map (1500, 9000);
  DossierMapCamera camera = { 0, 0, 0.5, 500, 400 };
  DossierTheme theme;
  g_autoptr (DossierMapStage) stage = NULL;
  g_autoptr (DossierMapPlot) plot = NULL;
  cairo_surface_t *moved, *fresh;
  int n_lines;
  int n_differing = 0;
  int n_hits = 0;

  dossier_theme_init (&theme, DOSSIER_THEME_LIGHT);
  plot = dossier_map_plot_new (map, &theme, NULL);
  stage = dossier_map_stage_new (&theme, NULL, NULL);
  moved = draw (stage, &camera, &n_lines);
  g_assert_cmpint (n_lines, ==, -1);
  cairo_surface_destroy (moved);

  dossier_map_stage_set_plot (stage, dossier_map_plot_ref (plot));
  dossier_map_stage_show (stage, &camera, 1);
  g_assert_true (dossier_map_stage_wait (stage, 20 * G_USEC_PER_SEC));
  camera.x += 40 / camera.scale;
  camera.y -= 30 / camera.scale;
  moved = draw (stage, &camera, &n_lines);
  g_assert_cmpint (n_lines, ==, map->n_ribbons);

  dossier_map_stage_show (stage, &camera, 1);
  g_assert_true (dossier_map_stage_wait (stage, 20 * G_USEC_PER_SEC));
  fresh = draw (stage, &camera, &n_lines);
  g_assert_cmpint (n_lines, ==, map->n_ribbons);
  /* But for the names, which may find other places. */
  for (int y = 0; y < 400; y++)
    for (int x = 0; x < 500; x++)
      n_differing += get_pixel (moved, x, y) != get_pixel (fresh, x, y);
  g_assert_cmpint (n_differing, <, 500 * 400 / 8);

  for (int i = 0; i < map->n_nodes; i++)
    {
      DossierPoint point = dossier_map_camera_project (&camera, map->nodes[i].x, map->nodes[i].y);
      int hit;

      if (point.x < 0 || point.y < 0 || point.x >= 500 || point.y >= 400)
        continue;
      hit = dossier_map_plot_hit (plot, &camera, point.x, point.y);
      g_assert_cmpint (hit, >=, 0);
      n_hits += hit == i;
    }
  g_assert_cmpint (n_hits, >, 20);
  g_assert_cmpint (dossier_map_plot_hit (plot, &camera, -9999, 0), ==, -1);
  cairo_surface_destroy (moved);
  cairo_surface_destroy (fresh);
}

/* What a single line between two actors looks like, in shades of grey. */
static cairo_surface_t *
plot_line (DossierSign sign, const DossierTheme *theme)
{
  g_autoptr (DossierMap) map = dossier_map_new ();
  g_autoptr (DossierMapPlot) plot = NULL;
  DossierMapCamera camera = { 0, 0, 1, 300, 100 };
  cairo_surface_t *surface;

  for (int i = 0; i < 2; i++)
    {
      int node = dossier_map_add_node (map, i == 0 ? "a" : "b", DOSSIER_ACTOR_TYPE_STATE, "N", NULL);

      map->nodes[node].x = i == 0 ? -140 : 140;
    }
  dossier_map_add_tie (map, 0, 0, 1, TRUE, sign, DOSSIER_STATUS_REPORTED, 1, "");
  dossier_map_seal (map);
  plot = dossier_map_plot_new (map, theme, NULL);
  surface = dossier_map_plot_make_ground (plot, &camera, 0, 1);
  dossier_map_plot_add_lines (plot, surface, &camera, 0, 0, 1);
  cairo_surface_flush (surface);

  return surface;
}

/* How many pixels are not those of the ground, more than @aside from the line. */
static int
count_aside (cairo_surface_t *surface, int aside)
{
  guint32 ground = get_pixel (surface, 2, 2);
  int n = 0;

  for (int y = 0; y < 100; y++)
    for (int x = 40; x < 260; x++)
      n += ABS (y - 50) > aside && get_pixel (surface, x, y) != ground;

  return n;
}

/* The signs of thousands of lines are told by their shapes, not by colour alone: strokes across, beads, neither. */
static void
test_signs (void)
{
  DossierTheme theme;
  int n[DOSSIER_SIGN_NEUTRAL + 1];
  int n_far[DOSSIER_SIGN_NEUTRAL + 1];

  dossier_theme_init (&theme, DOSSIER_THEME_LIGHT);
  for (DossierSign sign = DOSSIER_SIGN_COOPERATIVE; sign <= DOSSIER_SIGN_NEUTRAL; sign++)
    {
      cairo_surface_t *surface = plot_line (sign, &theme);

      n[sign] = count_aside (surface, 1);
      n_far[sign] = count_aside (surface, 2);
      cairo_surface_destroy (surface);
    }

  g_assert_cmpint (n[DOSSIER_SIGN_COOPERATIVE], ==, 0);
  g_assert_cmpint (n[DOSSIER_SIGN_NEUTRAL], >, 0);
  g_assert_cmpint (n_far[DOSSIER_SIGN_CONFLICTUAL], >, 0);
  /* A stroke reaches further than a bead. */
  g_assert_cmpint (n_far[DOSSIER_SIGN_CONFLICTUAL], >, n_far[DOSSIER_SIGN_NEUTRAL]);
}

/* Who asks again and again before anything is done, and then leaves, leaves nothing behind. */
static void
test_hurry (void)
{
  g_autoptr (DossierMap) map = make_map (1500, 20000);
  DossierMapCamera camera = { 0, 0, 0.5, 500, 400 };
  DossierTheme theme;

  dossier_theme_init (&theme, DOSSIER_THEME_LIGHT);
  for (int i = 0; i < 5; i++)
    {
      g_autoptr (DossierMapStage) stage = dossier_map_stage_new (&theme, NULL, NULL);

      dossier_map_stage_set_plot (stage, dossier_map_plot_new (map, &theme, NULL));
      for (int j = 0; j < 20; j++)
        {
          camera.x += 10;
          dossier_map_stage_show (stage, &camera, 1 + j % 2);
        }
      if (i == 4)
        {
          g_assert_true (dossier_map_stage_wait (stage, 20 * G_USEC_PER_SEC));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-plot/lines", test_lines);
  g_test_add_func ("/map-plot/odd-lines", test_odd_lines);
  g_test_add_func ("/map-plot/needed", test_needed);
  g_test_add_func ("/map-plot/file", test_file);
  g_test_add_func ("/map-plot/stage", test_stage);
  g_test_add_func ("/map-plot/signs", test_signs);
  g_test_add_func ("/map-plot/hurry", test_hurry);

  return g_test_run ();
}
