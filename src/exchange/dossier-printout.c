/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/dossier-printout.h"

#include "exchange/dossier-handout.h"
#include "exchange/dossier-story-picture.h"
#include "exchange/dossier-view-order.h"

struct _DossierPrintout
{
  /* The one of its kind; the others are NULL. */
  DossierStoryPicture *story;
  DossierHandout *handout;
  DossierTimelinePoster *poster;
};

/* What is written, for the thread that writes it. */
typedef struct
{
  DossierPrintoutKind kind;
  DossierViewOrder *order;
  DossierPaper paper;
  char *path;
} Job;

/**
 * dossier_printout_new:
 * @document: a document
 * @kind: what is wanted of it
 * @options: the look; and of a timeline, what it shows
 * @paper: the sheets of a timeline
 * @error: #DOSSIER_ERROR_FILE if there is no story
 *
 * Returns: (transfer full) (nullable): the pages, %NULL on error
 */
DossierPrintout *
dossier_printout_new (DossierDocument *document,
                      DossierPrintoutKind kind,
                      const DossierViewPictureOptions *options,
                      DossierPaper paper,
                      GError **error)
{
  g_autoptr (DossierPrintout) self = g_new0 (DossierPrintout, 1);
  int story = -1;

  if (kind != DOSSIER_PRINTOUT_TIMELINE)
    {
      story = dossier_story_picture_find (document, NULL, error);
      if (story < 0)
        return NULL;
    }

  switch (kind)
    {
    case DOSSIER_PRINTOUT_STORY:
      self->story = dossier_story_picture_new (document, story, -1, DOSSIER_STORY_WIDTH, DOSSIER_STORY_HEIGHT, options->theme);
      break;
    case DOSSIER_PRINTOUT_HANDOUT:
      self->handout = dossier_handout_new (document, story, options->theme);
      break;
    case DOSSIER_PRINTOUT_TIMELINE:
      self->poster = dossier_timeline_poster_new (document, options, paper);
      break;
    case DOSSIER_N_PRINTOUTS:
    default:
      g_return_val_if_reached (NULL);
    }

  return g_steal_pointer (&self);
}

/**
 * dossier_printout_free:
 * @self: (nullable): pages, or %NULL
 */
void
dossier_printout_free (DossierPrintout *self)
{
  if (self == NULL)
    return;

  dossier_story_picture_free (self->story);
  dossier_handout_free (self->handout);
  dossier_timeline_poster_free (self->poster);
  g_free (self);
}

/**
 * dossier_printout_get:
 * @self: pages
 *
 * Returns: (transfer none): what can be drawn; valid as long as @self
 */
const DossierPicture *
dossier_printout_get (DossierPrintout *self)
{
  if (self->story != NULL)
    return dossier_story_picture_get (self->story);
  if (self->handout != NULL)
    return dossier_handout_get (self->handout);

  return dossier_timeline_poster_get (self->poster);
}

static void
free_job (gpointer data)
{
  Job *job = data;

  dossier_view_order_free (job->order);
  g_free (job->path);
  g_free (job);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (DossierPrintout) printout = dossier_printout_new (source, job->kind, dossier_view_order_open (job->order), job->paper, &error);

  if (printout != NULL && dossier_export_to_file (dossier_printout_get (printout), job->path, 1, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * dossier_printout_write_async:
 * @document: a document
 * @kind: what is wanted of it
 * @options: as in dossier_printout_new(); its filter is read before this returns
 * @paper: the sheets of a timeline
 * @path: where it goes: a PDF, for only this has pages
 * @cancellable: (nullable): not heeded any more once the writing has begun
 * @callback: called when it is written
 * @data: for @callback
 *
 * Lays the pages out and writes them, both in another thread. A file that was there is replaced when the new one is whole.
 */
void
dossier_printout_write_async (DossierDocument *document,
                              DossierPrintoutKind kind,
                              const DossierViewPictureOptions *options,
                              DossierPaper paper,
                              const char *path,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  g_autoptr (GTask) task = g_task_new (document, cancellable, callback, data);
  DossierViewPictureOptions shown = *options;
  Job *job = g_new0 (Job, 1);

  /* Neither the map nor the question is printed. */
  shown.weighing = NULL;
  shown.map_sight = NULL;

  job->kind = kind;
  job->order = dossier_view_order_new (document, &shown);
  job->paper = paper;
  job->path = g_strdup (path);

  g_task_set_source_tag (task, dossier_printout_write_async);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * dossier_printout_write_finish:
 * @result: what the callback was given
 * @error: #DOSSIER_ERROR if it cannot be written
 *
 * Returns: whether it was written
 */
gboolean
dossier_printout_write_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
