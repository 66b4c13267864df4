/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-compat.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  DossierCompatFileFunc callback;
  gpointer data;
} Choice;

static void
response_cb (GtkNativeDialog *dialog, int response, Choice *choice)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  choice->callback (file, choice->data);
  g_free (choice);
  g_object_unref (dialog);
}

/**
 * dossier_compat_choose_file:
 * @parent: the window that asks
 * @title: what is asked for
 * @callback: called once with the answer
 * @data: for @callback
 *
 * Lets the user choose a dossier to open. (GtkFileDialog came with GTK 4.10.)
 */
void
dossier_compat_choose_file (GtkWindow *parent, const char *title, DossierCompatFileFunc callback, gpointer data)
{
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr (GtkFileFilter) dossiers = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  Choice *choice = g_new (Choice, 1);

  gtk_file_filter_set_name (dossiers, _ ("Dossiers"));
  gtk_file_filter_add_suffix (dossiers, "dossier");
  gtk_file_filter_add_suffix (dossiers, "dossierl");
  gtk_file_filter_add_suffix (dossiers, "json");
  gtk_file_filter_add_suffix (dossiers, "jsonl");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), dossiers);
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);

  *choice = (Choice){ callback, data };
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * dossier_compat_choose_export:
 * @parent: the window that asks
 * @title: what is asked for
 * @name: (nullable): the name that is proposed for the file, %NULL to ask for a folder
 * @callback: called once with the answer
 * @data: for @callback
 *
 * Lets the user choose where something goes. (GtkFileDialog came with GTK 4.10.)
 */
void
dossier_compat_choose_export (GtkWindow *parent, const char *title, const char *name, DossierCompatFileFunc callback, gpointer data)
{
  GtkFileChooserAction action = name != NULL ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER;
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);
  Choice *choice = g_new (Choice, 1);

  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);

  *choice = (Choice){ callback, data };
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
free_uri (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
follow_cb (AdwMessageDialog *dialog, const char *response, const char *uri)
{
  if (g_strcmp0 (response, "open") == 0)
    gtk_show_uri (gtk_window_get_transient_for (GTK_WINDOW (dialog)), uri, GDK_CURRENT_TIME);
}

/**
 * dossier_compat_show_uri:
 * @parent: the window that asks
 * @uri: an address that was found to be harmless
 * @host: where it leads
 *
 * Shows the user where @uri leads, and if they want to, opens it in their browser. In a sandbox that goes through the
 * portal. (GtkUriLauncher came with GTK 4.10, AdwAlertDialog with libadwaita 1.5.)
 */
void
dossier_compat_show_uri (GtkWindow *parent, const char *uri, const char *host)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, _ ("Open This Page in the Browser?"), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *where = gtk_label_new (host);
  GtkWidget *address = gtk_label_new (uri);
  GtkWidget *origin = gtk_label_new (_ ("The address stands in the dossier."));

  gtk_widget_add_css_class (where, "title-2");
  gtk_label_set_wrap (GTK_LABEL (where), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (where), PANGO_WRAP_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (where), 30);
  gtk_label_set_wrap (GTK_LABEL (address), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (address), PANGO_WRAP_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (address), 50);
  gtk_label_set_lines (GTK_LABEL (address), 6);
  gtk_label_set_ellipsize (GTK_LABEL (address), PANGO_ELLIPSIZE_END);
  gtk_label_set_justify (GTK_LABEL (address), GTK_JUSTIFY_CENTER);
  gtk_label_set_selectable (GTK_LABEL (address), TRUE);
  gtk_widget_set_focusable (address, FALSE);
  gtk_widget_add_css_class (address, "monospace");
  gtk_widget_add_css_class (address, "caption");
  gtk_widget_add_css_class (origin, "dim");
  gtk_widget_add_css_class (origin, "caption");
  gtk_box_append (GTK_BOX (box), where);
  gtk_box_append (GTK_BOX (box), address);
  gtk_box_append (GTK_BOX (box), origin);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "open", _ ("_Open"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (follow_cb), g_strdup (uri), free_uri, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * dossier_compat_show_about:
 * @parent: the window that asks
 *
 * Says what the program is, and whose words the dossier that comes with it rests on.
 * (AdwAboutDialog came with libadwaita 1.5.)
 */
void
dossier_compat_show_about (GtkWindow *parent)
{
  static const char *const authors[] = { "Mats Engman", "Niklas Swanström", "Julia Rösgren", NULL };
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about,
                "transient-for",
                parent,
                "modal",
                TRUE,
                "application-icon",
                APPLICATION_ID,
                "application-name",
                _ ("Dossier"),
                "developer-name",
                _ ("The Dossier contributors"),
                "version",
                PACKAGE_VERSION,
                "website",
                "https://dossier-app.github.io/",
                "issue-url",
                "https://github.com/dossier-app/dossier/issues",
                "license-type",
                GTK_LICENSE_GPL_3_0,
                "comments",
                _ ("Explore, weigh and present what is known of a subject: its events, actors, ties and the words that bear them out."),
                "translator-credits",
                _ ("translator-credits"),
                NULL);
  adw_about_window_add_credit_section (ADW_ABOUT_WINDOW (about), _ ("The bundled dossier rests on an article by"), (const char **) authors);
  adw_about_window_add_legal_section (ADW_ABOUT_WINDOW (about),
                                      _ ("The Bundled Dossier"),
                                      NULL,
                                      GTK_LICENSE_CUSTOM,
                                      _ ("It encodes the article “Russia-DPRK relations: long-term or ad-hoc?”, which is not part of the program and belongs to its authors. Of its words the dossier holds short quotes alone, each with its place, as evidence of what it states."));
  gtk_window_present (GTK_WINDOW (about));
}

/**
 * dossier_compat_name_dropdown:
 * @widget: an #AdwSplitButton or a #GtkDropDown
 * @name: in the user's language
 *
 * Names the button inside of @widget that opens a menu or a list, for assistive technology. (GTK 4.8 and
 * libadwaita 1.2 leave it without a name, and then say that of its class.)
 */
void
dossier_compat_name_dropdown (GtkWidget *widget, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_MENU_BUTTON (child) || GTK_IS_TOGGLE_BUTTON (child))
      {
        gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
        if (GTK_IS_MENU_BUTTON (child))
          dossier_compat_name_dropdown (child, name);
      }
}

static void
name_items (GtkWidget *widget)
{
  /* The type is GTK's own, but its properties can be read. */
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    {
      g_autofree char *text = NULL;
      g_auto (GStrv) parts = NULL;
      g_autofree char *name = NULL;

      g_object_get (widget, "text", &text, NULL);
      parts = g_strsplit (text != NULL ? text : "", "_", -1);
      name = g_strjoinv ("", parts);
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    name_items (child);
}

/**
 * dossier_compat_name_menus:
 * @widget: a widget with menu buttons in it
 *
 * Has assistive technology hear the items of the menus by what is written on them, as often as one is opened. (Those of GTK
 * 4.18 refer to a label that it does not show.)
 */
void
dossier_compat_name_menus (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget)) != NULL)
    g_signal_connect (gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget)), "map", G_CALLBACK (name_items), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    dossier_compat_name_menus (child);
}

/**
 * dossier_compat_hush_tooltip:
 * @button: a button with a tooltip
 * @popover: what it opens
 *
 * Has @button say what it opens only while that is closed. (GTK lays the tooltip over the rows of what is open.)
 */
void
dossier_compat_hush_tooltip (GtkWidget *button, GtkWidget *popover)
{
  g_object_bind_property (popover, "visible", button, "has-tooltip", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
}

/**
 * dossier_compat_hush_tooltips:
 * @widget: a widget with menu buttons in it
 *
 * Does dossier_compat_hush_tooltip() for each of them that has one.
 */
void
dossier_compat_hush_tooltips (GtkWidget *widget)
{
  GtkPopover *popover = GTK_IS_MENU_BUTTON (widget) ? gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget)) : NULL;

  if (popover != NULL && gtk_widget_get_has_tooltip (widget))
    dossier_compat_hush_tooltip (widget, GTK_WIDGET (popover));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    dossier_compat_hush_tooltips (child);
}

static void
empty_menu (GMenuModel *model)
{
  for (int i = 0; i < g_menu_model_get_n_items (model); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (model, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) submenu = g_menu_model_get_item_link (model, i, G_MENU_LINK_SUBMENU);

      if (section != NULL)
        empty_menu (section);
      if (submenu != NULL)
        empty_menu (submenu);
    }
  if (G_IS_MENU (model))
    g_menu_remove_all (G_MENU (model));
}

/**
 * dossier_compat_empty_menus:
 * @widget: a widget that is about to go, with everything in it
 *
 * Takes all items out of the menus in @widget. (GTK 4.8 never lets go of a section of a menu once a popover was made of it:
 * then at least nothing is left in it.)
 */
void
dossier_compat_empty_menus (GtkWidget *widget)
{
  g_autoptr (GMenuModel) model = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    dossier_compat_empty_menus (child);

  if (GTK_IS_MENU_BUTTON (widget))
    g_set_object (&model, gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget)));
  else if (GTK_IS_POPOVER_MENU (widget))
    g_set_object (&model, gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (widget)));
  if (model != NULL)
    empty_menu (model);
}

static void
closed_cb (GtkWidget *popover)
{
  GtkWidget *button = gtk_widget_get_ancestor (popover, GTK_TYPE_MENU_BUTTON);
  GtkWidget *focus = button != NULL ? gtk_root_get_focus (gtk_widget_get_root (button)) : NULL;

  if (button != NULL && (focus == NULL || !gtk_widget_get_mapped (focus) || gtk_widget_is_ancestor (focus, popover)))
    gtk_widget_grab_focus (button);
}

/**
 * dossier_compat_keep_keys:
 * @widget: a widget, with everything in it
 *
 * Gives the keyboard to a menu button in @widget when its menu is closed and nothing else has it. (GTK 4.8 leaves it to an
 * item of a submenu that was closed by Escape, where nobody hears it any more.)
 */
void
dossier_compat_keep_keys (GtkWidget *widget)
{
  GtkPopover *popover = GTK_IS_MENU_BUTTON (widget) ? gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget)) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    dossier_compat_keep_keys (child);

  if (popover != NULL)
    g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
}

/**
 * dossier_compat_hold_icons:
 * @widget: a widget in sight that is about to go, with everything in it
 *
 * Keeps the icons in @widget, of which a program has some dozens, for as long as the program runs. (GTK 4.8 loads an icon in a
 * thread, and if that is the last to let go of it, looking the same icon up meanwhile ends the program.)
 */
void
dossier_compat_hold_icons (GtkWidget *widget)
{
  static GHashTable *held;
  g_autoptr (GIcon) icon = NULL;
  int size;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    dossier_compat_hold_icons (child);

  if (!GTK_IS_IMAGE (widget) || !gtk_widget_get_mapped (widget))
    return;

  if (gtk_image_get_storage_type (GTK_IMAGE (widget)) == GTK_IMAGE_ICON_NAME)
    icon = g_themed_icon_new (gtk_image_get_icon_name (GTK_IMAGE (widget)));
  else if (gtk_image_get_storage_type (GTK_IMAGE (widget)) == GTK_IMAGE_GICON)
    g_set_object (&icon, gtk_image_get_gicon (GTK_IMAGE (widget)));
  if (icon == NULL)
    return;

  if (held == NULL)
    held = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  size = gtk_image_get_pixel_size (GTK_IMAGE (widget));
  if (size < 0)
    size = gtk_image_get_icon_size (GTK_IMAGE (widget)) == GTK_ICON_SIZE_LARGE ? 32 : 16;
  /* All that GTK asks for is the same, or it would be another icon. */
  g_hash_table_add (held,
                    gtk_icon_theme_lookup_by_gicon (gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)),
                                                    icon,
                                                    size,
                                                    gtk_widget_get_scale_factor (widget),
                                                    gtk_widget_get_direction (widget),
                                                    GTK_ICON_LOOKUP_PRELOAD));
}

/**
 * dossier_compat_announce:
 * @widget: the widget that has something to say
 * @message: in the user's language
 *
 * Has a screen reader say @message. (gtk_accessible_announce() came with GTK 4.14; before that a reader hears
 * the change of the widget's description.)
 */
void
dossier_compat_announce (GtkWidget *widget, const char *message)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
}
