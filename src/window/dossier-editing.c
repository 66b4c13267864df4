/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-editing-private.h"

#include "exchange/dossier-saving.h"
#include "exchange/dossier-story-store.h"
#include "exchange/dossier-story-writer.h"
#include "model/dossier-reader.h"
#include "widgets/dossier-compat.h"

#include <glib/gi18n-lib.h>

enum
{
  CHANGED,
  TOLD,
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DossierEditing, dossier_editing, G_TYPE_OBJECT)

static void
free_pending (DossierEditingPending *pending)
{
  if (pending->free_data != NULL)
    pending->free_data (pending->data);
  g_free (pending);
}

void
dossier_editing_drop_pending (DossierEditing *self)
{
  g_clear_pointer (&self->pending, free_pending);
}

void
dossier_editing_go_on (DossierEditing *self)
{
  DossierEditingPending *pending = g_steal_pointer (&self->pending);

  if (pending == NULL)
    return;

  pending->go_on (pending->data);
  free_pending (pending);
}

static gboolean
go_on_cb (gpointer data)
{
  dossier_editing_go_on (data);

  return G_SOURCE_REMOVE;
}

/* What is asked for may close the window, which has to wait until the dialog that was answered is closed. */
void
dossier_editing_go_on_soon (DossierEditing *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, go_on_cb, g_object_ref (self), g_object_unref);
}

void
dossier_editing_tell (DossierEditing *self, const char *message)
{
  g_signal_emit (self, signals[TOLD], 0, message);
}

static void
changed_cb (DossierEditing *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

GFile *
dossier_editing_get_file (DossierEditing *self)
{
  return dossier_document_get_file (self->document);
}

const char *
dossier_editing_get_title (DossierEditing *self)
{
  return dossier_text_get (&dossier_document_get_heading (self->document)->title, NULL);
}

static void
close_view (DossierEditing *self)
{
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (dossier_view_get_changes (self->view), self);
  if (self->book != NULL)
    g_signal_handlers_disconnect_by_data (self->book, self);
  g_clear_pointer (&self->recovery, dossier_recovery_free);
  g_clear_object (&self->book);
  g_clear_object (&self->view);
  g_clear_object (&self->document);
  g_clear_pointer (&self->saving, g_ptr_array_unref);
  self->is_beside = FALSE;
}

static void
dossier_editing_dispose (GObject *object)
{
  DossierEditing *self = DOSSIER_EDITING (object);

  dossier_editing_drop_pending (self);
  close_view (self);
  self->window = NULL;
  self->get_places = NULL;

  G_OBJECT_CLASS (dossier_editing_parent_class)->dispose (object);
}

static void
dossier_editing_class_init (DossierEditingClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dossier_editing_dispose;

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOLD] = g_signal_new ("told", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SAVED] = g_signal_new ("saved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);
}

static void
dossier_editing_init (DossierEditing *self)
{
}

/**
 * dossier_editing_new:
 * @window: the window whose dossier is edited, which has to outlive it but for its last references
 *
 * Returns: (transfer full): what edits nothing yet
 */
DossierEditing *
dossier_editing_new (GtkWindow *window)
{
  DossierEditing *self = g_object_new (DOSSIER_TYPE_EDITING, NULL);

  self->window = window;

  return self;
}

/**
 * dossier_editing_set_places_func:
 * @self: an editing
 * @get_places: tells where the actors of the map stand
 * @data: for @get_places; it has to outlive the window
 *
 * Places that a person chose are written into the dossier along with whatever is saved. Moving actors does not make a
 * dossier unsaved: places are kept on this computer in any case.
 */
void
dossier_editing_set_places_func (DossierEditing *self, DossierEditingPlacesFunc get_places, gpointer data)
{
  g_return_if_fail (DOSSIER_IS_EDITING (self));

  self->get_places = get_places;
  self->places_data = data;
}

/* Called with the id of the answer when the dialog is closed. */
AdwMessageDialog *
dossier_editing_make_dialog (DossierEditing *self, const char *heading, const char *body, GCallback response_cb)
{
  GtkWidget *dialog = adw_message_dialog_new (self->window, heading, NULL);

  /* Names of files and titles are no markup. */
  adw_message_dialog_set_body_use_markup (ADW_MESSAGE_DIALOG (dialog), FALSE);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  g_signal_connect_object (dialog, "response", response_cb, self, G_CONNECT_SWAPPED);

  return ADW_MESSAGE_DIALOG (dialog);
}

void
dossier_editing_show_dialog (AdwMessageDialog *dialog, const char *chosen, const char *closing)
{
  adw_message_dialog_set_response_appearance (dialog, chosen, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, chosen);
  adw_message_dialog_set_close_response (dialog, closing);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Asking before something is lost */

static void
lose_response_cb (DossierEditing *self, const char *response)
{
  if (self->book == NULL)
    return;

  if (g_str_equal (response, "save"))
    {
      dossier_editing_save (self);
    }
  else if (g_str_equal (response, "discard"))
    {
      dossier_recovery_forget (self->recovery);
      dossier_editing_go_on_soon (self);
    }
  else
    {
      dossier_editing_drop_pending (self);
    }
}

/**
 * dossier_editing_ask:
 * @self: an editing
 * @go_on_func: what the user wants to do, by which all that is not saved gets lost
 * @data: for @go_on_func
 * @free_data: (nullable): frees @data
 *
 * Does it at once if there is nothing to lose; else asks, and does it once all is saved or not wanted.
 */
void
dossier_editing_ask (DossierEditing *self, DossierEditingFunc go_on_func, gpointer data, GDestroyNotify free_data)
{
  g_autofree char *body = NULL;
  AdwMessageDialog *dialog;

  g_return_if_fail (DOSSIER_IS_EDITING (self) && go_on_func != NULL);

  dossier_editing_drop_pending (self);
  self->pending = g_new (DossierEditingPending, 1);
  *self->pending = (DossierEditingPending){ go_on_func, data, free_data };
  if (!dossier_editing_has_unsaved (self))
    {
      dossier_editing_go_on (self);
      return;
    }

  body = g_strdup_printf (_ ("The stories of “%s” have changes that are not saved. What is not saved is lost."), dossier_editing_get_title (self));
  dialog = dossier_editing_make_dialog (self, _ ("Save Changes?"), body, G_CALLBACK (lose_response_cb));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "discard", _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  dossier_editing_show_dialog (dialog, "save", "cancel");
}

/* What was kept from before */

static void
recover_response_cb (DossierEditing *self, const char *response, AdwMessageDialog *dialog)
{
  const char *text = g_object_get_data (G_OBJECT (dialog), "stories");

  if (self->book == NULL || g_object_get_data (G_OBJECT (dialog), "book") != self->book)
    return;

  if (g_str_equal (response, "restore"))
    dossier_story_book_replace (self->book, text, _ ("Changes restored"));
  else
    dossier_recovery_forget (self->recovery);
}

static char *
describe_time (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time);

  /* Translators: when something was edited, see strftime: the day and the time */
  return time > 0 && moment != NULL ? g_date_time_format (moment, _ ("%x %H:%M")) : NULL;
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DossierEditing) self = ((gpointer *) data)[0];
  g_autoptr (DossierStoryBook) book = ((gpointer *) data)[1];
  g_autoptr (GError) error = NULL;
  gint64 saved_at;
  g_autofree char *text = dossier_recovery_find_finish (result, &saved_at, &error);
  g_autofree char *time = NULL;
  g_autofree char *body = NULL;
  g_autofree char *present = NULL;
  AdwMessageDialog *dialog;

  g_free (data);
  if (self->book != book || self->window == NULL)
    return;

  if (error != NULL)
    {
      g_autofree char *message = g_strdup_printf (_ ("Unsaved stories of an earlier session could not be restored: %s"), error->message);

      dossier_editing_tell (self, message);
      return;
    }

  present = dossier_story_book_dup_text (self->book);
  if (text == NULL || g_str_equal (text, present))
    return;

  time = describe_time (saved_at);
  if (time != NULL)
    body = g_strdup_printf (_ ("The program ended while stories of “%s” were edited. Changes of %s were not saved."), dossier_editing_get_title (self), time);
  else
    body = g_strdup_printf (_ ("The program ended while stories of “%s” were edited. Changes were not saved."), dossier_editing_get_title (self));
  dialog = dossier_editing_make_dialog (self, _ ("Restore Unsaved Changes?"), body, G_CALLBACK (recover_response_cb));
  g_object_set_data_full (G_OBJECT (dialog), "stories", g_steal_pointer (&text), g_free);
  g_object_set_data_full (G_OBJECT (dialog), "book", g_object_ref (book), g_object_unref);
  adw_message_dialog_add_responses (dialog, "discard", _ ("_Discard"), "restore", _ ("_Restore"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  dossier_editing_show_dialog (dialog, "restore", "restore");
}

static void
find_recovery (DossierEditing *self)
{
  gpointer *data = g_new (gpointer, 2);

  data[0] = g_object_ref (self);
  data[1] = g_object_ref (self->book);
  dossier_recovery_find_async (self->recovery, found_cb, data);
}

/* The stories that are kept beside a dossier take the place of its own; that is no edit. */
static void
open_beside (DossierEditing *self)
{
  g_autoptr (DossierStoryStore) store = dossier_story_store_new (self->document, DOSSIER_STORY_STORE_BESIDE, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = dossier_story_store_read (store, NULL, &error);

  if (error != NULL)
    {
      g_autofree char *message = g_strdup_printf (_ ("Your stories do not go with this dossier any more: %s"), error->message);

      dossier_editing_tell (self, message);
    }
  if (text == NULL)
    return;

  self->is_beside = TRUE;
  dossier_story_book_replace (self->book, text, "");
  dossier_changes_forget (dossier_view_get_changes (self->view), self->book);
  dossier_story_book_set_saved (self->book, NULL);
}

/**
 * dossier_editing_set_view:
 * @self: an editing
 * @view: (nullable): what is open in the window, or %NULL for nothing. Of what is still being read nothing can be edited
 *
 * What was edited before is let go of.
 */
void
dossier_editing_set_view (DossierEditing *self, DossierView *view)
{
  g_return_if_fail (DOSSIER_IS_EDITING (self));

  if (self->view == view)
    return;

  close_view (self);
  if (view == NULL || dossier_document_is_preview (dossier_view_get_document (view)))
    {
      changed_cb (self);
      return;
    }

  self->view = g_object_ref (view);
  self->document = g_object_ref (dossier_view_get_document (view));
  self->book = dossier_story_book_new (self->document, dossier_view_get_changes (view));
  if (!dossier_saving_can_write (dossier_editing_get_file (self)))
    open_beside (self);
  self->recovery = dossier_recovery_new (self->book, self->document);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dossier_view_get_changes (view), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  find_recovery (self);
}

/**
 * dossier_editing_get_book:
 * @self: an editing
 *
 * Returns: (transfer none) (nullable): the stories that are edited, %NULL if nothing can be
 */
DossierStoryBook *
dossier_editing_get_book (DossierEditing *self)
{
  g_return_val_if_fail (DOSSIER_IS_EDITING (self), NULL);

  return self->book;
}

/**
 * dossier_editing_has_unsaved:
 * @self: an editing
 *
 * Returns: whether anything was edited that is not saved
 */
gboolean
dossier_editing_has_unsaved (DossierEditing *self)
{
  g_return_val_if_fail (DOSSIER_IS_EDITING (self), FALSE);

  return self->book != NULL && dossier_story_book_is_changed (self->book);
}

/**
 * dossier_editing_can_save:
 * @self: an editing
 *
 * Returns: whether anything was edited that is not saved, or actors of the map were put where the file, which can be
 *   written into, does not have them
 */
gboolean
dossier_editing_can_save (DossierEditing *self)
{
  g_autoptr (DossierPlaces) places = NULL;

  g_return_val_if_fail (DOSSIER_IS_EDITING (self), FALSE);

  if (self->book == NULL || dossier_editing_has_unsaved (self))
    return self->book != NULL;
  if (!dossier_saving_can_write (dossier_editing_get_file (self)))
    return FALSE;

  places = dossier_editing_find_places (self);

  return places != NULL;
}

/**
 * dossier_editing_get_document:
 * @self: an editing
 *
 * Returns: (transfer none) (nullable): what the file holds; at first, what was opened; %NULL if nothing can be edited
 */
DossierDocument *
dossier_editing_get_document (DossierEditing *self)
{
  g_return_val_if_fail (DOSSIER_IS_EDITING (self), NULL);

  return self->document;
}

/**
 * dossier_editing_dup_document:
 * @self: an editing in which something is open
 * @error: %DOSSIER_ERROR, if what is edited is no good dossier; that is a mistake of the program
 *
 * Returns: (transfer full): the dossier with all that was edited, saved or not; %NULL with @error
 */
DossierDocument *
dossier_editing_dup_document (DossierEditing *self, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DossierReport) report = NULL;

  g_return_val_if_fail (DOSSIER_IS_EDITING (self) && self->book != NULL, NULL);

  bytes = dossier_story_writer_write (self->book, self->document);
  if (g_bytes_equal (bytes, dossier_document_get_bytes (self->document)))
    return g_object_ref (self->document);

  report = dossier_report_new ();

  return dossier_reader_read_bytes (bytes, dossier_editing_get_file (self), NULL, report, NULL, error);
}

/**
 * dossier_editing_get_window:
 * @self: an editing
 *
 * Returns: (transfer none) (nullable): its window, %NULL once that is gone
 */
GtkWindow *
dossier_editing_get_window (DossierEditing *self)
{
  g_return_val_if_fail (DOSSIER_IS_EDITING (self), NULL);

  return self->window;
}

/**
 * dossier_editing_can_undo:
 * @self: an editing
 *
 * Returns: whether there is anything to undo, by whichever part of the window
 */
gboolean
dossier_editing_can_undo (DossierEditing *self)
{
  g_return_val_if_fail (DOSSIER_IS_EDITING (self), FALSE);

  return self->view != NULL && dossier_changes_can_undo (dossier_view_get_changes (self->view));
}

/**
 * dossier_editing_can_redo:
 * @self: an editing
 *
 * Returns: whether there is anything to do again
 */
gboolean
dossier_editing_can_redo (DossierEditing *self)
{
  g_return_val_if_fail (DOSSIER_IS_EDITING (self), FALSE);

  return self->view != NULL && dossier_changes_can_redo (dossier_view_get_changes (self->view));
}

/**
 * dossier_editing_undo:
 * @self: an editing
 *
 * Undoes the last change of the window.
 */
void
dossier_editing_undo (DossierEditing *self)
{
  const char *title;
  g_autofree char *message = NULL;

  g_return_if_fail (DOSSIER_IS_EDITING (self));

  title = self->view != NULL ? dossier_changes_undo (dossier_view_get_changes (self->view)) : NULL;
  if (title == NULL || self->window == NULL)
    return;

  /* Translators: what was undone, such as "Scene deleted" */
  message = g_strdup_printf (_ ("Undone: %s"), title);
  dossier_compat_announce (GTK_WIDGET (self->window), message);
}

/**
 * dossier_editing_redo:
 * @self: an editing
 *
 * Does again what was undone last.
 */
void
dossier_editing_redo (DossierEditing *self)
{
  const char *title;
  g_autofree char *message = NULL;

  g_return_if_fail (DOSSIER_IS_EDITING (self));

  title = self->view != NULL ? dossier_changes_redo (dossier_view_get_changes (self->view)) : NULL;
  if (title == NULL || self->window == NULL)
    return;

  /* Translators: what was done again, such as "Scene deleted" */
  message = g_strdup_printf (_ ("Done again: %s"), title);
  dossier_compat_announce (GTK_WIDGET (self->window), message);
}
