/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-vocabulary.h"
#include "painting/dossier-color.h"

G_BEGIN_DECLS

/**
 * DossierSwatch:
 * @mark: for areas and lines: contrast to the view at least 3
 * @on_mark: for text upon @mark: contrast at least 4.5
 * @soft: a quiet ground of that hue, opaque, for cards, pills and lanes
 * @text: for words of that hue, on the view as well as on @soft: contrast at least 4.5 on both
 *
 * One colour in the four tones in which it is used. With high contrast, 3 becomes 4.5 and 4.5 becomes 7
 * (where any ground allows it; @on_mark stays at 4.5).
 */
typedef struct
{
  DossierColor mark;
  DossierColor on_mark;
  DossierColor soft;
  DossierColor text;
} DossierSwatch;

/**
 * DossierHue:
 * @DOSSIER_HUE_COOPERATIVE: a tie that binds
 * @DOSSIER_HUE_CONFLICTUAL: a tie that divides
 * @DOSSIER_HUE_NEUTRAL: a tie that does neither
 * @DOSSIER_HUE_REPORTED: status: the source reports it as fact
 * @DOSSIER_HUE_ALLEGED: status: the source reports that somebody alleges it
 * @DOSSIER_HUE_SPECULATED: status: the source itself speculates
 * @DOSSIER_HUE_EXPECTED: status: the source expects it
 * @DOSSIER_HUE_DENIED: status: the source denies it
 * @DOSSIER_HUE_CONDEMNS: stance of a reaction, the most hostile
 * @DOSSIER_HUE_CRITICISES: stance
 * @DOSSIER_HUE_CONCERNED: stance
 * @DOSSIER_HUE_IS_NEUTRAL: stance
 * @DOSSIER_HUE_DECLINES: stance: declines to comment
 * @DOSSIER_HUE_DEFENDS: stance
 * @DOSSIER_HUE_WELCOMES: stance, the friendliest
 * @DOSSIER_HUE_SUPPORTS: speaks for a hypothesis
 * @DOSSIER_HUE_OPPOSES: speaks against a hypothesis
 * @DOSSIER_HUE_NOTE: an editor's note
 * @DOSSIER_HUE_LIKELIHOOD: how likely a claim is
 * @DOSSIER_HUE_CAUSE: what an event answers
 * @DOSSIER_HUE_ANSWER: what answers an event
 * @DOSSIER_N_HUES: how many there are
 *
 * A colour with a fixed meaning. Colour is never the only sign of it: dash, shape or word stand beside it.
 */
typedef enum
{
  DOSSIER_HUE_COOPERATIVE,
  DOSSIER_HUE_CONFLICTUAL,
  DOSSIER_HUE_NEUTRAL,
  DOSSIER_HUE_REPORTED,
  DOSSIER_HUE_ALLEGED,
  DOSSIER_HUE_SPECULATED,
  DOSSIER_HUE_EXPECTED,
  DOSSIER_HUE_DENIED,
  DOSSIER_HUE_CONDEMNS,
  DOSSIER_HUE_CRITICISES,
  DOSSIER_HUE_CONCERNED,
  DOSSIER_HUE_IS_NEUTRAL,
  DOSSIER_HUE_DECLINES,
  DOSSIER_HUE_DEFENDS,
  DOSSIER_HUE_WELCOMES,
  DOSSIER_HUE_SUPPORTS,
  DOSSIER_HUE_OPPOSES,
  DOSSIER_HUE_NOTE,
  DOSSIER_HUE_LIKELIHOOD,
  DOSSIER_HUE_CAUSE,
  DOSSIER_HUE_ANSWER,
  DOSSIER_N_HUES,
} DossierHue;

/**
 * DOSSIER_N_KIND_COLORS:
 *
 * How many kinds of events can be told apart by colour alone, under every form of colour blindness.
 */
#define DOSSIER_N_KIND_COLORS 8

/**
 * DOSSIER_N_ACTOR_COLORS:
 *
 * How many actors can.
 */
#define DOSSIER_N_ACTOR_COLORS 10

DossierColor dossier_palette_get_kind_color (int index,
                                             gboolean dark);
DossierColor dossier_palette_get_actor_color (int index,
                                              gboolean dark);
DossierColor dossier_palette_get_hue_color (DossierHue hue,
                                            gboolean dark);
DossierHue dossier_palette_get_hue_of_sign (DossierSign sign);
DossierHue dossier_palette_get_hue_of_status (DossierStatus status);
DossierHue dossier_palette_get_hue_of_stance (DossierStance stance);
DossierHue dossier_palette_get_hue_of_bearing (DossierBearingStance bearing);
DossierSwatch dossier_palette_make_swatch (DossierColor color,
                                           DossierColor view,
                                           gboolean high_contrast);

G_END_DECLS
