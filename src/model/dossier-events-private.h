/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-events.h"

G_BEGIN_DECLS

/*
 * How the columns are filled. The reader appends event after event; what they refer to is at first only the
 * number of an id (a symbol), since the record may come later in the file. When all is read, symbols become
 * indexes of records.
 */

#define DOSSIER_EVENTS_NO_ID G_MAXUINT32
#define DOSSIER_EVENTS_MOST_DISTANCE (G_MAXUINT16 - 1)

/**
 * DossierEventLink:
 * @target: a symbol while the document is read, the index of the record afterwards
 * @relation: how the event refers to it; it also says of which type the record is
 * @role: of a participant
 */
typedef struct
{
  guint32 target;
  DossierRelation relation;
  DossierRole role;
} DossierEventLink;

/* Is told of one event, by its index. */
typedef void (*DossierEventFunc) (int index, gpointer data);

DossierEvents *dossier_events_new  (void);
void           dossier_events_free (DossierEvents *events);

int            dossier_events_append (DossierEvents *events, const DossierEvent *event, guint32 begin, guint32 end, guint32 id_offset);
void           dossier_events_append_link (DossierEvents *events, const DossierEventLink *link);
void           dossier_events_reserve (DossierEvents *events, guint32 n_events, guint32 n_links);
void           dossier_events_join (DossierEvents *events, DossierEvents *other, const guint32 *symbols);
void           dossier_events_drop_links (DossierEvents *events, guint32 target);
void           dossier_events_resolve (DossierEvents *events,
                                       const DossierRef *refs,
                                       const guint *targets,
                                       DossierEventFunc bad,
                                       gpointer data);
void           dossier_events_finish (DossierEvents *events);

void             dossier_events_get_range   (const DossierEvents *events, int index, guint32 *begin, guint32 *end);
guint32          dossier_events_get_id_offset (const DossierEvents *events, int index);
guint32          dossier_events_get_n_all_links (const DossierEvents *events);
int              dossier_events_get_n_links (const DossierEvents *events, int index);
DossierEventLink dossier_events_get_link    (const DossierEvents *events, int index, int nth);
int              dossier_events_peek_links  (const DossierEvents *events, int index, const guint32 **targets, const guint8 **tags);
gsize            dossier_events_get_size    (const DossierEvents *events);

/* A tag with this bit is of a participant, whose role the other bits say. */
#define DOSSIER_EVENTS_PARTICIPANT_TAG 0x80

/* What a tag of dossier_events_peek_links() says of how the event refers to the record. */
static inline DossierRelation
dossier_events_get_relation (guint8 tag)
{
  return (tag & DOSSIER_EVENTS_PARTICIPANT_TAG) != 0 ? DOSSIER_RELATION_PARTICIPANT : (DossierRelation) tag;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierEvents, dossier_events_free)

G_END_DECLS
