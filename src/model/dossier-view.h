/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-changes.h"
#include "model/dossier-filter.h"
#include "model/dossier-hits.h"
#include "model/dossier-related.h"

G_BEGIN_DECLS

/**
 * DossierView:
 *
 * What all views of one window share: the selection and its history, what the pointer is over, the filter,
 * and the span of time that is brushed. The widgets read it and listen to it, and know nothing of each other.
 *
 * Signals, each after the change:
 * - "selection-changed": the selection, and with it dossier_view_get_related()
 * - "selected-again": what is selected already was selected once more
 * - "hover-changed"
 * - "brush-changed"
 * - "as-of-changed"
 * - "sight-changed": the timeline shows another stretch of time
 * - "reveal" (DossierRef *): something asks that every view bring this record into sight
 * Changes of the filter and of what a search has found are their own "changed".
 */
#define DOSSIER_TYPE_VIEW (dossier_view_get_type ())
G_DECLARE_FINAL_TYPE (DossierView, dossier_view, DOSSIER, VIEW, GObject)

DossierView     *dossier_view_new           (DossierDocument *document);

DossierDocument *dossier_view_get_document  (DossierView *self);
DossierFilter   *dossier_view_get_filter    (DossierView *self);
DossierHits     *dossier_view_get_hits      (DossierView *self);
DossierChanges  *dossier_view_get_changes   (DossierView *self);
void             dossier_view_step_hit      (DossierView *self, int step);

/* The selection is a record, a pair of actors, several events, or nothing. */
DossierRef       dossier_view_get_selection (DossierView *self);
gboolean         dossier_view_get_pair      (DossierView *self, int *actor, int *other_actor);
void             dossier_view_select        (DossierView *self, DossierRef ref);
void             dossier_view_select_pair   (DossierView *self, int actor, int other_actor);
void             dossier_view_select_events (DossierView *self, const int *events, int n_events);
const int       *dossier_view_get_events    (DossierView *self, int *n_events);
gboolean         dossier_view_is_selected   (DossierView *self, int event);
gboolean         dossier_view_has_selection (DossierView *self);
const DossierRelated *dossier_view_get_related (DossierView *self);

/* The history of selections. */
gboolean         dossier_view_can_go_back    (DossierView *self);
gboolean         dossier_view_can_go_forward (DossierView *self);
void             dossier_view_go_back        (DossierView *self);
void             dossier_view_go_forward     (DossierView *self);

DossierRef       dossier_view_get_hover      (DossierView *self);
void             dossier_view_set_hover      (DossierView *self, DossierRef ref);

/* The brushed span, in the seconds of a DossierSpan, inclusive. */
gboolean         dossier_view_get_brush      (DossierView *self, gint64 *begin, gint64 *end);
void             dossier_view_set_brush      (DossierView *self, gint64 begin, gint64 end);
void             dossier_view_unset_brush    (DossierView *self);

/* The day that is looked at, in seconds; else all that is brushed, else the whole. */
gboolean         dossier_view_get_as_of      (DossierView *self, gint64 *moment);
void             dossier_view_set_as_of      (DossierView *self, gint64 moment);
void             dossier_view_unset_as_of    (DossierView *self);
void             dossier_view_get_period     (DossierView *self, gint64 *begin, gint64 *end);

/* The stretch of time that the timeline shows, in seconds. */
gboolean         dossier_view_get_sight      (DossierView *self, gint64 *begin, gint64 *end);
void             dossier_view_set_sight      (DossierView *self, gint64 begin, gint64 end);

void             dossier_view_escape         (DossierView *self);

void             dossier_view_reveal         (DossierView *self, DossierRef ref);

G_END_DECLS
