/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-reader.h"
#include "model/dossier-scanner.h"

#include <string.h>

/* The cases of a public suite, data/json/suite.tsv, and how many there must be of each sort. */
#define N_ACCEPTED 95
#define N_REJECTED 188
#define N_OURS 35

typedef void (*Check) (const char *name, const char *data, gsize length);

/* Gives every case of the suite to @check, in memory of exactly its size. */
static void
for_each_case (Check check)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "json", "suite.tsv", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  int n_accepted = 0, n_rejected = 0, n_ours = 0;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);

  for (int i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = NULL;
      g_autoptr (GByteArray) all = g_byte_array_new ();
      g_autofree char *data = NULL;
      guint64 times = 1;

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;

      fields = g_strsplit (lines[i], "\t", -1);
      if (fields[2] != NULL)
        g_assert_true (g_ascii_string_to_unsigned (fields[2], 10, 1, 1000000, &times, &error));
      for (guint64 j = 0; j < times + (fields[2] != NULL && fields[3] != NULL ? 1 : 0); j++)
        {
          g_autoptr (GBytes) bytes = g_uri_unescape_bytes (fields[j < times ? 1 : 3], -1, NULL, &error);

          g_assert_no_error (error);
          g_byte_array_append (all, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
        }

      n_accepted += *fields[0] == 'y';
      n_rejected += *fields[0] == 'n';
      n_ours += *fields[0] == 'i';
      g_test_message ("%s", fields[0]);
      data = all->len > 0 ? g_memdup2 (all->data, all->len) : NULL;
      check (fields[0], data, all->len);
    }

  g_assert_cmpint (n_accepted, ==, N_ACCEPTED);
  g_assert_cmpint (n_rejected, ==, N_REJECTED);
  g_assert_cmpint (n_ours, ==, N_OURS);
}

static void
check_grammar (const char *name, const char *data, gsize length)
{
  g_auto (DossierScanner) scanner = { 0 };
  gboolean good;

  dossier_scanner_init (&scanner, data, length, NULL);
  good = dossier_scanner_skip_value (&scanner, NULL) && dossier_scanner_next (&scanner) == DOSSIER_TOKEN_END;

  if (*name == 'y')
    g_assert_cmpstr (dossier_syntax_get_name (scanner.error), ==, "ok");
  else if (*name == 'n')
    g_assert_false (good);
  g_assert_cmpint (good, ==, scanner.error == DOSSIER_SYNTAX_OK);
}

static void
test_grammar (void)
{
  for_each_case (check_grammar);
}

/* As what a field holds that the format does not know: it is kept letter for letter, whatever good JSON it is. */
static void
check_reader (const char *name, const char *data, gsize length)
{
  static const char before[] = "{\"dossier\": 1, \"title\": \"A\", \"other\": ";
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  g_byte_array_append (all, (const guint8 *) before, sizeof before - 1);
  g_byte_array_append (all, (const guint8 *) data, (guint) length);
  g_byte_array_append (all, (const guint8 *) "}", 1);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&all));

  document = dossier_reader_read_bytes (bytes, NULL, NULL, report, NULL, &error);
  if (*name == 'y')
    {
      g_assert_no_error (error);
      g_assert_nonnull (document);
    }
  else if (*name == 'n')
    {
      g_assert_null (document);
      g_assert_nonnull (error);
    }
  g_assert_true ((document != NULL) == (error == NULL));
}

static void
test_reader (void)
{
  for_each_case (check_reader);
}

/* As a whole file none of them is a dossier. */
static void
check_file (const char *name, const char *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  document = dossier_reader_read_bytes (bytes, NULL, NULL, report, NULL, &error);
  g_assert_null (document);
  g_assert_nonnull (error);
}

static void
test_file (void)
{
  for_each_case (check_file);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-suite/grammar", test_grammar);
  g_test_add_func ("/json-suite/reader", test_reader);
  g_test_add_func ("/json-suite/file", test_file);

  return g_test_run ();
}
