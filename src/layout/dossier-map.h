/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-measure.h"
#include "model/dossier-vocabulary.h"

G_BEGIN_DECLS

/**
 * DossierMapNode:
 * @actor: which actor of the document it is, -1 if there is no document
 * @seed: a hash of its id
 * @type: what the actor is
 * @name: (not nullable): its name
 * @symbol: (nullable): the letters within its mark
 * @parent: the node beside which it stands, as a person beside a state; -1 for none
 * @is_beside: whether it belongs to @parent at the time that is shown; for views to set
 * @weight: how much hangs on it: the sum of its ties' weights, 1 being an ordinary tie
 * @shown_as: the node that it is drawn as: itself, or the state that it is folded into
 * @minor: whether it has no ties, nor has who stands beside it: its mark is small, its name shown when there
 *   is room to spare
 * @loose: whether it is minor and does not stand beside an actor with ties: it is put on a shelf beside the map
 * @radius: half the size of its mark at scale 1
 * @label: (not nullable): its name, with line ends where it is broken
 * @n_lines: how many lines that makes
 * @label_width: width of the label in pixels
 * @label_height: height of the label in pixels
 * @x: where it stands, in units of the layout
 * @y: likewise, downward
 * @placed: whether @x and @y are set
 * @pinned: whether a person put it there
 * @recalled: whether it stands where it was left: in the next arrangement it does not make room for others
 * @post: (nullable): what a person is at the time that is shown
 * @visible: whether it is drawn
 * @faint: whether it is there but has no part in what is shown, such as at the chosen date
 * @presence: how far it has a part, 0 to 1: between the two only while that changes
 * @chosen: whether it is one of several that are moved together
 * @selected: whether it is set off with a ring
 * @dimmed: whether it stands back behind what is selected
 *
 * An actor on the map. What is below @recalled is for views to set; the rest belongs to the map.
 */
typedef struct
{
  int actor;
  guint64 seed;
  DossierActorType type;
  const char *name;
  const char *symbol;
  int parent;
  gboolean is_beside;
  int shown_as;
  double weight;
  gboolean minor;
  gboolean loose;
  double radius;
  const char *label;
  int n_lines;
  double label_width;
  double label_height;
  double x;
  double y;
  gboolean placed;
  gboolean pinned;
  gboolean recalled;

  const char *post;
  gboolean visible;
  gboolean faint;
  double presence;
  gboolean chosen;
  gboolean selected;
  gboolean dimmed;
} DossierMapNode;

/**
 * DossierMapTie:
 * @tie: which tie of the document it is, -1 if there is no document
 * @from: the node it goes out from
 * @to: the node it goes to, another
 * @directed: whether it goes from the one to the other, or holds both ways
 * @sign: whether it binds or divides
 * @status: what the source says of it
 * @weight: how strong it is, 1 being ordinary; above 0
 * @label: (not nullable): a few words for it; may be empty
 * @kind: which kind of tie, an index of the document; -1 for none
 * @detail: (not nullable): what an opened ribbon says of it beside @label: its kind, its status, who says so
 * @disputed: whether another tie of the pair and kind says the contrary: the one is denied, the other not
 * @inferred: whether nobody is quoted for it nor said to say so: it is what the editor understands
 * @visible: whether it is drawn; for views to set
 * @presence: how much of it is there, above 0 to 1: less than 1 while it comes or goes; for views to set
 * @dimmed: whether it stands back behind what is selected; for views to set
 *
 * A statement that two actors stand in a relation.
 */
typedef struct
{
  int tie;
  int from;
  int to;
  gboolean directed;
  DossierSign sign;
  DossierStatus status;
  double weight;
  const char *label;
  int kind;
  const char *detail;
  gboolean disputed;
  gboolean inferred;

  gboolean visible;
  double presence;
  gboolean dimmed;
} DossierMapTie;

/**
 * DossierMapRibbon:
 * @a: a node
 * @b: another, whose seed is greater
 * @first_tie: index of the first of its ties
 * @n_ties: how many there are, at least 1
 * @bend: how far its middle is drawn to the side, as a share of its length; above 0 to the right of the way
 *   from @a to @b
 * @selected: whether it is set off; for views to set
 *
 * All ties between a pair of actors: what is drawn as one line, or as a bundle of strands.
 */
typedef struct
{
  int a;
  int b;
  int first_tie;
  int n_ties;
  double bend;

  gboolean selected;
} DossierMapRibbon;

/**
 * DossierMapGroup:
 * @owner: the node whose colour it has, -1 for none
 * @label: (nullable): its name, %NULL if it needs none, as a state with its persons
 * @members: (array length=n_members): nodes, the owner among them
 * @n_members: how many
 * @is_community: whether it was found by the ties; else its members are @owner and those beside it
 *
 * Nodes around which a soft hull is drawn.
 */
typedef struct
{
  int owner;
  const char *label;
  int *members;
  int n_members;
  gboolean is_community;
} DossierMapGroup;

/** DOSSIER_MAP_LOOSE_SPREAD: what DossierMap.spread is for loose nodes among themselves */
#define DOSSIER_MAP_LOOSE_SPREAD 1.25

/**
 * DossierMap:
 * @nodes: (array length=n_nodes): the actors
 * @n_nodes: how many
 * @ties: (array length=n_ties): the ties, sorted by ribbon, then sign, status and weight
 * @n_ties: how many
 * @ribbons: (array length=n_ribbons): the pairs that have ties
 * @n_ribbons: how many
 * @groups: (array length=n_groups): what is set off by a hull
 * @n_groups: how many
 * @moments: (array length=n_moments): when what is opened was borne out: events of the opened ribbon, in
 *   seconds, ascending; for views to set with dossier_map_set_moments()
 * @n_moments: how many
 * @spread: how many times larger the marks could be before two of them touch, at least 1
 *
 * The actors and ties of a dossier as the map shows them, apart from any camera: what dossier_map_arrange()
 * gives places and dossier_map_scene_new() draws.
 *
 * Build it with the functions that add, set the parents of nodes, then call dossier_map_seal() once.
 */
typedef struct
{
  DossierMapNode *nodes;
  int n_nodes;
  DossierMapTie *ties;
  int n_ties;
  DossierMapRibbon *ribbons;
  int n_ribbons;
  DossierMapGroup *groups;
  int n_groups;
  const gint64 *moments;
  int n_moments;
  double spread;

  /*< private >*/
  GArray *node_array;
  GArray *tie_array;
  GArray *ribbon_array;
  GArray *group_array;
  GArray *moment_array;
  GStringChunk *strings;
} DossierMap;

DossierMap *dossier_map_new (void);
DossierMap *dossier_map_copy (const DossierMap *map);
void dossier_map_free (DossierMap *map);

int dossier_map_add_node (DossierMap *map,
                          const char *id,
                          DossierActorType type,
                          const char *name,
                          const char *symbol);
void dossier_map_add_tie (DossierMap *map,
                          int tie,
                          int from,
                          int to,
                          gboolean directed,
                          DossierSign sign,
                          DossierStatus status,
                          double weight,
                          const char *label);
void dossier_map_describe_tie (DossierMap *map,
                               int index,
                               int kind,
                               const char *detail);
void dossier_map_add_group (DossierMap *map,
                            int owner,
                            const char *label,
                            const int *members,
                            int n_members);
void dossier_map_remove_groups (DossierMap *map);
void dossier_map_set_sizes (DossierMap *map, const double *scores);
void dossier_map_seal (DossierMap *map);
void dossier_map_set_text (DossierMap *map, DossierMeasureFunc measure, gpointer data);

void dossier_map_set_moments (DossierMap *map, const gint64 *moments, int n_moments);
int dossier_map_find_ribbon (const DossierMap *map, int node, int other_node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierMap, dossier_map_free)

G_END_DECLS
