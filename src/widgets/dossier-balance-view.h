/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-view.h"
#include "model/dossier-weighing.h"
#include "widgets/dossier-canvas.h"

G_BEGIN_DECLS

/**
 * DossierBalanceView:
 *
 * The balance of the hypotheses. A click or Enter on a weight selects its record, so that the details show its quotes;
 * the arrow keys walk from one to the next. It is as high as its layout asks for.
 */
#define DOSSIER_TYPE_BALANCE_VIEW (dossier_balance_view_get_type ())
G_DECLARE_FINAL_TYPE (DossierBalanceView, dossier_balance_view, DOSSIER, BALANCE_VIEW, DossierCanvas)

void dossier_balance_view_set_view (DossierBalanceView *self,
                                    DossierView *view,
                                    DossierWeighing *weighing);

G_END_DECLS
