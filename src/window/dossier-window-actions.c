/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-window-private.h"

#include "widgets/dossier-compat.h"
#include "window/dossier-choices.h"
#include "window/dossier-exporter.h"
#include "window/dossier-shortcuts-window.h"

#include <glib/gi18n-lib.h>

/* What is done by keys, menus and the chooser of commands, but for what gets a dossier into the window. */

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
show_message_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dossier_window_tell (DOSSIER_WINDOW (widget), g_variant_get_string (parameter, NULL));
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

void
dossier_window_install_actions (GtkWidgetClass *widget_class)
{
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
  gtk_widget_class_install_action (widget_class, "win.show-shortcuts", NULL, show_shortcuts_action);
  gtk_widget_class_install_action (widget_class, "win.show-about", NULL, show_about_action);
}

void
dossier_window_init_chooser (DossierWindow *self)
{
  self->chooser = DOSSIER_CHOOSER (dossier_chooser_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->chooser), self->header);
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->presenting, "asked", G_CALLBACK (stories_asked_cb), self, G_CONNECT_SWAPPED);
}
