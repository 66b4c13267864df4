/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-arrangement.h"
#include "layout/dossier-map-content.h"
#include "layout/dossier-map-period.h"
#include "layout/dossier-map-scene.h"
#include "layout/dossier-map-transition.h"
#include "model/dossier-calendar.h"
#include "samples.h"

#include <string.h>

static const char dated[] =
    "{\"dossier\":1,\"title\":\"Dated\","
    "\"tie_kinds\":[{\"id\":\"tk\",\"label\":\"Talks\"}],"
    "\"actors\":["
    "{\"id\":\"a\",\"type\":\"state\",\"name\":\"A\"},"
    "{\"id\":\"b\",\"type\":\"state\",\"name\":\"B\"},"
    "{\"id\":\"c\",\"type\":\"state\",\"name\":\"C\"},"
    "{\"id\":\"p\",\"type\":\"person\",\"name\":\"P\",\"affiliations\":[{\"to\":\"a\",\"date\":\"2020/2021\"}]}],"
    "\"ties\":["
    "{\"id\":\"early\",\"from\":\"a\",\"to\":\"b\",\"kind\":\"tk\",\"sign\":\"cooperative\",\"date\":\"2020-01-01/2020-12-31\"},"
    "{\"id\":\"late\",\"from\":\"b\",\"to\":\"c\",\"kind\":\"tk\",\"sign\":\"conflictual\",\"date\":\"2022-03-05/..\"},"
    "{\"id\":\"always\",\"from\":\"p\",\"to\":\"c\",\"kind\":\"tk\",\"sign\":\"neutral\"}]}";

static gint64
get_time (gint64 year, int month, int day)
{
  return dossier_calendar_to_seconds (dossier_calendar_to_days (year, month, day), 3600);
}

static void
measure_text (const char *text, DossierTextStyle style, double *width, double *height, gpointer data)
{
  *width = 7.0 * (double) g_utf8_strlen (text, -1);
  *height = 16;
}

static DossierMap *
make_map (DossierDocument *document)
{
  DossierMap *map = dossier_map_content_read (document, NULL, NULL);

  dossier_map_set_text (map, measure_text, NULL);
  g_assert_true (dossier_map_arrangement_run (map, 1.6, NULL));

  return map;
}

static char *
draw (const DossierMap *map)
{
  DossierMapCamera camera = dossier_map_camera_fit (map, 1000, 700, NULL);
  g_autoptr (DossierMapScene) scene = dossier_map_scene_new (map, &camera, -1, measure_text, NULL);

  return dossier_map_scene_to_text (scene);
}

static void
show (DossierMap *map, DossierDocument *document, gint64 moment)
{
  dossier_map_content_show (map, document, NULL, moment, moment);
}

/* What is looked at on which day: ties of that day, who has none of his own, and who belongs to whom. */
static void
test_membership (void)
{
  static const struct
  {
    int year, month, day;
    const char *visible; /* ties */
    const char *faint;   /* actors */
    gboolean is_beside;  /* P beside A */
  } days[] = {
    { 2019, 12, 31, "always", "a b", FALSE },
    { 2020, 1, 1, "early always", "", TRUE },
    { 2020, 12, 31, "early always", "", TRUE },
    { 2021, 1, 1, "always", "a b", TRUE },
    { 2022, 3, 4, "always", "a b", FALSE },
    { 2022, 3, 5, "late always", "a", FALSE },
    { 2090, 1, 1, "late always", "a", FALSE },
  };
  g_autoptr (DossierDocument) document = samples_read_good (dated);
  g_autoptr (DossierMap) map = make_map (document);

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_auto (GStrv) visible = g_strsplit (days[i].visible, " ", -1);
      g_auto (GStrv) faint = g_strsplit (days[i].faint, " ", -1);

      show (map, document, get_time (days[i].year, days[i].month, days[i].day));
      for (int j = 0; j < map->n_ties; j++)
        g_assert_cmpint (map->ties[j].visible,
                         ==,
                         g_strv_contains ((const char *const *) visible, dossier_document_get_tie (document, map->ties[j].tie)->id));
      for (int j = 0; j < map->n_nodes; j++)
        g_assert_cmpint (map->nodes[j].faint, ==, g_strv_contains ((const char *const *) faint, dossier_document_get_actor (document, j)->id));
      g_assert_cmpint (map->nodes[3].is_beside, ==, days[i].is_beside);
    }
}

/* The hull around a state and its person is there only as long as the one belongs to the other. */
static void
test_hull (void)
{
  g_autoptr (DossierDocument) document = samples_read_good (dated);
  g_autoptr (DossierMap) map = make_map (document);
  g_autofree char *during = NULL;
  g_autofree char *after = NULL;

  show (map, document, get_time (2020, 6, 1));
  during = draw (map);
  show (map, document, get_time (2022, 6, 1));
  after = draw (map);
  g_assert_nonnull (strstr (during, "hull 0"));
  g_assert_null (strstr (after, "hull"));
}

/* Whatever day an animation comes from, and even if it is turned around on its way, it ends where one goes directly. */
static void
test_transition (void)
{
  const gint64 days[] = {
    get_time (2019, 1, 1), get_time (2020, 5, 1), get_time (2022, 5, 1), get_time (2021, 5, 1), get_time (2020, 6, 1),
  };
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) small = samples_read_good (dated);
  g_autoptr (DossierDocument) bundled = samples_read_bundled (report);
  DossierDocument *documents[] = { small, bundled };

  for (int d = 0; d < 2; d++)
    {
      g_autoptr (DossierMap) moving = make_map (documents[d]);
      g_autoptr (DossierMap) direct = make_map (documents[d]);
      g_autoptr (DossierMapTransition) transition = dossier_map_transition_new ();

      for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
        {
          g_autofree char *before = draw (moving);
          g_autofree char *begun = NULL;
          g_autofree char *half = NULL;
          g_autofree char *ended = NULL;
          g_autofree char *expected = NULL;
          gboolean differs;

          show (direct, documents[d], days[i]);
          expected = draw (direct);

          dossier_map_transition_begin (transition, moving);
          show (moving, documents[d], days[i]);
          differs = dossier_map_transition_aim (transition, moving);
          dossier_map_transition_step (transition, moving, 0);
          begun = draw (moving);
          dossier_map_transition_step (transition, moving, 0.5);
          half = draw (moving);
          /* Turned around half-way: to the first day and back again. */
          dossier_map_transition_begin (transition, moving);
          show (moving, documents[d], days[0]);
          dossier_map_transition_aim (transition, moving);
          dossier_map_transition_step (transition, moving, 0.3);
          dossier_map_transition_begin (transition, moving);
          show (moving, documents[d], days[i]);
          dossier_map_transition_aim (transition, moving);
          dossier_map_transition_step (transition, moving, 1);
          ended = draw (moving);

          g_assert_cmpstr (ended, ==, expected);
          if (differs && i > 0 && d == 0)
            {
              g_assert_nonnull (strstr (half, "there 50%"));
              g_assert_cmpstr (half, !=, expected);
              g_assert_null (strstr (begun, "there 50%"));
            }
        }
    }
}

static void
test_period (void)
{
  g_autoptr (DossierDocument) document = samples_read_good (dated);
  g_autoptr (DossierDocument) undated = samples_read_good ("{\"dossier\":1,\"title\":\"None\"}");
  gint64 begin, end;
  int second;

  g_assert_true (dossier_map_period_read (document, &begin, &end));
  g_assert_cmpint (dossier_calendar_from_seconds (begin, &second), ==, dossier_calendar_to_days (2020, 1, 1));
  g_assert_cmpint (second, ==, 0);
  g_assert_cmpint (dossier_calendar_from_seconds (end, &second), ==, dossier_calendar_to_days (2022, 3, 5));
  g_assert_cmpint (second, ==, DOSSIER_SECONDS_PER_DAY - 1);
  g_assert_false (dossier_map_period_read (undated, &begin, &end));
}

/* Of many moments the same are left out as if they were in order. Event i of n begins and ends on day (i * step) mod n
 * after 2000, in whatever order that is, some of them together. */
static void
test_period_of_many (void)
{
  static const int counts[] = { 1, 2, 49, 50, 51, 200, 1001 };
  static const int steps[] = { 0, 1, -1, 7, 389 };

  for (gsize c = 0; c < G_N_ELEMENTS (counts); c++)
    for (gsize s = 0; s < G_N_ELEMENTS (steps); s++)
      {
        int n = counts[c];
        g_autoptr (GString) text = g_string_new ("{\"dossier\":1,\"title\":\"Many\",\"events\":[");
        g_autofree int *n_on_day = g_new0 (int, n);
        g_autoptr (DossierDocument) document = NULL;
        gint64 start = dossier_calendar_to_days (2000, 1, 1);
        int outlying = (int) (0.02 * 2 * n);
        int first = 0, last = n - 1, n_passed;
        gint64 begin, end;
        int second;

        for (int i = 0; i < n; i++)
          {
            int day = (i * steps[s] % n + n) % n;
            g_autofree char *date = dossier_calendar_to_iso (dossier_calendar_to_seconds (start + day, 0), FALSE);

            n_on_day[day] += 2;
            g_string_append_printf (text, "%s{\"id\":\"e%d\",\"title\":\"E\",\"date\":\"%s\"}", i > 0 ? "," : "", i, date);
          }
        g_string_append (text, "]}");
        document = samples_read_good (text->str);

        for (n_passed = n_on_day[first]; n_passed <= outlying; n_passed += n_on_day[first])
          first++;
        for (n_passed = n_on_day[last]; n_passed <= outlying; n_passed += n_on_day[last])
          last--;

        g_assert_true (dossier_map_period_read (document, &begin, &end));
        g_assert_cmpint (dossier_calendar_from_seconds (begin, &second) - start, ==, first);
        g_assert_cmpint (dossier_calendar_from_seconds (end, &second) - start, ==, last);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-time/period-of-many", test_period_of_many);
  g_test_add_func ("/map-time/membership", test_membership);
  g_test_add_func ("/map-time/hull", test_hull);
  g_test_add_func ("/map-time/transition", test_transition);
  g_test_add_func ("/map-time/period", test_period);

  return g_test_run ();
}
