/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DossierFold:
 * @text: the folded text: words of letters and digits in lower case without accents, each with one space before it
 * @origins: int: of each byte of @text, where in the original it comes from, in bytes
 *
 * A text as it is compared in a search: "Kim Jong-un" and "KIM JONG UN" are the same, as are "Rösgren" and
 * "Rosgren".
 */
typedef struct
{
  GString *text;
  GArray *origins;
} DossierFold;

void dossier_fold_init  (DossierFold *self);
void dossier_fold_clear (DossierFold *self);
void dossier_fold_set   (DossierFold *self, const char *text);
void dossier_fold_append (GString *folded, const char *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DossierFold, dossier_fold_clear)

G_END_DECLS
