/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-facet-item.h"
#include "model/dossier-facet-list.h"

#include "samples.h"

#include <string.h>

/* Each row as a line: "# heading", "title count" with two spaces before one that is indented, "+ how many more". */
static char *
print_list (DossierFacetList *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (DossierFacetItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      switch (dossier_facet_item_get_item_type (item))
        {
        case DOSSIER_FACET_ITEM_HEADING:
          g_string_append_printf (text, "# %s\n", dossier_facet_item_get_title (item));
          break;
        case DOSSIER_FACET_ITEM_VALUE:
          g_string_append_printf (text,
                                  "%*s%s %d%s\n",
                                  2 * dossier_facet_item_get_depth (item),
                                  "",
                                  dossier_facet_item_get_title (item),
                                  dossier_facet_item_get_count (item),
                                  dossier_facet_item_get_chosen (item) ? " *" : "");
          break;
        case DOSSIER_FACET_ITEM_MORE:
          g_string_append_printf (text, "+ %d\n", dossier_facet_item_get_value (item));
          break;
        default:
          g_assert_not_reached ();
        }
    }

  return g_string_free (text, FALSE);
}

static void
assert_list (DossierFacetList *list, const char *expected)
{
  g_autofree char *text = print_list (list);

  g_assert_cmpstr (text, ==, expected);
}

static DossierFacetItem *
find_item (DossierFacetList *list, const char *title)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (DossierFacetItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (g_strcmp0 (dossier_facet_item_get_title (item), title) == 0)
        return g_steal_pointer (&item);
    }

  g_error ("there is no row \"%s\"", title);
}

static const char small[] =
    "{'dossier': 1, 'title': 'A', 'kinds': [{'id': 'k', 'label': 'Talks'}, {'id': 'l', 'label': 'War'}, {'id': 'm', 'label': 'Never'}],"
    "'actors': [{'id': 'silent', 'type': 'state', 'name': 'Silent'}, {'id': 's', 'type': 'state', 'name': 'State'}, {'id': 't', 'type': 'state', 'name': 'Town'},"
    " {'id': 'o', 'type': 'organisation', 'name': 'Office', 'affiliations': [{'to': 's'}]},"
    " {'id': 'p', 'type': 'person', 'name': 'Person', 'affiliations': [{'to': 'o'}]}],"
    "'places': [{'id': 'x', 'name': 'Alone'}],"
    "'events': [{'id': 'e', 'title': 'E', 'kind': 'l', 'participants': [{'actor': 'p'}], 'places': ['x']},"
    " {'id': 'f', 'title': 'F', 'kind': 'k', 'participants': [{'actor': 't'}, {'actor': 's'}], 'status': 'denied'},"
    " {'id': 'g', 'title': 'G', 'kind': 'l', 'participants': [{'actor': 't'}]}, {'id': 'h', 'title': 'H', 'kind': 'l', 'participants': [{'actor': 't'}]}]}";

static void
test_rows (void)
{
  g_autoptr (DossierDocument) document = samples_read_good (small);
  g_autoptr (DossierFilter) filter = dossier_filter_new (document);
  g_autoptr (DossierFacetList) list = dossier_facet_list_new (document, filter);

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == DOSSIER_TYPE_FACET_ITEM);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 1000));

  assert_list (list,
               "# Actors\n"
               "Town 3\n"
               "State 2\n"
               "  Office 1\n"
               "  Person 1\n"
               "# Kinds\n"
               "Talks 1\n"
               "War 3\n"
               "# Status\n"
               "Reported 3\n"
               "Denied 1\n");
}

static void
count_call (GObject *object, gpointer data)
{
  ++*(int *) data;
}

static void
test_choosing (void)
{
  g_autoptr (DossierDocument) document = samples_read_good (small);
  g_autoptr (DossierFilter) filter = dossier_filter_new (document);
  g_autoptr (DossierFacetList) list = dossier_facet_list_new (document, filter);
  g_autoptr (DossierFacetItem) denied = find_item (list, "Denied");
  g_autoptr (DossierFacetItem) town = find_item (list, "Town");
  g_autoptr (DossierFacetItem) kinds = find_item (list, "Kinds");
  int n_calls = 0;
  int n_calls_of_heading = 0;

  g_signal_connect (town, "changed", G_CALLBACK (count_call), &n_calls);
  g_signal_connect (kinds, "changed", G_CALLBACK (count_call), &n_calls_of_heading);

  dossier_facet_item_toggle (denied);
  g_assert_true (dossier_filter_get_chosen (filter, DOSSIER_FACET_STATUS, DOSSIER_STATUS_DENIED));
  assert_list (list,
               "# Actors\n"
               "Town 1\n"
               "State 1\n"
               "  Office 0\n"
               "  Person 0\n"
               "# Kinds\n"
               "Talks 1\n"
               "War 0\n"
               "# Status\n"
               "Reported 3\n"
               "Denied 1 *\n");
  g_assert_cmpint (n_calls, ==, 1);

  dossier_facet_item_toggle (denied);
  g_assert_true (dossier_filter_is_empty (filter));
  g_assert_cmpint (dossier_facet_item_get_count (town), ==, 3);
  g_assert_cmpint (n_calls, ==, 2);
  g_assert_cmpint (dossier_facet_item_get_facet (town), ==, DOSSIER_FACET_ACTOR);

  /* The others' counts do not touch it. */
  dossier_facet_item_toggle (town);
  g_assert_cmpint (n_calls, ==, 3);
  g_assert_true (dossier_facet_item_get_chosen (town));
  g_assert_cmpint (n_calls_of_heading, ==, 0);
}

/* A long facet shows the rest when it is asked to, as the filter is by then. */
static void
test_expanding (void)
{
  g_autoptr (GString) json = g_string_new ("{'dossier': 1, 'title': 'A', 'actors': [{'id': 'a0', 'type': 'state', 'name': 'A0'}");
  g_autoptr (DossierDocument) document = NULL;
  g_autoptr (DossierFilter) filter = NULL;
  g_autoptr (DossierFacetList) list = NULL;
  g_autoptr (DossierFacetItem) last = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (int i = 1; i < 20; i++)
    g_string_append_printf (json, ", {'id': 'a%d', 'type': 'state', 'name': 'A%d'}", i, i);
  g_string_append (json, "], 'events': [{'id': 'e0', 'title': 'E', 'status': 'denied', 'participants': [{'actor': 'a0'}]}");
  for (int i = 1; i < 20; i++)
    g_string_append_printf (json, ", {'id': 'e%d', 'title': 'E', 'participants': [{'actor': 'a%d'}]}", i, i);
  g_string_append (json, "]}");

  document = samples_read_good (json->str);
  filter = dossier_filter_new (document);
  list = dossier_facet_list_new (document, filter);

  before = print_list (list);
  g_assert_nonnull (strstr (before, "A10 1\n+ 9\n# Status"));

  dossier_filter_set_chosen (filter, DOSSIER_FACET_STATUS, DOSSIER_STATUS_DENIED, TRUE);
  dossier_filter_set_chosen (filter, DOSSIER_FACET_ACTOR, 19, TRUE);
  dossier_facet_list_expand (list, DOSSIER_FACET_ACTOR);
  dossier_facet_list_expand (list, DOSSIER_FACET_ACTOR);

  after = print_list (list);
  g_assert_null (strchr (after, '+'));
  g_assert_nonnull (strstr (after, "\nA18 0\nA19 0 *\n"));
  g_assert_nonnull (strstr (after, "\nA0 1\n"));
}

/* A chain as long as the document costs no more than its length. */
static void
test_chain (void)
{
  const int n = 20000;
  g_autoptr (GString) json = g_string_new ("{'dossier': 1, 'title': 'A', 'actors': [{'id': 'a0', 'type': 'state', 'name': 'A0'}");
  g_autoptr (DossierDocument) document = NULL;
  g_autoptr (DossierFilter) filter = NULL;
  g_autoptr (DossierFacetList) list = NULL;
  g_autoptr (DossierFacetItem) last = NULL;

  for (int i = 1; i < n; i++)
    g_string_append_printf (json, ", {'id': 'a%d', 'type': 'state', 'name': 'A%d', 'affiliations': [{'to': 'a%d'}]}", i, i, i - 1);
  g_string_append_printf (json, "], 'events': [{'id': 'e', 'title': 'E', 'participants': [{'actor': 'a%d'}]}]}", n - 1);

  document = samples_read_good (json->str);
  filter = dossier_filter_new (document);
  list = dossier_facet_list_new (document, filter);
  dossier_facet_list_expand (list, DOSSIER_FACET_ACTOR);
  g_assert_cmpint ((int) g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n + 1);
  last = g_list_model_get_item (G_LIST_MODEL (list), (guint) n);
  g_assert_cmpint (dossier_facet_item_get_depth (last), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/facet-list/rows", test_rows);
  g_test_add_func ("/facet-list/choosing", test_choosing);
  g_test_add_func ("/facet-list/expanding", test_expanding);
  g_test_add_func ("/facet-list/chain", test_chain);

  return g_test_run ();
}
