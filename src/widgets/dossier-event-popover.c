/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-event-popover.h"

#include "model/dossier-date-text.h"
#include "widgets/dossier-emblem.h"
#include "widgets/dossier-event-rows.h"
#include "widgets/dossier-gradual-list.h"

#include <glib/gi18n-lib.h>

#define WIDTH      340
#define MAX_HEIGHT 384

/* The heading begins where the rows do. */
#define HEADING_MARGIN 20

struct _DossierEventPopover
{
  GtkPopover parent_instance;

  DossierDocument *document;
  DossierFilter *filter; /* what holds the events back; NULL if they are shown */
  GArray *events;
  GtkWidget *heading;
  GtkWidget *list;
  GtkWidget *content;
};

enum
{
  PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierEventPopover, dossier_event_popover, GTK_TYPE_POPOVER)

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *date = gtk_label_new (NULL);
  GtkWidget *reason = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (date), 0);
  gtk_label_set_ellipsize (GTK_LABEL (date), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (date, "caption");
  gtk_widget_add_css_class (date, "dim-label");
  gtk_box_append (GTK_BOX (words), title);
  gtk_label_set_xalign (GTK_LABEL (reason), 0);
  gtk_label_set_ellipsize (GTK_LABEL (reason), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (reason, "caption");
  gtk_box_append (GTK_BOX (words), date);
  gtk_box_append (GTK_BOX (words), reason);
  gtk_box_append (GTK_BOX (box), dossier_emblem_new (18));
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, DossierEventPopover *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *emblem = gtk_widget_get_first_child (box);
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_last_child (box));
  GtkWidget *date = gtk_widget_get_next_sibling (title);
  GtkWidget *reason = gtk_widget_get_next_sibling (date);
  int index = g_array_index (self->events, int, gtk_list_item_get_position (item));
  g_autoptr (DossierEvent) event = dossier_document_load_event (self->document, index);
  g_autofree char *when = event->date.edtf != NULL ? dossier_edtf_to_text (event->date.edtf, DOSSIER_DATE_STYLE_LONG) : g_strdup (_ ("no date"));
  g_autofree char *label = NULL;
  g_autofree char *why = self->filter != NULL ? dossier_filter_explain (self->filter, index) : NULL;
  g_autofree char *hidden_by = NULL;

  /* Translators: which filter hides an event, such as: Hidden by Kinds: Diplomacy */
  hidden_by = why != NULL ? g_strdup_printf (_ ("Hidden by %s"), why) : g_strdup ("");
  label = g_strdup_printf (why != NULL ? "%s, %s, %s" : "%s, %s", dossier_text_get (&event->title, NULL), when, hidden_by);

  dossier_emblem_show_record (DOSSIER_EMBLEM (emblem), self->document, event->kind.ref);
  gtk_label_set_text (GTK_LABEL (title), dossier_text_get (&event->title, NULL));
  gtk_label_set_text (GTK_LABEL (date), when);
  gtk_label_set_text (GTK_LABEL (reason), hidden_by);
  gtk_widget_set_tooltip_text (reason, why);
  gtk_widget_set_visible (reason, why != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
activate_cb (DossierEventPopover *self, guint position)
{
  int event = g_array_index (self->events, int, position);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, event);
}

static void
dossier_event_popover_finalize (GObject *object)
{
  DossierEventPopover *self = DOSSIER_EVENT_POPOVER (object);

  g_clear_object (&self->document);
  g_clear_object (&self->filter);
  g_array_unref (self->events);

  G_OBJECT_CLASS (dossier_event_popover_parent_class)->finalize (object);
}

static void
dossier_event_popover_class_init (DossierEventPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dossier_event_popover_finalize;

  signals[PICKED] = g_signal_new ("picked", DOSSIER_TYPE_EVENT_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
dossier_event_popover_init (DossierEventPopover *self)
{
  self->events = g_array_new (FALSE, FALSE, sizeof (int));
  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->heading), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->heading, "heading");
  gtk_widget_set_margin_start (self->heading, HEADING_MARGIN);
  gtk_widget_set_margin_end (self->heading, HEADING_MARGIN);
  gtk_widget_set_margin_top (self->heading, 9);
  gtk_widget_set_visible (self->heading, FALSE);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->content), self->heading);
  gtk_popover_set_child (GTK_POPOVER (self), self->content);
  gtk_widget_add_css_class (GTK_WIDGET (self), "menu");
}

/**
 * dossier_event_popover_new:
 * @document: a document
 * @events: (array length=n_events): which of its events, in the order in which they are listed; copied
 * @n_events: how many
 * @filter: (nullable): the filter that hides them: the rows say by what; %NULL if they are shown
 *
 * Returns: (transfer floating): a list of the events
 */
GtkWidget *
dossier_event_popover_new (DossierDocument *document, const int *events, int n_events, DossierFilter *filter)
{
  DossierEventPopover *self = g_object_new (DOSSIER_TYPE_EVENT_POPOVER, NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  DossierEventRows *rows = dossier_event_rows_new ((guint) n_events);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->document = g_object_ref (document);
  g_set_object (&self->filter, filter);
  g_array_append_vals (self->events, events, (guint) n_events);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (dossier_gradual_list_new (G_LIST_MODEL (rows)))), g_object_ref (factory));
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Events of this spot"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_widget_set_size_request (scroller, WIDTH, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_box_append (GTK_BOX (self->content), scroller);

  return GTK_WIDGET (self);
}

/**
 * dossier_event_popover_set_heading:
 * @self: a list of events
 * @heading: (nullable): what they have in common, as a heading and as the name of the list; %NULL for none
 */
void
dossier_event_popover_set_heading (DossierEventPopover *self, const char *heading)
{
  g_return_if_fail (DOSSIER_IS_EVENT_POPOVER (self));

  gtk_label_set_text (GTK_LABEL (self->heading), heading != NULL ? heading : "");
  gtk_widget_set_visible (self->heading, heading != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, heading != NULL ? heading : _ ("Events of this spot"), -1);
}

/**
 * dossier_event_popover_add_footer:
 * @self: a list of events
 * @footer: what is to stand below the list
 */
void
dossier_event_popover_add_footer (DossierEventPopover *self, GtkWidget *footer)
{
  g_return_if_fail (DOSSIER_IS_EVENT_POPOVER (self));

  gtk_box_append (GTK_BOX (self->content), footer);
}

static gboolean
unparent_cb (gpointer data)
{
  /* Its parent may have gone first. */
  if (gtk_widget_get_parent (data) != NULL)
    gtk_widget_unparent (data);

  return G_SOURCE_REMOVE;
}

static void
closed_cb (GtkWidget *popover)
{
  /* Only then is it done with closing. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

/**
 * dossier_event_popover_attach:
 * @self: a list of events
 * @parent: what it belongs to
 *
 * Places it at @parent until it is closed, or until @parent is gone: not every widget lets go of children that others gave it.
 */
void
dossier_event_popover_attach (DossierEventPopover *self, GtkWidget *parent)
{
  g_return_if_fail (DOSSIER_IS_EVENT_POPOVER (self));

  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (gtk_widget_unparent), self, G_CONNECT_SWAPPED);
}
