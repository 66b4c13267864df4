/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-ribbon-router.h"

#include <math.h>

/* How far a ribbon should stay from the mark of an actor that it does not lead to. */
#define CLEARANCE 9.0

/* Ribbons that leave an actor closer to each other than this (as a sine) are hard to tell apart. */
#define CLOSE_SINE 0.22

/* More ribbons than this are only bent to a side: a picture so full is not read line by line. */
#define MAX_ROUTED 1500

static const double bends[] = { 0.05, -0.05, 0.1, -0.1, 0.16, -0.16, 0.24, -0.24, 0.34, -0.34 };

/* Where a ribbon leaves an actor: kept to hold those that come later apart from it. */
typedef struct
{
  int node;
  DossierPoint direction;
} Departure;

/**
 * dossier_ribbon_router_trace:
 * @start: where the line begins
 * @end: where it ends
 * @bend: how far its middle is drawn to the right of the way, as a share of its length
 * @aside: how far its middle is drawn to the right beyond that, in the unit of the points
 *
 * Returns: the curve
 */
DossierCurve
dossier_ribbon_router_trace (DossierPoint start, DossierPoint end, double bend, double aside)
{
  double dx = end.x - start.x;
  double dy = end.y - start.y;
  double length = sqrt (dx * dx + dy * dy);
  /* The middle of the curve goes half as far as the control point. */
  double reach = length > 1e-9 ? 2 * (bend + aside / length) : 0;

  return (DossierCurve){
    start,
    { (start.x + end.x) / 2 - dy * reach, (start.y + end.y) / 2 + dx * reach },
    end,
  };
}

static DossierRectangle
get_label_box (const DossierMapNode *node)
{
  return (DossierRectangle){
    node->x - node->label_width / 2,
    node->y + node->radius + 3,
    node->label_width,
    node->label_height,
  };
}

/* What lies in the way of a curve: marks, and to a lesser degree labels, which can be moved. */
static double
rate_obstacles (const DossierMap *map, const DossierMapRibbon *ribbon, const DossierCurve *curve)
{
  double left = MIN (MIN (curve->start.x, curve->control.x), curve->end.x);
  double right = MAX (MAX (curve->start.x, curve->control.x), curve->end.x);
  double top = MIN (MIN (curve->start.y, curve->control.y), curve->end.y);
  double bottom = MAX (MAX (curve->start.y, curve->control.y), curve->end.y);
  double cost = 0;

  for (int i = 0; i < map->n_nodes; i++)
    {
      const DossierMapNode *node = &map->nodes[i];
      double reach = MAX (node->radius, node->label_width / 2) + node->label_height + CLEARANCE;
      double distance;
      DossierRectangle label;

      if (!node->visible || node->x + reach < left || node->x - reach > right || node->y + reach < top || node->y - reach > bottom)
        continue;

      if (i != ribbon->a && i != ribbon->b)
        {
          distance = dossier_curve_get_distance (curve, (DossierPoint){ node->x, node->y }, NULL);
          if (distance < node->radius)
            cost += 30;
          else if (distance < node->radius + CLEARANCE)
            cost += 12 * (1 - (distance - node->radius) / CLEARANCE);
        }

      label = get_label_box (node);
      for (int j = 1; j < 16; j++)
        if (dossier_rectangle_contains (&label, dossier_curve_get_point (curve, j / 16.0)))
          {
            cost += 2;
            break;
          }
    }

  return cost;
}

static double
rate_departure (GArray *departures, int node, DossierPoint direction)
{
  double cost = 0;

  for (guint i = 0; i < departures->len; i++)
    {
      const Departure *other = &g_array_index (departures, Departure, i);
      double sine = fabs (direction.x * other->direction.y - direction.y * other->direction.x);
      double cosine = direction.x * other->direction.x + direction.y * other->direction.y;

      if (other->node == node && cosine > 0 && sine < CLOSE_SINE)
        cost += 4 * (1 - sine / CLOSE_SINE);
    }

  return cost;
}

static int
compare_weights (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *weights = data;
  int left = *(const int *) a;
  int right = *(const int *) b;

  if (weights[left] != weights[right])
    return weights[left] > weights[right] ? -1 : 1;

  return left - right;
}

/* The weightiest first: they get the straightest way. */
static int *
sort_by_weight (const DossierMap *map)
{
  int *order = g_new (int, MAX (1, map->n_ribbons));
  g_autofree double *weights = g_new0 (double, MAX (1, map->n_ribbons));

  for (int i = 0; i < map->n_ribbons; i++)
    {
      order[i] = i;
      for (int j = 0; j < map->ribbons[i].n_ties; j++)
        weights[i] += map->ties[map->ribbons[i].first_tie + j].weight;
    }
  g_qsort_with_data (order, map->n_ribbons, sizeof (int), compare_weights, weights);

  return order;
}

/**
 * dossier_ribbon_router_run:
 * @map: a sealed map whose nodes have their places
 *
 * Chooses for each ribbon how far and to which side it is bent, so that it keeps clear of actors that it does
 * not lead to and of the ribbons beside it. The choice is made once, at scale 1, and holds at every zoom: a
 * line that changed sides under the reader's eyes would seem another one.
 */
void
dossier_ribbon_router_run (DossierMap *map)
{
  g_autofree int *order = sort_by_weight (map);
  g_autoptr (GArray) departures = g_array_new (FALSE, FALSE, sizeof (Departure));
  double middle_x = 0;
  double middle_y = 0;
  int n_visible = 0;

  for (int i = 0; i < map->n_nodes; i++)
    n_visible += map->nodes[i].visible;

  for (int i = 0; i < map->n_nodes; i++)
    if (map->nodes[i].visible)
      {
        middle_x += map->nodes[i].x / n_visible;
        middle_y += map->nodes[i].y / n_visible;
      }

  for (int i = 0; i < map->n_ribbons; i++)
    {
      DossierMapRibbon *ribbon = &map->ribbons[order[i]];
      DossierPoint start = { map->nodes[ribbon->a].x, map->nodes[ribbon->a].y };
      DossierPoint end = { map->nodes[ribbon->b].x, map->nodes[ribbon->b].y };
      double least = G_MAXDOUBLE;
      Departure departure;
      DossierCurve curve;

      ribbon->bend = bends[0];
      for (gsize j = 0; j < G_N_ELEMENTS (bends) && map->n_ribbons <= MAX_ROUTED; j++)
        {
          DossierPoint middle;
          DossierPoint backward;
          double cost = 14 * fabs (bends[j]);

          curve = dossier_ribbon_router_trace (start, end, bends[j], 0);
          middle = dossier_curve_get_point (&curve, 0.5);
          backward = dossier_curve_get_direction (&curve, 1);
          backward.x = -backward.x;
          backward.y = -backward.y;

          /* Bowed outward, lines go around the middle instead of through it. */
          if ((middle.x - (start.x + end.x) / 2) * (middle.x - middle_x) + (middle.y - (start.y + end.y) / 2) * (middle.y - middle_y) < 0)
            cost += 0.5;
          cost += rate_departure (departures, ribbon->a, dossier_curve_get_direction (&curve, 0));
          cost += rate_departure (departures, ribbon->b, backward);
          if (cost < least)
            cost += rate_obstacles (map, ribbon, &curve);

          if (cost < least)
            {
              least = cost;
              ribbon->bend = bends[j];
            }
        }

      curve = dossier_ribbon_router_trace (start, end, ribbon->bend, 0);
      departure = (Departure){ ribbon->a, dossier_curve_get_direction (&curve, 0) };
      g_array_append_val (departures, departure);
      departure = (Departure){ ribbon->b, dossier_curve_get_direction (&curve, 1) };
      departure.direction.x = -departure.direction.x;
      departure.direction.y = -departure.direction.y;
      g_array_append_val (departures, departure);
    }
}
