/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-events-private.h"
#include "model/dossier-reading.h"

#include "generated.h"
#include "samples.h"

#include <string.h>

/* However many threads read a document, and wherever each of them begins, it is the same, and so is what is wrong. */

static DossierDocument *
read_bytes (GBytes *bytes, GeneratedForm form, gsize chunk_size, int n_threads, char **problems)
{
  g_autoptr (GFile) file = g_file_new_for_path (form == GENERATED_LINES ? "/x.dossierl" : "/x.dossier");
  g_autoptr (DossierReport) report = dossier_report_new ();
  DossierDocument *document;

  dossier_reading_set_threads (chunk_size, n_threads);
  document = dossier_reader_read_bytes (bytes, file, NULL, report, NULL, NULL);
  dossier_reading_set_threads (0, 0);

  g_assert_true ((document == NULL) == (dossier_report_get_n_errors (report) > 0));
  *problems = g_strdup_printf ("%d errors, %d warnings\n", dossier_report_get_n_errors (report), dossier_report_get_n_warnings (report));
  {
    g_autofree char *text = dossier_report_to_text (report);
    char *both = g_strconcat (*problems, text, NULL);

    g_free (*problems);
    *problems = both;
  }

  return document;
}

static void
assert_same (DossierDocument *one, DossierDocument *other)
{
  const DossierEvents *first = dossier_document_get_events (one);
  const DossierEvents *second = dossier_document_get_events (other);
  int n = dossier_document_get_count (one, DOSSIER_RECORD_EVENT);

  for (int type = DOSSIER_RECORD_NONE + 1; type < DOSSIER_N_RECORDS; type++)
    g_assert_cmpint (dossier_document_get_count (one, (DossierRecord) type), ==, dossier_document_get_count (other, (DossierRecord) type));

  for (int i = 0; i < n; i++)
    {
      DossierRef ref = { DOSSIER_RECORD_EVENT, i };
      g_autofree char *id = dossier_document_dup_id (one, ref);
      DossierSpan span, other_span;
      guint32 begin, end, other_begin, other_end;

      g_assert_true (dossier_ref_equal (dossier_document_lookup (other, id), ref));
      g_assert_cmpuint (dossier_events_get_id_offset (first, i), ==, dossier_events_get_id_offset (second, i));
      dossier_events_get_range (first, i, &begin, &end);
      dossier_events_get_range (second, i, &other_begin, &other_end);
      g_assert_cmpuint (begin, ==, other_begin);
      g_assert_cmpuint (end, ==, other_end);
      dossier_events_get_span (first, i, &span);
      dossier_events_get_span (second, i, &other_span);
      g_assert_cmpint (span.start_earliest, ==, other_span.start_earliest);
      g_assert_cmpint (span.start_latest, ==, other_span.start_latest);
      g_assert_cmpint (span.end_earliest, ==, other_span.end_earliest);
      g_assert_cmpint (span.end_latest, ==, other_span.end_latest);
      g_assert_cmpint (span.flags, ==, other_span.flags);
      g_assert_cmpint (dossier_events_get_kind (first, i), ==, dossier_events_get_kind (second, i));
      g_assert_cmpint (dossier_events_get_status (first, i), ==, dossier_events_get_status (second, i));
      g_assert_cmpint (dossier_events_get_weight (first, i), ==, dossier_events_get_weight (second, i));
      g_assert_cmpint (dossier_events_get_credibility (first, i), ==, dossier_events_get_credibility (second, i));
      g_assert_cmpint (dossier_events_get_n_links (first, i), ==, dossier_events_get_n_links (second, i));
      for (int j = 0; j < dossier_events_get_n_links (first, i); j++)
        {
          DossierEventLink link = dossier_events_get_link (first, i, j);
          DossierEventLink other_link = dossier_events_get_link (second, i, j);

          g_assert_cmpuint (link.target, ==, other_link.target);
          g_assert_cmpint (link.relation, ==, other_link.relation);
          g_assert_cmpint (link.role, ==, other_link.role);
        }
      g_assert_cmpint (dossier_document_get_n_referrers (one, ref), ==, dossier_document_get_n_referrers (other, ref));
    }
}

static void
compare (GBytes *bytes, GeneratedForm form, int *n_good)
{
  static const struct
  {
    gsize chunk_size;
    int n_threads;
  } ways[] = { { 1, 2 }, { 1000, 3 }, { 1, 7 } };
  g_autofree char *problems = NULL;
  g_autoptr (DossierDocument) document = read_bytes (bytes, form, 1, 1, &problems);

  *n_good += document != NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *other_problems = NULL;
      g_autoptr (DossierDocument) other = read_bytes (bytes, form, ways[i].chunk_size, ways[i].n_threads, &other_problems);

      g_assert_cmpstr (other_problems, ==, problems);
      if (document != NULL)
        assert_same (document, other);
    }
}

static void
test_good (gconstpointer data)
{
  GeneratedForm form = GPOINTER_TO_INT (data);

  for (guint32 seed = 1; seed <= 6; seed++)
    {
      g_autoptr (GBytes) bytes = generated_make_bytes (40 * (int) seed, seed, form);
      int n_good = 0;

      compare (bytes, form, &n_good);
      g_assert_cmpint (n_good, ==, 1);
    }
}

/* Breaks one thing in a document, anywhere. */
static GBytes *
break_somewhere (GRand *random, GBytes *bytes)
{
  static const char *const pieces[] = { "}", "{", "\"", ",", "]", "[", "\n", "\\", ":", "x", "\xff", "event-3", "\"id\": \"event-1\", ", "}, {", "\"a\": 1, ", "" };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gsize at = (gsize) g_rand_int_range (random, 0, (int) length);
  gsize n_wanted = g_rand_boolean (random) ? 0 : (gsize) g_rand_int_range (random, 1, g_rand_boolean (random) ? 3 : 400);
  gsize n_removed = MIN (length - at, n_wanted);
  const char *piece = pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))];
  GByteArray *broken = g_byte_array_new ();

  g_byte_array_append (broken, (const guint8 *) data, (guint) at);
  g_byte_array_append (broken, (const guint8 *) piece, (guint) strlen (piece));
  g_byte_array_append (broken, (const guint8 *) data + at + n_removed, (guint) (length - at - n_removed));

  return g_byte_array_free_to_bytes (broken);
}

static void
test_broken (gconstpointer data)
{
  GeneratedForm form = GPOINTER_TO_INT (data);
  g_autoptr (GRand) random = g_rand_new_with_seed (20231);
  g_autoptr (GBytes) bytes = generated_make_bytes (60, 3, form);
  int n_good = 0;

  for (int i = 0; i < 300; i++)
    {
      g_autoptr (GBytes) broken = break_somewhere (random, bytes);

      compare (broken, form, &n_good);
    }

  g_assert_cmpint (n_good, >, 5);
  g_assert_cmpint (n_good, <, 250);
}

/* What only looks as if an event began there is not taken for one. */
static void
test_guesses (void)
{
  g_autoptr (GString) text = g_string_new ("{\"dossier\": 1, \"title\": \"T\", \"events\": [");
  g_autoptr (GBytes) bytes = NULL;
  int n_good = 0;

  for (int i = 0; i < 50; i++)
    g_string_append_printf (text,
                            "%s{\"id\": \"e%d\", \"title\": \"},{\\\"id\\\": \", \"x\": [{\"id\": \"y\"},{\"id\": \"z\"},{\"id\": \"u%d\", \"title\": \"U\"}]}",
                            i > 0 ? "," : "",
                            i,
                            i);
  g_string_append (text, "], \"x\": [{\"id\": \"v\", \"title\": \"V\"},{\"id\": \"w\", \"title\": \"W\"}]}");
  bytes = g_bytes_new (text->str, text->len);
  compare (bytes, GENERATED_JSON, &n_good);
  g_assert_cmpint (n_good, ==, 1);
}

/* Whatever the begin of a file is cut to, its preview is there or not, and never wrong. */
static void
test_previews (gconstpointer data)
{
  GeneratedForm form = GPOINTER_TO_INT (data);
  g_autoptr (GFile) file = g_file_new_for_path (form == GENERATED_LINES ? "/x.dossierl" : "/x.dossier");
  g_autoptr (GBytes) bytes = generated_make_bytes (50, 5, form);
  gsize length;
  const char *begin = g_bytes_get_data (bytes, &length);
  int n_before = 0;

  for (gsize n = 1; n < length; n += 37)
    {
      g_autoptr (DossierDocument) preview = dossier_reading_preview (begin, n, file, dossier_limits_get_default ());
      int n_events = preview != NULL ? dossier_document_get_count (preview, DOSSIER_RECORD_EVENT) : 0;

      g_assert_cmpint (n_events, >=, n_before);
      n_before = n_events;
    }
  g_assert_cmpint (n_before, ==, 50);

  {
    g_autoptr (GRand) random = g_rand_new_with_seed (7);

    for (int i = 0; i < 300; i++)
      {
        g_autoptr (GBytes) broken = break_somewhere (random, bytes);
        gsize n;
        const char *some = g_bytes_get_data (broken, &n);
        g_autoptr (DossierDocument) preview = dossier_reading_preview (some, n - n / 5, file, dossier_limits_get_default ());

        for (int j = 0; preview != NULL && j < dossier_document_get_count (preview, DOSSIER_RECORD_EVENT); j++)
          {
            g_autoptr (DossierEvent) event = dossier_document_load_event (preview, j);

            for (int k = 0; k < event->participants.n; k++)
              g_assert_true (dossier_ref_is_set (event->participants.items[k].actor.ref));
          }
      }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/reading/good/document", GINT_TO_POINTER (GENERATED_JSON), test_good);
  g_test_add_data_func ("/reading/good/lines", GINT_TO_POINTER (GENERATED_LINES), test_good);
  g_test_add_data_func ("/reading/broken/document", GINT_TO_POINTER (GENERATED_JSON), test_broken);
  g_test_add_data_func ("/reading/broken/lines", GINT_TO_POINTER (GENERATED_LINES), test_broken);
  g_test_add_func ("/reading/guesses", test_guesses);
  g_test_add_data_func ("/reading/previews/document", GINT_TO_POINTER (GENERATED_JSON), test_previews);
  g_test_add_data_func ("/reading/previews/lines", GINT_TO_POINTER (GENERATED_LINES), test_previews);

  return g_test_run ();
}
