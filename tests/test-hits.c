/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-view.h"

#include "samples.h"

static void
count_cb (int *n)
{
  (*n)++;
}

static void
test_step (void)
{
  static const struct
  {
    int from;
    int step;
    int to;
  } cases[] = {
    { -1, 1, 0 },
    { -1, -1, 2 },
    { 0, 1, 1 },
    { 2, 1, 0 },
    { 0, -1, 2 },
    { 1, 0, 1 },
    { 1, 7, 2 },
    { 1, -7, 0 },
  };
  g_autoptr (DossierDocument) document = samples_read_good ("{'dossier': 1, 'title': 'T', 'events': [{'id': 'a', 'title': 'A'}, {'id': 'b', 'title': 'B'}],"
                                                            "'actors': [{'id': 'x', 'type': 'state', 'name': 'X'}, {'id': 'y', 'type': 'state', 'name': 'Y'}]}");
  const DossierRef refs[] = { { DOSSIER_RECORD_ACTOR, 0 }, { DOSSIER_RECORD_EVENT, 1 }, { DOSSIER_RECORD_ACTOR, 1 } };
  const guint8 events[] = { 1, 1 };
  g_autoptr (DossierView) view = dossier_view_new (document);
  DossierHits *hits = dossier_view_get_hits (view);
  int n_changes = 0;
  DossierRef to;

  g_signal_connect_swapped (hits, "changed", G_CALLBACK (count_cb), &n_changes);
  dossier_hits_clear (hits);
  g_assert_cmpint (n_changes, ==, 0);
  g_assert_false (dossier_hits_step (hits, DOSSIER_REF_NONE, 1, &to));
  g_assert_false (dossier_hits_contain (hits, refs[1]));
  dossier_view_step_hit (view, 1);
  g_assert_false (dossier_view_has_selection (view));

  dossier_hits_set (hits, refs, G_N_ELEMENTS (refs), events);
  g_assert_cmpint (n_changes, ==, 1);
  g_assert_cmpint (dossier_hits_get_count (hits), ==, 3);
  /* An event may be found and not be listed. */
  g_assert_true (dossier_hits_contain (hits, (DossierRef){ DOSSIER_RECORD_EVENT, 0 }));
  g_assert_true (dossier_hits_contain (hits, refs[0]));
  g_assert_false (dossier_hits_contain (hits, (DossierRef){ DOSSIER_RECORD_TIE, 0 }));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      DossierRef from = cases[i].from >= 0 ? refs[cases[i].from] : DOSSIER_REF_NONE;

      g_assert_true (dossier_hits_step (hits, from, cases[i].step, &to));
      g_assert_true (dossier_ref_equal (to, refs[cases[i].to]));
    }

  dossier_view_step_hit (view, 1);
  g_assert_true (dossier_ref_equal (dossier_view_get_selection (view), refs[0]));
  dossier_view_step_hit (view, -1);
  g_assert_true (dossier_ref_equal (dossier_view_get_selection (view), refs[2]));

  dossier_hits_clear (hits);
  g_assert_cmpint (n_changes, ==, 2);
  g_assert_false (dossier_hits_contain (hits, refs[1]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hits/step", test_step);

  return g_test_run ();
}
