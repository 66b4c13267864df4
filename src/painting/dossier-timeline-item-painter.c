/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-timeline-item-painter-private.h"

#include "painting/dossier-dimming.h"
#include "painting/dossier-pixels.h"

#include <math.h>

#define RADIUS 5.0

/* Up to this width an event is drawn as a mark; from the other on, as a span. Between them one fades into the other. */
#define MARK_UNTIL 8.0
#define SPAN_FROM  22.0

/* How strong the colour of a span is: where something surely goes on, and where it possibly did. */
#define SURE     0.27
#define POSSIBLE 0.14

/* An approximate end is not sharp. */
#define FEATHER 14.0

#define ARROW 7.0

/* Titles are whole tenths of a pixel wide, and so are the frames around them: at a half, how wide they are painted must
   not depend on the last bits of where they stand. */
#define OFF_TENTHS 0.02

/* How thick the line around a hollow mark is. */
#define OUTLINE 1.5

/* Lower than this, a span is but a line. */
#define LOWEST_SPAN 8.0

/* A line that leads out of the view is no longer than this. */
#define STUB 30.0

const DossierSwatch *
dossier_timeline_get_swatch (const DossierTimelinePainter *painter, int kind)
{
  if (painter->swatches != NULL)
    return dossier_swatches_get_kind (painter->swatches, kind);

  return dossier_theme_get_kind (painter->theme, kind);
}

/* Adds a rectangle with round corners to the path. */
void
dossier_timeline_trace_box (cairo_t *cr, const DossierTimelineBox *box, double radius)
{
  double left = box->x;
  double top = box->y;
  double right = box->x + box->width;
  double bottom = box->y + box->height;

  radius = MIN (radius, MIN (box->width, box->height) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, top + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, left + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, left + radius, top + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* Lines of what is not reported as fact are broken: dashes for what is alleged, dots for what is speculated. */
void
dossier_timeline_set_dash (cairo_t *cr, int status, double width)
{
  const double dashes[] = { 4 * width, 2.5 * width };
  const double dots[] = { width, 2 * width };

  cairo_set_line_width (cr, width);
  if (status == DOSSIER_STATUS_ALLEGED)
    cairo_set_dash (cr, dashes, 2, 0);
  else if (status == DOSSIER_STATUS_SPECULATED)
    cairo_set_dash (cr, dots, 2, 0);
  else
    cairo_set_dash (cr, NULL, 0, 0);
}

/* The more is known, the fuller the mark: full for what is reported, half for what is alleged, a quarter for what is
   speculated, hollow for what is expected, and struck out for what is denied. */
void
dossier_timeline_paint_mark (cairo_t *cr,
                             const DossierTimelineBox *box,
                             int status,
                             const DossierColor *color,
                             const DossierColor *ground)
{
  DossierTimelineBox inner = { box->x + OUTLINE, box->y + OUTLINE, box->width - 2 * OUTLINE, box->height - 2 * OUTLINE };
  double radius = box->width / 2;
  double filled = 1;

  if (status == DOSSIER_STATUS_ALLEGED)
    filled = 0.5;
  else if (status == DOSSIER_STATUS_SPECULATED)
    filled = 0.25;
  else if (status == DOSSIER_STATUS_EXPECTED || status == DOSSIER_STATUS_DENIED)
    filled = 0;

  if (filled == 1)
    {
      dossier_pixels_fill_box (cr, box, radius, NULL, color);
      return;
    }

  dossier_pixels_fill_box (cr, box, radius, NULL, ground);
  dossier_pixels_fill_box (cr, box, radius, NULL, color);
  dossier_pixels_fill_box (cr, &inner, radius - OUTLINE, NULL, ground);
  if (filled > 0)
    {
      DossierTimelineBox lower = { box->x - 1, box->y + box->height * (1 - filled), box->width + 2, box->height * filled };

      dossier_pixels_fill_box (cr, box, radius, &lower, color);
    }

  if (status == DOSSIER_STATUS_DENIED)
    {
      cairo_move_to (cr, box->x - 2, box->y + box->height - 2);
      cairo_line_to (cr, box->x + box->width + 2, box->y + 2);
      dossier_color_set_source (color, cr);
      cairo_set_dash (cr, NULL, 0, 0);
      cairo_set_line_width (cr, OUTLINE);
      cairo_stroke (cr);
    }
}

static void
add_stop (cairo_pattern_t *pattern, double offset, const DossierColor *color, double alpha)
{
  cairo_pattern_add_color_stop_rgba (pattern,
                                     CLAMP (offset, 0, 1),
                                     color->red,
                                     color->green,
                                     color->blue,
                                     color->alpha * alpha);
}

/* How strong the colour is at a place, by what it is at four places in order, which may be infinite. */
static double
find_strength (const double places[4], const double strengths[4], double x)
{
  for (int i = 0; i < 3; i++)
    {
      if (x > places[i + 1])
        continue;
      if (!isfinite (places[i]) || places[i + 1] <= places[i])
        return x < places[i] ? strengths[i] : strengths[i + 1];
      if (!isfinite (places[i + 1]))
        return strengths[i];
      return strengths[i] + (strengths[i + 1] - strengths[i]) * CLAMP ((x - places[i]) / (places[i + 1] - places[i]), 0, 1);
    }

  return strengths[3];
}

/* Solid where it surely was, fading to where it possibly was; an even tint where it lies somewhere within. What is cut at the
   edges is there as strong as it would be in the whole. */
static cairo_pattern_t *
make_gradient (const DossierTimelineItem *item, const DossierColor *color, double strength)
{
  double width = item->end - item->begin;
  cairo_pattern_t *pattern = cairo_pattern_create_linear (item->begin, 0, item->end, 0);
  gboolean is_soft = (item->span_flags & (DOSSIER_SPAN_APPROXIMATE | DOSSIER_SPAN_UNCERTAIN)) != 0;
  double whole = item->uncut[3] - item->uncut[0];
  double feather = is_soft ? MIN (FEATHER, 0.3 * whole) : 0;
  double places[4] = { item->uncut[0], item->uncut[1], item->uncut[2], item->uncut[3] };
  double strengths[4] = { SURE, SURE, SURE, SURE };

  if (places[2] > places[1])
    {
      strengths[0] = places[1] - places[0] > 0.001 * width || is_soft ? 0 : SURE;
      strengths[3] = places[3] - places[2] > 0.001 * width || is_soft ? 0 : SURE;
      places[1] = MAX (places[1], places[0] + feather);
      places[2] = MAX (MIN (places[2], places[3] - feather), places[1]);
    }
  else if (item->span_flags & DOSSIER_SPAN_INTERVAL)
    {
      strengths[0] = strengths[3] = 0;
      places[1] = places[2] = isfinite (whole) ? CLAMP (places[1], places[0] + 0.1 * whole, places[3] - 0.1 * whole) : places[1];
    }
  else
    {
      strengths[0] = strengths[3] = is_soft ? 0 : POSSIBLE;
      strengths[1] = strengths[2] = POSSIBLE;
      places[1] = places[0] + feather;
      places[2] = MAX (places[3] - feather, places[1]);
    }

  add_stop (pattern, 0, color, find_strength (places, strengths, item->begin) * strength);
  for (int i = 0; i < 4; i++)
    if (places[i] > item->begin && places[i] < item->end)
      add_stop (pattern, (places[i] - item->begin) / width, color, strengths[i] * strength);
  add_stop (pattern, 1, color, find_strength (places, strengths, item->end) * strength);

  return pattern;
}

/* The stretch of time itself, over the height of the item, with a line below that shows the status. What is only
   expected is hollow: lines above and below, and hardly a ground. */
void
dossier_timeline_paint_span (cairo_t *cr, const DossierTimelineItem *item, const DossierColor *color, double strength)
{
  gboolean is_hollow = item->status == DOSSIER_STATUS_EXPECTED;
  gboolean is_line = item->box.height < LOWEST_SPAN;
  double thickness = is_hollow ? 1 : 2;
  double bottom = item->box.y + item->box.height;
  double inset = is_line ? 0 : 1.5;
  cairo_pattern_t *pattern;

  if (!is_line)
    {
      DossierTimelineBox box = { item->begin, item->box.y, item->end - item->begin, item->box.height };

      pattern = make_gradient (item, color, is_hollow ? strength * 0.3 : strength);
      dossier_timeline_trace_box (cr, &box, 3);
      cairo_set_source (cr, pattern);
      cairo_fill (cr);
      cairo_pattern_destroy (pattern);
    }

  pattern = make_gradient (item, color, strength / SURE);
  cairo_set_source (cr, pattern);
  dossier_timeline_set_dash (cr, item->status, thickness);
  cairo_move_to (cr, item->begin + inset, bottom - thickness / 2);
  cairo_line_to (cr, item->end - inset, bottom - thickness / 2);
  if (is_hollow && !is_line)
    {
      cairo_move_to (cr, item->begin + inset, item->box.y + 0.5);
      cairo_line_to (cr, item->end - inset, item->box.y + 0.5);
    }
  cairo_stroke (cr);
  cairo_pattern_destroy (pattern);
}

/* Dates of a set, each by itself: solid where all are meant, tinted where it is one of them, and a line that holds them
   together, dotted where only one of them is true. */
void
dossier_timeline_paint_set (cairo_t *cr, const DossierTimelineItem *item, const DossierTimelineStretch *stretches, const DossierColor *color, double strength)
{
  gboolean is_one_of = (item->span_flags & DOSSIER_SPAN_ONE_OF) != 0;
  static const double dots[] = { 1.5, 3 };
  double bottom = item->box.y + item->box.height;

  for (int i = 0; i < item->n_stretches; i++)
    {
      DossierTimelineBox box = { stretches[i].begin, item->box.y, stretches[i].end - stretches[i].begin, item->box.height };
      DossierColor fill = dossier_color_with_alpha (*color, color->alpha * strength * (is_one_of ? POSSIBLE : SURE));
      DossierColor line = dossier_color_with_alpha (*color, color->alpha * strength * (is_one_of ? POSSIBLE / SURE : 1));

      dossier_timeline_trace_box (cr, &box, 3);
      dossier_color_set_source (&fill, cr);
      cairo_fill (cr);
      dossier_timeline_set_dash (cr, item->status, 2);
      cairo_move_to (cr, box.x, bottom - 1);
      cairo_line_to (cr, box.x + box.width, bottom - 1);
      dossier_color_set_source (&line, cr);
      cairo_stroke (cr);
    }

  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dots, is_one_of ? (int) G_N_ELEMENTS (dots) : 0, 0);
  for (int i = 0; i + 1 < item->n_stretches; i++)
    if (stretches[i + 1].begin > stretches[i].end)
      {
        cairo_move_to (cr, stretches[i].end, bottom - 1);
        cairo_line_to (cr, stretches[i + 1].begin, bottom - 1);
      }
  {
    DossierColor line = dossier_color_with_alpha (*color, color->alpha * strength);

    dossier_color_set_source (&line, cr);
  }
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* At the edge of the view, what has no end runs out with an arrow. */
void
dossier_timeline_paint_arrow (cairo_t *cr, double x, double y, double direction, gboolean is_known, const DossierColor *color)
{
  cairo_move_to (cr, x - direction * ARROW * 0.7, y - ARROW * 0.75);
  cairo_line_to (cr, x, y);
  cairo_line_to (cr, x - direction * ARROW * 0.7, y + ARROW * 0.75);
  dossier_color_set_source (color, cr);
  cairo_set_line_width (cr, 2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (cr, NULL, 0, 0);
  if (!is_known)
    cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
}

static void
paint_arrows (const DossierTimelineScene *scene, const DossierTimelineItem *item, const DossierColor *color, cairo_t *cr)
{
  double middle = item->box.y + item->box.height / 2;

  if (item->box.height < LOWEST_SPAN)
    return;

  if (item->begins_before && item->span_flags & (DOSSIER_SPAN_OPEN_START | DOSSIER_SPAN_UNKNOWN_START))
    dossier_timeline_paint_arrow (cr, scene->plot.x + 2, middle, -1, (item->span_flags & DOSSIER_SPAN_OPEN_START) != 0, color);
  if (item->ends_after && item->span_flags & (DOSSIER_SPAN_OPEN_END | DOSSIER_SPAN_UNKNOWN_END))
    dossier_timeline_paint_arrow (cr,
                                  scene->plot.x + scene->plot.width - 2,
                                  middle,
                                  1,
                                  (item->span_flags & DOSSIER_SPAN_OPEN_END) != 0,
                                  color);
}

/* A box with a border. Two fills cost half of a fill and a stroke; only broken lines need that. */
void
dossier_timeline_paint_frame (cairo_t *cr,
                              const DossierTimelineBox *box,
                              double radius,
                              int status,
                              double width,
                              const DossierColor *border,
                              const DossierColor *ground)
{
  DossierTimelineBox outer = { floor (box->x), floor (box->y), round (box->width - OFF_TENTHS) + 1, round (box->height) };
  DossierTimelineBox inner = {
    outer.x + width, outer.y + width, outer.width - 2 * width, outer.height - 2 * width
  };

  if (status == DOSSIER_STATUS_ALLEGED || status == DOSSIER_STATUS_SPECULATED)
    {
      DossierTimelineBox line = {
        outer.x + width / 2, outer.y + width / 2, outer.width - width, outer.height - width
      };

      dossier_timeline_trace_box (cr, &line, radius);
      dossier_color_set_source (ground, cr);
      cairo_fill_preserve (cr);
      dossier_timeline_set_dash (cr, status, width);
      dossier_color_set_source (border, cr);
      cairo_stroke (cr);
      return;
    }

  dossier_pixels_fill_box (cr, &outer, radius, NULL, border);
  dossier_pixels_fill_box (cr, &inner, MAX (radius - width, 0), NULL, ground);
}

/* The coloured edge of a card, round where its frame is. */
static void
paint_edge (const DossierTimelineItem *item, const DossierColor *color, const DossierColor *ground, cairo_t *cr)
{
  double left = floor (item->box.x);
  double top = floor (item->box.y);
  double bottom = top + round (item->box.height);

  if (item->status == DOSSIER_STATUS_REPORTED || item->status == DOSSIER_STATUS_NONE)
    {
      DossierTimelineBox card = { left, top, DOSSIER_TIMELINE_MARK_WIDTH + 2 * RADIUS, bottom - top };
      DossierTimelineBox edge = { left, top, DOSSIER_TIMELINE_MARK_WIDTH, bottom - top };

      dossier_pixels_fill_box (cr, &card, RADIUS, &edge, color);
    }
  else
    {
      DossierTimelineBox mark = { left + 2, top + 3, DOSSIER_TIMELINE_MARK_WIDTH - 1, bottom - top - 6 };

      dossier_timeline_paint_mark (cr, &mark, item->status, color, ground);
    }
}

/* How strong something of an event is drawn, of which @dimmed is left where the event stands back. */
static double
get_strength (const DossierTimelineState *state, int event, double dimmed)
{
  if (state->is_related == NULL || dossier_timeline_is_selected (state, event) || state->is_related (event, state->data))
    dimmed = 1;

  return dimmed * (1 - state->faded);
}

static void
paint_words (const DossierTimelinePainter *painter,
             const DossierTimelineItem *item,
             const DossierTimelineState *state,
             cairo_t *cr)
{
  const DossierTheme *theme = painter->theme;
  double strength = get_strength (state, item->event, DOSSIER_DIMMED_TEXT) * item->title_opacity;
  double dim_strength = get_strength (state, item->event, DOSSIER_DIMMED_DIM_TEXT);
  DossierColor text = dossier_color_with_alpha (theme->text, theme->text.alpha * strength);
  DossierColor dim = dossier_color_with_alpha (theme->dim_text, theme->dim_text.alpha * dim_strength);

  if (dossier_timeline_box_is_empty (&item->title_box))
    return;

  if (!dossier_timeline_box_is_empty (&item->sign_box))
    {
      double width, height;

      dossier_typesetter_measure (item->sign, DOSSIER_TEXT_BADGE, &width, &height, painter->typesetter);
      dossier_typesetter_draw (painter->typesetter,
                               cr,
                               item->sign,
                               DOSSIER_TEXT_BADGE,
                               item->sign_box.x,
                               item->sign_box.y + (item->sign_box.height - height) / 2 + 0.5,
                               -1,
                               &dim,
                               NULL);
    }
  dossier_typesetter_draw (painter->typesetter,
                           cr,
                           item->title,
                           item->title_style,
                           item->title_box.x,
                           item->title_box.y,
                           item->title_box.width,
                           &text,
                           NULL);
  if (!dossier_timeline_box_is_empty (&item->detail_box))
    {
      DossierColor faint = dossier_color_with_alpha (dim, dim.alpha * item->detail_opacity);

      dossier_typesetter_draw (painter->typesetter,
                               cr,
                               item->detail,
                               DOSSIER_TEXT_CARD_DETAIL,
                               item->detail_box.x,
                               item->detail_box.y,
                               -1,
                               &faint,
                               NULL);
    }

  if (item->status == DOSSIER_STATUS_DENIED)
    {
      double y = round (item->title_box.y + item->title_box.height * 0.55) + 0.5;

      cairo_move_to (cr, item->title_box.x, y);
      cairo_line_to (cr, item->title_box.x + item->title_box.width, y);
      cairo_set_dash (cr, NULL, 0, 0);
      cairo_set_line_width (cr, 1);
      dossier_color_set_source (&text, cr);
      cairo_stroke (cr);
    }
}

/* A hollow mark around a point in time, and a dotted line from a box to a point, near the foot of the box. */
void
dossier_timeline_paint_ghost_at (cairo_t *cr,
                                 const DossierTimelineBox *from,
                                 double middle,
                                 double width,
                                 double to,
                                 const DossierColor *color)
{
  static const double dots[] = { 1.5, 2.5 };
  DossierTimelineBox box = { middle - width / 2 + 0.5, from->y + 2.5, width - 1, from->height - 5 };
  double y = round (from->y + from->height - 3) + 0.5;

  cairo_set_dash (cr, dots, 2, 0);
  cairo_set_line_width (cr, 1);
  dossier_color_set_source (color, cr);
  cairo_move_to (cr, to > from->x ? from->x + from->width : from->x, y);
  cairo_line_to (cr, to, y);
  cairo_stroke (cr);
  dossier_timeline_trace_box (cr, &box, MIN (width / 2, RADIUS));
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* The date that the source prints, where another is meant: a hollow mark, and a line that leads there. */
void
dossier_timeline_paint_ghost (const DossierTimelinePainter *painter,
                              const DossierTimelineScene *scene,
                              const DossierTimelineItem *item,
                              const DossierTimelineState *state,
                              cairo_t *cr)
{
  DossierColor color = dossier_color_with_alpha (painter->theme->dim_text, get_strength (state, item->event, DOSSIER_DIMMED));
  double middle = (item->printed_begin + item->printed_end) / 2;
  double width = MAX (item->printed_end - item->printed_begin, DOSSIER_TIMELINE_MARK_WIDTH);
  double to = middle;
  DossierTimelineBox from = item->box;

  if (!item->has_printed)
    return;

  /* The line begins behind the date, if that stands behind the box. */
  if (!dossier_timeline_box_is_empty (&item->detail_box))
    from.width = MAX (from.width, item->detail_box.x + item->detail_box.width + 4 - from.x);

  if (middle > scene->plot.x + scene->plot.width)
    to = from.x + from.width + STUB;
  else if (middle < scene->plot.x)
    to = item->box.x - STUB;

  dossier_timeline_paint_ghost_at (cr, &from, middle, width, to, &color);
}

/* An event: its span or mark, the frame of its card, its words, and how it is selected. */
void
dossier_timeline_paint_item (const DossierTimelinePainter *painter,
                             const DossierTimelineScene *scene,
                             const DossierTimelineItem *item,
                             const DossierTimelineState *state,
                             cairo_t *cr)
{
  const DossierTheme *theme = painter->theme;
  double strength = get_strength (state, item->event, DOSSIER_DIMMED);
  const DossierSwatch *swatch = dossier_timeline_get_swatch (painter, item->kind);
  DossierColor mark = dossier_color_with_alpha (swatch->mark, strength);
  gboolean is_selected = dossier_timeline_is_selected (state, item->event);
  gboolean is_hovered = item->event == state->hovered;
  gboolean is_high = (theme->flags & DOSSIER_THEME_HIGH_CONTRAST) != 0;
  double width = item->end - item->begin;
  double span_share = CLAMP ((width - MARK_UNTIL) / (SPAN_FROM - MARK_UNTIL), 0, 1);
  gboolean has_words = !dossier_timeline_box_is_empty (&item->title_box);
  DossierColor accent = dossier_color_mix (theme->view, theme->accent, 1 - state->faded);
  DossierColor ground = is_selected ? dossier_color_mix (theme->view, theme->selection, 1 - state->faded)
                                    : (is_hovered ? swatch->soft : theme->view);

  if (item->box.height < LOWEST_SPAN)
    {
      dossier_timeline_paint_span (cr, item, is_selected || is_hovered ? &accent : &mark, 1);
      return;
    }

  if (span_share < 1 && has_words && item->form == DOSSIER_TIMELINE_FORM_CARD)
    {
      double share = strength * (is_high ? 1 : 0.8) * (1 - span_share);
      DossierColor border = is_selected ? accent : dossier_color_mix (theme->view, swatch->mark, share);

      dossier_timeline_paint_frame (cr, &item->box, RADIUS, item->status, is_selected ? 2 : 1, &border, &ground);
    }
  else if (is_selected || is_hovered)
    {
      dossier_pixels_fill_box (cr, &item->box, RADIUS, NULL, &ground);
    }

  if (span_share > 0 && item->n_stretches > 0)
    dossier_timeline_paint_set (cr, item, &g_array_index (scene->stretches, DossierTimelineStretch, item->first_stretch), &mark, span_share);
  else if (span_share > 0)
    dossier_timeline_paint_span (cr, item, &mark, span_share);
  if (span_share < 1)
    {
      DossierColor faded = dossier_color_with_alpha (mark, mark.alpha * (1 - span_share));

      if (has_words && item->form == DOSSIER_TIMELINE_FORM_CARD)
        {
          paint_edge (item, &faded, &ground, cr);
        }
      else
        {
          DossierTimelineBox box = {
            item->begin, item->box.y + 3, DOSSIER_TIMELINE_MARK_WIDTH, item->box.height - 6
          };

          dossier_timeline_paint_mark (cr, &box, item->status, &faded, &theme->view);
        }
    }
  if (is_selected && (span_share == 1 || item->form != DOSSIER_TIMELINE_FORM_CARD))
    {
      dossier_timeline_trace_box (cr, &item->box, RADIUS);
      cairo_set_dash (cr, NULL, 0, 0);
      cairo_set_line_width (cr, 2);
      dossier_color_set_source (&accent, cr);
      cairo_stroke (cr);
    }

  paint_arrows (scene, item, &mark, cr);
  paint_words (painter, item, state, cr);

  if (item->event == state->focused)
    {
      DossierTimelineBox ring = {
        item->box.x - 3, item->box.y - 2, item->box.width + 6, item->box.height + 4
      };

      dossier_timeline_trace_box (cr, &ring, RADIUS + 2);
      cairo_set_dash (cr, NULL, 0, 0);
      cairo_set_line_width (cr, 2);
      dossier_color_set_source (&theme->focus, cr);
      cairo_stroke (cr);
    }
}

/* Whether an event is among those that are selected. */
gboolean
dossier_timeline_is_selected (const DossierTimelineState *state, int event)
{
  int low = 0, high = state->n_selected;

  while (low < high)
    {
      int middle = low + (high - low) / 2;

      if (state->selected[middle] < event)
        low = middle + 1;
      else
        high = middle;
    }

  return low < state->n_selected && state->selected[low] == event;
}
