/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-records.h"

G_BEGIN_DECLS

/**
 * DossierEvents:
 *
 * The events of a document as columns: what the timeline, the filters and the map ask of every event, and
 * nothing else. A million events fit, and a loop over one column stays in the cache. For everything else of
 * an event, dossier_document_load_event() makes an object of the one that is shown or selected.
 *
 * Read-only once the document is read. An index runs from 0 to the count.
 */
typedef struct _DossierEvents DossierEvents;

int      dossier_events_get_count        (const DossierEvents *events);
void     dossier_events_get_span         (const DossierEvents *events, int index, DossierSpan *span);
gboolean dossier_events_get_printed_span (const DossierEvents *events, int index, DossierSpan *span);
int      dossier_events_get_kind         (const DossierEvents *events, int index);
int      dossier_events_get_status       (const DossierEvents *events, int index);
int      dossier_events_get_likelihood  (const DossierEvents *events, int index);
int      dossier_events_get_credibility (const DossierEvents *events, int index);
int      dossier_events_get_weight       (const DossierEvents *events, int index);
int      dossier_events_get_n_actors     (const DossierEvents *events, int index);
int      dossier_events_get_actor        (const DossierEvents *events, int index, int nth, DossierRole *role);
int      dossier_events_get_n_places     (const DossierEvents *events, int index);
int      dossier_events_get_place        (const DossierEvents *events, int index, int nth);

G_END_DECLS
