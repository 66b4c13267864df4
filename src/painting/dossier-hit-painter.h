/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-map-scene.h"
#include "layout/dossier-timeline-scene.h"
#include "painting/dossier-theme.h"

G_BEGIN_DECLS

/* Frames around what a search has found. They stand off from what they frame, unlike those of what is selected. */

/**
 * DossierHitFunc:
 * @index: an event, or an actor
 * @data: what was passed on
 *
 * Returns: whether it was found
 */
typedef gboolean (*DossierHitFunc) (int index, gpointer data);

gboolean dossier_hit_painter_get_place (const DossierTimelineScene *scene, const DossierTimelineItem *item, DossierTimelineBox *place);
void dossier_hit_painter_draw_event (const DossierTheme *theme, const DossierTimelineScene *scene, const DossierTimelineItem *item, cairo_t *cr);
void dossier_hit_painter_draw_actors (const DossierTheme *theme, const DossierMap *map, const DossierMapScene *scene, DossierHitFunc is_hit, gpointer data, cairo_t *cr);

G_END_DECLS
