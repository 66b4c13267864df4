/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/dossier-command-date.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* What the next run prints goes here: the command prints with g_print() and g_printerr(). */
static GString *output;
static GString *errors;

static void
collect_output (const char *text)
{
  g_string_append (output, text);
}

static void
collect_errors (const char *text)
{
  g_string_append (errors, text);
}

/* Runs the command with @arguments, which end with NULL. */
static int
run (const char *const *arguments)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  GPrintFunc print_before, printerr_before;
  int status;

  g_ptr_array_add (argv, g_strdup ("date"));
  for (int i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, g_strdup (arguments[i]));

  g_string_truncate (output, 0);
  g_string_truncate (errors, 0);
  print_before = g_set_print_handler (collect_output);
  printerr_before = g_set_printerr_handler (collect_errors);
  status = dossier_command_date ((int) argv->len, (char **) argv->pdata);
  g_set_print_handler (print_before);
  g_set_printerr_handler (printerr_before);

  return status;
}

static void
test_lines (void)
{
  static const struct
  {
    const char *expression;
    const char *line;
  } lines[] = {
    { "2024-03-29", "2024-03-29\t0\t2024-03-29\t2024-03-29\n" },
    { "2024-03?", "2024-03?\t1\t2024-03-01\t2024-03-31\n" },
    { "2024-04-11/..", "2024-04-11/..\t1\t2024-04-11\t-\n" },
    { "../1985", "../1985\t1\t-\t1985-12-31\n" },
    { "1985/", "1985/\t1\t1985-01-01\t-\n" },
    { "-0218", "-0218\t1\t-0218-01-01\t-0218-12-31\n" },
    { "-01XX", "-01XX\t1\t-0199-01-01\t-0100-12-31\n" },
    { "0000", "0000\t0\t0000-01-01\t0000-12-31\n" },
    { "Y-17E7", "Y-17E7\t2\tY-170000000-01-01\tY-170000000-12-31\n" },
    { "Y12345", "Y12345\t1\tY12345-01-01\tY12345-12-31\n" },
    { "1985-04-12T23:20:30Z", "1985-04-12T23:20:30Z\t0\t1985-04-12T23:20:30Z\t1985-04-12T23:20:30Z\n" },
    { "1985-04-12T23:20:30-04", "1985-04-12T23:20:30-04\t0\t1985-04-13T03:20:30Z\t1985-04-13T03:20:30Z\n" },
    { "1985-04-12T23:20:30", "1985-04-12T23:20:30\t0\t1985-04-12T23:20:30\t1985-04-12T23:20:30\n" },
    { "2024-03-29T10Z", "2024-03-29T10Z\t2\t2024-03-29T10:00:00Z\t2024-03-29T10:59:59Z\n" },
    { "[2023-08,2023-09]", "[2023-08,2023-09]\t2\t2023-08-01\t2023-09-30\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const char *const arguments[] = { lines[i].expression, NULL };

      g_assert_cmpint (run (arguments), ==, 0);
      g_assert_cmpstr (output->str, ==, lines[i].line);
      g_assert_cmpstr (errors->str, ==, "");
    }
}

static void
test_options (void)
{
  const char *const text[] = { "--text", "2024-04-08/2024-04-09", "-0217", NULL };
  const char *const behind[] = { "-0217", "--text", "--", "2024", NULL };
  const char *const wrong[] = { "--no-such-option", "2024", NULL };
  const char *const dashes[] = { "--", "--json", NULL };
  const char *const none[] = { NULL };

  g_assert_cmpint (run (text), ==, 0);
  g_assert_cmpstr (output->str, ==, "2024-04-08/2024-04-09\t0\t2024-04-08\t2024-04-09\t8–9 April 2024\n-0217\t1\t-0217-01-01\t-0217-12-31\t218 BCE\n");
  g_assert_cmpint (run (behind), ==, 0);
  g_assert_cmpstr (output->str, ==, "-0217\t1\t-0217-01-01\t-0217-12-31\t218 BCE\n2024\t0\t2024-01-01\t2024-12-31\t2024\n");

  g_assert_cmpint (run (wrong), ==, 2);
  g_assert_cmpstr (output->str, ==, "");
  g_assert_cmpint (run (dashes), ==, 1);
  g_assert_cmpint (run (none), ==, 2);
  g_assert_nonnull (strstr (errors->str, "dossier date EXPR"));
}

static void
test_invalid (void)
{
  const char *const arguments[] = { "2024", "2023-02-30", "", "2025", NULL };
  const char *const backward[] = { "2005/2004", NULL };

  g_assert_cmpint (run (arguments), ==, 1);
  g_assert_cmpstr (output->str, ==, "2024\t0\t2024-01-01\t2024-12-31\n2025\t0\t2025-01-01\t2025-12-31\n");
  g_assert_true (g_str_has_prefix (errors->str, "2023-02-30: at character 9: "));
  g_assert_nonnull (strstr (errors->str, "\n: nothing is written"));

  g_assert_cmpint (run (backward), ==, 0);
  g_assert_cmpstr (output->str, ==, "2005/2004\t0\t2005-01-01\t2004-12-31\n");
  g_assert_cmpstr (errors->str, ==, "2005/2004: the interval runs backward\n");
}

/* Nothing that is echoed may move the cursor, turn the text around or begin a line. */
static void
test_harmless (void)
{
  static const char *const evil[] = { "\033[2J2024", "20\n24", "2024\t1", "\u202e2024", "2024\xff", "\xc2\x9b"
                                                                                                    "31m",
                                      "--\033[2J" };

  for (gsize i = 0; i < G_N_ELEMENTS (evil); i++)
    for (int with_json = 0; with_json < 2; with_json++)
      {
        const char *const arguments[] = { evil[i], with_json ? "--json" : NULL, NULL };

        g_assert_cmpint (run (arguments), >=, 1);
        g_assert_true (g_utf8_validate (output->str, -1, NULL));
        g_assert_true (g_utf8_validate (errors->str, -1, NULL));
        g_assert_null (strpbrk (output->str, "\033\t"));
        g_assert_null (strpbrk (errors->str, "\033\t"));
        g_assert_null (strstr (output->str, "\u202e"));
        g_assert_null (strstr (errors->str, "\u202e"));
        g_assert_null (strstr (output->str, "\xc2\x9b"));
        g_assert_null (strstr (errors->str, "\xc2\x9b"));
        /* One line, and its end. */
        g_assert_true (strchr (errors->str, '\n') == errors->str + errors->len - 1);
      }
}

static void
test_json (void)
{
  const char *const arguments[] = { "--json", "--text", "2024-03-21~/2024-03-31~", "1985/..", "2023-13", NULL };
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;
  JsonArray *array;
  JsonObject *object;

  g_assert_cmpint (run (arguments), ==, 1);
  root = json_from_string (output->str, &error);
  g_assert_no_error (error);
  array = json_node_get_array (root);
  g_assert_cmpuint (json_array_get_length (array), ==, 3);

  object = json_array_get_object_element (array, 0);
  g_assert_cmpstr (json_object_get_string_member (object, "expression"), ==, "2024-03-21~/2024-03-31~");
  g_assert_cmpint (json_object_get_int_member (object, "level"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (object, "earliest"), ==, "2024-03-21");
  g_assert_cmpstr (json_object_get_string_member (object, "latest"), ==, "2024-03-31");
  g_assert_cmpstr (json_object_get_string_member (object, "text"), ==, "late March 2024");

  object = json_array_get_object_element (array, 1);
  g_assert_true (json_object_get_null_member (object, "latest"));

  object = json_array_get_object_element (array, 2);
  g_assert_cmpstr (json_object_get_string_member (object, "expression"), ==, "2023-13");
  g_assert_nonnull (strstr (json_object_get_string_member (object, "error"), "there is no month 13"));
  g_assert_false (json_object_has_member (object, "level"));
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  output = g_string_new (NULL);
  errors = g_string_new (NULL);
  g_test_add_func ("/command-date/lines", test_lines);
  g_test_add_func ("/command-date/options", test_options);
  g_test_add_func ("/command-date/invalid", test_invalid);
  g_test_add_func ("/command-date/harmless", test_harmless);
  g_test_add_func ("/command-date/json", test_json);
  status = g_test_run ();
  g_string_free (output, TRUE);
  g_string_free (errors, TRUE);

  return status;
}
