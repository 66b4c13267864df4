/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-search.h"

G_BEGIN_DECLS

/**
 * DossierSearchResult:
 * @hits: (element-type DossierHit): the best hits, best first
 * @n_found: how many records there are in all
 * @events: (array): of each event, 1 if it was found and 0 otherwise
 * @n_events: how many events were found
 *
 * What a search came to.
 */
typedef struct
{
  GPtrArray *hits;
  int n_found;
  guint8 *events;
  int n_events;
} DossierSearchResult;

void dossier_search_result_free (DossierSearchResult *self);

/**
 * DossierSearchIndex:
 *
 * The texts of a document, folded once and laid end to end, so that every keystroke looks through them as fast as
 * memory can be read. It finds what dossier_search() finds. It takes about as much memory as the texts; make it when
 * someone begins to search, off the main thread, and free it afterwards.
 *
 * A word that goes on from one of the search before is looked for only where that was found.
 */
typedef struct _DossierSearchIndex DossierSearchIndex;

DossierSearchIndex  *dossier_search_index_new  (DossierDocument *document, GCancellable *cancellable);
DossierSearchIndex  *dossier_search_index_ref  (DossierSearchIndex *self);
void                 dossier_search_index_unref (DossierSearchIndex *self);

gsize                dossier_search_index_get_size (DossierSearchIndex *self);
DossierSearchResult *dossier_search_index_run  (DossierSearchIndex *self, const char *words, int n_most, GCancellable *cancellable);
DossierSearchResult *dossier_search_index_run_within (DossierSearchIndex *self, const char *words, gint64 begin, gint64 end, int n_most, GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierSearchResult, dossier_search_result_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierSearchIndex, dossier_search_index_unref)

G_END_DECLS
