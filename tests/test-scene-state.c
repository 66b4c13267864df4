/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-scene-state.h"

#include <math.h>

#define DAY 86400.0

static const DossierSceneState one = {
  .from = 0, .to = 0, .fade = 1, .begin = 0, .end = 100 * DAY, .as_of = 10 * DAY, .as_of_opacity = 1, .x = 0, .y = 0, .zoom = 1
};
static const DossierSceneState other = {
  .from = 3, .to = 3, .fade = 1, .begin = 400 * DAY, .end = 430 * DAY, .as_of = 410 * DAY, .as_of_opacity = 1, .x = 50, .y = 80, .zoom = 4
};

static void
assert_same_view (const DossierSceneState *a, const DossierSceneState *b)
{
  g_assert_cmpfloat_with_epsilon (a->begin, b->begin, 1);
  g_assert_cmpfloat_with_epsilon (a->end, b->end, 1);
  g_assert_cmpfloat_with_epsilon (a->as_of, b->as_of, 1);
  g_assert_cmpfloat_with_epsilon (a->x, b->x, 1e-6);
  g_assert_cmpfloat_with_epsilon (a->y, b->y, 1e-6);
  g_assert_cmpfloat_with_epsilon (a->zoom, b->zoom, 1e-6);
}

static void
test_ends (void)
{
  DossierSceneState start = dossier_scene_state_mix (&one, &other, 0);
  DossierSceneState end = dossier_scene_state_mix (&one, &other, 1);
  double opacity;

  assert_same_view (&start, &one);
  g_assert_cmpint (dossier_scene_state_get_scene (&start, &opacity), ==, 0);
  g_assert_cmpfloat (opacity, ==, 1);
  g_assert_false (dossier_scene_state_is_at_rest (&start));

  assert_same_view (&end, &other);
  g_assert_cmpint (dossier_scene_state_get_scene (&end, &opacity), ==, 3);
  g_assert_cmpfloat (opacity, ==, 1);
  g_assert_true (dossier_scene_state_is_at_rest (&end));
}

/* Nothing jumps from one frame to the next, and the words of both scenes are never seen at once. */
static void
test_is_steady (void)
{
  DossierSceneState before = dossier_scene_state_mix (&one, &other, 0);
  double opacity_before = 1;

  for (int i = 1; i <= 200; i++)
    {
      DossierSceneState state = dossier_scene_state_mix (&one, &other, i / 200.0);
      double opacity;
      int scene = dossier_scene_state_get_scene (&state, &opacity);

      g_assert_cmpfloat (fabs (state.begin - before.begin), <, 20 * DAY);
      g_assert_cmpfloat (state.end, >, state.begin);
      g_assert_cmpfloat (fabs (log (state.zoom / before.zoom)), <, 0.02);
      g_assert_cmpint (scene, ==, i < 100 ? 0 : 3);
      g_assert_cmpfloat (fabs (opacity - opacity_before), <=, 0.0101);
      before = state;
      opacity_before = opacity;
    }
}

/* Who goes on before a glide has ended sees no word jump. */
static void
test_interrupted (void)
{
  static const double amounts[] = { 0, 0.1, 0.3, 0.49, 0.5, 0.51, 0.8, 0.99 };
  DossierSceneState third = other;

  third.from = third.to = 4;
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      DossierSceneState on_the_way = dossier_scene_state_mix (&one, &other, amounts[i]);
      DossierSceneState next = dossier_scene_state_mix (&on_the_way, &third, 0);
      DossierSceneState back = dossier_scene_state_mix (&on_the_way, &one, 0);
      DossierSceneState end = dossier_scene_state_mix (&on_the_way, &third, 1);
      double opacity, opacity_next, opacity_back;
      int scene = dossier_scene_state_get_scene (&on_the_way, &opacity);

      g_assert_cmpint (dossier_scene_state_get_scene (&next, &opacity_next), ==, opacity > 0 ? scene : 4);
      g_assert_cmpfloat_with_epsilon (opacity, opacity_next, 1e-9);
      g_assert_cmpint (dossier_scene_state_get_scene (&back, &opacity_back), ==, opacity > 0 ? scene : 0);
      g_assert_cmpfloat_with_epsilon (opacity, opacity_back, 1e-9);
      assert_same_view (&next, &on_the_way);
      g_assert_true (dossier_scene_state_is_at_rest (&end));
    }
}

/* A day that only one end has does not move: it comes or goes where it is. */
static void
test_as_of (void)
{
  DossierSceneState without = other;
  DossierSceneState middle;

  without.as_of = NAN;
  without.as_of_opacity = 0;
  middle = dossier_scene_state_mix (&one, &without, 0.25);
  g_assert_cmpfloat (middle.as_of, ==, one.as_of);
  g_assert_cmpfloat_with_epsilon (middle.as_of_opacity, 0.75, 1e-9);

  middle = dossier_scene_state_mix (&without, &one, 0.25);
  g_assert_cmpfloat (middle.as_of, ==, one.as_of);
  g_assert_cmpfloat_with_epsilon (middle.as_of_opacity, 0.25, 1e-9);

  middle = dossier_scene_state_mix (&one, &other, 0.5);
  g_assert_cmpfloat_with_epsilon (middle.as_of, 210 * DAY, 1);
}

static void
test_distance (void)
{
  DossierSceneState words = one;

  words.from = words.to = 1;
  g_assert_cmpfloat (dossier_scene_state_get_distance (&one, &one), ==, 0);
  g_assert_cmpfloat (dossier_scene_state_get_distance (&one, &words), >, 0);
  g_assert_cmpfloat (dossier_scene_state_get_distance (&one, &other), >, dossier_scene_state_get_distance (&one, &words));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene-state/ends", test_ends);
  g_test_add_func ("/scene-state/is-steady", test_is_steady);
  g_test_add_func ("/scene-state/interrupted", test_interrupted);
  g_test_add_func ("/scene-state/as-of", test_as_of);
  g_test_add_func ("/scene-state/distance", test_distance);

  return g_test_run ();
}
