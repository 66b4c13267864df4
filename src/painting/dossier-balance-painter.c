/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-balance-painter.h"

#include "painting/dossier-legend-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define RADIUS 4.0

/* Between a block and its words, and how much room these need, in pixels. */
#define PADDING      8.0
#define LEAST_LABEL  44.0
#define LEAST_HEIGHT 17.0

/* How much of the colour the lightest weight has, and the heaviest. */
#define PALEST  0.28
#define SPACING 9.0
#define DOT     5.0

/* What the samples of the legend show. */
typedef enum
{
  SAMPLE_STATED,
  SAMPLE_PALE,
  SAMPLE_SEEMING,
  SAMPLE_GHOST,
} Sample;

static void
round_rectangle (const DossierRectangle *box, double inset, cairo_t *cr)
{
  double x = box->x + inset;
  double y = box->y + inset;
  double width = MAX (box->width - 2 * inset, 0.5);
  double height = MAX (box->height - 2 * inset, 0.5);
  double radius = MIN (RADIUS, MIN (width, height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/* What the source does not stand by itself is drawn with a broken outline. */
static gboolean
is_seeming (DossierHedge hedge)
{
  return hedge == DOSSIER_HEDGE_ALLEGED || hedge == DOSSIER_HEDGE_SPECULATED || hedge == DOSSIER_HEDGE_DENIED;
}

static void
set_dash (cairo_t *cr, double on, double off)
{
  const double dashes[] = { on, off };

  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
}

/* Draws a block and returns the colour of the words upon it. */
static DossierColor
draw_body (const DossierTheme *theme, const DossierRectangle *box, gboolean supports, DossierHedge hedge, double weight, gboolean is_on, cairo_t *cr)
{
  const DossierSwatch *swatch = dossier_theme_get_hue (theme, supports ? DOSSIER_HUE_SUPPORTS : DOSSIER_HUE_OPPOSES);

  cairo_set_line_width (cr, 1);
  if (!is_on)
    {
      round_rectangle (box, 0.5, cr);
      dossier_color_set_source (&theme->dim_text, cr);
      set_dash (cr, 1.5, 2.5);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
      return theme->dim_text;
    }

  if (is_seeming (hedge))
    {
      round_rectangle (box, 0.5, cr);
      dossier_color_set_source (&swatch->soft, cr);
      cairo_fill_preserve (cr);
      dossier_color_set_source (&swatch->mark, cr);
      set_dash (cr, 4, 3);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
      return swatch->text;
    }

  {
    DossierColor fill = dossier_color_mix (theme->view, swatch->mark, PALEST + (1 - PALEST) * weight);

    round_rectangle (box, 0, cr);
    dossier_color_set_source (&fill, cr);
    cairo_fill (cr);

    return dossier_color_text_on (fill);
  }
}

static void
draw_ring (const DossierRectangle *box, double outset, double width, const DossierColor *color, cairo_t *cr)
{
  round_rectangle (box, -outset, cr);
  cairo_set_line_width (cr, width);
  dossier_color_set_source (color, cr);
  cairo_stroke (cr);
}

static void
draw_block (const DossierBalancePainter *painter, DossierWeighing *weighing, const DossierBalanceLayout *layout, int index, cairo_t *cr)
{
  const DossierBalanceBlock *block = &layout->blocks[index];
  const DossierWeight *weight = dossier_weighing_get_weight (weighing, block->weight);
  DossierColor color = draw_body (painter->theme, &block->box, block->supports, weight->hedge, weight->weight, block->is_on, cr);

  if (block->box.width >= LEAST_LABEL && block->box.height >= LEAST_HEIGHT)
    {
      double width, height;

      dossier_typesetter_measure (weight->title, DOSSIER_TEXT_LEGEND, &width, &height, painter->typesetter);
      dossier_typesetter_draw (painter->typesetter,
                               cr,
                               weight->title,
                               DOSSIER_TEXT_LEGEND,
                               block->box.x + PADDING,
                               floor (block->box.y + (block->box.height - height) / 2),
                               block->box.width - 2 * PADDING,
                               &color,
                               NULL);
    }
}

/* The rings come last: a neighbour must not lie over them. */
static void
draw_rings (const DossierBalancePainter *painter, const DossierBalanceLayout *layout, cairo_t *cr)
{
  const DossierTheme *theme = painter->theme;

  for (int i = 0; i < layout->n_blocks; i++)
    if (painter->selected >= 0 && layout->blocks[i].weight == painter->selected)
      draw_ring (&layout->blocks[i].box, 0.5, 2, &theme->accent, cr);
  if (painter->hovered >= 0 && painter->hovered < layout->n_blocks)
    draw_ring (&layout->blocks[painter->hovered].box, 0, 1.5, &theme->text, cr);
  if (painter->focused >= 0 && painter->focused < layout->n_blocks)
    draw_ring (&layout->blocks[painter->focused].box, 1.5, 2, &theme->focus, cr);
}

/* "Against 21.5 · 36 statements", with what it was before if something was taken off. */
static char *
describe_side (DossierWeighing *weighing, int hypothesis, gboolean supports)
{
  DossierBearingStance stance = supports ? DOSSIER_BEARING_SUPPORTS : DOSSIER_BEARING_OPPOSES;
  DossierSum now = dossier_weighing_get_sum (weighing, hypothesis, stance);
  DossierSum whole = dossier_weighing_get_whole_sum (weighing, hypothesis, stance);

  if (now.n == whole.n)
    /* Translators: what weighs for or against a hypothesis, and how many statements that is */
    return g_strdup_printf (supports ? ngettext ("For %.4g · %d statement", "For %.4g · %d statements", (gulong) now.n)
                                     : ngettext ("Against %.4g · %d statement", "Against %.4g · %d statements", (gulong) now.n),
                            now.weight,
                            now.n);

  /* Translators: the same with what it was before some were taken off: weight before and now, statements before and now */
  return g_strdup_printf (supports ? _ ("For %.4g → %.4g · %d → %d statements") : _ ("Against %.4g → %.4g · %d → %d statements"),
                          whole.weight,
                          now.weight,
                          whole.n,
                          now.n);
}

static double
measure (const DossierBalancePainter *painter, const char *text, DossierTextStyle style)
{
  double width, height;

  dossier_typesetter_measure (text, style, &width, &height, painter->typesetter);

  return width;
}

static void
draw_text (const DossierBalancePainter *painter, const char *text, DossierTextStyle style, double x, double middle, double max_width, const DossierColor *color, cairo_t *cr)
{
  double width, height;

  if (max_width <= 0)
    return;

  dossier_typesetter_measure (text, style, &width, &height, painter->typesetter);
  dossier_typesetter_draw (painter->typesetter, cr, text, style, x, floor (middle - height / 2), max_width, color, NULL);
}

static void
draw_heading (const DossierBalancePainter *painter, DossierWeighing *weighing, const DossierBalanceLayout *layout, int hypothesis, cairo_t *cr)
{
  const DossierTheme *theme = painter->theme;
  const DossierRectangle *box = &layout->bands[hypothesis].heading;
  DossierRef ref = { DOSSIER_RECORD_HYPOTHESIS, hypothesis };
  g_autofree char *title = dossier_document_dup_title (dossier_weighing_get_document (weighing), ref, NULL);
  g_autofree char *against = describe_side (weighing, hypothesis, FALSE);
  g_autofree char *in_favour = describe_side (weighing, hypothesis, TRUE);
  const DossierSwatch *swatch = dossier_swatches_get_hypothesis (painter->swatches, hypothesis);
  double middle = box->y + box->height / 2 - 3;
  double third = (box->width - 2 * SPACING) / 3;
  double side = third;
  double title_width = MIN (measure (painter, title, DOSSIER_TEXT_NODE_LABEL_STRONG), third - 2 * DOT - SPACING);
  double title_x = layout->axis - (title_width + 2 * DOT + SPACING) / 2;
  double in_favour_width;

  side = MAX (title_x - SPACING - box->x, 1);
  in_favour_width = MIN (measure (painter, in_favour, DOSSIER_TEXT_CARD_TITLE), side);

  draw_text (painter, against, DOSSIER_TEXT_CARD_TITLE, box->x, middle, side, &dossier_theme_get_hue (theme, DOSSIER_HUE_OPPOSES)->text, cr);
  draw_text (painter,
             in_favour,
             DOSSIER_TEXT_CARD_TITLE,
             box->x + box->width - in_favour_width,
             middle,
             in_favour_width,
             &dossier_theme_get_hue (theme, DOSSIER_HUE_SUPPORTS)->text,
             cr);

  cairo_new_sub_path (cr);
  cairo_arc (cr, title_x + DOT, middle, DOT, 0, 2 * G_PI);
  dossier_color_set_source (&swatch->mark, cr);
  cairo_fill (cr);
  draw_text (painter, title, DOSSIER_TEXT_NODE_LABEL_STRONG, title_x + 2 * DOT + SPACING * 2 / 3, middle, title_width, &theme->text, cr);
}

static void
draw_axis (const DossierBalancePainter *painter, const DossierBalanceLayout *layout, cairo_t *cr)
{
  cairo_set_line_width (cr, 1);
  dossier_color_set_source (&painter->theme->border, cr);
  for (int i = 0; i < layout->n_bands; i++)
    {
      const DossierRectangle *rows = &layout->bands[i].rows;

      cairo_move_to (cr, layout->axis + 0.5, rows->y - 3);
      cairo_line_to (cr, layout->axis + 0.5, rows->y + rows->height + 3);
      cairo_stroke (cr);
    }
}

/**
 * dossier_balance_painter_draw:
 * @painter: the look
 * @weighing: what is weighed
 * @layout: where it is
 * @cr: where to draw; its state is as before in the end
 *
 * Draws the balance of each hypothesis; the ground is the caller's.
 */
void
dossier_balance_painter_draw (const DossierBalancePainter *painter, DossierWeighing *weighing, const DossierBalanceLayout *layout, cairo_t *cr)
{
  cairo_save (cr);
  draw_axis (painter, layout, cr);
  for (int i = 0; i < layout->n_bands; i++)
    draw_heading (painter, weighing, layout, i, cr);
  for (int i = 0; i < layout->n_blocks; i++)
    draw_block (painter, weighing, layout, i, cr);
  draw_rings (painter, layout, cr);
  cairo_restore (cr);
}

static GArray *
list_samples (void)
{
  const DossierLegendEntry entries[] = {
    { .sign = SAMPLE_STATED, .label = _ ("stated as fact") },
    { .sign = SAMPLE_PALE, .label = _ ("hedged: narrower and paler") },
    { .sign = SAMPLE_SEEMING, .label = _ ("alleged, speculated or denied") },
    { .sign = SAMPLE_GHOST, .label = _ ("taken off") },
  };
  GArray *list = g_array_new (FALSE, FALSE, sizeof (DossierLegendEntry));

  g_array_append_vals (list, entries, G_N_ELEMENTS (entries));

  return list;
}

/**
 * dossier_balance_painter_get_legend_height:
 * @painter: the look
 * @max_width: how wide the legend may become, in pixels
 *
 * Returns: how high it is
 */
double
dossier_balance_painter_get_legend_height (const DossierBalancePainter *painter, double max_width)
{
  g_autoptr (GArray) entries = list_samples ();
  double width, height;

  dossier_legend_lay_out (entries, painter->typesetter, max_width, &width, &height);

  return height;
}

/**
 * dossier_balance_painter_draw_legend:
 * @painter: the look
 * @x: its left
 * @y: its top
 * @max_width: how wide it may become, in pixels
 * @cr: where to draw; its state is as before in the end
 *
 * Draws what the blocks mean by their looks.
 */
void
dossier_balance_painter_draw_legend (const DossierBalancePainter *painter, double x, double y, double max_width, cairo_t *cr)
{
  g_autoptr (GArray) entries = list_samples ();
  double width, height;

  dossier_legend_lay_out (entries, painter->typesetter, max_width, &width, &height);
  cairo_save (cr);
  for (guint i = 0; i < entries->len; i++)
    {
      const DossierLegendEntry *entry = &g_array_index (entries, DossierLegendEntry, i);
      DossierHedge hedge = entry->sign == SAMPLE_PALE ? DOSSIER_HEDGE_WORDED : entry->sign == SAMPLE_SEEMING ? DOSSIER_HEDGE_SPECULATED : DOSSIER_HEDGE_STATED;
      double sample_width = entry->sign == SAMPLE_PALE ? DOSSIER_LEGEND_SAMPLE / 2 : DOSSIER_LEGEND_SAMPLE;
      DossierRectangle box = { x + entry->x + DOSSIER_LEGEND_SAMPLE - sample_width, y + entry->y - 6, sample_width, 12 };

      draw_body (painter->theme, &box, TRUE, hedge, dossier_hedge_get_weight (hedge), entry->sign != SAMPLE_GHOST, cr);
      dossier_legend_draw_label (entry, painter->typesetter, painter->theme, x, y, cr);
    }
  cairo_restore (cr);
}
