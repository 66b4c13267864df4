/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-facet-list.h"
#include "model/dossier-reader.h"

#include <string.h>

static DossierDocument *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (GError) error = NULL;
  DossierDocument *document =
      dossier_reader_read_bytes (bytes, NULL, dossier_limits_get_default (), report, NULL, &error);

  g_assert_no_error (error);

  return document;
}

/* One line a row: indent, title, count, and a star if it is chosen. */
static char *
list_to_text (DossierFacetList *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (DossierFacetItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      switch (dossier_facet_item_get_item_type (item))
        {
        case DOSSIER_FACET_ITEM_HEADING:
          g_string_append_printf (text, "%s:\n", dossier_facet_item_get_title (item));
          break;
        case DOSSIER_FACET_ITEM_MORE:
          g_string_append_printf (text, "+%d\n", dossier_facet_item_get_value (item));
          break;
        case DOSSIER_FACET_ITEM_VALUE:
        default:
          g_string_append_printf (text, "%*s%s %d%s\n", 2 * dossier_facet_item_get_depth (item), "", dossier_facet_item_get_title (item), dossier_facet_item_get_count (item), dossier_facet_item_get_chosen (item) ? " *" : "");
        }
    }

  return g_string_free (text, FALSE);
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

  g_error ("there is no row “%s”", title);
}

static const char small[] =
    "{\"dossier\":1,\"title\":\"t\","
    "\"kinds\":[{\"id\":\"visit\",\"label\":\"Visit\"},{\"id\":\"war\",\"label\":\"War\"},{\"id\":\"none\",\"label\":\"None\"}],"
    "\"actors\":["
    "{\"id\":\"a\",\"type\":\"state\",\"name\":\"Aland\"},"
    "{\"id\":\"b\",\"type\":\"state\",\"name\":\"Bland\"},"
    "{\"id\":\"c\",\"type\":\"state\",\"name\":\"Cland\"},"
    "{\"id\":\"office\",\"type\":\"organisation\",\"name\":\"Office\",\"affiliations\":[{\"to\":\"b\"}]},"
    "{\"id\":\"clerk\",\"type\":\"person\",\"name\":\"Clerk\",\"affiliations\":[{\"to\":\"office\"}]}],"
    "\"events\":["
    "{\"id\":\"e1\",\"title\":\"1\",\"kind\":\"visit\",\"date\":\"2024\",\"participants\":[{\"actor\":\"clerk\",\"role\":\"guest\"}]},"
    "{\"id\":\"e2\",\"title\":\"2\",\"kind\":\"visit\",\"date\":\"2024\",\"participants\":[{\"actor\":\"b\",\"role\":\"host\"},{\"actor\":\"a\",\"role\":\"guest\"}]},"
    "{\"id\":\"e3\",\"title\":\"3\",\"kind\":\"war\",\"date\":\"2024\",\"status\":\"alleged\",\"participants\":[{\"actor\":\"b\",\"role\":\"actor\"}]}]}";

/* Who has no events is not listed; those below a root are, however deep they are, one step in. */
static void
test_order (void)
{
  g_autoptr (DossierDocument) document = read_text (small);
  g_autoptr (DossierFilter) filter = dossier_filter_new (document);
  g_autoptr (DossierFacetList) list = dossier_facet_list_new (document, filter);
  g_autofree char *text = list_to_text (list);

  g_assert_cmpstr (text, ==, "Actors:\nBland 3\n  Office 1\n  Clerk 1\nAland 1\n"
                             "Kinds:\nVisit 2\nWar 1\n"
                             "Status:\nReported 2\nAlleged 1\n");
}

static void
count_changes (int *count)
{
  (*count)++;
}

static void
test_choose (void)
{
  g_autoptr (DossierDocument) document = read_text (small);
  g_autoptr (DossierFilter) filter = dossier_filter_new (document);
  g_autoptr (DossierFacetList) list = dossier_facet_list_new (document, filter);
  g_autoptr (DossierFacetItem) war = find_item (list, "War");
  g_autoptr (DossierFacetItem) bland = find_item (list, "Bland");
  g_autofree char *text = NULL;
  int n_war = 0, n_bland = 0;

  g_signal_connect_swapped (war, "changed", G_CALLBACK (count_changes), &n_war);
  g_signal_connect_swapped (bland, "changed", G_CALLBACK (count_changes), &n_bland);

  dossier_facet_item_toggle (war);
  g_assert_true (dossier_filter_get_chosen (filter, DOSSIER_FACET_KIND, 1));
  g_assert_cmpint (n_war, ==, 1);
  g_assert_cmpint (n_bland, ==, 1);
  text = list_to_text (list);
  g_assert_cmpstr (text, ==, "Actors:\nBland 1\n  Office 0\n  Clerk 0\nAland 0\n"
                             "Kinds:\nVisit 2\nWar 1 *\n"
                             "Status:\nReported 0\nAlleged 1\n");

  dossier_facet_item_toggle (war);
  g_assert_true (dossier_filter_is_empty (filter));
  g_assert_cmpint (dossier_facet_item_get_count (bland), ==, 3);
}

/* A long facet shows the first, and the rest when it is asked for. */
static void
test_expand (void)
{
  g_autoptr (GString) json = g_string_new ("{\"dossier\":1,\"title\":\"t\",\"kinds\":[{\"id\":\"k\",\"label\":\"K\"}],\"actors\":[");
  g_autoptr (DossierDocument) document = NULL;
  g_autoptr (DossierFilter) filter = NULL;
  g_autoptr (DossierFacetList) list = NULL;
  g_autoptr (DossierFacetItem) more = NULL;
  g_autoptr (DossierFacetItem) last = NULL;
  int n_changes = 0;

  for (int i = 0; i < 30; i++)
    g_string_append_printf (json, "%s{\"id\":\"a%d\",\"type\":\"state\",\"name\":\"A%d\"}", i > 0 ? "," : "", i, i);
  g_string_append (json, "],\"events\":[");
  for (int i = 0; i < 30; i++)
    g_string_append_printf (json, "%s{\"id\":\"e%d\",\"title\":\"e\",\"kind\":\"k\",\"participants\":[{\"actor\":\"a%d\",\"role\":\"actor\"}]}", i > 0 ? "," : "", i, i);
  g_string_append (json, "]}");

  document = read_text (json->str);
  filter = dossier_filter_new (document);
  list = dossier_facet_list_new (document, filter);
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (count_changes), &n_changes);

  /* A heading, eleven actors, and what stands for the others; one kind and one status are no choice. */
  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 13);
  more = g_list_model_get_item (G_LIST_MODEL (list), 12);
  g_assert_cmpint (dossier_facet_item_get_item_type (more), ==, DOSSIER_FACET_ITEM_MORE);
  g_assert_cmpint (dossier_facet_item_get_value (more), ==, 19);

  dossier_filter_set_chosen (filter, DOSSIER_FACET_ACTOR, 29, TRUE);
  dossier_facet_list_expand (list, DOSSIER_FACET_ACTOR);
  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 31);
  g_assert_cmpint (n_changes, ==, 1);
  last = g_list_model_get_item (G_LIST_MODEL (list), 30);
  g_assert_true (dossier_facet_item_get_chosen (last));

  dossier_facet_list_expand (list, DOSSIER_FACET_ACTOR);
  g_assert_cmpint (n_changes, ==, 1);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 31));
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (list)) == DOSSIER_TYPE_FACET_ITEM);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/facet-list/order", test_order);
  g_test_add_func ("/facet-list/choose", test_choose);
  g_test_add_func ("/facet-list/expand", test_expand);

  return g_test_run ();
}
