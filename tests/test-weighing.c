/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-weighing.h"

#include "samples.h"

#include <string.h>

/*
 * Worked by hand. Hypotheses A, B, C.
 *
 *              level          weight   A  B  C   diagnosticity
 *   c-stated   stated         1        +  -  0   1
 *   c-hedged   hedged         0.5      -  +  .   1
 *   c-likely   likely         0.675    0  -  -   0.5
 *   e-alleged  alleged        0.5      +  +  +   0
 *   t-denied   denied         0        -  -  +   1
 *
 *   against A: 0.5 + 0 = 0.5     B: 1 + 0.675 + 0 = 1.675     C: 0.675
 *   for     A: 1 + 0.5 = 1.5     B: 0.5 + 0.5 = 1             C: 0.5 + 0 = 0.5
 */
static const char sample[] =
    "{'dossier': 1, 'title': 'A', 'question': 'Which?',"
    " 'tie_kinds': [{'id': 'tk', 'label': 'Tie'}],"
    " 'actors': [{'id': 'ann', 'type': 'person', 'name': 'Ann'}, {'id': 'bob', 'type': 'person', 'name': 'Bob'}],"
    " 'sources': [{'id': 's1', 'csl': {'type': 'article'}, 'label': 'First'}, {'id': 's2', 'csl': {'type': 'article'}, 'label': 'Second'},"
    "   {'id': 's3', 'csl': {'type': 'article'}, 'label': 'Cited', 'cited_by': 's1', 'quotes': ['q3']}],"
    " 'quotes': [{'id': 'q1', 'source': 's1', 'exact': 'one', 'start': 50, 'end': 53}, {'id': 'q2', 'source': 's2', 'exact': 'it may two', 'hedges': ['may'], 'start': 5, 'end': 15},"
    "   {'id': 'q3', 'source': 's1', 'exact': 'three', 'start': 10, 'end': 15, 'speaker': 'bob'}],"
    " 'hypotheses': [{'id': 'A', 'title': 'A'}, {'id': 'B', 'title': 'B'}, {'id': 'C', 'title': 'C'}],"
    " 'claims': ["
    "   {'id': 'c-stated', 'type': 'assessment', 'title': 'Stated', 'quotes': ['q1'], 'bearings': [{'hypothesis': 'A', 'stance': 'supports'}, {'hypothesis': 'B', 'stance': 'opposes'}, {'hypothesis': 'C', 'stance': 'neutral'}]},"
    "   {'id': 'c-hedged', 'type': 'assessment', 'title': 'Hedged', 'quotes': ['q2'], 'bearings': [{'hypothesis': 'A', 'stance': 'opposes'}, {'hypothesis': 'B', 'stance': 'supports'}]},"
    "   {'id': 'c-likely', 'type': 'assessment', 'title': 'Likely', 'status': 'speculated', 'likelihood': 'likely', 'quotes': ['q3'], 'attributed_to': ['ann'],"
    "     'bearings': [{'hypothesis': 'A', 'stance': 'neutral'}, {'hypothesis': 'B', 'stance': 'opposes'}, {'hypothesis': 'C', 'stance': 'opposes'}]},"
    "   {'id': 'c-silent', 'type': 'assessment', 'title': 'Bears on nothing', 'quotes': ['q1']}],"
    " 'events': [{'id': 'e-alleged', 'title': 'Alleged', 'status': 'alleged', 'quotes': ['q1', 'q2'],"
    "   'bearings': [{'hypothesis': 'A', 'stance': 'supports'}, {'hypothesis': 'B', 'stance': 'supports'}, {'hypothesis': 'C', 'stance': 'supports'}]}],"
    " 'ties': [{'id': 't-denied', 'from': 'ann', 'to': 'bob', 'kind': 'tk', 'sign': 'neutral', 'status': 'denied',"
    "   'bearings': [{'hypothesis': 'A', 'stance': 'opposes'}, {'hypothesis': 'B', 'stance': 'opposes'}, {'hypothesis': 'C', 'stance': 'supports'}]}]}";

enum
{
  A,
  B,
  C,
};

typedef struct
{
  DossierDocument *document;
  DossierWeighing *weighing;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = samples_read_good (sample);
  fixture->weighing = dossier_weighing_new (fixture->document);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->weighing);
  g_object_unref (fixture->document);
}

static const DossierWeight *
find (Fixture *fixture, const char *id)
{
  int index = dossier_weighing_find (fixture->weighing, samples_find (fixture->document, id));

  g_assert_cmpint (index, >=, 0);

  return dossier_weighing_get_weight (fixture->weighing, index);
}

static void
check_against (Fixture *fixture, double a, double b, double c)
{
  const double expected[] = { a, b, c };

  for (int i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon (dossier_weighing_get_sum (fixture->weighing, i, DOSSIER_BEARING_OPPOSES).weight, expected[i], 1e-12);
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id;
    DossierHedge hedge;
    double weight;
    double diagnosticity;
    int place;
  } rows[] = {
    { "c-stated", DOSSIER_HEDGE_STATED, 1, 1, 2 },
    { "c-hedged", DOSSIER_HEDGE_WORDED, 0.5, 1, 3 },
    { "c-likely", DOSSIER_HEDGE_LIKELY, 0.675, 0.5, 0 },
    { "e-alleged", DOSSIER_HEDGE_ALLEGED, 0.5, 0, 1 },
    { "t-denied", DOSSIER_HEDGE_DENIED, 0, 1, 4 },
  };

  g_assert_cmpint (dossier_weighing_get_n_weights (fixture->weighing), ==, G_N_ELEMENTS (rows));
  g_assert_cmpint (dossier_weighing_find (fixture->weighing, samples_find (fixture->document, "c-silent")), ==, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const DossierWeight *weight = find (fixture, rows[i].id);

      g_assert_cmpint (weight->hedge, ==, rows[i].hedge);
      g_assert_cmpfloat (weight->weight, ==, rows[i].weight);
      g_assert_cmpfloat (weight->diagnosticity, ==, rows[i].diagnosticity);
      g_assert_cmpint (weight->place, ==, rows[i].place);
      g_assert_true (weight->is_on);
    }
  g_assert_cmpstr (find (fixture, "c-hedged")->hedge_words, ==, "may");
}

static void
test_sums (Fixture *fixture, gconstpointer data)
{
  DossierWeighing *weighing = fixture->weighing;
  g_autofree char *sum = dossier_weighing_explain_sum (weighing, B, DOSSIER_BEARING_OPPOSES);
  g_autofree char *order = dossier_weighing_explain_order (weighing);

  check_against (fixture, 0.5, 1.675, 0.675);
  g_assert_cmpfloat_with_epsilon (dossier_weighing_get_sum (weighing, A, DOSSIER_BEARING_SUPPORTS).weight, 1.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (dossier_weighing_get_sum (weighing, B, DOSSIER_BEARING_SUPPORTS).weight, 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (dossier_weighing_get_sum (weighing, C, DOSSIER_BEARING_SUPPORTS).weight, 0.5, 1e-12);
  g_assert_cmpint (dossier_weighing_get_sum (weighing, B, DOSSIER_BEARING_OPPOSES).n, ==, 3);
  g_assert_cmpint (dossier_weighing_get_rank (weighing, A), ==, 1);
  g_assert_cmpint (dossier_weighing_get_rank (weighing, C), ==, 2);
  g_assert_cmpint (dossier_weighing_get_rank (weighing, B), ==, 3);
  g_assert_cmpstr (sum, ==, "1 stated × 1 + 1 likely × 0.675 + 1 denied × 0 = 1.675");
  g_assert_true (g_str_has_prefix (order, "Against: “A” 0.5 < “C” 0.675 < “B” 1.675."));
}

/* What leaves, and what the sums were before. */
static void
test_hedge_off (Fixture *fixture, gconstpointer data)
{
  DossierWeighing *weighing = fixture->weighing;

  dossier_weighing_set_on (weighing, DOSSIER_SWITCH_HEDGE, DOSSIER_HEDGE_LIKELY, FALSE);
  g_assert_false (find (fixture, "c-likely")->is_on);
  check_against (fixture, 0.5, 1, 0);
  g_assert_cmpfloat_with_epsilon (dossier_weighing_get_whole_sum (weighing, C, DOSSIER_BEARING_OPPOSES).weight, 0.675, 1e-12);
  g_assert_cmpint (dossier_weighing_get_rank (weighing, C), ==, 1);
  g_assert_cmpint (dossier_weighing_get_rank (weighing, A), ==, 2);
  g_assert_false (dossier_weighing_is_whole (weighing));

  dossier_weighing_set_on (weighing, DOSSIER_SWITCH_STATUS, DOSSIER_STATUS_REPORTED, FALSE);
  check_against (fixture, 0, 0, 0);
  for (int i = 0; i < 3; i++)
    g_assert_cmpint (dossier_weighing_get_rank (weighing, i), ==, 1);

  dossier_weighing_reset (weighing);
  g_assert_true (dossier_weighing_is_whole (weighing));
  check_against (fixture, 0.5, 1.675, 0.675);
}

/* A statement goes with the last of its voices, and with all of its quotes. */
static void
test_voices_and_sources (Fixture *fixture, gconstpointer data)
{
  DossierWeighing *weighing = fixture->weighing;
  int ann = samples_find (fixture->document, "ann").index;
  int bob = samples_find (fixture->document, "bob").index;

  g_assert_cmpint (dossier_weighing_get_count (weighing, DOSSIER_SWITCH_VOICE, 0), ==, 4);
  g_assert_cmpint (dossier_weighing_get_count (weighing, DOSSIER_SWITCH_VOICE, ann + 1), ==, 1);
  dossier_weighing_set_on (weighing, DOSSIER_SWITCH_VOICE, ann + 1, FALSE);
  g_assert_true (find (fixture, "c-likely")->is_on);
  dossier_weighing_set_on (weighing, DOSSIER_SWITCH_VOICE, bob + 1, FALSE);
  g_assert_false (find (fixture, "c-likely")->is_on);
  dossier_weighing_reset (weighing);

  /* The first source off: the event still has a quote of the second; what has no quote stays. */
  dossier_weighing_set_on (weighing, DOSSIER_SWITCH_SOURCE, 0, FALSE);
  g_assert_false (find (fixture, "c-stated")->is_on);
  g_assert_false (find (fixture, "c-likely")->is_on);
  g_assert_true (find (fixture, "e-alleged")->is_on);
  g_assert_true (find (fixture, "t-denied")->is_on);
  dossier_weighing_set_on (weighing, DOSSIER_SWITCH_SOURCE, 1, FALSE);
  g_assert_false (find (fixture, "e-alleged")->is_on);
  dossier_weighing_reset (weighing);

  /* A source that is only cited takes what rests on it. */
  dossier_weighing_set_on (weighing, DOSSIER_SWITCH_SOURCE, 2, FALSE);
  g_assert_false (find (fixture, "c-likely")->is_on);
  g_assert_true (find (fixture, "c-stated")->is_on);
}

static void
test_sensitivity (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) list = dossier_weighing_list_sensitivities (fixture->weighing);
  gboolean found[DOSSIER_N_HEDGES] = { FALSE };

  /* Without "stated", B has 0.675 against it, as much as C; without "hedged", A has 0, as before the first; without
   * "likely", C has nothing against it and comes before A. */
  for (guint i = 0; i < list->len; i++)
    {
      const DossierSensitivity *sensitivity = &g_array_index (list, DossierSensitivity, i);

      g_assert_false (sensitivity->leaves_nothing);
      if (sensitivity->by == DOSSIER_SWITCH_HEDGE)
        found[sensitivity->value] = TRUE;
    }
  g_assert_true (found[DOSSIER_HEDGE_STATED]);
  g_assert_true (found[DOSSIER_HEDGE_LIKELY]);
  g_assert_false (found[DOSSIER_HEDGE_WORDED]);
  g_assert_false (found[DOSSIER_HEDGE_ALLEGED]);
  g_assert_true (dossier_weighing_is_whole (fixture->weighing));
  check_against (fixture, 0.5, 1.675, 0.675);
}

static void
test_nothing (void)
{
  g_autoptr (DossierDocument) document = samples_read_good ("{'dossier': 1, 'title': 'A'}");
  g_autoptr (DossierWeighing) weighing = dossier_weighing_new (document);
  g_autoptr (GArray) list = dossier_weighing_list_sensitivities (weighing);

  g_assert_cmpint (dossier_weighing_get_n_hypotheses (weighing), ==, 0);
  g_assert_cmpint (dossier_weighing_get_n_weights (weighing), ==, 0);
  g_assert_cmpint (list->len, ==, 0);
}

/* The sums of the bundled dossier, against those that its JSON gives when read by itself. */
static void
test_bundled (void)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = samples_read_bundled (report);
  g_autoptr (DossierWeighing) weighing = dossier_weighing_new (document);
  int n_bearing = 0;

  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_CLAIM); i++)
    n_bearing += dossier_document_get_claim (document, i)->statement.bearings.n > 0;
  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_TIE); i++)
    n_bearing += dossier_document_get_tie (document, i)->statement.bearings.n > 0;
  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_EVENT); i++)
    {
      g_autoptr (DossierEvent) event = dossier_document_load_event (document, i);

      n_bearing += event->statement.bearings.n > 0;
    }

  g_assert_cmpint (dossier_weighing_get_n_weights (weighing), ==, n_bearing);
  for (int i = 0; i < dossier_weighing_get_n_hypotheses (weighing); i++)
    {
      int n = 0;

      for (int stance = DOSSIER_BEARING_NONE; stance <= DOSSIER_BEARING_NEUTRAL; stance++)
        n += dossier_weighing_get_sum (weighing, i, (DossierBearingStance) stance).n;
      g_assert_cmpint (n, ==, n_bearing);
      g_assert_cmpfloat (dossier_weighing_get_sum (weighing, i, DOSSIER_BEARING_SUPPORTS).weight, >, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/weighing/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/weighing/sums", Fixture, NULL, set_up, test_sums, tear_down);
  g_test_add ("/weighing/hedge-off", Fixture, NULL, set_up, test_hedge_off, tear_down);
  g_test_add ("/weighing/voices-and-sources", Fixture, NULL, set_up, test_voices_and_sources, tear_down);
  g_test_add ("/weighing/sensitivity", Fixture, NULL, set_up, test_sensitivity, tear_down);
  g_test_add_func ("/weighing/nothing", test_nothing);
  g_test_add_func ("/weighing/bundled", test_bundled);

  return g_test_run ();
}
