/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-table-page.h"

#include "widgets/dossier-event-table.h"
#include "widgets/dossier-tie-table.h"

#include <glib/gi18n-lib.h>

struct _DossierTablePage
{
  GtkWidget parent_instance;

  DossierEventTable *table;
  DossierTieTable *ties;
  GtkWidget *tabs;
  GtkWidget *stack;
  GtkWidget *copy_button;
  GtkWidget *count;

  DossierView *view;
};

G_DEFINE_FINAL_TYPE (DossierTablePage, dossier_table_page, GTK_TYPE_WIDGET)

static void
update_count (DossierTablePage *self)
{
  DossierFilter *filter = dossier_view_get_filter (self->view);
  int n_shown = dossier_filter_get_n_shown (filter);
  int n = dossier_document_get_count (dossier_view_get_document (self->view), DOSSIER_RECORD_EVENT);
  gboolean shows_ties = g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->tabs)), "ties") == 0;
  g_autofree char *text = NULL;

  if (shows_ties)
    {
      int n_ties = dossier_document_get_count (dossier_view_get_document (self->view), DOSSIER_RECORD_TIE);

      text = g_strdup_printf (ngettext ("%'d of %'d tie shown", "%'d of %'d ties shown", (gulong) n_ties), dossier_tie_table_get_n_shown (self->ties), n_ties);
    }
  else
    {
      text = g_strdup_printf (ngettext ("%'d of %'d event shown", "%'d of %'d events shown", (gulong) n), n_shown, n);
    }

  gtk_label_set_text (GTK_LABEL (self->count), text);
  gtk_widget_set_visible (self->copy_button, !shows_ties);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n_shown > 0 ? "table" : "none");
}

/* Another table is read, or others of its rows are shown. */
static void
tab_changed_cb (DossierTablePage *self)
{
  if (self->view != NULL)
    update_count (self);
}

static void
copied_cb (DossierTablePage *self, const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", message);
}

static void
copy_cb (DossierTablePage *self)
{
  dossier_event_table_copy (self->table);
}

static void
dossier_table_page_dispose (GObject *object)
{
  DossierTablePage *self = DOSSIER_TABLE_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (dossier_table_page_parent_class)->dispose (object);
}

static void
dossier_table_page_class_init (DossierTablePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_table_page_dispose;

  g_type_ensure (DOSSIER_TYPE_EVENT_TABLE);
  g_type_ensure (DOSSIER_TYPE_TIE_TABLE);

  gtk_widget_class_set_template_from_resource (widget_class, "/dossier/ui/dossier-table-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DossierTablePage, table);
  gtk_widget_class_bind_template_child (widget_class, DossierTablePage, stack);
  gtk_widget_class_bind_template_child (widget_class, DossierTablePage, tabs);
  gtk_widget_class_bind_template_child (widget_class, DossierTablePage, ties);
  gtk_widget_class_bind_template_child (widget_class, DossierTablePage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, DossierTablePage, count);
  gtk_widget_class_bind_template_callback (widget_class, tab_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, copied_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_set_css_name (widget_class, "table-page");
}

static void
dossier_table_page_init (DossierTablePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * dossier_table_page_set_view:
 * @self: a page
 * @view: (nullable): the state of the window that it shows, or %NULL for none
 */
void
dossier_table_page_set_view (DossierTablePage *self, DossierView *view)
{
  g_return_if_fail (DOSSIER_IS_TABLE_PAGE (self));

  if (self->view == view)
    return;

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_func (dossier_view_get_filter (self->view), update_count, self);
  g_set_object (&self->view, view);
  dossier_event_table_set_view (self->table, view);
  dossier_tie_table_set_view (self->ties, view);
  if (view == NULL)
    return;

  g_signal_connect_object (dossier_view_get_filter (view), "changed", G_CALLBACK (update_count), self, G_CONNECT_SWAPPED);
  update_count (self);
}
