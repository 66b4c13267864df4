/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-editing-actions.h"

/* Where text is written, it is the text that is undone, if it can be: an entry for a search has an undo of its own. */
static gboolean
act_on_text (GtkWindow *window, const char *action)
{
  GtkWidget *focus = window != NULL ? gtk_window_get_focus (window) : NULL;
  gboolean can_undo = FALSE;

  if (GTK_IS_TEXT (focus))
    can_undo = gtk_editable_get_enable_undo (GTK_EDITABLE (focus));
  else if (GTK_IS_TEXT_VIEW (focus))
    can_undo = gtk_text_buffer_get_enable_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)));

  if (can_undo)
    gtk_widget_activate_action (focus, action, NULL);

  return can_undo;
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer editing)
{
  if (!act_on_text (dossier_editing_get_window (editing), "text.undo"))
    dossier_editing_undo (editing);
}

static void
redo_cb (GSimpleAction *action, GVariant *parameter, gpointer editing)
{
  if (!act_on_text (dossier_editing_get_window (editing), "text.redo"))
    dossier_editing_redo (editing);
}

static void
undo_change_cb (GSimpleAction *action, GVariant *parameter, gpointer editing)
{
  dossier_editing_undo (editing);
}

static void
save_cb (GSimpleAction *action, GVariant *parameter, gpointer editing)
{
  dossier_editing_save (editing);
}

static void
save_as_cb (GSimpleAction *action, GVariant *parameter, gpointer editing)
{
  dossier_editing_save_as (editing);
}

/* To a file that is named by its URI, without asking. */
static void
save_to_cb (GSimpleAction *action, GVariant *parameter, gpointer editing)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  dossier_editing_save_to (editing, file);
}

static const GActionEntry entries[] = {
  { "undo", undo_cb, NULL, NULL, NULL, { 0 } },
  { "redo", redo_cb, NULL, NULL, NULL, { 0 } },
  { "undo-change", undo_change_cb, NULL, NULL, NULL, { 0 } },
  { "save", save_cb, NULL, NULL, NULL, { 0 } },
  { "save-as", save_as_cb, NULL, NULL, NULL, { 0 } },
  { "save-to", save_to_cb, "s", NULL, NULL, { 0 } },
};

static void
set_enabled (GActionMap *map, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, name)), enabled);
}

static void
changed_cb (GActionMap *map, DossierEditing *editing)
{
  gboolean can_edit = dossier_editing_get_book (editing) != NULL;

  set_enabled (map, "undo", dossier_editing_can_undo (editing));
  set_enabled (map, "undo-change", dossier_editing_can_undo (editing));
  set_enabled (map, "redo", dossier_editing_can_redo (editing));
  set_enabled (map, "save", dossier_editing_can_save (editing));
  set_enabled (map, "save-as", can_edit);
  set_enabled (map, "save-to", can_edit);
}

/**
 * dossier_editing_actions_add:
 * @editing: what is edited in @window
 * @window: a window
 *
 * Gives @window the actions undo, redo, undo-change (whatever has the focus, for a toast), save, save-as and save-to (a URI,
 * without asking), as far as they can be done.
 */
void
dossier_editing_actions_add (DossierEditing *editing, GtkApplicationWindow *window)
{
  g_return_if_fail (DOSSIER_IS_EDITING (editing) && GTK_IS_APPLICATION_WINDOW (window));

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), editing);
  g_signal_connect_object (editing, "changed", G_CALLBACK (changed_cb), window, G_CONNECT_SWAPPED);
  changed_cb (G_ACTION_MAP (window), editing);
}
