/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-curve.h"
#include "model/dossier-weighing.h"

G_BEGIN_DECLS

/**
 * DossierBalanceBlock:
 * @weight: the index of the weight
 * @hypothesis: on whose balance it lies
 * @supports: whether it lies on the side that speaks for the hypothesis, or on that which speaks against it
 * @is_on: whether it lies there, or was taken off and only shows where it would be
 * @box: where it is, in pixels
 *
 * A weight as it is drawn.
 */
typedef struct
{
  int weight;
  int hypothesis;
  gboolean supports;
  gboolean is_on;
  DossierRectangle box;
} DossierBalanceBlock;

/**
 * DossierBalanceBand:
 * @heading: where the title and the sums stand, in pixels
 * @rows: where the blocks lie
 *
 * The balance of one hypothesis; there is one for each, in their order.
 */
typedef struct
{
  DossierRectangle heading;
  DossierRectangle rows;
} DossierBalanceBand;

/**
 * DossierBalanceLayout:
 * @width: of the whole, in pixels
 * @height: likewise
 * @axis: where both sides meet, in pixels from the left
 * @unit: how wide a weight of 1 is, in pixels, the same on all sides; the gaps come on top
 * @gap: between two blocks of a row
 * @least_width: of a block that weighs nothing
 * @row_height: of a row of blocks, with the gap below
 * @bands: (array length=n_bands): the hypotheses
 * @n_bands: how many
 * @blocks: (array length=n_blocks): hypothesis after hypothesis, against before for, from the axis outward
 * @n_blocks: how many
 *
 * Where the weights lie: for each hypothesis a bar to either side of an axis, against it and for it, that is as long as
 * the weights are heavy together, in as many rows as leave them wide enough.
 */
typedef struct
{
  double width;
  double height;
  double axis;
  double unit;
  double gap;
  double least_width;
  double row_height;
  DossierBalanceBand *bands;
  int n_bands;
  DossierBalanceBlock *blocks;
  int n_blocks;
} DossierBalanceLayout;

double dossier_balance_layout_get_height (DossierWeighing *weighing);
DossierBalanceLayout *dossier_balance_layout_new (DossierWeighing *weighing, double width);
DossierBalanceLayout *dossier_balance_layout_new_within (DossierWeighing *weighing, double width, double height);
void dossier_balance_layout_free (DossierBalanceLayout *layout);
int dossier_balance_layout_find (const DossierBalanceLayout *layout, double x, double y);
int dossier_balance_layout_walk (const DossierBalanceLayout *layout, int from, int dx, int dy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierBalanceLayout, dossier_balance_layout_free)

G_END_DECLS
