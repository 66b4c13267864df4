/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-transition.h"

/* How much of something is there, 0 to 1, before and after. */
typedef struct
{
  double from;
  double to;
} Presence;

struct _DossierMapTransition
{
  GArray *ties;  /* Presence, parallel to those of the map */
  GArray *nodes; /* likewise */
};

/**
 * dossier_map_transition_new:
 *
 * Returns: (transfer full): a transition; it is used for one map at a time, again and again
 */
DossierMapTransition *
dossier_map_transition_new (void)
{
  DossierMapTransition *self = g_new (DossierMapTransition, 1);

  self->ties = g_array_new (FALSE, TRUE, sizeof (Presence));
  self->nodes = g_array_new (FALSE, TRUE, sizeof (Presence));

  return self;
}

/**
 * dossier_map_transition_free:
 * @self: (nullable): a transition, or %NULL
 */
void
dossier_map_transition_free (DossierMapTransition *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->ties);
  g_array_unref (self->nodes);
  g_free (self);
}

static double
get_presence (const DossierMapTie *tie)
{
  return tie->visible ? tie->presence : 0;
}

/**
 * dossier_map_transition_begin:
 * @self: a transition
 * @map: a sealed map, as it is shown now, be it in the midst of a transition
 *
 * Takes note of where it begins. Then set what shall be shown, and call dossier_map_transition_aim().
 */
void
dossier_map_transition_begin (DossierMapTransition *self, const DossierMap *map)
{
  g_array_set_size (self->ties, (guint) map->n_ties);
  g_array_set_size (self->nodes, (guint) map->n_nodes);
  for (int i = 0; i < map->n_ties; i++)
    g_array_index (self->ties, Presence, i).from = get_presence (&map->ties[i]);
  for (int i = 0; i < map->n_nodes; i++)
    g_array_index (self->nodes, Presence, i).from = map->nodes[i].presence;
}

/**
 * dossier_map_transition_aim:
 * @self: a transition that was begun with @map
 * @map: that map, as it shall be shown
 *
 * Takes note of where it leads. The map stays as it shall be shown; dossier_map_transition_step() takes it back to the
 * beginning and on.
 *
 * Returns: whether there is any difference
 */
gboolean
dossier_map_transition_aim (DossierMapTransition *self, DossierMap *map)
{
  gboolean differs = FALSE;

  g_return_val_if_fail ((int) self->ties->len == map->n_ties && (int) self->nodes->len == map->n_nodes, FALSE);

  for (int i = 0; i < map->n_ties; i++)
    {
      Presence *presence = &g_array_index (self->ties, Presence, i);

      presence->to = get_presence (&map->ties[i]);
      differs |= presence->from != presence->to;
    }
  for (int i = 0; i < map->n_nodes; i++)
    {
      Presence *presence = &g_array_index (self->nodes, Presence, i);

      presence->to = map->nodes[i].presence;
      differs |= presence->from != presence->to;
    }

  return differs;
}

static double
mix (const Presence *presence, double progress)
{
  return progress >= 1 ? presence->to : presence->from + (presence->to - presence->from) * MAX (progress, 0);
}

/**
 * dossier_map_transition_step:
 * @self: a transition that was aimed with @map
 * @map: that map
 * @progress: how far it is, 0 at the beginning, 1 at the end
 *
 * Sets what is there of each tie and each node. Ties that go are visible until they are gone.
 */
void
dossier_map_transition_step (const DossierMapTransition *self, DossierMap *map, double progress)
{
  g_return_if_fail ((int) self->ties->len == map->n_ties && (int) self->nodes->len == map->n_nodes);

  for (int i = 0; i < map->n_ties; i++)
    {
      double presence = mix (&g_array_index (self->ties, Presence, i), progress);

      map->ties[i].visible = presence > 0;
      map->ties[i].presence = presence > 0 ? presence : 1;
    }
  for (int i = 0; i < map->n_nodes; i++)
    map->nodes[i].presence = mix (&g_array_index (self->nodes, Presence, i), progress);
}
