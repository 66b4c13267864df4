/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierHarmless:
 * @DOSSIER_HARMLESS_ONE_LINE: new lines and tabs become visible too
 * @DOSSIER_HARMLESS_KEEP_LINES: new lines and tabs stay as they are
 *
 * What becomes of new lines when a text is made harmless.
 */
typedef enum
{
  DOSSIER_HARMLESS_ONE_LINE,
  DOSSIER_HARMLESS_KEEP_LINES,
} DossierHarmless;

char *dossier_make_harmless   (const char *text, DossierHarmless lines);
void  dossier_append_harmless (GString *string, const char *text, DossierHarmless lines);

G_END_DECLS
