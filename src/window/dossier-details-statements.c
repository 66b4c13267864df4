/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-details-private.h"

#include "model/dossier-date-text.h"

#include <glib/gi18n-lib.h>

/**
 * dossier_details_page_add_claim:
 * @page: a page
 * @index: a claim
 *
 * Says what a source's author asserts, in which words, and what it speaks for.
 */
void
dossier_details_page_add_claim (DossierDetailsPage *page, int index)
{
  const DossierClaim *claim = dossier_document_get_claim (page->document, index);
  DossierRef ref = { DOSSIER_RECORD_CLAIM, index };
  GtkWidget *pills = dossier_details_page_add_wrap (page);

  dossier_details_page_add_term_pill (page, pills, DOSSIER_VOCABULARY_CLAIM_TYPE, claim->type, DOSSIER_HUE_IS_NEUTRAL);
  dossier_details_page_add_statement (page, pills, &claim->statement);
  dossier_details_page_add_title (page, dossier_text_get (&claim->title, NULL));
  dossier_details_page_add_text (page, dossier_text_get (&claim->summary, NULL), NULL);
  if (claim->hedge != NULL)
    {
      g_autofree char *hedge = g_strdup_printf (_ ("“%s”"), claim->hedge);

      dossier_details_page_add_fact (page, _ ("Softened by"), hedge);
    }
  if (claim->date.edtf != NULL)
    {
      g_autofree char *date = dossier_edtf_to_text (claim->date.edtf, DOSSIER_DATE_STYLE_LONG);

      dossier_details_page_add_fact (page, _ ("Speaks of"), date);
    }

  dossier_details_page_add_links (page, _ ("Quotes"), &claim->statement.quotes, dossier_details_page_put_quote);
  dossier_details_page_add_referrers (page, _ ("Editor’s notes"), ref, DOSSIER_RECORD_NOTE, DOSSIER_RELATION_ABOUT, dossier_details_page_put_note);
  dossier_details_page_add_bearings (page, &claim->statement);
  dossier_details_page_add_links (page, _ ("What it is about"), &claim->about, NULL);
  dossier_details_page_add_links (page, _ ("Contradicts"), &claim->contradicts, dossier_details_page_put_claim);
  dossier_details_page_add_referrers (page, _ ("Contradicted by"), ref, DOSSIER_RECORD_CLAIM, DOSSIER_RELATION_CONTRADICTS, dossier_details_page_put_claim);
  dossier_details_page_add_reactions (page, ref);
}

/**
 * dossier_details_page_add_reaction:
 * @page: a page
 * @index: a reaction
 *
 * Says who reacts to what, how, and in which words.
 */
void
dossier_details_page_add_reaction (DossierDetailsPage *page, int index)
{
  const DossierReaction *reaction = dossier_document_get_reaction (page->document, index);
  DossierRef ref = { DOSSIER_RECORD_REACTION, index };
  GtkWidget *pills = dossier_details_page_add_wrap (page);
  g_autofree char *title = dossier_document_dup_title (page->document, ref, NULL);
  GtkWidget *chips;

  dossier_details_page_add_term_pill (page, pills, DOSSIER_VOCABULARY_STANCE, reaction->stance, dossier_palette_get_hue_of_stance ((DossierStance) reaction->stance));
  dossier_details_page_add_statement (page, pills, &reaction->statement);
  dossier_details_page_add_title (page, title);

  chips = dossier_details_page_add_wrap (page);
  for (int i = 0; i < reaction->actors.n; i++)
    {
      g_autofree char *name = dossier_document_dup_title (page->document, reaction->actors.items[i].ref, NULL);

      dossier_details_page_add_chip (page, chips, reaction->actors.items[i].ref, name);
    }

  dossier_details_page_add_text (page, dossier_text_get (&reaction->summary, NULL), NULL);
  if (reaction->date.edtf != NULL)
    {
      g_autofree char *date = dossier_edtf_to_text (reaction->date.edtf, DOSSIER_DATE_STYLE_LONG);

      dossier_details_page_add_fact (page, _ ("When"), date);
    }
  if (reaction->date_text != NULL)
    {
      g_autofree char *words = g_strdup_printf (_ ("“%s”"), reaction->date_text);

      dossier_details_page_add_fact (page, _ ("In the source"), words);
    }

  dossier_details_page_add_links (page, _ ("Quotes"), &reaction->statement.quotes, dossier_details_page_put_quote);
  dossier_details_page_add_referrers (page, _ ("Editor’s notes"), ref, DOSSIER_RECORD_NOTE, DOSSIER_RELATION_ABOUT, dossier_details_page_put_note);
  dossier_details_page_add_links (page, _ ("Reaction to"), &reaction->to, NULL);
  if (dossier_ref_is_set (reaction->event.ref))
    dossier_details_page_put_event (page, dossier_details_page_add_section (page, _ ("Made at"), -1), reaction->event.ref.index);
  dossier_details_page_add_bearings (page, &reaction->statement);
}

/**
 * dossier_details_page_add_quote:
 * @page: a page
 * @index: a quote
 *
 * Shows the words, where they stand, and what rests on them.
 */
void
dossier_details_page_add_quote (DossierDetailsPage *page, int index)
{
  const DossierQuote *quote = dossier_document_get_quote (page->document, index);
  DossierRef ref = { DOSSIER_RECORD_QUOTE, index };

  dossier_details_page_add_title (page, _ ("Quote"));
  dossier_details_page_put_quote (page, page->box, index);
  dossier_details_page_add_text (page, dossier_text_get (&quote->note, NULL), NULL);
  dossier_details_page_add_referrers (page, _ ("Editor’s notes"), ref, DOSSIER_RECORD_NOTE, DOSSIER_RELATION_NONE, dossier_details_page_put_note);
  dossier_details_page_add_referrers (page, _ ("Events that rest on it"), ref, DOSSIER_RECORD_EVENT, DOSSIER_RELATION_NONE, dossier_details_page_put_event);
  dossier_details_page_add_referrers (page, _ ("Ties that rest on it"), ref, DOSSIER_RECORD_TIE, DOSSIER_RELATION_NONE, dossier_details_page_put_tie);
  dossier_details_page_add_referrers (page, _ ("Reactions that rest on it"), ref, DOSSIER_RECORD_REACTION, DOSSIER_RELATION_NONE, dossier_details_page_put_reaction);
  dossier_details_page_add_referrers (page, _ ("Assessments that rest on it"), ref, DOSSIER_RECORD_CLAIM, DOSSIER_RELATION_NONE, dossier_details_page_put_claim);
  dossier_details_page_add_referrers (page, _ ("Actors it tells of"), ref, DOSSIER_RECORD_ACTOR, DOSSIER_RELATION_NONE, dossier_details_page_put_actor);
}

/**
 * dossier_details_page_add_note:
 * @page: a page
 * @index: an editor's note
 *
 * Shows the note, its evidence and what it is about.
 */
void
dossier_details_page_add_note (DossierDetailsPage *page, int index)
{
  const DossierNote *note = dossier_document_get_note (page->document, index);
  GtkWidget *pills = dossier_details_page_add_wrap (page);

  dossier_details_page_add_term_pill (page, pills, DOSSIER_VOCABULARY_NOTE_TYPE, note->type, DOSSIER_HUE_NOTE);
  dossier_details_page_add_title (page, _ ("Editor’s note"));
  dossier_details_page_put_note (page, page->box, index);
  dossier_details_page_add_links (page, _ ("Quotes"), &note->quotes, dossier_details_page_put_quote);
  dossier_details_page_add_links (page, _ ("What it is about"), &note->about, NULL);
}

/**
 * dossier_details_page_add_hypothesis:
 * @page: a page
 * @index: a hypothesis
 *
 * Says what it would mean, and what speaks for and against it.
 */
void
dossier_details_page_add_hypothesis (DossierDetailsPage *page, int index)
{
  const DossierHypothesis *hypothesis = dossier_document_get_hypothesis (page->document, index);
  DossierRef ref = { DOSSIER_RECORD_HYPOTHESIS, index };

  dossier_details_page_add_title (page, dossier_text_get (&hypothesis->title, NULL));
  dossier_details_page_add_text (page, _ ("A possible answer to the dossier’s question"), "dim");
  dossier_details_page_add_text (page, dossier_text_get (&hypothesis->summary, NULL), NULL);
  dossier_details_page_add_referrers (page, _ ("Assessments that bear on it"), ref, DOSSIER_RECORD_CLAIM, DOSSIER_RELATION_BEARING, dossier_details_page_put_claim);
  dossier_details_page_add_referrers (page, _ ("Events that bear on it"), ref, DOSSIER_RECORD_EVENT, DOSSIER_RELATION_BEARING, dossier_details_page_put_event);
  dossier_details_page_add_referrers (page, _ ("Ties that bear on it"), ref, DOSSIER_RECORD_TIE, DOSSIER_RELATION_BEARING, dossier_details_page_put_tie);
  dossier_details_page_add_referrers (page, _ ("Reactions that bear on it"), ref, DOSSIER_RECORD_REACTION, DOSSIER_RELATION_BEARING, dossier_details_page_put_reaction);
  dossier_details_page_add_links (page, _ ("Quotes"), &hypothesis->quotes, dossier_details_page_put_quote);
}
