/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-view-file.h"

#include "exchange/dossier-citation.h"
#include "exchange/dossier-csv.h"
#include "exchange/dossier-gexf.h"
#include "exchange/dossier-graphml.h"
#include "exchange/dossier-view-order.h"
#include "model/dossier-error.h"
#include "model/dossier-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

/* Pixels of a PNG to a pixel of the screen, so that it can be printed. */
#define SCALE 2.0

/* What is written, for the thread that writes it. */
typedef struct
{
  DossierViewOrder *order;
  char *path;
} Job;

typedef GBytes *(*WriteFunc) (DossierDocument *document, DossierFilter *filter);

static void
free_job (gpointer data)
{
  Job *job = data;

  dossier_view_order_free (job->order);
  g_free (job->path);
  g_free (job);
}

static GBytes *
write_events (DossierDocument *document, DossierFilter *filter)
{
  return dossier_csv_write (document, dossier_csv_lookup ("events"), filter);
}

static GBytes *
write_bibliography (DossierDocument *document, DossierCitationStyle style)
{
  char *text = dossier_citation_dup_bibliography (document, style);

  return g_bytes_new_take (text, strlen (text));
}

/* A bibliography is that of the whole dossier. */
static GBytes *
write_bibtex (DossierDocument *document, DossierFilter *filter)
{
  return write_bibliography (document, DOSSIER_CITATION_BIBTEX);
}

static GBytes *
write_csl_json (DossierDocument *document, DossierFilter *filter)
{
  return write_bibliography (document, DOSSIER_CITATION_CSL_JSON);
}

static const struct
{
  const char *suffix;
  WriteFunc write; /* NULL for pictures */
} formats[] = {
  { ".png", NULL },
  { ".svg", NULL },
  { ".pdf", NULL },
  { ".csv", write_events },
  { ".graphml", dossier_graphml_write },
  { ".gexf", dossier_gexf_write },
  { ".bib", write_bibtex },
  { ".csl.json", write_csl_json },
};

/* Its place in @formats, -1 for none. */
static int
find_format (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (lower, formats[i].suffix))
      return (int) i;

  return -1;
}

/* Each table in a file of its own: events.csv, ties.csv ... */
static gboolean
write_folder (DossierDocument *document, DossierFilter *filter, const char *path, GError **error)
{
  if (g_mkdir (path, 0777) != 0 && errno != EEXIST)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE, _ ("the folder %s cannot be made: %s"), name, g_strerror (errno));
      return FALSE;
    }

  for (int table = 0; table < dossier_csv_get_n_tables (); table++)
    {
      g_autoptr (GBytes) bytes = dossier_csv_write (document, table, filter);
      g_autofree char *name = g_strconcat (dossier_csv_get_name (table), ".csv", NULL);
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (!dossier_file_replace (file, bytes, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_file (Job *job, GError **error)
{
  DossierDocument *document = dossier_view_order_get_document (job->order);
  const DossierViewPictureOptions *options = dossier_view_order_open (job->order);
  int format = find_format (job->path);

  if (g_str_has_suffix (job->path, G_DIR_SEPARATOR_S))
    return write_folder (document, options->filter, job->path, error);

  if (format < 0)
    {
      g_autofree char *name = g_path_get_basename (job->path);
      g_autofree char *shown = g_filename_display_name (name);

      g_set_error (error, DOSSIER_ERROR, DOSSIER_ERROR_FILE, _ ("the end of %s names no format; there are .png, .svg, .pdf, .csv, .graphml, .gexf, .bib and .csl.json"), shown);
      return FALSE;
    }

  if (formats[format].write == NULL)
    {
      g_autoptr (DossierViewPicture) picture = dossier_view_picture_new (document, options);

      return dossier_export_to_file (dossier_view_picture_get (picture), job->path, SCALE, error);
    }

  {
    g_autoptr (GBytes) bytes = formats[format].write (document, options->filter);

    return dossier_file_replace (job->path, bytes, error);
  }
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_file (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * dossier_view_file_has_format:
 * @path: the name of a file
 *
 * Returns: whether its end names a format
 */
gboolean
dossier_view_file_has_format (const char *path)
{
  return find_format (path) >= 0;
}

/**
 * dossier_view_file_write_async:
 * @document: a document
 * @options: what of it is in sight; filter and weighing are read before this returns
 * @path: where it goes; a folder if it ends in a slash
 * @cancellable: (nullable): not heeded any more once the writing has begun
 * @callback: called when it is written
 * @data: for @callback
 *
 * Makes a picture, or tables, and writes it, both in another thread. A file that was there is replaced when the new one is
 * whole.
 */
void
dossier_view_file_write_async (DossierDocument *document,
                               const DossierViewPictureOptions *options,
                               const char *path,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  g_autoptr (GTask) task = g_task_new (document, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  job->order = dossier_view_order_new (document, options);
  job->path = g_strdup (path);

  g_task_set_source_tag (task, dossier_view_file_write_async);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * dossier_view_file_write_finish:
 * @result: what the callback was given
 * @error: #DOSSIER_ERROR if it cannot be written
 *
 * Returns: whether it was written
 */
gboolean
dossier_view_file_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
