/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

G_BEGIN_DECLS

/**
 * DossierHedge:
 * @DOSSIER_HEDGE_STATED: stated as fact, in no words that soften it: weighs 1
 * @DOSSIER_HEDGE_ALMOST_CERTAIN: the source says that it is almost certain: 0.97
 * @DOSSIER_HEDGE_VERY_LIKELY: likewise, very likely: 0.875
 * @DOSSIER_HEDGE_EXPECTED: the source expects it, and names no likelihood: 0.75
 * @DOSSIER_HEDGE_LIKELY: likely: 0.675
 * @DOSSIER_HEDGE_ROUGHLY_EVEN: roughly even chance: 0.5
 * @DOSSIER_HEDGE_WORDED: stated, but in words that soften it ("seemingly", "may"), without a likelihood: 0.5
 * @DOSSIER_HEDGE_ALLEGED: the source reports that somebody alleges it: 0.5
 * @DOSSIER_HEDGE_UNLIKELY: unlikely: 0.325
 * @DOSSIER_HEDGE_SPECULATED: the source speculates: 0.25
 * @DOSSIER_HEDGE_VERY_UNLIKELY: very unlikely: 0.125
 * @DOSSIER_HEDGE_REMOTE: remote: 0.03
 * @DOSSIER_HEDGE_DENIED: the source denies it: 0
 * @DOSSIER_N_HEDGES: how many there are
 *
 * How far a source commits itself to a statement, from most to least. Where it names a likelihood, that holds, and the
 * weight is the middle of the range that ICD 203 (Intelligence Community Directive 203, 2015, D.6.e.2.a) gives the
 * term. Else the status holds, and of what is reported, whether the words are softened; those weights are our
 * convention: whole quarters, in the order in which a source commits itself.
 */
typedef enum
{
  DOSSIER_HEDGE_STATED,
  DOSSIER_HEDGE_ALMOST_CERTAIN,
  DOSSIER_HEDGE_VERY_LIKELY,
  DOSSIER_HEDGE_EXPECTED,
  DOSSIER_HEDGE_LIKELY,
  DOSSIER_HEDGE_ROUGHLY_EVEN,
  DOSSIER_HEDGE_WORDED,
  DOSSIER_HEDGE_ALLEGED,
  DOSSIER_HEDGE_UNLIKELY,
  DOSSIER_HEDGE_SPECULATED,
  DOSSIER_HEDGE_VERY_UNLIKELY,
  DOSSIER_HEDGE_REMOTE,
  DOSSIER_HEDGE_DENIED,
  DOSSIER_N_HEDGES,
} DossierHedge;

DossierHedge dossier_hedge_of_statement (DossierDocument *document, const DossierStatement *statement, const char *words);
double dossier_hedge_get_weight (DossierHedge hedge);
const char *dossier_hedge_get_label (DossierHedge hedge);
char *dossier_hedge_dup_reason (DossierHedge hedge);

G_END_DECLS
