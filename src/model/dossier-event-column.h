/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

G_BEGIN_DECLS

/**
 * DossierEventColumn:
 * @DOSSIER_EVENT_COLUMN_DATE: when; ordered by the earliest begin, or where that is open by the end, without a date last
 * @DOSSIER_EVENT_COLUMN_TITLE: its title; ordered as the user's language does
 * @DOSSIER_EVENT_COLUMN_KIND: its kind; ordered by its label
 * @DOSSIER_EVENT_COLUMN_ACTORS: who took part; ordered by the name of the first, without anyone last
 * @DOSSIER_EVENT_COLUMN_PLACES: where; likewise
 * @DOSSIER_EVENT_COLUMN_STATUS: what the sources say of it; ordered from reported to denied
 * @DOSSIER_EVENT_COLUMN_QUOTES: how many quotes bear it out
 * @DOSSIER_EVENT_COLUMN_SOURCES: from how many sources these are
 *
 * What a table tells of an event.
 */
typedef enum
{
  DOSSIER_EVENT_COLUMN_DATE,
  DOSSIER_EVENT_COLUMN_TITLE,
  DOSSIER_EVENT_COLUMN_KIND,
  DOSSIER_EVENT_COLUMN_ACTORS,
  DOSSIER_EVENT_COLUMN_PLACES,
  DOSSIER_EVENT_COLUMN_STATUS,
  DOSSIER_EVENT_COLUMN_QUOTES,
  DOSSIER_EVENT_COLUMN_SOURCES,
  DOSSIER_N_EVENT_COLUMNS,
} DossierEventColumn;

const char *dossier_event_column_get_title (DossierEventColumn column);
gboolean dossier_event_column_is_number (DossierEventColumn column);
char *dossier_event_column_dup_text (DossierDocument *document,
                                     const DossierEvent *event,
                                     DossierEventColumn column);
int *dossier_event_column_order (DossierDocument *document,
                                 DossierEventColumn column,
                                 GCancellable *cancellable);
char *dossier_events_to_tsv (DossierDocument *document,
                             const int *events,
                             int n_events);

G_END_DECLS
