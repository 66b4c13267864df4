/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-reader-private.h"

#include "model/dossier-date.h"
#include "model/dossier-suggest.h"

#include <glib/gi18n-lib.h>
#include <stddef.h>
#include <string.h>

/* The largest structure that stands in a list. */
#define MAX_ITEM_SIZE 1024

static gboolean read_value (DossierRecordReader *self, const DossierField *field, gpointer slot);

/**
 * dossier_record_reader_init:
 * @self: a reader; its scanner is to be initialised by the caller
 * @arena: where strings and lists go
 * @problems: (nullable): where to note what is wrong
 */
void
dossier_record_reader_init (DossierRecordReader *self, DossierArena *arena, DossierProblems *problems)
{
  memset (self, 0, sizeof *self);
  self->arena = arena;
  self->problems = problems;
  self->names = dossier_names_new ();
  self->items = g_byte_array_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (DossierIdPlace));
}

/**
 * dossier_record_reader_clear:
 * @self: a reader
 *
 * Frees what @self and its scanner hold.
 */
void
dossier_record_reader_clear (DossierRecordReader *self)
{
  dossier_scanner_clear (&self->scanner);
  g_clear_pointer (&self->names, dossier_names_free);
  g_clear_pointer (&self->items, g_byte_array_unref);
  g_clear_pointer (&self->ids, g_array_unref);
}

/**
 * dossier_record_reader_forget_ids:
 * @self: a reader
 *
 * Forgets where ids stand, before another record is read.
 */
void
dossier_record_reader_forget_ids (DossierRecordReader *self)
{
  g_array_set_size (self->ids, 0);
  self->next_id = 0;
}

/**
 * dossier_record_reader_find_id:
 * @self: a reader
 * @id: an id in a structure that @self has read, this very string
 *
 * Ids are found at once if they are asked for in the order in which they stand.
 *
 * Returns: where in the document it begins, at its quote
 */
gsize
dossier_record_reader_find_id (DossierRecordReader *self, const char *id)
{
  const DossierIdPlace *place;

  do
    {
      place = &g_array_index (self->ids, DossierIdPlace, self->next_id);
      self->next_id = (self->next_id + 1) % self->ids->len;
    }
  while (place->id != id);

  return place->begin;
}

/* Takes @message and @suggestion. */
static void
add_error (DossierRecordReader *self, DossierStage stage, gsize offset, char *message, char *suggestion)
{
  if (self->problems != NULL)
    dossier_problems_add (self->problems, DOSSIER_SEVERITY_ERROR, stage, offset, message, suggestion);
  else
    {
      g_free (message);
      g_free (suggestion);
    }
}

static void
add_schema_error (DossierRecordReader *self, char *message, char *suggestion)
{
  add_error (self, DOSSIER_STAGE_SCHEMA, self->scanner.begin, message, suggestion);
}

static void
add_syntax_error (DossierRecordReader *self)
{
  char *message;
  char *suggestion;

  dossier_scanner_describe (&self->scanner, &message, &suggestion);
  if (self->in_line && (self->scanner.error == DOSSIER_SYNTAX_TRUNCATED || self->scanner.error == DOSSIER_SYNTAX_UNTERMINATED))
    {
      g_free (message);
      g_free (suggestion);
      message = g_strdup (_ ("the line ends too early; something is missing"));
      suggestion = g_strdup (_ ("a record stands on one line, from its “{” to its “}”; a line break within a text is written \\n"));
    }
  add_error (self, DOSSIER_STAGE_SYNTAX, self->scanner.error_offset, message, suggestion);
}

static DossierToken
next (DossierRecordReader *self)
{
  DossierToken token = dossier_scanner_next (&self->scanner);

  if (token == DOSSIER_TOKEN_ERROR)
    add_syntax_error (self);

  return token;
}

static void
report_duplicates (DossierRecordReader *self)
{
  int n;
  const DossierDuplicate *duplicates = dossier_names_get_duplicates (self->names, &n);

  for (int i = 0; i < n; i++)
    add_error (self,
               DOSSIER_STAGE_SYNTAX,
               duplicates[i].again,
               g_strdup (_ ("this name stands twice in one object")),
               g_strdup (_ ("keep one of the two")));

  /* Objects around this one are still open. */
  dossier_names_clear_duplicates (self->names);
}

/* Passes over the value that begins with the current token, or follows the current name. @names is where what stands
 * twice in it is noted; NULL takes whatever is good JSON. */
static gboolean
skip (DossierRecordReader *self, DossierNames *names)
{
  if (!dossier_scanner_skip_value (&self->scanner, names))
    {
      add_syntax_error (self);
      return FALSE;
    }

  return TRUE;
}

/* What stands where something else should. */
static const char *
describe_token (DossierToken token)
{
  switch (token)
    {
    case DOSSIER_TOKEN_OBJECT_BEGIN:
      return _ ("an object");
    case DOSSIER_TOKEN_ARRAY_BEGIN:
      return _ ("an array");
    case DOSSIER_TOKEN_STRING:
      return _ ("a string");
    case DOSSIER_TOKEN_NUMBER:
      return _ ("a number");
    case DOSSIER_TOKEN_TRUE:
    case DOSSIER_TOKEN_FALSE:
      return _ ("true or false");
    case DOSSIER_TOKEN_NULL:
      return _ ("null");
    case DOSSIER_TOKEN_NONE:
    case DOSSIER_TOKEN_OBJECT_END:
    case DOSSIER_TOKEN_ARRAY_END:
    case DOSSIER_TOKEN_NAME:
    case DOSSIER_TOKEN_END:
    case DOSSIER_TOKEN_ERROR:
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
is_token (DossierRecordReader *self, DossierToken wanted)
{
  return self->scanner.token == wanted;
}

/* Notes that the current value should be @wanted, and passes over it. */
static gboolean
reject_type (DossierRecordReader *self, const char *wanted)
{
  /* Translators: both are one of "an object", "a string" and so on. */
  char *message = g_strdup_printf (_ ("%s where %s belongs"), describe_token (self->scanner.token), wanted);

  add_schema_error (self, message, NULL);

  return skip (self, self->names);
}

static char *
list_terms (DossierVocabulary vocabulary, const char *wrong)
{
  const char *candidates[128];
  int n_terms;
  const DossierTerm *terms = dossier_vocabulary_get_terms (vocabulary, &n_terms);
  const char *nearest;
  g_autoptr (GString) list = g_string_new (NULL);

  g_assert (n_terms <= (int) G_N_ELEMENTS (candidates));

  for (int i = 0; i < n_terms; i++)
    {
      candidates[i] = terms[i].key;
      g_string_append_printf (list, "%s\"%s\"", i > 0 ? ", " : "", terms[i].key);
    }

  nearest = dossier_suggest (wrong, candidates, n_terms);
  if (nearest != NULL)
    return g_strdup_printf (_ ("did you mean \"%s\"?"), nearest);

  return g_strdup_printf (_ ("one of %s"), list->str);
}

static gboolean
read_term (DossierRecordReader *self, const DossierField *field, int *slot)
{
  const char *key;

  if (!is_token (self, DOSSIER_TOKEN_STRING))
    return reject_type (self, describe_token (DOSSIER_TOKEN_STRING));

  key = dossier_scanner_get_string (&self->scanner, self->arena, NULL);
  *slot = dossier_vocabulary_lookup (field->vocabulary, key);
  if (*slot == 0)
    add_schema_error (self,
                      g_strdup_printf (_ ("\"%s\" is none of the words that \"%s\" may be"), key, field->name),
                      list_terms (field->vocabulary, key));

  return TRUE;
}

/* Holds the string that is the current token against the rules of @field. */
static gboolean
check_string (DossierRecordReader *self, const DossierField *field, const char *text, gsize length)
{
  if (length < (gsize) field->min_length)
    {
      add_schema_error (self, g_strdup (_ ("this must not be empty")), NULL);
      return FALSE;
    }

  /* A character has at least one byte. */
  if (field->max_length > 0 && length > (gsize) field->max_length && g_utf8_strlen (text, (gssize) length) > field->max_length)
    {
      add_schema_error (self,
                        g_strdup_printf (ngettext ("this is longer than %d character", "this is longer than %d characters", (gulong) field->max_length), field->max_length),
                        NULL);
      return FALSE;
    }

  if (field->pattern != DOSSIER_PATTERN_NONE && !dossier_pattern_matches (field->pattern, text, length))
    {
      add_schema_error (self,
                        g_strdup_printf (_ ("\"%s\" is not in the form that \"%s\" must have"), text, field->name),
                        g_strdup (dossier_pattern_get_meaning (field->pattern)));
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_string (DossierRecordReader *self, const DossierField *field, const char **slot)
{
  const char *text;
  gsize length;

  if (!is_token (self, DOSSIER_TOKEN_STRING))
    return reject_type (self, describe_token (DOSSIER_TOKEN_STRING));

  text = dossier_scanner_get_string (&self->scanner, self->arena, &length);
  if (check_string (self, field, text, length))
    *slot = text;

  return TRUE;
}

static gboolean
read_date (DossierRecordReader *self, const DossierField *field, DossierDateField *slot)
{
  const char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!read_string (self, field, &text))
    return FALSE;

  if (text == NULL)
    return TRUE;

  if (!dossier_date_read_span (text, strlen (text), &slot->span, &error))
    {
      dossier_span_set_unknown (&slot->span);
      add_error (self, DOSSIER_STAGE_MEANING, self->scanner.begin, g_strdup (error->message), NULL);
    }
  else if (dossier_span_is_backward (&slot->span))
    add_error (self,
               DOSSIER_STAGE_MEANING,
               self->scanner.begin,
               g_strdup_printf (_ ("the interval \"%s\" runs backward"), text),
               g_strdup (_ ("the earlier date comes first")));

  slot->edtf = text;

  return TRUE;
}

/* An id, as an object's own or as a reference: all follow the same rule. */
static gboolean
read_link (DossierRecordReader *self, DossierLink *slot)
{
  static const DossierField rule = { .name = "id", .pattern = DOSSIER_PATTERN_ID, .min_length = 1, .max_length = 128 };

  slot->offset = (guint32) self->scanner.begin;

  return read_string (self, &rule, &slot->id);
}

static gboolean
read_text (DossierRecordReader *self, DossierText *slot)
{
  static const DossierField tag_rule = { .name = "language", .pattern = DOSSIER_PATTERN_LANGUAGE };
  guint mark = self->items->len;
  gsize begin = self->scanner.begin;
  gboolean empty = TRUE;
  gsize n_bytes;
  DossierToken token;

  if (is_token (self, DOSSIER_TOKEN_STRING))
    {
      slot->plain = self->without_text ? "" : dossier_scanner_get_string (&self->scanner, self->arena, NULL);
      return TRUE;
    }

  if (!is_token (self, DOSSIER_TOKEN_OBJECT_BEGIN))
    return reject_type (self, _ ("a string, or an object of one string a language,"));

  dossier_names_open (self->names);

  while ((token = next (self)) == DOSSIER_TOKEN_NAME)
    {
      const char *version[2];
      gsize length;

      empty = FALSE;
      version[0] = dossier_scanner_get_string (&self->scanner, self->arena, &length);
      dossier_names_add (self->names, version[0], length, self->scanner.begin);
      check_string (self, &tag_rule, version[0], length);

      if (next (self) == DOSSIER_TOKEN_ERROR)
        return FALSE;

      if (!is_token (self, DOSSIER_TOKEN_STRING))
        {
          if (!reject_type (self, describe_token (DOSSIER_TOKEN_STRING)))
            return FALSE;
          continue;
        }

      version[1] = dossier_scanner_get_string (&self->scanner, self->arena, NULL);
      g_byte_array_append (self->items, (const guint8 *) version, sizeof version);
    }

  if (token == DOSSIER_TOKEN_ERROR)
    return FALSE;

  dossier_names_close (self->names);
  report_duplicates (self);

  n_bytes = self->items->len - mark;
  slot->n_versions = (int) (n_bytes / (2 * sizeof (const char *)));
  slot->versions = n_bytes > 0 ? memcpy (dossier_arena_alloc (self->arena, n_bytes), self->items->data + mark, n_bytes) : NULL;
  g_byte_array_set_size (self->items, mark);

  if (empty)
    add_error (self,
               DOSSIER_STAGE_SCHEMA,
               begin,
               g_strdup (_ ("a text in no language")),
               g_strdup (_ ("give it in one at least, such as {\"en\": \"…\"}")));

  return TRUE;
}

static gboolean
check_range (DossierRecordReader *self, const DossierField *field, double value)
{
  if (field->has_minimum && (value < field->minimum || (field->exclusive && value <= field->minimum)))
    {
      if (field->exclusive)
        add_schema_error (self, g_strdup_printf (_ ("%g is too small: it must be above %g"), value, field->minimum), NULL);
      else
        add_schema_error (self, g_strdup_printf (_ ("%g is too small: the least is %g"), value, field->minimum), NULL);
      return FALSE;
    }

  if (field->has_maximum && value > field->maximum)
    {
      add_schema_error (self, g_strdup_printf (_ ("%g is too large: the most is %.10g"), value, field->maximum), NULL);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_integer (DossierRecordReader *self, const DossierField *field, gint64 *value, gboolean *good)
{
  DossierSyntax syntax;

  *good = FALSE;

  if (!is_token (self, DOSSIER_TOKEN_NUMBER))
    return reject_type (self, _ ("a whole number"));

  syntax = dossier_scanner_get_integer (&self->scanner, value);
  if (syntax == DOSSIER_SYNTAX_NOT_INTEGER)
    add_schema_error (self, g_strdup (_ ("a number with a fraction where a whole number belongs")), NULL);
  else if (syntax != DOSSIER_SYNTAX_OK)
    add_schema_error (self, g_strdup (_ ("this number is too large")), NULL);
  else
    *good = check_range (self, field, (double) *value);

  return TRUE;
}

static gboolean
read_number (DossierRecordReader *self, const DossierField *field, double *slot)
{
  double value;

  if (!is_token (self, DOSSIER_TOKEN_NUMBER))
    return reject_type (self, describe_token (DOSSIER_TOKEN_NUMBER));

  if (dossier_scanner_get_number (&self->scanner, &value) != DOSSIER_SYNTAX_OK)
    add_schema_error (self, g_strdup (_ ("this number is too large")), NULL);
  else if (check_range (self, field, value))
    *slot = value;

  return TRUE;
}

/* An object that is not ours to know: it is held against the grammar, and against the one rule that CSL-JSON must
 * name its type. */
static gboolean
read_open (DossierRecordReader *self, DossierOpen *slot)
{
  gsize begin = self->scanner.begin;
  int depth = self->scanner.depth;
  gboolean has_type = FALSE;
  DossierToken token;

  if (!is_token (self, DOSSIER_TOKEN_OBJECT_BEGIN))
    return reject_type (self, describe_token (DOSSIER_TOKEN_OBJECT_BEGIN));

  dossier_names_open (self->names);

  while ((token = next (self)) == DOSSIER_TOKEN_NAME)
    {
      gboolean is_type = dossier_scanner_text_equals (&self->scanner, "type");
      gsize length;
      const char *name = dossier_scanner_get_string (&self->scanner, self->arena, &length);

      dossier_names_add (self->names, name, length, self->scanner.begin);

      if (is_type)
        {
          static const DossierField rule = { .name = "type", .min_length = 1 };
          const char *type = NULL;

          has_type = TRUE;
          if (next (self) == DOSSIER_TOKEN_ERROR || !read_string (self, &rule, &type))
            return FALSE;
        }
      else if (!skip (self, self->names))
        return FALSE;
    }

  if (token == DOSSIER_TOKEN_ERROR)
    return FALSE;

  g_assert (self->scanner.depth == depth - 1);
  dossier_names_close (self->names);
  report_duplicates (self);

  if (!has_type)
    add_error (self,
               DOSSIER_STAGE_SCHEMA,
               begin,
               g_strdup (_ ("\"type\" is missing")),
               g_strdup (_ ("name the CSL type, such as \"article\", \"report\" or \"webpage\"")));

  slot->offset = (guint32) begin;
  slot->length = (guint32) (self->scanner.end - begin);

  return TRUE;
}

/* The type that the items of a list have, and their size. */
static DossierFieldType
get_item_type (const DossierField *field, gsize *size)
{
  switch (field->type)
    {
    case DOSSIER_FIELD_STRINGS:
      *size = sizeof (const char *);
      return DOSSIER_FIELD_STRING;

    case DOSSIER_FIELD_TERMS:
      *size = sizeof (int);
      return DOSSIER_FIELD_TERM;

    case DOSSIER_FIELD_LINKS:
      *size = sizeof (DossierLink);
      return DOSSIER_FIELD_LINK;

    case DOSSIER_FIELD_OBJECTS:
      *size = field->shape->size;
      return DOSSIER_FIELD_OBJECT;

    case DOSSIER_FIELD_STRING:
    case DOSSIER_FIELD_ID:
    case DOSSIER_FIELD_TEXT:
    case DOSSIER_FIELD_DATE:
    case DOSSIER_FIELD_BOOLEAN:
    case DOSSIER_FIELD_INTEGER:
    case DOSSIER_FIELD_LONG:
    case DOSSIER_FIELD_NUMBER:
    case DOSSIER_FIELD_TERM:
    case DOSSIER_FIELD_LINK:
    case DOSSIER_FIELD_OBJECT:
    case DOSSIER_FIELD_OPEN:
    case DOSSIER_FIELD_COLLECTION:
    case DOSSIER_FIELD_RECORD:
    default:
      *size = 1;
      g_return_val_if_reached (DOSSIER_FIELD_STRING);
    }
}

static gboolean
read_list (DossierRecordReader *self, const DossierField *field, DossierAnyList *slot)
{
  guint mark = self->items->len;
  DossierField item_field = *field;
  gsize n_bytes;
  gsize size;
  DossierToken token;

  if (!is_token (self, DOSSIER_TOKEN_ARRAY_BEGIN))
    return reject_type (self, describe_token (DOSSIER_TOKEN_ARRAY_BEGIN));

  item_field.type = get_item_type (field, &size);
  g_assert (size <= MAX_ITEM_SIZE);

  while ((token = next (self)) != DOSSIER_TOKEN_ARRAY_END)
    {
      union
      {
        char bytes[MAX_ITEM_SIZE];
        max_align_t alignment;
      } item;

      if (token == DOSSIER_TOKEN_ERROR)
        return FALSE;

      memset (item.bytes, 0, size);
      if (!read_value (self, &item_field, item.bytes))
        return FALSE;

      g_byte_array_append (self->items, (const guint8 *) item.bytes, (guint) size);
    }

  n_bytes = self->items->len - mark;
  slot->n = (int) (n_bytes / size);
  slot->items = n_bytes > 0 ? memcpy (dossier_arena_alloc (self->arena, n_bytes), self->items->data + mark, n_bytes) : NULL;
  g_byte_array_set_size (self->items, mark);

  return TRUE;
}

/* Reads the value that begins with the current token into @slot. FALSE after an error of syntax. */
static gboolean
read_value (DossierRecordReader *self, const DossierField *field, gpointer slot)
{
  gint64 integer;
  gboolean good;

  switch (field->type)
    {
    case DOSSIER_FIELD_STRING:
      return read_string (self, field, slot);

    case DOSSIER_FIELD_ID:
      self->id_escaped = self->scanner.escaped;
      if (!read_string (self, field, slot))
        return FALSE;
      g_array_append_val (self->ids, ((DossierIdPlace){ *(const char **) slot, self->scanner.begin }));
      return TRUE;

    case DOSSIER_FIELD_TEXT:
      return read_text (self, slot);

    case DOSSIER_FIELD_DATE:
      return read_date (self, field, slot);

    case DOSSIER_FIELD_BOOLEAN:
      if (!is_token (self, DOSSIER_TOKEN_TRUE) && !is_token (self, DOSSIER_TOKEN_FALSE))
        return reject_type (self, describe_token (DOSSIER_TOKEN_TRUE));
      *(gboolean *) slot = is_token (self, DOSSIER_TOKEN_TRUE);
      return TRUE;

    case DOSSIER_FIELD_INTEGER:
      if (!read_integer (self, field, &integer, &good))
        return FALSE;
      if (good)
        *(int *) slot = (int) integer;
      return TRUE;

    case DOSSIER_FIELD_LONG:
      if (!read_integer (self, field, &integer, &good))
        return FALSE;
      if (good)
        *(gint64 *) slot = integer;
      return TRUE;

    case DOSSIER_FIELD_NUMBER:
      return read_number (self, field, slot);

    case DOSSIER_FIELD_TERM:
      return read_term (self, field, slot);

    case DOSSIER_FIELD_LINK:
      return read_link (self, slot);

    case DOSSIER_FIELD_OBJECT:
      if (!is_token (self, DOSSIER_TOKEN_OBJECT_BEGIN))
        return reject_type (self, describe_token (DOSSIER_TOKEN_OBJECT_BEGIN));
      return dossier_record_reader_read (self, field->shape, slot);

    case DOSSIER_FIELD_OPEN:
      return read_open (self, slot);

    case DOSSIER_FIELD_STRINGS:
    case DOSSIER_FIELD_TERMS:
    case DOSSIER_FIELD_LINKS:
    case DOSSIER_FIELD_OBJECTS:
      return read_list (self, field, slot);

    case DOSSIER_FIELD_COLLECTION:
    case DOSSIER_FIELD_RECORD:
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* The field that the current name is of. Files mostly keep the order of the schema, so the one behind the last
 * is tried first. */
static int
find_field (const DossierRecordReader *self, const DossierShape *shape, int expected)
{
  const DossierScanner *scanner = &self->scanner;
  int candidate = expected;

  for (int i = 0; i < shape->n_fields; i++, candidate++)
    {
      const DossierField *field;

      if (candidate >= shape->n_fields)
        candidate = 0;
      field = &shape->fields[candidate];

      if (scanner->escaped ? dossier_scanner_text_equals (scanner, field->name)
                           : scanner->length == (gsize) field->name_length &&
                                 memcmp (scanner->text, field->name, scanner->length) == 0)
        return candidate;
    }

  return -1;
}

/* A field that the schema does not know is kept, but its writer may have meant another. */
static void
warn_of_unknown_field (DossierRecordReader *self, const DossierShape *shape)
{
  const char *candidates[64];
  const char *name;
  const char *nearest;

  if (self->problems == NULL)
    return;

  for (int i = 0; i < shape->n_fields; i++)
    candidates[i] = shape->fields[i].name;

  name = dossier_scanner_get_string (&self->scanner, self->arena, NULL);
  nearest = dossier_suggest (name, candidates, shape->n_fields);
  dossier_problems_add (self->problems,
                        DOSSIER_SEVERITY_WARNING,
                        DOSSIER_STAGE_SCHEMA,
                        self->scanner.begin,
                        g_strdup_printf (_ ("\"%s\" is not a field of the format; it is kept"), name),
                        nearest != NULL ? g_strdup_printf (_ ("did you mean \"%s\"?"), nearest) : NULL);
}

static void
report_missing (DossierRecordReader *self, const DossierShape *shape, guint64 seen, gsize begin)
{
  for (int i = 0; i < shape->n_fields; i++)
    {
      if (shape->fields[i].required && (seen & (G_GUINT64_CONSTANT (1) << i)) == 0)
        add_error (self, DOSSIER_STAGE_SCHEMA, begin, g_strdup_printf (_ ("\"%s\" is missing"), shape->fields[i].name), NULL);
    }
}

static gboolean
read_collection (DossierRecordReader *self, const DossierField *field, DossierCollectionFunc func, gpointer data)
{
  DossierToken token;

  if (!is_token (self, DOSSIER_TOKEN_ARRAY_BEGIN))
    return reject_type (self, describe_token (DOSSIER_TOKEN_ARRAY_BEGIN));

  while ((token = next (self)) != DOSSIER_TOKEN_ARRAY_END)
    {
      if (token == DOSSIER_TOKEN_ERROR)
        return FALSE;

      if (token != DOSSIER_TOKEN_OBJECT_BEGIN)
        {
          if (!reject_type (self, describe_token (DOSSIER_TOKEN_OBJECT_BEGIN)))
            return FALSE;
        }
      else if (!func (field, data))
        return FALSE;
    }

  return TRUE;
}

/* A name that @shape does not know, and its value. @first tells whether it is the first of its object. */
static gboolean
pass_unknown_field (DossierRecordReader *self, const DossierShape *shape, gboolean first)
{
  gsize begin = self->scanner.begin;
  gsize length;
  const char *name = dossier_scanner_get_string (&self->scanner, self->arena, &length);

  if (first)
    dossier_names_open (self->names);
  dossier_names_add (self->names, name, length, begin);
  warn_of_unknown_field (self, shape);

  /* What is not of the format is kept letter for letter, and nobody reads it. */
  return skip (self, NULL);
}

static gboolean
read_object (DossierRecordReader *self,
             const DossierShape *shape,
             gpointer structure,
             DossierCollectionFunc func,
             gpointer data)
{
  gsize begin = self->scanner.begin;
  const DossierShapeFacts *facts = dossier_shape_get_facts (shape);
  guint64 seen = 0;
  int expected = 0;
  DossierToken token;
  gboolean has_unknown = FALSE;

  if (facts->standards != NULL)
    memcpy (structure, facts->standards, shape->size);

  while ((token = next (self)) == DOSSIER_TOKEN_NAME)
    {
      int i = find_field (self, shape, expected);
      gsize name_begin = self->scanner.begin;
      const DossierField *field;

      if (i < 0)
        {
          if (!pass_unknown_field (self, shape, !has_unknown))
            return FALSE;
          has_unknown = TRUE;
          continue;
        }

      if (seen & (G_GUINT64_CONSTANT (1) << i))
        add_error (self,
                   DOSSIER_STAGE_SYNTAX,
                   name_begin,
                   g_strdup_printf (_ ("\"%s\" stands twice in one object"), shape->fields[i].name),
                   g_strdup (_ ("keep one of the two")));

      seen |= G_GUINT64_CONSTANT (1) << i;
      expected = i + 1;
      field = &shape->fields[i];

      if (next (self) == DOSSIER_TOKEN_ERROR)
        return FALSE;

      if (field->type == DOSSIER_FIELD_COLLECTION)
        {
          if (!read_collection (self, field, func, data))
            return FALSE;
        }
      else if (!read_value (self, field, (char *) structure + field->offset))
        return FALSE;
    }

  if (token == DOSSIER_TOKEN_ERROR)
    return FALSE;

  if (has_unknown)
    {
      dossier_names_close (self->names);
      report_duplicates (self);
    }

  if ((seen & facts->required) != facts->required)
    report_missing (self, shape, seen, begin);

  return TRUE;
}

/**
 * dossier_record_reader_read:
 * @self: a reader, whose scanner stands at the begin of an object
 * @shape: what the object should be
 * @structure: (out caller-allocates): a zeroed structure of @shape
 *
 * Reads an object to its end. Problems are noted; what has one stays unset.
 *
 * Returns: %FALSE after an error of syntax, which ends the reading
 */
gboolean
dossier_record_reader_read (DossierRecordReader *self, const DossierShape *shape, gpointer structure)
{
  return read_object (self, shape, structure, NULL, NULL);
}

/**
 * dossier_record_reader_read_document:
 * @self: a reader, whose scanner is at the begin of the bytes
 * @structure: (out caller-allocates): a zeroed structure of the shape of a document
 * @func: (scope call): is called at the begin of each record of a collection, and has to read to its end
 * @data: for @func
 *
 * Reads the document to its end.
 *
 * Returns: %FALSE after an error of syntax, or when @func returned %FALSE
 */
gboolean
dossier_record_reader_read_document (DossierRecordReader *self, gpointer structure, DossierCollectionFunc func, gpointer data)
{
  DossierToken token = next (self);

  if (token == DOSSIER_TOKEN_ERROR)
    return FALSE;

  if (token != DOSSIER_TOKEN_OBJECT_BEGIN)
    {
      if (!reject_type (self, describe_token (DOSSIER_TOKEN_OBJECT_BEGIN)))
        return FALSE;
    }
  else if (!read_object (self, dossier_shape_get_document (), structure, func, data))
    return FALSE;

  return next (self) == DOSSIER_TOKEN_END;
}

/* A line holds one record; it is the current token that begins it. */
static gboolean
read_line_members (DossierRecordReader *self, DossierCollectionFunc func, gpointer data)
{
  const DossierShape *shape = dossier_shape_get_line ();
  gsize begin = self->scanner.begin;
  gboolean has_unknown = FALSE;
  int n_records = 0;
  DossierToken token;

  while ((token = next (self)) == DOSSIER_TOKEN_NAME)
    {
      int i = find_field (self, shape, 0);

      if (i < 0)
        {
          if (!pass_unknown_field (self, shape, !has_unknown))
            return FALSE;
          has_unknown = TRUE;
          continue;
        }

      if (n_records++ > 0)
        add_schema_error (self, g_strdup (_ ("a second record on one line")), g_strdup (_ ("give each record a line of its own")));

      token = next (self);
      if (token == DOSSIER_TOKEN_ERROR)
        return FALSE;

      if (token != DOSSIER_TOKEN_OBJECT_BEGIN)
        {
          if (!reject_type (self, describe_token (DOSSIER_TOKEN_OBJECT_BEGIN)))
            return FALSE;
        }
      else if (!func (&shape->fields[i], data))
        return FALSE;
    }

  if (token == DOSSIER_TOKEN_ERROR)
    return FALSE;

  if (has_unknown)
    {
      dossier_names_close (self->names);
      report_duplicates (self);
    }
  else if (n_records == 0)
    add_error (self,
               DOSSIER_STAGE_SCHEMA,
               begin,
               g_strdup (_ ("a line without a record")),
               g_strdup (_ ("name its type before it, such as {\"event\": {…}}")));

  return TRUE;
}

/**
 * dossier_record_reader_is_blank:
 * @begin: where to begin to look
 * @end: where to end
 *
 * Returns: whether nothing stands there but white space
 */
gboolean
dossier_record_reader_is_blank (const char *begin, const char *end)
{
  while (begin < end && (*begin == ' ' || *begin == '\t' || *begin == '\r' || *begin == '\n'))
    begin++;

  return begin == end;
}

/**
 * dossier_record_reader_read_line:
 * @self: a reader, whose scanner is at the begin of a line of JSON Lines, not the first
 * @func: (scope call): is called at the begin of its record, and has to read to its end
 * @data: for @func
 *
 * Reads a line to its end.
 *
 * Returns: %FALSE after an error of syntax, or when @func returned %FALSE
 */
gboolean
dossier_record_reader_read_line (DossierRecordReader *self, DossierCollectionFunc func, gpointer data)
{
  DossierToken token = next (self);

  if (token == DOSSIER_TOKEN_ERROR)
    return FALSE;

  if (token != DOSSIER_TOKEN_OBJECT_BEGIN)
    {
      if (!reject_type (self, describe_token (DOSSIER_TOKEN_OBJECT_BEGIN)))
        return FALSE;
    }
  else if (!read_line_members (self, func, data))
    return FALSE;

  return next (self) == DOSSIER_TOKEN_END;
}
