/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-timeline-view-private.h"

#include "layout/dossier-timeline-walk.h"
#include "model/dossier-date-text.h"
#include "widgets/dossier-event-popover.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static DossierTimelineHit
hit (DossierTimelineView *self, double x, double y)
{
  return dossier_timeline_view_hit (self, x, y);
}

/* Whether a click there does more than to take back what is selected. */
static gboolean
is_clickable (DossierTimelinePart part)
{
  switch (part)
    {
    case DOSSIER_TIMELINE_PART_ITEM:
    case DOSSIER_TIMELINE_PART_MERGED:
    case DOSSIER_TIMELINE_PART_BAND:
    case DOSSIER_TIMELINE_PART_EARLIER:
    case DOSSIER_TIMELINE_PART_LATER:
      return TRUE;
    case DOSSIER_TIMELINE_PART_NOTHING:
    case DOSSIER_TIMELINE_PART_CURVE:
    case DOSSIER_TIMELINE_PART_FINE_TICK:
    case DOSSIER_TIMELINE_PART_COARSE_TICK:
    default:
      return FALSE;
    }
}

static void
picked_cb (DossierTimelineView *self, int event)
{
  dossier_timeline_view_select_event (self, event);
  dossier_timeline_view_bring_into_sight (self, event);
}

/* Goes to the nearest event that is out of sight on that side. */
static void
go_beyond (DossierTimelineView *self, gboolean earlier)
{
  const DossierTimelineIndex *index = dossier_timeline_layout_get_index (self->layout);
  gint64 first, last;
  gint64 begin, end;
  int number, event;

  dossier_time_viewport_get_range (&self->viewport, &first, &last);
  number = dossier_timeline_index_count_begun (index, DOSSIER_TIMELINE_ALL, earlier ? first : last);
  event = dossier_timeline_walk_get (index, DOSSIER_TIMELINE_ALL, earlier ? number - 1 : number);
  if (event >= 0 && dossier_timeline_view_find_extent (self, event, &begin, &end))
    {
      DossierTimeViewport viewport = dossier_time_viewport_centred (&self->viewport, begin);

      dossier_timeline_view_glide_to (self, &viewport);
    }
}

/**
 * dossier_timeline_view_fan_out:
 * @self: a timeline view that has a viewport
 * @merged: the number of a mark of its scene that stands for several events
 *
 * Lists the events, for one to be picked.
 */
void
dossier_timeline_view_fan_out (DossierTimelineView *self, int merged)
{
  const DossierTimelineMerged *mark = dossier_timeline_scene_get_merged (&self->scene, merged);
  int n;
  g_autofree int *events = dossier_timeline_layout_list_merged (self->layout, &self->scene, merged, &n);
  GtkWidget *popover = dossier_event_popover_new (dossier_timeline_view_get_document (self), events, n, NULL);
  GdkRectangle place = { (int) mark->box.x, (int) mark->box.y, MAX (1, (int) mark->box.width), MAX (1, (int) mark->box.height) };

  dossier_event_popover_attach (DOSSIER_EVENT_POPOVER (popover), GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
  g_signal_connect_object (popover, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/**
 * dossier_timeline_view_point:
 * @canvas: a timeline view
 * @x: where the pointer is in pixels, NAN if it left
 * @y: likewise
 *
 * Shows what the pointer is over.
 */
void
dossier_timeline_view_point (DossierCanvas *canvas, double x, double y)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);
  DossierTimelineHit found = hit (self, x, y);
  DossierRef ref = DOSSIER_REF_NONE;
  gboolean is_button = is_clickable (found.part);
  const char *cursor;

  if (self->view == NULL)
    return;

  self->pointer_x = x;
  self->hovered_merged = found.part == DOSSIER_TIMELINE_PART_MERGED ? found.index : -1;
  if (found.part == DOSSIER_TIMELINE_PART_ITEM)
    ref = (DossierRef){ DOSSIER_RECORD_EVENT, dossier_timeline_scene_get_item (&self->scene, found.index)->event };
  cursor = dossier_timeline_view_get_drag_cursor (self, x, y);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), is_button && cursor == NULL ? "pointer" : cursor);
  dossier_view_set_hover (self->view, ref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static int
find_lane_of_item (DossierTimelineView *self, int item)
{
  int lane = dossier_timeline_scene_get_item (&self->scene, item)->lane;

  return dossier_timeline_view_find_lane (self, dossier_timeline_scene_get_band (&self->scene, lane));
}

/**
 * dossier_timeline_view_click:
 * @canvas: a timeline view
 * @n_press: which click in a row it is, from 1
 * @x: where in pixels
 * @y: likewise
 * @modifiers: which keys were held
 *
 * Does what a click there is for.
 */
void
dossier_timeline_view_click (DossierCanvas *canvas, int n_press, double x, double y, GdkModifierType modifiers)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);
  DossierTimelineHit found = hit (self, x, y);
  int event = -1;

  if (self->layout == NULL)
    return;

  switch (found.part)
    {
    case DOSSIER_TIMELINE_PART_ITEM:
      event = dossier_timeline_scene_get_item (&self->scene, found.index)->event;
      if (modifiers & GDK_CONTROL_MASK)
        dossier_timeline_view_toggle_event (self, event);
      else if (modifiers & GDK_SHIFT_MASK)
        dossier_timeline_view_select_up_to (self, event, find_lane_of_item (self, found.index));
      else if (n_press == 2)
        dossier_timeline_view_fit_events (self, &event, 1);
      else
        dossier_timeline_view_select_event (self, event);
      break;
    case DOSSIER_TIMELINE_PART_MERGED:
      if (n_press == 1)
        dossier_timeline_view_fan_out (self, found.index);
      break;
    case DOSSIER_TIMELINE_PART_BAND:
      dossier_timeline_view_toggle_lane (self, dossier_timeline_view_find_lane (self, dossier_timeline_scene_get_band (&self->scene, found.index)));
      break;
    case DOSSIER_TIMELINE_PART_EARLIER:
      go_beyond (self, TRUE);
      break;
    case DOSSIER_TIMELINE_PART_LATER:
      go_beyond (self, FALSE);
      break;
    case DOSSIER_TIMELINE_PART_NOTHING:
      /* Who gathers events and misses one does not want to lose the others. */
      if (modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
        break;
      dossier_view_unset_brush (self->view);
      dossier_view_select (self->view, DOSSIER_REF_NONE);
      break;
    case DOSSIER_TIMELINE_PART_CURVE:
    case DOSSIER_TIMELINE_PART_FINE_TICK:
    case DOSSIER_TIMELINE_PART_COARSE_TICK:
    default:
      break;
    }
}

/**
 * dossier_timeline_view_hold:
 * @canvas: a timeline view
 * @x: where a finger rests, in pixels
 * @y: likewise
 *
 * A long press takes an event into the selection, or out of it.
 *
 * Returns: whether there is one
 */
gboolean
dossier_timeline_view_hold (DossierCanvas *canvas, double x, double y)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);
  DossierTimelineHit found = hit (self, x, y);

  if (found.part != DOSSIER_TIMELINE_PART_ITEM)
    return FALSE;

  dossier_timeline_view_toggle_event (self, dossier_timeline_scene_get_item (&self->scene, found.index)->event);

  return TRUE;
}

/**
 * dossier_timeline_view_dup_tooltip:
 * @canvas: a timeline view
 * @x: where the pointer rests in pixels
 * @y: likewise
 *
 * Returns: (transfer full) (nullable): what is said of what is there
 */
char *
dossier_timeline_view_dup_tooltip (DossierCanvas *canvas, double x, double y)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (canvas);
  DossierTimelineHit found = hit (self, x, y);

  if (found.part == DOSSIER_TIMELINE_PART_ITEM)
    {
      int event = dossier_timeline_scene_get_item (&self->scene, found.index)->event;
      g_autoptr (DossierEvent) loaded = dossier_document_load_event (dossier_timeline_view_get_document (self), event);
      g_autofree char *date = loaded->date.edtf != NULL ? dossier_edtf_to_text (loaded->date.edtf, DOSSIER_DATE_STYLE_LONG) : g_strdup (_ ("no date"));

      return g_strdup_printf ("%s\n%s", dossier_text_get (&loaded->title, NULL), date);
    }
  if (found.part == DOSSIER_TIMELINE_PART_MERGED && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    {
      int n = dossier_timeline_scene_get_merged (&self->scene, found.index)->count;

      return g_strdup_printf (ngettext ("%'d event; click to list it", "%'d events; click to list them", (gulong) n), n);
    }
  if (found.part == DOSSIER_TIMELINE_PART_BAND && self->menu_lane < 0 && self->drag == DOSSIER_TIMELINE_DRAG_NONE)
    {
      const DossierTimelineBand *band = dossier_timeline_scene_get_band (&self->scene, found.index);

      /* Translators: what can be done with the title of a lane, below it */
      return g_strdup_printf ("%s\n%s", band->title, band->is_folded ? _ ("Click to unfold, drag to move") : _ ("Click to fold, drag to move"));
    }

  return NULL;
}
