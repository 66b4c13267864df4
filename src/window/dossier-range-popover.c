/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-range-popover.h"

#include "model/dossier-date-text.h"
#include "model/dossier-range-text.h"
#include "model/dossier-view-sentence.h"

#include <glib/gi18n-lib.h>

struct _DossierRangePopover
{
  GtkPopover parent_instance;

  GtkWidget *entry;
  GtkWidget *understood;
  GtkWidget *sight;
  GtkWidget *select;
  GtkWidget *show;

  DossierTimelineView *timeline;
  gboolean is_good; /* whether @first and @last hold */
  gint64 first;
  gint64 last;
  GCancellable *describing; /* while it is found what there is to see, else NULL */
};

G_DEFINE_FINAL_TYPE (DossierRangePopover, dossier_range_popover, GTK_TYPE_POPOVER)

/* An open end goes on to the first or the last event. */
static void
close_ends (DossierRangePopover *self)
{
  gint64 begin, end;

  if (!dossier_timeline_layout_get_range (dossier_timeline_view_get_layout (self->timeline), &begin, &end))
    return;

  if (self->first == DOSSIER_TIME_MIN)
    self->first = MIN (begin, self->last);
  if (self->last == DOSSIER_TIME_MAX)
    self->last = MAX (end, self->first);
}

static void
tell (DossierRangePopover *self, const char *understood, gboolean is_wrong)
{
  gtk_label_set_text (GTK_LABEL (self->understood), understood);
  gtk_label_set_text (GTK_LABEL (self->sight), "");
  gtk_widget_set_sensitive (self->show, self->is_good);
  if (is_wrong)
    {
      gtk_widget_add_css_class (self->entry, "error");
      gtk_widget_add_css_class (self->understood, "error");
    }
  else
    {
      gtk_widget_remove_css_class (self->entry, "error");
      gtk_widget_remove_css_class (self->understood, "error");
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, understood, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
stop_describing (DossierRangePopover *self)
{
  g_cancellable_cancel (self->describing);
  g_clear_object (&self->describing);
}

static void
described_cb (GObject *document, GAsyncResult *result, gpointer data)
{
  g_autoptr (DossierRangePopover) self = data;
  g_autofree char *sight = dossier_describe_events_finish (result, NULL);

  if (sight == NULL || g_task_get_cancellable (G_TASK (result)) != self->describing)
    return;

  g_clear_object (&self->describing);
  gtk_label_set_text (GTK_LABEL (self->sight), sight);
}

static void
changed_cb (DossierRangePopover *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  DossierView *view = self->timeline != NULL ? dossier_timeline_view_get_view (self->timeline) : NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *edtf = NULL;
  g_autofree char *understood = NULL;

  stop_describing (self);
  self->is_good = FALSE;
  if (view == NULL || text[strspn (text, " ")] == '\0')
    {
      tell (self, _ ("Such as 2023-05/2023-11, May 2023, or 1953 to 1960"), FALSE);
      return;
    }

  edtf = dossier_range_to_edtf (text, &error);
  self->is_good = edtf != NULL && dossier_range_read (edtf, &self->first, &self->last, &error);
  if (!self->is_good)
    {
      tell (self, error->message, TRUE);
      return;
    }

  close_ends (self);
  understood = dossier_edtf_to_text (edtf, DOSSIER_DATE_STYLE_LONG);
  tell (self, understood, FALSE);
  self->describing = g_cancellable_new ();
  dossier_describe_events_async (dossier_view_get_document (view), dossier_view_get_filter (view), self->first, self->last, -1, self->describing, described_cb, g_object_ref (self));
}

static void
show_cb (DossierRangePopover *self)
{
  if (!self->is_good)
    {
      gtk_widget_error_bell (self->entry);
      return;
    }

  dossier_timeline_view_show_span (self->timeline, self->first, self->last);
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->select)))
    dossier_view_set_brush (dossier_timeline_view_get_view (self->timeline), self->first, self->last);
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
}

/* What was typed last is there to be changed or replaced. */
static void
shown_cb (DossierRangePopover *self)
{
  changed_cb (self);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

static void
dossier_range_popover_dispose (GObject *object)
{
  stop_describing (DOSSIER_RANGE_POPOVER (object));
  g_clear_object (&DOSSIER_RANGE_POPOVER (object)->timeline);

  G_OBJECT_CLASS (dossier_range_popover_parent_class)->dispose (object);
}

static void
dossier_range_popover_class_init (DossierRangePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_range_popover_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/dossier/ui/dossier-range-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, DossierRangePopover, entry);
  gtk_widget_class_bind_template_child (widget_class, DossierRangePopover, understood);
  gtk_widget_class_bind_template_child (widget_class, DossierRangePopover, sight);
  gtk_widget_class_bind_template_child (widget_class, DossierRangePopover, select);
  gtk_widget_class_bind_template_child (widget_class, DossierRangePopover, show);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
dossier_range_popover_init (DossierRangePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  changed_cb (self);
}

/**
 * dossier_range_popover_set_timeline:
 * @self: a popover
 * @timeline: the timeline that shows what is typed; to be called once
 */
void
dossier_range_popover_set_timeline (DossierRangePopover *self, DossierTimelineView *timeline)
{
  g_return_if_fail (DOSSIER_IS_RANGE_POPOVER (self));
  g_return_if_fail (self->timeline == NULL);

  self->timeline = g_object_ref (timeline);
}
