/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-scene-texture.h"

/* In shares of the height of the picture. */
#define SPOT_RADIUS  0.16
#define SPOT_EDGE    0.9 /* of the radius: there it begins to get dark */
#define POINT_RADIUS 0.013
#define RING_WIDTH   0.25 /* of the radius of the point */

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

/**
 * dossier_scene_texture_snapshot_tool:
 * @snapshot: where to draw
 * @tool: what the pointer is to the audience
 * @x: where it is, from the left edge of the picture, 0 to 1
 * @y: likewise, from its upper edge
 * @bounds: the picture
 *
 * Draws the pointer, red with a white ring that is seen on any ground; or darkens all but what the spotlight falls on.
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
    case DOSSIER_SHOW_TOOL_NONE:
    default:
      break;
    }
}
