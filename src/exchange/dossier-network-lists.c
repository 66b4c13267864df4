/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-network-lists-private.h"

#include "model/dossier-json.h"

#include <json-glib/json-glib.h>

static void
put_string (JsonBuilder *builder, const char *name, const char *value)
{
  if (value == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
put_text (JsonBuilder *builder, const char *name, const DossierText *text)
{
  if (dossier_text_is_set (text))
    put_string (builder, name, dossier_text_get (text, NULL));
}

/* An id, and what it stands for. */
static void
put_link (JsonBuilder *builder, DossierDocument *document, const char *name, const char *label_name, const DossierLink *link)
{
  g_autofree char *label = link->id != NULL ? dossier_document_dup_title (document, link->ref, NULL) : NULL;

  put_string (builder, name, link->id);
  put_string (builder, label_name, label);
}

static void
put_number (JsonBuilder *builder, const char *name, gint64 value, gboolean is_set)
{
  if (!is_set)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static char *
finish (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = NULL;

  json_builder_end_array (builder);
  root = json_builder_get_root (builder);

  return json_array_get_length (json_node_get_array (root)) > 0 ? dossier_json_to_text (root, FALSE) : NULL;
}

/**
 * dossier_network_dup_names:
 * @actor: an actor
 *
 * Returns: (transfer full) (nullable): its other names, a JSON array of objects with "text", "type", "language"
 */
char *
dossier_network_dup_names (const DossierActor *actor)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (int i = 0; i < actor->names.n; i++)
    {
      const DossierName *name = &actor->names.items[i];

      json_builder_begin_object (builder);
      put_string (builder, "text", name->text);
      put_string (builder, "type", name->type != 0 ? dossier_vocabulary_get_key (DOSSIER_VOCABULARY_NAME_TYPE, name->type) : NULL);
      put_string (builder, "language", name->language);
      json_builder_end_object (builder);
    }

  return finish (builder);
}

/**
 * dossier_network_dup_posts:
 * @document: a document
 * @actor: an actor of it
 *
 * Returns: (transfer full) (nullable): its posts, a JSON array of objects with "title", "at", "at_name", "date"
 */
char *
dossier_network_dup_posts (DossierDocument *document, const DossierActor *actor)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (int i = 0; i < actor->posts.n; i++)
    {
      const DossierPost *post = &actor->posts.items[i];

      json_builder_begin_object (builder);
      put_text (builder, "title", &post->title);
      put_link (builder, document, "at", "at_name", &post->at);
      put_string (builder, "date", post->date.edtf);
      json_builder_end_object (builder);
    }

  return finish (builder);
}

/**
 * dossier_network_dup_affiliations:
 * @document: a document
 * @actor: an actor of it
 *
 * Returns: (transfer full) (nullable): whom it belongs to, a JSON array of objects with "to", "to_name", "as", "date"
 */
char *
dossier_network_dup_affiliations (DossierDocument *document, const DossierActor *actor)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (int i = 0; i < actor->affiliations.n; i++)
    {
      const DossierAffiliation *affiliation = &actor->affiliations.items[i];

      json_builder_begin_object (builder);
      put_link (builder, document, "to", "to_name", &affiliation->to);
      put_text (builder, "as", &affiliation->as);
      put_string (builder, "date", affiliation->date.edtf);
      json_builder_end_object (builder);
    }

  return finish (builder);
}

/**
 * dossier_network_dup_quotes:
 * @document: a document
 * @quotes: quotes of it
 *
 * Returns: (transfer full) (nullable): the quotes with where each stands and who says it, a JSON array of objects with
 *   "id", "exact", "speaker", "speaker_name", "source", "source_label", "section", "paragraph", "page", "start", "end"
 */
char *
dossier_network_dup_quotes (DossierDocument *document, const DossierLinks *quotes)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (int i = 0; i < quotes->n; i++)
    {
      const DossierQuote *quote = dossier_document_get_quote (document, quotes->items[i].ref.index);

      json_builder_begin_object (builder);
      put_string (builder, "id", quote->id);
      put_string (builder, "exact", quote->exact);
      put_link (builder, document, "speaker", "speaker_name", &quote->speaker);
      put_link (builder, document, "source", "source_label", &quote->source);
      put_text (builder, "section", &quote->section);
      put_number (builder, "paragraph", quote->paragraph, quote->paragraph > 0);
      put_string (builder, "page", quote->page);
      put_number (builder, "start", quote->start, quote->start >= 0);
      put_number (builder, "end", quote->end, quote->end >= 0);
      json_builder_end_object (builder);
    }

  return finish (builder);
}

/**
 * dossier_network_dup_evidence:
 * @document: a document
 * @quotes: quotes of it
 *
 * Returns: (transfer full) (nullable): the quotes to be read by people, a line each: “words” (speaker; source, section, ¶ 3)
 */
char *
dossier_network_dup_evidence (DossierDocument *document, const DossierLinks *quotes)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (int i = 0; i < quotes->n; i++)
    {
      const DossierQuote *quote = dossier_document_get_quote (document, quotes->items[i].ref.index);
      g_autofree char *source = dossier_document_dup_title (document, quote->source.ref, NULL);

      g_string_append_printf (lines, "%s“%s” (", i > 0 ? "\n" : "", quote->exact);
      if (quote->speaker.id != NULL)
        {
          g_autofree char *speaker = dossier_document_dup_title (document, quote->speaker.ref, NULL);

          g_string_append_printf (lines, "%s; ", speaker);
        }
      g_string_append (lines, source);
      if (dossier_text_is_set (&quote->section))
        g_string_append_printf (lines, ", %s", dossier_text_get (&quote->section, NULL));
      if (quote->paragraph > 0)
        g_string_append_printf (lines, ", ¶ %d", quote->paragraph);
      if (quote->page != NULL)
        g_string_append_printf (lines, ", p. %s", quote->page);
      g_string_append_c (lines, ')');
    }

  return lines->len > 0 ? g_strdup (lines->str) : NULL;
}

/**
 * dossier_network_dup_bearings:
 * @statement: a statement
 *
 * Returns: (transfer full) (nullable): what it speaks for and against, a JSON array of objects with "hypothesis", "stance",
 *   "why"
 */
char *
dossier_network_dup_bearings (const DossierStatement *statement)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (int i = 0; i < statement->bearings.n; i++)
    {
      const DossierBearing *bearing = &statement->bearings.items[i];

      json_builder_begin_object (builder);
      put_string (builder, "hypothesis", bearing->hypothesis.id);
      put_string (builder, "stance", dossier_vocabulary_get_key (DOSSIER_VOCABULARY_BEARING, bearing->stance));
      put_text (builder, "why", &bearing->why);
      json_builder_end_object (builder);
    }

  return finish (builder);
}

/**
 * dossier_network_dup_links:
 * @links: references
 *
 * Returns: (transfer full) (nullable): their ids, with "; " between them
 */
char *
dossier_network_dup_links (const DossierLinks *links)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (int i = 0; i < links->n; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", links->items[i].id);

  return links->n > 0 ? g_strdup (list->str) : NULL;
}
