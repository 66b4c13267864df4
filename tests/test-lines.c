/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-record-json.h"
#include "exchange/dossier-rewriter.h"
#include "exchange/dossier-writer.h"
#include "model/dossier-json.h"

#include "generated.h"
#include "samples.h"

#include <string.h>

#define HEADING "{'dossier': 1, 'title': 'A'}\n"
#define STATE "{'actor': {'id': 'a', 'type': 'state', 'name': 'A'}}\n"

static DossierDocument *
read_lines (GBytes *bytes, const DossierLimits *limits, DossierReport *report)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/x.dossierl");
  g_autoptr (GError) error = NULL;
  DossierDocument *document = dossier_reader_read_bytes (bytes, file, limits, report, NULL, &error);

  g_assert_true ((document == NULL) == (error != NULL));
  g_assert_true ((document == NULL) == (dossier_report_get_n_errors (report) > 0));

  return document;
}

static DossierDocument *
read_lines_text (const char *text, DossierReport *report)
{
  g_autofree char *json = samples_make_json (text);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return read_lines (bytes, NULL, report);
}

/* JSON Lines, with ' in the place of ", and all that is said of them. */
static const struct
{
  const char *lines;
  const char *report;
} cases[] = {
  { HEADING STATE, "" },
  { " \n\t\r\n" HEADING "\r\n" STATE "\n", "" },
  { HEADING "{'event': {'id': 'e', 'title': 'E', 'date': '2024-13'}}\n" STATE,
    "/x.dossierl:2:45: error: /event/date: at character 6: there is no month 13; months are 01 to 12, seasons 21 to 41\n" },
  { HEADING STATE "{'event': {'id': 'é', 'title': 'é', 'weight': 101, 'titel': 1}}\n",
    "/x.dossierl:3:18: error: /event/id: \"é\" is not in the form that \"id\" must have; an id begins with a letter or a digit and has only letters and digits of ASCII and . _ : -\n"
    "/x.dossierl:3:47: error: /event/weight: 101 is too large: the most is 100\n"
    "/x.dossierl:3:52: warning: /event/titel: \"titel\" is not a field of the format; it is kept; did you mean \"title\"?\n" },
  { HEADING "{'tie': {'id': 't', 'from': 'a', 'to': 'b', 'kind': 'k', 'sign': 'neutral'}}\n",
    "/x.dossierl:2:29: error: /tie/from: nothing has the id \"a\", and an actor belongs here\n"
    "/x.dossierl:2:40: error: /tie/to: nothing has the id \"b\", and an actor belongs here\n"
    "/x.dossierl:2:53: error: /tie/kind: nothing has the id \"k\", and a kind of tie belongs here\n" },
  { HEADING STATE STATE,
    "/x.dossierl:3:18: error: /actor/id: the id \"a\" is taken: an actor has it; an id is unique in the whole dossier\n" },
  /* What is wrong with one line is no reason not to read the next. */
  { HEADING "{'actor': {'id': 'a', \n 'type': 'state'}\n{'actor': {'id': 'a', 'type': 'stat', 'name': 'A'}}\n",
    "/x.dossierl:2:23: error: /actor/id: the line ends too early; something is missing; a record stands on one line, from its “{” to its “}”; a line break within a text is written \\n\n"
    "/x.dossierl:3:2: error: a string where an object belongs\n"
    "/x.dossierl:3:8: error: “:” follows the end of the document; a document is one value, with nothing behind it\n"
    "/x.dossierl:4:31: error: /actor/type: \"stat\" is none of the words that \"type\" may be; did you mean \"state\"?\n" },
  { HEADING "{'actor': {'id': 'a', 'type': 'state', 'name': 'A\nB'}}\n",
    "/x.dossierl:2:48: error: /actor/name: the line ends too early; something is missing; a record stands on one line, from its “{” to its “}”; a line break within a text is written \\n\n"
    "/x.dossierl:3:1: error: the word “B” means nothing here; the words are true, false and null; any other is written in double quotes\n" },
  /* Without a heading that can be read, nothing is known of the rest. */
  { "{'dossier': 1,\n'title': 'A'}\n",
    "/x.dossierl:1:15: error: /dossier: the line ends too early; something is missing; a record stands on one line, from its “{” to its “}”; a line break within a text is written \\n\n" },
  { HEADING "{}\n",
    "/x.dossierl:2:1: error: a line without a record; name its type before it, such as {\"event\": {…}}\n" },
  { HEADING "{'evnt': {'id': 'e', 'title': 'E'}}\n",
    "/x.dossierl:2:2: warning: /evnt: \"evnt\" is not a field of the format; it is kept; did you mean \"event\"?\n" },
  { HEADING "{'kind': {'id': 'k', 'label': 'K'}, 'place': {'id': 'p', 'name': 'P'}}\n",
    "/x.dossierl:2:37: error: /place: a second record on one line; give each record a line of its own\n" },
  { HEADING "['actor']\n", "/x.dossierl:2:1: error: an array where an object belongs\n" },
  { HEADING "{'actor': 'a'}\n", "/x.dossierl:2:11: error: /actor: a string where an object belongs\n" },
  { "\n  \n", "/x.dossierl:3:1: error: the document is empty; the least that can be read is “{}”\n" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DossierReport) report = dossier_report_new ();
      g_autoptr (DossierDocument) document = read_lines_text (cases[i].lines, report);
      g_autofree char *text = dossier_report_to_text (report);

      g_assert_cmpstr (text, ==, cases[i].report);
    }
}

static char *
describe (DossierDocument *document)
{
  GString *text = g_string_new (NULL);

  for (int type = DOSSIER_RECORD_NONE + 1; type < DOSSIER_RECORD_SCENE; type++)
    {
      for (int i = 0; i < dossier_document_get_count (document, (DossierRecord) type); i++)
        {
          g_autoptr (JsonNode) node = dossier_record_to_json (document, (DossierRef){ (DossierRecord) type, i }, NULL);
          g_autofree char *record = dossier_json_to_text (node, TRUE);

          g_string_append (text, record);
        }
    }

  return g_string_free (text, FALSE);
}

/* Whatever way a dossier is written, it says the same, and comes back from one way to the other as it was. */
static void
test_both_ways (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autofree char *sample = samples_make_random (random, 30);
      g_autoptr (DossierDocument) document = samples_read_good (sample);
      g_autoptr (DossierReport) report = dossier_report_new ();
      g_autoptr (GBytes) lines = dossier_rewriter_write (document, DOSSIER_FORM_LINES);
      g_autoptr (DossierDocument) from_lines = read_lines (lines, NULL, report);
      g_autoptr (GBytes) laid_out = dossier_rewriter_write (document, DOSSIER_FORM_DOCUMENT);
      g_autoptr (GBytes) back = NULL;
      g_autofree char *expected = describe (document);
      g_autofree char *found = NULL;

      g_assert_nonnull (from_lines);
      g_assert_cmpint (dossier_document_get_form (from_lines), ==, DOSSIER_FORM_LINES);
      found = describe (from_lines);
      g_assert_cmpstr (found, ==, expected);

      back = dossier_rewriter_write (from_lines, DOSSIER_FORM_DOCUMENT);
      g_assert_true (g_bytes_equal (back, laid_out));
    }
}

/* What the format does not know is there after the way to lines and back. */
static void
test_unknown_is_kept (void)
{
  const char *text = "{'dossier': 1, 'title': 'A', 'x-mine': {'huge': 123456789012345678901234567890, 'e': 1.50, 'l': [], 'o': {}},\n"
                     " 'actors': [{'id': 'a', 'type': 'state', 'name': 'A', 'x': [1, [2, {'y': null}]]}]}";
  g_autofree char *json = samples_make_json (text);
  g_autofree char *expected_lines = samples_make_json ("{'dossier':1,'title':'A','x-mine':{'huge':123456789012345678901234567890,'e':1.50,'l':[],'o':{}}}\n"
                                                       "{'actor':{'id':'a','type':'state','name':'A','x':[1,[2,{'y':null}]]}}\n"
                                                       "{'x-more':{'z':1}}\n");
  g_autofree char *expected = samples_make_json ("{\n  'dossier': 1,\n  'title': 'A',\n"
                                                 "  'x-mine': {\n    'huge': 123456789012345678901234567890,\n    'e': 1.50,\n    'l': [],\n    'o': {}\n  },\n"
                                                 "  'actors': [\n    {\n      'id': 'a',\n      'type': 'state',\n      'name': 'A',\n"
                                                 "      'x': [\n        1,\n        [\n          2,\n          {\n            'y': null\n          }\n        ]\n      ]\n    }\n  ],\n"
                                                 "  'x-more': [\n    {\n      'z': 1\n    }\n  ]\n}\n");
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = dossier_reader_read_bytes (bytes, NULL, NULL, report, NULL, NULL);
  g_autoptr (GBytes) lines = dossier_rewriter_write (document, DOSSIER_FORM_LINES);
  g_autoptr (GString) more = g_string_new_len (g_bytes_get_data (lines, NULL), (gssize) g_bytes_get_size (lines));
  g_autoptr (GBytes) more_bytes = NULL;
  g_autoptr (DossierDocument) from_lines = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GBytes) back = NULL;

  g_string_append (more, "{\"x-more\": {\"z\": 1}}");
  more_bytes = g_bytes_new (more->str, more->len);
  from_lines = read_lines (more_bytes, NULL, report);
  again = dossier_rewriter_write (from_lines, DOSSIER_FORM_LINES);
  g_assert_cmpmem (g_bytes_get_data (again, NULL), g_bytes_get_size (again), expected_lines, strlen (expected_lines));

  back = dossier_rewriter_write (from_lines, DOSSIER_FORM_DOCUMENT);
  g_assert_cmpmem (g_bytes_get_data (back, NULL), g_bytes_get_size (back), expected, strlen (expected));
}

/* A change touches its own line alone. */
static void
test_change (void)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = read_lines_text (HEADING STATE "{'actor': {'id': 'b', 'type': 'state', 'name': 'B'}}\n"
                                                          "{'place': {'id': 'p', 'name': 'P'}}",
                                                          report);
  g_autofree char *expected = samples_make_json (HEADING "{'actor': {'id': 'b', 'type': 'state', 'name': {'en':'B','de':'Be'}, 'symbol': 'BB'}}\n"
                                                         "{'place': {'id': 'p', 'name': 'P'}}\n"
                                                         "{'event': {'id':'e','title':'E\\n2'}}\n");
  g_autoptr (DossierWriter) writer = dossier_writer_new (document);
  g_autoptr (JsonNode) name = json_from_string ("{\"en\": \"B\", \"de\": \"Be\"}", NULL);
  g_autoptr (JsonNode) symbol = json_from_string ("\"BB\"", NULL);
  g_autoptr (JsonNode) event = json_from_string ("{\"id\": \"e\", \"title\": \"E\\n2\"}", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DossierDocument) changed = NULL;

  dossier_writer_remove_record (writer, samples_find (document, "a"));
  dossier_writer_set_field (writer, samples_find (document, "b"), "name", name);
  dossier_writer_set_field (writer, samples_find (document, "b"), "symbol", symbol);
  dossier_writer_add_record (writer, DOSSIER_RECORD_EVENT, event);
  bytes = dossier_writer_write (writer);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));

  changed = read_lines (bytes, NULL, report);
  g_assert_nonnull (changed);
}

/* Wherever a stream breaks off, it is whole up to the last line, or the broken line is named. */
static void
test_truncated (void)
{
  g_autoptr (GBytes) bytes = generated_make_bytes (3, 7, GENERATED_LINES);
  const char *data = g_bytes_get_data (bytes, NULL);
  gsize size = g_bytes_get_size (bytes);
  int n_lines = 1;

  for (gsize length = 1; length < size; length += 1 + length / 200)
    {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, length);
      g_autoptr (DossierReport) report = dossier_report_new ();
      g_autoptr (DossierDocument) document = read_lines (part, NULL, report);
      gboolean at_end = data[length] == '\n' || data[length - 1] == '\n';
      gboolean broken = FALSE;

      n_lines = 1;
      for (gsize i = 0; i < length; i++)
        n_lines += data[i] == '\n';
      for (int i = 0; i < dossier_report_get_n_kept (report); i++)
        {
          const DossierDiagnostic *diagnostic = dossier_report_get (report, i);

          if (diagnostic->stage == DOSSIER_STAGE_SYNTAX)
            {
              broken = TRUE;
              g_assert_cmpint (diagnostic->line, ==, n_lines);
            }
        }
      g_assert_cmpint (broken, ==, !at_end);
    }
}

static void
test_limits (void)
{
  static const struct
  {
    DossierLimits limits;
    const char *message;
  } limited[] = {
    { { 100, 128, 100, 100 }, "/x.dossierl:1:1: error: the document is larger than it may be, 100 bytes; raise the limit if it can be trusted\n" },
    { { 1000, 2, 100, 100 }, "/x.dossierl:3:58: error: /event/places: more than 2 objects and arrays within each other; raise the limit if the document can be trusted\n" },
    { { 1000, 128, 10, 100 }, "/x.dossierl:3:32: error: /event/title: a string longer than it may be, 10 bytes; a double quote may be missing; or raise the limit if the document can be trusted\n" },
  };
  g_autofree char *json = samples_make_json (HEADING STATE "{'event': {'id': 'e', 'title': 'A long title', 'places': []}}\n");
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  for (gsize i = 0; i < G_N_ELEMENTS (limited); i++)
    {
      g_autoptr (DossierReport) report = dossier_report_new ();
      g_autoptr (DossierDocument) document = read_lines (bytes, &limited[i].limits, report);
      g_autofree char *text = dossier_report_to_text (report);

      g_assert_null (document);
      g_assert_cmpstr (text, ==, limited[i].message);
    }
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    gboolean is_named;
    DossierForm form;
  } names[] = {
    { "a.dossier", TRUE, DOSSIER_FORM_DOCUMENT },
    { "a.json", TRUE, DOSSIER_FORM_DOCUMENT },
    { "/b.c/a.dossierl", TRUE, DOSSIER_FORM_LINES },
    { "A.JSONL", TRUE, DOSSIER_FORM_LINES },
    { "a.txt", FALSE, DOSSIER_FORM_DOCUMENT },
    { "jsonl", FALSE, DOSSIER_FORM_DOCUMENT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (names[i].name);
      DossierForm form;

      g_assert_cmpint (dossier_form_is_named (names[i].name, &form), ==, names[i].is_named);
      g_assert_cmpint (dossier_form_of_file (file), ==, names[i].form);
    }
  g_assert_cmpint (dossier_form_of_file (NULL), ==, DOSSIER_FORM_DOCUMENT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lines/cases", test_cases);
  g_test_add_func ("/lines/both-ways", test_both_ways);
  g_test_add_func ("/lines/unknown-is-kept", test_unknown_is_kept);
  g_test_add_func ("/lines/change", test_change);
  g_test_add_func ("/lines/truncated", test_truncated);
  g_test_add_func ("/lines/limits", test_limits);
  g_test_add_func ("/lines/names", test_names);

  return g_test_run ();
}
