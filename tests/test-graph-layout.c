/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-graph-layout.h"
#include "layout/dossier-overlap-removal.h"
#include "layout/dossier-pivot-mds.h"
#include "layout/dossier-random.h"
#include "layout/dossier-separation.h"
#include "layout/dossier-stress-layout.h"

#include <math.h>
#include <string.h>

static const DossierGraphLayoutOptions defaults = {
  .aspect = 1.8,
  .density = 0.28,
  .gap = 14,
  .saturation = 0.5,
  .parent_length = 0.36,
};

static int
add_node (DossierGraph *graph, DossierRandom *random, int number)
{
  g_autofree char *id = g_strdup_printf ("actor-%d", number);
  int node = dossier_graph_add_node (graph, dossier_random_seed_of (id));

  graph->nodes[node].half_width = 10 + 50 * dossier_random_unit (random);
  graph->nodes[node].above = 8 + 20 * dossier_random_unit (random);
  graph->nodes[node].below = graph->nodes[node].above + 18;

  return node;
}

/* A graph as dossiers have them: a few hubs, most others tied to one or two of them, persons beside states;
 * now and then in several parts. */
static DossierGraph *
make_random_graph (guint64 seed, int n_nodes)
{
  DossierGraph *graph = dossier_graph_new ();
  DossierRandom random = { seed };

  for (int i = 0; i < n_nodes; i++)
    {
      int node = add_node (graph, &random, i);
      int n_edges = (int) dossier_random_below (&random, 4);

      if (node > 3 && dossier_random_below (&random, 4) == 0)
        graph->nodes[node].parent = (int) dossier_random_below (&random, (guint32) node);

      for (int j = 0; j < n_edges && node > 0; j++)
        {
          guint32 bound = dossier_random_below (&random, 2) == 0 ? MIN (5, (guint32) node) : (guint32) node;

          dossier_graph_add_edge (graph, node, (int) dossier_random_below (&random, bound), 1, 1 + dossier_random_unit (&random));
        }
    }

  return graph;
}

static DossierGraph *
make_star (int n_nodes)
{
  DossierGraph *graph = dossier_graph_new ();
  DossierRandom random = { 1 };

  for (int i = 0; i < n_nodes; i++)
    {
      add_node (graph, &random, i);
      if (i > 0)
        dossier_graph_add_edge (graph, 0, i, 1, 1);
    }

  return graph;
}

static DossierGraph *
make_complete (int n_nodes)
{
  DossierGraph *graph = dossier_graph_new ();
  DossierRandom random = { 2 };

  for (int i = 0; i < n_nodes; i++)
    {
      add_node (graph, &random, i);
      for (int j = 0; j < i; j++)
        dossier_graph_add_edge (graph, i, j, 1, 1);
    }

  return graph;
}

static int
count_overlaps (const DossierGraph *graph)
{
  int count = 0;

  for (int i = 0; i < graph->n_nodes; i++)
    for (int j = i + 1; j < graph->n_nodes; j++)
      {
        const DossierGraphNode *a = &graph->nodes[i];
        const DossierGraphNode *b = &graph->nodes[j];

        count += fabs (a->x - b->x) < a->half_width + b->half_width &&
                 a->y - a->above < b->y + b->below && b->y - b->above < a->y + a->below;
      }

  return count;
}

static double
measure_diagonal (const DossierGraph *graph)
{
  double left = G_MAXDOUBLE;
  double right = -G_MAXDOUBLE;
  double top = G_MAXDOUBLE;
  double bottom = -G_MAXDOUBLE;

  for (int i = 0; i < graph->n_nodes; i++)
    {
      left = MIN (left, graph->nodes[i].x);
      right = MAX (right, graph->nodes[i].x);
      top = MIN (top, graph->nodes[i].y);
      bottom = MAX (bottom, graph->nodes[i].y);
    }

  return hypot (right - left, bottom - top);
}

static void
assert_laid_out (DossierGraph *graph)
{
  g_assert_true (dossier_graph_layout_run (graph, &defaults, NULL));
  for (int i = 0; i < graph->n_nodes; i++)
    g_assert_true (isfinite (graph->nodes[i].x) && isfinite (graph->nodes[i].y));
  g_assert_cmpint (count_overlaps (graph), ==, 0);
}

static void
test_no_overlap (void)
{
  for (int i = 0; i < 50; i++)
    {
      g_autoptr (DossierGraph) graph = make_random_graph ((guint64) i, 2 + i * 3);

      assert_laid_out (graph);
    }
}

static void
test_special_graphs (void)
{
  g_autoptr (DossierGraph) empty = dossier_graph_new ();
  g_autoptr (DossierGraph) one = make_star (1);
  g_autoptr (DossierGraph) two = make_star (2);
  g_autoptr (DossierGraph) star = make_star (60);
  g_autoptr (DossierGraph) complete = make_complete (25);
  g_autoptr (DossierGraph) loops = make_star (3);
  g_autoptr (DossierGraph) loose = dossier_graph_new ();
  DossierRandom random = { 3 };

  dossier_graph_add_edge (loops, 1, 1, 1, 1);
  dossier_graph_add_edge (loops, 0, 1, 2, 1);
  loops->nodes[2].parent = 2;
  for (int i = 0; i < 200; i++)
    add_node (loose, &random, i);

  assert_laid_out (empty);
  assert_laid_out (one);
  assert_laid_out (two);
  assert_laid_out (star);
  assert_laid_out (complete);
  assert_laid_out (loops);
  assert_laid_out (loose);

  /* Loose nodes are packed, not strung out. */
  g_assert_cmpfloat (measure_diagonal (loose), <, 3000);
}

static void
test_same_seeds (void)
{
  g_autoptr (DossierGraph) graph = make_star (20);

  /* Two ids may have the same hash, and then even the same neighbours. */
  for (int i = 1; i < 20; i++)
    graph->nodes[i].seed = 7;
  assert_laid_out (graph);
}

static void
test_same_picture (void)
{
  g_autoptr (DossierGraph) first = make_random_graph (11, 80);

  assert_laid_out (first);
  for (int run = 0; run < 10; run++)
    {
      g_autoptr (DossierGraph) again = make_random_graph (11, 80);

      assert_laid_out (again);
      g_assert_cmpmem (first->nodes, sizeof *first->nodes * (gsize) first->n_nodes, again->nodes, sizeof *again->nodes * (gsize) again->n_nodes);
    }
}

static DossierGraph *
shuffle_graph (const DossierGraph *graph, guint64 seed, int *places)
{
  DossierGraph *shuffled = dossier_graph_new ();
  DossierRandom random = { seed };
  int n = graph->n_nodes;
  g_autofree int *order = g_new (int, n);

  for (int i = 0; i < n; i++)
    order[i] = i;
  for (int i = n - 1; i > 0; i--)
    {
      int j = (int) dossier_random_below (&random, (guint32) i + 1);
      int swap = order[i];

      order[i] = order[j];
      order[j] = swap;
    }
  for (int i = 0; i < n; i++)
    places[order[i]] = i;
  for (int i = 0; i < n; i++)
    {
      const DossierGraphNode *node = &graph->nodes[order[i]];

      dossier_graph_add_node (shuffled, node->seed);
      shuffled->nodes[i] = *node;
      if (node->parent >= 0)
        shuffled->nodes[i].parent = places[node->parent];
    }
  for (int i = graph->n_edges - 1; i >= 0; i--)
    dossier_graph_add_edge (shuffled,
                            places[graph->edges[i].b],
                            places[graph->edges[i].a],
                            graph->edges[i].length,
                            graph->edges[i].weight);

  return shuffled;
}

static void
test_any_order (void)
{
  for (guint64 seed = 1; seed <= 10; seed++)
    {
      g_autoptr (DossierGraph) graph = make_random_graph (seed, 50);
      g_autofree int *places = g_new (int, graph->n_nodes);
      g_autoptr (DossierGraph) shuffled = shuffle_graph (graph, seed, places);

      assert_laid_out (graph);
      assert_laid_out (shuffled);
      for (int i = 0; i < graph->n_nodes; i++)
        {
          g_assert_cmpfloat (graph->nodes[i].x, ==, shuffled->nodes[places[i]].x);
          g_assert_cmpfloat (graph->nodes[i].y, ==, shuffled->nodes[places[i]].y);
        }
    }
}

static void
test_places_kept (void)
{
  g_autoptr (DossierGraph) graph = make_random_graph (5, 60);
  g_autoptr (DossierGraph) again = NULL;

  assert_laid_out (graph);
  again = dossier_graph_copy (graph);
  for (int i = 0; i < again->n_nodes; i++)
    again->nodes[i].placed = TRUE;
  assert_laid_out (again);

  for (int i = 0; i < graph->n_nodes; i++)
    {
      g_assert_cmpfloat_with_epsilon (graph->nodes[i].x, again->nodes[i].x, 1e-9);
      g_assert_cmpfloat_with_epsilon (graph->nodes[i].y, again->nodes[i].y, 1e-9);
    }
}

static void
test_pins (void)
{
  g_autoptr (DossierGraph) graph = make_random_graph (6, 60);

  for (int i = 0; i < 6; i++)
    {
      graph->nodes[i * 9].fixed = TRUE;
      graph->nodes[i * 9].x = 1000 + 300 * i;
      graph->nodes[i * 9].y = -500 + 250 * (i % 3);
    }
  assert_laid_out (graph);
  for (int i = 0; i < 6; i++)
    {
      g_assert_cmpfloat (graph->nodes[i * 9].x, ==, 1000 + 300 * i);
      g_assert_cmpfloat (graph->nodes[i * 9].y, ==, -500 + 250 * (i % 3));
    }
}

/* Pins that leave no room between them: what is free still ends clear of everything. */
static void
test_tight_pins (void)
{
  g_autoptr (DossierGraph) graph = make_star (30);

  for (int i = 0; i < 25; i++)
    {
      graph->nodes[i].half_width = 20;
      graph->nodes[i].above = graph->nodes[i].below = 20;
      graph->nodes[i].fixed = TRUE;
      graph->nodes[i].x = i % 5 * 45;
      graph->nodes[i].y = i / 5 * 45;
    }
  assert_laid_out (graph);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

/* How far the nodes of @before moved in the median, as a share of the diagonal. */
static double
measure_moves (const DossierGraph *before, const DossierGraph *after)
{
  g_autofree double *moves = g_new (double, before->n_nodes);

  for (int i = 0; i < before->n_nodes; i++)
    moves[i] = hypot (after->nodes[i].x - before->nodes[i].x, after->nodes[i].y - before->nodes[i].y);
  qsort (moves, (gsize) before->n_nodes, sizeof *moves, compare_doubles);

  return moves[before->n_nodes / 2] / measure_diagonal (before);
}

static void
add_one (DossierGraph *graph, guint64 seed)
{
  DossierRandom random = { seed };
  int node = add_node (graph, &random, 1000);

  dossier_graph_add_edge (graph, node, 0, 1, 1);
  dossier_graph_add_edge (graph, node, 5, 1, 1);
}

/* An actor more, with ties to two others. Where places are known, as they are when a document changes under an open window
 * or keeps them, nobody moves but to make room; from nothing, as when the next version of a dossier is opened, the picture
 * is the same as a rule: of a few graphs, two pictures are equally good. */
static void
test_small_change (void)
{
  enum
  {
    N_GRAPHS = 30
  };
  double moves[N_GRAPHS];
  int n_calm = 0;

  for (int i = 0; i < N_GRAPHS; i++)
    {
      guint64 seed = (guint64) i + 1;
      g_autoptr (DossierGraph) before = make_random_graph (seed, 40);
      g_autoptr (DossierGraph) from_places = NULL;
      g_autoptr (DossierGraph) from_nothing = make_random_graph (seed, 40);

      assert_laid_out (before);

      from_places = dossier_graph_copy (before);
      for (int j = 0; j < from_places->n_nodes; j++)
        from_places->nodes[j].placed = TRUE;
      add_one (from_places, seed);
      assert_laid_out (from_places);
      g_assert_cmpfloat (measure_moves (before, from_places), <, 0.01);

      add_one (from_nothing, seed);
      assert_laid_out (from_nothing);
      moves[i] = measure_moves (before, from_nothing);
      n_calm += moves[i] < 0.05;
    }

  qsort (moves, N_GRAPHS, sizeof *moves, compare_doubles);
  g_test_message ("from nothing: moved %.3f of the diagonal, %d of %d calm", moves[N_GRAPHS / 2], n_calm, N_GRAPHS);
  g_assert_cmpfloat (moves[N_GRAPHS / 2], <, 0.05);
  g_assert_cmpint (n_calm, >=, N_GRAPHS * 9 / 10);
}

/* A crowd of persons around states that are themselves close: hardly any may be nearer to another state. */
static void
test_parents (void)
{
  int n_astray = 0;

  for (guint64 seed = 1; seed <= 10; seed++)
    {
      g_autoptr (DossierGraph) graph = make_star (13);

      for (int i = 13; i < 33; i++)
        {
          DossierRandom random = { seed * 100 + (guint64) i };
          int node = add_node (graph, &random, i);

          graph->nodes[node].half_width = 25;
          graph->nodes[node].parent = i % 5;
        }
      assert_laid_out (graph);

      for (int i = 13; i < 33; i++)
        {
          const DossierGraphNode *node = &graph->nodes[i];
          int nearest = 0;

          for (int j = 1; j < 5; j++)
            if (hypot (graph->nodes[j].x - node->x, graph->nodes[j].y - node->y) <
                hypot (graph->nodes[nearest].x - node->x, graph->nodes[nearest].y - node->y))
              nearest = j;
          n_astray += nearest != node->parent;
        }
    }

  g_test_message ("%d of 200 persons nearer to another state", n_astray);
  g_assert_cmpint (n_astray, <=, 20);
}

static void
test_proportion (void)
{
  static const double aspects[] = { 0.6, 1, 1.8, 2.4 };

  for (gsize i = 0; i < G_N_ELEMENTS (aspects); i++)
    {
      g_autoptr (DossierGraph) graph = make_random_graph (9, 45);
      DossierGraphLayoutOptions options = defaults;
      double left = G_MAXDOUBLE;
      double right = -G_MAXDOUBLE;
      double top = G_MAXDOUBLE;
      double bottom = -G_MAXDOUBLE;
      double middle_x = 0;
      double middle_y = 0;

      options.aspect = aspects[i];
      g_assert_true (dossier_graph_layout_run (graph, &options, NULL));
      for (int j = 0; j < graph->n_nodes; j++)
        {
          const DossierGraphNode *node = &graph->nodes[j];

          left = MIN (left, node->x - node->half_width);
          right = MAX (right, node->x + node->half_width);
          top = MIN (top, node->y - node->above);
          bottom = MAX (bottom, node->y + node->below);
        }
      for (int j = 0; j < graph->n_edges; j++)
        {
          middle_x += graph->nodes[graph->edges[j].a].x + graph->nodes[graph->edges[j].b].x;
          middle_y += graph->nodes[graph->edges[j].a].y + graph->nodes[graph->edges[j].b].y;
        }
      g_assert_cmpfloat_with_epsilon (middle_x, 0, 1e-6);
      g_assert_cmpfloat_with_epsilon (middle_y, 0, 1e-6);
      g_test_message ("wanted %.2f, got %.2f", aspects[i], (right - left) / (bottom - top));
      g_assert_cmpfloat ((right - left) / (bottom - top), >, aspects[i] * 0.75);
      g_assert_cmpfloat ((right - left) / (bottom - top), <, aspects[i] / 0.75);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (DossierGraph) graph = make_random_graph (1, 30);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_false (dossier_graph_layout_run (graph, &defaults, cancellable));
}

/* Stress majorization as in the textbook, with the Guttman transform solved by single coordinates
 * (Gansner, Koren, North 2004): slow and simple. */
static void
majorize (const double *distances, int n, double *x, double *y)
{
  for (int round = 0; round < 500; round++)
    for (int i = 0; i < n; i++)
      {
        double sum_x = 0;
        double sum_y = 0;
        double weights = 0;

        for (int j = 0; j < n; j++)
          {
            double dx = x[i] - x[j];
            double dy = y[i] - y[j];
            double length = MAX (1e-9, hypot (dx, dy));
            double distance = distances[i * n + j];

            if (i == j)
              continue;
            sum_x += (x[j] + distance * dx / length) / distance / distance;
            sum_y += (y[j] + distance * dy / length) / distance / distance;
            weights += 1 / distance / distance;
          }
        x[i] = sum_x / weights;
        y[i] = sum_y / weights;
      }
}

static void
test_stress (void)
{
  double sum = 0;
  double reference_sum = 0;
  double random_sum = 0;

  for (guint64 seed = 1; seed <= 8; seed++)
    {
      g_autoptr (DossierGraph) graph = make_complete (1);
      DossierRandom random = { seed };
      g_autoptr (DossierAdjacency) adjacency = NULL;
      g_autoptr (DossierStress) stress = NULL;
      const int n = 60;
      g_autofree double *x = g_new (double, n);
      g_autofree double *y = g_new (double, n);
      g_autofree double *distances = g_new0 (double, n *n);
      g_autofree int *row = g_new (int, n);
      double best = G_MAXDOUBLE;

      for (int i = 1; i < n; i++)
        {
          add_node (graph, &random, i);
          for (int j = 0; j < 2; j++)
            dossier_graph_add_edge (graph, i, (int) dossier_random_below (&random, (guint32) i), 1, 1);
        }
      adjacency = dossier_adjacency_new (graph);
      stress = dossier_stress_new (adjacency, NULL, 0);
      for (int i = 0; i < n; i++)
        {
          dossier_adjacency_find_distances (adjacency, i, row);
          for (int j = 0; j < n; j++)
            distances[i * n + j] = (double) row[j] / DOSSIER_ADJACENCY_STEPS;
        }

      /* The best of three starts, for a single one may end in a poor dell. */
      for (int start = 0; start < 3; start++)
        {
          for (int i = 0; i < n; i++)
            {
              x[i] = 3 * dossier_random_unit (&random);
              y[i] = 3 * dossier_random_unit (&random);
            }
          if (start == 0)
            random_sum += dossier_stress_measure (stress, x, y);
          majorize (distances, n, x, y);
          best = MIN (best, dossier_stress_measure (stress, x, y));
        }
      reference_sum += best;

      dossier_pivot_mds (adjacency, 50, x, y);
      for (int i = 0; i < n; i++)
        x[i] += 0.1 * dossier_random_unit (&random);
      g_assert_true (dossier_stress_descend (stress, x, y, NULL, NULL));
      sum += dossier_stress_measure (stress, x, y);
    }

  g_test_message ("stress %.4f, majorization %.4f, random %.4f", sum / 8, reference_sum / 8, random_sum / 8);
  g_assert_cmpfloat (sum, <, reference_sum * 1.03);
  g_assert_cmpfloat (sum, <, random_sum * 0.5);
}

/* All distances at once, by brute force. */
static void
test_distances (void)
{
  g_autoptr (DossierGraph) graph = make_random_graph (21, 40);
  g_autoptr (DossierAdjacency) adjacency = NULL;
  const int n = 40;
  g_autofree int *expected = g_new (int, n *n);
  g_autofree int *found = g_new (int, n);

  for (int i = 0; i < graph->n_edges; i++)
    graph->edges[i].length = 0.25 * (1 + i % 7);
  adjacency = dossier_adjacency_new (graph);

  for (int i = 0; i < n * n; i++)
    expected[i] = i % (n + 1) == 0 ? 0 : 1000000;
  for (int i = 0; i < graph->n_edges; i++)
    {
      const DossierGraphEdge *edge = &graph->edges[i];
      int steps = (int) (edge->length * DOSSIER_ADJACENCY_STEPS);

      expected[edge->a * n + edge->b] = MIN (expected[edge->a * n + edge->b], steps);
      expected[edge->b * n + edge->a] = MIN (expected[edge->b * n + edge->a], steps);
    }
  for (int i = 0; i < n; i++)
    expected[i * n + i] = 0;
  for (int k = 0; k < n; k++)
    for (int i = 0; i < n; i++)
      for (int j = 0; j < n; j++)
        expected[i * n + j] = MIN (expected[i * n + j], expected[i * n + k] + expected[k * n + j]);

  for (int i = 0; i < n; i++)
    {
      dossier_adjacency_find_distances (adjacency, i, found);
      for (int j = 0; j < n; j++)
        g_assert_cmpint (found[j], ==, expected[i * n + j] < 1000000 ? expected[i * n + j] : -1);
    }
}

/* The solution is compared with that of projected gradient steps on the dual, which need no blocks. */
static void
test_separation (void)
{
  for (guint64 seed = 1; seed <= 20; seed++)
    {
      enum
      {
        N = 12
      };
      DossierRandom random = { seed };
      g_autoptr (DossierSeparation) separation = dossier_separation_new (N);
      double desired[N];
      double weights[N];
      double positions[N];
      double pulls[N * N] = { 0 };
      int lefts[N * N];
      int rights[N * N];
      double gaps[N * N];
      int order[N];
      int n_constraints = 0;

      for (int i = 0; i < N; i++)
        {
          order[i] = i;
          desired[i] = 20 * dossier_random_unit (&random);
          weights[i] = 0.5 + dossier_random_unit (&random);
          dossier_separation_set_desired (separation, i, desired[i], weights[i]);
          for (int j = 0; j < i; j++)
            if (dossier_random_below (&random, 3) == 0)
              {
                lefts[n_constraints] = j;
                rights[n_constraints] = i;
                gaps[n_constraints] = 4 * dossier_random_unit (&random);
                dossier_separation_add (separation, j, i, gaps[n_constraints]);
                n_constraints++;
              }
        }
      dossier_separation_solve (separation, order, positions);

      for (int i = 0; i < n_constraints; i++)
        g_assert_cmpfloat (positions[rights[i]] - positions[lefts[i]], >, gaps[i] - 1e-5);

      for (int round = 0; round < 20000; round++)
        for (int i = 0; i < n_constraints; i++)
          {
            double left = desired[lefts[i]];
            double right = desired[rights[i]];
            double pull;

            for (int j = 0; j < n_constraints; j++)
              {
                if (lefts[j] == lefts[i])
                  left -= pulls[j] / weights[lefts[i]];
                if (rights[j] == lefts[i])
                  left += pulls[j] / weights[lefts[i]];
                if (lefts[j] == rights[i])
                  right -= pulls[j] / weights[rights[i]];
                if (rights[j] == rights[i])
                  right += pulls[j] / weights[rights[i]];
              }
            pull = pulls[i] + (left + gaps[i] - right) / (1 / weights[lefts[i]] + 1 / weights[rights[i]]);
            pulls[i] = MAX (0, pull);
          }

      for (int i = 0; i < N; i++)
        {
          double expected = desired[i];

          for (int j = 0; j < n_constraints; j++)
            {
              if (lefts[j] == i)
                expected -= pulls[j] / weights[i];
              if (rights[j] == i)
                expected += pulls[j] / weights[i];
            }
          g_assert_cmpfloat_with_epsilon (positions[i], expected, 1e-3);
        }
    }
}

static void
test_seeds (void)
{
  g_assert_cmpuint (dossier_random_seed_of ("PRK"), ==, dossier_random_seed_of ("PRK"));
  g_assert_cmpuint (dossier_random_seed_of ("PRK"), !=, dossier_random_seed_of ("PRL"));
  g_assert_cmpuint (dossier_random_seed_of (NULL), ==, dossier_random_seed_of (""));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graph-layout/seeds", test_seeds);
  g_test_add_func ("/graph-layout/distances", test_distances);
  g_test_add_func ("/graph-layout/separation", test_separation);
  g_test_add_func ("/graph-layout/stress", test_stress);
  g_test_add_func ("/graph-layout/no-overlap", test_no_overlap);
  g_test_add_func ("/graph-layout/special-graphs", test_special_graphs);
  g_test_add_func ("/graph-layout/same-seeds", test_same_seeds);
  g_test_add_func ("/graph-layout/same-picture", test_same_picture);
  g_test_add_func ("/graph-layout/any-order", test_any_order);
  g_test_add_func ("/graph-layout/places-kept", test_places_kept);
  g_test_add_func ("/graph-layout/pins", test_pins);
  g_test_add_func ("/graph-layout/tight-pins", test_tight_pins);
  g_test_add_func ("/graph-layout/small-change", test_small_change);
  g_test_add_func ("/graph-layout/parents", test_parents);
  g_test_add_func ("/graph-layout/proportion", test_proportion);
  g_test_add_func ("/graph-layout/cancelled", test_cancelled);

  return g_test_run ();
}
