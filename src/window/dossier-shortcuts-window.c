/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-shortcuts-window.h"

#include <glib/gi18n-lib.h>

struct _DossierShortcutsWindow
{
  AdwWindow parent_instance;

  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (DossierShortcutsWindow, dossier_shortcuts_window, ADW_TYPE_WINDOW)

static void
append_key (GtkWidget *box, const char *text)
{
  GtkWidget *key = gtk_label_new (text);

  gtk_widget_add_css_class (key, "key");
  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), key);
}

static GtkWidget *
make_row (const DossierShortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *keys = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));

  if (shortcut->gesture != NULL)
    append_key (keys, _ (shortcut->gesture));
  for (gsize i = 0; i < G_N_ELEMENTS (shortcut->accels) && shortcut->accels[i] != NULL; i++)
    {
      g_autofree char *label = NULL;
      GdkModifierType modifiers;
      guint keyval;

      /* The keypad's and the unshifted keys do the same as the first, and would only confuse. */
      if (shortcut->action != NULL && i > 0)
        break;
      if (!gtk_accelerator_parse (shortcut->accels[i], &keyval, &modifiers))
        continue;
      label = gtk_accelerator_get_label (keyval, modifiers);
      append_key (keys, label);
    }

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), keys);

  return row;
}

static void
dossier_shortcuts_window_class_init (DossierShortcutsWindowClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dossier_shortcuts_window_init (DossierShortcutsWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->page), TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->page));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Keyboard Shortcuts"));
  gtk_window_set_default_size (GTK_WINDOW (self), 600, 720);
}

/**
 * dossier_shortcuts_window_new:
 * @parent: the window that it belongs to
 *
 * Returns: (transfer none): the window, with all keys; GTK owns it until it is closed
 */
GtkWidget *
dossier_shortcuts_window_new (GtkWindow *parent)
{
  int n_groups;
  const DossierShortcutGroup *groups = dossier_actions_get_shortcuts (&n_groups);

  return dossier_shortcuts_window_new_for_groups (parent, groups, n_groups);
}

/**
 * dossier_shortcuts_window_new_for_groups:
 * @parent: the window that it belongs to
 * @groups: (array length=n_groups): the keys that it lists
 * @n_groups: how many groups of them there are
 *
 * Returns: (transfer none): the window; GTK owns it until it is closed
 */
GtkWidget *
dossier_shortcuts_window_new_for_groups (GtkWindow *parent, const DossierShortcutGroup *groups, int n_groups)
{
  DossierShortcutsWindow *self = g_object_new (DOSSIER_TYPE_SHORTCUTS_WINDOW, "transient-for", parent, "modal", TRUE, "destroy-with-parent", TRUE, NULL);

  for (int i = 0; i < n_groups; i++)
    {
      GtkWidget *group = adw_preferences_group_new ();

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (groups[i].title));
      for (int j = 0; j < groups[i].n_shortcuts; j++)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (&groups[i].shortcuts[j]));
      adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
    }

  return GTK_WIDGET (self);
}
