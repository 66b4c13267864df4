/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-facets.h"

#include "model/dossier-date-text.h"
#include "model/dossier-enumeration.h"
#include "model/dossier-range-text.h"

#include <glib/gi18n-lib.h>

/* So many values of a facet are named; more would be no name. */
#define MOST_NAMED 3

static char *
list_chosen (DossierFilter *self, DossierFacet facet)
{
  GString *list = g_string_new (NULL);
  int n_chosen = dossier_filter_get_n_chosen (self, facet);
  int nth = 0;

  for (int value = 0; nth < MIN (n_chosen, MOST_NAMED); value++)
    {
      g_autofree char *title = NULL;

      if (!dossier_filter_get_chosen (self, facet, value))
        continue;

      title = dossier_facet_dup_title (dossier_filter_get_document (self), facet, value);
      g_string_append_printf (list, "%s%s", nth > 0 ? dossier_enumeration_get_comma () : "", title);
      nth++;
    }

  if (n_chosen > nth)
    {
      g_string_append (list, " ");
      g_string_append_printf (list, ngettext ("and %d more", "and %d more", (gulong) (n_chosen - nth)), n_chosen - nth);
    }

  return g_string_free (list, FALSE);
}

/**
 * dossier_filter_dup_test_name:
 * @self: a filter
 * @test: the number of a test that it has
 *
 * Returns: (transfer full): what the test asks, in the user's language: "Kinds: Diplomacy, Arms and war"
 */
char *
dossier_filter_dup_test_name (DossierFilter *self, int test)
{
  gint64 begin, end;

  g_return_val_if_fail (DOSSIER_IS_FILTER (self) && dossier_filter_has_test (self, test), NULL);

  if (test == DOSSIER_FILTER_WORDS)
    return g_strdup_printf (_ ("Words: “%s”"), dossier_filter_get_words (self));

  if (dossier_filter_get_dates (self, &begin, &end) && test == DOSSIER_FILTER_DATES)
    {
      g_autofree char *edtf = dossier_range_from_times (begin, end);
      g_autofree char *dates = dossier_edtf_to_text (edtf, DOSSIER_DATE_STYLE_SHORT);

      /* Translators: a filter by date, such as "Dates: May–Nov 2023" */
      return g_strdup_printf (_ ("Dates: %s"), dates);
    }

  {
    g_autofree char *heading = dossier_facet_dup_heading ((DossierFacet) test);
    g_autofree char *list = list_chosen (self, (DossierFacet) test);

    /* Translators: a filter: by what, and the values that are shown or not shown, such as "Kinds: not Diplomacy" */
    return g_strdup_printf (dossier_filter_get_negated (self, (DossierFacet) test) ? _ ("%s: not %s") : C_ ("filter", "%s: %s"), heading, list);
  }
}

/**
 * dossier_filter_explain:
 * @self: a filter
 * @event: the index of an event
 *
 * Returns: (transfer full) (nullable): the tests that hold the event back, in the user's language: "Kinds: Diplomacy;
 *   Words: “arms”"; %NULL if it is shown
 */
char *
dossier_filter_explain (DossierFilter *self, int event)
{
  guint failed = dossier_filter_get_failed (self, event);
  g_autoptr (GString) reasons = g_string_new (NULL);

  if (failed == 0)
    return NULL;

  for (int test = 0; test < DOSSIER_N_FILTER_TESTS; test++)
    {
      g_autofree char *name = NULL;

      if ((failed & 1u << test) == 0)
        continue;

      name = dossier_filter_dup_test_name (self, test);
      g_string_append_printf (reasons, "%s%s", reasons->len > 0 ? dossier_enumeration_get_semicolon () : "", name);
    }

  return g_string_free (g_steal_pointer (&reasons), FALSE);
}

/* A value within a sentence. Of some facets it does not say by itself what it is a value of. */
static char *
dup_value_words (DossierFilter *self, DossierFacet facet, int value)
{
  g_autofree char *title = dossier_facet_dup_title (dossier_filter_get_document (self), facet, value);
  g_autofree char *heading = dossier_facet_dup_heading (facet);

  if (facet == DOSSIER_FACET_STATUS && value > 0)
    return g_strdup (dossier_vocabulary_get_label (DOSSIER_VOCABULARY_STATUS, value));
  if (facet == DOSSIER_FACET_LIKELIHOOD || facet == DOSSIER_FACET_CREDIBILITY || facet == DOSSIER_FACET_STANCE || facet == DOSSIER_FACET_RELIABILITY)
    return g_strdup_printf (C_ ("filter", "%s: %s"), heading, title);

  return g_steal_pointer (&title);
}

/* All that are chosen: a picture that leaves some out would not say what it shows. */
static char *
list_all_chosen (DossierFilter *self, DossierFacet facet)
{
  GString *list = g_string_new (NULL);

  for (int value = 0; value < dossier_filter_get_n_values (self, facet); value++)
    {
      g_autofree char *words = NULL;

      if (!dossier_filter_get_chosen (self, facet, value))
        continue;

      words = dup_value_words (self, facet, value);
      g_string_append_printf (list, "%s%s", list->len > 0 ? dossier_enumeration_get_comma () : "", words);
    }

  return g_string_free (list, FALSE);
}

static void
append_clause (GString *sentence, const char *clause)
{
  g_string_append_printf (sentence, "%s%s", sentence->len > 0 ? dossier_enumeration_get_semicolon () : "", clause);
}

static void
append_facets (DossierFilter *self, gboolean negated, GString *sentence)
{
  for (int facet = 0; facet < DOSSIER_N_FACETS; facet++)
    {
      g_autofree char *list = NULL;
      g_autofree char *clause = NULL;

      if (!dossier_filter_has_test (self, facet) || dossier_filter_get_negated (self, (DossierFacet) facet) != negated)
        continue;

      list = list_all_chosen (self, (DossierFacet) facet);
      if (negated)
        /* Translators: in a sentence, values that are not shown: "Only Diplomacy; not alleged" */
        clause = g_strdup_printf (sentence->len > 0 ? C_ ("filter sentence", "not %s") : C_ ("filter sentence", "Not %s"), list);
      else
        clause = g_steal_pointer (&list);
      append_clause (sentence, clause);
    }
}

static void
append_dates (DossierFilter *self, GString *sentence)
{
  gint64 begin, end;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *clause = NULL;

  if (!dossier_filter_get_dates (self, &begin, &end))
    return;

  from = dossier_time_to_text (begin, DOSSIER_PRECISION_DAY, DOSSIER_DATE_STYLE_LONG);
  to = dossier_time_to_text (end, DOSSIER_PRECISION_DAY, DOSSIER_DATE_STYLE_LONG);
  if (begin == DOSSIER_TIME_MIN)
    /* Translators: in a sentence, events up to a day */
    clause = g_strdup_printf (C_ ("filter sentence", "until %s"), to);
  else if (end == DOSSIER_TIME_MAX)
    /* Translators: in a sentence, events from a day on */
    clause = g_strdup_printf (C_ ("filter sentence", "from %s"), from);
  else if (g_str_equal (from, to))
    clause = g_steal_pointer (&from);
  else
    clause = g_strdup_printf (_ ("%s to %s"), from, to);
  append_clause (sentence, clause);
}

/**
 * dossier_filter_describe:
 * @self: a filter
 *
 * Returns: (transfer full) (nullable): what it shows, as a sentence in the user's language for those who see only the
 *   result: "Only Diplomacy; 1 May 2023 to 30 November 2023; not alleged · 14 of 64 events"; %NULL if it shows everything
 */
char *
dossier_filter_describe (DossierFilter *self)
{
  g_autoptr (GString) only = g_string_new (NULL);
  g_autoptr (GString) sentence = g_string_new (NULL);
  int n = dossier_document_get_count (dossier_filter_get_document (self), DOSSIER_RECORD_EVENT);

  g_return_val_if_fail (DOSSIER_IS_FILTER (self), NULL);

  if (dossier_filter_is_empty (self))
    return NULL;

  append_facets (self, FALSE, only);
  append_dates (self, only);
  if (dossier_filter_get_words (self) != NULL)
    {
      g_autofree char *clause = g_strdup_printf (C_ ("filter sentence", "with the words “%s”"), dossier_filter_get_words (self));

      append_clause (only, clause);
    }
  if (only->len > 0)
    /* Translators: what a picture shows: "Only Diplomacy, Arms and war; 1 May to 30 November 2023" */
    g_string_printf (sentence, C_ ("filter sentence", "Only %s"), only->str);
  append_facets (self, TRUE, sentence);
  g_string_append (sentence, " · ");
  /* Translators: how many events of all are shown */
  g_string_append_printf (sentence, ngettext ("%'d of %'d event", "%'d of %'d events", (gulong) n), dossier_filter_get_n_shown (self), n);

  return g_string_free (g_steal_pointer (&sentence), FALSE);
}
