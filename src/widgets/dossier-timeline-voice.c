/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-timeline-view-private.h"

#include "model/dossier-view-sentence.h"

#include <glib/gi18n-lib.h>

/* The numbers of marks that stand for several events begin here; those below are events. */
#define MERGED_MARKS (1 << 28)

/* And those of lanes here. */
#define LANE_MARKS (1 << 29)

/**
 * dossier_timeline_view_tell_sentence:
 * @self: a timeline view
 *
 * Gives the sentence to assistive technology as the description of the timeline. While the timeline has the focus the
 * description is the event that the keyboard is on (see dossier_canvas_announce()): to be told of both at once would be
 * too much.
 */
void
dossier_timeline_view_tell_sentence (DossierTimelineView *self)
{
  if (self->sentence != NULL && !gtk_widget_has_focus (GTK_WIDGET (self)))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->sentence, -1);
}

static void
described_cb (GObject *document, GAsyncResult *result, gpointer data)
{
  g_autoptr (DossierTimelineView) self = data;
  g_autofree char *sentence = dossier_describe_events_finish (result, NULL);

  /* Another has been asked for since, or nothing is open any more. */
  if (sentence == NULL || g_task_get_cancellable (G_TASK (result)) != self->describing)
    return;

  g_clear_object (&self->describing);
  if (g_strcmp0 (sentence, self->sentence) == 0)
    return;

  g_free (self->sentence);
  self->sentence = g_steal_pointer (&sentence);
  dossier_timeline_view_tell_sentence (self);
  g_signal_emit_by_name (self, "sentence-changed");
}

/**
 * dossier_timeline_view_forget_sentence:
 * @self: a timeline view
 *
 * To be called when nothing is open any more, or something else is.
 */
void
dossier_timeline_view_forget_sentence (DossierTimelineView *self)
{
  g_cancellable_cancel (self->describing);
  g_clear_object (&self->describing);
  g_clear_pointer (&self->sentence, g_free);
}

/**
 * dossier_timeline_view_update_sentence:
 * @self: a timeline view that has a viewport
 *
 * To be called once what is in sight rests: says anew in a sentence what that is. Of many events it takes a moment.
 */
void
dossier_timeline_view_update_sentence (DossierTimelineView *self)
{
  DossierRef selected = dossier_view_get_selection (self->view);
  int actor = selected.type == DOSSIER_RECORD_ACTOR ? selected.index : -1;
  gint64 first, last;

  g_cancellable_cancel (self->describing);
  g_clear_object (&self->describing);
  self->describing = g_cancellable_new ();
  dossier_time_viewport_get_range (&self->viewport, &first, &last);
  dossier_describe_events_async (dossier_timeline_view_get_document (self), dossier_view_get_filter (self->view), first, last, actor, self->describing, described_cb, g_object_ref (self));
}

/**
 * dossier_timeline_view_get_sentence:
 * @self: a timeline view
 *
 * Returns: (transfer none) (nullable): what is in sight, in one sentence; %NULL if nothing is yet. It is found a moment
 *   after what is in sight has come to rest
 */
const char *
dossier_timeline_view_get_sentence (DossierTimelineView *self)
{
  g_return_val_if_fail (DOSSIER_IS_TIMELINE_VIEW (self), NULL);

  return self->sentence;
}

static void
list_lane_marks (DossierTimelineView *self, GArray *marks)
{
  for (guint i = 0; i < self->scene.bands->len; i++)
    {
      const DossierTimelineBand *band = dossier_timeline_scene_get_band (&self->scene, i);
      DossierCanvasMark mark = { LANE_MARKS + (int) i, 0, band->box.y, self->scene.plot.x, band->box.height, dossier_timeline_view_dup_lane_label (self, band) };

      g_array_append_val (marks, mark);
    }
}

/**
 * dossier_timeline_view_list_marks:
 * @canvas: a timeline view
 * @marks: (element-type DossierCanvasMark): to which what is drawn is added
 *
 * Tells assistive technology of events, marks of several and lanes.
 */
void
dossier_timeline_view_list_marks (DossierCanvas *canvas, GArray *marks)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);

  if (self->layout == NULL || !self->has_viewport)
    return;

  dossier_timeline_view_update_sentence (self);
  for (guint i = 0; i < self->scene.items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (&self->scene, i);
      DossierCanvasMark mark = { item->event, item->box.x, item->box.y, item->box.width, item->box.height, dossier_timeline_view_dup_event_label (self, item->event) };

      g_array_append_val (marks, mark);
    }
  for (guint i = 0; i < self->scene.merged->len; i++)
    {
      const DossierTimelineMerged *merged = dossier_timeline_scene_get_merged (&self->scene, i);
      DossierCanvasMark mark = { MERGED_MARKS + (int) i, merged->box.x, merged->box.y, merged->box.width, merged->box.height, NULL };

      mark.label = g_strdup_printf (ngettext ("%'d event, %s", "%'d events, %s", (gulong) merged->count), merged->count, dossier_timeline_scene_get_band (&self->scene, (guint) merged->lane)->title);
      g_array_append_val (marks, mark);
    }
  list_lane_marks (self, marks);
}

/**
 * dossier_timeline_view_activate_mark:
 * @canvas: a timeline view
 * @id: the number of a mark that was listed
 *
 * Does what a click on it does.
 */
void
dossier_timeline_view_activate_mark (DossierCanvas *canvas, int id)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);

  if (self->layout == NULL)
    return;

  if (id >= LANE_MARKS && (guint) (id - LANE_MARKS) < self->scene.bands->len)
    dossier_timeline_view_toggle_lane (self, dossier_timeline_view_find_lane (self, dossier_timeline_scene_get_band (&self->scene, (guint) (id - LANE_MARKS))));
  else if (id < MERGED_MARKS)
    dossier_timeline_view_select_event (self, id);
  else if ((guint) (id - MERGED_MARKS) < self->scene.merged->len)
    dossier_timeline_view_fan_out (self, id - MERGED_MARKS);
}
