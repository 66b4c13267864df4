/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-file-watch.h"

#include "model/dossier-loader.h"

/* An editor may write in several goes, or put a new file in the place of the old: a file that has rested so long is
 * taken to be finished. */
#define REST_MS 400

/* What tells one state of a file from another. */
#define STATE_ATTRIBUTES                                                                                               \
  G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC            \
                                 "," G_FILE_ATTRIBUTE_UNIX_INODE

struct _DossierFileWatch
{
  GObject parent_instance;

  GFile *file;
  GFileMonitor *monitor;
  guint rest_id;
  char *state; /* of the file as we know it; %NULL while it is not known, empty if there is no file */
  DossierLoader *loader; /* of what is being read again, NULL if nothing is */
  GCancellable *cancellable; /* of all that is under way for this file */
};

enum
{
  RELOADED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierFileWatch, dossier_file_watch, G_TYPE_OBJECT)

static char *
make_state (GFileInfo *info)
{
  if (info == NULL)
    return g_strdup ("");

  return g_strdup_printf ("%" G_GOFFSET_FORMAT " %" G_GUINT64_FORMAT ".%06u %" G_GUINT64_FORMAT,
                          g_file_info_get_size (info),
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED),
                          g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC),
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_UNIX_INODE));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DossierFileWatch) self = data;
  DossierLoader *loader = DOSSIER_LOADER (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierDocument) document = dossier_loader_load_finish (loader, result, &error);
  g_autoptr (DossierReport) report = NULL;
  g_autofree char *name = NULL;

  /* It was changed once more, or another file is watched by now. */
  if (loader != self->loader)
    return;

  report = dossier_report_ref (dossier_loader_get_report (loader));
  g_clear_object (&self->loader);
  if (document != NULL)
    {
      g_signal_emit (self, signals[RELOADED], 0, document);
      return;
    }

  name = g_file_get_basename (self->file);
  if (dossier_report_get_n_errors (report) == 0)
    dossier_report_add_error (report, name, error);
  g_signal_emit (self, signals[FAILED], 0, report);
}

static void
read_again (DossierFileWatch *self)
{
  g_clear_object (&self->loader);
  self->loader = dossier_loader_new (self->file, NULL);
  dossier_loader_load_async (self->loader, self->cancellable, read_cb, g_object_ref (self));
}

/* Events come for whatever touches the file. What counts is whether it is another than we know. */
static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DossierFileWatch) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);
  g_autofree char *state = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  state = make_state (info);
  if (g_strcmp0 (state, self->state) == 0)
    return;

  g_free (self->state);
  self->state = g_steal_pointer (&state);
  read_again (self);
}

static gboolean
rested_cb (gpointer data)
{
  DossierFileWatch *self = data;

  self->rest_id = 0;
  g_file_query_info_async (self->file, STATE_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, self->cancellable, looked_cb, g_object_ref (self));

  return G_SOURCE_REMOVE;
}

static void
changed_cb (DossierFileWatch *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, rested_cb, self);
}

static void
stop (DossierFileWatch *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->loader);
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);
  g_clear_object (&self->file);
  g_clear_pointer (&self->state, g_free);
}

static void
dossier_file_watch_dispose (GObject *object)
{
  stop (DOSSIER_FILE_WATCH (object));

  G_OBJECT_CLASS (dossier_file_watch_parent_class)->dispose (object);
}

static void
dossier_file_watch_class_init (DossierFileWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dossier_file_watch_dispose;

  signals[RELOADED] = g_signal_new ("reloaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, DOSSIER_TYPE_DOCUMENT);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
dossier_file_watch_init (DossierFileWatch *self)
{
}

/**
 * dossier_file_watch_new:
 *
 * Returns: (transfer full): a watch of nothing
 */
DossierFileWatch *
dossier_file_watch_new (void)
{
  return g_object_new (DOSSIER_TYPE_FILE_WATCH, NULL);
}

static void
noted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DossierFileWatch) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_free (self->state);
  self->state = make_state (info);
}

/**
 * dossier_file_watch_set_file:
 * @self: a watch
 * @file: (nullable): the file that was just read, or %NULL to watch nothing
 *
 * Goes on with @file as it is now.
 */
void
dossier_file_watch_set_file (DossierFileWatch *self, GFile *file)
{
  g_return_if_fail (DOSSIER_IS_FILE_WATCH (self));

  if (file != NULL)
    g_object_ref (file);
  stop (self);
  self->file = file;
  /* What lies within the program does not change. */
  if (file == NULL || g_file_has_uri_scheme (file, "resource"))
    return;

  self->cancellable = g_cancellable_new ();
  /* Not every place can be watched; what lies there is read once. */
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor == NULL)
    return;

  g_signal_connect_object (self->monitor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  dossier_file_watch_take_note (self);
}

/**
 * dossier_file_watch_take_note:
 * @self: a watch
 *
 * What the file holds now is known, for it was just read, or written by this window: that is no change. What happened
 * before is forgotten.
 */
void
dossier_file_watch_take_note (DossierFileWatch *self)
{
  g_return_if_fail (DOSSIER_IS_FILE_WATCH (self));

  if (self->monitor == NULL)
    return;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_object (&self->loader);
  g_file_query_info_async (self->file, STATE_ATTRIBUTES, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, self->cancellable, noted_cb, g_object_ref (self));
}
