/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-overview.h"
#include "layout/dossier-timeline-layout.h"
#include "painting/dossier-swatches.h"
#include "painting/dossier-typesetter.h"

G_BEGIN_DECLS

/**
 * DOSSIER_OVERVIEW_FOOT:
 *
 * How high the foot of the strip is, in which the dates stand, in pixels for letters of the usual size.
 */
#define DOSSIER_OVERVIEW_FOOT 18.0

/**
 * DossierOverviewPainter:
 * @theme: how it looks
 * @swatches: (nullable): the colours of the dossier's kinds; %NULL for those of the theme
 * @typesetter: draws the words
 * @lanes: (array length=n_lanes): the lanes of the timeline, for their colours
 * @n_lanes: how many
 * @has_brush: whether a span is brushed
 * @brush_begin: its first second
 * @brush_end: its last
 * @is_hovered: whether the pointer is on the window
 * @has_draft: whether a new window is being drawn
 * @draft_begin: where it begins, in pixels
 * @draft_end: where it ends
 *
 * What painting needs beside the strip.
 */
typedef struct
{
  const DossierTheme *theme;
  DossierSwatches *swatches;
  DossierTypesetter *typesetter;
  const DossierTimelineLane *lanes;
  int n_lanes;
  gboolean has_brush;
  gint64 brush_begin;
  gint64 brush_end;
  gboolean is_hovered;
  gboolean has_draft;
  double draft_begin;
  double draft_end;
} DossierOverviewPainter;

void dossier_overview_paint (const DossierOverviewPainter *painter,
                             const DossierOverview *overview,
                             double width,
                             double height,
                             cairo_t *cr);

G_END_DECLS
