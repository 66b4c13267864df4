/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-recent.h"

#include <gtk/gtk.h>

#define MIME_TYPE  "application/vnd.dossier+json"
#define MAX_RECENT 8

/**
 * dossier_recent_add:
 * @file: a dossier that was opened; one that comes with the program is not remembered
 * @title: (nullable): its title
 *
 * Remembers @file among the files that the desktop knows as used last.
 */
void
dossier_recent_add (GFile *file, const char *title)
{
  g_autofree char *uri = g_file_get_uri (file);
  char *groups[] = { (char *) "Dossier", NULL };
  g_autofree char *program = g_strconcat (g_get_prgname (), " %u", NULL);
  GtkRecentData data = {
    .display_name = (char *) title,
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) g_get_application_name (),
    .app_exec = program,
    .groups = groups,
  };

  if (g_file_has_uri_scheme (file, "resource"))
    return;

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static int
compare_by_time (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b), gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

/* A menu takes an underscore for a mnemonic. */
static char *
escape_label (const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);

  return g_strjoinv ("__", parts);
}

/**
 * dossier_recent_fill_menu:
 * @menu: a menu
 *
 * Replaces what is in @menu by the dossiers that were opened last, newest first. Files are not asked whether
 * they still exist: one may lie on a server that does not answer.
 */
void
dossier_recent_fill_menu (GMenu *menu)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  int n = 0;

  items = g_list_sort (items, compare_by_time);
  g_menu_remove_all (menu);

  for (GList *l = items; l != NULL && n < MAX_RECENT; l = l->next)
    {
      GtkRecentInfo *info = l->data;
      g_autofree char *label = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (g_strcmp0 (gtk_recent_info_get_mime_type (info), MIME_TYPE) != 0)
        continue;

      label = escape_label (gtk_recent_info_get_display_name (info));
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "win.open-recent", "s", gtk_recent_info_get_uri (info));
      g_menu_append_item (menu, item);
      n++;
    }

  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}
