/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "painting/dossier-theme.h"
#include "painting/dossier-typesetter.h"

G_BEGIN_DECLS

/* How wide the sample before a label is, in pixels. */
#define DOSSIER_LEGEND_SAMPLE 30.0

/**
 * DossierLegendEntry:
 * @sign: what the sample shows, in the numbers of the legend that it is in
 * @status: the status that it shows, where the legend has that beside the sign
 * @kind: what it shows beside these, where the legend has that
 * @label: what that means; belongs to the caller
 * @x: its left, in pixels from the left of the legend
 * @y: its middle, in pixels from the top of the legend
 *
 * A sample and what it means.
 */
typedef struct
{
  int sign;
  int status;
  int kind;
  const char *label;
  double x;
  double y;
} DossierLegendEntry;

void dossier_legend_lay_out (GArray *entries, DossierTypesetter *typesetter, double max_width, double *width, double *height);
void dossier_legend_draw_label (const DossierLegendEntry *entry,
                                DossierTypesetter *typesetter,
                                const DossierTheme *theme,
                                double x,
                                double y,
                                cairo_t *cr);

G_END_DECLS
