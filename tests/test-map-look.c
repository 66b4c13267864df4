/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-arrangement.h"
#include "layout/dossier-map-lasso.h"
#include "layout/dossier-map-look.h"
#include "layout/dossier-map-move.h"
#include "layout/dossier-map-walk.h"

#include <string.h>

static void
measure_text (const char *text, DossierTextStyle style, double *width, double *height, gpointer data)
{
  *width = 7.0 * (double) g_utf8_strlen (text, -1);
  *height = 16;
}

static void
tie (DossierMap *map, int from, int to, double weight)
{
  dossier_map_add_tie (map, map->n_ties, from, to, FALSE, DOSSIER_SIGN_COOPERATIVE, DOSSIER_STATUS_REPORTED, weight, "");
}

/*
 * Two triangles that a bridge joins, and one alone:
 *
 *   0---1       4---5
 *    \ /         \ /
 *     2-----------3       6
 */
static DossierMap *
make_map (void)
{
  static const DossierPoint places[] = { { -300, -100 }, { -200, -100 }, { -250, 0 }, { 250, 0 }, { 200, -100 }, { 300, -100 }, { 0, 200 } };
  DossierMap *map = dossier_map_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *id = g_strdup_printf ("n%d", (int) i);

      dossier_map_add_node (map, id, DOSSIER_ACTOR_TYPE_STATE, id, NULL);
      map->nodes[i].x = places[i].x;
      map->nodes[i].y = places[i].y;
      map->nodes[i].placed = TRUE;
      map->nodes[i].actor = (int) i;
    }
  tie (map, 0, 1, 3);
  tie (map, 1, 2, 1);
  tie (map, 2, 0, 1);
  tie (map, 3, 4, 1);
  tie (map, 4, 5, 1);
  tie (map, 5, 3, 1);
  tie (map, 2, 3, 0.5);
  dossier_map_seal (map);
  dossier_map_set_text (map, measure_text, NULL);

  return map;
}

static void
assert_set_off (const DossierMap *map, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < map->n_nodes; i++)
    if (!map->nodes[i].dimmed)
      g_string_append_printf (text, "%d", i);
  g_string_append_c (text, '|');
  for (int i = 0; i < map->n_ribbons; i++)
    if (!map->ties[map->ribbons[i].first_tie].dimmed)
      g_string_append_printf (text, " %d%d", MIN (map->ribbons[i].a, map->ribbons[i].b), MAX (map->ribbons[i].a, map->ribbons[i].b));
  g_assert_cmpint ((int) text->len, ==, (int) strlen (expected));
  /* Ribbons are in the order of their seeds: each must occur. */
  for (const char *c = strchr (expected, '|') + 1; *c == ' '; c += 3)
    {
      char pair[] = { ' ', c[1], c[2], '\0' };

      g_assert_nonnull (strstr (text->str, pair));
    }
  g_assert_true (strncmp (text->str, expected, (gsize) (strchr (expected, '|') - expected)) == 0);
}

static void
test_neighbourhood (void)
{
  g_autoptr (DossierMap) map = make_map ();

  g_assert_cmpint (dossier_map_look_at_neighbourhood (map, 0, 1), ==, 3);
  assert_set_off (map, "012| 01 12 02");
  g_assert_cmpint (dossier_map_look_at_neighbourhood (map, 0, 2), ==, 4);
  assert_set_off (map, "0123| 01 12 02 23");
  g_assert_cmpint (dossier_map_look_at_neighbourhood (map, 0, 3), ==, 6);
  g_assert_cmpint (dossier_map_look_at_neighbourhood (map, 6, 3), ==, 1);
  assert_set_off (map, "6|");

  /* Only along what is visible. */
  for (int i = 0; i < map->n_ties; i++)
    map->ties[i].visible = map->ties[i].weight > 2;
  g_assert_cmpint (dossier_map_look_at_neighbourhood (map, 0, 3), ==, 2);
}

static void
test_between (void)
{
  g_autoptr (DossierMap) map = make_map ();

  g_assert_cmpint (dossier_map_look_between (map, 0, 5, DOSSIER_MAP_BETWEEN_PATH), ==, 2);
  assert_set_off (map, "0235| 02 23 35");
  g_assert_true (map->nodes[0].selected && map->nodes[5].selected && !map->nodes[2].selected);
  g_assert_cmpint (dossier_map_look_between (map, 0, 1, DOSSIER_MAP_BETWEEN_PATH), ==, 0);
  assert_set_off (map, "01| 01");
  g_assert_cmpint (dossier_map_look_between (map, 0, 1, DOSSIER_MAP_BETWEEN_COMMON), ==, 1);
  assert_set_off (map, "012| 01 02 12");
  g_assert_cmpint (dossier_map_look_between (map, 0, 5, DOSSIER_MAP_BETWEEN_COMMON), ==, 0);
  assert_set_off (map, "05|");

  /* No path: nothing is changed. */
  dossier_map_look_at_neighbourhood (map, 6, 1);
  g_assert_cmpint (dossier_map_look_between (map, 0, 6, DOSSIER_MAP_BETWEEN_PATH), ==, -1);
  assert_set_off (map, "6|");
}

static void
test_prepare (void)
{
  static const DossierMapSize sizes[] = { DOSSIER_MAP_SIZE_WEIGHT, DOSSIER_MAP_SIZE_DEGREE, DOSSIER_MAP_SIZE_BETWEENNESS };
  /* Whose mark is the largest: 0 and 1 share the weightiest tie, the bridge's ends have most neighbours and stand
   * between all. */
  static const int largest[] = { 0, 2, 2 };
  g_autoptr (DossierMap) communities = make_map ();

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (DossierMap) map = make_map ();
      DossierMapLook look = { DOSSIER_MAP_HULLS_AFFILIATION, sizes[i] };

      g_assert_true (dossier_map_look_prepare (map, &look, NULL));
      for (int j = 0; j < map->n_nodes; j++)
        g_assert_cmpfloat (map->nodes[j].radius, <=, map->nodes[largest[i]].radius);
      if (sizes[i] == DOSSIER_MAP_SIZE_BETWEENNESS)
        g_assert_cmpfloat (map->nodes[0].radius, <, map->nodes[2].radius);
    }

  g_assert_true (dossier_map_look_prepare (communities, &(DossierMapLook){ DOSSIER_MAP_HULLS_COMMUNITY, DOSSIER_MAP_SIZE_WEIGHT }, NULL));
  g_assert_cmpint (communities->n_groups, ==, 2);
  for (int i = 0; i < 2; i++)
    {
      g_assert_true (communities->groups[i].is_community);
      g_assert_cmpint (communities->groups[i].n_members, ==, 3);
    }
  g_assert_true (dossier_map_look_prepare (communities, &(DossierMapLook){ DOSSIER_MAP_HULLS_NONE, DOSSIER_MAP_SIZE_WEIGHT }, NULL));
  g_assert_cmpint (communities->n_groups, ==, 0);
}

/* Who was put somewhere by hand stands there in the next map; who merely stood there only if asked for. */
static void
test_keep (void)
{
  g_autoptr (DossierMap) from = make_map ();
  g_autoptr (DossierMap) pinned = make_map ();
  g_autoptr (DossierMap) all = make_map ();
  gboolean kept[7] = { TRUE, FALSE, TRUE };

  for (int i = 0; i < from->n_nodes; i++)
    {
      from->nodes[i].x += 1000;
      pinned->nodes[i].placed = all->nodes[i].placed = FALSE;
    }
  from->nodes[3].pinned = TRUE;
  dossier_map_look_keep_places (pinned, from, TRUE);
  dossier_map_look_keep_places (all, from, FALSE);
  for (int i = 0; i < from->n_nodes; i++)
    {
      g_assert_cmpint (pinned->nodes[i].placed, ==, i == 3);
      g_assert_cmpint (all->nodes[i].placed, ==, !from->nodes[i].loose);
      g_assert_cmpint (all->nodes[i].pinned, ==, i == 3);
    }
  g_assert_cmpfloat (pinned->nodes[3].x, ==, 1250);
  g_assert_true (dossier_map_arrangement_run (pinned, 1.5, NULL));
  g_assert_cmpfloat (pinned->nodes[3].x, ==, 1250);

  dossier_map_look_keep (from, kept);
  g_assert_true (from->nodes[0].visible && !from->nodes[1].visible && from->nodes[2].visible && !from->nodes[6].visible);
  dossier_map_look_keep (from, NULL);
  g_assert_true (from->nodes[1].visible && from->nodes[6].visible);
}

static void
test_lasso (void)
{
  g_autoptr (DossierMap) map = make_map ();
  DossierMapCamera camera = { 0, 0, 1, 800, 600 };
  /* Around the left triangle but with a dent that leaves out node 2. */
  const DossierPoint points[] = { { 50, 150 }, { 250, 150 }, { 250, 250 }, { 150, 220 }, { 50, 250 } };

  g_assert_cmpint (dossier_map_lasso_choose (map, &camera, points, 5), ==, 2);
  g_assert_true (map->nodes[0].chosen && map->nodes[1].chosen && !map->nodes[2].chosen);
  map->nodes[0].visible = FALSE;
  g_assert_cmpint (dossier_map_lasso_choose (map, &camera, points, 5), ==, 1);
  g_assert_cmpint (dossier_map_lasso_choose (map, &camera, points, 2), ==, 0);
  g_assert_cmpint (dossier_map_lasso_choose (map, &camera, points, 0), ==, 0);
}

static void
test_move (void)
{
  g_autoptr (DossierMap) map = make_map ();
  const int nodes[] = { 1, 4 };
  g_autoptr (DossierMapMove) move = dossier_map_move_new (map, nodes, 2);
  g_autoptr (DossierMapMove) nothing = dossier_map_move_new (map, nodes, 2);

  g_assert_false (dossier_map_move_finish (nothing, map));
  map->nodes[1].x += 10;
  map->nodes[4].pinned = TRUE;
  g_assert_true (dossier_map_move_finish (move, map));
  g_assert_cmpint (dossier_map_move_get_n_nodes (move), ==, 2);
  dossier_map_move_apply (move, map, TRUE);
  g_assert_cmpfloat (map->nodes[1].x, ==, -200);
  g_assert_false (map->nodes[4].pinned);
  dossier_map_move_apply (move, map, FALSE);
  g_assert_cmpfloat (map->nodes[1].x, ==, -190);
  g_assert_true (map->nodes[4].pinned);
}

/* Along ties where one leads that way, else to who is next; and from one tie to the other around an actor. */
static void
test_walk (void)
{
  g_autoptr (DossierMap) map = make_map ();
  int bridge = dossier_map_find_ribbon (map, 2, 3);
  int first = dossier_map_walk_around (map, 2, -1, 1);
  int ribbon = first;
  int n = 0;

  g_assert_cmpint (dossier_map_walk_along (map, 0, 1, 0), ==, 1);
  g_assert_cmpint (dossier_map_walk_along (map, 2, 1, 0), ==, 3);
  g_assert_cmpint (dossier_map_walk_along (map, 3, -1, 0), ==, 2);
  g_assert_cmpint (dossier_map_walk_along (map, 5, 1, 0), ==, 5);
  /* Nobody is tied to 6, yet it is reached. */
  g_assert_cmpint (dossier_map_walk_along (map, 6, 0, -1), !=, 6);
  g_assert_cmpint (dossier_map_walk_step (map, 2, 1, 0), !=, 6);

  g_assert_cmpint (dossier_map_walk_across (map, bridge, 1, 0), ==, 3);
  g_assert_cmpint (dossier_map_walk_across (map, bridge, -1, 0), ==, 2);

  do
    {
      int next = dossier_map_walk_around (map, 2, ribbon, 1);

      g_assert_cmpint (next, !=, ribbon);
      g_assert_cmpint (dossier_map_walk_around (map, 2, next, -1), ==, ribbon);
      ribbon = next;
      n++;
    }
  while (ribbon != first && n < 10);
  g_assert_cmpint (n, ==, 3);
  g_assert_cmpint (dossier_map_walk_around (map, 6, -1, 1), ==, -1);

  for (int i = 0; i < map->n_ties; i++)
    map->ties[i].visible = FALSE;
  g_assert_false (dossier_map_walk_is_open (map, bridge));
  g_assert_cmpint (dossier_map_walk_around (map, 2, -1, 1), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-look/neighbourhood", test_neighbourhood);
  g_test_add_func ("/map-look/between", test_between);
  g_test_add_func ("/map-look/prepare", test_prepare);
  g_test_add_func ("/map-look/keep", test_keep);
  g_test_add_func ("/map-look/lasso", test_lasso);
  g_test_add_func ("/map-look/move", test_move);
  g_test_add_func ("/map-look/walk", test_walk);

  return g_test_run ();
}
