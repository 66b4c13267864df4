/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The keys are those of data/dossier-1.schema.json, in its order; a test holds the two against each other. */

static const DossierTerm status[] = {
  { "reported", NC_ ("status of a statement", "reported") },
  { "alleged", NC_ ("status of a statement", "alleged") },
  { "speculated", NC_ ("status of a statement", "speculated") },
  { "expected", NC_ ("status of a statement", "expected") },
  { "denied", NC_ ("status of a statement", "denied") },
};

static const DossierTerm reliability[] = {
  { "A", N_ ("completely reliable") },
  { "B", N_ ("usually reliable") },
  { "C", N_ ("fairly reliable") },
  { "D", N_ ("not usually reliable") },
  { "E", N_ ("unreliable") },
  { "F", N_ ("reliability cannot be judged") },
};

static const DossierTerm likelihood[] = {
  { "remote", N_ ("remote") },
  { "very-unlikely", N_ ("very unlikely") },
  { "unlikely", N_ ("unlikely") },
  { "roughly-even-chance", N_ ("roughly even chance") },
  { "likely", N_ ("likely") },
  { "very-likely", N_ ("very likely") },
  { "almost-certain", N_ ("almost certain") },
};

static const DossierTerm confidence[] = {
  { "low", NC_ ("confidence in a judgement", "low") },
  { "moderate", NC_ ("confidence in a judgement", "moderate") },
  { "high", NC_ ("confidence in a judgement", "high") },
};

static const DossierTerm actor_type[] = {
  { "state", NC_ ("type of actor", "state") },
  { "person", NC_ ("type of actor", "person") },
  { "organisation", NC_ ("type of actor", "organisation") },
  { "group", NC_ ("type of actor", "group") },
};

static const DossierTerm name_type[] = {
  { "alias", NC_ ("type of name", "also") },
  { "abbreviation", NC_ ("type of name", "abbreviation") },
  { "former", NC_ ("type of name", "formerly") },
  { "spelling", NC_ ("type of name", "spelling") },
  { "transliteration", NC_ ("type of name", "transliteration") },
  { "native", NC_ ("type of name", "in its own language") },
};

static const DossierTerm role[] = {
  { "actor", NC_ ("role in an event", "acts") },
  { "recipient", NC_ ("role in an event", "recipient") },
  { "host", NC_ ("role in an event", "host") },
  { "guest", NC_ ("role in an event", "guest") },
  { "participant", NC_ ("role in an event", "takes part") },
  { "mediator", NC_ ("role in an event", "mediator") },
  { "subject", NC_ ("role in an event", "subject") },
  { "speaker", NC_ ("role in an event", "speaker") },
  { "observer", NC_ ("role in an event", "observer") },
};

static const DossierTerm sign[] = {
  { "cooperative", NC_ ("sign of a tie", "cooperative") },
  { "conflictual", NC_ ("sign of a tie", "conflictual") },
  { "neutral", NC_ ("sign of a tie", "neutral") },
};

static const DossierTerm stance[] = {
  { "condemns", NC_ ("stance", "condemns") },
  { "criticises", NC_ ("stance", "criticises") },
  { "is-concerned", NC_ ("stance", "is concerned") },
  { "is-neutral", NC_ ("stance", "is neutral") },
  { "declines-to-comment", NC_ ("stance", "declines to comment") },
  { "defends", NC_ ("stance", "defends") },
  { "welcomes", NC_ ("stance", "welcomes") },
};

static const DossierTerm bearing[] = {
  { "supports", NC_ ("what a statement says of a hypothesis", "supports") },
  { "opposes", NC_ ("what a statement says of a hypothesis", "opposes") },
  { "neutral", NC_ ("what a statement says of a hypothesis", "neutral") },
};

static const DossierTerm claim_type[] = {
  { "assessment", NC_ ("type of claim", "assessment") },
  { "motive", NC_ ("type of claim", "motive") },
  { "cause", NC_ ("type of claim", "cause") },
  { "advantage", NC_ ("type of claim", "advantage") },
  { "risk", NC_ ("type of claim", "risk") },
  { "consequence", NC_ ("type of claim", "consequence") },
  { "prediction", NC_ ("type of claim", "prediction") },
  { "condition", NC_ ("type of claim", "condition") },
  { "recommendation", NC_ ("type of claim", "recommendation") },
  { "question", NC_ ("type of claim", "open question") },
};

static const DossierTerm note_type[] = {
  { "discrepancy", NC_ ("type of note", "discrepancy") },
  { "spelling", NC_ ("type of note", "spelling") },
  { "gap", NC_ ("type of note", "gap") },
  { "context", NC_ ("type of note", "context") },
};

static const DossierTerm scene_view[] = {
  { "both", NC_ ("view of a scene", "timeline and map") },
  { "timeline", NC_ ("view of a scene", "timeline") },
  { "map", NC_ ("view of a scene", "map") },
  { "question", NC_ ("view of a scene", "question") },
  { "matrix", NC_ ("view of a scene", "matrix") },
};

static const DossierTerm plover_type[] = {
  { "AGREE", NULL },
  { "CONSULT", NULL },
  { "SUPPORT", NULL },
  { "CONCEDE", NULL },
  { "COOPERATE", NULL },
  { "AID", NULL },
  { "RETREAT", NULL },
  { "REQUEST", NULL },
  { "ACCUSE", NULL },
  { "REJECT", NULL },
  { "THREATEN", NULL },
  { "PROTEST", NULL },
  { "SANCTION", NULL },
  { "MOBILIZE", NULL },
  { "COERCE", NULL },
  { "ASSAULT", NULL },
  { "STATEMENT", NULL },
};

static const DossierTerm plover_mode[] = {
  { "visit", NULL },
  { "third-party", NULL },
  { "multilateral", NULL },
  { "phone", NULL },
  { "withdraw", NULL },
  { "release", NULL },
  { "disarm", NULL },
  { "ceasefire", NULL },
  { "access", NULL },
  { "resign", NULL },
  { "assist", NULL },
  { "change", NULL },
  { "yield", NULL },
  { "meet", NULL },
  { "disapprove", NULL },
  { "investigate", NULL },
  { "allege", NULL },
  { "restrict", NULL },
  { "arrest", NULL },
  { "relations", NULL },
  { "expel", NULL },
  { "territory", NULL },
  { "violence", NULL },
  { "demo", NULL },
  { "riot", NULL },
  { "strike", NULL },
  { "hunger", NULL },
  { "boycott", NULL },
  { "obstruct", NULL },
  { "convict", NULL },
  { "discontinue", NULL },
  { "troops", NULL },
  { "weapons", NULL },
  { "police", NULL },
  { "militia", NULL },
  { "seize", NULL },
  { "censor", NULL },
  { "curfew", NULL },
  { "martial-law", NULL },
  { "deport", NULL },
  { "withhold", NULL },
  { "misinformation", NULL },
  { "cyber", NULL },
  { "abduct", NULL },
  { "beat", NULL },
  { "torture", NULL },
  { "sexual", NULL },
  { "targeted", NULL },
  { "destroy", NULL },
  { "primitive", NULL },
  { "firearms", NULL },
  { "explosives", NULL },
  { "suicide-attack", NULL },
  { "aerial", NULL },
  { "drone", NULL },
  { "heavy-weapons", NULL },
  { "crowd-control", NULL },
  { "unconventional", NULL },
};

static const DossierTerm plover_auxiliary[] = {
  { "historical", NULL },
  { "future", NULL },
  { "hypothetical", NULL },
  { "negation", NULL },
};

static const DossierTerm plover_context[] = {
  { "military", NULL },
  { "intelligence", NULL },
  { "executive", NULL },
  { "legislative", NULL },
  { "election", NULL },
  { "political_institutions", NULL },
  { "pro_democracy", NULL },
  { "pro_autocracy", NULL },
  { "economic", NULL },
  { "legal", NULL },
  { "reparations", NULL },
  { "human_rights", NULL },
  { "rights_freedoms", NULL },
  { "repression", NULL },
  { "human_security", NULL },
  { "gender", NULL },
  { "lgbt", NULL },
  { "religion_ethnicity", NULL },
  { "inequality", NULL },
  { "diplomatic", NULL },
  { "territory", NULL },
  { "peacekeeping", NULL },
  { "health", NULL },
  { "asylum", NULL },
  { "migration", NULL },
  { "disasters", NULL },
  { "natural_resource", NULL },
  { "environment", NULL },
  { "technology", NULL },
  { "terrorism", NULL },
  { "cbrn", NULL },
  { "cyber", NULL },
  { "misinformation", NULL },
  { "crime", NULL },
  { "corruption", NULL },
  { "illegal_drugs", NULL },
  { "trafficking", NULL },
};

static const struct
{
  const DossierTerm *terms;
  int n_terms;
  const char *context; /* of the labels' translations, NULL for none */
} vocabularies[DOSSIER_N_VOCABULARIES] = {
  [DOSSIER_VOCABULARY_STATUS] = { status, G_N_ELEMENTS (status), "status of a statement" },
  [DOSSIER_VOCABULARY_RELIABILITY] = { reliability, G_N_ELEMENTS (reliability), NULL },
  [DOSSIER_VOCABULARY_LIKELIHOOD] = { likelihood, G_N_ELEMENTS (likelihood), NULL },
  [DOSSIER_VOCABULARY_CONFIDENCE] = { confidence, G_N_ELEMENTS (confidence), "confidence in a judgement" },
  [DOSSIER_VOCABULARY_ACTOR_TYPE] = { actor_type, G_N_ELEMENTS (actor_type), "type of actor" },
  [DOSSIER_VOCABULARY_NAME_TYPE] = { name_type, G_N_ELEMENTS (name_type), "type of name" },
  [DOSSIER_VOCABULARY_ROLE] = { role, G_N_ELEMENTS (role), "role in an event" },
  [DOSSIER_VOCABULARY_SIGN] = { sign, G_N_ELEMENTS (sign), "sign of a tie" },
  [DOSSIER_VOCABULARY_STANCE] = { stance, G_N_ELEMENTS (stance), "stance" },
  [DOSSIER_VOCABULARY_BEARING] = { bearing, G_N_ELEMENTS (bearing), "what a statement says of a hypothesis" },
  [DOSSIER_VOCABULARY_CLAIM_TYPE] = { claim_type, G_N_ELEMENTS (claim_type), "type of claim" },
  [DOSSIER_VOCABULARY_NOTE_TYPE] = { note_type, G_N_ELEMENTS (note_type), "type of note" },
  [DOSSIER_VOCABULARY_SCENE_VIEW] = { scene_view, G_N_ELEMENTS (scene_view), "view of a scene" },
  [DOSSIER_VOCABULARY_PLOVER_TYPE] = { plover_type, G_N_ELEMENTS (plover_type), NULL },
  [DOSSIER_VOCABULARY_PLOVER_MODE] = { plover_mode, G_N_ELEMENTS (plover_mode), NULL },
  [DOSSIER_VOCABULARY_PLOVER_CONTEXT] = { plover_context, G_N_ELEMENTS (plover_context), NULL },
  [DOSSIER_VOCABULARY_PLOVER_AUXILIARY] = { plover_auxiliary, G_N_ELEMENTS (plover_auxiliary), NULL },
};

static const DossierTerm *
get_term (DossierVocabulary vocabulary, int value)
{
  g_return_val_if_fail (vocabulary < DOSSIER_N_VOCABULARIES, NULL);
  g_return_val_if_fail (value >= 0 && value <= vocabularies[vocabulary].n_terms, NULL);

  return value > 0 ? &vocabularies[vocabulary].terms[value - 1] : NULL;
}

/**
 * dossier_vocabulary_get_terms:
 * @vocabulary: a vocabulary
 * @n_terms: (out): how many terms it has
 *
 * Returns: (transfer none) (array length=n_terms): its terms; that of value 1 comes first
 */
const DossierTerm *
dossier_vocabulary_get_terms (DossierVocabulary vocabulary, int *n_terms)
{
  g_return_val_if_fail (vocabulary < DOSSIER_N_VOCABULARIES, NULL);

  *n_terms = vocabularies[vocabulary].n_terms;

  return vocabularies[vocabulary].terms;
}

/**
 * dossier_vocabulary_lookup:
 * @vocabulary: a vocabulary
 * @key: a word as it is written in a document
 *
 * Returns: the value of @key, from 1, or 0 if @key is none of the terms
 */
int
dossier_vocabulary_lookup (DossierVocabulary vocabulary, const char *key)
{
  g_return_val_if_fail (vocabulary < DOSSIER_N_VOCABULARIES, 0);

  for (int i = 0; i < vocabularies[vocabulary].n_terms; i++)
    {
      if (strcmp (vocabularies[vocabulary].terms[i].key, key) == 0)
        return i + 1;
    }

  return 0;
}

/**
 * dossier_vocabulary_get_key:
 * @vocabulary: a vocabulary
 * @value: a value of it, or 0
 *
 * Returns: (transfer none) (nullable): the word that stands for @value in a document, %NULL for 0
 */
const char *
dossier_vocabulary_get_key (DossierVocabulary vocabulary, int value)
{
  const DossierTerm *term = get_term (vocabulary, value);

  return term != NULL ? term->key : NULL;
}

/**
 * dossier_vocabulary_get_label:
 * @vocabulary: a vocabulary
 * @value: a value of it, or 0
 *
 * Returns: (transfer none) (nullable): the word for @value in the user's language, %NULL for 0
 */
const char *
dossier_vocabulary_get_label (DossierVocabulary vocabulary, int value)
{
  const DossierTerm *term = get_term (vocabulary, value);
  const char *context;

  if (term == NULL)
    return NULL;

  if (term->label == NULL)
    return term->key;

  context = vocabularies[vocabulary].context;

  return context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, context, term->label) : g_dgettext (GETTEXT_PACKAGE, term->label);
}

/**
 * dossier_vocabulary_dup_heading:
 * @vocabulary: a vocabulary
 * @value: a value of it, or 0
 *
 * Returns: (transfer full) (nullable): the word for @value as it begins a line or stands alone, with a capital in
 *   scripts that have capitals; %NULL for 0
 */
char *
dossier_vocabulary_dup_heading (DossierVocabulary vocabulary, int value)
{
  const char *label = dossier_vocabulary_get_label (vocabulary, value);
  GString *heading;

  if (label == NULL)
    return NULL;

  heading = g_string_new (NULL);
  g_string_append_unichar (heading, g_unichar_toupper (g_utf8_get_char (label)));
  g_string_append (heading, g_utf8_next_char (label));

  return g_string_free (heading, FALSE);
}
