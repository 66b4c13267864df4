/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-filter-condition.h"

#include "samples.h"

#include <string.h>

/* Whether an actor is another, or belongs to it, by however many others. */
static gboolean
actor_is_of (DossierDocument *document, int actor, int other)
{
  const DossierActor *record = dossier_document_get_actor (document, actor);

  for (int i = 0; i < record->affiliations.n; i++)
    {
      if (actor_is_of (document, record->affiliations.items[i].to.ref.index, other))
        return TRUE;
    }

  return actor == other;
}

static gboolean
place_is_in (DossierDocument *document, int place, int other)
{
  const DossierPlace *record = dossier_document_get_place (document, place);

  return place == other || (record->part_of.id != NULL && place_is_in (document, record->part_of.ref.index, other));
}

/* Whether somebody reacts so to an event; no stance stands for no reaction at all. */
static gboolean
has_stance (DossierDocument *document, int event, int stance)
{
  gboolean any = FALSE;

  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_REACTION); i++)
    {
      const DossierReaction *reaction = dossier_document_get_reaction (document, i);

      for (int j = 0; j < reaction->to.n; j++)
        {
          if (!dossier_ref_equal (reaction->to.items[j].ref, (DossierRef){ DOSSIER_RECORD_EVENT, event }))
            continue;
          if (reaction->stance == stance)
            return TRUE;
          any = TRUE;
        }
    }

  return stance == DOSSIER_STANCE_NONE && !any;
}

/* Whether an event has a value, worked out from the event itself and as simply as it can be. */
static gboolean
has_value (DossierDocument *document, int index, DossierFacet facet, int value)
{
  g_autoptr (DossierEvent) event = dossier_document_load_event (document, index);
  gboolean found = FALSE;

  switch (facet)
    {
    case DOSSIER_FACET_KIND:
      return event->kind.id != NULL && event->kind.ref.index == value;

    case DOSSIER_FACET_ACTOR:
      for (int i = 0; i < event->participants.n; i++)
        found |= actor_is_of (document, event->participants.items[i].actor.ref.index, value);
      return found;

    case DOSSIER_FACET_PLACE:
      for (int i = 0; i < event->places.n; i++)
        found |= place_is_in (document, event->places.items[i].ref.index, value);
      return found;

    case DOSSIER_FACET_STATUS:
      return event->statement.status == value;

    case DOSSIER_FACET_SOURCE:
      for (int i = 0; i < event->statement.quotes.n; i++)
        found |= dossier_document_get_quote (document, event->statement.quotes.items[i].ref.index)->source.ref.index == value;
      return found;

    case DOSSIER_FACET_LIKELIHOOD:
      return event->statement.likelihood == value;

    case DOSSIER_FACET_CREDIBILITY:
      return event->statement.credibility == value;

    case DOSSIER_FACET_RELIABILITY:
      for (int i = 0; i < event->statement.quotes.n; i++)
        {
          int source = dossier_document_get_quote (document, event->statement.quotes.items[i].ref.index)->source.ref.index;

          found |= dossier_document_get_source (document, source)->reliability == value;
        }
      return found || (value == DOSSIER_RELIABILITY_NONE && event->statement.quotes.n == 0);

    case DOSSIER_FACET_STANCE:
      return has_stance (document, index, value);

    case DOSSIER_N_FACETS:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_within_dates (DossierFilter *filter, DossierDocument *document, int event)
{
  gint64 begin, end;
  DossierSpan span;

  if (!dossier_filter_get_dates (filter, &begin, &end))
    return TRUE;

  dossier_events_get_span (dossier_document_get_events (document), event, &span);

  return !(span.flags & DOSSIER_SPAN_UNKNOWN) && span.start_earliest <= end && span.end_latest >= begin;
}

/* Whether an event passes all tests but that of one facet; DOSSIER_N_FACETS for all. */
static gboolean
passes (DossierFilter *filter, DossierDocument *document, int event, DossierFacet without)
{
  for (int facet = 0; facet < DOSSIER_N_FACETS; facet++)
    {
      gboolean any = FALSE;

      if (facet == (int) without || dossier_filter_get_n_chosen (filter, (DossierFacet) facet) == 0)
        continue;

      for (int value = 0; value < dossier_filter_get_n_values (filter, (DossierFacet) facet); value++)
        any |= dossier_filter_get_chosen (filter, (DossierFacet) facet, value) && has_value (document, event, (DossierFacet) facet, value);
      if (any == dossier_filter_get_negated (filter, (DossierFacet) facet))
        return FALSE;
    }

  return is_within_dates (filter, document, event);
}

/* What each test holds back, and what would come back without it. */
static void
check_tests (DossierFilter *filter, DossierDocument *document)
{
  int n_events = dossier_document_get_count (document, DOSSIER_RECORD_EVENT);
  int advised = dossier_filter_advise (filter);
  int most = 0;

  for (int test = 0; test < DOSSIER_N_FILTER_TESTS; test++)
    {
      int n_without = dossier_filter_get_n_without (filter, test);
      int n = 0;

      for (int i = 0; i < n_events; i++)
        n += (dossier_filter_get_failed (filter, i) & ~(1u << test)) == 0;
      g_assert_cmpint (n_without, ==, n);
      if (!dossier_filter_has_test (filter, test))
        g_assert_cmpint (n_without, ==, dossier_filter_get_n_shown (filter));
      most = MAX (most, n_without);
    }

  g_assert_cmpint (advised >= 0, ==, most > dossier_filter_get_n_shown (filter));
  if (advised >= 0)
    g_assert_cmpint (dossier_filter_get_n_without (filter, advised), ==, most);

  for (int i = 0; i < n_events; i++)
    {
      g_autofree char *reason = dossier_filter_explain (filter, i);

      g_assert_cmpint (reason == NULL, ==, dossier_filter_shows (filter, i));
    }
}

static void
check_against_brute_force (DossierFilter *filter, DossierDocument *document)
{
  int n_events = dossier_document_get_count (document, DOSSIER_RECORD_EVENT);
  int n_shown = 0;

  for (int i = 0; i < n_events; i++)
    {
      gboolean shown = passes (filter, document, i, DOSSIER_N_FACETS);

      g_assert_cmpint (dossier_filter_shows (filter, i), ==, shown);
      n_shown += shown;
    }
  g_assert_cmpint (dossier_filter_get_n_shown (filter), ==, n_shown);

  check_tests (filter, document);

  for (int facet = 0; facet < DOSSIER_N_FACETS; facet++)
    {
      for (int value = 0; value < dossier_filter_get_n_values (filter, (DossierFacet) facet); value++)
        {
          int count = 0;

          for (int i = 0; i < n_events; i++)
            count += passes (filter, document, i, (DossierFacet) facet) && has_value (document, i, (DossierFacet) facet, value);
          g_assert_cmpint (dossier_filter_get_count (filter, (DossierFacet) facet, value), ==, count);
        }
    }
}

static void
test_counts (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (int round = 0; round < 10; round++)
    {
      g_autofree char *text = samples_make_random (random, 15);
      g_autoptr (DossierDocument) document = samples_read_good (text);
      g_autoptr (DossierFilter) filter = dossier_filter_new (document);

      g_assert_true (dossier_filter_is_empty (filter));
      g_assert_cmpint (dossier_filter_get_n_shown (filter), ==, 15);

      for (int step = 0; step < 8; step++)
        {
          DossierFacet facet = (DossierFacet) g_rand_int_range (random, 0, DOSSIER_N_FACETS);
          gint64 begin = g_rand_int_range (random, -1000000000, 1000000000);

          if (g_rand_int_range (random, 0, 4) == 0)
            dossier_filter_set_dates (filter, begin, begin + g_rand_int_range (random, 0, 1000000000));
          else if (g_rand_int_range (random, 0, 4) == 0)
            dossier_filter_unset_dates (filter);
          else if (g_rand_int_range (random, 0, 4) == 0 && dossier_filter_get_n_chosen (filter, facet) > 0)
            dossier_filter_set_negated (filter, facet, g_rand_boolean (random));
          else
            dossier_filter_set_chosen (filter, facet, g_rand_int_range (random, 0, dossier_filter_get_n_values (filter, facet)), g_rand_boolean (random));

          check_against_brute_force (filter, document);
        }

      dossier_filter_clear (filter);
      g_assert_true (dossier_filter_is_empty (filter));
      g_assert_cmpint (dossier_filter_get_n_shown (filter), ==, 15);
    }
}

static void
count_call (DossierFilter *filter, gpointer data)
{
  ++*(int *) data;
}

/* "changed" comes once with each change, and only then. */
static void
test_changed (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  g_autofree char *text = samples_make_random (random, 10);
  g_autoptr (DossierDocument) document = samples_read_good (text);
  g_autoptr (DossierFilter) filter = dossier_filter_new (document);
  int n_calls = 0;

  g_signal_connect (filter, "changed", G_CALLBACK (count_call), &n_calls);

  dossier_filter_clear (filter);
  dossier_filter_unset_dates (filter);
  dossier_filter_set_words (filter, NULL);
  dossier_filter_set_words (filter, " \t");
  dossier_filter_set_chosen (filter, DOSSIER_FACET_KIND, 0, FALSE);
  g_assert_cmpint (n_calls, ==, 0);

  dossier_filter_set_chosen (filter, DOSSIER_FACET_KIND, 0, TRUE);
  dossier_filter_set_chosen (filter, DOSSIER_FACET_KIND, 0, 42);
  g_assert_cmpint (n_calls, ==, 1);
  g_assert_cmpint (dossier_filter_get_n_chosen (filter, DOSSIER_FACET_KIND), ==, 1);

  dossier_filter_set_dates (filter, 0, 10);
  dossier_filter_set_dates (filter, 0, 10);
  g_assert_cmpint (n_calls, ==, 2);

  dossier_filter_set_words (filter, " talks ");
  dossier_filter_set_words (filter, "talks");
  g_assert_cmpstr (dossier_filter_get_words (filter), ==, "talks");
  g_assert_cmpint (n_calls, ==, 3);

  dossier_filter_clear (filter);
  g_assert_cmpint (n_calls, ==, 4);
  g_assert_null (dossier_filter_get_words (filter));
  g_assert_false (dossier_filter_get_dates (filter, NULL, NULL));
  g_assert_cmpint (dossier_filter_get_n_chosen (filter, DOSSIER_FACET_KIND), ==, 0);
}

static void
test_words (void)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = samples_read_bundled (report);
  g_autoptr (DossierFilter) filter = dossier_filter_new (document);
  int n_events = dossier_filter_get_n_shown (filter);
  int n_found;

  dossier_filter_set_words (filter, "Лавров");
  n_found = dossier_filter_get_n_shown (filter);
  g_assert_cmpint (n_found, >, 0);
  g_assert_cmpint (n_found, <, n_events);
  g_assert_true (dossier_filter_shows (filter, samples_find (document, "event-lavrov-pyongyang").index));

  dossier_filter_set_words (filter, "nobody says this");
  g_assert_cmpint (dossier_filter_get_n_shown (filter), ==, 0);

  /* Without a word among them, all are shown. */
  dossier_filter_set_words (filter, "…");
  g_assert_cmpint (dossier_filter_get_n_shown (filter), ==, n_events);
}

/* A chain of 20,000 places costs neither the square of that nor the stack. */
static void
test_chain (void)
{
  const int n = 20000;
  g_autoptr (GString) json = g_string_new ("{'dossier': 1, 'title': 'A', 'places': [{'id': 'p0', 'name': 'P'}");
  g_autoptr (DossierDocument) document = NULL;
  g_autoptr (DossierFilter) filter = NULL;

  for (int i = 1; i < n; i++)
    g_string_append_printf (json, ", {'id': 'p%d', 'name': 'P', 'part_of': 'p%d'}", i, i - 1);
  g_string_append_printf (json, "], 'events': [{'id': 'e', 'title': 'E', 'places': ['p%d', 'p5']}]}", n - 1);

  document = samples_read_good (json->str);
  filter = dossier_filter_new (document);
  g_assert_cmpint (dossier_filter_get_count (filter, DOSSIER_FACET_PLACE, 0), ==, 1);
  g_assert_cmpint (dossier_filter_get_count (filter, DOSSIER_FACET_PLACE, n - 1), ==, 1);
}

/* What is said of a filter, and the conditions that make it. */
static void
test_describe (void)
{
  static const struct
  {
    const char *conditions[4];
    const char *expected;
  } table[] = {
    { { NULL }, NULL },
    { { "kind=diplomacy" }, "Only Diplomacy · " },
    { { "status!=alleged" }, "Not alleged · " },
    { { "status!=alleged", "kind=diplomacy" }, "Only Diplomacy; not alleged · " },
    { { "date=2023-05/2023-11", "words=veto" }, "Only 1 May 2023 to 30 November 2023; with the words “veto” · " },
    { { "date=2023-07-27" }, "Only 27 July 2023 · " },
    { { "date=2024-03/.." }, "Only from 1 March 2024 · " },
    { { "date=../2023-07" }, "Only until 31 July 2023 · " },
    { { "kind=kind-diplomacy,arms-&-war" }, "Only Diplomacy, Arms & war · " },
    { { "actor=china,russia" }, "Only Russia, China · " },
    { { "likelihood=none" }, "Only Likelihood: Not stated · " },
  };
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = samples_read_bundled (report);

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (DossierFilter) filter = dossier_filter_new (document);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      g_autofree char *expected = NULL;

      for (int j = 0; table[i].conditions[j] != NULL; j++)
        {
          dossier_filter_add_condition (filter, table[i].conditions[j], &error);
          g_assert_no_error (error);
        }
      text = dossier_filter_describe (filter);
      if (table[i].expected != NULL)
        expected = g_strdup_printf ("%s%d of 64 events", table[i].expected, dossier_filter_get_n_shown (filter));
      g_assert_cmpstr (text, ==, expected);
    }
}

/* What is not understood changes nothing. */
static void
test_bad_conditions (void)
{
  static const char *const texts[] = { "", "=", "kind", "kind=", "!=x", "kind=diplomacy,nothing", "colour=red", "status=Alleged", "credibility=7", "credibility=0", "date=2023-02-30", "words!=x", "actor=event-veto", "kind=none" };
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = samples_read_bundled (report);
  g_autoptr (DossierFilter) filter = dossier_filter_new (document);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", texts[i]);
      g_assert_false (dossier_filter_add_condition (filter, texts[i], &error));
      g_assert_nonnull (error);
      g_assert_true (dossier_filter_is_empty (filter));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/counts", test_counts);
  g_test_add_func ("/filter/changed", test_changed);
  g_test_add_func ("/filter/words", test_words);
  g_test_add_func ("/filter/chain", test_chain);
  g_test_add_func ("/filter/describe", test_describe);
  g_test_add_func ("/filter/bad-conditions", test_bad_conditions);

  return g_test_run ();
}
