/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How much is left of the colour of what stands back, the rest being the ground: on the timeline and on the map alike. It is
 * clearly behind what is set off, and its words can still be read: their contrast is 3 at least on every ground of a theme. */

/** DOSSIER_DIMMED: of a mark, a span, a frame */
#define DOSSIER_DIMMED 0.34

/** DOSSIER_DIMMED_LINE: of a line between actors */
#define DOSSIER_DIMMED_LINE 0.26

/** DOSSIER_DIMMED_TEXT: of words in the colour of text */
#define DOSSIER_DIMMED_TEXT 0.54

/** DOSSIER_DIMMED_DIM_TEXT: of words in the colour of dim text */
#define DOSSIER_DIMMED_DIM_TEXT 0.8
