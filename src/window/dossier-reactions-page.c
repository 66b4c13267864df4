/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-reactions-page.h"

#include "widgets/dossier-compat.h"
#include "widgets/dossier-matrix-view.h"

#include <glib/gi18n-lib.h>

struct _DossierReactionsPage
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkWidget *rows;
  GtkWidget *columns;
  DossierMatrixView *matrix;

  DossierView *view;
};

G_DEFINE_FINAL_TYPE (DossierReactionsPage, dossier_reactions_page, GTK_TYPE_WIDGET)

/* The lists are in the order of DossierMatrixOrder. */
static void
sort_cb (DossierReactionsPage *self)
{
  dossier_matrix_view_sort (self->matrix,
                            (DossierMatrixOrder) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->rows)),
                            (DossierMatrixOrder) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->columns)));
}

static void
matrix_changed_cb (DossierReactionsPage *self)
{
  gboolean is_filtered = self->view != NULL && !dossier_filter_is_empty (dossier_view_get_filter (self->view));

  gtk_stack_set_visible_child_name (self->stack,
                                    !dossier_matrix_view_is_empty (self->matrix) ? "matrix"
                                    : is_filtered                                ? "filtered"
                                                                                 : "empty");
}

static void
dossier_reactions_page_dispose (GObject *object)
{
  DossierReactionsPage *self = DOSSIER_REACTIONS_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (dossier_reactions_page_parent_class)->dispose (object);
}

static void
dossier_reactions_page_class_init (DossierReactionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_reactions_page_dispose;

  g_type_ensure (DOSSIER_TYPE_MATRIX_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class, "/dossier/ui/dossier-reactions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DossierReactionsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DossierReactionsPage, rows);
  gtk_widget_class_bind_template_child (widget_class, DossierReactionsPage, columns);
  gtk_widget_class_bind_template_child (widget_class, DossierReactionsPage, matrix);
  gtk_widget_class_bind_template_callback (widget_class, sort_cb);
  gtk_widget_class_bind_template_callback (widget_class, matrix_changed_cb);
  gtk_widget_class_set_css_name (widget_class, "reactions-page");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
dossier_reactions_page_init (DossierReactionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dossier_compat_name_dropdown (self->rows, _ ("Order of the rows"));
  dossier_compat_name_dropdown (self->columns, _ ("Order of the columns"));
}

/**
 * dossier_reactions_page_set_view:
 * @self: a page
 * @view: (nullable): the state of the window that it shows, or %NULL for none
 */
void
dossier_reactions_page_set_view (DossierReactionsPage *self, DossierView *view)
{
  g_return_if_fail (DOSSIER_IS_REACTIONS_PAGE (self));

  g_set_object (&self->view, view);
  dossier_matrix_view_set_view (self->matrix, view);
}
