/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-filter-state.h"
#include "model/dossier-json.h"
#include "model/dossier-saved-filters.h"

#include "samples.h"

#include <glib/gstdio.h>

static char *
state_to_text (DossierFilter *filter)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, dossier_filter_state_save (filter));

  return dossier_json_to_text (node, FALSE);
}

static void
choose_at_random (DossierFilter *filter, GRand *random)
{
  dossier_filter_clear (filter);
  for (int step = 0; step < 8; step++)
    {
      DossierFacet facet = (DossierFacet) g_rand_int_range (random, 0, DOSSIER_N_FACETS);

      dossier_filter_set_chosen (filter, facet, g_rand_int_range (random, 0, dossier_filter_get_n_values (filter, facet)), TRUE);
      if (g_rand_int_range (random, 0, 3) == 0)
        dossier_filter_set_negated (filter, facet, TRUE);
    }
  if (g_rand_boolean (random))
    dossier_filter_set_dates (filter, -5, (gint64) g_rand_int_range (random, 0, 1000) * 1000000000);
  if (g_rand_boolean (random))
    dossier_filter_set_words (filter, "“arms” & Zürich");
}

/* What is saved comes back: all that is chosen, and all that is shown. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (int round = 0; round < 20; round++)
    {
      g_autofree char *text = samples_make_random (random, 20);
      g_autoptr (DossierDocument) document = samples_read_good (text);
      g_autoptr (DossierFilter) filter = dossier_filter_new (document);
      g_autoptr (DossierFilter) other = dossier_filter_new (document);
      g_autoptr (JsonObject) state = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      choose_at_random (filter, random);
      choose_at_random (other, random);
      state = dossier_filter_state_save (filter);
      g_assert_cmpint (dossier_filter_state_restore (other, state), ==, 0);

      before = state_to_text (filter);
      after = state_to_text (other);
      g_assert_cmpstr (before, ==, after);
      for (int i = 0; i < 20; i++)
        g_assert_cmpint (dossier_filter_get_failed (filter, i), ==, dossier_filter_get_failed (other, i));
    }
}

static void
test_words_of_state (void)
{
  g_autoptr (DossierDocument) document =
      samples_read_good ("{'dossier': 1, 'title': 'A', 'kinds': [{'id': 'talks', 'label': 'Talks'}, {'id': 'arms', 'label': 'Arms'}],"
                         "'events': [{'id': 'e', 'title': 'E', 'kind': 'arms', 'credibility': 2}, {'id': 'f', 'title': 'F'}]}");
  g_autoptr (DossierFilter) filter = dossier_filter_new (document);
  g_autofree char *state = NULL;
  g_autofree char *name = NULL;
  g_autofree char *reason = NULL;

  dossier_filter_set_chosen (filter, DOSSIER_FACET_KIND, 1, TRUE);
  dossier_filter_set_negated (filter, DOSSIER_FACET_KIND, TRUE);
  dossier_filter_set_chosen (filter, DOSSIER_FACET_CREDIBILITY, 0, TRUE);
  dossier_filter_set_chosen (filter, DOSSIER_FACET_STANCE, DOSSIER_STANCE_NONE, TRUE);
  state = state_to_text (filter);
  g_assert_cmpstr (state, ==, "{\"kinds\":[\"arms\"],\"credibilities\":[0],\"stances\":[\"\"],\"not\":[\"kinds\"]}");

  name = dossier_filter_dup_test_name (filter, DOSSIER_FACET_KIND);
  g_assert_cmpstr (name, ==, "Kinds: not Arms");
  reason = dossier_filter_explain (filter, 0);
  g_assert_cmpstr (reason, ==, "Kinds: not Arms; Credibility: Not graded");
  g_assert_null (dossier_filter_explain (filter, 1));
}

/* What the document does not have is counted; what is of another type than it should be stands for nothing. */
static void
test_foreign (void)
{
  static const struct
  {
    const char *state;
    int n_missing;
    const char *restored;
  } cases[] = {
    { "{}", 0, "{}" },
    { "{'kinds': ['k1', 'nowhere'], 'actors': ['k1']}", 2, "{\"kinds\":[\"k1\"]}" },
    { "{'kinds': 'k1', 'words': 3, 'not': ['kinds'], 'begin': 'x'}", 0, "{}" },
    { "{'kinds': [1, null, {}, []]}", 4, "{}" },
    { "{'statuses': ['alleged', 'untrue'], 'credibilities': [7, -1, 6, '1']}", 4, "{\"statuses\":[\"alleged\"],\"credibilities\":[6]}" },
    { "{'begin': 10, 'end': 5}", 0, "{}" },
    { "{'begin': 5, 'end': 10, 'words': ' a '}", 0, "{\"begin\":5,\"end\":10,\"words\":\"a\"}" },
    { "{'not': ['kinds', 3], 'kinds': ['k0']}", 0, "{\"kinds\":[\"k0\"],\"not\":[\"kinds\"]}" },
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  g_autofree char *text = samples_make_random (random, 5);
  g_autoptr (DossierDocument) document = samples_read_good (text);
  g_autoptr (DossierFilter) filter = dossier_filter_new (document);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = samples_make_json (cases[i].state);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = json_from_string (json, &error);
      g_autofree char *restored = NULL;

      g_assert_no_error (error);
      choose_at_random (filter, random);
      g_assert_cmpint (dossier_filter_state_restore (filter, json_node_get_object (node)), ==, cases[i].n_missing);
      restored = state_to_text (filter);
      g_assert_cmpstr (restored, ==, cases[i].restored);
    }
}

static void
remove_tree (const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_rmdir (directory);
}

/* Filters by name, which the next window of the same dossier finds again. */
static void
test_saved (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *base = g_dir_make_tmp ("XXXXXX", &error);
  g_autofree char *directory = g_build_filename (base, "filters", NULL);
  g_autoptr (DossierDocument) document = samples_read_good ("{'dossier': 1, 'title': 'A', 'kinds': [{'id': 'k', 'label': 'K'}]}");
  g_autoptr (DossierDocument) other = samples_read_good ("{'dossier': 1, 'title': 'B'}");
  g_autoptr (DossierFilter) filter = dossier_filter_new (document);
  g_autoptr (DossierSavedFilters) saved = dossier_saved_filters_new (document, directory, &error);
  g_autoptr (DossierSavedFilters) again = NULL;
  g_autoptr (DossierSavedFilters) of_other = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (dossier_saved_filters_get_count (saved), ==, 0);

  dossier_filter_set_chosen (filter, DOSSIER_FACET_KIND, 0, TRUE);
  g_assert_true (dossier_saved_filters_save (saved, "Zeta & <b>", filter, &error));
  dossier_filter_set_words (filter, "arms");
  g_assert_true (dossier_saved_filters_save (saved, "Alpha", filter, &error));
  g_assert_true (dossier_saved_filters_save (saved, "Zeta & <b>", filter, &error));
  g_assert_no_error (error);
  g_assert_cmpint (dossier_saved_filters_get_count (saved), ==, 2);
  g_assert_cmpstr (dossier_saved_filters_get_name (saved, 0), ==, "Alpha");

  dossier_filter_clear (filter);
  again = dossier_saved_filters_new (document, directory, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dossier_saved_filters_find (again, "Zeta & <b>"), ==, 1);
  g_assert_cmpint (dossier_saved_filters_apply (again, 1, filter), ==, 0);
  g_assert_true (dossier_filter_get_chosen (filter, DOSSIER_FACET_KIND, 0));
  g_assert_cmpstr (dossier_filter_get_words (filter), ==, "arms");

  g_assert_true (dossier_saved_filters_remove (again, 0, &error));
  g_assert_cmpint (dossier_saved_filters_get_count (again), ==, 1);
  g_assert_cmpint (dossier_saved_filters_find (again, "Alpha"), ==, -1);

  of_other = dossier_saved_filters_new (other, directory, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dossier_saved_filters_get_count (of_other), ==, 0);

  remove_tree (directory);
  remove_tree (base);
}

/* A file that is none of ours is an error, and is left as it is. */
static void
test_bad_file (void)
{
  static const char *const contents[] = { "", "{", "[]", "{}", "{\"filters\":{}}", "{\"filters\":[{\"name\":1}]}", "{\"filters\":[{\"name\":\"x\"}]}" };
  g_autoptr (GError) error = NULL;
  g_autofree char *directory = g_dir_make_tmp ("XXXXXX", &error);
  g_autoptr (DossierDocument) document = samples_read_good ("{'dossier': 1, 'title': 'A'}");
  g_autofree char *checksum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "A", -1);
  g_autofree char *name = g_strconcat (checksum, ".json", NULL);
  g_autofree char *path = g_build_filename (directory, name, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      g_assert_null (dossier_saved_filters_new (document, directory, &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
    }

  remove_tree (directory);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/saved-filters/round-trip", test_round_trip);
  g_test_add_func ("/saved-filters/words-of-state", test_words_of_state);
  g_test_add_func ("/saved-filters/foreign", test_foreign);
  g_test_add_func ("/saved-filters/saved", test_saved);
  g_test_add_func ("/saved-filters/bad-file", test_bad_file);

  return g_test_run ();
}
