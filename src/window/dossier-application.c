/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-application.h"

#include "window/dossier-actions.h"
#include "window/dossier-help-window.h"
#include "window/dossier-preferences.h"
#include "window/dossier-search-provider.h"
#include "window/dossier-session.h"
#include "window/dossier-settings.h"
#include "window/dossier-window.h"

#include <glib/gi18n-lib.h>

struct _DossierApplication
{
  AdwApplication parent_instance;

  DossierSearchProvider *search_provider; /* NULL until there is a bus */
  gboolean is_quitting; /* the windows are being closed one by one: what was open is remembered as it was before */
};

G_DEFINE_FINAL_TYPE (DossierApplication, dossier_application, ADW_TYPE_APPLICATION)

/* Started for a question of the desktop's search, the program stays for so long after the last one. */
#define PATIENCE_MS 20000

/* The window in which @file is open already, or one that has room for it. */
static DossierWindow *
find_window (GApplication *application, GFile *file)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL; l = l->next)
    {
      GFile *open = DOSSIER_IS_WINDOW (l->data) ? dossier_window_get_file (l->data) : NULL;

      if (open != NULL && g_file_equal (open, file))
        return l->data;
    }

  if (DOSSIER_IS_WINDOW (active) && dossier_window_is_empty (DOSSIER_WINDOW (active)))
    return DOSSIER_WINDOW (active);

  return dossier_window_new (ADW_APPLICATION (application));
}

static void
show_cb (GApplication *application, const char *uri, const char *id, guint32 time)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  DossierWindow *window = find_window (application, file);
  DossierDestination destination = { .record = id };

  dossier_window_open_at (window, file, &destination);
  gtk_window_present_with_time (GTK_WINDOW (window), time);
}

static void
search_cb (GApplication *application, const char *uri, const char *words, guint32 time)
{
  g_autoptr (GFile) file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  DossierDestination destination = { .words = words };
  DossierWindow *window;

  if (file == NULL)
    {
      g_application_activate (application);
      return;
    }

  window = find_window (application, file);
  dossier_window_open_at (window, file, &destination);
  gtk_window_present_with_time (GTK_WINDOW (window), time);
}

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DossierWindow *window = dossier_window_new (ADW_APPLICATION (data));

  gtk_window_present (GTK_WINDOW (window));
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));

  dossier_session_save (GTK_APPLICATION (data));
  DOSSIER_APPLICATION (data)->is_quitting = TRUE;

  /* Each may have something to save; when the last is gone, so is the program. */
  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dossier_preferences_show (gtk_application_get_active_window (data));
}

static void
help_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  dossier_help_window_show ();
}

static const GActionEntry actions[] = {
  { .name = "help", .activate = help_action },
  { .name = "new-window", .activate = new_window_action },
  { .name = "preferences", .activate = preferences_action },
  { .name = "quit", .activate = quit_action },
};

static void
dossier_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (dossier_application_parent_class)->startup (application);

  if ((g_application_get_flags (application) & G_APPLICATION_IS_SERVICE) != 0)
    g_application_set_inactivity_timeout (application, PATIENCE_MS);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  dossier_actions_set_accels (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (APPLICATION_ID);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (application), "preferences")), dossier_settings_get () != NULL);
  dossier_preferences_apply_style ();
}

static gboolean
dossier_application_dbus_register (GApplication *application, GDBusConnection *connection, const char *path, GError **error)
{
  DossierApplication *self = DOSSIER_APPLICATION (application);

  if (!G_APPLICATION_CLASS (dossier_application_parent_class)->dbus_register (application, connection, path, error))
    return FALSE;

  self->search_provider = dossier_search_provider_new (application);
  g_signal_connect_object (self->search_provider, "show", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_provider, "search", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);

  return dossier_search_provider_export (self->search_provider, connection, path, error);
}

static void
dossier_application_dbus_unregister (GApplication *application, GDBusConnection *connection, const char *path)
{
  DossierApplication *self = DOSSIER_APPLICATION (application);

  if (self->search_provider != NULL)
    dossier_search_provider_withdraw (self->search_provider);
  g_clear_object (&self->search_provider);

  G_APPLICATION_CLASS (dossier_application_parent_class)->dbus_unregister (application, connection, path);
}

/* What is open is remembered as it comes and goes, for a desktop that ends may not say so. */
static void
file_cb (DossierApplication *self)
{
  self->is_quitting = FALSE;
  dossier_session_save (GTK_APPLICATION (self));
}

static void
dossier_application_window_added (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (dossier_application_parent_class)->window_added (application, window);

  if (DOSSIER_IS_WINDOW (window))
    g_signal_connect_object (window, "notify::file", G_CALLBACK (file_cb), application, G_CONNECT_SWAPPED);
}

static void
dossier_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  GTK_APPLICATION_CLASS (dossier_application_parent_class)->window_removed (application, window);

  if (!DOSSIER_APPLICATION (application)->is_quitting)
    dossier_session_save (application);
}

static void
dossier_application_shutdown (GApplication *application)
{
  if (!DOSSIER_APPLICATION (application)->is_quitting)
    dossier_session_save (GTK_APPLICATION (application));

  G_APPLICATION_CLASS (dossier_application_parent_class)->shutdown (application);
}

/* Started without a file: what was open last, or the dossier that comes with the program. */
static void
dossier_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL && dossier_session_restore (GTK_APPLICATION (application)))
    return;

  if (window == NULL)
    {
      window = GTK_WINDOW (dossier_window_new (ADW_APPLICATION (application)));
      dossier_window_open_bundled (DOSSIER_WINDOW (window));
    }

  gtk_window_present (window);
}

/* Each file gets a window of its own; the first takes one that is empty, and one that is open already is shown. */
static void
dossier_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      DossierWindow *window = find_window (application, files[i]);

      dossier_window_open_at (window, files[i], NULL);
      gtk_window_present (GTK_WINDOW (window));
    }
}

static void
dossier_application_class_init (DossierApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);
  GtkApplicationClass *gtk_application_class = GTK_APPLICATION_CLASS (klass);

  application_class->startup = dossier_application_startup;
  application_class->activate = dossier_application_activate;
  application_class->open = dossier_application_open;
  application_class->shutdown = dossier_application_shutdown;
  application_class->dbus_register = dossier_application_dbus_register;
  application_class->dbus_unregister = dossier_application_dbus_unregister;
  gtk_application_class->window_added = dossier_application_window_added;
  gtk_application_class->window_removed = dossier_application_window_removed;
}

static void
dossier_application_init (DossierApplication *self)
{
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
  g_application_set_option_context_summary (G_APPLICATION (self), _ ("Explore a dossier of events, actors, ties and evidence."));
}

/**
 * dossier_application_new:
 *
 * Returns: (transfer full): the application
 */
DossierApplication *
dossier_application_new (void)
{
  return g_object_new (DOSSIER_TYPE_APPLICATION,
                       "application-id",
                       APPLICATION_ID,
                       "resource-base-path",
                       "/dossier",
                       "flags",
                       G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
