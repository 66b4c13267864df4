/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-exporter.h"

#include "exchange/dossier-view-file.h"
#include "widgets/dossier-style.h"

#include <glib/gi18n-lib.h>

/* What a toast can hold. */
#define MOST_NAMED 60

/* What waits for the file to be written. */
typedef struct
{
  char *path;
  DossierExporterFunc callback;
  gpointer data;
} Order;

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Order *order = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (order->path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *message = NULL;

  if (dossier_view_file_write_finish (result, &error))
    message = g_strdup_printf (_ ("Saved as “%s”"), shown);
  else
    message = g_strdup_printf (_ ("Not saved: %s"), error->message);

  order->callback (message, order->data);
  g_free (order->path);
  g_free (order);
}

static gboolean
belongs_in_a_name (gunichar letter)
{
  return g_unichar_isalnum (letter) || g_unichar_ismark (letter) || letter == '-' || letter == 0x2013;
}

/**
 * dossier_exporter_propose_name:
 * @view: what is open
 * @suffix: the end of the name, with its dot
 *
 * Returns: (transfer full): a name for a file, after the dossier's title
 */
char *
dossier_exporter_propose_name (DossierView *view, const char *suffix)
{
  const DossierHeading *heading = dossier_document_get_heading (dossier_view_get_document (view));
  g_autoptr (GString) name = g_string_new (NULL);
  int n_letters = 0;

  for (const char *at = dossier_text_get (&heading->title, NULL); *at != '\0' && n_letters < MOST_NAMED; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (belongs_in_a_name (letter))
        g_string_append_unichar (name, letter);
      else if (name->len > 0 && name->str[name->len - 1] != ' ')
        g_string_append_c (name, ' ');
      n_letters++;
    }
  g_strchomp (name->str);

  return g_strconcat (*name->str != '\0' ? name->str : _ ("Dossier"), suffix, NULL);
}

/**
 * dossier_exporter_write:
 * @view: what is open, its filter and selection
 * @options: which of its views, and how
 * @file: where it goes
 * @is_folder: whether all tables go into @file, each in a file of its own
 * @callback: called once when it is written, or could not be
 * @data: for @callback
 *
 * Writes what is in sight, in the background.
 */
void
dossier_exporter_write (DossierView *view,
                        const DossierViewPictureOptions *options,
                        GFile *file,
                        gboolean is_folder,
                        DossierExporterFunc callback,
                        gpointer data)
{
  g_autofree char *path = g_file_get_path (file);
  DossierViewPictureOptions whole = *options;
  Order *order;

  if (path == NULL)
    {
      callback (_ ("Not saved: files can be written on this computer only"), data);
      return;
    }

  if (is_folder)
    {
      g_autofree char *folder = g_strconcat (path, G_DIR_SEPARATOR_S, NULL);

      g_free (path);
      path = g_steal_pointer (&folder);
    }

  whole.theme = dossier_style_get_theme (dossier_style_get_default ())->flags;
  whole.selected = dossier_view_get_selection (view);
  whole.filter = dossier_view_get_filter (view);
  /* Two actors without a tie have nothing to be opened. */
  if (whole.map_sight != NULL && whole.map_sight->opened_ribbon >= 0)
    whole.has_pair = dossier_view_get_pair (view, &whole.actor, &whole.other_actor);
  order = g_new (Order, 1);
  *order = (Order){ g_strdup (path), callback, data };
  dossier_view_file_write_async (dossier_view_get_document (view), &whole, path, NULL, written_cb, order);
}
