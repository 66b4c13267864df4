/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

G_BEGIN_DECLS

/**
 * DossierTitleCache:
 *
 * The titles of what is in the dossiers that were opened last, in a folder with a small file for each: what a search from
 * outside of the program looks through, without reading the dossiers themselves. There are no more than
 * %DOSSIER_TITLE_CACHE_MOST_DOSSIERS of them, each with no more than %DOSSIER_TITLE_CACHE_MOST_TITLES. A file that is
 * damaged, or of another version, counts as not there.
 *
 * The functions may be called from any thread, each cache by one at a time.
 */
typedef struct _DossierTitleCache DossierTitleCache;

#define DOSSIER_TITLE_CACHE_MOST_DOSSIERS 8
#define DOSSIER_TITLE_CACHE_MOST_TITLES   4000

/**
 * DossierTitleHit:
 * @key: names it within the cache, as long as its dossier is there
 * @uri: the dossier that it is in
 * @id: the id of the record
 * @type: an event or an actor
 * @title: its title or name
 * @date: when it was, in words, empty for an actor and for an event without a date
 * @dossier: the title of the dossier
 * @score: how well it fits; higher is better
 */
typedef struct
{
  char *key;
  char *uri;
  char *id;
  DossierRecord type;
  char *title;
  char *date;
  char *dossier;
  int score;
} DossierTitleHit;

DossierTitleCache *dossier_title_cache_new    (const char *folder);
void               dossier_title_cache_free   (DossierTitleCache *self);

gboolean           dossier_title_cache_add    (DossierTitleCache *self, GFile *file, DossierDocument *document, GError **error);
void               dossier_title_cache_clear  (DossierTitleCache *self);
GPtrArray         *dossier_title_cache_search (DossierTitleCache *self, const char *const *words, int n_most);
DossierTitleHit   *dossier_title_cache_lookup (DossierTitleCache *self, const char *key);

void               dossier_title_hit_free     (DossierTitleHit *hit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierTitleCache, dossier_title_cache_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierTitleHit, dossier_title_hit_free)

G_END_DECLS
