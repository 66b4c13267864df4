/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-related.h"

#include "samples.h"

/* Asserts that of all records, those with these ids belong to a selection, and no other. */
static void
assert_related (DossierDocument *document, DossierRelated *related, const char *ids)
{
  g_auto (GStrv) wanted = g_strsplit (ids, " ", -1);

  for (int type = DOSSIER_RECORD_NONE + 1; type < DOSSIER_N_RECORDS; type++)
    {
      for (int i = 0; i < dossier_document_get_count (document, (DossierRecord) type); i++)
        {
          DossierRef ref = { (DossierRecord) type, i };
          g_autofree char *id = dossier_document_dup_id (document, ref);

          g_test_message ("%s", id);
          g_assert_cmpint (dossier_related_contains (related, ref), ==, g_strv_contains ((const char *const *) wanted, id));
        }
    }
}

static const char small[] =
    "{'dossier': 1, 'title': 'A', 'tie_kinds': [{'id': 'tk', 'label': 'T'}], 'places': [{'id': 'place', 'name': 'P'}], 'actors': ["
    "{'id': 'state', 'type': 'state', 'name': 'S'}, {'id': 'other', 'type': 'state', 'name': 'O'}, {'id': 'third', 'type': 'state', 'name': 'O'},"
    "{'id': 'minister', 'type': 'person', 'name': 'M', 'affiliations': [{'to': 'state'}]}],"
    "'sources': [{'id': 'source', 'csl': {'type': 'book'}}],"
    "'quotes': [{'id': 'quote', 'source': 'source', 'exact': 'words'}, {'id': 'quote-of-tie', 'source': 'source', 'exact': 'words'}],"
    "'events': [{'id': 'visit', 'title': 'V', 'places': ['place'], 'participants': [{'actor': 'minister'}, {'actor': 'other'}], 'quotes': ['quote']},"
    " {'id': 'answer', 'title': 'W', 'responds_to': ['visit'], 'participants': [{'actor': 'third'}]}],"
    "'ties': [{'id': 'tie', 'from': 'state', 'to': 'other', 'kind': 'tk', 'sign': 'neutral', 'events': ['visit'], 'quotes': ['quote-of-tie']},"
    " {'id': 'tie-back', 'from': 'third', 'to': 'other', 'kind': 'tk', 'sign': 'neutral'}],"
    "'reactions': [{'id': 'reaction', 'to': ['tie', 'visit'], 'actors': ['third'], 'stance': 'condemns', 'event': 'answer'}],"
    "'claims': [{'id': 'claim', 'title': 'C', 'type': 'risk', 'about': ['tie-back', 'answer', 'state'], 'quotes': ['quote']}],"
    "'notes': [{'id': 'note', 'type': 'gap', 'title': 'N', 'about': ['claim']}],"
    "'stories': [{'id': 'story', 'title': 'S', 'scenes': [{'id': 'scene', 'select': 'visit', 'quotes': ['quote']}]}]}";

static void
test_records (void)
{
  static const struct
  {
    const char *selected;
    const char *related;
  } cases[] = {
    { "visit", "visit minister state other third place quote answer tie reaction" },
    { "answer", "answer third visit reaction claim" },
    { "state", "state minister visit tie other claim" },
    { "minister", "minister visit" },
    { "other", "other visit tie tie-back state third" },
    { "tie", "tie state other visit quote-of-tie reaction" },
    { "reaction", "reaction third tie state other visit answer" },
    { "claim", "claim tie-back third other answer state note" },
    { "note", "note claim" },
    { "quote", "quote visit claim" },
    { "place", "place visit" },
    { "story", "story" },
  };
  g_autoptr (DossierDocument) document = samples_read_good (small);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DossierRelated) related = dossier_related_new (document, samples_find (document, cases[i].selected));

      g_test_message ("selected: %s", cases[i].selected);
      assert_related (document, related, cases[i].related);
    }
}

static void
test_pair (void)
{
  g_autoptr (DossierDocument) document = samples_read_good (small);
  int state = samples_find (document, "state").index;
  int other = samples_find (document, "other").index;
  int minister = samples_find (document, "minister").index;
  g_autoptr (DossierRelated) states = dossier_related_new_pair (document, state, other);
  g_autoptr (DossierRelated) reverse = dossier_related_new_pair (document, other, state);
  g_autoptr (DossierRelated) person = dossier_related_new_pair (document, minister, other);
  const int *events;
  int n;

  assert_related (document, states, "state other tie visit quote-of-tie reaction");
  assert_related (document, reverse, "state other tie visit quote-of-tie reaction");
  assert_related (document, person, "minister other visit");

  events = dossier_related_get_events (person, &n);
  g_assert_cmpint (n, ==, 1);
  g_assert_cmpint (events[0], ==, samples_find (document, "visit").index);
}

static void
test_nothing (void)
{
  g_autoptr (DossierDocument) document = samples_read_good (small);
  g_autoptr (DossierRelated) related = dossier_related_new (document, DOSSIER_REF_NONE);
  int n;

  assert_related (document, related, "");
  dossier_related_get_events (related, &n);
  g_assert_cmpint (n, ==, 0);
}

/* Whatever is selected: it belongs to itself, its events are those it contains, in order and once each, and a
 * record that refers to it belongs to it. */
static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (int round = 0; round < 10; round++)
    {
      g_autofree char *text = samples_make_random (random, 20);
      g_autoptr (DossierDocument) document = samples_read_good (text);

      for (int type = DOSSIER_RECORD_NONE + 1; type < DOSSIER_N_RECORDS; type++)
        {
          for (int i = 0; i < dossier_document_get_count (document, (DossierRecord) type); i++)
            {
              DossierRef ref = { (DossierRecord) type, i };
              g_autoptr (DossierRelated) related = dossier_related_new (document, ref);
              const int *events;
              int n;
              int next = 0;

              g_assert_true (dossier_related_contains (related, ref));

              events = dossier_related_get_events (related, &n);
              for (int j = 0; j < dossier_document_get_count (document, DOSSIER_RECORD_EVENT); j++)
                {
                  if (dossier_related_contains (related, (DossierRef){ DOSSIER_RECORD_EVENT, j }))
                    {
                      g_assert_cmpint (next, <, n);
                      g_assert_cmpint (events[next++], ==, j);
                    }
                }
              g_assert_cmpint (next, ==, n);

              for (int j = 0; j < dossier_document_get_n_referrers (document, ref); j++)
                {
                  DossierReferrer referrer = dossier_document_get_referrer (document, ref, j);

                  if (referrer.relation != DOSSIER_RELATION_SCENE)
                    g_assert_true (dossier_related_contains (related, referrer.from));
                }
            }
        }
    }
}

/* Everybody belongs twice to the one before: neither many ways nor a long one must matter. */
static void
test_chain (void)
{
  const int n = 50000;
  g_autoptr (GString) json = g_string_new ("{'dossier': 1, 'title': 'A', 'actors': [{'id': 'a0', 'type': 'group', 'name': 'A'}");
  g_autoptr (DossierDocument) document = NULL;
  g_autoptr (DossierRelated) top = NULL;
  g_autoptr (DossierRelated) event = NULL;

  for (int i = 1; i < n; i++)
    g_string_append_printf (json, ", {'id': 'a%d', 'type': 'group', 'name': 'A', 'affiliations': [{'to': 'a%d'}, {'to': 'a%d'}]}", i, i - 1, i - 1);
  g_string_append_printf (json, "], 'events': [{'id': 'e', 'title': 'E', 'participants': [{'actor': 'a%d'}]}]}", n - 1);
  document = samples_read_good (json->str);

  top = dossier_related_new (document, (DossierRef){ DOSSIER_RECORD_ACTOR, 0 });
  g_assert_true (dossier_related_contains (top, (DossierRef){ DOSSIER_RECORD_ACTOR, n - 1 }));
  g_assert_true (dossier_related_contains (top, (DossierRef){ DOSSIER_RECORD_EVENT, 0 }));

  event = dossier_related_new (document, (DossierRef){ DOSSIER_RECORD_EVENT, 0 });
  g_assert_true (dossier_related_contains (event, (DossierRef){ DOSSIER_RECORD_ACTOR, 0 }));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/related/records", test_records);
  g_test_add_func ("/related/pair", test_pair);
  g_test_add_func ("/related/nothing", test_nothing);
  g_test_add_func ("/related/random", test_random);
  g_test_add_func ("/related/chain", test_chain);

  return g_test_run ();
}
