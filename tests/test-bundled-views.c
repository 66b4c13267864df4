/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-arrangement.h"
#include "layout/dossier-map-content.h"
#include "layout/dossier-map-scene.h"
#include "layout/dossier-timeline-lanes.h"
#include "model/dossier-reader.h"
#include "painting/dossier-typesetter.h"

/*
 * The bundled dossier in the sizes of a window and a picture, at ten zooms, with the fonts it is drawn in: no two
 * boxes of text may meet, and none may be cut by the edge of a view that shows everything.
 */

#define N_ZOOMS 10

typedef struct
{
  double x, y, width, height;
  const char *text;
} Box;

typedef struct
{
  DossierDocument *document;
  DossierTheme theme;
  DossierTypesetter *typesetter;
} Fixture;

static const struct
{
  double width, height;
} sizes[] = { { 780, 330 }, { 940, 460 }, { 1440, 600 }, { 1440, 900 } };

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("DOSSIER_DATA"), "russia-dprk.dossier", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (GError) error = NULL;

  fixture->document = dossier_reader_read_file (file, NULL, report, NULL, &error);
  g_assert_no_error (error);
  dossier_theme_init (&fixture->theme, DOSSIER_THEME_LIGHT);
  fixture->typesetter = dossier_typesetter_new (&fixture->theme);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  dossier_typesetter_free (fixture->typesetter);
  g_object_unref (fixture->document);
}

static void
add_box (GArray *boxes, double x, double y, double width, double height, const char *text)
{
  Box box = { x, y, width, height, text };

  if (width > 0 && height > 0)
    g_array_append_val (boxes, box);
}

/* Lanes scroll above the axis, which covers what is below its top. */
static void
add_lane_box (GArray *boxes, const DossierTimelineScene *scene, const DossierTimelineBox *box, const char *text)
{
  add_box (boxes, box->x, box->y, box->width, MIN (box->height, scene->axis_top - box->y), text);
}

/* Edges may touch; rounding may let them do so by a hair. */
static void
assert_apart (const GArray *boxes, const char *where)
{
  const double hair = 0.01;

  for (guint i = 0; i < boxes->len; i++)
    {
      const Box *a = &g_array_index (boxes, Box, i);

      for (guint j = 0; j < i; j++)
        {
          const Box *b = &g_array_index (boxes, Box, j);

          if (a->x + hair < b->x + b->width && b->x + hair < a->x + a->width && a->y + hair < b->y + b->height &&
              b->y + hair < a->y + a->height)
            {
              g_test_message ("%s: “%s” meets “%s”", where, a->text, b->text);
              g_test_fail ();
            }
        }
    }
}

static void
collect_timeline (const DossierTimelineScene *scene, GArray *boxes)
{
  for (guint i = 0; i < scene->bands->len; i++)
    {
      const DossierTimelineBand *band = dossier_timeline_scene_get_band (scene, i);

      add_lane_box (boxes, scene, &band->title_box, band->title);
      add_lane_box (boxes, scene, &band->count_box, band->count_label);
    }

  for (guint i = 0; i < scene->items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, i);

      add_lane_box (boxes, scene, &item->title_box, item->title);
      if (item->detail != NULL)
        add_lane_box (boxes, scene, &item->detail_box, item->detail);
    }

  for (guint i = 0; i < scene->merged->len; i++)
    {
      const DossierTimelineMerged *merged = dossier_timeline_scene_get_merged (scene, i);

      add_lane_box (boxes, scene, &merged->label_box, merged->label);
    }

  add_box (boxes, scene->earlier_box.x, scene->earlier_box.y, scene->earlier_box.width, scene->earlier_box.height, scene->earlier_label);
  add_box (boxes, scene->later_box.x, scene->later_box.y, scene->later_box.width, scene->later_box.height, scene->later_label);
}

static void
test_timeline (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DossierFilter) filter = dossier_filter_new (fixture->document);

  for (int facet = 0; facet < DOSSIER_N_LANE_FACETS; facet++)
    {
      g_autoptr (DossierTimelineLanes) lanes = dossier_timeline_lanes_new (fixture->document, (DossierFacet) facet, NULL);
      g_autoptr (DossierTimelineLayout) layout = NULL;
      DossierTimelineSource source;

      dossier_timeline_source_init (&source, fixture->document);
      layout = dossier_timeline_layout_new (&source, dossier_typesetter_measure, fixture->typesetter);
      dossier_timeline_lanes_apply (lanes, filter, layout);

      for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
        {
          DossierTimeViewport viewport;

          dossier_timeline_layout_get_home (layout, sizes[size].width, &viewport);
          for (int zoom = 0; zoom < N_ZOOMS; zoom++)
            {
              g_auto (DossierTimelineScene) scene;
              g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (Box));
              g_autofree char *where = g_strdup_printf ("facet %d, %g × %g, zoom %d", facet, sizes[size].width, sizes[size].height, zoom);

              dossier_timeline_scene_init (&scene);
              dossier_timeline_layout_update (layout, &viewport, sizes[size].width, sizes[size].height, 0, &scene);
              g_assert_cmpint (scene.counts.drawn + scene.counts.merged, >, 0);
              collect_timeline (&scene, boxes);
              assert_apart (boxes, where);
              viewport = dossier_time_viewport_zoomed (&viewport, zoom < 5 ? 0.6 : 2.5, viewport.width * 0.6);
            }
        }
    }
}

static void
collect_map (const DossierMap *map, const DossierMapScene *scene, GArray *boxes)
{
  for (int i = 0; i < scene->n_nodes; i++)
    {
      const DossierMapSceneNode *node = &scene->nodes[i];

      if (node->label_side != DOSSIER_LABEL_HIDDEN)
        add_box (boxes, node->label.x, node->label.y, node->label.width, node->label.height, map->nodes[node->node].name);
    }

  /* A name may not stand on the mark of another actor. */
  for (int i = 0; i < scene->n_nodes; i++)
    {
      const DossierMapSceneNode *node = &scene->nodes[i];
      double reach = node->outline.half * G_SQRT2 / 2;

      add_box (boxes, node->outline.middle.x - reach, node->outline.middle.y - reach, 2 * reach, 2 * reach, "mark");
    }

  for (int i = 0; i < scene->n_strands; i++)
    {
      const DossierMapSceneStrand *strand = &scene->strands[i];

      if (strand->has_label)
        add_box (boxes, strand->label_box.x, strand->label_box.y, strand->label_box.width, strand->label_box.height, strand->label);
    }
}

static void
check_map (Fixture *fixture, gboolean folded)
{
  g_autofree gboolean *all_folded = dossier_map_content_fold_all (fixture->document, folded);
  g_autoptr (DossierMap) map = dossier_map_content_read (fixture->document, NULL, all_folded);

  dossier_map_set_text (map, dossier_typesetter_measure, fixture->typesetter);

  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    {
      DossierMapCamera camera;

      dossier_map_arrangement_run (map, sizes[size].width / sizes[size].height, NULL);
      camera = dossier_map_camera_fit (map, sizes[size].width, sizes[size].height, NULL);

      for (int zoom = 0; zoom < N_ZOOMS; zoom++)
        {
          g_autoptr (DossierMapScene) scene = dossier_map_scene_new (map, &camera, -1, dossier_typesetter_measure, fixture->typesetter);
          g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (Box));
          g_autofree char *where = g_strdup_printf ("%g × %g, zoom %d", sizes[size].width, sizes[size].height, zoom);

          collect_map (map, scene, boxes);
          g_assert_cmpuint (boxes->len, >, 0);
          assert_apart (boxes, where);

          if (zoom == 0)
            {
              for (guint i = 0; i < boxes->len; i++)
                {
                  const Box *box = &g_array_index (boxes, Box, i);

                  g_assert_true (box->x >= 0 && box->y >= 0);
                  g_assert_true (box->x + box->width <= sizes[size].width && box->y + box->height <= sizes[size].height);
                }
            }

          camera = dossier_map_camera_zoom (&camera, 1.35, sizes[size].width / 2, sizes[size].height / 2);
        }
    }
}

static void
test_map (Fixture *fixture, gconstpointer data)
{
  check_map (fixture, FALSE);
  check_map (fixture, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/bundled-views/timeline", Fixture, NULL, set_up, test_timeline, tear_down);
  g_test_add ("/bundled-views/map", Fixture, NULL, set_up, test_map, tear_down);

  return g_test_run ();
}
