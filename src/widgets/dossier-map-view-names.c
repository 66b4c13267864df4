/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-map-view-private.h"

#include <glib/gi18n-lib.h>

/* Counting the ties of more actors than these would be felt. */
#define MAX_MARKS_OF_PLOT 100

static char *
dup_name (DossierMapView *self, DossierRef ref)
{
  return dossier_document_dup_title (dossier_view_get_document (self->view), ref, NULL);
}

static int
count_ties (DossierMapView *self, int node)
{
  int n = 0;

  for (int i = 0; i < self->map->n_ties; i++)
    n += self->map->ties[i].visible && (self->map->ties[i].from == node || self->map->ties[i].to == node);

  return n;
}

/* Which it is among those that are shown, from 1, the weightiest first. */
static int
rank_node (DossierMapView *self, int node, int *n_shown)
{
  const DossierMapNode *here = &self->map->nodes[node];
  int rank = 1;

  *n_shown = 0;
  for (int i = 0; i < self->map->n_nodes; i++)
    {
      const DossierMapNode *other = &self->map->nodes[i];

      if (!other->visible)
        continue;
      (*n_shown)++;
      rank += other->weight > here->weight || (other->weight == here->weight && i < node);
    }

  return rank;
}

/* "Vladimir Putin, person, President of Russia, 5 ties, pinned; 3 of 20". */
char *
dossier_map_view_dup_node_label (DossierMapView *self, int node)
{
  const DossierMapNode *map_node = &self->map->nodes[node];
  int n_ties = count_ties (self, node);
  int n_shown;
  int rank = rank_node (self, node, &n_shown);
  g_autoptr (GString) text = g_string_new (map_node->name);

  g_string_append_printf (text, ", %s", dossier_vocabulary_get_label (DOSSIER_VOCABULARY_ACTOR_TYPE, map_node->type));
  if (map_node->post != NULL)
    g_string_append_printf (text, ", %s", map_node->post);
  g_string_append (text, ", ");
  g_string_append_printf (text, ngettext ("%d tie", "%d ties", (gulong) n_ties), n_ties);
  if (map_node->pinned)
    g_string_append_printf (text, ", %s", _ ("pinned"));
  if (map_node->chosen)
    g_string_append_printf (text, ", %s", _ ("chosen"));
  /* Translators: which actor it is among those that are shown, such as: 3 of 20 */
  g_string_append_printf (text, _ ("; %d of %d"), rank, n_shown);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "North Korea and Russia: 27 ties". */
char *
dossier_map_view_dup_ribbon_label (DossierMapView *self, int ribbon_index)
{
  const DossierMapRibbon *ribbon = &self->map->ribbons[ribbon_index];
  int n = 0;

  for (int i = 0; i < ribbon->n_ties; i++)
    n += self->map->ties[ribbon->first_tie + i].visible;

  /* Translators: what is between two actors */
  return g_strdup_printf (ngettext ("%s and %s: %d tie", "%s and %s: %d ties", (gulong) n),
                          self->map->nodes[ribbon->a].name,
                          self->map->nodes[ribbon->b].name,
                          n);
}

char *
dossier_map_view_dup_strand_label (DossierMapView *self, const DossierMapSceneStrand *strand)
{
  const DossierMapRibbon *ribbon = &self->map->ribbons[strand->ribbon];

  if (strand->n_ties == 1)
    {
      g_autofree char *name = dup_name (self, (DossierRef){ DOSSIER_RECORD_TIE, self->map->ties[strand->tie].tie });

      /* Translators: a tie of the map for which no source is quoted */
      return strand->inferred ? g_strdup_printf (_ ("%s (inferred by the editor)"), name) : g_steal_pointer (&name);
    }

  /* Translators: a line of the map: between whom, of which sign, how many statements it stands for */
  return g_strdup_printf (ngettext ("%s and %s, %s: %d tie", "%s and %s, %s: %d ties", (gulong) strand->n_ties),
                          self->map->nodes[ribbon->a].name,
                          self->map->nodes[ribbon->b].name,
                          dossier_vocabulary_get_label (DOSSIER_VOCABULARY_SIGN, strand->sign),
                          strand->n_ties);
}

char *
dossier_map_view_dup_tooltip (DossierCanvas *canvas, double x, double y)
{
  DossierMapView *self = DOSSIER_MAP_VIEW (canvas);
  DossierMapHit found = dossier_map_view_hit (self, x, y);

  if (found.type == DOSSIER_MAP_HIT_NODE)
    return dossier_map_view_dup_node_label (self, found.index);
  if (found.type == DOSSIER_MAP_HIT_STRAND)
    return dossier_map_view_dup_strand_label (self, &self->scene->strands[found.index]);

  return NULL;
}

/* Of a plot, the actors in sight that are set off, as many as are met at all. */
static void
list_marks_of_plot (DossierMapView *self, GArray *marks)
{
  for (int i = 0; i < self->map->n_nodes && marks->len < MAX_MARKS_OF_PLOT; i++)
    {
      const DossierMapNode *node = &self->map->nodes[i];
      DossierPoint point = dossier_map_camera_project (&self->camera, node->x, node->y);
      DossierCanvasMark mark = { i, point.x - 6, point.y - 6, 12, 12, NULL };

      if (!node->visible || node->dimmed || point.x < 0 || point.y < 0 || point.x > self->camera.width || point.y > self->camera.height)
        continue;
      mark.label = dossier_map_view_dup_node_label (self, i);
      g_array_append_val (marks, mark);
    }
}

void
dossier_map_view_list_marks (DossierCanvas *canvas, GArray *marks)
{
  DossierMapView *self = DOSSIER_MAP_VIEW (canvas);

  if (self->map != NULL && self->is_plotted)
    list_marks_of_plot (self, marks);
  if (self->scene == NULL)
    return;

  for (int i = self->scene->n_nodes - 1; i >= 0; i--)
    {
      const DossierMapSceneNode *node = &self->scene->nodes[i];
      DossierPoint centre = dossier_map_camera_project (&self->camera, self->map->nodes[node->node].x, self->map->nodes[node->node].y);
      double radius = MAX (6, self->map->nodes[node->node].radius);
      DossierCanvasMark mark = { node->node, centre.x - radius, centre.y - radius, 2 * radius, 2 * radius, dossier_map_view_dup_node_label (self, node->node) };

      g_array_append_val (marks, mark);
    }
  for (int i = 0; i < self->scene->n_strands; i++)
    {
      const DossierMapSceneStrand *strand = &self->scene->strands[i];
      DossierCanvasMark mark = { DOSSIER_MAP_VIEW_STRAND_MARKS + i, strand->label_box.x, strand->label_box.y, strand->label_box.width, strand->label_box.height, dossier_map_view_dup_strand_label (self, strand) };

      if (strand->has_label)
        g_array_append_val (marks, mark);
      else
        g_free (mark.label);
    }
}

/**
 * dossier_map_view_list_loose:
 * @self: a map view
 *
 * Returns: (transfer full) (element-type int): the nodes that are shown and have no tie that is; none as long as the
 *   map is laid out
 */
GArray *
dossier_map_view_list_loose (DossierMapView *self)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree gboolean *is_tied = NULL;

  g_return_val_if_fail (DOSSIER_IS_MAP_VIEW (self), nodes);

  if (self->map == NULL)
    return nodes;

  is_tied = g_new0 (gboolean, MAX (1, self->map->n_nodes));
  for (int i = 0; i < self->map->n_ties; i++)
    if (self->map->ties[i].visible)
      is_tied[self->map->ties[i].from] = is_tied[self->map->ties[i].to] = TRUE;
  for (int i = 0; i < self->map->n_nodes; i++)
    if (self->map->nodes[i].visible && !is_tied[i])
      g_array_append_val (nodes, i);

  return nodes;
}

/**
 * dossier_map_view_get_name:
 * @self: a map view
 * @node: a node that dossier_map_view_list_loose() has told of just now
 *
 * Returns: (transfer none): the name of the actor
 */
const char *
dossier_map_view_get_name (DossierMapView *self, int node)
{
  g_return_val_if_fail (DOSSIER_IS_MAP_VIEW (self), "");
  g_return_val_if_fail (self->map != NULL && node >= 0 && node < self->map->n_nodes, "");

  return self->map->nodes[node].name;
}
