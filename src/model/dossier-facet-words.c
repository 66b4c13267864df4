/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-facets.h"

#include <glib/gi18n-lib.h>

/* What the digits of the NATO Admiralty code stand for; 0 for none. */
static const char *const credibilities[] = {
  N_ ("Not graded"),
  N_ ("1: confirmed"),
  N_ ("2: probably true"),
  N_ ("3: possibly true"),
  N_ ("4: doubtful"),
  N_ ("5: improbable"),
  N_ ("6: cannot be judged"),
};

/**
 * dossier_facet_get_vocabulary:
 * @facet: a facet
 * @vocabulary: (out): the closed list that its values are terms of
 *
 * Returns: whether they are terms of one
 */
gboolean
dossier_facet_get_vocabulary (DossierFacet facet, DossierVocabulary *vocabulary)
{
  switch (facet)
    {
    case DOSSIER_FACET_STATUS:
      *vocabulary = DOSSIER_VOCABULARY_STATUS;
      return TRUE;
    case DOSSIER_FACET_LIKELIHOOD:
      *vocabulary = DOSSIER_VOCABULARY_LIKELIHOOD;
      return TRUE;
    case DOSSIER_FACET_RELIABILITY:
      *vocabulary = DOSSIER_VOCABULARY_RELIABILITY;
      return TRUE;
    case DOSSIER_FACET_STANCE:
      *vocabulary = DOSSIER_VOCABULARY_STANCE;
      return TRUE;
    case DOSSIER_FACET_KIND:
    case DOSSIER_FACET_ACTOR:
    case DOSSIER_FACET_PLACE:
    case DOSSIER_FACET_SOURCE:
    case DOSSIER_FACET_CREDIBILITY:
    case DOSSIER_N_FACETS:
    default:
      return FALSE;
    }
}

/**
 * dossier_facet_get_record:
 * @facet: a facet
 *
 * Returns: of which type the records are that its values are indexes of, %DOSSIER_RECORD_NONE if they are none
 */
DossierRecord
dossier_facet_get_record (DossierFacet facet)
{
  switch (facet)
    {
    case DOSSIER_FACET_KIND:
      return DOSSIER_RECORD_KIND;
    case DOSSIER_FACET_ACTOR:
      return DOSSIER_RECORD_ACTOR;
    case DOSSIER_FACET_PLACE:
      return DOSSIER_RECORD_PLACE;
    case DOSSIER_FACET_SOURCE:
      return DOSSIER_RECORD_SOURCE;
    case DOSSIER_FACET_STATUS:
    case DOSSIER_FACET_LIKELIHOOD:
    case DOSSIER_FACET_RELIABILITY:
    case DOSSIER_FACET_CREDIBILITY:
    case DOSSIER_FACET_STANCE:
    case DOSSIER_N_FACETS:
    default:
      return DOSSIER_RECORD_NONE;
    }
}

/**
 * dossier_facet_dup_heading:
 * @facet: a facet
 *
 * Returns: (transfer full): its name in the user's language, as a heading
 */
char *
dossier_facet_dup_heading (DossierFacet facet)
{
  switch (facet)
    {
    case DOSSIER_FACET_KIND:
      return g_strdup (_ ("Kinds"));
    case DOSSIER_FACET_ACTOR:
      return g_strdup (_ ("Actors"));
    case DOSSIER_FACET_PLACE:
      return g_strdup (_ ("Places"));
    case DOSSIER_FACET_STATUS:
      return g_strdup (_ ("Status"));
    case DOSSIER_FACET_SOURCE:
      return g_strdup (_ ("Sources"));
    case DOSSIER_FACET_LIKELIHOOD:
      return g_strdup (_ ("Likelihood"));
    case DOSSIER_FACET_RELIABILITY:
      return g_strdup (_ ("Reliability of the source"));
    case DOSSIER_FACET_CREDIBILITY:
      return g_strdup (_ ("Credibility"));
    case DOSSIER_FACET_STANCE:
      return g_strdup (_ ("Reactions"));
    case DOSSIER_N_FACETS:
    default:
      g_assert_not_reached ();
    }
}

/**
 * dossier_facet_dup_title:
 * @document: a document
 * @facet: a facet
 * @value: a value of it
 *
 * Returns: (transfer full): the value in the user's language, beginning as a heading does
 */
char *
dossier_facet_dup_title (DossierDocument *document, DossierFacet facet, int value)
{
  DossierVocabulary vocabulary;

  if (facet == DOSSIER_FACET_CREDIBILITY)
    return g_strdup (_ (credibilities[value]));
  if (facet == DOSSIER_FACET_STANCE && value == DOSSIER_STANCE_NONE)
    return g_strdup (_ ("No reaction"));
  if (facet == DOSSIER_FACET_LIKELIHOOD && value == DOSSIER_LIKELIHOOD_NONE)
    return g_strdup (_ ("Not stated"));
  if (facet == DOSSIER_FACET_RELIABILITY && value == DOSSIER_RELIABILITY_NONE)
    return g_strdup (_ ("Not graded"));
  if (facet == DOSSIER_FACET_RELIABILITY)
    /* Translators: the letter of a source's reliability and what it stands for, such as "B: usually reliable" */
    return g_strdup_printf (_ ("%s: %s"),
                            dossier_vocabulary_get_key (DOSSIER_VOCABULARY_RELIABILITY, value),
                            dossier_vocabulary_get_label (DOSSIER_VOCABULARY_RELIABILITY, value));
  if (dossier_facet_get_vocabulary (facet, &vocabulary))
    return dossier_vocabulary_dup_heading (vocabulary, value);

  return dossier_document_dup_title (document, (DossierRef){ dossier_facet_get_record (facet), value }, NULL);
}
