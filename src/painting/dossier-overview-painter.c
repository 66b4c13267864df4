/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-overview-painter.h"

#include <math.h>

/* Above the columns, and between them, in pixels. */
#define TOP 5.0
#define GAP 2.0

/* Between the label of a tick and the next tick. */
#define LABEL_GAP 6.0
#define RADIUS    5.0

/* What lies outside of the window stands back. */
#define OUTSIDE 0.55

static void
round_rectangle (cairo_t *cr, double x, double y, double width, double height)
{
  double radius = MIN (RADIUS, width / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/* The name of what begins at a tick: the year in January. Where it is an era, the tick says so itself. */
static const DossierTimeTick *
find_coarse (const DossierOverview *overview, gint64 time)
{
  if (overview->axis.coarse_step.unit == DOSSIER_TIME_UNIT_ERA)
    return NULL;

  for (guint i = 0; i < overview->axis.coarse->len; i++)
    {
      const DossierTimeTick *tick = &g_array_index (overview->axis.coarse, DossierTimeTick, i);

      if (tick->time == time)
        return tick;
    }

  return NULL;
}

/* How high the foot is in which the dates stand, in pixels. */
static double
get_foot (const DossierOverviewPainter *painter)
{
  return DOSSIER_OVERVIEW_FOOT * MAX (painter->theme->text_scale, 1);
}

/* What stands at a tick of the axis, and how; NULL for nothing. */
static const char *
get_label (const DossierOverview *overview, guint index, DossierTextStyle *style, double *width)
{
  const GArray *ticks = overview->axis.fine;
  const DossierTimeTick *tick = &g_array_index (ticks, DossierTimeTick, index);
  const DossierTimeTick *coarse = find_coarse (overview, tick->time);
  double room = index + 1 < ticks->len ? g_array_index (ticks, DossierTimeTick, index + 1).x - tick->x : INFINITY;
  gboolean is_major = coarse != NULL && coarse->label_width > 0 && coarse->label_width + LABEL_GAP <= room;

  *style = is_major ? DOSSIER_TEXT_TICK_MAJOR : DOSSIER_TEXT_TICK_MINOR;
  *width = is_major ? coarse->label_width : tick->label_width;
  if (*width <= 0)
    return NULL;

  return is_major ? coarse->label : tick->label;
}

static double
measure_label_height (const DossierOverviewPainter *painter)
{
  double height = 0, none;

  dossier_typesetter_measure ("2", DOSSIER_TEXT_TICK_MINOR, &none, &height, painter->typesetter);

  return height;
}

static void
paint_ticks (const DossierOverviewPainter *painter, const DossierOverview *overview, double height, cairo_t *cr)
{
  const DossierTheme *theme = painter->theme;
  GArray *ticks = overview->axis.fine;
  double foot = get_foot (painter);
  double text_height = measure_label_height (painter);

  for (guint i = 0; i < ticks->len; i++)
    {
      const DossierTimeTick *tick = &g_array_index (ticks, DossierTimeTick, i);
      double x = floor (tick->x) + 0.5;
      DossierTextStyle style;
      double width;
      const char *label = get_label (overview, i, &style, &width);

      dossier_color_set_source (find_coarse (overview, tick->time) != NULL ? &theme->border : &theme->grid, cr);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, x, 0);
      cairo_line_to (cr, x, height);
      cairo_stroke (cr);
      if (label != NULL)
        dossier_typesetter_draw (painter->typesetter, cr, label, style, tick->label_x, height - foot + (foot - text_height) / 2, width, &theme->dim_text, NULL);
    }
}

/* Keeps what is drawn next off the labels of the axis. */
static void
clip_labels_out (const DossierOverviewPainter *painter, const DossierOverview *overview, double height, cairo_t *cr)
{
  double foot = get_foot (painter);
  double text_height = measure_label_height (painter);
  double top = height - foot + (foot - text_height) / 2;

  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  for (guint i = 0; i < overview->axis.fine->len; i++)
    {
      double left = floor (g_array_index (overview->axis.fine, DossierTimeTick, i).label_x) - 2;
      DossierTextStyle style;
      double width;

      if (get_label (overview, i, &style, &width) == NULL)
        continue;
      cairo_rectangle (cr, floor (overview->window_begin) - 4, 0, ceil (overview->window_end - overview->window_begin) + 8, height);
      cairo_rectangle (cr, left, floor (top), ceil (width) + 4, ceil (text_height));
      cairo_clip (cr);
    }
}

static void
paint_column (const DossierOverviewPainter *painter, const DossierOverview *overview, int column, double height, cairo_t *cr)
{
  int total = g_array_index (overview->totals, int, column);
  double x = column * DOSSIER_OVERVIEW_COLUMN + GAP / 2;
  double room = height - TOP - get_foot (painter);
  double share = log1p (total) / log1p (overview->most);
  double bottom = height - get_foot (painter);
  double full = MAX (3, share * room);
  gboolean inside = x >= overview->window_begin && x < overview->window_end;
  int sum = 0;

  for (int lane = 0; lane < overview->n_lanes; lane++)
    sum += g_array_index (overview->counts, int, column * overview->n_lanes + lane);
  if (sum == 0)
    return;

  for (int lane = 0; lane < overview->n_lanes; lane++)
    {
      int count = g_array_index (overview->counts, int, column * overview->n_lanes + lane);
      int kind = lane < painter->n_lanes ? painter->lanes[lane].kind : -1;
      const DossierSwatch *swatch;
      DossierColor color;
      double part = full * count / sum;

      if (count == 0)
        continue;
      if (painter->swatches != NULL)
        swatch = dossier_swatches_get_kind (painter->swatches, kind);
      else
        swatch = kind >= 0 ? dossier_theme_get_kind (painter->theme, kind) : dossier_theme_get_hue (painter->theme, DOSSIER_HUE_NEUTRAL);
      color = inside ? swatch->mark : dossier_color_mix (painter->theme->strip, swatch->mark, OUTSIDE);
      dossier_color_set_source (&color, cr);
      cairo_rectangle (cr, x, bottom - part, DOSSIER_OVERVIEW_COLUMN - GAP, part);
      cairo_fill (cr);
      bottom -= part;
    }
}

static void
paint_brush (const DossierOverviewPainter *painter, const DossierOverview *overview, double width, double height, cairo_t *cr)
{
  DossierColor color = dossier_color_with_alpha (painter->theme->accent, 0.25);
  double begin = CLAMP (dossier_time_viewport_get_x (&overview->viewport, painter->brush_begin), 0, width);
  double end = CLAMP (dossier_time_viewport_get_end_x (&overview->viewport, painter->brush_end), 0, width);

  dossier_color_set_source (&color, cr);
  cairo_rectangle (cr, begin, 0, MAX (1, end - begin), height - get_foot (painter));
  cairo_fill (cr);
}

/* What the timeline shows: a pane with two handles. */
static void
paint_window (const DossierOverviewPainter *painter, const DossierOverview *overview, double height, cairo_t *cr)
{
  const DossierTheme *theme = painter->theme;
  DossierColor fill = dossier_color_with_alpha (theme->accent, painter->is_hovered ? 0.16 : 0.09);
  double x = round (overview->window_begin) + 0.5;
  double width = round (overview->window_end) - 0.5 - x;

  round_rectangle (cr, x, 0.5, width, height - 1);
  dossier_color_set_source (&fill, cr);
  cairo_fill (cr);
  dossier_color_set_source (&theme->accent, cr);
  cairo_save (cr);
  clip_labels_out (painter, overview, height, cr);
  round_rectangle (cr, x, 0.5, width, height - 1);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_restore (cr);

  cairo_set_line_width (cr, 3);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (int i = 0; i < 2; i++)
    {
      double handle = i == 0 ? x : x + width;

      cairo_move_to (cr, handle, height / 2 - 7);
      cairo_line_to (cr, handle, height / 2 + 7);
    }
  cairo_stroke (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
}

/* What the timeline will show once it is let go: dashed, for it is none yet. */
static void
paint_draft (const DossierOverviewPainter *painter, double height, cairo_t *cr)
{
  static const double dashes[] = { 4, 3 };
  DossierColor fill = dossier_color_with_alpha (painter->theme->accent, 0.2);
  double x = round (painter->draft_begin) + 0.5;

  round_rectangle (cr, x, 0.5, MAX (1, round (painter->draft_end) - 0.5 - x), height - 1);
  dossier_color_set_source (&fill, cr);
  cairo_fill_preserve (cr);
  dossier_color_set_source (&painter->theme->accent, cr);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/**
 * dossier_overview_paint:
 * @painter: how it looks
 * @overview: what is drawn
 * @width: of the strip in pixels
 * @height: of the strip in pixels
 * @cr: the context to draw on
 *
 * Draws the strip.
 */
void
dossier_overview_paint (const DossierOverviewPainter *painter, const DossierOverview *overview, double width, double height, cairo_t *cr)
{
  dossier_color_set_source (&painter->theme->strip, cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);

  paint_ticks (painter, overview, height, cr);
  if (painter->has_brush)
    paint_brush (painter, overview, width, height, cr);
  if (overview->most > 0)
    for (int i = 0; i < overview->n_columns; i++)
      if (g_array_index (overview->totals, int, i) > 0)
        paint_column (painter, overview, i, height, cr);
  paint_window (painter, overview, height, cr);
  if (painter->has_draft)
    paint_draft (painter, height, cr);
}
