/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-syntax.h"

G_BEGIN_DECLS

/* Numbers as RFC 8259 writes them. */

DossierSyntax dossier_number_scan          (const char *begin, const char *limit, const char **end);
DossierSyntax dossier_number_parse_integer (const char *text, gsize length, gint64 *value);
DossierSyntax dossier_number_parse_double  (const char *text, gsize length, double *value);

G_END_DECLS
