/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-embedding.h"
#include "layout/dossier-graph-layout.h"
#include "layout/dossier-random.h"
#include "picture-measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * How long the layout of a map takes and how true it is, at several sizes, beside graphviz and igraph in the same
 * run. They are programs that are started here and nothing that the program links.
 *
 * What is compared is the placing of points without size ("points"): neither does graphviz remove overlaps here.
 * "picture" is all of the program's layout: boxes kept apart, stretched to the proportion of a window.
 * From a program's time is taken what it takes it to read the graph and to write places that it is given.
 * igraph's times are those of its layout function alone. Of our own, the fastest of several rounds counts.
 *
 * It fails if a tool is missing or a goal is missed.
 */

#define ROUNDS 3

/* The stress is that over all pairs up to here; beyond, over the pairs of so many nodes with all others. */
#define MOST_SOURCES 1000

static const struct
{
  int n_nodes;
  int n_ties; /* of each actor to those before it */
  const char *tools[5];
} sizes[] = {
  { 100, 3, { "neato", "sfdp", "fruchterman_reingold", "kamada_kawai" } },
  { 1000, 3, { "neato", "sfdp", "fruchterman_reingold", "kamada_kawai" } },
  { 10000, 5, { "sfdp", "fruchterman_reingold" } },
};

/* What is to be reached beside a tool: at most so many times its stress, so many times its time, and, if that is set,
 * at most its crossings. */
static const struct
{
  int n_nodes;
  const char *tool;
  double stress;
  double time;
  gboolean crossings;
} goals[] = {
  { 1000, "neato", 1.01, 1.0 / 20, FALSE },
  { 10000, "sfdp", 1.02, 1.0 / 4, TRUE },
};

/* A placing and what it is worth. */
typedef struct
{
  double seconds;
  double *x;
  double *y;
  double stress;
  gint64 crossings;
} Picture;

static int n_missed;

G_GNUC_NORETURN G_GNUC_PRINTF (1, 2) static void
fail (const char *format, ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("bench-graph-layout: %s\n", message);
  exit (1);
}

/* Half of the ties go to a few actors that everybody knows. */
static DossierGraph *
make_graph (int n_nodes, int n_ties)
{
  DossierGraph *graph = dossier_graph_new ();
  DossierRandom random = { (guint64) n_nodes };

  for (int i = 0; i < n_nodes; i++)
    {
      g_autofree char *id = g_strdup_printf ("actor-%d", i);

      dossier_graph_add_node (graph, dossier_random_seed_of (id));
      graph->nodes[i].half_width = 40;
      graph->nodes[i].above = 20;
      graph->nodes[i].below = 40;
      for (int j = 0; j < n_ties && i > 0; j++)
        {
          guint32 bound = dossier_random_below (&random, 2) == 0 ? (guint32) MIN (i, 1 + n_nodes / 20) : (guint32) i;

          dossier_graph_add_edge (graph, i, (int) dossier_random_below (&random, bound), 1, 1);
        }
    }

  return graph;
}

static double
get_seconds (gint64 begin)
{
  return (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
}

static void
start_picture (Picture *picture, int n_nodes)
{
  picture->x = g_new0 (double, n_nodes);
  picture->y = g_new0 (double, n_nodes);
}

static void
clear_picture (Picture *picture)
{
  g_free (picture->x);
  g_free (picture->y);
}

static void
place_points (const DossierGraph *graph, Picture *picture)
{
  g_autofree guint64 *seeds = g_new (guint64, graph->n_nodes);

  start_picture (picture, graph->n_nodes);
  picture->seconds = G_MAXDOUBLE;
  for (int i = 0; i < graph->n_nodes; i++)
    seeds[i] = graph->nodes[i].seed;

  for (int round = 0; round < ROUNDS; round++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (DossierAdjacency) adjacency = dossier_adjacency_new (graph);
      g_autoptr (DossierStress) stress = dossier_embedding_run (adjacency, seeds, 0, picture->x, picture->y, NULL);

      picture->seconds = MIN (picture->seconds, get_seconds (begin));
    }
}

static void
lay_out (const DossierGraph *graph, Picture *picture)
{
  const DossierGraphLayoutOptions options = DOSSIER_GRAPH_LAYOUT_DEFAULTS;

  start_picture (picture, graph->n_nodes);
  picture->seconds = G_MAXDOUBLE;
  for (int round = 0; round < ROUNDS; round++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (DossierGraph) copy = dossier_graph_copy (graph);

      dossier_graph_layout_run (copy, &options, NULL);
      picture->seconds = MIN (picture->seconds, get_seconds (begin));
      for (int i = 0; i < graph->n_nodes; i++)
        {
          picture->x[i] = copy->nodes[i].x;
          picture->y[i] = copy->nodes[i].y;
        }
    }
}

/* Starts a program, feeds it and returns what it says. */
static char *
talk (const char *const *arguments, const char *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  char *output = NULL;

  if (process == NULL)
    fail ("%s cannot be started (%s); the packages graphviz and python3-igraph are needed", arguments[0], error->message);
  if (!g_subprocess_communicate_utf8 (process, input, NULL, &output, NULL, &error))
    fail ("%s: %s", arguments[0], error->message);
  if (!g_subprocess_get_successful (process))
    fail ("%s %s failed", arguments[0], arguments[1]);

  return output;
}

/* The graph in the language of graphviz, with places if there are any. */
static char *
write_dot (const DossierGraph *graph, const Picture *picture)
{
  GString *text = g_string_new ("graph {\nnode [shape=point, width=0.01];\n");

  for (int i = 0; i < graph->n_nodes; i++)
    if (picture == NULL)
      g_string_append_printf (text, "%d;\n", i);
    else
      g_string_append_printf (text, "%d [pos=\"%.3f,%.3f\"];\n", i, picture->x[i], picture->y[i]);
  for (int i = 0; i < graph->n_edges; i++)
    g_string_append_printf (text, "%d -- %d;\n", graph->edges[i].a, graph->edges[i].b);
  g_string_append (text, "}\n");

  return g_string_free (text, FALSE);
}

static void
read_plain (char *text, const char *tool, int n_nodes, Picture *picture)
{
  int n_read = 0;
  char *rest = NULL;

  for (char *line = strtok_r (text, "\n", &rest); line != NULL; line = strtok_r (NULL, "\n", &rest))
    {
      int node;
      double x;
      double y;

      if (sscanf (line, "node %d %lf %lf", &node, &x, &y) == 3 && node >= 0 && node < n_nodes)
        {
          picture->x[node] = x;
          picture->y[node] = y;
          n_read++;
        }
    }
  if (n_read != n_nodes)
    fail ("%s placed %d of %d nodes", tool, n_read, n_nodes);
}

static void
run_graphviz (const DossierGraph *graph, const char *tool, Picture *picture)
{
  const char *const arguments[] = { tool, "-Tplain", NULL };
  const char *const given[] = { "neato", "-n2", "-Tplain", NULL };
  g_autofree char *dot = write_dot (graph, NULL);
  g_autofree char *placed_dot = NULL;
  g_autofree char *output = NULL;
  g_autofree char *ignored = NULL;
  gint64 begin = g_get_monotonic_time ();

  output = talk (arguments, dot);
  picture->seconds = get_seconds (begin);
  read_plain (output, tool, graph->n_nodes, picture);

  placed_dot = write_dot (graph, picture);
  begin = g_get_monotonic_time ();
  ignored = talk (given, placed_dot);
  picture->seconds = MAX (0, picture->seconds - get_seconds (begin));
}

static void
run_igraph (const DossierGraph *graph, const char *layout, Picture *picture)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "layout-by-igraph", NULL);
  const char *const arguments[] = { script, layout, NULL };
  g_autoptr (GString) input = g_string_new (NULL);
  g_autofree char *output = NULL;
  char *at;

  g_string_append_printf (input, "%d\n", graph->n_nodes);
  for (int i = 0; i < graph->n_edges; i++)
    g_string_append_printf (input, "%d %d\n", graph->edges[i].a, graph->edges[i].b);

  output = talk (arguments, input->str);
  at = output;
  picture->seconds = g_ascii_strtod (at, &at);
  for (int i = 0; i < graph->n_nodes; i++)
    {
      char *before = at;

      picture->x[i] = g_ascii_strtod (at, &at);
      picture->y[i] = g_ascii_strtod (at, &at);
      if (at == before)
        fail ("igraph placed %d of %d nodes", i, graph->n_nodes);
    }
}

static void
judge (const DossierGraph *graph, const char *name, Picture *picture, const Picture *ours)
{
  picture->stress = picture_measure_stress (graph, picture->x, picture->y, graph->n_nodes <= 2 * MOST_SOURCES ? G_MAXINT : MOST_SOURCES);
  picture->crossings = picture_measure_crossings (graph, picture->x, picture->y);

  g_print ("%7d %7d  %-22s %9.4f %9.3f %8.4f %9.3f %12" G_GINT64_FORMAT " %9.3f\n",
           graph->n_nodes,
           graph->n_edges,
           name,
           picture->seconds,
           ours->seconds / picture->seconds,
           picture->stress,
           ours->stress / picture->stress,
           picture->crossings,
           (double) ours->crossings / (double) picture->crossings);
}

static void
check (const char *what, double reached, double goal)
{
  g_print ("    %-10s %9.4f, at most %6.4f: %s\n", what, reached, goal, reached <= goal ? "reached" : "MISSED");
  n_missed += reached > goal;
}

static void
compare (const DossierGraph *graph, const char *tool, const Picture *picture, const Picture *ours)
{
  for (gsize i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      if (goals[i].n_nodes != graph->n_nodes || !g_str_equal (goals[i].tool, tool))
        continue;

      g_print ("  Goals beside %s, in its own measure:\n", tool);
      check ("stress", ours->stress / picture->stress, goals[i].stress);
      check ("time", ours->seconds / picture->seconds, goals[i].time);
      if (goals[i].crossings)
        check ("crossings", (double) ours->crossings / (double) picture->crossings, 1);
    }
}

static void
run_size (gsize size)
{
  g_autoptr (DossierGraph) graph = make_graph (sizes[size].n_nodes, sizes[size].n_ties);
  Picture points = { 0 };
  Picture whole = { 0 };

  place_points (graph, &points);
  judge (graph, "Dossier, points", &points, &points);
  lay_out (graph, &whole);
  judge (graph, "Dossier, picture", &whole, &points);

  for (int i = 0; sizes[size].tools[i] != NULL; i++)
    {
      const char *tool = sizes[size].tools[i];
      gboolean is_graphviz = g_str_equal (tool, "neato") || g_str_equal (tool, "sfdp");
      Picture picture = { 0 };

      start_picture (&picture, graph->n_nodes);
      if (is_graphviz)
        run_graphviz (graph, tool, &picture);
      else
        run_igraph (graph, tool, &picture);
      judge (graph, tool, &picture, &points);
      compare (graph, tool, &picture, &points);
      clear_picture (&picture);
    }

  clear_picture (&points);
  clear_picture (&whole);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_print ("Ratios are those of our points to what is named.\n");
  g_print ("%7s %7s  %-22s %9s %9s %8s %9s %12s %9s\n", "actors", "ties", "layout", "seconds", "ratio", "stress", "ratio", "crossings", "ratio");

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    run_size (i);

  if (n_missed > 0)
    fail ("%d goals missed", n_missed);

  return 0;
}
