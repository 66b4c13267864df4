/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-balance-layout.h"
#include "painting/dossier-swatches.h"
#include "painting/dossier-typesetter.h"

G_BEGIN_DECLS

/**
 * DossierBalancePainter:
 * @theme: the look
 * @typesetter: made for @theme
 * @swatches: the colours of the document in @theme
 * @hovered: the block under the pointer, -1 for none
 * @focused: the block that has the keyboard focus, -1 for none
 * @selected: the weight whose record is selected, -1 for none; it may lie on several balances
 *
 * How the balance of the hypotheses is drawn.
 */
typedef struct
{
  const DossierTheme *theme;
  DossierTypesetter *typesetter;
  DossierSwatches *swatches;
  int hovered;
  int focused;
  int selected;
} DossierBalancePainter;

void dossier_balance_painter_draw (const DossierBalancePainter *painter, DossierWeighing *weighing, const DossierBalanceLayout *layout, cairo_t *cr);
double dossier_balance_painter_get_legend_height (const DossierBalancePainter *painter, double max_width);
void dossier_balance_painter_draw_legend (const DossierBalancePainter *painter, double x, double y, double max_width, cairo_t *cr);

G_END_DECLS
