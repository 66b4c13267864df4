/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-report.h"

#include "model/dossier-harmless.h"
#include "model/dossier-pointer.h"
#include "model/dossier-scanner.h"
#include "model/dossier-suggest.h"

#include <string.h>

static void
add (DossierReport *report, DossierSeverity severity, const char *file, int line, int column, const char *message)
{
  DossierDiagnostic diagnostic = {
    .severity = severity,
    .stage = DOSSIER_STAGE_MEANING,
    .file = file,
    .line = line,
    .column = column,
    .message = message,
  };

  dossier_report_add (report, &diagnostic);
}

static void
test_empty (void)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autofree char *text = dossier_report_to_text (report);
  g_autofree char *json = dossier_report_to_json_text (report);

  g_assert_cmpstr (text, ==, "");
  g_assert_cmpint (dossier_report_get_n_errors (report), ==, 0);
  g_assert_cmpint (dossier_report_get_n_kept (report), ==, 0);
  g_assert_null (dossier_report_to_error (report));
  g_assert_nonnull (strstr (json, "\"errors\" : 0"));
}

static void
test_text (void)
{
  static const DossierDiagnostic cases[] = {
    { DOSSIER_SEVERITY_ERROR, DOSSIER_STAGE_MEANING, "unknown-id", "a.dossier", 3, 14, "/events/3/actor", "no actor “PRC”", "did you mean “CHN”?" },
    { DOSSIER_SEVERITY_WARNING, DOSSIER_STAGE_SCHEMA, "unknown-field", "a.dossier", 7, 0, "/x~1y", "an unknown field", NULL },
    { DOSSIER_SEVERITY_ERROR, DOSSIER_STAGE_FILE, NULL, NULL, 0, 0, NULL, "there is no file “b”", NULL },
    { DOSSIER_SEVERITY_ERROR, DOSSIER_STAGE_SYNTAX, NULL, NULL, 2, 5, "", "a comment", "remove it" },
    { DOSSIER_SEVERITY_ERROR, DOSSIER_STAGE_FILE, NULL, "c", 0, 9, NULL, "is empty", NULL },
  };
  static const char *const expected[] = {
    "a.dossier:3:14: error: /events/3/actor: no actor “PRC”; did you mean “CHN”?",
    "a.dossier:7: warning: /x~1y: an unknown field",
    "error: there is no file “b”",
    "2:5: error: a comment; remove it",
    "c: error: is empty",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = dossier_diagnostic_to_text (&cases[i]);

      g_assert_cmpstr (text, ==, expected[i]);
    }
}

static void
test_order (void)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierReport) same = dossier_report_ref (report);
  g_autofree char *text = NULL;

  add (report, DOSSIER_SEVERITY_ERROR, "b", 9, 1, "six");
  add (report, DOSSIER_SEVERITY_WARNING, "a", 2, 1, "nine");
  add (report, DOSSIER_SEVERITY_ERROR, "b", 2, 10, "five");
  add (report, DOSSIER_SEVERITY_WARNING, "b", 2, 9, "two");
  add (report, DOSSIER_SEVERITY_ERROR, "b", 2, 9, "three");
  add (report, DOSSIER_SEVERITY_ERROR, "a", 1, 1, "eight");
  add (report, DOSSIER_SEVERITY_ERROR, "b", 2, 9, "four");
  add (report, DOSSIER_SEVERITY_ERROR, "b", 0, 0, "one");
  g_assert_cmpstr (dossier_report_get (report, 0)->message, ==, "one");
  add (report, DOSSIER_SEVERITY_ERROR, "b", 10, 1, "seven");

  text = dossier_report_to_text (same);
  g_assert_cmpstr (text,
                   ==,
                   "b: error: one\n"
                   "b:2:9: warning: two\n"
                   "b:2:9: error: three\n"
                   "b:2:9: error: four\n"
                   "b:2:10: error: five\n"
                   "b:9:1: error: six\n"
                   "b:10:1: error: seven\n"
                   "a:1:1: error: eight\n"
                   "a:2:1: warning: nine\n");
  g_assert_cmpint (dossier_report_get_n_errors (report), ==, 7);
  g_assert_cmpint (dossier_report_get_n_warnings (report), ==, 2);
}

static void
test_many (void)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  for (int i = 1; i <= 150; i++)
    {
      g_autofree char *message = g_strdup_printf ("number %d", i);

      g_assert_cmpint (dossier_report_has_room (report, DOSSIER_SEVERITY_ERROR), ==, i <= DOSSIER_REPORT_MOST);
      add (report, DOSSIER_SEVERITY_ERROR, "a", i, 1, message);
    }
  g_assert_true (dossier_report_has_room (report, DOSSIER_SEVERITY_WARNING));
  for (int i = 1; i <= 100; i++)
    add (report, DOSSIER_SEVERITY_WARNING, "a", i, 1, "warning");
  dossier_report_count (report, DOSSIER_SEVERITY_WARNING);

  g_assert_cmpint (dossier_report_get_n_errors (report), ==, 150);
  g_assert_cmpint (dossier_report_get_n_warnings (report), ==, 101);
  g_assert_cmpint (dossier_report_get_n_kept (report), ==, 200);

  text = dossier_report_to_text (report);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 203);
  g_assert_cmpstr (lines[198], ==, "a:100:1: error: number 100");
  g_assert_cmpstr (lines[200], ==, "and 50 more errors");
  g_assert_cmpstr (lines[201], ==, "and 1 more warning");

  error = dossier_report_to_error (report);
  g_assert_error (error, DOSSIER_ERROR, DOSSIER_ERROR_MEANING);
  g_assert_cmpstr (error->message, ==, "a:1:1: number 1 (and 149 more errors)");
}

/* What comes of a dossier, or of the name of its file, must not reach a terminal as it is. */
static void
test_harmless (void)
{
  static const struct
  {
    const char *text;
    const char *one_line;
    const char *lines;
  } cases[] = {
    { "", "", "" },
    { "plain, \u00e9 \u5bf9\u8bdd \U0001f600", "plain, \u00e9 \u5bf9\u8bdd \U0001f600", "plain, \u00e9 \u5bf9\u8bdd \U0001f600" },
    { "a\nb\tc", "a\\nb\\tc", "a\nb\tc" },
    { "a\rb", "a\\u000db", "a\\u000db" },
    { "\x1b[31mred", "\\u001b[31mred", "\\u001b[31mred" },
    { "\x7f", "\\u007f", "\\u007f" },
    { "\xc2\x9b"
      "31m",
      "\\u009b31m",
      "\\u009b31m" },
    { "\u202eevil\u202c", "\\u202eevil\\u202c", "\\u202eevil\\u202c" },
    { "\u2066\u2067\u2068\u2069\u061c\u200e\u200f", "\\u2066\\u2067\\u2068\\u2069\\u061c\\u200e\\u200f", "\\u2066\\u2067\\u2068\\u2069\\u061c\\u200e\\u200f" },
    { "\u2028\u2029", "\\u2028\\u2029", "\\u2028\\u2029" },
    { "\ufeff\u200b", "\\ufeff\\u200b", "\\ufeff\\u200b" },
    { "\U000e0041", "\\udb40\\udc41", "\\udb40\\udc41" },
    { "\u200d\u200c", "\u200d\u200c", "\u200d\u200c" },
    { "\u05e9\u05dc\u05d5\u05dd", "\u05e9\u05dc\u05d5\u05dd", "\u05e9\u05dc\u05d5\u05dd" },
    { "a\xff\xc3", "a\ufffd\ufffd", "a\ufffd\ufffd" },
  };
  DossierDiagnostic evil = {
    .file = "\x1b]0;x\x07.dossier",
    .line = 1,
    .column = 1,
    .pointer = "/\u202e",
    .message = "no “\x1b[2J\n”",
    .suggestion = "\r",
  };
  g_autofree char *text = dossier_diagnostic_to_text (&evil);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *one_line = dossier_make_harmless (cases[i].text, DOSSIER_HARMLESS_ONE_LINE);
      g_autofree char *lines = dossier_make_harmless (cases[i].text, DOSSIER_HARMLESS_KEEP_LINES);

      g_assert_cmpstr (one_line, ==, cases[i].one_line);
      g_assert_cmpstr (lines, ==, cases[i].lines);
    }

  g_assert_cmpstr (text, ==, "\\u001b]0;x\\u0007.dossier:1:1: error: /\\u202e: no “\\u001b[2J\\n”; \\u000d");
}

static void
test_json (void)
{
  static const DossierDiagnostic diagnostic = {
    DOSSIER_SEVERITY_ERROR, DOSSIER_STAGE_SCHEMA, "type", "a\u202e.dossier", 3, 14, "/a", "\xc2\x9b \x1f \"\\\n\xff", "\U000e0041"
  };
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (DossierScanner) scanner = { 0 };
  JsonObject *root, *object;

  dossier_report_add (report, &diagnostic);
  add (report, DOSSIER_SEVERITY_WARNING, NULL, 0, 0, "plain");
  text = dossier_report_to_json_text (report);

  /* It is JSON even by our own lights, and nothing in it is seen by a terminal but new lines. */
  dossier_scanner_init (&scanner, text, strlen (text), NULL);
  g_assert_true (dossier_scanner_skip_value (&scanner, NULL));
  g_assert_cmpint (dossier_scanner_next (&scanner), ==, DOSSIER_TOKEN_END);
  g_assert_null (strstr (text, "\u202e"));
  g_assert_null (strstr (text, "\xc2\x9b"));

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpint (json_object_get_int_member (root, "errors"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (root, "warnings"), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "diagnostics")), ==, 2);

  object = json_array_get_object_element (json_object_get_array_member (root, "diagnostics"), 0);
  g_assert_cmpuint (json_object_get_size (object), ==, 9);
  g_assert_cmpstr (json_object_get_string_member (object, "severity"), ==, "error");
  g_assert_cmpstr (json_object_get_string_member (object, "stage"), ==, "schema");
  g_assert_cmpstr (json_object_get_string_member (object, "id"), ==, "type");
  g_assert_cmpstr (json_object_get_string_member (object, "file"), ==, "a\u202e.dossier");
  g_assert_cmpint (json_object_get_int_member (object, "line"), ==, 3);
  g_assert_cmpint (json_object_get_int_member (object, "column"), ==, 14);
  g_assert_cmpstr (json_object_get_string_member (object, "pointer"), ==, "/a");
  g_assert_cmpstr (json_object_get_string_member (object, "message"), ==, "\xc2\x9b \x1f \"\\\n\ufffd");
  g_assert_cmpstr (json_object_get_string_member (object, "suggestion"), ==, "\U000e0041");

  object = json_array_get_object_element (json_object_get_array_member (root, "diagnostics"), 1);
  g_assert_cmpuint (json_object_get_size (object), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (object, "severity"), ==, "warning");
}

static void
test_error (void)
{
  static const DossierStage stages[] = { DOSSIER_STAGE_FILE, DOSSIER_STAGE_SYNTAX, DOSSIER_STAGE_SCHEMA, DOSSIER_STAGE_MEANING };
  static const DossierError codes[] = { DOSSIER_ERROR_FILE, DOSSIER_ERROR_SYNTAX, DOSSIER_ERROR_SCHEMA, DOSSIER_ERROR_MEANING };

  for (gsize i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      g_autoptr (DossierReport) report = dossier_report_new ();
      g_autoptr (GError) error = NULL;
      DossierDiagnostic diagnostic = { .stage = stages[i], .line = 4, .message = "wrong" };

      add (report, DOSSIER_SEVERITY_WARNING, NULL, 1, 1, "not this");
      g_assert_null (dossier_report_to_error (report));
      dossier_report_add (report, &diagnostic);
      error = dossier_report_to_error (report);
      g_assert_error (error, DOSSIER_ERROR, (int) codes[i]);
      g_assert_cmpstr (error->message, ==, "4: wrong");
    }
}

static void
test_pointer (void)
{
  g_autoptr (GString) pointer = g_string_new (NULL);

  dossier_pointer_append_name (pointer, "events");
  dossier_pointer_append_index (pointer, 12);
  dossier_pointer_append_name (pointer, "a/b~c~1");
  dossier_pointer_append_name (pointer, "");
  g_assert_cmpstr (pointer->str, ==, "/events/12/a~1b~0c~01/");
}

static void
test_suggest (void)
{
  static const char *const names[] = { "title", "titel-page", "summary", "participants", "date", "dates", "CHN", "RUS", "\u00c9v\u00e9nement", "x", "ab", NULL, "\xff\xfe", "kind" };
  static const struct
  {
    const char *wrong;
    const char *expected;
  } cases[] = {
    { "titel", "title" },
    { "tilte", "title" },
    { "Title", "title" },
    { "TITLE", "title" },
    { "titles", "title" },
    { "tle", NULL },
    { "sumary", "summary" },
    { "participant", "participants" },
    { "partecipents", "participants" },
    { "partcpnts", "participants" },
    { "prtcpnts", NULL },
    { "dat", "date" },
    { "datez", "date" },
    { "chn", "CHN" },
    { "PRC", NULL },
    { "RSU", "RUS" },
    { "\u00e9v\u00c8nement", "\u00c9v\u00e9nement" },
    { "evenement", "\u00c9v\u00e9nement" },
    { "X", "x" },
    { "y", NULL },
    { "ba", "ab" },
    { "", NULL },
    { "\xff\xfe", NULL },
    { "something else entirely", NULL },
  };
  g_autofree char *longest = g_strnfill (1000, 'a');
  const char *long_names[] = { longest, "b" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpstr (dossier_suggest (cases[i].wrong, names, G_N_ELEMENTS (names)), ==, cases[i].expected);
    }

  g_assert_null (dossier_suggest ("title", names, 0));
  g_assert_null (dossier_suggest (longest, long_names, 2));
}

/* The whole distance, without any of the short cuts. */
static int
measure_plainly (const char *a, const char *b)
{
  int n_a = (int) strlen (a);
  int n_b = (int) strlen (b);
  int d[16][16];

  for (int i = 0; i <= n_a; i++)
    {
      for (int j = 0; j <= n_b; j++)
        {
          if (i == 0 || j == 0)
            {
              d[i][j] = i + j;
              continue;
            }
          d[i][j] = MIN (d[i - 1][j - 1] + (a[i - 1] != b[j - 1]), MIN (d[i - 1][j], d[i][j - 1]) + 1);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            d[i][j] = MIN (d[i][j], d[i - 2][j - 2] + 1);
        }
    }

  return d[n_a][n_b];
}

static void
test_suggest_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  int n_found = 0;

  for (int i = 0; i < 30000; i++)
    {
      char a[16] = "";
      char b[16] = "";
      const char *names[] = { b };
      int n_a = g_rand_int_range (rand, 1, 13);
      int n_b = g_rand_int_range (rand, 1, 13);
      int most = n_a == 1 ? 0 : n_a <= 4 ? 1
                            : n_a <= 8   ? 2
                                         : 3;
      gboolean found;

      for (int j = 0; j < n_a; j++)
        a[j] = (char) ('a' + g_rand_int_range (rand, 0, 3));
      for (int j = 0; j < n_b; j++)
        b[j] = (char) ('a' + g_rand_int_range (rand, 0, 3));

      found = dossier_suggest (a, names, 1) != NULL;
      g_assert_cmpint (found, ==, measure_plainly (a, b) <= most);
      n_found += found;
    }

  g_assert_cmpint (n_found, >, 1000);
}

static void
test_suggest_many (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gint64 begin;

  for (int i = 0; i < 100000; i++)
    g_ptr_array_add (names, g_strdup_printf ("event-%05d", i));

  begin = g_get_monotonic_time ();
  g_assert_cmpstr (dossier_suggest ("evnet-77777", (const char *const *) names->pdata, 100000), ==, "event-77777");
  g_assert_cmpstr (dossier_suggest ("event-1234x", (const char *const *) names->pdata, 100000), ==, "event-12340");
  g_test_message ("two of a hundred thousand: %" G_GINT64_FORMAT " \u00b5s", g_get_monotonic_time () - begin);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/empty", test_empty);
  g_test_add_func ("/report/text", test_text);
  g_test_add_func ("/report/order", test_order);
  g_test_add_func ("/report/many", test_many);
  g_test_add_func ("/report/harmless", test_harmless);
  g_test_add_func ("/report/json", test_json);
  g_test_add_func ("/report/error", test_error);
  g_test_add_func ("/report/pointer", test_pointer);
  g_test_add_func ("/report/suggest", test_suggest);
  g_test_add_func ("/report/suggest-random", test_suggest_random);
  g_test_add_func ("/report/suggest-many", test_suggest_many);

  return g_test_run ();
}
