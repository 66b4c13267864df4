/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/dossier-timeline-view-private.h"

#include "painting/dossier-hit-painter.h"

#include <adwaita.h>
#include <math.h>

/* A picture that takes no longer than the first is waited for up to the second, so that small dossiers are always
 * sharp; the very first one up to the third, for there is nothing else to show. In microseconds. */
#define QUICK      5000
#define PATIENCE   9000
#define FIRST_WAIT 250000

/* How far the badge of the cursor reaches to either side. */
#define BADGE_REACH 140.0

static void
ready_cb (gpointer data)
{
  dossier_canvas_queue_update (data);
}

/**
 * dossier_timeline_view_start_frames:
 * @self: a timeline view in which something was opened
 *
 * Makes what paints it.
 */
void
dossier_timeline_view_start_frames (DossierTimelineView *self)
{
  self->stage = dossier_timeline_stage_new (dossier_timeline_view_get_document (self), dossier_canvas_get_theme (DOSSIER_CANVAS (self)), ready_cb, self);
}

/**
 * dossier_timeline_view_stop_frames:
 * @self: a timeline view
 *
 * Nothing is shown any more.
 */
void
dossier_timeline_view_stop_frames (DossierTimelineView *self)
{
  g_clear_pointer (&self->stage, dossier_timeline_stage_free);
  g_clear_object (&self->texture);
  self->picture = self->pictured = NULL;
  self->scene = self->empty_scene;
}

/**
 * dossier_timeline_view_update_frame:
 * @self: a timeline view that has a viewport
 * @width: in pixels
 * @height: likewise
 *
 * Asks for a picture of what is to be seen, and takes the latest that there is.
 */
void
dossier_timeline_view_update_frame (DossierTimelineView *self, int width, int height)
{
  const DossierTimelineSight sight = {
    .viewport = self->viewport,
    .width = width,
    .height = height,
    .scroll = self->scroll,
    .strip = dossier_timeline_picture_choose_strip (self->picture, &self->viewport),
    .scale = gtk_widget_get_scale_factor (GTK_WIDGET (self)),
    .with_motion = adw_get_enable_animations (GTK_WIDGET (self)),
  };

  dossier_timeline_stage_show (self->stage, self->layout, &sight);
  if (self->picture == NULL)
    dossier_timeline_stage_wait (self->stage, FIRST_WAIT);
  else if (self->picture->paint_usec <= QUICK)
    dossier_timeline_stage_wait (self->stage, PATIENCE);

  self->picture = dossier_timeline_stage_get_picture (self->stage);
  if (self->picture == NULL)
    return;

  /* The next step, which is told of when it is ready. */
  if (self->picture->is_settling)
    dossier_timeline_stage_show (self->stage, self->layout, &sight);
  self->scene = self->picture->scene;
  self->scroll = CLAMP (self->scroll, 0, MAX (self->scene.content_height - self->scene.axis_top, 0));
}

/* Where the picture lies at this moment. */
static void
get_place (DossierTimelineView *self, DossierTimelinePlace *place)
{
  dossier_timeline_picture_place (self->picture, &self->viewport, self->scroll, place);
}

/**
 * dossier_timeline_view_hit:
 * @self: a timeline view
 * @x: a point in pixels; NAN for none
 * @y: likewise
 *
 * Returns: what is seen there; indexes are of its scene
 */
DossierTimelineHit
dossier_timeline_view_hit (DossierTimelineView *self, double x, double y)
{
  DossierTimelinePlace place;

  if (self->picture == NULL || isnan (x))
    return (DossierTimelineHit){ DOSSIER_TIMELINE_PART_NOTHING, -1 };

  get_place (self, &place);

  return dossier_timeline_picture_hit (self->picture, &place, x, y);
}

static void
release_picture (gpointer data)
{
  dossier_timeline_picture_unref (data);
}

static GdkTexture *
make_texture (cairo_surface_t *surface, gpointer owner, GDestroyNotify free_owner)
{
  int stride = cairo_image_surface_get_stride (surface);
  int height = cairo_image_surface_get_height (surface);
  g_autoptr (GBytes) bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) height, free_owner, owner);

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}

/* The picture as GTK knows it: one texture as long as it is the same picture, so that moving it uploads nothing. */
static GdkTexture *
get_texture (DossierTimelineView *self)
{
  if (self->pictured != self->picture || self->texture == NULL)
    {
      g_clear_object (&self->texture);
      self->texture = make_texture (self->picture->surface, dossier_timeline_picture_ref (self->picture), release_picture);
      self->pictured = self->picture;
    }

  return self->texture;
}

static void
append_color (GtkSnapshot *snapshot, const DossierColor *color, double x, double y, double width, double height)
{
  const GdkRGBA rgba = { (float) color->red, (float) color->green, (float) color->blue, (float) color->alpha };

  gtk_snapshot_append_color (snapshot, &rgba, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

static void
append_ground (const DossierTimelineBox *box, const DossierColor *color, gpointer snapshot)
{
  append_color (snapshot, color, box->x, box->y, box->width, box->height);
}

/* In software GTK copies a texture for each piece of it, and mixes the pixels of what it stretches, which takes ten times
 * as long as to take the nearest: there it is given one texture, of the canvas as it is to be. */
static void
append_composed (DossierTimelineView *self, GtkSnapshot *snapshot, const DossierTimelinePlace *place)
{
  int width = (int) self->scene.width;
  int height = (int) self->scene.height;
  int scale = self->picture->scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  g_autoptr (GdkTexture) texture = NULL;
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);

  dossier_timeline_picture_paint (self->picture, place, dossier_canvas_get_theme (DOSSIER_CANVAS (self)), cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  texture = make_texture (surface, surface, (GDestroyNotify) cairo_surface_destroy);
  gtk_snapshot_append_texture (snapshot, texture, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
}

static void
append_picture (DossierTimelineView *self, GtkSnapshot *snapshot, const DossierTimelinePlace *place)
{
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (self)));
  const DossierTheme *theme = dossier_canvas_get_theme (DOSSIER_CANVAS (self));
  DossierTimelinePiece pieces[DOSSIER_TIMELINE_MOST_PIECES];
  double scale = self->picture->scale;
  int n;

  if (place->is_moved && GSK_IS_CAIRO_RENDERER (renderer))
    {
      append_composed (self, snapshot, place);
      return;
    }

  dossier_timeline_picture_foreach_ground (self->picture, place, theme, append_ground, snapshot);
  n = dossier_timeline_picture_cut (self->picture, place, pieces);
  for (int i = 0; i < n; i++)
    {
      const DossierTimelinePiece *piece = &pieces[i];
      GdkTexture *texture = get_texture (self);

      gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) piece->on_canvas.x, (float) piece->on_canvas.y, (float) piece->on_canvas.width, (float) piece->on_canvas.height));
      gtk_snapshot_append_texture (snapshot,
                                   texture,
                                   &GRAPHENE_RECT_INIT ((float) piece->x,
                                                        (float) piece->y,
                                                        (float) (gdk_texture_get_width (texture) / scale * piece->stretch),
                                                        (float) (gdk_texture_get_height (texture) / scale)));
      gtk_snapshot_pop (snapshot);
    }
}

/* What is hovered, focused and newly selected, on nodes that are as large as it and no larger. */
static void
append_patches (DossierTimelineView *self,
                GtkSnapshot *snapshot,
                const DossierTimelinePlace *place,
                const DossierTimelinePainter *painter,
                const DossierTimelineState *state)
{
  DossierTimelineBox patches[DOSSIER_TIMELINE_MOST_PATCHES];
  int n = dossier_timeline_picture_list_patches (self->picture, state, patches);

  if (place->is_stretched)
    return;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) self->scene.plot.x, 0, (float) (self->scene.width - self->scene.plot.x), (float) self->scene.axis_top));
  for (int i = 0; i < n; i++)
    {
      gboolean is_undated = patches[i].x >= self->scene.plot.x + self->scene.plot.width;
      double dx = is_undated ? 0 : place->dx;
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) (patches[i].x + dx), (float) (patches[i].y + place->dy), (float) patches[i].width, (float) patches[i].height));

      cairo_translate (cr, dx, place->dy);
      dossier_timeline_picture_paint_patch (self->picture, painter, state, &patches[i], cr);
      cairo_destroy (cr);
    }
  gtk_snapshot_pop (snapshot);
}

static void
append_brush (DossierTimelineView *self, GtkSnapshot *snapshot, const DossierTheme *theme, const DossierTimelineState *state)
{
  DossierColor fill = dossier_color_with_alpha (theme->accent, 0.1);
  double plot_right = self->scene.plot.x + self->scene.plot.width;
  double left = dossier_time_viewport_get_x (&self->viewport, state->brush_begin) + self->scene.plot.x;
  double right = dossier_time_viewport_get_end_x (&self->viewport, state->brush_end) + self->scene.plot.x;

  if (right < self->scene.plot.x || left > plot_right)
    return;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) self->scene.plot.x, 0, (float) self->scene.plot.width, (float) self->scene.axis_top));
  left = floor (MAX (left, self->scene.plot.x - 1));
  right = floor (MIN (right, plot_right + 1));
  append_color (snapshot, &fill, left, 0, right - left, self->scene.axis_top);
  append_color (snapshot, &theme->accent, left, 0, 1, self->scene.axis_top);
  append_color (snapshot, &theme->accent, right, 0, 1, self->scene.axis_top);
  gtk_snapshot_pop (snapshot);
}

static void
append_rubber_band (DossierTimelineView *self, GtkSnapshot *snapshot, const DossierTimelinePainter *painter, const DossierTimelineBox *band)
{
  DossierTimelineState only_band = DOSSIER_TIMELINE_STATE_NONE;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) floor (band->x), (float) floor (band->y), (float) floor (band->width) + 2, (float) floor (band->height) + 2));

  only_band.band = band;
  dossier_timeline_paint_over (painter, &self->scene, &only_band, cr);
  cairo_destroy (cr);
}

/* What the search has found, each on a node of its own: marking costs what is drawn, not what could be. */
static void
append_hits (DossierTimelineView *self, GtkSnapshot *snapshot, const DossierTimelinePlace *place)
{
  const DossierTimelineScene *scene = &self->scene;
  DossierHits *hits = dossier_view_get_hits (self->view);

  if (dossier_hits_get_count (hits) == 0 || place->is_stretched)
    return;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) scene->plot.x, 0, (float) (scene->width - scene->plot.x), (float) scene->axis_top));
  for (guint i = 0; i < scene->items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, i);
      double dx = item->span_flags & DOSSIER_SPAN_UNKNOWN ? 0 : place->dx;
      DossierTimelineBox patch;
      cairo_t *cr;

      if (!dossier_hits_contain (hits, (DossierRef){ DOSSIER_RECORD_EVENT, item->event }) ||
          !dossier_hit_painter_get_place (scene, item, &patch))
        continue;

      cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) (patch.x + dx), (float) (patch.y + place->dy), (float) patch.width, (float) patch.height));
      cairo_translate (cr, dx, place->dy);
      dossier_hit_painter_draw_event (dossier_canvas_get_theme (DOSSIER_CANVAS (self)), scene, item, cr);
      cairo_destroy (cr);
    }
  gtk_snapshot_pop (snapshot);
}

/* A line that shows a date, and the date: on one node as wide as the line, and one as high as the axis. */
static void
append_date_line (DossierTimelineView *self, GtkSnapshot *snapshot, const DossierTimelinePainter *painter, double x, const DossierTimelineState *only_line)
{
  DossierTimelineScene scene = self->scene;
  double left = MAX (floor (x) - BADGE_REACH, 0);
  double right = MIN (floor (x) + BADGE_REACH, scene.width);
  const graphene_rect_t places[] = {
    GRAPHENE_RECT_INIT ((float) floor (x) - 2, 0, 5, (float) scene.axis_top),
    GRAPHENE_RECT_INIT ((float) left, (float) scene.axis_top, (float) (right - left), (float) (scene.height - scene.axis_top)),
  };

  if (x < scene.plot.x || x > scene.plot.x + scene.plot.width)
    return;

  /* Where the view is by now, and not where it was painted. */
  scene.viewport = self->viewport;
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &places[i]);

      dossier_timeline_paint_over (painter, &scene, only_line, cr);
      cairo_destroy (cr);
    }
}

static void
append_date_lines (DossierTimelineView *self, GtkSnapshot *snapshot, const DossierTimelinePainter *painter, const DossierTimelineState *state)
{
  DossierTimelineState only_as_of = DOSSIER_TIMELINE_STATE_NONE;
  DossierTimelineState only_cursor = DOSSIER_TIMELINE_STATE_NONE;

  if (state->has_as_of)
    {
      only_as_of.has_as_of = TRUE;
      only_as_of.as_of = state->as_of;
      append_date_line (self, snapshot, painter, self->scene.plot.x + dossier_time_viewport_get_x (&self->viewport, state->as_of), &only_as_of);
    }
  if (state->has_cursor)
    {
      only_cursor.has_cursor = TRUE;
      only_cursor.cursor_x = state->cursor_x;
      only_cursor.cursor_label = state->cursor_label;
      append_date_line (self, snapshot, painter, state->cursor_x, &only_cursor);
    }
}

/* The lane that is dragged, and a line where it will stand. */
static void
append_lane_drop (DossierTimelineView *self, GtkSnapshot *snapshot, const DossierTheme *theme)
{
  DossierColor fill = dossier_color_with_alpha (theme->accent, 0.12);
  DossierTimelineBox taken = { 0 };
  double y = 0;

  if (!dossier_timeline_view_get_lane_drop (self, &taken, &y))
    return;

  append_color (snapshot, &fill, taken.x, taken.y, taken.width, MIN (taken.height, self->scene.axis_top - taken.y));
  append_color (snapshot, &theme->accent, 0, CLAMP (round (y) - 1, 0, self->scene.axis_top - 2), self->scene.width, 2);
}

/**
 * dossier_timeline_view_snapshot:
 * @widget: a timeline view
 * @snapshot: where the frame goes
 *
 * Shows the latest picture, moved to where the view is by now, and upon it what changes with the pointer.
 */
void
dossier_timeline_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DossierTimelineView *self = DOSSIER_TIMELINE_VIEW (widget);
  const DossierTheme *theme = dossier_canvas_get_theme (DOSSIER_CANVAS (self));
  DossierTimelinePainter painter;
  DossierTimelineState state;
  DossierTimelinePlace place;
  g_autofree char *label = NULL;

  if (self->picture == NULL)
    {
      append_color (snapshot, &theme->view, 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
      return;
    }

  get_place (self, &place);
  append_picture (self, snapshot, &place);
  label = dossier_timeline_view_fill_state (self, &painter, &state);
  append_patches (self, snapshot, &place, &painter, &state);
  append_hits (self, snapshot, &place);
  if (state.has_brush)
    append_brush (self, snapshot, theme, &state);
  if (state.band != NULL)
    append_rubber_band (self, snapshot, &painter, state.band);
  append_lane_drop (self, snapshot, theme);
  append_date_lines (self, snapshot, &painter, &state);
}
