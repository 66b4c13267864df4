/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-application.h"

#include "window/dossier-actions.h"
#include "window/dossier-window.h"

#include <glib/gi18n-lib.h>

struct _DossierApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (DossierApplication, dossier_application, ADW_TYPE_APPLICATION)

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

  /* Each may have something to save; when the last is gone, so is the program. */
  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
}

static const GActionEntry actions[] = {
  { .name = "new-window", .activate = new_window_action },
  { .name = "quit", .activate = quit_action },
};

static void
dossier_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (dossier_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  dossier_actions_set_accels (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (APPLICATION_ID);
}

/* Started without a file: the dossier that comes with the program. */
static void
dossier_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    {
      window = GTK_WINDOW (dossier_window_new (ADW_APPLICATION (application)));
      dossier_window_open_bundled (DOSSIER_WINDOW (window));
    }

  gtk_window_present (window);
}

/* Each file gets a window of its own; the first takes one that is empty. */
static void
dossier_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));
      DossierWindow *window;

      if (DOSSIER_IS_WINDOW (active) && dossier_window_is_empty (DOSSIER_WINDOW (active)))
        window = DOSSIER_WINDOW (active);
      else
        window = dossier_window_new (ADW_APPLICATION (application));

      dossier_window_open (window, files[i]);
      gtk_window_present (GTK_WINDOW (window));
    }
}

static void
dossier_application_class_init (DossierApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = dossier_application_startup;
  application_class->activate = dossier_application_activate;
  application_class->open = dossier_application_open;
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
