/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "painting/dossier-map-painter.h"

G_BEGIN_DECLS

/** DOSSIER_MAP_EASEL_LEAST_STRANDS: with so many lines in sight, painting a map takes longer than a frame */
#define DOSSIER_MAP_EASEL_LEAST_STRANDS 150

/**
 * DossierMapEasel:
 *
 * Paints a map with many lines in a thread of its own, line by line and with everything that they say, so that whoever shows
 * it never waits: it goes on showing the picture that it has, moved to its place, and is told when there is a fresh one. What
 * is asked for while a picture is being painted replaces what was asked for before.
 *
 * All functions are called from the thread that made the easel; its thread touches nothing but what it was given.
 */
typedef struct _DossierMapEasel DossierMapEasel;

/**
 * DossierMapEaselReadyFunc:
 * @data: what was given along with the function
 *
 * There is a fresh picture; called in the main context in which the easel was made.
 */
typedef void (*DossierMapEaselReadyFunc) (gpointer data);

DossierMapEasel *dossier_map_easel_new  (DossierDocument *document, const DossierTheme *theme, DossierMapEaselReadyFunc ready, gpointer data);
void             dossier_map_easel_free (DossierMapEasel *easel);

void     dossier_map_easel_show (DossierMapEasel *easel, const DossierMap *map, const DossierMapCamera *camera, int opened_ribbon, int scale);
gboolean dossier_map_easel_wait (DossierMapEasel *easel, gint64 usec);
gboolean dossier_map_easel_draw (DossierMapEasel *easel, const DossierMapCamera *camera, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierMapEasel, dossier_map_easel_free)

G_END_DECLS
