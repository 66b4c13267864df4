/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-filter-state.h"
#include "model/dossier-view-opening.h"

#include "samples.h"

static void
count_call (DossierView *view, gpointer data)
{
  ++*(int *) data;
}

static DossierView *
make_view (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  g_autofree char *text = samples_make_random (random, 20);
  g_autoptr (DossierDocument) document = samples_read_good (text);

  return dossier_view_new (document);
}

static DossierRef
get_event (int index)
{
  return (DossierRef){ DOSSIER_RECORD_EVENT, index };
}

static void
test_selection (void)
{
  g_autoptr (DossierView) view = make_view ();
  DossierRef actor = { DOSSIER_RECORD_ACTOR, 3 };
  int one, other;
  int n_calls = 0;

  g_signal_connect (view, "selection-changed", G_CALLBACK (count_call), &n_calls);

  g_assert_false (dossier_ref_is_set (dossier_view_get_selection (view)));
  g_assert_false (dossier_view_get_pair (view, &one, &other));
  g_assert_false (dossier_related_contains (dossier_view_get_related (view), actor));
  dossier_view_select (view, DOSSIER_REF_NONE);
  g_assert_cmpint (n_calls, ==, 0);

  dossier_view_select (view, actor);
  dossier_view_select (view, actor);
  g_assert_cmpint (n_calls, ==, 1);
  g_assert_true (dossier_ref_equal (dossier_view_get_selection (view), actor));
  g_assert_true (dossier_related_contains (dossier_view_get_related (view), actor));

  /* A pair is the same from either end, and no record. */
  dossier_view_select_pair (view, 5, 2);
  dossier_view_select_pair (view, 2, 5);
  g_assert_cmpint (n_calls, ==, 2);
  g_assert_true (dossier_view_get_pair (view, &one, &other));
  g_assert_cmpint (one, ==, 2);
  g_assert_cmpint (other, ==, 5);
  g_assert_false (dossier_ref_is_set (dossier_view_get_selection (view)));

  dossier_view_select (view, DOSSIER_REF_NONE);
  g_assert_cmpint (n_calls, ==, 3);
  g_assert_false (dossier_view_get_pair (view, &one, &other));
}

/* Several events are selected together, in whatever order they are named. */
static void
test_events (void)
{
  static const int some[] = { 9, 4, 9, 7 };
  static const int others[] = { 1, 2 };
  static const int alone[] = { 5, 5 };
  g_autoptr (DossierView) view = make_view ();
  DossierRef actor = { DOSSIER_RECORD_ACTOR, 3 };
  int one, other, n;
  int n_calls = 0;
  const int *events;

  g_signal_connect (view, "selection-changed", G_CALLBACK (count_call), &n_calls);
  g_assert_null (dossier_view_get_events (view, &n));
  g_assert_cmpint (n, ==, 0);
  g_assert_false (dossier_view_has_selection (view));

  dossier_view_select (view, actor);
  dossier_view_select_events (view, some, G_N_ELEMENTS (some));
  dossier_view_select_events (view, some, G_N_ELEMENTS (some));
  g_assert_cmpint (n_calls, ==, 2);
  events = dossier_view_get_events (view, &n);
  g_assert_cmpint (n, ==, 3);
  g_assert_cmpint (events[0], ==, 4);
  g_assert_cmpint (events[1], ==, 7);
  g_assert_cmpint (events[2], ==, 9);
  g_assert_true (dossier_view_is_selected (view, 7));
  g_assert_false (dossier_view_is_selected (view, 8));
  g_assert_true (dossier_view_has_selection (view));
  g_assert_false (dossier_ref_is_set (dossier_view_get_selection (view)));
  g_assert_false (dossier_view_get_pair (view, &one, &other));

  /* Everyone who took part belongs to it, and no other event. */
  for (int i = 0; i < n; i++)
    {
      const DossierEvents *columns = dossier_document_get_events (dossier_view_get_document (view));

      g_assert_true (dossier_related_contains (dossier_view_get_related (view), get_event (events[i])));
      for (int j = 0; j < dossier_events_get_n_actors (columns, events[i]); j++)
        g_assert_true (dossier_related_contains (dossier_view_get_related (view), (DossierRef){ DOSSIER_RECORD_ACTOR, dossier_events_get_actor (columns, events[i], j, NULL) }));
    }
  dossier_related_get_events (dossier_view_get_related (view), &n);
  g_assert_cmpint (n, ==, 3);

  /* To gather others is no step of its own. */
  dossier_view_select_events (view, others, G_N_ELEMENTS (others));
  g_assert_true (dossier_view_is_selected (view, 1));
  dossier_view_go_back (view);
  g_assert_true (dossier_ref_equal (dossier_view_get_selection (view), actor));
  dossier_view_go_forward (view);
  dossier_view_get_events (view, &n);
  g_assert_cmpint (n, ==, 2);

  /* One alone is a record, none is none. */
  dossier_view_select_events (view, alone, G_N_ELEMENTS (alone));
  g_assert_true (dossier_ref_equal (dossier_view_get_selection (view), get_event (5)));
  events = dossier_view_get_events (view, &n);
  g_assert_cmpint (n, ==, 1);
  g_assert_cmpint (events[0], ==, 5);
  dossier_view_select_events (view, NULL, 0);
  g_assert_false (dossier_view_has_selection (view));
  dossier_view_go_back (view);
  dossier_view_go_back (view);
  g_assert_true (dossier_view_is_selected (view, 2));
  dossier_view_escape (view);
  g_assert_false (dossier_view_has_selection (view));
}

/* The history against a list of what was selected. */
static void
test_history (void)
{
  g_autoptr (DossierView) view = make_view ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  int history[1000] = { -1 };
  int n = 1;
  int current = 0;

  for (int i = 0; i < 900; i++)
    {
      int step = g_rand_int_range (random, 0, 3);
      int event = g_rand_int_range (random, 0, 4);
      DossierRef selection;

      if (step == 0)
        {
          dossier_view_go_back (view);
          current = MAX (current - 1, 0);
        }
      else if (step == 1)
        {
          dossier_view_go_forward (view);
          current = MIN (current + 1, n - 1);
        }
      else
        {
          dossier_view_select (view, get_event (event));
          if (history[current] != event)
            {
              history[++current] = event;
              n = current + 1;
            }
        }

      selection = dossier_view_get_selection (view);
      g_assert_cmpint (selection.index, ==, history[current]);
      g_assert_cmpint (dossier_view_can_go_back (view), ==, current > 0);
      g_assert_cmpint (dossier_view_can_go_forward (view), ==, current < n - 1);
      if (selection.index >= 0)
        g_assert_true (dossier_related_contains (dossier_view_get_related (view), selection));
    }
}

static void
test_hover (void)
{
  g_autoptr (DossierView) view = make_view ();
  int n_calls = 0;

  g_signal_connect (view, "hover-changed", G_CALLBACK (count_call), &n_calls);

  dossier_view_set_hover (view, DOSSIER_REF_NONE);
  g_assert_cmpint (n_calls, ==, 0);
  dossier_view_set_hover (view, get_event (1));
  dossier_view_set_hover (view, get_event (1));
  g_assert_cmpint (n_calls, ==, 1);
  g_assert_true (dossier_ref_equal (dossier_view_get_hover (view), get_event (1)));
  dossier_view_set_hover (view, DOSSIER_REF_NONE);
  g_assert_cmpint (n_calls, ==, 2);
  g_assert_false (dossier_ref_is_set (dossier_view_get_hover (view)));
}

static void
test_brush (void)
{
  g_autoptr (DossierView) view = make_view ();
  gint64 begin = 7, end = 8;
  int n_calls = 0;

  g_signal_connect (view, "brush-changed", G_CALLBACK (count_call), &n_calls);

  dossier_view_unset_brush (view);
  g_assert_false (dossier_view_get_brush (view, &begin, &end));
  g_assert_cmpint (begin, ==, 7);
  g_assert_cmpint (n_calls, ==, 0);

  dossier_view_set_brush (view, -5, 5);
  dossier_view_set_brush (view, -5, 5);
  g_assert_cmpint (n_calls, ==, 1);
  g_assert_true (dossier_view_get_brush (view, &begin, &end));
  g_assert_true (dossier_view_get_brush (view, NULL, NULL));
  g_assert_cmpint (begin, ==, -5);
  g_assert_cmpint (end, ==, 5);

  dossier_view_unset_brush (view);
  g_assert_false (dossier_view_get_brush (view, NULL, NULL));
  g_assert_cmpint (n_calls, ==, 2);
}

static void
keep_ref (DossierView *view, const DossierRef *ref, gpointer data)
{
  *(DossierRef *) data = *ref;
}

/* Escape goes back in steps: the brush, the selection, nothing. */
static void
test_escape (void)
{
  g_autoptr (DossierView) view = make_view ();
  DossierRef event = { DOSSIER_RECORD_EVENT, 1 };

  dossier_view_select (view, event);
  dossier_view_set_brush (view, 1, 2);

  dossier_view_escape (view);
  g_assert_false (dossier_view_get_brush (view, NULL, NULL));
  g_assert_true (dossier_ref_equal (dossier_view_get_selection (view), event));

  dossier_view_escape (view);
  g_assert_false (dossier_ref_is_set (dossier_view_get_selection (view)));

  dossier_view_escape (view);
  g_assert_false (dossier_ref_is_set (dossier_view_get_selection (view)));
}

static void
test_reveal (void)
{
  g_autoptr (DossierView) view = make_view ();
  DossierRef revealed = DOSSIER_REF_NONE;

  g_signal_connect (view, "reveal", G_CALLBACK (keep_ref), &revealed);
  dossier_view_reveal (view, get_event (4));
  g_assert_true (dossier_ref_equal (revealed, get_event (4)));
  g_assert_false (dossier_ref_is_set (dossier_view_get_selection (view)));
}

/* A day, else the brushed span, else all; who brushes a span leaves the day. */
static void
test_as_of (void)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = samples_read_bundled (report);
  g_autoptr (DossierView) view = dossier_view_new (document);
  gint64 begin, end, moment;
  int n_calls = 0;

  g_signal_connect (view, "as-of-changed", G_CALLBACK (count_call), &n_calls);
  g_assert_false (dossier_view_get_as_of (view, &moment));
  dossier_view_get_period (view, &begin, &end);
  g_assert_cmpint (begin, ==, DOSSIER_TIME_MIN);
  g_assert_cmpint (end, ==, DOSSIER_TIME_MAX);

  dossier_view_set_brush (view, 10, 20);
  dossier_view_get_period (view, &begin, &end);
  g_assert_cmpint (begin, ==, 10);
  g_assert_cmpint (end, ==, 20);

  dossier_view_set_as_of (view, 86400 + 5);
  dossier_view_set_as_of (view, 86400 + 5);
  g_assert_cmpint (n_calls, ==, 1);
  g_assert_true (dossier_view_get_as_of (view, &moment));
  g_assert_cmpint (moment, ==, 86400 + 5);
  dossier_view_get_period (view, &begin, &end);
  g_assert_cmpint (begin, ==, 86400);
  g_assert_cmpint (end, ==, 2 * 86400 - 1);
  g_assert_true (dossier_view_get_brush (view, NULL, NULL));

  dossier_view_set_brush (view, 30, 40);
  g_assert_cmpint (n_calls, ==, 2);
  g_assert_false (dossier_view_get_as_of (view, NULL));
  dossier_view_unset_as_of (view);
  g_assert_cmpint (n_calls, ==, 2);
}

/* A view lets go of what it holds. */
static void
test_lifetime (void)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  DossierDocument *document = samples_read_bundled (report);
  DossierView *view = dossier_view_new (document);

  g_assert_true (dossier_view_get_document (view) == document);
  g_assert_cmpint (dossier_filter_get_n_shown (dossier_view_get_filter (view)), ==, dossier_document_get_count (document, DOSSIER_RECORD_EVENT));
  dossier_view_select (view, get_event (0));
  g_assert_finalize_object (view);
  g_assert_finalize_object (document);
}

typedef struct
{
  gboolean is_done;
  DossierView *view;
  GError *error;
} Opening;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Opening *opening = data;

  opening->view = dossier_view_open_finish (DOSSIER_DOCUMENT (source), result, &opening->error);
  opening->is_done = TRUE;
}

/* A view that another thread made counts as one that was made here. */
static void
test_opening (void)
{
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (DossierDocument) document = samples_read_bundled (report);
  g_autoptr (DossierFilter) expected = dossier_filter_new (document);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Opening opening = { 0 };
  Opening given_up = { 0 };

  dossier_filter_set_words (expected, "Russia");
  dossier_view_open_async (document, dossier_filter_state_save (expected), NULL, opened_cb, &opening);
  dossier_view_open_async (document, NULL, cancellable, opened_cb, &given_up);
  g_cancellable_cancel (cancellable);
  while (!opening.is_done || !given_up.is_done)
    g_main_context_iteration (NULL, TRUE);

  g_assert_null (given_up.view);
  g_assert_error (given_up.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&given_up.error);

  g_assert_no_error (opening.error);
  g_assert_cmpstr (dossier_filter_get_words (dossier_view_get_filter (opening.view)), ==, "Russia");
  g_assert_cmpint (dossier_filter_get_n_shown (dossier_view_get_filter (opening.view)), ==, dossier_filter_get_n_shown (expected));
  for (int facet = 0; facet < DOSSIER_N_FACETS; facet++)
    for (int value = 0; value < dossier_filter_get_n_values (expected, (DossierFacet) facet); value++)
      g_assert_cmpint (dossier_filter_get_count (dossier_view_get_filter (opening.view), (DossierFacet) facet, value),
                       ==,
                       dossier_filter_get_count (expected, (DossierFacet) facet, value));

  g_assert_finalize_object (opening.view);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view/selection", test_selection);
  g_test_add_func ("/view/events", test_events);
  g_test_add_func ("/view/history", test_history);
  g_test_add_func ("/view/hover", test_hover);
  g_test_add_func ("/view/brush", test_brush);
  g_test_add_func ("/view/as-of", test_as_of);
  g_test_add_func ("/view/escape", test_escape);
  g_test_add_func ("/view/reveal", test_reveal);
  g_test_add_func ("/view/opening", test_opening);
  g_test_add_func ("/view/lifetime", test_lifetime);

  return g_test_run ();
}
