/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-paper-actions.h"

#include "exchange/dossier-story-picture.h"
#include "widgets/dossier-compat.h"
#include "window/dossier-exporter.h"
#include "window/dossier-printer.h"

#include <glib/gi18n-lib.h>

/* What is to be written where the user says. */
typedef struct
{
  DossierWindow *window;
  DossierPrintoutKind kind;
  char *path;
} Order;

static const struct
{
  const char *print;
  const char *export;
  const char *title; /* of the dialog that asks for a file */
} names[DOSSIER_N_PRINTOUTS] = {
  [DOSSIER_PRINTOUT_STORY] = { "print-story", "export-story", N_ ("Export the Story as PDF") },
  [DOSSIER_PRINTOUT_HANDOUT] = { "print-handout", "export-handout", N_ ("Export the Handout as PDF") },
  [DOSSIER_PRINTOUT_TIMELINE] = { "print-timeline", "export-poster", N_ ("Export the Timeline as a Poster of A4 Sheets") },
};

static void
free_order (Order *order)
{
  g_object_unref (order->window);
  g_free (order->path);
  g_free (order);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Order, free_order)

static void
show_message (DossierWindow *window, const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-message", "s", message);
}

/* What is open, if it has what is wanted on paper; the window says so if not. */
static DossierDocument *
get_document (DossierWindow *window, DossierPrintoutKind kind)
{
  DossierView *view = dossier_window_get_view (window);
  g_autoptr (GError) error = NULL;
  DossierDocument *document;

  if (view == NULL)
    return NULL;

  document = dossier_view_get_document (view);
  if (kind != DOSSIER_PRINTOUT_TIMELINE && dossier_story_picture_find (document, NULL, &error) < 0)
    {
      show_message (window, error->message);
      return NULL;
    }

  return document;
}

/* Paper is light. */
static DossierViewPictureOptions
make_options (DossierWindow *window)
{
  DossierView *view = dossier_window_get_view (window);

  return (DossierViewPictureOptions){
    .view = DOSSIER_VIEW_TIMELINE,
    .theme = DOSSIER_THEME_LIGHT,
    .selected = dossier_view_get_selection (view),
    .filter = dossier_view_get_filter (view),
  };
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DossierPrintoutKind kind = (DossierPrintoutKind) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (action), "dossier-kind"));
  DossierDocument *document = get_document (data, kind);
  DossierViewPictureOptions options;

  if (document == NULL)
    return;

  options = make_options (data);
  dossier_printer_run (data, document, kind, &options, NULL);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Order) order = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = g_filename_display_basename (order->path);
  g_autofree char *message = NULL;

  if (dossier_printout_write_finish (result, &error))
    message = g_strdup_printf (_ ("Saved as “%s”"), shown);
  else
    message = g_strdup_printf (_ ("Not saved: %s"), error->message);
  show_message (order->window, message);
}

static void
chosen_cb (GFile *file, gpointer data)
{
  g_autoptr (Order) order = data;
  DossierViewPictureOptions options;
  DossierDocument *document;

  if (file == NULL)
    return;
  order->path = g_file_get_path (file);
  if (order->path == NULL)
    {
      show_message (order->window, _ ("Not saved: files can be written on this computer only"));
      return;
    }
  if (!g_str_has_suffix (order->path, ".pdf"))
    {
      show_message (order->window, _ ("Not saved: pages go into a file that ends in .pdf"));
      return;
    }

  /* Another dossier may have been opened since. */
  document = get_document (order->window, order->kind);
  if (document == NULL)
    return;

  options = make_options (order->window);
  dossier_printout_write_async (document, order->kind, &options, DOSSIER_PAPER_A4, order->path, NULL, written_cb, order);
  g_steal_pointer (&order);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  DossierPrintoutKind kind = (DossierPrintoutKind) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (action), "dossier-kind"));
  g_autofree char *proposed = NULL;
  Order *order;

  if (get_document (data, kind) == NULL)
    return;

  proposed = dossier_exporter_propose_name (dossier_window_get_view (data), ".pdf");
  order = g_new0 (Order, 1);
  order->window = g_object_ref (data);
  order->kind = kind;
  dossier_compat_choose_export (data, _ (names[kind].title), proposed, chosen_cb, order);
}

static void
add_action (DossierWindow *window, const char *name, DossierPrintoutKind kind, GCallback callback)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, NULL);

  g_object_set_data (G_OBJECT (action), "dossier-kind", GINT_TO_POINTER (kind));
  g_signal_connect_object (action, "activate", callback, window, 0);
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (action));
}

/**
 * dossier_paper_actions_add:
 * @window: a window
 *
 * Adds what puts the open dossier on paper: print-story, print-handout and print-timeline, and into files export-story,
 * export-handout and export-poster. They have no key of their own: Ctrl+P goes to a lane or an actor.
 */
void
dossier_paper_actions_add (DossierWindow *window)
{
  for (DossierPrintoutKind kind = DOSSIER_PRINTOUT_STORY; kind < DOSSIER_N_PRINTOUTS; kind++)
    {
      add_action (window, names[kind].print, kind, G_CALLBACK (print_cb));
      add_action (window, names[kind].export, kind, G_CALLBACK (export_cb));
    }
}
