/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-syntax.h"

G_BEGIN_DECLS

/* Strings as RFC 8259 writes them, without their quotes. */

int           dossier_string_measure_character (const char *p, const char *limit);
DossierSyntax dossier_string_scan              (const char *p, const char *limit, gboolean passes_nul, const char **end, gboolean *escaped);
gsize         dossier_string_unescape          (char *to, const char *from, gsize length);

G_END_DECLS
