/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-timeline-view-private.h"

#include "model/dossier-view-sentence.h"

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

/**
 * dossier_timeline_view_update_sentence:
 * @self: a timeline view that has a viewport
 *
 * To be called once what is in sight rests: says anew in a sentence what that is.
 */
void
dossier_timeline_view_update_sentence (DossierTimelineView *self)
{
  DossierRef selected = dossier_view_get_selection (self->view);
  int actor = selected.type == DOSSIER_RECORD_ACTOR ? selected.index : -1;
  gint64 first, last;
  g_autofree char *sentence = NULL;

  dossier_time_viewport_get_range (&self->viewport, &first, &last);
  sentence = dossier_describe_events (dossier_timeline_view_get_document (self), dossier_view_get_filter (self->view), first, last, actor);
  if (g_strcmp0 (sentence, self->sentence) == 0)
    return;

  g_free (self->sentence);
  self->sentence = g_steal_pointer (&sentence);
  dossier_timeline_view_tell_sentence (self);
  g_signal_emit_by_name (self, "sentence-changed");
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
