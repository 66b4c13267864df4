/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierEventTable:
 *
 * The events that the filter shows as a table: the same selection and filters as timeline and map, and another way to
 * them for who prefers to read, sort and copy. Rows that are selected are the events that are, and the other way round.
 *
 * "copied" (const char *message) is emitted when rows went to the clipboard; the message is for the user.
 */
#define DOSSIER_TYPE_EVENT_TABLE (dossier_event_table_get_type ())
G_DECLARE_FINAL_TYPE (DossierEventTable, dossier_event_table, DOSSIER, EVENT_TABLE, GtkWidget)

void dossier_event_table_set_view (DossierEventTable *self,
                                   DossierView *view);
void dossier_event_table_copy (DossierEventTable *self);

G_END_DECLS
