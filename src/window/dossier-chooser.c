/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-chooser.h"

#include "model/dossier-fuzzy.h"
#include "widgets/dossier-emblem.h"

#include <glib/gi18n-lib.h>

/* More are not read: another letter narrows them down. */
#define MOST_SHOWN 200

#define WIDTH  480
#define HEIGHT 372

struct _DossierChooser
{
  GtkPopover parent_instance;

  GtkWidget *entry;
  GtkWidget *stack;
  GtkWidget *list;
  GtkWidget *probe; /* a button that nobody sees: it knows whether an action can be activated */
  GPtrArray *choices;
  GListStore *shown;
  GtkSingleSelection *selection;
  DossierChoice *chosen; /* until it is closed */
};

/* A choice and how well it fits. */
typedef struct
{
  DossierChoice *choice;
  int score;
  int number;
} Scored;

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierChooser, dossier_chooser, GTK_TYPE_POPOVER)

/* The better first; of the same in the order in which they were given. */
static int
compare_scored (gconstpointer a, gconstpointer b)
{
  const Scored *one = a, *other = b;

  return one->score != other->score ? other->score - one->score : one->number - other->number;
}

static void
update_shown (DossierChooser *self)
{
  const char *pattern = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GArray) scored = g_array_new (FALSE, FALSE, sizeof (Scored));
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  for (guint i = 0; i < self->choices->len; i++)
    {
      DossierChoice *choice = g_ptr_array_index (self->choices, i);
      Scored one = { choice, dossier_fuzzy_match (pattern, dossier_choice_get_title (choice)), (int) i };

      if (one.score >= 0)
        g_array_append_val (scored, one);
    }
  g_array_sort (scored, compare_scored);
  for (guint i = 0; i < MIN (scored->len, MOST_SHOWN); i++)
    g_ptr_array_add (shown, g_array_index (scored, Scored, i).choice);

  g_list_store_splice (self->shown, 0, g_list_model_get_n_items (G_LIST_MODEL (self->shown)), shown->pdata, shown->len);
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), shown->len > 0 ? "list" : "none");
}

static void
choose (DossierChooser *self, guint position)
{
  g_autoptr (DossierChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (choice == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  g_set_object (&self->chosen, choice);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
activate_cb (DossierChooser *self, guint position)
{
  choose (self, position);
}

static void
entry_activate_cb (DossierChooser *self)
{
  choose (self, gtk_single_selection_get_selected (self->selection));
}

/* The focus is back where it was; only now does what was chosen happen. */
static void
closed_cb (DossierChooser *self)
{
  g_autoptr (DossierChoice) chosen = g_steal_pointer (&self->chosen);

  if (chosen != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, chosen);
}

/* While one types, up and down go through the list. */
static gboolean
key_cb (DossierChooser *self, guint keyval)
{
  guint selected = gtk_single_selection_get_selected (self->selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  guint next;

  if (n == 0 || (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;

  next = (keyval == GDK_KEY_Down ? selected + 1 : selected + n - 1) % n;
  gtk_single_selection_set_selected (self->selection, next);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", next);

  return GDK_EVENT_STOP;
}

static void
stop_cb (DossierChooser *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
clicked_cb (GtkListItem *item, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *chooser = gtk_widget_get_ancestor (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), DOSSIER_TYPE_CHOOSER);

  if (chooser != NULL)
    choose (DOSSIER_CHOOSER (chooser), gtk_list_item_get_position (item));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *detail = gtk_label_new (NULL);
  GtkWidget *keys = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (detail), 1);
  gtk_widget_set_hexpand (detail, TRUE);
  gtk_widget_add_css_class (detail, "dim");
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (keys, "key");
  gtk_box_append (GTK_BOX (box), dossier_emblem_new (18));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_box_append (GTK_BOX (box), keys);
  gtk_list_item_set_child (item, box);

  /* Where one click activates, GTK selects what the pointer rests on, and Return would choose that. */
  g_signal_connect_object (click, "released", G_CALLBACK (clicked_cb), item, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (click));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *emblem = gtk_widget_get_first_child (box);
  GtkWidget *title = gtk_widget_get_next_sibling (emblem);
  GtkWidget *detail = gtk_widget_get_next_sibling (title);
  GtkWidget *keys = gtk_widget_get_next_sibling (detail);
  DossierChoice *choice = gtk_list_item_get_item (item);
  const char *said = dossier_choice_get_keys (choice);
  g_autofree char *label = g_strjoin (", ", dossier_choice_get_title (choice), dossier_choice_get_detail (choice), said, NULL);

  gtk_widget_set_visible (emblem, dossier_choice_get_document (choice) != NULL);
  if (dossier_choice_get_document (choice) != NULL)
    dossier_emblem_show_record (DOSSIER_EMBLEM (emblem), dossier_choice_get_document (choice), dossier_choice_get_ref (choice));
  gtk_label_set_text (GTK_LABEL (title), dossier_choice_get_title (choice));
  gtk_label_set_text (GTK_LABEL (detail), dossier_choice_get_detail (choice));
  gtk_label_set_text (GTK_LABEL (keys), said != NULL ? said : "");
  gtk_widget_set_visible (keys, said != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
dossier_chooser_dispose (GObject *object)
{
  DossierChooser *self = DOSSIER_CHOOSER (object);

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_object (&self->chosen);
  g_clear_object (&self->shown);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (dossier_chooser_parent_class)->dispose (object);
}

static void
dossier_chooser_class_init (DossierChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dossier_chooser_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", DOSSIER_TYPE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, DOSSIER_TYPE_CHOICE);
}

static GtkWidget *
make_list (DossierChooser *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);

  return scroller;
}

static void
dossier_chooser_init (DossierChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *none = gtk_label_new (_ ("Nothing of that name"));
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->choices = g_ptr_array_new_with_free_func (g_object_unref);
  self->shown = g_list_store_new (DOSSIER_TYPE_CHOICE);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));

  self->entry = gtk_search_entry_new ();
  gtk_widget_set_margin_start (self->entry, 6);
  gtk_widget_set_margin_end (self->entry, 6);
  gtk_widget_set_margin_top (self->entry, 6);
  g_signal_connect_swapped (self->entry, "notify::text", G_CALLBACK (update_shown), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activate_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (stop_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->entry, keys);

  gtk_widget_add_css_class (none, "dim");
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), make_list (self), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), none, "none");
  gtk_widget_set_vexpand (self->stack, TRUE);

  self->probe = gtk_button_new ();
  gtk_widget_set_visible (self->probe, FALSE);

  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->stack);
  gtk_box_append (GTK_BOX (box), self->probe);
  gtk_widget_set_size_request (box, WIDTH, HEIGHT);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

/**
 * dossier_chooser_new:
 *
 * Returns: (transfer floating): a chooser of nothing yet
 */
GtkWidget *
dossier_chooser_new (void)
{
  return g_object_new (DOSSIER_TYPE_CHOOSER, NULL);
}

/**
 * dossier_chooser_can_activate:
 * @self: a chooser inside of a window
 * @action: the detailed name of an action
 *
 * Returns: whether the window has such an action, and it is enabled
 */
gboolean
dossier_chooser_can_activate (DossierChooser *self, const char *action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  g_return_val_if_fail (DOSSIER_IS_CHOOSER (self), FALSE);

  if (!g_action_parse_detailed_name (action, &name, &target, NULL))
    return FALSE;

  /* Actions of a widget's class can be asked in no other way than by one who would activate them. */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->probe), NULL);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->probe), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->probe), name);

  return gtk_widget_get_sensitive (self->probe);
}

/**
 * dossier_chooser_ask:
 * @self: a chooser
 * @choices: (element-type DossierChoice): what can be chosen
 * @question: what is asked for
 *
 * Pops up with all choices, and the cursor where one types.
 */
void
dossier_chooser_ask (DossierChooser *self, GPtrArray *choices, const char *question)
{
  g_return_if_fail (DOSSIER_IS_CHOOSER (self));

  g_ptr_array_unref (self->choices);
  self->choices = g_ptr_array_ref (choices);
  g_object_set (self->entry, "placeholder-text", question, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  update_shown (self);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->entry);
}
