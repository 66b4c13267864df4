/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

G_BEGIN_DECLS

/**
 * DossierHit:
 * @ref: what was found
 * @score: how well it fits; higher is better
 * @text: the text in which the words stand
 * @begin: where the first of the words stands in @text, in bytes
 * @end: where it ends
 */
typedef struct
{
  DossierRef ref;
  double score;
  char *text;
  int begin;
  int end;
} DossierHit;

GPtrArray *dossier_search             (DossierDocument *document, const char *words, int n_most, GCancellable *cancellable);
guint8    *dossier_search_mark_events (DossierDocument *document, const char *words);
void       dossier_hit_free           (DossierHit *hit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierHit, dossier_hit_free)

G_END_DECLS
