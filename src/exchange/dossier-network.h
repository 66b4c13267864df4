/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/dossier-document.h"

G_BEGIN_DECLS

/**
 * DossierNetworkType:
 * @DOSSIER_NETWORK_STRING: any text
 * @DOSSIER_NETWORK_BOOLEAN: "true" or "false"
 * @DOSSIER_NETWORK_INTEGER: a whole number
 * @DOSSIER_NETWORK_DOUBLE: a number with a point
 *
 * What the values of a column are.
 */
typedef enum
{
  DOSSIER_NETWORK_STRING,
  DOSSIER_NETWORK_BOOLEAN,
  DOSSIER_NETWORK_INTEGER,
  DOSSIER_NETWORK_DOUBLE,
} DossierNetworkType;

/**
 * DossierNetworkSide:
 * @DOSSIER_NETWORK_ACTORS: the nodes
 * @DOSSIER_NETWORK_TIES: the edges
 */
typedef enum
{
  DOSSIER_NETWORK_ACTORS,
  DOSSIER_NETWORK_TIES,
} DossierNetworkSide;

/**
 * DossierNetwork:
 *
 * The actors and the ties of a dossier as tables, as programs for the analysis of networks take them: a node for each
 * actor, where the map has its place, and an edge for each tie, with what it rests on.
 */
typedef struct _DossierNetwork DossierNetwork;

DossierNetwork *dossier_network_new (DossierDocument *document);
void dossier_network_free (DossierNetwork *self);

DossierDocument *dossier_network_get_document (DossierNetwork *self);
int dossier_network_get_n_columns (DossierNetworkSide side);
const char *dossier_network_get_name (DossierNetworkSide side, int column);
DossierNetworkType dossier_network_get_type (DossierNetworkSide side, int column);
char *dossier_network_dup_value (DossierNetwork *self, DossierNetworkSide side, int column, int index);
void dossier_network_get_place (DossierNetwork *self, int actor, double *x, double *y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierNetwork, dossier_network_free)

G_END_DECLS
