/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-timeline-layout.h"
#include "model/dossier-document.h"
#include "painting/dossier-palette.h"

G_BEGIN_DECLS

/**
 * DossierTimelineArcs:
 *
 * What the selected event led to and what it came from, as arcs of the timeline: reactions to it, in the colour of
 * their stance and with how much later they came, the events it answers, and those that answer it.
 */
typedef struct _DossierTimelineArcs DossierTimelineArcs;

DossierTimelineArcs *dossier_timeline_arcs_new (DossierDocument *document);
void dossier_timeline_arcs_free (DossierTimelineArcs *arcs);
void dossier_timeline_arcs_update (DossierTimelineArcs *arcs,
                                   int event,
                                   DossierTimelineLayout *layout);
const DossierHue *dossier_timeline_arcs_get_hues (const DossierTimelineArcs *arcs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierTimelineArcs, dossier_timeline_arcs_free)

G_END_DECLS
