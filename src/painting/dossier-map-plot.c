/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-map-plot.h"

#include "layout/dossier-occupancy.h"
#include "layout/dossier-ribbon-router.h"
#include "painting/dossier-dimming.h"
#include "painting/dossier-line-writer.h"

#include <math.h>

/* How many names are written at the most. */
#define MAX_NAMES 150

/* How strong a line of one among thousands is. */
#define LINE_ALPHA 0.55

/* A line shorter than this has no sign upon it; one that is longer has another each so far, in pixels. */
#define LEAST_MARKED 14.0
#define MARK_DISTANCE 90.0

/* Half the length of a cross stroke, and of the side of a bead, beyond half the width of the line, in pixels. */
#define STROKE_REACH 3.0
#define BEAD_REACH   1.6

#define CELL 64.0

/* The smallest dot that is still seen, in pixels. */
#define LEAST_RADIUS 1.2

/* How fine the lines are drawn in a file that may be printed, in pixels to the pixel of the view: 250 to the inch where 1,440
 * of these fill the width of an A4 sheet. And how large such a picture becomes at most. */
#define PRINTED_SCALE     2
#define MOST_PICTURE_SIZE 8192

/* How close to a dot the pointer must be, in pixels. */
#define REACH 3.0

typedef struct
{
  int node;
  double x;
  double y;
  double radius; /* at scale 1 */
  double spread; /* how far it may grow beyond its room in the layout */
  double weight;
  DossierColor color;
  gboolean is_square;
  gboolean selected;
  gboolean dimmed;
  const char *name;
} Dot;

typedef struct
{
  DossierPoint start; /* in units of the layout */
  DossierPoint end;
  double bend;
  double width;
  double weight;
  DossierSign sign; /* of most of its ties, by weight */
  DossierColor color;
} Line;

struct _DossierMapPlot
{
  int ref_count;
  GArray *dots;  /* Dot, the weightiest last */
  GArray *lines; /* Line, the weightiest first; what is set off is heavier than all that is not */
  DossierColor ground;
  DossierColor text;
  DossierColor halo;
  DossierColor ring;
  GStringChunk *strings;
};

static int
compare_dots (gconstpointer a, gconstpointer b)
{
  const Dot *left = a;
  const Dot *right = b;

  if (left->dimmed != right->dimmed)
    return left->dimmed ? -1 : 1;
  if (left->weight != right->weight)
    return left->weight < right->weight ? -1 : 1;

  return left->node - right->node;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *left = a;
  const Line *right = b;

  return (left->weight < right->weight) - (left->weight > right->weight);
}

static void
add_dots (DossierMapPlot *plot, const DossierMap *map, const DossierTheme *theme, DossierSwatches *swatches)
{
  for (int i = 0; i < map->n_nodes; i++)
    {
      const DossierMapNode *node = &map->nodes[i];
      const DossierSwatch *swatch = swatches != NULL && node->actor >= 0 ? dossier_swatches_get_actor (swatches, node->actor) : dossier_theme_get_actor (theme, i);
      Dot dot = {
        .node = i,
        .x = node->x,
        .y = node->y,
        .radius = node->radius,
        .spread = node->loose ? DOSSIER_MAP_LOOSE_SPREAD : map->spread,
        .weight = node->weight,
        .color = swatch->mark,
        .is_square = node->type == DOSSIER_ACTOR_TYPE_ORGANISATION,
        .selected = node->selected || node->chosen,
        .dimmed = node->dimmed,
      };

      if (!node->visible)
        continue;
      if (node->dimmed)
        dot.color = dossier_color_mix (theme->view, dot.color, DOSSIER_DIMMED);
      else if (node->faint)
        dot.color = dossier_color_mix (theme->view, dot.color, 0.5);
      dot.name = g_string_chunk_insert (plot->strings, node->label);
      g_array_append_val (plot->dots, dot);
    }
  g_array_sort (plot->dots, compare_dots);
}

static void
add_lines (DossierMapPlot *plot, const DossierMap *map, const DossierTheme *theme)
{
  for (int i = 0; i < map->n_ribbons; i++)
    {
      const DossierMapRibbon *ribbon = &map->ribbons[i];
      double by_sign[DOSSIER_SIGN_NEUTRAL + 1] = { 0 };
      int strongest = DOSSIER_SIGN_COOPERATIVE;
      gboolean dimmed = TRUE;
      Line line = {
        .start = { map->nodes[ribbon->a].x, map->nodes[ribbon->a].y },
        .end = { map->nodes[ribbon->b].x, map->nodes[ribbon->b].y },
        .bend = ribbon->bend,
      };

      if (!map->nodes[ribbon->a].visible || !map->nodes[ribbon->b].visible)
        continue;
      for (int j = 0; j < ribbon->n_ties; j++)
        {
          const DossierMapTie *tie = &map->ties[ribbon->first_tie + j];

          if (!tie->visible)
            continue;
          by_sign[tie->sign] += tie->weight * tie->presence;
          line.weight += tie->weight * tie->presence;
          dimmed &= tie->dimmed;
        }
      if (line.weight <= 0)
        continue;

      for (int sign = DOSSIER_SIGN_COOPERATIVE; sign <= DOSSIER_SIGN_NEUTRAL; sign++)
        if (by_sign[sign] > by_sign[strongest])
          strongest = sign;
      line.width = CLAMP (0.6 + 0.5 * sqrt (line.weight), 0.6, 3);
      line.sign = (DossierSign) strongest;
      line.color = dossier_theme_get_hue (theme, dossier_palette_get_hue_of_sign ((DossierSign) strongest))->mark;
      line.color.alpha = dimmed ? DOSSIER_DIMMED_LINE * LINE_ALPHA : LINE_ALPHA;
      if (!dimmed)
        line.weight += 1e6;
      g_array_append_val (plot->lines, line);
    }
  g_array_sort (plot->lines, compare_lines);
}

/**
 * dossier_map_plot_new:
 * @map: an arranged map, as it is to be shown
 * @theme: the look
 * @swatches: (nullable): the colours of the document's actors, %NULL for those of the theme
 *
 * Returns: (transfer full): a plot of all that is visible of @map
 */
DossierMapPlot *
dossier_map_plot_new (const DossierMap *map, const DossierTheme *theme, DossierSwatches *swatches)
{
  DossierMapPlot *plot = g_new0 (DossierMapPlot, 1);

  plot->ref_count = 1;
  plot->dots = g_array_new (FALSE, FALSE, sizeof (Dot));
  plot->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  plot->strings = g_string_chunk_new (4096);
  plot->ground = theme->background;
  plot->text = theme->text;
  plot->halo = theme->view;
  plot->ring = theme->accent;
  add_dots (plot, map, theme, swatches);
  add_lines (plot, map, theme);

  return plot;
}

/**
 * dossier_map_plot_ref:
 * @plot: a plot
 *
 * Returns: (transfer full): @plot; any thread may hold it
 */
DossierMapPlot *
dossier_map_plot_ref (DossierMapPlot *plot)
{
  g_atomic_int_inc (&plot->ref_count);

  return plot;
}

/**
 * dossier_map_plot_unref:
 * @plot: (nullable): a plot, or %NULL
 */
void
dossier_map_plot_unref (DossierMapPlot *plot)
{
  if (plot == NULL || !g_atomic_int_dec_and_test (&plot->ref_count))
    return;

  g_array_unref (plot->dots);
  g_array_unref (plot->lines);
  g_string_chunk_free (plot->strings);
  g_free (plot);
}

/**
 * dossier_map_plot_is_needed:
 * @map: an arranged map
 * @camera: what is seen of it
 *
 * Returns: whether so many pairs are in sight that the map is plotted, not drawn line by line
 */
gboolean
dossier_map_plot_is_needed (const DossierMap *map, const DossierMapCamera *camera)
{
  int n = 0;

  if (map->n_ribbons <= DOSSIER_MAP_PLOT_MOST_RIBBONS)
    return FALSE;

  for (int i = 0; i < map->n_ribbons; i++)
    {
      const DossierMapNode *a = &map->nodes[map->ribbons[i].a];
      const DossierMapNode *b = &map->nodes[map->ribbons[i].b];
      DossierPoint from = dossier_map_camera_project (camera, a->x, a->y);
      DossierPoint to = dossier_map_camera_project (camera, b->x, b->y);

      if (!a->visible || !b->visible)
        continue;
      n += MAX (from.x, to.x) > 0 && MIN (from.x, to.x) < camera->width && MAX (from.y, to.y) > 0 && MIN (from.y, to.y) < camera->height;
      if (n > DOSSIER_MAP_PLOT_MOST_RIBBONS)
        return TRUE;
    }

  return FALSE;
}

/**
 * dossier_map_plot_get_n_lines:
 * @plot: a plot
 *
 * Returns: how many lines it has
 */
int
dossier_map_plot_get_n_lines (const DossierMapPlot *plot)
{
  return (int) plot->lines->len;
}

/**
 * dossier_map_plot_make_ground:
 * @plot: a plot
 * @camera: what is to be seen
 * @margin: how much is drawn around the view, that it may be moved, in pixels
 * @scale: device pixels to the pixel
 *
 * Returns: (transfer full): a picture of the view and its margin, with nothing on it yet
 */
cairo_surface_t *
dossier_map_plot_make_ground (const DossierMapPlot *plot, const DossierMapCamera *camera, double margin, int scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                         (int) ceil ((camera->width + 2 * margin) * scale),
                                                         (int) ceil ((camera->height + 2 * margin) * scale));
  cairo_t *cr = cairo_create (surface);

  dossier_color_set_source (&plot->ground, cr);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_set_device_scale (surface, scale, scale);

  return surface;
}

/* From units of the layout to device pixels of the picture. */
typedef struct
{
  double scale;
  double x;
  double y;
} Frame;

static Frame
make_frame (cairo_surface_t *surface, const DossierMapCamera *camera, double margin)
{
  double device_x, device_y;

  cairo_surface_get_device_scale (surface, &device_x, &device_y);

  return (Frame){
    camera->scale * device_x,
    (camera->width / 2 + margin - camera->x * camera->scale) * device_x,
    (camera->height / 2 + margin - camera->y * camera->scale) * device_y,
  };
}

static DossierPoint
project (const Frame *frame, DossierPoint point)
{
  return (DossierPoint){ point.x * frame->scale + frame->x, point.y * frame->scale + frame->y };
}

/* What tells signs apart without their colours, as where there is room for more: cross strokes for what divides, beads for
 * what does neither. */
static void
mark_line (const DossierLineWriter *writer, const DossierCurve *curve, const Line *line, double width, double device)
{
  double length = hypot (curve->end.x - curve->start.x, curve->end.y - curve->start.y) / device;
  int n = (int) CLAMP (length / MARK_DISTANCE, 1, 12);
  double reach = width / 2 + (line->sign == DOSSIER_SIGN_NEUTRAL ? BEAD_REACH : STROKE_REACH) * device;

  if (line->sign == DOSSIER_SIGN_COOPERATIVE || length < LEAST_MARKED)
    return;

  for (int i = 0; i < n; i++)
    {
      double at = (i + 0.5) / n;
      DossierPoint middle = dossier_curve_get_point (curve, at);
      DossierPoint along = dossier_curve_get_direction (curve, at);

      if (line->sign == DOSSIER_SIGN_NEUTRAL)
        dossier_line_writer_draw (writer,
                                  (DossierPoint){ middle.x - along.x * reach, middle.y - along.y * reach },
                                  (DossierPoint){ middle.x + along.x * reach, middle.y + along.y * reach },
                                  2 * reach,
                                  &line->color);
      else
        dossier_line_writer_draw (writer,
                                  (DossierPoint){ middle.x - along.y * reach, middle.y + along.x * reach },
                                  (DossierPoint){ middle.x + along.y * reach, middle.y - along.x * reach },
                                  device,
                                  &line->color);
    }
}

/**
 * dossier_map_plot_add_lines:
 * @plot: a plot
 * @surface: a picture made by dossier_map_plot_make_ground()
 * @camera: what it was made for
 * @margin: likewise
 * @first: which line to begin with; the weightiest is 0
 * @n_lines: how many
 *
 * Returns: which line is the next
 */
int
dossier_map_plot_add_lines (const DossierMapPlot *plot, cairo_surface_t *surface, const DossierMapCamera *camera, double margin, int first, int n_lines)
{
  DossierLineWriter writer = dossier_line_writer_begin (surface);
  Frame frame = make_frame (surface, camera, margin);
  double device = frame.scale / camera->scale;
  double line_scale = MIN (dossier_map_camera_get_line_scale (camera->scale), 1.25) * device;
  int end = MIN (first + n_lines, (int) plot->lines->len);

  for (int i = first; i < end; i++)
    {
      const Line *line = &g_array_index (plot->lines, Line, i);
      DossierCurve curve = dossier_ribbon_router_trace (project (&frame, line->start), project (&frame, line->end), line->bend, 0);

      double width = MAX (line->width * line_scale, 0.5);

      dossier_line_writer_draw_curve (&writer, &curve, width, &line->color);
      mark_line (&writer, &curve, line, width, device);
    }
  dossier_line_writer_end (surface);

  return end;
}

static double
get_radius (const Dot *dot, double scale)
{
  return MAX (dossier_map_camera_scale_radius (dot->radius, dot->spread, scale), LEAST_RADIUS);
}

static void
add_names (const DossierMapPlot *plot, const DossierMapCamera *camera, double margin, DossierTypesetter *typesetter, cairo_t *cr)
{
  g_autoptr (DossierOccupancy) occupancy = dossier_occupancy_new (CELL);
  int n_names = 0;

  for (int i = (int) plot->dots->len - 1; i >= 0 && n_names < MAX_NAMES; i--)
    {
      const Dot *dot = &g_array_index (plot->dots, Dot, i);
      DossierPoint point = dossier_map_camera_project (camera, dot->x, dot->y);
      double radius = get_radius (dot, camera->scale);
      DossierRectangle box;

      if (point.x < -margin || point.y < -margin || point.x > camera->width + margin || point.y > camera->height + margin)
        continue;
      if (dot->dimmed)
        break;

      dossier_typesetter_measure (dot->name, DOSSIER_TEXT_NODE_LABEL_SMALL, &box.width, &box.height, typesetter);
      box.x = point.x - box.width / 2;
      box.y = point.y + radius + 2;
      if (!dossier_occupancy_is_free (occupancy, &box))
        continue;
      dossier_occupancy_add_rectangle (occupancy, &box);
      dossier_typesetter_draw (typesetter, cr, dot->name, DOSSIER_TEXT_NODE_LABEL_SMALL, box.x + margin, box.y + margin, -1, &plot->text, &plot->halo);
      n_names++;
    }
}

static void
draw_nodes (const DossierMapPlot *plot, const DossierMapCamera *camera, double margin, DossierTypesetter *typesetter, cairo_t *cr)
{
  for (guint i = 0; i < plot->dots->len; i++)
    {
      const Dot *dot = &g_array_index (plot->dots, Dot, i);
      DossierPoint point = dossier_map_camera_project (camera, dot->x, dot->y);
      double radius = get_radius (dot, camera->scale);
      double x = point.x + margin;
      double y = point.y + margin;

      if (x < -radius || y < -radius || x > camera->width + 2 * margin + radius || y > camera->height + 2 * margin + radius)
        continue;

      if (dot->selected)
        {
          cairo_arc (cr, x, y, radius + 4, 0, 2 * G_PI);
          dossier_color_set_source (&plot->ring, cr);
          cairo_fill (cr);
        }
      if (dot->is_square)
        cairo_rectangle (cr, x - 0.9 * radius, y - 0.9 * radius, 1.8 * radius, 1.8 * radius);
      else
        cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      dossier_color_set_source (&dot->color, cr);
      cairo_fill (cr);
    }
  if (typesetter != NULL)
    add_names (plot, camera, margin, typesetter, cr);
}

/**
 * dossier_map_plot_add_nodes:
 * @plot: a plot
 * @surface: a picture made by dossier_map_plot_make_ground()
 * @camera: what it was made for
 * @margin: likewise
 * @typesetter: (nullable): writes names; of the thread that calls; %NULL for none
 *
 * Draws the dots, and the names of as many of the weightiest as there is room for.
 */
void
dossier_map_plot_add_nodes (const DossierMapPlot *plot, cairo_surface_t *surface, const DossierMapCamera *camera, double margin, DossierTypesetter *typesetter)
{
  cairo_t *cr = cairo_create (surface);

  draw_nodes (plot, camera, margin, typesetter, cr);
  cairo_destroy (cr);
}

/* How fine the picture of the lines has to be for what it is drawn on, in its pixels to the unit of @cr. */
static int
choose_scale (const DossierMapCamera *camera, cairo_t *cr)
{
  double most = MOST_PICTURE_SIZE / MAX (MAX (camera->width, camera->height), 1);
  double scale = PRINTED_SCALE;

  if (cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_IMAGE)
    {
      double x = 1, y = 0;

      /* To the device, which may have pixels finer than its own units. */
      cairo_user_to_device_distance (cr, &x, &y);
      scale = hypot (x, y);
      cairo_surface_get_device_scale (cairo_get_target (cr), &x, &y);
      scale *= x;
    }

  return (int) CLAMP (ceil (scale - 1e-6), 1, MAX (floor (most), 1));
}

/**
 * dossier_map_plot_draw:
 * @plot: a plot
 * @camera: what is to be seen
 * @typesetter: (nullable): writes names; %NULL for none
 * @cr: where to draw, its origin being the upper left of the view; its state is as before in the end
 *
 * Draws all of it at once, such as for a file: the lines as a picture, for thousands of them would make a file that no
 * program shows in time, and upon it the dots and the names, as shapes and text where @cr has such.
 */
void
dossier_map_plot_draw (const DossierMapPlot *plot, const DossierMapCamera *camera, DossierTypesetter *typesetter, cairo_t *cr)
{
  cairo_surface_t *surface = dossier_map_plot_make_ground (plot, camera, 0, choose_scale (camera, cr));

  dossier_map_plot_add_lines (plot, surface, camera, 0, 0, dossier_map_plot_get_n_lines (plot));

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, camera->width, camera->height);
  cairo_clip (cr);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  draw_nodes (plot, camera, 0, typesetter, cr);
  cairo_restore (cr);

  cairo_surface_destroy (surface);
}

/**
 * dossier_map_plot_hit:
 * @plot: a plot
 * @camera: through which it is seen
 * @x: pixels from the left of the view
 * @y: pixels from its top
 *
 * Returns: the node of the map whose dot is there, the closest of several; -1 if there is none
 */
int
dossier_map_plot_hit (const DossierMapPlot *plot, const DossierMapCamera *camera, double x, double y)
{
  double least = REACH;
  int found = -1;

  for (int i = (int) plot->dots->len - 1; i >= 0; i--)
    {
      const Dot *dot = &g_array_index (plot->dots, Dot, i);
      DossierPoint point = dossier_map_camera_project (camera, dot->x, dot->y);
      double distance = hypot (point.x - x, point.y - y) - get_radius (dot, camera->scale);

      if (distance < least)
        {
          least = MAX (distance, 0);
          found = dot->node;
        }
      if (least <= 0)
        break;
    }

  return found;
}
