/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-window.h"

#include "layout/dossier-timeline-preparation.h"
#include "model/dossier-address.h"
#include "model/dossier-filter-state.h"
#include "model/dossier-loader.h"
#include "model/dossier-view-opening.h"
#include "widgets/dossier-compat.h"
#include "widgets/dossier-panes.h"
#include "widgets/dossier-title-bar.h"
#include "widgets/dossier-yielding.h"
#include "window/dossier-choices.h"
#include "window/dossier-details.h"
#include "window/dossier-editing-actions.h"
#include "window/dossier-error-page.h"
#include "window/dossier-exporter.h"
#include "window/dossier-paper-actions.h"
#include "window/dossier-file-watch.h"
#include "window/dossier-loading-bar.h"
#include "window/dossier-presenting.h"
#include "window/dossier-notice-bar.h"
#include "window/dossier-recent.h"
#include "window/dossier-search-provider.h"
#include "window/dossier-shortcuts-window.h"
#include "window/dossier-start-panel.h"
#include "window/dossier-views.h"
#include "window/dossier-window-state.h"

#include <glib/gi18n-lib.h>

#define BUNDLED_PATH "/dossier/russia-dprk.dossier"

/* A file that is read sooner than this shows no page of its own: it would only flicker. */
#define LOADING_DELAY_MS 200

struct _DossierWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  DossierTitleBar *title;
  GtkWidget *open_button;
  GtkWidget *filters_button;
  GtkWidget *details_button;
  GtkWidget *search_button;
  GtkWidget *present_button;
  GtkWidget *history_box;
  GtkStack *pages;
  AdwStatusPage *empty_page;
  AdwStatusPage *loading_page;
  GtkProgressBar *progress;
  DossierErrorPage *error_page;
  DossierLoadingBar *loading_bar;
  DossierNoticeBar *notice;
  DossierPanes *panes;
  DossierStartPanel *start_panel;
  DossierViews *views;
  DossierDetails *details;
  GMenu *recent_section;
  GtkWidget *header;
  DossierChooser *chooser;

  DossierEditing *editing;
  AdwToast *undo_toast; /* (unowned): offers to undo the last change; NULL if there is none */
  DossierView *view;
  DossierView *view_before; /* what was open before the preview that is shown now, NULL if nothing was */
  char *document_title; /* of what is open, NULL if nothing is */
  DossierLoader *loader; /* of what is being read, NULL if nothing is */
  GCancellable *reading;
  JsonObject *filtered; /* what was filtered in the preview when all was read, NULL before */
  guint loading_id;
  DossierPresenting *presenting;
  DossierDestination *destination; /* where to go once all is read, NULL to stay at the beginning */
  DossierFileWatch *watch;
  DossierReport *failure; /* why the file that was changed since cannot be read, NULL if it can */
};

enum
{
  PROP_0,
  PROP_FILE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DossierWindow, dossier_window, ADW_TYPE_APPLICATION_WINDOW)

static const char *
get_page (DossierWindow *self)
{
  return gtk_stack_get_visible_child_name (self->pages);
}

static void
show_page (DossierWindow *self, const char *name)
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
static void
show_open_document (DossierWindow *self)
{
  show_page (self, self->view != NULL ? "explore" : "empty");
}

static char *
dup_display_name (GFile *file)
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

static gboolean
is_previewing (DossierWindow *self)
{
  return self->view != NULL && dossier_document_is_preview (dossier_view_get_document (self->view));
}

/* Shows @view everywhere; with %NULL, that nothing is open. */
static void
show_view (DossierWindow *self, DossierView *view)
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
  if (!is_previewing (self))
    dossier_file_watch_set_file (self->watch, dossier_window_get_file (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

static void
set_document (DossierWindow *self, DossierDocument *document)
{
  g_autoptr (DossierView) view = dossier_view_new (document);

  show_view (self, view);
  show_page (self, "explore");
}

/* The first events of a large file are there. What was open comes back if it cannot be read, or is given up. */
static void
preview_cb (DossierWindow *self, DossierDocument *preview)
{
  g_set_object (&self->view_before, self->view);
  g_clear_handle_id (&self->loading_id, g_source_remove);
  set_document (self, preview);
  dossier_loading_bar_set_loader (self->loading_bar, self->loader);
}

/* Puts the whole in the place of its preview, or what was read again in the place of what it was: what was selected in the
 * one and filtered is so in the other. */
static void
replace_view (DossierWindow *self, DossierView *view)
{
  g_autoptr (JsonObject) state = dossier_filter_state_save (dossier_view_get_filter (self->view));
  DossierRef selected = dossier_view_get_selection (self->view);

  /* The view is filtered already, but for what was changed since it was asked for. */
  if (self->filtered == NULL || !json_object_equal (self->filtered, state))
    dossier_filter_state_restore (dossier_view_get_filter (view), state);
  if (dossier_ref_is_set (selected))
    {
      g_autofree char *id = dossier_document_dup_id (dossier_view_get_document (self->view), selected);

      dossier_view_select (view, dossier_document_lookup (dossier_view_get_document (view), id));
    }

  show_view (self, view);
}

/* Of what is not to be read to its end nothing stays. */
static void
leave_preview (DossierWindow *self)
{
  if (is_previewing (self))
    show_view (self, self->view_before);
  g_clear_object (&self->view_before);
}

/* Says why a file cannot be shown. Whatever is open stays open behind it. */
static void
show_problems (DossierWindow *self, const char *name, DossierReport *report, const GError *error)
{
  if (dossier_report_get_n_errors (report) == 0)
    dossier_report_add_error (report, name, error);
  dossier_error_page_show (self->error_page, name, report, self->document_title);
  show_page (self, "error");
}

static void
stop_loading (DossierWindow *self)
{
  g_clear_handle_id (&self->loading_id, g_source_remove);
  dossier_loading_bar_set_loader (self->loading_bar, NULL);
  g_clear_object (&self->reading);
  g_clear_object (&self->loader);
  g_clear_pointer (&self->filtered, json_object_unref);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel", FALSE);
}

static void
progress_cb (DossierWindow *self)
{
  g_autofree char *words = dossier_loading_bar_describe (self->loader);

  gtk_progress_bar_set_fraction (self->progress, dossier_loader_get_fraction (self->loader));
  gtk_progress_bar_set_text (self->progress, words);
}

static gboolean
show_loading_cb (gpointer data)
{
  DossierWindow *self = data;

  self->loading_id = 0;
  show_page (self, "loading");

  return G_SOURCE_REMOVE;
}

/* Where one wants to be in what is open. */
static void
go_to_destination (DossierWindow *self, const DossierDestination *destination)
{
  AdwViewStack *stack = dossier_views_get_stack (self->views);
  GtkWidget *page = destination->page != NULL ? adw_view_stack_get_child_by_name (stack, destination->page) : NULL;

  if (page != NULL && adw_view_stack_page_get_visible (adw_view_stack_get_page (stack, page)))
    adw_view_stack_set_visible_child (stack, page);
  if (destination->centre != NULL && destination->centre[0] != '\0')
    g_object_set (dossier_views_get_centre (self->views), "shown", destination->centre, NULL);
  if (destination->record != NULL)
    {
      DossierRef ref = dossier_document_lookup (dossier_view_get_document (self->view), destination->record);

      dossier_view_select (self->view, ref);
      if (dossier_ref_is_set (ref))
        dossier_view_reveal (self->view, ref);
    }
  if (destination->words != NULL)
    {
      dossier_panes_set_show_start (self->panes, TRUE);
      dossier_start_panel_show_page (self->start_panel, "filters");
      dossier_sidebar_search (dossier_start_panel_get_sidebar (self->start_panel), destination->words);
    }
}

/* What was read is counted, and can be shown. */
static void
view_opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DossierWindow) self = data;
  g_autoptr (DossierView) view = dossier_view_open_finish (DOSSIER_DOCUMENT (source), result, NULL);
  g_autoptr (GFile) file = NULL;

  /* Only who gives it up gets none: another file was asked for, or the window was closed. */
  if (view == NULL)
    return;

  file = g_object_ref (dossier_loader_get_file (self->loader));
  if (is_previewing (self))
    replace_view (self, view);
  else
    show_view (self, view);
  stop_loading (self);
  show_page (self, "explore");
  g_clear_object (&self->view_before);
  dossier_recent_add (file, self->document_title);
  dossier_search_provider_remember (file, dossier_view_get_document (view));
  dossier_file_watch_take_note (self->watch);
  if (self->destination != NULL)
    go_to_destination (self, self->destination);
  g_clear_pointer (&self->destination, dossier_destination_free);
}

static void
view_reopened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DossierWindow) self = data;
  DossierDocument *document = DOSSIER_DOCUMENT (source);
  g_autoptr (DossierView) view = dossier_view_open_finish (document, result, NULL);
  GFile *file = dossier_window_get_file (self);

  /* Something else was opened in the meantime, or the window was closed. */
  if (view == NULL || file == NULL || self->loader != NULL || !g_file_equal (file, dossier_document_get_file (document)))
    return;

  replace_view (self, view);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("The file was changed, and has been read again")));
}

/* What was changed here and is not saved is worth more than what was changed elsewhere: the user decides. */
static void
reloaded_cb (DossierWindow *self, DossierDocument *document)
{
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  if (self->view == NULL)
    return;

  if (!dossier_editing_has_unsaved (self->editing))
    {
      dossier_view_open_async (document, dossier_filter_state_save (dossier_view_get_filter (self->view)), NULL, view_reopened_cb, g_object_ref (self));
      return;
    }

  name = dup_display_name (dossier_document_get_file (document));
  message = g_strdup_printf (_ ("“%s” was changed elsewhere, and what you changed here is not saved."), name);
  dossier_notice_bar_show (self->notice, message, "win.read-again", _ ("_Read Again"));
}

static void
read_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);
  GFile *file = dossier_window_get_file (self);

  if (file != NULL)
    dossier_window_open (self, file);
}

/* The file was changed into something that is no dossier: what it was stays. */
static void
reload_failed_cb (DossierWindow *self, DossierReport *report)
{
  const DossierDiagnostic *first = dossier_report_get (report, 0);
  g_autofree char *name = dup_display_name (dossier_window_get_file (self));
  g_autofree char *place = first->line > 0 ? g_strdup_printf ("%s:%d", name, first->line) : g_strdup (name);
  /* Translators: the name of a file, perhaps with the number of a line, and what is wrong there */
  g_autofree char *message = g_strdup_printf (_ ("“%s” was changed, but what it holds now cannot be read: %s. What is shown is what it held before."), place, first->message);

  dossier_report_ref (report);
  g_clear_pointer (&self->failure, dossier_report_unref);
  self->failure = report;
  dossier_notice_bar_show (self->notice, message, "win.show-failure", _ ("_Show Problems"));
}

static void
show_failure_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);
  g_autofree char *file_name = NULL;

  if (self->failure == NULL)
    return;

  file_name = dup_display_name (dossier_window_get_file (self));
  show_problems (self, file_name, self->failure, NULL);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DossierWindow) self = data;
  DossierLoader *loader = DOSSIER_LOADER (source);
  GFile *file = dossier_loader_get_file (loader);
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierDocument) document = dossier_loader_load_finish (loader, result, &error);
  g_autofree char *name = dup_display_name (file);

  /* Another file was asked for in the meantime, or the window was closed. */
  if (loader != self->loader)
    return;

  if (document != NULL)
    {
      DossierFilter *filter = is_previewing (self) ? dossier_view_get_filter (self->view) : NULL;

      self->filtered = filter != NULL ? dossier_filter_state_save (filter) : NULL;
      dossier_view_open_async (document,
                               filter != NULL ? dossier_filter_state_save (filter) : NULL,
                               self->reading,
                               view_opened_cb,
                               g_object_ref (self));
      return;
    }

  stop_loading (self);
  leave_preview (self);
  show_problems (self, name, dossier_loader_get_report (loader), error);
}

static void
cancel_reading (DossierWindow *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  stop_loading (self);
  leave_preview (self);
}

static void
file_chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (DossierWindow) self = data;

  if (file != NULL)
    dossier_window_open (self, file);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dossier_compat_choose_file (GTK_WINDOW (widget), _ ("Open a Dossier"), file_chosen_cb, g_object_ref (widget));
}

static void
open_recent_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  dossier_window_open (DOSSIER_WINDOW (widget), file);
}

static void
open_bundled_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dossier_window_open_bundled (DOSSIER_WINDOW (widget));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);

  cancel_reading (self);
  show_open_document (self);
}

static void
leave_error_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_open_document (DOSSIER_WINDOW (widget));
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);

  if (self->view == NULL)
    return;

  dossier_panes_set_show_start (self->panes, TRUE);
  dossier_start_panel_show_page (self->start_panel, "filters");
  dossier_sidebar_start_search (dossier_start_panel_get_sidebar (self->start_panel));
}

/* Brings out the scenes, or puts the panel away if they are there. */
static void
show_scenes_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);
  gboolean shown = dossier_panes_get_show_start (self->panes) && g_str_equal (dossier_start_panel_get_page (self->start_panel), "scenes");

  if (self->view == NULL)
    return;

  dossier_start_panel_show_page (self->start_panel, "scenes");
  dossier_panes_set_show_start (self->panes, !shown);
}

static void
add_scene_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dossier_scenes_panel_add_scene (dossier_start_panel_get_scenes (DOSSIER_WINDOW (widget)->start_panel));
}

static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dossier_view_go_back (DOSSIER_WINDOW (widget)->view);
}

static void
forward_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dossier_view_go_forward (DOSSIER_WINDOW (widget)->view);
}

static void
clear_filters_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dossier_filter_clear (dossier_view_get_filter (DOSSIER_WINDOW (widget)->view));
}

static void
show_dossier_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);

  if (self->view == NULL)
    return;

  dossier_view_select (self->view, DOSSIER_REF_NONE);
  dossier_panes_set_show_end (self->panes, TRUE);
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);
  int direction = g_str_equal (name, "win.zoom-in") ? 1 : g_str_equal (name, "win.zoom-out") ? -1
                                                                                             : 0;

  if (self->view != NULL)
    dossier_centre_zoom (dossier_views_get_centre (self->views), direction);
}

static void
fit_selection_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);

  if (self->view != NULL)
    dossier_centre_fit_selection (dossier_views_get_centre (self->views));
}

static void
go_to_dates_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);

  if (self->view == NULL)
    return;

  adw_view_stack_set_visible_child_name (dossier_views_get_stack (self->views), "explore");
  dossier_centre_ask_for_dates (dossier_views_get_centre (self->views));
}

/* In the middle, right below the header bar. */
static void
ask (DossierWindow *self, GPtrArray *choices, const char *question)
{
  GdkRectangle place = { gtk_widget_get_width (self->header) / 2, gtk_widget_get_height (self->header), 1, 1 };

  gtk_popover_set_pointing_to (GTK_POPOVER (self->chooser), &place);
  dossier_chooser_ask (self->chooser, choices, question);
}

static void
show_commands_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);
  g_autoptr (GPtrArray) choices = dossier_choices_of_commands (self->chooser);

  ask (self, choices, _ ("Which command?"));
}

static void
go_to_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);
  g_autoptr (GPtrArray) choices = NULL;
  const DossierTimelineLane *lanes;
  int n_lanes;

  if (self->view == NULL)
    return;

  lanes = dossier_centre_get_lanes (dossier_views_get_centre (self->views), &n_lanes);
  choices = dossier_choices_of_places (dossier_view_get_document (self->view), lanes, n_lanes);
  ask (self, choices, _ ("Go to which lane or actor?"));
}

/* The show has windows of its own, and leaves this one as it is. */
static void
present_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);
  DossierPresentingSight sight = { g_str_equal (name, "win.present-from-here"), DOSSIER_REF_NONE, 0, 0 };
  DossierViewPictureOptions seen = { 0 };

  if (self->view != NULL)
    {
      dossier_views_describe_picture (self->views, &seen);
      sight.selected = dossier_view_get_selection (self->view);
    }
  if (seen.has_dates)
    {
      sight.begin = seen.begin;
      sight.end = seen.end;
    }
  dossier_presenting_begin (self->presenting, &sight);
}

static void
stories_asked_cb (DossierWindow *self, GPtrArray *stories)
{
  ask (self, stories, _ ("Present which story?"));
}

static void
present_clicked_cb (DossierWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.present", NULL);
}

static void
chosen_cb (DossierWindow *self, DossierChoice *choice)
{
  const char *action = dossier_choice_get_action (choice);
  DossierRef ref = dossier_choice_get_ref (choice);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (dossier_presenting_choose (self->presenting, choice))
    return;

  if (action != NULL && g_action_parse_detailed_name (action, &name, &target, NULL))
    {
      gtk_widget_activate_action_variant (GTK_WIDGET (self), name, target);
    }
  else if (dossier_ref_is_set (ref))
    {
      dossier_view_select (self->view, ref);
      dossier_view_reveal (self->view, ref);
    }
  else if (dossier_choice_get_lane (choice) >= 0)
    {
      adw_view_stack_set_visible_child_name (dossier_views_get_stack (self->views), "explore");
      dossier_centre_show_lane (dossier_views_get_centre (self->views), dossier_choice_get_lane (choice));
    }
}

static void
show_shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (dossier_shortcuts_window_new (GTK_WINDOW (widget))));
}

static void
show_about_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dossier_compat_show_about (GTK_WINDOW (widget));
}

static void
exported_cb (const char *message, gpointer data)
{
  g_autoptr (DossierWindow) self = data;

  /* Closed in the meantime. */
  if (self->toasts != NULL)
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (message));
}

static void
export_to (DossierWindow *self, GFile *file, gboolean is_folder)
{
  DossierViewPictureOptions options = { 0 };
  g_autoptr (DossierMapSight) sight = NULL;

  if (self->view == NULL)
    return;

  dossier_views_describe_picture (self->views, &options);
  if (options.view == DOSSIER_VIEW_MAP)
    options.map_sight = sight = dossier_centre_get_map_sight (dossier_views_get_centre (self->views));
  dossier_exporter_write (self->view, &options, file, is_folder, exported_cb, g_object_ref (self));
}

static void
export_chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (DossierWindow) self = data;

  if (file != NULL)
    export_to (self, file, FALSE);
}

static void
export_folder_chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (DossierWindow) self = data;

  if (file != NULL)
    export_to (self, file, TRUE);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);
  const char *page;
  g_autofree char *proposed = NULL;

  if (self->view == NULL)
    return;

  page = adw_view_stack_get_visible_child_name (dossier_views_get_stack (self->views));
  proposed = dossier_exporter_propose_name (self->view, g_strcmp0 (page, "table") == 0 ? ".csv" : ".png");
  dossier_compat_choose_export (GTK_WINDOW (widget), _ ("Export as .png, .svg, .pdf, .csv, .graphml, .gexf, .bib or .csl.json"), proposed, export_chosen_cb, g_object_ref (self));
}

static void
export_tables_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (DOSSIER_WINDOW (widget)->view != NULL)
    dossier_compat_choose_export (GTK_WINDOW (widget), _ ("Export All Tables into a Folder"), NULL, export_folder_chosen_cb, g_object_ref (widget));
}

/* To a file or, if it ends in a slash, a folder that is named by its URI, without asking. */
static void
export_to_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *uri = g_variant_get_string (parameter, NULL);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  export_to (DOSSIER_WINDOW (widget), file, g_str_has_suffix (uri, "/"));
}

static void
show_link_cb (DossierWindow *self, const char *uri)
{
  g_autofree char *host = NULL;

  if (dossier_address_is_harmless (uri, &host))
    dossier_compat_show_uri (GTK_WINDOW (self), uri, host);
}

static void
tell_cb (DossierWindow *self, const char *what)
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
  g_autofree char *name = dup_display_name (file);
  g_autofree char *message = g_strdup_printf (_ ("Saved in “%s”"), name);

  tell_cb (self, message);
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

static void
show_message_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  tell_cb (DOSSIER_WINDOW (widget), g_variant_get_string (parameter, NULL));
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
update_recent (DossierWindow *self)
{
  dossier_recent_fill_menu (self->recent_section);
}

static void
dossier_window_dispose (GObject *object)
{
  DossierWindow *self = DOSSIER_WINDOW (object);

  dossier_compat_empty_menus (GTK_WIDGET (self));
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  if (self->pages != NULL)
    stop_loading (self);
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
  GTK_WINDOW_CLASS (klass)->close_request = dossier_window_close_request;
  object_class->get_property = dossier_window_get_property;

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
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, recent_section);
  gtk_widget_class_bind_template_child (widget_class, DossierWindow, header);

  gtk_widget_class_bind_template_callback (widget_class, present_clicked_cb);

  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-recent", "s", open_recent_action);
  gtk_widget_class_install_action (widget_class, "win.open-bundled", NULL, open_bundled_action);
  gtk_widget_class_install_action (widget_class, "win.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "win.leave-error", NULL, leave_error_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.present", NULL, present_action);
  gtk_widget_class_install_action (widget_class, "win.present-from-here", NULL, present_action);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.export-tables", NULL, export_tables_action);
  gtk_widget_class_install_action (widget_class, "win.export-to", "s", export_to_action);
  gtk_widget_class_install_action (widget_class, "win.show-scenes", NULL, show_scenes_action);
  gtk_widget_class_install_action (widget_class, "win.add-scene", NULL, add_scene_action);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.forward", NULL, forward_action);
  gtk_widget_class_install_action (widget_class, "win.clear-filters", NULL, clear_filters_action);
  gtk_widget_class_install_action (widget_class, "win.show-dossier", NULL, show_dossier_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "win.zoom-fit", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "win.fit-selection", NULL, fit_selection_action);
  gtk_widget_class_install_action (widget_class, "win.show-message", "s", show_message_action);
  gtk_widget_class_install_action (widget_class, "win.go-to-dates", NULL, go_to_dates_action);
  gtk_widget_class_install_action (widget_class, "win.show-commands", NULL, show_commands_action);
  gtk_widget_class_install_action (widget_class, "win.go-to", NULL, go_to_action);
  gtk_widget_class_install_action (widget_class, "win.read-again", NULL, read_again_action);
  gtk_widget_class_install_action (widget_class, "win.show-failure", NULL, show_failure_action);
  gtk_widget_class_install_action (widget_class, "win.show-shortcuts", NULL, show_shortcuts_action);
  gtk_widget_class_install_action (widget_class, "win.show-about", NULL, show_about_action);
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
  g_signal_connect_object (self->editing, "told", G_CALLBACK (tell_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editing, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  self->watch = dossier_file_watch_new ();
  g_signal_connect_object (self->watch, "reloaded", G_CALLBACK (reloaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "failed", G_CALLBACK (reload_failed_cb), self, G_CONNECT_SWAPPED);

  self->presenting = dossier_presenting_new (GTK_WINDOW (self), self->editing);
  g_signal_connect_object (self->editing, "changed", G_CALLBACK (update_present), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->presenting, "told", G_CALLBACK (tell_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->presenting, "asked", G_CALLBACK (stories_asked_cb), self, G_CONNECT_SWAPPED);

  self->chooser = DOSSIER_CHOOSER (dossier_chooser_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->chooser), self->header);
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);

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
  g_signal_connect_object (self->views, "failed", G_CALLBACK (tell_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->title, "notify::is-narrow", G_CALLBACK (update_switcher), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (self->details, "show-link", G_CALLBACK (show_link_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->details, "copied", G_CALLBACK (tell_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));

  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (update_recent), self, G_CONNECT_SWAPPED);
  update_recent (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel", FALSE);
  update_history (self);
  update_filter (self);
  dossier_compat_name_dropdown (self->open_button, _("Recent Dossiers"));
  dossier_compat_name_menus (self->header);
  adw_status_page_set_icon_name (self->empty_page, APPLICATION_ID "-symbolic");
  dossier_title_bar_set_title (self->title, _ ("Dossier"), NULL);
  dossier_window_state_bind (GTK_WINDOW (self), self->panes);
  show_page (self, "empty");
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

static void
open_file (DossierWindow *self, GFile *file)
{
  g_autofree char *name = NULL;

  cancel_reading (self);

  name = dup_display_name (file);
  self->loader = dossier_loader_new (file, NULL);
  dossier_loader_set_preparation (self->loader, dossier_timeline_prepare_times, dossier_timeline_prepare_lanes);
  self->reading = g_cancellable_new ();
  g_signal_connect_object (self->loader, "notify::fraction", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->loader, "preview", G_CALLBACK (preview_cb), self, G_CONNECT_SWAPPED);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_progress_bar_set_text (self->progress, "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel", TRUE);
  adw_status_page_set_description (self->loading_page, name);
  self->loading_id = g_timeout_add (LOADING_DELAY_MS, show_loading_cb, self);
  dossier_loader_load_async (self->loader, self->reading, read_cb, g_object_ref (self));
}

/* What is to be opened once nothing gets lost by that; without a file, the dossier that comes with the program. */
typedef struct
{
  DossierWindow *window;
  GFile *file;
} Opening;

static void
free_opening (gpointer data)
{
  Opening *opening = data;

  g_object_unref (opening->window);
  g_clear_object (&opening->file);
  g_free (opening);
}

static void open_bundled (DossierWindow *self);

static void
open_now (gpointer data)
{
  Opening *opening = data;

  if (opening->file != NULL)
    open_file (opening->window, opening->file);
  else
    open_bundled (opening->window);
}

/**
 * dossier_window_open:
 * @self: a window
 * @file: a dossier
 *
 * Reads @file in the background and shows it, or a page that says why it cannot be shown. Who has something to save is
 * asked before.
 */
void
dossier_window_open (DossierWindow *self, GFile *file)
{
  Opening *opening;

  g_return_if_fail (DOSSIER_IS_WINDOW (self) && G_IS_FILE (file));

  g_clear_pointer (&self->destination, dossier_destination_free);
  opening = g_new (Opening, 1);
  *opening = (Opening){ g_object_ref (self), g_object_ref (file) };
  dossier_editing_ask (self->editing, open_now, opening, free_opening);
}

/**
 * dossier_window_open_at:
 * @self: a window
 * @file: a dossier
 * @destination: (nullable): where to go in it once it is read
 *
 * Like dossier_window_open(), but what is open already is not read again.
 */
void
dossier_window_open_at (DossierWindow *self, GFile *file, const DossierDestination *destination)
{
  GFile *open;

  g_return_if_fail (DOSSIER_IS_WINDOW (self) && G_IS_FILE (file));

  open = dossier_window_get_file (self);
  if (open == NULL || !g_file_equal (open, file) || is_previewing (self))
    {
      dossier_window_open (self, file);
      self->destination = dossier_destination_copy (destination);
    }
  else if (destination != NULL)
    {
      go_to_destination (self, destination);
    }
}

static void
open_bundled (DossierWindow *self)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DossierDocument) document = NULL;
  g_autoptr (DossierReport) report = dossier_report_new ();
  g_autoptr (GError) error = NULL;

  cancel_reading (self);
  bytes = g_resources_lookup_data (BUNDLED_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes != NULL)
    document = dossier_reader_read_bytes (bytes, NULL, dossier_limits_get_default (), report, NULL, &error);

  if (document != NULL)
    set_document (self, document);
  else
    show_problems (self, BUNDLED_PATH, report, error);
}

/**
 * dossier_window_open_bundled:
 * @self: a window
 *
 * Shows the dossier that comes with the program. Who has something to save is asked before.
 */
void
dossier_window_open_bundled (DossierWindow *self)
{
  Opening *opening;

  g_return_if_fail (DOSSIER_IS_WINDOW (self));

  opening = g_new (Opening, 1);
  *opening = (Opening){ g_object_ref (self), NULL };
  dossier_editing_ask (self->editing, open_now, opening, free_opening);
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

  return self->view == NULL && self->reading == NULL && g_strcmp0 (get_page (self), "error") != 0;
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
