/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-hull.h"

#include <math.h>
#include <stdlib.h>

/* How many corners a full circle is drawn with. */
#define N_CORNERS 48

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const DossierPoint *left = a;
  const DossierPoint *right = b;

  if (left->x != right->x)
    return left->x < right->x ? -1 : 1;

  return (left->y > right->y) - (left->y < right->y);
}

static double
get_turn (const DossierPoint *a, const DossierPoint *b, const DossierPoint *c)
{
  return (b->x - a->x) * (c->y - a->y) - (b->y - a->y) * (c->x - a->x);
}

/**
 * dossier_map_hull_add_convex:
 * @points: (element-type DossierPoint): the corners are appended to it, all the way round in one direction
 * @marks: (array length=n_marks): what to go around
 * @n_marks: how many, at least 1
 * @pad: how far the hull keeps from them
 *
 * Makes the tightest convex outline around round marks. It is found from points on the circles around them
 * (Andrew: Another efficient algorithm for convex hulls in two dimensions, 1979), which rounds it by itself.
 */
void
dossier_map_hull_add_convex (GArray *points, const DossierOutline *marks, int n_marks, double pad)
{
  int n = n_marks * N_CORNERS;
  g_autofree DossierPoint *rims = g_new (DossierPoint, n);
  g_autofree DossierPoint *hull = g_new (DossierPoint, 2 * n);
  int n_hull = 0;
  int n_lower;

  for (int i = 0; i < n_marks; i++)
    for (int j = 0; j < N_CORNERS; j++)
      {
        double angle = 2 * G_PI * j / N_CORNERS;

        rims[i * N_CORNERS + j] = (DossierPoint){
          marks[i].middle.x + (marks[i].half + pad) * cos (angle),
          marks[i].middle.y + (marks[i].half + pad) * sin (angle),
        };
      }
  qsort (rims, (gsize) n, sizeof *rims, compare_points);

  for (int i = 0; i < n; i++)
    {
      while (n_hull >= 2 && get_turn (&hull[n_hull - 2], &hull[n_hull - 1], &rims[i]) <= 0)
        n_hull--;
      hull[n_hull++] = rims[i];
    }
  n_lower = n_hull + 1;
  for (int i = n - 2; i >= 0; i--)
    {
      while (n_hull >= n_lower && get_turn (&hull[n_hull - 2], &hull[n_hull - 1], &rims[i]) <= 0)
        n_hull--;
      hull[n_hull++] = rims[i];
    }

  /* The last is the first again. */
  g_array_append_vals (points, hull, (guint) n_hull - 1);
}

/**
 * dossier_map_hull_add_capsule:
 * @points: (element-type DossierPoint): the corners are appended to it, all the way round in the same
 *   direction as those of dossier_map_hull_add_convex()
 * @from: a mark
 * @to: another
 * @pad: how far the outline keeps from them
 *
 * Makes the outline around two marks alone, for a group that has others between its members.
 */
void
dossier_map_hull_add_capsule (GArray *points, const DossierOutline *from, const DossierOutline *to, double pad)
{
  DossierOutline both[2] = { *from, *to };

  dossier_map_hull_add_convex (points, both, 2, pad);
}

/**
 * dossier_map_hull_contains:
 * @points: (array length=n_points): the corners of a convex outline as made here
 * @n_points: how many
 * @point: a point
 * @margin: how far outside it may be
 *
 * Returns: whether @point is inside, or outside by less than @margin
 */
gboolean
dossier_map_hull_contains (const DossierPoint *points, int n_points, DossierPoint point, double margin)
{
  for (int i = 0; i < n_points; i++)
    {
      const DossierPoint *a = &points[i];
      const DossierPoint *b = &points[(i + 1) % n_points];
      double length = sqrt ((b->x - a->x) * (b->x - a->x) + (b->y - a->y) * (b->y - a->y));

      if (get_turn (a, b, &point) < -margin * length)
        return FALSE;
    }

  return n_points > 0;
}

/* Cuts away what lies beyond one side of the view: 0 left, 1 right, 2 top, 3 bottom. */
static void
clip_side (const GArray *from, GArray *to, const DossierRectangle *view, int side)
{
  g_array_set_size (to, 0);

  for (guint i = 0; i < from->len; i++)
    {
      DossierPoint a = g_array_index (from, DossierPoint, i);
      DossierPoint b = g_array_index (from, DossierPoint, (i + 1) % from->len);
      double depths[2];
      DossierPoint ends[2] = { a, b };

      for (int j = 0; j < 2; j++)
        {
          double depth[4] = {
            ends[j].x - view->x,
            view->x + view->width - ends[j].x,
            ends[j].y - view->y,
            view->y + view->height - ends[j].y,
          };

          depths[j] = depth[side];
        }

      if (depths[0] >= 0)
        g_array_append_val (to, a);
      if ((depths[0] >= 0) != (depths[1] >= 0))
        {
          double at = depths[0] / (depths[0] - depths[1]);
          DossierPoint crossing = { a.x + (b.x - a.x) * at, a.y + (b.y - a.y) * at };

          g_array_append_val (to, crossing);
        }
    }
}

/**
 * dossier_map_hull_clip:
 * @points: (array length=n_points): the corners of a convex outline
 * @n_points: how many
 * @view: what is in sight
 * @clipped: (element-type DossierPoint): what is left is appended to it
 *
 * Cuts an outline to the view (Sutherland, Hodgman: Reentrant polygon clipping, CACM 1974), in double
 * precision: cairo's coordinates end at 2^23.
 *
 * Returns: how many corners are left; 0 if nothing is in sight
 */
int
dossier_map_hull_clip (const DossierPoint *points, int n_points, const DossierRectangle *view, GArray *clipped)
{
  g_autoptr (GArray) from = g_array_new (FALSE, FALSE, sizeof (DossierPoint));
  g_autoptr (GArray) to = g_array_new (FALSE, FALSE, sizeof (DossierPoint));

  g_array_append_vals (from, points, (guint) n_points);
  for (int side = 0; side < 4; side++)
    {
      GArray *swap;

      clip_side (from, to, view, side);
      swap = from;
      from = to;
      to = swap;
    }

  if (from->len < 3)
    return 0;
  g_array_append_vals (clipped, from->data, from->len);

  return (int) from->len;
}
