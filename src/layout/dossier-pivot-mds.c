/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-pivot-mds.h"

#include <math.h>

#define N_POWER_ROUNDS 100

/* Fills a column for each pivot with the distances from it, each pivot being the node that is
 * furthest from those before it. */
static void
measure_from_pivots (DossierAdjacency *adjacency, int n_pivots, double *columns)
{
  int n = adjacency->n_nodes;
  g_autofree int *distances = g_new (int, n);
  g_autofree int *nearest = g_new (int, n);
  int pivot = 0;

  /* The best connected node comes first: it hardly changes when an actor is added. */
  for (int i = 1; i < n; i++)
    if (adjacency->offsets[i + 1] - adjacency->offsets[i] > adjacency->offsets[pivot + 1] - adjacency->offsets[pivot])
      pivot = i;

  for (int i = 0; i < n; i++)
    nearest[i] = G_MAXINT;

  for (int column = 0; column < n_pivots; column++)
    {
      int furthest = 0;

      dossier_adjacency_find_distances (adjacency, pivot, distances);
      for (int i = 0; i < n; i++)
        {
          columns[(gsize) column * n + i] = (double) distances[i] / DOSSIER_ADJACENCY_STEPS;
          nearest[i] = MIN (nearest[i], distances[i]);
          if (nearest[i] > nearest[furthest])
            furthest = i;
        }
      pivot = furthest;
    }
}

/* Squares the distances and takes the means of rows and columns out of them. */
static void
centre_doubly (double *columns, int n, int n_pivots)
{
  g_autofree double *row_means = g_new0 (double, n);
  g_autofree double *column_means = g_new0 (double, n_pivots);
  double mean = 0;

  for (int column = 0; column < n_pivots; column++)
    for (int i = 0; i < n; i++)
      {
        double *cell = &columns[(gsize) column * n + i];

        *cell *= *cell;
        row_means[i] += *cell / n_pivots;
        column_means[column] += *cell / n;
        mean += *cell / n / n_pivots;
      }

  for (int column = 0; column < n_pivots; column++)
    for (int i = 0; i < n; i++)
      {
        double *cell = &columns[(gsize) column * n + i];

        *cell = -0.5 * (*cell - row_means[i] - column_means[column] + mean);
      }
}

static double
multiply (const double *a, const double *b, int n)
{
  double sum = 0;

  for (int i = 0; i < n; i++)
    sum += a[i] * b[i];

  return sum;
}

/* The strongest eigenvector of the symmetric @matrix that is orthogonal to @other, which may be %NULL. */
static void
find_eigenvector (const double *matrix, int n, const double *other, double *vector)
{
  g_autofree double *product = g_new (double, n);

  /* A start that is orthogonal to no eigenvector but by accident. */
  for (int i = 0; i < n; i++)
    vector[i] = 1 + 1.0 / (i + (other != NULL ? 3 : 2));

  for (int round = 0; round < N_POWER_ROUNDS; round++)
    {
      double length;

      if (other != NULL)
        {
          double share = multiply (vector, other, n);

          for (int i = 0; i < n; i++)
            vector[i] -= share * other[i];
        }

      for (int i = 0; i < n; i++)
        product[i] = multiply (&matrix[(gsize) i * n], vector, n);

      length = sqrt (multiply (product, product, n));
      if (!(length > 1e-12))
        break;

      for (int i = 0; i < n; i++)
        vector[i] = product[i] / length;
    }
}

/**
 * dossier_pivot_mds:
 * @adjacency: a connected graph
 * @n_pivots: at most how many nodes to measure distances from; 50 are plenty
 * @x: (out caller-allocates) (array): room for a coordinate for each node, 1 being an ordinary tie
 * @y: (out caller-allocates) (array): likewise
 *
 * Gives a first picture that is right in the large and poor in the small: nodes with the same distances to
 * all pivots come to lie on each other. It depends on the graph alone, and a small change of the graph
 * changes it little, which is what makes it a good start for the stress layout.
 *
 * Brandes, Pich: Eigensolver methods for progressive multidimensional scaling of large data (Graph Drawing
 * 2006); the square roots of the singular values scale the axes, as in classical scaling.
 */
void
dossier_pivot_mds (DossierAdjacency *adjacency, int n_pivots, double *x, double *y)
{
  int n = adjacency->n_nodes;
  g_autofree double *columns = NULL;
  g_autofree double *matrix = NULL;
  g_autofree double *first = NULL;
  g_autofree double *second = NULL;
  double *axes[2] = { x, y };
  double *vectors[2];
  double extent = 0;

  n_pivots = CLAMP (n_pivots, 1, n);
  columns = g_new (double, (gsize) n *n_pivots);
  matrix = g_new (double, (gsize) n_pivots *n_pivots);
  first = vectors[0] = g_new (double, n_pivots);
  second = vectors[1] = g_new (double, n_pivots);

  measure_from_pivots (adjacency, n_pivots, columns);
  for (gsize i = 0; i < (gsize) n * n_pivots; i++)
    extent = MAX (extent, columns[i]);
  centre_doubly (columns, n, n_pivots);

  for (int i = 0; i < n_pivots; i++)
    for (int j = 0; j < n_pivots; j++)
      matrix[(gsize) i * n_pivots + j] = multiply (&columns[(gsize) i * n], &columns[(gsize) j * n], n);

  find_eigenvector (matrix, n_pivots, NULL, first);
  find_eigenvector (matrix, n_pivots, first, second);

  for (int axis = 0; axis < 2; axis++)
    {
      double furthest = 0;

      for (int i = 0; i < n; i++)
        {
          double sum = 0;

          for (int column = 0; column < n_pivots; column++)
            sum += columns[(gsize) column * n + i] * vectors[axis][column];
          axes[axis][i] = sum;
          furthest = MAX (furthest, fabs (sum));
        }

      /* Only the proportions matter to what follows; the size is set by the longest distance. */
      for (int i = 0; i < n && furthest > 0; i++)
        axes[axis][i] *= extent / 2 / furthest;
    }
}
