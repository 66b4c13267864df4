/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-event-column.h"
#include "model/dossier-filter.h"

G_BEGIN_DECLS

/**
 * DossierEventItem:
 *
 * An event in a list: made for the rows that are shown, and gone with them.
 */
#define DOSSIER_TYPE_EVENT_ITEM (dossier_event_item_get_type ())
G_DECLARE_FINAL_TYPE (DossierEventItem, dossier_event_item, DOSSIER, EVENT_ITEM, GObject)

DossierDocument *dossier_event_item_get_document (DossierEventItem *self);
int dossier_event_item_get_event (DossierEventItem *self);
const DossierEvent *dossier_event_item_load (DossierEventItem *self);

/**
 * DossierEventList:
 *
 * The events that a filter shows, in the order of a column: a #GListModel of #DossierEventItem. It holds two numbers an
 * event and no object of one that nobody looks at, so that a million fit.
 */
#define DOSSIER_TYPE_EVENT_LIST (dossier_event_list_get_type ())
G_DECLARE_FINAL_TYPE (DossierEventList, dossier_event_list, DOSSIER, EVENT_LIST, GObject)

DossierEventList *dossier_event_list_new (DossierDocument *document,
                                          DossierFilter *filter);
void dossier_event_list_set_order (DossierEventList *self,
                                   DossierEventColumn column,
                                   gboolean is_descending);
gboolean dossier_event_list_is_ordering (DossierEventList *self);
int dossier_event_list_get_event (DossierEventList *self,
                                  int position);
int dossier_event_list_find (DossierEventList *self,
                             int event);

G_END_DECLS
