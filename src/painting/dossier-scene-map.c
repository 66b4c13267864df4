/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-scene-map.h"

#include "layout/dossier-map-arrangement.h"
#include "layout/dossier-map-content.h"
#include "layout/dossier-map-look.h"
#include "layout/dossier-map-scene.h"
#include "layout/dossier-scene-words.h"
#include "painting/dossier-map-painter.h"

#include <math.h>
#include <string.h>

/* As many actors, those with the weightiest ties, stand for everyone where a scene names nobody. */
#define MOST_UNNAMED 12

/* The shape for which the map is arranged, whatever that of the picture is: its places must not change with the screen. */
#define ASPECT 2.6

/* How far from level the line between the weightiest two runs, in radians: names below the marks stay off it. */
#define TILT 0.12

/* By how much more the map is drawn apart to the sides than up and down, where there is room. */
#define STRETCH 1.7

/* Between what is shown and the edge of its room, in pixels of the map. */
#define MARGIN 10.0

/* Few actors are drawn further apart than the map of the window would, up to this scale. */
#define MOST_SCALE 3.5

/* Letters that would be smaller than the rest are left out: as wide as this they fit into no mark. */
#define TOO_WIDE 1e6

#define DAY ((gint64) 86400)

/* What a scene shows of the map. */
typedef struct
{
  gboolean *nodes; /* by node */
  gboolean *ties;  /* by tie of the map */
} Shown;

struct _DossierSceneMap
{
  DossierDocument *document;
  DossierStoryContent *story;
  DossierTheme theme;
  DossierTypesetter *typesetter;
  DossierSwatches *swatches;
  DossierMap *map;
  GStringChunk *labels; /* of ties, which say what makes them less than facts */
  gboolean *is_placed;  /* by node: whether it is on the map of this story */
  Shown *shown;         /* by scene */
  int n_shown;

  /* The last one, for a camera that rests. */
  DossierMapScene *scene;
  DossierMapCamera camera;
  int scene_index;

  double whole_scale; /* at which all of the map is seen in @whole_width by @whole_height; 0 if not known */
  double whole_width;
  double whole_height;
};

/* As the typesetter measures it, but nothing is set in letters too small for an audience. */
static void
measure (const char *text, DossierTextStyle style, double *width, double *height, gpointer data)
{
  DossierSceneMap *self = data;

  dossier_typesetter_measure (text, style, width, height, self->typesetter);
  if (style == DOSSIER_TEXT_NODE_SYMBOL_TINY)
    *width = TOO_WIDE;
}

static gboolean
contains (const GArray *indexes, int index)
{
  for (guint i = 0; i < indexes->len; i++)
    if (g_array_index (indexes, int, i) == index)
      return TRUE;

  return FALSE;
}

/* Whoever is named, and those beside whom they stand. */
static void
show_nodes (DossierSceneMap *self, const DossierSceneContent *content, Shown *shown)
{
  const DossierMap *map = self->map;

  for (guint i = 0; i < content->actors->len; i++)
    for (int node = map->nodes[g_array_index (content->actors, int, i)].shown_as; node >= 0; node = map->nodes[node].parent)
      shown->nodes[map->nodes[node].shown_as] = TRUE;

}

static int
compare_weights (gconstpointer a, gconstpointer b, gpointer data)
{
  const DossierMap *map = data;
  int one = *(const int *) a;
  int other = *(const int *) b;

  if (map->nodes[one].weight != map->nodes[other].weight)
    return map->nodes[one].weight > map->nodes[other].weight ? -1 : 1;

  return one - other;
}

/* The weightiest of those who have ties then, or have them with the only one that is named. */
static void
show_weightiest (DossierSceneMap *self, int named, Shown *shown)
{
  const DossierMap *map = self->map;
  g_autofree gboolean *has_ties = g_new0 (gboolean, MAX (map->n_nodes, 1));
  g_autofree int *order = g_new (int, MAX (map->n_nodes, 1));
  int left = MOST_UNNAMED;

  for (int i = 0; i < map->n_ties; i++)
    if (map->ties[i].visible && (named < 0 || map->ties[i].from == named || map->ties[i].to == named))
      has_ties[map->ties[i].from] = has_ties[map->ties[i].to] = TRUE;
  for (int i = 0; i < map->n_nodes; i++)
    order[i] = i;
  g_qsort_with_data (order, map->n_nodes, sizeof (int), compare_weights, self->map);
  for (int i = 0; i < map->n_nodes && left > 0; i++)
    if (has_ties[order[i]])
      {
        shown->nodes[order[i]] = TRUE;
        left--;
      }
}

static void
show_ties (DossierSceneMap *self, const DossierSceneContent *content, Shown *shown)
{
  DossierMap *map = self->map;
  gint64 begin = content->has_as_of ? content->as_of : content->begin;
  gint64 end = content->has_as_of ? content->as_of + DAY - 1 : content->end;
  gboolean is_chosen = content->ties->len > 0;
  g_autofree gboolean *holds = g_new (gboolean, MAX (map->n_ties, 1));

  dossier_map_content_show (map, self->document, NULL, begin, end);
  for (int i = 0; i < map->n_ties; i++)
    holds[i] = map->ties[i].visible;
  if (content->filter != NULL)
    dossier_map_content_show (map, self->document, content->filter, begin, end);
  /* What is set off stays, whatever the filter says of it. */
  for (int i = 0; i < map->n_ties; i++)
    if (holds[i] && dossier_scene_content_sets_off (content, (DossierRef){ DOSSIER_RECORD_TIE, map->ties[i].tie }))
      map->ties[i].visible = TRUE;
  if (content->actors->len == 0)
    show_weightiest (self, -1, shown);
  else if (content->actors->len == 1 && !is_chosen)
    show_weightiest (self, map->nodes[g_array_index (content->actors, int, 0)].shown_as, shown);

  for (int i = 0; i < map->n_ties; i++)
    shown->ties[i] = map->ties[i].visible && shown->nodes[map->ties[i].from] && shown->nodes[map->ties[i].to] &&
                     (!is_chosen || contains (content->ties, map->ties[i].tie));
}

static void
label_ties (DossierSceneMap *self)
{
  for (int i = 0; i < self->map->n_ties; i++)
    {
      DossierMapTie *tie = &self->map->ties[i];
      g_autofree char *label = dossier_scene_words_hedge (tie->label, tie->status);

      tie->label = g_string_chunk_insert_const (self->labels, label);
    }
}

static gboolean
has_cameras (DossierSceneMap *self)
{
  for (int i = 0; i < self->n_shown; i++)
    if (isfinite (dossier_story_content_get_scene (self->story, i)->scene->camera.x))
      return TRUE;

  return FALSE;
}

/* Turns and widens the map so that those two whose ties weigh most stand beside each other, the first on the left if it was: a picture
 * is wider than high, and words fit along a level line. */
static void
level (DossierSceneMap *self)
{
  DossierMap *map = self->map;
  int first = -1, second = -1;
  double angle, x, y;

  for (int i = 0; i < map->n_nodes; i++)
    {
      if (map->nodes[i].pinned)
        return;
      if (!map->nodes[i].visible)
        continue;
      if (first < 0 || map->nodes[i].weight > map->nodes[first].weight)
        {
          second = first;
          first = i;
        }
      else if (second < 0 || map->nodes[i].weight > map->nodes[second].weight)
        {
          second = i;
        }
    }
  if (second < 0)
    return;

  x = map->nodes[second].x - map->nodes[first].x;
  y = map->nodes[second].y - map->nodes[first].y;
  angle = TILT - (x >= 0 ? atan2 (y, x) : atan2 (-y, -x));
  for (int i = 0; i < map->n_nodes; i++)
    {
      x = map->nodes[i].x;
      y = map->nodes[i].y;
      map->nodes[i].x = STRETCH * (x * cos (angle) - y * sin (angle));
      map->nodes[i].y = x * sin (angle) + y * cos (angle);
    }
  dossier_map_arrangement_update (map);
}

/* Those who appear in the story have the map for themselves, unless a scene says where on the whole map it looks. */
static void
arrange (DossierSceneMap *self)
{
  if (!has_cameras (self))
    for (int i = 0; i < self->map->n_nodes; i++)
      {
        gboolean appears = FALSE;

        for (int j = 0; j < self->n_shown; j++)
          appears = appears || self->shown[j].nodes[i];
        self->map->nodes[i].visible = appears;
      }
  dossier_map_arrangement_run (self->map, ASPECT, NULL);
  if (!has_cameras (self))
    level (self);

  for (int i = 0; i < self->map->n_nodes; i++)
    self->is_placed[i] = self->map->nodes[i].visible;
}

/**
 * dossier_scene_map_new:
 * @document: a document
 * @story: what a story of it rests on; it must live as long
 * @theme: the look; copied
 *
 * Returns: (transfer full): the map of the story, arranged
 */
DossierSceneMap *
dossier_scene_map_new (DossierDocument *document, DossierStoryContent *story, const DossierTheme *theme)
{
  DossierSceneMap *self = g_new0 (DossierSceneMap, 1);
  const DossierMapLook look = { DOSSIER_MAP_HULLS_AFFILIATION, DOSSIER_MAP_SIZE_WEIGHT };

  self->document = g_object_ref (document);
  self->story = story;
  self->theme = *theme;
  self->theme.text_scale = 1;
  self->typesetter = dossier_typesetter_new (&self->theme);
  self->swatches = dossier_swatches_new (document, &self->theme);
  self->labels = g_string_chunk_new (512);
  self->scene_index = -1;

  self->map = dossier_map_content_read (document, NULL, NULL);
  label_ties (self);
  dossier_map_set_text (self->map, measure, self);
  dossier_map_look_prepare (self->map, &look, NULL);

  self->n_shown = dossier_story_content_get_n_scenes (story);
  self->is_placed = g_new0 (gboolean, MAX (self->map->n_nodes, 1));
  self->shown = g_new0 (Shown, self->n_shown);
  for (int i = 0; i < self->n_shown; i++)
    {
      const DossierSceneContent *content = dossier_story_content_get_scene (story, i);

      self->shown[i].nodes = g_new0 (gboolean, MAX (self->map->n_nodes, 1));
      self->shown[i].ties = g_new0 (gboolean, MAX (self->map->n_ties, 1));
      show_nodes (self, content, &self->shown[i]);
      show_ties (self, content, &self->shown[i]);
    }
  arrange (self);

  return self;
}

/**
 * dossier_scene_map_free:
 * @self: (nullable): a map, or %NULL
 */
void
dossier_scene_map_free (DossierSceneMap *self)
{
  if (self == NULL)
    return;

  dossier_map_scene_free (self->scene);
  for (int i = 0; i < self->n_shown; i++)
    {
      g_free (self->shown[i].nodes);
      g_free (self->shown[i].ties);
    }
  g_free (self->shown);
  g_free (self->is_placed);
  dossier_map_free (self->map);
  g_string_chunk_free (self->labels);
  dossier_swatches_free (self->swatches);
  dossier_typesetter_free (self->typesetter);
  g_object_unref (self->document);
  g_free (self);
}

/* Shows what belongs to a scene, and hides the rest. */
static void
show_scene (DossierSceneMap *self, int scene)
{
  const DossierSceneContent *content = dossier_story_content_get_scene (self->story, scene);
  const Shown *shown = &self->shown[scene];

  for (int i = 0; i < self->map->n_nodes; i++)
    {
      DossierMapNode *node = &self->map->nodes[i];

      node->visible = shown->nodes[i];
      node->selected = dossier_ref_equal (content->selected, (DossierRef){ DOSSIER_RECORD_ACTOR, node->actor });
      node->faint = FALSE;
      node->presence = 1;
      node->is_beside = TRUE;
    }
  for (int i = 0; i < self->map->n_ties; i++)
    {
      self->map->ties[i].visible = shown->ties[i];
      self->map->ties[i].presence = 1;
    }
}

static double
get_whole_scale (DossierSceneMap *self, double width, double height)
{
  const DossierRectangle room = { MARGIN, MARGIN, MAX (width - 2 * MARGIN, 1), MAX (height - 2 * MARGIN, 1) };

  if (self->whole_scale > 0 && self->whole_width == width && self->whole_height == height)
    return self->whole_scale;

  for (int i = 0; i < self->map->n_nodes; i++)
    self->map->nodes[i].visible = self->is_placed[i];
  self->whole_scale = dossier_map_camera_fit (self->map, width, height, &room).scale;
  self->whole_width = width;
  self->whole_height = height;
  self->scene_index = -1;

  return self->whole_scale;
}

/**
 * dossier_scene_map_get_camera:
 * @self: a map
 * @scene: a scene of the story
 * @width: how wide the map is shown, in its own pixels
 * @height: how high
 * @x: (out): what is in the middle, in units of the layout
 * @y: (out): likewise
 * @zoom: (out): how large it is; 1 shows the whole map
 *
 * Tells where the camera of a scene is: where the scene has put it, else so that all that it shows is in sight.
 */
void
dossier_scene_map_get_camera (DossierSceneMap *self, int scene, double width, double height, double *x, double *y, double *zoom)
{
  const DossierCamera *camera = &dossier_story_content_get_scene (self->story, scene)->scene->camera;
  const DossierRectangle room = { MARGIN, MARGIN, MAX (width - 2 * MARGIN, 1), MAX (height - 2 * MARGIN, 1) };
  double whole_scale = get_whole_scale (self, width, height);
  DossierMapCamera fitted;

  show_scene (self, scene);
  self->scene_index = -1;
  fitted = dossier_map_camera_fit_up_to (self->map, width, height, &room, MOST_SCALE);
  *x = fitted.x;
  *y = fitted.y;
  *zoom = fitted.scale / whole_scale;

  if (isfinite (camera->x) && isfinite (camera->y))
    {
      *x = camera->x;
      *y = camera->y;
      *zoom = camera->zoom > 0 ? camera->zoom : *zoom;
    }
}

/* The part of a scene that another one shares, or the rest of it. */
typedef struct
{
  DossierMapScene scene;
  DossierMapSceneNode *nodes;
  DossierMapSceneStrand *strands;
  DossierMapSceneBand *bands;
  DossierMapSceneHull *hulls;
} Part;

static gboolean
is_ribbon_shared (DossierSceneMap *self, int ribbon, const Shown *other)
{
  const DossierMapRibbon *shared = &self->map->ribbons[ribbon];

  for (int i = 0; i < shared->n_ties; i++)
    if (self->map->ties[shared->first_tie + i].visible != other->ties[shared->first_tie + i])
      return FALSE;

  return TRUE;
}

static gboolean
is_hull_shared (DossierSceneMap *self, int group, const Shown *other)
{
  const DossierMapGroup *shared = &self->map->groups[group];

  for (int i = 0; i < shared->n_members; i++)
    if (self->map->nodes[shared->members[i]].visible != other->nodes[shared->members[i]])
      return FALSE;

  return TRUE;
}

static void
take_part (DossierSceneMap *self, const DossierMapScene *scene, const Shown *other, gboolean is_shared, Part *part)
{
  part->scene = *scene;
  part->nodes = g_new (DossierMapSceneNode, MAX (scene->n_nodes, 1));
  part->strands = g_new (DossierMapSceneStrand, MAX (scene->n_strands, 1));
  part->bands = g_new (DossierMapSceneBand, MAX (scene->n_bands, 1));
  part->hulls = g_new (DossierMapSceneHull, MAX (scene->n_hulls, 1));
  part->scene.n_nodes = part->scene.n_strands = part->scene.n_bands = part->scene.n_hulls = 0;

  for (int i = 0; i < scene->n_nodes; i++)
    if (other->nodes[scene->nodes[i].node] == is_shared)
      part->nodes[part->scene.n_nodes++] = scene->nodes[i];
  for (int i = 0; i < scene->n_strands; i++)
    if (is_ribbon_shared (self, scene->strands[i].ribbon, other) == is_shared)
      part->strands[part->scene.n_strands++] = scene->strands[i];
  for (int i = 0; i < scene->n_bands; i++)
    if (is_ribbon_shared (self, scene->bands[i].ribbon, other) == is_shared)
      part->bands[part->scene.n_bands++] = scene->bands[i];
  for (int i = 0; i < scene->n_hulls; i++)
    if (is_hull_shared (self, scene->hulls[i].group, other) == is_shared)
      part->hulls[part->scene.n_hulls++] = scene->hulls[i];

  part->scene.nodes = part->nodes;
  part->scene.strands = part->strands;
  part->scene.bands = part->bands;
  part->scene.hulls = part->hulls;
}

static void
clear_part (Part *part)
{
  g_free (part->nodes);
  g_free (part->strands);
  g_free (part->bands);
  g_free (part->hulls);
}

static void
draw_part (DossierSceneMap *self, const DossierMapPainter *painter, const Shown *other, gboolean is_shared, cairo_t *cr)
{
  Part part;

  take_part (self, self->scene, other, is_shared, &part);
  dossier_map_painter_draw (painter, self->map, &part.scene, cr);
  clear_part (&part);
}

static void
update_scene (DossierSceneMap *self, int scene, const DossierMapCamera *camera)
{
  if (self->scene != NULL && self->scene_index == scene && memcmp (&self->camera, camera, sizeof *camera) == 0)
    return;

  g_clear_pointer (&self->scene, dossier_map_scene_free);
  show_scene (self, scene);
  self->scene_index = scene;
  self->camera = *camera;
  self->scene = dossier_map_scene_new (self->map, camera, -1, measure, self);
}

/**
 * dossier_scene_map_draw:
 * @self: a map
 * @state: what is to be seen
 * @width: how wide it is shown, in its own pixels
 * @height: how high
 * @cr: where to draw, the upper left being at 0,0; the ground is the caller's
 */
void
dossier_scene_map_draw (DossierSceneMap *self, const DossierSceneState *state, double width, double height, cairo_t *cr)
{
  double opacity;
  int scene = dossier_scene_state_get_scene (state, &opacity);
  int other = scene == state->from ? state->to : state->from;
  DossierMapPainter painter = { &self->theme, self->typesetter, self->swatches, -1, -1, -1, -1 };
  DossierMapCamera camera = { 0 };

  camera.x = state->x;
  camera.y = state->y;
  camera.scale = CLAMP (state->zoom * get_whole_scale (self, width, height), DOSSIER_MAP_CAMERA_MIN_SCALE, DOSSIER_MAP_CAMERA_MAX_SCALE);
  camera.width = width;
  camera.height = height;
  update_scene (self, scene, &camera);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  if (opacity >= 1)
    {
      dossier_map_painter_draw (&painter, self->map, self->scene, cr);
    }
  else
    {
      cairo_push_group (cr);
      draw_part (self, &painter, &self->shown[other], FALSE, cr);
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, opacity);
      draw_part (self, &painter, &self->shown[other], TRUE, cr);
    }
  cairo_restore (cr);
}
