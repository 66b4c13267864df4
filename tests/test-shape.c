/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-shape.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

/* The tables hold what data/dossier-1.schema.json says, field by field. */

typedef struct
{
  JsonParser *parser;
  JsonObject *defs;
  GHashTable *used; /* names of definitions that a field refers to, and of shapes */
} Schema;

static JsonObject *
follow (Schema *schema, JsonObject *object, const char **name)
{
  const char *ref = json_object_get_string_member_with_default (object, "$ref", NULL);

  *name = NULL;
  if (ref == NULL)
    return object;

  g_assert_true (g_str_has_prefix (ref, "#/$defs/"));
  *name = ref + strlen ("#/$defs/");
  g_hash_table_add (schema->used, g_strdup (*name));
  g_assert_true (json_object_has_member (schema->defs, *name));

  return json_object_get_object_member (schema->defs, *name);
}

static void
assert_type (JsonObject *rule, const char *type)
{
  g_assert_cmpstr (json_object_get_string_member (rule, "type"), ==, type);
}

static gboolean
has_any (JsonObject *rule, const char *const *names)
{
  for (; *names != NULL; names++)
    {
      if (json_object_has_member (rule, *names))
        return TRUE;
    }

  return FALSE;
}

static void
check_string (const DossierField *field, JsonObject *rule)
{
  const char *pattern = json_object_get_string_member_with_default (rule, "pattern", NULL);
  gint64 min_length = json_object_get_int_member_with_default (rule, "minLength", 0);

  assert_type (rule, "string");
  g_assert_cmpstr (dossier_pattern_get_expression (field->pattern), ==, pattern);
  g_assert_cmpint (field->max_length, ==, json_object_get_int_member_with_default (rule, "maxLength", 0));

  /* A pattern may say already that it must not be empty. */
  if (pattern == NULL)
    g_assert_cmpint (field->min_length, ==, min_length);
  else
    g_assert_true (MAX (field->min_length, min_length) <= 1 && !dossier_pattern_matches (field->pattern, "", 0));
}

static void
check_number (const DossierField *field, JsonObject *rule, const char *type)
{
  static const char *const minimums[] = { "minimum", "exclusiveMinimum", "const", NULL };
  static const char *const maximums[] = { "maximum", "const", NULL };

  assert_type (rule, type);
  g_assert_cmpint (field->has_minimum, ==, has_any (rule, minimums));
  g_assert_cmpint (field->has_maximum, ==, has_any (rule, maximums));
  g_assert_cmpint (field->exclusive, ==, json_object_has_member (rule, "exclusiveMinimum"));
  g_assert_false (json_object_has_member (rule, "exclusiveMaximum"));
  g_assert_false (json_object_has_member (rule, "multipleOf"));

  if (json_object_has_member (rule, "const"))
    {
      g_assert_cmpfloat (field->minimum, ==, json_object_get_double_member (rule, "const"));
      g_assert_cmpfloat (field->maximum, ==, json_object_get_double_member (rule, "const"));
      return;
    }

  if (field->has_minimum)
    g_assert_cmpfloat (field->minimum, ==, json_object_get_double_member (rule, field->exclusive ? "exclusiveMinimum" : "minimum"));
  if (field->has_maximum)
    g_assert_cmpfloat (field->maximum, ==, json_object_get_double_member (rule, "maximum"));
}

static void
check_term (const DossierField *field, JsonObject *rule)
{
  JsonArray *words = json_object_get_array_member (rule, "enum");
  int n_terms;
  const DossierTerm *terms = dossier_vocabulary_get_terms (field->vocabulary, &n_terms);

  assert_type (rule, "string");
  g_assert_cmpint (n_terms, ==, (int) json_array_get_length (words));
  for (int i = 0; i < n_terms; i++)
    g_assert_cmpstr (terms[i].key, ==, json_array_get_string_element (words, (guint) i));
}

/* A text is a string, or an object of strings by language. */
static void
check_text (JsonObject *rule, const char *name)
{
  JsonArray *either = json_object_get_array_member (rule, "oneOf");
  JsonObject *versions;

  g_assert_cmpstr (name, ==, "text");
  g_assert_cmpint ((int) json_array_get_length (either), ==, 2);
  assert_type (json_array_get_object_element (either, 0), "string");

  versions = json_array_get_object_element (either, 1);
  assert_type (versions, "object");
  g_assert_cmpint (json_object_get_int_member (versions, "minProperties"), ==, 1);
  assert_type (json_object_get_object_member (versions, "additionalProperties"), "string");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (versions, "propertyNames"), "pattern"),
                   ==,
                   dossier_pattern_get_expression (DOSSIER_PATTERN_LANGUAGE));
}

static JsonObject *
get_items (Schema *schema, JsonObject *rule, const char **name)
{
  assert_type (rule, "array");
  g_assert_false (json_object_has_member (rule, "minItems"));
  g_assert_false (json_object_has_member (rule, "maxItems"));
  g_assert_false (json_object_has_member (rule, "uniqueItems"));

  return follow (schema, json_object_get_object_member (rule, "items"), name);
}

static void check_shape (Schema *schema, const DossierShape *shape, JsonObject *rule);

static void
check_field (Schema *schema, const DossierField *field, JsonObject *property)
{
  const char *name;
  JsonObject *rule = follow (schema, property, &name);

  switch (field->type)
    {
    case DOSSIER_FIELD_ID:
      g_assert_cmpstr (name, ==, "id");
      check_string (field, rule);
      break;

    case DOSSIER_FIELD_DATE:
      g_assert_cmpstr (name, ==, "date");
      check_string (field, rule);
      break;

    case DOSSIER_FIELD_STRING:
      check_string (field, rule);
      break;

    case DOSSIER_FIELD_STRINGS:
      check_string (field, get_items (schema, rule, &name));
      break;

    case DOSSIER_FIELD_TEXT:
      check_text (rule, name);
      break;

    case DOSSIER_FIELD_BOOLEAN:
      assert_type (rule, "boolean");
      break;

    case DOSSIER_FIELD_INTEGER:
    case DOSSIER_FIELD_LONG:
      check_number (field, rule, "integer");

      /* A value that the schema lets pass fits. */
      if (field->type == DOSSIER_FIELD_INTEGER)
        g_assert_true (field->minimum >= G_MININT && field->maximum <= G_MAXINT && field->has_maximum);
      break;

    case DOSSIER_FIELD_NUMBER:
      check_number (field, rule, "number");
      break;

    case DOSSIER_FIELD_TERM:
      check_term (field, rule);
      break;

    case DOSSIER_FIELD_TERMS:
      check_term (field, get_items (schema, rule, &name));
      break;

    case DOSSIER_FIELD_LINK:
      g_assert_cmpstr (name, ==, "id");
      g_assert_cmpuint (field->targets, !=, 0);
      g_assert_cmpint (field->relation, !=, DOSSIER_RELATION_NONE);
      break;

    case DOSSIER_FIELD_LINKS:
      get_items (schema, rule, &name);
      g_assert_cmpstr (name, ==, "id");
      g_assert_cmpuint (field->targets, !=, 0);
      g_assert_cmpint (field->relation, !=, DOSSIER_RELATION_NONE);
      break;

    case DOSSIER_FIELD_OBJECT:
      g_assert_cmpstr (name, ==, field->shape->name);
      check_shape (schema, field->shape, rule);
      break;

    case DOSSIER_FIELD_OBJECTS:
    case DOSSIER_FIELD_COLLECTION:
      rule = get_items (schema, rule, &name);
      g_assert_cmpstr (name, ==, field->shape->name);
      check_shape (schema, field->shape, rule);
      break;

    case DOSSIER_FIELD_OPEN:
      assert_type (rule, "object");
      g_assert_cmpint ((int) json_array_get_length (json_object_get_array_member (rule, "required")), ==, 1);
      g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (rule, "required"), 0), ==, "type");
      break;

    case DOSSIER_FIELD_RECORD:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
is_required (JsonObject *rule, const char *name)
{
  JsonArray *required = json_object_get_array_member (rule, "required");

  for (guint i = 0; i < json_array_get_length (required); i++)
    {
      if (strcmp (json_array_get_string_element (required, i), name) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
check_shape (Schema *schema, const DossierShape *shape, JsonObject *rule)
{
  JsonObject *properties = json_object_get_object_member (rule, "properties");
  g_autoptr (GList) names = json_object_get_members (properties);
  int n_required = 0;
  int i = 0;

  assert_type (rule, "object");
  g_assert_false (json_object_has_member (rule, "additionalProperties"));
  g_assert_cmpint (shape->n_fields, <=, 64);
  g_assert_cmpint (shape->n_fields, ==, (int) g_list_length (names));

  for (GList *l = names; l != NULL; l = l->next, i++)
    {
      const DossierField *field = &shape->fields[i];
      JsonObject *property = json_object_get_object_member (properties, l->data);

      g_test_message ("%s.%s", shape->name, field->name);
      g_assert_cmpstr (field->name, ==, l->data);
      g_assert_cmpint (field->required, ==, is_required (rule, field->name));
      g_assert_true (json_object_has_member (property, "description"));
      g_assert_cmpint (field->offset, <, (int) shape->size);
      check_field (schema, field, property);
      n_required += field->required;
    }

  g_assert_cmpint (n_required, ==, (int) json_array_get_length (json_object_get_array_member (rule, "required")));
}

static void
test_agrees_with_schema (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("DOSSIER_DATA"), "dossier-1.schema.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GList) names = NULL;
  JsonObject *root;
  Schema schema;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);

  root = json_node_get_object (json_parser_get_root (parser));
  schema = (Schema){ parser, json_object_get_object_member (root, "$defs"), used };
  check_shape (&schema, dossier_shape_get_document (), root);

  /* Nothing is defined in vain, and so nothing was left out above. */
  names = json_object_get_members (schema.defs);
  for (GList *l = names; l != NULL; l = l->next)
    g_assert_true (g_hash_table_contains (used, l->data));
}

static void
test_records (void)
{
  for (int i = DOSSIER_RECORD_NONE + 1; i < DOSSIER_N_RECORDS; i++)
    {
      const DossierShape *shape = dossier_shape_get_record ((DossierRecord) i);

      g_assert_cmpint (shape->record, ==, i);
      g_assert_cmpstr (shape->fields[0].name, ==, "id");
      g_assert_cmpint (shape->fields[0].offset, ==, 0);
      g_assert_nonnull (dossier_shape_get_record_name ((DossierRecord) i));
    }
}

/* What a field is if the document does not say, the schema has only in words. */
static void
test_standards (void)
{
  static const struct
  {
    DossierRecord record;
    const char *field;
    double standard;
  } standards[] = {
    { DOSSIER_RECORD_EVENT, "weight", 50 },
    { DOSSIER_RECORD_TIE, "weight", 50 },
    { DOSSIER_RECORD_TIE, "directed", TRUE },
    { DOSSIER_RECORD_EVENT, "status", DOSSIER_STATUS_REPORTED },
    { DOSSIER_RECORD_CLAIM, "status", DOSSIER_STATUS_REPORTED },
    { DOSSIER_RECORD_QUOTE, "start", -1 },
    { DOSSIER_RECORD_QUOTE, "end", -1 },
    { DOSSIER_RECORD_QUOTE, "paragraph", 0 },
    { DOSSIER_RECORD_PLACE, "latitude", NAN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (standards); i++)
    {
      const DossierShape *shape = dossier_shape_get_record (standards[i].record);
      gboolean found = FALSE;

      for (int j = 0; j < shape->n_fields; j++)
        {
          if (strcmp (shape->fields[j].name, standards[i].field) != 0)
            continue;

          found = TRUE;
          if (isnan (standards[i].standard))
            g_assert_true (isnan (shape->fields[j].standard));
          else
            g_assert_cmpfloat (shape->fields[j].standard, ==, standards[i].standard);
        }

      g_assert_true (found);
    }
}

/* Patterns as GLib's own regular expressions understand them. */
static void
test_patterns (void)
{
  static const char *const texts[] = {
    "",
    "a",
    "A1",
    "-a",
    "a-b",
    "a.b_c:d-e",
    "a b",
    "a\n",
    "é",
    "ab",
    "abcdefgh",
    "abcdefghi",
    "en-",
    "en-GB",
    "en--GB",
    "zh-Hans-CN",
    "en-abcdefghi",
    "e1",
    "#123456",
    "#12345",
    "#12345g",
    "#ABCDEF\n",
    "#1234567",
    "123456",
    "a/b",
    "a\\b",
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    "0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef",
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0",
    "..",
    "a\nb",
  };

  for (int i = DOSSIER_PATTERN_NONE + 1; i < DOSSIER_N_PATTERNS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GRegex) regex = g_regex_new (dossier_pattern_get_expression ((DossierPattern) i), G_REGEX_DOLLAR_ENDONLY, 0, &error);

      g_assert_no_error (error);
      g_assert_nonnull (dossier_pattern_get_meaning ((DossierPattern) i));
      for (gsize j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          g_test_message ("%s on \"%s\"", g_regex_get_pattern (regex), texts[j]);
          g_assert_cmpint (dossier_pattern_matches ((DossierPattern) i, texts[j], strlen (texts[j])),
                           ==,
                           g_regex_match (regex, texts[j], 0, NULL));
        }
    }

  g_assert_true (dossier_pattern_matches (DOSSIER_PATTERN_NONE, "", 0));
  g_assert_null (dossier_pattern_get_expression (DOSSIER_PATTERN_NONE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shape/agrees-with-schema", test_agrees_with_schema);
  g_test_add_func ("/shape/records", test_records);
  g_test_add_func ("/shape/standards", test_standards);
  g_test_add_func ("/shape/patterns", test_patterns);

  return g_test_run ();
}
