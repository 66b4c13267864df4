/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-map-camera.h"

G_BEGIN_DECLS

/**
 * DossierLabelSide:
 * @DOSSIER_LABEL_HIDDEN: there is no room for the label
 * @DOSSIER_LABEL_BELOW: below the mark, centred
 * @DOSSIER_LABEL_ABOVE: above the mark, centred
 * @DOSSIER_LABEL_RIGHT: to the right of the mark
 * @DOSSIER_LABEL_LEFT: to the left of the mark
 *
 * Where a label stands beside its mark.
 */
typedef enum
{
  DOSSIER_LABEL_HIDDEN,
  DOSSIER_LABEL_BELOW,
  DOSSIER_LABEL_ABOVE,
  DOSSIER_LABEL_RIGHT,
  DOSSIER_LABEL_LEFT,
} DossierLabelSide;

/**
 * DossierMapSceneNode:
 * @node: which node of the map
 * @outline: the mark: a circle, or for organisations a square with round corners
 * @symbol: (not nullable): the letters within it: those of the actor, or the first of them where no more fit in; empty
 *   if it has none, or is a mere dot
 * @symbol_style: how they are set
 * @label_side: where the name stands, if it does
 * @label_style: how it is set
 * @label: the box of the name, all its lines; empty if it is hidden
 * @label_is_crossed: whether a line in sight runs below the name
 * @is_beneath: whether it lies on the way of the opened ribbon without being one of its ends: it is drawn below that
 * @has_post: whether there was room to say what a person is
 * @post: where, below the name
 *
 * An actor in sight. Coordinates are pixels from the upper left of the view, here and in all of the scene.
 */
typedef struct
{
  int node;
  DossierOutline outline;
  const char *symbol;
  DossierTextStyle symbol_style;
  DossierLabelSide label_side;
  DossierTextStyle label_style;
  DossierRectangle label;
  gboolean label_is_crossed;
  gboolean is_beneath;
  gboolean has_post;
  DossierRectangle post;
} DossierMapSceneNode;

/**
 * DossierMapSceneStrand:
 * @ribbon: which ribbon of the map it belongs to
 * @sign: of its ties
 * @status: of its ties
 * @n_ties: how many ties it stands for, at least 1
 * @tie: the weightiest of them, an index into the ties of the map
 * @way: the whole line from border to border, wherever it lies
 * @line: the part of it to be drawn as a line: between the arrow heads, clipped to the view
 * @has_line: whether any of it is in sight
 * @width: of the line
 * @bundle_width: how wide the whole bundle is that it belongs to, in its middle
 * @has_arrow: whether there is an arrow head at the start, and at the end
 * @arrows: the corners of these heads, the tip first
 * @first_tick: index of the first of its cross strokes
 * @n_ticks: how many cross strokes it has
 * @has_bead: whether it carries a bead, for neither binding nor dividing
 * @bead: where
 * @is_struck: whether it is struck through, for being denied
 * @strokes: the two strokes that do so, each from a point to a point
 * @presence: how much of it is there, above 0 to 1
 * @disputed: whether it is one side of what another strand of its ribbon says the contrary of
 * @inferred: whether nobody states any of its ties: it is hollow
 * @label: (not nullable): a few words; may be empty
 * @has_label: whether there was room for them
 * @label_box: where they stand, before they are turned around the middle of this box
 * @label_direction: where the words run, of length 1: to the right, or along the line of an opened ribbon
 * @selected: whether it is set off
 * @dimmed: whether it stands back
 *
 * One line between two actors: all ties of one sign, those that are denied apart; or a single tie of an opened
 * ribbon. The status is that of the best that is said of any of them: whether there is such a tie at all.
 */
typedef struct
{
  int ribbon;
  DossierSign sign;
  DossierStatus status;
  int n_ties;
  int tie;
  DossierCurve way;
  DossierCurve line;
  gboolean has_line;
  double width;
  double bundle_width;
  gboolean has_arrow[2];
  DossierPoint arrows[2][3];
  int first_tick;
  int n_ticks;
  gboolean has_bead;
  DossierPoint bead;
  gboolean is_struck;
  DossierPoint strokes[2][2];
  double presence;
  gboolean disputed;
  gboolean inferred;
  const char *label;
  gboolean has_label;
  DossierRectangle label_box;
  DossierPoint label_direction;
  gboolean selected;
  gboolean dimmed;
} DossierMapSceneStrand;

/**
 * DossierMapSceneTick:
 * @from: one end
 * @to: the other
 *
 * A short stroke across a line, for a tie that divides.
 */
typedef struct
{
  DossierPoint from;
  DossierPoint to;
} DossierMapSceneTick;

/**
 * DossierMapSceneBand:
 * @ribbon: which ribbon of the map
 * @line: its middle, from border to border, clipped to the view
 * @width: how wide the ground is
 * @opened: whether it is opened into its statements: its ground is then what lies between @sides
 * @sides: the outer lines of an opened one, both from the one actor to the other
 * @dimmed: whether it stands back
 *
 * The ground on which the strands of a ribbon lie, that they may be seen as one.
 */
typedef struct
{
  int ribbon;
  DossierCurve line;
  double width;
  gboolean opened;
  DossierCurve sides[2];
  gboolean dimmed;
} DossierMapSceneBand;

/**
 * DossierMapSceneStrip:
 * @is_shown: whether there is one
 * @line: along what it runs, from the earliest to the latest moment
 * @first_tick: index of the first of its ticks, one for each moment, in their order
 * @n_ticks: how many
 * @labels: (not nullable): the first and the last day, in the user's language; empty where there is no room, and the
 *   last if it is the first
 * @label_boxes: where they stand
 *
 * When the opened ribbon was borne out by events: beside its strands.
 */
typedef struct
{
  gboolean is_shown;
  DossierCurve line;
  int first_tick;
  int n_ticks;
  const char *labels[2];
  DossierRectangle label_boxes[2];
} DossierMapSceneStrip;

/**
 * DossierMapSceneHull:
 * @group: which group of the map
 * @first_outline: index of the first of its outlines
 * @n_outlines: how many outlines make it up; they all run around in the same direction
 * @has_label: whether its name is shown
 * @label_box: where
 * @dimmed: whether it stands back
 *
 * The soft ground of a group.
 */
typedef struct
{
  int group;
  int first_outline;
  int n_outlines;
  gboolean has_label;
  DossierRectangle label_box;
  gboolean dimmed;
} DossierMapSceneHull;

/**
 * DossierMapSceneOutline:
 * @first_point: index of its first corner
 * @n_points: how many corners
 *
 * A convex part of a hull, clipped to the view.
 */
typedef struct
{
  int first_point;
  int n_points;
} DossierMapSceneOutline;

/**
 * DossierMapScene:
 * @camera: what it was made for
 * @nodes: the marks in sight, from the back to the front
 * @n_nodes: how many
 * @strands: the lines in sight, from the back to the front
 * @n_strands: how many
 * @ticks: the cross strokes
 * @n_ticks: how many
 * @bands: the grounds of ribbons
 * @n_bands: how many
 * @strip: the moments of the opened ribbon
 * @hulls: the grounds of groups
 * @n_hulls: how many
 * @outlines: what hulls consist of
 * @n_outlines: how many
 * @points: the corners of the outlines
 * @n_points: how many
 *
 * What is to be drawn of a map through a camera, down to the last point. Everything is within the view and a
 * margin, so that it can be handed to cairo at any zoom. No name and no label of a tie lies on another of them or on
 * a mark, but for marks beneath the opened ribbon.
 *
 * A scene points into its map, which must live as long and stay as it is.
 */
typedef struct
{
  DossierMapCamera camera;
  const DossierMapSceneNode *nodes;
  int n_nodes;
  const DossierMapSceneStrand *strands;
  int n_strands;
  const DossierMapSceneTick *ticks;
  int n_ticks;
  const DossierMapSceneBand *bands;
  int n_bands;
  DossierMapSceneStrip strip;
  const DossierMapSceneHull *hulls;
  int n_hulls;
  const DossierMapSceneOutline *outlines;
  int n_outlines;
  const DossierPoint *points;
  int n_points;

  /*< private >*/
  const DossierMap *map;
  GArray *node_array;
  GArray *strand_array;
  GArray *tick_array;
  GArray *band_array;
  GArray *hull_array;
  GArray *outline_array;
  GArray *point_array;
  GStringChunk *strings;
} DossierMapScene;

/**
 * DossierMapHitType:
 * @DOSSIER_MAP_HIT_NOTHING: there is nothing there
 * @DOSSIER_MAP_HIT_NODE: a mark or its name; the index is that of a node of the map
 * @DOSSIER_MAP_HIT_STRAND: a line or its label; the index is that of a strand of the scene
 * @DOSSIER_MAP_HIT_GROUP: the ground of a group; the index is that of a group of the map
 *
 * What a point of the scene belongs to.
 */
typedef enum
{
  DOSSIER_MAP_HIT_NOTHING,
  DOSSIER_MAP_HIT_NODE,
  DOSSIER_MAP_HIT_STRAND,
  DOSSIER_MAP_HIT_GROUP,
} DossierMapHitType;

/**
 * DossierMapHit:
 * @type: what was hit
 * @index: which one, -1 for nothing
 */
typedef struct
{
  DossierMapHitType type;
  int index;
} DossierMapHit;

DossierMapScene *dossier_map_scene_new (const DossierMap *map,
                                        const DossierMapCamera *camera,
                                        int opened_ribbon,
                                        DossierMeasureFunc measure,
                                        gpointer data);
void dossier_map_scene_free (DossierMapScene *scene);
DossierMapHit dossier_map_scene_hit (const DossierMapScene *scene, double x, double y);
char *dossier_map_scene_to_text (const DossierMapScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierMapScene, dossier_map_scene_free)

G_END_DECLS
