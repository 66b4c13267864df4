/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-weighing.h"

#include "model/dossier-enumeration.h"

#include <glib/gi18n-lib.h>

/* So many things are named in a sentence; more would be no sentence. */
#define MOST_NAMED 4

/**
 * dossier_weighing_dup_value_title:
 * @self: a weighing
 * @by: a switch
 * @value: a value of it
 *
 * Returns: (transfer full): its name in the user's language
 */
char *
dossier_weighing_dup_value_title (DossierWeighing *self, DossierSwitch by, int value)
{
  DossierDocument *document = dossier_weighing_get_document (self);

  switch (by)
    {
    case DOSSIER_SWITCH_HEDGE:
      return g_strdup (dossier_hedge_get_label ((DossierHedge) value));
    case DOSSIER_SWITCH_STATUS:
      return g_strdup (dossier_vocabulary_get_label (DOSSIER_VOCABULARY_STATUS, MAX (value, DOSSIER_STATUS_REPORTED)));
    case DOSSIER_SWITCH_VOICE:
      /* Translators: who says it: the authors of a source themselves, and nobody whom they cite */
      return value == 0 ? g_strdup (_ ("the authors")) : dossier_document_dup_title (document, (DossierRef){ DOSSIER_RECORD_ACTOR, value - 1 }, NULL);
    case DOSSIER_SWITCH_SOURCE:
      return dossier_document_dup_title (document, (DossierRef){ DOSSIER_RECORD_SOURCE, value }, NULL);
    case DOSSIER_N_SWITCHES:
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
dup_hypothesis_title (DossierWeighing *self, int hypothesis)
{
  return dossier_document_dup_title (dossier_weighing_get_document (self), (DossierRef){ DOSSIER_RECORD_HYPOTHESIS, hypothesis }, NULL);
}

/**
 * dossier_weighing_explain_sum:
 * @self: a weighing
 * @hypothesis: the index of a hypothesis
 * @stance: %DOSSIER_BEARING_SUPPORTS, %DOSSIER_BEARING_OPPOSES or %DOSSIER_BEARING_NEUTRAL
 *
 * Returns: (transfer full): how the sum of what is on the balance comes about: "30 stated × 1 + 4 hedged × 0.5 = 32"
 */
char *
dossier_weighing_explain_sum (DossierWeighing *self, int hypothesis, DossierBearingStance stance)
{
  GString *text = g_string_new (NULL);
  int n[DOSSIER_N_HEDGES] = { 0 };
  DossierSum sum = dossier_weighing_get_sum (self, hypothesis, stance);

  for (int i = 0; i < dossier_weighing_get_n_weights (self); i++)
    {
      const DossierWeight *weight = dossier_weighing_get_weight (self, i);

      if (weight->is_on && weight->stances[hypothesis] == (int) stance)
        n[weight->hedge]++;
    }

  for (int hedge = 0; hedge < DOSSIER_N_HEDGES; hedge++)
    if (n[hedge] > 0)
      /* Translators: a part of a sum: how many statements of which level, times what each weighs: "4 hedged × 0.5" */
      g_string_append_printf (text,
                              C_ ("sum", "%s%d %s × %.3g"),
                              text->len > 0 ? " + " : "",
                              n[hedge],
                              dossier_hedge_get_label ((DossierHedge) hedge),
                              dossier_hedge_get_weight ((DossierHedge) hedge));
  if (text->len == 0)
    g_string_append (text, _ ("nothing"));
  g_string_append_printf (text, " = %.4g", sum.weight);

  return g_string_free (text, FALSE);
}

/**
 * dossier_weighing_explain_order:
 * @self: a weighing with at least one hypothesis
 *
 * Returns: (transfer full): which hypothesis has how much against it, from least to most, and what that means
 */
char *
dossier_weighing_explain_order (DossierWeighing *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *sentence = NULL;
  int n = dossier_weighing_get_n_hypotheses (self);

  for (int rank = 1; rank <= n; rank++)
    for (int i = 0; i < n; i++)
      {
        g_autofree char *title = NULL;

        if (dossier_weighing_get_rank (self, i) != rank)
          continue;

        title = dup_hypothesis_title (self, i);
        /* Translators: a hypothesis and what weighs against it, in a list: "“Ad hoc” 7.75" */
        g_string_append_printf (text, C_ ("order", "%s“%s” %.4g"), text->len > 0 ? " < " : "", title, dossier_weighing_get_sum (self, i, DOSSIER_BEARING_OPPOSES).weight);
      }

  g_string_prepend (text, _ ("Against: "));
  sentence = dossier_enumeration_end_sentence (text->str);
  g_string_assign (text, sentence);
  g_string_append_c (text, ' ');
  g_string_append (text,
                   _ ("The analysis of competing hypotheses looks for the answer with the least against it, however much speaks for another. "
                      "This adds up what the sources say; it is no verdict of theirs."));

  return g_string_free (text, FALSE);
}

/**
 * dossier_weighing_explain_weights:
 * @self: a weighing
 *
 * Returns: (transfer full): what each level weighs that occurs, one below the other, and where that is from
 */
char *
dossier_weighing_explain_weights (DossierWeighing *self)
{
  GString *text = g_string_new (NULL);

  for (int hedge = 0; hedge < DOSSIER_N_HEDGES; hedge++)
    if (dossier_weighing_get_count (self, DOSSIER_SWITCH_HEDGE, hedge) > 0)
      {
        g_autofree char *reason = dossier_hedge_dup_reason ((DossierHedge) hedge);

        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", reason);
      }

  g_string_append (text, "\n\n");
  g_string_append (text,
                   _ ("A statement weighs as much as its source commits itself. Where the source names a likelihood, that is the middle of its range "
                      "in ICD 203; the other weights are a convention, in quarters. Grades and confidence are not weighed."));

  return g_string_free (text, FALSE);
}

/* "“alleged” or “Engman et al.”" */
static char *
list_values (DossierWeighing *self, const GArray *list, gboolean leaves_nothing)
{
  GString *text = g_string_new (NULL);
  int n = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const DossierSensitivity *sensitivity = &g_array_index (list, DossierSensitivity, i);
      g_autofree char *title = NULL;
      g_autofree char *quoted = NULL;

      if (sensitivity->leaves_nothing != leaves_nothing || n++ >= MOST_NAMED)
        continue;

      title = dossier_weighing_dup_value_title (self, sensitivity->by, sensitivity->value);
      quoted = g_strdup_printf (_ ("“%s”"), title);
      g_string_append_printf (text, "%s%s", text->len > 0 ? dossier_enumeration_get_comma () : "", quoted);
    }
  if (n > MOST_NAMED)
    g_string_append_printf (text, ngettext (" and %d more", " and %d more", (gulong) (n - MOST_NAMED)), n - MOST_NAMED);

  return g_string_free (text, FALSE);
}

/**
 * dossier_weighing_explain_sensitivity:
 * @self: a weighing
 *
 * Returns: (transfer full): on what the order hangs, in a sentence or two
 */
char *
dossier_weighing_explain_sensitivity (DossierWeighing *self)
{
  g_autoptr (GArray) list = dossier_weighing_list_sensitivities (self);
  g_autofree char *changing = list_values (self, list, FALSE);
  g_autofree char *emptying = list_values (self, list, TRUE);
  GString *text = g_string_new (NULL);

  if (*changing != '\0')
    /* Translators: a list of levels, voices and sources */
    g_string_append_printf (text, _ ("The order would be another without %s."), changing);
  else
    g_string_append (text, _ ("The order stays the same without any one level, voice or source."));
  if (*emptying != '\0')
    {
      g_string_append_c (text, ' ');
      /* Translators: a list of sources */
      g_string_append_printf (text, _ ("Everything rests on %s."), emptying);
    }

  return g_string_free (text, FALSE);
}
