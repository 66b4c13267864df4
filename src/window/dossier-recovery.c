/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-recovery.h"

#include "exchange/dossier-story-store.h"

/* So long after the first edit that is not kept yet, in milliseconds: who types is not written down letter by letter. */
#define KEEP_DELAY_MS 3000

struct _DossierRecovery
{
  DossierStoryBook *book;
  DossierDocument *document;
  DossierStoryStore *store;
  GThreadPool *writers; /* a single one, so that what comes last is done last */
  guint keep_id;
  gboolean owns;    /* whether no other window has this dossier open, whose edits the file is for */
  gboolean is_ours; /* whether what the file holds is what was edited here, or nothing */
};

/* The files of all that is open: who opens a dossier twice is not offered what is being edited in the other window. */
static GHashTable *in_use;

/* In the thread of the writer; an empty text has the file removed. What cannot be kept is told, and no reason to stop. */
static void
keep_in_thread (gpointer data, gpointer store)
{
  g_autofree char *text = data;
  g_autoptr (GError) error = NULL;

  if (*text == '\0')
    dossier_story_store_remove (store, &error);
  else
    dossier_story_store_write (store, text, &error);
  if (error != NULL)
    g_message ("%s", error->message);
}

static gboolean
keep_cb (gpointer data)
{
  DossierRecovery *self = data;

  self->keep_id = 0;
  self->is_ours = TRUE;
  g_thread_pool_push (self->writers, dossier_story_book_dup_text (self->book), NULL);

  return G_SOURCE_REMOVE;
}

static void
book_changed_cb (DossierRecovery *self)
{
  if (!dossier_story_book_is_changed (self->book))
    {
      if (self->is_ours)
        dossier_recovery_forget (self);
      return;
    }

  if (self->owns && self->keep_id == 0)
    self->keep_id = g_timeout_add (KEEP_DELAY_MS, keep_cb, self);
}

/**
 * dossier_recovery_new:
 * @book: what is edited
 * @document: what it is saved into: by where that lies it is found again
 *
 * Edits are kept once dossier_recovery_find_async() or dossier_recovery_begin() was called.
 *
 * Returns: (transfer full): what keeps the edits of @book
 */
DossierRecovery *
dossier_recovery_new (DossierStoryBook *book, DossierDocument *document)
{
  DossierRecovery *self = g_new0 (DossierRecovery, 1);

  self->book = g_object_ref (book);
  self->document = g_object_ref (document);
  self->store = dossier_story_store_new (document, DOSSIER_STORY_STORE_RECOVERY, NULL);
  self->writers = g_thread_pool_new (keep_in_thread, self->store, 1, FALSE, NULL);
  g_signal_connect_swapped (book, "changed", G_CALLBACK (book_changed_cb), self);

  return self;
}

/**
 * dossier_recovery_free:
 * @self: (nullable): a recovery, or %NULL
 *
 * Waits until all is written. The file stays if there is something in it.
 */
void
dossier_recovery_free (DossierRecovery *self)
{
  if (self == NULL)
    return;

  g_clear_handle_id (&self->keep_id, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->book, self);
  g_thread_pool_free (self->writers, FALSE, TRUE);
  if (self->owns)
    g_hash_table_remove (in_use, dossier_story_store_get_path (self->store));
  dossier_story_store_free (self->store);
  g_object_unref (self->document);
  g_object_unref (self->book);
  g_free (self);
}

/* Whether no other window has this dossier open. From now on edits are kept. */
static gboolean
claim (DossierRecovery *self)
{
  if (in_use == NULL)
    in_use = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_hash_table_contains (in_use, dossier_story_store_get_path (self->store)))
    return FALSE;

  self->owns = TRUE;
  g_hash_table_add (in_use, g_strdup (dossier_story_store_get_path (self->store)));

  return TRUE;
}

typedef struct
{
  DossierStoryStore *store;
  gint64 saved_at;
} Finding;

static void
free_finding (gpointer data)
{
  dossier_story_store_free (((Finding *) data)->store);
  g_free (data);
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Finding *finding = data;
  GError *error = NULL;
  char *text = dossier_story_store_read (finding->store, &finding->saved_at, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, text, g_free);
}

/**
 * dossier_recovery_find_async:
 * @self: a recovery
 * @callback: is called in any case
 * @data: for @callback
 *
 * Looks in another thread whether there is something from a session that ended unexpectedly. From then on edits are kept,
 * unless the same dossier is open in another window, which keeps its own.
 */
void
dossier_recovery_find_async (DossierRecovery *self, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);
  Finding *finding;

  g_task_set_source_tag (task, dossier_recovery_find_async);
  if (!claim (self))
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }

  finding = g_new0 (Finding, 1);
  finding->store = dossier_story_store_new (self->document, DOSSIER_STORY_STORE_RECOVERY, NULL);
  g_task_set_task_data (task, finding, free_finding);
  g_task_run_in_thread (task, find_in_thread);
}

/**
 * dossier_recovery_find_finish:
 * @result: what the callback was given
 * @saved_at: (out): when it was edited, in seconds since 1970; 0 if that is not known
 * @error: set if it cannot be used: #DossierError
 *
 * Returns: (transfer full) (nullable): stories for dossier_story_book_replace(), %NULL if there are none
 */
char *
dossier_recovery_find_finish (GAsyncResult *result, gint64 *saved_at, GError **error)
{
  Finding *finding = g_task_get_task_data (G_TASK (result));

  *saved_at = finding != NULL ? finding->saved_at : 0;

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * dossier_recovery_begin:
 * @self: a recovery
 *
 * Begins to keep edits without looking for earlier ones: what there was has just been overwritten.
 */
void
dossier_recovery_begin (DossierRecovery *self)
{
  if (claim (self))
    dossier_recovery_forget (self);
}

/**
 * dossier_recovery_forget:
 * @self: a recovery
 *
 * All is saved, or is not wanted: nothing is kept.
 */
void
dossier_recovery_forget (DossierRecovery *self)
{
  if (!self->owns)
    return;

  g_clear_handle_id (&self->keep_id, g_source_remove);
  self->is_ours = TRUE;
  g_thread_pool_push (self->writers, g_strdup (""), NULL);
}
