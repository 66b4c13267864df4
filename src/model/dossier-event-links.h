/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-events.h"

G_BEGIN_DECLS

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

/**
 * DossierEventLinks:
 *
 * To which records each of a million events refers, as a column: a link is one number, its tag above its target.
 *
 * Any number of threads may read it while nobody changes it.
 */
typedef struct _DossierEventLinks DossierEventLinks;

/**
 * DOSSIER_EVENT_LINKS_MOST_TARGETS:
 *
 * Symbols and indexes of records are less than that.
 */
#define DOSSIER_EVENT_LINKS_MOST_TARGETS (1u << DOSSIER_EVENT_LINKS_TARGET_BITS)

#define DOSSIER_EVENT_LINKS_TARGET_BITS 26
#define DOSSIER_EVENT_LINKS_N_TAGS      (1u << (32 - DOSSIER_EVENT_LINKS_TARGET_BITS))

/* A tag is a relation, or of a participant this and its role. */
#define DOSSIER_EVENT_LINKS_PARTICIPANT 0x20u

/* The target of a link that leads nowhere. */
#define DOSSIER_EVENT_LINKS_NOTHING (DOSSIER_EVENT_LINKS_MOST_TARGETS - 1)

DossierEventLinks *dossier_event_links_new       (void);
void               dossier_event_links_free      (DossierEventLinks *self);
void               dossier_event_links_reserve   (DossierEventLinks *self, guint32 n_links);
void               dossier_event_links_add_event (DossierEventLinks *self);
void               dossier_event_links_append    (DossierEventLinks *self, const DossierEventLink *link);
void               dossier_event_links_join      (DossierEventLinks *self, DossierEventLinks *other, const guint32 *symbols);
void               dossier_event_links_drop      (DossierEventLinks *self, guint32 target);
void               dossier_event_links_trim      (DossierEventLinks *self);
guint32            dossier_event_links_get_count (const DossierEventLinks *self);
guint32           *dossier_event_links_edit      (DossierEventLinks *self, guint32 event, int *n);
const guint32     *dossier_event_links_peek      (const DossierEventLinks *self, guint32 event, int *n);
gsize              dossier_event_links_get_size  (const DossierEventLinks *self);

/* To which record a link leads. */
static inline guint32
dossier_event_link_get_target (guint32 link)
{
  return link & (DOSSIER_EVENT_LINKS_MOST_TARGETS - 1);
}

/* How the event refers to it, in less than DOSSIER_EVENT_LINKS_N_TAGS numbers. */
static inline guint
dossier_event_link_get_tag (guint32 link)
{
  return link >> DOSSIER_EVENT_LINKS_TARGET_BITS;
}

static inline DossierRelation
dossier_event_link_get_relation (guint32 link)
{
  guint tag = dossier_event_link_get_tag (link);

  return (tag & DOSSIER_EVENT_LINKS_PARTICIPANT) != 0 ? DOSSIER_RELATION_PARTICIPANT : (DossierRelation) tag;
}

/* DOSSIER_ROLE_NONE of what is no participant. */
static inline DossierRole
dossier_event_link_get_role (guint32 link)
{
  guint tag = dossier_event_link_get_tag (link);

  return (tag & DOSSIER_EVENT_LINKS_PARTICIPANT) != 0 ? (DossierRole) (tag & ~DOSSIER_EVENT_LINKS_PARTICIPANT) : DOSSIER_ROLE_NONE;
}

/* The same link to another record. */
static inline guint32
dossier_event_link_to (guint32 link, guint32 target)
{
  return (link & ~(DOSSIER_EVENT_LINKS_MOST_TARGETS - 1)) | target;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierEventLinks, dossier_event_links_free)

G_END_DECLS
