/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-range-text.h"
#include "model/dossier-scene-look.h"

#include "samples.h"

#include <string.h>

static void
test_dates (void)
{
  static const struct
  {
    gint64 begin, end;
    const char *expected;
  } cases[] = {
    { 1682899200, 1701388799, "2023-05/2023-11" },
    /* Rounded to the day. */
    { 1682899200 + 30000, 1701388799 + 20000, "2023-05/2023-11" },
    { 1682899200 - 30000, 1701388799 + 80000, "2023-05-01/2023-12-01" },
    { 1705363200, 1705449599, "2024-01-16T00:00:00Z/2024-01-16T23:59:59Z" },
    { 1705363200 + 3600, 1705363200 + 7261, "2024-01-16T01:00:00Z/2024-01-16T02:01:01Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *dates = dossier_scene_look_write_dates (cases[i].begin, cases[i].end);
      g_autofree char *again = NULL;
      g_autoptr (GError) error = NULL;
      gint64 begin, end;

      g_assert_cmpstr (dates, ==, cases[i].expected);
      g_assert_true (dossier_range_read (dates, &begin, &end, &error));
      g_assert_no_error (error);
      again = dossier_scene_look_write_dates (begin, end);
      g_assert_cmpstr (again, ==, dates);
    }
}

/* Years of more than four digits have neither months nor days: what is written is wider. */
static void
test_far_dates (void)
{
  const gint64 year = 31557600;
  const gint64 years[] = { -20000, -G_GINT64_CONSTANT (4500000000), 12000, G_GINT64_CONSTANT (100000000000) };

  for (gsize i = 0; i < G_N_ELEMENTS (years); i++)
    {
      gint64 begin = MIN (years[i] * year, 0);
      gint64 end = MAX (years[i] * year, 0);
      g_autofree char *dates = dossier_scene_look_write_dates (begin, end);
      gint64 first, last;

      g_assert_true (dossier_range_read (dates, &first, &last, NULL));
      g_assert_cmpint (first, <=, begin + year);
      g_assert_cmpint (first, >, begin - 2 * year);
      g_assert_cmpint (last, >=, end - year);
      g_assert_cmpint (last, <, end + 2 * year);
    }
}

/* At random: what is written reads, lies near, and is written again as the same. */
static void
test_random_dates (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int i = 0; i < 20000; i++)
    {
      gint64 begin = (gint64) g_rand_double_range (random, -1e11, 1e11);
      gint64 length = (gint64) g_rand_double_range (random, 0, i % 2 == 0 ? 1e6 : 1e9);
      g_autofree char *dates = dossier_scene_look_write_dates (begin, begin + length);
      g_autofree char *again = NULL;
      gint64 first, last;

      g_assert_true (dossier_range_read (dates, &first, &last, NULL));
      g_assert_cmpint (ABS (first - begin), <=, 43200);
      g_assert_cmpint (ABS (last - begin - length), <=, 43201);
      again = dossier_scene_look_write_dates (first, last);
      g_assert_cmpstr (again, ==, dates);
    }
}

static JsonObject *
make_scene (GPtrArray *members)
{
  g_autoptr (GString) text = g_string_new ("{");
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < members->len; i += 2)
    if (g_ptr_array_index (members, i + 1) != NULL)
      g_string_append_printf (text, "%s\"%s\": %s", text->len > 1 ? ", " : "", (char *) g_ptr_array_index (members, i), (char *) g_ptr_array_index (members, i + 1));
  g_string_append_c (text, '}');
  node = json_from_string (text->str, &error);
  g_assert_no_error (error);

  return json_node_dup_object (node);
}

/* What a window shows, kept as a scene, and shown again by another: nothing is lost. */
static void
test_round_trip (void)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = samples_read_bundled (report);
  DossierSceneLook look = { TRUE, 1682899200, 1701388799, TRUE, 12.5, -300.123, 1.75, DOSSIER_SCENE_VIEW_BOTH };
  int events[] = { 1, 3, 4 };

  for (int i = 0; i < 5; i++)
    {
      g_autoptr (DossierView) view = dossier_view_new (document);
      g_autoptr (DossierView) other = dossier_view_new (document);
      DossierFilter *filter = dossier_view_get_filter (view);
      g_autoptr (GPtrArray) members = NULL;
      g_autoptr (GPtrArray) members_again = NULL;
      g_autoptr (JsonObject) scene = NULL;
      g_autoptr (JsonObject) scene_again = NULL;
      DossierSceneLook restored;
      int n_lost, actor, other_actor;

      look.view = DOSSIER_SCENE_VIEW_BOTH + i;
      look.has_camera = i != 1;
      if (i == 0)
        dossier_view_select (view, samples_find (document, "event-vostochny-summit"));
      else if (i == 1)
        dossier_view_select_events (view, events, G_N_ELEMENTS (events));
      else if (i == 2)
        dossier_view_select_pair (view, 0, 1);
      if (i != 3)
        dossier_view_set_as_of (view, 1690416000);
      if (i % 2 == 0)
        {
          dossier_filter_set_chosen (filter, DOSSIER_FACET_ACTOR, 1, TRUE);
          dossier_filter_set_chosen (filter, DOSSIER_FACET_KIND, 0, TRUE);
          dossier_filter_set_chosen (filter, DOSSIER_FACET_KIND, 1, TRUE);
          dossier_filter_set_chosen (filter, DOSSIER_FACET_STATUS, 1, TRUE);
          dossier_filter_set_dates (filter, 1672531200, 1704067199);
          dossier_filter_set_words (filter, "\"arms\" help");
        }

      members = dossier_scene_look_list (&look, view, &n_lost);
      g_assert_cmpint (n_lost, ==, 0);
      scene = make_scene (members);

      /* What was shown before the scene is gone. */
      dossier_view_select (other, samples_find (document, "russia"));
      dossier_view_set_brush (other, 0, 1000);
      dossier_filter_set_chosen (dossier_view_get_filter (other), DOSSIER_FACET_PLACE, 0, TRUE);
      dossier_scene_look_restore (&restored, scene, other);
      members_again = dossier_scene_look_list (&restored, other, &n_lost);
      scene_again = make_scene (members_again);
      g_assert_true (json_object_equal (scene, scene_again));
      g_assert_cmpint (restored.begin, ==, look.begin);
      g_assert_cmpint (restored.end, ==, look.end);
      g_assert_cmpint (restored.has_camera, ==, look.has_camera);
      g_assert_cmpint (restored.view, ==, look.view);
      g_assert_cmpint (dossier_filter_get_n_shown (filter), ==, dossier_filter_get_n_shown (dossier_view_get_filter (other)));
      g_assert_cmpint (i == 2, ==, dossier_view_get_pair (other, &actor, &other_actor));
      g_assert_cmpint (i == 0, ==, json_object_has_member (scene, "quotes"));
    }
}

/* What the format has no place for is counted. */
static void
test_lost (void)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = samples_read_bundled (report);
  g_autoptr (DossierView) view = dossier_view_new (document);
  DossierFilter *filter = dossier_view_get_filter (view);
  DossierSceneLook look = { 0 };
  g_autoptr (GPtrArray) members = NULL;
  int n_lost;

  dossier_filter_set_chosen (filter, DOSSIER_FACET_ACTOR, 1, TRUE);
  dossier_filter_set_chosen (filter, DOSSIER_FACET_STANCE, 1, TRUE);
  dossier_filter_set_chosen (filter, DOSSIER_FACET_KIND, 1, TRUE);
  dossier_filter_set_negated (filter, DOSSIER_FACET_KIND, TRUE);
  members = dossier_scene_look_list (&look, view, &n_lost);
  g_assert_cmpint (n_lost, ==, 2);
}

/* What was chosen by hand stays when a scene is updated, as long as the same is selected. */
static void
test_keep_written (void)
{
  static const struct
  {
    const char *scene;
    const char *select;
    gboolean keeps;
  } cases[] = {
    { "{\"select\": \"russia\", \"quotes\": [\"q\"], \"emphasis\": [\"e\"]}", "russia", TRUE },
    { "{\"select\": \"north-korea\", \"quotes\": [\"q\"], \"emphasis\": [\"e\"]}", "russia", FALSE },
    { "{\"quotes\": [\"q\"], \"emphasis\": [\"e\"]}", "russia", FALSE },
    { "{\"select\": \"russia\", \"quotes\": [\"q\"], \"emphasis\": [\"e\"]}", NULL, FALSE },
    { "{\"quotes\": [\"q\"], \"emphasis\": [\"e\"]}", NULL, TRUE },
    { "{\"select\": \"russia\"}", "russia", FALSE },
  };
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = samples_read_bundled (report);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DossierView) view = dossier_view_new (document);
      g_autoptr (JsonNode) scene = json_from_string (cases[i].scene, NULL);
      DossierSceneLook look = { 0 };
      g_autoptr (GPtrArray) members = NULL;
      int n_lost;
      guint n;

      if (cases[i].select != NULL)
        dossier_view_select (view, samples_find (document, cases[i].select));
      members = dossier_scene_look_list (&look, view, &n_lost);
      n = members->len;
      dossier_scene_look_keep_written (members, json_node_get_object (scene));
      g_assert_cmpuint (n - members->len, ==, cases[i].keeps ? 4 : 0);
    }
}

static void
test_titles (void)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = samples_read_bundled (report);
  g_autoptr (DossierView) view = dossier_view_new (document);
  DossierSceneLook look = { .has_dates = TRUE, .begin = 1682899200, .end = 1701388799 };
  DossierSceneLook nothing = { 0 };
  g_autofree char *dates = dossier_scene_look_propose_title (&look, view);
  g_autofree char *none = dossier_scene_look_propose_title (&nothing, view);
  g_autofree char *selected = NULL;

  g_assert_cmpstr (dates, ==, "May–November 2023");
  g_assert_cmpstr (none, ==, "");
  dossier_view_select (view, samples_find (document, "russia"));
  selected = dossier_scene_look_propose_title (&look, view);
  g_assert_cmpstr (selected, ==, "Russia");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene-look/dates", test_dates);
  g_test_add_func ("/scene-look/far-dates", test_far_dates);
  g_test_add_func ("/scene-look/random-dates", test_random_dates);
  g_test_add_func ("/scene-look/round-trip", test_round_trip);
  g_test_add_func ("/scene-look/lost", test_lost);
  g_test_add_func ("/scene-look/keep-written", test_keep_written);
  g_test_add_func ("/scene-look/titles", test_titles);

  return g_test_run ();
}
