/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-scene-words.h"

#include "model/dossier-date-text.h"

#include <glib/gi18n-lib.h>

/**
 * dossier_scene_words_dup_quote:
 * @document: a document
 * @quote: a quote of it
 *
 * Returns: (transfer full): its words, in quotation marks
 */
char *
dossier_scene_words_dup_quote (DossierDocument *document, int quote)
{
  /* Translators: a quote; put the quotation marks of your language around it. */
  return g_strdup_printf (_ ("“%s”"), dossier_document_get_quote (document, quote)->exact);
}

/* Where in its source a quote stands: "Key Developments, ¶ 2, p. 4"; empty if nobody says. */
static char *
dup_place (const DossierQuote *quote)
{
  g_autoptr (GString) place = g_string_new (dossier_text_get (&quote->section, NULL));

  if (quote->paragraph > 0)
    {
      g_string_append (place, place->len > 0 ? ", " : "");
      /* Translators: the number of a paragraph in a text. */
      g_string_append_printf (place, _ ("¶ %d"), quote->paragraph);
    }
  if (quote->page != NULL)
    {
      g_string_append (place, place->len > 0 ? ", " : "");
      /* Translators: the number of a page. */
      g_string_append_printf (place, _ ("p. %s"), quote->page);
    }

  return g_string_free (g_steal_pointer (&place), FALSE);
}

/**
 * dossier_scene_words_dup_speaker:
 * @document: a document
 * @story: the story that quotes
 * @quote: a quote of it
 *
 * Returns: (transfer full): who says it, where that is not the author of the source, and where it stands: "White House ·
 *   [1] Reactions, ¶ 3". What is not in the speaker's own words is said to be reported
 */
char *
dossier_scene_words_dup_speaker (DossierDocument *document, DossierStoryContent *story, int quote)
{
  const DossierQuote *shown = dossier_document_get_quote (document, quote);
  g_autofree char *place = dup_place (shown);
  g_autofree char *name = NULL;
  g_autofree char *said = NULL;

  if (shown->speaker.id != NULL && dossier_ref_is_set (shown->speaker.ref))
    {
      name = dossier_document_dup_title (document, shown->speaker.ref, NULL);
      if (shown->verbatim_of_speaker)
        said = g_strdup (name);
      else
        /* Translators: who says something, in the words of who reports it. */
        said = g_strdup_printf (_ ("%s, as reported"), name);
    }
  else
    {
      /* The number says whose words they are: it stands at the foot. */
      /* Translators: the number of the source; where in the source it stands. */
      return g_strdup_printf (*place != '\0' ? _ ("[%d] %s") : _ ("[%d]%s"), dossier_story_content_get_number (story, shown->source.ref.index), place);
    }

  /* Translators: who says it; the number of the source; where in the source it stands. */
  return g_strdup_printf (*place != '\0' ? _ ("%s · [%d] %s") : _ ("%s · [%d]%s"),
                          said,
                          dossier_story_content_get_number (story, shown->source.ref.index),
                          place);
}

/**
 * dossier_scene_words_get_status:
 * @document: a document
 * @ref: a record
 *
 * Returns: what its source says of it; %DOSSIER_STATUS_NONE for what is no statement of a source
 */
DossierStatus
dossier_scene_words_get_status (DossierDocument *document, DossierRef ref)
{
  int status = DOSSIER_STATUS_NONE;

  if (ref.type == DOSSIER_RECORD_EVENT)
    return (DossierStatus) dossier_events_get_status (dossier_document_get_events (document), ref.index);
  if (ref.type == DOSSIER_RECORD_TIE)
    status = dossier_document_get_tie (document, ref.index)->statement.status;
  else if (ref.type == DOSSIER_RECORD_CLAIM)
    status = dossier_document_get_claim (document, ref.index)->statement.status;
  else if (ref.type == DOSSIER_RECORD_REACTION)
    status = dossier_document_get_reaction (document, ref.index)->statement.status;
  else
    return DOSSIER_STATUS_NONE;

  return status != DOSSIER_STATUS_NONE ? (DossierStatus) status : DOSSIER_STATUS_REPORTED;
}

/**
 * dossier_scene_words_dup_point_word:
 * @document: a document
 * @ref: a claim, a reaction, a note or a hypothesis
 *
 * Returns: (transfer full): what it is, and what makes it less than a fact: "Prediction · expected · “maybe”"
 */
char *
dossier_scene_words_dup_point_word (DossierDocument *document, DossierRef ref)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *heading = NULL;
  DossierStatus status = dossier_scene_words_get_status (document, ref);
  const char *hedge = NULL;

  if (ref.type == DOSSIER_RECORD_CLAIM)
    {
      const DossierClaim *claim = dossier_document_get_claim (document, ref.index);

      heading = dossier_vocabulary_dup_heading (DOSSIER_VOCABULARY_CLAIM_TYPE, claim->type);
      hedge = claim->hedge;
    }
  else if (ref.type == DOSSIER_RECORD_NOTE)
    {
      heading = dossier_vocabulary_dup_heading (DOSSIER_VOCABULARY_NOTE_TYPE, dossier_document_get_note (document, ref.index)->type);
    }
  else if (ref.type == DOSSIER_RECORD_REACTION)
    {
      heading = dossier_vocabulary_dup_heading (DOSSIER_VOCABULARY_STANCE, dossier_document_get_reaction (document, ref.index)->stance);
    }
  else
    {
      heading = g_strdup (_ ("Hypothesis"));
    }

  g_string_append (words, heading != NULL ? heading : "");
  if (status != DOSSIER_STATUS_NONE && status != DOSSIER_STATUS_REPORTED)
    g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", dossier_vocabulary_get_label (DOSSIER_VOCABULARY_STATUS, (int) status));
  if (hedge != NULL)
    {
      g_string_append (words, words->len > 0 ? " · " : "");
      g_string_append_printf (words, _ ("“%s”"), hedge);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * dossier_scene_words_dup_point:
 * @document: a document
 * @ref: a claim, a reaction, a note or a hypothesis
 *
 * Returns: (transfer full): what it says
 */
char *
dossier_scene_words_dup_point (DossierDocument *document, DossierRef ref)
{
  if (ref.type == DOSSIER_RECORD_REACTION)
    {
      const DossierReaction *reaction = dossier_document_get_reaction (document, ref.index);
      g_autoptr (GString) names = g_string_new (NULL);

      for (int i = 0; i < reaction->actors.n; i++)
        {
          g_autofree char *name = dossier_document_dup_title (document, reaction->actors.items[i].ref, NULL);

          g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
        }

      return g_string_free (g_steal_pointer (&names), FALSE);
    }

  return dossier_document_dup_title (document, ref, NULL);
}

/**
 * dossier_scene_words_dup_kicker:
 * @document: a document
 * @content: a scene of it
 *
 * Returns: (transfer full): when and where that is: the date and the places of the event that the scene is about, else
 *   the day that it shows; empty if there is none
 */
char *
dossier_scene_words_dup_kicker (DossierDocument *document, const DossierSceneContent *content)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (DossierEvent) event = NULL;

  if (content->selected.type != DOSSIER_RECORD_EVENT)
    {
      g_autofree char *day = NULL;

      if (!content->has_as_of)
        return g_strdup ("");
      day = dossier_time_to_text (content->as_of, DOSSIER_PRECISION_DAY, DOSSIER_DATE_STYLE_LONG);

      /* Translators: of which day the picture is. */
      return g_strdup_printf (_ ("As of %s"), day);
    }

  event = dossier_document_load_event (document, content->selected.index);
  if (event->date.edtf != NULL)
    {
      g_autofree char *date = dossier_edtf_to_text (event->date.edtf, DOSSIER_DATE_STYLE_LONG);

      g_string_append (words, date);
    }
  for (int i = 0; i < event->places.n; i++)
    {
      g_autofree char *place = dossier_document_dup_title (document, event->places.items[i].ref, NULL);

      g_string_append_printf (words, "%s%s", words->len == 0 ? "" : (i == 0 ? " · " : ", "), place);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/**
 * dossier_scene_words_dup_sources:
 * @document: a document
 * @story: a story of it
 * @content: a scene of the story
 *
 * Returns: (transfer full): what the scene quotes, by number: "[1] Engman et al. 2024   [2] CNN"; empty if nothing
 */
char *
dossier_scene_words_dup_sources (DossierDocument *document, DossierStoryContent *story, const DossierSceneContent *content)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < content->sources->len; i++)
    {
      int source = g_array_index (content->sources, int, i);
      g_autofree char *title = dossier_document_dup_title (document, (DossierRef){ DOSSIER_RECORD_SOURCE, source }, NULL);

      g_string_append_printf (list, "%s[%d] %s", i > 0 ? "   " : "", dossier_story_content_get_number (story, source), title);
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/**
 * dossier_scene_words_hedge:
 * @words: the title of an event or the label of a tie
 * @status: what its source says of it
 *
 * Returns: (transfer full): @words, with what makes it less than a fact before them, where no ellipsis can cut it off
 */
char *
dossier_scene_words_hedge (const char *words, DossierStatus status)
{
  g_autofree char *heading = NULL;

  if (status == DOSSIER_STATUS_NONE || status == DOSSIER_STATUS_REPORTED)
    return g_strdup (words);

  heading = dossier_vocabulary_dup_heading (DOSSIER_VOCABULARY_STATUS, (int) status);

  /* Translators: what a source says of something, such as alleged; and the thing itself. */
  return *words != '\0' ? g_strdup_printf (_ ("%s: %s"), heading, words) : g_steal_pointer (&heading);
}
