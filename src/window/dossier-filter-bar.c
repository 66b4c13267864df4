/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-filter-bar.h"

#include "model/dossier-date-text.h"
#include "model/dossier-facets.h"
#include "widgets/dossier-wrap-layout.h"
#include "window/dossier-saved-filters-menu.h"

#include <glib/gi18n-lib.h>

/* So many values of a facet have a chip each; one more stands for the rest. */
#define MOST_CHIPS 4

/* The bar comes into sight once the span is drawn out: the timeline must not move below the hand. */
#define BRUSH_DELAY_MS 500

struct _DossierFilterBar
{
  GtkWidget parent_instance;

  DossierView *view;
  GtkWidget *chips; /* all before the buttons */
  GtkWidget *clear;
  DossierSavedFiltersMenu *saved;
  guint brush_id;
};

enum
{
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierFilterBar, dossier_filter_bar, GTK_TYPE_WIDGET)

/* What a chip stands for: a value of a facet, or a whole test if the value is -1. */
typedef struct
{
  int test;
  int value;
} Chip;

static DossierFilter *
get_filter (DossierFilterBar *self)
{
  return dossier_view_get_filter (self->view);
}

static const Chip *
get_chip (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "chip");
}

static void
drop_cb (DossierFilterBar *self, GtkWidget *button)
{
  const Chip *chip = get_chip (button);

  if (chip->value >= 0)
    dossier_filter_set_chosen (get_filter (self), (DossierFacet) chip->test, chip->value, FALSE);
  else
    dossier_filter_drop_test (get_filter (self), chip->test);
}

static void
turn_cb (DossierFilterBar *self, GtkWidget *button)
{
  DossierFacet facet = (DossierFacet) get_chip (button)->test;

  dossier_filter_set_negated (get_filter (self), facet, !dossier_filter_get_negated (get_filter (self), facet));
}

static void
brush_cb (DossierFilterBar *self)
{
  gint64 begin, end;

  if (!dossier_view_get_brush (self->view, &begin, &end))
    return;

  dossier_filter_set_dates (get_filter (self), begin, end);
  dossier_view_unset_brush (self->view);
}

static void
attach_chip (GtkWidget *button, int test, int value)
{
  Chip *chip = g_new (Chip, 1);

  *chip = (Chip){ test, value };
  g_object_set_data_full (G_OBJECT (button), "chip", chip, g_free);
}

static void
add_chip (DossierFilterBar *self, int test, int value, const char *text, const char *tooltip)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *cross = gtk_button_new_from_icon_name ("window-close-symbolic");
  GtkWidget *words;
  g_autofree char *drop = g_strdup_printf (_ ("Drop the filter %s"), text);

  if (test < DOSSIER_N_FACETS)
    {
      words = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (words), gtk_label_new (text));
      attach_chip (words, test, value);
      g_signal_connect_object (words, "clicked", G_CALLBACK (turn_cb), self, G_CONNECT_SWAPPED);
      gtk_accessible_update_property (GTK_ACCESSIBLE (words), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
    }
  else
    {
      words = gtk_label_new (text);
    }
  gtk_widget_set_tooltip_text (words, tooltip);
  gtk_widget_add_css_class (words, "words");

  attach_chip (cross, test, value);
  gtk_widget_set_tooltip_text (cross, drop);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cross), GTK_ACCESSIBLE_PROPERTY_LABEL, drop, -1);
  g_signal_connect_object (cross, "clicked", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_add_css_class (box, "filter-chip");
  if (test < DOSSIER_N_FACETS && dossier_filter_get_negated (get_filter (self), (DossierFacet) test))
    gtk_widget_add_css_class (box, "negated");
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), cross);
  gtk_box_append (GTK_BOX (self->chips), box);
}

/* Of some facets a value alone does not say what it is a value of. */
static char *
dup_value_text (DossierFilterBar *self, DossierFacet facet, int value)
{
  g_autofree char *title = dossier_facet_dup_title (dossier_view_get_document (self->view), facet, value);
  g_autofree char *heading = dossier_facet_dup_heading (facet);
  g_autofree char *text = NULL;

  if (facet == DOSSIER_FACET_LIKELIHOOD || facet == DOSSIER_FACET_CREDIBILITY || facet == DOSSIER_FACET_STANCE || facet == DOSSIER_FACET_RELIABILITY)
    text = g_strdup_printf (C_ ("filter", "%s: %s"), heading, title);
  else
    text = g_steal_pointer (&title);

  /* Translators: a value that is not shown */
  return dossier_filter_get_negated (get_filter (self), facet) ? g_strdup_printf (_ ("not %s"), text) : g_steal_pointer (&text);
}

static void
add_chips_of_facet (DossierFilterBar *self, DossierFacet facet)
{
  DossierFilter *filter = get_filter (self);
  int n_chosen = dossier_filter_get_n_chosen (filter, facet);
  int n_chips = n_chosen > MOST_CHIPS + 1 ? MOST_CHIPS : n_chosen;
  g_autofree char *name = dossier_filter_dup_test_name (filter, facet);
  g_autofree char *tooltip = g_strdup_printf (dossier_filter_get_negated (filter, facet) ? _ ("%s. Click to show only these") : _ ("%s. Click to show all but these"), name);

  for (int value = 0, nth = 0; nth < n_chips; value++)
    {
      g_autofree char *text = NULL;

      if (!dossier_filter_get_chosen (filter, facet, value))
        continue;

      text = dup_value_text (self, facet, value);
      add_chip (self, (int) facet, value, text, tooltip);
      nth++;
    }

  if (n_chosen > n_chips)
    {
      g_autofree char *heading = dossier_facet_dup_heading (facet);
      /* Translators: a facet and how many more of its values are chosen: "Actors: 7 more" */
      g_autofree char *text = g_strdup_printf (ngettext ("%s: %d more", "%s: %d more", (gulong) (n_chosen - n_chips)), heading, n_chosen - n_chips);

      add_chip (self, (int) facet, -1, text, tooltip);
    }
}

/* Offers to show only what is in the span that is selected on the timeline. */
static void
add_brush (DossierFilterBar *self)
{
  gint64 begin, end;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *text = NULL;
  GtkWidget *button;

  if (!dossier_view_get_brush (self->view, &begin, &end))
    return;

  from = dossier_time_to_text (begin, DOSSIER_PRECISION_DAY, DOSSIER_DATE_STYLE_SHORT);
  to = dossier_time_to_text (end, DOSSIER_PRECISION_DAY, DOSSIER_DATE_STYLE_SHORT);
  /* Translators: shows only the events from a day to a day */
  text = g_strdup_printf (_ ("Only %s to %s"), from, to);
  button = gtk_button_new_with_label (text);
  gtk_widget_add_css_class (button, "filter-offer");
  gtk_widget_set_tooltip_text (button, _ ("Filter by the Selected Span"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (brush_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->chips), button);
}

/* Which chip has the keyboard focus, from 0; -1 for none. */
static int
find_focus (DossierFilterBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int nth = 0;

  if (focus == NULL)
    return -1;

  for (GtkWidget *child = gtk_widget_get_first_child (self->chips); child != NULL; child = gtk_widget_get_next_sibling (child), nth++)
    if (focus == child || gtk_widget_is_ancestor (focus, child))
      return nth;

  return -1;
}

/* The chips are made anew, and the focus stays where it was among them. */
static void
restore_focus (DossierFilterBar *self, int nth)
{
  GtkWidget *child = gtk_widget_get_first_child (self->chips);

  if (nth < 0 || child == NULL)
    return;

  for (; nth > 0 && gtk_widget_get_next_sibling (child) != NULL; nth--)
    child = gtk_widget_get_next_sibling (child);
  gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

static void
update (DossierFilterBar *self)
{
  GtkWidget *child;
  gboolean is_empty;
  int focus = find_focus (self);

  g_clear_handle_id (&self->brush_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_box_remove (GTK_BOX (self->chips), child);
  if (self->view == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }

  is_empty = dossier_filter_is_empty (get_filter (self));
  for (int test = 0; test < DOSSIER_N_FILTER_TESTS; test++)
    {
      if (!dossier_filter_has_test (get_filter (self), test))
        continue;
      if (test < DOSSIER_N_FACETS)
        add_chips_of_facet (self, (DossierFacet) test);
      else
        {
          g_autofree char *name = dossier_filter_dup_test_name (get_filter (self), test);

          add_chip (self, test, -1, name, name);
        }
    }
  add_brush (self);

  gtk_widget_set_visible (self->clear, !is_empty);
  gtk_widget_set_visible (GTK_WIDGET (self), !is_empty || dossier_view_get_brush (self->view, NULL, NULL) || dossier_saved_filters_menu_has_any (self->saved));
  restore_focus (self, focus);
}

static gboolean
brush_rested_cb (gpointer data)
{
  DossierFilterBar *self = data;

  self->brush_id = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
brush_changed_cb (DossierFilterBar *self)
{
  g_clear_handle_id (&self->brush_id, g_source_remove);
  self->brush_id = g_timeout_add (BRUSH_DELAY_MS, brush_rested_cb, self);
}

static void
saved_failed_cb (DossierFilterBar *self, const char *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

static void
dossier_filter_bar_dispose (GObject *object)
{
  DossierFilterBar *self = DOSSIER_FILTER_BAR (object);
  GtkWidget *child;

  g_clear_handle_id (&self->brush_id, g_source_remove);
  g_clear_object (&self->view);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dossier_filter_bar_parent_class)->dispose (object);
}

static void
dossier_filter_bar_class_init (DossierFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dossier_filter_bar_dispose;

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "filter-bar");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
dossier_filter_bar_init (DossierFilterBar *self)
{
  self->chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->chips, dossier_wrap_layout_new (6));
  gtk_widget_set_hexpand (self->chips, TRUE);
  gtk_widget_set_parent (self->chips, GTK_WIDGET (self));

  self->clear = gtk_button_new_with_label (_ ("Clear Filters"));
  gtk_widget_set_valign (self->clear, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->clear), "win.clear-filters");
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_widget_add_css_class (self->clear, "small");
  gtk_widget_set_parent (self->clear, GTK_WIDGET (self));

  self->saved = g_object_new (DOSSIER_TYPE_SAVED_FILTERS_MENU, NULL);
  gtk_widget_set_valign (GTK_WIDGET (self->saved), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->saved), GTK_WIDGET (self));
  g_signal_connect_object (self->saved, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->saved, "failed", G_CALLBACK (saved_failed_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Active filters"), -1);
}

/**
 * dossier_filter_bar_set_view:
 * @self: a bar
 * @view: (nullable): the state of the window whose filter it shows, or %NULL for none
 */
void
dossier_filter_bar_set_view (DossierFilterBar *self, DossierView *view)
{
  g_return_if_fail (DOSSIER_IS_FILTER_BAR (self));

  if (self->view == view)
    return;

  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_func (get_filter (self), update, self);
      g_signal_handlers_disconnect_by_func (self->view, brush_changed_cb, self);
    }
  g_set_object (&self->view, view);
  dossier_saved_filters_menu_set_filter (self->saved, view != NULL ? get_filter (self) : NULL);
  if (view != NULL)
    {
      g_signal_connect_object (get_filter (self), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (view, "brush-changed", G_CALLBACK (brush_changed_cb), self, G_CONNECT_SWAPPED);
    }
  update (self);
}
