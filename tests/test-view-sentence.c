/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-view-sentence.h"

#include "model/dossier-date.h"

#include "samples.h"

#include <string.h>

static const char head[] =
    "{'dossier':1,'title':'x','kinds':[{'id':'k','label':'K'},{'id':'l','label':'L'}],"
    "'actors':[{'id':'KP','type':'state','name':'North Korea'},{'id':'RU','type':'state','name':'Russia'},"
    "{'id':'VP','type':'person','name':'Vladimir Putin','affiliations':[{'to':'RU'}]}],'events':[";

/* A letter for who takes part: k North Korea, r Russia, p Putin. */
typedef struct
{
  const char *date;
  const char *who;
  const char *kind;
} Given;

static DossierDocument *
make_document (const Given *given, int n)
{
  g_autoptr (GString) text = g_string_new (head);
  g_autofree char *json = NULL;

  for (int i = 0; i < n; i++)
    {
      g_string_append_printf (text, "%s{'id':'e%d','title':'Event %d','kind':'%s',", i > 0 ? "," : "", i, i, given[i].kind);
      if (given[i].date != NULL)
        g_string_append_printf (text, "'date':'%s',", given[i].date);
      g_string_append (text, "'participants':[");
      for (const char *who = given[i].who; *who != '\0'; who++)
        g_string_append_printf (text, "%s{'actor':'%s','role':'participant'}", who > given[i].who ? "," : "", *who == 'k' ? "KP" : *who == 'r' ? "RU" : "VP");
      g_string_append (text, "]}");
    }
  g_string_append (text, "]}");
  json = samples_make_json (text->str);

  return samples_read_good (json);
}

static void
test_forms (void)
{
  static const struct
  {
    Given given[5];
    const char *dates; /* in sight */
    int actor;
    const char *expected;
  } cases[] = {
    { { { NULL } }, "2023-05", -1, "No events, May 2023." },
    { { { "2023-09-12", "k", "k" } }, "2023", -1, "1 event, 12 September 2023: Event 0; 1 involves North Korea." },
    { { { "2023-09-12", "", "k" } }, "2023", -1, "1 event, 12 September 2023: Event 0." },
    { { { "2023-09-12", "", "k" } }, "2022", -1, "No events, 2022." },
    /* Of the same many the first is named; a person counts for its state, once. */
    { { { "2023-05", "k", "k" }, { "2023-11-21", "r", "k" } }, "2023", -1, "2 events, May–November 2023; 1 involves North Korea." },
    { { { "2023-05", "kr", "k" }, { "2023-11-21", "rp", "k" } }, "2023", -1, "2 events, May–November 2023; all involve Russia." },
    { { { "2023-05", "p", "k" }, { "2023-06", "p", "k" }, { "2023-11-21", "k", "k" } }, "2023", -1, "3 events, May–November 2023; 2 involve Russia." },
    /* Who is asked for is named. */
    { { { "2023-05", "p", "k" }, { "2023-06", "p", "k" }, { "2023-11-21", "k", "k" } }, "2023", 0, "3 events, May–November 2023; 1 involves North Korea." },
    { { { "2023-05", "r", "k" }, { "2023-06", "r", "k" } }, "2023", 0, "2 events, May–June 2023; none involves North Korea." },
    /* What is not in sight does not count; what begins before it begins with it. */
    { { { "2019/2023-02", "k", "k" }, { "2023-03-01", "k", "k" }, { "2024", "k", "k" } }, "2023", -1, "2 events, 1 January – 1 March 2023; all involve North Korea." },
    { { { "2023-03-01/..", "k", "k" }, { "../2023-03-05", "k", "k" } }, "2023", -1, "2 events, 1–5 March 2023; all involve North Korea." },
    { { { "2001", "k", "k" }, { "2023-03-05", "r", "k" } }, "1900/2100", -1, "2 events, 2001–2023; 1 involves North Korea." },
    { { { "-0217", "k", "k" }, { "2023", "k", "k" } }, "-0500/2100", -1, "2 events, 218 BCE to 2023; all involve North Korea." },
    { { { "2023-03-05", "k", "k" }, { NULL, "k", "k" }, { NULL, "k", "k" } }, "2023", -1, "1 event, 5 March 2023: Event 0; 1 involves North Korea; 2 without a date." },
    /* The filter of the test holds back the kind l. */
    { { { "2023-03-05", "k", "k" }, { "2023-03-07", "k", "l" }, { "2023-03-08", "k", "k" } }, "2023", -1, "2 events, 5–8 March 2023; all involve North Korea; 1 filtered out." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int n = 0;
      g_autoptr (DossierDocument) document = NULL;
      g_autoptr (DossierFilter) filter = NULL;
      g_autofree char *sentence = NULL;
      DossierSpan span;

      while (n < 5 && cases[i].given[n].who != NULL)
        n++;
      document = make_document (cases[i].given, n);
      filter = dossier_filter_new (document);
      dossier_filter_set_chosen (filter, DOSSIER_FACET_KIND, 0, TRUE);
      g_assert_true (dossier_date_read_span (cases[i].dates, strlen (cases[i].dates), &span, NULL));
      sentence = dossier_describe_events (document, filter, span.start_earliest, span.end_latest, cases[i].actor);
      g_assert_cmpstr (sentence, ==, cases[i].expected);
    }
}

/* The bundled dossier, without a filter. */
static void
test_bundled (void)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = samples_read_bundled (report);
  g_autofree char *sentence = NULL;
  DossierSpan span;

  g_assert_true (dossier_date_read_span ("2023-07/2023-09", strlen ("2023-07/2023-09"), &span, NULL));
  sentence = dossier_describe_events (document, NULL, span.start_earliest, span.end_latest, -1);
  g_assert_true (g_str_has_suffix (sentence, " involve North Korea."));
  g_assert_nonnull (strstr (sentence, " events, "));
}

static void
described_cb (GObject *document, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(char **) data = dossier_describe_events_finish (result, &error);
  g_assert_true ((*(char **) data == NULL) == (error != NULL));
  if (error != NULL)
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      *(char **) data = g_strdup ("stopped");
    }
}

/* Of few or of very many, and with the filter as it was when it was asked. */
static void
test_background (void)
{
  static const int sizes[] = { 20, 21000 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (4);
      g_autofree char *json = samples_make_random (random, sizes[i]);
      g_autoptr (DossierDocument) document = samples_read_good (json);
      g_autoptr (DossierFilter) filter = dossier_filter_new (document);
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autofree char *expected = NULL;
      g_autofree char *told = NULL;
      g_autofree char *stopped = NULL;

      dossier_filter_set_chosen (filter, DOSSIER_FACET_KIND, 0, TRUE);
      expected = dossier_describe_events (document, filter, DOSSIER_TIME_MIN + 1, DOSSIER_TIME_MAX - 1, -1);
      dossier_describe_events_async (document, filter, DOSSIER_TIME_MIN + 1, DOSSIER_TIME_MAX - 1, -1, NULL, described_cb, &told);
      dossier_filter_clear (filter);
      while (told == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpstr (told, ==, expected);

      dossier_describe_events_async (document, filter, 0, 1, -1, cancellable, described_cb, &stopped);
      g_cancellable_cancel (cancellable);
      while (stopped == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpstr (stopped, ==, "stopped");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/view-sentence/forms", test_forms);
  g_test_add_func ("/view-sentence/bundled", test_bundled);
  g_test_add_func ("/view-sentence/background", test_background);

  return g_test_run ();
}
