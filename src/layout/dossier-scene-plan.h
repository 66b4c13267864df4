/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-curve.h"
#include "layout/dossier-story-content.h"

G_BEGIN_DECLS

/** DOSSIER_SCENE_UNITS: how many times the smallest type goes into the height of a picture */
#define DOSSIER_SCENE_UNITS 40.0

/**
 * DossierSceneRole:
 * @DOSSIER_SCENE_KICKER: when and where it is
 * @DOSSIER_SCENE_TITLE: the title of the scene
 * @DOSSIER_SCENE_CAPTION: its caption
 * @DOSSIER_SCENE_QUOTE: a quote, set in a serif
 * @DOSSIER_SCENE_SPEAKER: who says it, and where it stands
 * @DOSSIER_SCENE_POINT_WORD: what a statement is and what its source says of it: "Prediction · expected"
 * @DOSSIER_SCENE_POINT: the statement
 * @DOSSIER_SCENE_SOURCES: the sources at the foot
 * @DOSSIER_SCENE_PROGRESS: which scene of how many
 *
 * The role of a paragraph in a picture of a scene. Fonts belong to the painter.
 */
typedef enum
{
  DOSSIER_SCENE_KICKER,
  DOSSIER_SCENE_TITLE,
  DOSSIER_SCENE_CAPTION,
  DOSSIER_SCENE_QUOTE,
  DOSSIER_SCENE_SPEAKER,
  DOSSIER_SCENE_POINT_WORD,
  DOSSIER_SCENE_POINT,
  DOSSIER_SCENE_SOURCES,
  DOSSIER_SCENE_PROGRESS,
  DOSSIER_N_SCENE_ROLES,
} DossierSceneRole;

/**
 * DossierSceneMeasureFunc:
 * @text: valid UTF-8, plain text without markup; may hold line ends
 * @role: what it is
 * @size: the height of its letters, in pixels
 * @width: how wide its lines may be, in pixels
 * @data: what was given along with the function
 *
 * The layout knows no Pango: painting gives it this, and a test one of its own.
 *
 * Returns: how high the paragraph is when it is broken into lines of @width, in pixels
 */
typedef double (*DossierSceneMeasureFunc) (const char *text, DossierSceneRole role, double size, double width, gpointer data);

/**
 * DossierSceneText:
 * @role: what it is
 * @text: (not nullable): the words
 * @size: the height of its letters, in pixels: at least a fortieth of the picture's height
 * @box: where it stands, in pixels from the upper left of the picture
 * @is_cut: whether it has more lines than there is room, and ends in an ellipsis
 * @status: for statements, what their source says of them: #DossierStatus
 * @ref: the quote or the statement that it is or belongs to, or %DOSSIER_REF_NONE
 *
 * A paragraph of the picture.
 */
typedef struct
{
  DossierSceneRole role;
  char *text;
  double size;
  DossierRectangle box;
  gboolean is_cut;
  DossierStatus status;
  DossierRef ref;
} DossierSceneText;

/**
 * DossierSceneBar:
 * @box: where it is, in pixels
 * @status: %DOSSIER_STATUS_NONE beside a quote, else what the source says of the statement beside it: it is solid only
 *   for what is reported
 *
 * The bar that stands before a quote or a statement and holds its lines together.
 */
typedef struct
{
  DossierRectangle box;
  DossierStatus status;
} DossierSceneBar;

/**
 * DossierScenePlan:
 * @width: of the picture, in pixels
 * @height: likewise
 * @unit: a fortieth of @height: the least size of type
 * @view: what is shown
 * @timeline: where the timeline is; empty if it is not shown, as below
 * @map: where the map is
 * @main: where the question or the matrix is
 * @texts: (element-type DossierSceneText): the paragraphs; none lies on another or on what is named above
 * @bars: (element-type DossierSceneBar): before quotes and statements
 * @progress: the thin line that fills up from scene to scene
 * @share: how much of it is filled, 0 to 1
 * @n_left_out: how many quotes and statements found no room
 *
 * Where everything in a picture of a scene is, and how large. The timeline and the map are in the same places in all
 * scenes that show the same, so that a camera may glide from one to the next.
 */
typedef struct
{
  double width;
  double height;
  double unit;
  DossierSceneView view;
  DossierRectangle timeline;
  DossierRectangle map;
  DossierRectangle main;
  GArray *texts;
  GArray *bars;
  DossierRectangle progress;
  double share;
  int n_left_out;
} DossierScenePlan;

DossierScenePlan *dossier_scene_plan_new (DossierDocument *document,
                                          DossierStoryContent *story,
                                          int scene,
                                          double width,
                                          double height,
                                          DossierSceneMeasureFunc measure,
                                          gpointer data);
void dossier_scene_plan_free (DossierScenePlan *plan);

#define dossier_scene_plan_get_text(plan, i) (&g_array_index ((plan)->texts, DossierSceneText, (i)))
#define dossier_scene_plan_get_bar(plan, i)  (&g_array_index ((plan)->bars, DossierSceneBar, (i)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierScenePlan, dossier_scene_plan_free)

G_END_DECLS
