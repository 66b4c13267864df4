/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-timeline-layout-private.h"

/*
 * Sorting a million events into lanes takes longer than a frame: it is done in a thread, while the layout goes on with
 * the lanes that it has.
 */

/* What the thread is given, and what it makes. */
typedef struct
{
  DossierTimelineLane *lanes;
  int n_lanes;
  DossierTimelineLanesFunc get_lanes;
  gpointer data;
  GDestroyNotify free_data;
  GCancellable *cancellable;
  DossierTimelineIndex *index;
} Arranging;

static void
free_arranging (gpointer data)
{
  Arranging *arranging = data;

  for (int i = 0; i < arranging->n_lanes; i++)
    g_free ((char *) arranging->lanes[i].title);
  g_free (arranging->lanes);
  if (arranging->free_data != NULL)
    arranging->free_data (arranging->data);
  g_clear_object (&arranging->cancellable);
  dossier_timeline_index_unref (arranging->index);
  g_free (arranging);
}

/* Once nobody wants the result any more, the rest goes quickly. */
static int
get_lanes_unless_cancelled (int event, int *lanes, gpointer data)
{
  const Arranging *arranging = data;

  if (g_cancellable_is_cancelled (arranging->cancellable))
    return 0;

  return arranging->get_lanes (event, lanes, arranging->data);
}

static void
arrange_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Arranging *arranging = task_data;

  arranging->index = dossier_timeline_index_rearranged (arranging->index,
                                                        arranging->n_lanes,
                                                        get_lanes_unless_cancelled,
                                                        arranging);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, TRUE);
}

/**
 * dossier_timeline_layout_set_lanes_async:
 * @layout: a layout
 * @lanes: (array length=n_lanes): the lanes, from top to bottom; copied
 * @n_lanes: how many
 * @get_lanes: says in which lanes an event is; called in another thread
 * @data: for @get_lanes
 * @free_data: (nullable): frees @data, in any thread
 * @cancellable: (nullable): gives up
 * @callback: is called in the main context once they are sorted
 * @user_data: for @callback
 *
 * As dossier_timeline_layout_set_lanes(), in a thread. Until dossier_timeline_layout_set_lanes_finish() the layout has
 * the lanes that it had. It may be freed meanwhile; @callback must then not use it, which @cancellable tells.
 */
void
dossier_timeline_layout_set_lanes_async (DossierTimelineLayout *layout,
                                         const DossierTimelineLane *lanes,
                                         int n_lanes,
                                         DossierTimelineLanesFunc get_lanes,
                                         gpointer data,
                                         GDestroyNotify free_data,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Arranging *arranging = g_new0 (Arranging, 1);

  arranging->lanes = g_new (DossierTimelineLane, n_lanes);
  for (int i = 0; i < n_lanes; i++)
    {
      arranging->lanes[i] = lanes[i];
      arranging->lanes[i].title = g_strdup (lanes[i].title);
    }
  arranging->n_lanes = n_lanes;
  arranging->get_lanes = get_lanes;
  arranging->data = data;
  arranging->free_data = free_data;
  g_set_object (&arranging->cancellable, cancellable);
  arranging->index = dossier_timeline_index_ref (layout->index);

  g_task_set_source_tag (task, dossier_timeline_layout_set_lanes_async);
  g_task_set_task_data (task, arranging, free_arranging);
  g_task_run_in_thread (task, arrange_in_thread);
}

/**
 * dossier_timeline_layout_set_lanes_finish:
 * @layout: the layout
 * @result: what the callback was given
 * @error: (out): why not: only %G_IO_ERROR_CANCELLED
 *
 * Gives the layout its new lanes.
 *
 * Returns: whether it has them; if not, it has the old ones
 */
gboolean
dossier_timeline_layout_set_lanes_finish (DossierTimelineLayout *layout, GAsyncResult *result, GError **error)
{
  Arranging *arranging = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  dossier_timeline_layout_take_lanes (layout,
                                      arranging->lanes,
                                      arranging->n_lanes,
                                      g_steal_pointer (&arranging->index));

  return TRUE;
}
