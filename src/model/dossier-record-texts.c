/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-record-texts.h"

typedef struct
{
  DossierTextFunc func;
  gpointer data;
} Visitor;

static void
visit (const Visitor *self, const char *text, DossierTextRank rank)
{
  if (text != NULL && *text != '\0')
    self->func (text, rank, self->data);
}

static void
visit_versions (const Visitor *self, const DossierText *text, DossierTextRank rank)
{
  visit (self, text->plain, rank);
  for (int i = 0; i < text->n_versions; i++)
    visit (self, text->versions[2 * i + 1], rank);
}

static void
visit_names (const Visitor *self, const DossierNameList *names, DossierTextRank rank)
{
  for (int i = 0; i < names->n; i++)
    visit (self, names->items[i].text, rank);
}

static void
visit_event (const Visitor *self, const DossierEvent *event)
{
  visit_versions (self, &event->title, DOSSIER_TEXT_TITLE);
  visit_versions (self, &event->summary, DOSSIER_TEXT_SUMMARY);
  visit (self, event->date_text, DOSSIER_TEXT_OTHER);
  visit (self, event->date.edtf, DOSSIER_TEXT_OTHER);
  for (int i = 0; i < event->tags.n; i++)
    visit (self, event->tags.items[i], DOSSIER_TEXT_OTHER);
  for (int i = 0; i < event->participants.n; i++)
    visit_versions (self, &event->participants.items[i].as, DOSSIER_TEXT_OTHER);
}

static void
visit_actor (const Visitor *self, const DossierActor *actor)
{
  visit_versions (self, &actor->name, DOSSIER_TEXT_TITLE);
  visit_names (self, &actor->names, DOSSIER_TEXT_NAME);
  visit_versions (self, &actor->description, DOSSIER_TEXT_SUMMARY);
  for (int i = 0; i < actor->posts.n; i++)
    visit_versions (self, &actor->posts.items[i].title, DOSSIER_TEXT_SUMMARY);
}

static void
visit_place (const Visitor *self, const DossierPlace *place)
{
  visit_versions (self, &place->name, DOSSIER_TEXT_TITLE);
  visit_names (self, &place->names, DOSSIER_TEXT_NAME);
  visit_versions (self, &place->description, DOSSIER_TEXT_SUMMARY);
}

static void
visit_tie (const Visitor *self, const DossierTie *tie)
{
  visit_versions (self, &tie->label, DOSSIER_TEXT_TITLE);
  visit_versions (self, &tie->summary, DOSSIER_TEXT_SUMMARY);
}

static void
visit_reaction (const Visitor *self, const DossierReaction *reaction)
{
  visit_versions (self, &reaction->summary, DOSSIER_TEXT_SUMMARY);
  visit (self, dossier_vocabulary_get_label (DOSSIER_VOCABULARY_STANCE, reaction->stance), DOSSIER_TEXT_OTHER);
}

static void
visit_claim (const Visitor *self, const DossierClaim *claim)
{
  visit_versions (self, &claim->title, DOSSIER_TEXT_TITLE);
  visit_versions (self, &claim->summary, DOSSIER_TEXT_SUMMARY);
  visit (self, claim->hedge, DOSSIER_TEXT_OTHER);
}

static void
visit_note (const Visitor *self, const DossierNote *note)
{
  visit_versions (self, &note->title, DOSSIER_TEXT_TITLE);
  visit_versions (self, &note->text, DOSSIER_TEXT_SUMMARY);
  visit (self, note->printed, DOSSIER_TEXT_OTHER);
  visit (self, note->inferred, DOSSIER_TEXT_OTHER);
  visit_versions (self, &note->why, DOSSIER_TEXT_OTHER);
}

static void
visit_quote (const Visitor *self, const DossierQuote *quote)
{
  visit (self, quote->exact, DOSSIER_TEXT_QUOTE);
  for (int i = 0; i < quote->translations.n; i++)
    visit (self, quote->translations.items[i].text, DOSSIER_TEXT_OTHER);
}

static void
visit_source (const Visitor *self, const DossierSource *source)
{
  visit_versions (self, &source->label, DOSSIER_TEXT_TITLE);
  visit_versions (self, &source->note, DOSSIER_TEXT_OTHER);
}

static void
visit_hypothesis (const Visitor *self, const DossierHypothesis *hypothesis)
{
  visit_versions (self, &hypothesis->title, DOSSIER_TEXT_TITLE);
  visit_versions (self, &hypothesis->summary, DOSSIER_TEXT_SUMMARY);
}

/**
 * dossier_record_texts_visit:
 * @document: a document
 * @ref: a record of it
 * @func: called for each text that the record itself holds and that is searched, those that say most first
 * @data: for @func
 */
void
dossier_record_texts_visit (DossierDocument *document, DossierRef ref, DossierTextFunc func, gpointer data)
{
  const Visitor visitor = { func, data };

  switch (ref.type)
    {
    case DOSSIER_RECORD_EVENT:
      {
        g_autoptr (DossierEvent) event = dossier_document_load_event (document, ref.index);

        visit_event (&visitor, event);
      }
      break;
    case DOSSIER_RECORD_ACTOR:
      visit_actor (&visitor, dossier_document_get_actor (document, ref.index));
      break;
    case DOSSIER_RECORD_PLACE:
      visit_place (&visitor, dossier_document_get_place (document, ref.index));
      break;
    case DOSSIER_RECORD_TIE:
      visit_tie (&visitor, dossier_document_get_tie (document, ref.index));
      break;
    case DOSSIER_RECORD_REACTION:
      visit_reaction (&visitor, dossier_document_get_reaction (document, ref.index));
      break;
    case DOSSIER_RECORD_CLAIM:
      visit_claim (&visitor, dossier_document_get_claim (document, ref.index));
      break;
    case DOSSIER_RECORD_NOTE:
      visit_note (&visitor, dossier_document_get_note (document, ref.index));
      break;
    case DOSSIER_RECORD_QUOTE:
      visit_quote (&visitor, dossier_document_get_quote (document, ref.index));
      break;
    case DOSSIER_RECORD_SOURCE:
      visit_source (&visitor, dossier_document_get_source (document, ref.index));
      break;
    case DOSSIER_RECORD_HYPOTHESIS:
      visit_hypothesis (&visitor, dossier_document_get_hypothesis (document, ref.index));
      break;
    case DOSSIER_RECORD_NONE:
    case DOSSIER_RECORD_KIND:
    case DOSSIER_RECORD_TIE_KIND:
    case DOSSIER_RECORD_STORY:
    case DOSSIER_RECORD_SCENE:
    case DOSSIER_N_RECORDS:
    default:
      break;
    }
}

static void
visit_links (const DossierLinks *links, DossierTextLinkFunc func, gpointer data)
{
  for (int i = 0; i < links->n; i++)
    func (links->items[i].ref, data);
}

/**
 * dossier_record_texts_visit_links:
 * @document: a document
 * @ref: a record of it
 * @func: called for each actor, place and quote by whose names or words the record is found, too
 * @data: for @func
 */
void
dossier_record_texts_visit_links (DossierDocument *document, DossierRef ref, DossierTextLinkFunc func, gpointer data)
{
  if (ref.type == DOSSIER_RECORD_EVENT)
    {
      g_autoptr (DossierEvent) event = dossier_document_load_event (document, ref.index);

      visit_links (&event->statement.quotes, func, data);
      visit_links (&event->places, func, data);
      for (int i = 0; i < event->participants.n; i++)
        func (event->participants.items[i].actor.ref, data);
    }
  else if (ref.type == DOSSIER_RECORD_TIE)
    {
      const DossierTie *tie = dossier_document_get_tie (document, ref.index);

      visit_links (&tie->statement.quotes, func, data);
      func (tie->from.ref, data);
      func (tie->to.ref, data);
    }
  else if (ref.type == DOSSIER_RECORD_REACTION)
    {
      const DossierReaction *reaction = dossier_document_get_reaction (document, ref.index);

      visit_links (&reaction->statement.quotes, func, data);
      visit_links (&reaction->actors, func, data);
    }
  else if (ref.type == DOSSIER_RECORD_CLAIM)
    {
      visit_links (&dossier_document_get_claim (document, ref.index)->statement.quotes, func, data);
    }
}

/**
 * dossier_record_texts_visit_names:
 * @document: a document
 * @ref: an actor, a place or a quote
 * @func: called for each text by which those that refer to it are found, with the rank that it has for them
 * @data: for @func
 */
void
dossier_record_texts_visit_names (DossierDocument *document, DossierRef ref, DossierTextFunc func, gpointer data)
{
  const Visitor visitor = { func, data };

  if (ref.type == DOSSIER_RECORD_ACTOR)
    {
      const DossierActor *actor = dossier_document_get_actor (document, ref.index);

      visit_versions (&visitor, &actor->name, DOSSIER_TEXT_OTHER);
      visit_names (&visitor, &actor->names, DOSSIER_TEXT_OTHER);
    }
  else if (ref.type == DOSSIER_RECORD_PLACE)
    {
      const DossierPlace *place = dossier_document_get_place (document, ref.index);

      visit_versions (&visitor, &place->name, DOSSIER_TEXT_OTHER);
      visit_names (&visitor, &place->names, DOSSIER_TEXT_OTHER);
    }
  else if (ref.type == DOSSIER_RECORD_QUOTE)
    {
      visit (&visitor, dossier_document_get_quote (document, ref.index)->exact, DOSSIER_TEXT_QUOTE);
    }
}
