/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-arrangement.h"
#include "painting/dossier-map-easel.h"
#include "painting/dossier-map-legend.h"
#include "painting/dossier-map-painter.h"
#include "painting/dossier-tie-painter.h"

#include "samples.h"

#include <math.h>

#define WIDTH  600
#define HEIGHT 400

typedef struct
{
  DossierTheme theme;
  DossierTypesetter *typesetter;
  DossierMap *map;
  DossierMapCamera camera;
  cairo_surface_t *surface;
  cairo_t *cr;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer flags)
{
  DossierMap *map = dossier_map_new ();

  dossier_theme_init (&fixture->theme, (DossierThemeFlags) GPOINTER_TO_INT (flags));
  fixture->typesetter = dossier_typesetter_new (&fixture->theme);
  dossier_map_add_node (map, "a", DOSSIER_ACTOR_TYPE_STATE, "Alpha", NULL);
  dossier_map_add_node (map, "b", DOSSIER_ACTOR_TYPE_ORGANISATION, "Beta", NULL);
  dossier_map_add_node (map, "c", DOSSIER_ACTOR_TYPE_PERSON, "Gamma", "G");
  dossier_map_add_node (map, "d", DOSSIER_ACTOR_TYPE_GROUP, "Delta", "D");
  map->nodes[2].parent = 0;
  dossier_map_add_tie (map, 0, 0, 1, TRUE, DOSSIER_SIGN_COOPERATIVE, DOSSIER_STATUS_REPORTED, 4, "aid");
  dossier_map_add_tie (map, 1, 1, 3, TRUE, DOSSIER_SIGN_CONFLICTUAL, DOSSIER_STATUS_DENIED, 1, "war");
  dossier_map_add_tie (map, 2, 2, 3, FALSE, DOSSIER_SIGN_NEUTRAL, DOSSIER_STATUS_EXPECTED, 1, "talks");
  dossier_map_add_group (map, 0, NULL, (int[]){ 0, 2 }, 2);
  dossier_map_seal (map);
  dossier_map_set_text (map, dossier_typesetter_measure, fixture->typesetter);
  g_assert_true (dossier_map_arrangement_run (map, (double) WIDTH / HEIGHT, NULL));
  fixture->map = map;
  fixture->camera = dossier_map_camera_fit (map, WIDTH, HEIGHT, NULL);
  fixture->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  fixture->cr = cairo_create (fixture->surface);
}

static void
tear_down (Fixture *fixture, gconstpointer flags)
{
  g_assert_cmpint (cairo_status (fixture->cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (fixture->cr);
  cairo_surface_destroy (fixture->surface);
  dossier_map_free (fixture->map);
  dossier_typesetter_free (fixture->typesetter);
}

static DossierMapScene *
draw (Fixture *fixture, int hovered_node, int hovered_strand)
{
  DossierMapPainter painter = { &fixture->theme, fixture->typesetter, NULL, hovered_node, hovered_strand, -1 };
  DossierMapScene *scene = dossier_map_scene_new (fixture->map, &fixture->camera, -1, dossier_typesetter_measure, fixture->typesetter);

  dossier_color_set_source (&fixture->theme.view, fixture->cr);
  cairo_paint (fixture->cr);
  dossier_map_painter_draw (&painter, fixture->map, scene, fixture->cr);
  g_assert_cmpint (cairo_status (fixture->cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (fixture->surface);

  return scene;
}

/* Asserts that a pixel has a colour, up to what smooth edges do to it. */
static void
assert_pixel (Fixture *fixture, double x, double y, const DossierColor *color)
{
  const guchar *data = cairo_image_surface_get_data (fixture->surface);
  guint32 pixel = ((const guint32 *) (const void *) (data + (int) y * cairo_image_surface_get_stride (fixture->surface)))[(int) x];

  g_assert_cmpfloat_with_epsilon ((pixel >> 16 & 0xff) / 255.0, color->red, 0.035);
  g_assert_cmpfloat_with_epsilon ((pixel >> 8 & 0xff) / 255.0, color->green, 0.035);
  g_assert_cmpfloat_with_epsilon ((pixel & 0xff) / 255.0, color->blue, 0.035);
}

static const DossierMapSceneStrand *
find_strand (const DossierMapScene *scene, DossierSign sign)
{
  for (int i = 0; i < scene->n_strands; i++)
    if (scene->strands[i].sign == sign)
      return &scene->strands[i];

  g_assert_not_reached ();
}

static void
paint_by_easel (Fixture *fixture, DossierMapEasel *easel, const DossierMapCamera *camera)
{
  dossier_color_set_source (&fixture->theme.view, fixture->cr);
  cairo_paint (fixture->cr);
  g_assert_true (dossier_map_easel_draw (easel, camera, fixture->cr));
  cairo_surface_flush (fixture->surface);
}

static void
ready_cb (gpointer data)
{
  *(int *) data += 1;
}

/* What a thread has painted is what is painted at once; only the last of what was asked for is to be seen, as the map was
 * when it was; and it moves along with the view. */
static void
test_easel (Fixture *fixture, gconstpointer flags)
{
  g_autoptr (DossierDocument) document = samples_read_good ("{'dossier': 1, 'title': 'A', 'actors': [{'id': 'a', 'type': 'state', 'name': 'A'}, {'id': 'b', 'type': 'state', 'name': 'B'},"
                                                            "{'id': 'c', 'type': 'state', 'name': 'C'}, {'id': 'd', 'type': 'state', 'name': 'D'}]}");
  int n_ready = 0;
  g_autoptr (DossierMapEasel) easel = dossier_map_easel_new (document, &fixture->theme, ready_cb, &n_ready);
  DossierSwatches *swatches = dossier_swatches_new (document, &fixture->theme);
  DossierMapPainter painter = { &fixture->theme, fixture->typesetter, swatches, -1, -1, -1, -1 };
  g_autoptr (DossierMapScene) scene = dossier_map_scene_new (fixture->map, &fixture->camera, -1, dossier_typesetter_measure, fixture->typesetter);
  int stride = cairo_image_surface_get_stride (fixture->surface);
  g_autofree guchar *at_once = NULL;
  const guchar *data = cairo_image_surface_get_data (fixture->surface);
  DossierMapCamera elsewhere = fixture->camera;
  int n_different = 0;

  g_assert_false (dossier_map_easel_draw (easel, &fixture->camera, fixture->cr));
  for (int i = 0; i < 4; i++)
    fixture->map->nodes[i].actor = i;
  dossier_color_set_source (&fixture->theme.view, fixture->cr);
  cairo_paint (fixture->cr);
  dossier_map_painter_draw (&painter, fixture->map, scene, fixture->cr);
  cairo_surface_flush (fixture->surface);
  at_once = g_memdup2 (data, (gsize) stride * HEIGHT);

  elsewhere.scale *= 2;
  dossier_map_easel_show (easel, fixture->map, &elsewhere, -1, 1);
  dossier_map_easel_show (easel, fixture->map, &fixture->camera, -1, 1);
  for (int i = 0; i < 4; i++)
    fixture->map->nodes[i].dimmed = TRUE;
  g_assert_true (dossier_map_easel_wait (easel, 10 * G_USEC_PER_SEC));
  while (n_ready == 0)
    g_main_context_iteration (NULL, TRUE);
  paint_by_easel (fixture, easel, &fixture->camera);
  for (int i = 0; i < stride * HEIGHT; i++)
    g_assert_cmpint (ABS (data[i] - at_once[i]), <=, 4);

  elsewhere = fixture->camera;
  elsewhere.x += 10 / elsewhere.scale;
  paint_by_easel (fixture, easel, &elsewhere);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH - 10; x++)
      n_different += ABS (data[y * stride + x * 4] - at_once[y * stride + (x + 10) * 4]) > 4;
  g_assert_cmpint (n_different, ==, 0);

  dossier_swatches_free (swatches);
}

/* Marks and lines are where the scene says, in the colours of the theme. */
static void
test_probes (Fixture *fixture, gconstpointer flags)
{
  g_autoptr (DossierMapScene) scene = draw (fixture, -1, -1);
  const DossierMapSceneStrand *strand = find_strand (scene, DOSSIER_SIGN_COOPERATIVE);
  DossierPoint point = dossier_curve_get_point (&strand->line, 0.3);
  DossierColor color = dossier_tie_painter_get_color (strand, &fixture->theme);

  assert_pixel (fixture, point.x, point.y, &color);
  for (int i = 0; i < 2; i++)
    {
      const DossierMapSceneNode *node = &scene->nodes[i];

      assert_pixel (fixture, node->outline.middle.x, node->outline.middle.y, &dossier_theme_get_actor (&fixture->theme, i)->mark);
    }

  /* A hollow line has the ground in its middle. */
  strand = find_strand (scene, DOSSIER_SIGN_NEUTRAL);
  assert_pixel (fixture, strand->bead.x, strand->bead.y, &fixture->theme.view);

  /* The corners of the view are empty. */
  assert_pixel (fixture, 1, HEIGHT - 2, &fixture->theme.view);
}

static void
test_dimmed (Fixture *fixture, gconstpointer flags)
{
  g_autoptr (DossierMapScene) scene = NULL;
  const DossierMapSceneStrand *strand;
  DossierColor full;
  DossierColor dimmed;

  for (int i = 0; i < fixture->map->n_ties; i++)
    fixture->map->ties[i].dimmed = TRUE;
  fixture->map->nodes[0].dimmed = TRUE;
  fixture->map->nodes[1].faint = TRUE;
  fixture->map->nodes[1].presence = 0;
  fixture->map->nodes[3].selected = TRUE;
  scene = draw (fixture, 2, -1);

  strand = find_strand (scene, DOSSIER_SIGN_COOPERATIVE);
  full = dossier_theme_get_hue (&fixture->theme, DOSSIER_HUE_COOPERATIVE)->mark;
  dimmed = dossier_tie_painter_get_color (strand, &fixture->theme);
  g_assert_cmpfloat (dossier_color_contrast (&dimmed, &fixture->theme.view), <, dossier_color_contrast (&full, &fixture->theme.view));
  g_assert_false (strand->has_label);
}

/* However far one zooms, and with nothing to show, no figure comes near what cairo cannot draw. */
static void
test_any_zoom (Fixture *fixture, gconstpointer flags)
{
  for (double scale = 1e-4; scale < 1e6; scale *= 4)
    {
      g_autoptr (DossierMapScene) scene = NULL;

      fixture->camera.scale = scale;
      fixture->camera.x = fixture->map->nodes[1].x;
      fixture->camera.y = fixture->map->nodes[1].y;
      scene = draw (fixture, 1, 0);
    }

  for (int i = 0; i < fixture->map->n_nodes; i++)
    fixture->map->nodes[i].visible = FALSE;
  dossier_map_scene_free (draw (fixture, 1, 0));
  assert_pixel (fixture, WIDTH / 2, HEIGHT / 2, &fixture->theme.view);
}

/* The legend explains what is in sight and nothing else. */
static void
test_legend (Fixture *fixture, gconstpointer flags)
{
  DossierMapPainter painter = { &fixture->theme, fixture->typesetter, NULL, -1, -1, -1 };
  g_autoptr (DossierMapScene) all = draw (fixture, -1, -1);
  g_autoptr (DossierMapScene) one = NULL;
  g_autoptr (DossierMapScene) none = NULL;
  double width, height, narrow_width, narrow_height, one_width, one_height;

  painter.is_brief = TRUE;
  dossier_map_legend_measure (&painter, fixture->map, all, 2000, &width, &height);
  dossier_map_legend_measure (&painter, fixture->map, all, 250, &narrow_width, &narrow_height);
  g_assert_cmpfloat (narrow_width, <=, 250);
  g_assert_cmpfloat (narrow_height, >, height);
  dossier_map_legend_draw (&painter, fixture->map, all, 10, 10, 250, fixture->cr);

  for (int i = 0; i < fixture->map->n_ties; i++)
    fixture->map->ties[i].visible = fixture->map->ties[i].tie == 0;
  one = draw (fixture, -1, -1);
  dossier_map_legend_measure (&painter, fixture->map, one, 2000, &one_width, &one_height);
  g_assert_cmpfloat (one_width, >, 0);
  g_assert_cmpfloat (one_width, <, width / 2);

  for (int i = 0; i < fixture->map->n_ties; i++)
    fixture->map->ties[i].visible = FALSE;
  none = draw (fixture, -1, -1);
  dossier_map_legend_measure (&painter, fixture->map, none, 2000, &width, &height);
  g_assert_cmpfloat (width, ==, 0);
  g_assert_cmpfloat (height, ==, 0);
  dossier_map_legend_draw (&painter, fixture->map, none, 10, 10, 250, fixture->cr);
}

static double
measure_legend (Fixture *fixture, const DossierMapPainter *painter)
{
  g_autoptr (DossierMapScene) scene = draw (fixture, -1, -1);
  double width, height;

  dossier_map_legend_measure (painter, fixture->map, scene, 10000, &width, &height);
  dossier_map_legend_draw (painter, fixture->map, scene, 0, 0, 300, fixture->cr);

  return width;
}

/* Each thing that comes into sight makes the legend longer: marks, grounds, pins, who has no tie, disputes, inferences. */
static void
test_legend_of_marks (Fixture *fixture, gconstpointer flags)
{
  DossierMapPainter painter = { .theme = &fixture->theme, .typesetter = fixture->typesetter, .hovered_node = -1, .hovered_strand = -1 };
  double before, width;

  painter.is_brief = TRUE;
  before = measure_legend (fixture, &painter);
  painter.is_brief = FALSE;
  width = measure_legend (fixture, &painter);
  g_assert_cmpfloat (width, >, before);

  before = width;
  dossier_map_remove_groups (fixture->map);
  width = measure_legend (fixture, &painter);
  g_assert_cmpfloat (width, <, before);

  before = width;
  fixture->map->nodes[1].pinned = TRUE;
  width = measure_legend (fixture, &painter);
  g_assert_cmpfloat (width, >, before);

  before = width;
  fixture->map->nodes[3].faint = TRUE;
  width = measure_legend (fixture, &painter);
  g_assert_cmpfloat (width, >, before);

  before = width;
  fixture->map->ties[0].disputed = TRUE;
  width = measure_legend (fixture, &painter);
  g_assert_cmpfloat (width, >, before);

  before = width;
  fixture->map->ties[0].inferred = TRUE;
  width = measure_legend (fixture, &painter);
  g_assert_cmpfloat (width, >, before);
}

/* The share of the middle of a line that is as the ground. */
static double
measure_ground (Fixture *fixture, gboolean inferred)
{
  g_autoptr (DossierMapScene) scene = NULL;
  int n = 0, n_ground = 0;

  for (int i = 0; i < fixture->map->n_ties; i++)
    fixture->map->ties[i].inferred = inferred;
  dossier_color_set_source (&fixture->theme.view, fixture->cr);
  cairo_paint (fixture->cr);
  scene = draw (fixture, -1, -1);
  for (int i = 0; i < scene->n_strands; i++)
    {
      const DossierMapSceneStrand *strand = &scene->strands[i];

      if (strand->status != DOSSIER_STATUS_REPORTED)
        continue;
      g_assert_cmpint (strand->inferred, ==, inferred);
      for (double at = 0.2; at < 0.8; at += 0.01)
        {
          DossierPoint point = dossier_curve_get_point (&strand->line, at);
          guint32 pixel = ((guint32 *) (gpointer) (cairo_image_surface_get_data (fixture->surface) + (int) point.y * cairo_image_surface_get_stride (fixture->surface)))[(int) point.x];
          double green = (pixel >> 8 & 0xff) / 255.0;

          n++;
          n_ground += fabs (green - fixture->theme.view.green) < 0.1;
        }
    }
  g_assert_cmpint (n, >, 0);

  return (double) n_ground / n;
}

/* What nobody states is a hollow line. */
static void
test_inferred (Fixture *fixture, gconstpointer flags)
{
  g_assert_cmpfloat (measure_ground (fixture, FALSE), <, 0.2);
  g_assert_cmpfloat (measure_ground (fixture, TRUE), >, 0.4);
}

static void
add_tests (const char *theme, DossierThemeFlags flags)
{
  static const struct
  {
    const char *name;
    void (*function) (Fixture *fixture, gconstpointer flags);
  } tests[] = {
    { "probes", test_probes },
    { "dimmed", test_dimmed },
    { "any-zoom", test_any_zoom },
    { "legend", test_legend },
    { "legend-of-marks", test_legend_of_marks },
    { "inferred", test_inferred },
    { "easel", test_easel },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/map-painter/%s/%s", theme, tests[i].name);

      g_test_add (path, Fixture, GINT_TO_POINTER (flags), set_up, tests[i].function, tear_down);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_tests ("light", DOSSIER_THEME_LIGHT);
  add_tests ("dark", DOSSIER_THEME_DARK);
  add_tests ("high-contrast", DOSSIER_THEME_HIGH_CONTRAST);

  return g_test_run ();
}
