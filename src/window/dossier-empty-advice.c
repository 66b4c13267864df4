/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-empty-advice.h"

#include <glib/gi18n-lib.h>

struct _DossierEmptyAdvice
{
  GtkWidget parent_instance;

  GtkWidget *description;
  GtkWidget *drop;

  DossierFilter *filter;
  gboolean wanted;
  int test; /* that is advised to be dropped, -1 for none */
};

G_DEFINE_FINAL_TYPE (DossierEmptyAdvice, dossier_empty_advice, GTK_TYPE_WIDGET)

static void
drop_cb (DossierEmptyAdvice *self)
{
  if (self->test >= 0)
    dossier_filter_drop_test (self->filter, self->test);
}

static void
update (DossierEmptyAdvice *self)
{
  int n_events = dossier_document_get_count (dossier_filter_get_document (self->filter), DOSSIER_RECORD_EVENT);
  gboolean is_needed = self->wanted && dossier_filter_get_n_shown (self->filter) == 0 && n_events > 0;

  gtk_widget_set_visible (GTK_WIDGET (self), is_needed);
  if (!is_needed)
    return;

  self->test = dossier_filter_advise (self->filter);
  gtk_widget_set_visible (self->drop, self->test >= 0);
  if (self->test >= 0)
    {
      int n = dossier_filter_get_n_without (self->filter, self->test);
      g_autofree char *name = dossier_filter_dup_test_name (self->filter, self->test);
      g_autofree char *description = g_strdup_printf (ngettext ("No event passes all filters. Without “%s” there is %d.",
                                                                "No event passes all filters. Without “%s” there are %d.",
                                                                (gulong) n),
                                                      name,
                                                      n);
      g_autofree char *label = g_strdup_printf (_ ("Drop “%s”"), name);

      gtk_label_set_text (GTK_LABEL (self->description), description);
      gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->drop))), label);
    }
  else
    {
      gtk_label_set_text (GTK_LABEL (self->description), _ ("No event passes all filters, and dropping one of them is not enough."));
    }
}

static void
dossier_empty_advice_dispose (GObject *object)
{
  DossierEmptyAdvice *self = DOSSIER_EMPTY_ADVICE (object);
  GtkWidget *child;

  g_clear_object (&self->filter);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dossier_empty_advice_parent_class)->dispose (object);
}

static void
dossier_empty_advice_class_init (DossierEmptyAdviceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dossier_empty_advice_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "empty-advice");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
dossier_empty_advice_init (DossierEmptyAdvice *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *clear = gtk_button_new_with_label (_ ("Clear Filters"));
  GtkWidget *label = gtk_label_new (NULL);

  self->test = -1;
  self->wanted = TRUE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 12);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);

  gtk_widget_set_parent (make_label (_ ("Nothing Is Shown"), "title-3"), GTK_WIDGET (self));
  self->description = make_label (NULL, NULL);
  gtk_widget_set_parent (self->description, GTK_WIDGET (self));

  self->drop = gtk_button_new ();
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_button_set_child (GTK_BUTTON (self->drop), label);
  gtk_widget_add_css_class (self->drop, "suggested-action");
  g_signal_connect_object (self->drop, "clicked", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (clear), "win.clear-filters");
  gtk_box_append (GTK_BOX (buttons), self->drop);
  gtk_box_append (GTK_BOX (buttons), clear);
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (buttons, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * dossier_empty_advice_set_filter:
 * @self: an advice
 * @filter: (nullable): the filter that it is about, or %NULL for none
 */
void
dossier_empty_advice_set_filter (DossierEmptyAdvice *self, DossierFilter *filter)
{
  g_return_if_fail (DOSSIER_IS_EMPTY_ADVICE (self));

  if (self->filter == filter)
    return;

  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_func (self->filter, update, self);
  g_set_object (&self->filter, filter);
  if (filter == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }

  g_signal_connect_object (filter, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * dossier_empty_advice_set_wanted:
 * @self: an advice
 * @wanted: whether what it lies over shows events at all
 */
void
dossier_empty_advice_set_wanted (DossierEmptyAdvice *self, gboolean wanted)
{
  g_return_if_fail (DOSSIER_IS_EMPTY_ADVICE (self));

  self->wanted = wanted;
  if (self->filter != NULL)
    update (self);
}
