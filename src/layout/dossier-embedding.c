/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-embedding.h"
#include "layout/dossier-pivot-mds.h"
#include "layout/dossier-random.h"

/* From how many nodes the start is measured. */
#define N_PIVOTS 50

/* How far the start is scattered, so that nodes alike to all pivots do not lie on each other. */
#define SCATTER 0.2

/**
 * dossier_embedding_run:
 * @adjacency: a connected graph, which must outlive what is returned
 * @seeds: (array): a hash of the id of each node
 * @saturation: as dossier_stress_new() takes it
 * @x: (out caller-allocates) (array): room for a coordinate for each node, 1 being an ordinary tie
 * @y: (out caller-allocates) (array): likewise
 * @cancellable: (nullable): to stop it from another thread, or %NULL
 *
 * Places points without size from nothing, so that their distances follow those in the graph: a start that is right
 * in the large, dossier_pivot_mds(), a little scattered by the seeds, then dossier_stress_descend().
 *
 * Returns: (transfer full) (nullable): what the positions fulfil; %NULL if it was cancelled
 */
DossierStress *
dossier_embedding_run (DossierAdjacency *adjacency,
                       const guint64 *seeds,
                       double saturation,
                       double *x,
                       double *y,
                       GCancellable *cancellable)
{
  g_autoptr (DossierStress) stress = NULL;

  dossier_pivot_mds (adjacency, N_PIVOTS, x, y);
  for (int i = 0; i < adjacency->n_nodes; i++)
    {
      DossierRandom random = { seeds[i] };

      x[i] += SCATTER * (dossier_random_unit (&random) - 0.5);
      y[i] += SCATTER * (dossier_random_unit (&random) - 0.5);
    }

  if (g_cancellable_is_cancelled (cancellable))
    return NULL;
  stress = dossier_stress_new (adjacency, seeds, saturation);
  if (!dossier_stress_descend (stress, x, y, NULL, cancellable))
    return NULL;

  return g_steal_pointer (&stress);
}
