/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-object-text.h"

#include <string.h>

static void
test_set (void)
{
  static const struct
  {
    const char *text;
    const char *name;
    const char *value; /* NULL to remove it */
    const char *expected;
  } cases[] = {
    { "{\"a\": 1}", "a", "2", "{\"a\": 2}" },
    { "{\"a\": 1}", "a", NULL, "{}" },
    { "{ \"a\" :1 , \"b\": [1, {\"a\": 0}] }", "b", "\"x\"", "{ \"a\" :1 , \"b\": \"x\" }" },
    { "{ \"a\": 1, \"b\": 2, \"c\": 3 }", "a", NULL, "{ \"b\": 2, \"c\": 3 }" },
    { "{ \"a\": 1, \"b\": 2, \"c\": 3 }", "b", NULL, "{ \"a\": 1, \"c\": 3 }" },
    { "{ \"a\": 1, \"b\": 2, \"c\": 3 }", "c", NULL, "{ \"a\": 1, \"b\": 2 }" },
    { "{ \"a\": 1, \"b\": 2 }", "c", NULL, "{ \"a\": 1, \"b\": 2 }" },
    { "{ \"a\": 1 }", "b", "true", "{ \"a\": 1, \"b\": true }" },
    { "{}", "b", "true", "{ \"b\": true }" },
    { "{\n  \"a\": 1\n}", "b", "2", "{\n  \"a\": 1,\n  \"b\": 2\n}" },
    { "{\n\t\t\"a\": 1,\n\t\t\"z\": {}}", "b", "2", "{\n\t\t\"a\": 1,\n\t\t\"z\": {},\n\t\t\"b\": 2}" },
    { "{\n  \"a\": 1,\n  \"b\": 2\n}", "b", NULL, "{\n  \"a\": 1\n}" },
    { "{\n  \"a\": 1,\n  \"b\": 2\n}", "a", NULL, "{\n  \"b\": 2\n}" },
    /* What nobody knows, and what no machine holds, stays. */
    { "{\"x\": 123456789012345678901234567890, \"\\u0061\": 1.50}", "b", "0", "{\"x\": 123456789012345678901234567890, \"\\u0061\": 1.50, \"b\": 0}" },
    /* An escaped name is the same name. */
    { "{\"\\u0061\": 1}", "a", "2", "{\"\\u0061\": 2}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *result = dossier_object_text_set (cases[i].text, cases[i].name, cases[i].value);

      g_assert_cmpstr (result, ==, cases[i].expected);
    }
}

static void
test_find (void)
{
  const char *text = "{\"b\": {\"a\": 1}, \"a\": [ 2 ]}";
  DossierTextRange range;

  g_assert_false (dossier_object_text_find (text, "c", NULL));
  g_assert_true (dossier_object_text_find (text, "a", &range));
  g_assert_cmpint (range.end - range.begin, ==, 5);
  g_assert_true (g_str_has_prefix (text + range.begin, "[ 2 ]"));
}

static void
test_list (void)
{
  static const struct
  {
    const char *text;
    const char *elements; /* between bars */
  } cases[] = {
    { "[]", "" },
    { "[ ]", "" },
    { "[1]", "1|" },
    { "[ 1 , \"]\",[2, [3]],{\"a\": [4]} ]", "1|\"]\"|[2, [3]]|{\"a\": [4]}|" },
    { "[\n  {},\n  null\n]", "{}|null|" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) ranges = dossier_array_text_list (cases[i].text, 0, strlen (cases[i].text));
      g_autoptr (GString) elements = g_string_new (NULL);

      for (guint j = 0; j < ranges->len; j++)
        {
          DossierTextRange range = g_array_index (ranges, DossierTextRange, j);

          g_string_append_len (elements, cases[i].text + range.begin, (gssize) (range.end - range.begin));
          g_string_append_c (elements, '|');
        }
      g_assert_cmpstr (elements->str, ==, cases[i].elements);
    }
}

static void
test_quote (void)
{
  g_autofree char *quoted = dossier_text_quote ("a \"b\"\n\\ ü");

  g_assert_cmpstr (quoted, ==, "\"a \\\"b\\\"\\n\\\\ ü\"");
}

static void
test_join_lines (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "", "" },
    { "{\"a\": 1}", "{\"a\": 1}" },
    { "{\n  \"a\": \"x  y\\n\",\r\n\n\t\"b\": [\n    1\n  ]\n}", "{ \"a\": \"x  y\\n\", \"b\": [ 1 ] }" },
    { "[]\n", "[] " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *joined = dossier_text_join_lines (cases[i].text);

      g_assert_cmpstr (joined, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/object-text/set", test_set);
  g_test_add_func ("/object-text/find", test_find);
  g_test_add_func ("/object-text/list", test_list);
  g_test_add_func ("/object-text/quote", test_quote);
  g_test_add_func ("/object-text/join-lines", test_join_lines);

  return g_test_run ();
}
