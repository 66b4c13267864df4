/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-loading-bar.h"

#include <glib/gi18n-lib.h>

struct _DossierLoadingBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *words;
  GtkProgressBar *progress;

  DossierLoader *loader;
};

G_DEFINE_FINAL_TYPE (DossierLoadingBar, dossier_loading_bar, GTK_TYPE_WIDGET)

static void
update (DossierLoadingBar *self)
{
  g_autofree char *words = dossier_loading_bar_describe (self->loader);

  gtk_label_set_text (self->words, words);
  gtk_progress_bar_set_fraction (self->progress, dossier_loader_get_fraction (self->loader));
}

static void
dossier_loading_bar_dispose (GObject *object)
{
  DossierLoadingBar *self = DOSSIER_LOADING_BAR (object);
  GtkWidget *child;

  if (self->loader != NULL)
    g_signal_handlers_disconnect_by_func (self->loader, update, self);
  g_clear_object (&self->loader);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dossier_loading_bar_parent_class)->dispose (object);
}

static void
dossier_loading_bar_class_init (DossierLoadingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_loading_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/dossier/ui/dossier-loading-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DossierLoadingBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, DossierLoadingBar, words);
  gtk_widget_class_bind_template_child (widget_class, DossierLoadingBar, progress);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
dossier_loading_bar_init (DossierLoadingBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dossier_loading_bar_set_loader:
 * @self: a bar
 * @loader: (nullable): what is being read, %NULL to hide
 */
void
dossier_loading_bar_set_loader (DossierLoadingBar *self, DossierLoader *loader)
{
  g_return_if_fail (DOSSIER_IS_LOADING_BAR (self));

  if (self->loader == loader)
    return;

  if (self->loader != NULL)
    g_signal_handlers_disconnect_by_func (self->loader, update, self);
  g_set_object (&self->loader, loader);
  gtk_revealer_set_reveal_child (self->revealer, loader != NULL);
  if (loader == NULL)
    return;

  g_signal_connect_object (loader, "notify::fraction", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * dossier_loading_bar_describe:
 * @loader: what is being read
 *
 * Returns: (transfer full): how many events are read, in words; empty while there is none
 */
char *
dossier_loading_bar_describe (DossierLoader *loader)
{
  int n_events = dossier_loader_get_n_events (loader);

  if (n_events == 0)
    return g_strdup ("");

  return g_strdup_printf (ngettext ("%'d event so far", "%'d events so far", (gulong) n_events), n_events);
}
