/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-arrangement.h"
#include "layout/dossier-curve.h"
#include "layout/dossier-ribbon-router.h"

#include <math.h>

/* Room between a mark and the label below it. */
#define LABEL_GAP 4.0

/* Marks keep at least this far apart at scale 1. */
#define MARK_ROOM 3.0

/* Marks never grow further than this when there is room for it. */
#define GREATEST_SPREAD 4.0

/* Loose actors stand on a shelf: this far from the map, and this far apart. */
#define SHELF_GAP  36.0
#define SHELF_STEP 7.0

static gboolean
is_shelved (const DossierMapNode *node)
{
  return node->visible && node->loose && !node->placed;
}

/* Whether it is laid out by its ties. */
static gboolean
is_arranged (const DossierMapNode *node)
{
  return node->visible && !is_shelved (node);
}

/* How many lines a ribbon will be drawn as. */
static int
count_strands (const DossierMap *map, const DossierMapRibbon *ribbon)
{
  int count = 1;

  for (int i = 1; i < ribbon->n_ties; i++)
    {
      const DossierMapTie *tie = &map->ties[ribbon->first_tie + i];

      count += tie->sign != tie[-1].sign || tie->status != tie[-1].status;
    }

  return count;
}

/* How far two actors shall be from each other. Those who both have many ties need room between them for these;
 * who hangs on one tie only stays close to it. And those who work together are closer than those in conflict,
 * so that camps show. */
static double
choose_length (const DossierMap *map, const DossierMapRibbon *ribbon, const int *degrees)
{
  double cooperative = 0;
  double conflictual = 0;
  double all = 0;
  double length = 0.5 + 0.17 * sqrt (MIN (degrees[ribbon->a], degrees[ribbon->b])) + 0.06 * count_strands (map, ribbon);

  for (int i = 0; i < ribbon->n_ties; i++)
    {
      const DossierMapTie *tie = &map->ties[ribbon->first_tie + i];

      if (tie->status == DOSSIER_STATUS_DENIED)
        continue;
      all += tie->weight;
      cooperative += tie->sign == DOSSIER_SIGN_COOPERATIVE ? tie->weight : 0;
      conflictual += tie->sign == DOSSIER_SIGN_CONFLICTUAL ? tie->weight : 0;
    }

  /* A tie between two persons must not pull them away from their states. */
  if (map->nodes[ribbon->a].parent >= 0 && map->nodes[ribbon->b].parent >= 0)
    length += 0.3;

  return all > 0 ? length * (1 + 0.12 * (conflictual - cooperative) / all) : length;
}

/**
 * dossier_map_arrangement_make_graph:
 * @map: a sealed map whose text is set
 *
 * Makes what the layout works on. It holds no pointer to the map, so that another thread may have it.
 *
 * Returns: (transfer full): the nodes with the boxes of their marks and labels, and the ribbons as edges; those
 *   that go on the shelf are not among them
 */
DossierGraph *
dossier_map_arrangement_make_graph (const DossierMap *map)
{
  DossierGraph *graph = dossier_graph_new ();
  g_autofree int *indices = g_new (int, MAX (1, map->n_nodes));
  g_autofree int *degrees = g_new0 (int, MAX (1, map->n_nodes));

  for (int i = 0; i < map->n_nodes; i++)
    {
      const DossierMapNode *node = &map->nodes[i];
      DossierGraphNode *added;

      indices[i] = is_arranged (node) ? dossier_graph_add_node (graph, node->seed) : -1;
      if (indices[i] < 0)
        continue;

      added = &graph->nodes[indices[i]];
      added->half_width = node->minor ? node->radius : MAX (node->radius, node->label_width / 2);
      added->above = node->radius;
      added->below = node->minor ? node->radius : node->radius + LABEL_GAP + node->label_height;
      added->placed = node->placed;
      added->fixed = node->placed && (node->pinned || node->recalled);
      added->x = node->x;
      added->y = node->y;
    }
  for (int i = 0; i < map->n_nodes; i++)
    if (indices[i] >= 0 && map->nodes[i].parent >= 0)
      graph->nodes[indices[i]].parent = indices[map->nodes[i].parent];

  for (int i = 0; i < map->n_ribbons; i++)
    if (indices[map->ribbons[i].a] >= 0 && indices[map->ribbons[i].b] >= 0)
      {
        degrees[map->ribbons[i].a]++;
        degrees[map->ribbons[i].b]++;
      }
  for (int i = 0; i < map->n_ribbons; i++)
    {
      const DossierMapRibbon *ribbon = &map->ribbons[i];
      /* A person's ties to the state beside which the person stands anyway must not push the two apart. */
      gboolean is_beside = map->nodes[ribbon->a].parent == ribbon->b || map->nodes[ribbon->b].parent == ribbon->a;

      int n_strands = count_strands (map, ribbon);

      /* Ties of actors who are hidden have no say. */
      if (is_beside || indices[ribbon->a] < 0 || indices[ribbon->b] < 0)
        continue;
      dossier_graph_add_edge (graph, indices[ribbon->a], indices[ribbon->b], choose_length (map, ribbon, degrees), 0.5 + 0.5 * n_strands);
      graph->edges[graph->n_edges - 1].clearance = 4 + 4 * n_strands;
      graph->edges[graph->n_edges - 1].least = map->nodes[ribbon->a].radius + map->nodes[ribbon->b].radius + 30 + 20 * n_strands;
    }

  return graph;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const DossierMap *map = data;
  double left = map->nodes[*(const int *) a].x;
  double right = map->nodes[*(const int *) b].x;

  return (left > right) - (left < right);
}

/* How much larger all marks could be before two touch: as far as that they keep their size when the view is
 * zoomed out. From left to right each is held against those that are close enough to matter. */
static double
measure_spread (DossierMap *map)
{
  double spread = GREATEST_SPREAD;
  double greatest = 0;
  g_autofree int *order = g_new (int, MAX (1, map->n_nodes));
  int n = 0;

  for (int i = 0; i < map->n_nodes; i++)
    if (map->nodes[i].visible)
      {
        order[n++] = i;
        greatest = MAX (greatest, map->nodes[i].radius);
      }
  g_qsort_with_data (order, n, sizeof *order, compare_places, map);

  for (int i = 0; i < n; i++)
    for (int j = i + 1; j < n; j++)
      {
        const DossierMapNode *a = &map->nodes[order[i]];
        const DossierMapNode *b = &map->nodes[order[j]];
        /* Loose nodes have a spread of their own, and only take up their room in that of the others. */
        double fixed = (a->loose ? a->radius * DOSSIER_MAP_LOOSE_SPREAD : 0) + (b->loose ? b->radius * DOSSIER_MAP_LOOSE_SPREAD : 0);
        double reach = (a->loose ? 0 : a->radius) + (b->loose ? 0 : b->radius) + MARK_ROOM;
        double dx = b->x - a->x;
        double dy = b->y - a->y;

        /* No pair reaches further than this, whatever of it is loose. */
        if (dx >= (spread + DOSSIER_MAP_LOOSE_SPREAD) * (2 * greatest + MARK_ROOM))
          break;
        if ((a->loose && b->loose) || (a->pinned && b->pinned) || dx >= spread * reach + fixed || fabs (dy) >= spread * reach + fixed)
          continue;
        spread = MIN (spread, (sqrt (dx * dx + dy * dy) - fixed) / reach);
      }

  return MAX (spread, 1);
}

/**
 * dossier_map_arrangement_update:
 * @map: a sealed map whose nodes have their places
 *
 * Routes the ribbons anew, such as after a node was moved by hand.
 */
void
dossier_map_arrangement_update (DossierMap *map)
{
  map->spread = measure_spread (map);
  dossier_ribbon_router_run (map);
}

static int
compare_shelved (gconstpointer a, gconstpointer b, gpointer data)
{
  const DossierMap *map = data;
  int left = *(const int *) a;
  int right = *(const int *) b;
  int left_top = left;
  int right_top = right;
  int left_depth = 0;
  int right_depth = 0;

  for (; map->nodes[left_top].parent >= 0; left_depth++)
    left_top = map->nodes[left_top].parent;
  for (; map->nodes[right_top].parent >= 0; right_depth++)
    right_top = map->nodes[right_top].parent;

  /* Who belongs together stands together, the one they belong to first. */
  if (left_top != right_top)
    {
      if (map->nodes[left_top].type != map->nodes[right_top].type)
        return (int) map->nodes[left_top].type - (int) map->nodes[right_top].type;

      return map->nodes[left_top].seed < map->nodes[right_top].seed ? -1 : 1;
    }
  if (left_depth != right_depth)
    return left_depth - right_depth;
  if (map->nodes[left].seed != map->nodes[right].seed)
    return map->nodes[left].seed < map->nodes[right].seed ? -1 : 1;

  return left - right;
}

/* The rectangle around all that is not on the shelf, with its marks and names. */
static gboolean
measure_arranged (const DossierMap *map, DossierRectangle *extent)
{
  double left = G_MAXDOUBLE;
  double right = -G_MAXDOUBLE;
  double top = G_MAXDOUBLE;
  double bottom = -G_MAXDOUBLE;

  for (int i = 0; i < map->n_nodes; i++)
    {
      const DossierMapNode *node = &map->nodes[i];
      double half = MAX (node->radius, node->label_width / 2);

      if (!node->visible || is_shelved (node))
        continue;
      left = MIN (left, node->x - half);
      right = MAX (right, node->x + half);
      top = MIN (top, node->y - node->radius);
      bottom = MAX (bottom, node->y + node->radius + node->label_height);
    }
  if (left > right)
    {
      *extent = (DossierRectangle){ 0 };
      return FALSE;
    }

  *extent = (DossierRectangle){ left, top, right - left, bottom - top };

  return TRUE;
}

/* Puts those who have no ties, nor stand beside anybody with ties, on a shelf: in rows below the map, or in columns beside
 * it where the room is wider than the map, so that they take none of the room of the others. */
static void
fill_shelf (DossierMap *map, double aspect)
{
  g_autofree int *shelved = g_new (int, MAX (1, map->n_nodes));
  DossierRectangle extent;
  gboolean is_aside = measure_arranged (map, &extent) && extent.width < aspect * extent.height;
  double length = is_aside ? extent.height : extent.width;
  double step = 0;
  int n_shelved = 0;
  int n_lines;
  int n_each;

  for (int i = 0; i < map->n_nodes; i++)
    if (is_shelved (&map->nodes[i]))
      {
        shelved[n_shelved++] = i;
        step = MAX (step, 2 * map->nodes[i].radius + SHELF_STEP);
      }
  if (n_shelved == 0)
    return;

  /* Lines of equal length, not longer than the map. */
  n_each = (int) CLAMP (length / step, 1, n_shelved);
  n_lines = (n_shelved + n_each - 1) / n_each;
  n_each = (n_shelved + n_lines - 1) / n_lines;

  g_qsort_with_data (shelved, n_shelved, sizeof (int), compare_shelved, map);
  for (int i = 0; i < n_shelved; i++)
    {
      int line = i / n_each;
      int n_in_line = MIN (n_each, n_shelved - line * n_each);
      double along = (i % n_each - (n_in_line - 1) / 2.0) * step;
      double across = SHELF_GAP + line * step;
      DossierMapNode *node = &map->nodes[shelved[i]];

      node->x = is_aside ? extent.x + extent.width + across : extent.x + extent.width / 2 + along;
      node->y = is_aside ? extent.y + extent.height / 2 + along : extent.y + extent.height + across;
    }
}

/**
 * dossier_map_arrangement_apply:
 * @map: a sealed map
 * @graph: the graph that was made of it, laid out
 * @aspect: the width of the picture by its height that is aimed at, above 0
 *
 * Gives the nodes their places, and routes the ribbons.
 */
void
dossier_map_arrangement_apply (DossierMap *map, const DossierGraph *graph, double aspect)
{
  int next = 0;

  for (int i = 0; i < map->n_nodes; i++)
    if (is_arranged (&map->nodes[i]))
      {
        g_return_if_fail (next < graph->n_nodes);
        map->nodes[i].x = graph->nodes[next].x;
        map->nodes[i].y = graph->nodes[next].y;
        next++;
      }

  fill_shelf (map, aspect);
  for (int i = 0; i < map->n_nodes; i++)
    {
      map->nodes[i].placed = TRUE;
      map->nodes[i].recalled = FALSE;
    }

  dossier_map_arrangement_update (map);
}

/**
 * dossier_map_arrangement_run:
 * @map: a sealed map whose text is set
 * @aspect: the width of the picture by its height that is aimed at, above 0
 * @cancellable: (nullable): to stop it from another thread, or %NULL
 *
 * Does the whole in one go: graph, layout, places, ribbons. Nodes that are placed keep their places but for
 * overlaps, pinned ones exactly.
 *
 * Returns: %FALSE if it was cancelled; the map is then as before
 */
gboolean
dossier_map_arrangement_run (DossierMap *map, double aspect, GCancellable *cancellable)
{
  return dossier_map_arrangement_run_watched (map, aspect, NULL, cancellable);
}

/**
 * dossier_map_arrangement_run_watched:
 * @map: a sealed map whose text is set
 * @aspect: the width of the picture by its height that is aimed at, above 0
 * @progress: (nullable): where to say how far it is, for another thread to look at, or %NULL
 * @cancellable: (nullable): to stop it from another thread, or %NULL
 *
 * Does what dossier_map_arrangement_run() does.
 *
 * Returns: %FALSE if it was cancelled; the map is then as before
 */
gboolean
dossier_map_arrangement_run_watched (DossierMap *map, double aspect, DossierProgress *progress, GCancellable *cancellable)
{
  g_autoptr (DossierGraph) graph = dossier_map_arrangement_make_graph (map);
  DossierGraphLayoutOptions options = DOSSIER_GRAPH_LAYOUT_DEFAULTS;

  options.aspect = aspect;
  options.progress = progress;
  if (!dossier_graph_layout_run (graph, &options, cancellable))
    return FALSE;

  dossier_map_arrangement_apply (map, graph, aspect);

  return TRUE;
}
