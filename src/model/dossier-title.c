/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-document.h"

#include "model/dossier-enumeration.h"

#include <glib/gi18n-lib.h>

/* How a reaction is told in few words: nouns, which fit one name, several, and one that stands for many alike. */
static const char *const stance_words[] = {
  [DOSSIER_STANCE_CONDEMNS] = NC_ ("reaction", "condemnation"),
  [DOSSIER_STANCE_CRITICISES] = NC_ ("reaction", "criticism"),
  [DOSSIER_STANCE_IS_CONCERNED] = NC_ ("reaction", "concern"),
  [DOSSIER_STANCE_IS_NEUTRAL] = NC_ ("reaction", "neutrality"),
  [DOSSIER_STANCE_DECLINES_TO_COMMENT] = NC_ ("reaction", "no comment"),
  [DOSSIER_STANCE_DEFENDS] = NC_ ("reaction", "defence"),
  [DOSSIER_STANCE_WELCOMES] = NC_ ("reaction", "welcome"),
};

static const char *
get_actor_name (DossierDocument *self, const DossierLink *link, const char *language)
{
  return dossier_text_get (&dossier_document_get_actor (self, link->ref.index)->name, language);
}

static char *
dup_tie_title (DossierDocument *self, const DossierTie *tie, const char *language)
{
  const char *label = dossier_text_get (&tie->label, language);

  if (*label == '\0')
    label = dossier_text_get (&dossier_document_get_tie_kind (self, tie->kind.ref.index)->label, language);

  /* Translators: a tie between two actors, such as: North Korea → Russia: arms. */
  return g_strdup_printf (tie->directed ? _ ("%s → %s: %s") : _ ("%s – %s: %s"),
                          get_actor_name (self, &tie->from, language),
                          get_actor_name (self, &tie->to, language),
                          label);
}

static char *
dup_reaction_title (DossierDocument *self, const DossierReaction *reaction, const char *language)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (int i = 0; i < reaction->actors.n; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? dossier_enumeration_get_comma () : "", get_actor_name (self, &reaction->actors.items[i], language));

  /* Translators: who reacts, and how: South Korea, Ukraine: criticism. */
  return g_strdup_printf (_ ("%s: %s"), names->str, g_dpgettext2 (GETTEXT_PACKAGE, "reaction", stance_words[reaction->stance]));
}

static char *
dup_event_title (DossierDocument *self, int index, const char *language)
{
  g_autoptr (DossierEvent) event = dossier_document_load_event (self, index);

  return g_strdup (dossier_text_get (&event->title, language));
}

static char *
dup_source_title (DossierDocument *self, int index, const char *language)
{
  const DossierSource *source = dossier_document_get_source (self, index);

  return g_strdup (dossier_text_is_set (&source->label) ? dossier_text_get (&source->label, language) : source->id);
}

/**
 * dossier_document_dup_title:
 * @self: a document
 * @ref: a record of it
 * @language: (nullable): a language tag, %NULL for the user's
 *
 * Returns: (transfer full): what a reader calls @ref: its title, name or label, the words of a quote, the ends and
 *   the label of a tie, who reacts and how
 */
char *
dossier_document_dup_title (DossierDocument *self, DossierRef ref, const char *language)
{
  const DossierText *text = NULL;

  g_return_val_if_fail (DOSSIER_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (ref.index >= 0 && ref.index < dossier_document_get_count (self, ref.type), NULL);

  switch (ref.type)
    {
    case DOSSIER_RECORD_KIND:
      text = &dossier_document_get_kind (self, ref.index)->label;
      break;
    case DOSSIER_RECORD_TIE_KIND:
      text = &dossier_document_get_tie_kind (self, ref.index)->label;
      break;
    case DOSSIER_RECORD_PLACE:
      text = &dossier_document_get_place (self, ref.index)->name;
      break;
    case DOSSIER_RECORD_ACTOR:
      text = &dossier_document_get_actor (self, ref.index)->name;
      break;
    case DOSSIER_RECORD_SOURCE:
      return dup_source_title (self, ref.index, language);
    case DOSSIER_RECORD_QUOTE:
      return g_strdup (dossier_document_get_quote (self, ref.index)->exact);
    case DOSSIER_RECORD_HYPOTHESIS:
      text = &dossier_document_get_hypothesis (self, ref.index)->title;
      break;
    case DOSSIER_RECORD_EVENT:
      return dup_event_title (self, ref.index, language);
    case DOSSIER_RECORD_TIE:
      return dup_tie_title (self, dossier_document_get_tie (self, ref.index), language);
    case DOSSIER_RECORD_REACTION:
      return dup_reaction_title (self, dossier_document_get_reaction (self, ref.index), language);
    case DOSSIER_RECORD_CLAIM:
      text = &dossier_document_get_claim (self, ref.index)->title;
      break;
    case DOSSIER_RECORD_NOTE:
      text = &dossier_document_get_note (self, ref.index)->title;
      break;
    case DOSSIER_RECORD_STORY:
      text = &dossier_document_get_story (self, ref.index)->title;
      break;
    case DOSSIER_RECORD_SCENE:
      text = &dossier_document_get_scene (self, ref.index)->title;
      break;
    case DOSSIER_RECORD_NONE:
    case DOSSIER_N_RECORDS:
    default:
      g_return_val_if_reached (NULL);
    }

  return g_strdup (dossier_text_get (text, language));
}
