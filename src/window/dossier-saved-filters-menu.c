/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-saved-filters-menu.h"

#include "model/dossier-saved-filters.h"
#include "widgets/dossier-compat.h"

#include <glib/gi18n-lib.h>

#define MOST_LIST_HEIGHT 300

struct _DossierSavedFiltersMenu
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *list;
  GtkWidget *entry;
  GtkWidget *save;
  GtkWidget *save_box;

  DossierFilter *filter;
  DossierSavedFilters *saved; /* NULL if they could not be read, or for none */
};

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierSavedFiltersMenu, dossier_saved_filters_menu, GTK_TYPE_WIDGET)

static void
fail (DossierSavedFiltersMenu *self, const char *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

static int
get_index (GtkWidget *button)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "index"));
}

static void
choose_cb (DossierSavedFiltersMenu *self, GtkWidget *button)
{
  int n_missing = dossier_saved_filters_apply (self->saved, get_index (button), self->filter);

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  if (n_missing > 0)
    {
      g_autofree char *message = g_strdup_printf (ngettext ("%d value of this filter is not in the dossier any more",
                                                            "%d values of this filter are not in the dossier any more",
                                                            (gulong) n_missing),
                                                  n_missing);

      fail (self, message);
    }
}

static void
forget_cb (DossierSavedFiltersMenu *self, GtkWidget *button)
{
  g_autoptr (GError) error = NULL;

  if (!dossier_saved_filters_remove (self->saved, get_index (button), &error))
    fail (self, error->message);
}

static void
save_cb (DossierSavedFiltersMenu *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (*name == '\0' || dossier_filter_is_empty (self->filter))
    return;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (!dossier_saved_filters_save (self->saved, name, self->filter, &error))
    fail (self, error->message);
}

static void
entry_changed_cb (DossierSavedFiltersMenu *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  gboolean is_known = self->saved != NULL && dossier_saved_filters_find (self->saved, name) >= 0;

  gtk_widget_set_sensitive (self->save, *name != '\0');
  gtk_button_set_label (GTK_BUTTON (self->save), is_known ? _ ("Replace") : _ ("Save"));
}

static void
add_row (DossierSavedFiltersMenu *self, int index)
{
  const char *name = dossier_saved_filters_get_name (self->saved, index);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *choose = gtk_button_new ();
  GtkWidget *forget = gtk_button_new_from_icon_name ("user-trash-symbolic");
  GtkWidget *label = gtk_label_new (name);
  g_autofree char *words = g_strdup_printf (_ ("Forget “%s”"), name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_button_set_child (GTK_BUTTON (choose), label);
  gtk_widget_set_hexpand (choose, TRUE);
  gtk_widget_add_css_class (choose, "flat");
  gtk_widget_add_css_class (choose, "line");
  gtk_widget_add_css_class (forget, "flat");
  gtk_widget_set_tooltip_text (forget, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (forget), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data (G_OBJECT (choose), "index", GINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (forget), "index", GINT_TO_POINTER (index));
  g_signal_connect_object (choose, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (forget, "clicked", G_CALLBACK (forget_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), choose);
  gtk_box_append (GTK_BOX (row), forget);
  gtk_box_append (GTK_BOX (self->list), row);
}

static void
update (DossierSavedFiltersMenu *self)
{
  GtkWidget *child;
  int n = self->saved != NULL ? dossier_saved_filters_get_count (self->saved) : 0;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  for (int i = 0; i < n; i++)
    add_row (self, i);

  gtk_widget_set_visible (gtk_widget_get_ancestor (self->list, GTK_TYPE_SCROLLED_WINDOW), n > 0);
  gtk_widget_set_visible (self->save_box, self->saved != NULL && !dossier_filter_is_empty (self->filter));
  gtk_widget_set_visible (GTK_WIDGET (self), self->saved != NULL && (n > 0 || !dossier_filter_is_empty (self->filter)));
  entry_changed_cb (self);
}

static void
saved_changed_cb (DossierSavedFiltersMenu *self)
{
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
dossier_saved_filters_menu_dispose (GObject *object)
{
  DossierSavedFiltersMenu *self = DOSSIER_SAVED_FILTERS_MENU (object);

  g_clear_object (&self->saved);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (dossier_saved_filters_menu_parent_class)->dispose (object);
}

static void
dossier_saved_filters_menu_class_init (DossierSavedFiltersMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dossier_saved_filters_menu_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
dossier_saved_filters_menu_init (DossierSavedFiltersMenu *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *popover = gtk_popover_new ();

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_box_append (GTK_BOX (box), scroller);

  self->save_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Name of these filters"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name of these filters"), -1);
  gtk_widget_set_hexpand (self->entry, TRUE);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  self->save = gtk_button_new_with_label (_ ("Save"));
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->save_box), self->entry);
  gtk_box_append (GTK_BOX (self->save_box), self->save);
  gtk_box_append (GTK_BOX (box), self->save_box);
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _ ("Saved"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_widget_set_tooltip_text (self->button, _ ("Saved Filters"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Saved filters"), -1);
  dossier_compat_name_dropdown (self->button, _ ("Saved filters"));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "small");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * dossier_saved_filters_menu_set_filter:
 * @self: a menu
 * @filter: (nullable): the filter that is saved and chosen in, or %NULL for none
 */
void
dossier_saved_filters_menu_set_filter (DossierSavedFiltersMenu *self, DossierFilter *filter)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (DOSSIER_IS_SAVED_FILTERS_MENU (self));

  if (self->filter == filter)
    return;

  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_func (self->filter, update, self);
  g_clear_object (&self->saved);
  g_set_object (&self->filter, filter);
  if (filter == NULL)
    return;

  self->saved = dossier_saved_filters_new (dossier_filter_get_document (filter), NULL, &error);
  if (self->saved != NULL)
    g_signal_connect_object (self->saved, "changed", G_CALLBACK (saved_changed_cb), self, G_CONNECT_SWAPPED);
  else
    fail (self, error->message);
  g_signal_connect_object (filter, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * dossier_saved_filters_menu_has_any:
 * @self: a menu
 *
 * Returns: whether a filter was saved
 */
gboolean
dossier_saved_filters_menu_has_any (DossierSavedFiltersMenu *self)
{
  g_return_val_if_fail (DOSSIER_IS_SAVED_FILTERS_MENU (self), FALSE);

  return self->saved != NULL && dossier_saved_filters_get_count (self->saved) > 0;
}
