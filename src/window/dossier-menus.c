/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-menus.h"

#include "window/dossier-recent.h"

#include <gtk/gtk.h>

static GtkBuilder *builder = NULL;

static void
fill_recent (void)
{
  dossier_recent_fill_menu (G_MENU (gtk_builder_get_object (builder, "recent")));
}

/**
 * dossier_menus_get:
 * @name: the name of a menu in dossier-menus.ui
 *
 * All windows show the same menus. (GTK 4.8 never lets go of the sections of a menu once a popover was made of it: windows with
 * menus of their own would leave them behind.)
 *
 * Returns: (transfer none): the menu
 */
GMenuModel *
dossier_menus_get (const char *name)
{
  if (builder == NULL)
    {
      builder = gtk_builder_new_from_resource ("/dossier/ui/dossier-menus.ui");
      g_signal_connect (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill_recent), NULL);
      fill_recent ();
    }

  return G_MENU_MODEL (gtk_builder_get_object (builder, name));
}
