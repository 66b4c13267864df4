/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-filter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierEmptyAdvice:
 *
 * Lies over the views while the filter shows nothing, and says which of its tests to drop: the one without which most
 * events come back.
 */
#define DOSSIER_TYPE_EMPTY_ADVICE (dossier_empty_advice_get_type ())
G_DECLARE_FINAL_TYPE (DossierEmptyAdvice, dossier_empty_advice, DOSSIER, EMPTY_ADVICE, GtkWidget)

void dossier_empty_advice_set_filter (DossierEmptyAdvice *self,
                                      DossierFilter *filter);
void dossier_empty_advice_set_wanted (DossierEmptyAdvice *self,
                                      gboolean wanted);

G_END_DECLS
