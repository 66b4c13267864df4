/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-hedge.h"

G_BEGIN_DECLS

/**
 * DossierSwitch:
 * @DOSSIER_SWITCH_HEDGE: values are #DossierHedge
 * @DOSSIER_SWITCH_STATUS: values are #DossierStatus
 * @DOSSIER_SWITCH_VOICE: who says it: 0 for the authors of the source themselves, else one more than the index of the
 *   actor whom it is attributed to, or who speaks in its quotes
 * @DOSSIER_SWITCH_SOURCE: values are indexes of sources: those of its quotes, and those that the quotes cite
 *
 * By what weights can be taken off the balance.
 */
typedef enum
{
  DOSSIER_SWITCH_HEDGE,
  DOSSIER_SWITCH_STATUS,
  DOSSIER_SWITCH_VOICE,
  DOSSIER_SWITCH_SOURCE,
  DOSSIER_N_SWITCHES,
} DossierSwitch;

/**
 * DossierWeight:
 * @ref: the claim, event, tie or reaction
 * @title: its title
 * @hedge: how far its source commits itself
 * @hedge_words: (nullable): the words that soften it
 * @status: its #DossierStatus
 * @weight: what it weighs, 0 to 1, by @hedge
 * @stances: (array): what it says of each hypothesis, %DOSSIER_BEARING_NONE if nothing
 * @diagnosticity: how far apart it puts the hypotheses: 1 if it supports one and opposes another, 0.5 if it is neutral
 *   to one but not to another, 0 if it says the same of all
 * @quote: the index of its first quote, -1 for none
 * @place: its place in the order of the sources and of the text within them, from 0
 * @is_on: whether it lies on the balance
 *
 * A statement that bears on the hypotheses: a row of the analysis.
 */
typedef struct
{
  DossierRef ref;
  char *title;
  DossierHedge hedge;
  const char *hedge_words;
  int status;
  double weight;
  int *stances;
  double diagnosticity;
  int quote;
  int place;
  gboolean is_on;
} DossierWeight;

/**
 * DossierSum:
 * @weight: what they weigh together
 * @n: how many there are
 */
typedef struct
{
  double weight;
  int n;
} DossierSum;

/**
 * DossierSensitivity:
 * @by: by which switch
 * @value: the value that would be off
 * @leaves_nothing: whether nothing would lie on the balance any more; if not, the hypotheses would be in another order
 */
typedef struct
{
  DossierSwitch by;
  int value;
  gboolean leaves_nothing;
} DossierSensitivity;

/**
 * DossierWeighing:
 *
 * Weighs the answers to the dossier's question by the analysis of competing hypotheses (R. J. Heuer, Psychology of
 * Intelligence Analysis, 1999, chapter 8): every statement is held against every hypothesis, and the hypotheses are
 * ordered by how little speaks against them, not by how much speaks for them. It adds up what the sources say, and
 * finds nothing itself.
 *
 * Statements can be taken off, by what they have in common. "changed" is emitted after that.
 */
#define DOSSIER_TYPE_WEIGHING (dossier_weighing_get_type ())
G_DECLARE_FINAL_TYPE (DossierWeighing, dossier_weighing, DOSSIER, WEIGHING, GObject)

DossierWeighing *dossier_weighing_new (DossierDocument *document);
DossierDocument *dossier_weighing_get_document (DossierWeighing *self);
int dossier_weighing_get_n_hypotheses (DossierWeighing *self);
int dossier_weighing_get_n_weights (DossierWeighing *self);
const DossierWeight *dossier_weighing_get_weight (DossierWeighing *self, int index);
int dossier_weighing_find (DossierWeighing *self, DossierRef ref);

DossierSum dossier_weighing_get_sum (DossierWeighing *self, int hypothesis, DossierBearingStance stance);
DossierSum dossier_weighing_get_whole_sum (DossierWeighing *self, int hypothesis, DossierBearingStance stance);
int dossier_weighing_get_rank (DossierWeighing *self, int hypothesis);
gboolean dossier_weighing_is_whole (DossierWeighing *self);

int dossier_weighing_get_n_values (DossierWeighing *self, DossierSwitch by);
int dossier_weighing_get_count (DossierWeighing *self, DossierSwitch by, int value);
gboolean dossier_weighing_get_on (DossierWeighing *self, DossierSwitch by, int value);
void dossier_weighing_set_on (DossierWeighing *self, DossierSwitch by, int value, gboolean on);
void dossier_weighing_reset (DossierWeighing *self);
GArray *dossier_weighing_list_sensitivities (DossierWeighing *self);

char *dossier_weighing_dup_value_title (DossierWeighing *self, DossierSwitch by, int value);
char *dossier_weighing_explain_sum (DossierWeighing *self, int hypothesis, DossierBearingStance stance);
char *dossier_weighing_explain_order (DossierWeighing *self);
char *dossier_weighing_explain_sensitivity (DossierWeighing *self);
char *dossier_weighing_explain_weights (DossierWeighing *self);

G_END_DECLS
