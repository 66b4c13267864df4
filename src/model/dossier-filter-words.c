/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-facets.h"

#include "model/dossier-date-text.h"

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
      g_string_append_printf (list, "%s%s", nth > 0 ? ", " : "", title);
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
      g_autofree char *from = dossier_time_to_text (begin, DOSSIER_PRECISION_DAY, DOSSIER_DATE_STYLE_SHORT);
      g_autofree char *to = dossier_time_to_text (end, DOSSIER_PRECISION_DAY, DOSSIER_DATE_STYLE_SHORT);

      /* Translators: a filter by date, from a day to a day */
      return g_strdup_printf (_ ("Dates: %s to %s"), from, to);
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
      g_string_append_printf (reasons, "%s%s", reasons->len > 0 ? "; " : "", name);
    }

  return g_string_free (g_steal_pointer (&reasons), FALSE);
}
