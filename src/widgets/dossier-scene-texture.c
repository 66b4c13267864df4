/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-scene-texture.h"

/* In shares of the height of the picture. */
#define SPOT_RADIUS  0.16
#define SPOT_EDGE    0.9 /* of the radius: there it begins to get dark */
#define POINT_RADIUS 0.013
#define RING_WIDTH   0.25 /* of the radius of the point */
#define PEN_WIDTH    0.006

/**
 * dossier_scene_texture_new:
 * @frame: a frame; held as long as the texture lives
 *
 * Returns: (transfer full): a texture of the same memory
 */
GdkTexture *
dossier_scene_texture_new (DossierSceneFrame *frame)
{
  cairo_surface_t *surface = frame->surface;
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                                         (gsize) stride * (gsize) height,
                                                         (GDestroyNotify) dossier_scene_frame_unref,
                                                         dossier_scene_frame_ref (frame));

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

static void
snapshot_disc (GtkSnapshot *snapshot, const GdkRGBA *color, const graphene_point_t *centre, float radius)
{
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (&disc, &GRAPHENE_RECT_INIT (centre->x - radius, centre->y - radius, 2 * radius, 2 * radius), radius);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, color, &disc.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_stroke (cairo_t *cr, const DossierShowPoint *points, int n_points, const graphene_rect_t *bounds)
{
  cairo_new_path (cr);
  for (int i = 0; i < n_points; i++)
    cairo_line_to (cr,
                   (double) bounds->origin.x + points[i].x * (double) bounds->size.width,
                   (double) bounds->origin.y + points[i].y * (double) bounds->size.height);
  /* One point alone is a dot. */
  cairo_line_to (cr,
                 (double) bounds->origin.x + points[n_points - 1].x * (double) bounds->size.width,
                 (double) bounds->origin.y + points[n_points - 1].y * (double) bounds->size.height);
  cairo_stroke (cr);
}

/**
 * dossier_scene_texture_snapshot_ink:
 * @snapshot: where to draw
 * @ink: what the presenter has drawn
 * @scene: which scene is seen
 * @bounds: the picture
 */
void
dossier_scene_texture_snapshot_ink (GtkSnapshot *snapshot, DossierShowInk *ink, int scene, const graphene_rect_t *bounds)
{
  cairo_t *cr = NULL;

  for (int i = 0; i < dossier_show_ink_get_n (ink); i++)
    {
      int n_points;
      const DossierShowPoint *points = dossier_show_ink_get (ink, i, scene, &n_points);

      if (points == NULL)
        continue;
      if (cr == NULL)
        {
          cr = gtk_snapshot_append_cairo (snapshot, bounds);
          cairo_set_source_rgb (cr, 0.88, 0.11, 0.14);
          cairo_set_line_width (cr, (double) bounds->size.height * PEN_WIDTH);
          cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
          cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
        }
      draw_stroke (cr, points, n_points, bounds);
    }
  if (cr != NULL)
    cairo_destroy (cr);
}

static void
snapshot_circle (GtkSnapshot *snapshot, const GdkRGBA *color, const graphene_point_t *centre, float radius_x, float radius_y)
{
  graphene_size_t corner = { radius_x, radius_y };
  GskRoundedRect circle;

  gsk_rounded_rect_init (&circle, &GRAPHENE_RECT_INIT (centre->x - radius_x, centre->y - radius_y, 2 * radius_x, 2 * radius_y), &corner, &corner, &corner, &corner);
  gtk_snapshot_append_border (snapshot, &circle, (float[4]){ 2, 2, 2, 2 }, (GdkRGBA[4]){ *color, *color, *color, *color });
}

/**
 * dossier_scene_texture_snapshot_tool:
 * @snapshot: where to draw
 * @tool: what the pointer is to the audience
 * @x: where it is, from the left edge of the picture, 0 to 1
 * @y: likewise, from its upper edge
 * @bounds: the picture
 *
 * Draws the pointer, red with a white ring that is seen on any ground, the tip of the pen or the reach of the eraser; or
 * darkens all but what the spotlight falls on.
 */
void
dossier_scene_texture_snapshot_tool (GtkSnapshot *snapshot, DossierShowTool tool, double x, double y, const graphene_rect_t *bounds)
{
  static const GdkRGBA red = { 0.88f, 0.11f, 0.14f, 1 };
  static const GdkRGBA white = { 1, 1, 1, 1 };
  graphene_point_t centre = GRAPHENE_POINT_INIT (bounds->origin.x + (float) x * bounds->size.width, bounds->origin.y + (float) y * bounds->size.height);
  float height = bounds->size.height;

  switch (tool)
    {
    case DOSSIER_SHOW_TOOL_POINTER:
      snapshot_disc (snapshot, &white, &centre, height * (float) (POINT_RADIUS * (1 + RING_WIDTH)));
      snapshot_disc (snapshot, &red, &centre, height * (float) POINT_RADIUS);
      break;
    case DOSSIER_SHOW_TOOL_SPOTLIGHT:
      {
        GskColorStop stops[] = {
          { 0, { 0, 0, 0, 0 } },
          { (float) SPOT_EDGE, { 0, 0, 0, 0 } },
          { 1, { 0, 0, 0, 0.72f } },
        };

        gtk_snapshot_append_radial_gradient (snapshot, bounds, &centre, height * (float) SPOT_RADIUS, height * (float) SPOT_RADIUS, 0, 1, stops, G_N_ELEMENTS (stops));
        break;
      }
    case DOSSIER_SHOW_TOOL_PEN:
      snapshot_disc (snapshot, &red, &centre, height * (float) PEN_WIDTH / 2);
      break;
    case DOSSIER_SHOW_TOOL_ERASER:
      snapshot_circle (snapshot, &red, &centre, bounds->size.width * (float) DOSSIER_SHOW_ERASER, height * (float) DOSSIER_SHOW_ERASER);
      break;
    case DOSSIER_SHOW_TOOL_NONE:
    default:
      break;
    }
}
