/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *dossier_enumeration_get_comma     (void);
const char *dossier_enumeration_get_semicolon (void);
char       *dossier_enumeration_end_sentence  (const char *clauses);

G_END_DECLS
