/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-timeline-item-painter-private.h"

#include "painting/dossier-pixels.h"

#include <math.h>

/* Around what is written on an arc. */
#define CHIP_PADDING 6.0

/* The head of an arc, in pixels; a shorter arc has none. */
#define HEAD         7.0
#define LEAST_HEADED 16.0

/* How far what is painted of an event reaches beyond its box, and what is painted of the date that its source has. */
#define REACH       10.0
#define GHOST_REACH 40.0

/**
 * dossier_timeline_get_ground:
 * @painter: theme and colours
 * @scene: a scene
 * @band: the index of a lane in it
 * @color: (out): what lies below its events
 *
 * Returns: whether it is set off from the view
 */
gboolean
dossier_timeline_get_ground (const DossierTimelinePainter *painter, const DossierTimelineScene *scene, int band, DossierColor *color)
{
  const DossierTheme *theme = painter->theme;
  int kind = dossier_timeline_scene_get_band (scene, band)->kind;

  if (band % 2 == 0)
    return FALSE;

  *color = theme->band;
  if (kind >= 0 && !(theme->flags & DOSSIER_THEME_HIGH_CONTRAST))
    *color = dossier_color_mix (theme->band, dossier_timeline_get_swatch (painter, kind)->soft, 0.35);

  return TRUE;
}

static void
paint_bands (const DossierTimelinePainter *painter, const DossierTimelineScene *scene, cairo_t *cr)
{
  const DossierTheme *theme = painter->theme;

  dossier_color_set_source (&theme->view, cr);
  cairo_rectangle (cr, 0, 0, scene->width, scene->height);
  cairo_fill (cr);

  for (guint i = 0; i < scene->bands->len; i++)
    {
      const DossierTimelineBand *band = dossier_timeline_scene_get_band (scene, i);
      double top = round (band->box.y);
      DossierColor tint;

      if (dossier_timeline_get_ground (painter, scene, (int) i, &tint))
        {
          dossier_color_set_source (&tint, cr);
          cairo_rectangle (cr, 0, top, scene->width, round (band->box.y + band->box.height) - top);
          cairo_fill (cr);
        }
    }
}

static void
paint_line (cairo_t *cr, double x, double top, double bottom)
{
  x = floor (x) + 0.5;
  cairo_move_to (cr, x, top);
  cairo_line_to (cr, x, bottom);
}

static void
paint_grid (const DossierTimelinePainter *painter, const DossierTimelineScene *scene, cairo_t *cr)
{
  const DossierTheme *theme = painter->theme;
  gboolean is_high = (theme->flags & DOSSIER_THEME_HIGH_CONTRAST) != 0;
  DossierColor grid = dossier_color_mix (theme->view, theme->grid, is_high ? 0.5 : 1);
  DossierColor strong = dossier_color_mix (grid, theme->border, is_high ? 0.3 : 0.6);

  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, NULL, 0, 0);
  for (guint i = 0; i < scene->axis.fine->len; i++)
    paint_line (cr,
                g_array_index (scene->axis.fine, DossierTimeTick, i).x + scene->plot.x,
                0,
                scene->axis_top);
  dossier_color_set_source (&grid, cr);
  cairo_stroke (cr);

  for (guint i = 0; i < scene->axis.coarse->len; i++)
    {
      double x = g_array_index (scene->axis.coarse, DossierTimeTick, i).x;

      if (x > 0)
        paint_line (cr, x + scene->plot.x, 0, scene->axis_top);
    }
  dossier_color_set_source (&strong, cr);
  cairo_stroke (cr);
}

/* Returns FALSE if nothing of the brushed span is in sight. */
static gboolean
get_brush (const DossierTimelineScene *scene, const DossierTimelineState *state, double *left, double *right)
{
  if (!state->has_brush)
    return FALSE;

  *left = dossier_time_viewport_get_x (&scene->viewport, state->brush_begin);
  *right = dossier_time_viewport_get_end_x (&scene->viewport, state->brush_end);
  if (*right < 0 || *left > scene->plot.width)
    return FALSE;

  *left = MAX (*left, -1) + scene->plot.x;
  *right = MIN (*right, scene->plot.width + 1) + scene->plot.x;

  return TRUE;
}

static void
paint_brush (const DossierTimelinePainter *painter,
             const DossierTimelineScene *scene,
             const DossierTimelineState *state,
             cairo_t *cr)
{
  DossierColor fill = dossier_color_with_alpha (painter->theme->accent, 0.1);
  double left, right;

  if (!get_brush (scene, state, &left, &right))
    return;

  dossier_color_set_source (&fill, cr);
  cairo_rectangle (cr, left, 0, right - left, scene->axis_top);
  cairo_fill (cr);
  paint_line (cr, left, 0, scene->axis_top);
  paint_line (cr, right, 0, scene->axis_top);
  cairo_set_line_width (cr, 1);
  dossier_color_set_source (&painter->theme->accent, cr);
  cairo_stroke (cr);
}

static void
paint_rubber_band (const DossierTimelinePainter *painter, const DossierTimelineBox *band, cairo_t *cr)
{
  DossierColor fill = dossier_color_with_alpha (painter->theme->accent, 0.15);

  cairo_rectangle (cr, floor (band->x) + 0.5, floor (band->y) + 0.5, floor (band->width), floor (band->height));
  dossier_color_set_source (&fill, cr);
  cairo_fill_preserve (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 1);
  dossier_color_set_source (&painter->theme->accent, cr);
  cairo_stroke (cr);
}

static void
paint_merged (const DossierTimelinePainter *painter,
              const DossierTimelineScene *scene,
              int index,
              const DossierTimelineState *state,
              cairo_t *cr)
{
  const DossierTheme *theme = painter->theme;
  const DossierTimelineMerged *merged = dossier_timeline_scene_get_merged (scene, index);
  const DossierSwatch *swatch = dossier_timeline_get_swatch (painter, merged->kind);
  DossierColor ground = index == state->hovered_merged ? dossier_color_mix (swatch->soft, swatch->mark, 0.2) : swatch->soft;
  DossierColor border = dossier_color_mix (ground, swatch->mark, 0.5);
  DossierColor column_color = dossier_color_mix (ground, swatch->mark, 0.45);
  gboolean is_selected = index == state->selected_merged;
  gboolean is_framed = is_selected || merged->n_columns == 0 || index == state->hovered_merged;

  if (is_selected)
    border = theme->accent;
  dossier_timeline_paint_frame (cr,
                                &merged->box,
                                4,
                                DOSSIER_STATUS_REPORTED,
                                is_selected ? 2 : 1,
                                is_framed ? &border : &ground,
                                &ground);

  for (int i = 0; i < merged->n_columns; i++)
    {
      const DossierTimelineColumn *column = &g_array_index (scene->columns,
                                                            DossierTimelineColumn,
                                                            merged->first_column + i);
      double height = MAX (round (column->share * merged->box.height), 1);
      double left = round (column->x);
      DossierTimelineBox bar = {
        left, round (merged->box.y + merged->box.height) - height, MAX (round (column->x + column->width) - left - 1, 1), height
      };

      dossier_pixels_fill_box (cr, &bar, 0, NULL, &column_color);
    }

  if (!dossier_timeline_box_is_empty (&merged->label_box))
    {
      if (merged->n_columns > 0)
        {
          /* And above it: of a column that it cuts, no speck is left. */
          double top = is_framed ? merged->box.y + 1 : floor (merged->box.y);
          DossierTimelineBox behind = {
            merged->label_box.x - 2, top, merged->label_box.width + 4, merged->label_box.y + merged->label_box.height - 1 - top
          };

          dossier_pixels_fill_box (cr, &behind, 0, NULL, &ground);
        }
      dossier_typesetter_draw (painter->typesetter,
                               cr,
                               merged->label,
                               DOSSIER_TEXT_BADGE,
                               merged->label_box.x,
                               merged->label_box.y,
                               -1,
                               &swatch->text,
                               NULL);
    }

  if (!dossier_timeline_box_is_empty (&merged->title_box))
    dossier_typesetter_draw (painter->typesetter,
                             cr,
                             merged->title,
                             merged->title_style,
                             merged->title_box.x,
                             merged->title_box.y,
                             merged->title_box.width,
                             &theme->dim_text,
                             NULL);

  if (index == state->focused_merged)
    {
      DossierTimelineBox ring = { merged->box.x - 3, merged->box.y - 3, merged->box.width + 6, merged->box.height + 6 };

      dossier_timeline_trace_box (cr, &ring, 6);
      cairo_set_line_width (cr, 2);
      dossier_color_set_source (&theme->focus, cr);
      cairo_stroke (cr);
    }
}

static DossierTimelineBox
get_merged_box (const DossierTimelineMerged *merged)
{
  double right = MAX (merged->box.x + merged->box.width, merged->title_box.x + merged->title_box.width);

  return (DossierTimelineBox){ merged->box.x, merged->box.y, right - merged->box.x, merged->box.height };
}

/* A merged mark, as far as it is not faded. */
static void
paint_fading_merged (const DossierTimelinePainter *painter, const DossierTimelineScene *scene, int index, const DossierTimelineState *state, cairo_t *cr)
{
  DossierTimelineBox box;

  if (state->faded <= 0)
    {
      paint_merged (painter, scene, index, state, cr);
      return;
    }

  /* What is painted apart is not painted on the pixels of @cr. */
  dossier_pixels_end (cr);
  box = get_merged_box (dossier_timeline_scene_get_merged (scene, index));
  cairo_save (cr);
  cairo_rectangle (cr, box.x - REACH, box.y - REACH, box.width + 2 * REACH, box.height + 2 * REACH);
  cairo_clip (cr);
  cairo_push_group (cr);
  paint_merged (painter, scene, index, state, cr);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, 1 - state->faded);
  cairo_restore (cr);
}

static void
get_curve_colors (const DossierTimelinePainter *painter,
                  const DossierTimelineCurve *curve,
                  const DossierTimelineState *state,
                  DossierColor *line,
                  DossierColor *text)
{
  const DossierSwatch *swatch;

  *line = painter->theme->accent;
  *text = painter->theme->accent_text;
  if (state->arc_hues == NULL)
    return;

  swatch = dossier_theme_get_hue (painter->theme, state->arc_hues[curve->arc]);
  *line = swatch->mark;
  *text = swatch->text;
}

/* An arc, without what is written on it. */
void
dossier_timeline_paint_curve (const DossierTimelinePainter *painter,
                              const DossierTimelineCurve *curve,
                              const DossierTimelineState *state,
                              cairo_t *cr)
{
  static const double dashes[] = { 5, 3 };
  const DossierTheme *theme = painter->theme;
  DossierColor halo = dossier_color_with_alpha (theme->view, 0.85);
  double angle = atan2 (curve->y[3] - curve->y[2], curve->x[3] - curve->x[2]);
  DossierColor line, text;

  get_curve_colors (painter, curve, state, &line, &text);

  /* On a ground of its own, the line is told from those that it crosses. */
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_move_to (cr, curve->x[0], curve->y[0]);
  cairo_curve_to (cr, curve->x[1], curve->y[1], curve->x[2], curve->y[2], curve->x[3], curve->y[3]);
  cairo_set_line_width (cr, 4.5);
  dossier_color_set_source (&halo, cr);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, 1.5);
  if (curve->is_link)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  dossier_color_set_source (&line, cr);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);

  if (!curve->begins_outside)
    {
      cairo_arc (cr, curve->x[0], curve->y[0], 2.5, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  if (hypot (curve->x[3] - curve->x[0], curve->y[3] - curve->y[0]) >= LEAST_HEADED)
    {
      cairo_move_to (cr, curve->x[3], curve->y[3]);
      cairo_line_to (cr, curve->x[3] - HEAD * cos (angle - 0.45), curve->y[3] - HEAD * sin (angle - 0.45));
      cairo_line_to (cr, curve->x[3] - HEAD * cos (angle + 0.45), curve->y[3] - HEAD * sin (angle + 0.45));
      cairo_close_path (cr);
      cairo_fill (cr);
    }
}

static void
paint_curves (const DossierTimelinePainter *painter, const DossierTimelineScene *scene, const DossierTimelineState *state, cairo_t *cr)
{
  for (guint i = 0; i < scene->curves->len; i++)
    {
      const DossierTimelineCurve *curve = &g_array_index (scene->curves, DossierTimelineCurve, i);
      DossierTimelineBox box = { curve->x[0], curve->y[0], 0, 0 };
      double right = box.x, bottom = box.y;

      for (int j = 1; j < 4; j++)
        {
          box.x = MIN (box.x, curve->x[j]);
          box.y = MIN (box.y, curve->y[j]);
          right = MAX (right, curve->x[j]);
          bottom = MAX (bottom, curve->y[j]);
        }
      box = (DossierTimelineBox){ box.x - HEAD, box.y - HEAD, right - box.x + 2 * HEAD, bottom - box.y + 2 * HEAD };

      cairo_save (cr);
      dossier_timeline_clip_words_out (scene, &box, cr);
      dossier_timeline_paint_curve (painter, curve, state, cr);
      cairo_restore (cr);
    }
}

/* What is written on a curve, on a ground of its own, so that no line runs through it. */
static void
paint_curve_label (const DossierTimelinePainter *painter,
                   const DossierTimelineCurve *curve,
                   const DossierTimelineState *state,
                   cairo_t *cr)
{
  const DossierTheme *theme = painter->theme;
  const DossierTimelineBox *box = &curve->label_box;
  DossierTimelineBox ground = {
    floor (box->x) - CHIP_PADDING, floor (box->y) - 1, ceil (box->width) + 2 * CHIP_PADDING, ceil (box->height) + 2
  };
  DossierColor border;
  DossierColor line, text;

  if (dossier_timeline_box_is_empty (box))
    return;

  get_curve_colors (painter, curve, state, &line, &text);
  border = dossier_color_mix (theme->view, line, 0.45);
  dossier_timeline_paint_frame (cr, &ground, ground.height / 2, DOSSIER_STATUS_REPORTED, 1, &border, &theme->view);
  dossier_typesetter_draw (painter->typesetter, cr, curve->label, DOSSIER_TEXT_TIE_LABEL, box->x, box->y, -1, &text, NULL);
}

static void
paint_undated (const DossierTimelinePainter *painter, const DossierTimelineScene *scene, cairo_t *cr)
{
  const DossierTheme *theme = painter->theme;

  if (!scene->has_undated)
    return;

  dossier_color_set_source (&theme->strip, cr);
  cairo_rectangle (cr, scene->undated_box.x, 0, scene->undated_box.width, scene->axis_top);
  cairo_fill (cr);
}

/* An angle that points down where a lane is open, and to the right where it is folded. */
static void
paint_fold_sign (const DossierTimelineBand *band, const DossierColor *color, cairo_t *cr)
{
  double x = floor (band->fold_box.x) + band->fold_box.width / 2;
  double y = floor (band->fold_box.y) + band->fold_box.height / 2 + 0.5;
  double along = band->fold_box.width / 2 - 0.5;
  double across = along / 2;

  if (band->is_folded)
    {
      cairo_move_to (cr, x - across, y - along);
      cairo_line_to (cr, x + across, y);
      cairo_line_to (cr, x - across, y + along);
    }
  else
    {
      cairo_move_to (cr, x - along, y - across);
      cairo_line_to (cr, x, y + across);
      cairo_line_to (cr, x + along, y - across);
    }
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 1.5);
  dossier_color_set_source (color, cr);
  cairo_stroke (cr);
}

/* The titles of the lanes, on a ground that hides what passes below. */
static void
paint_titles (const DossierTimelinePainter *painter, const DossierTimelineScene *scene, cairo_t *cr)
{
  const DossierTheme *theme = painter->theme;

  for (guint i = 0; i < scene->bands->len; i++)
    {
      const DossierTimelineBand *band = dossier_timeline_scene_get_band (scene, i);

      if (band->kind >= 0)
        {
          DossierTimelineBox sign = { 0, band->box.y + 5, 3, band->box.height - 10 };

          dossier_timeline_trace_box (cr, &sign, 1.5);
          dossier_color_set_source (&dossier_timeline_get_swatch (painter, band->kind)->mark, cr);
          cairo_fill (cr);
        }
      paint_fold_sign (band, &theme->dim_text, cr);
      dossier_typesetter_draw (painter->typesetter,
                               cr,
                               band->title,
                               DOSSIER_TEXT_LANE_TITLE,
                               band->title_box.x,
                               band->title_box.y,
                               band->title_box.width,
                               &theme->text,
                               NULL);
      if (!dossier_timeline_box_is_empty (&band->count_box))
        dossier_typesetter_draw (painter->typesetter,
                                 cr,
                                 band->count_label,
                                 DOSSIER_TEXT_CARD_DETAIL,
                                 band->count_box.x,
                                 band->count_box.y,
                                 -1,
                                 &theme->dim_text,
                                 NULL);
    }
}

static void
paint_ticks (const DossierTimelinePainter *painter,
             const DossierTimelineScene *scene,
             const GArray *ticks,
             DossierTextStyle style,
             const DossierColor *color,
             double middle,
             cairo_t *cr)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      const DossierTimeTick *tick = &g_array_index (ticks, DossierTimeTick, i);
      double width, height;

      if (tick->label_width == 0)
        continue;
      dossier_typesetter_measure (tick->label, style, &width, &height, painter->typesetter);
      dossier_typesetter_draw (painter->typesetter,
                               cr,
                               tick->label,
                               style,
                               tick->label_x + scene->plot.x,
                               middle - height / 2,
                               -1,
                               color,
                               NULL);
    }
}

static void
paint_label (const DossierTimelinePainter *painter,
             const char *label,
             DossierTextStyle style,
             const DossierTimelineBox *box,
             const DossierColor *color,
             cairo_t *cr)
{
  if (!dossier_timeline_box_is_empty (box))
    dossier_typesetter_draw (painter->typesetter, cr, label, style, box->x, box->y, box->width, color, NULL);
}

static void
paint_axis (const DossierTimelinePainter *painter, const DossierTimelineScene *scene, cairo_t *cr)
{
  const DossierTheme *theme = painter->theme;
  double height = scene->height - scene->axis_top;
  double top = round (scene->axis_top);

  dossier_color_set_source (&theme->view, cr);
  cairo_rectangle (cr, 0, top, scene->width, scene->height - top);
  cairo_fill (cr);

  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_move_to (cr, 0, top + 0.5);
  cairo_line_to (cr, scene->width, top + 0.5);
  for (guint i = 0; i < scene->axis.fine->len; i++)
    paint_line (cr, g_array_index (scene->axis.fine, DossierTimeTick, i).x + scene->plot.x, top, top + 5);
  for (guint i = 0; i < scene->axis.coarse->len; i++)
    {
      double x = g_array_index (scene->axis.coarse, DossierTimeTick, i).x;

      if (x > 0)
        paint_line (cr, x + scene->plot.x, top, scene->height - 4);
    }
  dossier_color_set_source (&theme->border, cr);
  cairo_stroke (cr);

  paint_ticks (painter,
               scene,
               scene->axis.fine,
               DOSSIER_TEXT_TICK_MINOR,
               &theme->dim_text,
               scene->axis_top + height * 0.3 + 1,
               cr);
  paint_ticks (painter,
               scene,
               scene->axis.coarse,
               DOSSIER_TEXT_TICK_MAJOR,
               &theme->text,
               scene->axis_top + height * 0.73,
               cr);
  paint_label (painter, scene->earlier_label, DOSSIER_TEXT_TICK_MINOR, &scene->earlier_box, &theme->accent_text, cr);
  paint_label (painter, scene->later_label, DOSSIER_TEXT_TICK_MINOR, &scene->later_box, &theme->accent_text, cr);
  if (scene->has_undated)
    paint_label (painter,
                 scene->undated_title,
                 DOSSIER_TEXT_TICK_MAJOR,
                 &scene->undated_title_box,
                 &theme->dim_text,
                 cr);
}

/* Whether any of a box can be seen in what is painted, with what reaches beyond it: rings, arrows, strokes. */
static gboolean
is_seen (const DossierTimelineBox *clip, const DossierTimelineBox *box)
{
  return box->x - REACH < clip->x + clip->width && box->x + box->width + REACH > clip->x &&
         box->y - REACH < clip->y + clip->height && box->y + box->height + REACH > clip->y;
}

static DossierTimelineBox
get_clip (cairo_t *cr)
{
  double left, top, right, bottom;

  cairo_clip_extents (cr, &left, &top, &right, &bottom);

  return (DossierTimelineBox){ left, top, right - left, bottom - top };
}

/* The mark where the source has an event, and the line that leads there, as far as they can reach. */
static DossierTimelineBox
get_ghost_box (const DossierTimelineItem *item)
{
  double left = MIN (item->box.x, item->printed_begin) - GHOST_REACH;
  double right = MAX (item->box.x + item->box.width, item->printed_end) + GHOST_REACH;

  return (DossierTimelineBox){ left, item->box.y, right - left, item->box.height };
}

/* The date may stand behind the box. */
static gboolean
is_seen_item (const DossierTimelineBox *clip, const DossierTimelineItem *item)
{
  return is_seen (clip, &item->box) ||
         (!dossier_timeline_box_is_empty (&item->detail_box) && is_seen (clip, &item->detail_box));
}

static gboolean
is_undated (const DossierTimelineItem *item)
{
  return (item->span_flags & DOSSIER_SPAN_UNKNOWN) != 0;
}

/**
 * dossier_timeline_paint_ground:
 * @painter: theme, colours and letters
 * @scene: what to paint; measured with the same letters
 * @state: what is selected, hovered and focused
 * @cr: where to; its state is left as it was. The upper left corner of the canvas is at 0, 0
 *
 * Paints the events and the axis. What lies outside the clip of @cr costs nearly nothing, so that a part can be painted
 * anew and comes out as it does in the whole.
 */
void
dossier_timeline_paint_ground (const DossierTimelinePainter *painter,
                               const DossierTimelineScene *scene,
                               const DossierTimelineState *state,
                               cairo_t *cr)
{
  DossierTimelineBox clip;
  DossierPixels pixels;

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, scene->width, scene->height);
  cairo_clip (cr);
  clip = get_clip (cr);

  paint_bands (painter, scene, cr);

  cairo_save (cr);
  cairo_rectangle (cr, scene->plot.x, 0, scene->plot.width, scene->axis_top);
  cairo_clip (cr);
  paint_grid (painter, scene, cr);
  cairo_restore (cr);

  paint_label (painter, scene->notice, DOSSIER_TEXT_MARK_LABEL, &scene->notice_box, &painter->theme->dim_text, cr);

  cairo_save (cr);
  cairo_rectangle (cr, scene->plot.x, 0, scene->width - scene->plot.x, scene->axis_top);
  cairo_clip (cr);
  dossier_pixels_begin (&pixels, cr);
  for (guint i = 0; i < scene->items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, i);
      DossierTimelineBox box = get_ghost_box (item);

      if (item->has_printed && is_seen (&clip, &box))
        dossier_timeline_paint_ghost (painter, scene, item, state, cr);
    }
  for (guint i = 0; i < scene->items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, i);

      if (!is_undated (item) && is_seen_item (&clip, item))
        dossier_timeline_paint_item (painter, scene, item, state, cr);
    }
  for (guint i = 0; i < scene->merged->len; i++)
    {
      const DossierTimelineMerged *merged = dossier_timeline_scene_get_merged (scene, i);
      DossierTimelineBox box = get_merged_box (merged);

      if (!merged->is_undated && is_seen (&clip, &box))
        paint_fading_merged (painter, scene, (int) i, state, cr);
    }

  /* What lasts beyond the view passes below the column of what has no date. */
  paint_undated (painter, scene, cr);
  for (guint i = 0; i < scene->items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, i);

      if (is_undated (item) && is_seen_item (&clip, item))
        dossier_timeline_paint_item (painter, scene, item, state, cr);
    }
  for (guint i = 0; i < scene->merged->len; i++)
    {
      const DossierTimelineMerged *merged = dossier_timeline_scene_get_merged (scene, i);
      DossierTimelineBox box = get_merged_box (merged);

      if (merged->is_undated && is_seen (&clip, &box))
        paint_fading_merged (painter, scene, (int) i, state, cr);
    }
  dossier_pixels_end (cr);
  paint_curves (painter, scene, state, cr);
  for (guint i = 0; i < scene->curves->len; i++)
    paint_curve_label (painter, &g_array_index (scene->curves, DossierTimelineCurve, i), state, cr);
  cairo_restore (cr);

  if (clip.x < scene->plot.x)
    {
      cairo_save (cr);
      cairo_rectangle (cr, 0, 0, scene->plot.x - 4, scene->axis_top);
      cairo_clip (cr);
      paint_titles (painter, scene, cr);
      cairo_restore (cr);
    }
  if (clip.y + clip.height > scene->axis_top - 1)
    paint_axis (painter, scene, cr);
  cairo_restore (cr);
}

/**
 * dossier_timeline_paint_over:
 * @painter: theme, colours and letters
 * @scene: what was painted
 * @state: what is brushed and pointed at
 * @cr: where to; its state is left as it was
 *
 * Paints what lies upon all events and moves with the pointer: the span that is brushed, the rubber band, and
 * the line that shows a date.
 */
void
dossier_timeline_paint_over (const DossierTimelinePainter *painter,
                             const DossierTimelineScene *scene,
                             const DossierTimelineState *state,
                             cairo_t *cr)
{
  cairo_save (cr);
  cairo_rectangle (cr, scene->plot.x, 0, scene->plot.width, scene->axis_top);
  cairo_clip (cr);
  paint_brush (painter, scene, state, cr);
  cairo_restore (cr);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, scene->width, scene->height);
  cairo_clip (cr);
  if (state->band != NULL)
    paint_rubber_band (painter, state->band, cr);
  dossier_timeline_paint_date_lines (painter, scene, state, cr);
  cairo_restore (cr);
}

/**
 * dossier_timeline_paint:
 * @painter: theme, colours and letters
 * @scene: what to paint; measured with the same letters
 * @state: what is selected, hovered, brushed
 * @cr: where to; its state is left as it was. The upper left corner of the canvas is at 0, 0
 *
 * Paints a frame of the timeline. All of @scene lies near the canvas, so that no number is too large for cairo.
 */
void
dossier_timeline_paint (const DossierTimelinePainter *painter,
                        const DossierTimelineScene *scene,
                        const DossierTimelineState *state,
                        cairo_t *cr)
{
  dossier_timeline_paint_ground (painter, scene, state, cr);
  dossier_timeline_paint_over (painter, scene, state, cr);
}
