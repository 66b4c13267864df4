/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-map.h"

G_BEGIN_DECLS

/**
 * DossierMapMove:
 *
 * Nodes that a person moved, pinned or unpinned in one go: how they were before and after.
 */
typedef struct _DossierMapMove DossierMapMove;

DossierMapMove *dossier_map_move_new (const DossierMap *map, const int *nodes, int n_nodes);
void dossier_map_move_free (DossierMapMove *self);

gboolean dossier_map_move_finish (DossierMapMove *self, const DossierMap *map);
void dossier_map_move_apply (const DossierMapMove *self, DossierMap *map, gboolean undo);
int dossier_map_move_get_n_nodes (const DossierMapMove *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierMapMove, dossier_map_move_free)

G_END_DECLS
