/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window/dossier-record-names.h"

#include <glib/gi18n-lib.h>

/**
 * dossier_record_get_type_name:
 * @type: a type of records
 *
 * Returns: (transfer none): what it is called, in the user's language
 */
const char *
dossier_record_get_type_name (DossierRecord type)
{
  switch (type)
    {
    case DOSSIER_RECORD_KIND:
      return _ ("Kind");
    case DOSSIER_RECORD_TIE_KIND:
      return _ ("Kind of tie");
    case DOSSIER_RECORD_PLACE:
      return _ ("Place");
    case DOSSIER_RECORD_ACTOR:
      return _ ("Actor");
    case DOSSIER_RECORD_SOURCE:
      return _ ("Source");
    case DOSSIER_RECORD_QUOTE:
      return _ ("Quote");
    case DOSSIER_RECORD_HYPOTHESIS:
      return _ ("Hypothesis");
    case DOSSIER_RECORD_EVENT:
      return _ ("Event");
    case DOSSIER_RECORD_TIE:
      return _ ("Tie");
    case DOSSIER_RECORD_REACTION:
      return _ ("Reaction");
    case DOSSIER_RECORD_CLAIM:
      return _ ("Claim");
    case DOSSIER_RECORD_NOTE:
      return _ ("Editor’s note");
    case DOSSIER_RECORD_STORY:
      return _ ("Story");
    case DOSSIER_RECORD_SCENE:
      return _ ("Scene");
    case DOSSIER_RECORD_NONE:
    case DOSSIER_N_RECORDS:
    default:
      return "";
    }
}

/**
 * dossier_record_get_group_name:
 * @type: a type of records
 *
 * Returns: (transfer none): what several of it are called, in the user's language, as a heading
 */
const char *
dossier_record_get_group_name (DossierRecord type)
{
  switch (type)
    {
    case DOSSIER_RECORD_KIND:
      return _ ("Kinds");
    case DOSSIER_RECORD_TIE_KIND:
      return _ ("Kinds of ties");
    case DOSSIER_RECORD_PLACE:
      return _ ("Places");
    case DOSSIER_RECORD_ACTOR:
      return _ ("Actors");
    case DOSSIER_RECORD_SOURCE:
      return _ ("Sources");
    case DOSSIER_RECORD_QUOTE:
      return _ ("Quotes");
    case DOSSIER_RECORD_HYPOTHESIS:
      return _ ("Possible answers");
    case DOSSIER_RECORD_EVENT:
      return _ ("Events");
    case DOSSIER_RECORD_TIE:
      return _ ("Ties");
    case DOSSIER_RECORD_REACTION:
      return _ ("Reactions");
    case DOSSIER_RECORD_CLAIM:
      return _ ("Assessments");
    case DOSSIER_RECORD_NOTE:
      return _ ("Editor’s notes");
    case DOSSIER_RECORD_STORY:
      return _ ("Stories");
    case DOSSIER_RECORD_SCENE:
      return _ ("Scenes");
    case DOSSIER_RECORD_NONE:
    case DOSSIER_N_RECORDS:
    default:
      return "";
    }
}
