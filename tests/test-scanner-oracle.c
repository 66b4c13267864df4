/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-harmless.h"
#include "model/dossier-scanner.h"

#include <json-glib/json-glib.h>
#include <string.h>

/*
 * The scanner held against others: json-glib, for what good documents mean; and for which documents are good, the
 * grammar of RFC 8259 written down once more as plainly as can be, with recursion and byte by byte.
 */

/* Asserts that the value that @scanner is at is @node, and goes to its last token. */
static void
assert_same (DossierScanner *scanner, JsonNode *node)
{
  DossierToken token = scanner->token;

  if (token == DOSSIER_TOKEN_OBJECT_BEGIN)
    {
      JsonObject *object;
      guint n = 0;

      g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
      object = json_node_get_object (node);
      while (dossier_scanner_next (scanner) == DOSSIER_TOKEN_NAME)
        {
          g_autofree char *name = g_malloc (scanner->length + 1);

          dossier_scanner_decode (scanner, name);
          g_assert_true (json_object_has_member (object, name));
          dossier_scanner_next (scanner);
          assert_same (scanner, json_object_get_member (object, name));
          n++;
        }
      g_assert_cmpint (scanner->token, ==, DOSSIER_TOKEN_OBJECT_END);
      g_assert_cmpuint (json_object_get_size (object), ==, n);
    }
  else if (token == DOSSIER_TOKEN_ARRAY_BEGIN)
    {
      JsonArray *array;
      guint n = 0;

      g_assert_true (JSON_NODE_HOLDS_ARRAY (node));
      array = json_node_get_array (node);
      while (dossier_scanner_next (scanner) != DOSSIER_TOKEN_ARRAY_END)
        {
          g_assert_cmpuint (n, <, json_array_get_length (array));
          assert_same (scanner, json_array_get_element (array, n));
          n++;
        }
      g_assert_cmpuint (json_array_get_length (array), ==, n);
    }
  else if (token == DOSSIER_TOKEN_STRING)
    {
      g_autofree char *text = g_malloc (scanner->length + 1);

      dossier_scanner_decode (scanner, text);
      g_assert_cmpint (json_node_get_value_type (node), ==, G_TYPE_STRING);
      g_assert_cmpstr (text, ==, json_node_get_string (node));
    }
  else if (token == DOSSIER_TOKEN_NUMBER)
    {
      double number;
      gint64 integer;

      g_assert_cmpint (dossier_scanner_get_number (scanner, &number), ==, DOSSIER_SYNTAX_OK);
      if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
        g_assert_cmpfloat (number, ==, json_node_get_double (node));
      else if (dossier_scanner_get_integer (scanner, &integer) == DOSSIER_SYNTAX_OK)
        g_assert_cmpint (integer, ==, json_node_get_int (node));
      else
        /* This is where json-glib goes wrong in silence: it keeps the last 64 bits. */
        g_assert_cmpfloat (ABS (number), >=, 9.2e18);
    }
  else if (token == DOSSIER_TOKEN_NULL)
    g_assert_true (JSON_NODE_HOLDS_NULL (node));
  else
    {
      g_assert_true (token == DOSSIER_TOKEN_TRUE || token == DOSSIER_TOKEN_FALSE);
      g_assert_cmpint (json_node_get_value_type (node), ==, G_TYPE_BOOLEAN);
      g_assert_cmpint (token == DOSSIER_TOKEN_TRUE, ==, json_node_get_boolean (node));
    }
}

static void
assert_same_document (const char *data, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  g_auto (DossierScanner) scanner = { 0 };

  json_parser_load_from_data (parser, data, (gssize) length, &error);
  g_assert_no_error (error);

  dossier_scanner_init (&scanner, data, length, NULL);
  dossier_scanner_next (&scanner);
  assert_same (&scanner, json_parser_get_root (parser));
  g_assert_cmpint (dossier_scanner_next (&scanner), ==, DOSSIER_TOKEN_END);
}

static void
test_vectors (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "json", "vectors.tsv", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  int n = 0;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);

  for (int i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = NULL;
      g_autoptr (GBytes) bytes = NULL;

      /* Of a name that stands twice, json-glib keeps the last. */
      if (!g_str_has_prefix (lines[i], "y_") || strstr (lines[i], "_name_twice") != NULL)
        continue;

      fields = g_strsplit (lines[i], "\t", -1);
      bytes = g_uri_unescape_bytes (fields[2], -1, NULL, &error);
      g_assert_no_error (error);
      g_test_message ("%s", fields[0]);
      assert_same_document (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      n++;
    }

  g_assert_cmpint (n, >=, 95);
}

static gunichar
make_character (GRand *rand)
{
  static const gunichar most[] = { 0x80, 0x80, 0x800, 0x10000, 0x110000 };
  gunichar character;

  do
    character = (gunichar) g_rand_int_range (rand, 1, (int) most[g_rand_int_range (rand, 0, G_N_ELEMENTS (most))]);
  while (character >= 0xd800 && character <= 0xdfff);

  return character;
}

/* Appends a string of random characters behind @prefix, each written in one of the ways that it can be. */
static void
append_string (GString *text, GRand *rand, const char *prefix)
{
  int n = g_rand_int_range (rand, 0, 12);

  g_string_append_printf (text, "\"%s", prefix);
  for (int i = 0; i < n; i++)
    {
      gunichar character = make_character (rand);

      if (character < 0x20 || character == '"' || character == '\\' || g_rand_int_range (rand, 0, 4) == 0)
        {
          if (character == '\n' && g_rand_boolean (rand))
            g_string_append (text, "\\n");
          else if (character == '/' && g_rand_boolean (rand))
            g_string_append (text, "\\/");
          else if (character < 0x10000)
            g_string_append_printf (text, "\\u%04x", character);
          else
            g_string_append_printf (text,
                                    "\\u%04x\\u%04X",
                                    0xd800 + ((character - 0x10000) >> 10),
                                    0xdc00 + ((character - 0x10000) & 0x3ff));
        }
      else
        g_string_append_unichar (text, character);
    }
  g_string_append_c (text, '"');
}

static void
append_space (GString *text, GRand *rand)
{
  for (int n = g_rand_int_range (rand, -8, 12); n > 0; n--)
    g_string_append_c (text, "    \n\r\t "[g_rand_int_range (rand, 0, 8)]);
}

static void
append_value (GString *text, GRand *rand, int levels)
{
  int kind = g_rand_int_range (rand, 0, levels > 0 ? 8 : 5);
  int n = g_rand_int_range (rand, 0, 6);

  append_space (text, rand);
  switch (kind)
    {
    case 0:
      append_string (text, rand, "");
      break;
    case 1:
      g_string_append_printf (text, "%d", g_rand_int_range (rand, G_MININT, G_MAXINT));
      break;
    case 2:
      g_string_append_printf (text, "%d.%05de%d", g_rand_int_range (rand, -9, 9), g_rand_int_range (rand, 0, 99999), g_rand_int_range (rand, -99, 99));
      break;
    case 3:
      g_string_append (text, g_rand_boolean (rand) ? "true" : "false");
      break;
    case 4:
      g_string_append (text, "null");
      break;
    case 5:
      g_string_append_c (text, '{');
      append_space (text, rand);
      for (int i = 0; i < n; i++)
        {
          /* A prefix of its own, so that no name stands twice. */
          char prefix[3] = { (char) ('a' + i), ':', '\0' };

          if (i > 0)
            g_string_append_c (text, ',');
          append_space (text, rand);
          append_string (text, rand, prefix);
          append_space (text, rand);
          g_string_append_c (text, ':');
          append_value (text, rand, levels - 1);
        }
      g_string_append_c (text, '}');
      break;
    default:
      g_string_append_c (text, '[');
      append_space (text, rand);
      for (int i = 0; i < n; i++)
        {
          if (i > 0)
            g_string_append_c (text, ',');
          append_value (text, rand, levels - 1);
        }
      g_string_append_c (text, ']');
      break;
    }
  append_space (text, rand);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1967);

  for (int i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      append_value (text, rand, 5);
      assert_same_document (text->str, text->len);
    }
}

/*
 * What json-glib writes is read as what it wrote, indented or not. Up to version 1.6 at least it does not escape
 * U+001F, which makes no JSON; so every text that it writes must be made harmless.
 */
static void
test_written (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2024);

  for (int i = 0; i < 300; i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new_immutable ();
      g_autoptr (GString) text = g_string_new (NULL);

      append_value (text, rand, 5);
      g_assert_true (json_parser_load_from_data (parser, text->str, (gssize) text->len, NULL));
      for (int pretty = 0; pretty < 2; pretty++)
        {
          g_autofree char *raw = json_to_string (json_parser_get_root (parser), pretty);
          g_autofree char *written = dossier_make_harmless (raw, DOSSIER_HARMLESS_KEEP_LINES);
          g_auto (DossierScanner) scanner = { 0 };

          dossier_scanner_init (&scanner, written, strlen (written), NULL);
          dossier_scanner_next (&scanner);
          assert_same (&scanner, json_parser_get_root (parser));
          g_assert_cmpint (dossier_scanner_next (&scanner), ==, DOSSIER_TOKEN_END);
        }
    }
}

/* The grammar of RFC 8259, with the two things that we refuse besides. Each returns the end, or NULL. */
static const char *check_value (const char *p, const char *limit);

static const char *
check_space (const char *p, const char *limit)
{
  while (p < limit && (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r'))
    p++;

  return p;
}

static const char *
check_hexadecimal (const char *p, const char *limit, unsigned *value)
{
  *value = 0;
  for (int i = 0; i < 4; i++, p++)
    {
      if (p >= limit || !g_ascii_isxdigit (*p))
        return NULL;
      *value = *value * 16 + (unsigned) g_ascii_xdigit_value (*p);
    }

  return p;
}

static const char *
check_string (const char *p, const char *limit)
{
  const char *begin = p + 1;

  for (p++; p < limit && *p != '"'; p++)
    {
      if ((guchar) *p < 0x20)
        return NULL;
      if (*p != '\\')
        continue;

      p++;
      if (p < limit && *p == 'u')
        {
          unsigned first, second;
          const char *end = check_hexadecimal (p + 1, limit, &first);

          if (end == NULL || first == 0 || (first >= 0xdc00 && first <= 0xdfff))
            return NULL;
          if (first >= 0xd800 && first <= 0xdbff)
            {
              if (limit - end < 6 || end[0] != '\\' || end[1] != 'u')
                return NULL;
              end = check_hexadecimal (end + 2, limit, &second);
              if (end == NULL || second < 0xdc00 || second > 0xdfff)
                return NULL;
            }
          p = end - 1;
        }
      else if (p >= limit || memchr ("\"\\/bfnrt", *p, 8) == NULL)
        return NULL;
    }

  return p < limit && g_utf8_validate_len (begin, (gsize) (p - begin), NULL) ? p + 1 : NULL;
}

static const char *
check_digits (const char *p, const char *limit)
{
  if (p >= limit || !g_ascii_isdigit (*p))
    return NULL;
  while (p < limit && g_ascii_isdigit (*p))
    p++;

  return p;
}

static const char *
check_number (const char *p, const char *limit)
{
  if (*p == '-')
    p++;
  if (p < limit && *p == '0')
    p++;
  else if ((p = check_digits (p, limit)) == NULL)
    return NULL;
  if (p < limit && *p == '.' && (p = check_digits (p + 1, limit)) == NULL)
    return NULL;
  if (p < limit && (*p == 'e' || *p == 'E'))
    {
      p++;
      if (p < limit && (*p == '+' || *p == '-'))
        p++;
      p = check_digits (p, limit);
    }

  return p;
}

static const char *
check_members (const char *p, const char *limit, char close)
{
  p = check_space (p + 1, limit);
  if (p < limit && *p == close)
    return p + 1;

  for (;;)
    {
      if (close == '}')
        {
          p = check_space (p, limit);
          if (p >= limit || *p != '"' || (p = check_string (p, limit)) == NULL)
            return NULL;
          p = check_space (p, limit);
          if (p >= limit || *p != ':')
            return NULL;
          p++;
        }
      p = check_value (p, limit);
      if (p == NULL || p >= limit)
        return NULL;
      if (*p == close)
        return p + 1;
      if (*p != ',')
        return NULL;
      p++;
    }
}

static const char *
check_value (const char *p, const char *limit)
{
  static const char *const words[] = { "true", "false", "null" };

  p = check_space (p, limit);
  if (p >= limit)
    return NULL;

  if (*p == '{')
    p = check_members (p, limit, '}');
  else if (*p == '[')
    p = check_members (p, limit, ']');
  else if (*p == '"')
    p = check_string (p, limit);
  else if (*p == '-' || g_ascii_isdigit (*p))
    p = check_number (p, limit);
  else
    {
      const char *found = NULL;

      for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
        {
          gsize length = strlen (words[i]);

          if ((gsize) (limit - p) >= length && memcmp (p, words[i], length) == 0)
            found = p + length;
        }
      p = found;
    }

  return p != NULL ? check_space (p, limit) : NULL;
}

static gboolean
is_accepted (const char *data, gsize length)
{
  g_auto (DossierScanner) scanner = { 0 };

  dossier_scanner_init (&scanner, data, length, NULL);

  return dossier_scanner_skip_value (&scanner, NULL) && dossier_scanner_next (&scanner) == DOSSIER_TOKEN_END;
}

static void
assert_same_verdict (const char *data, gsize length)
{
  g_autofree char *exact = g_memdup2 (data, length);
  gboolean expected = check_value (exact, exact + length) == exact + length;

  if (is_accepted (exact, length) != expected)
    {
      g_autofree char *shown = g_strescape (data, NULL);

      g_test_message ("should be %s: %s", expected ? "accepted" : "rejected", shown);
      g_test_fail ();
    }
}

/* A good document with every byte replaced, removed, or doubled, and every pair of bytes exchanged. */
static void
test_mutations (void)
{
  static const char good[] =
      "{\"a\":[0,-1.5e+3,10],\"\\ud83d\\ude00\":\"\\\\ \\n\xf0\x9f\x98\x80\xe2\x82\xac\xc3\xa9\", \"\":{\"b\":true , \"c\":[false,null,[],{}]}}";
  gsize length = sizeof good - 1;
  g_autofree char *changed = g_malloc0 (length + 2);

  assert_same_verdict (good, length);
  g_assert_true (is_accepted (good, length));

  for (gsize i = 0; i < length; i++)
    {
      for (int byte = 0; byte < 256; byte++)
        {
          memcpy (changed, good, length + 1);
          changed[i] = (char) byte;
          assert_same_verdict (changed, length);
        }

      for (gsize j = i + 1; j < length; j++)
        {
          memcpy (changed, good, length + 1);
          changed[i] = good[j];
          changed[j] = good[i];
          assert_same_verdict (changed, length);
        }

      memcpy (changed, good, i);
      memcpy (changed + i, good + i + 1, length - i);
      assert_same_verdict (changed, length - 1);

      memcpy (changed, good, i + 1);
      memcpy (changed + i + 1, good + i, length - i + 1);
      assert_same_verdict (changed, length + 1);
    }
}

/* Short documents of nothing but what the grammar is made of: all kinds of nonsense, and now and then sense. */
static void
test_nonsense (void)
{
  static const char *const pieces[] = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\"a\"",
    "0",
    "1",
    "-",
    ".",
    "e",
    "+",
    "true",
    "null",
    " ",
    "\n",
    "\\",
    "u00e9",
    "\xc3",
    "\xa9",
    "/",
    "\"b\":",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (8259);
  int n_accepted = 0;

  for (int i = 0; i < 200000; i++)
    {
      char text[64] = "";
      int n = g_rand_int_range (rand, 1, 9);

      for (int j = 0; j < n; j++)
        strcat (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      assert_same_verdict (text, strlen (text));
      n_accepted += is_accepted (text, strlen (text));
    }

  g_assert_cmpint (n_accepted, >, 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scanner-oracle/vectors", test_vectors);
  g_test_add_func ("/scanner-oracle/random", test_random);
  g_test_add_func ("/scanner-oracle/written", test_written);
  g_test_add_func ("/scanner-oracle/mutations", test_mutations);
  g_test_add_func ("/scanner-oracle/nonsense", test_nonsense);

  return g_test_run ();
}
