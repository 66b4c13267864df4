/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-record-texts.h"

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
  int score;
  char *text;
  int begin;
  int end;
} DossierHit;

/**
 * DossierRange:
 * @begin: the first byte of a text
 * @end: the first byte behind
 */
typedef struct
{
  int begin;
  int end;
} DossierRange;

GPtrArray *dossier_search             (DossierDocument *document, const char *words, int n_most, GCancellable *cancellable);
guint8    *dossier_search_mark_events (DossierDocument *document, const char *words);
GPtrArray *dossier_search_make_hits   (DossierDocument *document, const char *words, const GArray *refs);
GArray    *dossier_search_find_ranges (const char *words, const char *text);
char     **dossier_search_split       (const char *words);
int        dossier_search_score       (DossierTextRank rank, gboolean is_whole, gboolean is_first);
void       dossier_hit_free           (DossierHit *hit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierHit, dossier_hit_free)

G_END_DECLS
