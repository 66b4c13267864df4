/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-date.h"
#include "model/dossier-fold.h"
#include "model/dossier-search-index.h"

#include "samples.h"

#include <string.h>

static DossierDocument *
read_bundled (void)
{
  g_autoptr (DossierReport) report = dossier_report_new ();

  return samples_read_bundled (report);
}

/* However a name is written, the first hit is who is meant. */
static void
test_spellings (void)
{
  static const struct
  {
    const char *words;
    const char *id;
  } cases[] = {
    { "Kim Jong Un", "kim-jong-un" },
    { "Kim Jong-un", "kim-jong-un" },
    { "kim jong un", "kim-jong-un" },
    { "KIM JONG-UN", "kim-jong-un" },
    { "Kim Jung Un", "kim-jong-un" },
    { "김정은", "kim-jong-un" },
    { "Ким Чен Ын", "kim-jong-un" },
    { "un jong kim", "kim-jong-un" },
    { "rosgren", "rosgren" },
    { "Rösgren", "rosgren" },
    { "RO\xcc\x88SGREN", "rosgren" },
    { "DPRK", "north-korea" },
    { "조선민주주의인민공화국", "north-korea" },
    { "朝鲜", "north-korea" },
  };
  g_autoptr (DossierDocument) document = read_bundled ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) hits = dossier_search (document, cases[i].words, 20, NULL);
      gboolean found = FALSE;

      g_test_message ("%s", cases[i].words);
      g_assert_cmpuint (hits->len, >, 0);

      for (guint j = 0; j < hits->len; j++)
        {
          const DossierHit *hit = g_ptr_array_index (hits, j);
          const DossierHit *first = g_ptr_array_index (hits, 0);

          if (dossier_ref_equal (hit->ref, samples_find (document, cases[i].id)))
            {
              found = TRUE;

              /* No other actor fits better. */
              g_assert_true (hit == first || first->ref.type != DOSSIER_RECORD_ACTOR || first->score == hit->score);
            }
        }
      g_assert_true (found);
    }
}

/* Hits are in order, at most as many as asked for, and show where the words stand. */
static void
test_hits (void)
{
  static const char *const words[] = { "Kim", "satellite", "arms Russia", "Überflug", "2024", "sanctions unlikely", "м" };
  g_autoptr (DossierDocument) document = read_bundled ();

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GPtrArray) hits = dossier_search (document, words[i], 1000, NULL);
      g_autoptr (GPtrArray) best = dossier_search (document, words[i], 3, NULL);

      g_assert_cmpuint (best->len, ==, MIN (hits->len, 3));

      for (guint j = 0; j < hits->len; j++)
        {
          const DossierHit *hit = g_ptr_array_index (hits, j);

          if (j > 0)
            g_assert_cmpint (hit->score, <=, ((const DossierHit *) g_ptr_array_index (hits, j - 1))->score);
          if (j < best->len)
            g_assert_true (dossier_ref_equal (hit->ref, ((const DossierHit *) g_ptr_array_index (best, j))->ref));

          g_assert_cmpint (hit->score, >, 0);
          g_assert_cmpint (hit->begin, >=, 0);
          g_assert_cmpint (hit->begin, <, hit->end);
          g_assert_cmpint (hit->end, <=, (int) strlen (hit->text));
          g_assert_true (g_utf8_validate (hit->text + hit->begin, hit->end - hit->begin, NULL));
        }
    }
}

static void
assert_marked (const char *document_text, const char *words, const char *text, const char *marked)
{
  g_autoptr (DossierDocument) document = samples_read_good (document_text);
  g_autoptr (GPtrArray) hits = dossier_search (document, words, 10, NULL);
  const DossierHit *hit;
  g_autofree char *found = NULL;

  g_assert_cmpuint (hits->len, ==, 1);
  hit = g_ptr_array_index (hits, 0);
  found = g_strndup (hit->text + hit->begin, (gsize) (hit->end - hit->begin));
  g_assert_cmpstr (hit->text, ==, text);
  g_assert_cmpstr (found, ==, marked);
}

static void
test_marks (void)
{
  const char *text = "{'dossier': 1, 'title': 'A', 'events': [{'id': 'e', 'title': 'On the Rösgren–Ünal talks', 'summary': {'en': 'Long talks.',"
                     " 'zh': '首脑会谈'}, 'tags': ['far\\u0301 away']}]}";

  assert_marked (text, "rosg", "On the Rösgren–Ünal talks", "Rösg");
  assert_marked (text, "UNAL", "On the Rösgren–Ünal talks", "Ünal");
  assert_marked (text, "talks on", "On the Rösgren–Ünal talks", "talks");
  assert_marked (text, "long", "Long talks.", "Long");
  assert_marked (text, "会谈", "首脑会谈", "会");
  assert_marked (text, "away", "far\xcc\x81 away", "away");
}

/* Words match at their begin, all of them, and nothing is found without one. */
static void
test_words (void)
{
  static const struct
  {
    const char *words;
    gboolean found;
  } cases[] = {
    { "arms", TRUE },
    { "arm", TRUE },
    { "rms", FALSE },
    { "arms talks", TRUE },
    { "arms nothing", FALSE },
    { "arms talks 2024", TRUE },
    { "host's", TRUE },
    { "hosts", TRUE },
    { "north", TRUE },
    { "condemns", FALSE },
    { "", FALSE },
    { " -- ", FALSE },
  };
  g_autoptr (DossierDocument) document = samples_read_good ("{'dossier': 1, 'title': 'A', 'events': [{'id': 'e', 'title': 'Arms', 'summary': 'Talks.', 'date': '2024-03',"
                                                            " 'participants': [{'actor': 'a', 'as': 'the host\\u2019s guest'}]}], 'actors': [{'id': 'a', 'type': 'state', 'name': 'K',"
                                                            " 'names': [{'text': 'North'}]}]}");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) hits = dossier_search (document, cases[i].words, 10, NULL);
      g_autofree guint8 *marks = dossier_search_mark_events (document, cases[i].words);
      gboolean found = FALSE;

      for (guint j = 0; j < hits->len; j++)
        found |= ((const DossierHit *) g_ptr_array_index (hits, j))->ref.type == DOSSIER_RECORD_EVENT;

      g_test_message ("\"%s\"", cases[i].words);
      g_assert_cmpint (found, ==, cases[i].found);
      if (strspn (cases[i].words, " -") < strlen (cases[i].words))
        g_assert_cmpint (marks[0], ==, cases[i].found);
      else
        g_assert_cmpint (marks[0], ==, 1);
    }
}

/* A record of each type is found by what is written in it. */
static void
test_types (void)
{
  static const struct
  {
    const char *words;
    DossierRecord type;
  } cases[] = {
    { "place-name", DOSSIER_RECORD_PLACE },
    { "actor-post", DOSSIER_RECORD_ACTOR },
    { "source-label", DOSSIER_RECORD_SOURCE },
    { "quote-words", DOSSIER_RECORD_QUOTE },
    { "hypothesis-title", DOSSIER_RECORD_HYPOTHESIS },
    { "event-tag", DOSSIER_RECORD_EVENT },
    { "tie-label", DOSSIER_RECORD_TIE },
    { "reaction-summary", DOSSIER_RECORD_REACTION },
    { "condemns", DOSSIER_RECORD_REACTION },
    { "claim-hedge", DOSSIER_RECORD_CLAIM },
    { "note-why", DOSSIER_RECORD_NOTE },
  };
  g_autoptr (DossierDocument) document = samples_read_good (
      "{'dossier': 1, 'title': 'A', 'tie_kinds': [{'id': 'tk', 'label': 'T'}], 'places': [{'id': 'p', 'name': 'place-name'}],"
      "'actors': [{'id': 'a', 'type': 'person', 'name': 'A', 'posts': [{'title': 'actor-post'}]}, {'id': 'b', 'type': 'person', 'name': 'B'}],"
      "'sources': [{'id': 's', 'csl': {'type': 'book'}, 'label': 'source-label'}], 'quotes': [{'id': 'q', 'source': 's', 'exact': 'quote-words'}],"
      "'hypotheses': [{'id': 'h', 'title': 'hypothesis-title'}], 'events': [{'id': 'e', 'title': 'E', 'tags': ['event-tag']}],"
      "'ties': [{'id': 't', 'from': 'a', 'to': 'b', 'kind': 'tk', 'sign': 'neutral', 'label': 'tie-label'}],"
      "'reactions': [{'id': 'r', 'to': ['e'], 'actors': ['b'], 'stance': 'condemns', 'summary': 'reaction-summary'}],"
      "'claims': [{'id': 'c', 'title': 'C', 'type': 'risk', 'hedge': 'claim-hedge'}],"
      "'notes': [{'id': 'n', 'type': 'gap', 'about': ['e'], 'title': 'N', 'why': 'note-why'}]}");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) hits = dossier_search (document, cases[i].words, 10, NULL);

      g_assert_cmpuint (hits->len, ==, 1);
      g_assert_cmpint (((const DossierHit *) g_ptr_array_index (hits, 0))->ref.type, ==, cases[i].type);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (DossierDocument) document = read_bundled ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) hits = NULL;

  g_cancellable_cancel (cancellable);
  hits = dossier_search (document, "Kim", 10, cancellable);
  g_assert_cmpuint (hits->len, ==, 0);
}

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *fold;
  } cases[] = {
    { "", "" },
    { "A", " a" },
    { "  Kim Jong-un!", " kim jong un" },
    { "don’t don't", " dont dont" },
    { "Ünal ÉTÉ", " unal ete" },
    { "e\xcc\x81t", " et" },
    { "ﬁne", " fine" },
    { "会谈", " 会 谈" },
    { "２０２４", " 2024" },
  };
  g_auto (DossierFold) fold;

  dossier_fold_init (&fold);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      dossier_fold_set (&fold, cases[i].text);
      g_assert_cmpstr (fold.text->str, ==, cases[i].fold);
      g_assert_cmpuint (fold.origins->len, ==, fold.text->len);
      for (guint j = 0; j < fold.origins->len; j++)
        g_assert_cmpint (g_array_index (fold.origins, int, j), <, (int) strlen (cases[i].text));
    }
}

/* Names that are near and not meant are not found. */
static void
test_near_misses (void)
{
  static const char *const words[] = { "Kim Yong Un", "Kim Jong Unn", "Kim Jong Il", "Kimjongun", "김정일", "김정은은", "Ким Чен Ир", "Ким Чон Ын", "im Jong Un", "Jim Jong Un", "金正日" };
  g_autoptr (DossierDocument) document = read_bundled ();
  g_autoptr (DossierSearchIndex) index = dossier_search_index_new (document, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GPtrArray) hits = dossier_search (document, words[i], 1000, NULL);
      g_autoptr (DossierSearchResult) result = dossier_search_index_run (index, words[i], 1000, NULL);

      g_test_message ("%s", words[i]);
      g_assert_cmpint (result->n_found, ==, (int) hits->len);
      for (guint j = 0; j < hits->len; j++)
        g_assert_false (dossier_ref_equal (((const DossierHit *) g_ptr_array_index (hits, j))->ref, samples_find (document, "kim-jong-un")));
    }
}

/* Only what may lie in the period, and has a date at all; the marks of events say the same. */
static void
test_within (void)
{
  static const struct
  {
    const char *period;
    gboolean has_veto;
  } rows[] = { { "2024-03", TRUE }, { "2024-03-29", TRUE }, { "2023", FALSE }, { "2024-03-30/2024-05", FALSE } };
  g_autoptr (DossierDocument) document = read_bundled ();
  g_autoptr (DossierSearchIndex) index = dossier_search_index_new (document, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (DossierSearchResult) all = dossier_search_index_run (index, "veto", 1000, NULL);
      g_autoptr (DossierSearchResult) result = NULL;
      gboolean has_veto = FALSE;
      int n_events = 0;
      DossierSpan span;

      g_assert_true (dossier_date_read_span (rows[i].period, strlen (rows[i].period), &span, NULL));
      result = dossier_search_index_run_within (index, "veto", span.start_earliest, span.end_latest, 1000, NULL);
      g_assert_cmpint (result->n_found, ==, (int) result->hits->len);
      g_assert_cmpint (result->n_found, <, all->n_found);
      for (guint j = 0; j < result->hits->len; j++)
        {
          DossierRef ref = ((const DossierHit *) g_ptr_array_index (result->hits, j))->ref;

          g_assert_true (ref.type == DOSSIER_RECORD_EVENT || ref.type == DOSSIER_RECORD_TIE || ref.type == DOSSIER_RECORD_REACTION || ref.type == DOSSIER_RECORD_CLAIM);
          has_veto = has_veto || dossier_ref_equal (ref, samples_find (document, "event-veto"));
          if (ref.type == DOSSIER_RECORD_EVENT)
            {
              DossierSpan of_event;

              n_events++;
              g_assert_cmpint (result->events[ref.index], ==, 1);
              dossier_events_get_span (dossier_document_get_events (document), ref.index, &of_event);
              g_assert_cmpint (of_event.start_earliest, <=, span.end_latest);
              g_assert_cmpint (of_event.end_latest, >=, span.start_earliest);
            }
        }
      g_assert_cmpint (has_veto, ==, rows[i].has_veto);
      g_assert_cmpint (result->n_events, ==, n_events);
    }
}

static void
assert_same (DossierDocument *document, DossierSearchIndex *index, const char *words, int n_most)
{
  g_autoptr (GPtrArray) hits = dossier_search (document, words, G_MAXINT, NULL);
  g_autoptr (DossierSearchResult) result = dossier_search_index_run (index, words, n_most, NULL);
  g_autofree guint8 *events = dossier_search_mark_events (document, words);
  int n_events = 0;

  g_test_message ("\"%s\"", words);
  g_assert_cmpint (result->n_found, ==, (int) hits->len);
  g_assert_cmpint ((int) result->hits->len, ==, MIN (n_most, (int) hits->len));
  for (guint i = 0; i < result->hits->len; i++)
    {
      const DossierHit *hit = g_ptr_array_index (result->hits, i);
      const DossierHit *expected = g_ptr_array_index (hits, i);

      g_assert_true (dossier_ref_equal (hit->ref, expected->ref));
      g_assert_cmpint (hit->score, ==, expected->score);
      g_assert_cmpstr (hit->text, ==, expected->text);
      g_assert_cmpint (hit->begin, ==, expected->begin);
    }

  if (hits->len == 0)
    return;
  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_EVENT); i++)
    {
      g_assert_cmpint (result->events[i], ==, events[i]);
      n_events += events[i];
    }
  g_assert_cmpint (result->n_events, ==, n_events);
}

/* The index finds what the plain search finds, in the same order, however one types: letter by letter, words anew, and
 * letters taken back. */
static void
test_index (void)
{
  static const char *const words[] = { "kim jong un", "Russia veto", "satellite", "arms Russia 2024", "김정은", "朝鲜", "м", "host", "the", "", " - ", "kim kim", "zzz", "a longer word than any that there is: Donaudampfschifffahrtsgesellschaft" };
  g_autoptr (DossierDocument) document = read_bundled ();
  g_autoptr (DossierSearchIndex) index = dossier_search_index_new (document, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      for (const char *p = words[i]; *p != '\0'; p = g_utf8_next_char (p))
        {
          g_autofree char *typed = g_strndup (words[i], (gsize) (g_utf8_next_char (p) - words[i]));

          assert_same (document, index, typed, 20);
        }
      assert_same (document, index, words[i], 1);
      assert_same (document, index, words[i], 100000);
    }
}

static void
test_index_random (void)
{
  static const char *const words[] = { "v", "vi", "visit", "kim", "place 1", "place 1 visit", "zurich", "actor", "2022", "welc", "arms talks", "source", "e" };
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (int round = 0; round < 20; round++)
    {
      g_autofree char *json = samples_make_random (random, g_rand_int_range (random, 1, 80));
      g_autoptr (DossierDocument) document = samples_read_good (json);
      g_autoptr (DossierSearchIndex) index = dossier_search_index_new (document, NULL);

      for (int i = 0; i < 20; i++)
        assert_same (document, index, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))], g_rand_int_range (random, 1, 200));
    }
}

static void
test_index_cancelled (void)
{
  g_autoptr (DossierDocument) document = read_bundled ();
  g_autoptr (DossierSearchIndex) index = dossier_search_index_new (document, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (dossier_search_index_new (document, cancellable));
  g_assert_null (dossier_search_index_run (index, "Kim", 10, cancellable));
  /* It is of use afterwards. */
  assert_same (document, index, "Kim", 10);
}

/* Every word is set off where it stands, in the order of the text. */
static void
test_ranges (void)
{
  static const struct
  {
    const char *words;
    const char *text;
    const char *marked;
  } cases[] = {
    { "kim un", "Kim Jong-un met Kim", "[Kim] Jong-[un] met [Kim]" },
    { "ro", "Rösgren, Rö, pro", "[Rö]sgren, [Rö], pro" },
    { "a ab", "abc a", "[ab]c [a]" },
    { "会", "会谈", "[会]谈" },
    { "", "Kim", "Kim" },
    { "x", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) ranges = dossier_search_find_ranges (cases[i].words, cases[i].text);
      g_autoptr (GString) marked = g_string_new (cases[i].text);

      for (guint j = ranges->len; j > 0; j--)
        {
          const DossierRange *range = &g_array_index (ranges, DossierRange, j - 1);

          g_string_insert_c (marked, range->end, ']');
          g_string_insert_c (marked, range->begin, '[');
        }
      g_assert_cmpstr (marked->str, ==, cases[i].marked);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/spellings", test_spellings);
  g_test_add_func ("/search/hits", test_hits);
  g_test_add_func ("/search/marks", test_marks);
  g_test_add_func ("/search/words", test_words);
  g_test_add_func ("/search/types", test_types);
  g_test_add_func ("/search/cancelled", test_cancelled);
  g_test_add_func ("/search/fold", test_fold);
  g_test_add_func ("/search/near-misses", test_near_misses);
  g_test_add_func ("/search/within", test_within);
  g_test_add_func ("/search/index", test_index);
  g_test_add_func ("/search/index/random", test_index_random);
  g_test_add_func ("/search/index/cancelled", test_index_cancelled);
  g_test_add_func ("/search/ranges", test_ranges);

  return g_test_run ();
}
