/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-centrality.h"
#include "layout/dossier-communities.h"
#include "layout/dossier-map-network.h"
#include "layout/dossier-paths.h"

/*
 * What is measured is held against igraph by test-measures; here, what of a map is measured.
 */

enum
{
  STATE,
  OTHER,
  PERSON,
  THIRD,
  N_NODES
};

/* Two states with a tie that binds, one that divides and one that is denied; a person beside the first, without a
 * tie to it; a third state with which only the second is in conflict. */
static DossierMap *
make_map (void)
{
  DossierMap *map = dossier_map_new ();

  dossier_map_add_node (map, "state", DOSSIER_ACTOR_TYPE_STATE, "State", NULL);
  dossier_map_add_node (map, "other", DOSSIER_ACTOR_TYPE_STATE, "Other", NULL);
  dossier_map_add_node (map, "person", DOSSIER_ACTOR_TYPE_PERSON, "Person", NULL);
  dossier_map_add_node (map, "third", DOSSIER_ACTOR_TYPE_STATE, "Third", NULL);
  dossier_map_add_tie (map, 0, STATE, OTHER, TRUE, DOSSIER_SIGN_COOPERATIVE, DOSSIER_STATUS_REPORTED, 2, "");
  dossier_map_add_tie (map, 1, OTHER, STATE, TRUE, DOSSIER_SIGN_CONFLICTUAL, DOSSIER_STATUS_REPORTED, 4, "");
  dossier_map_add_tie (map, 2, STATE, OTHER, TRUE, DOSSIER_SIGN_COOPERATIVE, DOSSIER_STATUS_DENIED, 8, "");
  dossier_map_add_tie (map, 3, OTHER, THIRD, TRUE, DOSSIER_SIGN_CONFLICTUAL, DOSSIER_STATUS_REPORTED, 16, "");
  map->nodes[PERSON].parent = STATE;
  dossier_map_seal (map);

  return map;
}

/* What the edge between two nodes weighs, 0 if there is none; asserts that both ends say the same. */
static double
get_weight (const DossierAdjacency *network, int node, int other)
{
  double weights[2] = { 0, 0 };

  for (int end = 0; end < 2; end++)
    {
      int from = end == 0 ? node : other;
      int to = end == 0 ? other : node;

      for (int i = network->offsets[from]; i < network->offsets[from + 1]; i++)
        if (network->neighbours[i].node == to)
          weights[end] += network->neighbours[i].weight;
    }
  g_assert_cmpfloat (weights[0], ==, weights[1]);

  return weights[0];
}

static void
test_flags (void)
{
  static const struct
  {
    DossierMapNetworkFlags flags;
    double state_other;
    double state_person;
    double other_third;
  } cases[] = {
    { DOSSIER_MAP_NETWORK_ALL, 14, 0, 16 },
    { DOSSIER_MAP_NETWORK_BINDING, 2, 0, 0 },
    { DOSSIER_MAP_NETWORK_PARENTS, 14, 1, 16 },
    { DOSSIER_MAP_NETWORK_BINDING | DOSSIER_MAP_NETWORK_PARENTS, 2, 1, 0 },
  };
  g_autoptr (DossierMap) map = make_map ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DossierAdjacency) network = dossier_map_network_new (map, cases[i].flags);

      g_assert_cmpint (network->n_nodes, ==, N_NODES);
      g_assert_cmpfloat (get_weight (network, STATE, OTHER), ==, cases[i].state_other);
      g_assert_cmpfloat (get_weight (network, STATE, PERSON), ==, cases[i].state_person);
      g_assert_cmpfloat (get_weight (network, OTHER, THIRD), ==, cases[i].other_third);
    }
}

static void
test_visible (void)
{
  g_autoptr (DossierMap) map = make_map ();

  for (int i = 0; i < map->n_ties; i++)
    map->ties[i].visible = map->ties[i].tie == 0 || map->ties[i].tie == 3;
  map->nodes[THIRD].visible = FALSE;

  {
    g_autoptr (DossierAdjacency) network = dossier_map_network_new (map, DOSSIER_MAP_NETWORK_VISIBLE | DOSSIER_MAP_NETWORK_PARENTS);

    g_assert_cmpfloat (get_weight (network, STATE, OTHER), ==, 2);
    g_assert_cmpfloat (get_weight (network, STATE, PERSON), ==, 1);
    g_assert_cmpfloat (get_weight (network, OTHER, THIRD), ==, 0);
  }

  map->nodes[PERSON].visible = FALSE;
  {
    g_autoptr (DossierAdjacency) network = dossier_map_network_new (map, DOSSIER_MAP_NETWORK_VISIBLE | DOSSIER_MAP_NETWORK_PARENTS);

    g_assert_cmpfloat (get_weight (network, STATE, PERSON), ==, 0);
  }
}

/* A tie between a person and the state beside which it stands: one edge with the weight of both. */
static void
test_tie_to_parent (void)
{
  g_autoptr (DossierMap) map = dossier_map_new ();
  g_autoptr (DossierAdjacency) network = NULL;

  dossier_map_add_node (map, "state", DOSSIER_ACTOR_TYPE_STATE, "State", NULL);
  dossier_map_add_node (map, "person", DOSSIER_ACTOR_TYPE_PERSON, "Person", NULL);
  dossier_map_add_tie (map, 0, 1, 0, TRUE, DOSSIER_SIGN_COOPERATIVE, DOSSIER_STATUS_REPORTED, 2, "");
  map->nodes[1].parent = 0;
  dossier_map_seal (map);

  network = dossier_map_network_new (map, DOSSIER_MAP_NETWORK_PARENTS);
  g_assert_cmpint (network->offsets[2], ==, 2);
  g_assert_cmpfloat (get_weight (network, 0, 1), ==, 3);
}

/* A path goes by the strongest ties where several are as short. */
static void
test_strongest_path (void)
{
  g_autoptr (DossierGraph) graph = dossier_graph_new ();
  g_autoptr (DossierAdjacency) adjacency = NULL;
  g_autofree int *path = NULL;
  int n_path;

  for (int i = 0; i < 4; i++)
    dossier_graph_add_node (graph, (guint64) i);
  dossier_graph_add_edge (graph, 0, 1, 1, 1);
  dossier_graph_add_edge (graph, 1, 3, 1, 3);
  dossier_graph_add_edge (graph, 0, 2, 1, 3);
  dossier_graph_add_edge (graph, 2, 3, 1, 2);
  adjacency = dossier_adjacency_new (graph);

  path = dossier_paths_find_shortest (adjacency, 0, 3, &n_path);
  g_assert_cmpint (n_path, ==, 3);
  g_assert_cmpint (path[0], ==, 0);
  g_assert_cmpint (path[1], ==, 2);
  g_assert_cmpint (path[2], ==, 3);
}

static void
test_cancelled (void)
{
  g_autoptr (DossierMap) map = make_map ();
  g_autoptr (DossierAdjacency) network = dossier_map_network_new (map, DOSSIER_MAP_NETWORK_ALL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  double scores[N_NODES];
  int communities[N_NODES];

  g_assert_true (dossier_centrality_betweenness (network, scores, cancellable));
  g_assert_cmpint (dossier_communities_find (network, 1, communities, cancellable), ==, 2);
  g_cancellable_cancel (cancellable);
  g_assert_false (dossier_centrality_betweenness (network, scores, cancellable));
  g_assert_cmpint (dossier_communities_find (network, 1, communities, cancellable), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-network/flags", test_flags);
  g_test_add_func ("/map-network/visible", test_visible);
  g_test_add_func ("/map-network/tie-to-parent", test_tie_to_parent);
  g_test_add_func ("/map-network/strongest-path", test_strongest_path);
  g_test_add_func ("/map-network/cancelled", test_cancelled);

  return g_test_run ();
}
