/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-map-loose-button.h"

#include "widgets/dossier-compat.h"

#include <glib/gi18n-lib.h>

/* How high the list may become before it scrolls, and how wide it is at least, in pixels. */
#define LIST_HEIGHT 300
#define LIST_WIDTH  200

struct _DossierMapLooseButton
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *popover;
  GtkStringList *names;
  GArray *nodes; /* of the map, as many as there are names */
  DossierMapView *map;
};

enum
{
  PROP_0,
  PROP_MAP,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DossierMapLooseButton, dossier_map_loose_button, GTK_TYPE_WIDGET)

static void
update (DossierMapLooseButton *self)
{
  g_autofree char *text = NULL;
  int n;

  g_object_get (self->map, "n-loose", &n, NULL);
  /* Translators: how many actors of the map have no line */
  text = g_strdup_printf (ngettext ("%d without ties in sight", "%d without ties in sight", (gulong) n), n);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  dossier_compat_name_dropdown (self->button, text);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
fill_list (DossierMapLooseButton *self)
{
  g_autoptr (GArray) nodes = dossier_map_view_list_loose (self->map);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_add (names, (gpointer) dossier_map_view_get_name (self->map, g_array_index (nodes, int, i)));
  g_ptr_array_add (names, NULL);
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)), (const char *const *) names->pdata);
  g_clear_pointer (&self->nodes, g_array_unref);
  self->nodes = g_steal_pointer (&nodes);
}

static void
activate_cb (DossierMapLooseButton *self, guint position)
{
  int node = g_array_index (self->nodes, int, position);

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  dossier_map_view_choose_actor (self->map, node);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item))));
}

static void
dossier_map_loose_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DossierMapLooseButton *self = DOSSIER_MAP_LOOSE_BUTTON (object);

  if (id != PROP_MAP)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }

  g_assert (self->map == NULL);
  self->map = g_value_dup_object (value);
  if (self->map == NULL)
    return;
  g_signal_connect_object (self->map, "notify::n-loose", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
dossier_map_loose_button_dispose (GObject *object)
{
  DossierMapLooseButton *self = DOSSIER_MAP_LOOSE_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->names);
  g_clear_object (&self->map);
  g_clear_pointer (&self->nodes, g_array_unref);

  G_OBJECT_CLASS (dossier_map_loose_button_parent_class)->dispose (object);
}

static void
dossier_map_loose_button_class_init (DossierMapLooseButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = dossier_map_loose_button_set_property;
  object_class->dispose = dossier_map_loose_button_dispose;

  /**
   * DossierMapLooseButton:map:
   *
   * The map whose actors it lists.
   */
  properties[PROP_MAP] = g_param_spec_object ("map", NULL, NULL, DOSSIER_TYPE_MAP_VIEW, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
dossier_map_loose_button_init (DossierMapLooseButton *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list;

  self->names = gtk_string_list_new (NULL);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (int));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->names)))), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Actors without ties in sight"), -1);
  g_signal_connect_swapped (list, "activate", G_CALLBACK (activate_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  gtk_widget_set_size_request (scrolled, LIST_WIDTH, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);

  self->popover = gtk_popover_new ();
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_popover_set_child (GTK_POPOVER (self->popover), scrolled);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (fill_list), self);

  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (self->button), GTK_ARROW_UP);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
  gtk_widget_set_tooltip_text (self->button, _ ("List the Actors Without Ties in Sight"));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
