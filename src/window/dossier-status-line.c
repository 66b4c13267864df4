/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-status-line.h"

#include "layout/dossier-time-order.h"
#include "layout/dossier-timeline-fates.h"
#include "widgets/dossier-compat.h"
#include "widgets/dossier-event-popover.h"

#include <glib/gi18n-lib.h>

struct _DossierStatusLine
{
  GtkWidget parent_instance;

  GtkWidget *count;
  GtkWidget *filtered;
  GtkWidget *merged;
  GtkWidget *earlier;
  GtkWidget *later;

  DossierTimelineView *timeline;
  DossierView *view;
};

G_DEFINE_FINAL_TYPE (DossierStatusLine, dossier_status_line, GTK_TYPE_WIDGET)

static int
count_events (DossierStatusLine *self)
{
  return dossier_document_get_count (dossier_view_get_document (self->view), DOSSIER_RECORD_EVENT);
}

/* What a part says, and its name for assistive technology. A part of nothing is not there. */
static void
set_part (GtkWidget *button, int count, const char *text, const char *tooltip)
{
  gtk_widget_set_visible (button, count > 0);
  gtk_button_set_label (GTK_BUTTON (button), text);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (button, tooltip);
}

static void
update (DossierStatusLine *self)
{
  const DossierTimelineScene *scene = self->timeline != NULL ? dossier_timeline_view_get_scene (self->timeline) : NULL;
  DossierTimelineCounts counts = { 0 };
  DossierFilter *filter;
  int n, n_filtered, n_shown;
  g_autofree char *text = NULL;
  g_autofree char *filtered = NULL;
  g_autofree char *merged = NULL;
  g_autofree char *earlier = NULL;
  g_autofree char *later = NULL;

  if (self->view == NULL)
    return;

  filter = dossier_view_get_filter (self->view);
  n = count_events (self);
  n_filtered = n - dossier_filter_get_n_shown (filter);

  /* Beside the map alone nothing is merged. */
  if (scene != NULL && scene->counts.shown == n - n_filtered && gtk_widget_get_mapped (GTK_WIDGET (self->timeline)))
    counts = scene->counts;
  n_shown = n - n_filtered - counts.merged - counts.earlier - counts.later;

  text = g_strdup_printf (ngettext ("%'d of %'d event shown", "%'d of %'d events shown", (gulong) n), n_shown, n);
  gtk_label_set_text (GTK_LABEL (self->count), text);

  /* Translators: the following say what has become of events that are not drawn by themselves */
  filtered = g_strdup_printf (ngettext ("%'d filtered", "%'d filtered", (gulong) n_filtered), n_filtered);
  merged = g_strdup_printf (ngettext ("%'d merged", "%'d merged", (gulong) counts.merged), counts.merged);
  earlier = g_strdup_printf (ngettext ("%'d earlier", "%'d earlier", (gulong) counts.earlier), counts.earlier);
  later = g_strdup_printf (ngettext ("%'d later", "%'d later", (gulong) counts.later), counts.later);
  set_part (self->filtered, n_filtered, filtered, _ ("List the Events That the Filters Hide"));
  set_part (self->merged, counts.merged, merged, _ ("List the Events That Share a Mark with Others"));
  set_part (self->earlier, counts.earlier, earlier, _ ("List the Events Before What Is in Sight"));
  set_part (self->later, counts.later, later, _ ("List the Events After What Is in Sight"));
}

static void
sentence_changed_cb (DossierStatusLine *self)
{
  gtk_widget_set_tooltip_text (self->count, dossier_timeline_view_get_sentence (self->timeline));
}

static void
picked_cb (DossierStatusLine *self, int event)
{
  DossierRef ref = { DOSSIER_RECORD_EVENT, event };

  dossier_view_select (self->view, ref);
  dossier_view_reveal (self->view, ref);
}

static DossierEventPopover *
pop_up (DossierStatusLine *self, GtkWidget *button, const GArray *events, DossierFilter *filter)
{
  GtkWidget *popover = dossier_event_popover_new (dossier_view_get_document (self->view), (const int *) (gconstpointer) events->data, (int) events->len, filter);

  dossier_event_popover_attach (DOSSIER_EVENT_POPOVER (popover), button);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_TOP);
  dossier_compat_hush_tooltip (button, popover);
  dossier_event_popover_set_heading (DOSSIER_EVENT_POPOVER (popover), gtk_button_get_label (GTK_BUTTON (button)));
  g_signal_connect_object (popover, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);

  return DOSSIER_EVENT_POPOVER (popover);
}

/* What has no date comes last. */
static gint64
get_start (int event, gpointer document)
{
  DossierSpan span;

  dossier_events_get_span (dossier_document_get_events (document), event, &span);

  return span.flags & DOSSIER_SPAN_UNKNOWN ? DOSSIER_TIME_MAX : span.start_earliest;
}

static void
filtered_cb (DossierStatusLine *self)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (int));
  DossierFilter *filter = dossier_view_get_filter (self->view);
  DossierEventPopover *popover;
  GtkWidget *clear = gtk_button_new_with_label (_ ("Clear Filters"));
  int n = count_events (self);

  for (int event = 0; event < n; event++)
    if (!dossier_filter_shows (filter, event))
      g_array_append_val (events, event);

  dossier_time_order ((int *) (gpointer) events->data, (int) events->len, get_start, dossier_view_get_document (self->view));
  popover = pop_up (self, self->filtered, events, filter);
  gtk_widget_set_margin_start (clear, 6);
  gtk_widget_set_margin_end (clear, 6);
  gtk_widget_set_margin_bottom (clear, 6);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (clear), "win.clear-filters");
  g_signal_connect_object (clear, "clicked", G_CALLBACK (gtk_popover_popdown), popover, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  dossier_event_popover_add_footer (popover, clear);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
list_fate (DossierStatusLine *self, GtkWidget *button, DossierTimelineFate fate)
{
  const DossierTimelineScene *scene = dossier_timeline_view_get_scene (self->timeline);
  g_autoptr (GArray) events = NULL;

  if (scene == NULL)
    return;

  events = dossier_timeline_scene_list (scene, fate);
  gtk_popover_popup (GTK_POPOVER (pop_up (self, button, events, NULL)));
}

static void
merged_cb (DossierStatusLine *self)
{
  list_fate (self, self->merged, DOSSIER_TIMELINE_FATE_MERGED);
}

static void
earlier_cb (DossierStatusLine *self)
{
  list_fate (self, self->earlier, DOSSIER_TIMELINE_FATE_EARLIER);
}

static void
later_cb (DossierStatusLine *self)
{
  list_fate (self, self->later, DOSSIER_TIMELINE_FATE_LATER);
}

static void
forget_view (DossierStatusLine *self)
{
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_func (dossier_view_get_filter (self->view), update, self);
  g_clear_object (&self->view);
}

static void
dossier_status_line_dispose (GObject *object)
{
  DossierStatusLine *self = DOSSIER_STATUS_LINE (object);
  GtkWidget *child;

  forget_view (self);
  g_clear_object (&self->timeline);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dossier_status_line_parent_class)->dispose (object);
}

static void
dossier_status_line_class_init (DossierStatusLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_status_line_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/dossier/ui/dossier-status-line.ui");
  gtk_widget_class_bind_template_child (widget_class, DossierStatusLine, count);
  gtk_widget_class_bind_template_child (widget_class, DossierStatusLine, filtered);
  gtk_widget_class_bind_template_child (widget_class, DossierStatusLine, merged);
  gtk_widget_class_bind_template_child (widget_class, DossierStatusLine, earlier);
  gtk_widget_class_bind_template_child (widget_class, DossierStatusLine, later);
  gtk_widget_class_bind_template_callback (widget_class, filtered_cb);
  gtk_widget_class_bind_template_callback (widget_class, merged_cb);
  gtk_widget_class_bind_template_callback (widget_class, earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
  gtk_widget_class_set_css_name (widget_class, "statusline");
}

static void
dossier_status_line_init (DossierStatusLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dossier_status_line_set_timeline:
 * @self: a status line
 * @timeline: the timeline of whose events it tells; to be called once
 */
void
dossier_status_line_set_timeline (DossierStatusLine *self, DossierTimelineView *timeline)
{
  g_return_if_fail (DOSSIER_IS_STATUS_LINE (self));
  g_return_if_fail (self->timeline == NULL);

  self->timeline = g_object_ref (timeline);
  g_signal_connect_object (timeline, "counts-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "sentence-changed", G_CALLBACK (sentence_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "map", G_CALLBACK (update), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (timeline, "unmap", G_CALLBACK (update), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/**
 * dossier_status_line_set_view:
 * @self: a status line
 * @view: (nullable): the state of the window, %NULL if nothing is open
 */
void
dossier_status_line_set_view (DossierStatusLine *self, DossierView *view)
{
  g_return_if_fail (DOSSIER_IS_STATUS_LINE (self));

  if (self->view == view)
    return;

  forget_view (self);
  if (view == NULL)
    return;

  self->view = g_object_ref (view);
  g_signal_connect_object (dossier_view_get_filter (view), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
