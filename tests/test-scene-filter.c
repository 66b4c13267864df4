/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-scene-filter.h"
#include "model/dossier-scene-look.h"
#include "painting/dossier-scene-picture.h"

#include "samples.h"

#include <string.h>

#define WIDTH  960
#define HEIGHT 540

/* The progress below it differs from scene to scene. */
#define LAST_ROW (HEIGHT * 36 / 40)

#define HEAD                                                                                                            \
  "{'dossier': 1, 'title': 'T', 'kinds': [{'id': 'ka', 'label': 'KA'}, {'id': 'kb', 'label': 'KB'}],"                     \
  "'tie_kinds': [{'id': 'tk', 'label': 'TK'}],"                                                                        \
  "'actors': [{'id': 'a', 'type': 'state', 'name': 'A'}, {'id': 'b', 'type': 'state', 'name': 'B'},"                      \
  "           {'id': 'c', 'type': 'state', 'name': 'C'}],"                                                              \
  "'ties': [{'id': 'ab', 'from': 'a', 'to': 'b', 'kind': 'tk', 'sign': 'cooperative', 'label': 'AB'},"                    \
  "         {'id': 'bc', 'from': 'b', 'to': 'c', 'kind': 'tk', 'sign': 'conflictual', 'label': 'BC'}],"

#define MATCHING                                                                                                        \
  "{'id': 'one', 'title': 'Talks begin', 'date': '2020-01', 'kind': 'ka', 'status': 'reported', 'participants': [{'actor': 'a'}]}," \
  "{'id': 'two', 'title': 'Talks end', 'date': '2021-01', 'kind': 'kb', 'status': 'expected', 'participants': [{'actor': 'a'}, {'actor': 'b'}]}"

#define OTHER ",{'id': 'three', 'title': 'Arms arrive', 'date': '2022-01', 'kind': 'kb', 'status': 'reported', 'participants': [{'actor': 'c'}]}"

#define DATE "'date': '2019/2023'"

static DossierDocument *
read_story (const char *events, const char *scenes)
{
  g_autofree char *text = g_strdup_printf (HEAD "'events': [%s], 'stories': [{'id': 's', 'title': 'S', 'scenes': [%s]}]}", events, scenes);

  return samples_read_good (text);
}

/* "one two" */
static char *
dup_shown (DossierDocument *document, const DossierSceneContent *content)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  if (content->shown == NULL)
    return g_strdup ("all");

  for (guint i = 0; i < content->shown->len; i++)
    {
      g_autofree char *id = dossier_document_dup_id (document, (DossierRef){ DOSSIER_RECORD_EVENT, g_array_index (content->shown, int, i) });

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", id);
    }

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
test_events (void)
{
  static const struct
  {
    const char *members;
    const char *expected;
  } cases[] = {
    { "'filter': {}", "all" },
    { "'filter': {'actors': ['a']}", "one two" },
    { "'filter': {'actors': ['a', 'c']}", "one two three" },
    { "'filter': {'kinds': ['kb']}", "two three" },
    { "'filter': {'statuses': ['expected']}", "two" },
    { "'filter': {'words': 'talks'}", "one two" },
    { "'filter': {'words': 'nowhere'}", "" },
    { "'filter': {'date': '2021/2022'}", "two three" },
    { "'filter': {'actors': ['a'], 'kinds': ['kb'], 'date': '2020/2021'}", "two" },
    { "'filter': {'actors': ['a'], 'kinds': ['ka'], 'statuses': ['expected']}", "" },
    /* What is set off or selected stays. */
    { "'emphasis': ['three']", "three" },
    { "'emphasis': ['three'], 'filter': {'words': 'talks'}", "one two three" },
    { "'emphasis': ['two'], 'filter': {'words': 'talks'}", "one two" },
    { "'select': 'three', 'filter': {'statuses': ['expected']}", "two three" },
    { "'select': 'three', 'filter': {'words': 'nowhere'}", "three" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *scene = g_strdup_printf ("{'id': 'x', 'title': 'X', %s}", cases[i].members);
      g_autoptr (DossierDocument) document = read_story (MATCHING OTHER, scene);
      g_autoptr (DossierStoryContent) story = dossier_story_content_new (document, 0);
      g_autofree char *shown = dup_shown (document, dossier_story_content_get_scene (story, 0));

      g_test_message ("%s", cases[i].members);
      g_assert_cmpstr (shown, ==, cases[i].expected);
    }
}

/* The picture shows what the main window shows in the same scene. */
static void
test_agreement (void)
{
  static const char *const filters[] = {
    "{'actors': ['b']}", "{'kinds': ['ka']}", "{'statuses': ['reported']}", "{'date': '2021'}", "{'date': '2020-06/..'}",
    "{'words': 'arms'}", "{'actors': ['a'], 'words': 'end'}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autofree char *scene = g_strdup_printf ("{'id': 'x', 'title': 'X', 'filter': %s}", filters[i]);
      g_autofree char *json = samples_make_json (scene);
      g_autoptr (DossierDocument) document = read_story (MATCHING OTHER, scene);
      g_autoptr (DossierView) view = dossier_view_new (document);
      g_autoptr (DossierStoryContent) story = dossier_story_content_new (document, 0);
      const DossierSceneContent *content = dossier_story_content_get_scene (story, 0);
      g_autoptr (JsonNode) node = json_from_string (json, NULL);
      DossierSceneLook look;

      dossier_scene_look_restore (&look, json_node_get_object (node), view);
      for (int event = 0; event < 3; event++)
        g_assert_cmpint (dossier_filter_shows (content->filter, event), ==, dossier_filter_shows (dossier_view_get_filter (view), event));
      g_assert_cmpint (dossier_filter_get_n_shown (content->filter), <, 3);
    }
}

static cairo_surface_t *
draw (DossierDocument *document, int scene)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (DossierScenePicture) picture = NULL;
  DossierSceneState state;
  DossierTheme theme;

  dossier_theme_init (&theme, DOSSIER_THEME_LIGHT);
  picture = dossier_scene_picture_new (document, 0, &theme);
  dossier_scene_picture_set_size (picture, WIDTH, HEIGHT, 1);
  dossier_scene_picture_get_state (picture, scene, &state);
  dossier_scene_picture_draw (picture, &state, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* Draws two scenes; whether all above the progress is the same. */
static gboolean
look_alike (DossierDocument *one, int scene, DossierDocument *other, int other_scene)
{
  cairo_surface_t *a = draw (one, scene);
  cairo_surface_t *b = draw (other, other_scene);
  gsize size = (gsize) cairo_image_surface_get_stride (a) * LAST_ROW;
  gboolean is_same = memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b), size) == 0;

  cairo_surface_destroy (a);
  cairo_surface_destroy (b);

  return is_same;
}

/* What the filter holds back is drawn as if it were not in the dossier. */
static void
test_timeline (void)
{
  const char *filtered = "{'id': 'x', 'title': 'X', 'view': 'timeline', " DATE ", 'filter': {'words': 'talks'}}";
  const char *plain = "{'id': 'x', 'title': 'X', 'view': 'timeline', " DATE "}";
  g_autoptr (DossierDocument) all = read_story (MATCHING OTHER, filtered);
  g_autoptr (DossierDocument) unfiltered = read_story (MATCHING OTHER, plain);
  g_autoptr (DossierDocument) fewer = read_story (MATCHING, plain);

  g_assert_true (look_alike (all, 0, fewer, 0));
  g_assert_false (look_alike (all, 0, unfiltered, 0));
}

/* The ties that the filter keeps, and no others; one that is set off stays. */
static void
test_map (void)
{
  static const char *const scenes =
    "{'id': 'v', 'title': 'X', 'view': 'map', " DATE "},"
    "{'id': 'w', 'title': 'X', 'view': 'map', " DATE ", 'filter': {'actors': ['a']}},"
    "{'id': 'x', 'title': 'X', 'view': 'map', " DATE ", 'emphasis': ['ab']},"
    "{'id': 'y', 'title': 'X', 'view': 'map', " DATE ", 'emphasis': ['bc']},"
    "{'id': 'z', 'title': 'X', 'view': 'map', " DATE ", 'emphasis': ['bc'], 'filter': {'actors': ['a']}}";
  g_autoptr (DossierDocument) document = read_story (MATCHING OTHER, scenes);

  g_assert_false (look_alike (document, 1, document, 0));
  g_assert_true (look_alike (document, 1, document, 2));
  g_assert_false (look_alike (document, 2, document, 3));
  g_assert_true (look_alike (document, 3, document, 4));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene-filter/events", test_events);
  g_test_add_func ("/scene-filter/agreement", test_agreement);
  g_test_add_func ("/scene-filter/timeline", test_timeline);
  g_test_add_func ("/scene-filter/map", test_map);

  return g_test_run ();
}
