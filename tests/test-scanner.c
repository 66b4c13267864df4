/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-scanner.h"

#include <string.h>

/* Copies @bytes to memory of exactly that size, so that a tool that watches memory sees every step beyond it. */
static char *
copy_exactly (gconstpointer bytes, gsize length)
{
  return length > 0 ? g_memdup2 (bytes, length) : NULL;
}

/* Goes through a document, checks what must always hold, and returns what is wrong with it. */
static DossierSyntax
scan_all (const char *data, gsize length, gsize *error_offset)
{
  g_auto (DossierScanner) scanner = { 0 };
  DossierToken token;
  gsize last_end = 0;

  dossier_scanner_init (&scanner, data, length, NULL);
  g_assert_cmpint (scanner.token, ==, DOSSIER_TOKEN_NONE);

  while ((token = dossier_scanner_next (&scanner)) < DOSSIER_TOKEN_END)
    {
      g_assert_cmpint (token, ==, scanner.token);
      g_assert_cmpint (token, !=, DOSSIER_TOKEN_NONE);
      g_assert_cmpuint (scanner.begin, >=, last_end);
      g_assert_cmpuint (scanner.begin, <, scanner.end);
      g_assert_cmpuint (scanner.end, <=, length);
      last_end = scanner.end;

      if (token == DOSSIER_TOKEN_NAME || token == DOSSIER_TOKEN_STRING)
        {
          g_autofree char *decoded = g_malloc (scanner.length + 1);
          gsize decoded_length = dossier_scanner_decode (&scanner, decoded);

          g_assert_cmpuint (decoded_length, <=, scanner.length);
          g_assert_cmpuint (strlen (decoded), ==, decoded_length);
          g_assert_true (g_utf8_validate (decoded, -1, NULL));
          g_assert_true (scanner.text == data + scanner.begin + 1);
          g_assert_cmpuint (scanner.end - scanner.begin, ==, scanner.length + 2);
          g_assert_cmpint (scanner.escaped, ==, memchr (scanner.text, '\\', scanner.length) != NULL);
        }
      else
        {
          g_assert_true (scanner.text == data + scanner.begin);
          g_assert_cmpuint (scanner.end - scanner.begin, ==, scanner.length);
        }
    }

  /* Both ends are for good. */
  for (int i = 0; i < 3; i++)
    g_assert_cmpint (dossier_scanner_next (&scanner), ==, token);
  g_assert_cmpint (token == DOSSIER_TOKEN_ERROR, ==, scanner.error != DOSSIER_SYNTAX_OK);
  if (token == DOSSIER_TOKEN_END)
    g_assert_cmpint (scanner.depth, ==, 0);
  else
    g_assert_cmpuint (scanner.error_offset, <=, length);

  if (error_offset != NULL)
    *error_offset = scanner.error_offset;

  return scanner.error;
}

static DossierSyntax
skip_all (const char *data, gsize length)
{
  g_auto (DossierScanner) scanner = { 0 };
  g_autoptr (DossierNames) names = dossier_names_new ();

  dossier_scanner_init (&scanner, data, length, NULL);
  if (dossier_scanner_skip_value (&scanner, names))
    dossier_scanner_next (&scanner);

  return scanner.error;
}

static void
test_vectors (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "json", "vectors.tsv", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  gboolean seen[DOSSIER_N_SYNTAX] = { FALSE };
  int n_accepted = 0;
  int n_rejected = 0;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);

  for (int i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *data = NULL;
      gsize length;
      DossierSyntax code;

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;

      fields = g_strsplit (lines[i], "\t", -1);
      g_assert_cmpuint (g_strv_length (fields), ==, 3);
      bytes = g_uri_unescape_bytes (fields[2], -1, NULL, &error);
      g_assert_no_error (error);
      data = copy_exactly (g_bytes_get_data (bytes, &length), g_bytes_get_size (bytes));
      length = g_bytes_get_size (bytes);

      g_test_message ("%s", fields[0]);
      code = scan_all (data, length, NULL);
      g_assert_cmpstr (dossier_syntax_get_name (code), ==, fields[1]);
      g_assert_cmpint (skip_all (data, length), ==, code);
      seen[code] = TRUE;

      if (g_str_has_prefix (fields[0], "y_"))
        {
          g_assert_cmpint (code, ==, DOSSIER_SYNTAX_OK);
          n_accepted++;
        }
      else if (g_str_has_prefix (fields[0], "n_"))
        {
          g_assert_cmpint (code, !=, DOSSIER_SYNTAX_OK);
          g_assert_cmpint (code, !=, DOSSIER_SYNTAX_NUL);
          n_rejected++;
        }
      else
        {
          g_assert_true (g_str_has_prefix (fields[0], "i_"));
          g_assert_true (code == DOSSIER_SYNTAX_NUL || code == DOSSIER_SYNTAX_SURROGATE);
        }
    }

  g_assert_cmpint (n_accepted, >=, 95);
  g_assert_cmpint (n_rejected, >=, 188);

  /* Every error that a scan can make has a vector; those of limits have tests of their own. */
  for (int code = 0; code < DOSSIER_N_SYNTAX; code++)
    {
      if (code == DOSSIER_SYNTAX_TOO_LARGE || code == DOSSIER_SYNTAX_TOO_DEEP ||
          code == DOSSIER_SYNTAX_STRING_TOO_LONG || code == DOSSIER_SYNTAX_NUMBER_TOO_LONG ||
          code >= DOSSIER_SYNTAX_NOT_INTEGER)
        continue;
      g_test_message ("%s", dossier_syntax_get_name ((DossierSyntax) code));
      g_assert_true (seen[code]);
    }
}

static const char sample[] =
    "{\r\n"
    "  \"title\": \"R\u00e9union \\u00e0 \\ud83d\\ude00 \xf0\x9f\x98\x80 \u5bf9\u8bdd\",\n"
    "  \"n\": [0, -1, 2.5, 1e3, -0.5E-2],\n"
    "  \"flags\": [true, false, null],\n"
    "  \"empty\": [{}, [], \"\"],\n"
    "  \"a\\\"b\\\\c\\/d\\n\": {\"inner\": {\"deep\": [[\"x\"]]}}\n"
    "}";

static void
test_truncations (void)
{
  gsize length = strlen (sample);

  g_assert_cmpint (scan_all (sample, length, NULL), ==, DOSSIER_SYNTAX_OK);

  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *data = copy_exactly (sample, i);
      gsize offset;
      DossierSyntax code = scan_all (data, i, &offset);

      switch ((int) code)
        {
        case DOSSIER_SYNTAX_EMPTY:
          g_assert_cmpuint (i, ==, 0);
          break;
        case DOSSIER_SYNTAX_TRUNCATED:
          g_assert_cmpuint (offset, ==, i);
          break;
        case DOSSIER_SYNTAX_UNTERMINATED:
          g_assert_cmpint (data[offset], ==, '"');
          break;
        case DOSSIER_SYNTAX_HEXADECIMAL:
        case DOSSIER_SYNTAX_SURROGATE:
          g_assert_cmpint (data[offset], ==, '\\');
          g_assert_cmpuint (i - offset, <, 12);
          break;
        case DOSSIER_SYNTAX_UTF8:
          g_assert_cmpuint (i - offset, <, 4);
          break;
        default:
          g_test_message ("%s after %" G_GSIZE_FORMAT " bytes", dossier_syntax_get_name (code), i);
          g_assert_not_reached ();
        }
    }
}

/* Whatever stops the eight bytes at a time, wherever it is in them, and however the string lies in memory. */
static void
test_string_positions (void)
{
  static const struct
  {
    const char *bytes;
    DossierSyntax code;
  } cases[] = {
    { "\x01", DOSSIER_SYNTAX_CONTROL },
    { "\x1f", DOSSIER_SYNTAX_CONTROL },
    { "\x80", DOSSIER_SYNTAX_UTF8 },
    { "\xff", DOSSIER_SYNTAX_UTF8 },
    { "\xc3", DOSSIER_SYNTAX_UTF8 },
    { "\\q", DOSSIER_SYNTAX_ESCAPE },
    { "\\u1x", DOSSIER_SYNTAX_HEXADECIMAL },
    { "\\u0000", DOSSIER_SYNTAX_NUL },
    { "\\udead", DOSSIER_SYNTAX_SURROGATE },
    { "\\u00e9", DOSSIER_SYNTAX_OK },
    { "\\\"", DOSSIER_SYNTAX_OK },
    { "\x7f", DOSSIER_SYNTAX_OK },
    { " ", DOSSIER_SYNTAX_OK },
    { "!", DOSSIER_SYNTAX_OK },
    { "#", DOSSIER_SYNTAX_OK },
    { "[", DOSSIER_SYNTAX_OK },
    { "]", DOSSIER_SYNTAX_OK },
    { "\u00e9", DOSSIER_SYNTAX_OK },
    { "\u20ac", DOSSIER_SYNTAX_OK },
    { "\U0001f600", DOSSIER_SYNTAX_OK },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (int before = 0; before < 20; before++)
        {
          for (int after = 0; after < 20; after++)
            {
              g_autofree char *text = g_strdup_printf ("\"%.*s%s%.*s\"", before, "abcdefghijklmnopqrst", cases[i].bytes, after, "abcdefghijklmnopqrst");
              gsize length = strlen (text);
              g_autofree char *data = copy_exactly (text, length);
              gsize offset;

              g_assert_cmpint (scan_all (data, length, &offset), ==, cases[i].code);
              if (cases[i].code != DOSSIER_SYNTAX_OK)
                g_assert_cmpuint (offset, ==, (gsize) before + 1);
            }
        }
    }
}

static void
test_depth (void)
{
  const int n = 100000;
  g_autofree char *data = g_malloc ((gsize) n * 2);
  DossierLimits limits = *dossier_limits_get_default ();
  g_auto (DossierScanner) scanner = { 0 };
  g_auto (DossierScanner) raised = { 0 };
  gsize offset;

  memset (data, '[', (gsize) n);
  memset (data + n, ']', (gsize) n);

  g_assert_cmpint (scan_all (data, (gsize) n * 2, &offset), ==, DOSSIER_SYNTAX_TOO_DEEP);
  g_assert_cmpuint (offset, ==, (gsize) limits.max_depth);

  limits.max_depth = n;
  dossier_scanner_init (&raised, data, (gsize) n * 2, &limits);
  for (int i = 1; i <= n; i++)
    {
      g_assert_cmpint (dossier_scanner_next (&raised), ==, DOSSIER_TOKEN_ARRAY_BEGIN);
      g_assert_cmpint (raised.depth, ==, i);
    }
  for (int i = n - 1; i >= 0; i--)
    {
      g_assert_cmpint (dossier_scanner_next (&raised), ==, DOSSIER_TOKEN_ARRAY_END);
      g_assert_cmpint (raised.depth, ==, i);
    }
  g_assert_cmpint (dossier_scanner_next (&raised), ==, DOSSIER_TOKEN_END);

  limits.max_depth = n - 1;
  dossier_scanner_init (&scanner, data, (gsize) n * 2, &limits);
  g_assert_false (dossier_scanner_skip_value (&scanner, NULL));
  g_assert_cmpint (scanner.error, ==, DOSSIER_SYNTAX_TOO_DEEP);
  g_assert_cmpuint (scanner.error_offset, ==, (gsize) n - 1);
}

/* Which bracket closes what is remembered in bits: a pattern that no byte or word of them repeats. */
static void
test_mixed_depth (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree char *kinds = g_malloc (3000);
  DossierLimits limits = *dossier_limits_get_default ();
  g_auto (DossierScanner) scanner = { 0 };

  limits.max_depth = 3000;
  for (int i = 0; i < 3000; i++)
    {
      kinds[i] = (char) g_rand_boolean (rand);
      g_string_append (text, kinds[i] ? "{\"a\":" : "[");
    }
  g_string_append (text, "0");
  for (int i = 2999; i >= 0; i--)
    g_string_append_c (text, kinds[i] ? '}' : ']');

  dossier_scanner_init (&scanner, text->str, text->len, &limits);
  g_assert_true (dossier_scanner_skip_value (&scanner, NULL));
  g_assert_cmpint (dossier_scanner_next (&scanner), ==, DOSSIER_TOKEN_END);
  dossier_scanner_clear (&scanner);

  /* One wrong bracket, far from both ends. */
  text->str[text->len - 1500] = text->str[text->len - 1500] == '}' ? ']' : '}';
  dossier_scanner_init (&scanner, text->str, text->len, &limits);
  g_assert_false (dossier_scanner_skip_value (&scanner, NULL));
  g_assert_cmpint (scanner.error, ==, DOSSIER_SYNTAX_BRACKET);
  g_assert_cmpuint (scanner.error_offset, ==, text->len - 1500);
}

static void
test_limits (void)
{
  static const struct
  {
    const char *text;
    DossierLimits limits;
    DossierSyntax code;
    gsize offset;
  } cases[] = {
    { "[\"abcd\"]", { 8, 1, 4, 1 }, DOSSIER_SYNTAX_OK, 0 },
    { "[\"abcd\"]", { 7, 1, 4, 1 }, DOSSIER_SYNTAX_TOO_LARGE, 0 },
    { "[\"abcd\"]", { 8, 0, 4, 1 }, DOSSIER_SYNTAX_TOO_DEEP, 0 },
    { "[\"abcd\"]", { 8, 1, 3, 1 }, DOSSIER_SYNTAX_STRING_TOO_LONG, 1 },
    { "{\"abcd\":1}", { 10, 1, 4, 1 }, DOSSIER_SYNTAX_OK, 0 },
    { "{\"abcd\":1}", { 10, 1, 3, 1 }, DOSSIER_SYNTAX_STRING_TOO_LONG, 1 },
    { "[-12.5e3]", { 9, 1, 0, 7 }, DOSSIER_SYNTAX_OK, 0 },
    { "[-12.5e3]", { 9, 1, 0, 6 }, DOSSIER_SYNTAX_NUMBER_TOO_LONG, 1 },
    { "[{}]", { 4, 2, 0, 0 }, DOSSIER_SYNTAX_OK, 0 },
    { "[{}]", { 4, 1, 0, 0 }, DOSSIER_SYNTAX_TOO_DEEP, 1 },
    { "true", { 4, 0, 0, 0 }, DOSSIER_SYNTAX_OK, 0 },
  };
  DossierLimits limits = *dossier_limits_get_default ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (DossierScanner) scanner = { 0 };

      dossier_scanner_init (&scanner, cases[i].text, strlen (cases[i].text), &cases[i].limits);
      if (dossier_scanner_skip_value (&scanner, NULL))
        dossier_scanner_next (&scanner);
      g_assert_cmpint (scanner.error, ==, cases[i].code);
      g_assert_cmpuint (scanner.error_offset, ==, cases[i].offset);
    }

  g_assert_true (dossier_limits_are_valid (&limits));
  limits.max_bytes = DOSSIER_LIMITS_MOST_BYTES;
  limits.max_depth = DOSSIER_LIMITS_MOST_DEPTH;
  g_assert_true (dossier_limits_are_valid (&limits));
  limits.max_depth++;
  g_assert_false (dossier_limits_are_valid (&limits));
  limits.max_depth = -1;
  g_assert_false (dossier_limits_are_valid (&limits));
  limits.max_depth = 1;
  limits.max_number = DOSSIER_LIMITS_MOST_NUMBER + 1;
  g_assert_false (dossier_limits_are_valid (&limits));
}

static void
test_tokens (void)
{
  static const char text[] = " {\"a\" : [1, \"x\\ty\"],\n\"b\":null}";
  static const struct
  {
    DossierToken token;
    const char *text;
    gsize begin;
    gsize end;
    int depth;
  } expected[] = {
    { DOSSIER_TOKEN_OBJECT_BEGIN, "{", 1, 2, 1 },
    { DOSSIER_TOKEN_NAME, "a", 2, 5, 1 },
    { DOSSIER_TOKEN_ARRAY_BEGIN, "[", 8, 9, 2 },
    { DOSSIER_TOKEN_NUMBER, "1", 9, 10, 2 },
    { DOSSIER_TOKEN_STRING, "x\\ty", 12, 18, 2 },
    { DOSSIER_TOKEN_ARRAY_END, "]", 18, 19, 1 },
    { DOSSIER_TOKEN_NAME, "b", 21, 24, 1 },
    { DOSSIER_TOKEN_NULL, "null", 25, 29, 1 },
    { DOSSIER_TOKEN_OBJECT_END, "}", 29, 30, 0 },
    { DOSSIER_TOKEN_END, "", 30, 30, 0 },
  };
  g_auto (DossierScanner) scanner = { 0 };
  g_auto (DossierScanner) range = { 0 };
  gint64 value = 0;

  dossier_scanner_init (&scanner, text, strlen (text), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *token_text = NULL;

      g_assert_cmpint (dossier_scanner_next (&scanner), ==, expected[i].token);
      token_text = g_strndup (scanner.text, scanner.length);
      g_assert_cmpstr (token_text, ==, expected[i].text);
      g_assert_cmpuint (scanner.begin, ==, expected[i].begin);
      g_assert_cmpuint (scanner.end, ==, expected[i].end);
      g_assert_cmpint (scanner.depth, ==, expected[i].depth);
    }

  /* The array alone, by the offsets of the whole. */
  dossier_scanner_init_range (&range, text, 8, 19, NULL);
  g_assert_cmpint (dossier_scanner_next (&range), ==, DOSSIER_TOKEN_ARRAY_BEGIN);
  g_assert_cmpint (dossier_scanner_next (&range), ==, DOSSIER_TOKEN_NUMBER);
  g_assert_cmpuint (range.begin, ==, 9);
  g_assert_cmpint (dossier_scanner_get_integer (&range, &value), ==, DOSSIER_SYNTAX_OK);
  g_assert_cmpint (value, ==, 1);
  g_assert_cmpint (dossier_scanner_next (&range), ==, DOSSIER_TOKEN_STRING);
  g_assert_cmpint (dossier_scanner_next (&range), ==, DOSSIER_TOKEN_ARRAY_END);
  g_assert_cmpint (dossier_scanner_next (&range), ==, DOSSIER_TOKEN_END);

  dossier_scanner_init_range (&range, text, 8, 18, NULL);
  g_assert_false (dossier_scanner_skip_value (&range, NULL));
  g_assert_cmpint (range.error, ==, DOSSIER_SYNTAX_TRUNCATED);
  g_assert_cmpuint (range.error_offset, ==, 18);
}

static void
test_skip (void)
{
  static const char text[] = "{\"a\": [1, {\"b\": [2]}], \"c\": 3, \"d\": {\"e\": 1}, \"f\": [[]]}";
  g_auto (DossierScanner) scanner = { 0 };
  g_autofree char *skipped = NULL;

  dossier_scanner_init (&scanner, text, strlen (text), NULL);
  g_assert_cmpint (dossier_scanner_next (&scanner), ==, DOSSIER_TOKEN_OBJECT_BEGIN);

  /* From the name. */
  g_assert_cmpint (dossier_scanner_next (&scanner), ==, DOSSIER_TOKEN_NAME);
  g_assert_true (dossier_scanner_skip_value (&scanner, NULL));
  skipped = g_strndup (scanner.text, scanner.length);
  g_assert_cmpstr (skipped, ==, "[1, {\"b\": [2]}]");
  g_assert_cmpuint (scanner.begin, ==, 6);
  g_assert_cmpuint (scanner.end, ==, 21);

  /* A value that is one token is there already; to skip it again does nothing. */
  g_assert_cmpint (dossier_scanner_next (&scanner), ==, DOSSIER_TOKEN_NAME);
  g_assert_true (dossier_scanner_skip_value (&scanner, NULL));
  g_assert_cmpint (scanner.token, ==, DOSSIER_TOKEN_NUMBER);
  g_assert_true (dossier_scanner_skip_value (&scanner, NULL));
  g_assert_cmpint (scanner.token, ==, DOSSIER_TOKEN_NUMBER);

  /* From the begin of the value. */
  g_assert_cmpint (dossier_scanner_next (&scanner), ==, DOSSIER_TOKEN_NAME);
  g_assert_cmpint (dossier_scanner_next (&scanner), ==, DOSSIER_TOKEN_OBJECT_BEGIN);
  g_assert_true (dossier_scanner_skip_value (&scanner, NULL));
  g_assert_cmpint (scanner.token, ==, DOSSIER_TOKEN_OBJECT_END);
  g_assert_cmpint (scanner.depth, ==, 1);

  /* From within: only the inner value. */
  g_assert_cmpint (dossier_scanner_next (&scanner), ==, DOSSIER_TOKEN_NAME);
  g_assert_cmpint (dossier_scanner_next (&scanner), ==, DOSSIER_TOKEN_ARRAY_BEGIN);
  g_assert_cmpint (dossier_scanner_next (&scanner), ==, DOSSIER_TOKEN_ARRAY_BEGIN);
  g_assert_true (dossier_scanner_skip_value (&scanner, NULL));
  g_assert_cmpint (scanner.depth, ==, 2);
  g_assert_cmpint (dossier_scanner_next (&scanner), ==, DOSSIER_TOKEN_ARRAY_END);
  g_assert_cmpint (dossier_scanner_next (&scanner), ==, DOSSIER_TOKEN_OBJECT_END);
  g_assert_cmpint (dossier_scanner_next (&scanner), ==, DOSSIER_TOKEN_END);
}

static void
test_text (void)
{
  static const char text[] = "[\"plain\", \"pl\\u0061in\", \"\\ud83d\\ude00\\n\\u00e9\", \"\"]";
  g_autoptr (DossierArena) arena = dossier_arena_new ();
  g_auto (DossierScanner) scanner = { 0 };
  gsize length;

  dossier_scanner_init (&scanner, text, strlen (text), NULL);
  dossier_scanner_next (&scanner);

  for (int i = 0; i < 2; i++)
    {
      g_assert_cmpint (dossier_scanner_next (&scanner), ==, DOSSIER_TOKEN_STRING);
      g_assert_cmpint (scanner.escaped, ==, i == 1);
      g_assert_true (dossier_scanner_text_equals (&scanner, "plain"));
      g_assert_false (dossier_scanner_text_equals (&scanner, "plai"));
      g_assert_false (dossier_scanner_text_equals (&scanner, "plains"));
      g_assert_false (dossier_scanner_text_equals (&scanner, "plane"));
      g_assert_false (dossier_scanner_text_equals (&scanner, ""));
      g_assert_cmpstr (dossier_scanner_get_string (&scanner, arena, &length), ==, "plain");
      g_assert_cmpuint (length, ==, 5);
    }

  dossier_scanner_next (&scanner);
  g_assert_cmpstr (dossier_scanner_get_string (&scanner, arena, &length), ==, "\U0001f600\n\u00e9");
  g_assert_cmpuint (length, ==, 7);
  g_assert_true (dossier_scanner_text_equals (&scanner, "\U0001f600\n\u00e9"));

  dossier_scanner_next (&scanner);
  g_assert_cmpstr (dossier_scanner_get_string (&scanner, arena, NULL), ==, "");
  g_assert_true (dossier_scanner_text_equals (&scanner, ""));
}

static void
test_duplicates (void)
{
  static const struct
  {
    const char *text;
    int n;
    gsize first;
    gsize again;
  } cases[] = {
    { "{\"a\":1,\"b\":2}", 0, 0, 0 },
    { "{\"a\":1,\"a\":2}", 1, 1, 7 },
    { "{\"a\":1,\"\\u0061\":2}", 1, 1, 7 },
    { "{\"a\":1,\"A\":2}", 0, 0, 0 },
    { "[{\"a\":1},{\"a\":1}]", 0, 0, 0 },
    { "{\"a\":{\"a\":{\"a\":1}}}", 0, 0, 0 },
    { "{\"a\":{\"b\":1,\"c\":2},\"a\":1}", 1, 1, 19 },
    { "{\"a\":[{\"b\":1,\"b\":2}],\"c\":1}", 1, 7, 13 },
    { "{\"\":1,\"\":2}", 1, 1, 6 },
    { "{\"a\":1,\"b\":2,\"a\":3,\"b\":4,\"a\":5}", 3, 1, 13 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (DossierScanner) scanner = { 0 };
      g_autoptr (DossierNames) names = dossier_names_new ();
      const DossierDuplicate *duplicates;
      int n;

      dossier_scanner_init (&scanner, cases[i].text, strlen (cases[i].text), NULL);
      g_assert_true (dossier_scanner_skip_value (&scanner, names));
      duplicates = dossier_names_get_duplicates (names, &n);
      g_assert_cmpint (n, ==, cases[i].n);
      if (n > 0)
        {
          g_assert_cmpuint (duplicates[0].first, ==, cases[i].first);
          g_assert_cmpuint (duplicates[0].again, ==, cases[i].again);
        }

      dossier_names_reset (names);
      dossier_names_get_duplicates (names, &n);
      g_assert_cmpint (n, ==, 0);
    }
}

/* A hundred thousand names, twice two of them the same: each compared with each would take a minute. */
static void
test_many_names (void)
{
  g_autoptr (GString) text = g_string_new ("{");
  g_auto (DossierScanner) scanner = { 0 };
  g_autoptr (DossierNames) names = dossier_names_new ();
  const DossierDuplicate *duplicates;
  int n;

  for (int i = 0; i < 100000; i++)
    g_string_append_printf (text, "\"name%d\":%d,", i == 90000 ? 17 : i, i);
  g_string_append (text, "\"n\\u0061me5\":0}");

  dossier_scanner_init (&scanner, text->str, text->len, NULL);
  g_assert_true (dossier_scanner_skip_value (&scanner, names));
  duplicates = dossier_names_get_duplicates (names, &n);
  g_assert_cmpint (n, ==, 2);
  for (int i = 0; i < n; i++)
    {
      gboolean escaped = text->str[duplicates[i].again + 2] == '\\';

      g_assert_true (g_str_has_prefix (text->str + duplicates[i].first, escaped ? "\"name5\"" : "\"name17\":17"));
      g_assert_true (g_str_has_prefix (text->str + duplicates[i].again, escaped ? "\"n\\u" : "\"name17\":90000"));
    }
}

static void
test_messages (void)
{
  static const struct
  {
    const char *text;
    const char *message;
    const char *suggestion;
  } cases[] = {
    { "[1,]", "a comma behind the last value", "remove the comma" },
    { "[True]", "the word “True” means nothing here", "the words are true, false and null; any other is written in double quotes" },
    { "{a:1}", "“a” where a name should be", "write the name of a field in double quotes, as \"title\"" },
    { "[-Infinity]", "“-Infinity” is no number in JSON", "leave the field out if the number is not known" },
    { "[1.]", "“]” follows a decimal point where a digit should be", "write 1.0 or 1, not 1." },
    { "[\"\xff\"]", "the byte 0xFF is not part of a character in UTF-8", "save the document as UTF-8" },
    { "[\"a\nb\"]", "the control character U+000A in a string", "write it as an escape, as \\n for a new line; or a double quote is missing before it" },
    { "[\"\\u0000\"]", "“\\u0000” in a string", "remove it: it is no text" },
    { "[\"\\ud800\"]", "“\\ud800” is half a character", "write both halves, as \\ud83d\\ude00, or the character itself" },
    { "[\"C:\\x\"]", "a backslash before “x” means nothing", "the escapes are \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits; write \\\\ for a backslash" },
    { "[\u05d0]", "U+05D0 cannot stand outside a string", "remove it, or write it within double quotes" },
    { "\"a", "a string begins here and does not end", "write a double quote at its end; within it, write \\\" for one" },
  };
  g_auto (DossierScanner) deep = { 0 };
  DossierLimits limits = { 100, 2, 16 << 20, 10 };
  g_autofree char *deep_message = NULL;
  g_autofree char *deep_suggestion = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (DossierScanner) scanner = { 0 };
      g_autofree char *message = NULL;
      g_autofree char *suggestion = NULL;

      dossier_scanner_init (&scanner, cases[i].text, strlen (cases[i].text), NULL);
      while (dossier_scanner_next (&scanner) < DOSSIER_TOKEN_END)
        ;
      dossier_scanner_describe (&scanner, &message, &suggestion);
      g_assert_cmpstr (message, ==, cases[i].message);
      g_assert_cmpstr (suggestion, ==, cases[i].suggestion);
    }

  dossier_scanner_init (&deep, "[[[", 3, &limits);
  g_assert_false (dossier_scanner_skip_value (&deep, NULL));
  dossier_scanner_describe (&deep, &deep_message, &deep_suggestion);
  g_assert_cmpstr (deep_message, ==, "more than 2 objects and arrays within each other");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scanner/vectors", test_vectors);
  g_test_add_func ("/scanner/truncations", test_truncations);
  g_test_add_func ("/scanner/string-positions", test_string_positions);
  g_test_add_func ("/scanner/depth", test_depth);
  g_test_add_func ("/scanner/mixed-depth", test_mixed_depth);
  g_test_add_func ("/scanner/limits", test_limits);
  g_test_add_func ("/scanner/tokens", test_tokens);
  g_test_add_func ("/scanner/skip", test_skip);
  g_test_add_func ("/scanner/text", test_text);
  g_test_add_func ("/scanner/duplicates", test_duplicates);
  g_test_add_func ("/scanner/many-names", test_many_names);
  g_test_add_func ("/scanner/messages", test_messages);

  return g_test_run ();
}
