/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-move.h"

typedef struct
{
  double x;
  double y;
  gboolean pinned;
} Place;

typedef struct
{
  int node;
  Place before;
  Place after;
} Change;

struct _DossierMapMove
{
  GArray *changes; /* Change */
};

static Place
get_place (const DossierMap *map, int node)
{
  return (Place){ map->nodes[node].x, map->nodes[node].y, map->nodes[node].pinned };
}

/**
 * dossier_map_move_new:
 * @map: an arranged map, before the move
 * @nodes: (array length=n_nodes): which nodes will be moved
 * @n_nodes: how many
 *
 * Returns: (transfer full): a move; finish it with dossier_map_move_finish()
 */
DossierMapMove *
dossier_map_move_new (const DossierMap *map, const int *nodes, int n_nodes)
{
  DossierMapMove *self = g_new (DossierMapMove, 1);

  self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  for (int i = 0; i < n_nodes; i++)
    {
      Change change = { nodes[i], get_place (map, nodes[i]), get_place (map, nodes[i]) };

      g_array_append_val (self->changes, change);
    }

  return self;
}

/**
 * dossier_map_move_free:
 * @self: (nullable): a move, or %NULL
 */
void
dossier_map_move_free (DossierMapMove *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->changes);
  g_free (self);
}

/**
 * dossier_map_move_finish:
 * @self: a move
 * @map: its map, after the move
 *
 * Returns: whether anything is otherwise than before
 */
gboolean
dossier_map_move_finish (DossierMapMove *self, const DossierMap *map)
{
  gboolean differs = FALSE;

  for (guint i = 0; i < self->changes->len; i++)
    {
      Change *change = &g_array_index (self->changes, Change, i);

      change->after = get_place (map, change->node);
      differs |= change->after.x != change->before.x || change->after.y != change->before.y || change->after.pinned != change->before.pinned;
    }

  return differs;
}

/**
 * dossier_map_move_apply:
 * @self: a finished move
 * @map: a map of the same actors
 * @undo: whether they go back to where they were before; else to where they went
 *
 * The ribbons are to be routed anew after it.
 */
void
dossier_map_move_apply (const DossierMapMove *self, DossierMap *map, gboolean undo)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      const Change *change = &g_array_index (self->changes, Change, i);
      const Place *place = undo ? &change->before : &change->after;
      DossierMapNode *node = &map->nodes[change->node];

      node->x = place->x;
      node->y = place->y;
      node->pinned = place->pinned;
    }
}

/**
 * dossier_map_move_get_n_nodes:
 * @self: a move
 *
 * Returns: how many nodes it is about
 */
int
dossier_map_move_get_n_nodes (const DossierMapMove *self)
{
  return (int) self->changes->len;
}
