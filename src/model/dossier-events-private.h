/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-event-links.h"

G_BEGIN_DECLS

/*
 * How the columns are filled. The reader appends event after event; what they refer to is at first only the
 * number of an id (a symbol), since the record may come later in the file. When all is read, symbols become
 * indexes of records.
 */

#define DOSSIER_EVENTS_NO_ID G_MAXUINT32
#define DOSSIER_EVENTS_MOST_DISTANCE (G_MAXUINT16 - 1)

/* Is told of one event, by its index. */
typedef void (*DossierEventFunc) (int index, gpointer data);

DossierEvents *dossier_events_new  (void);
void           dossier_events_free (DossierEvents *events);

int            dossier_events_append (DossierEvents *events, const DossierEvent *event, guint32 begin, guint32 end, guint32 id_offset);
void           dossier_events_append_link (DossierEvents *events, const DossierEventLink *link);
void           dossier_events_reserve (DossierEvents *events, guint32 n_events, guint32 n_links);
void           dossier_events_join (DossierEvents *events, DossierEvents *other, const guint32 *symbols);
void           dossier_events_resolve (DossierEvents *events,
                                       const DossierRef *refs,
                                       guint32 n_refs,
                                       const guint *targets,
                                       DossierEventFunc bad,
                                       gpointer data);
void           dossier_events_finish (DossierEvents *events, guint32 n_kinds);

void             dossier_events_get_range   (const DossierEvents *events, int index, guint32 *begin, guint32 *end);
guint32          dossier_events_get_id_offset (const DossierEvents *events, int index);
guint32          dossier_events_get_n_all_links (const DossierEvents *events);
int              dossier_events_get_n_links (const DossierEvents *events, int index);
DossierEventLink dossier_events_get_link    (const DossierEvents *events, int index, int nth);
const guint32   *dossier_events_peek_links  (const DossierEvents *events, int index, int *n);
const guint32   *dossier_events_peek_kinds  (const DossierEvents *events);
gsize            dossier_events_get_size    (const DossierEvents *events);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierEvents, dossier_events_free)

G_END_DECLS
