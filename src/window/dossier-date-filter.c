/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-date-filter.h"

#include "model/dossier-date-text.h"
#include "model/dossier-range-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Who still types is not told of an error: "31 Ju" is on its way to a date. */
#define ERROR_DELAY_MS 800

struct _DossierDateFilter
{
  GtkWidget parent_instance;

  GtkWidget *entry;
  GtkWidget *clear;
  GtkWidget *understood; /* how the dates are understood, or what is wrong with them */

  DossierFilter *filter;
  gboolean is_good; /* whether @first and @last are what is typed */
  gint64 first;
  gint64 last;
  guint error_id;

  /* What events are filtered by, as it was last shown. */
  gboolean has_dates;
  gint64 begin;
  gint64 end;
};

G_DEFINE_FINAL_TYPE (DossierDateFilter, dossier_date_filter, GTK_TYPE_WIDGET)

static const char *
get_text (DossierDateFilter *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  return text + strspn (text, " ");
}

static void
tell (DossierDateFilter *self, const char *text, gboolean is_wrong)
{
  gtk_label_set_text (GTK_LABEL (self->understood), text);
  gtk_widget_set_visible (self->understood, text[0] != '\0');
  if (is_wrong)
    {
      gtk_widget_add_css_class (self->entry, "error");
      gtk_widget_add_css_class (self->understood, "error");
      gtk_widget_remove_css_class (self->understood, "dim");
    }
  else
    {
      gtk_widget_remove_css_class (self->entry, "error");
      gtk_widget_remove_css_class (self->understood, "error");
      gtk_widget_add_css_class (self->understood, "dim");
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Whether events are filtered by what is typed. */
static gboolean
is_applied (DossierDateFilter *self)
{
  gint64 begin, end;

  return self->is_good && dossier_filter_get_dates (self->filter, &begin, &end) && begin == self->first && end == self->last;
}

/* Reads what is typed. Returns: (transfer full) (nullable): what is wrong with it, %NULL for nothing */
static char *
read_text (DossierDateFilter *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *edtf = NULL;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  self->is_good = FALSE;
  if (get_text (self)[0] == '\0')
    {
      tell (self, "", FALSE);
      return NULL;
    }

  edtf = dossier_range_to_edtf (get_text (self), &error);
  self->is_good = edtf != NULL && dossier_range_read (edtf, &self->first, &self->last, &error);
  if (!self->is_good)
    return g_strdup (error->message);

  words = dossier_edtf_to_text (edtf, DOSSIER_DATE_STYLE_LONG);
  /* Translators: how dates that are typed are understood, while they are not filtered by yet */
  text = is_applied (self) ? g_steal_pointer (&words) : g_strdup_printf (_ ("%s: press Enter to filter"), words);
  tell (self, text, FALSE);

  return NULL;
}

static void
update_clear (DossierDateFilter *self)
{
  gboolean has_dates = self->filter != NULL && dossier_filter_get_dates (self->filter, NULL, NULL);

  gtk_widget_set_sensitive (self->clear, has_dates || get_text (self)[0] != '\0');
}

static gboolean
error_due_cb (gpointer data)
{
  DossierDateFilter *self = data;
  g_autofree char *wrong = NULL;

  self->error_id = 0;
  wrong = read_text (self);
  if (wrong != NULL)
    tell (self, wrong, TRUE);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (DossierDateFilter *self)
{
  g_autofree char *wrong = NULL;

  g_clear_handle_id (&self->error_id, g_source_remove);
  if (self->filter == NULL)
    return;

  wrong = read_text (self);
  if (wrong != NULL)
    {
      tell (self, "", FALSE);
      self->error_id = g_timeout_add (ERROR_DELAY_MS, error_due_cb, self);
    }
  update_clear (self);
}

static void
activate_cb (DossierDateFilter *self)
{
  g_autofree char *wrong = NULL;

  g_clear_handle_id (&self->error_id, g_source_remove);
  if (self->filter == NULL)
    return;

  wrong = read_text (self);
  if (wrong != NULL)
    {
      tell (self, wrong, TRUE);
      gtk_widget_error_bell (self->entry);
    }
  else if (self->is_good)
    dossier_filter_set_dates (self->filter, self->first, self->last);
  else
    dossier_filter_unset_dates (self->filter);
}

/* What is filtered by stands in the entry. What is being typed stays, unless the dates themselves were changed. */
static void
show_filter (DossierDateFilter *self)
{
  g_autofree char *text = NULL;
  gint64 begin, end;

  if (self->filter != NULL && dossier_filter_get_dates (self->filter, &begin, &end))
    text = dossier_range_from_times (begin, end);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  g_clear_handle_id (&self->error_id, g_source_remove);
  if (text != NULL)
    {
      g_autofree char *words = dossier_edtf_to_text (text, DOSSIER_DATE_STYLE_LONG);

      tell (self, words, FALSE);
    }
  else
    tell (self, "", FALSE);
  update_clear (self);
}

static void
filter_changed_cb (DossierDateFilter *self)
{
  gint64 begin = 0, end = 0;
  gboolean has_dates = dossier_filter_get_dates (self->filter, &begin, &end);

  if (has_dates == self->has_dates && begin == self->begin && end == self->end)
    return;

  self->has_dates = has_dates;
  self->begin = begin;
  self->end = end;
  if (is_applied (self))
    changed_cb (self);
  else
    show_filter (self);
}

static void
clear_cb (DossierDateFilter *self)
{
  if (dossier_filter_get_dates (self->filter, NULL, NULL))
    dossier_filter_unset_dates (self->filter);
  else
    show_filter (self);
  gtk_widget_grab_focus (self->entry);
}

/* Escape drops what is typed and not filtered by; then it means what it means elsewhere. */
static gboolean
key_pressed_cb (DossierDateFilter *self, guint keyval, guint keycode, GdkModifierType modifiers)
{
  if (keyval != GDK_KEY_Escape || self->filter == NULL || get_text (self)[0] == '\0' || is_applied (self))
    return GDK_EVENT_PROPAGATE;

  show_filter (self);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);

  return GDK_EVENT_STOP;
}

static void
dossier_date_filter_dispose (GObject *object)
{
  DossierDateFilter *self = DOSSIER_DATE_FILTER (object);
  GtkWidget *child;

  dossier_date_filter_set_filter (self, NULL);
  g_clear_handle_id (&self->error_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dossier_date_filter_parent_class)->dispose (object);
}

static void
dossier_date_filter_class_init (DossierDateFilterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_date_filter_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/dossier/ui/dossier-date-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, DossierDateFilter, entry);
  gtk_widget_class_bind_template_child (widget_class, DossierDateFilter, clear);
  gtk_widget_class_bind_template_child (widget_class, DossierDateFilter, understood);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_set_css_name (widget_class, "date-filter");
}

static void
dossier_date_filter_init (DossierDateFilter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dossier_date_filter_set_filter:
 * @self: the part of the filters
 * @filter: (nullable): what it filters by dates, or %NULL for nothing
 */
void
dossier_date_filter_set_filter (DossierDateFilter *self, DossierFilter *filter)
{
  g_return_if_fail (DOSSIER_IS_DATE_FILTER (self));

  if (self->filter == filter)
    return;

  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_func (self->filter, filter_changed_cb, self);
  g_set_object (&self->filter, filter);
  if (filter == NULL)
    return;

  g_signal_connect_object (filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  self->begin = self->end = 0;
  self->has_dates = dossier_filter_get_dates (filter, &self->begin, &self->end);
  show_filter (self);
}
