/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "painting/dossier-matrix-painter.h"

#include "painting/dossier-legend-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PADDING 18.0
#define GAP     12.0

/* Around the mark in a cell, in pixels, and how round it is. */
#define INSET  4.0
#define RADIUS 5.0

/* A cell with more reactions shows the first of them, and how many more there are. */
#define MOST_PARTS 2

/* The signs are smaller in less. */
#define LEAST_HEIGHT 16.0

/* Whoever did not react though it did to something alike: a small ring. */
#define RING 4.0

/* Names stand so far above the first row, and at a dot of that radius. */
#define FOOT 18.0
#define DOT  4.0

/* The legend's sample for that, behind the stances. */
#define LIKE (DOSSIER_STANCE_WELCOMES + 1)

static void
round_rectangle (cairo_t *cr, double x, double y, double width, double height)
{
  double radius = MIN (RADIUS, MIN (width, height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
draw_centred (const DossierMatrixPainter *painter, const char *text, DossierTextStyle style, const DossierRectangle *box, const DossierColor *color, cairo_t *cr)
{
  double width, height;

  dossier_typesetter_measure (text, style, &width, &height, painter->typesetter);
  dossier_typesetter_draw (painter->typesetter,
                           cr,
                           text,
                           style,
                           floor (box->x + (box->width - width) / 2),
                           floor (box->y + (box->height - height) / 2),
                           -1,
                           color,
                           NULL);
}

static void
draw_stance (const DossierMatrixPainter *painter, const DossierRectangle *box, int stance, const char *sign, cairo_t *cr)
{
  const DossierSwatch *swatch = dossier_theme_get_hue (painter->theme, dossier_palette_get_hue_of_stance ((DossierStance) stance));

  round_rectangle (cr, box->x, box->y, box->width, box->height);
  dossier_color_set_source (&swatch->mark, cr);
  cairo_fill (cr);
  draw_centred (painter, sign, box->height < LEAST_HEIGHT ? DOSSIER_TEXT_BADGE : DOSSIER_TEXT_CARD_TITLE, box, &swatch->on_mark, cr);
}

static void
draw_like (const DossierMatrixPainter *painter, double x, double y, cairo_t *cr)
{
  const double dashes[] = { 2, 1.5 };

  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, RING, 0, 2 * G_PI);
  cairo_set_line_width (cr, 1.2);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  dossier_color_set_source (&painter->theme->dim_text, cr);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* Several reactions share the cell, one below the other. */
static void
draw_cell (const DossierMatrixPainter *painter, DossierStanceMatrix *matrix, const DossierMatrixLayout *layout, int row, int column, cairo_t *cr)
{
  DossierRectangle box = dossier_matrix_layout_get_box (layout, row, column);
  int n_reactions = dossier_stance_matrix_get_n_reactions (matrix, row, column);
  int n = MIN (n_reactions, MOST_PARTS);
  double height = (box.height - 2 * INSET - (n - 1)) / MAX (n, 1);

  if (n == 0)
    {
      if (dossier_stance_matrix_get_like (matrix, row, column) >= 0)
        draw_like (painter, box.x + box.width / 2, box.y + box.height / 2, cr);
      return;
    }

  for (int i = 0; i < n; i++)
    {
      int reaction = dossier_stance_matrix_get_reaction (matrix, row, column, i);
      int stance = dossier_document_get_reaction (dossier_stance_matrix_get_document (matrix), reaction)->stance;
      DossierRectangle part = { box.x + INSET, box.y + INSET + i * (height + 1), box.width - 2 * INSET, height };
      gboolean is_rest = i == MOST_PARTS - 1 && n_reactions > MOST_PARTS;
      /* Translators: how many more reactions there are in a cell, where there is hardly room for two characters */
      g_autofree char *rest = is_rest ? g_strdup_printf (_ ("×%d"), n_reactions - i) : NULL;

      draw_stance (painter, &part, is_rest ? DOSSIER_STANCE_IS_NEUTRAL : stance, is_rest ? rest : dossier_stance_get_sign ((DossierStance) stance), cr);
      if (dossier_ref_equal (painter->selected, (DossierRef){ DOSSIER_RECORD_REACTION, reaction }))
        {
          round_rectangle (cr, part.x - 2, part.y - 2, part.width + 4, part.height + 4);
          cairo_set_line_width (cr, 2);
          dossier_color_set_source (&painter->theme->accent, cr);
          cairo_stroke (cr);
        }
    }
}

/* What lies behind the cells: every other row, and the row and column under the pointer. */
static void
draw_bands (const DossierMatrixPainter *painter, const DossierMatrixLayout *layout, int first_row, int end_row, cairo_t *cr)
{
  for (int row = first_row; row < end_row; row++)
    {
      DossierRectangle box = dossier_matrix_layout_get_box (layout, row, -1);

      if (row != painter->hovered_row && row % 2 == 0)
        continue;
      cairo_rectangle (cr, 0, box.y, layout->width, box.height);
      dossier_color_set_source (row == painter->hovered_row ? &painter->theme->selection : &painter->theme->band, cr);
      cairo_fill (cr);
    }

  if (painter->hovered_column >= 0)
    {
      DossierRectangle box = dossier_matrix_layout_get_box (layout, 0, painter->hovered_column);

      cairo_rectangle (cr, box.x, layout->header_height, box.width, MIN (layout->n_rows * layout->cell_height - layout->y, layout->height));
      dossier_color_set_source (&painter->theme->selection, cr);
      cairo_fill (cr);
    }
}

static void
draw_title (const DossierMatrixPainter *painter, DossierStanceMatrix *matrix, const DossierMatrixLayout *layout, int row, cairo_t *cr)
{
  const DossierTheme *theme = painter->theme;
  DossierRectangle box = dossier_matrix_layout_get_box (layout, row, -1);
  gboolean is_selected = dossier_ref_equal (painter->selected, dossier_stance_matrix_get_target (matrix, row));
  const char *title = dossier_stance_matrix_get_title (matrix, row);
  const char *date = dossier_stance_matrix_get_date (matrix, row);
  DossierTextStyle style = is_selected ? DOSSIER_TEXT_NODE_LABEL_STRONG : DOSSIER_TEXT_NODE_LABEL;
  double room = layout->header_width - PADDING - GAP;
  double width, title_height, date_height = 0;
  double y;

  dossier_typesetter_measure (title, style, &width, &title_height, painter->typesetter);
  if (*date != '\0')
    dossier_typesetter_measure (date, DOSSIER_TEXT_TIE_LABEL, &width, &date_height, painter->typesetter);
  y = box.y + (box.height - title_height - date_height) / 2;
  dossier_typesetter_draw (painter->typesetter, cr, title, style, PADDING, floor (y), room, is_selected ? &theme->accent_text : &theme->text, NULL);
  if (*date != '\0')
    dossier_typesetter_draw (painter->typesetter, cr, date, DOSSIER_TEXT_TIE_LABEL, PADDING, floor (y + title_height), room, &theme->dim_text, NULL);
}

static void
draw_name (const DossierMatrixPainter *painter, DossierStanceMatrix *matrix, const DossierMatrixLayout *layout, int column, cairo_t *cr)
{
  const DossierTheme *theme = painter->theme;
  DossierRectangle box = dossier_matrix_layout_get_box (layout, -1, column);
  DossierRef ref = { DOSSIER_RECORD_ACTOR, dossier_stance_matrix_get_actor (matrix, column) };
  const char *name = dossier_stance_matrix_get_name (matrix, column);
  gboolean is_strong = column == painter->hovered_column || dossier_ref_equal (painter->selected, ref);
  double x = box.x + box.width / 2;
  double width, height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x, layout->header_height - DOT - 4, DOT, 0, 2 * G_PI);
  dossier_color_set_source (&dossier_swatches_get_actor (painter->swatches, ref.index)->mark, cr);
  cairo_fill (cr);

  /* The style is the same in either case: a stronger one would be wider than was measured. */
  dossier_typesetter_measure (name, DOSSIER_TEXT_NODE_LABEL, &width, &height, painter->typesetter);
  cairo_save (cr);
  cairo_translate (cr, x, layout->header_height - FOOT);
  cairo_rotate (cr, DOSSIER_MATRIX_ANGLE);
  dossier_typesetter_draw (painter->typesetter, cr, name, DOSSIER_TEXT_NODE_LABEL, 2, -height / 2, layout->name_length, is_strong ? &theme->accent_text : &theme->text, NULL);
  cairo_restore (cr);
}

static void
draw_focus (const DossierMatrixPainter *painter, const DossierMatrixLayout *layout, cairo_t *cr)
{
  DossierRectangle box;

  if (!painter->has_focus || (painter->focused_row < 0 && painter->focused_column < 0))
    return;

  box = dossier_matrix_layout_get_box (layout, painter->focused_row, painter->focused_column);
  if (painter->focused_row < 0)
    {
      box.y = layout->header_height - FOOT;
      box.height = FOOT;
    }
  round_rectangle (cr, box.x + 1.5, box.y + 1.5, box.width - 3, box.height - 3);
  cairo_set_line_width (cr, 2);
  dossier_color_set_source (&painter->theme->focus, cr);
  cairo_stroke (cr);
}

static void
clip (cairo_t *cr, double x, double y, double width, double height)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y, MAX (width, 0), MAX (height, 0));
  cairo_clip (cr);
}

/**
 * dossier_matrix_painter_draw:
 * @painter: the look
 * @matrix: what is drawn
 * @layout: where it is
 * @cr: where to draw; its state is as before in the end
 *
 * Draws what is in sight; the ground is the caller's.
 */
void
dossier_matrix_painter_draw (const DossierMatrixPainter *painter, DossierStanceMatrix *matrix, const DossierMatrixLayout *layout, cairo_t *cr)
{
  double below = layout->height - layout->header_height;
  int first_row, end_row, first_column, end_column;

  dossier_matrix_layout_get_visible (layout, &first_row, &end_row, &first_column, &end_column);

  clip (cr, 0, layout->header_height, layout->width, below);
  draw_bands (painter, layout, first_row, end_row, cr);
  for (int row = first_row; row < end_row; row++)
    draw_title (painter, matrix, layout, row, cr);
  cairo_restore (cr);

  clip (cr, layout->header_width, layout->header_height, layout->width - layout->header_width, below);
  for (int row = first_row; row < end_row; row++)
    for (int column = first_column; column < end_column; column++)
      draw_cell (painter, matrix, layout, row, column, cr);
  cairo_restore (cr);

  /* A name that stands before the first cell in sight may still lean into it. */
  clip (cr, layout->header_width, 0, layout->width - layout->header_width, layout->header_height);
  for (int column = first_column; column < end_column; column++)
    draw_name (painter, matrix, layout, column, cr);
  cairo_restore (cr);

  cairo_save (cr);
  cairo_set_line_width (cr, 1);
  dossier_color_set_source (&painter->theme->border, cr);
  cairo_move_to (cr, 0, layout->header_height - 0.5);
  cairo_line_to (cr, layout->width, layout->header_height - 0.5);
  cairo_stroke (cr);
  draw_focus (painter, layout, cr);
  cairo_restore (cr);
}

/* The stances that occur, and what a ring means if there is one. */
static GArray *
list_samples (DossierStanceMatrix *matrix)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (DossierLegendEntry));
  DossierDocument *document = dossier_stance_matrix_get_document (matrix);
  gboolean occurs[DOSSIER_STANCE_WELCOMES + 1] = { FALSE };
  DossierLegendEntry like = { .sign = LIKE, .label = _ ("reacted to the like, not to this") };

  for (int i = 0; i < dossier_document_get_count (document, DOSSIER_RECORD_REACTION); i++)
    occurs[dossier_document_get_reaction (document, i)->stance] = TRUE;
  for (int stance = DOSSIER_STANCE_CONDEMNS; stance <= DOSSIER_STANCE_WELCOMES; stance++)
    if (occurs[stance])
      {
        DossierLegendEntry entry = { .sign = stance, .label = dossier_vocabulary_get_label (DOSSIER_VOCABULARY_STANCE, stance) };

        g_array_append_val (list, entry);
      }
  g_array_append_val (list, like);

  return list;
}

/**
 * dossier_matrix_painter_get_legend_height:
 * @painter: the look
 * @matrix: what it explains
 * @max_width: how wide the legend may become, in pixels
 *
 * Returns: how high it is
 */
double
dossier_matrix_painter_get_legend_height (const DossierMatrixPainter *painter, DossierStanceMatrix *matrix, double max_width)
{
  g_autoptr (GArray) entries = list_samples (matrix);
  double width, height;

  dossier_legend_lay_out (entries, painter->typesetter, max_width, &width, &height);

  return height;
}

/**
 * dossier_matrix_painter_draw_legend:
 * @painter: the look
 * @matrix: what it explains
 * @x: its left
 * @y: its top
 * @max_width: how wide it may become, in pixels
 * @cr: where to draw; its state is as before in the end
 *
 * Draws what colours and signs mean.
 */
void
dossier_matrix_painter_draw_legend (const DossierMatrixPainter *painter, DossierStanceMatrix *matrix, double x, double y, double max_width, cairo_t *cr)
{
  g_autoptr (GArray) entries = list_samples (matrix);
  double width, height;

  dossier_legend_lay_out (entries, painter->typesetter, max_width, &width, &height);
  cairo_save (cr);
  for (guint i = 0; i < entries->len; i++)
    {
      const DossierLegendEntry *entry = &g_array_index (entries, DossierLegendEntry, i);
      DossierRectangle box = { x + entry->x, y + entry->y - 9, DOSSIER_LEGEND_SAMPLE, 18 };

      if (entry->sign == LIKE)
        draw_like (painter, box.x + box.width / 2, box.y + box.height / 2, cr);
      else
        draw_stance (painter, &box, entry->sign, dossier_stance_get_sign ((DossierStance) entry->sign), cr);
      dossier_legend_draw_label (entry, painter->typesetter, painter->theme, x, y, cr);
    }
  cairo_restore (cr);
}
