/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "samples.h"

#include "layout/dossier-scene-rows.h"
#include "layout/dossier-timeline-lanes.h"

#define WIDTH  780.0
#define HEIGHT 128.0

/* Every character has the same size. */
static void
measure (const char *text, DossierTextStyle style, double *width, double *height, gpointer data)
{
  *width = 7 * (double) g_utf8_strlen (text, -1);
  *height = 16;
}

static int
get_lanes (int event, int *lanes, gpointer data)
{
  lanes[0] = 0;

  return 1;
}

typedef struct
{
  DossierDocument *document;
  DossierTimelineLayout *layout;
  DossierTimelineScene scene;
} Fixture;

static void
set_up (Fixture *fixture, const char *events)
{
  static const DossierTimelineLane lane = { "", -1, FALSE };
  g_autofree char *text = g_strdup_printf ("{'dossier': 1, 'title': 'T', 'kinds': [{'id': 'k', 'label': 'K'}], 'events': [%s]}", events);
  DossierTimelineSource source;

  fixture->document = samples_read_good (text);
  dossier_timeline_source_init (&source, fixture->document);
  fixture->layout = dossier_timeline_layout_new (&source, measure, NULL);
  dossier_timeline_layout_set_lanes (fixture->layout, &lane, 1, get_lanes, NULL);
  dossier_timeline_scene_init (&fixture->scene);
}

static void
look (Fixture *fixture, gint64 begin, gint64 end)
{
  double x, width;
  DossierTimeViewport viewport;

  dossier_timeline_layout_get_plot (fixture->layout, WIDTH, &x, &width);
  dossier_time_viewport_init (&viewport, begin, end, width);
  dossier_timeline_layout_update (fixture->layout, &viewport, WIDTH, HEIGHT, 0, &fixture->scene);
}

static void
tear_down (Fixture *fixture)
{
  dossier_timeline_scene_clear (&fixture->scene);
  dossier_timeline_layout_free (fixture->layout);
  g_object_unref (fixture->document);
}

static void
assert_apart (const DossierTimelineScene *scene)
{
  for (guint i = 0; i < scene->items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, i);

      g_assert_cmpfloat (item->box.y + item->box.height, <=, scene->axis_top);
      g_assert_cmpfloat (item->title_box.x + item->title_box.width, <=, scene->width);
      for (guint j = 0; j < i; j++)
        {
          const DossierTimelineItem *other = dossier_timeline_scene_get_item (scene, j);

          g_assert_false (dossier_timeline_box_intersects (&item->box, &other->box));
          g_assert_false (dossier_timeline_box_intersects (&item->title_box, &other->title_box));
          g_assert_false (dossier_timeline_box_intersects (&item->detail_box, &other->title_box));
          g_assert_false (dossier_timeline_box_intersects (&item->title_box, &other->detail_box));
        }
    }
}

static int
count_shortened (const DossierTimelineScene *scene)
{
  int n = 0;

  for (guint i = 0; i < scene->items->len; i++)
    n += dossier_timeline_scene_get_item (scene, i)->is_shortened;

  return n;
}

static const char crowded[] = "{'id': 'a', 'title': 'Lavrov visits North Korea', 'kind': 'k', 'date': '2023-10-18'},"
                              "{'id': 'b', 'title': 'Moscow summit: Choe, Putin and Lavrov', 'kind': 'k', 'date': '2024-01-16'},"
                              "{'id': 'c', 'title': 'Intelligence chief', 'kind': 'k', 'date': '2024-03-21'},"
                              "{'id': 'd', 'title': 'Visit', 'kind': 'k', 'date': '2024-05-10'}";

/* 1 October 2023 to 30 May 2024. */
#define BEGIN ((gint64) 1696118400)
#define END   ((gint64) 1717113599)

/* Where a title was shortened though a row was free, it is whole, and nothing lies on anything else. */
static void
test_whole_titles (void)
{
  Fixture fixture;
  g_autoptr (GArray) rows = NULL;

  set_up (&fixture, crowded);
  look (&fixture, BEGIN, END);
  g_assert_cmpint (count_shortened (&fixture.scene), >, 0);
  rows = dossier_scene_rows_find (&fixture.scene, measure, NULL);
  g_assert_nonnull (rows);
  g_assert_cmpint (rows->len, ==, 10);
  dossier_scene_rows_apply (rows, &fixture.scene, measure, NULL);
  g_assert_cmpint (count_shortened (&fixture.scene), ==, 0);
  assert_apart (&fixture.scene);
  tear_down (&fixture);
}

/* The camera may be anywhere: rows stay, and nothing comes to lie on anything else. */
static void
test_from_anywhere (void)
{
  Fixture fixture;
  g_autoptr (GArray) rows = NULL;

  set_up (&fixture, crowded);
  look (&fixture, BEGIN, END);
  rows = dossier_scene_rows_find (&fixture.scene, measure, NULL);
  for (int i = -8; i <= 8; i++)
    for (int zoom = 1; zoom <= 4; zoom *= 2)
      {
        look (&fixture, BEGIN + i * 30 * 86400, BEGIN + i * 30 * 86400 + (END - BEGIN) * zoom / 2);
        dossier_scene_rows_apply (rows, &fixture.scene, measure, NULL);
        assert_apart (&fixture.scene);
      }
  tear_down (&fixture);
}

/* Where all titles are whole, nothing is moved. */
static void
test_nothing_to_gain (void)
{
  Fixture fixture;

  set_up (&fixture, "{'id': 'a', 'title': 'A', 'kind': 'k', 'date': '2023-10-18'}, {'id': 'b', 'title': 'B', 'kind': 'k', 'date': '2024-03-16'}");
  look (&fixture, BEGIN, END);
  g_assert_cmpint (count_shortened (&fixture.scene), ==, 0);
  g_assert_null (dossier_scene_rows_find (&fixture.scene, measure, NULL));
  tear_down (&fixture);

  set_up (&fixture, "");
  look (&fixture, BEGIN, END);
  g_assert_null (dossier_scene_rows_find (&fixture.scene, measure, NULL));
  tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene-rows/whole-titles", test_whole_titles);
  g_test_add_func ("/scene-rows/from-anywhere", test_from_anywhere);
  g_test_add_func ("/scene-rows/nothing-to-gain", test_nothing_to_gain);

  return g_test_run ();
}
