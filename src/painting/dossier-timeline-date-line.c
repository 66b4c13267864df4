/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-timeline-item-painter-private.h"

#include "model/dossier-date-text.h"

#include <math.h>

#define BADGE_PADDING 8.0

/* So close to a badge no other date stands beside it, in pixels. */
#define BADGE_DISTANCE 6.0

/* How far the marks of dates reach into the axis. */
#define TICK_LENGTH 6.0

/* So much is left free around words, in pixels. */
#define FREE_AROUND 2.0

/* Boxes of whole pixels, one by one, as they may overlap: so the clip remains one of boxes, which costs nearly nothing. */
static void
clip_out (const DossierTimelineBox *box, const DossierTimelineBox *within, cairo_t *cr)
{
  double left = floor (box->x - FREE_AROUND);
  double right = ceil (box->x + box->width + FREE_AROUND);
  double top = floor (box->y);
  double bottom = ceil (box->y + box->height);

  if (dossier_timeline_box_is_empty (box) || left >= within->x + within->width || right <= within->x || top >= within->y + within->height ||
      bottom <= within->y)
    return;

  cairo_rectangle (cr, within->x, within->y, within->width, within->height);
  cairo_rectangle (cr, left, top, right - left, bottom - top);
  cairo_clip (cr);
}

/* Keeps what is drawn next within a box and off the words of events there: a line passes behind them, not through their
 * letters. */
void
dossier_timeline_clip_words_out (const DossierTimelineScene *scene, const DossierTimelineBox *box, cairo_t *cr)
{
  DossierTimelineBox within = { floor (box->x) - 1, floor (box->y) - 1, ceil (box->width) + 3, ceil (box->height) + 3 };

  cairo_new_path (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_rectangle (cr, within.x, within.y, within.width, within.height);
  cairo_clip (cr);
  for (guint i = 0; i < scene->items->len; i++)
    {
      const DossierTimelineItem *item = dossier_timeline_scene_get_item (scene, i);

      clip_out (&item->title_box, &within, cr);
      clip_out (&item->detail_box, &within, cr);
      clip_out (&item->sign_box, &within, cr);
    }
  for (guint i = 0; i < scene->merged->len; i++)
    {
      const DossierTimelineMerged *merged = dossier_timeline_scene_get_merged (scene, i);

      clip_out (&merged->title_box, &within, cr);
      clip_out (&merged->label_box, &within, cr);
    }
}

/* A date that is touched is not half covered, but gone: the badge says which it is. */
static void
hide_touched_dates (const DossierTimelinePainter *painter, const DossierTimelineScene *scene, const DossierTimelineBox *badge, cairo_t *cr)
{
  double top = round (scene->axis_top) + TICK_LENGTH;

  for (guint i = 0; i < scene->axis.fine->len; i++)
    {
      const DossierTimeTick *tick = &g_array_index (scene->axis.fine, DossierTimeTick, i);
      double left = floor (scene->plot.x + tick->label_x);
      double right = ceil (scene->plot.x + tick->label_x + tick->label_width);

      if (tick->label_width > 0 && left < badge->x + badge->width + BADGE_DISTANCE && right > badge->x - BADGE_DISTANCE)
        cairo_rectangle (cr, left, top, right - left, badge->y + badge->height - top);
    }
  dossier_color_set_source (&painter->theme->view, cr);
  cairo_fill (cr);
}

static void
paint_date_line (const DossierTimelinePainter *painter, const DossierTimelineScene *scene, double x, double width, const char *label, cairo_t *cr)
{
  const DossierTheme *theme = painter->theme;

  x = floor (x) + (width == 1 ? 0.5 : 0);
  if (x < scene->plot.x || x > scene->plot.x + scene->plot.width)
    return;

  cairo_save (cr);
  /* The thin one is that of the pointer, which is read against what it is on. */
  if (width > 1)
    {
      DossierTimelineBox box = { x - width, 0, 2 * width, scene->height };

      dossier_timeline_clip_words_out (scene, &box, cr);
    }
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, x, 0);
  cairo_line_to (cr, x, scene->axis_top + 4);
  dossier_color_set_source (&theme->accent, cr);
  cairo_stroke (cr);
  cairo_restore (cr);

  if (label != NULL)
    {
      DossierTimelineBox badge = { 0 };
      double label_width, label_height;

      dossier_typesetter_measure (label, DOSSIER_TEXT_TICK_MAJOR, &label_width, &label_height, painter->typesetter);
      badge.width = ceil (label_width + 2 * BADGE_PADDING);
      badge.height = ceil (label_height + 4);
      badge.x = CLAMP (x - badge.width / 2, 2, MAX (scene->width - badge.width - 2, 2));
      badge.y = round (scene->axis_top + 3);
      hide_touched_dates (painter, scene, &badge, cr);
      dossier_timeline_trace_box (cr, &badge, badge.height / 2);
      dossier_color_set_source (&theme->accent, cr);
      cairo_fill (cr);
      dossier_typesetter_draw (painter->typesetter,
                               cr,
                               label,
                               DOSSIER_TEXT_TICK_MAJOR,
                               badge.x + BADGE_PADDING,
                               badge.y + 2,
                               -1,
                               &theme->on_accent,
                               NULL);
    }
}

/* The day that is looked at, strong; and the one under the pointer. */
void
dossier_timeline_paint_date_lines (const DossierTimelinePainter *painter, const DossierTimelineScene *scene, const DossierTimelineState *state, cairo_t *cr)
{
  if (state->has_as_of)
    {
      g_autofree char *label = dossier_time_to_text (state->as_of, DOSSIER_PRECISION_DAY, DOSSIER_DATE_STYLE_SHORT);

      paint_date_line (painter, scene, scene->plot.x + dossier_time_viewport_get_x (&scene->viewport, state->as_of), 2, label, cr);
    }
  if (state->has_cursor)
    paint_date_line (painter, scene, state->cursor_x, 1, state->cursor_label, cr);
}
