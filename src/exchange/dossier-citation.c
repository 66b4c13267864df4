/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-citation.h"

#include "model/dossier-json.h"

/**
 * dossier_citation_get_name:
 * @style: a style
 *
 * Returns: its name, which is the same in every language
 */
const char *
dossier_citation_get_name (DossierCitationStyle style)
{
  static const char *const names[DOSSIER_N_CITATIONS] = { "Chicago", "APA", "BibTeX", "CSL-JSON" };

  g_return_val_if_fail (style < DOSSIER_N_CITATIONS, NULL);

  return names[style];
}

/* The item with the id that it has in the dossier. */
static JsonNode *
make_csl (DossierDocument *document, int source, DossierCitationItem *item)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *csl = dossier_citation_item_get_csl (item);

  json_object_set_string_member (csl, "id", dossier_document_get_source (document, source)->id);
  json_node_set_object (node, csl);

  return json_node_copy (node);
}

static char *
dup_csl_array (DossierDocument *document, int begin, int end)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  g_autofree char *text = NULL;
  JsonArray *array = json_array_new ();

  json_node_take_array (root, array);
  for (int i = begin; i < end; i++)
    {
      g_autoptr (DossierCitationItem) item = dossier_citation_item_new (document, i);

      json_array_add_element (array, make_csl (document, i, item));
    }
  text = dossier_json_to_text (root, TRUE);

  return g_strconcat (text, "\n", NULL);
}

/**
 * dossier_citation_dup_source:
 * @document: a document
 * @source: a source of it
 * @style: how to cite it
 *
 * Returns: (transfer full): its entry in a bibliography; in BibTeX and CSL-JSON it ends with a new line
 */
char *
dossier_citation_dup_source (DossierDocument *document, int source, DossierCitationStyle style)
{
  g_autoptr (DossierCitationItem) item = dossier_citation_item_new (document, source);
  g_auto (GStrv) keys = NULL;

  switch (style)
    {
    case DOSSIER_CITATION_CHICAGO:
      return dossier_citation_dup_chicago (item);
    case DOSSIER_CITATION_APA:
      return dossier_citation_dup_apa (item);
    case DOSSIER_CITATION_BIBTEX:
      keys = dossier_citation_dup_bibtex_keys (document);
      return dossier_citation_dup_bibtex (item, keys[source]);
    case DOSSIER_CITATION_CSL_JSON:
      return dup_csl_array (document, source, source + 1);
    case DOSSIER_N_CITATIONS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * dossier_citation_dup_quote:
 * @document: a document
 * @quote: a quote of it
 * @style: how to cite it
 *
 * Returns: (transfer full): the words with where they stand, and below the entry of their source in a bibliography;
 *   in BibTeX and CSL-JSON only the entry, for they know no quotes
 */
char *
dossier_citation_dup_quote (DossierDocument *document, int quote, DossierCitationStyle style)
{
  const DossierQuote *record = dossier_document_get_quote (document, quote);
  int source = record->source.ref.index;
  g_autoptr (DossierCitationItem) item = NULL;
  g_autofree char *entry = dossier_citation_dup_source (document, source, style);
  g_autofree char *note = NULL;

  if (style == DOSSIER_CITATION_BIBTEX || style == DOSSIER_CITATION_CSL_JSON)
    return g_steal_pointer (&entry);

  item = dossier_citation_item_new (document, source);
  if (style == DOSSIER_CITATION_APA)
    {
      note = dossier_citation_dup_apa_note (item, record);
      return g_strdup_printf ("“%s” %s.\n\n%s", record->exact, note, entry);
    }

  note = dossier_citation_dup_chicago_note (item, record);

  return g_strdup_printf ("“%s”\n\n%s\n\n%s", record->exact, note, entry);
}

/**
 * dossier_citation_dup_bibliography:
 * @document: a document
 * @style: how to cite
 *
 * Returns: (transfer full): the entries of all sources, in the order of the document; each on a line of its own, but in
 *   CSL-JSON an array
 */
char *
dossier_citation_dup_bibliography (DossierDocument *document, DossierCitationStyle style)
{
  int n = dossier_document_get_count (document, DOSSIER_RECORD_SOURCE);
  g_auto (GStrv) keys = NULL;
  GString *text;

  if (style == DOSSIER_CITATION_CSL_JSON)
    return dup_csl_array (document, 0, n);

  /* For all at once, so that many sources take no longer than they must. */
  keys = style == DOSSIER_CITATION_BIBTEX ? dossier_citation_dup_bibtex_keys (document) : NULL;
  text = g_string_new (NULL);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (DossierCitationItem) item = keys != NULL ? dossier_citation_item_new (document, i) : NULL;
      g_autofree char *entry = keys != NULL ? dossier_citation_dup_bibtex (item, keys[i]) : dossier_citation_dup_source (document, i, style);

      g_string_append (text, entry);
      /* An entry of BibTeX ends with a new line of its own. */
      if (style != DOSSIER_CITATION_BIBTEX || i + 1 < n)
        g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}
