/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-embedding.h"
#include "layout/dossier-graph-component.h"
#include "layout/dossier-graph-layout.h"
#include "layout/dossier-graph-untangling.h"
#include "layout/dossier-overlap-removal.h"
#include "layout/dossier-random.h"

#include "picture-measure.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/*
 * The layout of hundreds and thousands of actors, which is done in other ways than that of a few: see
 * dossier_stress_descend().
 */

/* Coordinates must be equal to this in every build. */
#define SAME 1e-6

static DossierGraph *
make_nodes (int n_nodes)
{
  DossierGraph *graph = dossier_graph_new ();

  for (int i = 0; i < n_nodes; i++)
    {
      g_autofree char *id = g_strdup_printf ("actor-%d", i);
      int node = dossier_graph_add_node (graph, dossier_random_seed_of (id));

      graph->nodes[node].half_width = 20 + i % 5 * 8;
      graph->nodes[node].above = 12 + i % 3 * 4;
      graph->nodes[node].below = 30 + i % 4 * 4;
    }

  return graph;
}

/* Half of the ties go to a few actors that everybody knows; their lengths differ; some stand beside others. */
static DossierGraph *
make_dossier (int n_nodes)
{
  DossierGraph *graph = make_nodes (n_nodes);
  DossierRandom random = { (guint64) n_nodes };

  for (int i = 1; i < n_nodes; i++)
    {
      for (int j = 0; j < 3; j++)
        {
          guint32 bound = dossier_random_below (&random, 2) == 0 ? (guint32) MIN (i, 1 + n_nodes / 20) : (guint32) i;

          dossier_graph_add_edge (graph,
                                  i,
                                  (int) dossier_random_below (&random, bound),
                                  0.5 + 0.25 * dossier_random_below (&random, 6),
                                  1 + dossier_random_below (&random, 3));
        }
      if (i > n_nodes / 2 && i % 5 == 0)
        graph->nodes[i].parent = (int) dossier_random_below (&random, (guint32) n_nodes / 4);
    }

  return graph;
}

static DossierGraph *
make_star (int n_nodes)
{
  DossierGraph *graph = make_nodes (n_nodes);

  for (int i = 1; i < n_nodes; i++)
    dossier_graph_add_edge (graph, i, 0, 1, 1);

  return graph;
}

static DossierGraph *
make_complete (int n_nodes)
{
  DossierGraph *graph = make_nodes (n_nodes);

  for (int i = 1; i < n_nodes; i++)
    for (int j = 0; j < i; j++)
      dossier_graph_add_edge (graph, i, j, 1, 1);

  return graph;
}

/* Lines of @length nodes; with a length of 1, nodes without ties. */
static DossierGraph *
make_lines (int n_nodes, int length)
{
  DossierGraph *graph = make_nodes (n_nodes);

  for (int i = 1; i < n_nodes; i++)
    if (i % length != 0)
      dossier_graph_add_edge (graph, i, i - 1, 1, 1);

  return graph;
}

static DossierGraph *
make_grid (int side)
{
  DossierGraph *graph = make_nodes (side * side);

  for (int i = 0; i < graph->n_nodes; i++)
    {
      if (i % side != 0)
        dossier_graph_add_edge (graph, i, i - 1, 1, 1);
      if (i >= side)
        dossier_graph_add_edge (graph, i, i - side, 1, 1);
    }

  return graph;
}

/* One large part, many small ones, many alone. */
static DossierGraph *
make_mixture (int n_nodes)
{
  DossierGraph *graph = make_nodes (n_nodes);
  DossierRandom random = { 5 };

  for (int i = 1; i < n_nodes; i++)
    {
      if (i < n_nodes / 2)
        dossier_graph_add_edge (graph, i, (int) dossier_random_below (&random, (guint32) i), 1, 1);
      else if (i < n_nodes * 3 / 4 && i % 4 != 0)
        dossier_graph_add_edge (graph, i, i - 1, 1, 1);
    }

  return graph;
}

/* Some stand beside each other in circles. */
static DossierGraph *
make_circles (int n_nodes)
{
  DossierGraph *graph = make_dossier (n_nodes);

  for (int i = 0; i < n_nodes; i++)
    graph->nodes[i].parent = i % 10 < 3 ? i - i % 10 + (i + 1) % 10 % 3 : i - 1;

  return graph;
}

static void
lay_out (DossierGraph *graph)
{
  const DossierGraphLayoutOptions options = DOSSIER_GRAPH_LAYOUT_DEFAULTS;

  g_assert_true (dossier_graph_layout_run (graph, &options, NULL));
}

static int
count_overlaps (const DossierGraph *graph)
{
  g_autofree DossierBox *boxes = g_new0 (DossierBox, MAX (1, graph->n_nodes));

  for (int i = 0; i < graph->n_nodes; i++)
    boxes[i] = (DossierBox){
      .x = graph->nodes[i].x,
      .y = graph->nodes[i].y + (graph->nodes[i].below - graph->nodes[i].above) / 2,
      .half_width = graph->nodes[i].half_width,
      .half_height = (graph->nodes[i].above + graph->nodes[i].below) / 2,
    };

  return dossier_overlap_removal_count (boxes, graph->n_nodes, 0);
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
test_no_overlap (void)
{
  const struct
  {
    const char *name;
    DossierGraph *graph;
  } cases[] = {
    { "dossier of 600", make_dossier (600) },
    { "dossier of 3000", make_dossier (3000) },
    { "star of 400", make_star (400) },
    { "star of 2500", make_star (2500) },
    { "complete of 80", make_complete (80) },
    { "line of 2500", make_lines (2500, 2500) },
    { "alone, 2500", make_lines (2500, 1) },
    { "triples, 2500", make_lines (2500, 3) },
    { "grid of 51 by 51", make_grid (51) },
    { "circles in 700", make_circles (700) },
    { "mixture of 4000", make_mixture (4000) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DossierGraph) graph = cases[i].graph;

      lay_out (graph);
      for (int j = 0; j < graph->n_nodes; j++)
        g_assert_true (isfinite (graph->nodes[j].x) && isfinite (graph->nodes[j].y));
      g_test_message ("%s: %d overlaps", cases[i].name, count_overlaps (graph));
      g_assert_cmpint (count_overlaps (graph), ==, 0);
    }
}

static void
assert_same (const DossierGraph *graph, const DossierGraph *other)
{
  g_assert_cmpint (graph->n_nodes, ==, other->n_nodes);
  g_assert_cmpmem (graph->nodes, sizeof *graph->nodes * (gsize) graph->n_nodes, other->nodes, sizeof *other->nodes * (gsize) other->n_nodes);
}

static void
test_same_picture (void)
{
  static const int sizes[] = { 400, 2400 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (DossierGraph) first = make_dossier (sizes[i]);

      lay_out (first);
      for (int run = 0; run < 10; run++)
        {
          g_autoptr (DossierGraph) again = make_dossier (sizes[i]);

          lay_out (again);
          assert_same (first, again);
        }
    }
}

static gpointer
lay_out_in_thread (gpointer data)
{
  lay_out (data);

  return NULL;
}

/* Several threads at once, each with a graph of its own: as when a second window opens. */
static void
test_threads (void)
{
  GThread *threads[4];
  DossierGraph *graphs[4];

  for (int i = 0; i < 4; i++)
    graphs[i] = make_dossier (2300);
  for (int i = 0; i < 4; i++)
    threads[i] = g_thread_new ("test", lay_out_in_thread, graphs[i]);
  for (int i = 0; i < 4; i++)
    g_thread_join (threads[i]);
  for (int i = 1; i < 4; i++)
    assert_same (graphs[0], graphs[i]);
  for (int i = 0; i < 4; i++)
    dossier_graph_free (graphs[i]);
}

/* The same nodes and edges the other way round. */
static void
test_any_order (void)
{
  g_autoptr (DossierGraph) graph = make_dossier (2200);
  g_autoptr (DossierGraph) turned = dossier_graph_new ();
  int last = graph->n_nodes - 1;

  for (int i = last; i >= 0; i--)
    {
      dossier_graph_add_node (turned, 0);
      turned->nodes[last - i] = graph->nodes[i];
      if (graph->nodes[i].parent >= 0)
        turned->nodes[last - i].parent = last - graph->nodes[i].parent;
    }
  for (int i = graph->n_edges - 1; i >= 0; i--)
    dossier_graph_add_edge (turned, last - graph->edges[i].b, last - graph->edges[i].a, graph->edges[i].length, graph->edges[i].weight);

  lay_out (graph);
  lay_out (turned);
  for (int i = 0; i <= last; i++)
    {
      g_assert_cmpfloat (graph->nodes[i].x, ==, turned->nodes[last - i].x);
      g_assert_cmpfloat (graph->nodes[i].y, ==, turned->nodes[last - i].y);
    }
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

/* A new actor beside others whose places are known, as they are in a window and in a dossier that keeps them. */
static void
test_small_change (void)
{
  static const int sizes[] = { 400, 2400 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (DossierGraph) before = make_dossier (sizes[i]);
      g_autoptr (DossierGraph) after = NULL;
      int added;

      lay_out (before);
      after = dossier_graph_copy (before);
      for (int j = 0; j < after->n_nodes; j++)
        after->nodes[j].placed = TRUE;
      added = dossier_graph_add_node (after, dossier_random_seed_of ("new"));
      after->nodes[added].half_width = 40;
      after->nodes[added].above = 20;
      after->nodes[added].below = 40;
      dossier_graph_add_edge (after, added, 0, 1, 1);
      dossier_graph_add_edge (after, added, 7, 1, 1);

      lay_out (after);
      g_test_message ("%d actors: moved %.5f of the diagonal", sizes[i], measure_moves (before, after));
      g_assert_cmpfloat (measure_moves (before, after), <, 0.05);
      g_assert_cmpint (count_overlaps (after), ==, 0);
      /* The new one stands among the others. */
      g_assert_cmpfloat (measure_diagonal (after), <, 1.05 * measure_diagonal (before));
    }
}

/* Forty states, each with persons who have a tie of their own to anybody: most must be nearer to their state than to
 * any other. */
static void
test_parents (void)
{
  enum
  {
    N_STATES = 40
  };
  static const int sizes[] = { 600, 2400 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (DossierGraph) graph = make_nodes (sizes[i]);
      DossierRandom random = { 11 };
      int n_astray = 0;
      int n_persons = sizes[i] - N_STATES;

      for (int j = 1; j < sizes[i]; j++)
        {
          dossier_graph_add_edge (graph, j, (int) dossier_random_below (&random, (guint32) MIN (j, N_STATES)), 1, 1);
          if (j >= N_STATES)
            graph->nodes[j].parent = (int) dossier_random_below (&random, N_STATES);
        }
      lay_out (graph);

      for (int j = N_STATES; j < sizes[i]; j++)
        {
          const DossierGraphNode *node = &graph->nodes[j];
          int nearest = 0;

          for (int k = 1; k < N_STATES; k++)
            if (hypot (graph->nodes[k].x - node->x, graph->nodes[k].y - node->y) <
                hypot (graph->nodes[nearest].x - node->x, graph->nodes[nearest].y - node->y))
              nearest = k;
          n_astray += nearest != node->parent;
        }
      g_test_message ("%d actors: %d of %d persons nearer to another state", sizes[i], n_astray, n_persons);
      g_assert_cmpint (n_astray, <, n_persons / 7);
    }
}

typedef struct
{
  DossierGraph *graph;
  DossierProgress progress;
  GCancellable *cancellable;
  gboolean finished;
  gint64 end;
} Job;

static gpointer
work (gpointer data)
{
  Job *job = data;
  DossierGraphLayoutOptions options = DOSSIER_GRAPH_LAYOUT_DEFAULTS;

  options.progress = &job->progress;
  job->finished = dossier_graph_layout_run (job->graph, &options, job->cancellable);
  job->end = g_get_monotonic_time ();

  return NULL;
}

/* Progress only grows, and ends at 1. */
static void
test_progress (void)
{
  g_autoptr (DossierGraph) graph = make_dossier (3000);
  Job job = { .graph = graph };
  GThread *thread = g_thread_new ("test", work, &job);
  double last = 0;
  int n_seen = 0;

  while (last < 1)
    {
      double now = dossier_progress_get (&job.progress);

      g_assert_cmpfloat (now, >=, last);
      n_seen += now > last;
      last = now;
      g_usleep (1000);
    }
  g_thread_join (thread);
  g_assert_true (job.finished);
  g_test_message ("%d steps were seen", n_seen);
  g_assert_cmpint (n_seen, >=, 3);
}

/* Cancelled at any moment, the layout soon returns. */
static void
test_cancelled (void)
{
  gint64 whole;

  {
    g_autoptr (DossierGraph) graph = make_dossier (5000);
    Job job = { .graph = graph };
    gint64 begin = g_get_monotonic_time ();

    work (&job);
    whole = job.end - begin;
  }

  for (int i = 0; i < 6; i++)
    {
      g_autoptr (DossierGraph) graph = make_dossier (5000);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Job job = { .graph = graph, .cancellable = cancellable };
      GThread *thread = g_thread_new ("test", work, &job);
      gint64 begin;

      while (dossier_progress_get (&job.progress) < i * 0.15)
        g_usleep (500);
      begin = g_get_monotonic_time ();
      g_cancellable_cancel (cancellable);
      g_thread_join (thread);
      g_test_message ("at %.2f: %.3f s of %.3f s", i * 0.15, (double) (job.end - begin) / G_USEC_PER_SEC, (double) whole / G_USEC_PER_SEC);
      g_assert_false (job.finished);
      g_assert_cmpint (job.end - begin, <, whole / 2);
    }
}

/* Landmarks stand for all: the picture is as true as that in which every pair counts. */
static void
test_landmarks (void)
{
  g_autoptr (DossierGraph) graph = make_dossier (2100);
  g_autoptr (DossierGraph) grid = make_grid (50);
  g_autofree double *x = g_new (double, 2500);
  g_autofree double *y = g_new (double, 2500);
  g_autofree guint64 *seeds = g_new (guint64, 2500);

  for (int i = 0; i < 2500; i++)
    seeds[i] = dossier_random_mix ((guint64) i);

  {
    g_autoptr (DossierAdjacency) adjacency = dossier_adjacency_new (graph);
    g_autoptr (DossierStress) stress = dossier_embedding_run (adjacency, seeds, 0, x, y, NULL);
    double measured = picture_measure_stress (graph, x, y, G_MAXINT);

    g_test_message ("dossier: stress %.4f, by landmarks %.4f", measured, dossier_stress_measure (stress, x, y));
    g_assert_cmpfloat (measured, <, 0.21);
    g_assert_cmpfloat_with_epsilon (measured, dossier_stress_measure (stress, x, y), 0.03);
  }

  /* A grid can be drawn truly and without a crossing. */
  {
    g_autoptr (DossierAdjacency) adjacency = dossier_adjacency_new (grid);
    g_autoptr (DossierStress) stress = dossier_embedding_run (adjacency, seeds, 0, x, y, NULL);

    g_assert_nonnull (stress);
    g_test_message ("grid: stress %.4f", picture_measure_stress (grid, x, y, G_MAXINT));
    g_assert_cmpfloat (picture_measure_stress (grid, x, y, G_MAXINT), <, 0.02);
    g_assert_cmpint (picture_measure_crossings (grid, x, y), ==, 0);
  }
}

/* A picture that a node can leave over an edge has fewer crossings then, for hardly more stress. */
static void
test_untangled (void)
{
  gint64 n_before = 0;
  gint64 n_after = 0;

  for (int n_nodes = 6; n_nodes <= 78; n_nodes += 6)
    {
      g_autoptr (DossierGraph) graph = make_dossier (n_nodes);
      g_autofree int *order = dossier_graph_component_sort (graph);
      g_autofree int *components = g_new (int, n_nodes);
      g_autoptr (GPtrArray) list = dossier_graph_component_list (graph, order, components, 0.36);

      for (guint i = 0; i < list->len; i++)
        {
          DossierGraphComponent *component = g_ptr_array_index (list, i);
          g_autoptr (DossierAdjacency) adjacency = dossier_adjacency_new (component->graph);
          g_autofree guint64 *seeds = g_new (guint64, component->graph->n_nodes);
          g_autoptr (DossierStress) stress = NULL;
          double before;

          for (int j = 0; j < component->graph->n_nodes; j++)
            seeds[j] = component->graph->nodes[j].seed;
          stress = dossier_embedding_run (adjacency, seeds, 0.5, component->x, component->y, NULL);
          before = dossier_stress_measure (stress, component->x, component->y);
          n_before += picture_measure_crossings (component->graph, component->x, component->y);

          g_assert_true (dossier_graph_untangling_run (component, stress, NULL));
          n_after += picture_measure_crossings (component->graph, component->x, component->y);
          g_assert_cmpfloat (dossier_stress_measure (stress, component->x, component->y), <, before * 1.1 + 0.01);
        }
    }
  g_test_message ("%" G_GINT64_FORMAT " crossings, untangled %" G_GINT64_FORMAT, n_before, n_after);
  g_assert_cmpint (n_after * 10, <, n_before * 9);
}

/* The same coordinates in every build, optimised or with sanitizers: held against those of a file. With
 * DOSSIER_WRITE_GOLDEN set it is written anew. */
static void
test_every_build (void)
{
  static const int sizes[] = { 60, 400, 2400 };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", "graph-layout.txt", NULL);
  g_autoptr (GString) written = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  int n_lines = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (DossierGraph) graph = make_dossier (sizes[i]);

      lay_out (graph);
      for (int j = 0; j < graph->n_nodes; j += graph->n_nodes / 20)
        g_string_append_printf (written, "%d %d %.9f %.9f\n", sizes[i], j, graph->nodes[j].x, graph->nodes[j].y);
    }

  if (g_getenv ("DOSSIER_WRITE_GOLDEN") != NULL)
    g_assert_true (g_file_set_contents (path, written->str, -1, NULL));
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  lines = g_strsplit (written->str, "\n", -1);
  for (char *at = text; *at != '\0'; n_lines++)
    {
      g_auto (GStrv) own = NULL;

      g_assert_nonnull (lines[n_lines]);
      own = g_strsplit (lines[n_lines], " ", 4);
      g_assert_cmpint (g_strv_length (own), ==, 4);
      for (int i = 0; i < 4; i++)
        g_assert_cmpfloat_with_epsilon (g_ascii_strtod (at, &at), g_ascii_strtod (own[i], NULL), SAME);
      at += strspn (at, "\n");
    }
  g_assert_cmpstr (lines[n_lines], ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graph-layout-large/no-overlap", test_no_overlap);
  g_test_add_func ("/graph-layout-large/same-picture", test_same_picture);
  g_test_add_func ("/graph-layout-large/threads", test_threads);
  g_test_add_func ("/graph-layout-large/any-order", test_any_order);
  g_test_add_func ("/graph-layout-large/small-change", test_small_change);
  g_test_add_func ("/graph-layout-large/parents", test_parents);
  g_test_add_func ("/graph-layout-large/progress", test_progress);
  g_test_add_func ("/graph-layout-large/cancelled", test_cancelled);
  g_test_add_func ("/graph-layout-large/landmarks", test_landmarks);
  g_test_add_func ("/graph-layout-large/untangled", test_untangled);
  g_test_add_func ("/graph-layout-large/every-build", test_every_build);

  return g_test_run ();
}
