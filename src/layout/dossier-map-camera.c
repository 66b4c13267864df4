/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "layout/dossier-map-camera.h"

#include "layout/dossier-ribbon-router.h"

#include <math.h>

/* Lines that arch beyond the outermost nodes count in maps of at most so many pairs; and how much room a line takes. */
#define MOST_ARCHES 2000
#define ARCH_ROOM   8.0

/* Small maps are not blown up beyond this. */
#define MAX_FIT_SCALE 1.4

/* Marks and lines grow and shrink with the zoom by its square root, and no further than this. */
#define LEAST_MARK_SCALE    0.6
#define GREATEST_MARK_SCALE 1.6

/* Half the size of a mark that has room for its letters, at scale 1. */
#define LETTERED_RADIUS 18.0

/* What a statement of an opened ribbon needs of its length, and words along it, in pixels; and the room for the two
 * actors and their names at the edges of the view. */
#define ROOM_OF_STATEMENT 37.0
#define LENGTH_OF_WORDS   420.0
#define EDGE_OF_RIBBON    64.0

/**
 * dossier_map_camera_get_line_scale:
 * @scale: pixels to the unit
 *
 * Returns: how much thicker lines are drawn at that scale than at scale 1
 */
double
dossier_map_camera_get_line_scale (double scale)
{
  return CLAMP (sqrt (scale), LEAST_MARK_SCALE, GREATEST_MARK_SCALE);
}

/**
 * dossier_map_camera_get_radius:
 * @map: an arranged map
 * @scale: pixels to the unit
 * @node: a node
 *
 * Marks grow and shrink more slowly than the map: zoomed in they leave room for what comes into sight, and
 * zoomed out they stay readable, as long as no two touch.
 *
 * Returns: half the size of the node's mark at that scale, in pixels
 */
double
dossier_map_camera_get_radius (const DossierMap *map, double scale, int node)
{
  return dossier_map_camera_scale_radius (map->nodes[node].radius, map->nodes[node].loose ? DOSSIER_MAP_LOOSE_SPREAD : map->spread, scale);
}

/**
 * dossier_map_camera_scale_radius:
 * @radius: half the size of a mark at scale 1
 * @spread: how many times larger it may be than its room in the layout
 * @scale: pixels to the unit
 *
 * Returns: half its size at that scale, in pixels
 */
double
dossier_map_camera_scale_radius (double radius, double spread, double scale)
{
  double growth = dossier_map_camera_get_line_scale (scale);
  double size = radius * growth;

  /* Zoomed out, what makes a mark large gives way to the lines, which are short then, but not the room of its letters. */
  if (growth < 1 && radius > LETTERED_RADIUS)
    size -= (radius - LETTERED_RADIUS) * growth * (1 - growth);

  return MIN (size, radius * scale * spread);
}

/**
 * dossier_map_camera_project:
 * @camera: a camera
 * @x: in units of the layout
 * @y: likewise
 *
 * Returns: where that is in the view, in pixels from its upper left
 */
DossierPoint
dossier_map_camera_project (const DossierMapCamera *camera, double x, double y)
{
  return (DossierPoint){
    (x - camera->x) * camera->scale + camera->width / 2,
    (y - camera->y) * camera->scale + camera->height / 2,
  };
}

/**
 * dossier_map_camera_unproject:
 * @camera: a camera
 * @x: pixels from the left of the view
 * @y: pixels from its top
 *
 * Returns: what is there, in units of the layout
 */
DossierPoint
dossier_map_camera_unproject (const DossierMapCamera *camera, double x, double y)
{
  return (DossierPoint){
    (x - camera->width / 2) / camera->scale + camera->x,
    (y - camera->height / 2) / camera->scale + camera->y,
  };
}

/**
 * dossier_map_camera_zoom:
 * @camera: a camera
 * @factor: how much larger things shall be, above 0
 * @x: pixels from the left of the view
 * @y: pixels from its top
 *
 * Returns: the camera that shows things larger by @factor, with what is at (@x, @y) staying there; the scale
 *   stays within its bounds
 */
DossierMapCamera
dossier_map_camera_zoom (const DossierMapCamera *camera, double factor, double x, double y)
{
  DossierMapCamera zoomed = *camera;
  DossierPoint kept = dossier_map_camera_unproject (camera, x, y);

  zoomed.scale = CLAMP (camera->scale * factor, DOSSIER_MAP_CAMERA_MIN_SCALE, DOSSIER_MAP_CAMERA_MAX_SCALE);
  zoomed.x = kept.x - (x - camera->width / 2) / zoomed.scale;
  zoomed.y = kept.y - (y - camera->height / 2) / zoomed.scale;

  return zoomed;
}

/* Whether a ribbon has a tie that is shown. */
static gboolean
is_drawn (const DossierMap *map, const DossierMapRibbon *ribbon)
{
  if (!map->nodes[ribbon->a].visible || !map->nodes[ribbon->b].visible)
    return FALSE;

  for (int i = 0; i < ribbon->n_ties; i++)
    if (map->ties[ribbon->first_tie + i].visible)
      return TRUE;

  return FALSE;
}

/* Where a ribbon is furthest aside of the straight way, in pixels from the origin of the layout. */
static DossierPoint
get_arch (const DossierMap *map, const DossierMapRibbon *ribbon, double scale)
{
  DossierPoint from = { map->nodes[ribbon->a].x * scale, map->nodes[ribbon->a].y * scale };
  DossierPoint to = { map->nodes[ribbon->b].x * scale, map->nodes[ribbon->b].y * scale };
  DossierCurve line = dossier_ribbon_router_trace (from, to, ribbon->bend, 0);

  return dossier_curve_get_point (&line, 0.5);
}

/* How wide and high the visible part of the map is at a scale; marks and labels do not shrink with it. */
static void
measure_extent (const DossierMap *map, double scale, DossierRectangle *extent)
{
  double left = G_MAXDOUBLE;
  double right = -G_MAXDOUBLE;
  double top = G_MAXDOUBLE;
  double bottom = -G_MAXDOUBLE;

  for (int i = 0; i < map->n_nodes; i++)
    {
      const DossierMapNode *node = &map->nodes[i];
      double radius = dossier_map_camera_get_radius (map, scale, i);
      double half_width = node->minor ? radius : MAX (radius, node->label_width / 2);
      double below = node->minor ? radius : radius + node->label_height + 4;

      if (!node->visible)
        continue;

      left = MIN (left, node->x * scale - half_width);
      right = MAX (right, node->x * scale + half_width);
      top = MIN (top, node->y * scale - radius);
      bottom = MAX (bottom, node->y * scale + below);
    }

  for (int i = 0; i < map->n_ribbons && map->n_ribbons <= MOST_ARCHES; i++)
    {
      DossierPoint middle;

      if (!is_drawn (map, &map->ribbons[i]))
        continue;
      middle = get_arch (map, &map->ribbons[i], scale);
      left = MIN (left, middle.x - ARCH_ROOM);
      right = MAX (right, middle.x + ARCH_ROOM);
      top = MIN (top, middle.y - ARCH_ROOM);
      bottom = MAX (bottom, middle.y + ARCH_ROOM);
    }

  *extent = left <= right ? (DossierRectangle){ left, top, right - left, bottom - top }
                          : (DossierRectangle){ 0, 0, 0, 0 };
}

/**
 * dossier_map_camera_fit:
 * @map: an arranged map
 * @width: width of the view in pixels
 * @height: height of the view in pixels
 * @room: (nullable): the part of the view to show it in, such as what no control covers; %NULL for all of it
 *
 * Returns: the camera that shows all visible nodes with their labels
 */
DossierMapCamera
dossier_map_camera_fit (const DossierMap *map, double width, double height, const DossierRectangle *room)
{
  return dossier_map_camera_fit_up_to (map, width, height, room, MAX_FIT_SCALE);
}

/**
 * dossier_map_camera_fit_up_to:
 * @map: an arranged map
 * @width: width of the view in pixels
 * @height: height of the view in pixels
 * @room: (nullable): as in dossier_map_camera_fit()
 * @max_scale: how many pixels a unit may have at most
 *
 * Returns: the camera that shows all visible nodes with their labels, as large as there is room and @max_scale allows
 */
DossierMapCamera
dossier_map_camera_fit_up_to (const DossierMap *map, double width, double height, const DossierRectangle *room, double max_scale)
{
  DossierMapCamera camera = { 0, 0, 1, width, height, { { 0 } } };
  DossierRectangle all = { 0, 0, width, height };
  DossierRectangle extent;
  double low = DOSSIER_MAP_CAMERA_MIN_SCALE;
  double high = max_scale;

  if (room == NULL)
    room = &all;

  /* What is needed grows with the scale, so the greatest that fits is found by halving. */
  for (int i = 0; i < 40; i++)
    {
      double middle = (low + high) / 2;

      measure_extent (map, middle, &extent);
      if (extent.width <= room->width && extent.height <= room->height)
        low = middle;
      else
        high = middle;
    }

  camera.scale = low;
  measure_extent (map, low, &extent);
  camera.x = (extent.x + extent.width / 2 - (room->x + room->width / 2 - width / 2)) / low;
  camera.y = (extent.y + extent.height / 2 - (room->y + room->height / 2 - height / 2)) / low;

  return camera;
}

/**
 * dossier_map_camera_is_covered:
 * @map: an arranged map
 * @camera: what is seen of it
 *
 * Returns: whether a visible node, the place below it where its name would be, or the middle of a line lies below
 *   what covers the view
 */
gboolean
dossier_map_camera_is_covered (const DossierMap *map, const DossierMapCamera *camera)
{
  for (int i = 0; i < map->n_nodes; i++)
    {
      const DossierMapNode *node = &map->nodes[i];
      DossierPoint middle = dossier_map_camera_project (camera, node->x, node->y);
      double radius = dossier_map_camera_get_radius (map, camera->scale, i);
      double half_width = node->minor ? radius : MAX (radius, node->label_width / 2);
      DossierRectangle box = { middle.x - half_width, middle.y - radius, 2 * half_width, 2 * radius };

      if (!node->visible)
        continue;
      if (!node->minor)
        box.height += node->label_height + 4;
      for (int j = 0; j < DOSSIER_MAP_CAMERA_N_COVERS; j++)
        if (camera->covers[j].width > 0 && dossier_rectangle_intersects (&box, &camera->covers[j]))
          return TRUE;
    }

  for (int i = 0; i < map->n_ribbons; i++)
    {
      DossierPoint middle;

      if (!is_drawn (map, &map->ribbons[i]))
        continue;
      middle = get_arch (map, &map->ribbons[i], camera->scale);
      middle.x += camera->width / 2 - camera->x * camera->scale;
      middle.y += camera->height / 2 - camera->y * camera->scale;
      for (int j = 0; j < DOSSIER_MAP_CAMERA_N_COVERS; j++)
        if (camera->covers[j].width > 0 && dossier_rectangle_contains (&camera->covers[j], middle))
          return TRUE;
    }

  return FALSE;
}

/* How far a span must be moved to lie within another; where it is too long for that, their middles meet. */
static double
get_shift (double low, double high, double room_low, double room_high)
{
  if (high - low > room_high - room_low)
    return (room_low + room_high - low - high) / 2;
  if (low < room_low)
    return room_low - low;
  if (high > room_high)
    return room_high - high;

  return 0;
}

/**
 * dossier_map_camera_reveal_ribbon:
 * @map: an arranged map
 * @camera: what is seen now
 * @ribbon: a ribbon
 * @room: the part of the view that nothing covers, in pixels
 *
 * Returns: the camera that shows both actors of the ribbon within @room, at the same scale and moved by the least
 *   amount: @camera itself where they are there already
 */
DossierMapCamera
dossier_map_camera_reveal_ribbon (const DossierMap *map, const DossierMapCamera *camera, int ribbon, const DossierRectangle *room)
{
  const DossierMapRibbon *way = &map->ribbons[ribbon];
  DossierPoint from = dossier_map_camera_project (camera, map->nodes[way->a].x, map->nodes[way->a].y);
  DossierPoint to = dossier_map_camera_project (camera, map->nodes[way->b].x, map->nodes[way->b].y);
  double from_radius = dossier_map_camera_get_radius (map, camera->scale, way->a);
  double to_radius = dossier_map_camera_get_radius (map, camera->scale, way->b);
  DossierMapCamera revealing = *camera;

  revealing.x -= get_shift (MIN (from.x - from_radius, to.x - to_radius),
                            MAX (from.x + from_radius, to.x + to_radius),
                            room->x,
                            room->x + room->width) /
                 camera->scale;
  revealing.y -= get_shift (MIN (from.y - from_radius, to.y - to_radius),
                            MAX (from.y + from_radius, to.y + to_radius),
                            room->y,
                            room->y + room->height) /
                 camera->scale;

  return revealing;
}

/**
 * dossier_map_camera_fit_ribbon:
 * @map: an arranged map
 * @camera: what is seen now
 * @ribbon: a ribbon that is opened
 * @room: the part of the view that nothing covers, in pixels
 *
 * Makes room for the statements of a ribbon: as far as the view allows, its actors are so far apart that each
 * statement has a line's height, and words have a place along it. It never zooms out where there is room.
 *
 * Returns: @camera if there is room enough already, else one with the ribbon in its middle
 */
DossierMapCamera
dossier_map_camera_fit_ribbon (const DossierMap *map, const DossierMapCamera *camera, int ribbon, const DossierRectangle *room)
{
  const DossierMapRibbon *opened = &map->ribbons[ribbon];
  const DossierMapNode *a = &map->nodes[opened->a];
  const DossierMapNode *b = &map->nodes[opened->b];
  DossierPoint from = dossier_map_camera_project (camera, a->x, a->y);
  DossierPoint to = dossier_map_camera_project (camera, b->x, b->y);
  DossierRectangle inner = { room->x + EDGE_OF_RIBBON, room->y + EDGE_OF_RIBBON, room->width - 2 * EDGE_OF_RIBBON, room->height - 2 * EDGE_OF_RIBBON };
  double dx = fabs (b->x - a->x);
  double dy = fabs (b->y - a->y);
  double length = hypot (dx, dy);
  double wanted = MAX (LENGTH_OF_WORDS, opened->n_ties * ROOM_OF_STATEMENT);
  DossierMapCamera fitting = *camera;

  if (!(length > 0) || inner.width <= 0 || inner.height <= 0)
    return *camera;
  if (length * camera->scale >= wanted && dossier_rectangle_contains (&inner, from) && dossier_rectangle_contains (&inner, to))
    return *camera;

  fitting.x = (a->x + b->x) / 2;
  fitting.y = (a->y + b->y) / 2;
  fitting.scale = MAX (camera->scale, wanted / length);
  fitting.scale = MIN (fitting.scale, MIN (inner.width / MAX (dx, 1), inner.height / MAX (dy, 1)));
  fitting.scale = CLAMP (fitting.scale, DOSSIER_MAP_CAMERA_MIN_SCALE, DOSSIER_MAP_CAMERA_MAX_SCALE);
  fitting.x -= (room->x + room->width / 2 - camera->width / 2) / fitting.scale;
  fitting.y -= (room->y + room->height / 2 - camera->height / 2) / fitting.scale;

  return fitting;
}

/**
 * dossier_map_camera_mix:
 * @from: a camera
 * @to: another
 * @amount: 0 for @from to 1 for @to
 *
 * Returns: a camera on the way from one to the other, with the size of @to; the scale changes by equal
 *   factors, and what is in the middle moves so that the view glides and does not swing
 */
DossierMapCamera
dossier_map_camera_mix (const DossierMapCamera *from, const DossierMapCamera *to, double amount)
{
  DossierMapCamera mixed = *to;
  double ratio = to->scale / from->scale;
  double moved = amount;

  mixed.scale = from->scale * pow (ratio, amount);
  /* At this share of the way one point of the map stays at the same pixel all along. */
  if (fabs (ratio - 1) > 1e-3)
    moved = (1 - from->scale / mixed.scale) / (1 - 1 / ratio);
  mixed.x = from->x + (to->x - from->x) * moved;
  mixed.y = from->y + (to->y - from->y) * moved;

  return mixed;
}
