/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-saving.h"

#include "exchange/dossier-rewriter.h"
#include "model/dossier-file.h"
#include "model/dossier-harmless.h"
#include "model/dossier-reader.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

G_DEFINE_QUARK (dossier-saving-error-quark, dossier_saving_error)

/**
 * dossier_saving_can_write:
 * @file: (nullable): where a document lies, %NULL if nowhere
 *
 * A file is replaced by another, which takes a folder that can be written into; that the file itself can be is a sign
 * that it may be replaced.
 *
 * Returns: whether a document can be saved there, as far as the permissions tell
 */
gboolean
dossier_saving_can_write (GFile *file)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;

  if (path == NULL)
    return FALSE;

  return access (folder, W_OK) == 0 && (access (path, F_OK) != 0 || access (path, W_OK) == 0);
}

static char *
dup_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *display = g_filename_display_name (base);

  return dossier_make_harmless (display, DOSSIER_HARMLESS_ONE_LINE);
}

/* What is to be written has to be what the program reads itself: who saves shall not find out tomorrow. */
static DossierDocument *
read_back (GBytes *bytes, DossierForm form, GFile *file, GError **error)
{
  g_autoptr (GFile) named = NULL;
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (GError) local_error = NULL;
  DossierDocument *document;

  /* The name of a file decides how it is read. */
  if (dossier_form_of_file (file) != form)
    named = g_file_new_for_path (form == DOSSIER_FORM_LINES ? "saved.dossierl" : "saved.dossier");

  document = dossier_reader_read_bytes (bytes, named != NULL ? named : file, NULL, report, NULL, &local_error);
  if (document == NULL)
    g_set_error (error, DOSSIER_SAVING_ERROR, DOSSIER_SAVING_ERROR_UNREADABLE, _ ("What was to be saved could not be read back: %s"), local_error->message);

  return document;
}

/* Whether the file is still what was read from it. One that is gone has nothing that could get lost. */
static gboolean
check_unchanged (const char *path, GFile *file, GBytes *expected, GError **error)
{
  g_autoptr (GBytes) present = NULL;
  g_autoptr (GError) local_error = NULL;

  if (access (path, F_OK) != 0)
    return TRUE;

  /* What cannot be read any more, be it empty or half written, is not what was read. */
  present = dossier_file_read (path, NULL, NULL, NULL, NULL, &local_error);
  if (present != NULL && g_bytes_equal (present, expected))
    return TRUE;

  {
    g_autofree char *name = dup_name (file);

    g_set_error (error, DOSSIER_SAVING_ERROR, DOSSIER_SAVING_ERROR_CHANGED, _ ("“%s” was changed by another program since it was opened"), name);
  }

  return FALSE;
}

/**
 * dossier_saving_save:
 * @bytes: a whole document
 * @form: how it is written down
 * @file: where it is to be saved; if its name stands for the other form, it is written down in that
 * @expected: (nullable): what the file held when it was read or saved last, %NULL if it may be overwritten whatever it
 *   holds
 * @error: #DossierSavingError or #DossierError
 *
 * Reads @bytes back, and if they are a dossier, puts them in the place of what the file holds: whatever happens, either
 * the old or the new is there and whole.
 *
 * This waits for the disk, so it is for a thread that may.
 *
 * Returns: (transfer full): the document that was saved, or %NULL
 */
DossierDocument *
dossier_saving_save (GBytes *bytes, DossierForm form, GFile *file, GBytes *expected, GError **error)
{
  g_autoptr (DossierDocument) document = NULL;
  g_autoptr (GBytes) rewritten = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (bytes != NULL && G_IS_FILE (file), NULL);

  path = g_file_get_path (file);
  if (path == NULL)
    {
      g_autofree char *name = dup_name (file);

      g_set_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE, _ ("“%s” is not on this machine; save a copy on it"), name);
      return NULL;
    }

  document = read_back (bytes, form, file, error);
  if (document == NULL)
    return NULL;

  if (dossier_form_of_file (file) != form)
    {
      rewritten = dossier_rewriter_write (document, dossier_form_of_file (file));
      bytes = rewritten;
      g_object_unref (document);
      document = read_back (bytes, dossier_form_of_file (file), file, error);
      if (document == NULL)
        return NULL;
    }

  if (!dossier_saving_can_write (file))
    {
      g_autofree char *name = dup_name (file);

      g_set_error (error, DOSSIER_SAVING_ERROR, DOSSIER_SAVING_ERROR_READ_ONLY, _ ("“%s” cannot be written into"), name);
      return NULL;
    }
  if (expected != NULL && !check_unchanged (path, file, expected, error))
    return NULL;
  if (!dossier_file_replace (path, bytes, error))
    return NULL;

  return g_steal_pointer (&document);
}

typedef struct
{
  GBytes *bytes;
  DossierForm form;
  GFile *file;
  GBytes *expected;
} Saving;

static void
free_saving (gpointer data)
{
  Saving *saving = data;

  g_bytes_unref (saving->bytes);
  g_object_unref (saving->file);
  g_clear_pointer (&saving->expected, g_bytes_unref);
  g_free (saving);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;
  DossierDocument *document = dossier_saving_save (saving->bytes, saving->form, saving->file, saving->expected, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * dossier_saving_save_async:
 * @bytes: as for dossier_saving_save()
 * @form: likewise
 * @file: likewise
 * @expected: (nullable): likewise
 * @callback: is called when it is done
 * @data: for @callback
 *
 * Saves in another thread. It cannot be given up: half of it would be nothing.
 */
void
dossier_saving_save_async (GBytes *bytes, DossierForm form, GFile *file, GBytes *expected, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);
  Saving *saving = g_new (Saving, 1);

  *saving = (Saving){ g_bytes_ref (bytes), form, g_object_ref (file), expected != NULL ? g_bytes_ref (expected) : NULL };
  g_task_set_source_tag (task, dossier_saving_save_async);
  g_task_set_task_data (task, saving, free_saving);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * dossier_saving_save_finish:
 * @result: what the callback was given
 * @error: #DossierSavingError or #DossierError
 *
 * Returns: (transfer full): the document that was saved, or %NULL
 */
DossierDocument *
dossier_saving_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, dossier_saving_save_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
