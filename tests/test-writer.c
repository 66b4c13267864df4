/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-writer.h"
#include "model/dossier-reader.h"

#include <string.h>

static const char *const sample =
    "{\n"
    "  \"dossier\": 1,\n"
    "  \"title\": \"T\",\n"
    "  \"x-mine\": {\"huge\": 123456789012345678901234567890, \"e\": 1.50},\n"
    "  \"actors\": [\n"
    "    {\n"
    "      \"id\": \"a\",\n"
    "      \"type\": \"state\",\n"
    "      \"x-colour\": \"grün\",\n"
    "      \"name\": \"A\"\n"
    "    },\n"
    "    { \"id\": \"b\", \"type\": \"state\", \"name\": \"B\" },\n"
    "    { \"id\": \"c\", \"type\": \"state\", \"name\": \"C\" }\n"
    "  ],\n"
    "  \"ties\": []\n"
    "}\n";

static DossierDocument *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (GError) error = NULL;
  DossierDocument *document = dossier_reader_read_bytes (bytes, NULL, NULL, report, NULL, &error);

  g_assert_no_error (error);

  return document;
}

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);

  return node;
}

/* What is written reads again, and is @expected letter for letter. */
static void
assert_writes (DossierWriter *writer, const char *expected)
{
  g_autoptr (GBytes) bytes = dossier_writer_write (writer);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (DossierDocument) document = NULL;

  g_assert_cmpstr (text, ==, expected);
  document = read_text (text);
}

static char *
replace (const char *old, const char *new)
{
  g_auto (GStrv) parts = g_strsplit (sample, old, 2);

  g_assert_cmpint (g_strv_length (parts), ==, 2);

  return g_strjoinv (new, parts);
}

static DossierRef
actor (int index)
{
  return (DossierRef){ DOSSIER_RECORD_ACTOR, index };
}

static void
test_nothing (void)
{
  g_autoptr (DossierDocument) document = read_text (sample);
  g_autoptr (DossierWriter) writer = dossier_writer_new (document);

  assert_writes (writer, sample);
}

static void
test_set (void)
{
  g_autoptr (DossierDocument) document = read_text (sample);
  g_autoptr (DossierWriter) writer = dossier_writer_new (document);
  g_autoptr (JsonNode) name = parse ("\"Ä\"");
  g_autoptr (JsonNode) again = parse ("\"Ö\"");
  g_autofree char *expected = replace ("\"A\"", "\"Ö\"");

  dossier_writer_set_field (writer, actor (0), "name", name);
  dossier_writer_set_field (writer, actor (0), "name", again);
  assert_writes (writer, expected);
}

static void
test_append (void)
{
  g_autoptr (DossierDocument) document = read_text (sample);
  g_autoptr (DossierWriter) writer = dossier_writer_new (document);
  g_autoptr (JsonNode) position = parse ("{\"x\": 1, \"y\": 2.5}");
  g_autoptr (JsonNode) symbol = parse ("\"B\"");
  g_autofree char *first = replace ("\"name\": \"A\"\n",
                                    "\"name\": \"A\",\n"
                                    "      \"position\": {\n"
                                    "        \"x\" : 1,\n"
                                    "        \"y\" : 2.5\n"
                                    "      }\n");
  g_auto (GStrv) parts = g_strsplit (first, "\"name\": \"B\" }", 2);
  g_autofree char *expected = g_strjoinv ("\"name\": \"B\", \"symbol\": \"B\" }", parts);

  dossier_writer_set_field (writer, actor (0), "position", position);
  dossier_writer_set_field (writer, actor (1), "symbol", symbol);
  assert_writes (writer, expected);
}

/* json-glib writes U+001F as it is, which is no JSON. */
static void
test_control_characters (void)
{
  g_autoptr (DossierDocument) document = read_text (sample);
  g_autoptr (DossierWriter) writer = dossier_writer_new (document);
  g_autoptr (JsonNode) name = json_node_init_string (json_node_alloc (), "a\x1f\x01\x7f\n\"\\z");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_autoptr (DossierDocument) changed = NULL;

  dossier_writer_set_field (writer, actor (0), "name", name);
  bytes = dossier_writer_write (writer);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  changed = read_text (text);
  g_assert_cmpstr (dossier_text_get (&dossier_document_get_actor (changed, 0)->name, NULL), ==, json_node_get_string (name));
}

static void
test_remove_field (void)
{
  g_autoptr (DossierDocument) document = read_text (sample);
  g_autoptr (DossierWriter) writer = dossier_writer_new (document);
  g_autofree char *expected = replace (",\n      \"x-colour\": \"grün\"", "");

  dossier_writer_set_field (writer, actor (0), "x-colour", NULL);
  dossier_writer_set_field (writer, actor (0), "never-there", NULL);
  assert_writes (writer, expected);
}

static void
test_remove_records (void)
{
  g_autoptr (DossierDocument) document = read_text (sample);

  for (int removed = 1; removed < 8; removed++)
    {
      g_autoptr (DossierWriter) writer = dossier_writer_new (document);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;
      g_autoptr (DossierDocument) changed = NULL;
      int n_left = 0;

      for (int i = 0; i < 3; i++)
        {
          if (removed & 1 << i)
            dossier_writer_remove_record (writer, actor (i));
        }

      bytes = dossier_writer_write (writer);
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      changed = read_text (text);

      for (int i = 0; i < 3; i++)
        {
          const char *const ids[] = { "a", "b", "c" };

          g_assert_cmpint (dossier_ref_is_set (dossier_document_lookup (changed, ids[i])), ==, (removed & 1 << i) == 0);
          n_left += (removed & 1 << i) == 0;
        }
      g_assert_cmpint (dossier_document_get_count (changed, DOSSIER_RECORD_ACTOR), ==, n_left);
      g_assert_nonnull (strstr (text, "123456789012345678901234567890"));
    }
}

static void
test_add_records (void)
{
  g_autoptr (DossierDocument) document = read_text (sample);

  for (int removed = 0; removed < 8; removed++)
    {
      g_autoptr (DossierWriter) writer = dossier_writer_new (document);
      g_autoptr (JsonNode) state = parse ("{\"id\": \"d\", \"type\": \"state\", \"name\": \"D\"}");
      g_autoptr (JsonNode) person = parse ("{\"id\": \"e\", \"type\": \"person\", \"name\": \"E\"}");
      g_autoptr (JsonNode) kind = parse ("{\"id\": \"k\", \"label\": \"K\"}");
      g_autoptr (JsonNode) tie = parse ("{\"id\": \"t\", \"from\": \"d\", \"to\": \"e\", \"kind\": \"k\", \"sign\": \"neutral\"}");
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;
      g_autoptr (DossierDocument) changed = NULL;

      for (int i = 0; i < 3; i++)
        {
          if (removed & 1 << i)
            dossier_writer_remove_record (writer, actor (i));
        }

      dossier_writer_add_record (writer, DOSSIER_RECORD_ACTOR, state);
      dossier_writer_add_record (writer, DOSSIER_RECORD_ACTOR, person);
      dossier_writer_add_record (writer, DOSSIER_RECORD_TIE_KIND, kind);
      dossier_writer_add_record (writer, DOSSIER_RECORD_TIE, tie);
      bytes = dossier_writer_write (writer);
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      changed = read_text (text);

      g_assert_cmpint (dossier_document_lookup (changed, "e").type, ==, DOSSIER_RECORD_ACTOR);
      g_assert_cmpint (dossier_document_lookup (changed, "t").type, ==, DOSSIER_RECORD_TIE);
      g_assert_cmpint (dossier_document_get_count (changed, DOSSIER_RECORD_TIE_KIND), ==, 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/writer/nothing", test_nothing);
  g_test_add_func ("/writer/set", test_set);
  g_test_add_func ("/writer/append", test_append);
  g_test_add_func ("/writer/control-characters", test_control_characters);
  g_test_add_func ("/writer/remove-field", test_remove_field);
  g_test_add_func ("/writer/remove-records", test_remove_records);
  g_test_add_func ("/writer/add-records", test_add_records);

  return g_test_run ();
}
