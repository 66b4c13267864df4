/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-title-question.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  GtkWidget *entry;
  DossierTitleFunc callback;
  gpointer data;
} Question;

static char *
dup_title (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static void
changed_cb (GtkWidget *entry, AdwMessageDialog *dialog)
{
  g_autofree char *title = dup_title (entry);

  adw_message_dialog_set_response_enabled (dialog, "accept", *title != '\0');
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  g_autofree char *title = dup_title (question->entry);

  question->callback (g_str_equal (response, "accept") && *title != '\0' ? title : NULL, question->data);
  g_free (question);
}

/**
 * dossier_title_question_ask:
 * @parent: the window that asks
 * @heading: what is asked for
 * @accept: the words of the button that accepts it, with a mnemonic
 * @title: the title so far, "" for none
 * @callback: called once with the answer
 * @data: for @callback
 *
 * Asks for a title.
 */
void
dossier_title_question_ask (GtkWindow *parent, const char *heading, const char *accept, const char *title, DossierTitleFunc callback, gpointer data)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, NULL);
  GtkWidget *entry = gtk_entry_new ();
  Question *question = g_new (Question, 1);

  *question = (Question){ entry, callback, data };
  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Title"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "accept", accept, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (entry, "changed", G_CALLBACK (changed_cb), dialog);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), question);
  changed_cb (entry, ADW_MESSAGE_DIALOG (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}
