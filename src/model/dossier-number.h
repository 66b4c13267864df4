/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-syntax.h"

G_BEGIN_DECLS

DossierSyntax dossier_number_parse_integer (const char *text, gsize length, gint64 *value);
DossierSyntax dossier_number_parse_double  (const char *text, gsize length, double *value);

G_END_DECLS
