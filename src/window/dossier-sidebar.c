/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-sidebar.h"

#include "model/dossier-facet-list.h"
#include "window/dossier-date-filter.h"
#include "window/dossier-facet-row.h"
#include "window/dossier-hit-list.h"

#include <glib/gi18n-lib.h>

struct _DossierSidebar
{
  GtkWidget parent_instance;

  GtkWidget *entry;
  GtkWidget *stack;
  GtkWidget *dates;
  GtkWidget *filters;
  GtkWidget *hits;
  GtkWidget *only;
  GtkWidget *in_sight;

  DossierView *view;
  DossierFacetList *facets;
};

G_DEFINE_FINAL_TYPE (DossierSidebar, dossier_sidebar, GTK_TYPE_WIDGET)

/* The events that hold the words are those that the search finds, in another thread: they are shown once it has. */
static void
apply_words (DossierSidebar *self)
{
  gboolean only = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->only));
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const guint8 *found = dossier_hits_get_events (dossier_view_get_hits (self->view));

  if (!only || words[0] == '\0')
    dossier_filter_set_words (dossier_view_get_filter (self->view), NULL);
  else if (found != NULL && !dossier_hit_list_is_searching (DOSSIER_HIT_LIST (self->hits)))
    dossier_filter_set_found_words (dossier_view_get_filter (self->view), words, found);
}

static void
search_changed_cb (DossierSidebar *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->view == NULL)
    return;

  dossier_hit_list_search (DOSSIER_HIT_LIST (self->hits), words);
  apply_words (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), words[0] != '\0' ? "hits" : "filters");
}

static void
found_cb (DossierSidebar *self)
{
  if (self->view != NULL)
    apply_words (self);
}

static void
words_advised_cb (DossierSidebar *self, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
entry_focused_cb (DossierSidebar *self)
{
  dossier_hit_list_prepare (DOSSIER_HIT_LIST (self->hits));
}

static void
entry_left_cb (DossierSidebar *self)
{
  dossier_hit_list_rest (DOSSIER_HIT_LIST (self->hits));
}

static void
next_match_cb (DossierSidebar *self)
{
  if (self->view != NULL)
    dossier_view_step_hit (self->view, 1);
}

static void
previous_match_cb (DossierSidebar *self)
{
  if (self->view != NULL)
    dossier_view_step_hit (self->view, -1);
}

/* Enter goes on to the next hit; with Shift, which the entry itself does not know, to the one before. */
static gboolean
entry_key_cb (DossierSidebar *self, guint keyval, guint keycode, GdkModifierType modifiers)
{
  if (self->view == NULL || (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter))
    return FALSE;

  dossier_view_step_hit (self->view, (modifiers & GDK_SHIFT_MASK) != 0 ? -1 : 1);

  return TRUE;
}

static void
stop_search_cb (DossierSidebar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
only_toggled_cb (DossierSidebar *self)
{
  if (self->view != NULL)
    apply_words (self);
}

static void
in_sight_toggled_cb (DossierSidebar *self)
{
  dossier_hit_list_set_limited (DOSSIER_HIT_LIST (self->hits), gtk_check_button_get_active (GTK_CHECK_BUTTON (self->in_sight)));
}

/* Someone cleared the filter elsewhere. */
static void
filter_changed_cb (DossierSidebar *self)
{
  if (dossier_filter_get_words (dossier_view_get_filter (self->view)) == NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->only), FALSE);
}

static void
filter_activate_cb (DossierSidebar *self, guint position)
{
  g_autoptr (DossierFacetItem) item = g_list_model_get_item (G_LIST_MODEL (self->facets), position);

  if (item == NULL)
    return;

  switch (dossier_facet_item_get_item_type (item))
    {
    case DOSSIER_FACET_ITEM_VALUE:
      dossier_facet_item_toggle (item);
      break;
    case DOSSIER_FACET_ITEM_MORE:
      dossier_facet_list_expand (self->facets, dossier_facet_item_get_facet (item));
      break;
    case DOSSIER_FACET_ITEM_HEADING:
    default:
      break;
    }
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, dossier_facet_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, DossierSidebar *self)
{
  DossierFacetItem *item = gtk_list_item_get_item (list_item);

  gtk_list_item_set_activatable (list_item, dossier_facet_item_get_item_type (item) != DOSSIER_FACET_ITEM_HEADING);
  dossier_facet_row_bind (DOSSIER_FACET_ROW (gtk_list_item_get_child (list_item)), dossier_view_get_document (self->view), item);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  dossier_facet_row_unbind (DOSSIER_FACET_ROW (gtk_list_item_get_child (list_item)));
}

static void
dossier_sidebar_dispose (GObject *object)
{
  DossierSidebar *self = DOSSIER_SIDEBAR (object);
  GtkWidget *child;

  if (self->filters != NULL)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->filters), NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->facets);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (dossier_sidebar_parent_class)->dispose (object);
}

static void
dossier_sidebar_class_init (DossierSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_sidebar_dispose;

  g_type_ensure (DOSSIER_TYPE_DATE_FILTER);
  g_type_ensure (DOSSIER_TYPE_HIT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/dossier/ui/dossier-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, DossierSidebar, entry);
  gtk_widget_class_bind_template_child (widget_class, DossierSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, DossierSidebar, dates);
  gtk_widget_class_bind_template_child (widget_class, DossierSidebar, filters);
  gtk_widget_class_bind_template_child (widget_class, DossierSidebar, hits);
  gtk_widget_class_bind_template_child (widget_class, DossierSidebar, only);
  gtk_widget_class_bind_template_child (widget_class, DossierSidebar, in_sight);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_focused_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_advised_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, only_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, in_sight_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_activate_cb);
  gtk_widget_class_set_css_name (widget_class, "sidebar-panel");
}

static void
dossier_sidebar_init (DossierSidebar *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (self->hits, "found", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row_cb), self);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->filters), factory);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), NULL);
}

/**
 * dossier_sidebar_set_view:
 * @self: a sidebar
 * @view: (nullable): the state of the window that it filters and selects in, or %NULL for none
 */
void
dossier_sidebar_set_view (DossierSidebar *self, DossierView *view)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_if_fail (DOSSIER_IS_SIDEBAR (self));

  if (self->view == view)
    return;

  gtk_list_view_set_model (GTK_LIST_VIEW (self->filters), NULL);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_func (dossier_view_get_filter (self->view), filter_changed_cb, self);
  g_clear_object (&self->facets);
  g_clear_object (&self->view);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  dossier_hit_list_set_view (DOSSIER_HIT_LIST (self->hits), view);
  dossier_date_filter_set_filter (DOSSIER_DATE_FILTER (self->dates), view != NULL ? dossier_view_get_filter (view) : NULL);

  if (view == NULL)
    return;

  self->view = g_object_ref (view);
  self->facets = dossier_facet_list_new (dossier_view_get_document (view), dossier_view_get_filter (view));
  g_signal_connect_object (dossier_view_get_filter (view), "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->facets)));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->filters), GTK_SELECTION_MODEL (selection));
}

/**
 * dossier_sidebar_start_search:
 * @self: a sidebar
 *
 * Puts the cursor into the search.
 */
void
dossier_sidebar_start_search (DossierSidebar *self)
{
  g_return_if_fail (DOSSIER_IS_SIDEBAR (self));

  gtk_widget_grab_focus (self->entry);
}

/**
 * dossier_sidebar_search:
 * @self: a sidebar
 * @words: what to search for
 *
 * Puts the cursor into the search, with @words typed.
 */
void
dossier_sidebar_search (DossierSidebar *self, const char *words)
{
  g_return_if_fail (DOSSIER_IS_SIDEBAR (self) && words != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  dossier_sidebar_start_search (self);
}
