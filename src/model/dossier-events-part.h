/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document-private.h"
#include "model/dossier-reader-private.h"
#include "model/dossier-symbols.h"

G_BEGIN_DECLS

/**
 * DossierEventsPart:
 * @arena: where an event is read to; it is forgotten when the next is read
 * @events: what was read
 * @symbols: the ids that they refer to
 * @hashes: for each event the hash of its id, 0 if it has none
 * @hash_capacity: for how many events there is room in @hashes
 * @ids: index to id, of the few that the columns do not lead to
 * @table: makes the hashes; nothing is added to it
 *
 * Events that one thread reads, one after the other. The events of a dossier are one part, or several that are joined
 * in the order of the file.
 */
typedef struct
{
  DossierArena *arena;
  DossierEvents *events;
  DossierSymbols *symbols;
  guint32 *hashes;
  guint32 hash_capacity;
  GHashTable *ids;
  const DossierIdTable *table;
} DossierEventsPart;

DossierEventsPart *dossier_events_part_new  (const DossierIdTable *table);
void               dossier_events_part_free (DossierEventsPart *self);
gboolean           dossier_events_part_read (DossierEventsPart *self, DossierRecordReader *records, gsize n_bytes_left);
void               dossier_events_part_join (DossierEventsPart *self, DossierEventsPart *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierEventsPart, dossier_events_part_free)

G_END_DECLS
