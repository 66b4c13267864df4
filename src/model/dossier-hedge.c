/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/dossier-hedge.h"

#include <glib/gi18n-lib.h>

/* Of a level, what it weighs, how it is called, and the range of ICD 203 in percent, if that is where it is from. */
static const struct
{
  double weight;
  const char *label;
  int from;
  int to;
} levels[DOSSIER_N_HEDGES] = {
  [DOSSIER_HEDGE_STATED] = { 1, NC_ ("hedge", "stated"), 0, 0 },
  [DOSSIER_HEDGE_ALMOST_CERTAIN] = { 0.97, NC_ ("hedge", "almost certain"), 95, 99 },
  [DOSSIER_HEDGE_VERY_LIKELY] = { 0.875, NC_ ("hedge", "very likely"), 80, 95 },
  [DOSSIER_HEDGE_EXPECTED] = { 0.75, NC_ ("hedge", "expected"), 0, 0 },
  [DOSSIER_HEDGE_LIKELY] = { 0.675, NC_ ("hedge", "likely"), 55, 80 },
  [DOSSIER_HEDGE_ROUGHLY_EVEN] = { 0.5, NC_ ("hedge", "roughly even"), 45, 55 },
  [DOSSIER_HEDGE_WORDED] = { 0.5, NC_ ("hedge", "hedged"), 0, 0 },
  [DOSSIER_HEDGE_ALLEGED] = { 0.5, NC_ ("hedge", "alleged"), 0, 0 },
  [DOSSIER_HEDGE_UNLIKELY] = { 0.325, NC_ ("hedge", "unlikely"), 20, 45 },
  [DOSSIER_HEDGE_SPECULATED] = { 0.25, NC_ ("hedge", "speculated"), 0, 0 },
  [DOSSIER_HEDGE_VERY_UNLIKELY] = { 0.125, NC_ ("hedge", "very unlikely"), 5, 20 },
  [DOSSIER_HEDGE_REMOTE] = { 0.03, NC_ ("hedge", "remote"), 1, 5 },
  [DOSSIER_HEDGE_DENIED] = { 0, NC_ ("hedge", "denied"), 0, 0 },
};

static DossierHedge
of_likelihood (DossierLikelihood likelihood)
{
  switch (likelihood)
    {
    case DOSSIER_LIKELIHOOD_REMOTE:
      return DOSSIER_HEDGE_REMOTE;
    case DOSSIER_LIKELIHOOD_VERY_UNLIKELY:
      return DOSSIER_HEDGE_VERY_UNLIKELY;
    case DOSSIER_LIKELIHOOD_UNLIKELY:
      return DOSSIER_HEDGE_UNLIKELY;
    case DOSSIER_LIKELIHOOD_ROUGHLY_EVEN:
      return DOSSIER_HEDGE_ROUGHLY_EVEN;
    case DOSSIER_LIKELIHOOD_LIKELY:
      return DOSSIER_HEDGE_LIKELY;
    case DOSSIER_LIKELIHOOD_VERY_LIKELY:
      return DOSSIER_HEDGE_VERY_LIKELY;
    case DOSSIER_LIKELIHOOD_ALMOST_CERTAIN:
      return DOSSIER_HEDGE_ALMOST_CERTAIN;
    case DOSSIER_LIKELIHOOD_NONE:
    default:
      g_assert_not_reached ();
    }
}

static gboolean
has_hedged_quote (DossierDocument *document, const DossierStatement *statement)
{
  for (int i = 0; i < statement->quotes.n; i++)
    if (dossier_document_get_quote (document, statement->quotes.items[i].ref.index)->hedges.n > 0)
      return TRUE;

  return FALSE;
}

/**
 * dossier_hedge_of_statement:
 * @document: a document
 * @statement: a statement of it
 * @words: (nullable): words of its own that soften it, such as the hedge of a claim
 *
 * Returns: how far its source commits itself
 */
DossierHedge
dossier_hedge_of_statement (DossierDocument *document, const DossierStatement *statement, const char *words)
{
  if (statement->likelihood != DOSSIER_LIKELIHOOD_NONE)
    return of_likelihood ((DossierLikelihood) statement->likelihood);

  switch ((DossierStatus) statement->status)
    {
    case DOSSIER_STATUS_ALLEGED:
      return DOSSIER_HEDGE_ALLEGED;
    case DOSSIER_STATUS_SPECULATED:
      return DOSSIER_HEDGE_SPECULATED;
    case DOSSIER_STATUS_EXPECTED:
      return DOSSIER_HEDGE_EXPECTED;
    case DOSSIER_STATUS_DENIED:
      return DOSSIER_HEDGE_DENIED;
    case DOSSIER_STATUS_REPORTED:
    case DOSSIER_STATUS_NONE:
    default:
      return words != NULL || has_hedged_quote (document, statement) ? DOSSIER_HEDGE_WORDED : DOSSIER_HEDGE_STATED;
    }
}

/**
 * dossier_hedge_get_weight:
 * @hedge: a level
 *
 * Returns: what a statement of that level weighs, 0 to 1
 */
double
dossier_hedge_get_weight (DossierHedge hedge)
{
  g_return_val_if_fail (hedge < DOSSIER_N_HEDGES, 0);

  return levels[hedge].weight;
}

/**
 * dossier_hedge_get_label:
 * @hedge: a level
 *
 * Returns: its name in the user's language, for the middle of a line
 */
const char *
dossier_hedge_get_label (DossierHedge hedge)
{
  g_return_val_if_fail (hedge < DOSSIER_N_HEDGES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "hedge", levels[hedge].label);
}

/**
 * dossier_hedge_dup_reason:
 * @hedge: a level
 *
 * Returns: (transfer full): what it weighs and why, in the user's language: "likely: 0.675, the middle of 55 to 80 %"
 */
char *
dossier_hedge_dup_reason (DossierHedge hedge)
{
  const char *label = dossier_hedge_get_label (hedge);

  if (levels[hedge].to > 0)
    /* Translators: how a term of likelihood becomes a weight: the term, its weight, the range of ICD 203 in percent */
    return g_strdup_printf (_ ("%s: %.3g, the middle of %d to %d %%"), label, levels[hedge].weight, levels[hedge].from, levels[hedge].to);

  /* Translators: how a status becomes a weight, such as "alleged: 0.5" */
  return g_strdup_printf (_ ("%s: %.3g"), label, levels[hedge].weight);
}
