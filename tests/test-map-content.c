/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-arrangement.h"
#include "layout/dossier-map-content.h"

#include "samples.h"

#include <math.h>

static const char small[] =
    "{'dossier': 1, 'title': 'A', 'kinds': [{'id': 'k', 'label': 'K'}, {'id': 'k2', 'label': 'K'}], 'tie_kinds': [{'id': 'tk', 'label': 'T'}],"
    "'actors': ["
    "{'id': 'state', 'type': 'state', 'name': 'State', 'symbol': 'ST', 'position': {'x': 10, 'y': -20.5, 'pinned': true}},"
    "{'id': 'other', 'type': 'state', 'name': 'Other', 'position': {'x': 300, 'y': 0}},"
    "{'id': 'minister', 'type': 'person', 'name': 'Minister', 'affiliations': [{'to': 'office'}, {'to': 'other'}]},"
    "{'id': 'office', 'type': 'organisation', 'name': 'Office', 'affiliations': [{'to': 'state'}]},"
    "{'id': 'loner', 'type': 'group', 'name': 'Loner'}],"
    "'sources': [{'id': 'one', 'csl': {'type': 'book'}}, {'id': 'two', 'csl': {'type': 'book'}}],"
    "'quotes': [{'id': 'q', 'source': 'one', 'exact': 'words'}],"
    "'events': [{'id': 'visit', 'title': 'V', 'kind': 'k', 'date': '2024-03-05'}, {'id': 'later', 'title': 'L', 'kind': 'k2', 'date': '2024-06'}],"
    "'ties': ["
    "{'id': 'lasting', 'from': 'state', 'to': 'other', 'kind': 'tk', 'sign': 'cooperative', 'date': '2024-01-10/2024-05', 'label': 'aid', 'events': ['visit'], 'quotes': ['q']},"
    "{'id': 'open', 'from': 'other', 'to': 'state', 'kind': 'tk', 'sign': 'conflictual', 'date': '2024-04/..', 'status': 'alleged', 'weight': 100},"
    "{'id': 'undated', 'from': 'minister', 'to': 'other', 'kind': 'tk', 'sign': 'neutral', 'directed': false, 'weight': 0, 'events': ['later']}]}";

/* Seconds of the midnight that begins a day of 2024. */
static gint64
get_time (int month, int day)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2024, month, day, 0, 0, 0);

  return g_date_time_to_unix (time);
}

static const DossierMapTie *
find_tie (const DossierMap *map, DossierDocument *document, const char *id)
{
  DossierRef ref = samples_find (document, id);

  for (int i = 0; i < map->n_ties; i++)
    if (map->ties[i].tie == ref.index)
      return &map->ties[i];

  g_assert_not_reached ();
}

/* Asserts that of all ties those with these ids are visible, and no other. */
static void
assert_visible (const DossierMap *map, DossierDocument *document, const char *ids)
{
  g_auto (GStrv) wanted = g_strsplit (ids, " ", -1);

  for (int i = 0; i < map->n_ties; i++)
    {
      const char *id = dossier_document_get_tie (document, map->ties[i].tie)->id;

      g_test_message ("%s", id);
      g_assert_cmpint (map->ties[i].visible, ==, g_strv_contains ((const char *const *) wanted, id));
    }
}

static void
test_read (void)
{
  g_autoptr (DossierDocument) document = samples_read_good (small);
  g_autoptr (DossierMap) map = dossier_map_content_read (document, NULL, NULL);
  const DossierMapTie *tie;

  g_assert_cmpint (map->n_nodes, ==, 5);
  g_assert_cmpint (map->n_ties, ==, 3);
  g_assert_cmpint (map->n_ribbons, ==, 2);

  g_assert_cmpstr (map->nodes[0].name, ==, "State");
  g_assert_cmpstr (map->nodes[0].symbol, ==, "ST");
  g_assert_cmpint (map->nodes[0].actor, ==, 0);
  g_assert_true (map->nodes[0].placed && map->nodes[0].pinned);
  g_assert_cmpfloat (map->nodes[0].x, ==, 10);
  g_assert_cmpfloat (map->nodes[0].y, ==, -20.5);
  g_assert_true (map->nodes[1].placed && !map->nodes[1].pinned);
  g_assert_false (map->nodes[2].placed);

  /* Beside the first that it belongs to. */
  g_assert_cmpint (map->nodes[2].parent, ==, 3);
  g_assert_cmpint (map->nodes[3].parent, ==, 0);
  g_assert_cmpint (map->nodes[4].parent, ==, -1);
  g_assert_cmpint (map->n_groups, ==, 2);

  /* The office has no tie, but who has one stands beside it. */
  g_assert_false (map->nodes[3].minor || map->nodes[3].loose);
  g_assert_true (map->nodes[4].minor && map->nodes[4].loose);

  tie = find_tie (map, document, "open");
  g_assert_cmpint (tie->status, ==, DOSSIER_STATUS_ALLEGED);
  g_assert_cmpint (tie->sign, ==, DOSSIER_SIGN_CONFLICTUAL);
  g_assert_cmpfloat (tie->weight, ==, 2);
  g_assert_true (tie->directed && tie->from == 1 && tie->to == 0);
  g_assert_cmpstr (tie->label, ==, "");
  tie = find_tie (map, document, "undated");
  g_assert_cmpint (tie->status, ==, DOSSIER_STATUS_REPORTED);
  g_assert_false (tie->directed);
  g_assert_cmpfloat (tie->weight, >, 0);
}

static void
test_time (void)
{
  g_autoptr (DossierDocument) document = samples_read_good (small);
  g_autoptr (DossierMap) map = dossier_map_content_read (document, NULL, NULL);

  assert_visible (map, document, "lasting open undated");

  dossier_map_content_show (map, document, NULL, get_time (1, 1), get_time (1, 1));
  assert_visible (map, document, "undated");
  /* Who has ties at other times is there, but faint; who has none at all is not. */
  g_assert_true (map->nodes[0].faint);
  g_assert_false (map->nodes[1].faint || map->nodes[2].faint || map->nodes[4].faint);

  dossier_map_content_show (map, document, NULL, get_time (1, 10), get_time (1, 10));
  assert_visible (map, document, "lasting undated");
  g_assert_false (map->nodes[0].faint);
  dossier_map_content_show (map, document, NULL, get_time (4, 15), get_time (4, 15));
  assert_visible (map, document, "lasting open undated");
  dossier_map_content_show (map, document, NULL, get_time (6, 1), get_time (6, 1));
  assert_visible (map, document, "open undated");
  dossier_map_content_show (map, document, NULL, get_time (1, 1), get_time (2, 1));
  assert_visible (map, document, "lasting undated");
  dossier_map_content_show (map, document, NULL, DOSSIER_TIME_MIN, DOSSIER_TIME_MAX);
  assert_visible (map, document, "lasting open undated");
}

static void
test_filter (void)
{
  g_autoptr (DossierDocument) document = samples_read_good (small);
  g_autoptr (DossierMap) map = dossier_map_content_read (document, NULL, NULL);
  g_autoptr (DossierFilter) filter = dossier_filter_new (document);

#define SHOW() dossier_map_content_show (map, document, filter, DOSSIER_TIME_MIN, DOSSIER_TIME_MAX)
  SHOW ();
  assert_visible (map, document, "lasting open undated");

  dossier_filter_set_chosen (filter, DOSSIER_FACET_STATUS, DOSSIER_STATUS_ALLEGED, TRUE);
  SHOW ();
  assert_visible (map, document, "open");

  /* The tie of somebody who belongs to the state by way of an office is one of the state's. */
  dossier_filter_clear (filter);
  dossier_filter_set_chosen (filter, DOSSIER_FACET_ACTOR, 0, TRUE);
  SHOW ();
  assert_visible (map, document, "lasting open undated");
  dossier_filter_clear (filter);
  dossier_filter_set_chosen (filter, DOSSIER_FACET_ACTOR, 3, TRUE);
  SHOW ();
  assert_visible (map, document, "undated");

  dossier_filter_clear (filter);
  dossier_filter_set_chosen (filter, DOSSIER_FACET_SOURCE, 0, TRUE);
  SHOW ();
  assert_visible (map, document, "lasting");
  dossier_filter_set_chosen (filter, DOSSIER_FACET_SOURCE, 0, FALSE);
  dossier_filter_set_chosen (filter, DOSSIER_FACET_SOURCE, 1, TRUE);
  SHOW ();
  assert_visible (map, document, "");

  /* Kinds are those of the events that bear a tie out. */
  dossier_filter_clear (filter);
  dossier_filter_set_chosen (filter, DOSSIER_FACET_KIND, 1, TRUE);
  SHOW ();
  assert_visible (map, document, "undated");

  dossier_filter_clear (filter);
  dossier_filter_set_dates (filter, get_time (1, 1), get_time (3, 1));
  SHOW ();
  assert_visible (map, document, "lasting undated");
#undef SHOW
}

static void
test_emphasis (void)
{
  g_autoptr (DossierDocument) document = samples_read_good (small);
  g_autoptr (DossierMap) map = dossier_map_content_read (document, NULL, NULL);
  DossierRef minister = samples_find (document, "minister");
  DossierRef lasting = samples_find (document, "lasting");
  g_autoptr (DossierRelated) of_minister = dossier_related_new (document, minister);
  g_autoptr (DossierRelated) of_tie = dossier_related_new (document, lasting);
  g_autoptr (DossierRelated) of_pair = dossier_related_new_pair (document, 0, 1);
  int ribbon = dossier_map_find_ribbon (map, 0, 1);

  dossier_map_content_emphasise (map, of_minister, minister, -1, -1);
  g_assert_true (map->nodes[2].selected && !map->nodes[2].dimmed);
  g_assert_false (map->nodes[1].dimmed);
  g_assert_true (map->nodes[4].dimmed);
  g_assert_true (find_tie (map, document, "lasting")->dimmed);
  g_assert_false (find_tie (map, document, "undated")->dimmed);

  dossier_map_content_emphasise (map, of_tie, lasting, -1, -1);
  g_assert_true (map->ribbons[ribbon].selected);
  g_assert_false (map->nodes[2].selected);
  g_assert_false (find_tie (map, document, "lasting")->dimmed);
  g_assert_true (find_tie (map, document, "open")->dimmed);

  dossier_map_content_emphasise (map, of_pair, DOSSIER_REF_NONE, 0, 1);
  g_assert_true (map->ribbons[ribbon].selected);
  g_assert_false (find_tie (map, document, "open")->dimmed || find_tie (map, document, "lasting")->dimmed);
  /* The minister's tie is the state's too. */
  g_assert_false (find_tie (map, document, "undated")->dimmed);
  g_assert_true (map->nodes[4].dimmed);

  dossier_map_content_emphasise (map, NULL, DOSSIER_REF_NONE, -1, -1);
  for (int i = 0; i < map->n_nodes; i++)
    g_assert_false (map->nodes[i].selected || map->nodes[i].dimmed);
  for (int i = 0; i < map->n_ties; i++)
    g_assert_false (map->ties[i].dimmed);
  g_assert_false (map->ribbons[ribbon].selected);
}

/* Folded, a state has the ties of its people, and is set off for them. */
static void
test_fold (void)
{
  g_autoptr (DossierDocument) document = samples_read_good (small);
  g_autofree gboolean *folded = dossier_map_content_fold_all (document, TRUE);
  g_autoptr (DossierMap) map = dossier_map_content_read (document, NULL, folded);
  DossierRef minister = samples_find (document, "minister");
  g_autoptr (DossierRelated) related = dossier_related_new (document, minister);
  const gboolean visible[] = { TRUE, TRUE, FALSE, FALSE, TRUE };
  const int shown_as[] = { 0, 1, 0, 0, 4 };

  g_assert_cmpint (map->n_nodes, ==, G_N_ELEMENTS (visible));
  for (int i = 0; i < map->n_nodes; i++)
    {
      g_assert_cmpint (map->nodes[i].visible, ==, visible[i]);
      g_assert_cmpint (map->nodes[i].shown_as, ==, shown_as[i]);
    }

  g_assert_cmpint (map->n_ties, ==, 3);
  g_assert_cmpint (map->n_ribbons, ==, 1);
  g_assert_cmpint (find_tie (map, document, "undated")->from, ==, 0);
  g_assert_cmpint (map->n_groups, ==, 0);

  dossier_map_content_emphasise (map, related, minister, -1, -1);
  g_assert_true (map->nodes[0].selected && !map->nodes[0].dimmed);

  /* A map of three actors with ties has room for all where each has its share. */
  g_assert_true (dossier_map_content_is_crowded (document, 100, 100));
  g_assert_false (dossier_map_content_is_crowded (document, 800, 400));
}

static void
measure_text (const char *text, DossierTextStyle style, double *width, double *height, gpointer data)
{
  *width = 7.0 * (double) g_utf8_strlen (text, -1);
  *height = 16;
}

/* Pins stay to the bit; who has no ties goes on the shelf below or beside the others; a second run changes nothing. */
static void
test_arrangement (void)
{
  g_autoptr (DossierDocument) document = samples_read_good (small);
  g_autoptr (DossierMap) map = dossier_map_content_read (document, NULL, NULL);
  double before[5][2];
  int n_left = 0, n_above = 0;

  dossier_map_set_text (map, measure_text, NULL);
  g_assert_true (dossier_map_arrangement_run (map, 1.6, NULL));
  g_assert_cmpfloat (map->nodes[0].x, ==, 10);
  g_assert_cmpfloat (map->nodes[0].y, ==, -20.5);
  for (int i = 0; i < 4; i++)
    {
      n_left += map->nodes[i].x + map->nodes[i].radius < map->nodes[4].x - map->nodes[4].radius;
      n_above += map->nodes[i].y + map->nodes[i].radius < map->nodes[4].y - map->nodes[4].radius;
    }
  g_assert_true (n_left == 4 || n_above == 4);

  for (int i = 0; i < 5; i++)
    {
      before[i][0] = map->nodes[i].x;
      before[i][1] = map->nodes[i].y;
    }
  g_assert_true (dossier_map_arrangement_run (map, 1.6, NULL));
  for (int i = 0; i < 5; i++)
    {
      g_assert_cmpfloat_with_epsilon (map->nodes[i].x, before[i][0], 1e-9);
      g_assert_cmpfloat_with_epsilon (map->nodes[i].y, before[i][1], 1e-9);
    }
}

/* In a room that is wider than the map, the shelf stands beside it; in a higher one, below. */
static void
test_shelf (void)
{
  g_autoptr (DossierDocument) document = samples_read_good (small);

  for (int is_wide = 0; is_wide < 2; is_wide++)
    {
      g_autoptr (DossierMap) map = dossier_map_content_read (document, NULL, NULL);

      dossier_map_set_text (map, measure_text, NULL);
      g_assert_true (dossier_map_arrangement_run (map, is_wide ? 20 : 0.1, NULL));
      for (int i = 0; i < 4; i++)
        if (is_wide)
          g_assert_cmpfloat (map->nodes[i].x, <, map->nodes[4].x);
        else
          g_assert_cmpfloat (map->nodes[i].y, <, map->nodes[4].y);
    }
}

/* Every actor and every tie of the bundled dossier is on the map, and nothing else. */
static void
test_bundled (void)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = samples_read_bundled (report);
  g_autoptr (DossierMap) map = dossier_map_content_read (document, NULL, NULL);
  int n_in_ribbons = 0;

  g_assert_cmpint (map->n_nodes, ==, dossier_document_get_count (document, DOSSIER_RECORD_ACTOR));
  g_assert_cmpint (map->n_ties, ==, dossier_document_get_count (document, DOSSIER_RECORD_TIE));
  for (int i = 0; i < map->n_ribbons; i++)
    {
      n_in_ribbons += map->ribbons[i].n_ties;
      for (int j = 0; j < map->ribbons[i].n_ties; j++)
        {
          const DossierMapTie *tie = &map->ties[map->ribbons[i].first_tie + j];

          g_assert_true ((tie->from == map->ribbons[i].a && tie->to == map->ribbons[i].b) ||
                         (tie->from == map->ribbons[i].b && tie->to == map->ribbons[i].a));
        }
    }
  g_assert_cmpint (n_in_ribbons, ==, map->n_ties);
}

/* A tie for which nobody is quoted and that is laid to nobody is the editor's own. */
static void
test_inferred (void)
{
  g_autoptr (DossierDocument) document = samples_read_good ("{'dossier': 1, 'title': 'A', 'tie_kinds': [{'id': 'tk', 'label': 'T'}],"
                                                            "'actors': [{'id': 'a', 'type': 'state', 'name': 'A'}, {'id': 'b', 'type': 'state', 'name': 'B'}],"
                                                            "'sources': [{'id': 'one', 'csl': {'type': 'book'}}],"
                                                            "'quotes': [{'id': 'q', 'source': 'one', 'exact': 'words'}],"
                                                            "'ties': ["
                                                            "{'id': 'quoted', 'from': 'a', 'to': 'b', 'kind': 'tk', 'sign': 'neutral', 'quotes': ['q']},"
                                                            "{'id': 'attributed', 'from': 'a', 'to': 'b', 'kind': 'tk', 'sign': 'neutral', 'attributed_to': ['a']},"
                                                            "{'id': 'own', 'from': 'a', 'to': 'b', 'kind': 'tk', 'sign': 'neutral'}]}");
  g_autoptr (DossierMap) map = dossier_map_content_read (document, NULL, NULL);

  g_assert_false (find_tie (map, document, "quoted")->inferred);
  g_assert_false (find_tie (map, document, "attributed")->inferred);
  g_assert_true (find_tie (map, document, "own")->inferred);
  g_assert_cmpstr (find_tie (map, document, "own")->detail, ==, "T · inferred by the editor");
  g_assert_cmpstr (find_tie (map, document, "attributed")->detail, ==, "T · reported · A");
}

/* Persons are what they are at the time that is shown. */
static void
test_posts (void)
{
  g_autoptr (DossierDocument) document = samples_read_good ("{'dossier': 1, 'title': 'A', 'actors': ["
                                                            "{'id': 's', 'type': 'state', 'name': 'S'},"
                                                            "{'id': 'p', 'type': 'person', 'name': 'P', 'posts': ["
                                                            "{'title': 'Deputy', 'at': 's', 'date': '2023/2024-01'}, {'title': 'Minister', 'at': 's', 'date': '2024-03/..'}]}]}");
  g_autoptr (DossierMap) map = dossier_map_content_read (document, NULL, NULL);

  dossier_map_content_show (map, document, NULL, get_time (1, 5), get_time (1, 5));
  g_assert_null (map->nodes[0].post);
  g_assert_cmpstr (map->nodes[1].post, ==, "Deputy");
  dossier_map_content_show (map, document, NULL, get_time (2, 15), get_time (2, 15));
  g_assert_null (map->nodes[1].post);
  dossier_map_content_show (map, document, NULL, get_time (6, 1), get_time (6, 1));
  g_assert_cmpstr (map->nodes[1].post, ==, "Minister");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-content/read", test_read);
  g_test_add_func ("/map-content/time", test_time);
  g_test_add_func ("/map-content/filter", test_filter);
  g_test_add_func ("/map-content/emphasis", test_emphasis);
  g_test_add_func ("/map-content/fold", test_fold);
  g_test_add_func ("/map-content/arrangement", test_arrangement);
  g_test_add_func ("/map-content/shelf", test_shelf);
  g_test_add_func ("/map-content/inferred", test_inferred);
  g_test_add_func ("/map-content/posts", test_posts);
  g_test_add_func ("/map-content/bundled", test_bundled);

  return g_test_run ();
}
