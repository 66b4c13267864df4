/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-hull.h"
#include "layout/dossier-map-scene-private.h"
#include "layout/dossier-tilted-box.h"

#include <math.h>

/* How far the ground of a group reaches beyond its members. */
#define HULL_PAD 13.0

/* More groups than these are not all looked at. */
#define MANY_GROUPS 200

/* Half the size of the smallest mark that has letters, in pixels. */
#define LEAST_LETTERED 6.0

/* How close to a mark and to a line the pointer must be, in pixels. */
#define NODE_REACH   3.0
#define STRAND_REACH 5.0

/* What is in sight, with a margin. */
DossierRectangle
dossier_map_scene_get_sight (const DossierMapCamera *camera)
{
  return (DossierRectangle){
    -DOSSIER_MAP_SCENE_MARGIN,
    -DOSSIER_MAP_SCENE_MARGIN,
    camera->width + 2 * DOSSIER_MAP_SCENE_MARGIN,
    camera->height + 2 * DOSSIER_MAP_SCENE_MARGIN,
  };
}

DossierOutline
dossier_map_scene_get_outline (const DossierMap *map, const DossierMapCamera *camera, int node)
{
  double half = dossier_map_camera_get_radius (map, camera->scale, node);
  gboolean is_square = map->nodes[node].type == DOSSIER_ACTOR_TYPE_ORGANISATION;

  /* A square of the same half side would look larger than a circle. */
  if (is_square)
    half *= 0.9;

  return (DossierOutline){
    dossier_map_camera_project (camera, map->nodes[node].x, map->nodes[node].y),
    half,
    is_square ? half * 0.36 : half,
  };
}

/* Whether anything of a ribbon can be in sight, however wide it is. */
gboolean
dossier_map_scene_has_in_sight (const DossierMapScene *scene, int ribbon)
{
  const DossierMapRibbon *way = &scene->map->ribbons[ribbon];
  DossierRectangle sight = dossier_map_scene_get_sight (&scene->camera);
  DossierPoint from = dossier_map_camera_project (&scene->camera, scene->map->nodes[way->a].x, scene->map->nodes[way->a].y);
  DossierPoint to = dossier_map_camera_project (&scene->camera, scene->map->nodes[way->b].x, scene->map->nodes[way->b].y);
  /* Neither the bend nor the bundle takes it further aside than it is long. */
  double reach = hypot (to.x - from.x, to.y - from.y);

  return MAX (from.x, to.x) + reach > sight.x && MIN (from.x, to.x) - reach < sight.x + sight.width &&
         MAX (from.y, to.y) + reach > sight.y && MIN (from.y, to.y) - reach < sight.y + sight.height;
}

/* Whether letters are those of an actor. */
static gboolean
is_symbol_of_any (const DossierMap *map, const char *letters)
{
  for (int i = 0; i < map->n_nodes; i++)
    if (g_strcmp0 (map->nodes[i].symbol, letters) == 0)
      return TRUE;

  return FALSE;
}

/* The larger letters if they fit in, else smaller ones, else the first few, but never those of another: no mark that has room for one stays blank. */
static void
fit_symbol (DossierMapScene *scene, DossierMapSceneNode *node, gboolean is_small, DossierMeasureFunc measure, gpointer data)
{
  static const DossierTextStyle styles[] = { DOSSIER_TEXT_NODE_SYMBOL, DOSSIER_TEXT_NODE_SYMBOL_SMALL, DOSSIER_TEXT_NODE_SYMBOL_TINY };
  const char *symbol = scene->map->nodes[node->node].symbol;
  double room = (node->outline.corner < node->outline.half ? 1.85 : 1.75) * node->outline.half;
  double width, height;

  node->symbol = "";
  if (symbol == NULL || node->outline.half < LEAST_LETTERED)
    return;

  for (gsize i = is_small ? 1 : 0; i < G_N_ELEMENTS (styles); i++)
    {
      node->symbol_style = styles[i];
      measure (symbol, styles[i], &width, &height, data);
      if (width <= room && height <= room)
        {
          node->symbol = symbol;
          return;
        }
    }

  for (glong length = g_utf8_strlen (symbol, -1) - 1; length > 0; length--)
    {
      g_autofree char *start = g_utf8_substring (symbol, 0, length);

      measure (start, node->symbol_style, &width, &height, data);
      if (width <= room && height <= room && !is_symbol_of_any (scene->map, start))
        {
          node->symbol = g_string_chunk_insert_const (scene->strings, start);
          return;
        }
    }
}

static void
add_nodes (DossierMapScene *scene, DossierMeasureFunc measure, gpointer data)
{
  const DossierMap *map = scene->map;
  DossierRectangle sight = dossier_map_scene_get_sight (&scene->camera);

  for (int i = 0; i < map->n_nodes; i++)
    {
      const DossierMapNode *node = &map->nodes[i];
      DossierMapSceneNode added = { .node = i };
      gboolean is_small = node->type == DOSSIER_ACTOR_TYPE_PERSON || node->minor;

      added.outline = dossier_map_scene_get_outline (map, &scene->camera, i);
      if (!node->visible || !dossier_rectangle_contains (&sight, added.outline.middle))
        continue;

      if (is_small)
        added.label_style = node->selected ? DOSSIER_TEXT_NODE_LABEL_SMALL_STRONG : DOSSIER_TEXT_NODE_LABEL_SMALL;
      else
        added.label_style = node->selected ? DOSSIER_TEXT_NODE_LABEL_STRONG : DOSSIER_TEXT_NODE_LABEL;

      fit_symbol (scene, &added, is_small, measure, data);
      g_array_append_val (scene->node_array, added);
    }
}

static void
add_outline (DossierMapScene *scene, GArray *points)
{
  DossierRectangle sight = dossier_map_scene_get_sight (&scene->camera);
  DossierMapSceneOutline outline = { .first_point = (int) scene->point_array->len };

  outline.n_points = dossier_map_hull_clip ((const DossierPoint *) points->data, (int) points->len, &sight, scene->point_array);
  if (outline.n_points > 0)
    g_array_append_val (scene->outline_array, outline);
}

/* Whether a node that does not belong to the group lies in its hull: then that would say what nobody says. */
static gboolean
has_stranger (const DossierMapScene *scene, const gboolean *is_member, const GArray *points)
{
  double left = G_MAXDOUBLE;
  double right = -G_MAXDOUBLE;
  double top = G_MAXDOUBLE;
  double bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < points->len; i++)
    {
      DossierPoint point = g_array_index (points, DossierPoint, i);

      left = MIN (left, point.x);
      right = MAX (right, point.x);
      top = MIN (top, point.y);
      bottom = MAX (bottom, point.y);
    }

  for (int i = 0; i < scene->map->n_nodes; i++)
    {
      DossierOutline outline;

      if (is_member[i] || !scene->map->nodes[i].visible)
        continue;

      outline = dossier_map_scene_get_outline (scene->map, &scene->camera, i);
      if (outline.middle.x + outline.half < left || outline.middle.x - outline.half > right ||
          outline.middle.y + outline.half < top || outline.middle.y - outline.half > bottom)
        continue;
      if (dossier_map_hull_contains ((const DossierPoint *) points->data, (int) points->len, outline.middle, outline.half))
        return TRUE;
    }

  return FALSE;
}

/* Where there are very many groups, those whose members are all out of sight are not worth the search for strangers. */
static gboolean
has_member_in_sight (const DossierMapScene *scene, const DossierMapGroup *group)
{
  DossierRectangle sight = dossier_map_scene_get_sight (&scene->camera);

  if (scene->map->n_groups <= MANY_GROUPS)
    return TRUE;

  for (int i = 0; i < group->n_members; i++)
    {
      const DossierMapNode *node = &scene->map->nodes[group->members[i]];

      if (dossier_rectangle_contains (&sight, dossier_map_camera_project (&scene->camera, node->x, node->y)))
        return TRUE;
    }

  return FALSE;
}

static void
add_hulls (DossierMapScene *scene)
{
  const DossierMap *map = scene->map;
  g_autofree gboolean *is_member = g_new0 (gboolean, MAX (1, map->n_nodes));
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (DossierOutline));
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (DossierPoint));
  double pad = HULL_PAD * MIN (1, scene->camera.scale);

  for (int i = 0; i < map->n_groups; i++)
    {
      const DossierMapGroup *group = &map->groups[i];
      DossierMapSceneHull hull = { .group = i, .first_outline = (int) scene->outline_array->len, .dimmed = TRUE };

      if (!has_member_in_sight (scene, group))
        continue;

      g_array_set_size (marks, 0);
      g_array_set_size (points, 0);
      for (int j = 0; j < group->n_members; j++)
        {
          const DossierMapNode *node = &map->nodes[group->members[j]];
          DossierOutline outline = dossier_map_scene_get_outline (map, &scene->camera, group->members[j]);

          if (!node->visible || (!group->is_community && node->parent == group->owner && !node->is_beside))
            continue;
          is_member[group->members[j]] = TRUE;
          hull.dimmed &= node->dimmed;
          g_array_append_val (marks, outline);
        }

      if (marks->len >= 2)
        {
          const DossierOutline *outlines = (const DossierOutline *) marks->data;

          dossier_map_hull_add_convex (points, outlines, (int) marks->len, pad);
          if (!has_stranger (scene, is_member, points))
            {
              add_outline (scene, points);
            }
          else
            {
              /* One arm to each member goes around the strangers, or at least shows that they are none of it. */
              for (guint j = 1; j < marks->len; j++)
                {
                  g_array_set_size (points, 0);
                  dossier_map_hull_add_capsule (points, &outlines[0], &outlines[j], pad);
                  add_outline (scene, points);
                }
            }
        }

      for (int j = 0; j < group->n_members; j++)
        is_member[group->members[j]] = FALSE;

      hull.n_outlines = (int) scene->outline_array->len - hull.first_outline;
      if (hull.n_outlines > 0)
        g_array_append_val (scene->hull_array, hull);
    }
}

static void
publish (DossierMapScene *scene)
{
  scene->nodes = (const DossierMapSceneNode *) scene->node_array->data;
  scene->n_nodes = (int) scene->node_array->len;
  scene->strands = (const DossierMapSceneStrand *) scene->strand_array->data;
  scene->n_strands = (int) scene->strand_array->len;
  scene->ticks = (const DossierMapSceneTick *) scene->tick_array->data;
  scene->n_ticks = (int) scene->tick_array->len;
  scene->bands = (const DossierMapSceneBand *) scene->band_array->data;
  scene->n_bands = (int) scene->band_array->len;
  scene->hulls = (const DossierMapSceneHull *) scene->hull_array->data;
  scene->n_hulls = (int) scene->hull_array->len;
  scene->outlines = (const DossierMapSceneOutline *) scene->outline_array->data;
  scene->n_outlines = (int) scene->outline_array->len;
  scene->points = (const DossierPoint *) scene->point_array->data;
  scene->n_points = (int) scene->point_array->len;
}

/**
 * dossier_map_scene_new:
 * @map: an arranged map
 * @camera: what is seen of it; sizes may be 0
 * @opened_ribbon: the ribbon whose ties are drawn each for itself, -1 for none
 * @measure: measures text
 * @data: what to call @measure with
 *
 * Works out what is drawn. Only what is visible in @map counts. Marks keep about their size at any zoom;
 * names appear as there is room for them, those of weightier actors first, selected ones before all.
 *
 * Returns: (transfer full): a scene; free it with dossier_map_scene_free()
 */
DossierMapScene *
dossier_map_scene_new (const DossierMap *map,
                       const DossierMapCamera *camera,
                       int opened_ribbon,
                       DossierMeasureFunc measure,
                       gpointer data)
{
  DossierMapScene *scene = g_new0 (DossierMapScene, 1);

  scene->map = map;
  scene->camera = *camera;
  scene->node_array = g_array_new (FALSE, FALSE, sizeof (DossierMapSceneNode));
  scene->strand_array = g_array_new (FALSE, FALSE, sizeof (DossierMapSceneStrand));
  scene->tick_array = g_array_new (FALSE, FALSE, sizeof (DossierMapSceneTick));
  scene->band_array = g_array_new (FALSE, FALSE, sizeof (DossierMapSceneBand));
  scene->hull_array = g_array_new (FALSE, FALSE, sizeof (DossierMapSceneHull));
  scene->outline_array = g_array_new (FALSE, FALSE, sizeof (DossierMapSceneOutline));
  scene->point_array = g_array_new (FALSE, FALSE, sizeof (DossierPoint));
  scene->strings = g_string_chunk_new (512);

  if (camera->scale > 0 && isfinite (camera->scale) && isfinite (camera->x) && isfinite (camera->y))
    {
      add_hulls (scene);
      add_nodes (scene, measure, data);
      dossier_map_scene_add_strands (scene, opened_ribbon);
      dossier_map_scene_place_labels (scene, opened_ribbon, measure, data);
    }
  publish (scene);

  return scene;
}

/**
 * dossier_map_scene_free:
 * @scene: (nullable): a scene, or %NULL
 *
 * Frees @scene.
 */
void
dossier_map_scene_free (DossierMapScene *scene)
{
  if (scene == NULL)
    return;

  g_array_unref (scene->node_array);
  g_array_unref (scene->strand_array);
  g_array_unref (scene->tick_array);
  g_array_unref (scene->band_array);
  g_array_unref (scene->hull_array);
  g_array_unref (scene->outline_array);
  g_array_unref (scene->point_array);
  g_string_chunk_free (scene->strings);
  g_free (scene);
}

static int
find_node (const DossierMapScene *scene, DossierPoint point, gboolean beneath)
{
  double least = G_MAXDOUBLE;
  int found = -1;

  for (int i = 0; i < scene->n_nodes; i++)
    {
      const DossierMapSceneNode *node = &scene->nodes[i];
      double distance = MAX (dossier_outline_measure (&node->outline, point), 0);

      if (node->is_beneath != beneath)
        continue;
      if (node->label_side != DOSSIER_LABEL_HIDDEN && dossier_rectangle_contains (&node->label, point))
        distance = MIN (distance, NODE_REACH);
      if (distance <= NODE_REACH && distance < least)
        {
          least = distance;
          found = node->node;
        }
    }

  return found;
}

static int
find_strand (const DossierMapScene *scene, DossierPoint point)
{
  double least = G_MAXDOUBLE;
  int found = -1;

  for (int i = 0; i < scene->n_strands; i++)
    {
      const DossierMapSceneStrand *strand = &scene->strands[i];
      double distance = G_MAXDOUBLE;

      if (strand->has_line)
        distance = dossier_curve_get_distance (&strand->line, point, NULL) - strand->width / 2;
      for (int j = 0; j < 2; j++)
        if (strand->has_arrow[j])
          {
            DossierCurve head = { strand->arrows[j][0], strand->arrows[j][0], { 0 } };

            head.end.x = (strand->arrows[j][1].x + strand->arrows[j][2].x) / 2;
            head.end.y = (strand->arrows[j][1].y + strand->arrows[j][2].y) / 2;
            head.control = (DossierPoint){ (head.start.x + head.end.x) / 2, (head.start.y + head.end.y) / 2 };
            distance = MIN (distance, dossier_curve_get_distance (&head, point, NULL) - strand->width / 2);
          }
      if (strand->has_label && dossier_tilted_box_contains (&strand->label_box, strand->label_direction, point))
        distance = MIN (distance, 0);

      if (distance <= STRAND_REACH && distance < least)
        {
          least = distance;
          found = i;
        }
    }

  return found;
}

static gboolean
is_opened (const DossierMapScene *scene, int ribbon)
{
  for (int i = 0; i < scene->n_bands; i++)
    if (scene->bands[i].ribbon == ribbon)
      return scene->bands[i].opened;

  return FALSE;
}

static int
find_group (const DossierMapScene *scene, DossierPoint point)
{
  for (int i = scene->n_hulls - 1; i >= 0; i--)
    for (int j = 0; j < scene->hulls[i].n_outlines; j++)
      {
        const DossierMapSceneOutline *outline = &scene->outlines[scene->hulls[i].first_outline + j];

        if (dossier_map_hull_contains (scene->points + outline->first_point, outline->n_points, point, 0))
          return scene->hulls[i].group;
      }

  return -1;
}

/**
 * dossier_map_scene_hit:
 * @scene: a scene
 * @x: pixels from the left of the view
 * @y: pixels from its top
 *
 * Finds what is at a point: the closest mark or name, else the closest line or label of one, within a few
 * pixels, else the ground of a group.
 *
 * Returns: what was hit
 */
DossierMapHit
dossier_map_scene_hit (const DossierMapScene *scene, double x, double y)
{
  DossierPoint point = { x, y };
  int found;

  if ((found = find_node (scene, point, FALSE)) >= 0)
    return (DossierMapHit){ DOSSIER_MAP_HIT_NODE, found };
  if ((found = find_node (scene, point, TRUE)) >= 0)
    {
      int strand = find_strand (scene, point);

      /* Between the lines of the opened ribbon one sees what is below them. */
      if (strand >= 0 && is_opened (scene, scene->strands[strand].ribbon))
        return (DossierMapHit){ DOSSIER_MAP_HIT_STRAND, strand };

      return (DossierMapHit){ DOSSIER_MAP_HIT_NODE, found };
    }
  if ((found = find_strand (scene, point)) >= 0)
    return (DossierMapHit){ DOSSIER_MAP_HIT_STRAND, found };
  if ((found = find_group (scene, point)) >= 0)
    return (DossierMapHit){ DOSSIER_MAP_HIT_GROUP, found };

  return (DossierMapHit){ DOSSIER_MAP_HIT_NOTHING, -1 };
}
