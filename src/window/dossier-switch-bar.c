/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-switch-bar.h"

#include "widgets/dossier-compat.h"
#include "widgets/dossier-wrap-layout.h"

#include <glib/gi18n-lib.h>

#define MOST_LIST_HEIGHT 360

struct _DossierSwitchBar
{
  GtkWidget parent_instance;

  DossierWeighing *weighing;
  GPtrArray *buttons; /* of GtkToggleButton and GtkCheckButton, owned by their parents; each has "by" and "value" */
  GtkWidget *lists[DOSSIER_N_SWITCHES]; /* GtkMenuButton, NULL where there is none */
  GtkWidget *reset;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (DossierSwitchBar, dossier_switch_bar, GTK_TYPE_WIDGET)

static DossierSwitch
get_switch (GtkWidget *button)
{
  return (DossierSwitch) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "by"));
}

static int
get_value (GtkWidget *button)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "value"));
}

static void
toggled_cb (GtkWidget *button, DossierSwitchBar *self)
{
  gboolean active;

  if (self->updating)
    return;

  g_object_get (button, "active", &active, NULL);
  dossier_weighing_set_on (self->weighing, get_switch (button), get_value (button), active);
}

static void
reset_cb (DossierSwitchBar *self)
{
  dossier_weighing_reset (self->weighing);
}

static char *
dup_list_name (DossierSwitch by)
{
  switch (by)
    {
    case DOSSIER_SWITCH_STATUS:
      return g_strdup (_ ("Statuses"));
    case DOSSIER_SWITCH_VOICE:
      return g_strdup (_ ("Voices"));
    case DOSSIER_SWITCH_SOURCE:
      return g_strdup (_ ("Sources"));
    case DOSSIER_SWITCH_HEDGE:
    case DOSSIER_N_SWITCHES:
    default:
      g_assert_not_reached ();
    }
}

static void
update_list (DossierSwitchBar *self, DossierSwitch by)
{
  g_autofree char *name = dup_list_name (by);
  g_autofree char *label = NULL;
  int n_off = 0;

  for (int value = 0; value < dossier_weighing_get_n_values (self->weighing, by); value++)
    n_off += !dossier_weighing_get_on (self->weighing, by, value);

  /* Translators: a list, and how many of it were taken off the balance: "Voices · 2 off" */
  label = n_off > 0 ? g_strdup_printf (_ ("%s · %d off"), name, n_off) : g_strdup (name);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->lists[by]), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lists[by]), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  dossier_compat_name_dropdown (self->lists[by], label);
}

static void
update (DossierSwitchBar *self)
{
  self->updating = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);

      g_object_set (button, "active", dossier_weighing_get_on (self->weighing, get_switch (button), get_value (button)), NULL);
    }
  self->updating = FALSE;

  for (int by = 0; by < DOSSIER_N_SWITCHES; by++)
    if (self->lists[by] != NULL)
      update_list (self, (DossierSwitch) by);
  gtk_widget_set_visible (self->reset, !dossier_weighing_is_whole (self->weighing));
}

static char *
dup_label (DossierSwitchBar *self, DossierSwitch by, int value)
{
  g_autofree char *title = dossier_weighing_dup_value_title (self->weighing, by, value);

  /* Translators: what can be taken off the balance, and how many statements that are: "likely 5" */
  return g_strdup_printf (C_ ("switch", "%s %d"), title, dossier_weighing_get_count (self->weighing, by, value));
}

static void
add_button (DossierSwitchBar *self, GtkWidget *button, DossierSwitch by, int value)
{
  g_object_set_data (G_OBJECT (button), "by", GINT_TO_POINTER (by));
  g_object_set_data (G_OBJECT (button), "value", GINT_TO_POINTER (value));
  g_object_set (button, "active", TRUE, NULL);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, 0);
  g_ptr_array_add (self->buttons, button);
}

static void
add_chips (DossierSwitchBar *self, DossierSwitch by)
{
  for (int value = 0; value < dossier_weighing_get_n_values (self->weighing, by); value++)
    {
      g_autofree char *label = NULL;
      g_autofree char *reason = NULL;
      GtkWidget *button;

      if (dossier_weighing_get_count (self->weighing, by, value) == 0)
        continue;

      label = dup_label (self, by, value);
      reason = dossier_hedge_dup_reason ((DossierHedge) value);
      button = gtk_toggle_button_new_with_label (label);
      gtk_widget_add_css_class (button, "switch");
      gtk_widget_set_tooltip_text (button, reason);
      gtk_widget_set_parent (button, GTK_WIDGET (self));
      add_button (self, button, by, value);
    }
}

/* Those that most statements have come first. */
static int
compare_by_count (gconstpointer a, gconstpointer b, gpointer data)
{
  const int *one = a;
  const int *other = b;

  return one[1] != other[1] ? other[1] - one[1] : one[0] - other[0];
}

static void
add_list (DossierSwitchBar *self, DossierSwitch by)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, 2 * sizeof (int));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *popover = gtk_popover_new ();

  for (int value = 0; value < dossier_weighing_get_n_values (self->weighing, by); value++)
    {
      int entry[2] = { value, dossier_weighing_get_count (self->weighing, by, value) };

      if (entry[1] > 0)
        g_array_append_val (values, entry);
    }
  g_array_sort_with_data (values, compare_by_count, NULL);

  for (guint i = 0; i < values->len; i++)
    {
      int value = ((int *) (void *) values->data)[2 * i];
      g_autofree char *label = dup_label (self, by, value);
      GtkWidget *button = gtk_check_button_new_with_label (label);

      gtk_box_append (GTK_BOX (box), button);
      add_button (self, button, by, value);
    }

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_LIST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);

  self->lists[by] = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->lists[by]), popover);
  gtk_widget_add_css_class (self->lists[by], "switch-list");
  gtk_widget_set_parent (self->lists[by], GTK_WIDGET (self));
}

static void
clear (DossierSwitchBar *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->buttons, 0);
  for (int by = 0; by < DOSSIER_N_SWITCHES; by++)
    self->lists[by] = NULL;
  self->reset = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
dossier_switch_bar_dispose (GObject *object)
{
  DossierSwitchBar *self = DOSSIER_SWITCH_BAR (object);

  clear (self);
  g_clear_object (&self->weighing);

  G_OBJECT_CLASS (dossier_switch_bar_parent_class)->dispose (object);
}

static void
dossier_switch_bar_finalize (GObject *object)
{
  g_ptr_array_unref (DOSSIER_SWITCH_BAR (object)->buttons);

  G_OBJECT_CLASS (dossier_switch_bar_parent_class)->finalize (object);
}

static void
dossier_switch_bar_class_init (DossierSwitchBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dossier_switch_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = dossier_switch_bar_finalize;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "switch-bar");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dossier_switch_bar_init (DossierSwitchBar *self)
{
  self->buttons = g_ptr_array_new ();
  gtk_widget_set_layout_manager (GTK_WIDGET (self), dossier_wrap_layout_new (6));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What lies on the balance"), -1);
}

/**
 * dossier_switch_bar_set_weighing:
 * @self: a bar
 * @weighing: (nullable): what it takes weights off, or %NULL for nothing
 */
void
dossier_switch_bar_set_weighing (DossierSwitchBar *self, DossierWeighing *weighing)
{
  g_return_if_fail (DOSSIER_IS_SWITCH_BAR (self));

  if (self->weighing == weighing)
    return;

  if (self->weighing != NULL)
    g_signal_handlers_disconnect_by_func (self->weighing, update, self);
  clear (self);
  g_set_object (&self->weighing, weighing);
  if (weighing == NULL)
    return;

  add_chips (self, DOSSIER_SWITCH_HEDGE);
  add_list (self, DOSSIER_SWITCH_STATUS);
  add_list (self, DOSSIER_SWITCH_VOICE);
  add_list (self, DOSSIER_SWITCH_SOURCE);

  self->reset = gtk_button_new_with_label (_ ("Put Everything Back"));
  gtk_widget_add_css_class (self->reset, "switch-reset");
  g_signal_connect_object (self->reset, "clicked", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->reset, GTK_WIDGET (self));

  g_signal_connect_object (weighing, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
