/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-map-arranger.h"

#include "layout/dossier-map-arrangement.h"

/* What the thread works on; nobody else touches the map meanwhile. */
typedef struct
{
  DossierMap *map;
  DossierMapLook look;
  double aspect;
  DossierProgress *progress;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  dossier_map_free (job->map);
  g_clear_pointer (&job->progress, g_atomic_rc_box_release);
  g_free (job);
}

static void
arrange_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;

  if (dossier_map_look_prepare (job->map, &job->look, cancellable) &&
      dossier_map_arrangement_run_watched (job->map, job->aspect, job->progress, cancellable))
    g_task_return_pointer (task, g_steal_pointer (&job->map), (GDestroyNotify) dossier_map_free);
  else
    g_task_return_error_if_cancelled (task);
}

/**
 * dossier_map_arranger_start:
 * @map: (transfer full): a map whose text is measured
 * @look: how it shall look
 * @aspect: the width of the room for it, by its height
 * @progress: (nullable): an atomic rc box, where the thread says how far it is; it takes a reference
 * @cancellable: (nullable): what ends it early
 * @callback: what to call when it is done, with no source
 * @data: what to call it with
 *
 * Gives the nodes of a map their places, in a thread. Who asks and is a widget keeps itself for that time by @data, for the
 * source of a #GTask may be let go of last, and so end, in the thread that worked.
 */
void
dossier_map_arranger_start (DossierMap *map, const DossierMapLook *look, double aspect, DossierProgress *progress, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);
  Job *job = g_new (Job, 1);

  *job = (Job){ map, *look, aspect, progress != NULL ? g_atomic_rc_box_acquire (progress) : NULL };
  g_task_set_source_tag (task, dossier_map_arranger_start);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, arrange_in_thread);
}

/**
 * dossier_map_arranger_finish:
 * @result: what the callback was given
 * @error: (optional): where to put why there is no map: %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the arranged map, %NULL with @error set if it was cancelled
 */
DossierMap *
dossier_map_arranger_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
