/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "samples.h"

#include "layout/dossier-scene-glide.h"
#include "painting/dossier-scene-stage.h"
#include "painting/dossier-scene-stills.h"

#include <string.h>

#define WIDTH  480
#define HEIGHT 270
#define FRAME  16667

typedef struct
{
  DossierDocument *document;
  DossierTheme theme;
  DossierSceneStage *stage;
  gint64 now;
  int n_ready;
} Fixture;

static void
ready_cb (gpointer data)
{
  ((Fixture *) data)->n_ready++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DossierReport) report = dossier_report_new ();

  fixture->now = 5000000;
  fixture->document = samples_read_bundled (report);
  dossier_theme_init (&fixture->theme, DOSSIER_THEME_LIGHT);
  fixture->stage = dossier_scene_stage_new (fixture->document, 0, &fixture->theme, ready_cb, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  dossier_scene_stage_free (fixture->stage);
  g_object_unref (fixture->document);
}

/* The frame of a moment, a sixtieth of a second after the one before. */
static DossierSceneFrame *
ask (Fixture *fixture)
{
  fixture->now += FRAME;
  dossier_scene_stage_ask (fixture->stage, fixture->now);
  g_assert_true (dossier_scene_stage_wait (fixture->stage, -1));

  return dossier_scene_stage_get_frame (fixture->stage);
}

static cairo_surface_t *
paint_at_once (Fixture *fixture, int scene, int width, int height, int scale)
{
  g_autoptr (DossierScenePicture) picture = dossier_scene_picture_new (fixture->document, 0, &fixture->theme);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  DossierSceneState state;
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  dossier_scene_picture_set_size (picture, width, height, scale);
  dossier_scene_picture_get_state (picture, scene, &state);
  cr = cairo_create (surface);
  dossier_scene_picture_draw (picture, &state, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static gboolean
is_same (cairo_surface_t *a, cairo_surface_t *b)
{
  gsize size = (gsize) cairo_image_surface_get_stride (a) * (gsize) cairo_image_surface_get_height (a);

  return cairo_image_surface_get_width (a) == cairo_image_surface_get_width (b) &&
         cairo_image_surface_get_height (a) == cairo_image_surface_get_height (b) &&
         memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b), size) == 0;
}

static void
assert_is_scene (Fixture *fixture, cairo_surface_t *painted, int scene, int width, int height, int scale)
{
  cairo_surface_t *expected = paint_at_once (fixture, scene, width, height, scale);

  g_assert_true (is_same (painted, expected));
  cairo_surface_destroy (expected);
}

/* Nothing is painted before it is known what and how large; then at once, without a way to it. */
static void
test_first (Fixture *fixture, gconstpointer data)
{
  DossierSceneFrame *frame;

  g_assert_null (ask (fixture));
  dossier_scene_stage_set_size (fixture->stage, WIDTH, HEIGHT, 1);
  g_assert_null (ask (fixture));
  dossier_scene_stage_show (fixture->stage, 3, TRUE);
  frame = ask (fixture);
  g_assert_nonnull (frame);
  g_assert_true (dossier_scene_state_is_at_rest (&frame->state));
  g_assert_false (dossier_scene_stage_is_gliding (fixture->stage));
  assert_is_scene (fixture, frame->surface, 3, WIDTH, HEIGHT, 1);

  /* At rest, nobody is kept busy. */
  g_assert_true (ask (fixture) == frame);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (fixture->n_ready, ==, 1);
}

/* Each frame is further on the way than the one before; it ends in the scene as it is painted at once. */
static void
test_glide (Fixture *fixture, gconstpointer data)
{
  DossierSceneFrame *frame;
  double fade = 0;
  gint64 begin;
  int n = 0;

  dossier_scene_stage_set_size (fixture->stage, WIDTH, HEIGHT, 1);
  dossier_scene_stage_show (fixture->stage, 0, FALSE);
  ask (fixture);
  begin = fixture->now;
  dossier_scene_stage_show (fixture->stage, 1, TRUE);
  g_assert_true (dossier_scene_stage_is_gliding (fixture->stage));
  do
    {
      frame = ask (fixture);
      g_assert_cmpfloat (frame->state.fade, >=, fade);
      fade = frame->state.fade;
      n++;
    }
  while (dossier_scene_stage_is_gliding (fixture->stage));

  g_assert_cmpint (fixture->now - begin, >=, DOSSIER_SCENE_GLIDE_SHORTEST);
  g_assert_cmpint (fixture->now - begin, <=, DOSSIER_SCENE_GLIDE_LONGEST + 3 * FRAME);
  g_assert_cmpint (n, >, 30);
  g_assert_cmpint (frame->state.to, ==, 1);
  assert_is_scene (fixture, frame->surface, 1, WIDTH, HEIGHT, 1);
}

/* Whoever goes on too soon goes on from where the camera is; a cut ends a glide. */
static void
test_interrupted (Fixture *fixture, gconstpointer data)
{
  DossierSceneState before;

  dossier_scene_stage_set_size (fixture->stage, WIDTH, HEIGHT, 1);
  dossier_scene_stage_show (fixture->stage, 0, FALSE);
  ask (fixture);
  dossier_scene_stage_show (fixture->stage, 1, TRUE);
  for (int i = 0; i < 15; i++)
    before = ask (fixture)->state;
  dossier_scene_stage_show (fixture->stage, 7, TRUE);
  g_assert_cmpfloat_with_epsilon (ask (fixture)->state.begin, before.begin, 1);
  g_assert_cmpfloat_with_epsilon (dossier_scene_stage_get_frame (fixture->stage)->state.zoom, before.zoom, 1e-9);
  for (int i = 0; i < 10; i++)
    ask (fixture);
  g_assert_true (dossier_scene_stage_is_gliding (fixture->stage));

  dossier_scene_stage_show (fixture->stage, 2, FALSE);
  assert_is_scene (fixture, ask (fixture)->surface, 2, WIDTH, HEIGHT, 1);
  g_assert_false (dossier_scene_stage_is_gliding (fixture->stage));
}

/* In another size or theme the scene is there at once, be it in the midst of a glide. */
static void
test_look (Fixture *fixture, gconstpointer data)
{
  dossier_scene_stage_set_size (fixture->stage, WIDTH, HEIGHT, 1);
  dossier_scene_stage_show (fixture->stage, 0, FALSE);
  ask (fixture);
  dossier_scene_stage_set_size (fixture->stage, WIDTH / 2, HEIGHT, 2);
  assert_is_scene (fixture, ask (fixture)->surface, 0, WIDTH / 2, HEIGHT, 2);

  dossier_scene_stage_show (fixture->stage, 5, TRUE);
  for (int i = 0; i < 10; i++)
    ask (fixture);
  dossier_theme_init (&fixture->theme, DOSSIER_THEME_DARK);
  dossier_scene_stage_set_theme (fixture->stage, &fixture->theme);
  assert_is_scene (fixture, ask (fixture)->surface, 5, WIDTH / 2, HEIGHT, 2);
  g_assert_false (dossier_scene_stage_is_gliding (fixture->stage));
}

static void
count_cb (DossierSceneStills *stills, int *n)
{
  (*n)++;
}

/* Stills are what is painted at once, are painted once, and only as long as somebody wants them. */
static void
test_stills (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DossierSceneStills) stills = dossier_scene_stills_new (fixture->document, 0, &fixture->theme);
  DossierSceneFrame *frame;
  int one, other;
  int n_ready = 0;

  g_signal_connect (stills, "ready", G_CALLBACK (count_cb), &n_ready);
  for (int scene = 0; scene < 3; scene++)
    {
      g_assert_null (dossier_scene_stills_get (stills, &one, scene, 160, 90, 1));
      g_assert_null (dossier_scene_stills_get (stills, &other, scene, 200, 150, 2));
      g_assert_true (dossier_scene_stills_wait (stills, -1));
      frame = dossier_scene_stills_get (stills, &one, scene, 160, 90, 1);
      g_assert_nonnull (frame);
      assert_is_scene (fixture, frame->surface, scene, 160, 90, 1);
      frame = dossier_scene_stills_get (stills, &other, scene, 200, 150, 2);
      g_assert_nonnull (frame);
      assert_is_scene (fixture, frame->surface, scene, 200, 150, 2);
    }
  g_assert_nonnull (dossier_scene_stills_get (stills, &one, 0, 160, 90, 1));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (n_ready, >, 0);

  dossier_theme_init (&fixture->theme, DOSSIER_THEME_DARK);
  dossier_scene_stills_set_theme (stills, &fixture->theme);
  g_assert_null (dossier_scene_stills_get (stills, &one, 0, 160, 90, 1));
  g_assert_true (dossier_scene_stills_wait (stills, -1));
  assert_is_scene (fixture, dossier_scene_stills_get (stills, &one, 0, 160, 90, 1)->surface, 0, 160, 90, 1);

  /* Of many wishes of one client only the last counts, and none that is withdrawn. */
  for (int scene = 3; scene < 14; scene++)
    dossier_scene_stills_get (stills, &one, scene, 160, 90, 1);
  dossier_scene_stills_forget (stills, &one);
  g_assert_true (dossier_scene_stills_wait (stills, -1));
  g_assert_null (dossier_scene_stills_get (stills, &other, 13, 160, 90, 1));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/scene-stage/first", test_first);
  add ("/scene-stage/glide", test_glide);
  add ("/scene-stage/interrupted", test_interrupted);
  add ("/scene-stage/look", test_look);
  add ("/scene-stage/stills", test_stills);

  return g_test_run ();
}
