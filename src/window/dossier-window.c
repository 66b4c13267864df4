/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-window-private.h"

#include "model/dossier-address.h"
#include "widgets/dossier-compat.h"
#include "widgets/dossier-yielding.h"
#include "window/dossier-editing-actions.h"
#include "window/dossier-menus.h"
#include "window/dossier-paper-actions.h"
#include "window/dossier-recent.h"
#include "window/dossier-window-state.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_0,
  PROP_FILE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DossierWindow, dossier_window, ADW_TYPE_APPLICATION_WINDOW)

void
dossier_window_show_page (DossierWindow *self, const char *name)
{
  gboolean exploring = g_strcmp0 (name, "explore") == 0;

  gtk_stack_set_visible_child_name (self->pages, name);
  gtk_widget_set_visible (self->filters_button, exploring);
  gtk_widget_set_visible (self->details_button, exploring);
  gtk_widget_set_visible (self->search_button, exploring);
  gtk_widget_set_visible (self->present_button, exploring);
  gtk_widget_set_visible (self->history_box, exploring);
  dossier_title_bar_set_show_views (self->title, exploring && dossier_views_has_several (self->views));
}

/* The switcher stands in the header bar, or below the views of a narrow window. */
static void
update_switcher (DossierWindow *self)
{
  dossier_views_set_show_switcher (self->views, dossier_title_bar_is_narrow (self->title));
}

/* What is open, or that nothing is. */
void
dossier_window_show_open_document (DossierWindow *self)
{
  dossier_window_show_page (self, self->view != NULL ? "explore" : "empty");
}

char *
dossier_window_dup_display_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name != NULL ? name : "");
}

static void
update_history (DossierWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", self->view != NULL && dossier_view_can_go_back (self->view));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.forward", self->view != NULL && dossier_view_can_go_forward (self->view));
}

static void
update_filter (DossierWindow *self)
{
  gboolean is_empty = self->view == NULL || dossier_filter_is_empty (dossier_view_get_filter (self->view));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.clear-filters", !is_empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export", self->view != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-tables", self->view != NULL);
}

/* Without a story there is nothing to present; the button says so. */
static void
update_present (DossierWindow *self)
{
  gboolean has_story = dossier_presenting_has_story (self->presenting);

  gtk_widget_set_sensitive (self->present_button, has_story);
  gtk_widget_set_tooltip_text (self->present_button,
                               has_story ? _ ("Present a Story (F5)") : _ ("This dossier has no story to present yet"));
}

/* In a narrow window the details come out with what is selected, and once more when it is selected again. They stay out
 * of the way of who gathers events one by one. */
static void
bring_out_details (DossierWindow *self)
{
  int n_events;

  dossier_view_get_events (self->view, &n_events);
  if (dossier_view_has_selection (self->view) && (n_events <= 1 || dossier_panes_is_over (self->panes)))
    dossier_panes_bring_out_end (self->panes);
}

static void
selection_changed_cb (DossierWindow *self)
{
  update_history (self);
  bring_out_details (self);
}

/* In a narrow window the panel lies over what it has brought into sight. */
static void
scene_shown_cb (DossierWindow *self)
{
  if (dossier_panes_is_over (self->panes))
    dossier_panes_close_overlays (self->panes);
}

/* A dot before the title says that there is something to save. */
static void
update_title (DossierWindow *self)
{
  const DossierHeading *heading = self->view != NULL ? dossier_document_get_heading (dossier_view_get_document (self->view)) : NULL;
  const char *title = heading != NULL ? self->document_title : _ ("Dossier");
  g_autofree char *marked = dossier_editing_has_unsaved (self->editing) ? g_strconcat ("• ", title, NULL) : g_strdup (title);

  dossier_title_bar_set_title (self->title, marked, heading != NULL ? dossier_text_get (&heading->question, NULL) : NULL);
  gtk_window_set_title (GTK_WINDOW (self), marked);
}

gboolean
dossier_window_is_previewing (DossierWindow *self)
{
  return self->view != NULL && dossier_document_is_preview (dossier_view_get_document (self->view));
}

/* Shows @view everywhere; with %NULL, that nothing is open. */
void
dossier_window_show_view (DossierWindow *self, DossierView *view)
{
  const DossierHeading *heading = view != NULL ? dossier_document_get_heading (dossier_view_get_document (view)) : NULL;

  g_free (self->document_title);
  self->document_title = heading != NULL ? g_strdup (dossier_text_get (&heading->title, NULL)) : NULL;

  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->view, selection_changed_cb, self);
      g_signal_handlers_disconnect_by_func (self->view, bring_out_details, self);
      g_signal_handlers_disconnect_by_func (dossier_view_get_filter (self->view), update_filter, self);
    }
  g_set_object (&self->view, view);
  if (view != NULL)
    {
      g_signal_connect_object (view, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (view, "selected-again", G_CALLBACK (bring_out_details), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (dossier_view_get_filter (view), "changed", G_CALLBACK (update_filter), self, G_CONNECT_SWAPPED);
    }

  dossier_editing_set_view (self->editing, view);
  update_title (self);
  dossier_sidebar_set_view (dossier_start_panel_get_sidebar (self->start_panel), view);
  dossier_scenes_panel_set_view (dossier_start_panel_get_scenes (self->start_panel), view);
  dossier_views_set_view (self->views, view);
  dossier_details_set_view (self->details, view);
  update_history (self);
  update_filter (self);
  update_present (self);

  dossier_notice_bar_hide (self->notice);
  g_clear_pointer (&self->failure, dossier_report_unref);
  if (!dossier_window_is_previewing (self))
    dossier_file_watch_set_file (self->watch, dossier_window_get_file (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

static void
present_clicked_cb (DossierWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.present", NULL);
}

static void
show_link_cb (DossierWindow *self, const char *uri)
{
  g_autofree char *host = NULL;

  if (dossier_address_is_harmless (uri, &host))
    dossier_compat_show_uri (GTK_WINDOW (self), uri, host);
}

void
dossier_window_tell (DossierWindow *self, const char *what)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (what));
}

static void
toast_dismissed_cb (DossierWindow *self)
{
  self->undo_toast = NULL;
}

/* What can be undone is offered to be, until something else is changed: then that would be undone instead. */
static void
tell_of_scene_cb (DossierWindow *self, const char *what, gboolean can_be_undone)
{
  AdwToast *toast = adw_toast_new (what);

  if (can_be_undone)
    {
      self->undo_toast = toast;
      g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, G_CONNECT_SWAPPED);
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo-change");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
edited_cb (DossierWindow *self)
{
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-scene", dossier_editing_get_book (self->editing) != NULL);
  update_title (self);
}

static DossierPlaces *
get_places (DossierView *view, gpointer data)
{
  DossierWindow *self = data;

  return dossier_centre_get_places (dossier_views_get_centre (self->views), view);
}

static void
saved_cb (DossierWindow *self, GFile *file)
{
  g_autofree char *name = dossier_window_dup_display_name (file);
  g_autofree char *message = g_strdup_printf (_ ("Saved in “%s”"), name);

  dossier_window_tell (self, message);
  dossier_recent_add (file, self->document_title);
  /* Our own change is none. */
  dossier_file_watch_take_note (self->watch);
  dossier_centre_set_saved (dossier_views_get_centre (self->views), dossier_editing_get_document (self->editing));
}

static void
close_now (gpointer data)
{
  gtk_window_destroy (data);
}

/* Asks first if something would be lost. */
static gboolean
dossier_window_close_request (GtkWindow *window)
{
  DossierWindow *self = DOSSIER_WINDOW (window);

  if (!dossier_editing_has_unsaved (self->editing))
    return GTK_WINDOW_CLASS (dossier_window_parent_class)->close_request (window);

  dossier_editing_ask (self->editing, close_now, g_object_ref (self), g_object_unref);

  return TRUE;
}

static gboolean
drop_cb (DossierWindow *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (files == NULL)
    return FALSE;

  /* The first is shown where it was dropped, the others in windows of their own. */
  dossier_window_open (self, files->data);
  for (GSList *l = files->next; l != NULL && application != NULL; l = l->next)
    g_application_open (G_APPLICATION (application), (GFile **) &l->data, 1, "");

  return TRUE;
}

static void
dossier_window_unmap (GtkWidget *widget)
{
  dossier_compat_hold_icons (widget);

  GTK_WIDGET_CLASS (dossier_window_parent_class)->unmap (widget);
}

static void
dossier_window_dispose (GObject *object)
{
  DossierWindow *self = DOSSIER_WINDOW (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  if (self->pages != NULL)
    dossier_window_stop_loading (self);
  g_clear_object (&self->view_before);
  if (self->chooser != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->chooser));
  self->chooser = NULL;
  if (self->editing != NULL)
    g_object_run_dispose (G_OBJECT (self->editing));
  g_clear_object (&self->editing);
  g_clear_object (&self->presenting);
  g_clear_object (&self->view);
  if (self->watch != NULL)
    dossier_file_watch_set_file (self->watch, NULL);
  g_clear_object (&self->watch);
  g_clear_pointer (&self->failure, dossier_report_unref);
  g_clear_pointer (&self->destination, dossier_destination_free);

  G_OBJECT_CLASS (dossier_window_parent_class)->dispose (object);
}

static void
dossier_window_finalize (GObject *object)
{
  DossierWindow *self = DOSSIER_WINDOW (object);

  g_free (self->document_title);

  G_OBJECT_CLASS (dossier_window_parent_class)->finalize (object);
}

static void
dossier_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_FILE:
      g_value_set_object (value, dossier_window_get_file (DOSSIER_WINDOW (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dossier_window_class_init (DossierWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dossier_window_dispose;
  object_class->finalize = dossier_window_finalize;
  object_class->get_property = dossier_window_get_property;
  widget_class->unmap = dossier_window_unmap;
  GTK_WINDOW_CLASS (klass)->close_request = dossier_window_close_request;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (DOSSIER_TYPE_DETAILS);
  g_type_ensure (DOSSIER_TYPE_ERROR_PAGE);
  g_type_ensure (DOSSIER_TYPE_LOADING_BAR);
  g_type_ensure (DOSSIER_TYPE_NOTICE_BAR);
  g_type_ensure (DOSSIER_TYPE_PANES);
  g_type_ensure (DOSSIER_TYPE_START_PANEL);
  g_type_ensure (DOSSIER_TYPE_TITLE_BAR);
  g_type_ensure (DOSSIER_TYPE_VIEWS);
  g_type_ensure (DOSSIER_TYPE_YIELDING);

  gtk_widget_class_set_template_from_resource (widget_class, "/dossier/ui/dossier-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, title);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, filters_button);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, details_button);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, present_button);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, history_box);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, empty_page);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, loading_page);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, loading_bar);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, panes);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, start_panel);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, views);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, details);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, header);

  gtk_widget_class_bind_template_callback (widget_class, present_clicked_cb);

  dossier_window_install_reading_actions (widget_class);
  dossier_window_install_actions (widget_class);
}

static void
dossier_window_init (DossierWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_autoptr (GPropertyAction) show_filters = NULL;
  g_autoptr (GPropertyAction) show_details = NULL;
  g_autoptr (GPropertyAction) shown = NULL;
  g_autoptr (GPropertyAction) page = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->editing = dossier_editing_new (GTK_WINDOW (self));
  dossier_editing_set_places_func (self->editing, get_places, self);
  dossier_editing_actions_add (self->editing, GTK_APPLICATION_WINDOW (self));
  dossier_paper_actions_add (self);
  g_signal_connect_object (self->editing, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editing, "told", G_CALLBACK (dossier_window_tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editing, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  dossier_window_init_reading (self);

  self->presenting = dossier_presenting_new (GTK_WINDOW (self), self->editing);
  g_signal_connect_object (self->editing, "changed", G_CALLBACK (update_present), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->presenting, "told", G_CALLBACK (dossier_window_tell), self, G_CONNECT_SWAPPED);
  dossier_window_init_chooser (self);

  show_filters = g_property_action_new ("show-filters", self->panes, "show-start");
  show_details = g_property_action_new ("show-details", self->panes, "show-end");
  shown = g_property_action_new ("centre", dossier_views_get_centre (self->views), "shown");
  page = g_property_action_new ("page", dossier_views_get_stack (self->views), "visible-child-name");
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (show_filters));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (show_details));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (shown));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (page));

  dossier_scenes_panel_set_editing (dossier_start_panel_get_scenes (self->start_panel), self->editing, self->views);
  g_signal_connect_object (dossier_start_panel_get_scenes (self->start_panel), "shown", G_CALLBACK (scene_shown_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-scene", FALSE);
  g_signal_connect_object (dossier_start_panel_get_scenes (self->start_panel), "told", G_CALLBACK (tell_of_scene_cb), self, G_CONNECT_SWAPPED);

  dossier_title_bar_set_stack (self->title, dossier_views_get_stack (self->views));
  g_signal_connect_object (self->views, "failed", G_CALLBACK (dossier_window_tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->title, "notify::is-narrow", G_CALLBACK (update_switcher), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (self->details, "show-link", G_CALLBACK (show_link_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->details, "copied", G_CALLBACK (dossier_window_tell), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));

  adw_split_button_set_menu_model (ADW_SPLIT_BUTTON (self->open_button), dossier_menus_get ("open"));
  gtk_menu_button_set_menu_model (self->menu_button, dossier_menus_get ("primary"));

  update_history (self);
  update_filter (self);
  dossier_compat_name_dropdown (self->open_button, _("Recent Dossiers"));
  dossier_compat_name_menus (self->header);
  dossier_compat_keep_keys (self->header);
  dossier_compat_hush_tooltips (GTK_WIDGET (self));
  adw_status_page_set_icon_name (self->empty_page, APPLICATION_ID "-symbolic");
  dossier_title_bar_set_title (self->title, _ ("Dossier"), NULL);
  dossier_window_state_bind (GTK_WINDOW (self), self->panes);
  dossier_window_show_page (self, "empty");
}

/**
 * dossier_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window with nothing in it; GTK owns it until it is closed
 */
DossierWindow *
dossier_window_new (AdwApplication *application)
{
  return g_object_new (DOSSIER_TYPE_WINDOW, "application", application, NULL);
}

/**
 * dossier_window_is_empty:
 * @self: a window
 *
 * Returns: whether no dossier is open in it, nor being read
 */
gboolean
dossier_window_is_empty (DossierWindow *self)
{
  g_return_val_if_fail (DOSSIER_IS_WINDOW (self), TRUE);

  return self->view == NULL && self->reading == NULL && g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "error") != 0;
}

/**
 * dossier_window_get_view:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): what is open in it and selected, or %NULL if nothing is open
 */
DossierView *
dossier_window_get_view (DossierWindow *self)
{
  g_return_val_if_fail (DOSSIER_IS_WINDOW (self), NULL);

  return self->view;
}

/**
 * dossier_window_get_file:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the file that is open in it, or %NULL if none is, or if it is the dossier that comes
 *   with the program
 */
GFile *
dossier_window_get_file (DossierWindow *self)
{
  g_return_val_if_fail (DOSSIER_IS_WINDOW (self), NULL);

  return self->view != NULL ? dossier_document_get_file (dossier_view_get_document (self->view)) : NULL;
}

/**
 * dossier_window_describe_destination:
 * @self: a window
 * @destination: is set to the page and the part of it that are shown; the texts belong to the window
 */
void
dossier_window_describe_destination (DossierWindow *self, DossierDestination *destination)
{
  g_return_if_fail (DOSSIER_IS_WINDOW (self) && destination != NULL);

  *destination = (DossierDestination){
    .page = adw_view_stack_get_visible_child_name (dossier_views_get_stack (self->views)),
    .centre = dossier_centre_get_shown (dossier_views_get_centre (self->views)),
  };
}
