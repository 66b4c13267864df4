/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-saved-filters.h"

#include "model/dossier-file.h"
#include "model/dossier-filter-state.h"
#include "model/dossier-json.h"
#include "model/dossier-own-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Far above what a user saves; a larger file is none of ours. */
#define MOST_BYTES (4 * 1024 * 1024)

struct _DossierSavedFilters
{
  GObject parent_instance;

  char *path;
  JsonArray *filters; /* of {"name": ..., "filter": ...}, by name */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierSavedFilters, dossier_saved_filters, G_TYPE_OBJECT)

static void
dossier_saved_filters_finalize (GObject *object)
{
  DossierSavedFilters *self = DOSSIER_SAVED_FILTERS (object);

  g_free (self->path);
  json_array_unref (self->filters);

  G_OBJECT_CLASS (dossier_saved_filters_parent_class)->finalize (object);
}

static void
dossier_saved_filters_class_init (DossierSavedFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dossier_saved_filters_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dossier_saved_filters_init (DossierSavedFilters *self)
{
  self->filters = json_array_new ();
}

static JsonObject *
get_entry (JsonArray *filters, int index)
{
  return json_array_get_object_element (filters, (guint) index);
}

/* Whether a value of the file is what we write. */
static gboolean
is_entry (JsonNode *node)
{
  JsonObject *entry;
  JsonNode *name;
  JsonNode *filter;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;

  entry = json_node_get_object (node);
  name = json_object_get_member (entry, "name");
  filter = json_object_get_member (entry, "filter");

  return name != NULL && JSON_NODE_HOLDS_VALUE (name) && json_node_get_value_type (name) == G_TYPE_STRING && filter != NULL &&
         JSON_NODE_HOLDS_OBJECT (filter);
}

static gboolean
read_file (DossierSavedFilters *self, GError **error)
{
  DossierLimits limits = *dossier_limits_get_default ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;
  JsonArray *filters;

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return TRUE;

  limits.max_bytes = MOST_BYTES;
  bytes = dossier_file_read (self->path, &limits, NULL, NULL, NULL, error);
  if (bytes == NULL || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error))
    return FALSE;

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root) || !json_object_has_member (json_node_get_object (root), "filters") ||
      !JSON_NODE_HOLDS_ARRAY (json_object_get_member (json_node_get_object (root), "filters")))
    {
      g_set_error (error, DOSSIER_ERROR, DOSSIER_ERROR_SCHEMA, _ ("%s holds no saved filters"), self->path);
      return FALSE;
    }

  filters = json_object_get_array_member (json_node_get_object (root), "filters");
  for (guint i = 0; i < json_array_get_length (filters); i++)
    {
      JsonNode *node = json_array_get_element (filters, i);

      if (!is_entry (node))
        {
          g_set_error (error, DOSSIER_ERROR, DOSSIER_ERROR_SCHEMA, _ ("%s holds something that is no saved filter"), self->path);
          return FALSE;
        }
      json_array_add_element (self->filters, json_node_copy (node));
    }

  return TRUE;
}

static gboolean
write_file (DossierSavedFilters *self, JsonArray *filters, GError **error)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  json_object_set_array_member (object, "filters", json_array_ref (filters));
  json_node_take_object (root, object);
  text = dossier_json_to_text (root, TRUE);
  bytes = g_bytes_new (text, strlen (text));

  return dossier_own_file_write (self->path, bytes, error);
}

/* Has @filters in the place of what there was, once they are written. */
static gboolean
replace (DossierSavedFilters *self, JsonArray *filters, GError **error)
{
  if (!write_file (self, filters, error))
    return FALSE;

  json_array_unref (self->filters);
  self->filters = json_array_ref (filters);
  g_signal_emit (self, signals[CHANGED], 0);

  return TRUE;
}

/**
 * dossier_saved_filters_new:
 * @document: a document
 * @directory: (nullable): where they are kept, %NULL for the user's data directory
 * @error: set if the file cannot be read or is none of ours: %DOSSIER_ERROR, or JSON_PARSER_ERROR
 *
 * Returns: (transfer full) (nullable): the filters that are saved for @document, or %NULL; with no file there are none
 */
DossierSavedFilters *
dossier_saved_filters_new (DossierDocument *document, const char *directory, GError **error)
{
  g_autoptr (DossierSavedFilters) self = g_object_new (DOSSIER_TYPE_SAVED_FILTERS, NULL);
  const DossierHeading *heading = dossier_document_get_heading (document);
  g_autofree char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, dossier_text_get (&heading->title, NULL), -1);
  g_autofree char *file = g_strconcat (name, ".json", NULL);

  self->path = directory != NULL ? g_build_filename (directory, file, NULL)
                                 : g_build_filename (g_get_user_data_dir (), "dossier", "filters", file, NULL);

  return read_file (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * dossier_saved_filters_get_count:
 * @self: saved filters
 *
 * Returns: how many there are
 */
int
dossier_saved_filters_get_count (DossierSavedFilters *self)
{
  g_return_val_if_fail (DOSSIER_IS_SAVED_FILTERS (self), 0);

  return (int) json_array_get_length (self->filters);
}

/**
 * dossier_saved_filters_get_name:
 * @self: saved filters
 * @index: which, from 0; they are in the order of their names
 *
 * Returns: (transfer none): its name; plain text
 */
const char *
dossier_saved_filters_get_name (DossierSavedFilters *self, int index)
{
  g_return_val_if_fail (DOSSIER_IS_SAVED_FILTERS (self), NULL);
  g_return_val_if_fail (index >= 0 && index < dossier_saved_filters_get_count (self), NULL);

  return json_object_get_string_member (get_entry (self->filters, index), "name");
}

/**
 * dossier_saved_filters_find:
 * @self: saved filters
 * @name: a name
 *
 * Returns: the index of the filter of that name, -1 if there is none
 */
int
dossier_saved_filters_find (DossierSavedFilters *self, const char *name)
{
  g_return_val_if_fail (DOSSIER_IS_SAVED_FILTERS (self) && name != NULL, -1);

  for (int i = 0; i < dossier_saved_filters_get_count (self); i++)
    if (g_str_equal (dossier_saved_filters_get_name (self, i), name))
      return i;

  return -1;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (json_object_get_string_member (*(JsonObject *const *) a, "name"),
                         json_object_get_string_member (*(JsonObject *const *) b, "name"));
}

/* All but the one of index @without, -1 for none, and @added, if it is one. */
static JsonArray *
make_filters (DossierSavedFilters *self, int without, JsonObject *added)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  JsonArray *filters = json_array_new ();

  for (int i = 0; i < dossier_saved_filters_get_count (self); i++)
    if (i != without)
      g_ptr_array_add (entries, get_entry (self->filters, i));
  if (added != NULL)
    g_ptr_array_add (entries, added);

  g_ptr_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    json_array_add_object_element (filters, json_object_ref (g_ptr_array_index (entries, i)));

  return filters;
}

/**
 * dossier_saved_filters_save:
 * @self: saved filters
 * @name: a name; one that there is already is replaced
 * @filter: what is to be saved under it
 * @error: set if the file cannot be written: %DOSSIER_ERROR_FILE
 *
 * Returns: whether it was saved; if not, all is as before
 */
gboolean
dossier_saved_filters_save (DossierSavedFilters *self, const char *name, DossierFilter *filter, GError **error)
{
  g_autoptr (JsonArray) filters = NULL;
  g_autoptr (JsonObject) entry = json_object_new ();

  g_return_val_if_fail (DOSSIER_IS_SAVED_FILTERS (self) && DOSSIER_IS_FILTER (filter), FALSE);
  g_return_val_if_fail (name != NULL && g_utf8_validate (name, -1, NULL), FALSE);

  json_object_set_string_member (entry, "name", name);
  json_object_set_object_member (entry, "filter", dossier_filter_state_save (filter));
  filters = make_filters (self, dossier_saved_filters_find (self, name), entry);

  return replace (self, filters, error);
}

/**
 * dossier_saved_filters_remove:
 * @self: saved filters
 * @index: which
 * @error: set if the file cannot be written: %DOSSIER_ERROR_FILE
 *
 * Returns: whether it was removed; if not, all is as before
 */
gboolean
dossier_saved_filters_remove (DossierSavedFilters *self, int index, GError **error)
{
  g_autoptr (JsonArray) filters = NULL;

  g_return_val_if_fail (DOSSIER_IS_SAVED_FILTERS (self), FALSE);
  g_return_val_if_fail (index >= 0 && index < dossier_saved_filters_get_count (self), FALSE);

  filters = make_filters (self, index, NULL);

  return replace (self, filters, error);
}

/**
 * dossier_saved_filters_apply:
 * @self: saved filters
 * @index: which
 * @filter: a filter of the document
 *
 * Chooses in @filter what was saved, and nothing else.
 *
 * Returns: how many values of it the document no longer has
 */
int
dossier_saved_filters_apply (DossierSavedFilters *self, int index, DossierFilter *filter)
{
  g_return_val_if_fail (DOSSIER_IS_SAVED_FILTERS (self), 0);
  g_return_val_if_fail (index >= 0 && index < dossier_saved_filters_get_count (self), 0);

  return dossier_filter_state_restore (filter, json_object_get_object_member (get_entry (self->filters, index), "filter"));
}
