/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-filter-state.h"

#include "model/dossier-facets.h"

static const char *const members[DOSSIER_N_FACETS] = {
  [DOSSIER_FACET_KIND] = "kinds",
  [DOSSIER_FACET_ACTOR] = "actors",
  [DOSSIER_FACET_PLACE] = "places",
  [DOSSIER_FACET_STATUS] = "statuses",
  [DOSSIER_FACET_SOURCE] = "sources",
  [DOSSIER_FACET_LIKELIHOOD] = "likelihoods",
  [DOSSIER_FACET_RELIABILITY] = "reliabilities",
  [DOSSIER_FACET_CREDIBILITY] = "credibilities",
  [DOSSIER_FACET_STANCE] = "stances",
};

static void
save_value (DossierFilter *filter, DossierFacet facet, int value, JsonArray *array)
{
  DossierVocabulary vocabulary;

  if (facet == DOSSIER_FACET_CREDIBILITY)
    json_array_add_int_element (array, value);
  else if (dossier_facet_get_vocabulary (facet, &vocabulary))
    json_array_add_string_element (array, value > 0 ? dossier_vocabulary_get_key (vocabulary, value) : "");
  else
    {
      DossierRef ref = { dossier_facet_get_record (facet), value };
      g_autofree char *id = dossier_document_dup_id (dossier_filter_get_document (filter), ref);

      json_array_add_string_element (array, id);
    }
}

static JsonArray *
save_facet (DossierFilter *filter, DossierFacet facet)
{
  JsonArray *array = json_array_new ();

  for (int value = 0; value < dossier_filter_get_n_values (filter, facet); value++)
    if (dossier_filter_get_chosen (filter, facet, value))
      save_value (filter, facet, value, array);

  return array;
}

/**
 * dossier_filter_state_save:
 * @filter: a filter
 *
 * Returns: (transfer full): what is chosen in it
 */
JsonObject *
dossier_filter_state_save (DossierFilter *filter)
{
  JsonObject *state = json_object_new ();
  JsonArray *negated = json_array_new ();
  gint64 begin, end;

  for (int facet = 0; facet < DOSSIER_N_FACETS; facet++)
    {
      if (dossier_filter_get_n_chosen (filter, (DossierFacet) facet) == 0)
        continue;

      json_object_set_array_member (state, members[facet], save_facet (filter, (DossierFacet) facet));
      if (dossier_filter_get_negated (filter, (DossierFacet) facet))
        json_array_add_string_element (negated, members[facet]);
    }

  if (json_array_get_length (negated) > 0)
    json_object_set_array_member (state, "not", negated);
  else
    json_array_unref (negated);

  if (dossier_filter_get_dates (filter, &begin, &end))
    {
      json_object_set_int_member (state, "begin", begin);
      json_object_set_int_member (state, "end", end);
    }
  if (dossier_filter_get_words (filter) != NULL)
    json_object_set_string_member (state, "words", dossier_filter_get_words (filter));

  return state;
}

/* The value that an element of an array stands for, -1 if the document has no such. */
static int
find_value (DossierFilter *filter, DossierFacet facet, JsonNode *node)
{
  DossierVocabulary vocabulary;
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (facet == DOSSIER_FACET_CREDIBILITY)
    {
      gint64 value = type == G_TYPE_INT64 ? json_node_get_int (node) : -1;

      return value >= 0 && value < dossier_filter_get_n_values (filter, facet) ? (int) value : -1;
    }

  if (type != G_TYPE_STRING)
    return -1;

  if (dossier_facet_get_vocabulary (facet, &vocabulary))
    {
      int value = dossier_vocabulary_lookup (vocabulary, json_node_get_string (node));

      return value > 0 || *json_node_get_string (node) == '\0' ? value : -1;
    }
  else
    {
      DossierRef ref = dossier_document_lookup (dossier_filter_get_document (filter), json_node_get_string (node));

      return ref.type == dossier_facet_get_record (facet) ? ref.index : -1;
    }
}

static JsonArray *
get_array (JsonObject *state, const char *member)
{
  JsonNode *node = json_object_get_member (state, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static gboolean
get_time (JsonObject *state, const char *member, gint64 *time)
{
  JsonNode *node = json_object_get_member (state, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;

  *time = json_node_get_int (node);

  return TRUE;
}

static gboolean
names_facet (JsonArray *array, DossierFacet facet)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_VALUE (node) && g_strcmp0 (json_node_get_string (node), members[facet]) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * dossier_filter_state_restore:
 * @filter: a filter
 * @state: what is to be chosen in it
 *
 * Chooses what was saved, and nothing else. Members that are of another type than they should be stand for nothing.
 *
 * Returns: how many values the document does not have, and which could not be chosen therefore
 */
int
dossier_filter_state_restore (DossierFilter *filter, JsonObject *state)
{
  JsonNode *words = json_object_get_member (state, "words");
  JsonArray *negated = get_array (state, "not");
  gint64 begin, end;
  int n_missing = 0;

  dossier_filter_freeze (filter);
  dossier_filter_clear (filter);

  for (int facet = 0; facet < DOSSIER_N_FACETS; facet++)
    {
      JsonArray *array = get_array (state, members[facet]);

      for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
        {
          int value = find_value (filter, (DossierFacet) facet, json_array_get_element (array, i));

          if (value >= 0)
            dossier_filter_set_chosen (filter, (DossierFacet) facet, value, TRUE);
          else
            n_missing++;
        }

      if (dossier_filter_get_n_chosen (filter, (DossierFacet) facet) > 0 && names_facet (negated, (DossierFacet) facet))
        dossier_filter_set_negated (filter, (DossierFacet) facet, TRUE);
    }

  if (get_time (state, "begin", &begin) && get_time (state, "end", &end) && begin <= end)
    dossier_filter_set_dates (filter, begin, end);
  if (words != NULL && JSON_NODE_HOLDS_VALUE (words) && json_node_get_value_type (words) == G_TYPE_STRING)
    dossier_filter_set_words (filter, json_node_get_string (words));

  dossier_filter_thaw (filter);

  return n_missing;
}
