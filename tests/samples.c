/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "samples.h"

#include <string.h>

/**
 * samples_make_json:
 * @text: JSON with ' in the place of ", which is easier to read in C
 *
 * Returns: (transfer full): the JSON
 */
char *
samples_make_json (const char *text)
{
  return g_strdelimit (g_strdup (text), "'", '"');
}

/**
 * samples_read:
 * @text: a document, with ' in the place of "
 * @report: what is wrong with it is added here
 *
 * Returns: (transfer full) (nullable): the document, %NULL if it has an error
 */
DossierDocument *
samples_read (const char *text, DossierReport *report)
{
  g_autofree char *json = samples_make_json (text);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  DossierDocument *document = dossier_reader_read_bytes (bytes, NULL, NULL, report, NULL, &error);

  g_assert_true ((document == NULL) == (error != NULL));
  g_assert_true ((document == NULL) == (dossier_report_get_n_errors (report) > 0));

  return document;
}

/**
 * samples_read_good:
 * @text: a document without an error, with ' in the place of "
 *
 * Returns: (transfer full): the document
 */
DossierDocument *
samples_read_good (const char *text)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  DossierDocument *document = samples_read (text, report);
  g_autofree char *problems = dossier_report_to_text (report);

  g_assert_cmpstr (problems, ==, "");
  g_assert_nonnull (document);

  return document;
}

/**
 * samples_read_bundled:
 * @report: what is wrong with it is added here
 *
 * Returns: (transfer full): the dossier that comes with the program
 */
DossierDocument *
samples_read_bundled (DossierReport *report)
{
  g_autofree char *path = g_build_filename (g_getenv ("DOSSIER_DATA"), "russia-dprk.dossier", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  DossierDocument *document = dossier_reader_read_file (file, NULL, report, NULL, &error);

  g_assert_no_error (error);

  return document;
}

/* The text that the bundled dossier quotes is not ours to give away: where it does not lie beside the clone, what is held against
 * it is left out, and said to be. */
gboolean
samples_have_article (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("DOSSIER_SOURCES"), "russia-dprk-relations.txt", NULL);
  gboolean has = g_file_test (path, G_FILE_TEST_IS_REGULAR);

  if (!has)
    g_test_skip ("the text of the article is not at hand");

  return has;
}

static void
append_ids (GString *json, GRand *random, const char *field, const char *prefix, int n_ids, int n_most)
{
  int n = g_rand_int_range (random, 0, n_most + 1);

  g_string_append_printf (json, ", '%s': [", field);
  for (int i = 0; i < n; i++)
    g_string_append_printf (json, "%s'%s%d'", i > 0 ? ", " : "", prefix, g_rand_int_range (random, 0, n_ids));
  g_string_append (json, "]");
}

static const char *
pick (GRand *random, const char *const *words)
{
  return words[g_rand_int_range (random, 0, (int) g_strv_length ((GStrv) words))];
}

/**
 * samples_make_random:
 * @random: where chance comes from
 * @n_events: how many events
 *
 * Returns: (transfer full): a good document, with ' in the place of ": actors a0 to a11 and places p0 to p7 that
 *   belong to each other, kinds k0 to k3, sources s0 to s3, quotes q0 to q19, events e0 and so on, ties t0 to t29,
 *   reactions r0 to r9
 */
char *
samples_make_random (GRand *random, int n_events)
{
  static const char *const statuses[] = { "reported", "alleged", "speculated", "expected", "denied", NULL };
  static const char *const likelihoods[] = { "remote", "very-unlikely", "unlikely", "roughly-even-chance", "likely", "very-likely", "almost-certain" };
  static const char *const stances[] = { "condemns", "welcomes", "is-neutral" };
  static const char *const words[] = { "visit", "arms", "talks", "Zürich", "Kim Jong-un", "satellite", NULL };
  static const char *const dates[] = { "1953", "2022-02-24", "2023-09/2023-10", "2024-04-11/..", "../1991", "-0218", "202X", NULL };
  GString *json = g_string_new ("{'dossier': 1, 'title': 'By chance', 'kinds': [");

  for (int i = 0; i < 4; i++)
    g_string_append_printf (json, "%s{'id': 'k%d', 'label': 'Kind %d'}", i > 0 ? ", " : "", i, i);
  g_string_append (json, "], 'tie_kinds': [{'id': 'tk', 'label': 'Tie'}], 'places': [");

  for (int i = 0; i < 8; i++)
    {
      g_string_append_printf (json, "%s{'id': 'p%d', 'name': 'Place %d'", i > 0 ? ", " : "", i, i);
      if (i > 0 && g_rand_boolean (random))
        g_string_append_printf (json, ", 'part_of': 'p%d'", g_rand_int_range (random, 0, i));
      g_string_append (json, "}");
    }
  g_string_append (json, "], 'events': [");

  for (int i = 0; i < n_events; i++)
    {
      int n_participants = g_rand_int_range (random, 0, 4);

      g_string_append_printf (json, "%s{'id': 'e%d', 'title': '%s'", i > 0 ? ", " : "", i, pick (random, words));
      if (g_rand_boolean (random))
        g_string_append_printf (json, ", 'kind': 'k%d'", g_rand_int_range (random, 0, 4));
      if (g_rand_boolean (random))
        g_string_append_printf (json, ", 'status': '%s'", pick (random, statuses));
      if (g_rand_boolean (random))
        g_string_append_printf (json, ", 'date': '%s'", pick (random, dates));
      if (i > 0 && g_rand_boolean (random))
        g_string_append_printf (json, ", 'part_of': 'e%d'", g_rand_int_range (random, 0, i));
      if (i % 3 == 1)
        g_string_append_printf (json, ", 'likelihood': '%s'", likelihoods[i % 7]);
      if (i % 4 == 1)
        g_string_append_printf (json, ", 'credibility': %d", i % 6 + 1);
      append_ids (json, random, "responds_to", "e", n_events, 2);
      append_ids (json, random, "places", "p", 8, 2);
      append_ids (json, random, "quotes", "q", 20, 3);
      g_string_append (json, ", 'participants': [");
      for (int j = 0; j < n_participants; j++)
        g_string_append_printf (json, "%s{'actor': 'a%d', 'role': 'host'}", j > 0 ? ", " : "", g_rand_int_range (random, 0, 12));
      g_string_append (json, "]}");
    }
  g_string_append (json, "], 'actors': [");

  for (int i = 0; i < 12; i++)
    {
      g_string_append_printf (json, "%s{'id': 'a%d', 'type': 'state', 'name': 'Actor %d'", i > 0 ? ", " : "", i, i);
      if (i > 0 && g_rand_boolean (random))
        g_string_append_printf (json, ", 'affiliations': [{'to': 'a%d'}, {'to': 'a%d'}]", g_rand_int_range (random, 0, i), g_rand_int_range (random, 0, i));
      append_ids (json, random, "members", "a", 12, 2);
      g_string_append (json, "}");
    }
  g_string_append (json, "], 'sources': [");

  for (int i = 0; i < 4; i++)
    g_string_append_printf (json, "%s{'id': 's%d', 'csl': {'type': 'article'}%s}", i > 0 ? ", " : "", i, i == 1 ? ", 'reliability': 'B'" : i == 2 ? ", 'reliability': 'F'" : "");
  g_string_append (json, "], 'quotes': [");

  for (int i = 0; i < 20; i++)
    g_string_append_printf (json, "%s{'id': 'q%d', 'source': 's%d', 'exact': '%s'}", i > 0 ? ", " : "", i, g_rand_int_range (random, 0, 4), pick (random, words));
  g_string_append (json, "], 'ties': [");

  for (int i = 0; i < 30; i++)
    {
      int from = g_rand_int_range (random, 0, 12);

      g_string_append_printf (json,
                              "%s{'id': 't%d', 'from': 'a%d', 'to': 'a%d', 'kind': 'tk', 'sign': 'neutral'",
                              i > 0 ? ", " : "",
                              i,
                              from,
                              (from + g_rand_int_range (random, 1, 12)) % 12);
      append_ids (json, random, "events", "e", n_events, 2);
      append_ids (json, random, "quotes", "q", 20, 2);
      g_string_append (json, "}");
    }
  g_string_append (json, "], 'reactions': [");

  for (int i = 0; i < 10; i++)
    {
      g_string_append_printf (json, "%s{'id': 'r%d', 'stance': '%s', 'to': ['t%d', 'e%d']", i > 0 ? ", " : "", i, stances[i % 3], i, g_rand_int_range (random, 0, n_events));
      append_ids (json, random, "actors", "a", 12, 2);
      g_string_append (json, "}");
    }
  g_string_append (json, "], 'stories': [{'id': 'story', 'title': 'Story', 'scenes': [{'id': 'scene', 'select': 'a0', 'emphasis': ['t0', 'e0']}]}]}");

  return g_string_free (json, FALSE);
}

/**
 * samples_find:
 * @document: a document
 * @id: the id of one of its records
 *
 * Returns: the record
 */
DossierRef
samples_find (DossierDocument *document, const char *id)
{
  DossierRef ref = dossier_document_lookup (document, id);

  if (!dossier_ref_is_set (ref))
    g_error ("there is no record \"%s\"", id);

  return ref;
}

/* Field by field: what is between them may be anything. */
void
samples_assert_same_span (const DossierSpan *one, const DossierSpan *other)
{
  g_assert_cmpint (one->start_earliest, ==, other->start_earliest);
  g_assert_cmpint (one->start_latest, ==, other->start_latest);
  g_assert_cmpint (one->end_earliest, ==, other->end_earliest);
  g_assert_cmpint (one->end_latest, ==, other->end_latest);
  g_assert_cmpint (one->flags, ==, other->flags);
  g_assert_cmpint (one->start_precision, ==, other->start_precision);
  g_assert_cmpint (one->end_precision, ==, other->end_precision);
}
