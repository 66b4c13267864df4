/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "samples.h"

#include "layout/dossier-scene-plan.h"
#include "painting/dossier-paragraphs.h"

#include <math.h>
#include <string.h>

/* What rounding may do, in pixels. */
#define SLACK 0.01

static const struct
{
  double width;
  double height;
} sizes[] = { { 1920, 1080 }, { 1024, 768 }, { 3840, 2160 }, { 1123, 794 }, { 794, 1123 } };

/* A letter is half as wide as it is high. */
static double
measure (const char *text, DossierSceneRole role, double size, double width, gpointer data)
{
  double letters = MAX (floor (width / (size / 2)), 1);

  return ceil ((double) g_utf8_strlen (text, -1) / letters) * size * 1.3;
}

static void
assert_within (const DossierScenePlan *plan, const DossierRectangle *box)
{
  g_assert_cmpfloat (box->x, >=, -SLACK);
  g_assert_cmpfloat (box->y, >=, -SLACK);
  g_assert_cmpfloat (box->x + box->width, <=, plan->width + SLACK);
  g_assert_cmpfloat (box->y + box->height, <=, plan->height + SLACK);
}

static void
assert_apart (const DossierRectangle *a, const DossierRectangle *b)
{
  g_assert_true (a->width <= 0 || b->width <= 0 || a->height <= 0 || b->height <= 0 || a->x + a->width <= b->x + SLACK ||
                 b->x + b->width <= a->x + SLACK || a->y + a->height <= b->y + SLACK || b->y + b->height <= a->y + SLACK);
}

static void
assert_sound (const DossierScenePlan *plan)
{
  const DossierRectangle *parts[] = { &plan->timeline, &plan->map, &plan->main, &plan->progress };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      assert_within (plan, parts[i]);
      for (gsize j = 0; j < i; j++)
        assert_apart (parts[i], parts[j]);
    }
  for (guint i = 0; i < plan->texts->len; i++)
    {
      const DossierSceneText *text = dossier_scene_plan_get_text (plan, i);

      g_assert_cmpfloat (text->size, >=, plan->height / 40 - SLACK);
      assert_within (plan, &text->box);
      for (gsize j = 0; j < G_N_ELEMENTS (parts); j++)
        assert_apart (&text->box, parts[j]);
      for (guint j = 0; j < i; j++)
        assert_apart (&text->box, &dossier_scene_plan_get_text (plan, j)->box);
    }
  for (guint i = 0; i < plan->bars->len; i++)
    {
      assert_within (plan, &dossier_scene_plan_get_bar (plan, i)->box);
      for (guint j = 0; j < plan->texts->len; j++)
        assert_apart (&dossier_scene_plan_get_bar (plan, i)->box, &dossier_scene_plan_get_text (plan, j)->box);
    }
}

static void
check_story (DossierDocument *document, DossierSceneMeasureFunc func, gpointer data)
{
  g_autoptr (DossierStoryContent) story = dossier_story_content_new (document, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (int scene = 0; scene < dossier_story_content_get_n_scenes (story); scene++)
      {
        g_autoptr (DossierScenePlan) plan = dossier_scene_plan_new (document, story, scene, sizes[i].width, sizes[i].height, func, data);

        assert_sound (plan);
        g_assert_cmpfloat_with_epsilon (plan->share, (scene + 1.0) / dossier_story_content_get_n_scenes (story), 1e-9);
      }
}

/* In both looks: the fonts are the same, but nobody has to know that. */
static void
test_bundled (void)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = samples_read_bundled (report);

  check_story (document, measure, NULL);
  for (int dark = 0; dark < 2; dark++)
    {
      DossierTheme theme;
      g_autoptr (DossierParagraphs) paragraphs = NULL;

      dossier_theme_init (&theme, dark ? DOSSIER_THEME_DARK : DOSSIER_THEME_LIGHT);
      paragraphs = dossier_paragraphs_new (&theme);
      check_story (document, dossier_paragraphs_measure, paragraphs);
    }
}

static gboolean
has_ref (const DossierScenePlan *plan, DossierRef ref)
{
  for (guint i = 0; i < plan->texts->len; i++)
    if (dossier_ref_equal (dossier_scene_plan_get_text (plan, i)->ref, ref))
      return TRUE;

  return FALSE;
}

/* Where the picture is wide, the briefing quotes all that it means to quote, and cuts no title and no caption. */
static void
test_quotes_fit (void)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = samples_read_bundled (report);
  g_autoptr (DossierStoryContent) story = dossier_story_content_new (document, 0);
  DossierTheme theme;
  g_autoptr (DossierParagraphs) paragraphs = NULL;

  dossier_theme_init (&theme, DOSSIER_THEME_LIGHT);
  paragraphs = dossier_paragraphs_new (&theme);
  for (int scene = 0; scene < dossier_story_content_get_n_scenes (story); scene++)
    {
      const DossierSceneContent *content = dossier_story_content_get_scene (story, scene);
      g_autoptr (DossierScenePlan) plan = dossier_scene_plan_new (document, story, scene, 1920, 1080, dossier_paragraphs_measure, paragraphs);

      g_assert_cmpint (content->quotes->len, >, 0);
      for (guint i = 0; i < content->quotes->len; i++)
        g_assert_true (has_ref (plan, (DossierRef){ DOSSIER_RECORD_QUOTE, g_array_index (content->quotes, int, i) }));
      for (guint i = 0; i < plan->texts->len; i++)
        g_assert_false (dossier_scene_plan_get_text (plan, i)->is_cut);
    }
}

/* The camera glides: what two scenes show alike is in the same place. */
static void
test_parts_stay (void)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = samples_read_bundled (report);
  g_autoptr (DossierStoryContent) story = dossier_story_content_new (document, 0);
  g_autoptr (DossierScenePlan) first = dossier_scene_plan_new (document, story, 0, 1920, 1080, measure, NULL);

  for (int scene = 1; scene < dossier_story_content_get_n_scenes (story); scene++)
    {
      g_autoptr (DossierScenePlan) plan = dossier_scene_plan_new (document, story, scene, 1920, 1080, measure, NULL);

      if (plan->view != first->view)
        continue;
      g_assert_cmpmem (&plan->timeline, sizeof plan->timeline, &first->timeline, sizeof first->timeline);
      g_assert_cmpmem (&plan->map, sizeof plan->map, &first->map, sizeof first->map);
    }
}

/* What nobody would write, but a file may hold. */
static void
test_odd_scenes (void)
{
  g_autoptr (GString) scenes = g_string_new (NULL);
  g_autofree char *caption = g_strnfill (3000, 'w');
  g_autofree char *text = NULL;
  g_autoptr (DossierDocument) document = NULL;

  for (DossierSceneView view = DOSSIER_SCENE_VIEW_BOTH; view <= DOSSIER_SCENE_VIEW_MATRIX; view++)
    g_string_append_printf (scenes,
                            "%s{'id': 's%d', 'title': '%s', 'caption': '%s', 'view': '%s', 'select': 'e', 'quotes': ['q', 'r'],"
                            " 'emphasis': ['c', 'n'], 'filter': {'actors': ['a']}},"
                            "{'id': 't%d', 'title': '', 'view': '%s'}",
                            scenes->len > 0 ? "," : "",
                            (int) view,
                            caption,
                            caption,
                            dossier_vocabulary_get_key (DOSSIER_VOCABULARY_SCENE_VIEW, (int) view),
                            (int) view,
                            dossier_vocabulary_get_key (DOSSIER_VOCABULARY_SCENE_VIEW, (int) view));
  text = g_strdup_printf ("{'dossier': 1, 'title': 'T', 'kinds': [{'id': 'k', 'label': 'K'}],"
                          " 'actors': [{'id': 'a', 'type': 'state', 'name': 'A'}],"
                          " 'sources': [{'id': 's', 'csl': {'type': 'book'}, 'label': '%s'}],"
                          " 'quotes': [{'id': 'q', 'source': 's', 'exact': '%s'}, {'id': 'r', 'source': 's', 'exact': 'r', 'speaker': 'a'}],"
                          " 'events': [{'id': 'e', 'title': 'E', 'kind': 'k'}],"
                          " 'claims': [{'id': 'c', 'type': 'risk', 'title': '%s', 'hedge': 'maybe', 'status': 'speculated'}],"
                          " 'notes': [{'id': 'n', 'type': 'gap', 'about': ['a'], 'title': 'N', 'text': 'N'}],"
                          " 'stories': [{'id': 'x', 'title': 'X', 'scenes': [%s]}]}",
                          caption,
                          caption,
                          caption,
                          scenes->str);
  document = samples_read_good (text);

  check_story (document, measure, NULL);
}

static const DossierSceneText *
find_text (const DossierScenePlan *plan, DossierSceneRole role)
{
  for (guint i = 0; i < plan->texts->len; i++)
    if (dossier_scene_plan_get_text (plan, i)->role == role)
      return dossier_scene_plan_get_text (plan, i);

  return NULL;
}

/* What a source does not state as a fact is told apart by a word and by its bar. */
static void
test_hedges (void)
{
  g_autoptr (DossierDocument) document =
      samples_read_good ("{'dossier': 1, 'title': 'T', 'sources': [{'id': 's', 'csl': {'type': 'book'}, 'label': 'S'}],"
                         " 'actors': [{'id': 'a', 'type': 'state', 'name': 'A'}],"
                         " 'quotes': [{'id': 'q', 'source': 's', 'exact': 'Q', 'speaker': 'a', 'paragraph': 2, 'section': 'One'}],"
                         " 'claims': [{'id': 'c', 'type': 'risk', 'title': 'C', 'hedge': 'maybe', 'status': 'speculated'}],"
                         " 'stories': [{'id': 'x', 'title': 'X', 'scenes': [{'id': 'y', 'title': 'Y', 'view': 'map', 'emphasis': ['c'], 'quotes': ['q']}]}]}");
  g_autoptr (DossierStoryContent) story = dossier_story_content_new (document, 0);
  g_autoptr (DossierScenePlan) plan = dossier_scene_plan_new (document, story, 0, 1920, 1080, measure, NULL);
  gboolean has_bar = FALSE;

  g_assert_cmpstr (find_text (plan, DOSSIER_SCENE_POINT_WORD)->text, ==, "Risk · speculated · “maybe”");
  g_assert_cmpstr (find_text (plan, DOSSIER_SCENE_POINT)->text, ==, "C");
  g_assert_cmpstr (find_text (plan, DOSSIER_SCENE_QUOTE)->text, ==, "“Q”");
  g_assert_cmpstr (find_text (plan, DOSSIER_SCENE_SPEAKER)->text, ==, "A, as reported · [1] One, ¶\xc2\xa0""2");
  g_assert_cmpstr (find_text (plan, DOSSIER_SCENE_SOURCES)->text, ==, "[1] S");
  g_assert_null (find_text (plan, DOSSIER_SCENE_KICKER));
  for (guint i = 0; i < plan->bars->len; i++)
    has_bar = has_bar || dossier_scene_plan_get_bar (plan, i)->status == DOSSIER_STATUS_SPECULATED;
  g_assert_true (has_bar);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene-plan/bundled", test_bundled);
  g_test_add_func ("/scene-plan/quotes-fit", test_quotes_fit);
  g_test_add_func ("/scene-plan/parts-stay", test_parts_stay);
  g_test_add_func ("/scene-plan/odd-scenes", test_odd_scenes);
  g_test_add_func ("/scene-plan/hedges", test_hedges);

  return g_test_run ();
}
