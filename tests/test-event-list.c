/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-event-list.h"

#include "samples.h"

#include <string.h>

static const char text[] =
    "{'dossier':1,'title':'x',"
    "'kinds':[{'id':'war','label':'War'},{'id':'talk','label':'Diplomacy'}],"
    "'places':[{'id':'p','name':'Pyongyang'},{'id':'m','name':'Moscow'}],"
    "'actors':[{'id':'RU','type':'state','name':'Russia'},{'id':'KP','type':'state','name':'North Korea'}],"
    "'sources':[{'id':'s1','csl':{'id':'s1','type':'article','title':'S'}},{'id':'s2','csl':{'id':'s2','type':'article','title':'T'}}],"
    "'quotes':[{'id':'q1','source':'s1','exact':'a'},{'id':'q2','source':'s1','exact':'b'},{'id':'q3','source':'s2','exact':'c'}],"
    "'events':["
    "{'id':'e0','title':'Émigrés return','kind':'talk','status':'denied','quotes':['q1','q2']},"
    "{'id':'e1','title':'Arms\\tare sent','kind':'war','date':'2023-09','status':'alleged','places':['p'],"
    "'participants':[{'actor':'KP','role':'actor'},{'actor':'RU','role':'recipient'}],'quotes':['q1','q3','q2']},"
    "{'id':'e2','title':'=Zero','kind':'war','date':'-0218','status':'reported','places':['m'],'participants':[{'actor':'RU','role':'actor'}]},"
    "{'id':'e3','title':'Dinner','kind':'talk','date':'2023-09-12','status':'reported','quotes':['q3']}"
    "]}";

typedef struct
{
  DossierDocument *document;
  DossierFilter *filter;
  DossierEventList *list;
  GString *changes;
} Fixture;

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, GString *changes)
{
  g_string_append_printf (changes, "%u-%u+%u ", position, removed, added);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *json = samples_make_json (text);

  fixture->document = samples_read_good (json);
  fixture->filter = dossier_filter_new (fixture->document);
  fixture->list = dossier_event_list_new (fixture->document, fixture->filter);
  fixture->changes = g_string_new (NULL);
  g_signal_connect (fixture->list, "items-changed", G_CALLBACK (changed_cb), fixture->changes);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_string_free (fixture->changes, TRUE);
  g_object_unref (fixture->list);
  g_object_unref (fixture->filter);
  g_object_unref (fixture->document);
}

/* The indexes as they are listed, each found again where it stands. */
static char *
list_to_text (Fixture *fixture)
{
  GString *listed = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->list)); i++)
    {
      g_autoptr (DossierEventItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), i);
      int event = dossier_event_item_get_event (item);

      g_assert_cmpint (dossier_event_list_get_event (fixture->list, (int) i), ==, event);
      g_assert_cmpint (dossier_event_list_find (fixture->list, event), ==, (int) i);
      g_string_append_printf (listed, "%d", event);
    }
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->list), (guint) listed->len));
  g_assert_cmpint (dossier_event_list_get_event (fixture->list, (int) listed->len), ==, -1);

  return g_string_free (listed, FALSE);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    DossierEventColumn column;
    const char *ascending;
  } cases[] = {
    /* A month begins before a day of it, and ends later. */
    { DOSSIER_EVENT_COLUMN_DATE, "2130" },
    { DOSSIER_EVENT_COLUMN_TITLE, "2130" },
    { DOSSIER_EVENT_COLUMN_KIND, "0312" },
    { DOSSIER_EVENT_COLUMN_ACTORS, "1203" },
    { DOSSIER_EVENT_COLUMN_PLACES, "2103" },
    { DOSSIER_EVENT_COLUMN_STATUS, "2310" },
    { DOSSIER_EVENT_COLUMN_QUOTES, "2301" },
    { DOSSIER_EVENT_COLUMN_SOURCES, "2301" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ascending = NULL;
      g_autofree char *descending = NULL;

      dossier_event_list_set_order (fixture->list, cases[i].column, FALSE);
      g_assert_false (dossier_event_list_is_ordering (fixture->list));
      ascending = list_to_text (fixture);
      g_assert_cmpstr (ascending, ==, cases[i].ascending);
      dossier_event_list_set_order (fixture->list, cases[i].column, TRUE);
      descending = list_to_text (fixture);
      g_strreverse (descending);
      g_assert_cmpstr (descending, ==, cases[i].ascending);
    }
}

/* A date that is open stands where it is known. */
static void
test_open_dates (void)
{
  static const char *const dates[] = { "2020", "../2019", "[..2021]", "2018/..", "2022" };
  g_autoptr (GString) json_text = g_string_new ("{'dossier':1,'title':'x','kinds':[{'id':'k','label':'K'}],'events':[");
  g_autofree char *json = NULL;
  g_autoptr (DossierDocument) document = NULL;
  g_autofree int *order = NULL;
  static const int expected[] = { 3, 1, 0, 2, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    g_string_append_printf (json_text, "%s{'id':'e%u','title':'E','kind':'k','date':'%s'}", i > 0 ? "," : "", i, dates[i]);
  g_string_append (json_text, "]}");
  json = samples_make_json (json_text->str);
  document = samples_read_good (json);
  order = dossier_event_column_order (document, DOSSIER_EVENT_COLUMN_DATE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    g_assert_cmpint (order[i], ==, expected[i]);
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  g_autofree char *some = NULL;
  g_autofree char *all = NULL;

  dossier_event_list_set_order (fixture->list, DOSSIER_EVENT_COLUMN_DATE, FALSE);
  g_string_truncate (fixture->changes, 0);
  dossier_filter_set_chosen (fixture->filter, DOSSIER_FACET_KIND, 0, TRUE);
  some = list_to_text (fixture);
  g_assert_cmpstr (some, ==, "21");
  g_assert_cmpint (dossier_event_list_find (fixture->list, 0), ==, -1);
  dossier_filter_clear (fixture->filter);
  all = list_to_text (fixture);
  g_assert_cmpstr (all, ==, "2130");
  g_assert_cmpstr (fixture->changes->str, ==, "0-4+2 0-2+4 ");
}

static void
test_cells (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[][DOSSIER_N_EVENT_COLUMNS] = {
    { "", "Émigrés return", "Diplomacy", "", "", "Denied", "2", "1" },
    { "September 2023", "Arms\tare sent", "War", "North Korea, Russia", "Pyongyang", "Alleged", "3", "2" },
    { "219 BCE", "=Zero", "War", "Russia", "Moscow", "Reported", "0", "0" },
    { "12 September 2023", "Dinner", "Diplomacy", "", "", "Reported", "1", "1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (DossierEventItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->list), i);

      for (int column = 0; column < DOSSIER_N_EVENT_COLUMNS; column++)
        {
          g_autofree char *cell = dossier_event_column_dup_text (fixture->document, dossier_event_item_load (item), (DossierEventColumn) column);

          g_assert_cmpstr (cell, ==, expected[i][column]);
        }
    }
}

/* No tab of a title begins a cell, and no title becomes a formula. */
static void
test_tsv (Fixture *fixture, gconstpointer data)
{
  static const int events[] = { 2, 1 };
  g_autofree char *table = dossier_events_to_tsv (fixture->document, events, G_N_ELEMENTS (events));

  g_assert_cmpstr (table,
                   ==,
                   "Id\tEDTF\tDate\tEvent\tKind\tActors\tPlace\tStatus\tQuotes\tSources\n"
                   "e2\t-0218\t219 BCE\t'=Zero\tWar\tRussia\tMoscow\tReported\t0\t0\n"
                   "e1\t2023-09\tSeptember 2023\tArms are sent\tWar\tNorth Korea, Russia\tPyongyang\tAlleged\t3\t2\n");
}

/* Of many, the order is found in the background; the one that was asked for last holds, and none outlives the list. */
static void
test_many (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autofree char *json = samples_make_random (random, 6000);
  g_autoptr (DossierDocument) document = samples_read_good (json);
  g_autoptr (DossierFilter) filter = dossier_filter_new (document);
  DossierEventList *list = dossier_event_list_new (document, filter);
  g_autofree int *expected = dossier_event_column_order (document, DOSSIER_EVENT_COLUMN_TITLE, NULL);
  g_autoptr (GString) changes = g_string_new (NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_signal_connect (list, "items-changed", G_CALLBACK (changed_cb), changes);
  dossier_event_list_set_order (list, DOSSIER_EVENT_COLUMN_DATE, FALSE);
  dossier_event_list_set_order (list, DOSSIER_EVENT_COLUMN_TITLE, FALSE);
  g_assert_true (dossier_event_list_is_ordering (list));
  g_assert_cmpint (dossier_event_list_get_event (list, 17), ==, 17);
  while (changes->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (dossier_event_list_is_ordering (list));
  for (int i = 0; i < 6000; i++)
    g_assert_cmpint (dossier_event_list_get_event (list, i), ==, expected[i]);

  dossier_event_list_set_order (list, DOSSIER_EVENT_COLUMN_PLACES, FALSE);
  g_assert_finalize_object (list);
  while (g_main_context_iteration (NULL, FALSE))
    ;

  g_cancellable_cancel (cancelled);
  g_assert_null (dossier_event_column_order (document, DOSSIER_EVENT_COLUMN_TITLE, cancelled));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/event-list/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/event-list/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/event-list/cells", Fixture, NULL, set_up, test_cells, tear_down);
  g_test_add ("/event-list/tsv", Fixture, NULL, set_up, test_tsv, tear_down);
  g_test_add_func ("/event-list/open-dates", test_open_dates);
  g_test_add_func ("/event-list/many", test_many);

  return g_test_run ();
}
