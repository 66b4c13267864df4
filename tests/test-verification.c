/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-verification.h"

#include "samples.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TEXT "One “Ärger” comes. Two Ärger go,\nand the rest is silence. Ärger?"

static DossierSourceText *
make_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  DossierSourceText *self = dossier_source_text_new (bytes, &error);

  g_assert_no_error (error);

  return self;
}

/* Where words stand, and how well that fits what is said of them. */
static void
test_find (void)
{
  static const struct
  {
    DossierSelector selector;
    DossierFit fit;
    int start;
  } cases[] = {
    { { "One", NULL, NULL, 0 }, DOSSIER_FIT_EXACT, 0 },
    { { "Ärger", NULL, NULL, 5 }, DOSSIER_FIT_EXACT, 5 },
    { { "Ärger", NULL, NULL, 23 }, DOSSIER_FIT_EXACT, 23 },
    { { "silence", NULL, NULL, -1 }, DOSSIER_FIT_EXACT, 49 },
    { { "silence", NULL, NULL, 50 }, DOSSIER_FIT_MOVED, 49 },
    { { "silence", NULL, NULL, 1000000 }, DOSSIER_FIT_MOVED, 49 },
    /* Several places: the words around it decide, and nothing else. */
    { { "Ärger", NULL, NULL, -1 }, DOSSIER_FIT_AMBIGUOUS, -1 },
    { { "Ärger", NULL, NULL, 6 }, DOSSIER_FIT_AMBIGUOUS, -1 },
    { { "Ärger", "Two ", NULL, -1 }, DOSSIER_FIT_EXACT, 23 },
    { { "Ärger", NULL, "?", -1 }, DOSSIER_FIT_EXACT, 58 },
    { { "Ärger", "Two ", NULL, 6 }, DOSSIER_FIT_MOVED, 23 },
    { { "Ärger", "Two ", NULL, 5 }, DOSSIER_FIT_MOVED, 23 },
    { { "Ärger", "Six ", NULL, 5 }, DOSSIER_FIT_AMBIGUOUS, -1 },
    { { "Ärger", NULL, "x", -1 }, DOSSIER_FIT_AMBIGUOUS, -1 },
    /* The only place there is, though what is said to stand around it does not. */
    { { "silence", "x", NULL, 49 }, DOSSIER_FIT_EXACT, 49 },
    { { "silence", "x", NULL, 5 }, DOSSIER_FIT_MOVED, 49 },
    /* Letter for letter. */
    { { "one", NULL, NULL, 0 }, DOSSIER_FIT_ORPHANED, -1 },
    { { "Arger", NULL, NULL, 5 }, DOSSIER_FIT_ORPHANED, -1 },
    { { "go, and", NULL, NULL, -1 }, DOSSIER_FIT_ORPHANED, -1 },
    { { TEXT, NULL, NULL, 0 }, DOSSIER_FIT_EXACT, 0 },
    { { TEXT "!", NULL, NULL, 0 }, DOSSIER_FIT_ORPHANED, -1 },
    { { "One", "long before the begin of the text", NULL, 0 }, DOSSIER_FIT_EXACT, 0 },
    { { "?", NULL, "long behind its end", 63 }, DOSSIER_FIT_EXACT, 63 },
  };
  g_autoptr (DossierSourceText) text = make_text (TEXT);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DossierPlaceInText place;

      g_test_message ("%" G_GSIZE_FORMAT ": %s", i, cases[i].selector.exact);
      dossier_source_text_find (text, &cases[i].selector, &place);
      g_assert_cmpint (place.fit, ==, cases[i].fit);
      g_assert_cmpint ((int) place.start, ==, cases[i].start);
      if (place.begin >= 0)
        g_assert_cmpstr (g_utf8_offset_to_pointer (TEXT, place.start), ==, TEXT + place.begin);
    }
}

/* Code points are counted in long texts, too: at and around every mark. */
static void
test_long (void)
{
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autoptr (DossierSourceText) text = NULL;

  for (int i = 0; i < 5000; i++)
    g_string_append_printf (long_text, "%s%d ", i % 3 == 0 ? "ä" : i % 3 == 1 ? "€" : "😀", i);
  text = make_text (long_text->str);

  for (int i = 0; i < 5000; i += 7)
    {
      g_autofree char *exact = g_strdup_printf ("%s%d ", i % 3 == 0 ? "ä" : i % 3 == 1 ? "€" : "😀", i);
      gint64 start = g_utf8_pointer_to_offset (long_text->str, strstr (long_text->str, exact));
      DossierSelector selector = { exact, NULL, NULL, start };
      DossierPlaceInText place;

      dossier_source_text_find (text, &selector, &place);
      g_assert_cmpint (place.fit, ==, DOSSIER_FIT_EXACT);
      selector.start = -1;
      dossier_source_text_find (text, &selector, &place);
      g_assert_cmpint (place.fit, ==, DOSSIER_FIT_EXACT);
      g_assert_cmpint (place.start, ==, start);
    }
}

static void
test_context (void)
{
  static const struct
  {
    const char *exact;
    int n_characters;
    const char *before;
    const char *behind;
  } cases[] = {
    { "Two", 100, "One “Ärger” comes. ", " Ärger go, and the rest is silence. Ärger?" },
    { "Two", 9, "… comes. ", " Ärger …" },
    { "go,", 12, "… Two Ärger ", " and the …" },
    { "One", 0, "", "…" },
    { "Two", 3, "… ", " …" },
  };
  g_autoptr (DossierSourceText) text = make_text (TEXT);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *behind = NULL;

      g_test_message ("%s %d", cases[i].exact, cases[i].n_characters);
      dossier_source_text_dup_context (text, strstr (TEXT, cases[i].exact) - TEXT, cases[i].exact, cases[i].n_characters, &before, &behind);
      g_assert_cmpstr (before, ==, cases[i].before);
      g_assert_cmpstr (behind, ==, cases[i].behind);
    }
}

static void
assert_refused (const char *folder, const char *name, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierSourceText) text = dossier_source_text_read (folder, name, 1000, NULL, &error);

  g_test_message ("%s", name);
  g_assert_null (text);
  g_assert_error (error, domain, code);
}

/* A dossier of a stranger names what is read: nothing but a text in its own folder. */
static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("dossier-XXXXXX", &error);
  g_autofree char *inner = g_build_filename (folder, "inner", NULL);
  g_autofree char *outside = g_build_filename (folder, "outside.txt", NULL);
  g_autofree char *beside = g_build_filename (folder, "inner-beside", NULL);
  g_autofree char *good = g_build_filename (inner, "good.txt", NULL);
  g_autofree char *link = g_build_filename (inner, "link.txt", NULL);
  g_autofree char *near_link = g_build_filename (inner, "near.txt", NULL);
  g_autofree char *other_link = g_build_filename (inner, "other.txt", NULL);
  g_autofree char *latin = g_build_filename (inner, "latin.txt", NULL);
  g_autofree char *fifo = g_build_filename (inner, "fifo", NULL);
  g_autofree char *large = g_build_filename (inner, "large.txt", NULL);
  g_autofree char *spaces = g_strnfill (1001, ' ');
  const char *const all[] = { outside, beside, good, link, near_link, other_link, latin, fifo, large, inner, folder };
  DossierSourceText *text;

  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  g_assert_true (g_file_set_contents (outside, "secret", -1, NULL));
  g_assert_true (g_file_set_contents (beside, "secret", -1, NULL));
  g_assert_true (g_file_set_contents (good, "good", -1, NULL));
  g_assert_true (g_file_set_contents (latin, "\xe4", -1, NULL));
  g_assert_true (g_file_set_contents (large, spaces, -1, NULL));
  g_assert_cmpint (symlink ("../outside.txt", link), ==, 0);
  g_assert_cmpint (symlink ("good.txt", near_link), ==, 0);
  g_assert_cmpint (symlink ("../inner-beside", other_link), ==, 0);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);

  text = dossier_source_text_read (inner, "good.txt", 1000, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (dossier_source_text_get_size (text), ==, 4);
  g_assert_cmpstr (dossier_source_text_get_sha256 (text), ==, "770e607624d689265ca6c44884d0807d9b054d23c473c106c72be9de08b7376c");
  dossier_source_text_free (text);
  text = dossier_source_text_read (inner, "near.txt", 1000, NULL, &error);
  g_assert_no_error (error);
  dossier_source_text_free (text);

  assert_refused (inner, "missing.txt", G_FILE_ERROR, G_FILE_ERROR_NOENT);
  assert_refused (inner, "../outside.txt", DOSSIER_ERROR, DOSSIER_ERROR_FILE);
  assert_refused (inner, "../inner/good.txt", DOSSIER_ERROR, DOSSIER_ERROR_FILE);
  assert_refused (inner, "link.txt", DOSSIER_ERROR, DOSSIER_ERROR_FILE);
  assert_refused (inner, "other.txt", DOSSIER_ERROR, DOSSIER_ERROR_FILE);
  assert_refused (inner, "..", DOSSIER_ERROR, DOSSIER_ERROR_FILE);
  assert_refused (inner, ".", DOSSIER_ERROR, DOSSIER_ERROR_FILE);
  assert_refused (inner, "fifo", DOSSIER_ERROR, DOSSIER_ERROR_FILE);
  assert_refused (inner, "large.txt", DOSSIER_ERROR, DOSSIER_ERROR_FILE);
  assert_refused (inner, "latin.txt", DOSSIER_ERROR, DOSSIER_ERROR_FILE);

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    g_assert_cmpint (g_remove (all[i]), ==, 0);
}

/* The bundled dossier against the article: all is exact; with a line before it, all has moved. */
static void
test_bundled (void)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = samples_read_bundled (report);
  g_autoptr (DossierVerification) verification = dossier_verification_new (document, NULL);
  int n = dossier_document_get_count (document, DOSSIER_RECORD_QUOTE);
  const char *why;

  if (!samples_have_article ())
    return;

  g_assert_cmpint (dossier_verification_get_count (verification, DOSSIER_FIT_EXACT), ==, n);
  g_assert_cmpint (dossier_verification_get_text_state (verification, 0, &why), ==, DOSSIER_TEXT_STATE_SAME);
  g_assert_null (why);
  g_assert_cmpint (dossier_verification_get_text_state (verification, 1, &why), ==, DOSSIER_TEXT_STATE_NONE);

  dossier_verification_report (verification, report, "x");
  g_assert_cmpint (dossier_report_get_n_warnings (report), ==, 0);
}

static const char *const changed_dossier =
    "{'dossier': 1, 'title': 'T',\n"
    "'sources': [{'id': 's', 'csl': {'type': 'book'}, 'file': 'text.txt',\n"
    "  'sha256': '0000000000000000000000000000000000000000000000000000000000000000'},\n"
    " {'id': 'n', 'csl': {'type': 'book'}, 'file': 'none.txt'}],\n"
    "'quotes': [\n"
    "{'id': 'q0', 'source': 's', 'exact': 'silence', 'start': 49, 'end': 56},\n"
    "{'id': 'q1', 'source': 's', 'exact': 'silence', 'start': 40, 'end': 47},\n"
    "{'id': 'q2', 'source': 's', 'exact': 'Ärger'},\n"
    "{'id': 'q3', 'source': 's', 'exact': 'noise'},\n"
    "{'id': 'q4', 'source': 'n', 'exact': 'silence'}]}";

static void
verified_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  DossierVerification **verification = data;
  g_autoptr (GError) error = NULL;

  *verification = dossier_verification_new_finish (result, &error);
  g_assert_no_error (error);
}

/* What does not fit is told with its place, and nothing is mended. */
static void
test_changed (void)
{
  static const struct
  {
    DossierFit fit;
    const char *id;
    int line;
  } expected[] = {
    { DOSSIER_FIT_EXACT, NULL, 0 },
    { DOSSIER_FIT_MOVED, "quote-moved", 7 },
    { DOSSIER_FIT_AMBIGUOUS, "quote-ambiguous", 8 },
    { DOSSIER_FIT_ORPHANED, "quote-orphaned", 9 },
    { DOSSIER_FIT_UNKNOWN, NULL, 0 },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("dossier-XXXXXX", &error);
  g_autofree char *text_path = g_build_filename (folder, "text.txt", NULL);
  g_autofree char *path = g_build_filename (folder, "a.dossier", NULL);
  g_autofree char *json = samples_make_json (changed_dossier);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = NULL;
  g_autoptr (DossierVerification) verification = NULL;
  g_autofree char *before = NULL;
  g_autofree char *behind = NULL;
  const char *why;
  int nth = 0;

  g_assert_true (g_file_set_contents (text_path, TEXT, -1, NULL));
  g_assert_true (g_file_set_contents (path, json, -1, NULL));
  document = dossier_reader_read_file (file, NULL, report, NULL, &error);
  g_assert_no_error (error);

  dossier_verification_new_async (document, NULL, verified_cb, &verification);
  while (verification == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (dossier_verification_get_text_state (verification, 0, &why), ==, DOSSIER_TEXT_STATE_CHANGED);
  g_assert_cmpint (dossier_verification_get_text_state (verification, 1, &why), ==, DOSSIER_TEXT_STATE_MISSING);
  g_assert_nonnull (why);

  dossier_verification_report (verification, report, "a.dossier");
  g_assert_cmpint (dossier_report_get_n_warnings (report), ==, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *pointer = g_strdup_printf ("/quotes/%d", (int) i);
      const DossierDiagnostic *diagnostic;
      DossierPlaceInText place;

      dossier_verification_get_place (verification, (int) i, &place);
      g_assert_cmpint (place.fit, ==, expected[i].fit);
      g_assert_cmpint (dossier_verification_get_count (verification, expected[i].fit), ==, 1);
      if (expected[i].id == NULL)
        continue;

      diagnostic = dossier_report_get (report, nth++);
      g_assert_cmpstr (diagnostic->id, ==, expected[i].id);
      g_assert_cmpstr (diagnostic->pointer, ==, pointer);
      g_assert_cmpint (diagnostic->line, ==, expected[i].line);
    }

  g_assert_true (dossier_verification_dup_context (verification, 1, 12, &before, &behind));
  g_assert_cmpstr (before, ==, "… rest is ");
  g_assert_cmpstr (behind, ==, ". Ärger?");
  g_assert_false (dossier_verification_dup_context (verification, 2, 12, &before, &behind));

  g_assert_cmpint (g_remove (text_path), ==, 0);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verification/find", test_find);
  g_test_add_func ("/verification/long", test_long);
  g_test_add_func ("/verification/context", test_context);
  g_test_add_func ("/verification/read", test_read);
  g_test_add_func ("/verification/bundled", test_bundled);
  g_test_add_func ("/verification/changed", test_changed);

  return g_test_run ();
}
