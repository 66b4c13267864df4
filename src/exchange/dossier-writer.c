/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-writer.h"

#include "model/dossier-document-private.h"
#include "model/dossier-json.h"
#include "model/dossier-scanner.h"

#include <string.h>

/* Bytes of the document that are replaced; an empty range is an insertion. */
typedef struct
{
  gsize begin;
  gsize end;
  char *text;
  int order; /* of two insertions at one place, which was asked for first */
} Splice;

/* What becomes of the fields of one record. */
typedef struct
{
  DossierRef ref;
  GPtrArray *names;  /* char *, in the order in which they were set first */
  GPtrArray *values; /* JsonNode, NULL to remove the field */
} Change;

/* A record that is added: as a value, or else as its text. */
typedef struct
{
  JsonNode *node;
  char *text;
} Addition;

struct _DossierWriter
{
  DossierDocument *document;
  const char *data;
  gsize length;
  GHashTable *removed; /* packed refs */
  GHashTable *replaced; /* packed refs to char *, their new texts */
  GPtrArray *changes;  /* Change */
  GPtrArray *added[DOSSIER_N_RECORDS]; /* Addition */
};

/* A member of an object: its name with the quotes, and its value. */
typedef struct
{
  gsize name_begin;
  gsize begin;
  gsize end;
} Member;

static void
clear_splice (gpointer data)
{
  g_free (((Splice *) data)->text);
}

static void
clear_node (gpointer data)
{
  if (data != NULL)
    json_node_unref (data);
}

static void
free_addition (gpointer data)
{
  Addition *addition = data;

  clear_node (addition->node);
  g_free (addition->text);
  g_free (addition);
}

static void
free_change (gpointer data)
{
  Change *change = data;

  g_ptr_array_unref (change->names);
  g_ptr_array_unref (change->values);
  g_free (change);
}

static gpointer
pack (DossierRef ref)
{
  return GUINT_TO_POINTER ((guint) ref.type << 28 | (guint) ref.index);
}

static DossierRef
unpack (gpointer packed)
{
  return (DossierRef){ (DossierRecord) (GPOINTER_TO_UINT (packed) >> 28), (int) (GPOINTER_TO_UINT (packed) & ((1u << 28) - 1)) };
}

/**
 * dossier_writer_new:
 * @document: the document to change
 *
 * Returns: (transfer full): a writer that changes nothing yet
 */
DossierWriter *
dossier_writer_new (DossierDocument *document)
{
  DossierWriter *self = g_new0 (DossierWriter, 1);

  self->document = g_object_ref (document);
  self->data = g_bytes_get_data (dossier_document_get_bytes (document), &self->length);
  self->removed = g_hash_table_new (NULL, NULL);
  self->replaced = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->changes = g_ptr_array_new_with_free_func (free_change);
  for (int i = 0; i < DOSSIER_N_RECORDS; i++)
    self->added[i] = g_ptr_array_new_with_free_func (free_addition);

  return self;
}

/**
 * dossier_writer_free:
 * @self: (nullable): a writer, or %NULL
 */
void
dossier_writer_free (DossierWriter *self)
{
  if (self == NULL)
    return;

  for (int i = 0; i < DOSSIER_N_RECORDS; i++)
    g_ptr_array_unref (self->added[i]);
  g_ptr_array_unref (self->changes);
  g_hash_table_unref (self->removed);
  g_hash_table_unref (self->replaced);
  g_object_unref (self->document);
  g_free (self);
}

static Change *
get_change (DossierWriter *self, DossierRef ref)
{
  Change *change;

  for (guint i = 0; i < self->changes->len; i++)
    {
      change = g_ptr_array_index (self->changes, i);
      if (dossier_ref_equal (change->ref, ref))
        return change;
    }

  change = g_new0 (Change, 1);
  change->ref = ref;
  change->names = g_ptr_array_new_with_free_func (g_free);
  change->values = g_ptr_array_new_with_free_func (clear_node);
  g_ptr_array_add (self->changes, change);

  return change;
}

/**
 * dossier_writer_set_field:
 * @self: a writer
 * @ref: a record of the document, no scene
 * @name: the name of a field
 * @value: (transfer none) (nullable): what it is to hold, %NULL to remove it
 *
 * Changes a field of a record. A field that is not there is added as the last.
 */
void
dossier_writer_set_field (DossierWriter *self, DossierRef ref, const char *name, JsonNode *value)
{
  Change *change;
  JsonNode *copy = value != NULL ? json_node_copy (value) : NULL;
  guint i;

  g_return_if_fail (dossier_ref_is_set (ref) && ref.type != DOSSIER_RECORD_SCENE);

  change = get_change (self, ref);
  if (g_ptr_array_find_with_equal_func (change->names, name, g_str_equal, &i))
    {
      clear_node (g_ptr_array_index (change->values, i));
      g_ptr_array_index (change->values, i) = copy;
    }
  else
    {
      g_ptr_array_add (change->names, g_strdup (name));
      g_ptr_array_add (change->values, copy);
    }
}

/* Takes @node and @text. */
static void
add_addition (DossierWriter *self, DossierRecord type, JsonNode *node, char *text)
{
  Addition *addition = g_new (Addition, 1);

  *addition = (Addition){ node, text };
  g_ptr_array_add (self->added[type], addition);
}

/**
 * dossier_writer_add_record:
 * @self: a writer
 * @type: a type of record, no scene
 * @record: (transfer none): an object of that type
 *
 * Adds a record behind the others of its type.
 */
void
dossier_writer_add_record (DossierWriter *self, DossierRecord type, JsonNode *record)
{
  g_return_if_fail (type > DOSSIER_RECORD_NONE && type < DOSSIER_RECORD_SCENE);
  g_return_if_fail (JSON_NODE_HOLDS_OBJECT (record));

  add_addition (self, type, json_node_copy (record), NULL);
}

/**
 * dossier_writer_add_text:
 * @self: a writer
 * @type: a type of record, no scene
 * @text: an object of that type as it is to be written; for JSON Lines it has to be on one line
 *
 * Adds a record behind the others of its type, letter for letter.
 */
void
dossier_writer_add_text (DossierWriter *self, DossierRecord type, const char *text)
{
  g_return_if_fail (type > DOSSIER_RECORD_NONE && type < DOSSIER_RECORD_SCENE);
  g_return_if_fail (text != NULL);

  add_addition (self, type, NULL, g_strdup (text));
}

/**
 * dossier_writer_replace_text:
 * @self: a writer
 * @ref: a record of the document, no scene, of which no field is set
 * @text: what stands in its place, letter for letter; for JSON Lines it has to be on one line
 */
void
dossier_writer_replace_text (DossierWriter *self, DossierRef ref, const char *text)
{
  g_return_if_fail (dossier_ref_is_set (ref) && ref.type != DOSSIER_RECORD_SCENE);
  g_return_if_fail (text != NULL);

  g_hash_table_insert (self->replaced, pack (ref), g_strdup (text));
}

/**
 * dossier_writer_remove_record:
 * @self: a writer
 * @ref: a record of the document, no scene
 *
 * Removes a record. What refers to it is the caller's to mend: without that the new bytes do not read.
 */
void
dossier_writer_remove_record (DossierWriter *self, DossierRef ref)
{
  g_return_if_fail (dossier_ref_is_set (ref) && ref.type != DOSSIER_RECORD_SCENE);

  g_hash_table_add (self->removed, pack (ref));
}

/* The white space before @offset in its line. */
static char *
get_indent (DossierWriter *self, gsize offset)
{
  gsize begin = offset;
  gsize end;

  while (begin > 0 && self->data[begin - 1] != '\n' && self->data[begin - 1] != '\r')
    begin--;

  end = begin;
  while (end < offset && (self->data[end] == ' ' || self->data[end] == '\t'))
    end++;

  return g_strndup (self->data + begin, end - begin);
}

static gboolean
has_lines (DossierWriter *self)
{
  return dossier_document_get_form (self->document) == DOSSIER_FORM_LINES;
}

/* @value as text, its lines behind the first indented like the place it goes to; on one line where it has to be. */
static char *
generate (DossierWriter *self, JsonNode *value, const char *indent)
{
  g_autofree char *text = dossier_json_to_text (value, !has_lines (self));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *separator = g_strconcat ("\n", indent, NULL);

  return g_strjoinv (separator, lines);
}

static char *
write_addition (DossierWriter *self, const Addition *addition, const char *indent)
{
  return addition->text != NULL ? g_strdup (addition->text) : generate (self, addition->node, indent);
}

/* Finds the members of the object at @begin, and where its closing bracket is. The document is known to be good. */
static GArray *
find_members (DossierWriter *self, gsize begin, gsize end, GPtrArray *names, gsize *closing)
{
  g_auto (DossierScanner) scanner = { 0 };
  GArray *members = g_array_new (FALSE, FALSE, sizeof (Member));

  dossier_scanner_init_range (&scanner, self->data, begin, end, dossier_document_get_limits (self->document));
  dossier_scanner_next (&scanner);

  while (dossier_scanner_next (&scanner) == DOSSIER_TOKEN_NAME)
    {
      Member member = { .name_begin = scanner.begin };
      char *name = g_malloc (scanner.length + 1);

      dossier_scanner_decode (&scanner, name);
      g_ptr_array_add (names, name);
      dossier_scanner_skip_value (&scanner, NULL);
      member.begin = scanner.begin;
      member.end = scanner.end;
      g_array_append_val (members, member);
    }

  *closing = scanner.begin;

  return members;
}

static void
add_splice (GArray *splices, gsize begin, gsize end, char *text)
{
  Splice splice = { begin, end, text, (int) splices->len };

  g_array_append_val (splices, splice);
}

/* Removes an item of a list, be it a member or a record, and one comma: the one before it where an item before it
 * stays, the one behind it otherwise. */
static void
remove_item (DossierWriter *self, GArray *splices, gsize begin, gsize end, gboolean stays_before)
{
  if (stays_before)
    {
      while (self->data[begin - 1] != ',')
        begin--;
      begin--;
    }
  else
    {
      gsize after = end;

      while (strchr (" \t\r\n", self->data[after]) != NULL)
        after++;

      if (self->data[after] == ',')
        {
          end = after + 1;
          while (strchr (" \t\r\n", self->data[end]) != NULL)
            end++;
        }
    }

  add_splice (splices, begin, end, g_strdup (""));
}

static char *
quote_name (const char *name)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), name);

  return dossier_json_to_text (node, FALSE);
}

/* Whether a member before that one is not removed. */
static gboolean
stays_before (const Change *change, GPtrArray *names, guint member)
{
  for (guint i = 0; i < member; i++)
    {
      guint at;

      if (!g_ptr_array_find_with_equal_func (change->names, g_ptr_array_index (names, i), g_str_equal, &at) ||
          g_ptr_array_index (change->values, at) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
splice_change (DossierWriter *self, GArray *splices, const Change *change)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) members = NULL;
  g_autoptr (GString) appended = g_string_new (NULL);
  g_autofree char *indent = NULL;
  gboolean own_lines;
  gsize closing;
  gsize last_end;
  guint32 begin;
  guint32 end;

  dossier_document_get_range (self->document, change->ref, &begin, &end);
  members = find_members (self, begin, end, names, &closing);

  /* Every record has an id, so there is a first member to imitate, and a last to follow. */
  last_end = g_array_index (members, Member, members->len - 1).end;
  indent = get_indent (self, g_array_index (members, Member, 0).name_begin);
  own_lines = memchr (self->data + last_end, '\n', closing - last_end) != NULL;

  for (guint i = 0; i < change->names->len; i++)
    {
      const char *name = g_ptr_array_index (change->names, i);
      JsonNode *value = g_ptr_array_index (change->values, i);
      guint at;

      if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, &at))
        {
          const Member *member = &g_array_index (members, Member, at);

          if (value != NULL)
            add_splice (splices, member->begin, member->end, generate (self, value, indent));
          else
            remove_item (self, splices, member->name_begin, member->end, stays_before (change, names, at));
        }
      else if (value != NULL)
        {
          g_autofree char *quoted = quote_name (name);
          g_autofree char *text = generate (self, value, indent);

          g_string_append_printf (appended, ",%s%s%s: %s", own_lines ? "\n" : " ", own_lines ? indent : "", quoted, text);
        }
    }

  if (appended->len > 0)
    add_splice (splices, last_end, last_end, g_string_free (g_steal_pointer (&appended), FALSE));
}

/* Where the first line of JSON Lines ends, in which a list may stand as in a document. */
static gsize
find_end_of_heading (DossierWriter *self)
{
  g_auto (DossierScanner) scanner = { 0 };

  if (!has_lines (self))
    return self->length;

  dossier_scanner_init (&scanner, self->data, self->length, dossier_document_get_limits (self->document));
  dossier_scanner_skip_value (&scanner, NULL);

  return scanner.end;
}

/* Removes the line that goes from before @begin to behind @end. */
static void
remove_line (DossierWriter *self, GArray *splices, gsize begin, gsize end)
{
  while (begin > 0 && self->data[begin - 1] != '\n')
    begin--;
  while (end < self->length && self->data[end - 1] != '\n')
    end++;

  add_splice (splices, begin, end, g_strdup (""));
}

static gboolean
is_removed (DossierWriter *self, DossierRecord type, int index)
{
  return g_hash_table_contains (self->removed, pack ((DossierRef){ type, index }));
}

static void
splice_removed (DossierWriter *self, GArray *splices, DossierRecord type)
{
  gboolean any_stays = FALSE;
  gsize end_of_heading;

  if (g_hash_table_size (self->removed) == 0)
    return;

  end_of_heading = find_end_of_heading (self);

  for (int i = 0; i < dossier_document_get_count (self->document, type); i++)
    {
      guint32 begin;
      guint32 end;

      if (!is_removed (self, type, i))
        {
          any_stays = TRUE;
          continue;
        }

      dossier_document_get_range (self->document, (DossierRef){ type, i }, &begin, &end);
      if (begin < end_of_heading)
        remove_item (self, splices, begin, end, any_stays);
      else
        remove_line (self, splices, begin, end);
    }
}

/* New records go behind the last line, each on its own. */
static void
splice_added_lines (DossierWriter *self, GArray *splices, DossierRecord type)
{
  const GPtrArray *added = self->added[type];
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < added->len; i++)
    {
      g_autofree char *record = write_addition (self, g_ptr_array_index (added, i), "");

      g_string_append_printf (text, "{\"%s\": %s}\n", dossier_shape_get_record (type)->name, record);
    }

  if (text->len > 0)
    add_splice (splices, self->length, self->length, g_string_free (g_steal_pointer (&text), FALSE));
}

/* Where new records of @type go: behind the last of them, or into an empty list, or into a new list. */
static void
splice_added (DossierWriter *self, GArray *splices, DossierRecord type)
{
  const DossierShape *document = dossier_shape_get_document ();
  const GPtrArray *added = self->added[type];
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) members = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *member_indent = NULL;
  g_autofree char *indent = NULL;
  const char *name = NULL;
  int n_left = dossier_document_get_count (self->document, type);
  gsize root = 0;
  gsize closing;
  guint at;

  if (added->len == 0)
    return;

  for (int i = 0; i < document->n_fields; i++)
    {
      if (document->fields[i].shape != NULL && document->fields[i].shape->record == type)
        name = document->fields[i].name;
    }

  while (self->data[root] != '{')
    root++;
  members = find_members (self, root, self->length, names, &closing);
  member_indent = get_indent (self, g_array_index (members, Member, 0).name_begin);
  indent = g_strconcat (member_indent, "  ", NULL);

  for (int i = 0; i < dossier_document_get_count (self->document, type); i++)
    n_left -= is_removed (self, type, i);

  for (guint i = 0; i < added->len; i++)
    {
      g_autofree char *record = write_addition (self, g_ptr_array_index (added, i), indent);

      g_string_append_printf (text, "%s\n%s%s", i > 0 || n_left > 0 ? "," : "", indent, record);
    }

  if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, &at))
    {
      gsize end = g_array_index (members, Member, at).end - 1;

      while (strchr (" \t\r\n", self->data[end - 1]) != NULL)
        end--;

      if (dossier_document_get_count (self->document, type) == 0)
        g_string_append_printf (text, "\n%s", member_indent);
      add_splice (splices, end, end, g_string_free (g_steal_pointer (&text), FALSE));
    }
  else
    {
      gsize end = g_array_index (members, Member, members->len - 1).end;

      add_splice (splices, end, end, g_strdup_printf (",\n%s\"%s\": [%s\n%s]", member_indent, name, text->str, member_indent));
    }
}

static int
compare_splices (gconstpointer a, gconstpointer b)
{
  const Splice *first = a;
  const Splice *second = b;

  if (first->begin != second->begin)
    return first->begin < second->begin ? -1 : 1;

  return first->order - second->order;
}

/**
 * dossier_writer_write:
 * @self: a writer
 *
 * Returns: (transfer full): the changed document. Read it before it is saved: what was set may not be good
 */
GBytes *
dossier_writer_write (DossierWriter *self)
{
  g_autoptr (GArray) splices = g_array_new (FALSE, FALSE, sizeof (Splice));
  GString *result = g_string_sized_new (self->length + 1024);
  GHashTableIter replaced;
  gpointer ref, text;
  gsize position = 0;

  g_array_set_clear_func (splices, clear_splice);

  for (guint i = 0; i < self->changes->len; i++)
    {
      const Change *change = g_ptr_array_index (self->changes, i);

      if (!g_hash_table_contains (self->removed, pack (change->ref)))
        splice_change (self, splices, change);
    }

  g_hash_table_iter_init (&replaced, self->replaced);
  while (g_hash_table_iter_next (&replaced, &ref, &text))
    if (!g_hash_table_contains (self->removed, ref))
      {
        guint32 begin, end;

        dossier_document_get_range (self->document, unpack (ref), &begin, &end);
        add_splice (splices, begin, end, g_strdup (text));
      }

  for (int type = DOSSIER_RECORD_NONE + 1; type < DOSSIER_RECORD_SCENE; type++)
    {
      splice_removed (self, splices, (DossierRecord) type);
      if (has_lines (self))
        splice_added_lines (self, splices, (DossierRecord) type);
      else
        splice_added (self, splices, (DossierRecord) type);
    }

  g_array_sort (splices, compare_splices);

  for (guint i = 0; i < splices->len; i++)
    {
      const Splice *splice = &g_array_index (splices, Splice, i);

      g_string_append_len (result, self->data + position, (gssize) (splice->begin - position));
      if (splice->begin == self->length && has_lines (self) && result->len > 0 && result->str[result->len - 1] != '\n')
        g_string_append_c (result, '\n');
      g_string_append (result, splice->text);
      position = splice->end;
    }

  g_string_append_len (result, self->data + position, (gssize) (self->length - position));

  return g_string_free_to_bytes (result);
}
