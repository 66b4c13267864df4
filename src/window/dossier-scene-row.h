/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-scene-draft.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DossierSceneRow:
 *
 * A scene in the list of a story: its number, its title, which can be renamed in place, and its dates and time.
 *
 * "renamed" (title) is emitted when the user has given it another title.
 */
#define DOSSIER_TYPE_SCENE_ROW (dossier_scene_row_get_type ())
G_DECLARE_FINAL_TYPE (DossierSceneRow, dossier_scene_row, DOSSIER, SCENE_ROW, GtkListBoxRow)

GtkWidget *dossier_scene_row_new (DossierSceneDraft *scene);
DossierSceneDraft *dossier_scene_row_get_scene (DossierSceneRow *self);
void dossier_scene_row_set_number (DossierSceneRow *self, int number);
void dossier_scene_row_rename (DossierSceneRow *self);

G_END_DECLS
