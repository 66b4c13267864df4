/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-editing-private.h"

#include "exchange/dossier-saving.h"
#include "exchange/dossier-story-store.h"
#include "exchange/dossier-story-writer.h"
#include "widgets/dossier-compat.h"

#include <glib/gi18n-lib.h>

/* How what is edited gets into the dossier's file, into another one, or beside it. */

/* Returns: (transfer full) (nullable): the places that are to be saved, NULL if the file has them */
DossierPlaces *
dossier_editing_find_places (DossierEditing *self)
{
  g_autoptr (DossierPlaces) places = self->get_places != NULL ? self->get_places (self->view, self->places_data) : NULL;

  return places != NULL && dossier_places_is_chosen (places, self->document) ? g_steal_pointer (&places) : NULL;
}

/* The dossier with all that is edited. */
static GBytes *
write_all (DossierEditing *self)
{
  g_autoptr (DossierWriter) writer = dossier_writer_new (self->document);
  g_autoptr (DossierPlaces) places = dossier_editing_find_places (self);

  dossier_story_writer_add (self->book, self->document, writer);
  if (places != NULL)
    dossier_places_save (places, self->document, writer);

  return dossier_writer_write (writer);
}

static void
keep_beside (DossierEditing *self)
{
  g_autoptr (DossierStoryStore) store = dossier_story_store_new (dossier_view_get_document (self->view), DOSSIER_STORY_STORE_BESIDE, NULL);
  g_autofree char *text = dossier_story_book_dup_text (self->book);
  g_autoptr (GError) error = NULL;

  if (!dossier_story_store_write (store, text, &error))
    {
      dossier_editing_drop_pending (self);
      dossier_editing_tell (self, error->message);
      return;
    }

  if (!self->is_beside)
    dossier_editing_tell (self, _ ("Kept with your own data. The stories are there again when you open this dossier"));
  self->is_beside = TRUE;
  dossier_story_book_set_saved (self->book, NULL);
  dossier_recovery_forget (self->recovery);
  dossier_editing_go_on_soon (self);
}

static void
beside_response_cb (DossierEditing *self, const char *response)
{
  if (self->book == NULL)
    return;

  if (g_str_equal (response, "beside"))
    keep_beside (self);
  else if (g_str_equal (response, "copy"))
    dossier_editing_save_as (self);
  else
    dossier_editing_drop_pending (self);
}

static void
ask_where (DossierEditing *self)
{
  g_autofree char *body = NULL;
  AdwMessageDialog *dialog;

  if (dossier_editing_get_file (self) == NULL)
    body = g_strdup_printf (_ ("“%s” comes with the program and stays as it is. Your stories can be kept with your own data: they are there again when you open this dossier here. To give them to others, save a copy."), dossier_editing_get_title (self));
  else
    body = g_strdup_printf (_ ("The file of “%s” is read-only. Your stories can be kept with your own data: they are there again when you open this dossier here. To give them to others, save a copy."), dossier_editing_get_title (self));

  dialog = dossier_editing_make_dialog (self, _ ("Keep Your Stories?"), body, G_CALLBACK (beside_response_cb));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "copy", _ ("_Save a Copy…"), "beside", _ ("_Keep"), NULL);
  dossier_editing_show_dialog (dialog, "beside", "cancel");
}

static void save_into (DossierEditing *self, GFile *file, gboolean overwrite);

static void
changed_response_cb (DossierEditing *self, const char *response)
{
  if (self->book == NULL)
    return;

  if (g_str_equal (response, "overwrite"))
    save_into (self, dossier_editing_get_file (self), TRUE);
  else if (g_str_equal (response, "copy"))
    dossier_editing_save_as (self);
  else
    dossier_editing_drop_pending (self);
}

static void
ask_about_change (DossierEditing *self, const char *message)
{
  g_autofree char *body = g_strdup_printf (_ ("%s. If you save, what was written there is lost. Save a copy to keep both."), message);
  AdwMessageDialog *dialog = dossier_editing_make_dialog (self, _ ("The File Has Changed"), body, G_CALLBACK (changed_response_cb));

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "overwrite", _ ("_Overwrite"), "copy", _ ("_Save a Copy…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  dossier_editing_show_dialog (dialog, "copy", "cancel");
}

static void
say_why_not (DossierEditing *self, const char *message)
{
  AdwMessageDialog *dialog = dossier_editing_make_dialog (self, _ ("Could Not Be Saved"), message, G_CALLBACK (changed_response_cb));

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "copy", _ ("_Save a Copy…"), NULL);
  dossier_editing_show_dialog (dialog, "copy", "cancel");
}

/* What is edited from now on belongs to another file. */
static void
change_file (DossierEditing *self)
{
  dossier_recovery_forget (self->recovery);
  dossier_recovery_free (self->recovery);
  self->recovery = dossier_recovery_new (self->book, self->document);
  dossier_recovery_begin (self->recovery);
}

static void
save_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DossierEditing) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DossierDocument) document = dossier_saving_save_finish (result, &error);
  g_autoptr (GPtrArray) state = g_steal_pointer (&self->saving);
  gboolean is_other;

  /* Closed, or something else opened, which only happens if nobody cares for what is saved. */
  if (state == NULL || self->book == NULL)
    return;

  if (document == NULL)
    {
      if (g_error_matches (error, DOSSIER_SAVING_ERROR, DOSSIER_SAVING_ERROR_CHANGED))
        ask_about_change (self, error->message);
      else if (g_error_matches (error, DOSSIER_SAVING_ERROR, DOSSIER_SAVING_ERROR_READ_ONLY))
        ask_where (self);
      else
        say_why_not (self, error->message);
      return;
    }

  is_other = dossier_editing_get_file (self) == NULL || !g_file_equal (dossier_editing_get_file (self), dossier_document_get_file (document));
  g_set_object (&self->document, document);
  if (is_other)
    change_file (self);
  self->is_beside = FALSE;
  dossier_story_book_set_saved (self->book, state);
  if (!dossier_story_book_is_changed (self->book))
    dossier_recovery_forget (self->recovery);
  g_signal_emit_by_name (self, "changed");
  g_signal_emit_by_name (self, "saved", dossier_editing_get_file (self));
  dossier_editing_go_on (self);
}

static void
save_into (DossierEditing *self, GFile *file, gboolean overwrite)
{
  gboolean is_own = dossier_editing_get_file (self) != NULL && g_file_equal (file, dossier_editing_get_file (self));
  g_autoptr (GBytes) bytes = NULL;

  /* The one that is under way saves what there was when it began; who asks again is answered by that. */
  if (self->saving != NULL)
    return;

  bytes = write_all (self);
  self->saving = dossier_story_book_get_state (self->book);
  dossier_story_book_end_typing (self->book);
  dossier_saving_save_async (bytes,
                             dossier_document_get_form (self->document),
                             file,
                             is_own && !overwrite ? dossier_document_get_bytes (self->document) : NULL,
                             save_cb,
                             g_object_ref (self));
}

/**
 * dossier_editing_save:
 * @self: an editing
 *
 * Saves what is edited in the dossier's file or, if that cannot be written into, beside it; the user is asked where that
 * is not clear. Nothing happens if there is nothing to save.
 */
void
dossier_editing_save (DossierEditing *self)
{
  g_return_if_fail (DOSSIER_IS_EDITING (self));

  if (!dossier_editing_can_save (self))
    {
      dossier_editing_go_on_soon (self);
      return;
    }

  if (dossier_saving_can_write (dossier_editing_get_file (self)))
    save_into (self, dossier_editing_get_file (self), FALSE);
  else if (self->is_beside)
    keep_beside (self);
  else
    ask_where (self);
}

/**
 * dossier_editing_save_to:
 * @self: an editing in which something is open
 * @file: a file; it is overwritten
 *
 * Saves the dossier with all that was edited there, and goes on with that file.
 */
void
dossier_editing_save_to (DossierEditing *self, GFile *file)
{
  g_return_if_fail (DOSSIER_IS_EDITING (self) && G_IS_FILE (file));

  if (self->book != NULL)
    save_into (self, file, FALSE);
}

static void
save_as_cb (GFile *file, gpointer data)
{
  g_autoptr (DossierEditing) self = data;

  if (file != NULL && self->book != NULL)
    dossier_editing_save_to (self, file);
  else
    dossier_editing_drop_pending (self);
}

/* A file is called as it is, what has none like its title. */
static char *
propose_name (DossierEditing *self)
{
  g_autofree char *name = dossier_editing_get_file (self) != NULL ? g_file_get_basename (dossier_editing_get_file (self)) : NULL;

  if (name != NULL)
    return g_filename_display_name (name);

  name = g_strdup (dossier_editing_get_title (self));
  g_strdelimit (name, "/\\:*?\"<>|\n\t", '-');

  return g_strconcat (name, ".dossier", NULL);
}

/**
 * dossier_editing_save_as:
 * @self: an editing
 *
 * Asks where to save the dossier with all that was edited.
 */
void
dossier_editing_save_as (DossierEditing *self)
{
  g_autofree char *name = NULL;

  g_return_if_fail (DOSSIER_IS_EDITING (self));

  if (self->book == NULL || self->window == NULL)
    return;

  name = propose_name (self);
  dossier_compat_choose_export (self->window, _ ("Save As"), name, save_as_cb, g_object_ref (self));
}
