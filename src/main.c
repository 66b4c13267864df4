/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command/dossier-command.h"
#include "window/dossier-application.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

int
main (int argc, char **argv)
{
  g_autoptr (DossierApplication) application = NULL;
  gboolean handled = FALSE;
  const char *translations = g_getenv ("DOSSIER_TRANSLATIONS");
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, translations != NULL ? translations : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  status = dossier_command_run (argc, argv, &handled);
  if (handled)
    return status;

#ifdef __GLIBC__
  /* A frame's surface is some megabytes. Mapped and given back for each frame, the kernel spends most of the
   * frame's time clearing pages; kept, a frame costs about half. */
  mallopt (M_MMAP_THRESHOLD, 64 * 1024 * 1024);
  mallopt (M_TRIM_THRESHOLD, 256 * 1024 * 1024);
#endif

  g_set_application_name (_ ("Dossier"));
  application = dossier_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
