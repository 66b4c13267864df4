/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-adjacency.h"
#include "layout/dossier-map.h"

G_BEGIN_DECLS

/**
 * DossierMapNetworkFlags:
 * @DOSSIER_MAP_NETWORK_ALL: every tie counts
 * @DOSSIER_MAP_NETWORK_VISIBLE: only ties that are visible between nodes that are visible
 * @DOSSIER_MAP_NETWORK_BINDING: no conflictual ones, and none that are denied: who is with whom
 * @DOSSIER_MAP_NETWORK_PARENTS: that one node stands beside another, as a person beside a state, counts as an
 *   ordinary tie, too
 */
typedef enum
{
  DOSSIER_MAP_NETWORK_ALL = 0,
  DOSSIER_MAP_NETWORK_VISIBLE = 1 << 0,
  DOSSIER_MAP_NETWORK_BINDING = 1 << 1,
  DOSSIER_MAP_NETWORK_PARENTS = 1 << 2,
} DossierMapNetworkFlags;

DossierAdjacency *dossier_map_network_new (const DossierMap *map, DossierMapNetworkFlags flags);

G_END_DECLS
