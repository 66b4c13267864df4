/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-start-panel.h"

struct _DossierStartPanel
{
  GtkWidget parent_instance;

  GtkStack *stack;
  DossierSidebar *sidebar;
  DossierScenesPanel *scenes;
};

G_DEFINE_FINAL_TYPE (DossierStartPanel, dossier_start_panel, GTK_TYPE_WIDGET)

static void
dossier_start_panel_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dossier_start_panel_parent_class)->dispose (object);
}

static void
dossier_start_panel_class_init (DossierStartPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_start_panel_dispose;

  g_type_ensure (DOSSIER_TYPE_SCENES_PANEL);
  g_type_ensure (DOSSIER_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/dossier/ui/dossier-start-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, DossierStartPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, DossierStartPanel, sidebar);
  gtk_widget_class_bind_template_child (widget_class, DossierStartPanel, scenes);
  gtk_widget_class_set_css_name (widget_class, "start-panel");
}

static void
dossier_start_panel_init (DossierStartPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dossier_start_panel_get_sidebar:
 * @self: a panel
 *
 * Returns: (transfer none): its filters and search
 */
DossierSidebar *
dossier_start_panel_get_sidebar (DossierStartPanel *self)
{
  g_return_val_if_fail (DOSSIER_IS_START_PANEL (self), NULL);

  return self->sidebar;
}

/**
 * dossier_start_panel_get_scenes:
 * @self: a panel
 *
 * Returns: (transfer none): its stories
 */
DossierScenesPanel *
dossier_start_panel_get_scenes (DossierStartPanel *self)
{
  g_return_val_if_fail (DOSSIER_IS_START_PANEL (self), NULL);

  return self->scenes;
}

/**
 * dossier_start_panel_show_page:
 * @self: a panel
 * @page: "filters" or "scenes"
 */
void
dossier_start_panel_show_page (DossierStartPanel *self, const char *page)
{
  g_return_if_fail (DOSSIER_IS_START_PANEL (self));

  gtk_stack_set_visible_child_name (self->stack, page);
}

/**
 * dossier_start_panel_get_page:
 * @self: a panel
 *
 * Returns: (transfer none): "filters" or "scenes", which of them is seen
 */
const char *
dossier_start_panel_get_page (DossierStartPanel *self)
{
  g_return_val_if_fail (DOSSIER_IS_START_PANEL (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}
