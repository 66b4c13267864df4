/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-query.h"

#include "model/dossier-date.h"

#include "samples.h"

#include <string.h>

static char *
ask (DossierDocument *document, const char *text, int n_most)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierQuery) query = dossier_query_new (document, text, &error);
  g_autoptr (GArray) answers = NULL;
  GString *ids = g_string_new (NULL);

  g_assert_no_error (error);
  answers = dossier_query_run (query, n_most, NULL);
  for (guint i = 0; i < answers->len; i++)
    {
      g_autofree char *id = dossier_document_dup_id (document, g_array_index (answers, DossierRef, i));

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", id);
    }

  return g_string_free (ids, FALSE);
}

static void
test_conditions (void)
{
  static const struct
  {
    const char *text;
    const char *ids;
  } cases[] = {
    { "", "" },
    { "   ", "" },
    { "type:event", "talks strike" },
    { "type:event,tie", "talks strike deal" },
    { "type:event not-status:alleged", "talks" },
    { "status:alleged", "strike" },
    { "not-type:event,tie,quote,kind,source,place,hypothesis,tie_kind,note", "NOR SUD" },
    { "type:event actor:NOR", "talks" },
    { "type:event actor:Nor-Land", "talks" },
    { "type:event actor:Norge,SUD", "talks strike" },
    { "actor:NOR type:tie", "deal" },
    { "actor:NOR type:actor", "NOR" },
    { "type:event role:host", "talks" },
    { "type:event role:host actor:SUD", "" },
    { "type:event role:host,guest actor:SUD", "talks" },
    { "kind:k", "talks" },
    { "place:p", "talks" },
    { "source:s", "q talks" },
    { "quotes-of:talks", "q" },
    { "has:quote", "talks" },
    { "has:note", "strike" },
    { "not-has:note type:event", "talks" },
    { "note:gap about:strike", "n" },
    { "supports:h", "talks" },
    { "opposes:h", "" },
    { "date:2024-03", "talks" },
    { "date:2024-03-05/2025", "talks strike" },
    { "date:2023", "" },
    { "sign:cooperative", "deal" },
    /* Words, and both. */
    { "ministers", "talks" },
    { "ministers type:tie", "" },
    { "harbour type:event", "talks strike" },
    { "harbour type:event status:alleged", "strike" },
    /* No conditions, but words that are nowhere. */
    { "12:30", "" },
    { "status:", "" },
  };
  g_autoptr (DossierDocument) document = samples_read_good (
      "{'dossier': 1, 'title': 'T',"
      "'kinds': [{'id': 'k', 'label': 'K'}], 'tie_kinds': [{'id': 'tk', 'label': 'Pact'}], 'places': [{'id': 'p', 'name': 'Quay'}],"
      "'actors': [{'id': 'NOR', 'type': 'state', 'name': 'Nor-Land', 'names': [{'text': 'Norge', 'type': 'alias'}]}, {'id': 'SUD', 'type': 'state', 'name': 'Sudland'}],"
      "'sources': [{'id': 's', 'csl': {'type': 'book'}}], 'quotes': [{'id': 'q', 'source': 's', 'exact': 'they met'}],"
      "'hypotheses': [{'id': 'h', 'title': 'H'}],"
      "'events': [{'id': 'talks', 'title': 'The ministers meet in the harbour', 'date': '2024-03-05', 'kind': 'k', 'places': ['p'], 'quotes': ['q'],"
      "  'participants': [{'actor': 'NOR', 'role': 'host'}, {'actor': 'SUD', 'role': 'guest'}], 'bearings': [{'hypothesis': 'h', 'stance': 'supports'}]},"
      " {'id': 'strike', 'title': 'The harbour is on strike', 'date': '2024-04', 'status': 'alleged', 'participants': [{'actor': 'SUD', 'role': 'actor'}]}],"
      "'ties': [{'id': 'deal', 'from': 'NOR', 'to': 'SUD', 'kind': 'tk', 'sign': 'cooperative'}],"
      "'notes': [{'id': 'n', 'type': 'gap', 'about': ['strike'], 'title': 'Day', 'text': 'No day is told.'}]}");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ids = ask (document, cases[i].text, 100);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (ids, ==, cases[i].ids);
    }
}

/* What cannot be is told, with what would be right; it is not taken for a word. */
static void
test_wrong (void)
{
  static const struct
  {
    const char *text;
    GQuark (*domain) (void);
    int code;
    const char *part;
  } cases[] = {
    { "status:aleged", dossier_error_quark, DOSSIER_ERROR_SYNTAX, "did you mean “alleged”?" },
    { "status:x", dossier_error_quark, DOSSIER_ERROR_SYNTAX, "reported, alleged, speculated, expected, denied" },
    { "statsu:alleged", dossier_error_quark, DOSSIER_ERROR_SYNTAX, "did you mean “status”?" },
    { "type:evnt", dossier_error_quark, DOSSIER_ERROR_SYNTAX, "did you mean “event”?" },
    { "type:event,", dossier_error_quark, DOSSIER_ERROR_SYNTAX, "" },
    { "has:nothing", dossier_error_quark, DOSSIER_ERROR_SYNTAX, "printed-date" },
    { "actor:nobody", dossier_error_quark, DOSSIER_ERROR_MEANING, "nobody" },
    { "not-actor:nobody", dossier_error_quark, DOSSIER_ERROR_MEANING, "nobody" },
    { "date:2024-13", dossier_date_error_quark, DOSSIER_DATE_ERROR_NO_SUCH_DATE, "" },
  };
  g_autoptr (DossierDocument) document = samples_read_good ("{'dossier': 1, 'title': 'T'}");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DossierQuery) query = dossier_query_new (document, cases[i].text, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_null (query);
      g_assert_error (error, cases[i].domain (), cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].part));
    }
}

/* A condition and its opposite part the records among them, in any document. */
static void
test_opposites (void)
{
  static const char *const conditions[] = { "status:alleged", "type:event", "actor:a1", "has:note", "has:quote", "date:2022", "role:host", "source:s1", "kind:k1" };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int round = 0; round < 10; round++)
    {
      g_autofree char *json = samples_make_random (random, 50);
      g_autoptr (DossierDocument) document = samples_read_good (json);
      int n = 0;

      for (int type = DOSSIER_RECORD_NONE + 1; type < DOSSIER_N_RECORDS; type++)
        n += dossier_document_get_count (document, (DossierRecord) type);

      for (gsize i = 0; i < G_N_ELEMENTS (conditions); i++)
        {
          g_autofree char *opposite = g_strconcat ("not-", conditions[i], NULL);
          g_autoptr (DossierQuery) query = dossier_query_new (document, conditions[i], NULL);
          g_autoptr (DossierQuery) other = dossier_query_new (document, opposite, NULL);
          g_autoptr (GArray) answers = dossier_query_run (query, G_MAXINT, NULL);
          g_autoptr (GArray) others = dossier_query_run (other, G_MAXINT, NULL);
          g_autoptr (GArray) few = dossier_query_run (query, 2, NULL);

          g_assert_cmpuint (answers->len + others->len, ==, (guint) n);
          g_assert_cmpuint (few->len, ==, MIN (answers->len, 2));
          for (guint j = 0; j < few->len; j++)
            g_assert_true (dossier_ref_equal (g_array_index (few, DossierRef, j), g_array_index (answers, DossierRef, j)));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/conditions", test_conditions);
  g_test_add_func ("/query/wrong", test_wrong);
  g_test_add_func ("/query/opposites", test_opposites);

  return g_test_run ();
}
