/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-map-view-private.h"

#include <glib/gi18n-lib.h>

static char *
dup_name (DossierMapView *self, DossierRef ref)
{
  return dossier_document_dup_title (dossier_view_get_document (self->view), ref, NULL);
}

/* "North Korea, state, 12 ties". */
char *
dossier_map_view_dup_node_label (DossierMapView *self, int node)
{
  const DossierMapNode *map_node = &self->map->nodes[node];
  int n_ties = 0;
  g_autofree char *ties = NULL;

  for (int i = 0; i < self->map->n_ties; i++)
    if (self->map->ties[i].visible && (self->map->ties[i].from == node || self->map->ties[i].to == node))
      n_ties++;

  ties = g_strdup_printf (ngettext ("%d tie", "%d ties", (gulong) n_ties), n_ties);

  return g_strdup_printf ("%s, %s, %s", map_node->name, dossier_vocabulary_get_label (DOSSIER_VOCABULARY_ACTOR_TYPE, map_node->type), ties);
}

char *
dossier_map_view_dup_strand_label (DossierMapView *self, const DossierMapSceneStrand *strand)
{
  const DossierMapRibbon *ribbon = &self->map->ribbons[strand->ribbon];

  if (strand->n_ties == 1)
    return dup_name (self, (DossierRef){ DOSSIER_RECORD_TIE, self->map->ties[strand->tie].tie });

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

void
dossier_map_view_list_marks (DossierCanvas *canvas, GArray *marks)
{
  DossierMapView *self = DOSSIER_MAP_VIEW (canvas);

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
