/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "samples.h"

#include "exchange/dossier-view-picture-private.h"
#include "layout/dossier-map-arrangement.h"
#include "layout/dossier-map-content.h"
#include "layout/dossier-map-scene.h"

#include <math.h>
#include <string.h>

#define WIDTH  900.0
#define HEIGHT 600.0

/* What there is to see: the bundled dossier. */
typedef struct
{
  DossierDocument *document;
  DossierTheme theme;
  DossierTypesetter *typesetter;
  DossierSwatches *swatches;
  int ribbon; /* between the two states that it is about */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DossierReport) report = dossier_report_new ();

  fixture->document = samples_read_bundled (report);
  dossier_theme_init (&fixture->theme, DOSSIER_THEME_LIGHT);
  fixture->typesetter = dossier_typesetter_new (&fixture->theme);
  fixture->swatches = dossier_swatches_new (fixture->document, &fixture->theme);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  dossier_swatches_free (fixture->swatches);
  dossier_typesetter_free (fixture->typesetter);
  g_object_unref (fixture->document);
}

/* A map as nothing but a person leaves it: one actor moved and pinned, people of one state folded in, communities within
 * hulls, marks by degree, some actors left out, a day chosen, a ribbon opened, and a wider neighbourhood set off. */
static DossierMap *
make_map (Fixture *fixture, const DossierMapLook *look)
{
  int korea = samples_find (fixture->document, "north-korea").index;
  int russia = samples_find (fixture->document, "russia").index;
  g_autofree gboolean *folded = dossier_map_content_fold_all (fixture->document, FALSE);
  g_autofree gboolean *kept = NULL;
  DossierMap *map;

  folded[russia] = TRUE;
  map = dossier_map_content_read (fixture->document, NULL, folded);
  dossier_map_set_text (map, dossier_typesetter_measure, fixture->typesetter);
  g_assert_true (dossier_map_look_prepare (map, look, NULL));
  g_assert_true (dossier_map_arrangement_run (map, 1.5, NULL));
  map->nodes[korea].x += 70;
  map->nodes[korea].y -= 40;
  map->nodes[korea].pinned = TRUE;
  dossier_map_arrangement_update (map);
  kept = g_new (gboolean, map->n_nodes);
  for (int i = 0; i < map->n_nodes; i++)
    kept[i] = i % 5 != 4 || i == korea || i == russia;
  dossier_map_look_keep (map, kept);
  dossier_map_content_show (map, fixture->document, NULL, DOSSIER_TIME_MIN, DOSSIER_TIME_MAX);
  dossier_map_content_emphasise (map, NULL, DOSSIER_REF_NONE, korea, russia);
  fixture->ribbon = dossier_map_content_open (map, fixture->document, DOSSIER_REF_NONE, korea, russia);
  g_assert_cmpint (fixture->ribbon, >=, 0);
  g_assert_cmpint (dossier_map_look_at_neighbourhood (map, korea, 1), >, 1);

  return map;
}

static char *
draw_as_text (Fixture *fixture, const DossierMap *map, const DossierMapCamera *camera)
{
  g_autoptr (DossierMapScene) scene = dossier_map_scene_new (map, camera, fixture->ribbon, dossier_typesetter_measure, fixture->typesetter);

  return dossier_map_scene_to_text (scene);
}

static DossierMapCamera
make_camera (const DossierMap *map)
{
  const DossierRectangle room = { 20, 20, WIDTH - 40, HEIGHT - 40 };
  DossierMapCamera camera = dossier_map_camera_fit (map, WIDTH, HEIGHT, &room);

  /* A part of it, with a legend over a corner. */
  camera = dossier_map_camera_zoom (&camera, 1.6, 200, 150);
  camera.covers[0] = (DossierRectangle){ WIDTH - 200, HEIGHT - 100, 180, 80 };

  return camera;
}

/* A copy is drawn like the map that it was made from, also when that is gone and its document with it. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  const DossierMapLook look = { DOSSIER_MAP_HULLS_COMMUNITY, DOSSIER_MAP_SIZE_DEGREE };
  DossierMap *map = make_map (fixture, &look);
  DossierMapCamera camera = make_camera (map);
  g_autoptr (DossierMap) copy = dossier_map_copy (map);
  g_autofree char *before = draw_as_text (fixture, map, &camera);
  g_autofree char *after = NULL;

  map->nodes[0].x += 1000;
  for (int i = 0; i < map->n_groups; i++)
    memset (map->groups[i].members, 0, sizeof (int) * (gsize) map->groups[i].n_members);
  dossier_map_free (map);

  after = draw_as_text (fixture, copy, &camera);
  g_assert_nonnull (strstr (before, "hull"));
  g_assert_cmpstr (after, ==, before);
}

/* What is made a picture of has everything where it is seen, and nothing that was gathered to be moved. */
static void
test_picture (Fixture *fixture, gconstpointer data)
{
  const DossierMapLook look = { DOSSIER_MAP_HULLS_COMMUNITY, DOSSIER_MAP_SIZE_DEGREE };
  DossierMap *map = make_map (fixture, &look);
  DossierMapCamera camera = make_camera (map);
  g_autofree char *seen = draw_as_text (fixture, map, &camera);
  g_autoptr (DossierMapSight) sight = NULL;
  DossierViewPictureOptions options = { .view = DOSSIER_VIEW_MAP, .selected = DOSSIER_REF_NONE };
  DossierViewPart part = {
    .document = fixture->document,
    .options = &options,
    .theme = &fixture->theme,
    .typesetter = fixture->typesetter,
    .swatches = fixture->swatches,
    .width = WIDTH,
    .height = HEIGHT,
  };

  map->nodes[0].chosen = TRUE;
  sight = dossier_map_sight_new (map, &camera, fixture->ribbon, &look, TRUE);
  g_assert_false (sight->map->nodes[0].chosen);
  g_assert_true (map->nodes[0].chosen);
  dossier_map_free (map);

  for (int i = 0; i < 2; i++)
    {
      DossierMapViewPart *picture;
      g_autofree char *drawn = NULL;

      options.map_sight = i == 0 ? sight : NULL;
      picture = dossier_map_view_part_new (&part);
      drawn = dossier_map_view_part_to_text (picture, &camera);
      if (i == 0)
        g_assert_cmpstr (drawn, ==, seen);
      else
        g_assert_cmpstr (drawn, !=, seen);
      dossier_map_view_part_free (picture);
    }
}

/* The view keeps its shape, whatever height is asked for, and the picture says that it leaves something out. */
static void
test_shape (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    double width;
    double height;
    gboolean is_narrowed;
  } cases[] = {
    { WIDTH, HEIGHT, FALSE },
    { WIDTH, 10, TRUE },
    { WIDTH, 5000, FALSE },
    { WIDTH * 2, HEIGHT, TRUE },
  };
  const DossierMapLook look = { DOSSIER_MAP_HULLS_NONE, DOSSIER_MAP_SIZE_WEIGHT };
  g_autoptr (DossierMap) map = make_map (fixture, &look);
  DossierMapCamera camera = make_camera (map);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DossierMapSight) sight = dossier_map_sight_new (map, &camera, -1, &look, cases[i].is_narrowed);
      DossierViewPictureOptions options = { .view = DOSSIER_VIEW_MAP, .selected = DOSSIER_REF_NONE, .width = cases[i].width, .height = cases[i].height, .map_sight = sight };
      g_autoptr (DossierViewPicture) made = dossier_view_picture_new (fixture->document, &options);
      const DossierPicture *picture = dossier_view_picture_get (made);
      double view_height = HEIGHT * cases[i].width / WIDTH;

      g_assert_cmpfloat (picture->width, ==, cases[i].width);
      g_assert_cmpfloat (picture->height, >, view_height + 40);
      g_assert_cmpfloat (picture->height, <, view_height + 250);
      g_assert_cmpint (strstr (picture->description, "left out by hand") != NULL, ==, cases[i].is_narrowed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/map-sight/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("copy", test_copy);
  ADD ("picture", test_picture);
  ADD ("shape", test_shape);

  return g_test_run ();
}
