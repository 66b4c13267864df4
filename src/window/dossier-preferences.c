/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-preferences.h"

#include "window/dossier-search-provider.h"
#include "window/dossier-settings.h"

#include <glib/gi18n-lib.h>

/* In the order of the list. */
static const struct
{
  const char *value;
  const char *label;
  AdwColorScheme scheme;
} styles[] = {
  { "system", N_ ("Like the Desktop"), ADW_COLOR_SCHEME_DEFAULT },
  { "light", N_ ("Light"), ADW_COLOR_SCHEME_FORCE_LIGHT },
  { "dark", N_ ("Dark"), ADW_COLOR_SCHEME_FORCE_DARK },
};

static gboolean
style_to_position (GValue *value, GVariant *variant, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (g_variant_get_string (variant, NULL), styles[i].value))
      {
        g_value_set_uint (value, i);
        return TRUE;
      }

  return FALSE;
}

static GVariant *
position_to_style (const GValue *value, const GVariantType *type, gpointer data)
{
  guint position = g_value_get_uint (value);

  return position < G_N_ELEMENTS (styles) ? g_variant_new_string (styles[position].value) : NULL;
}

static GtkWidget *
make_style_row (GSettings *settings)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_string_list_append (labels, _ (styles[i].label));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("_Style"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  g_settings_bind_with_mapping (settings, DOSSIER_SETTING_STYLE, row, "selected", G_SETTINGS_BIND_DEFAULT, style_to_position, position_to_style, NULL, NULL);

  return row;
}

static GtkWidget *
make_switch_row (GSettings *settings, const char *key, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_RELATION_LABELLED_BY, row, NULL, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_settings_bind (settings, key, toggle, "active", G_SETTINGS_BIND_DEFAULT);

  return row;
}

static GtkWidget *
make_group (const char *title, GtkWidget *row, GtkWidget *other_row)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  if (other_row != NULL)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), other_row);

  return group;
}

/* What was remembered for the search goes with the wish. */
static void
search_cb (GSettings *settings, const char *key)
{
  if (!g_settings_get_boolean (settings, key))
    dossier_search_provider_remember (NULL, NULL);
}

/**
 * dossier_preferences_show:
 * @parent: the window that asks
 *
 * Shows the preferences. Without settings there are none, and the action that asks for them is not there either.
 * (AdwPreferencesDialog came with libadwaita 1.5.)
 */
void
dossier_preferences_show (GtkWindow *parent)
{
  GSettings *settings = dossier_settings_get ();
  GtkWidget *window, *page;

  g_return_if_fail (settings != NULL);

  window = adw_preferences_window_new ();
  gtk_window_set_title (GTK_WINDOW (window), _ ("Preferences"));
  page = adw_preferences_page_new ();
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page),
                            ADW_PREFERENCES_GROUP (make_group (_ ("Appearance"), make_style_row (settings), NULL)));
  adw_preferences_page_add (
      ADW_PREFERENCES_PAGE (page),
      ADW_PREFERENCES_GROUP (make_group (_ ("What Is Remembered"),
                                         make_switch_row (settings,
                                                          DOSSIER_SETTING_RESTORE_SESSION,
                                                          _ ("_Open What Was Open Last"),
                                                          _ ("When the program is started without a file")),
                                         make_switch_row (settings,
                                                          DOSSIER_SETTING_SEARCH_PROVIDER,
                                                          _ ("Desktop _Search"),
                                                          _ ("The desktop finds the events and actors of the last dossiers. Their titles are kept on this computer for it.")))));
  g_signal_connect_object (settings, "changed::" DOSSIER_SETTING_SEARCH_PROVIDER, G_CALLBACK (search_cb), window, 0);

  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 420);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
}

static void
style_cb (GSettings *settings)
{
  g_autofree char *style = g_settings_get_string (settings, DOSSIER_SETTING_STYLE);

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (style, styles[i].value))
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), styles[i].scheme);
}

/**
 * dossier_preferences_apply_style:
 *
 * Has the program look as the user wants it, now and whenever that is changed.
 */
void
dossier_preferences_apply_style (void)
{
  GSettings *settings = dossier_settings_get ();

  if (settings == NULL)
    return;

  g_signal_connect (settings, "changed::" DOSSIER_SETTING_STYLE, G_CALLBACK (style_cb), NULL);
  style_cb (settings);
}
