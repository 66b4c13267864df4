/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-reader.h"

#include "model/dossier-document-private.h"
#include "model/dossier-events-part.h"
#include "model/dossier-file.h"
#include "model/dossier-reader-private.h"
#include "model/dossier-registrar.h"
#include "model/dossier-resolver.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* After so many records it is asked whether the reading was cancelled. */
#define CANCEL_INTERVAL 1024

typedef struct
{
  DossierRecordReader records; /* its strings live as long as the document, but those of events */
  DossierEventsPart *part;
  GArray *entries; /* DossierIdEntry */
  DossierDocument *document;
  DossierProblems *problems;
  GCancellable *cancellable;
  gsize length;
  int n_read;
  gboolean cancelled;
} Reader;

static gboolean
is_cancelled (Reader *self)
{
  if (self->n_read++ % CANCEL_INTERVAL == 0 && g_cancellable_is_cancelled (self->cancellable))
    self->cancelled = TRUE;

  return self->cancelled;
}

static void
add_entry (Reader *self, DossierRef ref, const char *id)
{
  DossierIdEntry entry = { .ref = ref, .id = id };

  /* Its absence was noted already. */
  if (id == NULL)
    return;

  entry.offset = dossier_record_reader_find_id (&self->records, id);
  g_array_append_val (self->entries, entry);
}

/* Scenes have ids too, and are reached through their story. */
static void
add_scenes (Reader *self, const DossierStory *story)
{
  for (int i = 0; i < story->scenes.n; i++)
    {
      int index = dossier_document_add_scene (self->document, &story->scenes.items[i]);

      add_entry (self, (DossierRef){ DOSSIER_RECORD_SCENE, index }, story->scenes.items[i].id);
    }
}

static gboolean
read_record (Reader *self, const DossierShape *shape)
{
  DossierRecordReader *records = &self->records;
  gsize begin = records->scanner.begin;
  DossierRef ref = { shape->record, dossier_document_get_count (self->document, shape->record) };
  g_autofree gpointer record = g_malloc0 (shape->size);

  dossier_record_reader_forget_ids (records);
  if (!dossier_record_reader_read (records, shape, record))
    return FALSE;

  dossier_document_add_record (self->document, shape->record, record, (guint32) begin, (guint32) records->scanner.end);
  add_entry (self, ref, *(const char *const *) record);
  if (shape->record == DOSSIER_RECORD_STORY)
    add_scenes (self, record);

  return TRUE;
}

static gboolean
read_item (const DossierField *field, gpointer data)
{
  Reader *self = data;
  gboolean read;

  if (field->shape->record == DOSSIER_RECORD_EVENT)
    read = dossier_events_part_read (self->part, &self->records, self->length - self->records.scanner.begin);
  else
    read = read_record (self, field->shape);

  return read && !is_cancelled (self);
}

/* Whether nothing stands from @begin to @end but white space. */
static gboolean
is_blank (const char *begin, const char *end)
{
  while (begin < end && (*begin == ' ' || *begin == '\t' || *begin == '\r' || *begin == '\n'))
    begin++;

  return begin == end;
}

/* Reads JSON Lines. What is wrong with a line is no reason not to read the next, unless it is the first, which says
 * what the whole is. */
static gboolean
read_lines (Reader *self, gpointer structure, const char *data, gsize length, const DossierLimits *limits)
{
  DossierRecordReader *records = &self->records;
  gboolean complete = TRUE;
  gboolean has_heading = FALSE;

  for (gsize begin = 0; begin < length && !self->cancelled;)
    {
      const char *newline = memchr (data + begin, '\n', length - begin);
      gsize end = newline != NULL ? (gsize) (newline - data) : length;

      if (!is_blank (data + begin, data + end))
        {
          dossier_scanner_clear (&records->scanner);
          dossier_scanner_init_range (&records->scanner, data, begin, end, limits);

          if (!has_heading)
            complete = dossier_record_reader_read_document (records, structure, read_item, self);
          else if (!dossier_record_reader_read_line (records, read_item, self))
            complete = FALSE;

          if (!has_heading && !complete)
            return FALSE;
          has_heading = TRUE;
        }

      begin = end + 1;
    }

  return complete && has_heading;
}

/* Reads everything, and resolves it. Whether it is good, the problems tell. */
static void
read_document (Reader *self, const DossierLimits *limits)
{
  GBytes *bytes = dossier_document_get_bytes (self->document);
  const DossierShape *shape = dossier_shape_get_document ();
  g_autofree gpointer structure = g_malloc0 (shape->size);
  gboolean complete;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  dossier_record_reader_init (&self->records, dossier_document_get_arena (self->document), self->problems);
  self->records.in_line = dossier_document_get_form (self->document) == DOSSIER_FORM_LINES;

  /* More than there may be, and nothing at all, are told as of a document. */
  if (self->records.in_line && length <= limits->max_bytes && !is_blank (data, data + length))
    complete = read_lines (self, structure, data, length, limits);
  else
    {
      dossier_scanner_init (&self->records.scanner, data, length, limits);
      complete = dossier_record_reader_read_document (&self->records, structure, read_item, self);
    }
  dossier_record_reader_clear (&self->records);

  /* The structure of a document begins with its heading. */
  *dossier_document_edit_heading (self->document) = *(DossierHeading *) structure;

  dossier_document_take_events (self->document, g_steal_pointer (&self->part->events), g_steal_pointer (&self->part->ids));
  dossier_registrar_run (self->document,
                         (const DossierIdEntry *) self->entries->data,
                         (int) self->entries->len,
                         (const guint32 *) self->part->hashes->data,
                         self->problems);

  /* Of half a document, references into the other half would all be wrong. */
  if (complete)
    dossier_resolver_resolve (self->document, self->part->symbols, self->problems);
}

/**
 * dossier_reader_read_bytes:
 * @bytes: a document
 * @file: (nullable): where it comes from, for messages and for files beside it
 * @limits: (nullable): how much it may ask for, %NULL for the default
 * @report: what is wrong with it is added here, each with line, column and JSON pointer
 * @cancellable: (nullable): stops the reading
 * @error: #DOSSIER_ERROR
 *
 * The one way in for every dossier: what is accepted here is what data/dossier-1.schema.json accepts, and makes
 * sense. All problems are found in one reading, but for those behind an error of syntax. The name of @file tells
 * JSON Lines from a JSON document.
 *
 * Returns: (transfer full): the document, or %NULL with the first error, when there is one or it was cancelled;
 *   warnings alone do not keep a document from being returned
 */
DossierDocument *
dossier_reader_read_bytes (GBytes *bytes,
                           GFile *file,
                           const DossierLimits *limits,
                           DossierReport *report,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (DossierProblems) problems = dossier_problems_new ();
  g_autoptr (DossierEventsPart) part = NULL;
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (DossierIdEntry));
  g_autoptr (DossierDocument) document = NULL;
  g_autofree char *name = file != NULL ? g_file_get_parse_name (file) : NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  Reader self = { .entries = entries, .problems = problems, .length = length, .cancellable = cancellable };

  if (limits == NULL)
    limits = dossier_limits_get_default ();

  self.document = document = dossier_document_new (bytes, file, dossier_form_of_file (file), limits);
  self.part = part = dossier_events_part_new (dossier_document_edit_ids (document));
  read_document (&self, limits);

  if (self.cancelled)
    {
      g_set_error_literal (error, DOSSIER_ERROR, DOSSIER_ERROR_CANCELLED, _ ("reading was cancelled"));
      return NULL;
    }

  dossier_problems_report (problems, data, length, name, dossier_document_get_form (document), limits, report);

  if (dossier_problems_get_n_errors (problems) > 0)
    {
      g_propagate_error (error, dossier_report_to_error (report));
      return NULL;
    }

  dossier_document_finish (document);

  return g_steal_pointer (&document);
}

/**
 * dossier_reader_read_file:
 * @file: a local file
 * @limits: (nullable): how much it may ask for, %NULL for the default
 * @report: what is wrong with it is added here
 * @cancellable: (nullable): stops the reading
 * @error: #DOSSIER_ERROR
 *
 * Reads a file. See dossier_reader_read_bytes() and dossier_file_read().
 *
 * Returns: (transfer full): the document, or %NULL with the first error
 */
DossierDocument *
dossier_reader_read_file (GFile *file,
                          const DossierLimits *limits,
                          DossierReport *report,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) file_error = NULL;

  bytes = dossier_file_read_gfile (file, limits, NULL, NULL, cancellable, &file_error);
  if (bytes == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      if (!g_error_matches (file_error, DOSSIER_ERROR, DOSSIER_ERROR_CANCELLED))
        dossier_report_add_error (report, name, file_error);
      g_propagate_error (error, g_steal_pointer (&file_error));
      return NULL;
    }

  return dossier_reader_read_bytes (bytes, file, limits, report, cancellable, error);
}

typedef struct
{
  GFile *file;
  DossierLimits limits;
  DossierReport *report;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->file);
  dossier_report_unref (job->report);
  g_free (job);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  DossierDocument *document = dossier_reader_read_file (job->file, &job->limits, job->report, cancellable, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * dossier_reader_read_file_async:
 * @file: a local file
 * @limits: (nullable): how much it may ask for, %NULL for the default
 * @report: what is wrong with it is added here, from another thread: leave it alone until @callback
 * @cancellable: (nullable): stops the reading
 * @callback: is called when it is read, with @file as the source object
 * @data: for @callback
 *
 * Reads a file in another thread.
 */
void
dossier_reader_read_file_async (GFile *file,
                                const DossierLimits *limits,
                                DossierReport *report,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->file = g_object_ref (file);
  job->limits = limits != NULL ? *limits : *dossier_limits_get_default ();
  job->report = dossier_report_ref (report);

  /* What was read in vain is freed by the task; the error of ours says more than that of the cancellable. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, dossier_reader_read_file_async);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * dossier_reader_read_file_finish:
 * @result: what the callback was given
 * @error: #DOSSIER_ERROR
 *
 * Returns: (transfer full): the document, or %NULL with the first error
 */
DossierDocument *
dossier_reader_read_file_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
