/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-notice-bar.h"

struct _DossierNoticeBar
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *message;
  GtkButton *offer;
};

G_DEFINE_FINAL_TYPE (DossierNoticeBar, dossier_notice_bar, GTK_TYPE_WIDGET)

static void
dossier_notice_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dossier_notice_bar_parent_class)->dispose (object);
}

static void
dossier_notice_bar_class_init (DossierNoticeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_notice_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/dossier/ui/dossier-notice-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DossierNoticeBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, DossierNoticeBar, message);
  gtk_widget_class_bind_template_child (widget_class, DossierNoticeBar, offer);
  gtk_widget_class_bind_template_callback (widget_class, dossier_notice_bar_hide);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
dossier_notice_bar_init (DossierNoticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dossier_notice_bar_show:
 * @self: a bar
 * @message: what is the matter
 * @action: (nullable): the detailed name of an action that helps
 * @label: (nullable): what it is called, with an underscore before its mnemonic
 *
 * Shows the bar, or what it says now.
 */
void
dossier_notice_bar_show (DossierNoticeBar *self, const char *message, const char *action, const char *label)
{
  g_return_if_fail (DOSSIER_IS_NOTICE_BAR (self));

  gtk_label_set_text (self->message, message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, message, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->offer), action != NULL);
  if (action != NULL)
    {
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->offer), action);
      gtk_button_set_label (self->offer, label);
    }
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

/**
 * dossier_notice_bar_hide:
 * @self: a bar
 *
 * Puts it away.
 */
void
dossier_notice_bar_hide (DossierNoticeBar *self)
{
  g_return_if_fail (DOSSIER_IS_NOTICE_BAR (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}
