/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-arrangement.h"
#include "layout/dossier-map-hull.h"
#include "layout/dossier-map-scene.h"
#include "layout/dossier-random.h"
#include "layout/dossier-tilted-box.h"

#include <math.h>
#include <string.h>

/* Every character is 7 pixels wide, every line 16 high: no font has a say in these tests. */
static void
measure_text (const char *text, DossierTextStyle style, double *width, double *height, gpointer data)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  *width = 0;
  for (int i = 0; lines[i] != NULL; i++)
    *width = MAX (*width, 7.0 * (double) g_utf8_strlen (lines[i], -1));
  *height = 16.0 * MAX (1, g_strv_length (lines));
}

static DossierMapScene *
make_scene (const DossierMap *map, const DossierMapCamera *camera, int opened_ribbon)
{
  return dossier_map_scene_new (map, camera, opened_ribbon, measure_text, NULL);
}

static void
arrange (DossierMap *map)
{
  dossier_map_seal (map);
  dossier_map_set_text (map, measure_text, NULL);
  g_assert_true (dossier_map_arrangement_run (map, 1.8, NULL));
}

/* Two states with a person each and a third party, with every sign and every status. */
static DossierMap *
make_small_map (void)
{
  DossierMap *map = dossier_map_new ();
  int korea = dossier_map_add_node (map, "north-korea", DOSSIER_ACTOR_TYPE_STATE, "North Korea", "KP");
  int russia = dossier_map_add_node (map, "russia", DOSSIER_ACTOR_TYPE_STATE, "Russia", "RU");
  int kim = dossier_map_add_node (map, "kim", DOSSIER_ACTOR_TYPE_PERSON, "Kim Jong Un", "KJ");
  int putin = dossier_map_add_node (map, "putin", DOSSIER_ACTOR_TYPE_PERSON, "Vladimir Putin", "VP");
  int council = dossier_map_add_node (map, "un", DOSSIER_ACTOR_TYPE_ORGANISATION, "United Nations Security Council", "UNSC");
  int bystander = dossier_map_add_node (map, "observers", DOSSIER_ACTOR_TYPE_GROUP, "Observers", NULL);

  g_assert_cmpint (bystander, ==, 5);
  map->nodes[kim].parent = korea;
  map->nodes[putin].parent = russia;
  dossier_map_add_tie (map, 0, korea, russia, TRUE, DOSSIER_SIGN_COOPERATIVE, DOSSIER_STATUS_REPORTED, 2, "arms");
  dossier_map_add_tie (map, 1, russia, korea, TRUE, DOSSIER_SIGN_COOPERATIVE, DOSSIER_STATUS_REPORTED, 1, "food");
  dossier_map_add_tie (map, 2, russia, korea, TRUE, DOSSIER_SIGN_COOPERATIVE, DOSSIER_STATUS_ALLEGED, 1, "technology");
  dossier_map_add_tie (map, 3, korea, russia, FALSE, DOSSIER_SIGN_CONFLICTUAL, DOSSIER_STATUS_DENIED, 1, "distrust");
  dossier_map_add_tie (map, 4, kim, putin, FALSE, DOSSIER_SIGN_COOPERATIVE, DOSSIER_STATUS_EXPECTED, 1, "visit");
  dossier_map_add_tie (map, 5, russia, council, TRUE, DOSSIER_SIGN_CONFLICTUAL, DOSSIER_STATUS_REPORTED, 1, "veto");
  dossier_map_add_tie (map, 6, council, korea, TRUE, DOSSIER_SIGN_NEUTRAL, DOSSIER_STATUS_SPECULATED, 1, "monitors");
  dossier_map_add_group (map, korea, NULL, (int[]){ korea, kim }, 2);
  dossier_map_add_group (map, russia, NULL, (int[]){ russia, putin }, 2);
  arrange (map);

  return map;
}

static DossierMap *
make_random_map (guint64 seed, int n_nodes)
{
  static const char *const words[] = { "Ministry", "of", "Foreign", "Affairs", "Korea", "United", "Embassy", "Institute", "Security" };
  DossierMap *map = dossier_map_new ();
  DossierRandom random = { seed };

  for (int i = 0; i < n_nodes; i++)
    {
      g_autofree char *id = g_strdup_printf ("actor-%d", i);
      g_autoptr (GString) name = g_string_new (words[dossier_random_below (&random, G_N_ELEMENTS (words))]);
      int n_words = (int) dossier_random_below (&random, 5);

      for (int j = 0; j < n_words; j++)
        g_string_append_printf (name, " %s", words[dossier_random_below (&random, G_N_ELEMENTS (words))]);
      dossier_map_add_node (map, id, 1 + dossier_random_below (&random, 4), name->str, i % 7 == 0 ? NULL : "ABC");
      if (i > 2 && dossier_random_below (&random, 3) == 0)
        map->nodes[i].parent = (int) dossier_random_below (&random, (guint32) i);
    }

  for (int i = 0; i < n_nodes * 2; i++)
    {
      int from = (int) dossier_random_below (&random, (guint32) n_nodes);
      int to = (int) dossier_random_below (&random, dossier_random_below (&random, 2) ? (guint32) n_nodes : MIN ((guint32) n_nodes, 3));

      if (from != to)
        dossier_map_add_tie (map,
                             i,
                             from,
                             to,
                             dossier_random_below (&random, 2) != 0,
                             1 + dossier_random_below (&random, 3),
                             1 + dossier_random_below (&random, 5),
                             0.1 + 2 * dossier_random_unit (&random),
                             words[dossier_random_below (&random, G_N_ELEMENTS (words))]);
    }

  for (int i = 0; i < n_nodes; i++)
    if (map->nodes[i].parent >= 0)
      dossier_map_add_group (map, map->nodes[i].parent, NULL, (int[]){ map->nodes[i].parent, i }, 2);
  arrange (map);

  return map;
}

/* The shapes of graphs that are the edge of what there is. */
typedef enum
{
  SHAPE_EMPTY,
  SHAPE_ONE_NODE,
  SHAPE_COMPLETE,
  SHAPE_STAR,
  SHAPE_DISCONNECTED,
  N_SHAPES,
} Shape;

static void
tie_all (DossierMap *map, int first, int end, DossierRandom *random)
{
  for (int i = first; i < end; i++)
    for (int j = i + 1; j < end; j++)
      dossier_map_add_tie (map, map->n_ties, i, j, (i + j) % 2, 1 + dossier_random_below (random, 3), 1 + dossier_random_below (random, 5), 1, "alliance");
}

static DossierMap *
make_shape (Shape shape, guint64 seed)
{
  DossierRandom random = { seed };
  DossierMap *map = dossier_map_new ();
  int n_nodes = shape == SHAPE_EMPTY ? 0 : (shape == SHAPE_ONE_NODE ? 1 : 6 + (int) dossier_random_below (&random, 12));

  for (int i = 0; i < n_nodes; i++)
    {
      g_autofree char *id = g_strdup_printf ("actor-%d", i);

      dossier_map_add_node (map, id, 1 + dossier_random_below (&random, 4), i % 3 == 0 ? "Ministry of Foreign Affairs" : "Korea", i % 5 == 0 ? NULL : "ABC");
    }
  if (shape == SHAPE_COMPLETE)
    tie_all (map, 0, n_nodes, &random);
  for (int i = 1; i < n_nodes && shape == SHAPE_STAR; i++)
    dossier_map_add_tie (map, i - 1, 0, i, TRUE, 1 + dossier_random_below (&random, 3), 1 + dossier_random_below (&random, 5), 1, "trade");

  /* Threes, and at their end one or two. */
  for (int i = 0; i < n_nodes && shape == SHAPE_DISCONNECTED; i += 3)
    tie_all (map, i, MIN (i + 3, n_nodes), &random);
  arrange (map);

  return map;
}

/* A name, or the words of a tie, which may be turned. */
typedef struct
{
  DossierRectangle box;
  DossierPoint direction;
} Label;

static GArray *
list_labels (const DossierMapScene *scene)
{
  GArray *labels = g_array_new (FALSE, FALSE, sizeof (Label));

  for (int i = 0; i < scene->n_nodes; i++)
    if (scene->nodes[i].label_side != DOSSIER_LABEL_HIDDEN)
      {
        Label label = { scene->nodes[i].label, { 1, 0 } };

        g_array_append_val (labels, label);
      }
  for (int i = 0; i < scene->n_strands; i++)
    if (scene->strands[i].has_label)
      {
        Label label = { scene->strands[i].label_box, scene->strands[i].label_direction };

        g_array_append_val (labels, label);
      }

  return labels;
}

/* Points all over a label and its edge. */
static DossierPoint
get_probe (const Label *label, int column, int row)
{
  double along = (column / 20.0 - 0.5) * label->box.width;
  double across = (row / 4.0 - 0.5) * label->box.height;

  return (DossierPoint){
    label->box.x + label->box.width / 2 + along * label->direction.x - across * label->direction.y,
    label->box.y + label->box.height / 2 + along * label->direction.y + across * label->direction.x,
  };
}

static void
assert_no_overlap (const DossierMapScene *scene)
{
  g_autoptr (GArray) labels = list_labels (scene);

  for (guint i = 0; i < labels->len; i++)
    {
      const Label *label = &g_array_index (labels, Label, i);

      for (guint j = 0; j < labels->len; j++)
        {
          const Label *other = &g_array_index (labels, Label, j);

          if (i < j && label->direction.y == 0 && other->direction.y == 0)
            g_assert_false (dossier_rectangle_intersects (&label->box, &other->box));

          for (int probe = 0; probe < 21 * 5 && i != j && (label->direction.y != 0 || other->direction.y != 0); probe++)
            {
              DossierPoint point = get_probe (label, probe % 21, probe / 21);
              DossierRectangle inner = { other->box.x + 0.01, other->box.y + 0.01, other->box.width - 0.02, other->box.height - 0.02 };

              g_assert_false (dossier_tilted_box_contains (&inner, other->direction, point));
            }
        }

      /* The words of an opened ribbon lie on its ground, and marks that are beneath it below that. */
      for (int j = 0; j < scene->n_nodes; j++)
        for (int probe = 0; probe < 21 * 5 && !scene->nodes[j].is_beneath; probe++)
          g_assert_cmpfloat (dossier_outline_measure (&scene->nodes[j].outline, get_probe (label, probe % 21, probe / 21)), >=, 0);
    }

  for (int i = 0; i < scene->n_nodes; i++)
    for (int j = i + 1; j < scene->n_nodes; j++)
      {
        const DossierOutline *a = &scene->nodes[i].outline;
        const DossierOutline *b = &scene->nodes[j].outline;

        g_assert_cmpfloat (hypot (a->middle.x - b->middle.x, a->middle.y - b->middle.y), >, a->half + b->half);
      }
}

static void
assert_drawable (const DossierMapScene *scene)
{
  const double most = 1e5;

  for (int i = 0; i < scene->n_strands; i++)
    {
      const DossierMapSceneStrand *strand = &scene->strands[i];

      g_assert_true (strand->width > 0 && strand->n_ties > 0);
      if (strand->has_line)
        g_assert_true (fabs (strand->line.start.x) < most && fabs (strand->line.start.y) < most &&
                       fabs (strand->line.control.x) < most && fabs (strand->line.control.y) < most &&
                       fabs (strand->line.end.x) < most && fabs (strand->line.end.y) < most);
    }
  for (int i = 0; i < scene->n_points; i++)
    g_assert_true (fabs (scene->points[i].x) < most && fabs (scene->points[i].y) < most);
  for (int i = 0; i < scene->n_ticks; i++)
    g_assert_true (fabs (scene->ticks[i].from.x) < most && fabs (scene->ticks[i].to.y) < most);
}

/* In the middle of what is drawn of a mark, and of its name, the pointer finds it. */
static void
assert_hits (const DossierMapScene *scene)
{
  for (int i = 0; i < scene->n_nodes; i++)
    {
      const DossierMapSceneNode *node = &scene->nodes[i];
      DossierMapHit hit = dossier_map_scene_hit (scene, node->outline.middle.x, node->outline.middle.y);

      g_assert_cmpint (hit.type, ==, DOSSIER_MAP_HIT_NODE);
      g_assert_cmpint (hit.index, ==, node->node);
      if (node->label_side == DOSSIER_LABEL_HIDDEN)
        continue;
      hit = dossier_map_scene_hit (scene, node->label.x + node->label.width / 2, node->label.y + node->label.height / 2);
      g_assert_cmpint (hit.type, ==, DOSSIER_MAP_HIT_NODE);
      g_assert_cmpint (hit.index, ==, node->node);
    }
  g_assert_cmpint (dossier_map_scene_hit (scene, -5000, -5000).type, ==, DOSSIER_MAP_HIT_NOTHING);
}

/* Ten of each shape. */
static void
test_shapes (void)
{
  static const double zooms[] = { 0.3, 1, 2 };

  for (int i = 0; i < 10 * N_SHAPES; i++)
    {
      Shape shape = (Shape) (i % N_SHAPES);
      g_autoptr (DossierMap) map = make_shape (shape, (guint64) i);
      DossierMapCamera fit = dossier_map_camera_fit (map, 1200, 800, NULL);

      for (gsize j = 0; j < G_N_ELEMENTS (zooms); j++)
        {
          DossierMapCamera camera = fit;
          g_autoptr (DossierMapScene) scene = NULL;

          camera.scale *= zooms[j];
          scene = make_scene (map, &camera, map->n_ribbons > 0 ? i % map->n_ribbons : -1);
          g_assert_cmpint (scene->n_nodes > 0, ==, shape != SHAPE_EMPTY);
          assert_no_overlap (scene);
          assert_drawable (scene);
          assert_hits (scene);
        }
    }
}

static void
test_no_overlap (void)
{
  static const double zooms[] = { 0.05, 0.3, 0.6, 0.8, 1, 1.3, 2, 4, 10, 1e6 };

  for (int i = 0; i < 50; i++)
    {
      g_autoptr (DossierMap) map = make_random_map ((guint64) i, 1 + i * 2);
      DossierMapCamera fit = dossier_map_camera_fit (map, 940, 460, NULL);

      for (gsize j = 0; j < G_N_ELEMENTS (zooms); j++)
        {
          DossierMapCamera camera = fit;
          g_autoptr (DossierMapScene) scene = NULL;

          camera.scale *= zooms[j];
          if (zooms[j] > 1)
            {
              camera.x = map->nodes[map->n_nodes / 2].x;
              camera.y = map->nodes[map->n_nodes / 2].y;
            }
          scene = make_scene (map, &camera, map->n_ribbons > 0 ? i % map->n_ribbons : -1);
          assert_no_overlap (scene);
          assert_drawable (scene);
        }
    }
}

/* When there is room for all, all names are shown, and the fitted view cuts none. */
static void
test_fit (void)
{
  g_autoptr (DossierMap) map = make_small_map ();
  DossierRectangle room = { 20, 30, 860, 350 };
  DossierMapCamera camera = dossier_map_camera_fit (map, 940, 460, &room);
  g_autoptr (DossierMapScene) scene = make_scene (map, &camera, -1);

  g_assert_cmpint (scene->n_nodes, ==, 6);
  for (int i = 0; i < scene->n_nodes; i++)
    {
      const DossierMapSceneNode *node = &scene->nodes[i];

      g_assert_cmpfloat (node->outline.middle.x - node->outline.half, >=, room.x - 0.5);
      g_assert_cmpfloat (node->outline.middle.x + node->outline.half, <=, room.x + room.width + 0.5);
      g_assert_cmpfloat (node->outline.middle.y - node->outline.half, >=, room.y - 0.5);
      g_assert_cmpfloat (node->outline.middle.y + node->outline.half, <=, room.y + room.height + 0.5);
      if (!map->nodes[node->node].loose)
        g_assert_cmpint (node->label_side, !=, DOSSIER_LABEL_HIDDEN);
    }
}

static void
test_empty (void)
{
  g_autoptr (DossierMap) map = dossier_map_new ();
  DossierMapCamera camera = { 0, 0, 1, 0, 0 };
  g_autoptr (DossierMapScene) scene = NULL;

  arrange (map);
  scene = make_scene (map, &camera, -1);
  g_assert_cmpint (scene->n_nodes, ==, 0);
  g_assert_cmpint (dossier_map_scene_hit (scene, 0, 0).type, ==, DOSSIER_MAP_HIT_NOTHING);
  camera = dossier_map_camera_fit (map, 940, 460, NULL);
  g_assert_true (isfinite (camera.x) && isfinite (camera.y) && camera.scale > 0);
}

/* A view of no size, and cameras that no arithmetic should come to. */
static void
test_odd_cameras (void)
{
  g_autoptr (DossierMap) map = make_small_map ();
  DossierMapCamera cameras[] = {
    { 0, 0, 1, 0, 0 },
    { 0, 0, 0, 100, 100 },
    { NAN, 0, 1, 100, 100 },
    { 0, 0, INFINITY, 100, 100 },
    { 1e15, -1e15, 1e-6, 100, 100 },
    { 0, 0, 1e12, 100, 100 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cameras); i++)
    {
      g_autoptr (DossierMapScene) scene = make_scene (map, &cameras[i], 0);

      assert_drawable (scene);
    }
}

static void
test_hit (void)
{
  for (int i = 0; i < 20; i++)
    {
      g_autoptr (DossierMap) map = make_random_map (100 + (guint64) i, 25);
      DossierMapCamera camera = dossier_map_camera_fit (map, 1200, 800, NULL);
      g_autoptr (DossierMapScene) scene = make_scene (map, &camera, -1);
      DossierMapHit hit;

      for (int j = 0; j < scene->n_nodes; j++)
        {
          const DossierMapSceneNode *node = &scene->nodes[j];

          hit = dossier_map_scene_hit (scene, node->outline.middle.x, node->outline.middle.y);
          g_assert_cmpint (hit.type, ==, DOSSIER_MAP_HIT_NODE);
          g_assert_cmpint (hit.index, ==, node->node);
          if (node->label_side == DOSSIER_LABEL_HIDDEN)
            continue;
          hit = dossier_map_scene_hit (scene, node->label.x + node->label.width / 2, node->label.y + node->label.height / 2);
          g_assert_cmpint (hit.type, ==, DOSSIER_MAP_HIT_NODE);
          g_assert_cmpint (hit.index, ==, node->node);
        }

      for (int j = 0; j < scene->n_strands; j++)
        {
          const DossierMapSceneStrand *strand = &scene->strands[j];
          DossierPoint middle = dossier_curve_get_point (&strand->line, 0.5);

          if (strand->has_label)
            {
              hit = dossier_map_scene_hit (scene, strand->label_box.x + 3, strand->label_box.y + 3);
              /* A line that passes behind the words may be as close. */
              g_assert_true (hit.type == DOSSIER_MAP_HIT_STRAND || hit.type == DOSSIER_MAP_HIT_NODE);
            }

          /* On a line there is that line or one that crosses it, or a mark or a name on it. */
          hit = dossier_map_scene_hit (scene, middle.x, middle.y);
          g_assert_true (hit.type == DOSSIER_MAP_HIT_STRAND || hit.type == DOSSIER_MAP_HIT_NODE);
          if (hit.type == DOSSIER_MAP_HIT_STRAND && hit.index != j)
            {
              const DossierMapSceneStrand *other = &scene->strands[hit.index];

              g_assert_true (dossier_curve_get_distance (&other->line, middle, NULL) <= other->width / 2 + 0.5 ||
                             (other->has_label && dossier_tilted_box_contains (&other->label_box, other->label_direction, middle)) ||
                             other->has_arrow[0] || other->has_arrow[1]);
            }
        }

      g_assert_cmpint (dossier_map_scene_hit (scene, -5000, -5000).type, ==, DOSSIER_MAP_HIT_NOTHING);
    }
}

static void
test_hit_group (void)
{
  g_autoptr (DossierMap) map = make_small_map ();
  DossierMapCamera camera = { map->nodes[0].x, map->nodes[0].y, 1, 400, 400 };
  g_autoptr (DossierMapScene) scene = make_scene (map, &camera, -1);
  DossierPoint person = dossier_map_camera_project (&camera, map->nodes[2].x, map->nodes[2].y);
  double away = hypot (person.x - 200, person.y - 200);
  double x = person.x + (person.x - 200) / away * (map->nodes[2].radius + 8);
  double y = person.y + (person.y - 200) / away * (map->nodes[2].radius + 8);
  DossierMapHit hit = dossier_map_scene_hit (scene, x, y);

  g_assert_true (hit.type == DOSSIER_MAP_HIT_GROUP || hit.type == DOSSIER_MAP_HIT_NODE);
  g_assert_cmpint (hit.index, ==, hit.type == DOSSIER_MAP_HIT_GROUP ? 0 : 2);
}

static void
test_ribbons_meet_borders (void)
{
  g_autoptr (DossierMap) map = make_random_map (7, 30);
  DossierMapCamera camera = dossier_map_camera_fit (map, 1440, 900, NULL);
  g_autoptr (DossierMapScene) scene = make_scene (map, &camera, -1);

  g_assert_cmpint (scene->n_strands, >, 20);
  for (int i = 0; i < scene->n_strands; i++)
    {
      const DossierMapSceneStrand *strand = &scene->strands[i];
      const DossierMapRibbon *ribbon = &map->ribbons[strand->ribbon];

      for (int j = 0; j < scene->n_nodes; j++)
        {
          double gap = G_MAXDOUBLE;

          if (scene->nodes[j].node == ribbon->a)
            gap = dossier_outline_measure (&scene->nodes[j].outline, strand->way.start);
          if (scene->nodes[j].node == ribbon->b)
            gap = dossier_outline_measure (&scene->nodes[j].outline, strand->way.end);
          if (gap < G_MAXDOUBLE)
            g_assert_cmpfloat_with_epsilon (gap, 2.5, 0.3);
        }
    }
}

/* A closed ribbon has a strand for each sign, with what is denied apart, an opened one a strand for each tie. */
static void
test_strands (void)
{
  g_autoptr (DossierMap) map = make_small_map ();
  DossierMapCamera camera = { 0, 0, 1, 2000, 2000 };
  int ribbon = dossier_map_find_ribbon (map, 0, 1);
  g_autoptr (DossierMapScene) closed = make_scene (map, &camera, -1);
  g_autoptr (DossierMapScene) opened = make_scene (map, &camera, ribbon);
  int n_closed = 0;
  int n_opened = 0;

  g_assert_cmpint (ribbon, ==, dossier_map_find_ribbon (map, 1, 0));
  g_assert_cmpint (dossier_map_find_ribbon (map, 2, 1), ==, -1);

  for (int i = 0; i < closed->n_strands; i++)
    if (closed->strands[i].ribbon == ribbon)
      {
        const DossierMapSceneStrand *strand = &closed->strands[i];

        n_closed++;
        if (strand->sign == DOSSIER_SIGN_COOPERATIVE)
          {
            /* Two are reported, one is alleged: that there is cooperation is reported. */
            g_assert_cmpint (strand->n_ties, ==, 3);
            g_assert_cmpint (strand->status, ==, DOSSIER_STATUS_REPORTED);
            g_assert_cmpstr (strand->label, ==, "arms +2");
            g_assert_true (strand->has_arrow[0] && strand->has_arrow[1]);
          }
        if (strand->sign == DOSSIER_SIGN_CONFLICTUAL)
          {
            g_assert_true (strand->is_struck);
            g_assert_cmpint (strand->n_ticks, >, 0);
            g_assert_false (strand->has_arrow[0] || strand->has_arrow[1]);
          }
      }
  for (int i = 0; i < opened->n_strands; i++)
    n_opened += opened->strands[i].ribbon == ribbon;

  g_assert_cmpint (n_closed, ==, 2);
  g_assert_cmpint (n_opened, ==, 4);
  g_assert_cmpint (closed->n_bands, ==, 1);
  g_assert_cmpint (closed->bands[0].ribbon, ==, ribbon);
  g_assert_false (closed->bands[0].opened);
  g_assert_true (opened->bands[0].opened);
  g_assert_cmpfloat (opened->bands[0].width, >, closed->bands[0].width);
}

/* What one says and another denies is one tie, split along its length: side by side, closer than other statements. */
static void
test_dispute (void)
{
  g_autoptr (DossierMap) map = dossier_map_new ();
  DossierMapCamera camera = { 0, 0, 2, 2000, 2000 };
  g_autoptr (DossierMapScene) closed = NULL;
  g_autoptr (DossierMapScene) opened = NULL;
  const DossierMapSceneStrand *asserted = NULL;
  const DossierMapSceneStrand *denied = NULL;
  double least_other = G_MAXDOUBLE;
  double between;

  dossier_map_add_node (map, "a", DOSSIER_ACTOR_TYPE_STATE, "A", "A");
  dossier_map_add_node (map, "b", DOSSIER_ACTOR_TYPE_STATE, "B", "B");
  dossier_map_add_tie (map, 0, 0, 1, TRUE, DOSSIER_SIGN_COOPERATIVE, DOSSIER_STATUS_REPORTED, 1, "talks");
  dossier_map_describe_tie (map, 0, 0, "Diplomacy");
  dossier_map_add_tie (map, 1, 0, 1, TRUE, DOSSIER_SIGN_COOPERATIVE, DOSSIER_STATUS_ALLEGED, 1, "arms");
  dossier_map_describe_tie (map, 1, 1, "Arms · alleged · C");
  dossier_map_add_tie (map, 2, 0, 1, TRUE, DOSSIER_SIGN_COOPERATIVE, DOSSIER_STATUS_SPECULATED, 1, "loans");
  dossier_map_describe_tie (map, 2, 2, "Money");
  dossier_map_add_tie (map, 3, 0, 1, TRUE, DOSSIER_SIGN_COOPERATIVE, DOSSIER_STATUS_DENIED, 1, "no arms");
  dossier_map_describe_tie (map, 3, 1, "Arms · denied · B");
  arrange (map);
  camera.x = (map->nodes[0].x + map->nodes[1].x) / 2;
  camera.y = (map->nodes[0].y + map->nodes[1].y) / 2;
  camera.scale = 900 / hypot (map->nodes[0].x - map->nodes[1].x, map->nodes[0].y - map->nodes[1].y);

  for (int i = 0; i < map->n_ties; i++)
    g_assert_cmpint (map->ties[i].disputed, ==, map->ties[i].kind == 1);

  closed = make_scene (map, &camera, -1);
  g_assert_cmpint (closed->n_strands, ==, 2);
  g_assert_true (closed->strands[0].disputed && closed->strands[1].disputed);

  opened = make_scene (map, &camera, 0);
  g_assert_cmpint (opened->n_strands, ==, 4);
  for (int i = 0; i < 4; i++)
    if (opened->strands[i].disputed)
      *(opened->strands[i].status == DOSSIER_STATUS_DENIED ? &denied : &asserted) = &opened->strands[i];
  g_assert_nonnull (asserted);
  g_assert_nonnull (denied);
  g_assert_true (denied->is_struck);
  between = dossier_curve_get_distance (&asserted->line, dossier_curve_get_point (&denied->line, 0.5), NULL);
  for (int i = 0; i < 4; i++)
    if (!opened->strands[i].disputed)
      least_other = MIN (least_other, dossier_curve_get_distance (&opened->strands[i].line, dossier_curve_get_point (&denied->line, 0.5), NULL));
  g_assert_cmpfloat (between, <, least_other * 0.6);

  /* Who says what stands on each. */
  for (int i = 0; i < 4; i++)
    if (opened->strands[i].has_label && opened->strands[i].status == DOSSIER_STATUS_DENIED)
      g_assert_cmpstr (opened->strands[i].label, ==, "no arms · Arms · denied · B");
  g_assert_true (asserted->has_label || denied->has_label);
}

/* The moments of an opened ribbon run from left to right, evenly in time, and there is none of a closed one. */
static void
test_strip (void)
{
  g_autoptr (DossierMap) map = make_small_map ();
  DossierMapCamera camera = dossier_map_camera_fit (map, 1440, 900, NULL);
  int ribbon = dossier_map_find_ribbon (map, 0, 1);
  const gint64 moments[] = { 300, 100, 200 };
  g_autoptr (DossierMapScene) closed = NULL;
  g_autoptr (DossierMapScene) opened = NULL;
  double x[3];

  dossier_map_set_moments (map, moments, 3);
  closed = make_scene (map, &camera, -1);
  opened = make_scene (map, &camera, ribbon);
  g_assert_false (closed->strip.is_shown);
  g_assert_true (opened->strip.is_shown);
  g_assert_cmpint (opened->strip.n_ticks, ==, 3);
  for (int i = 0; i < 3; i++)
    {
      const DossierMapSceneTick *tick = &opened->ticks[opened->strip.first_tick + i];

      x[i] = (tick->from.x + tick->to.x) / 2;
    }
  g_assert_cmpfloat (x[0], <, x[1]);
  g_assert_cmpfloat (x[1], <, x[2]);
}

/* A mark on the way of an opened ribbon comes to lie below it, without a name, and what the pointer is on there is the line;
 * between the lines it is the mark. Of the closed ribbon it lies above. */
static void
test_beneath (void)
{
  g_autoptr (DossierMap) map = dossier_map_new ();
  DossierMapCamera camera = { 300, 0, 1, 1000, 700 };
  g_autoptr (DossierMapScene) closed = NULL;
  g_autoptr (DossierMapScene) opened = NULL;
  int n_lines = 0, n_between = 0;

  for (int i = 0; i < 4; i++)
    dossier_map_add_node (map, (const char *[]){ "a", "b", "between", "aside" }[i], DOSSIER_ACTOR_TYPE_GROUP, "Actor", NULL);
  for (int i = 0; i < 9; i++)
    dossier_map_add_tie (map, i, 0, 1, FALSE, DOSSIER_SIGN_COOPERATIVE, DOSSIER_STATUS_REPORTED, 1, "");
  dossier_map_add_tie (map, 9, 0, 2, FALSE, DOSSIER_SIGN_COOPERATIVE, DOSSIER_STATUS_REPORTED, 1, "");
  dossier_map_add_tie (map, 10, 0, 3, FALSE, DOSSIER_SIGN_COOPERATIVE, DOSSIER_STATUS_REPORTED, 1, "");
  arrange (map);
  for (int i = 0; i < 4; i++)
    {
      map->nodes[i].x = (const double[]){ 0, 600, 300, 300 }[i];
      map->nodes[i].y = i == 3 ? 300 : 0;
    }
  dossier_map_arrangement_update (map);

  closed = make_scene (map, &camera, -1);
  opened = make_scene (map, &camera, dossier_map_find_ribbon (map, 0, 1));
  for (int i = 0; i < 4; i++)
    {
      g_assert_false (closed->nodes[i].is_beneath);
      g_assert_cmpint (opened->nodes[i].is_beneath, ==, i == 2);
      g_assert_cmpint (opened->nodes[i].label_side == DOSSIER_LABEL_HIDDEN, ==, i == 2);
    }

  for (double y = -20; y <= 20; y += 0.5)
    {
      DossierMapHit hit = dossier_map_scene_hit (opened, 500, 350 + y);

      if (fabs (y) > opened->nodes[2].outline.half - 1)
        continue;
      n_lines += hit.type == DOSSIER_MAP_HIT_STRAND;
      n_between += hit.type == DOSSIER_MAP_HIT_NODE;
      g_assert_cmpint (dossier_map_scene_hit (closed, 500, 350 + y).type, ==, DOSSIER_MAP_HIT_NODE);
      if (hit.type == DOSSIER_MAP_HIT_STRAND)
        g_assert_cmpint (opened->strands[hit.index].ribbon, ==, dossier_map_find_ribbon (map, 0, 1));
    }
  g_assert_cmpint (n_lines, >, 0);
  g_assert_cmpint (n_between, >, 0);
}

/* With lines on each of its four sides, a mark has its name at a corner, where none runs through it. */
static void
test_corner (void)
{
  g_autoptr (DossierMap) map = dossier_map_new ();
  DossierMapCamera camera = { 0, 0, 1, 1000, 700 };
  g_autoptr (DossierMapScene) scene = NULL;

  dossier_map_add_node (map, "middle", DOSSIER_ACTOR_TYPE_STATE, "Middle", NULL);
  for (int i = 0; i < 4; i++)
    {
      int node = dossier_map_add_node (map, (const char *[]){ "north", "east", "south", "west" }[i], DOSSIER_ACTOR_TYPE_STATE, "Around", NULL);

      for (int j = 0; j < 3; j++)
        dossier_map_add_tie (map, 3 * i + j, 0, node, FALSE, 1 + j, DOSSIER_STATUS_REPORTED, 1, "");
    }
  arrange (map);
  for (int i = 0; i < map->n_nodes; i++)
    {
      map->nodes[i].x = (const double[]){ 0, 0, 250, 0, -250 }[i];
      map->nodes[i].y = (const double[]){ 0, -250, 0, 250, 0 }[i];
    }
  dossier_map_arrangement_update (map);
  for (int i = 0; i < map->n_ribbons; i++)
    map->ribbons[i].bend = 0;

  scene = make_scene (map, &camera, -1);
  g_assert_cmpint (scene->nodes[0].node, ==, 0);
  g_assert_cmpint (scene->nodes[0].label_side, !=, DOSSIER_LABEL_HIDDEN);
  g_assert_false (scene->nodes[0].label_is_crossed);
}

/* Names stay where they are, whatever is selected, set back, faint or hidden of the ties. */
static void
test_names_stay (void)
{
  for (int i = 0; i < 10; i++)
    {
      g_autoptr (DossierMap) map = make_random_map (400 + (guint64) i, 30);
      DossierMapCamera camera = dossier_map_camera_fit (map, 1100, 700, NULL);
      g_autoptr (DossierMapScene) before = make_scene (map, &camera, -1);
      g_autoptr (DossierMapScene) after = NULL;

      for (int j = 0; j < map->n_nodes; j++)
        {
          map->nodes[j].dimmed = j % 3 == 0;
          map->nodes[j].faint = j % 4 == 0;
        }
      for (int j = 0; j < map->n_ties; j++)
        map->ties[j].visible = j % 2 == 0;
      for (int j = 0; j < before->n_nodes; j++)
        if (before->nodes[j].label_side != DOSSIER_LABEL_HIDDEN)
          map->nodes[before->nodes[j].node].selected = j % 5 == 0;

      after = make_scene (map, &camera, -1);
      g_assert_cmpint (before->n_nodes, ==, after->n_nodes);
      for (int j = 0; j < before->n_nodes; j++)
        {
          g_assert_cmpint (before->nodes[j].label_side, ==, after->nodes[j].label_side);
          g_assert_cmpfloat (before->nodes[j].label.x, ==, after->nodes[j].label.x);
          g_assert_cmpfloat (before->nodes[j].label.y, ==, after->nodes[j].label.y);
        }
    }
}

/* What is not visible is not there, and leaves no trace in what is. */
static void
test_hidden (void)
{
  g_autoptr (DossierMap) map = make_small_map ();
  DossierMapCamera camera = { 0, 0, 1, 2000, 2000 };
  g_autoptr (DossierMapScene) scene = NULL;

  for (int i = 0; i < map->n_ties; i++)
    map->ties[i].visible = map->ties[i].tie == 1;
  map->nodes[4].visible = FALSE;
  scene = make_scene (map, &camera, -1);

  g_assert_cmpint (scene->n_nodes, ==, 5);
  g_assert_cmpint (scene->n_strands, ==, 1);
  g_assert_cmpint (scene->strands[0].n_ties, ==, 1);
  g_assert_cmpstr (scene->strands[0].label, ==, "food");
  g_assert_true (scene->strands[0].has_arrow[0] != scene->strands[0].has_arrow[1]);
}

/* Among names that there is room for one of, the selected actor's is shown. */
static void
test_selected_name_wins (void)
{
  g_autoptr (DossierMap) map = make_random_map (3, 40);
  DossierMapCamera camera = dossier_map_camera_fit (map, 1000, 600, NULL);
  g_autoptr (DossierMapScene) before = make_scene (map, &camera, -1);
  int n_hidden = 0;
  int n_won = 0;

  for (int i = 0; i < before->n_nodes; i++)
    if (before->nodes[i].label_side == DOSSIER_LABEL_HIDDEN)
      {
        g_autoptr (DossierMapScene) after = NULL;

        map->nodes[before->nodes[i].node].selected = TRUE;
        after = make_scene (map, &camera, -1);
        map->nodes[before->nodes[i].node].selected = FALSE;
        n_hidden++;
        n_won += after->nodes[i].label_side != DOSSIER_LABEL_HIDDEN;
      }

  g_assert_cmpint (n_hidden, >, 0);
  g_test_message ("%d of %d hidden names are shown when selected", n_won, n_hidden);
  g_assert_cmpint (n_won, >, 0);
}

static void
test_camera (void)
{
  DossierMapCamera camera = { 10, -20, 1.5, 800, 600 };
  DossierMapCamera zoomed = dossier_map_camera_zoom (&camera, 2, 100, 500);
  DossierPoint before = dossier_map_camera_unproject (&camera, 100, 500);
  DossierPoint after = dossier_map_camera_unproject (&zoomed, 100, 500);
  DossierPoint there = dossier_map_camera_project (&camera, 3, 4);
  DossierPoint back = dossier_map_camera_unproject (&camera, there.x, there.y);
  DossierMapCamera half = dossier_map_camera_mix (&camera, &zoomed, 0.5);
  DossierPoint kept = dossier_map_camera_unproject (&half, 100, 500);

  g_assert_cmpfloat_with_epsilon (before.x, after.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (before.y, after.y, 1e-9);
  g_assert_cmpfloat_with_epsilon (zoomed.scale, 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (back.x, 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (back.y, 4, 1e-9);
  g_assert_cmpfloat_with_epsilon (kept.x, before.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (kept.y, before.y, 1e-9);

  zoomed = dossier_map_camera_zoom (&camera, 1e9, 0, 0);
  g_assert_cmpfloat (zoomed.scale, ==, DOSSIER_MAP_CAMERA_MAX_SCALE);
  half = dossier_map_camera_mix (&camera, &camera, 0.3);
  g_assert_cmpfloat_with_epsilon (half.x, camera.x, 1e-9);
}

static void
test_curve (void)
{
  DossierCurve curve = { { 0, 0 }, { 50, 80 }, { 100, 0 } };
  DossierCurve part = dossier_curve_cut (&curve, 0.25, 0.75);
  DossierPoint expected = dossier_curve_get_point (&curve, 0.5);
  DossierPoint point = dossier_curve_get_point (&part, 0.5);
  DossierRectangle view = { 20, 0, 10, 100 };
  DossierRectangle elsewhere = { 20, -100, 10, 50 };
  DossierOutline outline = { { 0, 0 }, 10, 10 };
  double from;
  double to;
  double at;

  g_assert_cmpfloat_with_epsilon (point.x, expected.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (point.y, expected.y, 1e-9);

  g_assert_true (dossier_curve_clip (&curve, &view, &from, &to));
  g_assert_cmpfloat_with_epsilon (dossier_curve_get_point (&curve, from).x, 20, 0.01);
  g_assert_cmpfloat_with_epsilon (dossier_curve_get_point (&curve, to).x, 30, 0.01);
  g_assert_false (dossier_curve_clip (&curve, &elsewhere, &from, &to));

  point = dossier_curve_get_point (&curve, dossier_curve_leave (&curve, &outline));
  g_assert_cmpfloat_with_epsilon (hypot (point.x, point.y), 10, 1e-6);

  g_assert_cmpfloat_with_epsilon (dossier_curve_get_distance (&curve, (DossierPoint){ 50, 60 }, &at), 20, 0.2);
  g_assert_cmpfloat_with_epsilon (at, 0.5, 0.02);
  g_assert_cmpfloat_with_epsilon (dossier_curve_walk (&curve, 0, dossier_curve_get_length (&curve)), 1, 1e-6);
}

static void
test_hull (void)
{
  DossierOutline marks[] = { { { 0, 0 }, 10, 10 }, { { 100, 0 }, 5, 5 }, { { 50, 10 }, 1, 1 } };
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (DossierPoint));
  g_autoptr (GArray) clipped = g_array_new (FALSE, FALSE, sizeof (DossierPoint));
  DossierRectangle view = { 40, -100, 20, 200 };
  int n;

  dossier_map_hull_add_convex (points, marks, 3, 5);
  n = (int) points->len;
  g_assert_true (dossier_map_hull_contains ((DossierPoint *) points->data, n, (DossierPoint){ 50, 10 }, 0));
  g_assert_true (dossier_map_hull_contains ((DossierPoint *) points->data, n, (DossierPoint){ -14, 0 }, 0));
  g_assert_false (dossier_map_hull_contains ((DossierPoint *) points->data, n, (DossierPoint){ -16, 0 }, 0));
  g_assert_true (dossier_map_hull_contains ((DossierPoint *) points->data, n, (DossierPoint){ -16, 0 }, 2));

  g_assert_cmpint (dossier_map_hull_clip ((DossierPoint *) points->data, n, &view, clipped), >=, 4);
  for (guint i = 0; i < clipped->len; i++)
    {
      DossierPoint point = g_array_index (clipped, DossierPoint, i);

      g_assert_true (point.x >= 40 - 1e-9 && point.x <= 60 + 1e-9);
    }
  view.x = 1000;
  g_assert_cmpint (dossier_map_hull_clip ((DossierPoint *) points->data, n, &view, clipped), ==, 0);
}

/* With DOSSIER_WRITE_EXPECTED set, writes what is expected anew. */
static void
test_exact_text (void)
{
  g_autoptr (DossierMap) map = make_small_map ();
  DossierMapCamera camera = dossier_map_camera_fit (map, 940, 460, NULL);
  g_autoptr (DossierMapScene) scene = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "map-scene.txt", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  map->nodes[1].selected = TRUE;
  map->nodes[2].dimmed = TRUE;
  scene = make_scene (map, &camera, -1);
  text = dossier_map_scene_to_text (scene);

  if (g_getenv ("DOSSIER_WRITE_EXPECTED") != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, &error));
  g_assert_true (g_file_get_contents (path, &expected, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-scene/curve", test_curve);
  g_test_add_func ("/map-scene/hull", test_hull);
  g_test_add_func ("/map-scene/camera", test_camera);
  g_test_add_func ("/map-scene/empty", test_empty);
  g_test_add_func ("/map-scene/odd-cameras", test_odd_cameras);
  g_test_add_func ("/map-scene/fit", test_fit);
  g_test_add_func ("/map-scene/shapes", test_shapes);
  g_test_add_func ("/map-scene/no-overlap", test_no_overlap);
  g_test_add_func ("/map-scene/ribbons-meet-borders", test_ribbons_meet_borders);
  g_test_add_func ("/map-scene/strands", test_strands);
  g_test_add_func ("/map-scene/dispute", test_dispute);
  g_test_add_func ("/map-scene/strip", test_strip);
  g_test_add_func ("/map-scene/beneath", test_beneath);
  g_test_add_func ("/map-scene/corner", test_corner);
  g_test_add_func ("/map-scene/names-stay", test_names_stay);
  g_test_add_func ("/map-scene/hidden", test_hidden);
  g_test_add_func ("/map-scene/selected-name-wins", test_selected_name_wins);
  g_test_add_func ("/map-scene/hit", test_hit);
  g_test_add_func ("/map-scene/hit-group", test_hit_group);
  g_test_add_func ("/map-scene/exact-text", test_exact_text);

  return g_test_run ();
}
