/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-window-private.h"

#include "layout/dossier-timeline-preparation.h"
#include "model/dossier-filter-state.h"
#include "model/dossier-view-opening.h"
#include "widgets/dossier-compat.h"
#include "window/dossier-recent.h"
#include "window/dossier-search-provider.h"

#include <glib/gi18n-lib.h>

/* How a dossier gets into the window: read in the background, seen in part before it is whole, and read again. */

#define BUNDLED_PATH "/dossier/russia-dprk.dossier"

/* A file that is read sooner than this shows no page of its own: it would only flicker. */
#define LOADING_DELAY_MS 200

static void
set_document (DossierWindow *self, DossierDocument *document)
{
  g_autoptr (DossierView) view = dossier_view_new (document);

  dossier_window_show_view (self, view);
  dossier_window_show_page (self, "explore");
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

  dossier_window_show_view (self, view);
}

/* Of what is not to be read to its end nothing stays. */
static void
leave_preview (DossierWindow *self)
{
  if (dossier_window_is_previewing (self))
    dossier_window_show_view (self, self->view_before);
  g_clear_object (&self->view_before);
}

/* Says why a file cannot be shown. Whatever is open stays open behind it. */
static void
show_problems (DossierWindow *self, const char *name, DossierReport *report, const GError *error)
{
  if (dossier_report_get_n_errors (report) == 0)
    dossier_report_add_error (report, name, error);
  dossier_error_page_show (self->error_page, name, report, self->document_title);
  dossier_window_show_page (self, "error");
}

void
dossier_window_stop_loading (DossierWindow *self)
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
  dossier_window_show_page (self, "loading");

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
  if (dossier_window_is_previewing (self))
    replace_view (self, view);
  else
    dossier_window_show_view (self, view);
  dossier_window_stop_loading (self);
  dossier_window_show_page (self, "explore");
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

  name = dossier_window_dup_display_name (dossier_document_get_file (document));
  message = g_strdup_printf (_ ("“%s” was changed elsewhere, and what you changed here is not saved."), name);
  dossier_notice_bar_show (self->notice, message, "win.read-again", _ ("_Read Again"));
}

/* The file was changed into something that is no dossier: what it was stays. */
static void
reload_failed_cb (DossierWindow *self, DossierReport *report)
{
  const DossierDiagnostic *first = dossier_report_get (report, 0);
  g_autofree char *name = dossier_window_dup_display_name (dossier_window_get_file (self));
  g_autofree char *place = first->line > 0 ? g_strdup_printf ("%s:%d", name, first->line) : g_strdup (name);
  /* Translators: the name of a file, perhaps with the number of a line, and what is wrong there */
  g_autofree char *message = g_strdup_printf (_ ("“%s” was changed, but what it holds now cannot be read: %s. What is shown is what it held before."), place, first->message);

  dossier_report_ref (report);
  g_clear_pointer (&self->failure, dossier_report_unref);
  self->failure = report;
  dossier_notice_bar_show (self->notice, message, "win.show-failure", _ ("_Show Problems"));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DossierWindow) self = data;
  DossierLoader *loader = DOSSIER_LOADER (source);
  GFile *file = dossier_loader_get_file (loader);
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierDocument) document = dossier_loader_load_finish (loader, result, &error);
  g_autofree char *name = dossier_window_dup_display_name (file);

  /* Another file was asked for in the meantime, or the window was closed. */
  if (loader != self->loader)
    return;

  if (document != NULL)
    {
      DossierFilter *filter = dossier_window_is_previewing (self) ? dossier_view_get_filter (self->view) : NULL;

      self->filtered = filter != NULL ? dossier_filter_state_save (filter) : NULL;
      dossier_view_open_async (document,
                               filter != NULL ? dossier_filter_state_save (filter) : NULL,
                               self->reading,
                               view_opened_cb,
                               g_object_ref (self));
      return;
    }

  dossier_window_stop_loading (self);
  leave_preview (self);
  show_problems (self, name, dossier_loader_get_report (loader), error);
}

static void
cancel_reading (DossierWindow *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  dossier_window_stop_loading (self);
  leave_preview (self);
}

static void
open_file (DossierWindow *self, GFile *file)
{
  g_autofree char *name = NULL;

  cancel_reading (self);

  name = dossier_window_dup_display_name (file);
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
  if (open == NULL || !g_file_equal (open, file) || dossier_window_is_previewing (self))
    {
      dossier_window_open (self, file);
      self->destination = dossier_destination_copy (destination);
    }
  else if (destination != NULL)
    {
      go_to_destination (self, destination);
    }
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
  dossier_window_show_open_document (self);
}

static void
leave_error_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dossier_window_show_open_document (DOSSIER_WINDOW (widget));
}

static void
read_again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);
  GFile *file = dossier_window_get_file (self);

  if (file != NULL)
    dossier_window_open (self, file);
}

static void
show_failure_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DossierWindow *self = DOSSIER_WINDOW (widget);
  g_autofree char *file_name = NULL;

  if (self->failure == NULL)
    return;

  file_name = dossier_window_dup_display_name (dossier_window_get_file (self));
  show_problems (self, file_name, self->failure, NULL);
}

void
dossier_window_install_reading_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-recent", "s", open_recent_action);
  gtk_widget_class_install_action (widget_class, "win.open-bundled", NULL, open_bundled_action);
  gtk_widget_class_install_action (widget_class, "win.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "win.leave-error", NULL, leave_error_action);
  gtk_widget_class_install_action (widget_class, "win.read-again", NULL, read_again_action);
  gtk_widget_class_install_action (widget_class, "win.show-failure", NULL, show_failure_action);
}

void
dossier_window_init_reading (DossierWindow *self)
{
  self->watch = dossier_file_watch_new ();
  g_signal_connect_object (self->watch, "reloaded", G_CALLBACK (reloaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->watch, "failed", G_CALLBACK (reload_failed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.cancel", FALSE);
}
