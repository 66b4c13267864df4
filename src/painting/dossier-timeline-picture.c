/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-timeline-picture.h"

#include <math.h>

/* How far what sets an event off reaches beyond its box: the ring of the focus, its line, and a pixel for rounding. */
#define RING 6.0

/* How much is painted on either side of the view at least, in pixels; and by how much more than the view has moved
 * while the last picture was painted. */
#define LEAST_STRIP 96
#define AHEAD       2.5

/* Zooms that differ by less than this over the width of a view do not show. */
#define SAME_ZOOM 1e-9

/**
 * dossier_timeline_picture_new:
 *
 * Returns: (transfer full): an empty picture
 */
DossierTimelinePicture *
dossier_timeline_picture_new (void)
{
  DossierTimelinePicture *picture = g_new0 (DossierTimelinePicture, 1);

  picture->ref_count = 1;
  picture->scale = 1;
  picture->grounds = g_array_new (FALSE, FALSE, sizeof (DossierTimelineGround));
  picture->selected = g_array_new (FALSE, FALSE, sizeof (int));
  picture->selected_merged = -1;
  dossier_timeline_scene_init (&picture->scene);

  return picture;
}

/**
 * dossier_timeline_picture_ref:
 * @picture: a picture
 *
 * Returns: (transfer full): the same picture
 */
DossierTimelinePicture *
dossier_timeline_picture_ref (DossierTimelinePicture *picture)
{
  g_atomic_int_inc (&picture->ref_count);

  return picture;
}

/**
 * dossier_timeline_picture_unref:
 * @picture: (transfer full) (nullable): a picture, or %NULL
 *
 * May be called from any thread.
 */
void
dossier_timeline_picture_unref (DossierTimelinePicture *picture)
{
  if (picture == NULL || !g_atomic_int_dec_and_test (&picture->ref_count))
    return;

  g_clear_pointer (&picture->surface, cairo_surface_destroy);
  g_array_unref (picture->grounds);
  g_array_unref (picture->selected);
  dossier_timeline_scene_clear (&picture->scene);
  g_free (picture);
}

/**
 * dossier_timeline_picture_set_size:
 * @picture: a picture that nobody else holds
 * @width: of the canvas, in pixels
 * @height: of the canvas
 * @strip: of what is painted on either side of the view
 * @scale: device pixels for each pixel
 *
 * Makes a surface for the picture, unless the one that it has fits.
 */
void
dossier_timeline_picture_set_size (DossierTimelinePicture *picture, int width, int height, int strip, int scale)
{
  int device_width = (width + 2 * strip) * scale;

  picture->strip = strip;
  if (picture->surface != NULL && picture->scale == scale &&
      cairo_image_surface_get_width (picture->surface) == device_width &&
      cairo_image_surface_get_height (picture->surface) == height * scale)
    return;

  g_clear_pointer (&picture->surface, cairo_surface_destroy);
  picture->scale = scale;
  picture->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, device_width, height * scale);
  cairo_surface_set_device_scale (picture->surface, scale, scale);
}

/**
 * dossier_timeline_picture_place:
 * @picture: a picture that was painted
 * @viewport: what is to be seen
 * @scroll: by how many pixels the lanes are scrolled up
 * @place: (out): where the picture lies then
 */
void
dossier_timeline_picture_place (const DossierTimelinePicture *picture,
                                const DossierTimeViewport *viewport,
                                double scroll,
                                DossierTimelinePlace *place)
{
  const DossierTimeViewport *painted = &picture->scene.viewport;

  place->stretch = painted->seconds_per_pixel / viewport->seconds_per_pixel;
  place->is_stretched = fabs (place->stretch - 1) * painted->width > SAME_ZOOM * painted->width;
  place->dx = (dossier_time_difference (painted->origin, viewport->origin) + (painted->fraction - viewport->fraction)) /
              viewport->seconds_per_pixel;
  place->dy = round ((picture->scene.scroll - scroll) * picture->scale) / picture->scale;
  if (!place->is_stretched)
    {
      place->stretch = 1;
      place->dx = round (place->dx * picture->scale) / picture->scale;
    }
  place->is_moved = place->dx != 0 || place->dy != 0 || place->is_stretched;
}

/* Adds the part of a stretch of the surface that is seen between two edges of the canvas. */
static void
add_piece (DossierTimelinePiece *pieces,
           int *n,
           double left,
           double right,
           double top,
           double bottom,
           double x,
           double y,
           double stretch)
{
  if (right <= left || bottom <= top)
    return;

  pieces[(*n)++] = (DossierTimelinePiece){ { left, top, right - left, bottom - top }, x, y, stretch };
}

/* The plot at one height, and the strips beside it. */
static void
cut_plot (const DossierTimelinePicture *picture,
          const DossierTimelinePlace *place,
          double top,
          double bottom,
          double dy,
          DossierTimelinePiece *pieces,
          int *n)
{
  const DossierTimelineScene *scene = &picture->scene;
  double left = scene->plot.x;
  double right = scene->plot.x + scene->plot.width;
  double stretch = place->stretch;
  double strip = picture->strip;

  /* Where the edges of what was painted come to lie. */
  double begin = left + place->dx;
  double end = begin + scene->plot.width * stretch;
  double from = CLAMP (begin, left, right);
  double to = CLAMP (end, left, right);

  add_piece (pieces, n, from, to, top, bottom, begin - left * stretch, dy, stretch);
  if (strip > 0)
    {
      add_piece (pieces, n, CLAMP (begin - strip * stretch, left, right), from, top, bottom, begin - (scene->width + strip) * stretch, dy, stretch);
      add_piece (pieces, n, to, CLAMP (end + strip * stretch, left, right), top, bottom, end - (scene->width + strip) * stretch, dy, stretch);
    }
}

/**
 * dossier_timeline_picture_cut:
 * @picture: a picture
 * @place: where it is to lie
 * @pieces: (out) (array length=DOSSIER_TIMELINE_MOST_PIECES): the pieces of the canvas that it covers
 *
 * Time and axis move with what is seen, titles and what has no date stay where they are.
 *
 * Returns: how many pieces there are
 */
int
dossier_timeline_picture_cut (const DossierTimelinePicture *picture,
                              const DossierTimelinePlace *place,
                              DossierTimelinePiece pieces[DOSSIER_TIMELINE_MOST_PIECES])
{
  const DossierTimelineScene *scene = &picture->scene;
  double right = scene->plot.x + scene->plot.width;
  int n = 0;

  if (!place->is_moved)
    {
      add_piece (pieces, &n, 0, scene->width, 0, scene->height, 0, 0, 1);
      return n;
    }

  cut_plot (picture, place, MAX (place->dy, 0), MIN (scene->axis_top, scene->axis_top + place->dy), place->dy, pieces, &n);
  cut_plot (picture, place, scene->axis_top, scene->height, 0, pieces, &n);
  add_piece (pieces, &n, 0, scene->plot.x, MAX (place->dy, 0), MIN (scene->axis_top, scene->axis_top + place->dy), 0, place->dy, 1);
  add_piece (pieces, &n, 0, scene->plot.x, scene->axis_top, scene->height, 0, 0, 1);
  add_piece (pieces, &n, right, scene->width, MAX (place->dy, 0), MIN (scene->axis_top, scene->axis_top + place->dy), 0, place->dy, 1);
  add_piece (pieces, &n, right, scene->width, scene->axis_top, scene->height, 0, 0, 1);

  return n;
}

static void
add_gap (DossierTimelineBox *gaps, int *n, double left, double top, double right, double bottom)
{
  if (right > left && bottom > top)
    gaps[(*n)++] = (DossierTimelineBox){ left, top, right - left, bottom - top };
}

/**
 * dossier_timeline_picture_list_gaps:
 * @picture: a picture
 * @place: where it lies
 * @gaps: (out) (array length=DOSSIER_TIMELINE_MOST_GAPS): the parts of the canvas that it does not reach
 *
 * Returns: how many gaps there are
 */
int
dossier_timeline_picture_list_gaps (const DossierTimelinePicture *picture,
                                    const DossierTimelinePlace *place,
                                    DossierTimelineBox gaps[DOSSIER_TIMELINE_MOST_GAPS])
{
  const DossierTimelineScene *scene = &picture->scene;
  double left = scene->plot.x;
  double right = scene->plot.x + scene->plot.width;
  double strip = picture->strip * place->stretch;
  double begin = left + place->dx;
  double end = begin + scene->plot.width * place->stretch;
  int n = 0;

  add_gap (gaps, &n, left, 0, CLAMP (begin - strip, left, right), scene->height);
  add_gap (gaps, &n, CLAMP (end + strip, left, right), 0, right, scene->height);
  add_gap (gaps, &n, 0, 0, scene->width, MIN (place->dy, scene->axis_top));
  add_gap (gaps, &n, 0, MAX (scene->axis_top + place->dy, 0), scene->width, scene->axis_top);

  return n;
}

static void
fill_gap (const DossierTimelineBox *gap, double top, double bottom, const DossierColor *color, DossierTimelineGroundFunc func, gpointer data)
{
  DossierTimelineBox box = { gap->x, MAX (gap->y, top), gap->width, 0 };

  box.height = MIN (gap->y + gap->height, bottom) - box.y;
  if (box.height > 0)
    func (&box, color, data);
}

/**
 * dossier_timeline_picture_foreach_ground:
 * @picture: a picture
 * @place: where it lies
 * @theme: its look
 * @func: is called for each part that is to be filled, those below first
 * @data: for @func
 *
 * Where the picture does not reach, lanes and axis go on as they are without events: nothing bare is seen while a
 * picture of what is there is being painted.
 */
void
dossier_timeline_picture_foreach_ground (const DossierTimelinePicture *picture,
                                         const DossierTimelinePlace *place,
                                         const DossierTheme *theme,
                                         DossierTimelineGroundFunc func,
                                         gpointer data)
{
  DossierTimelineBox gaps[DOSSIER_TIMELINE_MOST_GAPS];
  double axis_top = round (picture->scene.axis_top);
  int n = dossier_timeline_picture_list_gaps (picture, place, gaps);

  for (int i = 0; i < n; i++)
    {
      func (&gaps[i], &theme->view, data);
      for (guint j = 0; j < picture->grounds->len; j++)
        {
          const DossierTimelineGround *ground = &g_array_index (picture->grounds, DossierTimelineGround, j);

          fill_gap (&gaps[i], ground->top + place->dy, MIN (ground->bottom + place->dy, axis_top), &ground->color, func, data);
        }
      fill_gap (&gaps[i], axis_top, axis_top + 1, &theme->border, func, data);
    }
}

/**
 * dossier_timeline_picture_choose_strip:
 * @picture: (nullable): the picture that is shown, or %NULL
 * @viewport: what is to be seen now
 *
 * As fast as the view has moved away from the picture, it is going to move away from the next one.
 *
 * Returns: how wide the strips of that should be, in pixels: at least enough for a slow motion, at most the plot, and
 *   always one of a few widths, so that memory can be used again. At rest they stay as they are
 */
int
dossier_timeline_picture_choose_strip (const DossierTimelinePicture *picture, const DossierTimeViewport *viewport)
{
  DossierTimelinePlace place;
  double wanted = 0;
  int strip = LEAST_STRIP;

  if (picture != NULL)
    {
      dossier_timeline_picture_place (picture, viewport, picture->scene.scroll, &place);
      if (!place.is_stretched && place.dx == 0 && picture->strip > 0)
        return (int) MIN (picture->strip, viewport->width);
      if (!place.is_stretched)
        wanted = AHEAD * fabs (place.dx);
    }
  while (strip < wanted && strip < viewport->width)
    strip *= 2;

  return MAX ((int) MIN (strip, viewport->width), 1);
}

static void
paint_ground (const DossierTimelineBox *box, const DossierColor *color, gpointer cr)
{
  dossier_color_set_source (color, cr);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_fill (cr);
}

/**
 * dossier_timeline_picture_paint:
 * @picture: a picture
 * @place: where it is to lie
 * @theme: whose grounds are seen where the picture does not reach
 * @cr: where to paint; the upper left corner of the canvas is at 0, 0
 *
 * Copies the picture. That takes as long as copying pixels, whatever is to be seen in it.
 */
void
dossier_timeline_picture_paint (const DossierTimelinePicture *picture,
                                const DossierTimelinePlace *place,
                                const DossierTheme *theme,
                                cairo_t *cr)
{
  DossierTimelinePiece pieces[DOSSIER_TIMELINE_MOST_PIECES];
  int n;

  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  dossier_timeline_picture_foreach_ground (picture, place, theme, paint_ground, cr);

  /* There is nothing below that shines through, and the nearest pixel is ten times cheaper than a mixture. */
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  n = dossier_timeline_picture_cut (picture, place, pieces);
  for (int i = 0; i < n; i++)
    {
      const DossierTimelinePiece *piece = &pieces[i];
      cairo_matrix_t matrix;

      cairo_set_source_surface (cr, picture->surface, piece->x, piece->y);
      if (piece->stretch != 1)
        {
          cairo_matrix_init (&matrix, 1 / piece->stretch, 0, 0, 1, -piece->x / piece->stretch, -piece->y);
          cairo_pattern_set_matrix (cairo_get_source (cr), &matrix);
        }
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
      cairo_rectangle (cr, piece->on_canvas.x, piece->on_canvas.y, piece->on_canvas.width, piece->on_canvas.height);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

/**
 * dossier_timeline_picture_hit:
 * @picture: a picture
 * @place: where it lies
 * @x: pixels from the left edge of the canvas
 * @y: pixels from its upper edge
 *
 * Returns: what is seen there: indexes are of the scene of @picture
 */
DossierTimelineHit
dossier_timeline_picture_hit (const DossierTimelinePicture *picture, const DossierTimelinePlace *place, double x, double y)
{
  const DossierTimelineScene *scene = &picture->scene;

  if (x >= scene->plot.x && x < scene->plot.x + scene->plot.width)
    x = CLAMP ((x - scene->plot.x - place->dx) / place->stretch, 0, scene->plot.width - 1) + scene->plot.x;
  if (y < scene->axis_top)
    y = MIN (y - place->dy, scene->axis_top - 1);

  return dossier_timeline_scene_hit (scene, x, y);
}

static void
add_patch (DossierTimelineBox *patches, int *n, const DossierTimelineScene *scene, const DossierTimelineBox *box)
{
  double left = MAX (floor (box->x - RING), 0);
  double top = MAX (floor (box->y - RING), 0);
  double right = MIN (ceil (box->x + box->width + RING), scene->width);
  double bottom = MIN (ceil (box->y + box->height + RING), scene->axis_top);

  if (right > left && bottom > top && *n < DOSSIER_TIMELINE_MOST_PATCHES)
    patches[(*n)++] = (DossierTimelineBox){ left, top, right - left, bottom - top };
}

static void
add_patch_of_event (DossierTimelineBox *patches, int *n, const DossierTimelineScene *scene, int event)
{
  for (guint i = 0; i < scene->items->len && event >= 0; i++)
    if (dossier_timeline_scene_get_item (scene, i)->event == event)
      add_patch (patches, n, scene, &dossier_timeline_scene_get_item (scene, i)->box);
}

static void
add_patch_of_merged (DossierTimelineBox *patches, int *n, const DossierTimelineScene *scene, int merged)
{
  if (merged >= 0 && merged < (int) scene->merged->len)
    add_patch (patches, n, scene, &dossier_timeline_scene_get_merged (scene, merged)->box);
}

static gboolean
has_same_selection (const DossierTimelinePicture *picture, const DossierTimelineState *state)
{
  if ((int) picture->selected->len != state->n_selected)
    return FALSE;

  for (int i = 0; i < state->n_selected; i++)
    if (g_array_index (picture->selected, int, i) != state->selected[i])
      return FALSE;

  return TRUE;
}

/**
 * dossier_timeline_picture_list_patches:
 * @picture: a picture
 * @state: what is selected, hovered and focused now
 * @patches: (out) (array length=DOSSIER_TIMELINE_MOST_PATCHES): where the picture is to be painted anew
 *
 * What is hovered and focused is not in the picture, so that it can change with every motion of the pointer. What is
 * selected is, but shows at once in a patch.
 *
 * Returns: how many patches there are, in pixels of the picture
 */
int
dossier_timeline_picture_list_patches (const DossierTimelinePicture *picture,
                                       const DossierTimelineState *state,
                                       DossierTimelineBox patches[DOSSIER_TIMELINE_MOST_PATCHES])
{
  int n = 0;

  add_patch_of_event (patches, &n, &picture->scene, state->hovered);
  add_patch_of_merged (patches, &n, &picture->scene, state->hovered_merged);
  if (state->focused != state->hovered)
    add_patch_of_event (patches, &n, &picture->scene, state->focused);
  if (state->focused_merged != state->hovered_merged)
    add_patch_of_merged (patches, &n, &picture->scene, state->focused_merged);
  if (!has_same_selection (picture, state))
    {
      for (int i = 0; i < state->n_selected; i++)
        add_patch_of_event (patches, &n, &picture->scene, state->selected[i]);
      for (guint i = 0; i < picture->selected->len; i++)
        add_patch_of_event (patches, &n, &picture->scene, g_array_index (picture->selected, int, i));
      add_patch_of_merged (patches, &n, &picture->scene, state->selected_merged);
      add_patch_of_merged (patches, &n, &picture->scene, picture->selected_merged);
    }

  return n;
}

/**
 * dossier_timeline_picture_paint_patch:
 * @picture: a picture
 * @painter: theme, colours and letters, as it was painted with
 * @state: what is selected, hovered and focused now
 * @patch: which part of it
 * @cr: where to paint; the upper left corner of the picture is at 0, 0
 */
void
dossier_timeline_picture_paint_patch (const DossierTimelinePicture *picture,
                                      const DossierTimelinePainter *painter,
                                      const DossierTimelineState *state,
                                      const DossierTimelineBox *patch,
                                      cairo_t *cr)
{
  cairo_save (cr);
  cairo_rectangle (cr, patch->x, patch->y, patch->width, patch->height);
  cairo_clip (cr);
  dossier_timeline_paint_ground (painter, &picture->scene, state, cr);
  cairo_restore (cr);
}
