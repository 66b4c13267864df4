/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-view-opening.h"

#include "model/dossier-filter-state.h"

static void
open_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autoptr (DossierDocument) document = g_object_ref (source);
  g_autoptr (DossierView) view = dossier_view_new (document);

  if (data != NULL)
    dossier_filter_state_restore (dossier_view_get_filter (view), data);
  dossier_filter_count_all (dossier_view_get_filter (view), cancellable);
  g_task_return_pointer (task, g_steal_pointer (&view), g_object_unref);

  /* While the first frame is laid out, what the first selection will ask for is found out. */
  if (!g_cancellable_is_cancelled (cancellable))
    dossier_document_prepare (document);
}

/**
 * dossier_view_open_async:
 * @document: a document
 * @state: (transfer full) (nullable): what is chosen in its filter, as dossier_filter_state_save() returns it, and nobody
 *   else has; %NULL for nothing
 * @cancellable: (nullable): gives it up
 * @callback: is called when the view is there
 * @data: for @callback
 *
 * Makes a view as dossier_view_new() does, in another thread and with everything counted that a window asks for at once:
 * which events the filter shows, and how many have each value of each facet. Of a million events that takes seconds, for
 * which no window is to stand still.
 */
void
dossier_view_open_async (DossierDocument *document, JsonObject *state, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (DOSSIER_IS_DOCUMENT (document));

  task = g_task_new (document, cancellable, callback, data);
  g_task_set_source_tag (task, dossier_view_open_async);
  if (state != NULL)
    g_task_set_task_data (task, state, (GDestroyNotify) json_object_unref);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * dossier_view_open_finish:
 * @document: a document
 * @result: what the callback was given
 * @error: %G_IO_ERROR_CANCELLED if it was given up
 *
 * Returns: (transfer full): the view, or %NULL with @error
 */
DossierView *
dossier_view_open_finish (DossierDocument *document, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (DOSSIER_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (g_task_is_valid (result, document), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
