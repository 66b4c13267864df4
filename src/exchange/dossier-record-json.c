/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-record-json.h"

#include "model/dossier-date-text.h"
#include "model/dossier-document-private.h"

#include <math.h>

typedef struct
{
  JsonBuilder *builder;
  DossierDocument *document;
  const char *language;
} Writer;

static void write_structure (Writer *self, const DossierShape *shape, gconstpointer structure);

static void
write_string (Writer *self, const char *name, const char *text)
{
  json_builder_set_member_name (self->builder, name);
  json_builder_add_string_value (self->builder, text);
}

/* A reference says what it refers to, so that nobody has to look it up. */
static void
write_reference (Writer *self, DossierRef ref)
{
  g_autofree char *id = dossier_document_dup_id (self->document, ref);
  g_autofree char *title = dossier_document_dup_title (self->document, ref, self->language);

  json_builder_begin_object (self->builder);
  write_string (self, "id", id);
  write_string (self, "title", title);

  /* The words of a quote are not enough: who says them, and where. */
  if (ref.type == DOSSIER_RECORD_QUOTE)
    {
      const DossierQuote *quote = dossier_document_get_quote (self->document, ref.index);
      g_autofree char *source = dossier_document_dup_title (self->document, quote->source.ref, self->language);

      write_string (self, "source", source);
      if (dossier_text_is_set (&quote->section))
        write_string (self, "section", dossier_text_get (&quote->section, self->language));
      if (quote->paragraph > 0)
        {
          json_builder_set_member_name (self->builder, "paragraph");
          json_builder_add_int_value (self->builder, quote->paragraph);
        }
      if (quote->speaker.id != NULL)
        {
          g_autofree char *speaker = dossier_document_dup_title (self->document, quote->speaker.ref, self->language);

          write_string (self, "speaker", speaker);
        }
    }

  /* What a note or a reaction says is the answer to a question about what it is about. */
  if (ref.type == DOSSIER_RECORD_NOTE)
    {
      const DossierNote *note = dossier_document_get_note (self->document, ref.index);

      write_string (self, "type", dossier_vocabulary_get_key (DOSSIER_VOCABULARY_NOTE_TYPE, note->type));
      if (note->printed != NULL)
        write_string (self, "printed", note->printed);
      if (note->inferred != NULL)
        write_string (self, "inferred", note->inferred);
      if (dossier_text_is_set (&note->why))
        write_string (self, "why", dossier_text_get (&note->why, self->language));
    }
  else if (ref.type == DOSSIER_RECORD_REACTION)
    {
      write_string (self, "stance", dossier_vocabulary_get_key (DOSSIER_VOCABULARY_STANCE, dossier_document_get_reaction (self->document, ref.index)->stance));
    }

  json_builder_end_object (self->builder);
}

static void
write_date (Writer *self, const DossierDateField *date)
{
  g_autofree char *text = dossier_edtf_to_text (date->edtf, DOSSIER_DATE_STYLE_LONG);

  json_builder_begin_object (self->builder);
  write_string (self, "edtf", date->edtf);
  if (text != NULL)
    write_string (self, "text", text);
  json_builder_end_object (self->builder);
}

static gboolean
is_set (const DossierField *field, gconstpointer member)
{
  switch (field->type)
    {
    case DOSSIER_FIELD_STRING:
    case DOSSIER_FIELD_ID:
      return *(const char *const *) member != NULL;
    case DOSSIER_FIELD_TEXT:
      return dossier_text_is_set (member);
    case DOSSIER_FIELD_DATE:
      return ((const DossierDateField *) member)->edtf != NULL;
    case DOSSIER_FIELD_BOOLEAN:
    case DOSSIER_FIELD_OPEN:
      return TRUE;
    case DOSSIER_FIELD_INTEGER:
    case DOSSIER_FIELD_TERM:
      return *(const int *) member != 0;
    case DOSSIER_FIELD_LONG:
      return *(const gint64 *) member >= 0;
    case DOSSIER_FIELD_NUMBER:
      return !isnan (*(const double *) member);
    case DOSSIER_FIELD_LINK:
      return ((const DossierLink *) member)->id != NULL;
    case DOSSIER_FIELD_OBJECT:
      /* The first field of each nested structure is one that it must have. */
      return is_set (&field->shape->fields[0], (const char *) member + field->shape->fields[0].offset);
    case DOSSIER_FIELD_STRINGS:
    case DOSSIER_FIELD_TERMS:
    case DOSSIER_FIELD_LINKS:
    case DOSSIER_FIELD_OBJECTS:
      return ((const DossierAnyList *) member)->n > 0;
    case DOSSIER_FIELD_COLLECTION:
    case DOSSIER_FIELD_RECORD:
    default:
      return FALSE;
    }
}

static void
write_open (Writer *self, const DossierOpen *open)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  const char *data = g_bytes_get_data (dossier_document_get_bytes (self->document), NULL);

  /* It was held against the grammar when the document was read. */
  if (json_parser_load_from_data (parser, data + open->offset, (gssize) open->length, NULL))
    json_builder_add_value (self->builder, json_parser_steal_root (parser));
  else
    json_builder_add_null_value (self->builder);
}

static void
write_list (Writer *self, const DossierField *field, const DossierAnyList *list)
{
  json_builder_begin_array (self->builder);

  for (int i = 0; i < list->n; i++)
    {
      if (field->type == DOSSIER_FIELD_STRINGS)
        json_builder_add_string_value (self->builder, ((const char *const *) list->items)[i]);
      else if (field->type == DOSSIER_FIELD_TERMS)
        json_builder_add_string_value (self->builder, dossier_vocabulary_get_key (field->vocabulary, ((const int *) list->items)[i]));
      else if (field->type == DOSSIER_FIELD_LINKS)
        write_reference (self, ((const DossierLink *) list->items)[i].ref);
      else
        {
          json_builder_begin_object (self->builder);
          write_structure (self, field->shape, (const char *) list->items + (gsize) i * field->shape->size);
          json_builder_end_object (self->builder);
        }
    }

  json_builder_end_array (self->builder);
}

static void
write_member (Writer *self, const DossierField *field, gconstpointer member)
{
  switch (field->type)
    {
    case DOSSIER_FIELD_STRING:
    case DOSSIER_FIELD_ID:
      json_builder_add_string_value (self->builder, *(const char *const *) member);
      break;
    case DOSSIER_FIELD_TEXT:
      json_builder_add_string_value (self->builder, dossier_text_get (member, self->language));
      break;
    case DOSSIER_FIELD_DATE:
      write_date (self, member);
      break;
    case DOSSIER_FIELD_BOOLEAN:
      json_builder_add_boolean_value (self->builder, *(const gboolean *) member);
      break;
    case DOSSIER_FIELD_INTEGER:
      json_builder_add_int_value (self->builder, *(const int *) member);
      break;
    case DOSSIER_FIELD_LONG:
      json_builder_add_int_value (self->builder, *(const gint64 *) member);
      break;
    case DOSSIER_FIELD_NUMBER:
      json_builder_add_double_value (self->builder, *(const double *) member);
      break;
    case DOSSIER_FIELD_TERM:
      json_builder_add_string_value (self->builder, dossier_vocabulary_get_key (field->vocabulary, *(const int *) member));
      break;
    case DOSSIER_FIELD_LINK:
      write_reference (self, ((const DossierLink *) member)->ref);
      break;
    case DOSSIER_FIELD_OBJECT:
      json_builder_begin_object (self->builder);
      write_structure (self, field->shape, member);
      json_builder_end_object (self->builder);
      break;
    case DOSSIER_FIELD_OPEN:
      write_open (self, member);
      break;
    case DOSSIER_FIELD_STRINGS:
    case DOSSIER_FIELD_TERMS:
    case DOSSIER_FIELD_LINKS:
    case DOSSIER_FIELD_OBJECTS:
      write_list (self, field, member);
      break;
    case DOSSIER_FIELD_COLLECTION:
    case DOSSIER_FIELD_RECORD:
    default:
      g_return_if_reached ();
    }
}

static void
write_structure (Writer *self, const DossierShape *shape, gconstpointer structure)
{
  for (int i = 0; i < shape->n_fields; i++)
    {
      const DossierField *field = &shape->fields[i];
      gconstpointer member = (const char *) structure + field->offset;

      if (is_set (field, member))
        {
          json_builder_set_member_name (self->builder, field->name);
          write_member (self, field, member);
        }
    }
}

/* Which records say something of this one, by their type: {"reactions": [...], "notes": [...]}. */
static void
write_referrers (Writer *self, DossierRef ref)
{
  const DossierShape *document = dossier_shape_get_document ();
  int n = dossier_document_get_n_referrers (self->document, ref);

  json_builder_set_member_name (self->builder, "referred_to_by");
  json_builder_begin_object (self->builder);

  for (int i = 0; i < document->n_fields; i++)
    {
      gboolean any = FALSE;
      DossierRef last = DOSSIER_REF_NONE;

      if (document->fields[i].type != DOSSIER_FIELD_COLLECTION)
        continue;

      for (int j = 0; j < n; j++)
        {
          DossierRef from = dossier_document_get_referrer (self->document, ref, j).from;

          /* One that refers twice stands there twice in a row. */
          if (from.type != document->fields[i].shape->record || dossier_ref_equal (from, last))
            continue;

          if (!any)
            {
              json_builder_set_member_name (self->builder, document->fields[i].name);
              json_builder_begin_array (self->builder);
            }

          any = TRUE;
          last = from;
          write_reference (self, from);
        }

      if (any)
        json_builder_end_array (self->builder);
    }

  json_builder_end_object (self->builder);
}

/**
 * dossier_record_to_json:
 * @document: a document
 * @ref: a record of it
 * @language: (nullable): the language of texts, %NULL for the user's
 *
 * Everything that a dossier says of a record, for people and programs that do not have the rest at hand: the
 * fields of the schema with dates in words and with what each reference leads to, and under "referred_to_by" the
 * records that refer to it.
 *
 * Returns: (transfer full): an object
 */
JsonNode *
dossier_record_to_json (DossierDocument *document, DossierRef ref, const char *language)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  Writer self = { builder, document, language };
  const DossierShape *shape;

  g_return_val_if_fail (DOSSIER_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (dossier_ref_is_set (ref), NULL);

  shape = dossier_shape_get_record (ref.type);

  json_builder_begin_object (builder);
  write_string (&self, "record", shape->name);

  if (ref.type == DOSSIER_RECORD_EVENT)
    {
      g_autoptr (DossierEvent) event = dossier_document_load_event (document, ref.index);

      write_structure (&self, shape, event);
    }
  else
    write_structure (&self, shape, dossier_document_get_record (document, ref));

  write_referrers (&self, ref);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}
