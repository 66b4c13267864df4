/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-map-time-bar.h"

#include "layout/dossier-map-period.h"
#include "model/dossier-calendar.h"
#include "model/dossier-date-text.h"
#include "model/dossier-date.h"
#include "widgets/dossier-compat.h"
#include "widgets/dossier-wrap-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _DossierMapTimeBar
{
  GtkWidget parent_instance;

  GtkWidget *as_of_button;
  GtkWidget *as_of_label;
  GtkWidget *span_button;
  GtkWidget *whole_button;
  GtkWidget *play_button;
  GtkWidget *scale;
  GtkAdjustment *adjustment; /* days since the epoch */
  GtkWidget *date_button;
  GtkWidget *date_entry;
  GtkWidget *speed;

  DossierView *view;
  gboolean has_period; /* whether the document has any date */
  gint64 first_day;
  gint64 last_day;
  gint64 day; /* that is looked at, or that was looked at last */
  gboolean is_updating;

  guint tick_id; /* 0 while time rests */
  gint64 tick_time;
  double played; /* the day while time runs, with its fraction */
};

/* The speeds of the list in the interface file, in days a second. */
static const double speeds[] = { 7, 30, 91, 365 };

G_DEFINE_FINAL_TYPE (DossierMapTimeBar, dossier_map_time_bar, GTK_TYPE_WIDGET)

static gint64
get_moment (gint64 day)
{
  return dossier_calendar_to_seconds (day, DOSSIER_SECONDS_PER_DAY / 2);
}

static char *
dup_day (gint64 day, DossierDateStyle style)
{
  return dossier_time_to_text (get_moment (day), DOSSIER_PRECISION_DAY, style);
}

static void
update_play_button (DossierMapTimeBar *self)
{
  const char *label = self->tick_id != 0 ? _ ("Stop Time") : _ ("Let Time Run");

  gtk_button_set_icon_name (GTK_BUTTON (self->play_button), self->tick_id != 0 ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (self->play_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
stop (DossierMapTimeBar *self)
{
  if (self->tick_id == 0)
    return;

  gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  update_play_button (self);
}

/* Shows what the view says. */
static void
update (DossierMapTimeBar *self)
{
  gint64 begin, end;
  gboolean brushed;
  gboolean as_of;
  g_autofree char *date = NULL;
  g_autofree char *short_date = NULL;
  g_autofree char *iso = NULL;
  g_autofree char *text = NULL;
  g_autofree char *short_text = NULL;

  if (self->view == NULL)
    return;

  self->is_updating = TRUE;
  as_of = dossier_view_get_as_of (self->view, &begin);
  if (as_of)
    self->day = dossier_calendar_from_seconds (begin, &(int){ 0 });
  brushed = dossier_view_get_brush (self->view, &begin, &end);

  iso = dossier_calendar_to_iso (get_moment (self->day), FALSE);
  date = dup_day (self->day, DOSSIER_DATE_STYLE_LONG);
  /* Translators: the day that the map shows, such as: As of 29 March 2024 */
  text = g_strdup_printf (_ ("As of %s"), date);
  short_date = dup_day (self->day, DOSSIER_DATE_STYLE_SHORT);
  short_text = g_strdup_printf (_ ("As of %s"), short_date);
  gtk_label_set_text (GTK_LABEL (self->as_of_label), short_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->as_of_button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->date_entry), iso);

  gtk_widget_set_visible (self->span_button, brushed);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (as_of ? self->as_of_button : (brushed ? self->span_button : self->whole_button)), TRUE);
  gtk_widget_set_visible (self->scale, as_of);
  gtk_widget_set_visible (self->date_button, as_of);
  gtk_adjustment_configure (self->adjustment,
                            (double) self->day,
                            (double) MIN (self->first_day, self->day),
                            (double) MAX (self->last_day, self->day),
                            1,
                            30,
                            0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, date, -1);
  if (!as_of)
    stop (self);
  self->is_updating = FALSE;
}

static void
choose_day (DossierMapTimeBar *self, gint64 day)
{
  self->day = day;
  dossier_view_set_as_of (self->view, get_moment (day));
}

/* One of the three was pressed in, or let out as another was. */
static void
toggled_cb (DossierMapTimeBar *self, GtkToggleButton *button)
{
  if (self->is_updating || self->view == NULL || !gtk_toggle_button_get_active (button))
    return;

  if (GTK_WIDGET (button) == self->as_of_button)
    {
      choose_day (self, self->day);
      return;
    }

  if (GTK_WIDGET (button) == self->whole_button)
    dossier_view_unset_brush (self->view);
  dossier_view_unset_as_of (self->view);
  update (self);
}

static void
value_changed_cb (DossierMapTimeBar *self)
{
  if (self->is_updating || self->view == NULL)
    return;

  stop (self);
  choose_day (self, (gint64) gtk_adjustment_get_value (self->adjustment));
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  DossierMapTimeBar *self = DOSSIER_MAP_TIME_BAR (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = (double) (now - self->tick_time) / G_USEC_PER_SEC;
  guint speed = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->speed));

  self->tick_time = now;
  self->played += seconds * speeds[MIN (speed, G_N_ELEMENTS (speeds) - 1)];
  if (self->played >= (double) self->last_day)
    {
      self->tick_id = 0;
      choose_day (self, self->last_day);
      update_play_button (self);
      return G_SOURCE_REMOVE;
    }

  if ((gint64) self->played != self->day)
    choose_day (self, (gint64) self->played);

  return G_SOURCE_CONTINUE;
}

static void
play_cb (DossierMapTimeBar *self)
{
  dossier_map_time_bar_set_playing (self, self->tick_id == 0);
}

/* A day as EDTF has it; of a longer date its first day. */
static void
date_activated_cb (DossierMapTimeBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->date_entry));
  g_autoptr (GError) error = NULL;
  DossierSpan span;
  int second;

  if (!dossier_date_read_span (text, strlen (text), &span, &error) || span.start_earliest == DOSSIER_TIME_MIN)
    {
      gtk_widget_add_css_class (self->date_entry, "error");
      gtk_widget_set_tooltip_text (self->date_entry, error != NULL ? error->message : _ ("This has no first day."));
      return;
    }

  stop (self);
  choose_day (self, dossier_calendar_from_seconds (span.start_earliest, &second));
}

static void
date_changed_cb (DossierMapTimeBar *self)
{
  gtk_widget_remove_css_class (self->date_entry, "error");
  gtk_widget_set_tooltip_text (self->date_entry, NULL);
}

static void
dossier_map_time_bar_dispose (GObject *object)
{
  DossierMapTimeBar *self = DOSSIER_MAP_TIME_BAR (object);
  GtkWidget *child;

  stop (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (dossier_map_time_bar_parent_class)->dispose (object);
}

static void
dossier_map_time_bar_class_init (DossierMapTimeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_map_time_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/dossier/ui/dossier-map-time-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DossierMapTimeBar, as_of_button);
  gtk_widget_class_bind_template_child (widget_class, DossierMapTimeBar, as_of_label);
  gtk_widget_class_bind_template_child (widget_class, DossierMapTimeBar, span_button);
  gtk_widget_class_bind_template_child (widget_class, DossierMapTimeBar, whole_button);
  gtk_widget_class_bind_template_child (widget_class, DossierMapTimeBar, play_button);
  gtk_widget_class_bind_template_child (widget_class, DossierMapTimeBar, scale);
  gtk_widget_class_bind_template_child (widget_class, DossierMapTimeBar, adjustment);
  gtk_widget_class_bind_template_child (widget_class, DossierMapTimeBar, date_button);
  gtk_widget_class_bind_template_child (widget_class, DossierMapTimeBar, date_entry);
  gtk_widget_class_bind_template_child (widget_class, DossierMapTimeBar, speed);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, play_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
  gtk_widget_class_set_css_name (widget_class, "time-bar");
}

static void
dossier_map_time_bar_init (DossierMapTimeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), dossier_wrap_layout_new (6));
  dossier_compat_name_dropdown (self->speed, _ ("How fast time runs"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->speed), 1);
  update_play_button (self);
}

/**
 * dossier_map_time_bar_set_view:
 * @self: a time bar
 * @view: (nullable): the state of the window that it shows and changes, or %NULL for none
 *
 * A dossier without any date has no time to choose: the bar is not visible then.
 */
void
dossier_map_time_bar_set_view (DossierMapTimeBar *self, DossierView *view)
{
  gint64 begin, end;
  int second;

  g_return_if_fail (DOSSIER_IS_MAP_TIME_BAR (self));

  if (self->view == view)
    return;

  stop (self);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_set_object (&self->view, view);
  self->has_period = view != NULL && dossier_map_period_read (dossier_view_get_document (view), &begin, &end);
  gtk_widget_set_visible (GTK_WIDGET (self), self->has_period);
  if (!self->has_period)
    return;

  self->first_day = dossier_calendar_from_seconds (begin, &second);
  self->last_day = dossier_calendar_from_seconds (end, &second);
  self->day = self->last_day;
  g_signal_connect_object (view, "brush-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "as-of-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * dossier_map_time_bar_set_playing:
 * @self: a time bar with a view
 * @playing: whether time runs
 *
 * Lets time run from the day that is looked at, or from the first where none is, or the last; or stops it.
 */
void
dossier_map_time_bar_set_playing (DossierMapTimeBar *self, gboolean playing)
{
  g_return_if_fail (DOSSIER_IS_MAP_TIME_BAR (self));

  if (!playing)
    {
      stop (self);
      return;
    }
  if (self->tick_id != 0 || !self->has_period)
    return;

  if (!dossier_view_get_as_of (self->view, NULL) || self->day >= self->last_day)
    choose_day (self, self->first_day);
  self->played = (double) self->day;
  self->tick_time = g_get_monotonic_time ();
  self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  update_play_button (self);
}

/**
 * dossier_map_time_bar_is_playing:
 * @self: a time bar
 *
 * Returns: whether time runs
 */
gboolean
dossier_map_time_bar_is_playing (DossierMapTimeBar *self)
{
  g_return_val_if_fail (DOSSIER_IS_MAP_TIME_BAR (self), FALSE);

  return self->tick_id != 0;
}
