/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-session.h"

#include "window/dossier-settings.h"
#include "window/dossier-window.h"

/* So many windows come back; who had more open does not want them all at once. */
#define MOST_WINDOWS 12

/**
 * dossier_session_save:
 * @application: the application
 *
 * Remembers what its windows show. The dossier that comes with the program needs no remembering. While there is no
 * window, what was remembered last stays.
 */
void
dossier_session_save (GtkApplication *application)
{
  GSettings *settings = dossier_settings_get ();
  GVariantBuilder builder;
  gboolean any = FALSE;
  int n = 0;

  if (settings == NULL)
    return;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sss)"));
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    {
      GFile *file;
      g_autofree char *uri = NULL;
      DossierDestination destination;

      if (!DOSSIER_IS_WINDOW (l->data))
        continue;

      any = TRUE;
      file = dossier_window_get_file (l->data);
      if (file == NULL || n++ >= MOST_WINDOWS)
        continue;
      uri = g_file_get_uri (file);
      dossier_window_describe_destination (l->data, &destination);
      g_variant_builder_add (&builder, "(sss)", uri, destination.page != NULL ? destination.page : "", destination.centre != NULL ? destination.centre : "");
    }

  if (any)
    g_settings_set_value (settings, DOSSIER_SETTING_SESSION, g_variant_builder_end (&builder));
  else
    g_variant_builder_clear (&builder);
}

/**
 * dossier_session_restore:
 * @application: an application without windows
 *
 * Opens what dossier_session_save() remembered, if the user wants that. A file that is no more has a window that says
 * so.
 *
 * Returns: whether there was something
 */
gboolean
dossier_session_restore (GtkApplication *application)
{
  GSettings *settings = dossier_settings_get ();
  g_autoptr (GVariantIter) session = NULL;
  const char *uri, *page, *centre;
  gboolean any = FALSE;

  if (settings == NULL || !g_settings_get_boolean (settings, DOSSIER_SETTING_RESTORE_SESSION))
    return FALSE;

  g_settings_get (settings, DOSSIER_SETTING_SESSION, "a(sss)", &session);
  while (g_variant_iter_next (session, "(&s&s&s)", &uri, &page, &centre))
    {
      DossierWindow *window = dossier_window_new (ADW_APPLICATION (application));
      g_autoptr (GFile) file = g_file_new_for_uri (uri);
      DossierDestination destination = { .page = page, .centre = centre };

      dossier_window_open_at (window, file, &destination);
      gtk_window_present (GTK_WINDOW (window));
      any = TRUE;
    }

  return any;
}
