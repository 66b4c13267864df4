/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-date-text.h"

/*
 * How long after one thing another came, in plain language: "3 days later", "about 5 weeks later".
 */

G_BEGIN_DECLS

char *dossier_delay_to_text (gint64 from, gint64 to, DossierPrecision precision, DossierDateStyle style);
char *dossier_span_delay_to_text (const DossierSpan *from, const DossierSpan *to, DossierDateStyle style);

G_END_DECLS
