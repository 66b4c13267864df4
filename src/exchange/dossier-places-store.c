/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-places-store.h"

#include "model/dossier-file.h"
#include "model/dossier-own-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

/* The places of a million actors take less; a larger file is none of ours. */
#define MOST_BYTES (128 * 1024 * 1024)

/* The places of so many dossiers are kept; those that were not opened for the longest time are let go of. */
#define MOST_FILES 200

struct _DossierPlacesStore
{
  DossierDocument *document;
  char *path;
  GBytes *kept;         /* what the file holds, or will; NULL if that is not known */
  GThreadPool *writers; /* a single one, so that the last comes last; NULL as long as there was nothing to write */
};

/**
 * dossier_places_store_new:
 * @document: a document
 * @directory: (nullable): where to keep places, %NULL for the user's state directory
 *
 * Returns: (transfer full): a store for the places of @document
 */
DossierPlacesStore *
dossier_places_store_new (DossierDocument *document, const char *directory)
{
  DossierPlacesStore *self = g_new0 (DossierPlacesStore, 1);
  g_autofree char *name = dossier_own_file_dup_name (document);

  self->document = g_object_ref (document);
  self->path = directory != NULL ? g_build_filename (directory, name, NULL)
                                 : g_build_filename (g_get_user_state_dir (), "dossier", "places", name, NULL);

  return self;
}

/**
 * dossier_places_store_free:
 * @self: (nullable): a store, or %NULL
 *
 * Waits until all is written.
 */
void
dossier_places_store_free (DossierPlacesStore *self)
{
  if (self == NULL)
    return;

  if (self->writers != NULL)
    g_thread_pool_free (self->writers, FALSE, TRUE);
  g_clear_pointer (&self->kept, g_bytes_unref);
  g_object_unref (self->document);
  g_free (self->path);
  g_free (self);
}

/**
 * dossier_places_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none) (type filename): its file, which need not be there
 */
const char *
dossier_places_store_get_path (DossierPlacesStore *self)
{
  return self->path;
}

/**
 * dossier_places_store_load:
 * @self: a store
 * @error: set if the file cannot be read: %DOSSIER_ERROR_FILE; or holds something else: %DOSSIER_ERROR_SCHEMA, or one of
 *   JSON_PARSER_ERROR
 *
 * Returns: (transfer full) (nullable): the places that were kept, or %NULL: without an error if there are none
 */
DossierPlaces *
dossier_places_store_load (DossierPlacesStore *self, GError **error)
{
  DossierLimits limits = *dossier_limits_get_default ();
  g_autoptr (GBytes) bytes = NULL;
  DossierPlaces *places;

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return NULL;

  limits.max_bytes = MOST_BYTES;
  bytes = dossier_file_read (self->path, &limits, NULL, NULL, NULL, error);
  places = bytes != NULL ? dossier_places_read (bytes, self->document, error) : NULL;
  if (places == NULL)
    return NULL;

  g_clear_pointer (&self->kept, g_bytes_unref);
  self->kept = g_steal_pointer (&bytes);
  /* Its date says when it was last of use. */
  g_utime (self->path, NULL);

  return places;
}

typedef struct
{
  char *path;
  gint64 date;
} Dated;

static int
compare_dated (gconstpointer a, gconstpointer b)
{
  const Dated *left = a;
  const Dated *right = b;

  return (left->date < right->date) - (left->date > right->date);
}

static void
clear_dated (gpointer data)
{
  g_free (((Dated *) data)->path);
}

/* Lets go of the places that were of no use for the longest time. */
static void
thin_out (const char *directory)
{
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (Dated));
  g_autoptr (GDir) listing = g_dir_open (directory, 0, NULL);
  const char *name;

  g_array_set_clear_func (files, clear_dated);
  while (listing != NULL && (name = g_dir_read_name (listing)) != NULL)
    {
      Dated file = { g_build_filename (directory, name, NULL), 0 };
      GStatBuf status;

      if (g_str_has_suffix (name, ".json") && g_stat (file.path, &status) == 0)
        {
          file.date = status.st_mtime;
          g_array_append_val (files, file);
        }
      else
        {
          g_free (file.path);
        }
    }

  g_array_sort (files, compare_dated);
  for (guint i = MOST_FILES; i < files->len; i++)
    g_unlink (g_array_index (files, Dated, i).path);
}

/* In the thread of the writer. What cannot be kept is told and else no harm: the map is arranged anew next time. */
static void
write_places (gpointer data, gpointer user_data)
{
  g_autoptr (GBytes) bytes = data;
  const char *path = user_data;
  g_autofree char *directory = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  if (!dossier_own_file_write (path, bytes, &error))
    {
      g_message ("%s", error->message);
      return;
    }
  thin_out (directory);
}

/**
 * dossier_places_store_keep:
 * @self: a store
 * @places: places of the store's document
 *
 * Has a thread write them, if they are not what the file holds anyway.
 */
void
dossier_places_store_keep (DossierPlacesStore *self, const DossierPlaces *places)
{
  g_autoptr (GBytes) bytes = dossier_places_write (places, self->document);

  if (self->kept != NULL && g_bytes_equal (self->kept, bytes))
    return;

  g_clear_pointer (&self->kept, g_bytes_unref);
  self->kept = g_bytes_ref (bytes);
  if (self->writers == NULL)
    self->writers = g_thread_pool_new (write_places, self->path, 1, FALSE, NULL);
  g_thread_pool_push (self->writers, g_steal_pointer (&bytes), NULL);
}
