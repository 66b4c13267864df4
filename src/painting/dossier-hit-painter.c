/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-hit-painter.h"

#include <math.h>

/* Of the frames, in pixels. */
#define LINE_WIDTH 2.0
#define DISTANCE   3.0
#define RADIUS     7.0

/* The length of the stroke at the corner, by which a frame is told from that of a selection without its colour. */
#define HANDLE 5.0

static void
trace_rounded (double x, double y, double width, double height, double radius, cairo_t *cr)
{
  double r = MIN (radius, MIN (width, height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* A frame with a handle at its lower right corner: a lens. */
static void
trace_lens (double x, double y, double width, double height, double radius, cairo_t *cr)
{
  double r = MIN (radius, MIN (width, height) / 2);
  double corner = r * (1 - G_SQRT2 / 2);

  trace_rounded (x, y, width, height, radius, cr);
  cairo_move_to (cr, x + width - corner, y + height - corner);
  cairo_rel_line_to (cr, HANDLE, HANDLE);
}

static void
stroke (const DossierTheme *theme, cairo_t *cr)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  /* A rim in the colour of the ground keeps it apart from lines that it crosses. */
  dossier_color_set_source (&theme->view, cr);
  cairo_set_line_width (cr, LINE_WIDTH + 2);
  cairo_stroke_preserve (cr);
  dossier_color_set_source (&dossier_theme_get_hue (theme, DOSSIER_HUE_NOTE)->mark, cr);
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_stroke (cr);
}

/* The frame around an event, as far as it can be seen. */
static DossierTimelineBox
get_frame (const DossierTimelineScene *scene, const DossierTimelineItem *item)
{
  double left = MAX (item->box.x, -50) - DISTANCE;
  double right = MIN (item->box.x + item->box.width, scene->width + 50) + DISTANCE;

  return (DossierTimelineBox){ left, item->box.y - DISTANCE, right - left, item->box.height + 2 * DISTANCE };
}

/**
 * dossier_hit_painter_get_place:
 * @scene: a scene of the timeline
 * @item: one of its events
 * @place: (out): where dossier_hit_painter_draw_event() draws, in whole pixels of @scene
 *
 * Returns: whether anything of that is in sight
 */
gboolean
dossier_hit_painter_get_place (const DossierTimelineScene *scene, const DossierTimelineItem *item, DossierTimelineBox *place)
{
  DossierTimelineBox frame = get_frame (scene, item);
  double left = MAX (floor (frame.x - LINE_WIDTH), scene->plot.x);
  double top = MAX (floor (frame.y - LINE_WIDTH), 0);
  double right = MIN (ceil (frame.x + frame.width + HANDLE + LINE_WIDTH), scene->width);
  double bottom = MIN (ceil (frame.y + frame.height + HANDLE + LINE_WIDTH), scene->axis_top);

  *place = (DossierTimelineBox){ left, top, right - left, bottom - top };

  return frame.width > 2 * DISTANCE && !dossier_timeline_box_is_empty (place);
}

/**
 * dossier_hit_painter_draw_event:
 * @theme: the look
 * @scene: a scene of the timeline
 * @item: one of its events, which was found
 * @cr: where to draw, with the scene's upper left corner at 0,0
 *
 * Frames an event. What is to be seen of it is that within its place, from dossier_hit_painter_get_place().
 */
void
dossier_hit_painter_draw_event (const DossierTheme *theme, const DossierTimelineScene *scene, const DossierTimelineItem *item, cairo_t *cr)
{
  DossierTimelineBox frame = get_frame (scene, item);

  cairo_save (cr);
  trace_lens (frame.x, frame.y, frame.width, frame.height, RADIUS, cr);
  stroke (theme, cr);
  cairo_restore (cr);
}

/**
 * dossier_hit_painter_draw_actors:
 * @theme: the look
 * @map: a map
 * @scene: its scene
 * @is_hit: which actors were found
 * @data: for @is_hit
 * @cr: where to draw, with the scene's upper left corner at 0,0
 *
 * Frames the actors in sight that were found. One that is shown as another, as a person folded into a state, is framed
 * there.
 */
void
dossier_hit_painter_draw_actors (const DossierTheme *theme, const DossierMap *map, const DossierMapScene *scene, DossierHitFunc is_hit, gpointer data, cairo_t *cr)
{
  g_autofree gboolean *is_framed = g_new0 (gboolean, MAX (map->n_nodes, 1));

  for (int i = 0; i < map->n_nodes; i++)
    if (is_hit (map->nodes[i].actor, data))
      is_framed[map->nodes[i].shown_as >= 0 ? map->nodes[i].shown_as : i] = TRUE;

  for (int i = 0; i < scene->n_nodes; i++)
    {
      const DossierOutline *outline = &scene->nodes[i].outline;
      double half = outline->half + 2 * DISTANCE;

      if (!is_framed[scene->nodes[i].node])
        continue;
      trace_lens (outline->middle.x - half, outline->middle.y - half, 2 * half, 2 * half, outline->corner + 2 * DISTANCE, cr);
      stroke (theme, cr);
    }
}
