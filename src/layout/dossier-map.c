/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map.h"
#include "layout/dossier-random.h"

#include <math.h>
#include <string.h>

/* Names are broken to about this width in pixels. */
#define LABEL_WIDTH       116.0
#define SMALL_LABEL_WIDTH 100.0

#define MAX_LINES 3

/* The marks of actors without ties. */
#define MINOR_RADIUS 9.5
#define LOOSE_RADIUS 7.0

static void
clear_group (gpointer data)
{
  g_free (((DossierMapGroup *) data)->members);
}

/* The public fields follow the arrays, which move as they grow. */
static void
publish (DossierMap *map)
{
  map->nodes = (DossierMapNode *) map->node_array->data;
  map->n_nodes = (int) map->node_array->len;
  map->ties = (DossierMapTie *) map->tie_array->data;
  map->n_ties = (int) map->tie_array->len;
  map->ribbons = (DossierMapRibbon *) map->ribbon_array->data;
  map->n_ribbons = (int) map->ribbon_array->len;
  map->groups = (DossierMapGroup *) map->group_array->data;
  map->n_groups = (int) map->group_array->len;
  map->moments = (const gint64 *) map->moment_array->data;
  map->n_moments = (int) map->moment_array->len;
}

/**
 * dossier_map_new:
 *
 * Returns: (transfer full): an empty map
 */
DossierMap *
dossier_map_new (void)
{
  DossierMap *map = g_new0 (DossierMap, 1);

  map->node_array = g_array_new (FALSE, FALSE, sizeof (DossierMapNode));
  map->tie_array = g_array_new (FALSE, FALSE, sizeof (DossierMapTie));
  map->ribbon_array = g_array_new (FALSE, FALSE, sizeof (DossierMapRibbon));
  map->group_array = g_array_new (FALSE, FALSE, sizeof (DossierMapGroup));
  g_array_set_clear_func (map->group_array, clear_group);
  map->moment_array = g_array_new (FALSE, FALSE, sizeof (gint64));
  map->strings = g_string_chunk_new (1024);
  map->spread = 1;
  publish (map);

  return map;
}

/**
 * dossier_map_free:
 * @map: (nullable): a map, or %NULL
 *
 * Frees @map.
 */
void
dossier_map_free (DossierMap *map)
{
  if (map == NULL)
    return;

  g_array_unref (map->node_array);
  g_array_unref (map->tie_array);
  g_array_unref (map->ribbon_array);
  g_array_unref (map->group_array);
  g_array_unref (map->moment_array);
  g_string_chunk_free (map->strings);
  g_free (map);
}

/**
 * dossier_map_add_node:
 * @map: a map
 * @id: the actor's id: the picture depends on it
 * @type: what the actor is
 * @name: its name
 * @symbol: (nullable): one to four letters for its mark
 *
 * Returns: the index of the new node
 */
int
dossier_map_add_node (DossierMap *map, const char *id, DossierActorType type, const char *name, const char *symbol)
{
  DossierMapNode node = {
    .actor = -1,
    .seed = dossier_random_seed_of (id),
    .type = type,
    .name = g_string_chunk_insert_const (map->strings, name),
    .symbol = symbol != NULL ? g_string_chunk_insert_const (map->strings, symbol) : NULL,
    .parent = -1,
    .is_beside = TRUE,
    .shown_as = map->n_nodes,
    .visible = TRUE,
    .presence = 1,
  };

  node.label = node.name;
  node.n_lines = 1;
  g_array_append_val (map->node_array, node);
  publish (map);

  return map->n_nodes - 1;
}

/**
 * dossier_map_add_tie:
 * @map: a map
 * @tie: which tie of the document it is, -1 if there is none
 * @from: the node it goes out from
 * @to: the node it goes to, another one
 * @directed: whether it has that direction
 * @sign: whether it binds or divides
 * @status: what the source says of it
 * @weight: how strong it is, 1 being ordinary; above 0
 * @label: (nullable): a few words for it
 */
void
dossier_map_add_tie (DossierMap *map,
                     int tie,
                     int from,
                     int to,
                     gboolean directed,
                     DossierSign sign,
                     DossierStatus status,
                     double weight,
                     const char *label)
{
  DossierMapTie added = {
    .tie = tie,
    .from = from,
    .to = to,
    .directed = directed,
    .sign = sign,
    .status = status,
    .weight = weight,
    .label = g_string_chunk_insert_const (map->strings, label != NULL ? label : ""),
    .kind = -1,
    .detail = "",
    .visible = TRUE,
    .presence = 1,
  };

  g_return_if_fail (from >= 0 && from < map->n_nodes);
  g_return_if_fail (to >= 0 && to < map->n_nodes && to != from);
  g_return_if_fail (weight > 0);

  g_array_append_val (map->tie_array, added);
  publish (map);
}

/**
 * dossier_map_describe_tie:
 * @map: a map that is not sealed
 * @index: one of its ties
 * @kind: which kind of tie it is, -1 for none
 * @detail: (nullable): what is to be read of it beside its label where there is room
 */
void
dossier_map_describe_tie (DossierMap *map, int index, int kind, const char *detail)
{
  g_return_if_fail (index >= 0 && index < map->n_ties);
  g_return_if_fail (map->n_ribbons == 0);

  map->ties[index].kind = kind;
  map->ties[index].detail = g_string_chunk_insert_const (map->strings, detail != NULL ? detail : "");
}

/**
 * dossier_map_add_group:
 * @map: a map
 * @owner: the node whose colour it has, -1 for none
 * @label: (nullable): its name, if it needs one
 * @members: (array length=n_members): nodes
 * @n_members: how many, at least 1
 */
void
dossier_map_add_group (DossierMap *map, int owner, const char *label, const int *members, int n_members)
{
  DossierMapGroup group = {
    .owner = owner,
    .label = label != NULL ? g_string_chunk_insert_const (map->strings, label) : NULL,
    .members = g_memdup2 (members, sizeof *members * (gsize) n_members),
    .n_members = n_members,
  };

  g_array_append_val (map->group_array, group);
  publish (map);
}

/* The ends of a tie's ribbon: the one with the lesser seed first. */
static void
get_pair (const DossierMapNode *nodes, const DossierMapTie *tie, int *a, int *b)
{
  gboolean in_order = nodes[tie->from].seed != nodes[tie->to].seed ? nodes[tie->from].seed < nodes[tie->to].seed
                                                                   : tie->from < tie->to;

  *a = in_order ? tie->from : tie->to;
  *b = in_order ? tie->to : tie->from;
}

static int
compare_moments (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static int
compare_ties (gconstpointer first, gconstpointer second, gpointer data)
{
  const DossierMapNode *nodes = data;
  const DossierMapTie *left = first;
  const DossierMapTie *right = second;
  int left_a, left_b, right_a, right_b;

  get_pair (nodes, left, &left_a, &left_b);
  get_pair (nodes, right, &right_a, &right_b);

  if (left_a != right_a)
    return left_a - right_a;
  if (left_b != right_b)
    return left_b - right_b;
  if (left->sign != right->sign)
    return (int) left->sign - (int) right->sign;
  if (left->status != right->status)
    return (int) left->status - (int) right->status;
  if (left->weight != right->weight)
    return left->weight > right->weight ? -1 : 1;
  if (left->from != right->from)
    return left->from - right->from;

  return left->tie - right->tie;
}

/* Finds which statements contradict one another: of one kind, the one denied and the other not. */
static void
find_disputes (DossierMap *map)
{
  for (int i = 0; i < map->n_ribbons; i++)
    {
      DossierMapTie *ties = map->ties + map->ribbons[i].first_tie;

      for (int j = 0; j < map->ribbons[i].n_ties; j++)
        for (int k = 0; k < map->ribbons[i].n_ties && ties[j].status == DOSSIER_STATUS_DENIED; k++)
          if (ties[k].status != DOSSIER_STATUS_DENIED && ties[k].kind == ties[j].kind && ties[k].sign == ties[j].sign)
            ties[j].disputed = ties[k].disputed = TRUE;
    }
}

/* States are larger than organisations, and these than persons; among their likes, size follows the ties. */
static double
choose_radius (DossierActorType type, double share)
{
  switch (type)
    {
    case DOSSIER_ACTOR_TYPE_STATE:
      return 23 + 11 * share;
    case DOSSIER_ACTOR_TYPE_ORGANISATION:
    case DOSSIER_ACTOR_TYPE_GROUP:
      return 19 + 9 * share;
    case DOSSIER_ACTOR_TYPE_PERSON:
    case DOSSIER_ACTOR_TYPE_NONE:
    default:
      return 14 + 4 * share;
    }
}

/* Walks up from a node to the actor that it stands beside in the end. Parents must not run in a circle. */
static int
find_top (const DossierMap *map, int node)
{
  while (map->nodes[node].parent >= 0)
    node = map->nodes[node].parent;

  return node;
}

/* Finds who plays no part in the ties. Where there are no ties at all, everybody is equal. */
static void
find_minor_nodes (DossierMap *map)
{
  g_autofree gboolean *is_above = g_new0 (gboolean, MAX (1, map->n_nodes));
  g_autofree gboolean *is_tied = g_new0 (gboolean, MAX (1, map->n_nodes));

  for (int i = 0; i < map->n_nodes; i++)
    if (map->nodes[i].weight > 0)
      {
        for (int above = i; above >= 0 && !is_above[above]; above = map->nodes[above].parent)
          is_above[above] = TRUE;
        is_tied[find_top (map, i)] = TRUE;
      }

  for (int i = 0; i < map->n_nodes && map->n_ties > 0; i++)
    {
      map->nodes[i].minor = !is_above[i];
      map->nodes[i].loose = !is_tied[find_top (map, i)];
    }
}

/**
 * dossier_map_remove_groups:
 * @map: a map
 *
 * Removes what hulls are drawn around.
 */
void
dossier_map_remove_groups (DossierMap *map)
{
  g_array_set_size (map->group_array, 0);
  publish (map);
}

/**
 * dossier_map_set_sizes:
 * @map: a map whose minor nodes are found
 * @scores: (array): a score for each node, at least 0
 *
 * Makes marks larger the greater their score is by the greatest, among their likes. Those of minor nodes stay small.
 */
void
dossier_map_set_sizes (DossierMap *map, const double *scores)
{
  double greatest = 0;

  for (int i = 0; i < map->n_nodes; i++)
    greatest = MAX (greatest, scores[i]);
  for (int i = 0; i < map->n_nodes; i++)
    {
      DossierMapNode *node = &map->nodes[i];

      if (node->minor)
        node->radius = node->loose ? LOOSE_RADIUS : MINOR_RADIUS;
      else
        node->radius = choose_radius (node->type, greatest > 0 ? sqrt (scores[i] / greatest) : 0);
    }
}

/**
 * dossier_map_seal:
 * @map: a map to which everything was added
 *
 * Gathers the ties in ribbons, and gives the nodes their weights and sizes. Nothing may be added after it.
 */
void
dossier_map_seal (DossierMap *map)
{
  g_autofree double *weights = NULL;

  g_return_if_fail (map->n_ribbons == 0);

  g_array_sort_with_data (map->tie_array, compare_ties, map->nodes);

  for (int i = 0; i < map->n_ties; i++)
    {
      const DossierMapTie *tie = &map->ties[i];
      DossierMapRibbon *last = map->n_ribbons > 0 ? &map->ribbons[map->n_ribbons - 1] : NULL;
      int a, b;

      get_pair (map->nodes, tie, &a, &b);
      map->nodes[a].weight += tie->weight;
      map->nodes[b].weight += tie->weight;

      if (last != NULL && last->a == a && last->b == b)
        {
          last->n_ties++;
        }
      else
        {
          DossierMapRibbon ribbon = { .a = a, .b = b, .first_tie = i, .n_ties = 1 };

          g_array_append_val (map->ribbon_array, ribbon);
          publish (map);
        }
    }

  find_disputes (map);
  find_minor_nodes (map);

  weights = g_new (double, MAX (1, map->n_nodes));
  for (int i = 0; i < map->n_nodes; i++)
    weights[i] = map->nodes[i].weight;
  dossier_map_set_sizes (map, weights);
}

/* Breaks a name into lines, as few as fit, and puts the break of two where they come out most equal. */
static char *
break_name (const char *name, DossierTextStyle style, double max_width, DossierMeasureFunc measure, gpointer data)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  g_autoptr (GString) text = NULL;
  double width;
  double height;
  double least = G_MAXDOUBLE;
  int n_words = (int) g_strv_length (words);
  int best = 0;
  int n_lines = 1;

  measure (name, style, &width, &height, data);
  if (width <= max_width || n_words < 2)
    return g_strdup (name);

  for (int i = 1; i < n_words; i++)
    {
      g_autofree char *after = g_strjoinv (" ", words + i);
      g_autofree char *before = g_strndup (name, strlen (name) - strlen (after) - 1);
      double before_width;
      double after_width;

      measure (before, style, &before_width, &height, data);
      measure (after, style, &after_width, &height, data);
      if (MAX (before_width, after_width) < least)
        {
          least = MAX (before_width, after_width);
          best = i;
        }
    }

  if (least <= max_width * 1.15 || n_words == 2)
    {
      g_autofree char *after = g_strjoinv (" ", words + best);

      text = g_string_new_len (name, (gssize) (strlen (name) - strlen (after) - 1));
      g_string_append_printf (text, "\n%s", after);
      return g_string_free (g_steal_pointer (&text), FALSE);
    }

  /* Longer ones are filled line by line, and what is beyond the last line is left out with an ellipsis. */
  text = g_string_new (words[0]);
  for (int i = 1; i < n_words; i++)
    {
      const char *line = strrchr (text->str, '\n');
      g_autofree char *longer = g_strconcat (line != NULL ? line + 1 : text->str, " ", words[i], NULL);

      measure (longer, style, &width, &height, data);
      if (width > max_width && n_lines == MAX_LINES)
        {
          g_string_append (text, "…");
          break;
        }
      n_lines += width > max_width;
      g_string_append_printf (text, "%s%s", width > max_width ? "\n" : " ", words[i]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * dossier_map_set_text:
 * @map: a sealed map
 * @measure: measures text
 * @data: what to call @measure with
 *
 * Breaks the names into lines and measures them. To be called before the map is arranged, and again when the
 * fonts change.
 */
void
dossier_map_set_text (DossierMap *map, DossierMeasureFunc measure, gpointer data)
{
  for (int i = 0; i < map->n_nodes; i++)
    {
      DossierMapNode *node = &map->nodes[i];
      gboolean is_small = node->type == DOSSIER_ACTOR_TYPE_PERSON || node->minor;
      /* The bold form, so that a selected node's label has room. */
      DossierTextStyle style = is_small ? DOSSIER_TEXT_NODE_LABEL_SMALL_STRONG : DOSSIER_TEXT_NODE_LABEL_STRONG;
      g_autofree char *label = break_name (node->name, style, is_small ? SMALL_LABEL_WIDTH : LABEL_WIDTH, measure, data);

      node->n_lines = 1;
      for (const char *c = label; *c != '\0'; c++)
        node->n_lines += *c == '\n';
      measure (label, style, &node->label_width, &node->label_height, data);
      node->label = g_string_chunk_insert_const (map->strings, label);
    }
}

/**
 * dossier_map_set_moments:
 * @map: a map
 * @moments: (array length=n_moments): when the opened ribbon was borne out, in seconds; in any order
 * @n_moments: how many; may be 0
 */
void
dossier_map_set_moments (DossierMap *map, const gint64 *moments, int n_moments)
{
  g_array_set_size (map->moment_array, 0);
  g_array_append_vals (map->moment_array, moments, (guint) n_moments);
  g_array_sort (map->moment_array, compare_moments);
  publish (map);
}

/**
 * dossier_map_find_ribbon:
 * @map: a sealed map
 * @node: a node
 * @other_node: another
 *
 * Returns: the index of the ribbon between the two, -1 if there is none
 */
int
dossier_map_find_ribbon (const DossierMap *map, int node, int other_node)
{
  for (int i = 0; i < map->n_ribbons; i++)
    if ((map->ribbons[i].a == node && map->ribbons[i].b == other_node) ||
        (map->ribbons[i].a == other_node && map->ribbons[i].b == node))
      return i;

  return -1;
}
