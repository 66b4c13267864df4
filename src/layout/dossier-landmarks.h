/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "layout/dossier-adjacency.h"

G_BEGIN_DECLS

/** DOSSIER_LANDMARKS_FURTHEST: what a greater distance counts as, in steps of an adjacency */
#define DOSSIER_LANDMARKS_FURTHEST 65535

/**
 * DossierLandmarks:
 * @n_nodes: how many nodes there are
 * @n_landmarks: how many of them are landmarks, at least 1 if there is a node
 * @nodes: (array length=n_landmarks): the nodes that are, in the order of their lots
 * @steps: (array): for each node a row with its distance from each landmark, in steps of an adjacency
 * @furthest: the greatest of these distances
 *
 * A sample of the nodes of a connected graph, and how far each node is from each of them.
 */
typedef struct
{
  int n_nodes;
  int n_landmarks;
  int *nodes;
  guint16 *steps;
  int furthest;
} DossierLandmarks;

DossierLandmarks *dossier_landmarks_new (const DossierAdjacency *adjacency, const guint64 *seeds, int n_landmarks);
void dossier_landmarks_free (DossierLandmarks *landmarks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DossierLandmarks, dossier_landmarks_free)

G_END_DECLS
