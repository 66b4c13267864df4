/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-timeline-settling.h"

#define WHOLE DOSSIER_TIMELINE_SETTLING_USEC

/* A scene of one event, as it is laid out: with or without a title, at a height. */
static void
lay_out (DossierTimelineScene *scene, int event, double y, gboolean has_title)
{
  DossierTimelineItem item = { .event = event, .box = { 100, y, 90, 20 }, .title_opacity = 0.9 };

  if (has_title)
    item.title_box = (DossierTimelineBox){ 112, y + 2, 70, 16 };
  scene->width = 600;
  scene->height = 300;
  g_array_set_size (scene->items, 0);
  g_array_append_val (scene->items, item);
}

static const DossierTimelineItem *
get_item (const DossierTimelineScene *scene)
{
  return dossier_timeline_scene_get_item (scene, 0);
}

static void
test_row (void)
{
  g_autoptr (DossierTimelineSettling) settling = dossier_timeline_settling_new ();
  DossierTimelineScene scene;
  double last = 40;

  dossier_timeline_scene_init (&scene);

  /* What is seen first is where it is. */
  lay_out (&scene, 7, 40, TRUE);
  g_assert_false (dossier_timeline_settling_apply (settling, &scene, 1000));
  g_assert_cmpfloat (get_item (&scene)->box.y, ==, 40);
  g_assert_cmpfloat (get_item (&scene)->title_opacity, ==, 0.9);

  /* Another row is reached step by step, its title with it. */
  for (gint64 now = 2000; now < 2000 + WHOLE; now += WHOLE / 5)
    {
      lay_out (&scene, 7, 100, TRUE);
      g_assert_true (dossier_timeline_settling_apply (settling, &scene, now));
      g_assert_cmpfloat (get_item (&scene)->box.y, >=, last);
      g_assert_cmpfloat (get_item (&scene)->box.y, <=, 100);
      g_assert_cmpfloat (get_item (&scene)->title_box.y, ==, get_item (&scene)->box.y + 2);
      last = get_item (&scene)->box.y;
    }
  g_assert_cmpfloat (last, >, 80);

  /* Turned on the way, it goes on from where it is. */
  lay_out (&scene, 7, 40, TRUE);
  g_assert_true (dossier_timeline_settling_apply (settling, &scene, 2000 + WHOLE * 4 / 5));
  g_assert_cmpfloat_with_epsilon (get_item (&scene)->box.y, last, 1);
  lay_out (&scene, 7, 40, TRUE);
  g_assert_false (dossier_timeline_settling_apply (settling, &scene, 2000 + 2 * WHOLE));
  g_assert_cmpfloat (get_item (&scene)->box.y, ==, 40);

  dossier_timeline_scene_clear (&scene);
}

static void
test_title (void)
{
  g_autoptr (DossierTimelineSettling) settling = dossier_timeline_settling_new ();
  DossierTimelineScene scene;

  dossier_timeline_scene_init (&scene);
  lay_out (&scene, 7, 40, FALSE);
  g_assert_false (dossier_timeline_settling_apply (settling, &scene, 0));
  lay_out (&scene, 7, 40, TRUE);
  g_assert_true (dossier_timeline_settling_apply (settling, &scene, 1000));
  g_assert_cmpfloat (get_item (&scene)->title_opacity, ==, 0);
  lay_out (&scene, 7, 40, TRUE);
  g_assert_true (dossier_timeline_settling_apply (settling, &scene, 1000 + WHOLE / 3));
  g_assert_cmpfloat (get_item (&scene)->title_opacity, >, 0.3);
  g_assert_cmpfloat (get_item (&scene)->title_opacity, <, 0.9);
  lay_out (&scene, 7, 40, TRUE);
  g_assert_false (dossier_timeline_settling_apply (settling, &scene, 1000 + WHOLE));
  g_assert_cmpfloat (get_item (&scene)->title_opacity, ==, 0.9);

  dossier_timeline_scene_clear (&scene);
}

/* What is scrolled, resized, new or forgotten does not glide. */
static void
test_at_once (void)
{
  g_autoptr (DossierTimelineSettling) settling = dossier_timeline_settling_new ();
  DossierTimelineScene scene;

  dossier_timeline_scene_init (&scene);
  lay_out (&scene, 7, 140, TRUE);
  g_assert_false (dossier_timeline_settling_apply (settling, &scene, 0));
  lay_out (&scene, 7, 40, TRUE);
  scene.scroll = 100;
  g_assert_false (dossier_timeline_settling_apply (settling, &scene, 1000));
  g_assert_cmpfloat (get_item (&scene)->box.y, ==, 40);

  lay_out (&scene, 7, 80, TRUE);
  scene.width = 500;
  g_assert_false (dossier_timeline_settling_apply (settling, &scene, 2000));

  lay_out (&scene, 8, 20, TRUE);
  scene.width = 500;
  g_assert_false (dossier_timeline_settling_apply (settling, &scene, 3000));

  dossier_timeline_settling_reset (settling);
  lay_out (&scene, 8, 120, TRUE);
  scene.width = 500;
  g_assert_false (dossier_timeline_settling_apply (settling, &scene, 4000));
  g_assert_cmpfloat (get_item (&scene)->box.y, ==, 120);

  dossier_timeline_scene_clear (&scene);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-settling/row", test_row);
  g_test_add_func ("/timeline-settling/title", test_title);
  g_test_add_func ("/timeline-settling/at-once", test_at_once);

  return g_test_run ();
}
