/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-sidebar.h"

#include "model/dossier-facet-list.h"
#include "model/dossier-search.h"
#include "widgets/dossier-emblem.h"
#include "window/dossier-facet-row.h"
#include "window/dossier-record-names.h"

#include <glib/gi18n-lib.h>

/* More than that nobody reads: another word narrows it down. */
#define MAX_HITS 100

/* How much of the text around what was found is shown, in characters. */
#define CONTEXT_BEFORE 24
#define CONTEXT_BEHIND 120

struct _DossierSidebar
{
  GtkWidget parent_instance;

  GtkWidget *entry;
  GtkWidget *stack;
  GtkWidget *filters;
  GtkWidget *hits;
  GtkWidget *only;

  DossierView *view;
  DossierFacetList *facets;
  GCancellable *search;
};

G_DEFINE_FINAL_TYPE (DossierSidebar, dossier_sidebar, GTK_TYPE_WIDGET)

typedef struct
{
  DossierDocument *document;
  char *words;
} Search;

static void
free_search (gpointer data)
{
  Search *search = data;

  g_object_unref (search->document);
  g_free (search->words);
  g_free (search);
}

static void
search_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;

  g_task_return_pointer (task, dossier_search (search->document, search->words, MAX_HITS, cancellable), (GDestroyNotify) g_ptr_array_unref);
}

/* The words of the hit with some of what stands around them, the found ones bold. */
static GtkWidget *
make_snippet (const DossierHit *hit)
{
  const char *begin = hit->text + hit->begin;
  const char *behind = hit->text + hit->end;
  const char *last = behind;
  GtkWidget *label;
  g_autofree char *shown = NULL;
  PangoAttrList *attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  gsize lead;

  for (int i = 0; i < CONTEXT_BEFORE && begin > hit->text; i++)
    begin = g_utf8_prev_char (begin);
  for (int i = 0; i < CONTEXT_BEHIND && *last != '\0'; i++)
    last = g_utf8_next_char (last);

  lead = begin > hit->text ? strlen ("…") : 0;
  shown = g_strdup_printf ("%s%.*s%s", lead > 0 ? "…" : "", (int) (last - begin), begin, *last != '\0' ? "…" : "");
  bold->start_index = (guint) (lead + (gsize) (hit->text + hit->begin - begin));
  bold->end_index = (guint) (lead + (gsize) (behind - begin));
  pango_attr_list_insert (attributes, bold);

  label = gtk_label_new (shown);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");

  return label;
}

static GtkWidget *
make_hit_row (DossierSidebar *self, const DossierHit *hit)
{
  DossierDocument *document = dossier_view_get_document (self->view);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = dossier_document_dup_title (document, hit->ref, NULL);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *type = gtk_label_new (dossier_record_get_type_name (hit->ref.type));
  g_autofree char *label = g_strdup_printf ("%s, %s", name, dossier_record_get_type_name (hit->ref.type));
  DossierRef *ref = g_new (DossierRef, 1);

  *ref = hit->ref;
  g_object_set_data_full (G_OBJECT (row), "ref", ref, g_free);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (type), 0);
  gtk_widget_add_css_class (type, "dim-label");
  gtk_widget_add_css_class (type, "caption");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), type);
  if (hit->text != NULL && g_strcmp0 (hit->text, name) != 0)
    gtk_box_append (GTK_BOX (words), make_snippet (hit));

  if (hit->ref.type == DOSSIER_RECORD_ACTOR || hit->ref.type == DOSSIER_RECORD_EVENT)
    {
      GtkWidget *emblem = dossier_emblem_new (20);
      DossierRef shown = hit->ref;

      if (hit->ref.type == DOSSIER_RECORD_EVENT)
        shown = (DossierRef){ DOSSIER_RECORD_KIND, dossier_events_get_kind (dossier_document_get_events (document), hit->ref.index) };
      dossier_emblem_show_record (DOSSIER_EMBLEM (emblem), document, shown);
      gtk_widget_set_valign (emblem, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), emblem);
    }
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return row;
}

static void
remove_hits (DossierSidebar *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->hits), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->hits), GTK_WIDGET (row));
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  DossierSidebar *self = DOSSIER_SIDEBAR (source);
  g_autoptr (GPtrArray) hits = NULL;

  /* Only the search that was asked for last is of interest. */
  if (g_task_get_cancellable (G_TASK (result)) != self->search)
    return;

  hits = g_task_propagate_pointer (G_TASK (result), NULL);
  remove_hits (self);
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->hits), make_hit_row (self, g_ptr_array_index (hits, i)));

  gtk_list_box_select_row (GTK_LIST_BOX (self->hits), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->hits), 0));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), hits != NULL && hits->len > 0 ? "hits" : "none");
}

static void
cancel_search (DossierSidebar *self)
{
  if (self->search != NULL)
    g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
}

static void
apply_words (DossierSidebar *self)
{
  gboolean only = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->only));
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  dossier_filter_set_words (dossier_view_get_filter (self->view), only && words[0] != '\0' ? words : NULL);
}

static void
search_changed_cb (DossierSidebar *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GTask) task = NULL;
  Search *search;

  cancel_search (self);
  if (self->view == NULL)
    return;

  apply_words (self);
  if (words[0] == '\0')
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "filters");
      remove_hits (self);
      return;
    }

  search = g_new (Search, 1);
  search->document = g_object_ref (dossier_view_get_document (self->view));
  search->words = g_strdup (words);

  self->search = g_cancellable_new ();
  task = g_task_new (self, self->search, searched_cb, NULL);
  g_task_set_source_tag (task, search_changed_cb);
  g_task_set_task_data (task, search, free_search);
  g_task_run_in_thread (task, search_in_thread);
}

static void
select_row (DossierSidebar *self, GtkListBoxRow *row)
{
  const DossierRef *ref = row != NULL ? g_object_get_data (G_OBJECT (row), "ref") : NULL;

  if (ref == NULL)
    return;

  gtk_list_box_select_row (GTK_LIST_BOX (self->hits), row);
  dossier_view_select (self->view, *ref);
  dossier_view_reveal (self->view, *ref);
}

static void
hit_activated_cb (DossierSidebar *self, GtkListBoxRow *row)
{
  select_row (self, row);
}

/* The next or the one before; they go round. */
static void
step_hit (DossierSidebar *self, int step)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->hits));
  GtkListBoxRow *next;
  int index = selected != NULL ? gtk_list_box_row_get_index (selected) + step : 0;

  if (index < 0)
    for (index = 0; gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->hits), index + 1) != NULL;)
      index++;

  next = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->hits), index);
  select_row (self, next != NULL ? next : gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->hits), 0));
}

static gboolean
is_shown (DossierSidebar *self, GtkListBoxRow *row)
{
  const DossierRef *ref = row != NULL ? g_object_get_data (G_OBJECT (row), "ref") : NULL;

  return ref != NULL && dossier_ref_equal (*ref, dossier_view_get_selection (self->view));
}

/* Return goes to the hit, and once it is shown to the next. */
static void
search_activate_cb (DossierSidebar *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->hits));

  if (is_shown (self, selected))
    step_hit (self, 1);
  else
    select_row (self, selected);
}

/* With Shift back to the one before; the entry itself knows Return alone. */
static gboolean
search_key_cb (DossierSidebar *self, guint keyval, guint keycode, GdkModifierType modifiers)
{
  if (!(modifiers & GDK_SHIFT_MASK) || (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter))
    return GDK_EVENT_PROPAGATE;

  step_hit (self, -1);

  return GDK_EVENT_STOP;
}

static void
next_match_cb (DossierSidebar *self)
{
  step_hit (self, 1);
}

static void
previous_match_cb (DossierSidebar *self)
{
  step_hit (self, -1);
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

  cancel_search (self);
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

  gtk_widget_class_set_template_from_resource (widget_class, "/dossier/ui/dossier-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, DossierSidebar, entry);
  gtk_widget_class_bind_template_child (widget_class, DossierSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, DossierSidebar, filters);
  gtk_widget_class_bind_template_child (widget_class, DossierSidebar, hits);
  gtk_widget_class_bind_template_child (widget_class, DossierSidebar, only);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_match_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, only_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_activate_cb);
  gtk_widget_class_set_css_name (widget_class, "sidebar-panel");
}

static void
dossier_sidebar_init (DossierSidebar *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (self->entry, keys);

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
  g_return_if_fail (DOSSIER_IS_SIDEBAR (self));

  if (self->view == view)
    return;

  cancel_search (self);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->filters), NULL);
  remove_hits (self);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_func (dossier_view_get_filter (self->view), filter_changed_cb, self);
  g_clear_object (&self->facets);
  g_clear_object (&self->view);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");

  if (view == NULL)
    return;

  self->view = g_object_ref (view);
  self->facets = dossier_facet_list_new (dossier_view_get_document (view), dossier_view_get_filter (view));
  g_signal_connect_object (dossier_view_get_filter (view), "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->filters),
                           GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->facets)))));
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
