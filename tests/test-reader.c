/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-reader.h"

#include "samples.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>

/* Documents, with ' in the place of ", and all that is said of them. */
static const struct
{
  const char *document;
  const char *report;
} cases[] = {
  { "{'dossier': 1, 'title': 'A'",
    "1:28: error: /title: the document ends too early; something is missing: close every “{” and “[”, or look for the complete file\n" },
  { "{'dossier': 1,\n 'title': 'A',}",
    "2:14: error: /title: a comma behind the last value; remove the comma\n" },
  { "{'dossier': 1,\n 'title': nul}",
    "2:11: error: /title: the word “nul” means nothing here; the words are true, false and null; any other is written in double quotes\n" },
  { "{'dossier': 1, 'title': 'A'} x",
    "1:30: error: “x” follows the end of the document; a document is one value, with nothing behind it\n" },
  { "{'dossier': 1, 'title': 'é\\ud800'}",
    "1:27: error: /title: “\\ud800” is half a character; write both halves, as \\ud83d\\ude00, or the character itself\n" },
  { "{'dossier': 1, 'title': 'A', 'title': 'B'}",
    "1:30: error: /title: \"title\" stands twice in one object; keep one of the two\n" },
  { "{'dossier': 1, 'title': {'en': 'A', 'en': 'B'}}",
    "1:37: error: /title/en: this name stands twice in one object; keep one of the two\n" },
  { "{'dossier': 1, 'x': 1, 'title': {'en': 'A', 'en': 'B'}, 'y': 2, 'x': 3}",
    "1:16: warning: /x: \"x\" is not a field of the format; it is kept\n"
    "1:45: error: /title/en: this name stands twice in one object; keep one of the two\n"
    "1:57: warning: /y: \"y\" is not a field of the format; it is kept\n"
    "1:65: warning: /x: \"x\" is not a field of the format; it is kept\n"
    "1:65: error: /x: this name stands twice in one object; keep one of the two\n" },
  { "[]",
    "1:1: error: an array where an object belongs\n" },
  { "{'title': 'A'}",
    "1:1: error: \"dossier\" is missing\n" },
  { "{'dossier': 2, 'title': 'A'}",
    "1:13: error: /dossier: 2 is too large: the most is 1\n" },
  { "{'dossier': 1.5, 'title': 'A'}",
    "1:13: error: /dossier: a number with a fraction where a whole number belongs\n" },
  { "{'dossier': 1e99, 'title': 'A'}",
    "1:13: error: /dossier: this number is too large\n" },
  { "{'dossier': 1, 'title': []}",
    "1:25: error: /title: an array where a string, or an object of one string a language, belongs\n" },
  { "{'dossier': 1, 'title': {}}",
    "1:25: error: /title: a text in no language; give it in one at least, such as {\"en\": \"…\"}\n" },
  { "{'dossier': 1, 'title': {'en_GB': 'A'}}",
    "1:26: error: /title/en_GB: \"en_GB\" is not in the form that \"language\" must have; a language tag looks like en, ko or zh-Hans\n" },
  { "{'dossier': 1, 'title': {'en': null}}",
    "1:32: error: /title/en: null where a string belongs\n" },
  { "{'dossier': 1, 'title': 'A', 'editors': 'B'}",
    "1:41: error: /editors: a string where an array belongs\n" },
  { "{'dossier': 1, 'title': 'A', 'editors': ['B', '']}",
    "1:47: error: /editors/1: this must not be empty\n" },
  { "{'dossier': 1, 'title': 'A', 'kinds': {}}",
    "1:39: error: /kinds: an object where an array belongs\n" },
  { "{'dossier': 1, 'title': 'A', 'kinds': [\n  {'id': 'k', 'label': 'K', 'color': 'red'}]}",
    "2:38: error: /kinds/0/color: \"red\" is not in the form that \"color\" must have; a colour looks like #1c71d8\n" },
  { "{'dossier': 1, 'title': 'A', 'kinds': [\n  {'id': 'k k', 'label': 'K'}]}",
    "2:10: error: /kinds/0/id: \"k k\" is not in the form that \"id\" must have; an id begins with a letter or a digit and has only letters and digits of ASCII and . _ : -\n" },
  { "{'dossier': 1, 'title': 'A', 'kinds': [\n  {'label': 'K'}]}",
    "2:3: error: /kinds/0: \"id\" is missing\n" },
  { "{'dossier': 1, 'title': 'A', 'places': [{'id': 'p', 'name': 'P', 'latitude': 91}]}",
    "1:78: error: /places/0/latitude: 91 is too large: the most is 90\n" },
  { "{'dossier': 1, 'title': 'A', 'places': [{'id': 'p', 'name': 'P', 'latitude': -91}]}",
    "1:78: error: /places/0/latitude: -91 is too small: the least is -90\n" },
  { "{'dossier': 1, 'title': 'A', 'places': [{'id': 'p', 'name': 'P', 'latitude': 1e999}]}",
    "1:78: error: /places/0/latitude: this number is too large\n" },
  { "{'dossier': 1, 'title': 'A', 'actors': [{'id': 'a', 'type': 'sate', 'name': 'A'}]}",
    "1:61: error: /actors/0/type: \"sate\" is none of the words that \"type\" may be; did you mean \"state\"?\n" },
  { "{'dossier': 1, 'title': 'A', 'actors': [{'id': 'a', 'type': 'x', 'name': 'A'}]}",
    "1:61: error: /actors/0/type: \"x\" is none of the words that \"type\" may be; one of \"state\", \"person\", \"organisation\", \"group\"\n" },
  { "{'dossier': 1, 'title': 'A', 'actors': [{'id': 'a', 'type': 'state', 'name': 'A', 'symbol': 'ABCDE'}]}",
    "1:93: error: /actors/0/symbol: this is longer than 4 characters\n" },
  { "{'dossier': 1, 'title': 'A', 'actors': [{'id': 'a', 'type': 'state', 'name': 'A', 'position': {'x': 0, 'y': 0, 'pinned': 1}}]}",
    "1:122: error: /actors/0/position/pinned: a number where true or false belongs\n" },
  { "{'dossier': 1, 'title': 'A', 'sources': [{'id': 's', 'csl': {}}]}",
    "1:61: error: /sources/0/csl: \"type\" is missing; name the CSL type, such as \"article\", \"report\" or \"webpage\"\n" },
  { "{'dossier': 1, 'title': 'A', 'stories': [{'id': 's', 'title': 'S', 'scenes': [{'id': 'c', 'camera': {'x': 0, 'y': 0, 'zoom': 0}}]}]}",
    "1:126: error: /stories/0/scenes/0/camera/zoom: 0 is too small: it must be above 0\n" },
  { "{'dossier': 1, 'titel': 'A', 'title': 'A'}",
    "1:16: warning: /titel: \"titel\" is not a field of the format; it is kept; did you mean \"title\"?\n" },
  { "{'dossier': 1, 'title': 'A', 'a/b~c': 1}",
    "1:30: warning: /a~1b~0c: \"a/b~c\" is not a field of the format; it is kept\n" },
  { "{'dossier': 1, 'title': 'A', 'events': [{'id': 'e', 'title': 'E', 'date': '2024-02-30'}]}",
    "1:75: error: /events/0/date: at character 9: there is no day 30 in that month, which has 29 days\n" },
  { "{'dossier': 1, 'title': 'A', 'events': [{'id': 'e', 'title': 'E', 'date': '2024/2023'}]}",
    "1:75: error: /events/0/date: the interval \"2024/2023\" runs backward; the earlier date comes first\n" },
  { "{'dossier': 1, 'title': 'A', 'events': [\n  {'id': 'e', 'title': 'E', 'participants': [{'actor': 'PRC'}]}],\n 'actors': [{'id': 'CHN', 'type': 'state', 'name': 'China'}, {'id': 'PRK', 'type': 'state', 'name': 'North Korea'}]}",
    "2:56: error: /events/0/participants/0/actor: nothing has the id \"PRC\", and an actor belongs here; did you mean \"PRK\"?\n" },
  { "{'dossier': 1, 'title': 'A', 'events': [\n  {'id': 'e', 'title': 'E', 'places': ['k']}], 'kinds': [{'id': 'k', 'label': 'K'}]}",
    "2:40: error: /events/0/places/0: \"k\" is a kind where a place belongs\n" },
  { "{'dossier': 1, 'title': 'A', 'notes': [{'id': 'n', 'type': 'gap', 'about': ['m'], 'title': 'N'}]}",
    "1:77: error: /notes/0/about/0: nothing has the id \"m\", and something of the dossier belongs here\n" },
  { "{'dossier': 1, 'title': 'A', 'kinds': [{'id': 'k', 'label': 'K'},\n{'id': 'k', 'label': 'L'}]}",
    "2:8: error: /kinds/1/id: the id \"k\" is taken: a kind has it; an id is unique in the whole dossier\n" },
  { "{'dossier': 1, 'title': 'A', 'actors': [\n{'id': 'a', 'type': 'state', 'name': 'A', 'affiliations': [{'to': 'b'}]},\n{'id': 'b', 'type': 'state', 'name': 'B', 'affiliations': [{'to': 'a'}]}]}",
    "2:1: error: /actors/0: a circle: a → b → a; nothing belongs to itself, directly or by others\n" },
  { "{'dossier': 1, 'title': 'A', 'sources': [{'id': 's', 'csl': {'type': 'book'}}], 'quotes': [{'id': 'q', 'source': 's', 'exact': 'word', 'start': 1, 'end': 6}]}",
    "1:92: error: /quotes/0: \"exact\" has 4 characters, and \"start\" and \"end\" are 5 apart; offsets count Unicode code points in the text of the source\n" },
  { "{'dossier': 1, 'title': 'A', 'sources': [{'id': 's', 'csl': {'type': 'book'}}], 'quotes': [{'id': 'q', 'source': 's', 'exact': 'word', 'start': 1}]}",
    "1:92: error: /quotes/0: a quote with only one of \"start\" and \"end\"; give both or neither\n" },
  { "{'dossier': 1, 'title': 'A', 'sources': [{'id': 's', 'csl': {'type': 'book'}}], 'quotes': [{'id': 'q', 'source': 's', 'exact': 'word', 'hedges': ['may']}]}",
    "1:92: error: /quotes/0: the hedge \"may\" does not stand in \"exact\"; write it letter for letter as in the quote\n" },
  { "{'dossier': 1, 'title': 'A', 'stories': [{'id': 's', 'title': 'S', 'scenes': [{'id': 's'}]}]}",
    "1:86: error: /stories/0/scenes/0/id: the id \"s\" is taken: a story has it; an id is unique in the whole dossier\n" },
  { "{'dossier': 1, 'title': 'A', 'stories': [{'id': 's', 'title': 'S', 'scenes': [\n{'id': 'a'},\n{'id': 'b'},\n{'id': 'a'}]}]}",
    "4:8: error: /stories/0/scenes/2/id: the id \"a\" is taken: a scene has it; an id is unique in the whole dossier\n" },
  { "{'dossier': 1, 'title': 'A', 'kinds': [\n  {'id': 'k', 'label': 'K'}], 'ties': [{'id': 't', 'from': 'a', 'to': 'a', 'kind': 'tk', 'sign': 'neutral'}], 'tie_kinds': [{'id': 'tk', 'label': 'T'}], 'actors': [{'id': 'a', 'type': 'state', 'name': 'A'}]}",
    "2:40: error: /ties/0: a tie from \"a\" to itself; a tie stands between two actors\n" },
  { "{'dossier': 1, 'title': 'A', 'claims': [{'id': 'c', 'title': 'C', 'type': 'risk', 'bearings': [{'hypothesis': 'h', 'stance': 'supports'}, {'hypothesis': 'h', 'stance': 'opposes'}]}], 'hypotheses': [{'id': 'h', 'title': 'H'}]}",
    "1:41: error: /claims/0: two bearings on the hypothesis \"h\"; give at most one for each hypothesis\n" },
  { "{'dossier': 1, 'title': 'A', 'stories': [{'title': 'S', 'scenes': [{'id': 's'}],\n 'id': 's'}]}",
    "2:8: error: /stories/0/id: the id \"s\" is taken: a scene has it; an id is unique in the whole dossier\n" },
  { "{'dossier': 1, 'title': 'A', 'events': [{'title': 'E'}, {'id': 'e', 'title': 'F'},\n {'title': 'G', 'id': 'e'}]}",
    "1:41: error: /events/0: \"id\" is missing\n"
    "2:23: error: /events/2/id: the id \"e\" is taken: an event has it; an id is unique in the whole dossier\n" },
  { "{'dossier': 1, 'title': 'A', 'events': [{'id': 'e', 'title': 'E', 'places': [1, 'p']}, null, {'id': 'f', 'title': 'F', 'tags': [[]]}]}",
    "1:78: error: /events/0/places/0: a number where a string belongs\n"
    "1:81: error: /events/0/places/1: nothing has the id \"p\", and a place belongs here\n"
    "1:88: error: /events/1: null where an object belongs\n"
    "1:129: error: /events/2/tags/0: an array where a string belongs\n" },
};

static void
test_messages (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DossierReport) report = dossier_report_new ();
      g_autoptr (DossierDocument) document = samples_read (cases[i].document, report);
      g_autofree char *text = dossier_report_to_text (report);

      g_test_message ("%s", cases[i].document);
      g_assert_cmpstr (text, ==, cases[i].report);
    }
}

/* The error says what the report says first. */
static void
test_error (void)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("[]", 2);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/a.dossier");
  g_autoptr (GError) error = NULL;

  g_assert_null (dossier_reader_read_bytes (bytes, file, NULL, report, NULL, &error));
  g_assert_error (error, DOSSIER_ERROR, DOSSIER_ERROR_SCHEMA);
  g_assert_cmpstr (error->message, ==, "/nowhere/a.dossier:1:1: an array where an object belongs");
}

static char *
make_events (int n, const char *rest)
{
  GString *json = g_string_new ("{'dossier': 1, 'title': 'A', 'events': [");

  for (int i = 0; i < n; i++)
    g_string_append_printf (json, "%s\n{'id': 'e%d', 'title': 'E'%s}", i > 0 ? "," : "", i, rest);
  g_string_append (json, "]}");

  return g_string_free (json, FALSE);
}

static void
test_many_errors (void)
{
  static const struct
  {
    const char *rest;
    int n_errors;
    int n_warnings;
  } many[] = {
    { ", 'weight': 101", 250, 0 },
    { ", 'weigth': 50", 0, 250 },
    { ", 'weigth': 1, 'date': 'soon'", 250, 250 },
    { ", 'kind': 'k'", 250, 0 },
    { ", 'places': ['p', 'q'], 'tag': 1", 500, 250 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (many); i++)
    {
      g_autoptr (DossierReport) report = dossier_report_new ();
      g_autofree char *json = make_events (250, many[i].rest);
      g_autoptr (DossierDocument) document = samples_read (json, report);
      g_autofree char *text = dossier_report_to_text (report);
      g_autofree char *more = g_strdup_printf ("and %d more error", many[i].n_errors - 100);

      g_assert_cmpint (dossier_report_get_n_errors (report), ==, many[i].n_errors);
      g_assert_cmpint (dossier_report_get_n_warnings (report), ==, many[i].n_warnings);
      g_assert_cmpint (dossier_report_get_n_kept (report), ==, MIN (many[i].n_errors, 100) + MIN (many[i].n_warnings, 100));
      g_assert_cmpint (strstr (text, more) != NULL, ==, many[i].n_errors > 0);

      /* They are the first, each on its line. */
      g_assert_cmpint (dossier_report_get (report, 0)->line, ==, 2);
      g_assert_cmpint (dossier_report_get (report, dossier_report_get_n_kept (report) - 1)->line, <=, 101);
    }
}

/* What would be right is looked for in the first hundred only: to do so in all would take a minute. */
static void
test_many_suggestions (void)
{
  const int n = 20000;
  g_autoptr (GString) json = g_string_new ("{'dossier': 1, 'title': 'A', 'notes': [");
  g_autoptr (DossierReport) report = dossier_report_new ();

  for (int i = 0; i < n; i++)
    g_string_append_printf (json, "%s{'id': 'note-%d', 'type': 'gap', 'title': 'N', 'about': ['nota-%d']}", i > 0 ? "," : "", i, i);
  g_string_append (json, "]}");

  g_assert_null (samples_read (json->str, report));
  g_assert_cmpint (dossier_report_get_n_errors (report), ==, n);
  g_assert_cmpstr (dossier_report_get (report, 99)->suggestion, ==, "did you mean \"note-99\"?");
}

/* Every beginning of a document is an error of syntax, and nothing worse. */
static void
test_truncations (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "corpus", "good-every-collection.dossier", NULL);
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &json, &length, &error);
  g_assert_no_error (error);
  g_strchomp (json);

  for (length = strlen (json); length-- > 0;)
    {
      g_autoptr (DossierReport) report = dossier_report_new ();
      g_autofree char *copy = g_memdup2 (json, length);
      g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&copy), length);
      g_autoptr (GError) read_error = NULL;

      g_assert_null (dossier_reader_read_bytes (bytes, NULL, NULL, report, NULL, &read_error));
      g_assert_error (read_error, DOSSIER_ERROR, DOSSIER_ERROR_SYNTAX);
      g_assert_cmpint (dossier_report_get_n_errors (report), ==, 1);
    }
}

/* Bytes that were changed by chance: whatever comes of it, it is a document or an error. */
static void
test_damage (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "corpus", "good-every-field.dossier", NULL);
  g_autofree char *json = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &json, &length, &error);
  g_assert_no_error (error);

  for (int i = 0; i < 1500; i++)
    {
      g_autofree char *copy = g_memdup2 (json, length);
      g_autoptr (DossierReport) report = dossier_report_new ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (DossierDocument) document = NULL;

      for (int j = g_rand_int_range (random, 1, 4); j > 0; j--)
        copy[g_rand_int_range (random, 0, (int) length)] = "\"\\{}[],:0a -\xff"[g_rand_int_range (random, 0, 13)];

      bytes = g_bytes_new_take (g_steal_pointer (&copy), length);
      document = dossier_reader_read_bytes (bytes, NULL, NULL, report, NULL, NULL);
      g_assert_true ((document == NULL) == (dossier_report_get_n_errors (report) > 0));
    }
}

static void
assert_bad_file (const char *path, const char *message)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (dossier_reader_read_file (file, NULL, report, NULL, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == DOSSIER_ERROR);
  g_assert_cmpint (dossier_report_get_n_errors (report), >=, 1);
  g_assert_nonnull (strstr (error->message, message));
}

static void
write_file (const char *path, const char *text, gssize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
}

static void
test_bad_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("dossier-XXXXXX", &error);
  g_autofree char *path = NULL;

  g_assert_no_error (error);
  path = g_build_filename (folder, "bad.dossier", NULL);

  assert_bad_file (path, "there is no file");
  assert_bad_file (folder, "is a folder");

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_bad_file (path, "is a pipe");
  g_unlink (path);

  write_file (path, "", 0);
  assert_bad_file (path, "is empty");
  write_file (path, "{\"dossier\": 1, ", -1);
  assert_bad_file (path, "ends too early");
  write_file (path, "{\"dossier\": 1, \"title\": \"\xff\"}", -1);
  assert_bad_file (path, "not part of a character in UTF-8");

  g_unlink (path);
  g_rmdir (folder);
}

/* A string of 200 MB, and 100,000 arrays within each other, each where it counts and where it is only kept. */
static void
test_huge (void)
{
  static const struct
  {
    const char *before;
    char filler;
    gsize n;
    const char *behind;
    const char *message;
  } huge[] = {
    { "{\"dossier\": 1, \"title\": \"", 'x', 200 << 20, "\"}", "1:25: error: /title: a string longer than it may be, 16.0" },
    { "{\"dossier\": 1, \"title\": \"A\", \"x\": \"", 'x', 200 << 20, "\"}", "/x: a string longer than it may be, 16.0" },
    { "{\"dossier\": 1, \"", 'x', 200 << 20, "\": 1}", "a string longer than it may be, 16.0" },
    { "", '[', 100000, "", "more than 128 objects and arrays within each other" },
    { "{\"dossier\": 1, \"x\": ", '[', 100000, "", "more than 128 objects and arrays within each other" },
    { "{\"dossier\": 1, \"events\": ", '[', 100000, "", "more than 128 objects and arrays within each other" },
    { "{\"dossier\": ", '9', 100000, "", "a number longer than it may be" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (huge); i++)
    {
      gsize begin = strlen (huge[i].before);
      gsize length = begin + huge[i].n + strlen (huge[i].behind);
      char *json = g_malloc (length);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (DossierReport) report = dossier_report_new ();
      g_autofree char *text = NULL;

      memcpy (json, huge[i].before, begin);
      memset (json + begin, huge[i].filler, huge[i].n);
      memcpy (json + begin + huge[i].n, huge[i].behind, strlen (huge[i].behind));
      bytes = g_bytes_new_take (json, length);

      g_assert_null (dossier_reader_read_bytes (bytes, NULL, NULL, report, NULL, NULL));
      text = dossier_report_to_text (report);
      g_assert_nonnull (strstr (text, huge[i].message));
      g_assert_cmpuint (strlen (text), <, 1000);
    }
}

/* A limit can be raised. */
static void
test_limits (void)
{
  g_autoptr (GString) json = g_string_new ("{\"dossier\": 1, \"title\": \"A\", \"x\": ");
  DossierLimits limits = *dossier_limits_get_default ();

  for (int i = 0; i < 1000; i++)
    g_string_append_c (json, '[');
  for (int i = 0; i < 1000; i++)
    g_string_append_c (json, ']');
  g_string_append_c (json, '}');

  for (int depth = 1000; depth <= 1001; depth++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (json->str, json->len);
      g_autoptr (DossierReport) report = dossier_report_new ();
      g_autoptr (DossierDocument) document = NULL;

      limits.max_depth = depth;
      document = dossier_reader_read_bytes (bytes, NULL, &limits, report, NULL, NULL);
      g_assert_cmpint (document != NULL, ==, depth == 1001);
    }
}

static void
test_cancelled (void)
{
  g_autofree char *text = make_events (3, "");
  g_autofree char *json = samples_make_json (text);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (dossier_reader_read_bytes (bytes, NULL, NULL, report, cancellable, &error));
  g_assert_error (error, DOSSIER_ERROR, DOSSIER_ERROR_CANCELLED);
  g_assert_cmpint (dossier_report_get_n_errors (report), ==, 0);
}

/* Every field, as it went in. */
static void
test_fields (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "corpus", "good-every-field.dossier", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierDocument) document = dossier_reader_read_file (file, NULL, report, NULL, &error);
  const DossierHeading *heading;
  const DossierPlace *place;
  const DossierActor *actor;
  const DossierSource *source;
  const DossierQuote *quote;
  const DossierTie *tie;
  const DossierReaction *reaction;
  const DossierClaim *claim;
  const DossierNote *note;
  const DossierScene *scene;
  g_autofree char *csl = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (dossier_report_get_n_warnings (report), ==, 0);

  heading = dossier_document_get_heading (document);
  g_assert_cmpstr (heading->title.plain, ==, "A dossier");
  g_assert_cmpstr (heading->question.plain, ==, "Does it last?");
  g_assert_cmpstr (heading->language, ==, "en");
  g_assert_cmpint (heading->editors.n, ==, 2);
  g_assert_cmpstr (heading->editors.items[1], ==, "B. Editor");
  g_assert_cmpstr (heading->license, ==, "CC0-1.0");
  g_assert_cmpstr (heading->modified.edtf, ==, "2024-04-30");
  g_assert_cmpstr (dossier_document_get_kind (document, 0)->color, ==, "#1c71d8");
  g_assert_cmpstr (dossier_document_get_tie_kind (document, 0)->description.plain, ==, "Weapons.");

  place = dossier_document_get_place (document, 1);
  g_assert_cmpfloat (place->latitude, ==, -90);
  g_assert_cmpfloat (place->longitude, ==, 180);
  g_assert_cmpint (place->part_of.ref.index, ==, 0);
  g_assert_cmpstr (place->names.items[0].text, ==, "서울");
  g_assert_cmpint (place->names.items[0].type, ==, DOSSIER_NAME_TYPE_NATIVE);
  g_assert_true (isnan (dossier_document_get_place (document, 0)->latitude));

  actor = dossier_document_get_actor (document, 1);
  g_assert_cmpint (actor->type, ==, DOSSIER_ACTOR_TYPE_PERSON);
  g_assert_cmpstr (actor->symbol, ==, "MIN");
  g_assert_cmpstr (actor->posts.items[0].title.plain, ==, "Minister");
  g_assert_cmpint (actor->posts.items[0].at.ref.type, ==, DOSSIER_RECORD_ACTOR);
  g_assert_cmpint (actor->posts.items[0].date.span.flags & DOSSIER_SPAN_OPEN_END, !=, 0);
  g_assert_cmpstr (actor->affiliations.items[0].as.plain, ==, "citizen");
  g_assert_cmpint (actor->members.items[0].ref.index, ==, 0);
  g_assert_cmpint (actor->place.ref.index, ==, 1);
  g_assert_cmpfloat (actor->position.x, ==, -1.5);
  g_assert_cmpfloat (actor->position.y, ==, 2000);
  g_assert_true (actor->position.pinned);
  g_assert_true (isnan (dossier_document_get_actor (document, 0)->position.x));

  source = dossier_document_get_source (document, 0);
  csl = g_strndup ((const char *) g_bytes_get_data (dossier_document_get_bytes (document), NULL) + source->csl.offset, source->csl.length);
  g_assert_cmpstr (csl, ==, "{\"type\": \"article\", \"title\": \"On talks\", \"issued\": {\"date-parts\": [[2024, 4]]}, \"author\": [{\"family\": \"Doe\"}]}");
  g_assert_cmpint (source->reliability, ==, DOSSIER_RELIABILITY_B);
  g_assert_cmpstr (source->file, ==, "article.txt");
  g_assert_true (g_str_has_prefix (source->sha256, "01234567"));
  g_assert_cmpint (dossier_document_get_source (document, 1)->cited_by.ref.index, ==, 0);

  quote = dossier_document_get_quote (document, 0);
  g_assert_cmpint (quote->start, ==, 10);
  g_assert_cmpint (quote->end, ==, 23);
  g_assert_cmpstr (quote->prefix, ==, "");
  g_assert_cmpstr (quote->suffix, ==, " soon");
  g_assert_cmpint (quote->paragraph, ==, 1);
  g_assert_cmpstr (quote->page, ==, "ii");
  g_assert_cmpint (quote->speaker.ref.index, ==, 1);
  g_assert_false (quote->verbatim_of_speaker);
  g_assert_cmpstr (quote->translations.items[0].by, ==, "The editor");
  g_assert_cmpstr (quote->hedges.items[0], ==, "may");

  tie = dossier_document_get_tie (document, 0);
  g_assert_false (tie->directed);
  g_assert_cmpint (tie->sign, ==, DOSSIER_SIGN_COOPERATIVE);
  g_assert_cmpint (tie->weight, ==, 0);
  g_assert_cmpstr (tie->date_text, ==, "since 2023");
  g_assert_cmpint (tie->statement.status, ==, DOSSIER_STATUS_ALLEGED);
  g_assert_cmpint (tie->statement.credibility, ==, 3);
  g_assert_cmpint (tie->statement.likelihood, ==, DOSSIER_LIKELIHOOD_VERY_LIKELY);
  g_assert_cmpint (tie->statement.confidence, ==, DOSSIER_CONFIDENCE_MODERATE);
  g_assert_cmpint (tie->statement.bearings.items[0].stance, ==, DOSSIER_BEARING_SUPPORTS);

  reaction = dossier_document_get_reaction (document, 0);
  g_assert_cmpint (reaction->to.n, ==, 3);
  g_assert_cmpint (reaction->to.items[1].ref.type, ==, DOSSIER_RECORD_TIE);
  g_assert_cmpint (reaction->event.ref.index, ==, 0);
  g_assert_cmpint (reaction->stance, ==, DOSSIER_STANCE_WELCOMES);

  claim = dossier_document_get_claim (document, 0);
  g_assert_cmpint (claim->type, ==, DOSSIER_CLAIM_TYPE_PREDICTION);
  g_assert_cmpint (claim->about.n, ==, 4);
  g_assert_cmpint (claim->contradicts.items[0].ref.index, ==, 1);
  g_assert_cmpint (dossier_document_get_claim (document, 1)->statement.status, ==, DOSSIER_STATUS_REPORTED);

  note = dossier_document_get_note (document, 0);
  g_assert_cmpint (note->about.items[1].ref.type, ==, DOSSIER_RECORD_SCENE);
  g_assert_cmpstr (note->inferred, ==, "2024");

  scene = dossier_document_get_scene (document, 0);
  g_assert_cmpfloat (scene->camera.zoom, ==, 1.5);
  g_assert_cmpint (scene->select.ref.type, ==, DOSSIER_RECORD_TIE);
  g_assert_cmpint (scene->filter.statuses.items[1], ==, DOSSIER_STATUS_DENIED);
  g_assert_cmpstr (scene->filter.words, ==, "talks");
  g_assert_cmpint (scene->view, ==, DOSSIER_SCENE_VIEW_BOTH);
  g_assert_cmpstr (dossier_document_get_story (document, 0)->title.plain, ==, "A briefing");
}

/* An event that is loaded says what the columns say, and more. */
static void
test_events (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);

  for (int round = 0; round < 20; round++)
    {
      g_autofree char *text = samples_make_random (random, 40);
      g_autoptr (DossierDocument) document = samples_read_good (text);
      const DossierEvents *events = dossier_document_get_events (document);

      for (int i = 0; i < dossier_events_get_count (events); i++)
        {
          g_autoptr (DossierEvent) event = dossier_document_load_event (document, i);
          g_autofree char *id = dossier_document_dup_id (document, (DossierRef){ DOSSIER_RECORD_EVENT, i });
          DossierSpan span;

          dossier_events_get_span (events, i, &span);
          samples_assert_same_span (&span, &event->date.span);
          g_assert_cmpstr (event->id, ==, id);
          g_assert_cmpint (event->weight, ==, dossier_events_get_weight (events, i));
          g_assert_cmpint (event->statement.status, ==, dossier_events_get_status (events, i));
          g_assert_cmpint (event->kind.id != NULL ? event->kind.ref.index : -1, ==, dossier_events_get_kind (events, i));
          g_assert_false (dossier_events_get_printed_span (events, i, &span));

          g_assert_cmpint (event->participants.n, ==, dossier_events_get_n_actors (events, i));
          for (int j = 0; j < event->participants.n; j++)
            {
              DossierRole role;

              g_assert_cmpint (event->participants.items[j].actor.ref.index, ==, dossier_events_get_actor (events, i, j, &role));
              g_assert_cmpint (role, ==, DOSSIER_ROLE_HOST);
            }

          g_assert_cmpint (event->places.n, ==, dossier_events_get_n_places (events, i));
          for (int j = 0; j < event->places.n; j++)
            g_assert_cmpint (event->places.items[j].ref.index, ==, dossier_events_get_place (events, i, j));
        }
    }
}

static void
test_printed_date (void)
{
  g_autoptr (DossierDocument) document = samples_read_good ("{'dossier': 1, 'title': 'A', 'events': [{'id': 'e', 'title': 'E', 'date': '2023-10-18',"
                                                            " 'date_printed': '2024-10-18'}, {'id': '\\u0066', 'title': 'F'}]}");
  const DossierEvents *events = dossier_document_get_events (document);
  g_autoptr (DossierEvent) event = dossier_document_load_event (document, 0);
  g_autoptr (DossierEvent) same = dossier_event_ref (event);
  g_autofree char *id = dossier_document_dup_id (document, (DossierRef){ DOSSIER_RECORD_EVENT, 1 });
  DossierSpan span;

  g_assert_true (dossier_events_get_printed_span (events, 0, &span));
  samples_assert_same_span (&span, &same->date_printed.span);
  g_assert_cmpint (span.start_earliest, >, event->date.span.start_earliest);

  dossier_events_get_span (events, 1, &span);
  g_assert_cmpint (span.flags, ==, DOSSIER_SPAN_UNKNOWN);
  g_assert_cmpstr (id, ==, "f");
  g_assert_cmpint (samples_find (document, "f").index, ==, 1);
}

/* What the format does not know is kept as it is. */
static void
test_unknown_fields (void)
{
  const char *text = "{'dossier': 1, 'title': 'A', 'x': {'deep': [1.50, null]}, 'events': [{'id': 'e', 'colour': 'red', 'title': 'E'}]}";
  g_autofree char *json = samples_make_json (text);
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = samples_read (text, report);
  GBytes *bytes = dossier_document_get_bytes (document);

  g_assert_cmpint (dossier_report_get_n_warnings (report), ==, 2);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), json, strlen (json));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/messages", test_messages);
  g_test_add_func ("/reader/error", test_error);
  g_test_add_func ("/reader/many-errors", test_many_errors);
  g_test_add_func ("/reader/many-suggestions", test_many_suggestions);
  g_test_add_func ("/reader/truncations", test_truncations);
  g_test_add_func ("/reader/damage", test_damage);
  g_test_add_func ("/reader/bad-files", test_bad_files);
  g_test_add_func ("/reader/huge", test_huge);
  g_test_add_func ("/reader/limits", test_limits);
  g_test_add_func ("/reader/cancelled", test_cancelled);
  g_test_add_func ("/reader/fields", test_fields);
  g_test_add_func ("/reader/events", test_events);
  g_test_add_func ("/reader/printed-date", test_printed_date);
  g_test_add_func ("/reader/unknown-fields", test_unknown_fields);

  return g_test_run ();
}
