/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "samples.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* The dossier that comes with the program, and the text that it quotes, which does not. */

/* No quote is longer than that, and most are below the second; together they are at most two fifths of the text. */
#define MOST_WORDS     40
#define MOST_SHORT     20
#define MOST_QUOTED    2
#define MOST_QUOTED_OF 5

static DossierDocument *
read_bundled (void)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  DossierDocument *document = samples_read_bundled (report);
  g_autofree char *problems = dossier_report_to_text (report);

  g_assert_cmpstr (problems, ==, "");

  return document;
}

static void
test_good (void)
{
  g_autoptr (DossierDocument) document = read_bundled ();
  const DossierHeading *heading = dossier_document_get_heading (document);

  g_assert_true (dossier_text_is_set (&heading->title));
  g_assert_true (dossier_text_is_set (&heading->question));
  for (int type = DOSSIER_RECORD_NONE + 1; type < DOSSIER_N_RECORDS; type++)
    g_assert_cmpint (dossier_document_get_count (document, (DossierRecord) type), >, 0);
}

/* Reads the text of a source, and holds it against the checksum that the dossier gives. */
static char *
read_text (const DossierSource *source)
{
  g_autofree char *path = g_build_filename (g_getenv ("DOSSIER_SOURCES"), source->file, NULL);
  g_autofree char *sum = NULL;
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, length);
  g_assert_cmpstr (sum, ==, source->sha256);
  g_assert_true (g_utf8_validate (text, (gssize) length, NULL));
  g_assert_cmpuint (strlen (text), ==, length);

  return text;
}

static int
count_words (const char *text)
{
  gboolean in_word = FALSE;
  int n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gboolean space = g_unichar_isspace (g_utf8_get_char (text));

      n += !space && !in_word;
      in_word = !space;
    }

  return n;
}

/* Each quote is, letter for letter, what the source has at that place. */
static void
check_quotes_of (DossierDocument *document, int source_index)
{
  const DossierSource *source = dossier_document_get_source (document, source_index);
  g_autofree char *text = read_text (source);
  glong n_characters = g_utf8_strlen (text, -1);
  g_autofree gboolean *quoted = g_new0 (gboolean, n_characters);
  glong n_quoted = 0;
  int n_quotes = 0;
  int n_short = 0;

  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_QUOTE); i++)
    {
      const DossierQuote *quote = dossier_document_get_quote (document, i);
      g_autofree char *exact = NULL;
      const char *begin;
      const char *end;
      int n_words = count_words (quote->exact);

      if (quote->source.ref.index != source_index)
        continue;

      g_test_message ("%s: %s", quote->id, quote->exact);
      g_assert_cmpint (quote->start, >=, 0);
      g_assert_cmpint (quote->start, <, quote->end);
      g_assert_cmpint (quote->end, <=, n_characters);

      begin = g_utf8_offset_to_pointer (text, quote->start);
      end = g_utf8_offset_to_pointer (begin, quote->end - quote->start);
      exact = g_strndup (begin, (gsize) (end - begin));
      g_assert_cmpstr (quote->exact, ==, exact);

      if (quote->prefix != NULL)
        {
          g_assert_cmpuint (strlen (quote->prefix), <=, (gsize) (begin - text));
          g_assert_cmpmem (quote->prefix, strlen (quote->prefix), begin - strlen (quote->prefix), strlen (quote->prefix));
        }
      if (quote->suffix != NULL)
        g_assert_true (g_str_has_prefix (end, quote->suffix));

      g_assert_cmpint (n_words, >, 0);
      g_assert_cmpint (n_words, <=, MOST_WORDS);
      n_short += n_words < MOST_SHORT;
      n_quotes++;

      for (gint64 j = quote->start; j < quote->end; j++)
        {
          n_quoted += !quoted[j];
          quoted[j] = TRUE;
        }
    }

  g_test_message ("%d quotes, %d below %d words, %ld of %ld characters", n_quotes, n_short, MOST_SHORT, n_quoted, n_characters);
  g_assert_cmpint (n_quotes, >, 0);
  g_assert_cmpint (2 * n_short, >, n_quotes);
  g_assert_cmpint (n_quoted * MOST_QUOTED_OF, <=, n_characters * MOST_QUOTED);
}

static void
test_quotes_are_exact (void)
{
  g_autoptr (DossierDocument) document = read_bundled ();
  int n_texts = 0;

  if (!samples_have_article ())
    return;

  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_SOURCE); i++)
    {
      if (dossier_document_get_source (document, i)->file == NULL)
        continue;

      check_quotes_of (document, i);
      n_texts++;
    }

  g_assert_cmpint (n_texts, ==, 1);

  /* There is none that was not looked at. */
  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_QUOTE); i++)
    {
      int source = dossier_document_get_quote (document, i)->source.ref.index;

      g_assert_nonnull (dossier_document_get_source (document, source)->file);
    }
}

/* Every quote is evidence for something. */
static void
test_quotes_are_used (void)
{
  g_autoptr (DossierDocument) document = read_bundled ();

  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_QUOTE); i++)
    {
      DossierRef ref = { DOSSIER_RECORD_QUOTE, i };
      gboolean used = FALSE;

      for (int j = 0; j < dossier_document_get_n_referrers (document, ref); j++)
        used |= dossier_document_get_referrer (document, ref, j).relation == DOSSIER_RELATION_QUOTE;

      g_test_message ("%s", dossier_document_get_quote (document, i)->id);
      g_assert_true (used);
    }
}

static void
assert_evidence (const char *id, const DossierStatement *statement)
{
  g_test_message ("%s", id);
  g_assert_cmpint (statement->quotes.n, >, 0);
}

/* Nothing is asserted without a quote. */
static void
test_evidence (void)
{
  g_autoptr (DossierDocument) document = read_bundled ();

  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_EVENT); i++)
    {
      g_autoptr (DossierEvent) event = dossier_document_load_event (document, i);

      assert_evidence (event->id, &event->statement);
      g_assert_cmpint (event->kind.ref.type, ==, DOSSIER_RECORD_KIND);
    }

  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_TIE); i++)
    assert_evidence (dossier_document_get_tie (document, i)->id, &dossier_document_get_tie (document, i)->statement);
  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_REACTION); i++)
    assert_evidence (dossier_document_get_reaction (document, i)->id, &dossier_document_get_reaction (document, i)->statement);
  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_CLAIM); i++)
    assert_evidence (dossier_document_get_claim (document, i)->id, &dossier_document_get_claim (document, i)->statement);
}

/* The hedge of a claim is printed in the source. */
static void
test_hedges (void)
{
  g_autoptr (DossierDocument) document = read_bundled ();
  g_autofree char *text = NULL;
  int n_hedges = 0;

  if (!samples_have_article ())
    return;

  text = read_text (dossier_document_get_source (document, samples_find (document, "src-article").index));
  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_CLAIM); i++)
    {
      const DossierClaim *claim = dossier_document_get_claim (document, i);

      if (claim->hedge == NULL)
        continue;

      g_test_message ("%s: %s", claim->id, claim->hedge);
      g_assert_nonnull (strstr (text, claim->hedge));
      n_hedges++;
    }

  g_assert_cmpint (n_hedges, >, 0);
}

/* Where another date is printed than the one that is understood, a note says why. */
static void
test_corrected_dates (void)
{
  g_autoptr (DossierDocument) document = read_bundled ();
  const DossierEvents *events = dossier_document_get_events (document);
  int n = 0;

  for (int i = 0; i < dossier_events_get_count (events); i++)
    {
      DossierRef ref = { DOSSIER_RECORD_EVENT, i };
      gboolean explained = FALSE;
      DossierSpan span;

      if (!dossier_events_get_printed_span (events, i, &span))
        continue;

      for (int j = 0; j < dossier_document_get_n_referrers (document, ref); j++)
        {
          DossierRef from = dossier_document_get_referrer (document, ref, j).from;

          explained |= from.type == DOSSIER_RECORD_NOTE &&
                       dossier_document_get_note (document, from.index)->type == DOSSIER_NOTE_TYPE_DISCREPANCY;
        }

      g_assert_true (explained);
      n++;
    }

  g_assert_cmpint (n, >, 0);
}

/* What answers a question about the article is in the dossier. */
static void
test_questions (void)
{
  g_autoptr (DossierDocument) document = read_bundled ();
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "questions.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *questions;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);

  questions = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpint ((int) json_array_get_length (questions), >=, 40);

  for (guint i = 0; i < json_array_get_length (questions); i++)
    {
      JsonObject *question = json_array_get_object_element (questions, i);
      JsonArray *records = json_object_get_array_member (question, "records");

      g_assert_cmpstr (json_object_get_string_member (question, "answer"), !=, "");
      g_assert_cmpint ((int) json_array_get_length (records), >, 0);
      for (guint j = 0; j < json_array_get_length (records); j++)
        {
          g_test_message ("%s: %s", json_object_get_string_member (question, "question"), json_array_get_string_element (records, j));
          g_assert_true (dossier_ref_is_set (dossier_document_lookup (document, json_array_get_string_element (records, j))));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bundled/good", test_good);
  g_test_add_func ("/bundled/quotes-are-exact", test_quotes_are_exact);
  g_test_add_func ("/bundled/quotes-are-used", test_quotes_are_used);
  g_test_add_func ("/bundled/evidence", test_evidence);
  g_test_add_func ("/bundled/hedges", test_hedges);
  g_test_add_func ("/bundled/corrected-dates", test_corrected_dates);
  g_test_add_func ("/bundled/questions", test_questions);

  return g_test_run ();
}
