/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-leiden-private.h"

#include <string.h>

/* A gain below this is rounding. */
#define LEAST_GAIN 1e-12

/**
 * dossier_leiden_level_new:
 * @adjacency: a graph
 * @resolution: above 0
 *
 * Returns: (transfer full): the lowest level: @adjacency itself, with its weights
 */
DossierLeidenLevel *
dossier_leiden_level_new (const DossierAdjacency *adjacency, double resolution)
{
  DossierLeidenLevel *level = g_new0 (DossierLeidenLevel, 1);
  int n = adjacency->n_nodes;

  level->n_nodes = n;
  level->resolution = resolution;
  level->offsets = g_memdup2 (adjacency->offsets, sizeof (int) * (gsize) (n + 1));
  level->arcs = g_new (DossierLeidenArc, MAX (1, adjacency->offsets[n]));
  level->strengths = g_new0 (double, MAX (1, n));

  for (int i = 0; i < n; i++)
    {
      for (int j = adjacency->offsets[i]; j < adjacency->offsets[i + 1]; j++)
        {
          level->arcs[j] = (DossierLeidenArc){ adjacency->neighbours[j].node, adjacency->neighbours[j].weight };
          level->strengths[i] += adjacency->neighbours[j].weight;
        }
      level->total += level->strengths[i];
    }

  return level;
}

/**
 * dossier_leiden_level_free:
 * @level: (nullable): a level, or %NULL
 *
 * Frees @level.
 */
void
dossier_leiden_level_free (DossierLeidenLevel *level)
{
  if (level == NULL)
    return;

  g_free (level->offsets);
  g_free (level->arcs);
  g_free (level->strengths);
  g_free (level);
}

/**
 * dossier_leiden_renumber:
 * @numbers: (inout) (array length=n_numbers): numbers from 0 to below @n_numbers
 * @n_numbers: how many
 *
 * Numbers anew from 0 without gaps, in the order in which the numbers first come.
 *
 * Returns: how many different ones there are
 */
int
dossier_leiden_renumber (int *numbers, int n_numbers)
{
  g_autofree int *renumbered = g_new (int, MAX (1, n_numbers));
  int n = 0;

  for (int i = 0; i < n_numbers; i++)
    renumbered[i] = -1;
  for (int i = 0; i < n_numbers; i++)
    {
      if (renumbered[numbers[i]] < 0)
        renumbered[numbers[i]] = n++;
      numbers[i] = renumbered[numbers[i]];
    }

  return n;
}

/* Lists the nodes of each set: those of one stand together, from offsets[set]. */
static void
list_members (const int *sets, int n_nodes, int n_sets, int *offsets, int *members)
{
  memset (offsets, 0, sizeof *offsets * (gsize) (n_sets + 1));
  for (int i = 0; i < n_nodes; i++)
    offsets[sets[i] + 1]++;
  for (int i = 0; i < n_sets; i++)
    offsets[i + 1] += offsets[i];
  for (int i = n_nodes - 1; i >= 0; i--)
    members[--offsets[sets[i] + 1]] = i;
  /* Each entry has come down to where its own set begins, one place too high. */
  memmove (offsets, offsets + 1, sizeof *offsets * (gsize) n_sets);
  offsets[n_sets] = n_nodes;
}

/**
 * dossier_leiden_level_aggregate:
 * @level: a level
 * @sets: (array): which set each of its nodes belongs to, from 0 without gaps
 * @n_sets: how many sets there are
 *
 * Returns: (transfer full): the level above, whose nodes are the sets
 */
DossierLeidenLevel *
dossier_leiden_level_aggregate (const DossierLeidenLevel *level, const int *sets, int n_sets)
{
  DossierLeidenLevel *above = g_new0 (DossierLeidenLevel, 1);
  g_autofree int *member_offsets = g_new (int, n_sets + 1);
  g_autofree int *members = g_new (int, MAX (1, level->n_nodes));
  g_autofree int *places = g_new (int, MAX (1, n_sets));
  int end = 0;

  above->n_nodes = n_sets;
  above->resolution = level->resolution;
  above->total = level->total;
  above->offsets = g_new0 (int, n_sets + 1);
  above->arcs = g_new (DossierLeidenArc, MAX (1, level->offsets[level->n_nodes]));
  above->strengths = g_new0 (double, MAX (1, n_sets));
  list_members (sets, level->n_nodes, n_sets, member_offsets, members);
  for (int i = 0; i < n_sets; i++)
    places[i] = -1;

  for (int set = 0; set < n_sets; set++)
    {
      int begin = end;

      for (int i = member_offsets[set]; i < member_offsets[set + 1]; i++)
        {
          int node = members[i];

          above->strengths[set] += level->strengths[node];
          for (int j = level->offsets[node]; j < level->offsets[node + 1]; j++)
            {
              int other = sets[level->arcs[j].node];

              if (other == set)
                continue;
              if (places[other] < begin)
                {
                  places[other] = end;
                  above->arcs[end++] = (DossierLeidenArc){ other, 0 };
                }
              above->arcs[places[other]].weight += level->arcs[j].weight;
            }
        }
      above->offsets[set + 1] = end;
    }

  return above;
}

static int *
shuffle (int n, DossierRandom *random)
{
  int *order = g_new (int, MAX (1, n));

  for (int i = 0; i < n; i++)
    order[i] = i;
  for (int i = n; i > 1; i--)
    {
      int j = (int) dossier_random_below (random, (guint32) i);
      int node = order[i - 1];

      order[i - 1] = order[j];
      order[j] = node;
    }

  return order;
}

/* The best of the communities around a node for it to be in; @weights holds what ties it to each, and is left zero
 * again. */
static int
choose_community (const DossierLeidenLevel *level, int node, const int *communities, const double *strengths, double *weights, int empty)
{
  double expected = level->resolution * level->strengths[node] / level->total;
  int own = communities[node];
  int best = own;
  double best_gain;

  for (int i = level->offsets[node]; i < level->offsets[node + 1]; i++)
    weights[communities[level->arcs[i].node]] += level->arcs[i].weight;

  best_gain = weights[own] - expected * (strengths[own] - level->strengths[node]);
  if (best_gain < -LEAST_GAIN)
    {
      best = empty;
      best_gain = 0;
    }
  for (int i = level->offsets[node]; i < level->offsets[node + 1]; i++)
    {
      int community = communities[level->arcs[i].node];
      double gain = weights[community] - expected * strengths[community];

      if (community != own && gain > best_gain + LEAST_GAIN)
        {
          best = community;
          best_gain = gain;
        }
    }

  for (int i = level->offsets[node]; i < level->offsets[node + 1]; i++)
    weights[communities[level->arcs[i].node]] = 0;

  return best;
}

/**
 * dossier_leiden_level_move:
 * @level: a level
 * @communities: (inout) (array): the community of each node, a number from 0 to below the number of nodes
 * @random: where the order comes from in which nodes are looked at
 *
 * Moves nodes to the community where they raise the modularity most, until none can any more. After a move only its
 * neighbours are looked at again.
 *
 * Returns: whether any was moved
 */
gboolean
dossier_leiden_level_move (const DossierLeidenLevel *level, int *communities, DossierRandom *random)
{
  int n = level->n_nodes;
  g_autofree int *queue = shuffle (n, random);
  g_autofree gboolean *is_queued = g_new (gboolean, MAX (1, n));
  g_autofree double *strengths = g_new0 (double, MAX (1, n));
  g_autofree double *weights = g_new0 (double, MAX (1, n));
  g_autofree int *sizes = g_new0 (int, MAX (1, n));
  g_autofree int *empty = g_new (int, MAX (1, n));
  int n_empty = 0;
  int first = 0;
  int n_queued = n;
  gboolean moved = FALSE;

  if (!(level->total > 0))
    return FALSE;

  for (int i = 0; i < n; i++)
    {
      is_queued[i] = TRUE;
      strengths[communities[i]] += level->strengths[i];
      sizes[communities[i]]++;
    }
  for (int i = n - 1; i >= 0; i--)
    if (sizes[i] == 0)
      empty[n_empty++] = i;

  while (n_queued > 0)
    {
      int node = queue[first];
      int from = communities[node];
      int to;

      first = (first + 1) % n;
      n_queued--;
      is_queued[node] = FALSE;

      /* Where a community is empty, a node may be on its own there; where none is, all are alone anyway. */
      to = choose_community (level, node, communities, strengths, weights, n_empty > 0 ? empty[n_empty - 1] : from);
      if (to == from)
        continue;

      if (sizes[to]++ == 0)
        n_empty--;
      if (--sizes[from] == 0)
        empty[n_empty++] = from;
      strengths[to] += level->strengths[node];
      strengths[from] -= level->strengths[node];
      communities[node] = to;
      moved = TRUE;

      for (int i = level->offsets[node]; i < level->offsets[node + 1]; i++)
        {
          int neighbour = level->arcs[i].node;

          if (communities[neighbour] == to || is_queued[neighbour])
            continue;
          queue[(first + n_queued) % n] = neighbour;
          n_queued++;
          is_queued[neighbour] = TRUE;
        }
    }

  return moved;
}

/**
 * dossier_leiden_level_refine:
 * @level: a level
 * @communities: (array): the community of each node, a number from 0 to below the number of nodes
 * @sets: (out caller-allocates) (array): room for the set of each node, from 0 without gaps
 * @random: where the order comes from in which nodes are looked at
 *
 * Splits communities into sets that hang together well: begins with every node alone, and lets those that are alone
 * and well connected within their community join a set that is so, too, where that raises the modularity most. A set
 * never reaches beyond its community.
 *
 * Returns: how many sets there are
 */
int
dossier_leiden_level_refine (const DossierLeidenLevel *level, const int *communities, int *sets, DossierRandom *random)
{
  int n = level->n_nodes;
  g_autofree int *order = shuffle (n, random);
  g_autofree double *community_strengths = g_new0 (double, MAX (1, n));
  g_autofree double *set_strengths = g_new0 (double, MAX (1, n));
  g_autofree double *outside = g_new0 (double, MAX (1, n)); /* what ties a set to the rest of its community */
  g_autofree double *weights = g_new0 (double, MAX (1, n));
  g_autofree gboolean *is_alone = g_new (gboolean, MAX (1, n));

  for (int i = 0; i < n; i++)
    {
      sets[i] = i;
      is_alone[i] = TRUE;
      set_strengths[i] = level->strengths[i];
      community_strengths[communities[i]] += level->strengths[i];
      for (int j = level->offsets[i]; j < level->offsets[i + 1]; j++)
        if (communities[level->arcs[j].node] == communities[i])
          outside[i] += level->arcs[j].weight;
    }

  for (int i = 0; i < n && level->total > 0; i++)
    {
      int node = order[i];
      double share = level->resolution / level->total;
      double community = community_strengths[communities[node]];
      double strength = level->strengths[node];
      int best = -1;
      double best_gain = LEAST_GAIN;

      if (!is_alone[node] || outside[node] < share * strength * (community - strength))
        continue;

      for (int j = level->offsets[node]; j < level->offsets[node + 1]; j++)
        if (communities[level->arcs[j].node] == communities[node])
          weights[sets[level->arcs[j].node]] += level->arcs[j].weight;

      for (int j = level->offsets[node]; j < level->offsets[node + 1]; j++)
        {
          int set = sets[level->arcs[j].node];
          double gain = weights[set] - share * strength * set_strengths[set];

          if (weights[set] > 0 && gain > best_gain && outside[set] >= share * set_strengths[set] * (community - set_strengths[set]))
            {
              best = set;
              best_gain = gain;
            }
        }

      if (best >= 0)
        {
          /* What tied the two together is outside of neither any more. */
          outside[best] += outside[node] - 2 * weights[best];
          set_strengths[best] += strength;
          sets[node] = best;
          is_alone[node] = is_alone[best] = FALSE;
        }

      for (int j = level->offsets[node]; j < level->offsets[node + 1]; j++)
        weights[sets[level->arcs[j].node]] = 0;
    }

  return dossier_leiden_renumber (sets, n);
}
