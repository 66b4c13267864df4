/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map.h"

static const char *
copy_string (DossierMap *map, const char *string)
{
  return string != NULL ? g_string_chunk_insert_const (map->strings, string) : NULL;
}

static void
copy_nodes (DossierMap *map, const DossierMap *from)
{
  g_array_append_vals (map->node_array, from->nodes, (guint) from->n_nodes);
  map->nodes = (DossierMapNode *) map->node_array->data;
  map->n_nodes = from->n_nodes;

  for (int i = 0; i < map->n_nodes; i++)
    {
      DossierMapNode *node = &map->nodes[i];

      node->name = copy_string (map, node->name);
      node->symbol = copy_string (map, node->symbol);
      node->label = copy_string (map, node->label);
      node->post = copy_string (map, node->post);
    }
}

static void
copy_ties (DossierMap *map, const DossierMap *from)
{
  g_array_append_vals (map->tie_array, from->ties, (guint) from->n_ties);
  map->ties = (DossierMapTie *) map->tie_array->data;
  map->n_ties = from->n_ties;

  for (int i = 0; i < map->n_ties; i++)
    {
      map->ties[i].label = copy_string (map, map->ties[i].label);
      map->ties[i].detail = copy_string (map, map->ties[i].detail);
    }
}

static void
copy_groups (DossierMap *map, const DossierMap *from)
{
  for (int i = 0; i < from->n_groups; i++)
    {
      const DossierMapGroup *group = &from->groups[i];

      dossier_map_add_group (map, group->owner, group->label, group->members, group->n_members);
      map->groups[map->n_groups - 1].is_community = group->is_community;
    }
}

/**
 * dossier_map_copy:
 * @map: a sealed map
 *
 * Copies a map with its places and all that views have set in it. The copy points to nothing of @map nor of its document,
 * so that another thread may have it.
 *
 * Returns: (transfer full): the copy
 */
DossierMap *
dossier_map_copy (const DossierMap *map)
{
  DossierMap *copy = dossier_map_new ();

  copy->spread = map->spread;
  copy_nodes (copy, map);
  copy_ties (copy, map);
  g_array_append_vals (copy->ribbon_array, map->ribbons, (guint) map->n_ribbons);
  copy->ribbons = (DossierMapRibbon *) copy->ribbon_array->data;
  copy->n_ribbons = map->n_ribbons;
  copy_groups (copy, map);

  /* Publishes what was added, too. */
  dossier_map_set_moments (copy, map->moments, map->n_moments);

  return copy;
}
