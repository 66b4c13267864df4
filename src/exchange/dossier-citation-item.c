/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-citation-item.h"

#include "model/dossier-address.h"
#include "model/dossier-date.h"
#include "model/dossier-harmless.h"

#include <string.h>

/* No date of an item lies further off; a number beyond that is a slip. */
#define MOST_YEAR 99999

struct _DossierCitationItem
{
  JsonNode *root;
  JsonObject *csl;      /* of @root */
  GHashTable *strings;  /* what get() made of numbers and of lines */
};

/**
 * dossier_citation_item_new:
 * @document: a document
 * @source: a source of it
 *
 * Returns: (transfer full): its CSL-JSON, to be cited from
 */
DossierCitationItem *
dossier_citation_item_new (DossierDocument *document, int source)
{
  DossierCitationItem *self = g_new0 (DossierCitationItem, 1);
  const DossierOpen *open = &dossier_document_get_source (document, source)->csl;
  g_autoptr (JsonParser) parser = json_parser_new ();
  const char *data = g_bytes_get_data (dossier_document_get_bytes (document), NULL);

  /* It was held against the grammar, and to be an object, when the document was read. */
  if (json_parser_load_from_data (parser, data + open->offset, (gssize) open->length, NULL))
    self->root = json_parser_steal_root (parser);
  if (self->root == NULL || !JSON_NODE_HOLDS_OBJECT (self->root))
    {
      g_clear_pointer (&self->root, json_node_unref);
      self->root = json_node_new (JSON_NODE_OBJECT);
      json_node_take_object (self->root, json_object_new ());
    }

  self->csl = json_node_get_object (self->root);
  self->strings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

/**
 * dossier_citation_item_free:
 * @self: (nullable): an item, or %NULL
 */
void
dossier_citation_item_free (DossierCitationItem *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->strings);
  json_node_unref (self->root);
  g_free (self);
}

/**
 * dossier_citation_item_get_csl:
 * @self: an item
 *
 * Returns: (transfer none): the item as it is written
 */
JsonObject *
dossier_citation_item_get_csl (DossierCitationItem *self)
{
  return self->csl;
}

/* A value as text on one line: CSL allows numbers where it means text. NULL for what is neither, and for nothing. */
static char *
dup_text (JsonNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *raw = NULL;
  gboolean space = FALSE;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;

  if (json_node_get_value_type (node) == G_TYPE_STRING)
    raw = dossier_make_harmless (json_node_get_string (node), DOSSIER_HARMLESS_KEEP_LINES);
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    raw = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    return NULL;

  for (const char *p = g_strstrip (raw); *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_space = c == '\n' || c == '\t' || c == ' ' || c == '\r';

      if (!is_space)
        g_string_append_unichar (text, c);
      else if (!space)
        g_string_append_c (text, ' ');
      space = is_space;
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/**
 * dossier_citation_item_get:
 * @self: an item
 * @variable: a variable of CSL that holds text or a number
 *
 * Returns: (transfer none) (nullable): what it holds, on one line; %NULL for nothing
 */
const char *
dossier_citation_item_get (DossierCitationItem *self, const char *variable)
{
  char *text = g_hash_table_lookup (self->strings, variable);

  if (text == NULL)
    {
      text = dup_text (json_object_get_member (self->csl, variable));
      if (text != NULL)
        g_hash_table_insert (self->strings, g_strdup (variable), text);
    }

  return text;
}

/**
 * dossier_citation_item_is:
 * @self: an item
 * @types: types of CSL, with a space between two
 *
 * Returns: whether the item is of one of these types
 */
gboolean
dossier_citation_item_is (DossierCitationItem *self, const char *types)
{
  const char *type = dossier_citation_item_get (self, "type");
  g_auto (GStrv) parts = g_strsplit (types, " ", -1);

  return type != NULL && g_strv_contains ((const char *const *) parts, type);
}

static JsonArray *
get_array (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static const char *
get_plain (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  const char *text;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  text = json_node_get_string (node);

  return text != NULL && *text != '\0' ? text : NULL;
}

static JsonObject *
get_nth_name (DossierCitationItem *self, const char *variable, int nth, int *n)
{
  JsonArray *array = get_array (self->csl, variable);
  JsonObject *found = NULL;

  *n = 0;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonObject *name = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

      if (name == NULL || (get_plain (name, "literal") == NULL && get_plain (name, "family") == NULL && get_plain (name, "given") == NULL))
        continue;
      if (*n == nth)
        found = name;
      (*n)++;
    }

  return found;
}

/**
 * dossier_citation_item_get_n_names:
 * @self: an item
 * @variable: a variable of CSL that holds names, such as "author"
 *
 * Returns: how many names it holds
 */
int
dossier_citation_item_get_n_names (DossierCitationItem *self, const char *variable)
{
  int n;

  get_nth_name (self, variable, -1, &n);

  return n;
}

/**
 * dossier_citation_item_get_name:
 * @self: an item
 * @variable: a variable of CSL that holds names
 * @nth: which of them
 * @name: (out): the name; either @literal or at least one of @family and @given is set
 */
void
dossier_citation_item_get_name (DossierCitationItem *self, const char *variable, int nth, DossierCitationName *name)
{
  int n;
  JsonObject *object = get_nth_name (self, variable, nth, &n);

  *name = (DossierCitationName){ NULL };
  g_return_if_fail (object != NULL);

  name->literal = get_plain (object, "literal");
  if (name->literal != NULL)
    return;

  name->family = get_plain (object, "family");
  name->given = get_plain (object, "given");
  name->dropping = get_plain (object, "dropping-particle");
  name->particle = get_plain (object, "non-dropping-particle");
  name->suffix = get_plain (object, "suffix");

  /* A name of one part is one by which it is sorted. */
  if (name->family == NULL)
    {
      name->family = name->given;
      name->given = NULL;
    }
}

/* A part of a date, which may be written as a number or as a string; 0 for none. */
static int
get_part (JsonArray *parts, guint nth)
{
  JsonNode *node = nth < json_array_get_length (parts) ? json_array_get_element (parts, nth) : NULL;
  gint64 value = 0;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return 0;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    value = json_node_get_int (node);
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    g_ascii_string_to_signed (json_node_get_string (node), 10, -MOST_YEAR, MOST_YEAR, &value, NULL);

  return ABS (value) <= MOST_YEAR ? (int) value : 0;
}

static int
keep_within (int value, int most)
{
  return value >= 1 && value <= most ? value : 0;
}

static JsonArray *
get_parts (JsonArray *dates, guint nth)
{
  JsonNode *node = nth < json_array_get_length (dates) ? json_array_get_element (dates, nth) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static void
read_point (const DossierDatePoint *point, int *year, int *month, int *day)
{
  if (!dossier_date_point_is_date (point) || ABS (point->first_year) > MOST_YEAR)
    return;

  *year = (int) point->year;
  *month = point->month_unspecified == 0 ? keep_within (point->month, 12) : 0;
  *day = *month > 0 && point->day_unspecified == 0 ? keep_within (point->day, 31) : 0;
}

/* CSL has seasons 1 to 4, and in EDTF they are 21 to 24. */
static int
read_season (int season)
{
  return keep_within (season > 20 ? season - 20 : season, 4);
}

static void
read_edtf (const char *text, DossierCitationDate *date)
{
  g_autoptr (DossierDate) edtf = dossier_date_parse (text, -1, NULL);
  const DossierDateItem *item;

  /* Not in numbers that a style could set: as it is. */
  date->literal = text;
  if (edtf == NULL || edtf->n_items != 1)
    return;

  item = &edtf->items[0];
  if (!dossier_date_point_is_date (&item->first) || item->first.year_unspecified != 0 || ABS (item->first.first_year) > MOST_YEAR)
    return;

  date->literal = NULL;
  date->is_set = TRUE;
  date->season = item->first.form == DOSSIER_DATE_SEASON ? read_season (item->first.season) : 0;
  date->circa = dossier_date_point_get_qualifiers (&item->first) != 0 || edtf->kind == DOSSIER_DATE_ONE_OF;
  read_point (&item->first, &date->year, &date->month, &date->day);
  if (item->is_range || edtf->kind == DOSSIER_DATE_INTERVAL)
    read_point (&item->last, &date->end_year, &date->end_month, &date->end_day);
}

static void
read_date_object (JsonObject *object, DossierCitationDate *date)
{
  JsonNode *circa = json_object_get_member (object, "circa");
  JsonNode *season = json_object_get_member (object, "season");
  JsonArray *dates = get_array (object, "date-parts");
  JsonArray *first = dates != NULL ? get_parts (dates, 0) : NULL;
  JsonArray *last = dates != NULL ? get_parts (dates, 1) : NULL;

  date->literal = get_plain (object, "literal");
  if (first != NULL && get_part (first, 0) != 0)
    {
      date->is_set = TRUE;
      date->year = get_part (first, 0);
      date->season = read_season (get_part (first, 1) > 12 ? get_part (first, 1) : 0);
      date->month = keep_within (get_part (first, 1), 12);
      date->day = date->month > 0 ? keep_within (get_part (first, 2), 31) : 0;
    }
  else if (get_plain (object, "raw") != NULL)
    {
      read_edtf (get_plain (object, "raw"), date);
    }

  if (date->is_set && last != NULL && get_part (last, 0) != 0)
    {
      date->end_year = get_part (last, 0);
      date->end_month = keep_within (get_part (last, 1), 12);
      date->end_day = date->end_month > 0 ? keep_within (get_part (last, 2), 31) : 0;
    }

  if (season != NULL && JSON_NODE_HOLDS_VALUE (season) && date->season == 0)
    {
      g_autofree char *text = dup_text (season);
      gint64 value = 0;

      if (text != NULL && g_ascii_string_to_signed (text, 10, 1, 24, &value, NULL))
        date->season = read_season ((int) value);
    }

  /* A truth, a number or a word. */
  if (circa != NULL && JSON_NODE_HOLDS_VALUE (circa))
    {
      if (json_node_get_value_type (circa) == G_TYPE_BOOLEAN)
        date->circa |= json_node_get_boolean (circa);
      else if (json_node_get_value_type (circa) == G_TYPE_INT64)
        date->circa |= json_node_get_int (circa) != 0;
      else if (json_node_get_value_type (circa) == G_TYPE_STRING)
        date->circa |= *json_node_get_string (circa) != '\0';
    }
}

/**
 * dossier_citation_item_get_date:
 * @self: an item
 * @variable: a variable of CSL that holds a date, such as "issued"
 * @date: (out): the date; neither set nor with words if there is none
 */
void
dossier_citation_item_get_date (DossierCitationItem *self, const char *variable, DossierCitationDate *date)
{
  JsonNode *node = json_object_get_member (self->csl, variable);

  *date = (DossierCitationDate){ FALSE };
  if (node == NULL)
    return;

  if (JSON_NODE_HOLDS_OBJECT (node))
    read_date_object (json_node_get_object (node), date);
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    read_edtf (json_node_get_string (node), date);
}

/**
 * dossier_citation_item_dup_title:
 * @self: an item
 * @is_description: (out): whether it is no title but says what the item is, in brackets, as all styles have it
 *
 * Returns: (transfer full) (nullable): its title, without a full stop
 */
char *
dossier_citation_item_dup_title (DossierCitationItem *self, gboolean *is_description)
{
  const char *title = dossier_citation_item_get (self, "title");

  *is_description = FALSE;
  if (title == NULL)
    return NULL;

  *is_description = g_str_has_prefix (title, "[") && g_str_has_suffix (title, "]");

  return g_strdup (title);
}

/**
 * dossier_citation_item_dup_link:
 * @self: an item
 *
 * Returns: (transfer full) (nullable): where it can be found: by its DOI if it has one, else its address, if that is
 *   harmless
 */
char *
dossier_citation_item_dup_link (DossierCitationItem *self)
{
  const char *doi = dossier_citation_item_get (self, "DOI");
  const char *url = dossier_citation_item_get (self, "URL");

  if (doi != NULL)
    return g_str_has_prefix (doi, "http") ? g_strdup (doi) : g_strconcat ("https://doi.org/", doi, NULL);

  return dossier_address_is_harmless (url, NULL) ? g_strdup (url) : NULL;
}

/**
 * dossier_citation_end_sentence:
 * @text: a text that is put together
 *
 * Ends a sentence, if one was begun and has no end yet. A full stop stands within a closing quotation mark.
 */
void
dossier_citation_end_sentence (GString *text)
{
  static const char *const ends[] = { ".", "!", "?", "…", ".”", "!”", "?”", "…”", NULL };

  if (text->len == 0)
    return;

  for (int i = 0; ends[i] != NULL; i++)
    if (g_str_has_suffix (text->str, ends[i]))
      return;

  if (g_str_has_suffix (text->str, "”"))
    g_string_insert_c (text, (gssize) (text->len - strlen ("”")), '.');
  else
    g_string_append_c (text, '.');
}

/**
 * dossier_citation_append_part:
 * @text: a text that is put together
 * @separator: what stands between it and what came before: ". " to end a sentence
 * @part: (nullable): what is added; nothing for %NULL
 */
void
dossier_citation_append_part (GString *text, const char *separator, const char *part)
{
  if (part == NULL || *part == '\0')
    return;

  if (text->len > 0 && *separator == '.')
    {
      dossier_citation_end_sentence (text);
      g_string_append (text, separator + 1);
    }
  else if (text->len > 0 && *separator == ',' && g_str_has_suffix (text->str, "”") && !g_str_has_suffix (text->str, "?”") && !g_str_has_suffix (text->str, "!”"))
    {
      g_string_insert_c (text, (gssize) (text->len - strlen ("”")), ',');
      g_string_append (text, separator + 1);
    }
  else if (text->len > 0)
    {
      g_string_append (text, separator);
    }
  g_string_append (text, part);
}

static void
append_word (GString *text, const char *word)
{
  if (word == NULL)
    return;

  /* "d’" and "l'" are written without a space behind them. */
  if (text->len > 0 && !g_str_has_suffix (text->str, "’") && !g_str_has_suffix (text->str, "'"))
    g_string_append_c (text, ' ');
  g_string_append (text, word);
}

/**
 * dossier_citation_dup_full_name:
 * @name: a name
 *
 * Returns: (transfer full): the name as it is spoken: "Vincent van Gogh"
 */
char *
dossier_citation_dup_full_name (const DossierCitationName *name)
{
  GString *text;

  if (name->literal != NULL)
    return g_strdup (name->literal);

  text = g_string_new (NULL);
  append_word (text, name->given);
  append_word (text, name->dropping);
  append_word (text, name->particle);
  append_word (text, name->family);
  append_word (text, name->suffix);

  return g_string_free (text, FALSE);
}

/**
 * dossier_citation_dup_last_name:
 * @name: a name
 *
 * Returns: (transfer full): what someone is called in running text: "van Gogh"
 */
char *
dossier_citation_dup_last_name (const DossierCitationName *name)
{
  GString *text;

  if (name->literal != NULL)
    return g_strdup (name->literal);

  text = g_string_new (NULL);
  append_word (text, name->particle);
  append_word (text, name->family);

  return g_string_free (text, FALSE);
}

/**
 * dossier_citation_get_month:
 * @month: 1 to 12
 *
 * Returns: its name in English
 */
const char *
dossier_citation_get_month (int month)
{
  static const char *const names[] = { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December" };

  g_return_val_if_fail (month >= 1 && month <= 12, "");

  return names[month - 1];
}

/**
 * dossier_citation_get_season:
 * @season: 1 to 4
 *
 * Returns: its name in English
 */
const char *
dossier_citation_get_season (int season)
{
  static const char *const names[] = { "Spring", "Summer", "Autumn", "Winter" };

  g_return_val_if_fail (season >= 1 && season <= 4, "");

  return names[season - 1];
}
