/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-span.h"

G_BEGIN_DECLS

/**
 * DossierEventDates:
 *
 * When each of a million events was, as a column. Nearly every date is a range of whole days, which eight bytes hold;
 * one that is told to the second takes 16 bytes beside, and an interval, or what is open, all of a #DossierSpan.
 *
 * Any number of threads may read it while nobody appends.
 */
typedef struct _DossierEventDates DossierEventDates;

DossierEventDates *dossier_event_dates_new          (void);
void               dossier_event_dates_free         (DossierEventDates *self);
void               dossier_event_dates_set_capacity (DossierEventDates *self, guint32 capacity);
void               dossier_event_dates_append       (DossierEventDates *self, const DossierSpan *span);
void               dossier_event_dates_join         (DossierEventDates *self, DossierEventDates *other);
void               dossier_event_dates_get          (const DossierEventDates *self, guint32 index, DossierSpan *span);
gsize              dossier_event_dates_get_size     (const DossierEventDates *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierEventDates, dossier_event_dates_free)

G_END_DECLS
