/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-map.h"

G_BEGIN_DECLS

/**
 * DossierMapTransition:
 *
 * The way from what a map shows to what it shall show: ties that come grow and take on their colour, those that go
 * fade. At its end the map is as if it had been set directly.
 */
typedef struct _DossierMapTransition DossierMapTransition;

DossierMapTransition *dossier_map_transition_new (void);
void dossier_map_transition_free (DossierMapTransition *self);

void dossier_map_transition_begin (DossierMapTransition *self, const DossierMap *map);
gboolean dossier_map_transition_aim (DossierMapTransition *self, DossierMap *map);
void dossier_map_transition_step (const DossierMapTransition *self, DossierMap *map, double progress);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierMapTransition, dossier_map_transition_free)

G_END_DECLS
