/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-map.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DossierMapHulls:
 * @DOSSIER_MAP_HULLS_AFFILIATION: around everyone who has others beside it, and them
 * @DOSSIER_MAP_HULLS_COMMUNITY: around those who are tied to each other more than to others
 * @DOSSIER_MAP_HULLS_NONE: there are none
 *
 * What a hull is drawn around.
 */
typedef enum
{
  DOSSIER_MAP_HULLS_AFFILIATION,
  DOSSIER_MAP_HULLS_COMMUNITY,
  DOSSIER_MAP_HULLS_NONE,
} DossierMapHulls;

/**
 * DossierMapSize:
 * @DOSSIER_MAP_SIZE_WEIGHT: what an actor's ties weigh together
 * @DOSSIER_MAP_SIZE_DEGREE: with how many others an actor has ties
 * @DOSSIER_MAP_SIZE_BETWEENNESS: how much an actor stands between others
 *
 * What makes a mark larger than its likes.
 */
typedef enum
{
  DOSSIER_MAP_SIZE_WEIGHT,
  DOSSIER_MAP_SIZE_DEGREE,
  DOSSIER_MAP_SIZE_BETWEENNESS,
} DossierMapSize;

/**
 * DossierMapBetween:
 * @DOSSIER_MAP_BETWEEN_PATH: the shortest way along ties
 * @DOSSIER_MAP_BETWEEN_COMMON: whom both have ties with
 *
 * What is set off between two actors.
 */
typedef enum
{
  DOSSIER_MAP_BETWEEN_PATH,
  DOSSIER_MAP_BETWEEN_COMMON,
} DossierMapBetween;

/**
 * DossierMapLook:
 * @hulls: what hulls are drawn around
 * @size: what makes marks larger
 *
 * How the reader wants to look at a map, as far as its places depend on it.
 */
typedef struct
{
  DossierMapHulls hulls;
  DossierMapSize size;
} DossierMapLook;

gboolean dossier_map_look_prepare (DossierMap *map, const DossierMapLook *look, GCancellable *cancellable);
void dossier_map_look_keep_places (DossierMap *map, const DossierMap *from, gboolean only_pinned);
void dossier_map_look_keep (DossierMap *map, const gboolean *kept);

int dossier_map_look_at_neighbourhood (DossierMap *map, int node, int n_steps);
int dossier_map_look_between (DossierMap *map, int node, int other, DossierMapBetween between);

G_END_DECLS
