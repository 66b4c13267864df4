/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-scene-glide.h"

#include <math.h>

#define DAY 86400.0

static const DossierSceneState one = {
  .from = 0, .to = 0, .fade = 1, .begin = 0, .end = 100 * DAY, .as_of = NAN, .x = 0, .y = 0, .zoom = 1
};
static const DossierSceneState near = {
  .from = 1, .to = 1, .fade = 1, .begin = 0, .end = 90 * DAY, .as_of = NAN, .x = 0, .y = 0, .zoom = 1
};
static const DossierSceneState far = {
  .from = 2, .to = 2, .fade = 1, .begin = 40000 * DAY, .end = 40002 * DAY, .as_of = NAN, .x = 50, .y = 80, .zoom = 4
};

/* Long enough to follow, short enough not to wait for; nowhere is a cut. */
static void
test_duration (void)
{
  gint64 to_near = dossier_scene_glide_get_duration (&one, &near);
  gint64 to_far = dossier_scene_glide_get_duration (&one, &far);

  g_assert_cmpint (dossier_scene_glide_get_duration (&one, &one), ==, 0);
  g_assert_cmpint (to_near, >=, DOSSIER_SCENE_GLIDE_SHORTEST);
  g_assert_cmpint (to_near, <, to_far);
  g_assert_cmpint (to_far, <=, DOSSIER_SCENE_GLIDE_LONGEST);
}

static void
test_ends (void)
{
  DossierSceneGlide glide = { one, far, 1000, G_USEC_PER_SEC };
  DossierSceneState before = dossier_scene_glide_get_state (&glide, 0);
  DossierSceneState after = dossier_scene_glide_get_state (&glide, 1000 + G_USEC_PER_SEC);

  g_assert_false (dossier_scene_glide_is_over (&glide, 0));
  g_assert_false (dossier_scene_glide_is_over (&glide, 999 + G_USEC_PER_SEC));
  g_assert_true (dossier_scene_glide_is_over (&glide, 1000 + G_USEC_PER_SEC));
  g_assert_cmpfloat_with_epsilon (before.end, one.end, 1);
  g_assert_cmpfloat (before.zoom, ==, one.zoom);
  g_assert_true (dossier_scene_state_is_at_rest (&after));
  g_assert_cmpint (after.to, ==, 2);
  g_assert_cmpfloat (after.begin, ==, far.begin);
}

/* It is there at once. */
static void
test_cut (void)
{
  DossierSceneGlide glide = { one, far, 1000, 0 };
  DossierSceneState state = dossier_scene_glide_get_state (&glide, 1000);

  g_assert_true (dossier_scene_glide_is_over (&glide, 1000));
  g_assert_cmpint (state.to, ==, 2);
  g_assert_true (dossier_scene_state_is_at_rest (&state));
}

/* It leaves gently and arrives gently: at both ends it moves less than a tenth as fast as in between. */
static void
test_is_gentle (void)
{
  DossierSceneGlide glide = { one, far, 0, 1000000 };
  double fastest = 0;
  double first, last;

  for (int i = 0; i < 100; i++)
    {
      double moved = fabs (dossier_scene_glide_get_state (&glide, (i + 1) * 10000).fade - dossier_scene_glide_get_state (&glide, i * 10000).fade);

      fastest = MAX (fastest, moved);
    }
  first = dossier_scene_glide_get_state (&glide, 10000).fade - dossier_scene_glide_get_state (&glide, 0).fade;
  last = 1 - dossier_scene_glide_get_state (&glide, 990000).fade;
  g_assert_cmpfloat (first, <, fastest / 10);
  g_assert_cmpfloat (last, <, fastest / 10);
  g_assert_cmpfloat (first, >=, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene-glide/duration", test_duration);
  g_test_add_func ("/scene-glide/ends", test_ends);
  g_test_add_func ("/scene-glide/cut", test_cut);
  g_test_add_func ("/scene-glide/is-gentle", test_is_gentle);

  return g_test_run ();
}
