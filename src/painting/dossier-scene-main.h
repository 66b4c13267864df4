/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-story-content.h"
#include "painting/dossier-theme.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * DossierSceneMain:
 *
 * The question and its answers on the balance, or the matrix of who reacts to what, as a scene shows them: with their
 * legend below.
 */
typedef struct _DossierSceneMain DossierSceneMain;

DossierSceneMain *dossier_scene_main_new (DossierDocument *document, const DossierTheme *theme);
void dossier_scene_main_free (DossierSceneMain *self);

void dossier_scene_main_draw (DossierSceneMain *self, const DossierSceneContent *content, double width, double height, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierSceneMain, dossier_scene_main_free)

G_END_DECLS
