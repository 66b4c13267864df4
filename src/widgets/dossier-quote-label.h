/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierQuoteLabel:
 *
 * The words of a quote, in which those that soften a statement ("unlikely", "seems") are underlined with dots. It
 * wraps.
 */
#define DOSSIER_TYPE_QUOTE_LABEL (dossier_quote_label_get_type ())
G_DECLARE_FINAL_TYPE (DossierQuoteLabel, dossier_quote_label, DOSSIER, QUOTE_LABEL, GtkWidget)

GtkWidget *dossier_quote_label_new (const char *words, const DossierStrings *hedges);

G_END_DECLS
