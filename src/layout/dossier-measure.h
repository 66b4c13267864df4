/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierTextStyle:
 * @DOSSIER_TEXT_LANE_TITLE: the name of a row of the timeline
 * @DOSSIER_TEXT_MARK_LABEL: the words beside a mark of the timeline
 * @DOSSIER_TEXT_CARD_TITLE: the first line of an event's card
 * @DOSSIER_TEXT_CARD_DETAIL: what stands below it: date, place, participants
 * @DOSSIER_TEXT_TICK_MAJOR: the upper, coarser row of the axis, and the date under the pointer
 * @DOSSIER_TEXT_TICK_MINOR: the lower, finer row of the axis
 * @DOSSIER_TEXT_NODE_SYMBOL: the two to four letters within a large actor
 * @DOSSIER_TEXT_NODE_SYMBOL_SMALL: the same within a small one, such as a person
 * @DOSSIER_TEXT_NODE_SYMBOL_TINY: the same where there is hardly any room
 * @DOSSIER_TEXT_NODE_LABEL: the name below a large actor
 * @DOSSIER_TEXT_NODE_LABEL_STRONG: the same, selected
 * @DOSSIER_TEXT_NODE_LABEL_SMALL: the name below a small actor
 * @DOSSIER_TEXT_NODE_LABEL_SMALL_STRONG: the same, selected
 * @DOSSIER_TEXT_TIE_LABEL: what a tie is, beside its line
 * @DOSSIER_TEXT_HULL_LABEL: the name of a group of actors
 * @DOSSIER_TEXT_BADGE: a count or a sign in a small pill
 * @DOSSIER_TEXT_LEGEND: an entry of a legend
 * @DOSSIER_N_TEXT_STYLES: how many there are
 *
 * The role a piece of text plays on a canvas. Fonts, sizes and weights belong to the theme
 * (src/painting/dossier-theme.h); the layout only needs to know how large the text comes out.
 */
typedef enum
{
  DOSSIER_TEXT_LANE_TITLE,
  DOSSIER_TEXT_MARK_LABEL,
  DOSSIER_TEXT_CARD_TITLE,
  DOSSIER_TEXT_CARD_DETAIL,
  DOSSIER_TEXT_TICK_MAJOR,
  DOSSIER_TEXT_TICK_MINOR,
  DOSSIER_TEXT_NODE_SYMBOL,
  DOSSIER_TEXT_NODE_SYMBOL_SMALL,
  DOSSIER_TEXT_NODE_SYMBOL_TINY,
  DOSSIER_TEXT_NODE_LABEL,
  DOSSIER_TEXT_NODE_LABEL_STRONG,
  DOSSIER_TEXT_NODE_LABEL_SMALL,
  DOSSIER_TEXT_NODE_LABEL_SMALL_STRONG,
  DOSSIER_TEXT_TIE_LABEL,
  DOSSIER_TEXT_HULL_LABEL,
  DOSSIER_TEXT_BADGE,
  DOSSIER_TEXT_LEGEND,
  DOSSIER_N_TEXT_STYLES,
} DossierTextStyle;

/**
 * DossierMeasureFunc:
 * @text: valid UTF-8, plain text without markup; may hold line ends
 * @style: the role the text plays
 * @width: (out): width of the logical box, in pixels at scale 1, at least 0
 * @height: (out): height of the logical box, in pixels at scale 1, at least 0
 * @data: what was given along with the function
 *
 * Measures @text. The layout layer knows no Pango: painting gives it this, and a test gives it a fixed
 * width for each character. The same arguments must always give the same size.
 */
typedef void (*DossierMeasureFunc) (const char *text,
                                    DossierTextStyle style,
                                    double *width,
                                    double *height,
                                    gpointer data);

G_END_DECLS
