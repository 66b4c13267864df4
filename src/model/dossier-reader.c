/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-reader.h"

#include "model/dossier-document-private.h"
#include "model/dossier-file.h"
#include "model/dossier-problems.h"
#include "model/dossier-reading.h"

#include <glib/gi18n-lib.h>

/* The first preview is made of so many bytes; if they hold no event, the next of so many times as many. */
#define PREVIEW_SIZE   ((gsize) 2 << 20)
#define PREVIEW_FACTOR 4

/* A file that is not larger by that factor is there as soon as its preview. */
#define PREVIEW_WORTH 4

/* The share of the whole work that is done when the bytes of a file are there. */
#define FRACTION_FILE 0.15

static DossierDocument *
read_bytes (GBytes *bytes,
            GFile *file,
            const DossierLimits *limits,
            DossierReport *report,
            const DossierReaderWatch *watch,
            GCancellable *cancellable,
            GError **error)
{
  const DossierReading reading = { .watch = watch, .cancellable = cancellable };
  g_autoptr (DossierProblems) problems = dossier_problems_new ();
  g_autoptr (DossierDocument) document = NULL;
  g_autofree char *name = file != NULL ? g_file_get_parse_name (file) : NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (limits == NULL)
    limits = dossier_limits_get_default ();

  document = dossier_document_new (bytes, file, dossier_form_of_file (file), limits);
  if (dossier_reading_run (&reading, document, problems) == DOSSIER_READING_CANCELLED)
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
  if (watch != NULL && watch->progress != NULL)
    watch->progress (1, dossier_document_get_count (document, DOSSIER_RECORD_EVENT), watch->data);

  return g_steal_pointer (&document);
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
  return read_bytes (bytes, file, limits, report, NULL, cancellable, error);
}

/* Reads a file, and tells of two things as of one: that its bytes are read, and that these are understood. */
typedef struct
{
  GFile *file;
  const DossierLimits *limits;
  const DossierReaderWatch *watch;
  DossierReaderWatch inner;
  gsize preview_size; /* at so many bytes a preview is made; 0 if none is made any more */
} FileReading;

static void
file_progress (const char *data, gsize n_read, gsize size, gpointer user_data)
{
  FileReading *self = user_data;

  if (self->watch->progress != NULL)
    self->watch->progress (FRACTION_FILE * (double) n_read / (double) size, 0, self->watch->data);

  if (self->watch->preview == NULL || self->preview_size == 0 || n_read < self->preview_size || size / PREVIEW_WORTH < self->preview_size)
    return;

  {
    DossierDocument *preview = dossier_reading_preview (data, self->preview_size, self->file, self->limits);

    self->preview_size = preview != NULL ? 0 : self->preview_size * PREVIEW_FACTOR;
    if (preview != NULL)
      self->watch->preview (preview, self->watch->data);
  }
}

static void
inner_dated (DossierDocument *document, gpointer user_data)
{
  FileReading *self = user_data;

  self->watch->dated (document, self->watch->data);
}

static void
inner_progress (double fraction, int n_events, gpointer user_data)
{
  FileReading *self = user_data;

  self->watch->progress (FRACTION_FILE + (1 - FRACTION_FILE) * fraction, n_events, self->watch->data);
}

/**
 * dossier_reader_watch_file:
 * @file: a local file
 * @limits: (nullable): how much it may ask for, %NULL for the default
 * @report: what is wrong with it is added here
 * @watch: (nullable): who wants to know how far it is
 * @cancellable: (nullable): stops the reading
 * @error: #DOSSIER_ERROR
 *
 * Reads a file. See dossier_reader_read_bytes() and dossier_file_read().
 *
 * Returns: (transfer full): the document, or %NULL with the first error
 */
DossierDocument *
dossier_reader_watch_file (GFile *file,
                           const DossierLimits *limits,
                           DossierReport *report,
                           const DossierReaderWatch *watch,
                           GCancellable *cancellable,
                           GError **error)
{
  FileReading self = { .file = file, .limits = limits, .watch = watch, .preview_size = PREVIEW_SIZE };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) file_error = NULL;

  if (self.limits == NULL)
    self.limits = dossier_limits_get_default ();
  self.inner.progress = watch != NULL && watch->progress != NULL ? inner_progress : NULL;
  self.inner.dated = watch != NULL && watch->dated != NULL ? inner_dated : NULL;
  self.inner.data = &self;

  bytes = dossier_file_read_gfile (file, self.limits, watch != NULL ? file_progress : NULL, &self, cancellable, &file_error);
  if (bytes == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      if (!g_error_matches (file_error, DOSSIER_ERROR, DOSSIER_ERROR_CANCELLED))
        dossier_report_add_error (report, name, file_error);
      g_propagate_error (error, g_steal_pointer (&file_error));
      return NULL;
    }

  return read_bytes (bytes, file, self.limits, report, &self.inner, cancellable, error);
}

/**
 * dossier_reader_read_file:
 * @file: a local file
 * @limits: (nullable): how much it may ask for, %NULL for the default
 * @report: what is wrong with it is added here
 * @cancellable: (nullable): stops the reading
 * @error: #DOSSIER_ERROR
 *
 * As dossier_reader_watch_file(), without anyone who watches.
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
  return dossier_reader_watch_file (file, limits, report, NULL, cancellable, error);
}
