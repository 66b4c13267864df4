/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-window-state.h"

#include "window/dossier-settings.h"

/* Smaller than any window of ours: then it is not the user's wish, but something that went wrong. */
#define LEAST_SIZE 200

/* A window that is resized by hand changes with every frame; what is kept is what it comes to. */
#define DELAY_MS 500

static void
save_size (GtkWindow *window)
{
  GSettings *settings = dossier_settings_get ();
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  if (width >= LEAST_SIZE && height >= LEAST_SIZE)
    g_settings_set (settings, DOSSIER_SETTING_WINDOW_SIZE, "(ii)", width, height);
}

static gboolean
save_size_cb (gpointer data)
{
  g_object_set_data (data, "dossier-save-size", NULL);
  save_size (data);

  return G_SOURCE_REMOVE;
}

static void
cancel_saving (gpointer id)
{
  g_source_remove (GPOINTER_TO_UINT (id));
}

static void
size_cb (GtkWindow *window)
{
  guint id;

  /* What is set already stays as it is: the time begins anew. */
  g_object_set_data (G_OBJECT (window), "dossier-save-size", NULL);
  id = g_timeout_add (DELAY_MS, save_size_cb, window);
  g_object_set_data_full (G_OBJECT (window), "dossier-save-size", GUINT_TO_POINTER (id), cancel_saving);
}

/* A panel that is out over the content is so for the moment. */
static void
panes_cb (DossierPanes *panes)
{
  GSettings *settings = dossier_settings_get ();

  g_settings_set_boolean (settings, DOSSIER_SETTING_SHOW_FILTERS, dossier_panes_wants_start (panes));
  g_settings_set_boolean (settings, DOSSIER_SETTING_SHOW_DETAILS, dossier_panes_wants_end (panes));
}

/**
 * dossier_window_state_bind:
 * @window: a window that is not shown yet
 * @panes: its panels
 *
 * Gives @window the size and the panels that the last one had, and remembers those that it gets.
 */
void
dossier_window_state_bind (GtkWindow *window, DossierPanes *panes)
{
  GSettings *settings = dossier_settings_get ();
  int width, height;

  if (settings == NULL)
    return;

  g_settings_get (settings, DOSSIER_SETTING_WINDOW_SIZE, "(ii)", &width, &height);
  if (width >= LEAST_SIZE && height >= LEAST_SIZE)
    gtk_window_set_default_size (window, width, height);
  g_settings_bind (settings, DOSSIER_SETTING_WINDOW_MAXIMIZED, window, "maximized", G_SETTINGS_BIND_DEFAULT);
  dossier_panes_set_show_start (panes, g_settings_get_boolean (settings, DOSSIER_SETTING_SHOW_FILTERS));
  dossier_panes_set_show_end (panes, g_settings_get_boolean (settings, DOSSIER_SETTING_SHOW_DETAILS));

  g_signal_connect (window, "notify::default-width", G_CALLBACK (size_cb), NULL);
  g_signal_connect (window, "notify::default-height", G_CALLBACK (size_cb), NULL);
  g_signal_connect (panes, "notify::show-start", G_CALLBACK (panes_cb), NULL);
  g_signal_connect (panes, "notify::show-end", G_CALLBACK (panes_cb), NULL);
}
