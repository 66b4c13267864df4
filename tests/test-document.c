/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-events-private.h"
#include "model/dossier-id-table.h"
#include "model/dossier-shape.h"
#include "model/dossier-symbols.h"

#include "samples.h"

#include <string.h>

/* Who refers to a record, found in the JSON of each: the id as a string of its own, anywhere but as an id. */
static int
count_in_json (DossierDocument *document, const char *id)
{
  gsize length;
  const char *json = g_bytes_get_data (dossier_document_get_bytes (document), &length);
  g_autofree char *copy = g_strndup (json, length);
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", id);
  int n = 0;

  for (const char *p = strstr (copy, quoted); p != NULL; p = strstr (p + 1, quoted))
    n += !g_str_has_prefix (p - strlen ("\"id\": "), "\"id\": ");

  return n;
}

static void
test_referrers (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);

  for (int round = 0; round < 3; round++)
    {
      g_autofree char *text = samples_make_random (random, 12);
      g_autoptr (DossierDocument) document = samples_read_good (text);

      for (int type = DOSSIER_RECORD_NONE + 1; type < DOSSIER_N_RECORDS; type++)
        {
          for (int i = 0; i < dossier_document_get_count (document, (DossierRecord) type); i++)
            {
              DossierRef ref = { (DossierRecord) type, i };
              g_autofree char *id = dossier_document_dup_id (document, ref);
              int n = dossier_document_get_n_referrers (document, ref);
              int n_found = 0;

              for (int from = DOSSIER_RECORD_NONE + 1; from < DOSSIER_N_RECORDS; from++)
                {
                  int first;
                  int n_of_type = dossier_document_find_referrers (document, ref, (DossierRecord) from, &first);

                  g_assert_cmpint (first, ==, n_found);
                  for (int j = 0; j < n_of_type; j++)
                    g_assert_cmpint (dossier_document_get_referrer (document, ref, first + j).from.type, ==, from);
                  n_found += n_of_type;
                }
              g_assert_cmpint (n_found, ==, n);

              g_assert_cmpint (n, ==, count_in_json (document, id));

              for (int j = 1; j < n; j++)
                {
                  DossierReferrer before = dossier_document_get_referrer (document, ref, j - 1);
                  DossierReferrer referrer = dossier_document_get_referrer (document, ref, j);

                  g_assert_true (before.from.type < referrer.from.type ||
                                 (before.from.type == referrer.from.type && before.from.index <= referrer.from.index));
                }
            }
        }
    }
}

static void
test_relations (void)
{
  g_autoptr (DossierDocument) document = samples_read_good (
      "{'dossier': 1, 'title': 'A', 'actors': [{'id': 'a', 'type': 'group', 'name': 'A', 'members': ['b']},"
      "{'id': 'b', 'type': 'person', 'name': 'B', 'affiliations': [{'to': 'a'}], 'posts': [{'title': 'P', 'at': 'a'}]}],"
      "'events': [{'id': 'e', 'title': 'E', 'participants': [{'actor': 'b', 'role': 'host'}], 'attributed_to': ['b'], 'part_of': 'f'}, {'id': 'f', 'title': 'F'}],"
      "'stories': [{'id': 's', 'title': 'S', 'scenes': [{'id': 'c', 'select': 'b'}]}]}");
  static const struct
  {
    const char *to;
    int nth;
    const char *from;
    DossierRelation relation;
  } cases[] = {
    { "b", 0, "a", DOSSIER_RELATION_MEMBER },
    { "b", 1, "e", DOSSIER_RELATION_PARTICIPANT },
    { "b", 2, "e", DOSSIER_RELATION_ATTRIBUTED_TO },
    { "b", 3, "c", DOSSIER_RELATION_SCENE },
    { "a", 0, "b", DOSSIER_RELATION_AT },
    { "a", 1, "b", DOSSIER_RELATION_AFFILIATION },
    { "f", 0, "e", DOSSIER_RELATION_PART_OF },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DossierReferrer referrer = dossier_document_get_referrer (document, samples_find (document, cases[i].to), cases[i].nth);

      g_assert_true (dossier_ref_equal (referrer.from, samples_find (document, cases[i].from)));
      g_assert_cmpint (referrer.relation, ==, cases[i].relation);
    }
}

/* An id leads to its record, and the record to its id. */
static void
test_ids (void)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = samples_read_bundled (report);

  for (int type = DOSSIER_RECORD_NONE + 1; type < DOSSIER_N_RECORDS; type++)
    {
      for (int i = 0; i < dossier_document_get_count (document, (DossierRecord) type); i++)
        {
          DossierRef ref = { (DossierRecord) type, i };
          g_autofree char *id = dossier_document_dup_id (document, ref);
          g_autofree char *title = dossier_document_dup_title (document, ref, NULL);

          g_assert_true (dossier_ref_equal (dossier_document_lookup (document, id), ref));
          g_assert_cmpstr (title, !=, "");
        }
    }

  g_assert_false (dossier_ref_is_set (dossier_document_lookup (document, "")));
  g_assert_false (dossier_ref_is_set (dossier_document_lookup (document, "event")));
}

static void
test_titles (void)
{
  static const struct
  {
    const char *id;
    const char *language;
    const char *title;
  } cases[] = {
    { "k", NULL, "Talks" },
    { "tk", NULL, "Arms" },
    { "p", NULL, "Seoul" },
    { "p", "ko", "서울" },
    { "a", NULL, "Korea" },
    { "s", NULL, "s" },
    { "s2", NULL, "Doe 2024" },
    { "q", NULL, "words" },
    { "h", NULL, "It lasts" },
    { "e", NULL, "A visit" },
    { "t", NULL, "Korea → Minister: sends arms" },
    { "t2", NULL, "Minister – Korea: Arms" },
    { "r", NULL, "Korea, Minister: no comment" },
    { "c", NULL, "It will last" },
    { "n", NULL, "Two dates" },
    { "st", NULL, "Briefing" },
    { "sc", NULL, "First" },
    { "sc2", NULL, "" },
  };
  g_autoptr (DossierDocument) document = samples_read_good (
      "{'dossier': 1, 'title': 'A', 'kinds': [{'id': 'k', 'label': 'Talks'}], 'tie_kinds': [{'id': 'tk', 'label': 'Arms'}],"
      "'places': [{'id': 'p', 'name': {'en': 'Seoul', 'ko': '서울'}}],"
      "'actors': [{'id': 'a', 'type': 'state', 'name': 'Korea'}, {'id': 'b', 'type': 'person', 'name': 'Minister'}],"
      "'sources': [{'id': 's', 'csl': {'type': 'book'}}, {'id': 's2', 'csl': {'type': 'book'}, 'label': 'Doe 2024'}],"
      "'quotes': [{'id': 'q', 'source': 's', 'exact': 'words'}], 'hypotheses': [{'id': 'h', 'title': 'It lasts'}],"
      "'events': [{'id': 'e', 'title': 'A visit'}],"
      "'ties': [{'id': 't', 'from': 'a', 'to': 'b', 'kind': 'tk', 'sign': 'neutral', 'label': 'sends arms'},"
      " {'id': 't2', 'from': 'b', 'to': 'a', 'kind': 'tk', 'sign': 'neutral', 'directed': false}],"
      "'reactions': [{'id': 'r', 'to': ['e'], 'actors': ['a', 'b'], 'stance': 'declines-to-comment'}],"
      "'claims': [{'id': 'c', 'title': 'It will last', 'type': 'risk'}],"
      "'notes': [{'id': 'n', 'type': 'gap', 'about': ['e'], 'title': 'Two dates'}],"
      "'stories': [{'id': 'st', 'title': 'Briefing', 'scenes': [{'id': 'sc', 'title': 'First'}, {'id': 'sc2'}]}]}");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title = dossier_document_dup_title (document, samples_find (document, cases[i].id), cases[i].language);

      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

static const char *
get_number (guint32 value, gsize *length, gconstpointer data)
{
  static char buffer[16];

  *length = (gsize) g_snprintf (buffer, sizeof buffer, "n%u", value);

  return buffer;
}

static void
test_id_table (void)
{
  const guint32 n = 100000;
  g_autoptr (DossierIdTable) table = dossier_id_table_new (get_number, NULL);
  guint32 found = 0;

  g_assert_false (dossier_id_table_lookup (table, "n0", 2, &found));

  for (guint32 i = 0; i < n; i++)
    {
      char id[16];

      g_snprintf (id, sizeof id, "n%u", i);
      g_assert_true (dossier_id_table_add (table, id, strlen (id), i, &found));
    }

  for (guint32 i = 0; i < 2 * n; i++)
    {
      char id[16];

      g_snprintf (id, sizeof id, "n%u", i);
      g_assert_cmpint (dossier_id_table_lookup (table, id, strlen (id), &found), ==, i < n);
      if (i < n)
        {
          g_assert_cmpuint (found, ==, i);
          g_assert_false (dossier_id_table_add (table, id, strlen (id), n + i, &found));
          g_assert_cmpuint (found, ==, i);
        }
    }

  /* A part of an id is another. */
  g_assert_true (dossier_id_table_lookup (table, "n123", 3, &found));
  g_assert_cmpuint (found, ==, 12);
  g_assert_false (dossier_id_table_lookup (table, "", 0, &found));
}

static void
test_symbols (void)
{
  g_autoptr (DossierSymbols) symbols = dossier_symbols_new (5000);

  for (guint32 i = 0; i < 10000; i++)
    {
      g_autofree char *id = g_strdup_printf ("id%u", i % 5000);

      g_assert_cmpuint (dossier_symbols_intern (symbols, id, strlen (id)), ==, i % 5000);
    }

  g_assert_cmpint (dossier_symbols_get_count (symbols), ==, 5000);
  g_assert_cmpstr (dossier_symbols_get_id (symbols, 4321), ==, "id4321");

  /* So many there may be. */
  g_assert_false (dossier_symbols_is_full (symbols));
  g_assert_cmpuint (dossier_symbols_intern (symbols, "id5000", 6), ==, 5000);
  g_assert_true (dossier_symbols_is_full (symbols));
  g_assert_cmpint (dossier_symbols_get_count (symbols), ==, 5000);
  g_assert_cmpuint (dossier_symbols_intern (symbols, "id4999", 6), ==, 4999);
}

/* Dates of every sort come out of the columns as they went in. */
static void
test_columns (void)
{
  static const char *const dates[] = {
    "2024-03-29",
    "2024-03",
    "2024",
    "202X",
    "2024-03-29T10:00:00Z",
    "2024-04-08/2024-04-09",
    "2024-04-11/..",
    "../1991",
    "2019/",
    "/2019",
    "2024-03?",
    "2024~",
    "[2023-08,2023-09]",
    "{1960,1962}",
    "[..2018]",
    "Y-138E8",
    "-0218",
    "0001/9999",
    "1900/2040",
  };
  g_autoptr (GString) json = g_string_new ("{'dossier': 1, 'title': 'A', 'events': [{'id': 'none', 'title': 'E', 'weight': 0}");
  g_autoptr (DossierDocument) document = NULL;
  const DossierEvents *events;
  DossierSpan span;

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    g_string_append_printf (json, ", {'id': 'e%" G_GSIZE_FORMAT "', 'title': 'E', 'date': '%s', 'weight': %d}", i, dates[i], (int) i * 5);
  g_string_append (json, "]}");
  document = samples_read_good (json->str);
  events = dossier_document_get_events (document);

  dossier_events_get_span (events, 0, &span);
  g_assert_cmpint (span.flags, ==, DOSSIER_SPAN_UNKNOWN);
  g_assert_cmpint (dossier_events_get_kind (events, 0), ==, -1);
  g_assert_cmpint (dossier_events_get_weight (events, 0), ==, 0);
  g_assert_cmpint (dossier_events_get_status (events, 0), ==, DOSSIER_STATUS_REPORTED);

  for (int i = 1; i < dossier_events_get_count (events); i++)
    {
      g_autoptr (DossierEvent) event = dossier_document_load_event (document, i);

      g_test_message ("%s", event->date.edtf);
      g_assert_cmpstr (event->date.edtf, ==, dates[i - 1]);
      dossier_events_get_span (events, i, &span);
      samples_assert_same_span (&span, &event->date.span);
      g_assert_cmpint (dossier_events_get_weight (events, i), ==, (i - 1) * 5);
    }

  g_assert_cmpuint (dossier_events_get_size (events), >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/referrers", test_referrers);
  g_test_add_func ("/document/relations", test_relations);
  g_test_add_func ("/document/ids", test_ids);
  g_test_add_func ("/document/titles", test_titles);
  g_test_add_func ("/document/id-table", test_id_table);
  g_test_add_func ("/document/symbols", test_symbols);
  g_test_add_func ("/document/columns", test_columns);

  return g_test_run ();
}
