/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-tie-painter.h"

#include "painting/dossier-dimming.h"

/* The rim in the colour of the ground that lets one line pass over another. */
#define RIM 2.0

/**
 * dossier_tie_painter_get_color:
 * @strand: a line
 * @theme: the look
 *
 * Returns: its colour: that of its sign, or near that of the ground if it stands back, comes or goes
 */
DossierColor
dossier_tie_painter_get_color (const DossierMapSceneStrand *strand, const DossierTheme *theme)
{
  DossierHue hue = dossier_palette_get_hue_of_sign (strand->sign);
  DossierColor color = dossier_theme_get_hue (theme, hue)->mark;

  if (strand->dimmed)
    color = dossier_color_mix (theme->view, color, DOSSIER_DIMMED_LINE);

  return strand->presence < 1 ? dossier_color_mix (theme->view, color, strand->presence) : color;
}

/**
 * dossier_tie_painter_trace:
 * @line: a curve
 * @cr: where to make it the path
 */
void
dossier_tie_painter_trace (const DossierCurve *line, cairo_t *cr)
{
  cairo_move_to (cr, line->start.x, line->start.y);
  dossier_tie_painter_extend (line, cr);
}

/**
 * dossier_tie_painter_extend:
 * @line: a curve that begins where the path is
 * @cr: whose path goes on along it
 */
void
dossier_tie_painter_extend (const DossierCurve *line, cairo_t *cr)
{
  /* The quadratic curve as the cubic one that cairo knows. */
  cairo_curve_to (cr,
                  line->start.x + (line->control.x - line->start.x) * 2 / 3,
                  line->start.y + (line->control.y - line->start.y) * 2 / 3,
                  line->end.x + (line->control.x - line->end.x) * 2 / 3,
                  line->end.y + (line->control.y - line->end.y) * 2 / 3,
                  line->end.x,
                  line->end.y);
}

/* The dash says what the source says of the tie. */
static void
set_dash (DossierStatus status, double width, cairo_t *cr)
{
  double alleged[2] = { 5 + 2 * width, 2.5 + 1.3 * width };
  double speculated[2] = { 0, 2.5 + 1.9 * width };
  double expected[2] = { 9 + 1.5 * width, 3 + 0.8 * width };

  switch (status)
    {
    case DOSSIER_STATUS_ALLEGED:
      cairo_set_dash (cr, alleged, 2, 0);
      break;
    case DOSSIER_STATUS_SPECULATED:
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (cr, speculated, 2, 0);
      break;
    case DOSSIER_STATUS_EXPECTED:
      cairo_set_dash (cr, expected, 2, 0);
      break;
    case DOSSIER_STATUS_NONE:
    case DOSSIER_STATUS_REPORTED:
    case DOSSIER_STATUS_DENIED:
    default:
      cairo_set_dash (cr, NULL, 0, 0);
      break;
    }
}

/* What is expected is not yet, and what is inferred is stated by nobody: hollow lines, the former broken. */
static gboolean
is_hollow (const DossierMapSceneStrand *strand)
{
  return strand->inferred || strand->status == DOSSIER_STATUS_EXPECTED;
}

static void
draw_line (const DossierMapSceneStrand *strand, const DossierTheme *theme, const DossierColor *color, cairo_t *cr)
{
  double width = strand->width;

  /* What stands back needs no rim to be told apart: it passes below what does not. */
  if (!strand->dimmed)
    {
      dossier_tie_painter_trace (&strand->line, cr);
      dossier_color_set_source (&theme->view, cr);
      cairo_set_line_width (cr, width + 2 * RIM);
      cairo_stroke (cr);
    }

  dossier_tie_painter_trace (&strand->line, cr);
  dossier_color_set_source (color, cr);
  set_dash (strand->status, width, cr);

  if (is_hollow (strand))
    {
      cairo_set_line_width (cr, width + 2);
      cairo_stroke_preserve (cr);
      dossier_color_set_source (&theme->view, cr);
      cairo_set_line_width (cr, MAX (width - 0.6, 0.8));
    }
  else
    {
      cairo_set_line_width (cr, strand->status == DOSSIER_STATUS_SPECULATED ? width * 1.15 : width);
    }
  cairo_stroke (cr);
}

static void
draw_arrow (const DossierPoint *corners, const DossierMapSceneStrand *strand, const DossierTheme *theme, const DossierColor *color, cairo_t *cr)
{
  for (int i = 0; i < 3; i++)
    cairo_line_to (cr, corners[i].x, corners[i].y);
  cairo_close_path (cr);

  dossier_color_set_source (is_hollow (strand) ? &theme->view : color, cr);
  cairo_fill_preserve (cr);
  dossier_color_set_source (color, cr);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
}

/**
 * dossier_tie_painter_draw:
 * @strand: a line of a scene
 * @ticks: the cross strokes of that scene
 * @theme: the look
 * @hovered: whether the pointer is on it
 * @cr: where to draw; its state is as before in the end
 *
 * Draws one line with all that it says: sign by colour and by cross strokes or a bead, status by dash,
 * hollowness or strokes through it, that nobody states it by an unbroken hollow line, direction by arrow heads, weight by width. Not its words.
 */
void
dossier_tie_painter_draw (const DossierMapSceneStrand *strand,
                          const DossierMapSceneTick *ticks,
                          const DossierTheme *theme,
                          gboolean hovered,
                          cairo_t *cr)
{
  DossierColor color = dossier_tie_painter_get_color (strand, theme);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);

  if (strand->has_line && hovered)
    {
      DossierColor glow = dossier_color_mix (theme->view, color, 0.35);

      dossier_tie_painter_trace (&strand->line, cr);
      dossier_color_set_source (&glow, cr);
      cairo_set_line_width (cr, strand->width + 10);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_stroke (cr);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
    }

  if (strand->has_line)
    draw_line (strand, theme, &color, cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);

  for (int i = 0; i < 2; i++)
    if (strand->has_arrow[i])
      draw_arrow (strand->arrows[i], strand, theme, &color, cr);

  dossier_color_set_source (&color, cr);
  cairo_set_line_width (cr, 1.3);
  for (int i = 0; i < strand->n_ticks; i++)
    {
      const DossierMapSceneTick *tick = &ticks[strand->first_tick + i];

      cairo_move_to (cr, tick->from.x, tick->from.y);
      cairo_line_to (cr, tick->to.x, tick->to.y);
    }
  cairo_stroke (cr);

  if (strand->has_bead)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, strand->bead.x, strand->bead.y, strand->width / 2 + 2.6, 0, 2 * G_PI);
      dossier_color_set_source (&theme->view, cr);
      cairo_fill_preserve (cr);
      dossier_color_set_source (&color, cr);
      cairo_set_line_width (cr, 1.5);
      cairo_stroke (cr);
    }

  if (strand->is_struck)
    for (int pass = 0; pass < 2; pass++)
      {
        dossier_color_set_source (pass == 0 ? &theme->view : &color, cr);
        cairo_set_line_width (cr, pass == 0 ? 5.5 : 2.2);
        cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
        for (int i = 0; i < 2; i++)
          {
            cairo_move_to (cr, strand->strokes[i][0].x, strand->strokes[i][0].y);
            cairo_line_to (cr, strand->strokes[i][1].x, strand->strokes[i][1].y);
          }
        cairo_stroke (cr);
      }

  cairo_restore (cr);
}
